"""When a meeting last met and when it meets next, beside its frequency and its minutes (GR321, GR331, GR332)."""

from collections.abc import Iterator
from fractions import Fraction

from govreg.diagnostics.finding import Problem, Severity
from govreg.model.dates import first_day, in_words, last_day
from govreg.model.location import in_meeting, in_minutes
from govreg.model.meeting import Meeting
from govreg.model.names import decimal
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule

WARNING = Severity.WARNING

_DAYS_A_YEAR = 365


@rule("GR321", WARNING)
def next_meeting_past(context: RuleContext) -> Iterator[Problem]:
    """The date of the next meeting is long past.

    Going by the meeting's frequency, it should have met again since then. (A meeting with no known frequency is allowed a
    year.) Either it met and the register wasn't updated, or it did not meet.

    Wrong:

        register.yaml
        as_at: 2026-11-21
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        frequency: Quarterly
        next_meets: 2026-06

    Right:

        register.yaml
        as_at: 2026-11-21
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        frequency: Quarterly
        last_met: 2026-09-14
        next_meets: 2026-12
    """
    for meeting in context.register.meetings.values():
        if meeting.next_meets is None or meeting.status in ("suspended", "ended"):
            continue
        days = (context.today - last_day(meeting.next_meets)).days
        if days * (context.counts[meeting.id].per_year or 1) > _DAYS_A_YEAR:
            message = f"The recorded date of the next meeting, {in_words(meeting.next_meets)}, is long past."
            hint = f"Record when it meets next: “govreg set {meeting.id} next_meets DATE”. Then record when it last met, in `last_met`."
            yield Problem(in_meeting(meeting.id, "next_meets"), message, hint)


@rule("GR331", WARNING)
def last_met_before_minutes(context: RuleContext) -> Iterator[Problem]:
    """There are minutes of a later meeting than the one that `last_met` gives.

    The minutes were added, but the date wasn't changed. Lists show the old date.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        last_met: 2026-06-10
        minutes/budget-committee/2026-09-14.yaml
        status: agreed
        attended: [opcc]

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        last_met: 2026-09-14
        minutes/budget-committee/2026-09-14.yaml
        status: agreed
        attended: [opcc]
    """
    latest: dict[str, tuple[str, str]] = {}
    for id_, minutes in context.minutes.items():
        if minutes.took_place and minutes.day <= context.today.isoformat():
            latest[minutes.meeting] = max(latest.get(minutes.meeting, ("", "")), (minutes.day, id_))
    for meeting_id, (day, id_) in latest.items():
        meeting = context.register.meetings.get(meeting_id)
        if meeting is not None and meeting.last_met is not None and last_day(meeting.last_met) < first_day(day):
            message = f"`last_met` is {in_words(meeting.last_met)}, but there are minutes of {in_words(day)}."
            hint = f"Record when it last met: “govreg set {meeting.id} last_met {day}”."
            related = ((in_minutes(id_), "the minutes"),)
            yield Problem(in_meeting(meeting.id, "last_met"), message, hint, related)


@rule("GR332", WARNING)
def next_meeting_far_off(context: RuleContext) -> Iterator[Problem]:
    """The next meeting is more than a year later than the frequency says.

    The year is probably mistyped. If it isn't, the meeting is held less often than its frequency says.

    Wrong:

        register.yaml
        as_at: 2026-11-21
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        frequency: Quarterly
        next_meets: 2028-03-08

    Right:

        register.yaml
        as_at: 2026-11-21
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        frequency: Quarterly
        next_meets: 2027-03-08
    """
    for meeting in context.register.meetings.values():
        if meeting.next_meets is None or not meeting.is_held:
            continue
        per_year = context.counts[meeting.id].per_year
        if not per_year:
            continue
        days = (first_day(meeting.next_meets) - context.today).days
        if (days - _DAYS_A_YEAR) * per_year > _DAYS_A_YEAR:
            counted = frequency_counted(meeting, per_year)
            message = f"Its frequency is {counted}, but the next meeting is not before {in_words(meeting.next_meets)}."
            yield Problem(in_meeting(meeting.id, "next_meets"), message, "Check the year. If it is right, correct the frequency.")


def frequency_counted(meeting: Meeting, per_year: Fraction) -> str:
    """The frequency of `meeting` that is counted, in words: its own, unless a number is given beside them."""
    frequency = meeting.frequency
    return (
        f"“{frequency.text}”" if frequency is not None and frequency.text and frequency.per_year is None else f"{decimal(per_year)} a year"
    )


GOVERNANCE: tuple[RegisterRule, ...] = (next_meeting_past, last_met_before_minutes, next_meeting_far_off)
