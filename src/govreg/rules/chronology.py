"""Dates that contradict each other, today's date or a meeting's status (GR224 to GR228)."""

import re
from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import pairwise

from govreg.diagnostics.finding import Problem, Severity
from govreg.model.dates import first_day, in_words, is_day, last_day
from govreg.model.location import VERDICTS, Location, in_meeting, in_minutes
from govreg.model.meeting import Meeting
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule

ERROR, WARNING = Severity.ERROR, Severity.WARNING

_EARLIEST_YEAR = 1800
"""No police force, council or board of today is older; the Metropolitan Police dates from 1829 (Metropolitan Police Act 1829)."""

_PASSED = re.compile(r"\b(?:Act|Order|Regulations|Rules|Measure) (\d{4})\b")
"""A law and the year in which it was passed: `Children Act 2004`."""

_YEARS_AHEAD = 50
"""Meetings and reviews aren't planned further ahead; this limit is govreg's own."""


@rule("GR224", ERROR)
def impossible_order(context: RuleContext) -> Iterator[Problem]:
    """Two dates are in an impossible order.

    A decision follows its proposal, a review follows what it reviews, and the next meeting follows the last one. One of
    the two dates is probably mistyped.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        review: {recommendation: continue, proposed_on: 2016-11-10, decided_on: 2015-11-10}

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        review: {recommendation: continue, proposed_on: 2016-11-10, decided_on: 2016-11-10}
    """
    for place, what, later, before_what, earlier in _ordered(context):
        if later is not None and earlier is not None and last_day(later) < first_day(earlier):
            message = f"{what} ({in_words(later)}) is before {before_what} ({in_words(earlier)})."
            yield Problem(place, message, "Check both dates, and correct the wrong one.")
    for id_, minutes in context.minutes.items():
        if minutes.next == minutes.day:
            yield Problem(
                in_minutes(id_, ("next",)), "The next meeting has the same date as this one.", "Write the date of the next meeting."
            )


@rule("GR225", WARNING)
def recorded_in_future(context: RuleContext) -> Iterator[Problem]:
    """Something is recorded as done on a date in the future.

    Either the date is mistyped, or a plan is recorded as if it had happened. “Today” is the date given with `--as-at`, or
    `as_at` in `register.yaml`, if there is one.

    Wrong:

        register.yaml
        as_at: 2026-11-21
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        last_met: 2062-11-10

    Right:

        register.yaml
        as_at: 2026-11-21
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        last_met: 2026-11-10
    """
    for place, what, day in _recorded_as_done(context):
        if day is not None and first_day(day) > context.today:
            message = f"{what} {_when(day)}, which is after {in_words(context.today.isoformat())}."
            yield Problem(place, message, "Check the date. Record only what has already happened.")


@rule("GR226", ERROR)
def status_against_dates(context: RuleContext) -> Iterator[Problem]:
    """A meeting's status contradicts its dates.

    A meeting that has ended has no next meeting, and a meeting that is only proposed hasn't met yet.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        status: proposed
        last_met: 2016-09-14

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        status: shadow
        last_met: 2016-09-14
    """
    for meeting in context.register.meetings.values():
        since = meeting.status_since
        if meeting.status == "ended" and meeting.next_meets is not None:
            message = f"The meeting has ended, but its next meeting is {_when(meeting.next_meets)}."
            hint = f"Remove the date: “govreg set {meeting.id} --remove next_meets”. Or correct the status."
            yield Problem(in_meeting(meeting.id, "next_meets"), message, hint)
        if meeting.last_met is not None and has_ended_before(meeting, meeting.last_met):
            message = f"The meeting last met ({in_words(meeting.last_met)}) after it ended ({in_words(since or '')})."
            yield Problem(in_meeting(meeting.id, "last_met"), message, "Check both dates, and correct the wrong one.")
        if meeting.status == "proposed" and meeting.last_met is not None:
            message = f"The meeting is only proposed, but it last met {_when(meeting.last_met)}."
            yield Problem(in_meeting(meeting.id, "last_met"), message, "Write `status: shadow` or `active`, or delete `last_met`.")
    for id_, minutes in context.minutes.items():
        entry = context.register.meetings.get(minutes.meeting)
        if entry is None or not minutes.took_place:
            continue
        if entry.status == "proposed":
            yield Problem(in_minutes(id_), f"“{entry.title}” is only proposed, but it has minutes.", "Correct the meeting's status.")
        elif has_ended_before(entry, minutes.day):
            message = f"“{entry.title}” ended before this meeting took place ({in_words(entry.status_since or '')})."
            yield Problem(in_minutes(id_), message, "Correct the meeting's `status_since`, or the date in this file's name.")


@rule("GR227", ERROR)
def reviews_out_of_order(context: RuleContext) -> Iterator[Problem]:
    """Reviews are not in date order.

    The last review in the list is taken as the current one, so an old review at the end hides later decisions.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        review:
          - {recommendation: change, proposed_on: 2018-11}
          - {recommendation: continue, proposed_on: 2016-11}

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        review:
          - {recommendation: continue, proposed_on: 2016-11}
          - {recommendation: change, proposed_on: 2018-11}
    """
    for meeting in context.register.meetings.values():
        dated = [
            (index, day) for index, review in enumerate(meeting.review) if (day := review.decided_on or review.proposed_on) is not None
        ]
        for (_, earlier), (index, later) in pairwise(dated):
            if last_day(later) < first_day(earlier):
                message = f"This review ({in_words(later)}) is older than the one above it ({in_words(earlier)})."
                yield Problem(in_meeting(meeting.id, "review", index), message, "List the reviews by date, newest last.")


@rule("GR228", WARNING)
def unlikely_year(context: RuleContext) -> Iterator[Problem]:
    """A year is probably mistyped.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        last_met: 0216-11-10

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        last_met: 2016-11-10
    """
    unlikely = partial(_unlikely_year, context.today)
    years = [(place, year) for place, _, year in context.texts(unlikely, lambda key: key.kind == "date")]
    years += [(in_minutes(id_), year) for id_, minutes in context.minutes.items() if (year := unlikely(minutes.day)) is not None]
    for place, year in years:
        yield Problem(place, f"The year {year:04} is probably mistyped.", "Check the date.")
    for meeting in context.register.meetings.values():
        for index, duty in enumerate(meeting.duties):
            passed = _PASSED.search(duty)
            if passed is not None and int(passed[1]) > context.today.year + 1:  # a law may come into force next year
                message = f"The year {passed[1]} is probably mistyped: the law would be from the future."
                yield Problem(in_meeting(meeting.id, "statutory", index), message, "Check the year of the law.")


_Pair = tuple[Location, str, str | None, str, str | None]


def _ordered(context: RuleContext) -> Iterator[_Pair]:
    """Pairs of dates in which the first can't be earlier: its location, what it is, the date, what the other is, and its date."""
    for meeting in context.register.meetings.values():
        yield in_meeting(meeting.id, "next_meets"), "The next meeting", meeting.next_meets, "the last one", meeting.last_met
        terms = meeting.terms_of_reference
        if terms is not None:
            place = in_meeting(meeting.id, "terms_of_reference", "review_due")
            yield place, "The review of the terms of reference", terms.review_due, "they were agreed", terms.agreed_on
        for index, review in enumerate(meeting.review):
            yield (
                in_meeting(meeting.id, "review", index, "decided_on"),
                "The decision",
                review.decided_on,
                "the proposal",
                review.proposed_on,
            )
            place, since = in_meeting(meeting.id, "review", index, "next_due"), review.decided_on or review.proposed_on
            yield place, "The next review", review.next_due, "this one", since
    for index, verdict in enumerate(context.register.verdicts):
        yield Location(VERDICTS, (index, "review_by")), "The date to look again", verdict.review_by, "the verdict", verdict.on
    for id_, minutes in context.minutes.items():
        yield in_minutes(id_, ("next",)), "The next meeting", minutes.next, "this one", minutes.day
        for index, decision in enumerate(minutes.decisions):
            place = in_minutes(id_, ("decisions", index, "signed_on"))
            yield place, "The signature", decision.signed_on, "the meeting that made the decision", minutes.day


def _unlikely_year(today: date, day: str) -> int | None:
    year = first_day(day).year
    return None if _EARLIEST_YEAR <= year <= today.year + _YEARS_AHEAD else year


def _recorded_as_done(context: RuleContext) -> Iterator[tuple[Location, str, str | None]]:
    """What the register records as done: the location, the beginning of a message about it, and the date."""
    for meeting in context.register.meetings.values():
        if meeting.last_met is not None:
            yield in_meeting(meeting.id, "last_met"), "The meeting last met", meeting.last_met
        if meeting.status not in ("proposed", None) and meeting.status_since is not None:
            yield in_meeting(meeting.id, "status_since"), f"The status “{meeting.status}” begins", meeting.status_since
        if meeting.terms_of_reference is not None:
            place = in_meeting(meeting.id, "terms_of_reference", "agreed_on")
            yield place, "The terms of reference were agreed", meeting.terms_of_reference.agreed_on
        for index, review in enumerate(meeting.review):
            yield in_meeting(meeting.id, "review", index, "proposed_on"), "It was proposed", review.proposed_on
            yield in_meeting(meeting.id, "review", index, "decided_on"), "It was decided", review.decided_on
        for index, source in enumerate(meeting.sources):
            yield in_meeting(meeting.id, "sources", index, "date"), "The source was written", source.date
    for index, verdict in enumerate(context.register.verdicts):
        yield Location(VERDICTS, (index, "on")), "The verdict was given", verdict.on
    for id_, minutes in context.minutes.items():
        yield in_minutes(id_), "These minutes record a meeting", minutes.day if minutes.took_place else None
        for index, decision in enumerate(minutes.decisions):
            yield in_minutes(id_, ("decisions", index, "signed_on")), "It was signed", decision.signed_on


def _when(day: str) -> str:
    return f"{'on' if is_day(day) else 'in'} {in_words(day)}"


def has_ended_before(meeting: Meeting, day: str) -> bool:
    """Whether `meeting` had ended by `day`."""
    return meeting.status == "ended" and meeting.status_since is not None and first_day(day) > last_day(meeting.status_since)


RULES: tuple[RegisterRule, ...] = (
    impossible_order,
    recorded_in_future,
    status_against_dates,
    reviews_out_of_order,
    unlikely_year,
)
