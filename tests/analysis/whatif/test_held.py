"""Sets of meetings as bits: what they count and leave is what going through the meetings one by one counts and leaves."""

from collections import Counter
from functools import reduce
from operator import or_

from hypothesis import given
from hypothesis import strategies as st

from govreg.analysis.whatif.held import Counts, held_meetings

IDS = [f"m{number}" for number in range(8)]
SETS = st.lists(st.frozensets(st.sampled_from(IDS)), max_size=20)
AREAS = st.dictionaries(st.sampled_from(IDS), st.integers(1, 15))


@given(SETS, st.integers(1, 25), st.frozensets(st.sampled_from(IDS)))
def test_how_many_sets_a_meeting_is_in(sets: list[frozenset[str]], least: int, among: frozenset[str]) -> None:
    held = held_meetings(dict.fromkeys(IDS, 1))
    counts = Counts(held.bits(ids) for ids in sets)
    times = Counter(id_ for ids in sets for id_ in ids)
    most = max((times[id_] for id_ in among), default=0)

    assert list(held.listed(counts.at_least(least))) == [id_ for id_ in IDS if times[id_] >= least]
    assert list(held.listed(counts.most(held.bits(among)))) == [id_ for id_ in IDS if id_ in among and times[id_] == most]


@given(AREAS, st.integers(0, 15), st.frozensets(st.sampled_from(IDS)))
def test_which_areas_some_meetings_leave(areas: dict[str, int], asked: int, ids: frozenset[str]) -> None:
    held = held_meetings(areas)
    there = sorted(ids & areas.keys())

    assert list(held.listed(held.bits(ids))) == there
    assert list(held.listed(held.within(asked))) == sorted(id_ for id_, covered in areas.items() if covered & asked)
    assert held.left(asked, held.bits(ids)) == asked & ~reduce(or_, (areas[id_] for id_ in there), 0)
