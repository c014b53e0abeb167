"""Run every rule over a register: places become lines and columns, what is switched off is left out, all is sorted."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from govreg.diagnostics.finding import Finding, Problem, place_problem
from govreg.model.location import Location, Locator, in_minutes, meeting_file
from govreg.model.meeting import Meeting
from govreg.model.minutes import Minutes
from govreg.rules.catalogue import RULES
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule

_OF_GAPS = frozenset({"GR222", "GR242"})
"""The rules about what says nothing: in a draft, what was wrong is left out, and would look so."""


def run(subject: RuleContext, locate: Locator) -> tuple[Finding, ...]:
    """What the rules find in `subject`; `locate` says where a place is in its file."""
    off = subject.register.settings.findings_off
    return _run(subject, (rule for rule in RULES if not (rule.may_be_off and rule.code in off)), locate)


def run_on_drafts(
    subject: RuleContext, meetings: Mapping[str, Meeting], minutes: Mapping[str, Minutes], locate: Locator
) -> tuple[Finding, ...]:
    """What is wrong with the references in entries whose files have other mistakes, so that one run tells everything."""
    whole = replace(subject, register=subject.register.with_meetings(meetings), minutes={**subject.minutes, **minutes})
    files = {meeting_file(id_) for id_ in meetings} | {in_minutes(id_).file for id_ in minutes}
    found = _run(whole, (rule for rule in RULES if not rule.may_be_off and rule.code not in _OF_GAPS), locate)
    return tuple(finding for finding in found if finding.file in files)


def _run(subject: RuleContext, rules: Iterable[RegisterRule], locate: Locator) -> tuple[Finding, ...]:
    problems = [problem for rule in rules for problem in rule(subject)]
    problems.sort(key=_file)  # a file's places are looked up together, so that one is at hand at a time
    return tuple(sorted((place_problem(problem, "", locate) for problem in problems), key=lambda finding: finding.order))


def _file(problem: Problem) -> str:
    return problem.place.file if isinstance(problem.place, Location) else ""
