"""Warnings about good governance: leads, chairs, reviews, successors and reporting lines (GR301 to GR310, GR337)."""

from collections.abc import Iterator
from datetime import date
from typing import get_args

from govreg.analysis.cycles import MOST_NAMED, cycles, cycles_in
from govreg.analysis.succession import ENDINGS, successions, successors_by_meeting
from govreg.analysis.verdicts import last
from govreg.diagnostics.finding import Problem, Severity
from govreg.model.dates import first_day, in_words, last_day
from govreg.model.location import VERDICTS, KeyPath, Location, in_meeting
from govreg.model.meeting import Level, Meeting
from govreg.rules.context import RuleContext
from govreg.rules.last_and_next import frequency_counted
from govreg.rules.rule import RegisterRule, rule

WARNING = Severity.WARNING

_LEVELS = get_args(Level)
"""The levels, the highest first."""

_MOST_LOOPS = 20
"""How many loops are listed among meetings that all report to each other: the meetings in others are counted."""


@rule("GR301", WARNING)
def lead_unclear(context: RuleContext) -> Iterator[Problem]:
    """It is unclear who leads the meeting.

    The source contradicts itself or mentions attendance only. Without a lead, there is nobody to convene the meeting, to
    answer for it or to end it.

    Wrong:

        meetings/community-safety-partnership.yaml
        title: Community Safety Partnership
        lead: unclear
        lead_as_written: Constabulary and OPCC attendance

    Right:

        meetings/community-safety-partnership.yaml
        title: Community Safety Partnership
        lead: bristol-city-council
        lead_as_written: Constabulary and OPCC attendance
    """
    for meeting in _live(context):
        if meeting.lead_kind == "unclear":
            source = f": the source says “{meeting.lead_as_written}”" if meeting.lead_as_written else ""
            hint = f"Find out who convenes it, and record that organisation as the lead: “govreg set {meeting.id} lead WHO”."
            yield Problem(in_meeting(meeting.id, "lead"), f"It is unclear who leads this meeting{source}.", hint)


@rule("GR302", WARNING)
def joint_without_chair(context: RuleContext) -> Iterator[Problem]:
    """Several organisations lead, but no chair is recorded.

    A joint lead works if it is agreed who chairs: the holder of a post, a member elected by vote, or each lead in turn.

    Wrong:

        meetings/transformation-programme.yaml
        title: Transformation Programme
        lead: [opcc, constabulary]

    Right:

        meetings/transformation-programme.yaml
        title: Transformation Programme
        lead: [opcc, constabulary]
        chair: {organisation: opcc, role: Chief Executive, basis: in turn}
    """
    for meeting in _live(context):
        if meeting.lead_kind == "joint" and not meeting.has_chair:
            hint = f"Record the post that chairs: “govreg set {meeting.id} chair.role POST”, or in the file `chair: {{role: POST}}`."
            yield Problem(in_meeting(meeting.id, "lead"), "The lead is joint, but no chair is recorded.", hint)


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
    for meeting in _live(context):
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
    for meeting in _live(context):
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


@rule("GR305", WARNING)
def ended_without_successor(context: RuleContext) -> Iterator[Problem]:
    """A meeting has ended, but the register doesn't say why or where its work went.

    Either the work is finished, which is a reason, or another meeting has taken it on.

    Wrong:

        meetings/tension-monitoring-group.yaml
        title: Tension Monitoring Group
        lead: constabulary
        status: ended

    Right:

        meetings/tension-monitoring-group.yaml
        title: Tension Monitoring Group
        lead: constabulary
        status: ended
        status_reason: Its work is done
    """
    successors = successors_by_meeting(context.register)
    for meeting in context.register.meetings.values():
        reasons = meeting.status_reason or any(review.reason for review in meeting.review)
        if not meeting.live and not reasons and meeting.id not in successors:
            hint = (
                f"Give the reason: “govreg set {meeting.id} status_reason TEXT”. If a meeting took on its work, name it in the file: "
                "`review: {recommendation: end, into: […]}`."
            )
            yield Problem(
                in_meeting(meeting.id, "status"), "The meeting has ended, but neither a reason nor a successor is recorded.", hint
            )


@rule("GR306", WARNING)
def successor_and_predecessor_live(context: RuleContext) -> Iterator[Problem]:
    """A meeting and the one it replaces both still meet.

    Work is often duplicated this way: a new board starts, but the old one carries on.

    Wrong:

        meetings/safeguarding-board.yaml
        title: Safeguarding Board
        lead: opcc
        meetings/safeguarding-partnership.yaml
        title: Safeguarding Partnership
        lead: opcc
        supersedes: [safeguarding-board]

    Right:

        meetings/safeguarding-board.yaml
        title: Safeguarding Board
        lead: opcc
        status: ended
        meetings/safeguarding-partnership.yaml
        title: Safeguarding Partnership
        lead: opcc
        supersedes: [safeguarding-board]
    """
    meetings = context.register.meetings
    reported: set[tuple[str, str]] = set()
    for one in successions(context.register):
        before, after = meetings[one.before], meetings[one.after]
        if one.proposed or not before.live or not after.live or after.status == "proposed" or (one.before, one.after) in reported:
            continue
        reported.add((one.before, one.after))
        message = f"“{after.title}” replaces “{before.title}”, but neither has ended."
        hint = (
            f"If “{before.title}” no longer meets: “govreg end {before.id} --reason TEXT --into {after.id}”. If both should continue, "
            "remove this reference."
        )
        yield Problem(in_meeting(one.source, *one.path), message, hint, ((in_meeting(one.before, "title"), "the meeting it replaces"),))


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
    for meeting in _live(context):
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


@rule("GR308", WARNING)
def reporting_cycle(context: RuleContext) -> Iterator[Problem]:
    """Meetings report to each other in a loop.

    Their reports never reach anyone outside the loop.

    Wrong:

        meetings/finance-board.yaml
        title: Finance Board
        lead: opcc
        reports_to: [estates-board]
        meetings/estates-board.yaml
        title: Estates Board
        lead: opcc
        reports_to: [finance-board]

    Right:

        meetings/finance-board.yaml
        title: Finance Board
        lead: opcc
        meetings/estates-board.yaml
        title: Estates Board
        lead: opcc
        reports_to: [finance-board]
    """
    meetings = context.register.meetings
    above = {meeting.id: [id_ for id_ in meeting.reports_to if id_ in meetings and id_ != meeting.id] for meeting in meetings.values()}
    for together in cycles(above):
        loops = cycles_in(together, above, _MOST_LOOPS)
        for loop in loops:
            others = loop[1 : MOST_NAMED + 1]
            titles = ", ".join([*(f"“{meetings[other].title}”" for other in others), *(["…"] if len(loop) > MOST_NAMED + 1 else [])])
            related = tuple((in_meeting(other, "reports_to"), "also part of the loop") for other in others)
            message = f"Its reports come back to itself through {titles}."
            place = in_meeting(loop[0], "reports_to", meetings[loop[0]].reports_to.index(loop[1]))
            yield Problem(place, message, "Remove one `reports_to` from the loop.", related)
        rest = sorted(together.difference(*loops))
        if rest:
            count = "1 more meeting reports" if len(rest) == 1 else f"{len(rest):,} more meetings report"
            message = f"{count} in loops with “{meetings[loops[0][0]].title}”."
            hint = "Remove the loops listed for that meeting first, then check again."
            yield Problem(in_meeting(rest[0], "reports_to"), message, hint)


@rule("GR309", WARNING)
def reports_to_ended(context: RuleContext) -> Iterator[Problem]:
    """A meeting reports to one that has ended.

    Its reports no longer go anywhere.

    Wrong:

        meetings/estates-board.yaml
        title: Estates Board
        lead: opcc
        reports_to: [finance-board]
        meetings/finance-board.yaml
        title: Finance Board
        lead: opcc
        status: ended
        review: {reason: Its work is done}

    Right:

        meetings/estates-board.yaml
        title: Estates Board
        lead: opcc
        reports_to: [opcc]
    """
    meetings = context.register.meetings
    for meeting in _live(context):
        for index, above in enumerate(meeting.reports_to):
            if above in meetings and not meetings[above].live:
                related = ((in_meeting(above, "status"), "it has ended"),)
                message = f"The meeting reports to “{meetings[above].title}”, which has ended."
                yield Problem(in_meeting(meeting.id, "reports_to", index), message, "Record where it reports to now.", related)


@rule("GR337", WARNING)
def reports_to_lower_level(context: RuleContext) -> Iterator[Problem]:
    """A meeting reports to one on a lower level.

    A strategic meeting decides what tactical and operational ones carry out, and they report to it. One of the two levels is
    probably wrong, or the report goes the other way.

    Wrong:

        meetings/estates-board.yaml
        title: Estates Board
        lead: opcc
        level: strategic
        reports_to: [repairs-group]
        meetings/repairs-group.yaml
        title: Repairs Group
        lead: opcc
        level: operational

    Right:

        meetings/estates-board.yaml
        title: Estates Board
        lead: opcc
        level: strategic
        meetings/repairs-group.yaml
        title: Repairs Group
        lead: opcc
        level: operational
        reports_to: [estates-board]
    """
    meetings = context.register.meetings
    for meeting in _live(context):
        for index, id_ in enumerate(meeting.reports_to if meeting.level is not None else ()):
            above = meetings.get(id_)
            if above is not None and above.level is not None and _LEVELS.index(above.level) > _LEVELS.index(meeting.level):
                related = ((in_meeting(id_, "level"), f"it is {above.level}"),)
                message = f"This {meeting.level} meeting reports to “{above.title}”, which is {above.level}."
                hint = "Correct the level of one of the two. Or record the report in the other direction."
                yield Problem(in_meeting(meeting.id, "reports_to", index), message, hint, related)


@rule("GR310", WARNING)
def statutory_to_end(context: RuleContext) -> Iterator[Problem]:
    """A statutory meeting is due to end or merge.

    A statutory duty remains when the meeting that fulfils it ends. Another meeting must take on the duty, and the bodies
    that the law places it on must agree.

    Wrong:

        meetings/community-safety-partnership.yaml
        title: Community Safety Partnership
        lead: bristol-city-council
        statutory: [Crime and Disorder Act 1998 s5]
        review: {recommendation: end, reason: Few attend}

    Right:

        meetings/community-safety-partnership.yaml
        title: Community Safety Partnership
        lead: bristol-city-council
        statutory: [Crime and Disorder Act 1998 s5]
        review: {recommendation: change, change: Meets twice a year}
    """
    for meeting in _live(context):
        review = meeting.latest_review
        if meeting.statutory and review is not None and review.recommendation in ENDINGS:
            duties = f" ({', '.join(meeting.duties)})" if meeting.duties else ""
            message = f"This is a statutory meeting{duties}, but the recommendation is to {review.recommendation}."
            hint = (
                f"Record who will fulfil the duty and who has agreed: “govreg set {meeting.id} review.reason TEXT”. This warning stays "
                "until the meeting has ended. Or recommend a change instead."
            )
            yield Problem(in_meeting(meeting.id, "review", len(meeting.review) - 1, "recommendation"), message, hint)


def _live(context: RuleContext) -> Iterator[Meeting]:
    return (meeting for meeting in context.register.meetings.values() if meeting.live)


def _ago(then: date, today: date) -> str:
    months = (today.year - then.year) * 12 + today.month - then.month - (today.day < then.day)
    return f"{months} months" if months > 1 else f"{(today - then).days} days"


RULES: tuple[RegisterRule, ...] = (
    lead_unclear,
    joint_without_chair,
    chair_term_over,
    review_overdue,
    ended_without_successor,
    successor_and_predecessor_live,
    meets_less_often,
    reporting_cycle,
    reports_to_ended,
    reports_to_lower_level,
    statutory_to_end,
)
