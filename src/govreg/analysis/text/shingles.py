"""Runs of words: what a copy has in common with what it was made from, and what boilerplate has in common with everything."""

from array import array
from collections.abc import Callable, Collection, Iterable
from functools import lru_cache
from itertools import chain, islice
from zlib import crc32


def shingles(wording: Iterable[Iterable[str]], most: int) -> "array[int]":
    """Check sums of 32 bits of the runs of three words in each text of `wording`, whatever their order; each once, the first `most`.

    They are an array because a set of numbers takes twenty times the room, and they are most of what is kept of a meeting.
    """
    sums = map(_sum, chain.from_iterable(chain(text, _END) for text in wording))
    found: dict[int, None] = {}
    here: list[int] = []
    while len(found) < most and (more := list(islice(sums, most + 2))):
        here = [*here[-2:], *more]
        found.update(dict.fromkeys([a + b + c & _BITS for a, b, c in zip(here, here[1:], here[2:], strict=False) if a and b and c]))
    return array("I", islice(found, most))


class ShingleIndex:
    """The weight of each run of words, from 0 to 1: by how many meetings have it.

    Runs are counted by the low bits of their check sums, so that millions take little room. Those that fall together are counted
    together, which only makes them tell less; with four places a run that hardly ever matters.
    """

    def __init__(self, gathered: "Collection[array[int]]", weight: Callable[[int], float]) -> None:
        places = 1 << max(10, (4 * sum(map(len, gathered))).bit_length())
        self._mask = mask = places - 1
        self._counts = counts = array("H", bytes(2 * places))
        for runs in gathered:
            for place in map(mask.__and__, runs):
                if counts[place] < _MOST_COUNTED:
                    counts[place] += 1
        self._weights = [weight(count) for count in range(max(counts) + 1)]

    def rarest(self, runs: Collection[int], most: int) -> list[int]:
        """The rarest of those of `runs` that more than one meeting has, `most` of them; of equally rare ones the lowest."""
        counted = map(self._counts.__getitem__, map(self._mask.__and__, runs))
        found = sorted([count << _WIDTH | run for run, count in zip(runs, counted, strict=True) if count > 1])
        return [run & _BITS for run in found[:most]]

    def weights(self, runs: Iterable[int]) -> dict[int, float]:
        """Each of `runs` -> its weight."""
        counts, mask, weight = self._counts, self._mask, self._weights
        return {run: weight[counts[run & mask]] for run in runs}


_MOST_COUNTED = 4095
"""Beyond this a run is counted no further: it has next to no weight in any register."""

_WIDTH = 32
_SPREAD, _BITS = 2654435761, (1 << _WIDTH) - 1
"""Knuth's multiplier (The Art of Computer Programming 3, 6.4): sums that lie close together are spread over 32 bits."""


_END = ("",)
"""What ends a text: its check sum is 0, which no run has in it."""


@lru_cache(maxsize=100_000)
def _sum(term: str) -> int:
    return crc32(term.encode()) * _SPREAD & _BITS
