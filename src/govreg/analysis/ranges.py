"""The least and the most that a number can be, and sums of them."""

from collections.abc import Collection, Iterable
from fractions import Fraction

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


def difference(one: Range, other: Range) -> Range:
    """What can be left of `one` where `other` is taken away, each at either of its ends."""
    return Range(_minus(one.least, other.most), _minus(one.most, other.least))


def sum_ranges(ranges: Iterable[Range]) -> Range:
    """The least and the most that a sum can be; no limit where a part has none."""
    found = list(ranges)
    if len(found) == 1:
        return found[0]
    return Range(sum_of_known([one.least for one in found]), sum_of_known([one.most for one in found]))


def _minus(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return one - other if one is not None and other is not None else None


def sum_of_known(numbers: Collection[Fraction | None]) -> Fraction | None:
    """The sum of `numbers`, or None where one of them is."""
    known = [one for one in numbers if one is not None]
    return sum_fractions(known) if len(known) == len(numbers) else None


def sum_fractions(numbers: Iterable[Fraction]) -> Fraction:
    """The sum of `numbers`, by denominators first: of thousands most are whole, and whole numbers are added much faster."""
    by_denominator: dict[int, int] = {}
    for one in numbers:
        numerator, denominator = one.as_integer_ratio()
        by_denominator[denominator] = by_denominator.get(denominator, 0) + numerator
    return sum((Fraction(numerator, denominator) for denominator, numerator in by_denominator.items()), Fraction(0))
