"""Circles are found whole, once, and in one walk."""

from hypothesis import given
from hypothesis import strategies as st

from govreg.analysis.cycles import cycles, shortest_cycle

LEADS = st.dictionaries(st.sampled_from("abcdefgh"), st.lists(st.sampled_from("abcdefgh"), max_size=4), max_size=8)


def reached(start: str, leads: dict[str, list[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        fresh = [other for other in leads.get(waiting.pop(), ()) if other not in found]
        found.update(fresh)
        waiting += fresh
    return found


@given(LEADS)
def test_a_ring_is_all_that_lead_to_each_other(leads: dict[str, list[str]]) -> None:
    brute = {frozenset(other for other in reached(one, leads) if one in reached(other, leads)) for one in leads} - {frozenset()}

    assert set(cycles(leads)) == brute
    assert [min(ring) for ring in cycles(leads)] == sorted(min(ring) for ring in brute)


@given(LEADS)
def test_the_way_round_leads_back(leads: dict[str, list[str]]) -> None:
    for one in leads:
        way = shortest_cycle(one, leads)
        assert bool(way) == (one in reached(one, leads))
        assert all(other in leads[here] for here, other in zip(way, (*way[1:], one), strict=False)) or not way


def test_a_chain_of_thousands_is_walked_once() -> None:
    chain = {f"o{number}": [f"o{number + 1}"] for number in range(20_000)}

    assert cycles(chain) == ()
    assert cycles({**chain, "o20000": ["o0"]}) == (frozenset(f"o{number}" for number in range(20_001)),)
