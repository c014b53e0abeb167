"""Sets of meetings as bits: what they leave is what going through the meetings one by one leaves."""

from functools import reduce
from operator import or_

from hypothesis import example, given
from hypothesis import strategies as st

from govreg.analysis.whatif.held import held_meetings

IDS = [f"m{number}" for number in range(8)]
AREAS = st.dictionaries(st.sampled_from(IDS), st.integers(1, 15))


@example({"m1": 1, "m2": 1, "m3": 2}, 3, frozenset({"m1", "m2"}))  # several cover the same area, and none of them the other
@given(AREAS, st.integers(0, 15), st.frozensets(st.sampled_from(IDS)))
def test_which_areas_some_meetings_leave(areas: dict[str, int], asked: int, ids: frozenset[str]) -> None:
    held = held_meetings(areas)
    there = sorted(ids & areas.keys())

    assert list(held.listed(held.bits(ids))) == there
    assert list(held.listed(held.within(asked))) == sorted(id_ for id_, covered in areas.items() if covered & asked)
    left = asked & ~reduce(or_, (areas[id_] for id_ in there), 0)
    assert held.left(asked, held.bits(ids)) == left
    assert held.left_by(asked, ids) == left
