"""Meetings that end: without a reason, beside a successor, or with a duty left (GR305, GR306, GR310)."""

from collections.abc import Iterator

from govreg.analysis.succession import ENDINGS, successions, successors_by_meeting
from govreg.diagnostics.finding import Problem, Severity
from govreg.model.location import in_meeting
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule

WARNING = Severity.WARNING


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
    for meeting in context.live:
        review = meeting.latest_review
        if meeting.statutory and review is not None and review.recommendation in ENDINGS:
            duties = f" ({', '.join(meeting.duties)})" if meeting.duties else ""
            message = f"This is a statutory meeting{duties}, but the recommendation is to {review.recommendation}."
            hint = (
                f"Record who will fulfil the duty and who has agreed: “govreg set {meeting.id} review.reason TEXT”. This warning stays "
                "until the meeting has ended. Or recommend a change instead."
            )
            yield Problem(in_meeting(meeting.id, "review", len(meeting.review) - 1, "recommendation"), message, hint)


GOVERNANCE: tuple[RegisterRule, ...] = (ended_without_successor, successor_and_predecessor_live, statutory_to_end)
