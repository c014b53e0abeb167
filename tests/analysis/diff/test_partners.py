"""Entries with something in common are found without making every pair."""

from collections.abc import Mapping
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from govreg.analysis.diff.partners import only, partners

KEYS = st.sampled_from("abcdef")


def by_key(side: str) -> st.SearchStrategy[Mapping[str, list[str]]]:
    """For each key, the ids of the entries of a side that have it."""
    return st.dictionaries(KEYS, st.lists(st.sampled_from([f"{side}{number}" for number in range(6)]), unique=True, max_size=6))


@given(by_key("old"), by_key("new"))
def test_they_tell_who_is_in_a_pair_and_who_in_only_one(ours: Mapping[str, list[str]], theirs: Mapping[str, list[str]]) -> None:
    every = {pair for key in ours.keys() & theirs.keys() for pair in product(ours[key], theirs[key])}
    found = partners(ours, theirs)

    assert found <= every
    assert {id_ for pair in found for id_ in pair} == {id_ for pair in every for id_ in pair}
    assert only(found) == only(every)


def test_a_name_that_all_have_makes_a_few_pairs_for_each() -> None:
    ours, theirs = ({"board": [f"{side}{number}" for number in range(300)]} for side in ("old", "new"))

    assert len(partners(ours, theirs)) <= 4 * 300


def test_only_the_pairs_remain_of_which_neither_is_in_another_one() -> None:
    assert only([("a", "x"), ("b", "y"), ("b", "z"), ("c", "w"), ("d", "w")]) == [("a", "x")]
