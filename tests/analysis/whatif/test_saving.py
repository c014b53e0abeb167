"""What is saved: sittings where both counts are known, and person-hours from the least to the most, never a point that nobody knows."""

from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import a_meeting, a_register
from govreg.analysis.whatif.saving import HOURS, PEOPLE, Range, Saving, lasts, people, saving
from govreg.analysis.whatif.scenario import ScenarioOptions, apply_scenario, scenario
from govreg.model.register import Register


def saved(register: Register, **wishes: Any) -> Saving:
    supposed = scenario(register, ScenarioOptions(**wishes))
    return saving(register, apply_scenario(register, supposed), supposed)


def hours(least: float, most: float) -> Range:
    return Range(Fraction(least), Fraction(most))


def test_what_ends_saves_all_its_sittings() -> None:
    found = saved(a_register(a_meeting("one", frequency="Quarterly", duration="2h", participants=["a", "b"])), ends=("one",))

    assert (found.sittings.per_year, found.sittings.certainty, found.hours) == (4, "exact", hours(4 * 2 * 2, 4 * 4 * 2))


def test_what_starts_costs() -> None:
    register = a_register(a_meeting("one", status="proposed", review={"recommendation": "start"}, frequency="Quarterly", duration="2h"))

    found = saved(register, recommended=True)

    assert (found.sittings.per_year, found.hours) == (-4, hours(-4 * 20 * 2, -4 * 3 * 2))


def test_what_is_held_less_often_saves_the_difference() -> None:
    register = a_register(a_meeting("one", frequency="Quarterly", duration="1h", participants=["a"]))

    found = saved(register, frequencies={"one": "twice a year"})

    assert (found.sittings.per_year, found.hours) == (2, hours(2, 4))


def test_what_has_no_number_is_in_no_sum() -> None:
    register = a_register(a_meeting("one", frequency="TBC"), a_meeting("two", frequency="Quarterly"))

    assert saved(register, ends=("one",)).hours is None
    assert saved(register, ends=("one",)).sittings.per_year is None
    assert (saved(register, ends=("one", "two")).sittings.per_year, saved(register, ends=("one", "two")).sittings.unknown) == (4, 1)
    assert saved(register, frequencies={"two": "as required"}).sittings.per_year is None


def test_both_readings_of_a_frequency_are_in_the_range() -> None:
    register = a_register(a_meeting("one", frequency="Bi monthly", duration="1h", participants=["a"]))

    assert saved(register, ends=("one",)).hours == hours(6, 24 * 2)


def test_what_is_not_held_saves_nothing() -> None:
    assert saved(a_register(a_meeting("one", status="suspended", frequency="Monthly")), ends=("one",)).changed == ()


def test_a_collective_sends_up_to_one_of_each_member_but_not_to_each_area() -> None:
    organisations = {"all": {"members": ["a", "b", "c"]}, "a": {}}
    seats = ["all", {"organisation": "a", "attendance": "by-invitation"}]
    register = a_register(organisations=organisations)

    assert people(a_meeting(participants=seats), register) == (1, 4)
    assert people(a_meeting(participants=seats, instances="per-area"), register) == (1, 3)
    assert people(a_meeting(), register) is None


@pytest.mark.parametrize(
    ("duration", "found"),
    [
        ("2h", (2, 2)),
        ("1h30", (1.5, 1.5)),
        ("1.5 hours", (1.5, 1.5)),
        ("90 minutes", (1.5, 1.5)),
        ("2 to 3 hours", (2, 3)),
        ("2-3h", (2, 3)),
        ("half a day", None),
        (None, None),
    ],
)
def test_a_duration_is_read_where_it_says_hours(duration: str | None, found: tuple[float, float] | None) -> None:
    assert lasts(duration) == found


COUNT = st.integers(0, 12)


@given(st.lists(st.tuples(COUNT, COUNT, st.integers(0, 3), st.sampled_from([None, "1h", "2 to 3 hours"])), min_size=1, max_size=4))
def test_the_range_is_the_least_and_the_most_of_all_that_may_be(rows: list[tuple[int, int, int, str | None]]) -> None:
    meetings = [
        a_meeting(f"m{index}", frequency={"text": "x", "per_year": now}, participants=["a"] * seats, duration=duration)
        for index, (now, _, seats, duration) in enumerate(rows)
    ]
    found = saved(
        a_register(*meetings), frequencies={f"m{index}": f"{then} times a year" for index, (_, then, _, _) in enumerate(rows) if then}
    )
    least = most = Fraction(0)
    said = {None: HOURS, "1h": hours(1, 1), "2 to 3 hours": hours(2, 3)}
    for now, then, seats, duration in rows:
        if then:
            heads = hours(seats, 2 * seats) if seats else PEOPLE
            all_of_them = [(now - then) * who * long for who, long in product(heads, said[duration])]
            least, most = least + min(all_of_them), most + max(all_of_them)

    assert (found.hours or (0, 0)) == (least, most)
    assert (found.sittings.per_year or 0) == sum(now - then for now, then, _, _ in rows if then)
