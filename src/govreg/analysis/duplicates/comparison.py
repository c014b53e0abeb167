"""Find duplicated workstreams: pairs of meetings by falling score."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from math import inf
from typing import Protocol, TypeVar

from govreg.analysis.duplicates.candidates import candidates
from govreg.analysis.duplicates.profile import Profiles, profiles
from govreg.analysis.duplicates.relations import Relations, relations
from govreg.analysis.duplicates.score import ScoredPair, score, score_from
from govreg.model.register import Register

Item = TypeVar("Item")

EXCLUDED_KINDS = frozenset(("case-conference", "one-off"))
"""Kinds of meeting that are held against no other unless asked for: they are about persons, or over in a day."""

EXHAUSTIVE = 300
"""Up to how many meetings every pair is weighed where every pair is asked for."""


_COMPARING = "Comparing"


class Tracker(Protocol):
    """Goes through items, and may show how far it is."""

    def __call__(self, items: Collection[Item], says: str, /) -> Iterable[Item]:
        """The items; `says` is what is done with them."""
        ...


def untracked(items: Collection[Item], _: str) -> Iterable[Item]:
    """The items, and nothing shown."""
    return items


@dataclass(frozen=True)
class Comparison:
    """A register made ready to compare its meetings with each other."""

    known: Profiles
    ties: Relations

    def weigh(self, a: str, b: str) -> ScoredPair:
        """What each signal says of two meetings."""
        return score(a, b, self.known, self.ties)

    def pairs(self, least: float = -inf, watch: Tracker = untracked) -> tuple[ScoredPair, ...]:
        """The pairs that have anything rare in common and a total of `least` or more, by falling score."""
        worth = candidates(self.known, self.ties)
        found = (score_from(a, b, self.known, self.ties, least) for a, b in watch(worth, _COMPARING))
        return _sorted(pair for pair in found if pair is not None and pair.parts and pair.total >= least)

    def every_pair(self, watch: Tracker = untracked) -> tuple[ScoredPair, ...]:
        """Every pair that any signal says something of, for or against, by falling score; of a very large register only as `pairs`."""
        if len(self.known.by_id) > EXHAUSTIVE:
            return self.pairs(watch=watch)
        ids = sorted(self.known.by_id)
        found = (self.weigh(a, b) for place, a in enumerate(watch(ids, _COMPARING), 1) for b in ids[place:])
        return _sorted(pair for pair in found if pair.parts)


def _sorted(pairs: Iterable[ScoredPair]) -> tuple[ScoredPair, ...]:
    return tuple(sorted(pairs, key=lambda pair: (-pair.total, pair.a, pair.b)))


def build_comparison(register: Register, watch: Tracker = untracked) -> Comparison:
    """Make `register` ready to compare its meetings: all of them, so that a pair's sum is the same whatever is asked."""
    meetings = list(register.meetings.values())
    return Comparison(profiles(register, watch(meetings, "Looking at what each meeting does")), relations(register, meetings))
