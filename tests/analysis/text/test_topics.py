"""A meeting works on a theme where a person tagged it, or where title, purpose or focus say so; what is only mentioned is no work."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import a_meeting, a_register
from govreg.analysis.text import topics as module
from govreg.analysis.text.lexicon import lexicon
from govreg.analysis.text.themes import theme_matcher
from govreg.analysis.text.topics import IN_FOCUS, IN_PURPOSE, IN_TITLE, AnalysedText, Topics
from govreg.model.beginnings import MOST_WORDS
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
    shown = theme_matcher(THEME)(a_meeting(**keys))

    assert shown is not None
    assert not shown.tagged


@pytest.mark.parametrize(
    "keys", [{"notes": "mental health"}, {"purpose": "s1360"}, {"purpose": "fundamental health"}, {"aliases": ["s136"]}]
)
def test_a_term_elsewhere_or_inside_a_word_shows_no_theme(keys: dict[str, Any]) -> None:
    assert theme_matcher(THEME)(a_meeting(**keys)) is None


def test_a_tag_shows_it_too_on_the_meeting_or_a_focus() -> None:
    for keys in ({"themes": ["mental-health"]}, {"focus": [{"text": "x", "themes": ["mental-health"]}]}):
        shown = theme_matcher(THEME)(a_meeting(**keys))
        assert shown is not None
        assert (shown.tagged, shown.says, shown.mentions) == (True, (), ())


SPELLINGS = a_register(themes={"leavers": {"name": "Leavers", "terms": ["prison leaver", "reoffending"]}})


@pytest.mark.parametrize(
    "purpose", ["Help prison leavers", "Prevent re-offending", "RE-OFFENDING by prison-leavers", "A prison leaver's home"]
)
def test_list_and_duplicates_find_a_theme_by_the_same_spellings(purpose: str) -> None:
    meeting = a_meeting(title="Panel", purpose=purpose)
    topics = Topics(SPELLINGS)

    assert theme_matcher(SPELLINGS.themes["leavers"])(meeting) is not None
    assert "theme:leavers" in topics.shown(meeting, topics.texts(meeting))


WORDS = st.lists(
    st.sampled_from("prison leavers leaver re-offending reoffending board help and. receives reports from".split()), max_size=8
)


@given(WORDS, WORDS)
def test_whatever_list_finds_as_work_duplicates_does_too(purpose: list[str], focus: list[str]) -> None:
    meeting = a_meeting(title="Panel", purpose=" ".join(purpose) or "x", focus=[" ".join(focus) or "x"])
    topics = Topics(SPELLINGS)
    found = theme_matcher(SPELLINGS.themes["leavers"])(meeting)

    assert (found is not None and bool(found.says)) == ("theme:leavers" in topics.shown(meeting, topics.texts(meeting)))


def works_on(register: Register, **keys: Any) -> dict[str, int]:
    topics, meeting = Topics(register), a_meeting(**keys)
    return {topics.name(topic): level for topic, (level, _) in topics.shown(meeting, topics.texts(meeting)).items()}


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
    assert works_on(a_register(), title="Panel", aliases=[title]).keys() == subjects


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
    found = theme_matcher(THEME)(a_meeting(purpose="Buy cars; receives reports from mental health teams"))

    assert found is not None
    assert (found.tagged, found.says, found.mentions) == (False, (), (("mental health", ("purpose",)),))


NAMED = {"areas": {"bristol": {"name": "Bristol"}}, "organisations": {"rs": {"name": "Road Safety Trust", "aliases": ["Grid", "RST"]}}}


def analysed(text: str, *, title: bool = False, **parts: Any) -> AnalysedText:
    return Topics(a_register(**{**NAMED, **parts})).analyse(("title",) if title else ("purpose",), text, title=title)


def test_a_topic_in_a_longer_name_is_mentioned_and_its_words_are_no_evidence() -> None:
    found = analysed("Fund the Road Safety Trust")

    assert (found.shown, dict(found.mentioned)) == ((), {"road safety": (2, 4)})
    assert ({*found.used_words}, found.places) == ({2, 3, 4}, {2, 3, 4})


def test_a_topic_in_a_title_is_work_even_in_a_name() -> None:
    assert analysed("Road Safety Trust board", title=True).shown == ("road safety",)


def test_a_topic_that_is_worked_on_elsewhere_in_a_text_is_not_mentioned() -> None:
    found = analysed("Improve road safety with the Road Safety Trust")

    assert (found.shown, dict(found.mentioned)) == (("road safety",), {})


def test_a_topic_at_the_beginning_is_in_no_name_that_comes_later() -> None:
    found = analysed("Road safety in Bristol")

    assert (found.shown, dict(found.mentioned)) == (("road safety",), {})


def test_a_name_as_long_as_the_topic_is_the_topic() -> None:
    found = analysed("Improve road safety", organisations={"rs": {"name": "Road Safety"}})

    assert (found.shown, dict(found.mentioned)) == (("road safety",), {})


def test_names_of_places_and_organisations_are_known_but_not_a_common_word_alone() -> None:
    assert analysed("Bristol and Grid and RST").places == {0, 4}
    assert analysed("Mend the grid in Bristol").places == {4}
    assert analysed("Mend the road safety trust").places == {2, 3, 4}


def test_a_text_has_its_singulars_as_typed_and_its_words_written_out() -> None:
    found = analysed("RSs in towns", organisations={}, glossary={"RS": ("Road Safety",), "R": ("Roads",), "XY": ("One", "Two")})

    assert (found.words, found.singulars) == (("road", "safety", "in", "towns"), ("rss", "in", "town"))
    assert analysed("RSX in R", organisations={}, glossary={"RS": ("Road Safety",), "R": ("Roads",)}).words == ("rsx", "in", "r")


def test_the_longest_abbreviation_is_written_out_first() -> None:
    glossary = {"A-B": ("Alpha",), "A-B-C": ("Gamma",), "B": ("Beta",)}

    assert analysed("Panel A-B-C", glossary=glossary).words == ("panel", "gamma")


def test_a_meaning_is_left_as_it_is_written() -> None:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    glossary = {f"Q{one}{after}": (f"Q{after}{letters[place % 26]} " * 2,) for place, (one, after) in enumerate(pairwise(letters), 2)}

    assert analysed("Panel on QABs", glossary=glossary).words == ("panel", "on", "qbc", "qbc")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A&B", "a c a c"),
        ("(A&Bs)", "a c a c"),
        ("A&B, A&B.", "a c a c a c a c"),
        ("A&C and QRS", "a d and quite rough seas"),
        ("XA&B or A&BX or A&", "xa b or a bx or a"),
        ("(O)PCC of x(O)PCC", "office of x o pcc"),
    ],
)
def test_an_abbreviation_of_several_words_is_written_out_where_it_is_a_word_of_its_own(text: str, words: str) -> None:
    glossary = {"A&B": ("A&C A&C",), "A&C": ("A&D",), "A&D": ("QRS",), "QRS": ("Quite rough seas",), "(O)PCC": ("Office",)}

    assert " ".join(analysed(text, organisations={}, glossary=glossary).words) == words


@pytest.mark.parametrize(("letters", "words"), [(62, ("long",)), (63, ("a", "b" * 63))])
def test_an_abbreviation_of_more_than_sixty_four_characters_is_not_looked_for(letters: int, words: tuple[str, ...]) -> None:
    assert analysed(f"A {'B' * letters}", glossary={f"A {'B' * letters}": ("Long",)}).words == words


def test_an_abbreviation_that_begins_with_a_space_is_not_looked_for() -> None:
    assert analysed("Panel of A&B", glossary={" A&B": ("Long",)}).words == ("panel", "of", "a", "b")


def test_a_name_of_a_meeting_is_its_title_or_an_alias() -> None:
    texts = Topics(a_register()).texts(a_meeting(aliases=["B"], purpose="C", focus=["D"]))

    assert [text.is_name for text in texts] == [True, True, False, False]


def test_where_a_topic_is_shown_as_plainly_as_anywhere() -> None:
    topics = Topics(a_register(themes={"roads": {"name": "Roads", "terms": ["road"]}}))
    meeting = a_meeting(title="Panel", focus=["Mend the road", {"text": "x", "themes": ["roads"]}], purpose="Roads")

    assert topics.shown(meeting, topics.texts(meeting))["theme:roads"][1][0] in ("focus", "purpose")
    titled = a_meeting(title="Panel", aliases=["Road board"], purpose="Roads")
    assert topics.shown(titled, topics.texts(titled))["theme:roads"][1] == ("aliases", 0)


def test_a_tag_says_it_as_plainly_as_a_title() -> None:
    register = a_register(themes={"roads": {"name": "Roads", "terms": ["road"]}})

    assert works_on(register, title="Panel", themes=["roads"]) == {"roads": IN_TITLE}


def test_topics_are_near_and_by_law_as_their_subjects_are() -> None:
    topics = Topics(a_register(themes={"own": {"name": "Safeguarding adults", "terms": ["x"]}, "odd": {"name": "Walrus", "terms": ["y"]}}))

    assert topics.by_law("theme:own") is topics.by_law("safeguarding children") is True
    assert topics.by_law("theme:odd") is topics.by_law("road safety") is False
    for one, subject in ((one, subject) for one, subject in lexicon().subjects.items() if subject.near):
        for other in subject.near:
            assert [*topics.near([one], [other])] == [(one, other)]
            assert [*topics.near([other], [one])] == [(other, one)]
    assert [*topics.near(["road safety"], ["safeguarding adults"])] == []
    assert [*topics.near(["theme:odd"], ["road safety"])] == []


def test_of_topics_that_stand_for_the_same_subjects_the_first_is_near_for_all() -> None:
    one, other = next((one, other) for one, subject in lexicon().subjects.items() for other in subject.near)
    topics = Topics(a_register(themes={"own": {"name": other, "terms": ["x"]}, "odd": {"name": "Walrus", "terms": ["y"]}}))

    assert [*topics.near([one], ["theme:odd", "theme:own", other])] == [(one, "theme:own")]


@pytest.mark.parametrize(("words", "written_out"), [(20, True), (21, False)])
def test_what_explains_an_abbreviation_in_more_than_twenty_words_is_not_what_it_is_short_for(words: int, *, written_out: bool) -> None:
    meaning = " ".join("abcdefghijklmnopqrstuvwxyz"[:words])

    assert analysed("QRS", glossary={"QRS": (meaning,)}).words == (tuple(meaning.split()) if written_out else ("qrs",))


def test_abbreviations_are_written_out_as_long_as_that_pushes_no_word_of_the_text_beyond_those_that_are_read() -> None:
    found = analysed("QRS " * 299 + "kayak", glossary={"QRS": ("Quite rough seas",)})

    assert found.words == ("quite", "rough", "seas") * 100 + ("qrs",) * 199 + ("kayak",)
    assert analysed("QRS " * 299 + "AB", glossary={"QRS": ("Quite rough seas",), "AB": ("Kayaks",)}).words[-1] == "kayaks"
    assert len(analysed("QRS " * 501, glossary={}).singulars) == MOST_WORDS


def test_the_texts_of_a_meeting_are_its_first_words() -> None:
    texts = Topics(a_register()).texts(a_meeting(title="Board", purpose="drink " * MOST_WORDS, focus=["Roads"]))

    assert [(text.path, len(text.words)) for text in texts] == [(("title",), 1), (("purpose",), MOST_WORDS - 1)]


@pytest.mark.parametrize(("kept", "same"), [(2, True), (1, False)])
def test_texts_are_kept_for_all_meetings_of_a_small_register_and_for_the_last_of_a_large_one(
    kept: int, *, same: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_KEPT", kept)
    first, second, changed = a_meeting("a", title="Drugs"), a_meeting("b"), a_meeting("a", title="Roads")
    topics = Topics(a_register(first, second))
    before = topics.texts(first)

    assert topics.texts(first) is before
    topics.texts(second)
    assert (topics.texts(first) is before) is same
    assert topics.texts(changed)[0].words == ("roads",)
    assert topics.texts(first)[0].words == ("drugs",)
