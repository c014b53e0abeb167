"""Dates that cannot be right beside each other, beside today, or beside a status (GR224 to GR228, GR321)."""

from collections.abc import Iterator
from itertools import pairwise

from govreg.analysis.meetings_per_year import yearly_count
from govreg.diagnostics.finding import Problem, Severity
from govreg.model.dates import first_day, in_words, is_day, last_day
from govreg.model.location import VERDICTS, Location, in_meeting, in_minutes
from govreg.model.meeting import Meeting
from govreg.model.minutes import Minutes
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule

ERROR, WARNING = Severity.ERROR, Severity.WARNING

_EARLIEST_YEAR = 1800
"""Before any police authority, council or board of today (the first English police force is of 1829)."""

_DAYS_A_YEAR = 365

_YEARS_AHEAD = 50
"""Further ahead nobody plans a meeting or a review."""


@rule("GR224", ERROR)
def impossible_order(subject: RuleContext) -> Iterator[Problem]:
    """Two dates are in an impossible order.

    A decision comes after its proposal, a review after what it reviews, the next meeting after the last one. One of the
    two dates is mistyped.

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
    for place, what, later, before_what, earlier in _ordered(subject):
        if later is not None and earlier is not None and last_day(later) < first_day(earlier):
            message = f"{what} ({in_words(later)}) is before {before_what} ({in_words(earlier)})."
            yield Problem(place, message, "Check both dates, and correct the wrong one.")
    for id_, minutes in subject.minutes.items():
        if minutes.next == minutes.day:
            yield Problem(in_minutes(id_, ("next",)), "The next meeting is on the day of this one.", "Write the date of the next meeting.")


@rule("GR225", WARNING)
def recorded_in_future(subject: RuleContext) -> Iterator[Problem]:
    """Something is recorded as done on a day that is still to come.

    Either the date is mistyped, or what is planned is written as done. Today is `as_at` of `register.yaml`, or
    `--as-at`, where there is one.

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
    for place, what, day in _done(subject):
        if day is not None and first_day(day) > subject.today:
            message = f"{what} {_when(day)}, which is after {in_words(subject.today.isoformat())}."
            yield Problem(place, message, "Check the date; what is only planned is not recorded as done.")


@rule("GR226", ERROR)
def status_against_dates(subject: RuleContext) -> Iterator[Problem]:
    """A meeting's status contradicts when it met or meets.

    A meeting that has ended has no next meeting, and one that is only proposed has not met.

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
    for meeting in subject.register.meetings.values():
        since = meeting.status_since
        if meeting.status == "ended" and meeting.next_meets is not None:
            message = f"The meeting has ended, but meets next {_when(meeting.next_meets)}."
            yield Problem(in_meeting(meeting.id, "next_meets"), message, "Delete `next_meets`, or correct the status.")
        if meeting.last_met is not None and _after_end(meeting, meeting.last_met):
            message = f"It last met ({in_words(meeting.last_met)}) after it ended ({in_words(since or '')})."
            yield Problem(in_meeting(meeting.id, "last_met"), message, "Check both dates, and correct the wrong one.")
        if meeting.status == "proposed" and meeting.last_met is not None:
            message = f"The meeting is only proposed, but last met {_when(meeting.last_met)}."
            yield Problem(in_meeting(meeting.id, "last_met"), message, "Write `status: shadow` or `active`, or delete `last_met`.")
    for id_, minutes in subject.minutes.items():
        sat = subject.register.meetings.get(minutes.meeting)
        if sat is None or not _took_place(minutes):
            continue
        if sat.status == "proposed":
            yield Problem(in_minutes(id_), f"“{sat.title}” is only proposed, but here are minutes of it.", "Correct the meeting's status.")
        elif _after_end(sat, minutes.day):
            message = f"“{sat.title}” ended before this meeting took place ({in_words(sat.status_since or '')})."
            yield Problem(in_minutes(id_), message, "Correct `status_since` of the meeting, or the day in this file's name.")


@rule("GR227", ERROR)
def reviews_out_of_order(subject: RuleContext) -> Iterator[Problem]:
    """Reviews are not in the order of their dates.

    The last review in the list is the one that counts, so an old one at the end hides what was decided since.

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
    for meeting in subject.register.meetings.values():
        dated = [
            (index, day) for index, review in enumerate(meeting.review) if (day := review.decided_on or review.proposed_on) is not None
        ]
        for (_, earlier), (index, later) in pairwise(dated):
            if last_day(later) < first_day(earlier):
                message = f"This review ({in_words(later)}) is older than the one above it ({in_words(earlier)})."
                yield Problem(in_meeting(meeting.id, "review", index), message, "List the reviews by date, newest last.")


@rule("GR228", WARNING)
def unlikely_year(subject: RuleContext) -> Iterator[Problem]:
    """A year is so far from today that it is probably mistyped.

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
    dates = [(written.place, written.text) for written in subject.written if written.key.kind == "date"]
    dates += [(in_minutes(id_), minutes.day) for id_, minutes in subject.minutes.items()]
    for place, day in dates:
        year = first_day(day).year
        if not _EARLIEST_YEAR <= year <= subject.today.year + _YEARS_AHEAD:
            yield Problem(place, f"The year {year} is probably mistyped.", "Check the date.")


@rule("GR321", WARNING)
def next_meeting_past(subject: RuleContext) -> Iterator[Problem]:
    """The next meeting on record is long past.

    By its frequency, another one should have followed by now (a meeting without a known frequency is given a year). Either
    it met and nobody recorded it, or it did not meet.

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
    for meeting in subject.register.meetings.values():
        if meeting.next_meets is None or meeting.status in ("suspended", "ended"):
            continue
        days = (subject.today - last_day(meeting.next_meets)).days
        if days * (yearly_count(meeting, subject.register).per_year or 1) > _DAYS_A_YEAR:
            message = f"The next meeting on record is long past: {in_words(meeting.next_meets)}."
            yield Problem(in_meeting(meeting.id, "next_meets"), message, "Write when it last met, and when it meets next.")


_Pair = tuple[Location, str, str | None, str, str | None]


def _ordered(subject: RuleContext) -> Iterator[_Pair]:
    """Dates of which the first can't be before the second: where it stands, what it is, the date, what the other is, its date."""
    for meeting in subject.register.meetings.values():
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
    for index, verdict in enumerate(subject.register.verdicts):
        yield Location(VERDICTS, (index, "review_by")), "The date to look again", verdict.review_by, "the verdict", verdict.on
    for id_, minutes in subject.minutes.items():
        yield in_minutes(id_, ("next",)), "The next meeting", minutes.next, "this one", minutes.day
        for index, decision in enumerate(minutes.decisions):
            place = in_minutes(id_, ("decisions", index, "signed_on"))
            yield place, "The signature", decision.signed_on, "the meeting that made the decision", minutes.day


def _done(subject: RuleContext) -> Iterator[tuple[Location, str, str | None]]:
    """What the register tells as done: where, what, and when."""
    for meeting in subject.register.meetings.values():
        yield in_meeting(meeting.id, "last_met"), "It last met", meeting.last_met
        if meeting.status not in ("proposed", None):
            yield in_meeting(meeting.id, "status_since"), f"It is “{meeting.status}” from a day", meeting.status_since
        if meeting.terms_of_reference is not None:
            place = in_meeting(meeting.id, "terms_of_reference", "agreed_on")
            yield place, "The terms of reference were agreed", meeting.terms_of_reference.agreed_on
        for index, review in enumerate(meeting.review):
            yield in_meeting(meeting.id, "review", index, "proposed_on"), "It was proposed", review.proposed_on
            yield in_meeting(meeting.id, "review", index, "decided_on"), "It was decided", review.decided_on
        for index, source in enumerate(meeting.sources):
            yield in_meeting(meeting.id, "sources", index, "date"), "The source is of a day", source.date
    for index, verdict in enumerate(subject.register.verdicts):
        yield Location(VERDICTS, (index, "on")), "The verdict was given", verdict.on
    for id_, minutes in subject.minutes.items():
        yield in_minutes(id_), "These minutes record a meeting", minutes.day if _took_place(minutes) else None
        for index, decision in enumerate(minutes.decisions):
            yield in_minutes(id_, ("decisions", index, "signed_on")), "It was signed", decision.signed_on


def _when(day: str) -> str:
    return f"{'on' if is_day(day) else 'in'} {in_words(day)}"


def _took_place(minutes: Minutes) -> bool:
    """Whether `minutes` record more than the agenda of a meeting to come."""
    return bool(minutes.attended or minutes.decisions)


def _after_end(meeting: Meeting, day: str) -> bool:
    """Whether `meeting` had ended by `day`."""
    return meeting.status == "ended" and meeting.status_since is not None and first_day(day) > last_day(meeting.status_since)


RULES: tuple[RegisterRule, ...] = (
    impossible_order,
    recorded_in_future,
    status_against_dates,
    reviews_out_of_order,
    unlikely_year,
)
GOVERNANCE: tuple[RegisterRule, ...] = (next_meeting_past,)
