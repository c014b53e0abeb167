"""A column has what is written in one field of all entries, whether in the entries or in their parts."""

from building import a_meeting
from govreg.model.columns import columns


def test_what_several_entries_have_in_a_field_is_one_column() -> None:
    meetings = (a_meeting("a", purpose="Plan"), a_meeting("b"), a_meeting("c", purpose="Decide"))

    assert [list(values) for key, _, values in columns(meetings) if key.name == "purpose"] == [["Plan", "Decide"]]


def test_a_seat_that_is_written_alike_on_two_meetings_counts_once() -> None:
    seat = {"organisation": "nhs", "role": "Director"}
    seats = [a_meeting(one, participants=[seat]).participants for one in ("a", "b")]
    meetings = (a_meeting("a", participants=[seat]), a_meeting("b", participants=[seat]))

    assert seats[0][0] is seats[1][0]
    assert [list(values) for key, _, values in columns(meetings) if key.name == "role"] == [["Director"]]


def test_the_areas_of_exceptions_are_ids() -> None:
    meeting = a_meeting(frequency={"text": "monthly", "exceptions": {"bath": 3}})

    (column,) = (one for one in columns([meeting]) if one.key.name == "exceptions")

    assert column.refers is not None
    assert (column.refers.kind, list(column.values)) == ("area", [{"bath": 3}])
