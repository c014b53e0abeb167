"""A meeting works on a theme where a person tagged it, or where title, purpose or focus say so; what is only mentioned is no work."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import a_meeting, a_register
from govreg.analysis.text.lexicon import lexicon
from govreg.analysis.text.themes import match_theme
from govreg.analysis.text.topics import IN_FOCUS, IN_PURPOSE, IN_TITLE, Topics
from govreg.model.register import Register

THEME = a_register(themes={"mental-health": {"terms": ["mental health", "section 136", "s136"]}}).themes["mental-health"]


@pytest.mark.parametrize(
    "keys",
    [
        {"title": "Mental Health Concordat"},
        {"purpose": "Help people in mental-health crisis"},
        {"focus": ["Transport", "SECTION 136 and transport"]},
        {"focus": [{"text": "s136."}]},
    ],
)
def test_a_term_shows_a_theme_in_any_case_and_with_hyphens(keys: dict[str, Any]) -> None:
    shown = match_theme(a_meeting(**keys), THEME)

    assert shown is not None
    assert not shown.tagged


@pytest.mark.parametrize(
    "keys", [{"notes": "mental health"}, {"purpose": "s1360"}, {"purpose": "fundamental health"}, {"aliases": ["s136"]}]
)
def test_a_term_elsewhere_or_inside_a_word_shows_no_theme(keys: dict[str, Any]) -> None:
    assert match_theme(a_meeting(**keys), THEME) is None


def test_a_tag_shows_it_too_on_the_meeting_or_a_focus() -> None:
    for keys in ({"themes": ["mental-health"]}, {"focus": [{"text": "x", "themes": ["mental-health"]}]}):
        shown = match_theme(a_meeting(**keys), THEME)
        assert shown is not None
        assert (shown.tagged, shown.says, shown.mentions) == (True, (), ())


SPELLINGS = a_register(themes={"leavers": {"name": "Leavers", "terms": ["prison leaver", "reoffending"]}})


@pytest.mark.parametrize(
    "purpose", ["Help prison leavers", "Prevent re-offending", "RE-OFFENDING by prison-leavers", "A prison leaver's home"]
)
def test_list_and_duplicates_find_a_theme_by_the_same_spellings(purpose: str) -> None:
    meeting = a_meeting(title="Panel", purpose=purpose)
    topics = Topics(SPELLINGS)

    assert match_theme(meeting, SPELLINGS.themes["leavers"]) is not None
    assert "theme:leavers" in topics.of(meeting, tuple(topics.texts(meeting)))


WORDS = st.lists(
    st.sampled_from("prison leavers leaver re-offending reoffending board help and. receives reports from".split()), max_size=8
)


@given(WORDS, WORDS)
def test_whatever_list_finds_as_work_duplicates_does_too(purpose: list[str], focus: list[str]) -> None:
    meeting = a_meeting(title="Panel", purpose=" ".join(purpose) or "x", focus=[" ".join(focus) or "x"])
    topics = Topics(SPELLINGS)
    found = match_theme(meeting, SPELLINGS.themes["leavers"])

    assert (found is not None and bool(found.says)) == ("theme:leavers" in topics.of(meeting, tuple(topics.texts(meeting))))


def works_on(register: Register, **keys: Any) -> dict[str, int]:
    topics, meeting = Topics(register), a_meeting(**keys)
    return {topics.name(topic): level for topic, level in topics.of(meeting, tuple(topics.texts(meeting))).items()}


def test_a_title_a_purpose_and_a_focus_show_work_more_or_less_plainly() -> None:
    assert works_on(a_register(), title="Road Safety Board") == {"road safety": IN_TITLE}
    assert works_on(a_register(), title="Panel", purpose="Improve road safety") == {"road safety": IN_PURPOSE}
    assert works_on(a_register(), title="Panel", focus=["Road safety"]) == {"road safety": IN_FOCUS}


@pytest.mark.parametrize(
    "purpose",
    [
        "Spend the levy; receives the report of the safeguarding adults board",
        "Spend the levy, working with safeguarding adults partners",
        "Spend the levy. Links with safeguarding adults",
    ],
)
def test_a_body_named_in_a_purpose_is_not_work(purpose: str) -> None:
    assert works_on(a_register(), title="Panel", purpose=purpose) == {}


@pytest.mark.parametrize(
    ("purpose", "subjects"),
    [
        ("Protect children and adults from abuse", {"safeguarding children", "safeguarding adults"}),
        ("Training on child and adult protection", {"safeguarding children", "safeguarding adults"}),
        ("Tackle serious violence and organised crime", {"serious violence", "serious and organised crime"}),
        ("Protect children, and buy cars for adults", {"safeguarding children"}),
    ],
)
def test_work_named_on_both_sides_of_an_and_counts(purpose: str, subjects: set[str]) -> None:
    assert works_on(a_register(), title="Panel", purpose=purpose).keys() == subjects


@pytest.mark.parametrize(
    ("title", "subjects"),
    [
        ("Safer Bristol Partnership", {"community safety"}),
        ("SaferSomerset Partnership", {"community safety"}),
        ("Safer Recruitment Panel", set()),
        ("Panel for a Safer Bristol", set()),
    ],
)
def test_a_title_that_begins_with_safer_and_a_place_means_community_safety(title: str, subjects: set[str]) -> None:
    assert works_on(a_register(), title=title).keys() == subjects


def test_an_abbreviation_with_several_meanings_is_not_written_out() -> None:
    def found(*meanings: str) -> set[str]:
        return set(works_on(a_register(glossary={"RS": meanings}), title="RS Board"))

    assert found("Road Safety") == {"road safety"}
    assert found("Road Safety", "Regional Secretariat") == set()


def test_a_general_word_in_a_title_means_all_its_subjects() -> None:
    found = works_on(a_register(), title="Public Protection Committee", purpose="Protects from domestic abuse")

    assert set(found.values()) == {IN_TITLE}
    assert found.keys() == {"safeguarding children", "safeguarding adults", "domestic and sexual abuse"}


def test_a_general_word_adds_nothing_to_a_named_subject() -> None:
    assert works_on(a_register(), title="Safeguarding Adults Board for Public Protection") == {"safeguarding adults": IN_TITLE}


def test_a_mention_ends_with_its_clause() -> None:
    assert works_on(a_register(), title="Panel", purpose="Receives reports from prisons; improves road safety") == {
        "road safety": IN_PURPOSE
    }


def test_work_before_a_mention_in_the_same_clause_counts() -> None:
    purpose = "Improves road safety and receives reports from the safeguarding adults board"

    assert works_on(a_register(), title="Panel", purpose=purpose) == {"road safety": IN_PURPOSE}


def test_a_word_that_means_other_things_shows_a_subject_only_in_a_title() -> None:
    assert works_on(a_register(), title="Audit Committee") == {"audit and internal control": IN_TITLE}
    assert works_on(a_register(), title="Panel", purpose="Audit logging", focus=["Leader election"]) == {}


@pytest.mark.parametrize(
    ("theme", "subject"),
    [("Victims", "victims and witnesses"), ("Reoffending", "reducing reoffending"), ("Mental health", "mental health")],
)
def test_a_theme_of_the_register_wins_over_the_subject_that_it_is_about(theme: str, subject: str) -> None:
    register = a_register(themes={"own": {"name": theme, "terms": ["quite another phrase"]}})

    for term in lexicon().subjects[subject].terms:
        assert works_on(register, title=f"{term} board") == {theme.lower(): IN_TITLE}


def test_a_theme_that_fits_several_subjects_means_none_of_them() -> None:
    register = a_register(themes={"own": {"name": "Health", "terms": ["clinics"]}})

    assert works_on(register, title="Mental health board") == {"health": IN_TITLE, "mental health": IN_TITLE}


def test_a_mention_is_not_work() -> None:
    found = match_theme(a_meeting(purpose="Buy cars; receives reports from mental health teams"), THEME)

    assert found is not None
    assert (found.tagged, found.says, found.mentions) == (False, (), (("mental health", ("purpose",)),))
