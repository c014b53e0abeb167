"""A role is held from the first day of its first date to the last day of its last."""

from datetime import date

import pytest

from building import a_meeting
from govreg.analysis.tenure import tenure, tenure_of_seat
from govreg.model.meeting import Participant

DAY = date(2026, 11, 21)


def role(**dates: str) -> Participant:
    return a_meeting(participants=[{"organisation": "a", **dates}]).participants[0]


@pytest.mark.parametrize(
    ("dates", "held"),
    [
        ({}, "current"),
        ({"until": "2026-11-20"}, "past"),
        ({"until": "2026-11-21"}, "current"),
        ({"until": "2026-11"}, "current"),
        ({"until": "2026-10"}, "past"),
        ({"until": "2025"}, "past"),
        ({"from": "2026-11-21"}, "current"),
        ({"from": "2026-11-22"}, "future"),
        ({"from": "2026-11"}, "current"),
        ({"from": "2026-12"}, "future"),
        ({"from": "2026"}, "current"),
        ({"from": "2020", "until": "2024"}, "past"),
    ],
)
def test_when_a_role_is_held(dates: dict[str, str], held: str) -> None:
    assert tenure(role(**dates), DAY) == held


def test_a_seat_is_held_if_any_of_its_roles_is() -> None:
    past, future, current = role(until="2016"), role(**{"from": "2030"}), role()

    assert tenure_of_seat([past, future, current], DAY) == "current"
    assert tenure_of_seat([past, future], DAY) == "future"
    assert tenure_of_seat([past], DAY) == tenure_of_seat([], DAY) == "past"
