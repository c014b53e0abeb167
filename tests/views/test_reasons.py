"""The reason why a meeting matches is given if its row doesn't show it."""

from typing import Any

import pytest

from building import a_meeting, a_register
from govreg.analysis.selection import AreaMatch, Filters, SeatMatch, SelectedMeeting, select
from govreg.views.reasons import reasons

REGISTER = a_register(
    a_meeting("a", purpose="Crisis calls; receives reports from detox teams", participants=["councils"]),
    organisations={"opcc": {}, "bristol": {}, "councils": {"members": ["bristol"]}},
    areas={"town": {}, "village": {}},
    themes={"health": {"terms": ["crisis", "detox"]}},
)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ""),
        ({"participant": ("councils",)}, ""),
        ({"participant": ("bristol",)}, "through Councils"),
        ({"theme": ("health",)}, "says “crisis”, and mentions “detox”"),
        ({"participant": ("bristol",), "theme": ("health",)}, "through Councils; says “crisis”, and mentions “detox”"),
    ],
)
def test_a_reason_is_given_if_the_row_does_not_show_it(filters: dict[str, Any], expected: str) -> None:
    (selected,) = select(REGISTER, Filters(**filters)).rows

    assert reasons(REGISTER, selected) == expected


@pytest.mark.parametrize(
    ("areas", "one_in_each", "expected"),
    [
        ((), False, "for the whole area"),
        (("town",), False, "for Town"),
        (("town",), True, "one in Town"),
        (("town", "village"), True, "one each in Town and Village"),
    ],
)
def test_the_areas_are_named(areas: tuple[str, ...], one_in_each: bool, expected: str) -> None:  # noqa: FBT001 - a case
    assert reasons(REGISTER, SelectedMeeting(a_meeting(), AreaMatch(areas, one_in_each))) == expected


def test_areas_beyond_those_named_are_counted() -> None:
    selected = SelectedMeeting(a_meeting(), AreaMatch(("town", "village"), one_in_each=True, more=1_200))

    assert reasons(REGISTER, selected) == "one each in Town, Village and 1,200 more"


def test_chairs_and_invited_members_are_marked() -> None:
    chair, guest = (
        SeatMatch(chairs=True, attendance=(), collectives=()),
        SeatMatch(chairs=False, attendance=("by-invitation",), collectives=()),
    )

    assert reasons(REGISTER, SelectedMeeting(a_meeting(), seats=chair)) == "as chair"
    assert reasons(REGISTER, SelectedMeeting(a_meeting(), seats=guest)) == "by invitation"


def test_a_tag_is_given_as_the_reason() -> None:
    register = a_register(a_meeting(themes=["health"]), themes={"health": {}})
    (selected,) = select(register, Filters(theme=("health",))).rows

    assert reasons(register, selected) == "tagged"
