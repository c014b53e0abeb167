"""Meetings that end need a reason or a successor."""

from typing import Any

import pytest

from building import a_meeting, a_register, found_at, problems, related, where
from govreg.rules.endings import ended_without_successor, statutory_to_end, successor_and_predecessor_live


@pytest.mark.parametrize(
    "keys",
    [
        {"status_reason": "Its work is done"},
        {"review": [{"reason": "Few came"}, {"recommendation": "end"}]},
        {"review": {"recommendation": "merge", "into": ["finance-board"]}},
        {"status": "active"},
    ],
)
def test_a_meeting_ends_with_a_reason_or_a_successor(keys: dict[str, Any]) -> None:
    other = a_meeting("finance-board")

    assert found_at(ended_without_successor, a_register(a_meeting(**{"status": "ended", **keys}), other)) == []
    assert found_at(ended_without_successor, a_register(a_meeting(status="ended", review=[{"recommendation": "end"}]), other)) == [
        "budget-committee status: The meeting has ended, but neither a reason nor a successor is recorded."
    ]


@pytest.mark.parametrize(
    ("before", "after", "is_found"),
    [
        ({}, {}, True),
        ({"status": "suspended"}, {"status": "shadow"}, True),
        ({"status": "ended"}, {}, False),
        ({}, {"status": "ended"}, False),
        ({}, {"status": "proposed"}, False),
    ],
)
def test_a_meeting_that_was_replaced_has_ended(before: dict[str, str], after: dict[str, str], *, is_found: bool) -> None:
    """Whether the successor's entry says it, the predecessor's, or both: it is said once. One that is in order hides no other."""
    in_order = a_meeting("heir", supersedes=["gone"]), a_meeting("gone", status="ended")
    old_says = {"review": {"recommendation": "end", "into": ["new"], "decided_on": "2020"}}
    message = "“New” replaces “Old”, but neither has ended."
    for old, new, place in (
        ({}, {"supersedes": ["old"]}, "new supersedes.0"),
        (old_says, {}, "old review.0.into.0"),
        (old_says, {"supersedes": ["old"]}, "new supersedes.0"),
    ):
        register = a_register(*in_order, a_meeting("new", **after, **new), a_meeting("old", **before, **old))
        found = problems(successor_and_predecessor_live, register)
        assert [f"{where(one.place)}: {one.message}" for one in found] == [f"{place}: {message}"] * is_found
        assert [related(one) for one in found] == [["old title: the meeting it replaces"]] * is_found


@pytest.mark.parametrize(
    ("statutory", "words"),
    [(True, ""), ("Care Act 2014 s43", " (Care Act 2014 s43)"), (["Act A", "Act B"], " (Act A, Act B)"), (False, None)],
)
def test_the_end_or_merger_of_a_statutory_meeting_is_doubtful(statutory: Any, words: str | None) -> None:
    def found(*recommendations: str, **keys: str) -> list[str]:
        review = [{"recommendation": one} for one in recommendations]
        return found_at(statutory_to_end, a_register(a_meeting("a", statutory=True), a_meeting(statutory=statutory, review=review, **keys)))

    for recommendation in ("end", "merge"):
        message = f"This is a statutory meeting{words}, but the recommendation is to {recommendation}."
        assert found("change", recommendation) == ([f"budget-committee review.1.recommendation: {message}"] if words is not None else [])
    assert found("end", "continue") == found("suspend") == found("change") == found("end", status="ended") == []
