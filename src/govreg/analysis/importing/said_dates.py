"""Dates as people write them in papers, as a register has them."""

import re

from govreg.model.dates import is_date
from govreg.model.spoken_dates import month_number, spoken

_NUMERIC = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})")
_SHORT = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -])?([A-Za-z]{3,9})\.?,?[ '’-]*(\d{4}|\d{2})")
_AMERICAN = re.compile(r"([A-Za-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_TIMED = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(?::\d{2})?(?:\.0+)?")
_DAY = re.compile(r"^(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?,? ", re.IGNORECASE)
_FROM = re.compile(r"^(?:since|from|on|in|until|till|to|by|dated|agreed|due)\s+", re.IGNORECASE)
_CENTURY = 2000
_TWO = 2


def date_of(text: str) -> str | None:
    """The date that `text` is, as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, a day before its month as in Britain; None if it is none."""
    bare = _DAY.sub("", _FROM.sub("", " ".join(text.split()).strip(" .")))
    if is_date(bare):
        return bare
    timed = _TIMED.fullmatch(bare)
    if timed is not None and is_date(timed[1]):
        return timed[1]
    if said := spoken(bare):
        return said
    numeric = _NUMERIC.fullmatch(bare)
    if numeric is not None:
        return _checked(numeric[3], int(numeric[2]), int(numeric[1]))
    american = _AMERICAN.fullmatch(bare)
    if american is not None and (month := month_number(american[1])):
        return _checked(american[3], month, int(american[2]))
    short = _SHORT.fullmatch(bare)
    if short is not None and (month := month_number(short[2])):
        return _checked(short[3], month, int(short[1]) if short[1] else None)
    return None


def _checked(year: str, month: int, day: int | None) -> str | None:
    full = int(year) if len(year) > _TWO else _CENTURY + int(year)
    date = f"{full:04}-{month:02}" + (f"-{day:02}" if day is not None else "")
    return date if is_date(date) else None
