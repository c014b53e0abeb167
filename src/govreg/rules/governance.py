"""Doubts about who leads, chairs, follows and reports (GR301 to GR310): good governance, told as warnings."""

from collections.abc import Iterator
from datetime import date

from govreg.analysis.cycles import MOST_NAMED, cycles, shortest_cycle
from govreg.analysis.meetings_per_year import yearly_count
from govreg.analysis.succession import ENDINGS, successions, successors_by_meeting
from govreg.diagnostics.finding import Problem, Severity
from govreg.model.dates import first_day, in_words, last_day
from govreg.model.location import KeyPath, in_meeting
from govreg.model.meeting import Meeting
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule

WARNING = Severity.WARNING


@rule("GR301", WARNING)
def lead_unclear(subject: RuleContext) -> Iterator[Problem]:
    """Nobody can say who leads the meeting.

    The source contradicts itself or speaks of attendance only. Without a lead nobody convenes the meeting, answers for
    it or can end it.

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
    for meeting in _live(subject):
        if meeting.lead_kind == "unclear":
            said = f": the source says “{meeting.lead_as_written}”" if meeting.lead_as_written else ""
            hint = "Ask who convenes it, and write that organisation as the lead."
            yield Problem(in_meeting(meeting.id, "lead"), f"It is unclear who leads this meeting{said}.", hint)


@rule("GR302", WARNING)
def joint_without_chair(subject: RuleContext) -> Iterator[Problem]:
    """Several organisations lead, and no chair is recorded.

    A joint lead works where it is agreed who presides, by a post, a vote or in turn.

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
    for meeting in _live(subject):
        if meeting.lead_kind == "joint" and not meeting.has_chair:
            hint = "Write the chair: `chair: {organisation: …, role: …, basis: …}`."
            yield Problem(in_meeting(meeting.id, "lead"), "The lead is joint, but no chair is recorded.", hint)


@rule("GR303", WARNING)
def chair_term_over(subject: RuleContext) -> Iterator[Problem]:
    """The chair's term is over.

    A post that chairs for a year or two is a promise to settle who follows; the register says that the time has come.

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
    for meeting in _live(subject):
        if meeting.chair is not None and meeting.chair.until is not None and last_day(meeting.chair.until) < subject.today:
            message = f"The chair's term ended ({in_words(meeting.chair.until)})."
            yield Problem(in_meeting(meeting.id, "chair", "until"), message, "Write who chairs now, or the new end of the term.")


@rule("GR304", WARNING)
def review_overdue(subject: RuleContext) -> Iterator[Problem]:
    """A review is overdue.

    The meeting itself, or its terms of reference, should have been looked at by now.

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
    for meeting in _live(subject):
        due: list[tuple[str, KeyPath, str | None]] = []
        if meeting.terms_of_reference is not None:
            due.append(("of its terms of reference", ("terms_of_reference", "review_due"), meeting.terms_of_reference.review_due))
        if meeting.latest_review is not None:
            due.append(("of the meeting", ("review", len(meeting.review) - 1, "next_due"), meeting.latest_review.next_due))
        for what, path, day in due:
            if day is not None and last_day(day) < subject.today:
                message = f"The review {what} was due ({in_words(day)})."
                yield Problem(in_meeting(meeting.id, *path), message, "Review it, and write when the next one is due.")


@rule("GR305", WARNING)
def ended_without_home(subject: RuleContext) -> Iterator[Problem]:
    """A meeting has ended, and nobody wrote why or where its work went.

    What an ended meeting did is either done with, which is a reason, or taken on by another, which is its home.

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
    housed = successors_by_meeting(subject.register)
    for meeting in subject.register.meetings.values():
        reasons = meeting.status_reason or any(review.reason for review in meeting.review)
        if not meeting.live and not reasons and meeting.id not in housed:
            hint = "Write why as `status_reason`, or where its work went: `review: {recommendation: end, into: […]}`."
            yield Problem(in_meeting(meeting.id, "status"), "It has ended without a reason or a home for its work.", hint)


@rule("GR306", WARNING)
def successor_and_predecessor_live(subject: RuleContext) -> Iterator[Problem]:
    """A meeting and the one whose place it took both still meet.

    This is how most work comes to be done twice: the new board starts and the old one goes on.

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
    meetings = subject.register.meetings
    told: set[tuple[str, str]] = set()
    for one in successions(subject.register):
        before, after = meetings[one.before], meetings[one.after]
        if one.proposed or not before.live or not after.live or after.status == "proposed" or (one.before, one.after) in told:
            continue
        told.add((one.before, one.after))
        message = f"“{after.title}” takes the place of “{before.title}”, and neither has ended."
        hint = f"If “{before.title}” no longer meets, write `status: ended` there; if both are to stay, take this out."
        yield Problem(in_meeting(one.said_by, *one.path), message, hint, ((in_meeting(one.before, "title"), "the predecessor"),))


@rule("GR307", WARNING)
def meets_less_often(subject: RuleContext) -> Iterator[Problem]:
    """A meeting meets less often than it says.

    More than twice the time between two meetings has gone by since it last met: at least one was missed. A board that
    no longer meets looks like any other in a list.

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
    sittings: dict[str, list[str]] = {}
    for minutes in subject.minutes.values():
        sittings.setdefault(minutes.meeting, []).append(minutes.day)
    for meeting in _live(subject):
        days = [day for day in (meeting.last_met, *sittings.get(meeting.id, ())) if day is not None and first_day(day) <= subject.today]
        per_year = yearly_count(meeting, subject.register).per_year
        if not days or not per_year or not meeting.is_held:
            continue
        last = max(last_day(day) for day in days)
        if (subject.today - last).days * per_year > 2 * 365:  # more than twice the days between two meetings
            written = meeting.frequency.text if meeting.frequency is not None and meeting.frequency.text else f"{float(per_year):g} a year"
            message = f"It should meet “{written}”, but last met {_ago(last, subject.today)} ago, on {in_words(last.isoformat())}."
            path: KeyPath = ("last_met",) if meeting.last_met is not None else ("frequency",)
            hint = "Write when it last met, or `status: suspended` or `ended` if it no longer does."
            yield Problem(in_meeting(meeting.id, *path), message, hint)


@rule("GR308", WARNING)
def reporting_cycle(subject: RuleContext) -> Iterator[Problem]:
    """Meetings report to each other in a circle.

    Nobody above them learns what they do.

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
    meetings = subject.register.meetings
    above = {meeting.id: [id_ for id_ in meeting.reports_to if id_ in meetings and id_ != meeting.id] for meeting in meetings.values()}
    told: set[str] = set()
    for id_ in sorted(id_ for ring in cycles(above) for id_ in ring):
        ring = () if id_ in told else shortest_cycle(id_, above)
        if ring:
            told.update(ring)
            others = ring[1 : MOST_NAMED + 1]
            titles = ", ".join([*(f"“{meetings[other].title}”" for other in others), *(["…"] if len(ring) > MOST_NAMED + 1 else [])])
            related = tuple((in_meeting(other, "reports_to"), "in the circle too") for other in others)
            message = f"What it reports comes back to it through {titles}."
            yield Problem(
                in_meeting(id_, "reports_to", meetings[id_].reports_to.index(ring[1])),
                message,
                "Take one report of the circle out.",
                related,
            )


@rule("GR309", WARNING)
def reports_to_ended(subject: RuleContext) -> Iterator[Problem]:
    """A meeting reports to one that has ended.

    Nobody hears its reports.

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
    meetings = subject.register.meetings
    for meeting in _live(subject):
        for index, above in enumerate(meeting.reports_to):
            if above in meetings and not meetings[above].live:
                related = ((in_meeting(above, "status"), "it ended"),)
                message = f"It reports to “{meetings[above].title}”, which has ended."
                yield Problem(in_meeting(meeting.id, "reports_to", index), message, "Write who hears its reports now.", related)


@rule("GR310", WARNING)
def statutory_to_end(subject: RuleContext) -> Iterator[Problem]:
    """A statutory meeting is proposed to end.

    A duty stays when the meeting that serves it goes. Somebody else must be named who serves it, and those on whom the
    law lays it must agree.

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
    for meeting in _live(subject):
        review = meeting.latest_review
        if meeting.statutory and review is not None and review.recommendation in ENDINGS:
            duties = f" ({', '.join(meeting.duties)})" if meeting.duties else ""
            message = f"A statutory meeting{duties} is proposed to {review.recommendation}."
            hint = "Say in `reason` who serves the duty from then on, and who has agreed; or recommend a change."
            yield Problem(in_meeting(meeting.id, "review", len(meeting.review) - 1, "recommendation"), message, hint)


def _live(subject: RuleContext) -> Iterator[Meeting]:
    return (meeting for meeting in subject.register.meetings.values() if meeting.live)


def _ago(then: date, today: date) -> str:
    months = (today.year - then.year) * 12 + today.month - then.month - (today.day < then.day)
    return f"{months} months" if months > 1 else f"{(today - then).days} days"


RULES: tuple[RegisterRule, ...] = (
    lead_unclear,
    joint_without_chair,
    chair_term_over,
    review_overdue,
    ended_without_home,
    successor_and_predecessor_live,
    meets_less_often,
    reporting_cycle,
    reports_to_ended,
    statutory_to_end,
)
