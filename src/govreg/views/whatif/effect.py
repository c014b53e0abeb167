"""The effect of a scenario a year, in meetings and person-hours, each with its sign."""

from collections.abc import Iterator
from typing import Any

from govreg.analysis.meetings_per_year import YearlyCount, number
from govreg.analysis.whatif.effect import Effect, MeetingEffect
from govreg.model.names import listed
from govreg.model.register import Register
from govreg.report import Block, Cell, Column, Fields, Paragraph, Table
from govreg.views import terms
from govreg.views.data import range_data
from govreg.views.ranges import change_cell, signed_range


def effect_blocks(register: Register, effect: Effect) -> Iterator[Block]:
    """The part of the report on the effect."""
    if not effect.meetings:
        yield Paragraph("No meeting would be held more or less often.")
        return
    unknown = listed([f"“{terms.meeting(register, one.meeting)}”" for one in effect.meetings if one.change is None])
    if effect.change is None:
        yield Paragraph(f"Not known: no number of meetings a year is recorded for {unknown}.")
        return
    rows: list[tuple[str, Cell]] = [("Meetings a year", signed_range(effect.limits, effect.change))]
    if effect.hours is not None:
        rows.append(("Person-hours a year", signed_range(effect.hours)))
    if unknown:
        rows.append(("Not counted", f"{unknown}: no number of meetings a year is recorded"))
    rows += [("Hours not counted", why) for why in _without_hours(register, effect)]
    yield Fields(tuple(rows))
    if len(effect.meetings) > 1:
        columns = [Column("Meeting", share=2), Column("A year now", whole=True), Column("Then", whole=True), Column("Change", whole=True)]
        hours = [Column("Person-hours")] * (effect.hours is not None)
        yield Table((*columns, *hours), tuple(_row(register, one)[: len(columns) + len(hours)] for one in effect.meetings))


def effect_foot(effect: Effect) -> Iterator[str]:
    """What the numbers count."""
    lines = []
    if effect.hours is not None:
        lines.append(
            "Person-hours are the people listed, times the recorded duration, times the meetings a year. A member counts as one person"
            " unless the entry says how many attend. Attendance by invitation, travel and preparation are not counted."
        )
    signs = terms.signs(a_year(count) for one in effect.meetings for count in (one.before, one.after))
    if signs and len(effect.meetings) > 1:
        lines.append(f"A year: {signs}.")
    if lines:
        yield " ".join(lines)


def effect_data(effect: Effect) -> dict[str, Any]:
    """The same for machines."""
    return {
        "per_year": number(effect.change),
        "per_year_range": range_data(effect.limits) if effect.change is not None else None,
        "not_counted": [one.meeting for one in effect.meetings if one.change is None],
        "person_hours": range_data(effect.hours),
        "hours_not_counted": [one.meeting for one in effect.counted if one.hours is None],
        "meetings": [
            {
                "meeting": one.meeting,
                "now": _now(one.before),
                "then": _now(one.after),
                "change": number(one.change),
                "people": one.people,
                "person_hours": range_data(one.hours),
            }
            for one in effect.meetings
        ],
    }


def a_year(count: YearlyCount | None) -> Cell:
    """How often a meeting is held a year, or that it isn't."""
    return "not held" if count is None else terms.a_year(count) if count.total is not None else "not known"


def _row(register: Register, one: MeetingEffect) -> tuple[Cell, ...]:
    change = change_cell(one.limits, one.change) if one.change is not None else "not known"
    hours = change_cell(one.hours) if one.hours is not None else "not known"
    return (terms.meeting_link(register, one.meeting), a_year(one.before), a_year(one.after), change, hours)


def _without_hours(register: Register, effect: Effect) -> Iterator[str]:
    """The meetings whose number is known and whose person-hours aren't, by what their entries lack."""
    reasons: dict[str, list[str]] = {}
    for one in effect.counted:
        if one.hours is None:
            why = (
                "no duration is recorded in hours or minutes"
                if one.duration is None
                else "no members are recorded"
                if not one.people
                else "the number of meetings varies"
            )
            reasons.setdefault(why, []).append(f"“{terms.meeting(register, one.meeting)}”")
    yield from (f"{listed(titles)}: {why}" for why, titles in reasons.items())


def _now(count: YearlyCount | None) -> int | float | None:
    return number(count.total) if count is not None else 0
