"""The members of collectives, those of collectives in them too, as sets of bits: there may be thousands, each in the next."""

from collections.abc import Iterable, Mapping

from govreg.analysis.bits import Bits, union
from govreg.analysis.cycles import components
from govreg.model.register import Register
from govreg.values import dataclass


@dataclass(frozen=True)
class Collectives:
    """The collectives of a register."""

    numbers: Mapping[str, int]
    """The places of organisations in a set."""
    members: Mapping[str, Bits]
    """The members of each collective, without itself."""
    around: Mapping[str, Bits]
    """The collectives that each organisation is in, without itself."""

    def has_member(self, collective: str, organisation: str) -> bool:
        """Whether `organisation` is in `collective`, itself or through another collective."""
        number = self.numbers.get(organisation)
        return number is not None and bool(self.members.get(collective, 0) >> number & 1)


def collectives(register: Register, ids: Iterable[str] | None = None) -> Collectives:
    """The collectives of `register`; the sets have only those of `ids`, in that order, or all collectives and members."""
    parts = {one.id: one.members for one in register.organisations.values() if one.members}
    rings = components(parts)  # each before those in it
    of = (id_ for ring in reversed(rings) for id_ in sorted(ring)) if ids is None else ids
    numbers = {id_: number for number, id_ in enumerate(of)}
    bit = {id_: 1 << number for id_, number in numbers.items()}
    members: dict[str, Bits] = {}
    around: dict[str, Bits] = {}
    for ring in reversed(rings):
        below = {member for id_ in ring for member in parts.get(id_, ())} - ring
        found = union(members[id_] | bit.get(id_, 0) for id_ in below) | union(bit.get(id_, 0) for id_ in ring)
        members.update(dict.fromkeys(ring, found))
    for ring in rings:
        found = union(around.get(id_, 0) | bit.get(id_, 0) for id_ in ring)
        for id_ in ring.union(*(parts.get(id_, ()) for id_ in ring)):
            around[id_] = around.get(id_, 0) | found
    return Collectives(numbers, *({id_: bits & ~bit.get(id_, 0) for id_, bits in by.items()} for by in (members, around)))
