"""Overlaps: meetings that share organisations, roles or people, and who sits on most; exact counts, without guesses."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from math import log
from typing import Literal, NamedTuple

from govreg.analysis.bits import Bits, bits_of, places_of, union
from govreg.analysis.collectives import Collectives, collectives
from govreg.analysis.meetings_per_year import YearlyTotal, yearly_count, yearly_total
from govreg.analysis.shared_seats import MeetingSeats, PairCounts, SharedSeats
from govreg.model.meeting import Meeting, Participant
from govreg.model.names import fold
from govreg.model.register import Register

By = Literal["organisation", "role", "person"]

MOST_LISTED = 1_000_000
"""How many pairs, and members that they name, an answer lists: two million pairs with sixty members each would be 13 GB of JSON."""

MOST_RANKED = 1_000
"""How many pairs are put in order where people see the first ten or fifteen: more, as rounding may reorder pairs that weigh the same."""


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


@dataclass(frozen=True, slots=True)
class PairsInCommon:
    """The pairs of meetings that share a seat, by weight."""

    pairs: tuple[Overlap, ...]
    """All of them, or the first."""
    counts: PairCounts
    """How many there are in all."""

    @property
    def left_out(self) -> int:
        """How many of all pairs are not among `pairs`."""
        return self.counts.total - len(self.pairs)


@dataclass(frozen=True, slots=True)
class Overlaps(PairsInCommon):
    """The pairs of meetings that share a seat, by weight, and how many meetings each participant sits on."""

    participants: tuple[ParticipantLoad, ...]


def overlaps(register: Register, meetings: Iterable[Meeting], by: By = "organisation", most: int | None = None) -> Overlaps:
    """What `meetings` have in common; `by` says what counts as the same seat, and `most` ends the pairs as in `pairs_in_common`."""
    chosen = {meeting.id: meeting for meeting in sorted(meetings, key=lambda meeting: meeting.id)}
    ids, seats = [*chosen], _Seats(register, chosen.values(), by)
    found = _in_common(ids, seats, most=most)
    sits_on = {seat: [ids[place] for place in places] for seat, places in seats.sits_on.items()}
    return Overlaps(found.pairs, found.counts, tuple(_participant_loads(register, chosen, sits_on)))


def pairs_in_common(
    register: Register,
    meetings: Iterable[Meeting],
    *,
    of: str | None = None,
    fewest: int = 0,
    most: int | None = None,
    first: int | None = None,
) -> PairsInCommon:
    """The pairs of `meetings` that share an organisation's or a meeting's seat, without those who sit on them.

    With `of`, only the pairs with that meeting; with `fewest`, those that share so many seats, though all are counted. With `most`,
    only the first: as many as come to no more than that, where each counts as one, and as one more for each member that it names.
    With `first`, only so many.
    """
    chosen = sorted(meetings, key=lambda meeting: meeting.id)
    seats = _Seats(register, chosen, "organisation")
    return _in_common([meeting.id for meeting in chosen], seats, of=of, fewest=fewest, most=most, first=first)


def _in_common(
    ids: Sequence[str], seats: "_Seats", *, of: str | None = None, fewest: int = 0, most: int | None = None, first: int | None = None
) -> PairsInCommon:
    shared = SharedSeats(seats.meetings, seats.weights, seats.members)
    ranked, counts = shared.ranked(None if of is None else ids.index(of), fewest=fewest, most=most, first=first)
    pairs = [Overlap(ids[pair.a], ids[pair.b], seats.common(*shared.between(pair.a, pair.b))) for pair in ranked]
    pairs.sort(key=lambda pair: (-pair.weight, -pair.jaccard, pair.a, pair.b))
    return PairsInCommon(tuple(pairs), counts)


class _Seats:
    """The seats of meetings as sets of places, and back; seats of one meeting alone, of which there may be most, have no place."""

    def __init__(self, register: Register, meetings: Iterable[Meeting], by: By) -> None:
        tables = [_table(meeting, by) for meeting in meetings]
        self._by_organisation = by == "organisation"
        found = collectives(register) if self._by_organisation else Collectives({}, {}, {})
        meetings_of = Counter(seat for table in tables for seats in table for seat in seats)
        self._ordered = sorted((seat for seat, count in meetings_of.items() if count > 1), key=_order)
        self._places = {seat: place for place, seat in enumerate(self._ordered)}
        self._organisations = dict(found.numbers)
        self._of_collectives = found.numbers.keys()
        """The collectives, and their members: another meeting may have them without a seat of their own."""
        self.members = {found.numbers[id_]: members for id_, members in found.members.items() if members}
        """The members of each collective."""
        self.sits_on: dict[SeatKey, list[int]] = defaultdict(list)
        """Seat -> the meetings where it is a core seat."""
        for place, (core, _) in enumerate(tables):
            for seat in core:
                self.sits_on[seat].append(place)
        self.weights = [log(len(tables) / len(self.sits_on[seat])) if seat in self.sits_on else 0.0 for seat in self._ordered]
        self.meetings = [self._seats_of(*table) for table in tables]

    def _seats_of(self, core: frozenset[SeatKey], invited: frozenset[SeatKey]) -> MeetingSeats:
        with_others = core & self._places.keys()
        attends = with_others | invited & self._places.keys()
        seated, attending = (bits_of(map(self._places.__getitem__, seats)) for seats in (with_others, attends))
        alone = len(core) - len(with_others)
        if not self._by_organisation:
            return MeetingSeats(seated, attending, 0, 0, alone)
        organisations = (seat.organisation for seat in core if seat in with_others or seat.organisation in self._of_collectives)
        direct = bits_of(self._placed(organisation) for organisation in organisations if organisation is not None)
        reached = direct | union(self.members.get(place, 0) for place in places_of(direct))
        return MeetingSeats(seated, attending, direct, reached, alone)

    def _placed(self, organisation: str) -> int:
        return self._organisations.setdefault(organisation, len(self._organisations))

    @cached_property
    def common(self) -> Callable[[Bits, int, Bits, Bits], Common]:
        """What two meetings have in common, given the seats shared, how many either has, and what is shared otherwise."""
        organisations = [*self._organisations]

        @cache  # one value for all pairs with the same seats
        def common(shared: Bits, either: int, through: Bits, invited: Bits) -> Common:
            places = list(places_of(shared))
            return Common(
                tuple(self._ordered[place] for place in places),
                len(places) / either if either else 0.0,
                sum(self.weights[place] for place in places),
                tuple(sorted(organisations[place] for place in places_of(through))),
                tuple(self._ordered[place] for place in places_of(invited)),
            )

        return common


def _table(meeting: Meeting, by: By) -> tuple[frozenset[SeatKey], frozenset[SeatKey]]:
    """The core seats of a meeting, and those that it only invites."""
    core: set[SeatKey] = set()
    invited: set[SeatKey] = set()
    for role in meeting.roles:
        seat = seat_of(role, by)
        if seat is not None:
            (core if role.is_core else invited).add(seat)
    return frozenset(core), frozenset(invited - core)


def seat_of(participant: Participant, by: By) -> SeatKey | None:
    """The seat that `participant` has, as `by` counts; None where it has no such thing as a role or a person."""
    if by == "person":
        return SeatKey(person=participant.person) if participant.person else None
    role = participant.role if by == "role" else None
    if by == "role" and not role:
        return None
    kind, id_ = participant.sender
    return SeatKey(id_, role) if kind == "organisation" else SeatKey(None, role, None, id_)


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


@lru_cache(maxsize=100_000)
def _order(seat: SeatKey) -> tuple[str, ...]:
    return (*(fold(part or "") for part in seat), *(part or "" for part in seat))
