"""Gaps are what a Board asks about and an entry does not state; what has ended has none."""

from typing import Any

import pytest

from building import a_meeting
from govreg.analysis.gaps import count_gaps, gaps

STATED: dict[str, Any] = {
    "lead": "opcc",
    "frequency": "Quarterly",
    "purpose": "Plan",
    "review": {"next_due": "2030"},
    "chair": {"role": "PCC"},
    "participants": ["nhs"],
    "status": "active",
}


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        ({}, ()),
        ({"lead": "not-stated"}, ("lead",)),
        ({"lead": "unclear"}, ()),
        ({"frequency": None}, ("frequency",)),
        ({"purpose": None}, ("purpose",)),
        ({"purpose": None, "purpose_as_written": "To plan"}, ()),
        ({"review": {"recommendation": "continue"}}, ("review-date",)),
        ({"review": None, "terms_of_reference": {"review_due": "2030"}}, ()),
        ({"review": None, "terms_of_reference": {"agreed_on": "2030"}}, ("review-date",)),
        ({"chair": None}, ("chair",)),
        ({"chair": None, "participants": [{"organisation": "nhs", "attendance": "chair"}]}, ()),
        ({"participants": None}, ("participants",)),
        ({"participants": None, "participants_as_written": "NHS"}, ()),
        ({"status": None}, ("status",)),
        ({"status": "ended", "lead": "not-stated", "purpose": None}, ()),
    ],
)
def test_what_an_entry_does_not_state_is_a_gap(change: dict[str, Any], missing: tuple[str, ...]) -> None:
    keys = {key: value for key, value in {**STATED, **change}.items() if value is not None}

    assert gaps(a_meeting(**keys)) == missing


def test_gaps_that_no_meeting_has_are_not_counted() -> None:
    assert count_gaps([a_meeting("a", **STATED), a_meeting("b", **{**STATED, "lead": "not-stated"})]) == {"lead": 1}
