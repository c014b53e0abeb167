"""A change is written with its sign, from the least to the most that it can be."""

from fractions import Fraction

import pytest

from govreg.analysis.ranges import Range
from govreg.report import Change
from govreg.views.ranges import change_cell, signed_range


@pytest.mark.parametrize(
    ("least", "most", "about", "words"),
    [
        (-6, -6, None, "−6"),
        (4, 4, None, "+4"),
        (0, 0, None, "0"),
        (-12, 2, None, "−12 to +2"),
        (0, 4, None, "0 to +4"),
        (4, None, None, "+4 or higher"),
        (None, -6, None, "−6 or lower"),
        (None, None, -6, "about −6"),
        (None, None, None, "not known"),
    ],
)
def test_a_change_in_words(least: int | None, most: int | None, about: int | None, words: str) -> None:
    def number(value: int | None) -> Fraction | None:
        return Fraction(value) if value is not None else None

    found = Range(number(least), number(most))

    assert signed_range(found, number(about)) == words
    assert change_cell(found, number(about)) == (Change(float(least), words) if least is not None and least == most else words)
