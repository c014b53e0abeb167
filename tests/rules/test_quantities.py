"""Which counts, durations, times and web addresses are valid, as people write them."""

import pytest

from building import a_meeting, a_register, a_sitting, found_at
from govreg.rules.quantities import invalid_duration, invalid_time, invalid_web_address, more_than_daily, zero_per_year


@pytest.mark.parametrize(("count", "found"), [("365", 0), ("366", 0), ("367", 1), ("366.5", 1)])
def test_a_meeting_is_held_once_a_day_at_most_in_a_leap_year_too(count: str, found: int) -> None:
    held = a_meeting(frequency={"per_year": count})
    there = a_meeting("local-meetings", frequency={"text": "Quarterly", "exceptions": {"bristol": "4", "somerset": count}})

    assert (
        found_at(more_than_daily, a_register(held, there))
        == [
            f"budget-committee frequency.per_year: {float(count):g} meetings a year is more than one a day.",
            f"local-meetings frequency.exceptions.somerset: {float(count):g} meetings a year is more than one a day.",
        ]
        * found
    )


def test_a_meeting_without_a_frequency_hides_no_other() -> None:
    register = a_register(a_meeting("a"), a_meeting("b", frequency={"per_year": "0"}), a_meeting("c", frequency={"per_year": "2016"}))

    assert found_at(zero_per_year, register) == ["b frequency.per_year: The meeting would be held zero times a year."]
    assert found_at(more_than_daily, register) == ["c frequency.per_year: 2016 meetings a year is more than one a day."]


def test_a_count_is_shown_with_all_its_digits() -> None:
    register = a_register(a_meeting("a", frequency={"per_year": "2000000"}))

    assert found_at(more_than_daily, register) == ["a frequency.per_year: 2000000 meetings a year is more than one a day."]


def test_one_meeting_a_year_or_less_is_not_none() -> None:
    register = a_register(
        a_meeting("a", frequency={"per_year": "1"}),
        a_meeting("b", frequency={"per_year": "0.5"}),
        a_meeting("c", frequency={"text": "Quarterly", "exceptions": {"bristol": "1", "somerset": "0"}}),
    )

    assert found_at(zero_per_year, register) == [
        "c frequency.exceptions.somerset: The meeting would be held zero times a year in “somerset”."
    ]


@pytest.mark.parametrize(
    "text",
    [
        *("2h", "1h30", "2 hr", "2 hrs", "1 hour", "2 hours", "90m", "90 min", "90 mins", "1 minute", "90 minutes"),
        *("1 day", "2 days", "a week", "two weeks", "PT2H", "pt90m", "an hour", "One day", "half an hour"),
        *("a morning", "two mornings", "an afternoon", "afternoons", "an evening", "evenings", "until noon", "until midday"),
        *("9am to 11am", "9 a.m. to noon", "2pm", "2 p.m."),
        *(
            "varies",
            "it will vary",
            "varied",
            "variable",
            "as required",
            "as needed",
            "as necessary",
            "depends on the agenda",
            "depending on it",
        ),
        *("1:30", "0:45", "23:59", "24:00", "2 to 3:30", "0.5 h", "TBC"),
        *("1h (0 minutes for lunch)", "2h - 3h"),
    ],
)
def test_a_length_of_time_as_people_write_it(text: str) -> None:
    assert found_at(invalid_duration, a_register(a_meeting(duration=text))) == []


@pytest.mark.parametrize(
    "text",
    [
        *("2", "two", "banana", "2 parsecs", "long", "2x", "2 horses", "one monthly", "the Amazon"),
        *("0h", "0 minutes", "0:00", "0.0 hours", "-2h", "−2h", "-1:30"),
        *("24:01", "25:00", "1:60", "1:5", "1:300", "covariance", "basically"),
    ],
)
def test_what_is_not_a_length_of_time(text: str) -> None:
    found = found_at(invalid_duration, a_register(a_meeting(), a_meeting("finance-board", duration=text)))

    assert found == [f"finance-board duration: “{text}” is not a length of time."]


def times(text: str) -> list[str]:
    """What is found of a meeting at the time `text`, without its place."""
    found = found_at(invalid_time, a_register(a_meeting()), a_sitting(), a_sitting("budget-committee/2018-05-02", time=text))
    return [one.removeprefix("budget-committee/2018-05-02 time: ") for one in found]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "13:00 to 17:00",
            "13.00-17.00",
            "1300 to 1700",
            "09:30 until 11:00",
            "9:00 till 9:01",
            "0930 – 1130",
            "0930—1130 hours",
            "0930 to 1130h",
        ),
        *("00:00 to 24:00", "10am", "10 a.m.", "12pm", "12:59 pm", "1 to 3pm", "noon", "midday", "midnight"),
        *("all day", "in the morning", "afternoon", "evening", "at lunchtime", "TBC", "9.30 to 1.00", "12:30 to 1:30"),
        *("from 10", "1400 hrs", "after item 17:15:30", "costs £1290 hours"),
    ],
)
def test_a_time_of_day_as_people_write_it(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize(
    "text",
    [
        *("sometime", "later", "mornings", "soon", "the afternoons"),
        *(
            "24:01",
            "25:00",
            "13:60",
            "13:5",
            "9:3 to 10:30",
            "13:5x to 13:600",
            "9:75",
            "13am",
            "13pm",
            "14:00 pm",
            "14.30 a.m.",
            "2460 hrs",
            "2401 to 2402",
        ),
        *("1075 hours", "1075h", "1075 to 1100", "1100 to 1175"),
    ],
)
def test_what_is_not_a_time_of_day(text: str) -> None:
    assert times(text) == [f"“{text}” is not a time of day."]


@pytest.mark.parametrize(
    "text",
    [
        *("17:00 to 13:00", "17.00-13.00", "1700 – 1300 hrs", "13:00 to 12:59", "13:30 until 13:00", " 17:00 till 13:00 "),
        *("10:00 to 10:00", "9:00—9:00", "1700 to 1300 hours", "17:00 to 13:00 h", "23:00 to 1:00"),
    ],
)
def test_a_time_that_ends_before_it_begins(text: str) -> None:
    assert times(text) == [f"“{text}” ends before it begins."]


@pytest.mark.parametrize("text", ["https://example.org", "http://example.org/a?b=c", "HTTPS://example.org", "TBC"])
def test_a_web_address(text: str) -> None:
    assert found_at(invalid_web_address, a_register(a_meeting(terms_of_reference={"url": text}, sources=[{"url": text}]))) == []


@pytest.mark.parametrize(
    "text",
    [
        "example.org",
        "ftp://example.org",
        "https://",
        "https:///terms",
        "https://example.org/a b",
        "https://[",
    ],
)
def test_what_is_not_a_web_address(text: str) -> None:
    assert found_at(invalid_web_address, a_register(a_meeting(sources=[{"reference": "www"}, {"url": text}]))) == [
        f"budget-committee sources.1.url: “{text}” is not a web address."
    ]
