"""Lines that may describe a meeting, but not in a form in which an import finds it."""

import pytest

from govreg.analysis.importing.assemble import OUTSIDE
from govreg.analysis.importing.mentions import MAY_BE_A_MEETING, may_be_meeting
from papers import planned


@pytest.mark.parametrize(
    ("text", "may_be"),
    [
        ("Water Safety Forum, Fire lead, twice a year", True),
        ("- Appropriate Adults Network - led by YOS, meets every other month", True),
        ("Independent Advisory Group (IAG). Police run it. Quarterly.", True),
        ("Road Safety Partnership: monthly", True),
        ("The Road Safety Partnership, which meets quarterly, is new.", True),
        ("Road safety and parking partnership: monthly", True),
        ("Work continues in the Resolve Programme, led by Probation", False),
        ("Road Safety Partnership", False),
        ("Road Safety Partnership, formerly the Roads Group", False),
        ("Sorry for the delay, I lead on this", False),
        ("Links with the Youth Panel, members of which attend", False),
        ("This Board, members of which attend", False),
        ("Our work of the last year in each of the boards of the Partnership, by members", False),
        ("", False),
    ],
)
def test_it_names_a_meeting_and_says_something_of_it(text: str, may_be: bool) -> None:  # noqa: FBT001
    assert may_be_meeting(text) is may_be


def test_such_a_line_is_not_counted_among_what_belongs_to_no_meeting() -> None:
    board = "Meeting: Youth Panel\nLead: OPCC\nMembers: Fire\nMeets: monthly"
    plan = planned(f"{board}\n\nAnd these.\n\nWater Safety Forum, Fire lead, twice a year\n\nBest wishes")

    assert [(one.text, one.why) for one in plan.not_understood] == [
        ("And these.", OUTSIDE),
        ("Water Safety Forum, Fire lead, twice a year", MAY_BE_A_MEETING),
        ("Best wishes", OUTSIDE),
    ]
