"""Reports that come back, go to a meeting that has ended, or go down a level (GR308, GR309, GR337)."""

from collections.abc import Iterator
from typing import get_args

from govreg.analysis.cycles import MOST_NAMED, cycles, cycles_in
from govreg.diagnostics.finding import Problem, Severity
from govreg.model.location import in_meeting
from govreg.model.meeting import Level
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule

WARNING = Severity.WARNING


_LEVELS = get_args(Level)
"""The levels, the highest first."""

_MOST_LOOPS = 20
"""How many loops are listed among meetings that all report to each other: the meetings in others are counted."""


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
    above = {
        meeting.id: [id_ for id_ in meeting.reports_to if id_ in meetings and id_ != meeting.id]
        for meeting in meetings.values()
        if meeting.reports_to
    }
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
    for meeting in context.live:
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
    for meeting in context.live:
        for index, id_ in enumerate(meeting.reports_to if meeting.level is not None else ()):
            above = meetings.get(id_)
            if above is not None and above.level is not None and _LEVELS.index(above.level) > _LEVELS.index(meeting.level):
                related = ((in_meeting(id_, "level"), f"it is {above.level}"),)
                message = f"This {meeting.level} meeting reports to “{above.title}”, which is {above.level}."
                hint = "Correct the level of one of the two. Or record the report in the other direction."
                yield Problem(in_meeting(meeting.id, "reports_to", index), message, hint, related)


GOVERNANCE: tuple[RegisterRule, ...] = (reporting_cycle, reports_to_ended, reports_to_lower_level)
