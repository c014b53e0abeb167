"""Why a meeting passed the filters, in words."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from govreg.analysis.selection import AreaMatch, SeatMatch, SelectedMeeting
from govreg.model.names import and_more, listed
from govreg.model.register import Register

if TYPE_CHECKING:
    from govreg.analysis.text.themes import ThemeMatch


def reasons(register: Register, selected: SelectedMeeting) -> str:
    """Why `selected` passed, where that can't be seen: through which collective, by which word; empty where it can."""
    return "; ".join(_reasons(register, selected))


def theme_reason(match: "ThemeMatch") -> str:
    """What shows that a meeting works on a theme, or mentions it: `tagged`, or the words found."""
    says, mentions = (", ".join(f"“{term}”" for term, _ in found) for found in (match.says, match.mentions))
    parts = ("tagged" if match.tagged else "", f"says {says}" if says else "", f"mentions {mentions}" if mentions else "")
    return ", and ".join(part for part in parts if part)


def _reasons(register: Register, selected: SelectedMeeting) -> Iterator[str]:
    if selected.area is not None:
        yield _area_reason(register, selected.area)
    if selected.seats is not None:
        yield from _seat_reasons(register, selected.seats)
    yield from map(theme_reason, selected.themes)


def _area_reason(register: Register, match: AreaMatch) -> str:
    if not match.areas:
        return "for the whole area"
    count = len(match.areas) + match.more
    named = listed(and_more([register.areas[id_].name for id_ in match.areas], count))
    return f"{'one each in' if count > 1 else 'one in' if match.one_in_each else 'for'} {named}"


def _seat_reasons(register: Register, match: SeatMatch) -> Iterator[str]:
    if match.chairs:
        yield "as chair"
    yield from (attendance.replace("-", " ") for attendance in match.attendance)
    yield from (f"through {register.organisations[id_].name}" for id_ in match.collectives)
