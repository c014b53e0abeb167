"""Which meetings a question is about: the filters that every command shares, and why a meeting passed them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from govreg.analysis.gaps import Gap, gaps
from govreg.analysis.text.topics import match_theme
from govreg.model.entries import Theme
from govreg.model.meeting import Meeting
from govreg.model.names import fold, listed
from govreg.model.register import Register

LEAD_KINDS = ("joint", "unclear", "not-stated")


class Filters(NamedTuple):
    """What is asked for, as ids: one filter's values are alternatives, different filters must all hold."""

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
    """Whether an organisation stands for itself alone, not for what is below it."""


class SelectedMeeting(NamedTuple):
    """A meeting that was asked for."""

    meeting: Meeting
    reasons: tuple[str, ...] = ()
    """Why it passed, where that can't be seen: through which collective, by which word."""


class Selection(NamedTuple):
    """The meetings that were asked for, by title."""

    rows: tuple[SelectedMeeting, ...]
    counted: tuple[str, ...]
    """The organisations that were counted as those asked for as lead."""
    attended_unclear: int
    """How many meetings these attend besides, whose lead is unclear."""
    unstated: int
    """How many meetings would be among them if they said whether they are statutory, where that is asked for."""


def select(register: Register, wanted: Filters) -> Selection:
    """The meetings of `register` that are `wanted`."""
    asked = _resolve(register, wanted)
    passed = [SelectedMeeting(meeting, why) for meeting in register.meetings.values() if (why := _passes(meeting, asked)) is not None]
    rows = _with_areas(register, passed, asked) if wanted.area else passed
    rows.sort(key=lambda row: (fold(row.meeting.title), row.meeting.id))
    chosen = {row.meeting.id for row in rows}
    attended = sum(
        meeting.lead_kind == "unclear" and meeting.id not in chosen and bool(_seated(meeting) & (asked.leads | asked.lead_collectives))
        for meeting in register.meetings.values()
    )
    return Selection(tuple(rows), tuple(sorted(asked.leads)), attended, _unstated(register, asked))


def _unstated(register: Register, asked: "_ResolvedFilters") -> int:
    if asked.wanted.statutory is None:
        return 0
    whatever = asked._replace(wanted=asked.wanted._replace(statutory=None))
    return sum(meeting.statutory is None and _passes(meeting, whatever) is not None for meeting in register.meetings.values())


def _with_areas(register: Register, rows: list[SelectedMeeting], asked: "_ResolvedFilters") -> list[SelectedMeeting]:
    """`rows` with the area that each is for, unless that is the same for all."""
    areas = [_for_area(register, row.meeting, asked.areas) for row in rows]
    if len(set(areas)) <= 1:
        return rows
    return [SelectedMeeting(row.meeting, (area, *row.reasons)) for row, area in zip(rows, areas, strict=True)]


def _for_area(register: Register, meeting: Meeting, wanted: frozenset[str]) -> str:
    held = register.instance_areas(meeting)
    named = [register.areas[id_].name for id_ in held or meeting.areas if id_ in wanted]
    if not named:
        return "for the whole area"
    return f"{'one each in' if len(named) > 1 else 'one in' if held else 'for'} {listed(named)}"


class _ResolvedFilters(NamedTuple):
    """What is wanted, with all that stands for it in this register."""

    wanted: Filters
    leads: frozenset[str]
    lead_collectives: frozenset[str]
    supporters: frozenset[str]
    participants: frozenset[str]
    collectives: dict[str, str]
    """The collectives that those asked for as participants are in: id -> name."""
    areas: frozenset[str]
    themes: tuple[Theme, ...]
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
        collectives={id_: register.organisations[id_].name for id_ in sorted(collectives)},
        areas=frozenset(area for id_ in wanted.area for area in (*register.areas_below(id_), *register.areas_above(id_))),
        themes=tuple(register.themes[id_] for id_ in wanted.theme),
        words=tuple(fold(word) for word in wanted.text),
    )


def _passes(meeting: Meeting, asked: _ResolvedFilters) -> tuple[str, ...] | None:
    """Why `meeting` passes all filters, or None if it doesn't."""
    wanted = asked.wanted
    if not _is_of(meeting, wanted) or (wanted.lead and not _is_led(meeting, asked)):
        return None
    if wanted.support and not asked.supporters & set(meeting.support):
        return None
    if wanted.area and meeting.areas and not asked.areas & set(meeting.areas):
        return None
    if wanted.text and not any(word in fold(text) for text in _searched(meeting) for word in asked.words):
        return None
    why: list[str] = []
    if wanted.participant:
        seated = _seated_as(meeting, asked)
        if seated is None:
            return None
        why += seated
    if wanted.theme:
        shown = [found.how for theme in asked.themes if (found := match_theme(meeting, theme)) is not None]
        if not shown:
            return None
        why += shown
    return tuple(why)


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


def _seated_as(meeting: Meeting, asked: _ResolvedFilters) -> list[str] | None:
    """How those asked for sit on `meeting`, where it is not as members of their own; None where they don't."""
    own = [seat for seat in meeting.seats if seat.organisation in asked.participants]
    if any(seat.chairs for seat in own):
        return ["as chair"]
    if any(seat.is_core for seat in own):
        return []
    invited = dict.fromkeys(role.attendance.replace("-", " ") for seat in own for _, role in seat.roles)
    through = [f"through {name}" for id_, name in asked.collectives.items() if id_ in _seated(meeting)]
    return [*invited, *through] or None


def _seated(meeting: Meeting) -> frozenset[str]:
    return frozenset(seat.organisation for seat in meeting.seats if seat.organisation is not None)


def _searched(meeting: Meeting) -> Iterator[str]:
    yield from (text for _, text in meeting.texts())
    if meeting.notes is not None:
        yield meeting.notes
