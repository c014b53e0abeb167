"""The pairs of meetings that share seats: all are counted, and the first are put in order, without looking closely at millions."""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache, cached_property
from itertools import accumulate
from sys import byteorder
from typing import NamedTuple

from govreg.analysis.bits import Bits, bits_of, inverted, places_of, union

_SCALE = 1 << 40
"""A weight is a whole number of parts of this many, to add up the weights of thousands of pairs at once."""
_FEW = 16
"""A seat on fewer than one in so many meetings is added to each pair that shares it, one by one."""


@dataclass(frozen=True, slots=True)
class MeetingSeats:
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

    def __add__(self, other: "PairCounts") -> "PairCounts":
        """The counts of these pairs and of `other` ones."""
        return PairCounts(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))


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

    meetings: Sequence[MeetingSeats]
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
        total = PairCounts()
        cores, sizes = [one.core for one in self.meetings], [one.size for one in self.meetings]
        for a in range(len(self.meetings)) if of is None else (of,):
            near = self._near(a, every=of is not None)
            total += near.counts
            if self._weighing.of_all[a] < found.least:
                continue
            core, size = cores[a], sizes[a]
            weights = self._weighing.with_each(core)
            for b in places_of(near.sharing(fewest)):
                if weights[b] < found.least:
                    continue
                shared = (core & cores[b]).bit_count()
                if shared < fewest:
                    continue
                order = -weights[b], -shared / (size + sizes[b] - shared) if shared else 0.0
                if found.last is None or order < found.last:
                    found.add(RankedPair(*order, min(a, b), max(a, b), self._named(a, b, shared) if first is None else 0))
        return found.pairs(), total

    def _named(self, a: int, b: int, shared: int) -> int:
        """How many seats and organisations two meetings have in common, which share so many seats."""
        one, other = self.meetings[a], self.meetings[b]
        return shared + self.through(one, other).bit_count() + invited_to(one, other).bit_count()

    def between(self, a: int, b: int) -> tuple[Bits, int, Bits, Bits]:
        """The seats that two meetings share, how many either has, what they share through collectives, and who is invited."""
        one, other = self.meetings[a], self.meetings[b]
        shared = one.core & other.core
        return shared, one.size + other.size - shared.bit_count(), self.through(one, other), invited_to(one, other)

    def through(self, one: MeetingSeats, other: MeetingSeats) -> Bits:
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

    def _near(self, a: int, *, every: bool) -> "_Near":
        """The meetings that have anybody in common with the one at place `a`; of `every` meeting, or of those after it."""
        one, where = self.meetings[a], self._where
        others = ~(1 << a) if every else -1 << a + 1
        sitting = close = 0
        for seat in places_of(one.core):
            meetings = where.core[seat] & others
            close |= sitting & meetings
            sitting |= meetings
        through = union(where.reached[place] for place in places_of(one.reached & where.reaching)) & others & ~sitting
        invited = union(where.attending[seat] for seat in places_of(one.attending)) & others & ~sitting & ~through
        single = sitting & where.of_one if one.size == 1 else 0
        return _Near(sitting, close, through, invited, single)

    @cached_property
    def _where(self) -> "_Where":
        places = {meetings: place for place, meetings in inverted(one.reached for one in self.meetings).items()}
        return _Where(
            inverted(one.core for one in self.meetings),
            inverted(one.attending for one in self.meetings),
            {place: meetings for meetings, place in places.items()},
            bits_of(places.values()),
            bits_of(place for place, one in enumerate(self.meetings) if one.size == 1),
        )

    @cached_property
    def _weighing(self) -> "_Weighing":
        return _Weighing([one.core for one in self.meetings], self.weights)


@dataclass(frozen=True, slots=True)
class _Where:
    """The meetings by who sits at them."""

    core: Mapping[int, Bits]
    """Seat -> the meetings that have it."""
    attending: Mapping[int, Bits]
    """Seat -> the meetings that it attends in whatever manner."""
    reached: Mapping[int, Bits]
    """Organisation -> the meetings that it reaches; of those that reach the same ones, such as a collective's members, only one."""
    reaching: Bits
    """These organisations."""
    of_one: Bits
    """The meetings with one seat."""


@dataclass(frozen=True, slots=True)
class _Near:
    """The meetings that have anybody in common with one."""

    sitting: Bits
    """They share a seat."""
    close: Bits
    """Of these, those that share two or more."""
    through: Bits
    """They share members only through a collective."""
    invited: Bits
    """They share members only by invitation."""
    single: Bits
    """Those with one seat, where it is the only seat of this one too."""

    @property
    def counts(self) -> PairCounts:
        """How many there are of each."""
        sitting, close, through, invited, single = (
            each.bit_count() for each in (self.sitting, self.close, self.through, self.invited, self.single)
        )
        return PairCounts(sitting + through, through, close, single, invited)

    def sharing(self, fewest: int) -> Bits:
        """Those that may share `fewest` seats; where that is more than two, some of them share only two."""
        return (self.sitting | self.through | self.invited, self.sitting, self.close)[min(fewest, 2)]


def invited_to(one: MeetingSeats, other: MeetingSeats) -> Bits:
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
        self.of_all = [0] * len(cores)
        """The weight of all seats of each meeting: no pair of it weighs more."""
        for seat, meetings in inverted(cores).items():
            weight, places = round(weights[seat] * _SCALE), list(places_of(meetings))
            for place in places:
                self.of_all[place] += weight
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
