"""A text that names another meeting is found, and so is what it says of taking that meeting's place."""

import pytest

from building import a_meeting, a_register
from govreg.analysis.duplicates.mentions import Mention, Mentions
from govreg.analysis.text.topics import Topics
from govreg.model.meeting import Meeting
from govreg.model.register import Register

AREAS: dict[str, dict[str, str]] = {"bristol": {}, "bath": {}}
FLOODS = a_meeting("floods", title="Flood Risk Board", aliases=["FR Group"], areas=["bristol"])


def mentions(register: Register) -> dict[tuple[str, str], Mention]:
    """What is found in the texts of all meetings of `register`."""
    topics, found = Topics(register), Mentions(register)
    for meeting in register.meetings.values():
        found.read(meeting, tuple(topics.texts(meeting)))
    return found.found


@pytest.mark.parametrize(
    ("naming", "expected"),
    [
        (a_meeting("a", purpose="Advise the flood risk boards"), Mention("a", ("purpose",), succession=False)),
        (a_meeting("a", focus=["Sewers", "Brief the Flood Risk Board"]), Mention("a", ("focus", 1, "text"), succession=False)),
        (a_meeting("a", notes="It replaced the Flood Risk Board"), Mention("a", ("notes",), succession=True)),
        (
            a_meeting("a", purpose="Advise the Flood Risk Board", notes="Formerly the Flood Risk Board"),
            Mention("a", ("notes",), succession=True),
        ),
        (a_meeting("a", purpose="Advise the flood board on risk"), None),
        (a_meeting("a", purpose="Advise the Flood Risk Board", areas=["bath"]), None),
    ],
)
def test_a_text_that_names_another_meeting_is_found(naming: Meeting, expected: Mention | None) -> None:
    found = mentions(a_register(FLOODS, naming, areas=AREAS))

    assert found == ({("a", "floods"): expected} if expected else {})


def test_names_are_looked_for_as_typed_though_the_glossary_has_an_abbreviation_in_them() -> None:
    naming = a_meeting("a", purpose="Advise the FR Group, which took over from the FR Forum")

    found = mentions(a_register(FLOODS, naming, areas=AREAS, glossary={"FR": ("flood resilience",)}))

    assert found == {("a", "floods"): Mention("a", ("purpose",), succession=True)}


FILL = "canal " * 40
"""Words that say nothing of another body."""


@pytest.mark.parametrize(
    ("purpose", "succession"),
    [
        (f"replaces {'canal ' * 11}the Flood Risk Board", False),
        (f"replaces {'canal ' * 10}the Flood Risk Board", True),
        (f"{FILL}replaces {'canal ' * 11}Flood Risk Board", True),
        (f"{FILL}replaces {'canal ' * 12}Flood Risk Board", False),
        (f"Flood Risk Board {'canal ' * 11}replaced", True),
        (f"Flood Risk Board {'canal ' * 12}replaced", False),
        (f"{FILL}Flood Risk Board {'canal ' * 11}replaced {FILL}", True),
        ("Flood Risk Board replacement", True),
        ("Flood Risk Board irreplaceable", False),
        ("Flood Risk Board took part", False),
        ("Flood Risk Board stood down", True),
    ],
)
def test_a_text_speaks_of_succession_within_twelve_words_of_the_name(purpose: str, *, succession: bool) -> None:
    for place, keys in (("purpose", {"purpose": purpose}), ("notes", {"notes": purpose})):
        assert mentions(a_register(FLOODS, a_meeting("a", **keys), areas=AREAS)) == {
            ("a", "floods"): Mention("a", (place,), succession=succession)
        }


def test_the_item_of_focus_that_names_the_other_is_the_one_that_is_read() -> None:
    beside = a_meeting("a", focus=["It was replaced", "Flood Risk Board"], purpose="Merged", notes="Formerly")

    assert mentions(a_register(FLOODS, beside, areas=AREAS)) == {("a", "floods"): Mention("a", ("focus", 1, "text"), succession=False)}


def test_the_first_text_that_speaks_of_succession_is_kept_or_else_the_first() -> None:
    name = "the Flood Risk Board"
    naming = a_meeting(
        "a", purpose=f"Advise {name}", focus=[f"Brief {name}", f"Merge {name}: merging", f"Replace {name}, replaced"], notes=name
    )

    assert mentions(a_register(FLOODS, naming, areas=AREAS)) == {("a", "floods"): Mention("a", ("focus", 1, "text"), succession=True)}
    twice = a_meeting("a", purpose=f"Advise {name}", focus=[f"Brief {name}"])
    assert mentions(a_register(FLOODS, twice, areas=AREAS)) == {("a", "floods"): Mention("a", ("purpose",), succession=False)}
    back = a_meeting("floods", title="Flood Risk Board", notes="Once the Sewer Canal Forum, now renamed")
    sewers = a_meeting("a", title="Sewer Canal Forum", purpose=f"Advise {name}")
    assert mentions(a_register(back, sewers)) == {("a", "floods"): Mention("floods", ("notes",), succession=True)}


@pytest.mark.parametrize(("bearers", "found"), [(8, 8), (9, 0)])
def test_a_name_that_more_than_eight_meetings_bear_is_no_name_of_one(bearers: int, found: int) -> None:
    same = [a_meeting(f"b-{number}", title="Flood Risk Board") for number in range(bearers)]

    named = mentions(a_register(*same, a_meeting("a", purpose="Advise the Flood Risk Board")))

    assert set(named) == {("a", meeting.id) for meeting in same[:found]}


def test_a_meeting_that_writes_its_own_name_names_no_other() -> None:
    assert mentions(a_register(a_meeting("floods", title="Flood Risk Board", purpose="The Flood Risk Board meets"))) == {}
    namesake = a_meeting("other", title="Flood Risk Board", purpose="The Flood Risk Board meets")
    assert set(mentions(a_register(a_meeting("floods", title="Flood Risk Board"), namesake))) == {("floods", "other")}


@pytest.mark.parametrize(
    ("title", "named"), [("Flood", False), ("The Flood", False), ("Flood of the", False), ("Flood risk", True), ("The risk of flood", True)]
)
def test_a_name_has_two_words_that_say_something(title: str, *, named: bool) -> None:
    found = mentions(a_register(a_meeting("floods", title=title), a_meeting("a", purpose=f"Advise {title} daily")))

    assert bool(found) is named


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ([], ["bath"], True),
        (["bath"], [], True),
        ([], [], True),
        (["bath"], ["bath"], True),
        (["county"], ["bath"], True),
        (["bath"], ["county"], True),
        (["bath"], ["bristol"], False),
        (["bath", "bristol"], ["bristol"], True),
        (["abroad"], ["county"], False),
    ],
)
def test_a_text_may_mean_a_meeting_of_an_area_that_has_to_do_with_its_own(one: list[str], other: list[str], *, found: bool) -> None:
    areas = {"county": {}, "bath": {"part_of": "county"}, "bristol": {"part_of": "county"}, "abroad": {}}
    naming = a_meeting("a", purpose="Advise the Flood Risk Board", areas=one)

    named = mentions(a_register(naming, a_meeting("floods", title="Flood Risk Board", areas=other), areas=areas))

    assert (set(named) == {("a", "floods")}) is found


def test_an_alias_that_only_differs_in_case_and_signs_from_the_title_is_one_name() -> None:
    doubled = a_meeting("floods", title="Flood Risk Board", aliases=["FLOOD-RISK BOARD", "Sewer and Canal Forum"])

    for name in ("Flood risk board", "the sewer and canal forum"):
        assert mentions(a_register(doubled, a_meeting("a", purpose=f"Advise {name}"))) == {
            ("a", "floods"): Mention("a", ("purpose",), succession=False)
        }
