"""Meetings a year of one entry: of one instance and of all, exceptions counted, never guessed."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import a_meeting, a_register
from govreg.analysis.frequency import Certainty
from govreg.analysis.meetings_per_year import YearlyCount, YearlyTotal, number, yearly_count, yearly_total

AREAS: dict[str, dict[str, Any]] = {
    "avon-and-somerset": {"name": "Avon and Somerset"},
    "bristol": {"name": "Bristol", "part_of": "avon-and-somerset"},
    "somerset": {"name": "Somerset", "part_of": "avon-and-somerset"},
    "south-gloucestershire": {"name": "South Gloucestershire", "aliases": ["South Glos"], "part_of": "avon-and-somerset"},
    "north-somerset": {"name": "North Somerset", "part_of": "avon-and-somerset"},
    "bath": {"name": "Bath", "part_of": "avon-and-somerset"},
}


def counted(frequency: object, **keys: Any) -> tuple[Fraction | None, Fraction | None, str]:
    meeting = a_meeting(frequency=frequency, **keys)
    found = yearly_count(meeting, a_register(meeting, areas=AREAS))
    return found.per_year, found.total, found.certainty


def test_one_meeting_is_counted_once() -> None:
    assert counted("Quarterly") == (4, 4, "exact")


def test_a_meeting_per_area_is_counted_in_each_with_its_exceptions() -> None:
    phrase = "Quarterly (except South Glos – three times a year)"

    assert counted(phrase, instances="per-area") == (4, 19, "exact")
    assert counted(f"Varies in each LA area - {phrase}", instances="per-area") == (4, 19, "varies")
    assert counted(phrase, instances="per-area", areas=["bristol", "south-gloucestershire"]) == (4, 7, "exact")


def test_a_count_in_the_entry_wins_over_the_phrase() -> None:
    assert counted({"text": "Quarterly", "per_year": 6}) == (6, 6, "exact")
    assert counted({"text": "Bi monthly", "per_year": 24}) == (24, 24, "exact")
    phrase = {"text": "Quarterly (except South Glos – three times a year)", "exceptions": {"south-gloucestershire": 2}}
    assert counted(phrase, instances="per-area") == (4, 18, "exact")


def test_an_exception_for_an_area_holds_in_its_parts() -> None:
    assert counted({"text": "Quarterly", "exceptions": {"avon-and-somerset": 2}}, instances="per-area") == (4, 10, "exact")


@pytest.mark.parametrize("phrase", ["TBC after stakeholder engagement", "as required", "Varies in each LA area", None])
def test_a_frequency_without_a_number_gets_none(phrase: str | None) -> None:
    assert counted(phrase, instances="per-area")[:2] == (None, None)


def test_a_total_needs_every_instance() -> None:
    unclear = {"text": "as required", "exceptions": {"bristol": 2}}
    assert counted(unclear, instances="per-area")[1] is None
    assert counted(unclear, instances="per-area", areas=["bristol"])[1] == 2


def test_a_sum_says_how_many_it_leaves_out() -> None:
    register = a_register(areas=AREAS)
    entries = [yearly_count(a_meeting(frequency=phrase), register) for phrase in ("Quarterly", "at least five times a year", "as required")]

    found = yearly_total(entries)

    assert (found.per_year, found.unknown) == (9, 1)
    assert yearly_total(entries[:2]).certainty == "at-least"
    assert yearly_total([]).per_year is None


@pytest.mark.parametrize(
    ("low", "high", "is_range"), [(1, 2, True), (2, 2, False), (None, 2, False), (1, None, False), (None, None, False)]
)
def test_a_sum_is_a_range_where_it_has_two_ends_that_differ(low: int | None, high: int | None, *, is_range: bool) -> None:
    ends = [Fraction(end) if end is not None else None for end in (low, high)]

    assert YearlyTotal(None, Certainty.AMBIGUOUS, 0, *ends).is_range is is_range


def test_an_entry_has_its_instances_and_ends() -> None:
    def found(frequency: object, **keys: Any) -> YearlyCount:
        return yearly_count(a_meeting(frequency=frequency, **keys), a_register(areas=AREAS))

    assert [found("Quarterly").instances, found("Quarterly", instances="per-area").instances] == [1, 5]
    assert [(one.low, one.high) for one in map(found, ("Quarterly", "Bi monthly", "as required", None))] == [
        (4, 4),
        (6, 24),
        (None, None),
        (None, None),
    ]
    assert [(one.low, one.high) for one in map(found, ("at least five times a year", "Varies in each LA area - Quarterly"))] == [
        (5, None),
        (None, None),
    ]
    assert found({"text": "Bi monthly", "per_year": 6}).understood.certainty is Certainty.AMBIGUOUS


def test_one_entry_without_a_number_makes_the_sum_unknown_and_none_at_all_too() -> None:
    register = a_register(areas=AREAS)
    known, unknown = (yearly_count(a_meeting(frequency=phrase), register) for phrase in ("Quarterly", "as required"))

    assert (yearly_total([]).certainty, yearly_total([]).unknown) == (Certainty.UNKNOWN, 0)
    assert (yearly_total([known]).certainty, yearly_total([known]).unknown) == (Certainty.EXACT, 0)
    assert (yearly_total([known, unknown, unknown]).certainty, yearly_total([known, unknown, unknown]).unknown) == (Certainty.UNKNOWN, 2)
    assert yearly_total([unknown]).per_year is None


def test_numbers_are_whole_where_they_are() -> None:
    assert [repr(number(count)) for count in (Fraction(4), Fraction(3, 2), Fraction(13, 4), None)] == ["4", "1.5", "3.25", "None"]


def together(*phrases: object, **keys: Any) -> tuple[Fraction | None, Fraction | None, Fraction | None, str]:
    register = a_register(areas=AREAS)
    found = yearly_total(yearly_count(a_meeting(frequency=phrase, **keys), register) for phrase in phrases)
    return found.low, found.per_year, found.high, found.certainty


@pytest.mark.parametrize(
    ("phrases", "low", "per_year", "high", "certainty"),
    [
        (("bi-annual", "bi-annual"), 1, 4, 4, "ambiguous"),
        (("Bi monthly", "Quarterly"), 10, 10, 28, "ambiguous"),
        (("Quarterly", "Six monthly"), 6, 6, 6, "exact"),
        (("at least five times a year", "Bi monthly"), 11, 11, None, "ambiguous"),
        (("Varies in each LA area - Quarterly", "Quarterly"), None, 8, None, "varies"),
        (({"text": "Bi monthly", "per_year": 24}, "Quarterly"), 28, 28, 28, "exact"),
        (("as required",), None, None, None, "unknown"),
        (("as required", "Quarterly"), 4, 4, 4, "unknown"),
    ],
)
def test_a_sum_of_ambiguous_numbers_is_a_range(
    phrases: tuple[object, ...], low: int | None, per_year: int | None, high: int | None, certainty: str
) -> None:
    assert together(*phrases) == (low, per_year, high, certainty)


def test_both_readings_count_in_every_area_without_an_exception() -> None:
    phrase = {"text": "Bi monthly", "exceptions": {"bristol": 3}}

    assert together(phrase, instances="per-area") == (27, 27, 99, "ambiguous")


@given(st.lists(st.sampled_from(["Quarterly", "bi-annual", "Bi monthly", "at least five times a year", "as required", "usually monthly"])))
def test_a_sum_is_within_its_range(phrases: list[str]) -> None:
    low, per_year, high, _ = together(*phrases)

    assert per_year is not None or (low, high) == (None, None)
    assert low is None or per_year is None or low <= per_year
    assert high is None or per_year is None or per_year <= high


@given(st.data())
def test_exceptions_count_as_a_look_at_each_area_would(data: st.DataObject) -> None:
    ids = [f"a{number}" for number in range(8)]
    parents = {id_: data.draw(st.sampled_from([None, *ids[:number]])) for number, id_ in enumerate(ids)}
    exceptions = data.draw(st.dictionaries(st.sampled_from(ids), st.integers(1, 9), max_size=4))
    held_in = data.draw(st.lists(st.sampled_from(ids), unique=True))
    meeting = a_meeting(
        areas=held_in,
        instances="per-area",
        frequency={"per_year": "12", "exceptions": {area: str(count) for area, count in exceptions.items()}},
    )
    register = a_register(meeting, areas={id_: {"part_of": parent} if parent else {} for id_, parent in parents.items()})

    one_by_one = [
        next((exceptions[above] for above in register.areas_above(area) if above in exceptions), 12)
        for area in register.lowest_areas(held_in)
    ]

    assert yearly_count(meeting, register).total == sum(one_by_one)


def test_instances_and_exceptions_are_counted_without_going_through_the_areas(monkeypatch: pytest.MonkeyPatch) -> None:
    areas = {"county": {}, **{f"town-{number}": {"part_of": "county"} for number in range(50)}}
    frequency = {"per_year": 4, "exceptions": {"town-1": 2, "county": 3}}
    meetings = [
        a_meeting("named", areas=["county"], instances="per-area", frequency=frequency),
        a_meeting("all", instances="per-area", frequency=frequency),
    ]
    register = a_register(*meetings, areas=areas)
    monkeypatch.delattr("govreg.model.register.Register.lowest_areas")
    monkeypatch.delattr("govreg.model.nesting.Nesting.lowest_in")

    assert [yearly_count(meeting, register).total for meeting in meetings] == [49 * 3 + 2] * 2


def test_a_number_that_many_exceptions_have_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[object] = []

    def counted(*values: Any) -> Fraction:
        read.extend(value for value in values if value == "7.5")
        return Fraction(*values)

    monkeypatch.setattr("govreg.analysis.meetings_per_year.Fraction", counted)
    frequency = {"per_year": 4, "exceptions": {f"town-{number}": 7.5 for number in range(50)}}
    meeting = a_meeting("board", instances="per-area", frequency=frequency)

    assert yearly_count(meeting, a_register(meeting, areas={f"town-{number}": {} for number in range(50)})).total == 50 * Fraction("7.5")
    assert len(read) <= 1
