"""Sets of the meetings that would be held, a bit for each: thousands are compared at once for each of tens of thousands of lines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Bits = int
"""A set of the meetings held, a bit for each in the order of ids."""


@dataclass(frozen=True)
class HeldMeetings:
    """The meetings that would be held, in the order of their ids."""

    ids: Sequence[str]
    bit: Mapping[str, Bits]
    """Meeting -> the set of itself."""
    by_areas: Mapping[frozenset[str], Bits]
    """The areas that meetings cover -> the meetings that cover just these."""

    def bits(self, ids: Iterable[str]) -> Bits:
        """Those of `ids` that would be held."""
        found = 0
        for id_ in ids:
            found |= self.bit.get(id_, 0)
        return found

    def listed(self, bits: Bits) -> Iterator[str]:
        """The ids of a set, in order."""
        while bits:
            low = bits & -bits
            yield self.ids[low.bit_length() - 1]
            bits ^= low

    def within(self, areas: frozenset[str]) -> Bits:
        """The meetings that cover any of `areas`."""
        found = 0
        for covered, bits in self.by_areas.items():
            if not areas.isdisjoint(covered):
                found |= bits
        return found

    def left(self, areas: frozenset[str], bits: Bits) -> frozenset[str]:
        """Those of `areas` that none of a set covers."""
        for covered, of_areas in self.by_areas.items():
            if not areas:
                break
            if bits & of_areas:
                areas -= covered
        return areas


def held_meetings(areas: Mapping[str, frozenset[str]]) -> HeldMeetings:
    """The meetings that would be held, given the areas that each covers."""
    ids = sorted(areas)
    bit = {id_: 1 << place for place, id_ in enumerate(ids)}
    by_areas: dict[frozenset[str], Bits] = {}
    for id_, covered in areas.items():
        by_areas[covered] = by_areas.get(covered, 0) | bit[id_]
    return HeldMeetings(ids, bit, by_areas)


class Counts:
    """How many of some sets each meeting is in: the binary digits of all these numbers, a set for each digit, the lowest first."""

    def __init__(self, sets: Iterable[Bits]) -> None:
        self._digits: list[Bits] = []
        for bits in sets:
            carry, place = bits, 0
            while carry:
                if place == len(self._digits):
                    self._digits.append(0)
                self._digits[place], carry = self._digits[place] ^ carry, self._digits[place] & carry
                place += 1

    def at_least(self, least: int) -> Bits:
        """The meetings that are in `least` of the sets, which is one at least, or more."""
        if least >> len(self._digits):
            return 0
        more, same = 0, -1
        for place in reversed(range(len(self._digits))):
            digit = self._digits[place]
            if least >> place & 1:
                same &= digit
            else:
                more |= same & digit
                same &= ~digit
        return more | same

    def most(self, among: Bits) -> Bits:
        """Those `among` a set that are in most of the sets."""
        for digit in reversed(self._digits):
            among = among & digit or among
        return among
