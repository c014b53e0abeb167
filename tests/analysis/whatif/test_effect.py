"""The effect: meetings a year with both ends of what they can mean, and person-hours only of what is recorded."""

from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import TODAY, a_meeting, a_register
from govreg.analysis.hours import person_hours
from govreg.analysis.ranges import Range
from govreg.analysis.whatif import effect as module
from govreg.analysis.whatif.effect import Effect, effect
from govreg.analysis.whatif.scenario import ScenarioOptions, apply_scenario, scenario
from govreg.model.register import Register

RECORDED: dict[str, Any] = {"frequency": "Quarterly", "duration": "2h", "participants": ["a", "b"]}


def effect_of(register: Register, **wishes: Any) -> Effect:
    supposed = scenario(register, ScenarioOptions(**wishes))
    return effect(register, apply_scenario(register, supposed), supposed, TODAY)


def between(least: float | None, most: float | None) -> Range:
    return Range(*(None if end is None else Fraction(end) for end in (least, most)))


def test_an_ended_meeting_means_fewer_meetings_and_hours() -> None:
    found = effect_of(a_register(a_meeting("one", **RECORDED)), ends=("one",))

    assert (found.change, found.limits, found.hours) == (-4, between(-4, -4), between(-16, -16))


def test_a_meeting_that_starts_adds_meetings() -> None:
    register = a_register(a_meeting("one", **RECORDED, status="proposed", review={"recommendation": "start"}))

    assert (effect_of(register, recommended=True).change, effect_of(register, recommended=True).hours) == (4, between(16, 16))


def test_a_lower_frequency_counts_as_the_difference() -> None:
    assert effect_of(a_register(a_meeting("one", **RECORDED)), frequencies={"one": "twice a year"}).hours == between(-8, -8)


@pytest.mark.parametrize("gap", [{"duration": None}, {"duration": "an afternoon"}, {"participants": []}, {"frequency": "TBC"}])
def test_no_hours_where_the_duration_the_members_or_the_frequency_is_not_recorded(gap: dict[str, Any]) -> None:
    assert effect_of(a_register(a_meeting("one", **{**RECORDED, **gap})), ends=("one",)).hours is None


def test_a_meeting_without_a_number_is_in_no_sum() -> None:
    register = a_register(a_meeting("one", frequency="TBC"), a_meeting("two", frequency="Quarterly"))

    assert effect_of(register, ends=("one",)).change is None
    assert effect_of(register, ends=("one", "two")).change == -4
    assert effect_of(register, frequencies={"two": "as required"}).change is None


@pytest.mark.parametrize(
    ("frequency", "limits"),
    [
        ("Bi monthly", between(-24, -6)),
        ("at least five times a year", between(None, -5)),
        ("Varies in each area - quarterly", between(None, None)),
    ],
)
def test_an_uncertain_frequency_gives_a_range(frequency: str, limits: Range) -> None:
    assert effect_of(a_register(a_meeting("one", frequency=frequency)), ends=("one",)).limits == limits


def test_a_meeting_that_is_not_held_has_no_effect() -> None:
    for status in ("proposed", "suspended"):
        assert effect_of(a_register(a_meeting("one", status=status, frequency="Monthly")), ends=("one",)).meetings == ()


COUNT = st.integers(0, 12)
HOURS = {"1h": (1, 1), "2 to 3 hours": (2, 3)}


@given(st.lists(st.tuples(COUNT, st.integers(1, 12), st.integers(0, 3), st.sampled_from([None, *HOURS])), min_size=1, max_size=4))
def test_hours_are_the_least_and_the_most_of_all_that_may_be(rows: list[tuple[int, int, int, str | None]]) -> None:
    meetings = [
        a_meeting(f"m{index}", frequency={"text": "x", "per_year": now}, participants=["a"] * seats, duration=duration)
        for index, (now, _, seats, duration) in enumerate(rows)
    ]
    wishes = {f"m{index}": f"{then} times a year" for index, (_, then, _, _) in enumerate(rows)}
    found = effect_of(a_register(*meetings), frequencies=wishes)
    counted = [sorted((then - now) * seats * long for long in HOURS[duration]) for now, then, seats, duration in rows if seats and duration]

    assert found.change == sum(then - now for now, then, _, _ in rows)
    assert found.hours == (between(sum(least for least, _ in counted), sum(most for _, most in counted)) if counted else None)


FREQUENCIES = {"Quarterly": (4, 4), "Bi monthly": (6, 24), "at least twice a year": (2, None)}


@given(st.lists(st.tuples(st.sampled_from(sorted(FREQUENCIES)), st.booleans()), min_size=1, max_size=4))
def test_every_reading_of_the_frequencies_is_within_the_limits(rows: list[tuple[str, bool]]) -> None:
    meetings = [
        a_meeting(f"m{index}", frequency=text, status="active" if ends else "proposed", review={} if ends else {"recommendation": "start"})
        for index, (text, ends) in enumerate(rows)
    ]
    ends = tuple(f"m{index}" for index, (_, ends) in enumerate(rows) if ends)
    limits = effect_of(a_register(*meetings), ends=ends, recommended=True).limits
    readings = [
        [(-count if ends else count) for count in (low, high if high is not None else low + 100)]
        for (low, high), ends in ((FREQUENCIES[text], ends) for text, ends in rows)
    ]
    totals = [sum(found) for found in product(*readings)]

    assert all((limits.least is None or limits.least <= total) and (limits.most is None or total <= limits.most) for total in totals)
    if all(high is not None for (_, high) in (FREQUENCIES[text] for text, _ in rows)):
        assert limits == between(min(totals), max(totals))


def test_the_hours_of_a_meeting_are_worked_out_once_however_often_an_answer_names_them(monkeypatch: pytest.MonkeyPatch) -> None:
    found = effect_of(a_register(a_meeting("one", **RECORDED), a_meeting("two", **RECORDED)), ends=("one", "two"))
    worked_out: list[int] = []

    def counted(a_year: Range, people: int, each: Range) -> Range:
        worked_out.append(people)
        return person_hours(a_year, people, each)

    monkeypatch.setattr(module, "person_hours", counted)

    assert [(found.hours, found.change) for _ in range(3)] == [(between(-32, -32), -8)] * 3
    assert [one.hours for one in found.meetings] == [between(-16, -16)] * 2
    assert worked_out == [2, 2]
