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
    old, new = (Range(count.low, count.high) if count is not None else NONE for count in (before, after))
    return difference(new, old)


def difference(one: Range, other: Range) -> Range:
    """What can be left of `one` where `other` is taken away, each at either of its ends."""
    return Range(_minus(one.least, other.most), _minus(one.most, other.least))


def sum_ranges(ranges: Iterable[Range]) -> Range:
    """The least and the most that a sum can be; no limit where a part has none."""
    found = list(ranges)
    return Range(_added([one.least for one in found]), _added([one.most for one in found]))


def _minus(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return one - other if one is not None and other is not None else None


def _added(ends: list[Fraction | None]) -> Fraction | None:
    known = [end for end in ends if end is not None]
    return sum(known, Fraction(0)) if len(known) == len(ends) else None
