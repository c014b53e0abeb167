"""The members of collectives, those of collectives in them too, as sets of bits: there may be thousands, each in the next."""

from collections.abc import Mapping

from govreg.analysis.bits import Bits, union
from govreg.analysis.cycles import components
from govreg.model.register import Register
from govreg.values import dataclass


@dataclass(frozen=True)
class Collectives:
    """The collectives of a register."""

    numbers: Mapping[str, int]
    """The place of each collective and of each member in a set."""
    members: Mapping[str, Bits]
    """The members of each collective, without itself."""

    def has_member(self, collective: str, organisation: str) -> bool:
        """Whether `organisation` is in `collective`, itself or through another collective."""
        number = self.numbers.get(organisation)
        return number is not None and bool(self.members.get(collective, 0) >> number & 1)


def collectives(register: Register) -> Collectives:
    """The collectives of `register`."""
    leads = {one.id: one.members for one in register.organisations.values() if one.members}
    rings = components(leads)
    numbers: dict[str, int] = {}
    within: dict[str, Bits] = {}
    for ring in reversed(rings):  # what is in a collective comes before it
        for id_ in sorted(ring):
            numbers[id_] = len(numbers)
        below = {member for id_ in ring for member in leads.get(id_, ())} - ring
        found = union(within.get(member, 0) | 1 << numbers[member] for member in below) | sum(1 << numbers[id_] for id_ in ring)
        within.update(dict.fromkeys(ring, found))
    return Collectives(numbers, {id_: within[id_] & ~(1 << numbers[id_]) for id_ in leads})
