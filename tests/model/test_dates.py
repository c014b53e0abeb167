"""A date is a day, a month or a year, and counts as the span that it names."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreg.model.dates import first_day, in_words, is_date, is_day, last_day, no_such_day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2016-11-10", date(2016, 11, 10), date(2016, 11, 10)),
        ("2016-11", date(2016, 11, 1), date(2016, 11, 30)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2016", date(2016, 1, 1), date(2016, 12, 31)),
    ],
)
def test_a_date_is_the_span_that_it_names(text: str, first: date, last: date) -> None:
    assert (first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize("text", ["2016-13", "2017-02-29", "10/11/2016", "2016-1-1", "16", "", "2016-11-10T00:00", "٢٠١٦", "2016-11-10\n"])
def test_an_invalid_date_is_refused(text: str) -> None:
    assert not is_date(text)


def test_a_day_has_a_month_and_a_year() -> None:
    assert is_day("2016-11-10")
    assert not is_day("2016-11")


@given(st.dates())
def test_every_day_reads_back(day: date) -> None:
    assert first_day(day.isoformat()) == last_day(day.isoformat()) == day


def test_dates_read_as_people_write_them() -> None:
    assert [in_words(text) for text in ("2016-11-01", "2016-11", "2016")] == ["1 November 2016", "November 2016", "2016"]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("2016-04-31", "April has 30 days"),
        ("2017-02-29", "February 2017 has 28 days"),
        ("2016-13", "there is no month 13"),
        ("2016-00-10", "there is no month 0"),
        ("2016-11-00", "there is no day 0"),
        ("0000-11-10", "there is no year 0"),
        ("2016-11-10", ""),
        ("10.11.16", ""),
    ],
)
def test_a_date_that_does_not_exist_is_explained(typed: str, why: str) -> None:
    assert no_such_day(typed) == why
