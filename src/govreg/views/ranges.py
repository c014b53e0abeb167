"""A change of a number with its sign, from the least to the most that it can be."""

from fractions import Fraction

from govreg.analysis.ranges import Range
from govreg.report import Cell, Change
from govreg.views import terms


def signed_range(found: Range, about: Fraction | None = None) -> str:
    """A change with its sign, from its least to its most: `−6`, `−12 to +2`, `+4 or higher`; `about −6` where it has no limits."""
    least, most = found.least, found.most
    if least is not None and most is not None:
        return _signed(least) if least == most else f"{_signed(least)} to {_signed(most)}"
    if least is not None:
        return f"{_signed(least)} or higher"
    if most is not None:
        return f"{_signed(most)} or lower"
    return f"about {_signed(about)}" if about is not None else "not known"


def change_cell(found: Range, about: Fraction | None = None) -> Cell:
    """A change in a table: a number where it is one, else its range in words."""
    text = signed_range(found, about)
    return Change(float(found.least), text) if found.least is not None and found.least == found.most else text


def _signed(change: Fraction) -> str:
    return f"{'+' if change > 0 else '−'}{terms.count(abs(change))}" if change else "0"
