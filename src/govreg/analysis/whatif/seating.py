"""Who would still sit where: by their own seats, and through collectives."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from govreg.analysis.text.words import singular, split
from govreg.model.location import KeyPath, Location, in_meeting
from govreg.model.meeting import Meeting
from govreg.model.register import Register

Role = tuple[str, str, str]
"""What sends somebody (`organisation` or `meeting`), its id, and the post that comes."""


@dataclass(frozen=True)
class Seating:
    """Who sits on which of some meetings."""

    seated: Mapping[str, frozenset[str]]
    """Organisation -> the meetings where it has a seat, its own or through a collective; not by invitation."""
    invited: Mapping[str, frozenset[str]]
    """Organisation -> the meetings where it sits in whatever manner."""
    roles: Mapping[Role, frozenset[str]]
    """Post, as `folded` has it -> the meetings that it attends in any way, or chairs."""

    def together(self, a: str, b: str) -> frozenset[str]:
        """The meetings where both have seats."""
        return self.seated.get(a, frozenset()) & self.seated.get(b, frozenset())

    def by_invitation(self, a: str, b: str) -> frozenset[str]:
        """The meetings where both come, one of them at least only by invitation."""
        return (self.invited.get(a, frozenset()) & self.invited.get(b, frozenset())) - self.together(a, b)


def seating(register: Register, meetings: Iterable[Meeting]) -> Seating:
    """Who sits on which of `meetings`."""

    @cache
    def standing_for(organisations: frozenset[str]) -> frozenset[str]:
        """`organisations` with their members, and the collectives all of whose members are there."""
        there = organisations.union(*(register.members_of(id_) for id_ in organisations))
        whole = (id_ for id_ in register.collectives_with(there) if register.members_of(id_) <= there)
        return there.union(whole)

    seated: dict[str, set[str]] = defaultdict(set)
    invited: dict[str, set[str]] = defaultdict(set)
    roles: dict[Role, set[str]] = defaultdict(set)
    for meeting in meetings:
        for id_ in standing_for(meeting.core_organisations):
            seated[id_].add(meeting.id)
        for id_ in standing_for(meeting.organisations):
            invited[id_].add(meeting.id)
        for role in seat_roles(meeting):
            roles[folded(role)].add(meeting.id)
    return Seating(_frozen(seated), _frozen(invited), _frozen(roles))


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


Key = TypeVar("Key")


def _frozen(found: Mapping[Key, set[str]]) -> Mapping[Key, frozenset[str]]:
    return {key: frozenset(ids) for key, ids in found.items()}
