"""Dates as registers write them: a day, a month or a year, kept as text and compared as the span they name."""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def is_date(text: str) -> bool:
    """Whether `text` is `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, and such a day or month exists."""
    try:
        first_day(text)
    except ValueError:
        return False
    return True


def is_day(text: str) -> bool:
    """Whether `text` is one whole day, `YYYY-MM-DD`."""
    return len(text) == len("2016-11-10") and is_date(text)


@lru_cache(maxsize=4096)  # the sources and terms of a register have few dates, each many times
def first_day(text: str) -> date:
    """The first day of the span that `text` names, which counts for `from`. Raises ValueError if `text` isn't a date."""
    match = DATE.fullmatch(text) if text.isascii() else None
    if match is None:
        raise ValueError(text)
    year, month, day = match.groups()
    return date(int(year), int(month or 1), int(day or 1))


def last_day(text: str) -> date:
    """The last day of the span that `text` names, which counts for `until` and `due`. Raises ValueError if `text` isn't a date."""
    start = first_day(text)
    if len(text) == len("2016"):
        return date(start.year, 12, 31)
    if len(text) == len("2016-11"):
        return date(start.year, start.month, monthrange(start.year, start.month)[1])
    return start


def no_such_day(text: str) -> str:
    """Why `text`, in the form of a date, doesn't exist: `April has 30 days`; empty if it exists, or isn't in that form."""
    match = DATE.fullmatch(text) if text.isascii() else None
    if match is None or is_date(text):
        return ""
    year, month, day = (int(part or 1) for part in match.groups())
    if year == 0:
        return "there is no year 0"
    if not 1 <= month <= len(MONTHS):
        return f"there is no month {month}"
    of_year = f" {year}" if MONTHS[month - 1] == "February" else ""
    return f"{MONTHS[month - 1]}{of_year} has {monthrange(year, month)[1]} days" if day else "there is no day 0"


def in_words(text: str) -> str:
    """`text` as a person reads it: `2016-11-10` gives `10 November 2016`, `2016-11` gives `November 2016`."""
    start = first_day(text)
    month = MONTHS[start.month - 1]
    return {4: str(start.year), 7: f"{month} {start.year}"}.get(len(text), f"{start.day} {month} {start.year}")


MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
