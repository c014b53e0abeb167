"""Selects meetings by the filters that all commands share, and records why each meeting matches."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from govreg.analysis.bits import Bits, bits_of, first_places, union
from govreg.analysis.gaps import Gap, gaps
from govreg.model.entries import Theme
from govreg.model.meeting import Meeting
from govreg.model.names import fold
from govreg.model.register import Register

if TYPE_CHECKING:
    from govreg.analysis.text.themes import ThemeMatch, ThemeMatcher

LEAD_KINDS = ("joint", "unclear", "not-stated")


class Filters(NamedTuple):
    """Filters with ids as their values: a meeting matches any value of a filter, and all different filters."""

    lead: tuple[str, ...] = ()
    """Organisations, or `joint`, `unclear`, `not-stated`."""
    support: tuple[str, ...] = ()
    participant: tuple[str, ...] = ()
    area: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    statutory: bool | None = None
    without: tuple[Gap, ...] = ()
    exact: bool = False
    """Whether an organisation is meant without what is below it."""


class AreaMatch(NamedTuple):
    """For which of the areas asked for a meeting is."""

    areas: tuple[str, ...]
    """The ids of ten of them at most; none where it is for the register's whole area."""
    one_in_each: bool
    """Whether there is a meeting in each of them, rather than one for all."""
    more: int = 0
    """How many others there are."""


class SeatMatch(NamedTuple):
    """How the organisations asked for as participants sit on a meeting, other than as members of their own."""

    chairs: bool
    attendance: tuple[str, ...]
    """How those attend who are not members: `by-invitation`, or another value of a participant's `attendance`."""
    collectives: tuple[str, ...]
    """The ids of the collectives through which they sit there."""


class SelectedMeeting(NamedTuple):
    """A meeting that passes the filters, and why, where that can't be seen."""

    meeting: Meeting
    area: AreaMatch | None = None
    """None where all that were selected are for the same areas."""
    seats: SeatMatch | None = None
    themes: "tuple[ThemeMatch, ...]" = ()


class Selection(NamedTuple):
    """The meetings that were asked for, by title."""

    rows: tuple[SelectedMeeting, ...]
    counted: tuple[str, ...]
    """The organisations that were counted as those asked for as lead."""
    attended_unclear: int
    """How many meetings these attend besides, whose lead is unclear."""
    unstated: int
    """How many more might pass, if they stated whether they are statutory; 0 where that isn't asked for."""


def select(register: Register, wanted: Filters) -> Selection:
    """The meetings of `register` that are `wanted`."""
    asked = _resolve(register, wanted)
    passed = [row for meeting in register.meetings.values() if (row := _match(meeting, asked)) is not None]
    rows = _with_areas(register, passed, asked) if wanted.area else passed
    rows.sort(key=lambda row: (fold(row.meeting.title), row.meeting.id))
    chosen = {row.meeting.id for row in rows}
    attended = sum(
        meeting.lead_kind == "unclear" and meeting.id not in chosen and bool(meeting.organisations & (asked.leads | asked.lead_collectives))
        for meeting in register.meetings.values()
    )
    return Selection(tuple(rows), tuple(sorted(asked.leads)), attended, _unstated(register, asked))


def _unstated(register: Register, asked: "_ResolvedFilters") -> int:
    if asked.wanted.statutory is None:
        return 0
    whatever = asked._replace(wanted=asked.wanted._replace(statutory=None))
    return sum(meeting.statutory is None and _match(meeting, whatever) is not None for meeting in register.meetings.values())


def _with_areas(register: Register, rows: list[SelectedMeeting], asked: "_ResolvedFilters") -> list[SelectedMeeting]:
    """`rows` with the areas that each is for, unless they are the same for all."""
    finder = _AreaFinder(register, asked.areas)
    found = [finder.find(row.meeting) for row in rows]
    if len(set(found)) <= 1:
        return rows
    return [row._replace(area=finder.match(areas)) for row, areas in zip(rows, found, strict=True)]


_MOST_NAMED = 10
"""How many of a meeting's areas are named: there may be thousands, for thousands of meetings."""


class _AreaFinder:
    """Finds which of the areas that are asked for a meeting is for; those with a meeting in each as a set of bits."""

    def __init__(self, register: Register, wanted: frozenset[str]) -> None:
        self._register = register
        self._wanted = wanted
        self._lowest = register.nested_areas.lowest
        self._lowest_wanted = bits_of(number for number, id_ in enumerate(self._lowest) if id_ in wanted)

    def find(self, meeting: Meeting) -> Bits | tuple[str, ...]:
        """The areas with a meeting in each, or those that one meeting is for."""
        instances = union((1 << end) - (1 << start) for start, end in self._register.instance_runs(meeting))
        return instances & self._lowest_wanted if instances else tuple(id_ for id_ in meeting.areas if id_ in self._wanted)

    def match(self, areas: Bits | tuple[str, ...]) -> AreaMatch:
        """Some of the areas that were found, and how many others there are."""
        if isinstance(areas, tuple):
            return AreaMatch(areas[:_MOST_NAMED], one_in_each=False, more=len(areas[_MOST_NAMED:]))
        first = tuple(sorted(self._lowest[place] for place in first_places(areas, _MOST_NAMED)))
        return AreaMatch(first, one_in_each=True, more=areas.bit_count() - len(first))


class _ResolvedFilters(NamedTuple):
    """The filters, with all that counts as what they name in this register."""

    wanted: Filters
    leads: frozenset[str]
    lead_collectives: frozenset[str]
    supporters: frozenset[str]
    participants: frozenset[str]
    collectives: tuple[str, ...]
    """The collectives that those asked for as participants are in."""
    areas: frozenset[str]
    themes: "tuple[ThemeMatcher, ...]"
    words: tuple[str, ...]


def _resolve(register: Register, wanted: Filters) -> _ResolvedFilters:
    def counted(ids: Iterable[str]) -> frozenset[str]:
        return frozenset(ids) if wanted.exact else frozenset(below for id_ in ids for below in register.organisations_below(id_))

    leads = counted(lead for lead in wanted.lead if lead not in LEAD_KINDS)
    participants = counted(wanted.participant)
    collectives = frozenset() if wanted.exact else register.collectives_with(participants) - participants
    return _ResolvedFilters(
        wanted,
        leads=leads,
        lead_collectives=frozenset() if wanted.exact else register.collectives_with(leads),
        supporters=counted(wanted.support),
        participants=participants,
        collectives=tuple(sorted(collectives)),
        areas=frozenset(area for id_ in wanted.area for area in (*register.areas_below(id_), *register.areas_above(id_))),
        themes=_theme_matchers(register.themes[id_] for id_ in wanted.theme) if wanted.theme else (),
        words=tuple(fold(word) for word in wanted.text),
    )


def _match(meeting: Meeting, asked: _ResolvedFilters) -> SelectedMeeting | None:
    """`meeting`, and why it passes all filters; None if it doesn't."""
    wanted = asked.wanted
    if not _is_of(meeting, wanted) or (wanted.lead and not _is_led(meeting, asked)):
        return None
    if wanted.support and not asked.supporters & set(meeting.support):
        return None
    if wanted.area and meeting.areas and not asked.areas & set(meeting.areas):
        return None
    if wanted.text and not any(word in fold(text) for text in _searched(meeting) for word in asked.words):
        return None
    seats, is_member = _seat_match(meeting, asked) if wanted.participant else (None, True)
    if seats is None and not is_member:
        return None
    themes = tuple(found for shown_in in asked.themes if (found := shown_in(meeting)) is not None)
    if wanted.theme and not themes:
        return None
    return SelectedMeeting(meeting, None, seats, themes)


def _theme_matchers(themes: Iterable[Theme]) -> "tuple[ThemeMatcher, ...]":
    from govreg.analysis.text.themes import theme_matcher  # noqa: PLC0415 - its lists of words cost a tenth of a run that asks for no theme

    return tuple(map(theme_matcher, themes))


def _is_of(meeting: Meeting, wanted: Filters) -> bool:
    return (
        (not wanted.level or meeting.level in wanted.level)
        and (not wanted.kind or meeting.kind in wanted.kind)
        and (not wanted.status or meeting.status in wanted.status)
        and (not wanted.without or not set(wanted.without).isdisjoint(gaps(meeting)))
        and (wanted.statutory is None or (meeting.statutory is not None and bool(meeting.statutory) == wanted.statutory))
    )


def _is_led(meeting: Meeting, asked: _ResolvedFilters) -> bool:
    return meeting.lead_kind in asked.wanted.lead or not asked.leads.isdisjoint(meeting.leads)


def _seat_match(meeting: Meeting, asked: _ResolvedFilters) -> tuple[SeatMatch | None, bool]:
    """How those asked for sit on `meeting`, other than as members of their own, and whether one of them is such a member."""
    own = [seat for seat in meeting.seats if seat.organisation in asked.participants]
    if any(seat.chairs for seat in own):
        return SeatMatch(chairs=True, attendance=(), collectives=()), False
    if any(seat.is_core for seat in own):
        return None, True
    attendance = tuple(dict.fromkeys(role.attendance for seat in own for _, role in seat.roles))
    seated = meeting.organisations
    collectives = tuple(id_ for id_ in asked.collectives if id_ in seated)
    return SeatMatch(chairs=False, attendance=attendance, collectives=collectives) if attendance or collectives else None, False


def _searched(meeting: Meeting) -> Iterator[str]:
    yield from (text for _, text in meeting.texts())
    if meeting.notes is not None:
        yield meeting.notes
