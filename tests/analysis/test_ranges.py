"""Sums of fractions are exact, however they are added."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from govreg.analysis.ranges import Range, sum_fractions, sum_ranges

numbers = st.lists(st.builds(Fraction, st.integers(), st.integers(1, 24)), max_size=8)


@given(numbers)
def test_a_sum_by_denominators_is_the_sum(added: list[Fraction]) -> None:
    assert sum_fractions(added) == sum(added, Fraction(0))


def test_a_sum_has_no_limit_where_a_part_has_none() -> None:
    one, half = Fraction(1), Fraction(1, 2)

    assert sum_ranges((Range(one, half), Range(half, None))) == Range(Fraction(3, 2), None)
