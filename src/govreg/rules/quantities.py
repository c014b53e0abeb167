"""Counts, durations, times and web addresses that aren't valid (GR231 to GR235)."""

import re
from collections.abc import Iterator
from fractions import Fraction
from urllib.parse import urlsplit

from govreg.diagnostics.finding import Problem, Severity
from govreg.model.durations import hours
from govreg.model.location import KeyPath, in_meeting, in_minutes
from govreg.model.names import decimal, shown
from govreg.model.placeholders import is_placeholder
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule

ERROR, WARNING = Severity.ERROR, Severity.WARNING

Number = int | float | Fraction

_DAYS_A_YEAR = 366
_HOURS_A_DAY = 24

_UNIT = re.compile(
    r"(?:\d|\b)(?:h|hrs?|hours?|m|mins?|minutes?|days?|weeks?|pt\d+[hm]|mornings?|afternoons?|evenings?|noon|midday|[ap]\.?m)(?![a-z])"
)
_VARIES = re.compile(r"\bvar(?:y|ies|ied|iable)\b|\bas (?:required|needed|necessary)\b|\bdepend")
_CLOCK = re.compile(r"(?<![\d:.])(\d+)(?::|\.(?=\d\d))(\d+)(?![\d:.])|(?<![\d:.£])(\d\d)(\d\d)(?=\s*(?:hrs?|hours?|h|to|-|–|$))")
_WITH_COLON = re.compile(r"\d+:\d+")
_TWELVE_HOURS = re.compile(r"(?<![\d:.])(\d+)(?:[:.]\d\d)?\s*[ap]\.?m\b")
_FROM_TO = re.compile(r"(\d{1,2})[:.]?(\d\d)\s*(?:to|until|till|-|–|—)\s*(\d{1,2})[:.]?(\d\d)(?:\s*(?:hrs?|hours?|h))?")
_PART_OF_DAY = re.compile(r"\d|\b(?:noon|midday|midnight|morning|afternoon|evening|lunchtime|all day)\b")


@rule("GR231", ERROR)
def zero_per_year(context: RuleContext) -> Iterator[Problem]:
    """A frequency is zero meetings a year.

    A meeting that is never held has no frequency. If it isn't held in an area, leave that area out of `areas`.

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
    for meeting in context.register.meetings.values():
        frequency = meeting.frequency
        if frequency is None:
            continue
        if frequency.per_year == 0:
            hint = "Remove `per_year`. If the meeting no longer meets, write `status: suspended` or `status: ended`."
            yield Problem(in_meeting(meeting.id, "frequency", "per_year"), "The meeting would be held zero times a year.", hint)
        for area, count in frequency.exceptions.items():
            if count == 0:
                place = in_meeting(meeting.id, "frequency", "exceptions", area)
                hint = f"If it isn't held there, remove “{shown(area)}” from `areas` and `exceptions`."
                yield Problem(place, f"The meeting would be held zero times a year in “{shown(area)}”.", hint)


@rule("GR232", WARNING)
def more_than_daily(context: RuleContext) -> Iterator[Problem]:
    """A frequency is more than one meeting a day.

    A year has probably been typed instead of the number of meetings a year.

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
    for meeting in context.register.meetings.values():
        if meeting.frequency is None:
            continue
        understood = context.counts[meeting.id].per_year or 0
        given = meeting.frequency.per_year
        counts: list[tuple[KeyPath, Number]] = [(("text",), understood)] if given is None else [(("per_year",), given)]
        counts += [(("exceptions", area), count) for area, count in meeting.frequency.exceptions.items()]
        for path, count in counts:
            if count > _DAYS_A_YEAR:
                message = f"{decimal(count)} meetings a year is more than one a day."
                yield Problem(in_meeting(meeting.id, "frequency", *path), message, "Write the number of meetings a year.")


@rule("GR233", WARNING)
def invalid_duration(context: RuleContext) -> Iterator[Problem]:
    """A duration is not a length of time, or is longer than a day.

    `whatif` adds up hours, so it needs to know how long a meeting lasts.

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
    for meeting in context.register.meetings.values():
        text = meeting.duration
        if text is None or is_placeholder(text):
            continue
        hint = "Write hours or minutes: 2h, 1h30 or 90 minutes."
        if not _is_duration(text.casefold()):
            yield Problem(in_meeting(meeting.id, "duration"), f"“{shown(text)}” is not a length of time.", hint)
        elif _ends_before_start(text.casefold()):
            yield Problem(in_meeting(meeting.id, "duration"), f"“{shown(text)}” ends before it begins.", hint)
        elif (lasts := hours(text)) is not None and lasts[1] > _HOURS_A_DAY:
            yield Problem(in_meeting(meeting.id, "duration"), f"“{shown(text)}” is longer than a day.", hint)


@rule("GR234", WARNING)
def invalid_time(context: RuleContext) -> Iterator[Problem]:
    """A meeting's time is not a time of day, or ends before it begins.

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
    for id_, minutes in context.minutes.items():
        text = minutes.time
        if text is None or is_placeholder(text):
            continue
        place = in_minutes(id_, ("time",))
        if not _is_time(text.casefold()):
            yield Problem(place, f"“{shown(text)}” is not a time of day.", "Write the start and the end: 13:00 to 17:00.")
        elif _ends_before_start(text.casefold()):
            yield Problem(place, f"“{shown(text)}” ends before it begins.", "Write the start, then the end: 13:00 to 17:00.")


@rule("GR235", ERROR)
def invalid_web_address(context: RuleContext) -> Iterator[Problem]:
    """A `url` is not a web address.

    A published register links to it, so it must begin with `https://` or `http://`. A path on a shared drive only works
    for those who have access: write it in a source's `reference` instead.

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
    for place, _, text in context.texts(_not_an_address, lambda key: key.name == "url"):
        hint = "Write the full address, such as https://www.example.org/terms.pdf, with %20 for each space."
        yield Problem(place, f"“{shown(text)}” is not a web address.", hint)


def _is_duration(text: str) -> bool:
    numbers = re.findall(r"\d+(?:\.\d+)?", text)
    if text.startswith(("-", "−")) or (numbers and not any(float(number) for number in numbers)):
        return False
    clock = _WITH_COLON.search(text)
    is_valid = clock is None or _is_clock(clock.group())
    return is_valid and (_UNIT.search(text) is not None or _VARIES.search(text) is not None or clock is not None)


def _is_clock(text: str) -> bool:
    """Whether every part of `text` that looks like a time on a clock is a valid one, up to 24:00."""
    hours = [(found[1] or found[3], found[2] or found[4]) for found in _CLOCK.finditer(text)]
    return all(int(hour) * 60 + int(minute) <= 24 * 60 and len(minute) == 2 and int(minute) < 60 for hour, minute in hours)  # noqa: PLR2004


def _is_time(text: str) -> bool:
    noon = all(int(found[1]) <= 12 for found in _TWELVE_HOURS.finditer(text))  # noqa: PLR2004 - hours on a clock's face
    return noon and _is_clock(text) and _PART_OF_DAY.search(text) is not None


def _ends_before_start(text: str) -> bool:
    """Whether a time on the 24-hour clock ends before it begins; 9.30 to 1.00 doesn't, since it ends in the afternoon."""
    found = _FROM_TO.fullmatch(text.strip())
    if found is None:
        return False
    begin, end = (int(found[1]), int(found[2])), (int(found[3]), int(found[4]))
    return end == begin or (end < begin and begin[0] > 12)  # noqa: PLR2004


def _not_an_address(text: str) -> str | None:
    """`text`, unless it is a web address or a placeholder."""
    return None if is_placeholder(text) or _is_web_address(text) else text


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(host) and not any(character.isspace() for character in text)


RULES: tuple[RegisterRule, ...] = (
    zero_per_year,
    more_than_daily,
    invalid_duration,
    invalid_time,
    invalid_web_address,
)
