"""Durations as registers write them: hours or minutes, or a range of them."""

import re
from fractions import Fraction
from functools import lru_cache

_NUMBER = r"\d{1,4}(?:\.\d{1,3})?"
_HOUR, _MINUTE = r"(?:h|hrs?|hours?)", r"(?:m|mins?|minutes?)"
_ONE = rf"(?:{_NUMBER}\s*{_HOUR}(?:\s*\d{{1,2}}\s*{_MINUTE}?)?|\d{{1,4}}\s*{_MINUTE})"
PATTERN = rf"(?:(?:{_ONE}|{_NUMBER})\s*(?:to|-|–)\s*)?{_ONE}"
"""Any duration, in lower case: `2h`, `1h30`, `90 minutes`, `2 to 3 hours`, `30m to 1h`."""

# Compiled when a register first states a duration: 8 million instructions, where many state none.
_RANGE = rf"(?a:(?:(?P<first>{_ONE}|{_NUMBER})\s*(?:to|-|–)\s*)?(?P<last>{_ONE}))"
_PARTS = rf"(?a:(?P<number>{_NUMBER})\s*(?:(?P<hours>{_HOUR})(?:\s*(?P<and>\d{{1,2}})\s*{_MINUTE}?)?|{_MINUTE}))"
_UNIT = rf"{_HOUR}|{_MINUTE}"


@lru_cache(maxsize=1024)
def hours(text: str) -> tuple[Fraction, Fraction] | None:
    """The fewest and the most hours that `text` gives; None where it gives none, or a range whose first end is the higher."""
    found = re.fullmatch(_RANGE, text.strip().lower())
    if found is None:
        return None
    last, first = found["last"], found["first"]
    if first is None:
        return _hours(last), _hours(last)
    unit = re.search(_UNIT, last)
    least = _hours(first if re.search(_UNIT, first) or unit is None else f"{first} {unit[0]}")
    return (least, _hours(last)) if least <= _hours(last) else None


def _hours(one: str) -> Fraction:
    found = re.fullmatch(_PARTS, one)
    if found is None:
        raise ValueError(one)
    number = Fraction(found["number"])
    return number + Fraction(found["and"] or 0) / 60 if found["hours"] else number / 60
