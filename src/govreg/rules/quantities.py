"""Counts, durations, times and web addresses that are not valid (GR231 to GR235)."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from govreg.diagnostics.finding import Problem, Severity
from govreg.model.location import KeyPath, in_meeting, in_minutes
from govreg.model.names import shown
from govreg.rules.context import RuleContext
from govreg.rules.placeholders import says_nothing
from govreg.rules.rule import RegisterRule, rule

ERROR, WARNING = Severity.ERROR, Severity.WARNING

_DAYS_A_YEAR = 366

_UNIT = re.compile(
    r"(?:\d|\b)(?:h|hrs?|hours?|m|mins?|minutes?|days?|weeks?|pt\d+[hm]|mornings?|afternoons?|evenings?|noon|midday|[ap]\.?m)(?![a-z])"
)
_VARIES = re.compile(r"\bvar(?:y|ies|ied|iable)\b|\bas (?:required|needed|necessary)\b|\bdepend")
_CLOCK = re.compile(r"(?<![\d:.])(\d+)[:.](\d\d+)(?![\d:.])|(?<![\d:.£])(\d\d)(\d\d)(?=\s*(?:hrs?|hours?|h|to|-|–|$))")
_WITH_COLON = re.compile(r"\d+:\d+")
_TWELVE_HOURS = re.compile(r"(?<![\d:.])(\d+)(?:[:.]\d\d)?\s*[ap]\.?m\b")
_FROM_TO = re.compile(r"(\d{1,2})[:.]?(\d\d)\s*(?:to|until|till|-|–|—)\s*(\d{1,2})[:.]?(\d\d)(?:\s*(?:hrs?|hours?|h))?")
_PART_OF_DAY = re.compile(r"\d|\b(?:noon|midday|midnight|morning|afternoon|evening|lunchtime|all day)\b")


@rule("GR231", ERROR)
def count_of_zero(subject: RuleContext) -> Iterator[Problem]:
    """A frequency is zero meetings a year.

    A meeting that is never held has no frequency. Where it is not held in one area, leave that area out of `areas`.

    Wrong:

        register.yaml
        areas:
          bristol: {name: Bristol}
          somerset: {name: Somerset}
        meetings/local-meetings.yaml
        title: Local Meetings
        lead: opcc
        areas: [bristol, somerset]
        instances: per-area
        frequency: {text: Quarterly, exceptions: {somerset: 0}}

    Right:

        register.yaml
        areas:
          bristol: {name: Bristol}
          somerset: {name: Somerset}
        meetings/local-meetings.yaml
        title: Local Meetings
        lead: opcc
        areas: [bristol]
        instances: per-area
        frequency: Quarterly
    """
    for meeting in subject.register.meetings.values():
        frequency = meeting.frequency
        if frequency is None:
            continue
        if frequency.per_year == 0:
            hint = "Leave it out; if the meeting no longer meets, write `status: suspended` or `ended`."
            yield Problem(in_meeting(meeting.id, "frequency", "per_year"), "The meeting would be held zero times a year.", hint)
        for area, count in frequency.exceptions.items():
            if count == 0:
                place = in_meeting(meeting.id, "frequency", "exceptions", area)
                hint = f"If it is not held there, take “{shown(area)}” out of `areas` and of `exceptions`."
                yield Problem(place, f"The meeting would be held zero times a year in “{shown(area)}”.", hint)


@rule("GR232", WARNING)
def more_than_daily(subject: RuleContext) -> Iterator[Problem]:
    """A frequency is more than one meeting a day.

    Most often a year was typed where the number of meetings in a year belongs.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        frequency: {per_year: 2016}

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        frequency: {per_year: 4}
    """
    for meeting in subject.register.meetings.values():
        if meeting.frequency is None:
            continue
        counts: list[tuple[KeyPath, int | float]] = [(("per_year",), meeting.frequency.per_year or 0)]
        counts += [(("exceptions", area), count) for area, count in meeting.frequency.exceptions.items()]
        for path, count in counts:
            if count > _DAYS_A_YEAR:
                message = f"{count:g} meetings a year is more than one a day."
                yield Problem(in_meeting(meeting.id, "frequency", *path), message, "Write how many meetings there are in a year.")


@rule("GR233", WARNING)
def no_duration(subject: RuleContext) -> Iterator[Problem]:
    """A duration is not a length of time.

    `whatif` adds up hours, and can only do so where it knows how long a meeting lasts.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        duration: "2"

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        duration: 2h
    """
    for meeting in subject.register.meetings.values():
        text = meeting.duration
        if text is not None and not says_nothing(text) and not _is_duration(text.casefold()):
            hint = "Write hours or minutes: 2h, 1h30 or 90 minutes."
            yield Problem(in_meeting(meeting.id, "duration"), f"“{shown(text)}” is not a length of time.", hint)


@rule("GR234", WARNING)
def no_time(subject: RuleContext) -> Iterator[Problem]:
    """The time of a meeting is not a time of day, or it ends before it begins.

    Wrong:

        minutes/budget-committee/2018-04-04.yaml
        time: 17:00 to 13:00
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc

    Right:

        minutes/budget-committee/2018-04-04.yaml
        time: 13:00 to 17:00
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
    """
    for id_, minutes in subject.minutes.items():
        text = minutes.time
        if text is None or says_nothing(text):
            continue
        place = in_minutes(id_, ("time",))
        if not _is_time(text.casefold()):
            yield Problem(place, f"“{shown(text)}” is not a time of day.", "Write when it began and ended: 13:00 to 17:00.")
        elif _ends_first(text.casefold()):
            yield Problem(place, f"“{shown(text)}” ends before it begins.", "Write when it began, then when it ended: 13:00 to 17:00.")


@rule("GR235", ERROR)
def no_web_address(subject: RuleContext) -> Iterator[Problem]:
    """A `url` is not a web address.

    Published registers link to it, so it must begin with `https://` or `http://`. A path on a shared drive opens for
    nobody else; say where the paper is in a source's `reference`.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        terms_of_reference: {url: www.example.org/terms.pdf}

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        terms_of_reference: {url: "https://www.example.org/terms.pdf"}
    """
    for written in subject.written:
        if written.key.name == "url" and not says_nothing(written.text) and not _is_web_address(written.text):
            hint = "Write the whole address, as in https://www.example.org/terms.pdf, with %20 for a space."
            yield Problem(written.place, f"“{shown(written.text)}” is not a web address.", hint)


def _is_duration(text: str) -> bool:
    numbers = re.findall(r"\d+(?:\.\d+)?", text)
    if text.startswith(("-", "−")) or (numbers and not any(float(number) for number in numbers)):
        return False
    clock = _WITH_COLON.search(text)
    whole = clock is None or _is_clock(clock.group())
    return whole and (_UNIT.search(text) is not None or _VARIES.search(text) is not None or clock is not None)


def _is_clock(text: str) -> bool:
    """Whether every time in `text` that looks like a clock's is one."""
    hours = [(found[1] or found[3], found[2] or found[4]) for found in _CLOCK.finditer(text)]
    return all(int(hour) * 60 + int(minute) <= 24 * 60 and len(minute) == 2 and int(minute) < 60 for hour, minute in hours)  # noqa: PLR2004


def _is_time(text: str) -> bool:
    noon = all(int(found[1]) <= 12 for found in _TWELVE_HOURS.finditer(text))  # noqa: PLR2004 - hours on a clock's face
    return noon and _is_clock(text) and _PART_OF_DAY.search(text) is not None


def _ends_first(text: str) -> bool:
    """Whether a time of 24 hours runs backwards; from 9.30 to 1.00 doesn't, being an afternoon's."""
    found = _FROM_TO.fullmatch(text.strip())
    if found is None:
        return False
    begin, end = (int(found[1]), int(found[2])), (int(found[3]), int(found[4]))
    return end == begin or (end < begin and begin[0] > 12)  # noqa: PLR2004


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(host) and not any(character.isspace() for character in text)


RULES: tuple[RegisterRule, ...] = (
    count_of_zero,
    more_than_daily,
    no_duration,
    no_time,
    no_web_address,
)
