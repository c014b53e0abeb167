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
