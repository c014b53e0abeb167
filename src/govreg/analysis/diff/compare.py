"""Compares two registers: which meetings are newly held, no longer held or changed, and the difference in meetings a year."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from govreg.analysis.diff.ids import IdMap, renamed
from govreg.analysis.diff.match import Indexes, Match, match_meetings, missing
from govreg.analysis.frequency import Certainty, weakest
from govreg.analysis.meetings_per_year import YearlyCount, change_range, yearly_count
from govreg.analysis.ranges import NONE, Range, sum_ranges
from govreg.analysis.succession import successors_by_meeting
from govreg.model import fields
from govreg.model.entries import Area, Organisation, Theme
from govreg.model.markers import Refers, marked
from govreg.model.meeting import Meeting
from govreg.model.names import fold
from govreg.model.register import Register

Named = Organisation | Area | Theme
KEYS = fields.keys(Meeting)


@dataclass(frozen=True, slots=True)
class MeetingChange:
    """The change of one meeting."""

    before: Meeting | None
    """Its entry as it was; None where there was none."""
    after: Meeting | None
    match: Match | None = None
    """How it was matched, if its id has changed."""
    keys: tuple[str, ...] = ()
    """The keys of its file whose values differ, other ids of what it names apart."""
    yearly_before: YearlyCount | None = None
    """The meetings a year of its entry, whether or not it was held; None if there was none or it had ended."""
    yearly_after: YearlyCount | None = None
    successors: tuple[str, ...] = ()
    """The meetings, live in the register after, that take its work on."""
    lost_successors: tuple[str, ...] = ()
    """The meetings that are recorded to take its work on, but have ended or are gone."""
    predecessors: tuple[str, ...] = ()
    """The meetings, live in the register before, whose work it takes on."""

    @property
    def meeting(self) -> Meeting:
        """Its entry as it is, or as it was last."""
        entry = self.after or self.before
        if entry is None:
            raise ValueError(self)
        return entry

    @property
    def counted_before(self) -> YearlyCount | None:
        """Meetings a year before; None if it wasn't held."""
        return self.yearly_before if self.before is not None and self.before.is_held else None

    @property
    def counted_after(self) -> YearlyCount | None:
        """Meetings a year after; None if it isn't held."""
        return self.yearly_after if self.after is not None and self.after.is_held else None

    @property
    def started(self) -> bool:
        """Whether it is held and was not, or was not recorded."""
        return self.counted_before is None and self.counted_after is not None

    @property
    def ended(self) -> bool:
        """Whether it was held and is not, or is not recorded."""
        return self.counted_before is not None and self.counted_after is None

    @property
    def stays_held(self) -> bool:
        """Whether it is held before and after."""
        return self.counted_before is not None and self.counted_after is not None

    @property
    def more(self) -> Fraction | None:
        """How many more meetings a year it has, fewer if below 0; None if that isn't known. Only held meetings count."""
        before, after = _total(self.counted_before), _total(self.counted_after)
        return None if before is None or after is None else after - before

    @property
    def limits(self) -> Range:
        """The least and the most that this change can be."""
        if self.before is not None and self.after is not None and self.stays_held:
            same_words = self.before.frequency == self.after.frequency
            if same_words and self.yearly_before == self.yearly_after:
                return NONE  # however it is read, it is read so on both sides
        return change_range(self.counted_before, self.counted_after)

    @property
    def retitled(self) -> bool:
        """Whether it has another title or id."""
        return (
            self.before is not None and self.after is not None and (self.before.title, self.before.id) != (self.after.title, self.after.id)
        )


@dataclass(frozen=True, slots=True)
class EntryChange:
    """What changed about an organisation, an area or a theme."""

    kind: str
    before: Named | None
    after: Named | None
    keys: tuple[str, ...] = ()
    """The keys whose values differ, other ids of what it names apart."""


@dataclass(frozen=True, slots=True)
class NetPart:
    """A part of the net change, in meetings a year."""

    change: Fraction
    limits: Range


NO_CHANGE = NetPart(Fraction(0), NONE)

NET_PARTS = ("started", "ended", "more_often", "less_often", "unsure")
"""Newly held; no longer held; held on both sides, more often, less often, or either as the frequencies are read."""


@dataclass(frozen=True, slots=True)
class Net:
    """The sum of all changes, in meetings a year of held meetings; only known numbers count."""

    parts: Mapping[str, NetPart]
    """By the names in `NET_PARTS`."""
    unknown: int
    """How many meetings changed whose number is not known before, or after."""
    certainty: Certainty
    """That of the least sure number among them."""

    @property
    def total(self) -> Fraction:
        """All together."""
        return sum((part.change for part in self.parts.values()), Fraction(0))

    @property
    def limits(self) -> Range:
        """The least and the most that all together can be."""
        return sum_ranges(part.limits for part in self.parts.values())


@dataclass(frozen=True, slots=True)
class RegisterDiff:
    """The difference between two registers."""

    before: Register
    after: Register
    meetings: tuple[MeetingChange, ...]
    """Those that changed, by title."""
    entries: tuple[EntryChange, ...]
    """The organisations, areas and themes that changed."""
    about: tuple[str, ...]
    """What else of the register changed: `name`, `as_at`, `settings`, `glossary`, `verdicts`."""
    ids: IdMap
    not_compared: tuple[str, ...]
    """The meetings that can't be read on one side and are on the other."""

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.meetings or self.entries or self.about)

    @property
    def net(self) -> Net:
        """What the changes come to."""
        found: dict[str, list[MeetingChange]] = defaultdict(list)
        unknown = 0
        for change in self.meetings:
            if change.more is None:
                counted = (change.counted_before, change.counted_after)
                unknown += not change.stays_held or any(one is not None and one.total is not None for one in counted)
            elif change.started or change.ended or change.limits != NONE:
                found[_part(change)].append(change)
        counts = [one for changes in found.values() for change in changes for one in (change.counted_before, change.counted_after)]
        certainty = weakest(*(one.certainty for one in counts if one is not None))
        return Net({name: _net_part(found[name]) for name in NET_PARTS}, unknown, certainty)


def _part(change: MeetingChange) -> str:
    if change.started or change.ended:
        return "started" if change.started else "ended"
    return "more_often" if is_more(change) else "less_often" if is_less(change) else "unsure"


def is_more(change: MeetingChange) -> bool:
    """Whether it is held more often, however its frequencies are read."""
    return change.stays_held and change.limits.least is not None and change.limits.least > 0


def is_less(change: MeetingChange) -> bool:
    """Whether it is held less often, however its frequencies are read."""
    return change.stays_held and change.limits.most is not None and change.limits.most < 0


def _net_part(changes: Iterable[MeetingChange]) -> NetPart:
    several = list(changes)
    return NetPart(sum((one.more or Fraction(0) for one in several), Fraction(0)), sum_ranges(one.limits for one in several))


def compare(before: Register, after: Register) -> RegisterDiff:
    """The difference from `before` to `after`. What can't be read on one side isn't compared."""
    found, ids = match_meetings(before, after)
    pairs = _pairs(before, after, found)
    successors_of = _successors(before, after, ids)
    live_before = {ids.meetings.get(entry.id, entry.id): entry.id for entry in before.meetings.values() if entry.live}
    predecessors_of: dict[str, set[str]] = defaultdict(set)
    for one, others in successors_of.items():
        for other in others:
            if one in live_before:
                predecessors_of[other].add(live_before[one])
    found_changes: list[MeetingChange] = []
    for old, new, how in pairs:
        change = _change(old, new, how, before, after, ids)
        if change is None:
            continue
        id_ = new.id if new is not None else old.id if old is not None else ""
        recorded = successors_of.get(id_, set())
        live = {successor for successor in recorded if successor in after.meetings and after.meetings[successor].live}
        found_changes.append(
            replace(
                change,
                successors=tuple(sorted(live)),
                lost_successors=tuple(sorted(recorded - live)),
                predecessors=tuple(sorted(predecessors_of.get(id_, ()))),
            )
        )
    found_changes.sort(key=lambda change: (fold(change.meeting.title), change.meeting.id))
    return RegisterDiff(
        before,
        after,
        tuple(found_changes),
        tuple(_entries(before, after, ids)),
        _about(before, after),
        ids,
        tuple(sorted(_not_compared(before, after))),
    )


def _not_compared(before: Register, after: Register) -> set[str]:
    """The meetings of which one side knows only that they are there."""
    sides = ((before.meetings, after.meetings), (after.meetings, before.meetings))
    return {id_ for one, other in sides for id_ in one.unread - one.keys() if id_ in other}


def _pairs(before: Register, after: Register, found: tuple[Match, ...]) -> Iterator[tuple[Meeting | None, Meeting | None, Match | None]]:
    """The entries of every meeting, before and after."""
    for id_, entry in before.meetings.items():
        if id_ in after.meetings:
            yield entry, after.meetings[id_], None
    for one in found:
        yield before.meetings[one.before], after.meetings[one.after], one
    paired = {id_ for one in found for id_ in (one.before, one.after)}
    yield from ((before.meetings[id_], None, None) for id_ in missing(before.meetings, after.meetings) if id_ not in paired)
    yield from ((None, after.meetings[id_], None) for id_ in missing(after.meetings, before.meetings) if id_ not in paired)


def _change(
    old: Meeting | None, new: Meeting | None, how: Match | None, before: Register, after: Register, ids: IdMap
) -> MeetingChange | None:
    """The change of one meeting; None if nothing changed."""
    was = yearly_count(old, before) if old is not None and old.live else None
    now = yearly_count(new, after) if new is not None and new.live else None
    if old is None or new is None:
        return MeetingChange(old, new, None, (), was, now)
    keys = _keys(renamed(old, ids), new)
    change = MeetingChange(old, new, how, keys, was, now)
    same_number = not change.stays_held or _total(was) == _total(now)
    return None if how is None and not keys and same_number else change


def _keys(old: Meeting, new: Meeting) -> tuple[str, ...]:
    """The keys whose values differ, in the order of the file."""
    if old == new:
        return ()
    return tuple(key for key, name in KEYS.items() if getattr(old, name) != getattr(new, name))


def _successors(before: Register, after: Register, ids: IdMap) -> Mapping[str, set[str]]:
    """Who takes whose work on, as either register says it, by the ids of the one after.

    Each register is extended by the meetings that only the other has, so that a removed meeting can still be named.
    """
    old = {meeting.id: meeting for entry in before.meetings.values() for meeting in (renamed(entry, ids),)}
    new = dict(after.meetings)
    found: dict[str, set[str]] = defaultdict(set)
    for entries in ({**old, **new}, {**new, **old}):
        for one, others in successors_by_meeting(after.with_meetings(entries)).items():
            found[one] |= others
    named = {fold(name): entry.id for entries in (old, new) for entry in entries.values() for name in entry.aliases}
    for id_ in old.keys() ^ new.keys():
        entry = old.get(id_) or new[id_]
        other = named.get(fold(entry.title))
        if other is not None and other != id_:
            found[id_].add(other)
    return found


def _entries(before: Register, after: Register, ids: IdMap) -> Iterator[EntryChange]:
    entries_by_kind: tuple[tuple[str, Indexes, Indexes], ...] = (
        ("organisation", before.organisations, after.organisations),
        ("area", before.areas, after.areas),
        ("theme", before.themes, after.themes),
    )
    for kind, old, new in entries_by_kind:
        if not (old.complete and new.complete) or _broken(kind, before, after):
            continue
        others = ids.swaps[kind]
        for id_, entry in old.items():
            now = new.get(others.get(id_, id_))
            if id_ not in new.unread and (now is None or id_ != now.id or _entry_keys(entry, now, others)):
                yield EntryChange(kind, entry, now, _entry_keys(entry, now, others) if now is not None else ())
        known = {others.get(id_, id_) for id_ in old} | old.unread
        yield from (EntryChange(kind, None, entry) for id_, entry in new.items() if id_ not in known)


def _entry_keys(old: Named, new: Named, others: Mapping[str, str]) -> tuple[str, ...]:
    """The keys whose values differ, other ids of what they name apart."""
    named = marked(type(new), Refers)
    return tuple(
        key
        for key in type(new).model_fields
        if key != "id" and (_elsewhere(getattr(old, key), others) if key in named else getattr(old, key)) != getattr(new, key)
    )


def _elsewhere(named: Any, others: Mapping[str, str]) -> Any:  # noqa: ANN401 - an id, several or none
    return tuple(others.get(id_, id_) for id_ in named) if isinstance(named, tuple) else others.get(named, named)


def _about(before: Register, after: Register) -> tuple[str, ...]:
    names = ("name", "as_at", "settings", "glossary", "verdicts")
    return tuple(name for name in names if getattr(before, name) != getattr(after, name) and not _broken(name, before, after))


_FILES = {"organisation": "organisations", "theme": "themes", "glossary": "glossary", "verdicts": "verdicts"}
"""The file of each part of a register that isn't in register.yaml."""


def _broken(part: str, before: Register, after: Register) -> bool:
    """Whether the file of a part of the register has errors on a side, so that what it says there isn't known."""
    file = f"{_FILES.get(part, 'register')}.yaml"
    return file in before.unread or file in after.unread


def _total(counted: YearlyCount | None) -> Fraction | None:
    """Meetings a year: none where it is not held, None where the number isn't known."""
    return Fraction(0) if counted is None else counted.total
