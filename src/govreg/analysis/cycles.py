"""Finds cycles: organisations that are part of each other, meetings that report to each other."""

from collections.abc import Iterable, Iterator, Mapping

Edges = Mapping[str, Iterable[str]]
"""The things that each thing leads to."""

MOST_NAMED = 10
"""How many members of a cycle a message names."""


def cycles(leads: Edges) -> tuple[frozenset[str], ...]:
    """The sets of things that all lead to each other, and the single ones that lead to themselves; by the first id of each."""
    return tuple(sorted((ring for ring in components(leads) if len(ring) > 1 or any(one in leads.get(one, ()) for one in ring)), key=min))


def components(leads: Edges) -> tuple[frozenset[str], ...]:
    """The sets of things that all lead to each other, single things too; each before those that it leads to.

    Two walks along all leads, forwards and back (https://en.wikipedia.org/wiki/Kosaraju%27s_algorithm).
    """
    back: dict[str, list[str]] = {}
    for one, others in leads.items():
        for other in others:
            back.setdefault(other, []).append(one)
    seen: set[str] = set()
    left = [one for start in sorted(leads) for one in _walked(start, leads, seen)]
    seen = set()
    return tuple(ring for start in reversed(left) if (ring := frozenset(_walked(start, back, seen))))


def shortest_cycle(start: str, leads: Edges) -> tuple[str, ...]:
    """The shortest way from `start` along `leads` and back to it, without its end; empty if there is none."""
    came_from: dict[str, str] = {}
    waiting = [start]
    for here in waiting:
        for other in leads.get(here, ()):
            if other == start:
                way = [here]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return tuple(reversed(way))
            if other not in came_from:
                came_from[other] = here
                waiting.append(other)
    return ()


def cycles_in(ring: frozenset[str], leads: Edges, most: int) -> tuple[tuple[str, ...], ...]:
    """Short cycles in `ring`, one of the sets of `cycles`, until each of it is in one of them or there are `most`.

    Each is the shortest through the first thing that is in none so far. One costs a walk along all leads in the ring, so
    `most` keeps the work in proportion to the leads.
    """
    found: list[tuple[str, ...]] = []
    named: set[str] = set()
    for one in sorted(ring):
        if len(found) == most:
            break
        if one not in named and (cycle := shortest_cycle(one, leads)):
            found.append(cycle)
            named.update(cycle)
    return tuple(found)


def _walked(start: str, leads: Edges, seen: set[str]) -> Iterator[str]:
    """What can be reached from `start` and was not `seen`, each when all that it leads to has been gone through."""
    if start in seen:
        return
    seen.add(start)
    way = [(start, iter(leads.get(start, ())))]
    while way:
        here, rest = way[-1]
        fresh = next((other for other in rest if other not in seen), None)
        if fresh is None:
            way.pop()
            yield here
        else:
            seen.add(fresh)
            way.append((fresh, iter(leads.get(fresh, ()))))
