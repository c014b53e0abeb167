"""Cycles are found completely, once, and in one walk."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from govreg.analysis.cycles import components, cycles, cycles_in, shortest_cycle

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
def test_a_cycle_has_all_members_that_lead_to_each_other(leads: dict[str, list[str]]) -> None:
    brute = {frozenset(other for other in reached(one, leads) if one in reached(other, leads)) for one in leads} - {frozenset()}

    assert set(cycles(leads)) == brute
    assert [min(ring) for ring in cycles(leads)] == sorted(min(ring) for ring in brute)


@given(LEADS)
def test_the_shortest_cycle_leads_back_to_its_start(leads: dict[str, list[str]]) -> None:
    for one in leads:
        way = shortest_cycle(one, leads)
        assert bool(way) == (one in reached(one, leads))
        assert all(other in leads[here] for here, other in zip(way, (*way[1:], one), strict=False)) or not way


def test_a_chain_of_thousands_is_walked_once() -> None:
    chain = {f"o{number}": [f"o{number + 1}"] for number in range(5_000)}

    assert cycles(chain) == ()
    assert cycles({**chain, "o5000": ["o0"]}) == (frozenset(f"o{number}" for number in range(5_001)),)


@given(LEADS)
def test_short_cycles_name_all_of_a_ring_when_there_is_room(leads: dict[str, list[str]]) -> None:
    for ring in cycles(leads):
        assert {one for cycle in cycles_in(ring, leads, len(ring)) for one in cycle} == ring


class Counted(dict[str, list[str]]):
    """Leads that count how often they are looked up."""

    looked_up = 0

    def get(self, *args: Any) -> Any:
        """Look one up, and count it."""
        self.looked_up += 1
        return super().get(*args)


def test_no_more_walks_are_made_than_cycles_asked_for() -> None:
    ids = [f"o{number}" for number in range(200)]
    ring_of_far_leads = Counted({one: ids[number + 1 :] + ids[: number // 2] for number, one in enumerate(ids)})

    assert len(cycles_in(frozenset(ids), ring_of_far_leads, 3)) == 3
    assert ring_of_far_leads.looked_up <= 3 * len(ids)


@given(LEADS)
def test_each_component_comes_before_those_that_it_leads_to(leads: dict[str, list[str]]) -> None:
    found = components(leads)
    place = {one: index for index, ring in enumerate(found) for one in ring}

    assert len(place) == sum(map(len, found)) == len({*leads, *(other for others in leads.values() for other in others)})
    assert all(place[one] <= place[other] for one, others in leads.items() for other in others)


def test_the_shortest_of_several_cycles_is_found_from_its_start() -> None:
    leads = {"a": ["b", "c"], "b": ["d"], "c": ["a"], "d": ["e"], "e": ["a"]}

    assert shortest_cycle("a", leads) == ("a", "c")
    assert shortest_cycle("d", leads) == ("d", "e", "a", "b")
    assert shortest_cycle("a", {"a": ["a"]}) == ("a",)
    assert shortest_cycle("a", {"a": ["b"], "b": ["b"]}) == ()


def test_cycles_of_a_ring_stop_at_the_number_asked_for() -> None:
    leads = {"a": ["b", "c"], "b": ["a"], "c": ["a"], "d": ["a"]}

    assert cycles_in(frozenset("abc"), leads, 2) == (("a", "b"), ("c", "a"))
    assert cycles_in(frozenset("abc"), leads, 1) == (("a", "b"),)
    assert cycles_in(frozenset("abc"), leads, 0) == ()
