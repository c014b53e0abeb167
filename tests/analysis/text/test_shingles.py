"""Runs of words are counted over all meetings, and the rarest are those that fewest have."""

from array import array
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreg.analysis.text.shingles import ShingleIndex, shingles

RUNS = st.frozensets(st.integers(0, 30), max_size=12)


@given(st.lists(RUNS, min_size=1, max_size=6), st.integers(0, 5))
def test_the_rarest_runs_are_those_of_a_plain_count(gathered: list[frozenset[int]], most: int) -> None:
    index = ShingleIndex([array("I", sorted(runs)) for runs in gathered], float)
    having = {run: sum(run in runs for runs in gathered) for run in range(31)}

    expected = sorted((run for run in gathered[0] if having[run] > 1), key=lambda run: (having[run], run))

    assert index.rarest(gathered[0], most) == expected[:most]
    assert index.weights(gathered[0]) == {run: having[run] for run in gathered[0]}


def test_a_run_is_three_words_in_any_order_within_one_text() -> None:
    one, other = shingles([["knife", "crime", "in", "towns"]], 9), shingles([["crime", "in", "knife"], ["towns"]], 9)

    assert len(one) == 2
    assert len(set(one) & set(other)) == 1


@given(st.lists(st.sampled_from("abcd"), max_size=30), st.integers(1, 9))
def test_the_first_runs_of_a_long_text_are_those_of_each_three_words(words: list[str], most: int) -> None:
    each = [shingles([words[place : place + 3]], 1)[0] for place in range(len(words) - 2)]

    assert list(shingles([words], most)) == list(dict.fromkeys(each))[:most]


def test_texts_after_the_most_runs_are_not_gone_through() -> None:
    def wording() -> Iterator[list[str]]:
        yield ["knife", "crime", "in", "towns"]
        yield pytest.fail("two runs were asked for")

    assert len(shingles(wording(), 2)) == 2


def test_a_run_weighs_by_how_many_have_it() -> None:
    index = ShingleIndex([array("I", [1, 2]), array("I", [2, 3]), array("I", [3]), array("I", [3])], lambda count: 1 / (count + 1))

    assert index.weights([1, 3]) == {1: 1 / 2, 3: 1 / 4}


def test_a_run_of_more_than_four_thousand_meetings_is_counted_no_further() -> None:
    many = ShingleIndex([array("I", [7])] * 5_000 + [array("I", [9])] * 4_095, float)

    assert many.weights([7, 9]) == {7: 4_095, 9: 4_095}
