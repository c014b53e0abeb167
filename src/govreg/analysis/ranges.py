"""The least and the most that a change of meetings a year can be."""

from collections.abc import Iterable
from fractions import Fraction

from govreg.analysis.meetings_per_year import YearlyCount
from govreg.values import dataclass


@dataclass(frozen=True)
class Range:
    """The least and the most that a number can be; None where it has no such limit."""

    least: Fraction | None
    most: Fraction | None

    @property
    def is_known(self) -> bool:
        """Whether it is limited on a side at least."""
        return self.least is not None or self.most is not None


NONE = Range(Fraction(0), Fraction(0))


def change_range(before: YearlyCount | None, after: YearlyCount | None) -> Range:
    """The change between two counts, each at either end of what it can mean; a count of None is a meeting that isn't held."""
    old, new = (count_range(count) if count is not None else NONE for count in (before, after))
    return difference(new, old)


def count_range(count: YearlyCount) -> Range:
    """The least and the most that a count can mean."""
    return Range(count.low, count.high)


def difference(one: Range, other: Range) -> Range:
    """What can be left of `one` where `other` is taken away, each at either of its ends."""
    return Range(_minus(one.least, other.most), _minus(one.most, other.least))


def sum_ranges(ranges: Iterable[Range]) -> Range:
    """The least and the most that a sum can be; no limit where a part has none."""
    found = list(ranges)
    if len(found) == 1:
        return found[0]
    return Range(_added([one.least for one in found]), _added([one.most for one in found]))


def _minus(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return one - other if one is not None and other is not None else None


def _added(ends: list[Fraction | None]) -> Fraction | None:
    known = [end for end in ends if end is not None]
    return sum_fractions(known) if len(known) == len(ends) else None


def sum_fractions(numbers: Iterable[Fraction]) -> Fraction:
    """The sum of `numbers`, by denominators first: of thousands most are whole, and whole numbers are added much faster."""
    by_denominator: dict[int, int] = {}
    for one in numbers:
        numerator, denominator = one.as_integer_ratio()
        by_denominator[denominator] = by_denominator.get(denominator, 0) + numerator
    return sum((Fraction(numerator, denominator) for denominator, numerator in by_denominator.items()), Fraction(0))
