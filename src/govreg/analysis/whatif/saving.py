"""What a scenario would save: sittings a year, and person-hours as a range from the least to the most that they can be."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from govreg.analysis.frequency import Certainty
from govreg.analysis.meetings_per_year import YearlyCount, YearlyTotal, yearly_count, yearly_total
from govreg.analysis.whatif.scenario import Scenario
from govreg.model.meeting import Meeting
from govreg.model.register import Register


class Range(NamedTuple):
    """From the least to the most that a number can be."""

    least: Fraction
    most: Fraction


HOURS = Range(Fraction(1), Fraction(4))
"""How long a sitting lasts where nothing says it: published terms have “no longer than one hour”, published minutes 13:00 to 17:00."""

PEOPLE = Range(Fraction(3), Fraction(20))
"""How many come where nobody is listed: a chairs' meeting lists three seats, a partnership tells of 15 to 20 who turn up."""

A_SEAT = 2
"""How many people one seat sends at most: “senior councillor and officer”."""

_LASTS = re.compile(
    r"(?:(?P<least>\d+(?:\.\d+)?)\s*(?:to|-|–)\s*)?(?P<hours>\d+(?:\.\d+)?)\s*(?:h|hrs?|hours?)(?:\s*(?P<and>\d+)\s*(?:m|mins?|minutes?)?)?"
    r"|(?P<minutes>\d+)\s*(?:m|mins?|minutes?)"
)


class MeetingSaving(NamedTuple):
    """A meeting that would be held more or less often, with its counts; None where it isn't held."""

    meeting: str
    before: YearlyCount | None
    after: YearlyCount | None
    people: Range | None
    """Who comes, or None where nobody is listed."""
    lasts: Range | None
    """The hours of a sitting, or None where nothing says it that can be read."""

    @property
    def counts(self) -> tuple[YearlyCount, ...]:
        """The counts that there are."""
        return tuple(count for count in (self.before, self.after) if count is not None)

    @property
    def saved(self) -> Fraction | None:
        """Sittings a year saved, or None where one of the counts has no number."""
        if any(count.total is None for count in self.counts):
            return None
        before, after = (count.total or Fraction(0) if count is not None else Fraction(0) for count in (self.before, self.after))
        return before - after


@dataclass(frozen=True, slots=True)
class Saving:
    """What would be saved: less than nothing where a scenario costs."""

    changed: tuple[MeetingSaving, ...]
    sittings: YearlyTotal
    """Sittings a year saved, and how many meetings have no number."""
    hours: Range | None
    """Person-hours a year saved, or None where no number of sittings is known."""


def saving(before: Register, after: Register, supposed: Scenario) -> Saving:
    """What `supposed` saves between the two registers."""
    ids = sorted({*supposed.stopping, *supposed.starting, *supposed.frequencies})
    changed = tuple(one for one in (_changed(id_, before, after) for id_ in ids) if one.before is not None or one.after is not None)
    known = [one for one in changed if one.saved is not None]
    certainty = yearly_total(count for one in known for count in one.counts).certainty
    net = sum((one.saved for one in known if one.saved is not None), Fraction(0)) if known else None
    hours = [person_hours(one) for one in known]
    total = Range(sum((one.least for one in hours), Fraction(0)), sum((one.most for one in hours), Fraction(0))) if known else None
    return Saving(changed, YearlyTotal(net, certainty, len(changed) - len(known)), total)


def person_hours(one: MeetingSaving) -> Range:
    """The hours a year that all who come to a meeting are spared; less than nothing where it costs them."""
    less, more = (_sittings(count) if count is not None else Range(Fraction(0), Fraction(0)) for count in (one.before, one.after))
    who, long = one.people or PEOPLE, one.lasts or HOURS
    spared = (less.least - more.most, less.most - more.least)
    found = [sittings * heads * hours for sittings in spared for heads in who for hours in long]
    return Range(min(found), max(found))


def people(meeting: Meeting, register: Register) -> Range | None:
    """How many people come to a sitting, or None where nobody is listed.

    Each entry sends the `people` that it states, else one or two, of a collective up to one of each member; the
    invited may come or not. The chair is one more person only where no participant is of the same organisation.
    """
    if not meeting.participants:
        return None
    listed = {participant.sender for participant in meeting.participants}
    least = most = 0
    for path, attendee in meeting.attendees:
        if path == ("chair",) and attendee.sender in listed:
            continue
        members = len(register.members_of(attendee.organisation)) if attendee.organisation and meeting.instances == "one" else 0
        if attendee.is_core:
            least += attendee.people or 1
            most += attendee.people or max(A_SEAT, members)
        else:
            most += attendee.people or 1
    return Range(Fraction(least), Fraction(most))


def lasts(duration: str | None) -> Range | None:
    """The hours that `duration` says, or None where it says none: `2h`, `1h30`, `90 minutes`, `2 to 3 hours`."""
    found = _LASTS.fullmatch(duration.strip().casefold()) if duration is not None else None
    if found is None:
        return None
    if found["minutes"]:
        return Range(Fraction(found["minutes"]) / 60, Fraction(found["minutes"]) / 60)
    hours = Fraction(found["hours"]) + Fraction(found["and"] or 0) / 60
    return Range(min(hours, Fraction(found["least"] or hours)), hours)


def _changed(id_: str, before: Register, after: Register) -> MeetingSaving:
    now, then = before.meetings[id_], after.meetings[id_]
    return MeetingSaving(
        id_,
        yearly_count(now, before) if now.is_held else None,
        yearly_count(then, after) if then.is_held else None,
        people(now, before),
        lasts(now.duration),
    )


def _sittings(count: YearlyCount) -> Range:
    """The least and the most sittings a year that `count` can be read as."""
    total = count.total or Fraction(0)
    readings = [reading for _, reading in count.understood.readings]
    if count.certainty is not Certainty.AMBIGUOUS or not count.per_year or not readings:
        return Range(total, total)
    return Range(total * min(readings) / count.per_year, total * max(readings) / count.per_year)
