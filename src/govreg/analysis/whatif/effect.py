"""The effect of a scenario: meetings a year, and person-hours where the duration and the people are recorded; more is above zero."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property

from govreg.analysis.hours import parse_duration, people, person_hours
from govreg.analysis.meetings_per_year import YearlyCount, change_range, yearly_count
from govreg.analysis.ranges import Range, sum_fractions, sum_ranges
from govreg.analysis.whatif.scenario import Scenario
from govreg.model.register import Register


@dataclass(frozen=True)
class MeetingEffect:
    """A meeting that would be held more or less often."""

    meeting: str
    before: YearlyCount | None
    """How often it is held; None where it isn't."""
    after: YearlyCount | None
    """How often it would be held; None where it wouldn't."""
    people: int
    """The people recorded as attending a sitting; 0 where none are."""
    duration: Range | None
    """The hours of a sitting; None where they aren't recorded as a number of hours or minutes."""

    @cached_property
    def change(self) -> Fraction | None:
        """Meetings a year more, fewer if below zero; None where a count has no number."""
        if any(count is not None and count.total is None for count in (self.before, self.after)):
            return None
        return _total(self.after) - _total(self.before)

    @cached_property
    def limits(self) -> Range:
        """The least and the most that the change can be, with each count at either end of what it can mean."""
        return change_range(self.before, self.after)

    @cached_property
    def hours(self) -> Range | None:
        """Person-hours a year more, fewer if below zero; None where they can't be worked out."""
        limits = self.limits
        if self.change is None or self.duration is None or not self.people or not limits.is_known:
            return None
        return person_hours(limits, self.people, self.duration)


@dataclass(frozen=True)
class Effect:
    """The effect of a scenario in a year."""

    meetings: tuple[MeetingEffect, ...]

    @cached_property
    def counted(self) -> tuple[MeetingEffect, ...]:
        """Those of which the number is known."""
        return tuple(one for one in self.meetings if one.change is not None)

    @cached_property
    def change(self) -> Fraction | None:
        """Meetings a year more of those that are known, fewer if below zero; None where none is."""
        known = [one.change for one in self.meetings if one.change is not None]
        return sum_fractions(known) if known else None

    @cached_property
    def limits(self) -> Range:
        """The least and the most that the change can be."""
        return sum_ranges(one.limits for one in self.counted)

    @cached_property
    def hours(self) -> Range | None:
        """Person-hours a year more of those that can be worked out, fewer if below zero; None where none can."""
        known = [one.hours for one in self.meetings if one.hours is not None]
        return sum_ranges(known) if known else None


def effect(before: Register, after: Register, scenario: Scenario, today: date) -> Effect:
    """The effect of `scenario` between the two registers, with the attendees of the day `today`."""
    ids = sorted({*scenario.stopping, *scenario.starting, *scenario.frequencies})
    return Effect(
        tuple(one for one in (_effect(id_, before, after, today) for id_ in ids) if one.before is not None or one.after is not None)
    )


def _effect(id_: str, before: Register, after: Register, today: date) -> MeetingEffect:
    now, then = before.meetings[id_], after.meetings[id_]
    return MeetingEffect(
        id_,
        yearly_count(now, before) if now.is_held else None,
        yearly_count(then, after) if then.is_held else None,
        people(now, today),
        parse_duration(now.duration),
    )


def _total(count: YearlyCount | None) -> Fraction:
    return count.total or Fraction(0) if count is not None else Fraction(0)
