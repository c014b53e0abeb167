"""Which things lie in which, where each is part of at most one other: answered without a walk up or down."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from govreg.values import dataclass

MOST_LEVELS = 20
"""How many levels areas and organisations may have. From a country down to an output area of its census there are about ten."""

Runs = tuple[tuple[int, int], ...]
"""Things without parts, as runs of their numbers among all such things: from and up to, in order, none in another."""


class Span(NamedTuple):
    """Where a thing and those in it come in the order of all."""

    start: int
    end: int
    """The first number after them."""
    first: int
    """Where those of them that have no parts begin among all such things."""
    last: int


@dataclass(frozen=True)
class Nesting:
    """Things numbered from the outside in, so that those in one have the numbers of its span.

    This is the nested set model (https://en.wikipedia.org/wiki/Nested_set_model). A thing that is part of itself, which
    is an error, is taken as part of nothing.
    """

    spans: Mapping[str, Span]
    lowest: tuple[str, ...]
    """The things without parts, in the order of their numbers."""

    def lies_in(self, inner: str, outer: str) -> bool:
        """Whether `inner` is `outer` or lies in it."""
        one, other = self.spans.get(inner), self.spans.get(outer)
        return inner == outer or (one is not None and other is not None and other.start <= one.start < other.end)

    def lowest_in(self, id_: str) -> tuple[str, ...]:
        """The things without parts that are `id_` or lie in it."""
        span = self.spans.get(id_)
        return self.lowest[span.first : span.last] if span is not None else ()

    def runs(self, ids: Iterable[str]) -> Runs:
        """The things without parts that are among `ids` or lie in them."""
        found: list[tuple[int, int]] = []
        for span in sorted(self.spans[id_] for id_ in ids if id_ in self.spans):
            if span.last > max(span.first, found[-1][1] if found else 0):  # else it lies in the one before
                found.append((span.first, span.last))
        return tuple(found)

    def count_in(self, id_: str, runs: Runs) -> int:
        """How many of the things without parts in `runs` are `id_` or lie in it."""
        span = self.spans.get(id_)
        if span is None:
            return 0
        first = max(0, bisect_left(runs, (span.first,)) - 1)  # the one before may reach into it
        found = 0
        for start, end in runs[first : bisect_left(runs, (span.last,), first)]:
            found += max(0, min(end, span.last) - max(start, span.first))
        return found

    def nearest_among(self, ids: Iterable[str]) -> dict[str, str]:
        """For each of `ids` that lies in another of them, the nearest such one."""
        numbered = sorted((span, id_) for id_ in set(ids) if (span := self.spans.get(id_)) is not None)
        found: dict[str, str] = {}
        around: list[tuple[int, str]] = []
        for span, id_ in numbered:
            while around and around[-1][0] <= span.start:
                around.pop()
            if around:
                found[id_] = around[-1][1]
            around.append((span.end, id_))
        return found


def nesting(parents: Mapping[str, str | None], children: Mapping[str, tuple[str, ...]]) -> Nesting:
    """The nesting of the things in `parents` and of those that they are part of."""
    begun: dict[str, tuple[int, int]] = {}
    spans: dict[str, Span] = {}
    lowest: list[str] = []
    outermost = (id_ if parent is None else parent for id_, parent in parents.items() if parent is None or parent not in parents)
    for start in (*outermost, *sorted(parents)):  # what is left then lies in itself
        waiting = [start]
        while waiting:
            id_ = waiting[-1]
            if id_ in begun:
                waiting.pop()
                if id_ not in spans:
                    number, first = begun[id_]
                    spans[id_] = Span(number, len(begun), first, len(lowest))
                continue
            begun[id_] = (len(begun), len(lowest))
            parts = children.get(id_, ())
            if not parts:
                lowest.append(id_)
            waiting.extend(part for part in parts if part not in begun)
    return Nesting(spans, tuple(lowest))


def levels(parents: Mapping[str, str | None]) -> Mapping[str, int]:
    """On which level each thing is, from 1 at the top; in a loop, how many things are in it."""
    found: dict[str, int] = {}
    for id_ in parents:
        way: dict[str, int] = {}
        here: str | None = id_
        while here is not None and here in parents and here not in found and here not in way:
            way[here] = len(way)
            here = parents[here]
        below = list(way)
        if here is not None and here in way:
            loop, below = below[way[here] :], below[: way[here]]
            found.update(dict.fromkeys(loop, len(loop)))
        level = found.get(here, 0) if here is not None else 0
        for one in reversed(below):
            level += 1
            found[one] = level
    return found


def within_levels(parents: Mapping[str, str | None]) -> Mapping[str, str | None]:
    """`parents`, where what is deeper than `MOST_LEVELS` is part of nothing."""
    found = levels(parents)
    return {id_: parent if found[id_] <= MOST_LEVELS else None for id_, parent in parents.items()}
