"""In which months meetings are held."""

import pytest

from building import a_meeting, a_register
from govreg.analysis.meetings_per_year import yearly_count
from govreg.analysis.months import MonthCounts, month_counts

AREAS: dict[str, dict[str, str]] = {"north": {}, "south": {}}


@pytest.mark.parametrize(
    ("frequency", "by_month"),
    [
        ("Twice a year (March and September)", {3: 1, 9: 1}),
        ("Annually in March", {3: 1}),
        ("At least twice a year (March and September)", {}),
        ("Quarterly", {}),
        ({"text": "Twice a year (March and September)", "per_year": 3}, {}),
        ({"text": "Twice a year (March and September)", "exceptions": {"north": 1}}, {3: 1, 9: 1}),
        (None, {}),
    ],
)
def test_months_count_where_the_frequency_settles_all_of_them(frequency: object, by_month: dict[int, int]) -> None:
    meeting = a_meeting("m", frequency=frequency)
    found = month_counts({"m": yearly_count(meeting, a_register(meeting, areas=AREAS))})

    assert found.by_month == by_month
    assert (found.known, found.unknown) == ((("m",), ()) if by_month else ((), ("m",)))


def test_each_instance_counts_unless_one_differs() -> None:
    frequency = "Twice a year (March and September)"
    alike = a_meeting("m", frequency=frequency, instances="per-area")
    differing = a_meeting("m", frequency={"text": frequency, "exceptions": {"north": 1}}, instances="per-area")

    assert month_counts({"m": yearly_count(alike, a_register(alike, areas=AREAS))}).by_month == {3: 2, 9: 2}
    assert month_counts({"m": yearly_count(differing, a_register(differing, areas=AREAS))}).by_month == {}


def test_no_month_is_busiest_where_all_have_the_same() -> None:
    assert MonthCounts({3: 2, 9: 1}, (), ()).busiest == (3,)
    assert MonthCounts(dict.fromkeys(range(1, 13), 1), (), ()).busiest == ()
    assert MonthCounts({}, (), ()).busiest == ()
