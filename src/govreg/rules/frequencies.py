"""Doubts about how often a meeting is held: two readings, none, a slip of the pen, a count that says otherwise (GR311 to GR313, GR318)."""

import json
import re
from collections.abc import Iterator
from fractions import Fraction

from govreg.analysis.meetings_per_year import yearly_count
from govreg.diagnostics.finding import Problem, Severity
from govreg.model.location import in_meeting
from govreg.model.meeting import Meeting
from govreg.model.names import shown
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule

WARNING = Severity.WARNING

_LONGEST = 300
"""The most characters of a phrase that a message says again."""

_SIGNS = re.compile(r"""[,\[\]{}:#&*!|>'"%@`]|^[-?\s]""")
"""Signs that mean something to YAML within braces."""


@rule("GR311", WARNING)
def frequency_ambiguous(subject: RuleContext) -> Iterator[Problem]:
    """A frequency can be read in two ways.

    “Bi-monthly” is every two months to one and twice a month to another. Until somebody settles it, the usual reading
    is counted. The source's own words can stay beside the count.

    Wrong:

        meetings/criminal-justice-board.yaml
        title: Criminal Justice Board
        lead: constabulary
        frequency: Bi monthly

    Right:

        meetings/criminal-justice-board.yaml
        title: Criminal Justice Board
        lead: constabulary
        frequency: {text: Bi monthly, per_year: 6}
    """
    for meeting in subject.register.meetings.values():
        understood = yearly_count(meeting, subject.register).understood
        if understood.certainty != "ambiguous" or not _uncounted(meeting):
            continue
        place = in_meeting(meeting.id, "frequency", "text")
        text = _phrase(meeting)
        if understood.readings:
            (usual, usual_count), (other, other_count) = understood.readings
            counted = f"; it is counted as {_number(understood.per_year)} a year" if understood.per_year else "; it is not counted"
            message = f"“{text}” can mean {usual} ({_number(usual_count)} a year) or {other} ({_number(other_count)} a year){counted}."
            hint = f"Write “{usual}” or “{other}”; to keep the source's words: {{text: {_quoted(text)}, per_year: {_number(usual_count)}}}."
        else:
            message = f"“{text}” is not sure: {understood.why}."
            count = _number(understood.per_year) if understood.per_year is not None else "…"
            hint = f"Ask, then write how often it meets; to keep the source's words: {{text: {_quoted(text)}, per_year: {count}}}."
        yield Problem(place, message, hint)


@rule("GR312", WARNING)
def frequency_unknown(subject: RuleContext) -> Iterator[Problem]:
    """A frequency is not understood.

    No number is guessed, so the meeting is missing from every sum. Words that say there is no fixed frequency, such as
    “as required” or “TBC”, are understood and not told of here.

    Wrong:

        meetings/contest-board.yaml
        title: Contest Board
        lead: constabulary
        frequency: Whenever the moon is full

    Right:

        meetings/contest-board.yaml
        title: Contest Board
        lead: constabulary
        frequency: {text: Whenever the moon is full, per_year: 12}
    """
    for meeting in subject.register.meetings.values():
        if not yearly_count(meeting, subject.register).understood.known and _uncounted(meeting):
            text = _phrase(meeting)
            hint = f"Write it plainly (“quarterly”, “four times a year”), or keep the words: {{text: {_quoted(text)}, per_year: …}}."
            yield Problem(in_meeting(meeting.id, "frequency", "text"), f"“{text}” is not understood as a frequency.", hint)


@rule("GR313", WARNING)
def frequency_mismatch(subject: RuleContext) -> Iterator[Problem]:
    """A frequency's words say another number than its count.

    The count wins in every sum; one of the two is out of date.

    Wrong:

        meetings/contest-board.yaml
        title: Contest Board
        lead: constabulary
        frequency: {text: Quarterly, per_year: 6}

    Right:

        meetings/contest-board.yaml
        title: Contest Board
        lead: constabulary
        frequency: {text: Every two months, per_year: 6}
    """
    for meeting in subject.register.meetings.values():
        if meeting.frequency is None:
            continue
        understood = yearly_count(meeting, subject.register).understood
        says = {understood.per_year, *(count for _, count in understood.readings)}
        counted = meeting.frequency.per_year
        if (
            counted is not None
            and understood.per_year is not None
            and not any(_fits(Fraction(str(counted)), said, understood.certainty) for said in says)
        ):
            message = (
                f"“{_phrase(meeting)}” says {_number(understood.per_year)} a year, but `per_year` says {_number(Fraction(str(counted)))}."
            )
            yield Problem(in_meeting(meeting.id, "frequency", "per_year"), message, "Put the one right that is wrong.")
        for area, count in meeting.frequency.exceptions.items():
            said = understood.exceptions.get(area)
            if said is not None and said != Fraction(str(count)):
                message = (
                    f"“{_phrase(meeting)}” says {_number(said)} a year for “{area}”, but `exceptions` says {_number(Fraction(str(count)))}."
                )
                yield Problem(in_meeting(meeting.id, "frequency", "exceptions", area), message, "Put the one right that is wrong.")


@rule("GR318", WARNING)
def frequency_misspelt(subject: RuleContext) -> Iterator[Problem]:
    """A frequency is misspelt.

    It is counted as what must be meant. The source's own spelling can stay beside the count.

    Wrong:

        meetings/contest-board.yaml
        title: Contest Board
        lead: constabulary
        frequency: Quartely

    Right:

        meetings/contest-board.yaml
        title: Contest Board
        lead: constabulary
        frequency: {text: Quartely, per_year: 4}
    """
    for meeting in subject.register.meetings.values():
        understood = yearly_count(meeting, subject.register).understood
        if not understood.misspellings or not _uncounted(meeting):
            continue
        text, (written, meant) = _phrase(meeting), understood.misspellings[0]
        counted = f", {_number(understood.per_year)} a year" if understood.per_year is not None else ""
        keep = f"; to keep the source's words: {{text: {_quoted(text)}, per_year: {_number(understood.per_year)}}}" if counted else ""
        whole = "" if text.casefold() == written else f" in “{text}”"
        message = f"“{written}”{whole} is taken for “{meant}”{counted}."
        yield Problem(in_meeting(meeting.id, "frequency", "text"), message, f"Write “{meant}”{keep}.")


def _uncounted(meeting: Meeting) -> bool:
    return meeting.frequency is not None and meeting.frequency.text is not None and meeting.frequency.per_year is None


def _phrase(meeting: Meeting) -> str:
    return shown(meeting.frequency.text or "", longest=_LONGEST) if meeting.frequency is not None else ""


def _quoted(text: str) -> str:
    """`text` as it may stand within braces of YAML."""
    return json.dumps(text, ensure_ascii=False) if _SIGNS.search(text) else text


def _number(count: Fraction | None) -> str:
    return f"{float(count or 0):.3g}"


def _fits(counted: Fraction, said: Fraction | None, certainty: str) -> bool:
    """Whether a count agrees with the words: to the nearest whole number, and above a floor."""
    if said is None:
        return False
    return abs(counted - said) < 1 or (certainty in ("at-least", "varies") and counted >= said)


RULES: tuple[RegisterRule, ...] = (
    frequency_ambiguous,
    frequency_unknown,
    frequency_mismatch,
    frequency_misspelt,
)
