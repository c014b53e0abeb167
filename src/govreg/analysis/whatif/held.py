"""Sets of held meetings, a bit for each in the order of ids: thousands are compared at once for each of tens of thousands of lines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat

from govreg.analysis.bits import Bits, places_of, union
from govreg.analysis.whatif.area_sets import Areas


@dataclass(frozen=True)
class HeldMeetings:
    """The held meetings of a register as it is or as it would be, in the order of their ids."""

    ids: Sequence[str]
    bit: Mapping[str, Bits]
    """Meeting -> the set of itself."""
    areas: Mapping[str, Areas]
    """Meeting -> the areas that it covers."""
    by_areas: Mapping[Areas, Bits]
    """The areas that meetings cover -> the meetings that cover just these."""

    def bits(self, ids: Iterable[str]) -> Bits:
        """Those of `ids` that are held."""
        return union(map(self.bit.get, ids, repeat(0)))

    def listed(self, bits: Bits) -> Iterator[str]:
        """The ids of a set, in order."""
        return map(self.ids.__getitem__, places_of(bits))

    def within(self, areas: Areas) -> Bits:
        """The meetings that cover any of `areas`."""
        return union(bits for covered, bits in self.by_areas.items() if areas & covered)

    def left(self, areas: Areas, bits: Bits) -> Areas:
        """Those of `areas` that none of a set covers."""
        for covered in self._covered_by(bits):
            if not areas:
                break
            areas &= ~covered
        return areas

    def left_by(self, areas: Areas, ids: Iterable[str]) -> Areas:
        """Those of `areas` that none of `ids` that is held covers: where the first of hundreds cover all, the others aren't looked at."""
        for id_ in ids:
            if not areas:
                break
            areas &= ~self.areas.get(id_, 0)
        return areas

    def _covered_by(self, bits: Bits) -> Iterator[Areas]:
        """The areas that each of a set covers, in as few steps as there are meetings in it, or sets of areas."""
        if bits.bit_count() < len(self.by_areas):
            return (self.areas[id_] for id_ in self.listed(bits))
        return (covered for covered, of_areas in self.by_areas.items() if bits & of_areas)


def held_meetings(areas: Mapping[str, Areas]) -> HeldMeetings:
    """Held meetings, given the areas that each covers."""
    ids = sorted(areas)
    bit = {id_: 1 << place for place, id_ in enumerate(ids)}
    by_areas: dict[Areas, Bits] = {}
    for id_, covered in areas.items():
        by_areas[covered] = by_areas.get(covered, 0) | bit[id_]
    return HeldMeetings(ids, bit, areas, by_areas)
