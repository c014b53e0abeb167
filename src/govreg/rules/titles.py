"""Titles that contradict the rest of their entry, or name one day (GR334, GR338)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from govreg.analysis.frequency import Certainty, understand
from govreg.diagnostics.finding import Problem, Severity
from govreg.model.dates import MONTHS
from govreg.model.location import in_meeting
from govreg.model.meeting import Meeting
from govreg.model.names import decimal
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule

_LEVEL = re.compile(r"\b(?:strategic|tactical|operational)\b")
_HOW_OFTEN = re.compile(r"([\w-]+)\s(?=.*\bmeetings?\b)", re.IGNORECASE)
"""The first word of a title that goes on to say that it is a meeting: `Monthly Performance Meeting`."""


_DAY = re.compile(
    rf"\b(?=\d)(?:\d{{1,2}}(?:st|nd|rd|th)? (?:{'|'.join(MONTHS)}),? \d{{4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}/\d{{1,2}}/\d{{4}})\b",
    re.IGNORECASE,
)
"""A day in full: `12 March 2026`, `2026-03-12`, `12/03/2026`."""


class _Contradiction(NamedTuple):
    """What the title says, the field that contradicts it, and what that field says."""

    said: str
    key: str
    recorded: str


@rule("GR334", Severity.WARNING)
def title_against_entry(context: RuleContext) -> Iterator[Problem]:
    """A title names another level or frequency than the entry.

    Lists show the title beside these fields, and readers don't know which of the two to believe.

    Wrong:

        meetings/tasking-group.yaml
        title: Strategic Tasking Group
        lead: constabulary
        level: operational

    Right:

        meetings/tasking-group.yaml
        title: Strategic Tasking Group
        lead: constabulary
        level: strategic
    """
    for meeting in context.register.meetings.values():
        for found in (_level(meeting), _frequency(context, meeting)):
            if found is not None:
                related = ((in_meeting(meeting.id, found.key), "recorded here"),)
                message = f"The title says “{found.said}”, but {found.recorded}."
                yield Problem(in_meeting(meeting.id, "title"), message, "Correct whichever is wrong.", related)


@rule("GR338", Severity.WARNING)
def title_of_one_day(context: RuleContext) -> Iterator[Problem]:
    """A title names a day.

    An entry is a standing meeting, not what took place on one day. The day belongs in `last_met` or `next_meets`, or in the
    name of the minutes' file.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee 12 March 2026
        lead: opcc

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        last_met: 2026-03-12
    """
    for meeting in context.register.meetings.values():
        found = _DAY.search(meeting.title)
        if found is not None:
            hint = "Leave the day out. Record it as `last_met` or `next_meets`, or add minutes of that day."
            yield Problem(in_meeting(meeting.id, "title"), f"The title names a day, “{found.group()}”.", hint)


def _level(meeting: Meeting) -> _Contradiction | None:
    said = _LEVEL.findall(meeting.title.lower()) if meeting.level is not None else []
    return _Contradiction(said[0], "level", f"`level` is {meeting.level}") if said and meeting.level not in said else None


def _frequency(context: RuleContext, meeting: Meeting) -> _Contradiction | None:
    word = _HOW_OFTEN.match(meeting.title) if "meeting" in meeting.title.lower() else None
    counted = context.counts[meeting.id]
    if word is None or counted.per_year is None or counted.certainty != Certainty.EXACT:
        return None
    said = understand(word[1])
    if said.per_year in (None, counted.per_year) or said.certainty != Certainty.EXACT:
        return None
    return _Contradiction(word[1], "frequency", f"the frequency is {decimal(counted.per_year)} a year")


GOVERNANCE: tuple[RegisterRule, ...] = (title_against_entry, title_of_one_day)
