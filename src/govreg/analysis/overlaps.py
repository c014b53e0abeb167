"""Overlaps: meetings that share organisations, roles or people, and who sits on most; exact counts, without guesses."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from heapq import nsmallest
from itertools import chain, combinations, islice
from math import comb, log
from operator import itemgetter
from typing import Literal, NamedTuple

from govreg.analysis.meetings_per_year import YearlyTotal, yearly_count, yearly_total
from govreg.model.meeting import Meeting, Participant
from govreg.model.names import fold
from govreg.model.register import Register

By = Literal["organisation", "role", "person"]


class SeatKey(NamedTuple):
    """What counts as one seat, by organisation, role or person: what a way of counting does not use is None."""

    organisation: str | None = None
    role: str | None = None
    person: str | None = None
    meeting: str | None = None
    """A meeting that sends someone, in the organisation's place."""


class Common(NamedTuple):
    """The members that two meetings share; one value for all pairs with the same seats."""

    shared: tuple[SeatKey, ...]
    jaccard: float
    """Seats in both, of all seats in either: from 0 to 1."""
    weight: float
    """The sum over the shared seats of log(meetings / meetings that it sits on): a rare seat weighs more (inverse document frequency)."""
    shared_through: tuple[str, ...]
    """Organisations that sit on both, but on one of them or both only as members of a collective."""
    invited: tuple[SeatKey, ...]
    """Seats in both that at least one of them has only by invitation, by agenda or to observe."""


class Overlap(NamedTuple):
    """Two meetings, and what they have in common."""

    a: str
    b: str
    common: Common

    @property
    def shared(self) -> tuple[SeatKey, ...]:
        """The seats in both."""
        return self.common.shared

    @property
    def jaccard(self) -> float:
        """Seats in both, of all seats in either: from 0 to 1."""
        return self.common.jaccard

    @property
    def weight(self) -> float:
        """The weight of the shared seats."""
        return self.common.weight

    @property
    def shared_through(self) -> tuple[str, ...]:
        """Organisations that sit on both, on one at least as members of a collective."""
        return self.common.shared_through

    @property
    def invited(self) -> tuple[SeatKey, ...]:
        """Seats in both that one of them at least has only by invitation."""
        return self.common.invited


@dataclass(frozen=True, slots=True)
class ParticipantLoad:
    """How many meetings one participant sits on."""

    id: str
    meetings: tuple[str, ...]
    a_year: YearlyTotal


class AlikePairs(NamedTuple):
    """Pairs of meetings with the same in common: every two of `ones`, or where there are `others`, each of `ones` with each of these."""

    ones: Sequence[str]
    others: Sequence[str]
    common: Common

    @property
    def total(self) -> int:
        """How many pairs there are."""
        return len(self.ones) * len(self.others) if self.others else comb(len(self.ones), 2)

    def each(self) -> Iterator[Overlap]:
        """The pairs, in order."""
        if not self.others:
            return (Overlap(a, b, self.common) for a, b in combinations(self.ones, 2))
        either, ones = sorted((*self.ones, *self.others)), frozenset(self.ones)
        later = ((a, b) for place, a in enumerate(either, 1) for b in islice(either, place, None))
        return (Overlap(a, b, self.common) for a, b in later if (a in ones) != (b in ones))


@dataclass(frozen=True)
class PairsInCommon:
    """Every pair of meetings that shares a seat. Of thousands with the same seats there are millions, so they are made when asked for."""

    ranked: tuple[tuple[AlikePairs, ...], ...]
    """The weightiest first; those of one weight and overlap are together."""

    def count(self, wanted: Callable[[Common], bool]) -> int:
        """How many pairs there are whose members in common are `wanted`."""
        return sum(alike.total for rank in self.ranked for alike in rank if wanted(alike.common))

    def first(self, most: int, wanted: Callable[[Common], bool]) -> tuple[Overlap, ...]:
        """The first `most` of these, in order."""
        found: list[Overlap] = []
        for rank in self.ranked:
            each = (islice(alike.each(), most) for alike in rank if wanted(alike.common))
            found += nsmallest(most - len(found), chain.from_iterable(each), key=_ids)
            if len(found) == most:
                break
        return tuple(found)

    def every(self, wanted: Callable[[Common], bool] = lambda _: True) -> Iterator[Overlap]:
        """All of them, in order."""
        for rank in self.ranked:
            yield from sorted(chain.from_iterable(alike.each() for alike in rank if wanted(alike.common)), key=_ids)


@dataclass(frozen=True, slots=True)
class Overlaps:
    """Every pair of meetings that shares a seat, by weight, and how many meetings each participant sits on."""

    pairs: tuple[Overlap, ...]
    participants: tuple[ParticipantLoad, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    """Who sits at one meeting."""

    core: frozenset[SeatKey]
    invited: frozenset[SeatKey]
    direct: frozenset[str]
    """Organisations with a core seat of their own."""
    through: frozenset[str]
    """Members of collectives with a core seat."""


def overlaps(register: Register, meetings: Iterable[Meeting], by: By = "organisation") -> Overlaps:
    """What `meetings` have in common; `by` says what counts as the same seat."""
    chosen = {meeting.id: meeting for meeting in meetings}
    tables = _tables(register, chosen.values(), by)
    pairs = tuple(_in_common(register, tables).every())
    return Overlaps(pairs, tuple(_participant_loads(register, chosen, _sits_on(tables))))


def pairs_in_common(register: Register, meetings: Iterable[Meeting]) -> PairsInCommon:
    """The pairs of `meetings` that share an organisation's or a meeting's seat."""
    return _in_common(register, _tables(register, meetings, "organisation"))


def _tables(register: Register, meetings: Iterable[Meeting], by: By) -> dict[str, _Table]:
    return {meeting.id: _table(meeting, register, by) for meeting in meetings}


def _sits_on(tables: Mapping[str, _Table]) -> dict[SeatKey, list[str]]:
    """Where each has a core seat."""
    sits_on: dict[SeatKey, list[str]] = defaultdict(list)
    for id_, table in tables.items():
        for seat in table.core:
            sits_on[seat].append(id_)
    return sits_on


def _in_common(register: Register, tables: Mapping[str, _Table]) -> PairsInCommon:
    weights = {seat: log(len(tables) / len(ids)) for seat, ids in _sits_on(tables).items()}
    alike: dict[_Table, list[str]] = defaultdict(list)
    for id_ in sorted(tables):
        alike[tables[id_]].append(id_)
    groups = {ids[0]: ids for ids in alike.values()}
    found: dict[tuple[float, float], list[AlikePairs]] = defaultdict(list)
    for a, b in _candidates({id_: tables[id_] for id_ in groups}):
        common = _common(tables[a], tables[b], weights, register)
        if common.shared or common.shared_through or common.invited:
            found[-common.weight, -common.jaccard].append(AlikePairs(groups[a], groups[b] if a != b else (), common))
    return PairsInCommon(tuple(tuple(found[key]) for key in sorted(found)))


def _candidates(tables: Mapping[str, _Table]) -> Iterator[tuple[str, str]]:
    """The pairs of meetings that have anybody in common, in whatever manner; each with itself too, for those with the same seats."""
    at: dict[object, list[str]] = defaultdict(list)
    for id_, table in tables.items():
        for seat in {*table.core, *table.invited, *table.direct, *table.through}:
            at[seat].append(id_)
    for id_, table in tables.items():
        others = {other for seat in {*table.core, *table.invited, *table.direct, *table.through} for other in at[seat]}
        yield from ((id_, other) for other in others if id_ <= other)


def _common(one: _Table, other: _Table, weights: Mapping[SeatKey, float], register: Register) -> Common:
    shared = one.core & other.core
    either = one.core | other.core
    through = ((one.direct | one.through) & (other.direct | other.through)) - (one.direct & other.direct)
    if through:  # who is in both through a collective that sits on both is counted with it
        through -= {member for seat in shared if seat.organisation for member in register.members_of(seat.organisation)}
    invited = ((one.core | one.invited) & (other.core | other.invited)) - shared
    ordered = tuple(sorted(shared, key=_order))
    return Common(
        ordered,
        len(shared) / len(either) if either else 0.0,
        sum(weights[seat] for seat in ordered),
        tuple(sorted(through)),
        tuple(sorted(invited, key=_order)),
    )


def _table(meeting: Meeting, register: Register, by: By) -> _Table:
    core: set[SeatKey] = set()
    invited: set[SeatKey] = set()
    for _, attendee in meeting.attendees:
        seat = seat_of(attendee, by)
        if seat is not None:
            (core if attendee.is_core else invited).add(seat)
    if by != "organisation":
        return _Table(frozenset(core), frozenset(invited - core), frozenset(), frozenset())
    direct = frozenset(seat.organisation for seat in core if seat.organisation is not None)
    through = frozenset(member for id_ in direct for member in register.members_of(id_)) - direct
    return _Table(frozenset(core), frozenset(invited - core), direct, through)


def seat_of(participant: Participant, by: By) -> SeatKey | None:
    """The seat that `participant` has, as `by` counts; None where it has no such thing as a role or a person."""
    kind, id_ = participant.sender
    sender = SeatKey(meeting=id_) if kind == "meeting" else SeatKey(organisation=id_)
    if by == "role":
        return sender._replace(role=participant.role) if participant.role else None
    if by == "person":
        return SeatKey(person=participant.person) if participant.person else None
    return sender


def _participant_loads(
    register: Register, chosen: Mapping[str, Meeting], sits_on: Mapping[SeatKey, list[str]]
) -> Iterator[ParticipantLoad]:
    found: dict[str, set[str]] = defaultdict(set)
    for seat, ids in sits_on.items():
        found[seat.organisation or seat.meeting or seat.person or ""].update(ids)
    years = {id_: yearly_count(meeting, register) for id_, meeting in chosen.items()}
    total = cache(lambda ids: yearly_total(years[one] for one in ids))  # the same for all members of the same meetings
    sits = ((id_, tuple(sorted(ids))) for id_, ids in found.items())
    sittings = [ParticipantLoad(id_, ids, total(ids)) for id_, ids in sits]
    return iter(sorted(sittings, key=lambda sitting: (-len(sitting.meetings), sitting.id)))


_ids = itemgetter(0, 1)


@lru_cache(maxsize=100_000)
def _order(seat: SeatKey) -> tuple[str, ...]:
    return tuple(fold(part or "") for part in seat)
