"""Runs every rule over a register, leaves out what it switches off, and turns locations into lines and columns."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace

from govreg.diagnostics.finding import MOST_SHOWN, Finding, Problem, Severity, place_problem
from govreg.model.location import Location, Locator, in_minutes, meeting_file
from govreg.model.meeting import Meeting
from govreg.model.minutes import Minutes
from govreg.rules import references
from govreg.rules.catalogue import RULES
from govreg.rules.context import RuleContext
from govreg.rules.rule import Found, worded
from govreg.values import dataclass

_OF_GAPS = frozenset({"GR222", "GR242"})
"""The rules about empty parts and placeholders: a draft leaves out invalid values, so they would report gaps that aren't there."""


@dataclass(frozen=True)
class LimitedProblems:
    """The first problems that each rule finds in a file, as no file shows more, and how many more there are."""

    kept: tuple[Problem, ...]
    more: Mapping[tuple[str, Severity], int]
    """How many more there are, by file and severity."""


CODES = frozenset(rule.code for rule in RULES)
"""The code of every rule that runs over a register."""

CORRECTED = frozenset(rule.code for rule in references.RULES)
"""The codes of the rules whose problems may have one right answer."""


def run(context: RuleContext, locate: Locator, codes: Container[str] = CODES) -> tuple[Finding, ...]:
    """The findings of the rules with `codes` in `context`; `locate` gives the line and column of a location."""
    return placed(problems(context, codes), locate)


def problems(context: RuleContext, codes: Container[str] = CODES) -> Iterator[Found]:
    """The problems that the rules with `codes` find in `context`, rule by rule, without the rules that the register switches off."""
    off = context.register.settings.findings_off
    rules = (rule for rule in RULES if rule.code in codes and not (rule.may_be_off and rule.code in off))
    return (problem for rule in rules for problem in rule(context))


def problems_of_drafts(
    context: RuleContext, meetings: Mapping[str, Meeting], minutes: Mapping[str, Minutes], codes: Container[str] = CODES
) -> Iterator[Found]:
    """The problems of references in entries whose files have other mistakes, so that one run shows everything."""
    with_drafts = replace(context, register=context.register.with_meetings(meetings), minutes={**context.minutes, **minutes})
    files = {meeting_file(id_) for id_ in meetings} | {in_minutes(id_).file for id_ in minutes}
    rules = (rule for rule in RULES if rule.code in codes and not rule.may_be_off and rule.code not in _OF_GAPS)
    return (problem for rule in rules for problem in rule(with_drafts) if file_of(problem) in files)


def limit_problems(found: Iterable[Found]) -> LimitedProblems:
    """The first of `found` in each file and with each code, and how many more there are."""
    seen: Counter[tuple[str, str]] = Counter()
    more: Counter[tuple[str, Severity]] = Counter()
    kept: list[Problem] = []
    for one in found:
        group = file, _ = file_of(one), one.code
        room = MOST_SHOWN - seen[group]
        if isinstance(one, Problem):
            count = 1
            kept += (one,)[:room]
        else:
            count = len(one.items)
            kept += one.worded(one.items[:room])
        seen[group] += min(count, room)
        if count > room:
            more[file, one.severity] += count - room
    return LimitedProblems(tuple(kept), more)


def placed(found: Iterable[Found], locate: Locator) -> tuple[Finding, ...]:
    """`found` as findings with lines and columns, sorted."""
    placeable = tuple(worded(found))
    places = {
        place for problem in placeable for place in (problem.place, *(other for other, _ in problem.related)) if isinstance(place, Location)
    }
    # file by file, so that each is parsed for positions only once, also where problems of many files concern it
    positions = {place: locate(place) for place in sorted(places, key=lambda place: place.file)}
    return tuple(sorted((place_problem(problem, "", positions.__getitem__) for problem in placeable), key=lambda finding: finding.order))


def file_of(found: Found) -> str:
    """The file that was `found` to have a problem, or problems; empty where that isn't known."""
    if isinstance(found, Problem):
        return found.place.file if isinstance(found.place, Location) else ""
    return found.file
