"""Sets as integers hold, and count, what sets of the same things do."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from govreg.analysis.bits import Counts, bits_of, first_places, inverted, places_of, union

SETS = st.lists(st.integers(0, 2**12 - 1), min_size=1, max_size=40)
EIGHT = st.frozensets(st.integers(0, 7))


@given(st.sets(st.integers(0, 300)))
def test_a_set_has_its_places_in_order(places: set[int]) -> None:
    assert list(places_of(bits_of(places))) == sorted(places)
    assert list(first_places(bits_of(places), 3)) == sorted(places)[:3]
    assert bits_of(places) == union(1 << place for place in places)


@given(SETS | st.lists(st.sampled_from([0, 1, 2**11]), min_size=1, max_size=40))
def test_for_each_place_there_are_the_sets_that_it_is_in(sets: list[int]) -> None:
    assert {place: list(places_of(bits)) for place, bits in inverted(sets).items()} == {
        place: [number for number, bits in enumerate(sets) if bits >> place & 1] for place in range(12) if union(sets) >> place & 1
    }


@given(st.lists(EIGHT, max_size=20), st.integers(1, 25), EIGHT)
def test_how_many_sets_a_thing_is_in(sets: list[frozenset[int]], least: int, among: frozenset[int]) -> None:
    counts = Counts(map(bits_of, sets))
    times = Counter(place for places in sets for place in places)
    most = max((times[place] for place in among), default=0)

    assert list(places_of(counts.at_least(least))) == [place for place in range(8) if times[place] >= least]
    assert list(places_of(counts.most(bits_of(among)))) == [place for place in sorted(among) if times[place] == most]
