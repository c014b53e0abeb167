"""A date as people write it is read if it has one reading, with the day first where that decides it, and is never guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreg.model.dates import in_words, is_date
from govreg.model.written_dates import day_first_date, how_to_write, month_may_be_first, unambiguous_date

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("30 March 2020", "2020-03-30"),
        ("1st Nov 2016", "2016-11-01"),
        ("2nd of november 2016", "2016-11-02"),
        ("October 1, 2026", "2026-10-01"),
        ("Sept 2016", "2016-09"),
        ("Oct. 2026", "2026-10"),
        ("13/4/2026", "2026-04-13"),
        ("04.04.2026", "2026-04-04"),
        ("10/2026", "2026-10"),
        ("2026/4/13", "2026-04-13"),
        ("2026-4-3", "2026-04-03"),
        ("1/10/2026", ""),
        ("31 April 2016", ""),
        ("March 16", ""),
        ("in spring 2016", ""),
        ("Marching 2016", ""),
    ],
)
def test_a_date_with_one_reading_is_understood(typed: str, written: str) -> None:
    assert unambiguous_date(typed) == written


@pytest.mark.parametrize(
    ("typed", "written"),
    [("1/10/2026", "2026-10-01"), ("01-10-2026", "2026-10-01"), ("10/13/2026", ""), ("3/4/26", ""), ("1/10-2026", "")],
)
def test_figures_are_read_day_first_with_the_year_in_full(typed: str, written: str) -> None:
    assert day_first_date(typed) == written


@given(DAYS)
def test_every_way_to_write_a_day_gives_that_day(day: date) -> None:
    for typed in (in_words(day.isoformat()), f"{day.day}/{day.month}/{day.year}", f"{day.year}.{day.month}.{day.day}"):
        assert day_first_date(typed) == day.isoformat()
    assert unambiguous_date(in_words(day.isoformat())) == day.isoformat()


@given(st.text(alphabet="0123456789 /.-JanMarchOct", max_size=14))
def test_what_is_read_is_a_date(text: str) -> None:
    assert day_first_date(text) == "" or is_date(day_first_date(text))


def test_a_day_that_may_be_a_month_is_recognised() -> None:
    assert month_may_be_first("1/10/2026")
    assert not month_may_be_first("13/10/2026")
    assert not month_may_be_first("4/4/2026")


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("1/10/2026", "Write “2026-10-01” if you mean 1 October 2026."),
        ("Oct 2026", "Write “2026-10”."),
        ("3/4/26", "Write the year in full"),
        ("3 April 26", "Write the year in full"),
        ("soon", "Write a day, a month or a year"),
    ],
)
def test_the_hint_says_what_to_write(typed: str, hint: str) -> None:
    assert how_to_write(typed).startswith(hint)
