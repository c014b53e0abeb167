"""Which entries of two registers have something in common, found without making every pair."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import islice
from typing import TypeVar

Pair = tuple[str, str]
"""The id of an entry of one register, and that of an entry of the other."""

Key = TypeVar("Key", bound=Hashable)

_SEVERAL = 2


def partners(ours: Mapping[Key, Sequence[str]], theirs: Mapping[Key, Sequence[str]]) -> set[Pair]:
    """Pairs of entries that have a key in common: all of an entry that is in one pair, and at least two of any other.

    That is enough to tell which entries are in a pair, and which are in only one. A title that 2,000 entries of each register have
    would make four million pairs.

    Args:
        ours: For each key, the ids of the entries of one register that have it, each once.
        theirs: The same of the other register, whose ids are others.
    """
    found: set[Pair] = set()
    for key, ids in ours.items():
        others = theirs.get(key, ())
        found.update((one, other) for one in ids for other in islice(others, _SEVERAL))
        found.update((one, other) for one in islice(ids, _SEVERAL) for other in others)
    return found


def only(pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs of which neither is in another one, sorted."""
    found = set(pairs)
    ours, theirs = Counter(one for one, _ in found), Counter(other for _, other in found)
    return sorted((one, other) for one, other in found if ours[one] == theirs[other] == 1)
