"""The pairs of meetings that share seats: all are counted, and the first are put in order, without looking closely at millions."""

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from sys import byteorder
from typing import NamedTuple

Bits = int
"""A set of seats, organisations or meetings: a bit for each, by its place in a list."""

_SCALE = 1 << 40
"""A weight is a whole number of parts of this many, to add up the weights of thousands of pairs at once."""
_FEW = 16
"""A seat on fewer than one in so many meetings is added to each pair that shares it, one by one."""


@dataclass(frozen=True, slots=True)
class Seating:
    """Who sits at one meeting."""

    core: Bits
    """Its seats."""
    attending: Bits
    """Its seats, and those that attend by invitation, by agenda or to observe."""
    direct: Bits
    """The organisations with a seat of their own."""
    reached: Bits
    """These, and the members of collectives with a seat."""
    alone: int = 0
    """How many more seats it has, which no other meeting has: they are in no set, as no pair shares them."""

    @property
    def size(self) -> int:
        """How many seats it has."""
        return self.core.bit_count() + self.alone


@dataclass(frozen=True, slots=True)
class PairCounts:
    """How many pairs of meetings share what."""

    sitting: int = 0
    """A member has a seat on both, its own or through a collective."""
    through: int = 0
    """Of these, those that share members only through a collective."""
    close: int = 0
    """Of these, those that share two seats or more."""
    single: int = 0
    """Of these, those where both meetings have one seat, the same."""
    invited: int = 0
    """The pairs that share members only by invitation."""

    @property
    def total(self) -> int:
        """How many pairs share anything."""
        return self.sitting + self.invited


class RankedPair(NamedTuple):
    """Two meetings by their places; the first in order is the least."""

    less_weight: int
    less_overlap: float
    a: int
    b: int
    named: int
    """How many seats and organisations the two have in common, in whatever manner; 0 where that doesn't count."""


@dataclass(frozen=True)
class SharedSeats:
    """The seats of meetings, and what every two of them share."""

    seatings: Sequence[Seating]
    """In the order of pairs."""
    weights: Sequence[float]
    """What each seat adds to a pair that shares it."""
    members: Mapping[int, Bits]
    """The organisations that are members of a collective, itself an organisation."""

    def ranked(
        self, of: int | None = None, *, fewest: int = 0, most: int | None = None, first: int | None = None
    ) -> tuple[list[RankedPair], PairCounts]:
        """The first pairs in order that share `fewest` seats, and how many pairs share anything.

        With `of`, only pairs with the meeting at that place. They end before the pair with which they would come to more than `most`:
        each counts as one, and as one more for each that it names. With `first`, there are so many, whatever they name.
        """
        found = _FirstPairs(most if first is None else first)
        sitting = through = close = single = invited = 0
        sizes = [one.size for one in self.seatings]
        for a in range(len(self.seatings)) if of is None else (of,):
            one = self.seatings[a]
            weights = self._weighing.with_each(one.core)
            near = self._near(one) & ~(1 << a)
            for b in places_of(near if of is not None else near >> a << a):
                other = self.seatings[b]
                shared = (one.core & other.core).bit_count()
                either = sizes[a] + sizes[b] - shared
                if shared:
                    sitting += 1
                    close += shared > 1
                    single += either == 1
                elif one.reached & other.reached:
                    sitting += 1
                    through += 1
                else:
                    invited += 1
                if shared < fewest or weights[b] < found.least:
                    continue
                order = -weights[b], -shared / either if shared else 0.0
                if found.last is None or order < found.last:
                    named = shared + self.through(one, other).bit_count() + invited_to(one, other).bit_count() if first is None else 0
                    found.add(RankedPair(*order, min(a, b), max(a, b), named))
        return found.pairs(), PairCounts(sitting, through, close, single, invited)

    def between(self, a: int, b: int) -> tuple[Bits, int, Bits, Bits]:
        """The seats that two meetings share, how many either has, what they share through collectives, and who is invited."""
        one, other = self.seatings[a], self.seatings[b]
        shared = one.core & other.core
        return shared, one.size + other.size - shared.bit_count(), self.through(one, other), invited_to(one, other)

    def through(self, one: Seating, other: Seating) -> Bits:
        """The organisations that sit on both, on one of them at least as members of a collective, which doesn't sit on both."""
        both = one.direct & other.direct
        found = one.reached & other.reached & ~both
        return found and found & ~self._members_of(both)

    @cached_property
    def _members_of(self) -> Callable[[Bits], Bits]:
        """The members of the collectives among some organisations."""
        collectives = bits_of(self.members)

        @cache
        def members_of(few: Bits) -> Bits:
            return union(self.members[place] for place in places_of(few))

        return lambda organisations: members_of(organisations & collectives)

    def _near(self, one: Seating) -> Bits:
        """The meetings that have anybody in common with `one`, in whatever manner; itself too."""
        attends, reaches = self._where
        return union(attends[seat] for seat in places_of(one.attending)) | union(reaches[place] for place in places_of(one.reached))

    @cached_property
    def _where(self) -> tuple[Mapping[int, Bits], Mapping[int, Bits]]:
        """For each seat the meetings that it attends, and for each organisation those that it reaches."""
        return inverted(one.attending for one in self.seatings), inverted(one.reached for one in self.seatings)

    @cached_property
    def _weighing(self) -> "_Weighing":
        return _Weighing([one.core for one in self.seatings], self.weights)


def invited_to(one: Seating, other: Seating) -> Bits:
    """The seats on both that one of them at least has only by invitation."""
    return one.attending & other.attending & ~(one.core & other.core)


class _Weighing:
    """Adds up the weight of the seats that one meeting shares with each of the others, for all others at once.

    The weights of all pairs of a meeting are one number, with a slot for each, so that one addition adds a seat to all of them.
    """

    def __init__(self, cores: Sequence[Bits], weights: Sequence[float]) -> None:
        self._meetings = len(cores)
        self._many: dict[int, int] = {}
        """A seat of many meetings -> its weight, in the slot of each of them."""
        self._few: dict[int, tuple[int, list[int]]] = {}
        """A seat of few meetings -> its weight, and their places."""
        for seat, meetings in inverted(cores).items():
            weight, places = round(weights[seat] * _SCALE), list(places_of(meetings))
            if len(places) * _FEW > len(cores):
                slots = array("Q", bytes(8 * len(cores)))
                for place in places:
                    slots[place] = weight
                self._many[seat] = int.from_bytes(slots.tobytes(), byteorder)
            else:
                self._few[seat] = weight, places

    def with_each(self, core: Bits) -> Sequence[int]:
        """The weight of what the meeting with the seats `core` shares with each meeting, in parts of `_SCALE`."""
        seats = list(places_of(core))
        total = sum(self._many[seat] for seat in seats if seat in self._many)
        weights = array("Q", total.to_bytes(8 * self._meetings, byteorder))
        for weight, places in (self._few[seat] for seat in seats if seat in self._few):
            for place in places:
                weights[place] += weight
        return weights


class _FirstPairs:
    """Keeps the first of many pairs, which come in the order of meetings."""

    def __init__(self, most: int | None) -> None:
        self._most = most
        self._kept: list[RankedPair] = []
        self._named = 0
        self.least = 0
        """The least weight that one more of them can have."""
        self.last: tuple[int, float] | None = None
        """The order of the first pair that is not among them: later ones that are no better can't be either."""

    def add(self, pair: RankedPair) -> None:
        self._kept.append(pair)
        self._named += 1 + pair.named
        if self._most is not None and self._named > 2 * self._most:
            self._kept.sort()
            del self._kept[self._fit() + 1 :]  # the one that doesn't fit ends them, whatever comes later
            self._named = sum(1 + one.named for one in self._kept)
            self.least, self.last = -self._kept[-1].less_weight, self._kept[-1][:2]

    def pairs(self) -> list[RankedPair]:
        """The first pairs, in order."""
        self._kept.sort()
        return self._kept[: self._fit()]

    def _fit(self) -> int:
        """How many of the pairs kept fit."""
        if self._most is None:
            return len(self._kept)
        return bisect_right(list(accumulate(1 + one.named for one in self._kept)), self._most)


def places_of(bits: Bits) -> Iterator[int]:
    """The places in a set, in order."""
    digits = bin(bits)[:1:-1]
    place = digits.find("1")
    while place >= 0:
        yield place
        place = digits.find("1", place + 1)


def bits_of(places: Iterable[int]) -> Bits:
    """The set of `places`, made at once: a union of thousands of sets with one of many thousand places each takes far longer."""
    there = set(places)
    digits = bytearray(max(there) // 8 + 1 if there else 0)
    for place in there:
        digits[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(digits, "little")


def union(sets: Iterable[Bits]) -> Bits:
    """What is in any of `sets`."""
    found = 0
    for bits in sets:
        found |= bits
    return found


def inverted(sets: Iterable[Bits]) -> dict[int, Bits]:
    """For each place, the places of the sets that it is in."""
    found: dict[int, Bits] = defaultdict(int)
    for number, bits in enumerate(sets):
        for place in places_of(bits):
            found[place] |= 1 << number
    return dict(found)
