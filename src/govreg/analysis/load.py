"""The load of members: meetings, hours and, if rates are set, money a year, as scheduled; what isn't known is counted apart."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Literal, NamedTuple

from govreg.analysis.hours import Assumed, Attendant, SittingHours, attendants, person_hours, sitting_hours
from govreg.analysis.meetings_per_year import YearlyCount, YearlyTotal, count_range, yearly_count, yearly_total
from govreg.analysis.months import MonthCounts, month_counts
from govreg.analysis.overlaps import By, SeatKey, seat_of
from govreg.analysis.ranges import NONE, Range, difference, sum_fractions, sum_ranges
from govreg.analysis.tenure import tenure
from govreg.model.meeting import Meeting, Participant
from govreg.model.names import fold
from govreg.model.register import Register
from govreg.model.settings import LoadSettings

Unknown = Literal["members", "frequency", "varies", "duration"]
"""Why the hours of a meeting can't be worked out: no members, no number a year, a number that varies, or no duration."""

EVERYBODY = SeatKey()
"""The key of all members together."""


@dataclass(frozen=True, slots=True)
class MeetingLoad:
    """The load of one held meeting on one member, or on all, in a year."""

    meeting: str
    count: YearlyCount
    people: int
    """How many attend for the member."""
    hours: Range | None
    """Person-hours a year; None where they can't be worked out."""
    unknown: Unknown | None
    """Why they can't."""
    assumed: tuple[Assumed, ...]
    """What of them is assumed."""
    money: Range | None
    """Pounds a year of those who have a rate; None where nobody has, or where there are no hours."""
    without_rate: bool
    """Whether somebody has no rate, or there are no hours to multiply one with, while the register has rates."""


@dataclass(frozen=True)
class Load:
    """The load of the held meetings on one member in a year: a post, a person, an organisation or a meeting that sends someone."""

    key: SeatKey
    meetings: tuple[MeetingLoad, ...]
    a_year: YearlyTotal
    months: MonthCounts

    @cached_property
    def hours(self) -> Range | None:
        """Person-hours a year of the meetings whose hours can be worked out; None where none can."""
        known = [one.hours for one in self.meetings if one.hours is not None]
        return sum_ranges(known) if known else None

    @property
    def hours_unknown(self) -> int:
        """How many meetings are in no hours."""
        return sum(one.hours is None for one in self.meetings)

    @property
    def money(self) -> Range | None:
        """Pounds a year of those who have a rate; None where nobody has."""
        known = [one.money for one in self.meetings if one.money is not None]
        return sum_ranges(known) if known else None

    @property
    def money_unknown(self) -> int:
        """How many meetings are not in it, or not for everybody."""
        return sum(one.without_rate for one in self.meetings)


@dataclass(frozen=True, slots=True)
class LoadResult:
    """The load of a register: of all members together, and of each."""

    by: By
    everybody: Load
    members: tuple[Load, ...]
    """Who attends most meetings a year first."""
    without_members: tuple[str, ...]
    """Held meetings that nobody is recorded to attend as a matter of course."""
    unnamed: int
    """Roles that count towards no load here, as they state no post, or no person; 0 by organisation."""
    invited: int
    """Roles that come only by invitation, for some items or to observe, which are in no load."""
    not_current: int
    """Roles that are over or begin later, which are in no load."""
    shows_money: bool
    """Whether the register sets rates, and members are not persons."""


@dataclass(frozen=True, slots=True)
class LoadChange:
    """The difference that a change of the register makes to one member's load."""

    key: SeatKey
    before: Load | None
    after: Load | None
    meetings: Range
    """Meetings a year more, fewer if below zero; those that stay as they are add nothing."""
    about: Fraction
    """The same at the figures that are taken where there are no limits."""
    meetings_unknown: int
    """How many of those that start or stop have no number."""
    hours: Range | None
    """Person-hours a year more; None where no change of them can be worked out."""
    hours_unknown: int
    """How many of those that start or stop are in no hours."""


def load(register: Register, today: date, by: By = "organisation") -> LoadResult:
    """The load of the meetings held on the day `today` on their members in a year; `by` says who counts as one member."""
    return LoadReader(register, today, by).load(register)


class LoadReader:
    """Works out the load of a register as it is and as it would be, with what stays the same worked out once."""

    def __init__(self, register: Register, today: date, by: By = "organisation") -> None:
        """`register` is the one whose settings and areas count."""
        self._register, self._today, self._by = register, today, by
        self._settings = register.settings.load or LoadSettings()
        self._rates = _Rates(self._settings)
        self._meetings: dict[str, tuple[Meeting, _OfMeeting]] = {}
        self._members: dict[SeatKey, Load] = {}

    def load(self, register: Register) -> LoadResult:
        """The load of the meetings of `register` that are held."""
        held = [self._of_meeting(meeting) for meeting in register.meetings.values() if meeting.is_held]
        of_member: dict[SeatKey, list[MeetingLoad]] = defaultdict(list)
        written: dict[SeatKey, SeatKey] = {}
        for one in held:
            for key, as_written in one.written.items():
                written.setdefault(key, as_written)
            for key, found in one.of_members.items():
                of_member[key].append(found)
        totals = _Totals()
        members = (self._load(written.get(key, key), loads, totals) for key, loads in of_member.items())
        return LoadResult(
            self._by,
            self._load(EVERYBODY, [one.together for one in held], totals),
            tuple(sorted(members, key=_most_first)),
            tuple(one.together.meeting for one in held if not one.together.people),
            sum(one.unnamed for one in held),
            sum(one.invited for one in held),
            sum(one.not_current for one in held),
            self._rates.any and self._by != "person",
        )

    def _load(self, key: SeatKey, loads: Sequence[MeetingLoad], totals: "_Totals") -> Load:
        meetings, known = tuple(loads), self._members.get(key)
        if known is None or known.meetings != meetings:
            known = self._members[key] = Load(key, meetings, *totals.of(meetings))
        return known

    def _of_meeting(self, meeting: Meeting) -> "_OfMeeting":
        known = self._meetings.get(meeting.id)
        if known is None or known[0] is not meeting:
            known = self._meetings[meeting.id] = (meeting, self._read(meeting))
        return known[1]

    def _read(self, meeting: Meeting) -> "_OfMeeting":
        by = self._by
        known = _Known(meeting.id, yearly_count(meeting, self._register), sitting_hours(meeting, self._settings), self._rates)
        there = list(attendants(meeting, self._today))
        unnamed = 0
        groups: dict[SeatKey, list[Attendant]] = defaultdict(list)
        for one in _named(there, by):
            key = seat_of(one.role, by)
            if key is None:
                unnamed += 1
            else:
                groups[_folded(key)].append(one)
        roles = meeting.roles
        posts = [key for role in roles if (key := seat_of(role, by)) is not None] if by == "role" else []
        return _OfMeeting(
            known.load(there),
            {key: known.load(group[:1] if by == "person" else group, counts_money=by != "person") for key, group in groups.items()},
            {_folded(key): key for key in reversed(posts)},
            unnamed,
            sum(not role.is_core and tenure(role, self._today) == "current" for role in roles),
            sum(tenure(role, self._today) != "current" for role in roles),
        )


def _most_first(one: Load) -> tuple[Fraction | int, int, tuple[str, ...]]:
    """The key to sort members by: who attends most meetings a year first."""
    return -(one.a_year.per_year or 0), -len(one.meetings), tuple(part or "" for part in one.key)


class _OfMeeting(NamedTuple):
    """The load of a held meeting."""

    together: MeetingLoad
    of_members: Mapping[SeatKey, MeetingLoad]
    written: Mapping[SeatKey, SeatKey]
    """How each post is written first: it is the same in any case."""
    unnamed: int
    invited: int
    not_current: int


def load_changes(before: LoadResult, after: LoadResult) -> tuple[LoadChange, ...]:
    """The change of each member's load, all members together first, in the order of `before`; members without a change are left out."""
    old, new = ({one.key: one for one in (result.everybody, *result.members)} for result in (before, after))
    changes = (_change(key, old.get(key), new.get(key)) for key in dict.fromkeys((*old, *new)))
    return tuple(one for one in changes if one is not None)


def _change(key: SeatKey, before: Load | None, after: Load | None) -> LoadChange | None:
    if before is after:
        return None
    then, now = ({one.meeting: one for one in each.meetings} if each is not None else {} for each in (after, before))
    pairs = [(now.get(id_), then.get(id_)) for id_ in dict.fromkeys((*now, *then)) if now.get(id_) != then.get(id_)]
    if not pairs:
        return None
    counted = [pair for pair in pairs if all(one is None or one.count.total is not None for one in pair)]
    timed = [pair for pair in pairs if all(one is None or one.hours is not None for one in pair)]
    return LoadChange(
        key,
        before,
        after,
        difference(_sittings(new for _, new in counted), _sittings(old for old, _ in counted)),
        _total(new for _, new in counted) - _total(old for old, _ in counted),
        len(pairs) - len(counted),
        difference(_hours(new for _, new in timed), _hours(old for old, _ in timed)) if timed else None,
        len(pairs) - len(timed),
    )


def _sittings(loads: Iterable[MeetingLoad | None]) -> Range:
    """The sittings a year of the meetings that are held; None stands for one that isn't."""
    return sum_ranges(count_range(one.count) for one in loads if one is not None)


def _total(loads: Iterable[MeetingLoad | None]) -> Fraction:
    return sum_fractions(one.count.total for one in loads if one is not None and one.count.total is not None)


def _hours(loads: Iterable[MeetingLoad | None]) -> Range:
    return sum_ranges(one.hours for one in loads if one is not None and one.hours is not None)


@dataclass(frozen=True)
class _Rates:
    """The cost of an hour."""

    settings: LoadSettings

    @cached_property
    def any(self) -> bool:
        return bool(self.settings.rates or self.settings.role_rates)

    @cached_property
    def _of_posts(self) -> Mapping[str, Fraction]:
        return {fold(post): Fraction(str(rate)) for post, rate in self.settings.role_rates.items()}

    @cached_property
    def _of_organisations(self) -> Mapping[str, Fraction]:
        return {id_: Fraction(str(rate)) for id_, rate in self.settings.rates.items()}

    def of(self, role: Participant) -> Fraction | None:
        """Pounds an hour of `role`: of its post, else of its organisation; None where neither has a rate."""
        of_post = self._of_posts.get(fold(role.role)) if role.role else None
        return of_post if of_post is not None else self._of_organisations.get(role.organisation or "")


@dataclass(frozen=True)
class _Known:
    """The figures of one meeting that don't depend on who attends."""

    id: str
    count: YearlyCount
    sitting: SittingHours | None
    rates: _Rates

    def load(self, group: Sequence[Attendant], *, counts_money: bool = True) -> MeetingLoad:
        """The load of the meeting on a `group`: heads, hours and money."""
        of_heads = self._of_heads(sum([one.people for one in group]))
        if not (counts_money and self.rates.any):
            return of_heads
        if of_heads.hours is None:
            return replace(of_heads, without_rate=True)
        rated = [(one.people, rate) for one in group if one.people and (rate := self.rates.of(one.role)) is not None]
        costs = [_times(self._hours(number), rate) for number, rate in rated]
        unpaid = sum(number for number, _ in rated) < of_heads.people
        return replace(of_heads, money=sum_ranges(costs) if costs else None, without_rate=unpaid)

    def _of_heads(self, heads: int) -> MeetingLoad:
        """The load on so many people, without money: one value for all members who send as many."""
        if heads not in self._made:
            unknown = self._unknown if heads else "members"
            hours, assumed = (self._hours(heads), self.sitting.assumed) if unknown is None and self.sitting is not None else (None, ())
            self._made[heads] = MeetingLoad(self.id, self.count, heads, hours, unknown, assumed, None, without_rate=False)
        return self._made[heads]

    @cached_property
    def _made(self) -> dict[int, MeetingLoad]:
        return {}

    @property
    def _unknown(self) -> Unknown | None:
        if self.count.total is None:
            return "frequency"
        if self.count.low is None and self.count.high is None:
            return "varies"
        return "duration" if self.sitting is None else None

    def _hours(self, heads: int) -> Range:
        if heads not in self._hours_of:
            self._hours_of[heads] = _times(self._of_one, Fraction(heads))
        return self._hours_of[heads]

    @cached_property
    def _hours_of(self) -> dict[int, Range]:
        return {}

    @cached_property
    def _of_one(self) -> Range:
        """The hours a year of one person."""
        each = self.sitting.hours if self.sitting is not None else NONE
        return person_hours(Range(self.count.low, self.count.high), 1, each)


def _times(found: Range, rate: Fraction) -> Range:
    least, most = (end * rate if end is not None else None for end in (found.least, found.most))
    return Range(least, most)


class _Totals:
    """What meetings come to a year: worked out once for all members of the same meetings, of whom there may be thousands."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, ...], tuple[YearlyTotal, MonthCounts]] = {}

    def of(self, meetings: Sequence[MeetingLoad]) -> tuple[YearlyTotal, MonthCounts]:
        """Their total, and their months."""
        ids = tuple(one.meeting for one in meetings)
        if ids not in self._known:
            months = month_counts({one.meeting: one.count for one in meetings})
            self._known[ids] = yearly_total(one.count for one in meetings), months
        return self._known[ids]


def _named(there: Iterable[Attendant], by: By) -> Iterator[Attendant]:
    """Those who count one by one: by post or person, a chair who may be listed too counts by their own post, and once."""
    listed = [one for one in there if one.people]
    yield from (Attendant(one.role, 1) for one in listed) if by == "person" else listed
    for one in there:
        if not one.people and by != "organisation":
            same = (_folded(other) for role in listed if (other := seat_of(role.role, by)) is not None)
            own = seat_of(one.role, by)
            if own is not None and _folded(own) not in set(same):
                yield Attendant(one.role, 1)


def _folded(key: SeatKey) -> SeatKey:
    return key._replace(role=fold(key.role)) if key.role is not None else key
