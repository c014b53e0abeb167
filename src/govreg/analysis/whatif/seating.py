"""Who would still sit where: by their own seats, and through collectives."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import and_

from govreg.analysis.bits import Bits, places_of, union
from govreg.analysis.cycles import components
from govreg.analysis.text.words import singular, split
from govreg.model.location import KeyPath, Location, in_meeting
from govreg.model.meeting import Meeting
from govreg.model.register import Register

Role = tuple[str, str, str]
"""What sends somebody (`organisation` or `meeting`), its id, and the post that comes."""


@dataclass(frozen=True)
class Seating:
    """Who sits on which of some meetings. A bit stands for each meeting: a collective may have thousands of members on each."""

    ids: tuple[str, ...]
    """The meetings, by their places in a set."""
    seated: Mapping[str, Bits]
    """Organisation -> the meetings where it has a seat, its own or through a collective; not by invitation."""
    invited: Mapping[str, Bits]
    """Organisation -> the meetings where it sits in whatever manner."""
    roles: Mapping[Role, frozenset[str]]
    """Post, as `folded` has it -> the meetings that it attends in any way, or chairs."""

    def together(self, a: str, b: str) -> frozenset[str]:
        """The meetings where both have seats."""
        return self.listed(self.seated.get(a, 0) & self.seated.get(b, 0))

    def by_invitation(self, a: str, b: str) -> frozenset[str]:
        """The meetings where both come, one of them at least only by invitation."""
        come, sit = (by.get(a, 0) & by.get(b, 0) for by in (self.invited, self.seated))
        return self.listed(come & ~sit)

    def listed(self, meetings: Bits) -> frozenset[str]:
        """The ids of a set of meetings."""
        return frozenset(map(self.ids.__getitem__, places_of(meetings)))

    def has_seat(self, organisation: str, meeting: str) -> bool:
        """Whether `organisation` has a seat on `meeting`, its own or through a collective."""
        return bool(self.seated.get(organisation, 0) & self._bits.get(meeting, 0))

    @cached_property
    def _bits(self) -> Mapping[str, Bits]:
        return {id_: 1 << place for place, id_ in enumerate(self.ids)}


def seating(register: Register, meetings: Iterable[Meeting]) -> Seating:
    """Who sits on which of `meetings`."""
    entries = tuple(meetings)
    roles: dict[Role, set[str]] = defaultdict(set)
    for meeting in entries:
        for role in seat_roles(meeting):
            roles[folded(role)].add(meeting.id)
    members = {one.id: one.members for one in register.organisations.values() if one.members}
    rings = components(members)
    return Seating(
        tuple(meeting.id for meeting in entries),
        _standing_for(members, rings, (meeting.core_organisations for meeting in entries)),
        _standing_for(members, rings, (meeting.organisations for meeting in entries)),
        {role: frozenset(ids) for role, ids in roles.items()},
    )


def _standing_for(
    members: Mapping[str, tuple[str, ...]], rings: Iterable[frozenset[str]], tables: Iterable[frozenset[str]]
) -> Mapping[str, Bits]:
    """Organisation -> the places of the `tables` where it, or a collective that it is in, or all that are in it, have seats.

    `rings` has the collectives that are in each other, before those in them.
    """
    found: dict[str, Bits] = defaultdict(int)
    for place, organisations in enumerate(tables):
        for id_ in organisations:
            found[id_] |= 1 << place
    for ring in rings:
        bits = union(found[id_] for id_ in ring)
        for id_ in ring.union(*(members.get(id_, ()) for id_ in ring)) if bits else ():
            found[id_] |= bits
    parts = {id_: [found[member] for member in of if member != id_] for id_, of in members.items()}
    for id_, there in parts.items():
        found[id_] |= reduce(and_, there) if there else 0
    return {id_: bits for id_, bits in found.items() if bits}


def seat_places(meeting: Meeting) -> Mapping[str, Location]:
    """Where the entry of `meeting` gives each organisation its seat."""
    paths: dict[str, KeyPath] = {}
    for path, attendee in meeting.attendees:
        if attendee.organisation is not None:
            paths.setdefault(attendee.organisation, path)
    return {id_: in_meeting(meeting.id, *path) for id_, path in paths.items()}


def seat_roles(meeting: Meeting) -> Mapping[Role, KeyPath]:
    """The posts that come to `meeting`, and the one that chairs it: each as it is written first, and where."""
    found: dict[Role, tuple[Role, KeyPath]] = {}
    for path, attendee in meeting.attendees:
        if attendee.role:
            role = (*attendee.sender, attendee.role)
            found.setdefault(folded(role), (role, path))
    return dict(found.values())


def folded(role: Role) -> Role:
    """`role` as two posts are compared: in any case, several as one."""
    return (role[0], role[1], " ".join(map(singular, split(role[2]))))
