"""Sets of the meetings that would be held, a bit for each: thousands are compared at once for each of tens of thousands of lines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Bits = int
"""A set of the meetings held, a bit for each in the order of ids."""


Areas = int
"""A set of areas, a bit for each (`AreaSets`)."""


@dataclass(frozen=True)
class HeldMeetings:
    """The meetings that would be held, in the order of their ids."""

    ids: Sequence[str]
    bit: Mapping[str, Bits]
    """Meeting -> the set of itself."""
    areas: Mapping[str, Areas]
    """Meeting -> the areas that it covers."""
    by_areas: Mapping[Areas, Bits]
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

    def within(self, areas: Areas) -> Bits:
        """The meetings that cover any of `areas`."""
        found = 0
        for covered, bits in self.by_areas.items():
            if areas & covered:
                found |= bits
        return found

    def left(self, areas: Areas, bits: Bits) -> Areas:
        """Those of `areas` that none of a set covers."""
        for covered in self._covered_by(bits):
            if not areas:
                break
            areas &= ~covered
        return areas

    def _covered_by(self, bits: Bits) -> Iterator[Areas]:
        """The areas that each of a set covers, in as few steps as there are meetings in it, or sets of areas."""
        if bits.bit_count() < len(self.by_areas):
            return (self.areas[id_] for id_ in self.listed(bits))
        return (covered for covered, of_areas in self.by_areas.items() if bits & of_areas)


def held_meetings(areas: Mapping[str, Areas]) -> HeldMeetings:
    """The meetings that would be held, given the areas that each covers."""
    ids = sorted(areas)
    bit = {id_: 1 << place for place, id_ in enumerate(ids)}
    by_areas: dict[Areas, Bits] = {}
    for id_, covered in areas.items():
        by_areas[covered] = by_areas.get(covered, 0) | bit[id_]
    return HeldMeetings(ids, bit, areas, by_areas)


class Counts:
    """How many of some sets each meeting is in: the binary digits of all these numbers, a set for each digit, the lowest first."""

    def __init__(self, sets: Iterable[Bits]) -> None:
        self.digits: list[Bits] = []
        for bits in sets:
            carry, place = bits, 0
            while carry:
                if place == len(self.digits):
                    self.digits.append(0)
                self.digits[place], carry = self.digits[place] ^ carry, self.digits[place] & carry
                place += 1

    def at_least(self, least: int) -> Bits:
        """The meetings that are in `least` of the sets, which is one at least, or more."""
        if least >> len(self.digits):
            return 0
        more, same = 0, -1
        for place in reversed(range(len(self.digits))):
            digit = self.digits[place]
            if least >> place & 1:
                same &= digit
            else:
                more |= same & digit
                same &= ~digit
        return more | same

    def most(self, among: Bits) -> Bits:
        """Those `among` a set that are in most of the sets."""
        for digit in reversed(self.digits):
            among = among & digit or among
        return among
