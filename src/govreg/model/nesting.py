"""Which things lie in which, where each is part of at most one other: answered without a walk up or down."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from govreg.values import dataclass


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
