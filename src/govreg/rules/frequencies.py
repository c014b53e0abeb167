"""Frequencies that are ambiguous, not understood or misspelt, or that contradict their count (GR311 to GR313, GR318)."""

import json
import re
from collections.abc import Iterator
from fractions import Fraction

from govreg.diagnostics.finding import Problem, Severity
from govreg.model.location import in_meeting
from govreg.model.meeting import Meeting
from govreg.model.names import decimal, shown
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule

WARNING = Severity.WARNING

_LONGEST = 300
"""The most characters of a phrase that a message quotes."""

_SIGNS = re.compile(r"""[,\[\]{}:#&*!|>'"%@`]|^[-?\s]""")
"""Characters with a special meaning in YAML between braces (https://yaml.org/spec/1.2.2/#53-indicator-characters)."""


@rule("GR311", WARNING)
def frequency_ambiguous(context: RuleContext) -> Iterator[Problem]:
    """A frequency can be read in two ways.

    “Bi-monthly” means every two months to some readers and twice a month to others. Until the frequency is clarified,
    the usual reading is counted. You can keep the source's own words beside the count.

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
    for meeting in context.register.meetings.values():
        understood = context.counts[meeting.id].understood
        if understood.certainty != "ambiguous" or not _uncounted(meeting):
            continue
        place = in_meeting(meeting.id, "frequency", "text")
        text = _phrase(meeting)
        if understood.readings:
            (usual, usual_count), (other, other_count) = understood.readings
            counted = f"; it is counted as {_number(understood.per_year)} a year" if understood.per_year else "; it is not counted"
            message = f"“{text}” can mean {usual} ({_number(usual_count)} a year) or {other} ({_number(other_count)} a year){counted}."
            keep = f"“govreg set {meeting.id} frequency.per_year {_number(usual_count)}”"
            in_file = f"{{text: {_quoted(text)}, per_year: {_number(usual_count)}}}"
            hint = f"Write “{usual}” or “{other}”. To keep the source's words, add the number: {keep}, or in the file {in_file}."
        else:
            message = f"“{text}” is uncertain: {understood.why}."
            count = _number(understood.per_year) if understood.per_year is not None else "…"
            hint = f"Ask how often it meets, then write that; to keep the source's words: {{text: {_quoted(text)}, per_year: {count}}}."
        yield Problem(place, message, hint)


@rule("GR312", WARNING)
def frequency_unknown(context: RuleContext) -> Iterator[Problem]:
    """A frequency can't be understood.

    govreg doesn't guess a number, so the meeting is missing from every total. Wording such as “as required” or “TBC” says
    that there is no fixed frequency: it is understood, and isn't reported here.

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
    for meeting in context.register.meetings.values():
        if not context.counts[meeting.id].understood.known and _uncounted(meeting):
            text = _phrase(meeting)
            hint = f"Write it more simply (“quarterly”, “four times a year”), or keep the words: {{text: {_quoted(text)}, per_year: …}}."
            yield Problem(in_meeting(meeting.id, "frequency", "text"), f"“{text}” can't be understood as a frequency.", hint)


@rule("GR313", WARNING)
def frequency_mismatch(context: RuleContext) -> Iterator[Problem]:
    """A frequency's wording and its count disagree.

    Totals use the count. One of the two is wrong or out of date.

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
    for meeting in context.register.meetings.values():
        if meeting.frequency is None:
            continue
        understood = context.counts[meeting.id].understood
        stated_counts = {understood.per_year, *(count for _, count in understood.readings)}
        counted = meeting.frequency.per_year
        if (
            counted is not None
            and understood.per_year is not None
            and not any(_fits(Fraction(str(counted)), stated, understood.certainty) for stated in stated_counts)
        ):
            message = (
                f"“{_phrase(meeting)}” means {_number(understood.per_year)} a year, but `per_year` is {_number(Fraction(str(counted)))}."
            )
            yield Problem(in_meeting(meeting.id, "frequency", "per_year"), message, "Correct whichever is wrong.")
        for area, count in meeting.frequency.exceptions.items():
            stated = understood.exceptions.get(area)
            if stated is not None and stated != Fraction(str(count)):
                phrase, listed = _phrase(meeting), _number(Fraction(str(count)))
                message = f"“{phrase}” means {_number(stated)} a year for “{area}”, but `exceptions` has {listed}."
                yield Problem(in_meeting(meeting.id, "frequency", "exceptions", area), message, "Correct whichever is wrong.")


@rule("GR318", WARNING)
def frequency_misspelt(context: RuleContext) -> Iterator[Problem]:
    """A frequency is misspelt.

    The most likely meaning is counted. You can keep the source's own spelling beside the count.

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
    for meeting in context.register.meetings.values():
        understood = context.counts[meeting.id].understood
        if not understood.misspellings or not _uncounted(meeting):
            continue
        text, (written, meant) = _phrase(meeting), understood.misspellings[0]
        counted = f", {_number(understood.per_year)} a year" if understood.per_year is not None else ""
        keep = f"; to keep the source's words: {{text: {_quoted(text)}, per_year: {_number(understood.per_year)}}}" if counted else ""
        quoted = "" if text.casefold() == written else f" in “{text}”"
        message = f"“{written}”{quoted} is read as “{meant}”{counted}."
        yield Problem(in_meeting(meeting.id, "frequency", "text"), message, f"Write “{meant}”{keep}.")


def _uncounted(meeting: Meeting) -> bool:
    return meeting.frequency is not None and meeting.frequency.text is not None and meeting.frequency.per_year is None


def _phrase(meeting: Meeting) -> str:
    return shown(meeting.frequency.text or "", longest=_LONGEST) if meeting.frequency is not None else ""


def _quoted(text: str) -> str:
    """`text` as a YAML value between braces, quoted where it needs to be."""
    return json.dumps(text, ensure_ascii=False) if _SIGNS.search(text) else text


def _number(count: Fraction | None) -> str:
    return decimal(count or 0)


def _fits(counted: Fraction, stated: Fraction | None, certainty: str) -> bool:
    """Whether a count agrees with the wording: they differ by less than one, or the wording gives only a minimum."""
    if stated is None:
        return False
    return abs(counted - stated) < 1 or (certainty in ("at-least", "varies") and counted >= stated)


RULES: tuple[RegisterRule, ...] = (
    frequency_ambiguous,
    frequency_unknown,
    frequency_mismatch,
    frequency_misspelt,
)
