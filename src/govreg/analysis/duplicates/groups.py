"""Meetings that are decided together, and what verdicts on some pairs settle of others."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from govreg.analysis.duplicates.pairs import IdPair, pair_of
from govreg.analysis.verdicts import CurrentVerdict

_FEWEST = 3


def groups(pairs: Sequence[IdPair]) -> tuple[tuple[str, ...], ...]:
    """Three or more meetings of which every two are among `pairs`, in the order of the pairs: groups that one decision is for.

    The surest pairs come together first, and a meeting joins a group only if it is in a pair with each of the group; so
    nothing is in a group because a third is like both. Each meeting is in one group at most.
    """
    raised = frozenset(frozenset(pair) for pair in pairs)
    of: dict[str, tuple[str, ...]] = {}
    for a, b in pairs:
        one, other = of.get(a, (a,)), of.get(b, (b,))
        if all(frozenset(two) in raised for two in product(one, other)):
            joined = (*one, *other)
            of.update(dict.fromkeys(joined, joined))
    return tuple(tuple(sorted(group)) for group in dict.fromkeys(of.values()) if len(group) >= _FEWEST)


@dataclass(frozen=True)
class Settled:
    """Which pairs are settled by fresh verdicts: their own, or what follows from others.

    Duplicates are one body: what is decided of one holds for the other. If A and B are duplicates, and so are B and C, then A and C
    are; if B and D are distinct or related, then so are A and D. A verdict on the pair itself comes first.
    """

    decided: Mapping[IdPair, CurrentVerdict]
    body: Mapping[str, str]
    """Meeting -> the first of those that were decided to be duplicates of it, itself among them."""
    between: Mapping[IdPair, IdPair]
    """Two such bodies -> a pair of theirs that was decided distinct or related."""

    def by(self, a: str, b: str) -> IdPair | None:
        """The pair whose fresh verdict settles `a` and `b`; themselves, where nothing else does; None where none."""
        own = self.decided.get((a, b))
        if own is not None:
            return None if own.stale else (a, b)
        one, other = self.body.get(a, a), self.body.get(b, b)
        if one == other:
            return (a, b)
        return self.between.get(pair_of(one, other))


def settled(decided: Mapping[IdPair, CurrentVerdict]) -> Settled:
    """What `decided`, the last verdict on each pair, settles."""
    fresh = {pair: held.verdict.verdict for pair, held in decided.items() if not held.stale}
    body = _bodies(pair for pair, verdict in fresh.items() if verdict == "duplicate")
    between: dict[IdPair, IdPair] = {}
    for (a, b), verdict in sorted(fresh.items()):
        one, other = body.get(a, a), body.get(b, b)
        if verdict in ("distinct", "related") and one != other:
            between.setdefault(pair_of(one, other), (a, b))
    return Settled(decided, body, between)


def _bodies(pairs: Iterable[IdPair]) -> dict[str, str]:
    beside: dict[str, set[str]] = defaultdict(set)
    for a, b in pairs:
        beside[a].add(b)
        beside[b].add(a)
    found: dict[str, str] = {}
    for first in sorted(beside):
        waiting = [first] if first not in found else []
        while waiting:
            id_ = waiting.pop()
            if id_ not in found:
                found[id_] = first
                waiting += beside[id_]
    return found
