"""What is overdue: the end of a term, a review, or a meeting (GR303, GR304, GR307)."""

from collections.abc import Iterator
from datetime import date

from govreg.analysis.verdicts import last
from govreg.diagnostics.finding import Problem, Severity
from govreg.model.dates import first_day, in_words, last_day
from govreg.model.location import VERDICTS, KeyPath, Location, in_meeting
from govreg.rules.context import RuleContext
from govreg.rules.last_and_next import frequency_counted
from govreg.rules.rule import RegisterRule, rule

WARNING = Severity.WARNING


@rule("GR303", WARNING)
def chair_term_over(context: RuleContext) -> Iterator[Problem]:
    """The chair's term has ended.

    A chair with a fixed term needs a successor. The register shows that the term has run out.

    Wrong:

        meetings/reducing-reoffending-board.yaml
        title: Reducing Reoffending Board
        lead: opcc
        chair: {organisation: opcc, role: PCC, basis: for the first year, until: 2017-11}

    Right:

        meetings/reducing-reoffending-board.yaml
        title: Reducing Reoffending Board
        lead: opcc
        chair: {organisation: constabulary, role: ACC}
    """
    for meeting in context.live:
        if meeting.chair is not None and meeting.chair.until is not None and last_day(meeting.chair.until) < context.today:
            message = f"The chair's term ended ({in_words(meeting.chair.until)})."
            hint = "Record who chairs now (chair.role), or when the new term ends (chair.until)."
            yield Problem(in_meeting(meeting.id, "chair", "until"), message, hint)


@rule("GR304", WARNING)
def review_overdue(context: RuleContext) -> Iterator[Problem]:
    """A review is overdue.

    The meeting or its terms of reference should have been reviewed by now, or the verdict on two meetings that look alike.

    Wrong:

        meetings/safeguarding-board.yaml
        title: Safeguarding Board
        lead: bristol-city-council
        terms_of_reference: {agreed_on: 2015-09, review_due: 2017-09}

    Right:

        meetings/safeguarding-board.yaml
        title: Safeguarding Board
        lead: bristol-city-council
        terms_of_reference: {agreed_on: 2026-09, review_due: 2028-09}
    """
    for meeting in context.live:
        due: list[tuple[str, KeyPath, str | None]] = []
        if meeting.terms_of_reference is not None:
            due.append(("of its terms of reference", ("terms_of_reference", "review_due"), meeting.terms_of_reference.review_due))
        if meeting.latest_review is not None:
            due.append(("of the meeting", ("review", len(meeting.review) - 1, "next_due"), meeting.latest_review.next_due))
        for what, path, day in due:
            if day is not None and last_day(day) < context.today:
                message = f"The review {what} was due by {in_words(day)}."
                field = f"{path[0]}.{path[-1]}"
                hint = f"Carry out the review, then record when the next is due: “govreg set {meeting.id} {field} DATE”."
                yield Problem(in_meeting(meeting.id, *path), message, hint)
    meetings, latest = context.register.meetings, last(context.register)
    for index, verdict in enumerate(context.register.verdicts):
        due_by, (a, b) = verdict.review_by, verdict.meetings
        is_current = latest[a, b] is verdict and a in meetings and b in meetings
        if is_current and due_by is not None and last_day(due_by) < context.today:
            message = f"The verdict on “{meetings[a].title}” and “{meetings[b].title}” was to be reviewed by {in_words(due_by)}."
            hint = f'Review the pair again. If the verdict still applies: govreg verdict {a} {b} {verdict.verdict} --reason "…"'
            yield Problem(Location(VERDICTS, (index, "review_by")), message, hint)


@rule("GR307", WARNING)
def meets_less_often(context: RuleContext) -> Iterator[Problem]:
    """A meeting meets less often than its frequency says.

    More than twice the usual interval has passed since it last met, so at least one meeting was missed. In a list, a
    board that has stopped meeting looks like any other.

    Wrong:

        register.yaml
        as_at: 2026-11-21
        meetings/contest-board.yaml
        title: Contest Board
        lead: constabulary
        frequency: Quarterly
        last_met: 2025-10-01

    Right:

        register.yaml
        as_at: 2026-11-21
        meetings/contest-board.yaml
        title: Contest Board
        lead: constabulary
        frequency: Quarterly
        last_met: 2026-10-01
    """
    days_met: dict[str, list[str]] = {}
    for minutes in context.minutes.values():
        days_met.setdefault(minutes.meeting, []).append(minutes.day)
    for meeting in context.live:
        days = [day for day in (meeting.last_met, *days_met.get(meeting.id, ())) if day is not None and first_day(day) <= context.today]
        per_year = context.counts[meeting.id].per_year
        if not days or not per_year or not meeting.is_held:
            continue
        last_met = max(last_day(day) for day in days)
        if (context.today - last_met).days * per_year > 2 * 365:  # more than twice the days between two meetings
            message = (
                f"Its frequency is {frequency_counted(meeting, per_year)}, but it last met {_ago(last_met, context.today)} ago, "
                f"on {in_words(last_met.isoformat())}."
            )
            path: KeyPath = ("last_met",) if meeting.last_met is not None else ("frequency",)
            hint = (
                f"Record when it last met: “govreg set {meeting.id} last_met DATE”. If it no longer meets: "
                f"“govreg set {meeting.id} status suspended”, or “govreg end {meeting.id} --reason TEXT”."
            )
            yield Problem(in_meeting(meeting.id, *path), message, hint)


def _ago(then: date, today: date) -> str:
    months = (today.year - then.year) * 12 + today.month - then.month - (today.day < then.day)
    return f"{months} months" if months > 1 else f"{(today - then).days} days"


GOVERNANCE: tuple[RegisterRule, ...] = (chair_term_over, review_overdue, meets_less_often)
