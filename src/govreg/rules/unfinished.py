"""What has been decided or has ended, but goes on in the register (GR327 to GR329)."""

from collections.abc import Iterator
from datetime import timedelta

from govreg.analysis.verdicts import last
from govreg.diagnostics.finding import Problem, Severity
from govreg.model.dates import in_words, last_day
from govreg.model.location import VERDICTS, Location, in_meeting
from govreg.model.meeting import Meeting, Review
from govreg.rules.chronology import has_ended_before
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule

WARNING = Severity.WARNING

_TIME_TO_ACT = timedelta(days=183)
"""How long a decision may take to be carried out; this limit is govreg's own."""


@rule("GR327", WARNING)
def ended_meeting_has_seat(context: RuleContext) -> Iterator[Problem]:
    """A meeting that has ended still has a seat on another.

    It no longer has anyone to send. Either another meeting or an organisation has the seat now, or it is empty.

    Wrong:

        meetings/finance-board.yaml
        title: Finance Board
        lead: opcc
        participants:
          - {meeting: estates-board, role: chair}
        meetings/estates-board.yaml
        title: Estates Board
        lead: opcc
        status: ended
        status_reason: Its work is done

    Right:

        meetings/finance-board.yaml
        title: Finance Board
        lead: opcc
        participants:
          - {meeting: estates-board, role: chair, until: 2025-12}
        meetings/estates-board.yaml
        title: Estates Board
        lead: opcc
        status: ended
        status_reason: Its work is done
    """
    meetings = context.register.meetings
    ended = {meeting.id: meeting for meeting in meetings.values() if not meeting.live}
    for meeting in meetings.values() if ended else ():
        if meeting.id in ended:
            continue
        for index, seat in enumerate(meeting.participants):
            sender = ended.get(seat.meeting) if seat.meeting is not None else None
            if sender is not None and (seat.until is None or last_day(seat.until) >= context.today):
                related = ((in_meeting(sender.id, "status"), "it has ended"),)
                message = f"“{sender.title}” still has a seat here, but it has ended."
                hint = "Record who has the seat now, or since when it is empty: `until: …`."
                yield Problem(in_meeting(meeting.id, "participants", index, "meeting"), message, hint, related)


@rule("GR328", WARNING)
def decision_not_carried_out(context: RuleContext) -> Iterator[Problem]:
    """A decision about a meeting has not been carried out for more than six months.

    It was decided to end, merge or suspend the meeting, but it is still held; to start it, but it is still only proposed; or to
    continue or change it, but it had already ended.
    Either the register wasn't updated, or the decision was forgotten.

    Wrong:

        meetings/finance-board.yaml
        title: Finance Board
        lead: opcc
        status: active
        review: {recommendation: end, reason: Its work is done, decided_on: 2016-11-10}

    Right:

        meetings/finance-board.yaml
        title: Finance Board
        lead: opcc
        status: ended
        status_since: 2016-12
        review: {recommendation: end, reason: Its work is done, decided_on: 2016-11-10}
    """
    for meeting in context.register.meetings.values():
        review = meeting.latest_review
        if review is None or review.decided_on is None or last_day(review.decided_on) + _TIME_TO_ACT >= context.today:
            continue
        outcome = _missing_outcome(meeting, review)
        if outcome is not None:
            message = f"It was decided to {review.recommendation} this meeting ({in_words(review.decided_on)}), but {outcome[0]}."
            hint = f"If that has been done: {outcome[1]}. If something else was decided since, add that review."
            yield Problem(in_meeting(meeting.id, "review", len(meeting.review) - 1, "recommendation"), message, hint)


@rule("GR329", WARNING)
def duplicates_continue(context: RuleContext) -> Iterator[Problem]:
    """Two meetings were judged to be duplicates, but both are to continue.

    The verdict and the reviews contradict each other: of two duplicates, one is no longer needed.

    Wrong:

        verdicts.yaml
        - {meetings: [budget-committee, finance-board], verdict: duplicate, on: 2026-01-31}
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        review: {recommendation: continue}
        meetings/finance-board.yaml
        title: Finance Board
        lead: opcc
        review: {recommendation: continue}

    Right:

        verdicts.yaml
        - {meetings: [budget-committee, finance-board], verdict: duplicate, on: 2026-01-31}
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        review: {recommendation: continue}
        meetings/finance-board.yaml
        title: Finance Board
        lead: opcc
        review: {recommendation: merge, into: [budget-committee]}
    """
    register = context.register
    latest = last(register)
    for index, verdict in enumerate(register.verdicts):
        if verdict.verdict != "duplicate" or latest[verdict.meetings] is not verdict:
            continue
        one, other = (register.meetings.get(id_) for id_ in verdict.meetings)
        if one is not None and other is not None and _continues(one) and _continues(other):
            message = f"“{one.title}” and “{other.title}” were judged to be duplicates, but the reviews of both recommend to continue."
            related = tuple((in_meeting(meeting.id, "review"), "to continue") for meeting in (one, other))
            hint = f"Correct the verdict, or review one of the two: “govreg set {one.id} review.recommendation merge”."
            yield Problem(Location(VERDICTS, (index, "verdict")), message, hint, related)


def _missing_outcome(meeting: Meeting, review: Review) -> tuple[str, str] | None:
    """Why the decision of `review` on `meeting` is not carried out, and the command that records that it is; None if it is."""
    match review.recommendation:
        case "end" | "merge" if meeting.is_held and not review.into:  # GR306 tells of a successor that meets as well
            return "it is still held", f"“govreg end {meeting.id} --reason TEXT”"
        case "suspend" if meeting.is_held:
            return "it is still held", f"“govreg set {meeting.id} status suspended”"
        case "continue" | "change" if has_ended_before(meeting, review.decided_on or ""):
            return "it had already ended", f"“govreg set {meeting.id} status active”"
        case "start" if meeting.status == "proposed":
            return "it is still only proposed", f"“govreg set {meeting.id} status active”"
    return None


def _continues(meeting: Meeting) -> bool:
    return meeting.live and meeting.latest_review is not None and meeting.latest_review.recommendation == "continue"


GOVERNANCE: tuple[RegisterRule, ...] = (ended_meeting_has_seat, decision_not_carried_out, duplicates_continue)
