"""Dates in an office's papers, which write them more loosely than people type them: `since Fri 3.4.26`, `Oct-26`."""

import re

from govreg.model.dates import is_date
from govreg.model.written_dates import day_first_date, existing_date, month_number

_WITH_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(?::\d{2})?(?:\.0+)?")
_LOOSE_NUMBERS = re.compile(r"(?P<day>\d{1,2})\s*[./-]\s*(?P<month>\d{1,2})\s*[./-]\s*(?P<year>\d{4}|\d{2})")
_LOOSE_MONTH = re.compile(r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -])?(?P<month>[A-Za-z]{3,9})\.?,?[ '’-]*(?P<year>\d{4}|\d{2})")
_WEEKDAY = re.compile(r"^(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?,? ", re.IGNORECASE)
_PREPOSITION = re.compile(r"^(?:since|from|on|in|until|till|to|by|dated|agreed|due)\s+", re.IGNORECASE)
_CENTURY = 2000
"""What is added to a year of two figures in a paper; papers about meetings are of this century."""


def paper_date(text: str) -> str:
    """The date that `text` names in an office's paper, as registers write it, with the day before the month; empty if it names none."""
    bare = _WEEKDAY.sub("", _PREPOSITION.sub("", " ".join(text.split()).strip(" .")))
    if timed := _WITH_TIME.fullmatch(bare):
        bare = timed[1]
    if date := bare if is_date(bare) else day_first_date(bare):
        return date
    if found := _LOOSE_NUMBERS.fullmatch(bare):
        month = int(found["month"])
    elif found := _LOOSE_MONTH.fullmatch(bare):
        month = month_number(found["month"])
    else:
        return ""
    year = int(found["year"])
    return existing_date(year if len(found["year"]) > len("26") else _CENTURY + year, month, found["day"])
