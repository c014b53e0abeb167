"""The one rule for hours: how long a meeting takes each attendee, who attends, and the person-hours a year."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from govreg.analysis.ranges import Range, sum_ranges
from govreg.analysis.tenure import tenure
from govreg.model import durations
from govreg.model.meeting import Meeting, Participant
from govreg.model.settings import LoadSettings

Assumed = Literal["duration", "preparation", "travel"]


@dataclass(frozen=True, slots=True)
class SittingHours:
    """The hours that one sitting takes each attendee."""

    hours: Range
    assumed: tuple[Assumed, ...] = ()
    """What of it the register's settings assume, as the entry doesn't say."""


@dataclass(frozen=True, slots=True)
class Attendant:
    """A regular attendee: one role of a seat, and how many people that is."""

    role: Participant
    people: int


def parse_duration(text: str | None) -> Range | None:
    """The hours that `text` gives, or None where it gives none: `2h`, `1h30`, `90 minutes`, `2 to 3 hours`."""
    found = durations.hours(text) if text is not None else None
    return Range(*found) if found is not None else None


def sitting_hours(meeting: Meeting, settings: LoadSettings) -> SittingHours | None:
    """The hours of one sitting of `meeting` for each of those who attend: its duration, preparation and travel.

    None if neither the entry nor the settings say how long it lasts. An assumed figure counts as anything from nothing to that
    figure, and an assumed range as that range, so that it is never mistaken for a recorded one.
    """
    recorded = parse_duration(meeting.duration)
    lasts = recorded if recorded is not None else _assumption(settings.duration)
    if lasts is None:
        return None
    found, assumed = lasts, list[Assumed](() if recorded is not None else ("duration",))
    for what, text in (("preparation", settings.preparation), ("travel", settings.travel)):
        more = _assumption(text)
        if more is not None:
            found = sum_ranges((found, more))
            assumed.append(what)  # type: ignore[arg-type] # one of both
    return SittingHours(found, tuple(assumed))


def _assumption(text: str | None) -> Range | None:
    found = parse_duration(text)
    return Range(Fraction(0), found.most) if found is not None and found.least == found.most else found


def attendants(meeting: Meeting, today: date) -> Iterator[Attendant]:
    """Who attends `meeting` as a matter of course on the day `today`: one for each listed role, or as many as its `people` says.

    Who comes only by invitation, for some items or to observe is not counted, nor a role that is over or begins later. The chair
    counts unless somebody listed may be the chair; a chair who may be has no people of their own.
    """
    listed = [one for one in meeting.participants if one.is_core and tenure(one, today) == "current"]
    yield from (Attendant(one, one.people or 1) for one in listed)
    presiding = meeting.chair.as_participant() if meeting.chair is not None else None
    if presiding is not None and tenure(presiding, today) == "current":
        yield Attendant(presiding, int(presiding.organisation not in {one.organisation for one in listed}))


def people(meeting: Meeting, today: date) -> int:
    """How many people are recorded as attending a sitting of `meeting` as a matter of course on the day `today`."""
    return sum(one.people for one in attendants(meeting, today))


def person_hours(sittings: Range, heads: int, each: Range) -> Range:
    """The hours that so many `sittings`, or so many more or fewer, take `heads` people, with `each` sitting at either end of its hours."""
    return Range(_product(sittings.least, heads, each, most=False), _product(sittings.most, heads, each, most=True))


def _product(sittings: Fraction | None, heads: int, each: Range, *, most: bool) -> Fraction | None:
    if sittings is None or each.least is None or each.most is None:
        return None
    found = [sittings * heads * hours for hours in (each.least, each.most)]
    return max(found) if most else min(found)
