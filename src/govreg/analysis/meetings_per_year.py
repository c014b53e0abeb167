"""Meetings a year of an entry: of one instance, and of all its instances."""

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from govreg.analysis.frequency import Certainty, ParsedFrequency, understand, weakest
from govreg.analysis.ranges import NONE, Range, difference, sum_fractions, sum_of_known
from govreg.model.meeting import Meeting
from govreg.model.nesting import Runs
from govreg.model.register import AreaNames, Register
from govreg.values import dataclass


@dataclass(frozen=True)
class YearlyCount:
    """Meetings a year of one entry."""

    per_year: Fraction | None
    """Of one instance, or None where nothing gives a number."""
    total: Fraction | None
    """Of all instances, exceptions counted, or None where one of them has no number."""
    certainty: Certainty
    instances: int
    understood: ParsedFrequency
    """The meetings a year of its phrase alone."""
    low: Fraction | None = None
    """The fewest that `total` can mean, or None where there is no total or no lower limit."""
    high: Fraction | None = None
    """The most that `total` can mean, or None where there is no total or no upper limit."""


@dataclass(frozen=True)
class YearlyTotal:
    """Meetings a year of several entries together."""

    per_year: Fraction | None
    """The sum of those that are known, or None where none is."""
    certainty: Certainty
    unknown: int
    """How many entries have no number; they are in no sum."""
    low: Fraction | None = None
    """The fewest that the sum can mean, each ambiguous number by its lower reading; None where a number varies."""
    high: Fraction | None = None
    """The most that it can mean, or None where a number is only a floor or varies."""

    @property
    def is_range(self) -> bool:
        """Whether the sum has two ends that differ, and so is given as `low` to `high`."""
        return self.low is not None and self.high is not None and self.low < self.high


class InstanceCount(NamedTuple):
    """Meetings a year of one instance of an entry, however many there are."""

    per_year: Fraction | None
    certainty: Certainty
    exceptions: Mapping[str, Fraction]
    """Area id -> meetings a year of the instances there."""
    understood: ParsedFrequency
    """The meetings a year of its phrase alone."""


def instance_count(meeting: Meeting, register: Register) -> InstanceCount:
    """Meetings a year of one instance of `meeting`, whatever areas it is held in."""
    written = meeting.frequency
    phrase = written.text if written is not None else None
    understood = _understood(phrase or "", register.area_names)
    per_year, certainty = understood.per_year, understood.certainty
    exceptions = dict(understood.exceptions)
    if written is not None:
        exceptions.update({area: _exact(count) for area, count in written.exceptions.items()})
        if written.per_year is not None:
            per_year, certainty = _exact(written.per_year), Certainty.EXACT
    return InstanceCount(per_year, certainty, exceptions, understood)


def yearly_count(meeting: Meeting, register: Register) -> YearlyCount:
    """Meetings a year of `meeting`."""
    one = instance_count(meeting, register)
    per_year, certainty, written = one.per_year, one.certainty, meeting.frequency
    counted_in_entry = written is not None and written.per_year is not None
    low, high = _ends(per_year, certainty, () if counted_in_entry else one.understood.readings)
    areas = register.instance_runs(meeting)
    instances = sum(end - start for start, end in areas)
    excepted = _excepted(areas, one.exceptions, register)
    apart = sum((one.exceptions[area] * number for area, number in excepted.items() if number), Fraction(0))
    usual = (instances or 1) - sum(excepted.values())
    total, least, most = (_in_all(usual, count, apart) for count in (per_year, low, high))
    return YearlyCount(per_year, total, certainty, instances or 1, one.understood, least, most)


def _excepted(areas: Runs, exceptions: Mapping[str, Fraction], register: Register) -> Counter[str]:
    """For each area with an exception, how many of `areas` it holds for: those in it that no smaller one holds for."""
    within = {area: register.nested_areas.count_in(area, areas) for area in exceptions}
    counts = Counter(within)
    for area, larger in register.nested_areas.nearest_among(exceptions).items():
        counts[larger] -= within[area]
    return counts


def _ends(
    per_year: Fraction | None, certainty: Certainty, readings: Iterable[tuple[str, Fraction]]
) -> tuple[Fraction | None, Fraction | None]:
    """The fewest and the most meetings a year that a number of one instance can mean; None where there is no such limit."""
    counts = [count for _, count in readings]
    if per_year is None:
        return None, None
    if certainty is Certainty.EXACT:
        return per_year, per_year
    if certainty is Certainty.AMBIGUOUS and counts:
        return min(counts), max(counts)
    return (per_year if certainty is Certainty.AT_LEAST else None), None


def _in_all(usual: int, count: Fraction | None, apart: Fraction) -> Fraction | None:
    """The sum of `count` over the `usual` instances, and what those with an exception have; None if one has no number."""
    if usual == 1 and not apart:  # as most are, and a pack counts each of thousands several times
        return count
    if usual and count is None:
        return None
    return apart + usual * (count or Fraction(0))


@lru_cache(maxsize=1024)
def _exact(count: float) -> Fraction:
    """A number as it is written. Registers have few, by the thousand."""
    return Fraction(str(count))


def count_range(count: YearlyCount) -> Range:
    """The least and the most that a count can mean."""
    return Range(count.low, count.high)


def change_range(before: YearlyCount | None, after: YearlyCount | None) -> Range:
    """The change between two counts, each at either end of what it can mean; a count of None is a meeting that isn't held."""
    old, new = (count_range(count) if count is not None else NONE for count in (before, after))
    return difference(new, old)


def yearly_total(entries: Iterable[YearlyCount]) -> YearlyTotal:
    """Meetings a year of `entries` together; the least certain number decides the certainty, and ambiguous ones make it a range."""
    counted = list(entries)
    known = [entry for entry in counted if entry.total is not None]
    if not known:
        return YearlyTotal(None, Certainty.UNKNOWN, len(counted))
    per_year = sum_fractions(entry.total for entry in known if entry.total is not None)
    certainty = weakest(*{entry.certainty for entry in known}) if len(known) == len(counted) else Certainty.UNKNOWN
    low, high = sum_of_known([entry.low for entry in known]), sum_of_known([entry.high for entry in known])
    return YearlyTotal(per_year, certainty, len(counted) - len(known), low, high)


def number(count: Fraction | None) -> int | float | None:
    """`count` as a plain number: whole where it is whole."""
    if count is None:
        return None
    return int(count) if count.denominator == 1 else float(count)


@lru_cache(maxsize=4096)
def _understood(phrase: str, areas: AreaNames) -> ParsedFrequency:
    if not phrase:
        return ParsedFrequency(None, Certainty.UNKNOWN)
    return understand(phrase, dict(areas))
