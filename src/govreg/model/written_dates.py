"""Dates as people in a British office write them: `1 October 2026`, `Oct 2026`, `1/10/2026`."""

import re

from govreg.model.dates import MONTHS, in_words, is_date

_DAY_MONTH_YEAR = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? )?(?P<month>[a-z]{3,9})\.?,? (?P<year>[12]\d{3})", re.ASCII | re.IGNORECASE
)
_MONTH_DAY_YEAR = re.compile(r"(?P<month>[a-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>[12]\d{3})", re.ASCII | re.IGNORECASE)
_NUMBERS = re.compile(r"(?:(?P<day>\d{1,2})(?P<mark>[./-]))?(?P<month>\d{1,2})(?(mark)(?P=mark)|[./-])(?P<year>[12]\d{3})", re.ASCII)
_YEAR_FIRST = re.compile(r"(?P<year>[12]\d{3})(?P<mark>[./-])(?P<month>\d{1,2})(?:(?P=mark)(?P<day>\d{1,2}))?", re.ASCII)
_SHORT_YEAR = re.compile(r"\d{1,2}([./ -])\d{1,2}\1\d{2}|(?:\d{1,2}(?:st|nd|rd|th)? )?[a-z]{3,9}\.? '?\d{2}", re.ASCII | re.IGNORECASE)
_MONTHS = len(MONTHS)


def unambiguous_date(text: str) -> str:
    """The date that `text` names in words or figures, as registers write it; empty if it names none, or could name two.

    `1/10/2026` could be in January, so it gives an empty text.
    """
    date = day_first_date(text)
    return "" if date and month_may_be_first(text) else date


def day_first_date(text: str) -> str:
    """The date that `text` names, as registers write it, with the day before the month; empty if it names none.

    A year of two figures gives an empty text: `3/4/26` could be a day in 2003.
    """
    typed = " ".join(text.split())
    if found := _DAY_MONTH_YEAR.fullmatch(typed) or _MONTH_DAY_YEAR.fullmatch(typed):
        number = month_number(found["month"])
    elif found := _NUMBERS.fullmatch(typed) or _YEAR_FIRST.fullmatch(typed):
        number = int(found["month"])
    else:
        return ""
    return existing_date(int(found["year"]), number, found["day"])


def existing_date(year: int, month: int, day: str | None) -> str:
    """The date as registers write it, a month where `day` is empty; empty if there is no such day or month."""
    date = f"{year:04}-{month:02}" + (f"-{int(day):02}" if day else "")
    return date if is_date(date) else ""


def month_number(word: str) -> int:
    """The month, from 1 to 12, whose name begins with `word`, of three letters or more; 0 if none does."""
    return next((number for number, name in enumerate(MONTHS, 1) if name.casefold().startswith(word.casefold())), 0)


def month_may_be_first(text: str) -> bool:
    """Whether `text` is another date where the month is written before the day, as in American papers: `1/10/2026`."""
    found = _NUMBERS.fullmatch(text.strip())
    return bool(found and found["day"] and found["day"] != found["month"] and 0 < int(found["day"]) <= _MONTHS)


def how_to_write(text: str) -> str:
    """What to write for `text`, which is not a date as registers write it."""
    date = day_first_date(text)
    if date and month_may_be_first(text):
        return f"Write “{date}” if you mean {in_words(date)}."
    if date:
        return f"Write “{date}”."
    if _SHORT_YEAR.fullmatch(text.strip()):
        return "Write the year in full, as in 2026-04-03, 2026-04 or 2026: two figures can be read in more than one way."
    return "Write a day, a month or a year, such as 2016-11-10, 2016-11 or 2016."
