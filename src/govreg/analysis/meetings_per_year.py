"""How many meetings a year an entry comes to: of one instance, and of all that it stands for."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from govreg.analysis.frequency import Certainty, Understood, understand, weakest
from govreg.model.meeting import Meeting
from govreg.model.register import Register


class YearlyCount(NamedTuple):
    """Meetings a year of one entry."""

    per_year: Fraction | None
    """Of one instance, or None where nothing gives a number."""
    total: Fraction | None
    """Of all instances, exceptions counted, or None where one of them has no number."""
    certainty: Certainty
    instances: int
    understood: Understood
    """What its phrase alone comes to."""


class YearlyTotal(NamedTuple):
    """Meetings a year of several entries together."""

    per_year: Fraction | None
    """The sum of those that are known, or None where none is."""
    certainty: Certainty
    unknown: int
    """How many entries have no number; they are in no sum."""


def yearly_count(meeting: Meeting, register: Register) -> YearlyCount:
    """How many meetings a year `meeting` comes to."""
    written = meeting.frequency
    phrase = written.text if written is not None else None
    understood = _understood(phrase or "", register.area_names)
    per_year, certainty = understood.per_year, understood.certainty
    exceptions = dict(understood.exceptions)
    if written is not None:
        exceptions.update({area: Fraction(str(count)) for area, count in written.exceptions.items()})
        if written.per_year is not None:
            per_year, certainty = Fraction(str(written.per_year)), Certainty.EXACT
    areas = register.instance_areas(meeting)
    if not areas:
        return YearlyCount(per_year, per_year, certainty, 1, understood)
    counts = [_count_in(area, per_year, exceptions, register) for area in areas]
    known = [count for count in counts if count is not None]
    total = sum(known, Fraction(0)) if len(known) == len(counts) else None
    return YearlyCount(per_year, total, certainty, len(areas), understood)


def yearly_total(entries: Iterable[YearlyCount]) -> YearlyTotal:
    """What `entries` come to together; the least sure of them decides how sure the sum is."""
    counted = list(entries)
    known = [entry.total for entry in counted if entry.total is not None]
    per_year = sum(known, Fraction(0)) if known else None
    certainty = weakest(*(Certainty.UNKNOWN if entry.total is None else entry.certainty for entry in counted))
    return YearlyTotal(per_year, certainty if counted else Certainty.UNKNOWN, len(counted) - len(known))


def number(count: Fraction | None) -> int | float | None:
    """`count` as a plain number: whole where it is whole."""
    if count is None:
        return None
    return int(count) if count.denominator == 1 else float(count)


def _count_in(area: str, per_year: Fraction | None, exceptions: Mapping[str, Fraction], register: Register) -> Fraction | None:
    """Meetings a year of the instance in `area`: its own exception, else that of an area it lies in, else the rule."""
    return next((exceptions[above] for above in register.areas_above(area) if above in exceptions), per_year)


@lru_cache(maxsize=4096)
def _understood(phrase: str, areas: tuple[tuple[str, str], ...]) -> Understood:
    if not phrase:
        return Understood(None, Certainty.UNKNOWN)
    return understand(phrase, dict(areas))
