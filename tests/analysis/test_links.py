"""The links of a meeting are those that the entries of others record."""

from typing import Any

from building import a_meeting, a_register
from govreg.analysis.links import MeetingLinks, meeting_links


def test_links_are_recorded_by_the_entries_of_others() -> None:
    register = a_register(
        a_meeting("m", reports_to=["m"], links_to=["m"], participants=[{"meeting": "m"}]),
        a_meeting("reports", reports_to=["m"]),
        a_meeting("feeds", links_to=["other", "m"]),
        a_meeting("receives", participants=["opcc", {"meeting": "m"}]),
    )

    assert meeting_links(register, "m") == MeetingLinks(("reports",), ("feeds",), ("receives",), (), (), ())


def test_predecessors_and_successors_are_named_once_whoever_says_so() -> None:
    merge: dict[str, Any] = {"recommendation": "merge", "decided_on": "2016"}
    register = a_register(
        a_meeting("old", review={**merge, "into": ["m"]}),
        a_meeting("m", supersedes=["old"], review={**merge, "into": ["new"]}),
        a_meeting("new", supersedes=["m"]),
    )
    found = meeting_links(register, "m")

    assert (found.predecessors, found.successors, found.proposed) == (("old",), ("new",), ())


def test_what_is_only_recommended_is_named_so_unless_the_other_side_records_it() -> None:
    merge: dict[str, Any] = {"recommendation": "merge"}
    old, m = a_meeting("old", review={**merge, "into": ["m"]}), a_meeting("m", review={**merge, "into": ["new", "newer"]})
    register = a_register(
        old, m, a_meeting("new"), a_meeting("newer", supersedes=["m"]), a_meeting("x", review={**merge, "into": ["y"]}), a_meeting("y")
    )
    found = meeting_links(register, "m")

    assert (found.predecessors, found.successors, found.proposed) == (("old",), ("new", "newer"), ("new", "old"))
