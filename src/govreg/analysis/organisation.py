"""The profile of one organisation: what it leads, chairs, supports and sits on, whom it meets, what is due and what is open."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, get_args

from govreg.analysis.gaps import Gap, gaps
from govreg.analysis.meetings_per_year import YearlyTotal, yearly_count, yearly_total
from govreg.analysis.months import MonthCounts, month_counts
from govreg.analysis.open_points import OpenPoint, Vacancy, open_points, vacancies
from govreg.analysis.tenure import Tenure, tenure, tenure_of_seat
from govreg.model.dates import first_day, last_day
from govreg.model.meeting import Meeting, Participant, Seat, Sender
from govreg.model.names import fold
from govreg.model.register import Register

Part = Literal["lead", "support", "secretariat", "seat", "invited", "through"]
"""What an organisation is to a meeting. `seat` is a core seat, the chair's among them; `invited` comes only to some of it, or to observe;
`through` has no core seat of its own, but a collective that it is in does."""

DateKind = Literal["meets", "review", "terms", "from", "until"]
"""What is due on a date: the next meeting, a review, that of the terms of reference; a role that begins or ends."""


@dataclass(frozen=True, slots=True)
class Involvement:
    """One thing that the organisation is to one meeting."""

    part: Part
    meeting: str
    organisation: str
    """Who it is: the organisation, one below it, or for `through` the collective."""
    tenure: Tenure = "current"
    roles: tuple[Participant, ...] = ()
    """Of a seat: the roles that give it; the chair's is the last where `chair` names it."""

    @property
    def chairs(self) -> bool:
        """Whether one of its roles chairs the meeting."""
        return any(role.attendance == "chair" for role in self.roles)


@dataclass(frozen=True, slots=True)
class PartTotal:
    """The meetings of one part, each once; seats that are over or begin later are in none."""

    meetings: tuple[str, ...]
    held: tuple[str, ...]
    """Those that are held, which alone are in the sum."""
    a_year: YearlyTotal


@dataclass(frozen=True, slots=True)
class PostOnMeetings:
    """A post that attends for the organisation, and where."""

    organisation: str
    role: str | None
    """As it is written first; None for the seats that state none."""
    meetings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody with a core seat on meetings that the organisation has one on."""

    sender: Sender
    meetings: tuple[str, ...]
    a_year: YearlyTotal


@dataclass(frozen=True, slots=True)
class DueDate:
    """A date of a meeting that the organisation takes part in."""

    kind: DateKind
    meeting: str
    on: str
    """`YYYY-MM-DD`, `YYYY-MM` or `YYYY`."""
    passed: bool
    role: str | None = None


@dataclass(frozen=True, slots=True)
class OrganisationProfile:
    """Everything that a register records about one organisation."""

    id: str
    counted: tuple[str, ...]
    """The organisations that are counted as it: itself first, then those below it."""
    collectives: tuple[str, ...]
    """The collectives that any of them is in."""
    members: tuple[str, ...]
    """Those that it consists of, where it is a collective."""
    involvements: tuple[Involvement, ...]
    """By part, then by the meeting's title."""
    totals: Mapping[Part, PartTotal]
    """How many meetings each part has, and what they come to a year."""
    months: MonthCounts
    """Of the held meetings that it has a core seat on now."""
    posts: tuple[PostOnMeetings, ...]
    companions: tuple[Companion, ...]
    """Who it meets on most meetings first."""
    vacancies: tuple[Vacancy, ...]
    points: tuple[OpenPoint, ...]
    dates: tuple[DueDate, ...]
    """In their order."""
    gaps: Mapping[Gap, tuple[str, ...]]
    """What the entries of the meetings that it leads, arranges or sits on leave open -> these meetings."""

    def of(self, *parts: Part) -> tuple[Involvement, ...]:
        """The involvements of some parts, in their order."""
        return tuple(one for one in self.involvements if one.part in parts)

    @property
    def chaired(self) -> tuple[Involvement, ...]:
        """The seats that chair."""
        return tuple(one for one in self.of("seat") if one.chairs)


def organisation_profile(
    register: Register, id_: str, today: date, *, exact: bool = False, whole: Register | None = None
) -> OrganisationProfile:
    """The profile of the organisation `id_` in `register` on the day `today`; `exact` leaves out organisations below it.

    Where `register` is what an audience may see, `whole` is all of it: that somebody or something is missing is said only
    where both show it.
    """
    counted = (id_,) if exact else (id_, *sorted(register.organisations_below(id_) - {id_}))
    collectives = frozenset() if exact else register.collectives_with(counted) - set(counted)
    question = _Question(register, today, frozenset(counted), collectives)
    found = tuple(sorted(question.involvements(), key=lambda one: (PARTS.index(one.part), *_order(register, one.meeting))))
    taking_part = question.taking_part(found)
    everything = whole or register
    seen_by_all = frozenset(vacancies(everything, counted, today))
    totals = {part: _total(register, found, part) for part in PARTS}
    seated = tuple(register.meetings[id_] for id_ in totals["seat"].held)
    return OrganisationProfile(
        id_,
        counted,
        tuple(sorted(collectives)),
        tuple(sorted(register.members_of(id_))),
        found,
        totals,
        month_counts({meeting.id: yearly_count(meeting, register) for meeting in seated}),
        tuple(_posts(question, found)),
        tuple(_companions(question, seated)),
        tuple(one for one in vacancies(register, counted, today) if one in seen_by_all),
        tuple(sorted(open_points(register, counted, today), key=lambda one: _order(register, one.meetings[0]))),
        tuple(sorted(_dates(question, taking_part, found), key=lambda one: (last_day(one.on), first_day(one.on), one.meeting, one.kind))),
        _gaps(taking_part, everything),
    )


PARTS: tuple[Part, ...] = get_args(Part)


@dataclass(frozen=True)
class _Question:
    """One question: about which organisations, in which register, on which day."""

    register: Register
    today: date
    counted: frozenset[str]
    collectives: frozenset[str]

    def own(self, seat: Seat | Participant) -> bool:
        """Whether it is a seat or a role of those counted."""
        return seat.organisation in self.counted

    def involvements(self) -> Iterator[Involvement]:
        for meeting in self.register.meetings.values():
            yield from (Involvement("lead", meeting.id, lead) for lead in dict.fromkeys(meeting.leads) if lead in self.counted)
            yield from (Involvement("support", meeting.id, one) for one in dict.fromkeys(meeting.support) if one in self.counted)
            if meeting.secretariat in self.counted:
                yield Involvement("secretariat", meeting.id, meeting.secretariat or "")
            yield from self._seats(meeting)

    def _seats(self, meeting: Meeting) -> Iterator[Involvement]:
        sits = False
        for seat in meeting.seats:
            if self.own(seat):
                core = tuple(role for _, role in seat.roles if role.is_core)
                others = tuple(role for _, role in seat.roles if not role.is_core)
                for part, roles in (("seat", core), ("invited", others)):
                    if roles:
                        held = tenure_of_seat(roles, self.today)
                        sits = sits or (part == "seat" and held == "current")
                        yield Involvement(part, meeting.id, seat.organisation or "", held, roles)  # type: ignore[arg-type] # one of both
        if not sits:
            for seat in meeting.seats:
                if seat.organisation in self.collectives:
                    roles = tuple(role for _, role in seat.roles)
                    yield Involvement("through", meeting.id, seat.organisation or "", tenure_of_seat(roles, self.today), roles)

    def taking_part(self, found: Iterable[Involvement]) -> tuple[Meeting, ...]:
        """The meetings that have not ended and that it leads, backs, arranges or sits on itself, also by invitation."""
        ids = dict.fromkeys(one.meeting for one in found if one.part != "through" and one.tenure != "past")
        meetings = (self.register.meetings[id_] for id_ in ids)
        return tuple(sorted((meeting for meeting in meetings if meeting.live), key=lambda one: _order(self.register, one.id)))


def _order(register: Register, id_: str) -> tuple[str, str]:
    return register.meetings[id_].title.casefold(), id_


def _total(register: Register, found: Iterable[Involvement], part: Part) -> PartTotal:
    ids = tuple(dict.fromkeys(one.meeting for one in found if one.part == part and one.tenure == "current"))
    held = tuple(id_ for id_ in ids if register.meetings[id_].is_held)
    return PartTotal(ids, held, yearly_total(yearly_count(register.meetings[id_], register) for id_ in held))


def _posts(question: _Question, found: Iterable[Involvement]) -> Iterator[PostOnMeetings]:
    """The posts on held meetings; what only the chair's entry says is no post of its own where a participant's entry states one."""
    written: dict[tuple[str, str], str | None] = {}
    sits: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for one in found:
        if one.part != "seat" or one.tenure != "current" or not question.register.meetings[one.meeting].is_held:
            continue
        stated = [role.role for role in one.roles if role.role and tenure(role, question.today) == "current"]
        for role in (*stated,) or (None,):
            key = (one.organisation, fold(role or ""))
            written.setdefault(key, role)
            sits[key][one.meeting] = None
    for key in sorted(sits, key=lambda key: (-len(sits[key]), written[key] is None, key)):
        yield PostOnMeetings(key[0], written[key], tuple(sits[key]))


def _companions(question: _Question, seated: Iterable[Meeting]) -> Iterator[Companion]:
    register = question.register
    itself = {*question.counted, *question.collectives, *register.members_of(*question.counted)}
    sits: dict[Sender, list[Meeting]] = defaultdict(list)
    for meeting in seated:
        for seat in meeting.seats:
            core = tuple(role for _, role in seat.roles if role.is_core)
            if core and seat.organisation not in itself and tenure_of_seat(core, question.today) == "current":
                sits[seat.sender].append(meeting)
    counts = cache(lambda id_: yearly_count(register.meetings[id_], register))
    total = cache(lambda ids: yearly_total(counts(id_) for id_ in ids))  # the same for all companions on the same meetings
    for sender in sorted(sits, key=lambda sender: (-len(sits[sender]), sender)):
        together = tuple(meeting.id for meeting in sits[sender])
        yield Companion(sender, together, total(together))


def _dates(question: _Question, meetings: Iterable[Meeting], found: Iterable[Involvement]) -> Iterator[DueDate]:
    def due(kind: DateKind, meeting: str, on: str, role: str | None = None) -> DueDate:
        return DueDate(kind, meeting, on, last_day(on) < question.today, role)

    for meeting in meetings:
        last, agreed = meeting.latest_review, meeting.terms_of_reference
        if meeting.next_meets is not None:
            yield due("meets", meeting.id, meeting.next_meets)
        if last is not None and last.next_due is not None:
            yield due("review", meeting.id, last.next_due)
        if agreed is not None and agreed.review_due is not None:
            yield due("terms", meeting.id, agreed.review_due)
    live = {meeting.id for meeting in meetings}
    for one in found:
        if one.part in ("seat", "invited") and one.meeting in live:
            for role in one.roles:
                held = tenure(role, question.today)
                post = role.role or ("chair" if role.attendance == "chair" else None)
                if held == "future" and role.from_ is not None:
                    yield due("from", one.meeting, role.from_, post)
                if held != "past" and role.until is not None:
                    yield due("until", one.meeting, role.until, post)


def _gaps(meetings: Iterable[Meeting], whole: Register) -> Mapping[Gap, tuple[str, ...]]:
    found: dict[Gap, list[str]] = defaultdict(list)
    for meeting in meetings:
        entry = whole.meetings.get(meeting.id, meeting)
        for gap in gaps(meeting):
            if gap in gaps(entry):
                found[gap].append(meeting.id)
    return {gap: tuple(found[gap]) for gap in get_args(Gap) if gap in found}
