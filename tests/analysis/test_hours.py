"""Hours: durations as they are written, who attends, and what is assumed."""

from fractions import Fraction

import pytest

from building import TODAY, a_meeting
from govreg.analysis.hours import attendants, parse_duration, people, person_hours, sitting_hours
from govreg.analysis.ranges import Range
from govreg.model.settings import LoadSettings


def between(least: float, most: float) -> Range:
    return Range(Fraction(str(least)), Fraction(str(most)))


@pytest.mark.parametrize(
    ("duration", "found"),
    [
        ("2h", (2, 2)),
        ("1h30", (1.5, 1.5)),
        ("1h 30m", (1.5, 1.5)),
        ("1.5 hours", (1.5, 1.5)),
        ("90 minutes", (1.5, 1.5)),
        ("30m", (0.5, 0.5)),
        ("2 to 3 hours", (2, 3)),
        ("2-3h", (2, 3)),
        ("30m to 1h", (0.5, 1)),
        ("1h30 to 2h", (1.5, 2)),
        ("90 to 120 minutes", (1.5, 2)),
        ("0h", (0, 0)),
        ("3 to 2 hours", None),
        ("1h-30m", None),
        ("half a day", None),
        ("2", None),
        ("99999h", None),
        (None, None),
    ],
)
def test_a_duration_is_read_where_it_says_hours(duration: str | None, found: tuple[float, float] | None) -> None:
    assert parse_duration(duration) == (between(*found) if found is not None else None)


def test_people_are_counted_as_they_are_listed() -> None:
    seats = [{"organisation": "a", "role": "CEO"}, {"organisation": "a", "role": "CFO"}, {"organisation": "b", "people": 3}]
    invited = [{"organisation": "c", "attendance": "by-invitation"}, {"organisation": "d", "attendance": "observer", "people": 9}]

    assert people(a_meeting(participants=[*seats, *invited]), TODAY) == 5
    assert people(a_meeting(participants=seats, chair="e"), TODAY) == 6
    assert people(a_meeting(participants=seats, chair="a"), TODAY) == 5
    assert people(a_meeting(), TODAY) == 0


def test_a_past_or_future_role_has_no_attendee() -> None:
    over, later = {"organisation": "a", "until": "2016"}, {"organisation": "b", "from": "2030"}

    assert people(a_meeting(participants=[over, later]), TODAY) == 0
    assert people(a_meeting(chair=over), TODAY) == 0
    assert people(a_meeting(participants=[over], chair="a"), TODAY) == 1


def test_a_chair_who_may_be_listed_is_a_role_without_people_of_its_own() -> None:
    found = attendants(a_meeting(participants=["a"], chair={"organisation": "a", "role": "ACC"}), TODAY)

    assert [(one.role.role, one.people) for one in found] == [(None, 1), ("ACC", 0)]


def test_recorded_hours_are_exact_and_assumed_hours_are_a_range() -> None:
    def of(recorded: str | None, **assumed: str) -> tuple[Range, tuple[str, ...]] | None:
        found = sitting_hours(a_meeting(duration=recorded), LoadSettings.model_validate(assumed))
        return (found.hours, found.assumed) if found is not None else None

    assert of("2h") == (between(2, 2), ())
    assert of("2h", duration="1h to 3h", preparation="1h", travel="30m") == (between(2, 3.5), ("preparation", "travel"))
    assert of(None, duration="1h to 3h") == (between(1, 3), ("duration",))
    assert of(None, duration="2h") == (between(0, 2), ("duration",))
    assert of("half a day", duration="2h", travel="15m to 30m") == (between(0.25, 2.5), ("duration", "travel"))
    assert of(None, preparation="1h") is None
    assert of(None) is None


@pytest.mark.parametrize(
    ("sittings", "each", "found"),
    [
        ((4, 6), (1, 2), (12, 36)),
        ((4, 4), (1.5, 1.5), (18, 18)),
        ((-6, -4), (1, 2), (-36, -12)),
        ((-2, 4), (1, 2), (-12, 24)),
        ((0, 4), (0, 2), (0, 24)),
    ],
)
def test_person_hours_are_the_fewest_and_the_most_of_either_end(
    sittings: tuple[float, float], each: tuple[float, float], found: tuple[float, float]
) -> None:
    """Of three people."""
    assert person_hours(between(*sittings), 3, between(*each)) == between(*found)


def test_person_hours_have_no_end_where_the_sittings_have_none_and_neither_where_the_hours_lack_one() -> None:
    one, two = Fraction(1), Fraction(2)

    assert person_hours(Range(two, None), 3, Range(one, two)) == Range(Fraction(6), None)
    assert person_hours(Range(None, two), 3, Range(one, two)) == Range(None, Fraction(12))
    assert person_hours(Range(two, two), 3, Range(one, None)) == Range(None, None)
    assert person_hours(Range(two, two), 3, Range(None, two)) == Range(None, None)
    assert person_hours(Range(two, two), 0, Range(one, two)) == Range(Fraction(0), Fraction(0))
