"""Everything that is wrong with a register: what the readers of its files and minutes found, and what the rules find."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from govreg.diagnostics import syntax
from govreg.diagnostics.finding import Finding, Severity
from govreg.model.minutes import Minutes
from govreg.model.register import Register
from govreg.rules.context import RuleContext
from govreg.rules.run import limit_problems, placed, problems, problems_of_drafts, run
from govreg.session.load import LoadedRegister
from govreg.storage.redaction import shown_finding, shown_line
from govreg.storage.source_map import SourceMap

MOST = 100
"""The most errors of one file that are shown, and the most warnings."""


@dataclass(frozen=True)
class CheckResult:
    """What came of inspecting a register."""

    findings: tuple[Finding, ...]
    """Sorted by file, line, column and code; of a file with a great many, the first."""
    minutes: Mapping[str, Minutes]
    sources: SourceMap
    """The texts of the register's files and of its minutes."""
    register: Register
    unread_minutes: tuple[str, ...]
    """The files of minutes with an error in them."""

    def line(self, file: str, number: int) -> str | None:
        """Line `number`, counted from 1, of `file` as it may be shown: without the names of persons; None if there is none."""
        line = self.sources.line(file, number)
        return shown_line(file, self.sources.texts[file], number, line, self.register.names_an_entry) if line is not None else None


def check_register(loaded: LoadedRegister) -> CheckResult:
    """Look for everything that is wrong with the register; for an audience that may not see it all, see `findings_for_audience`."""
    reading = loaded.result
    sittings = loaded.all_minutes
    sources = reading.sources.joined(sittings.sources)
    subject = RuleContext(reading.register, loaded.today, sittings.minutes)
    limited = limit_problems(problems(subject))
    found = {*reading.findings, *sittings.findings, *placed(limited.kept, sources.locate)}
    more = Counter(limited.more)
    if reading.drafts or sittings.drafts:
        limited = limit_problems(problems_of_drafts(subject, reading.drafts, sittings.drafts))
        found.update(placed(limited.kept, sources.locate))
        more.update(limited.more)
    told = (shown_finding(one, sources.texts.get(one.file), reading.register.names_an_entry) for one in limit_findings(found, more))
    return CheckResult(tuple(told), sittings.minutes, sources, reading.register, sittings.unread)


def findings_for_audience(loaded: LoadedRegister) -> tuple[Finding, ...]:
    """What is wrong with the register, as far as its audience may know.

    Outsiders get what the rules find in all of the register and would also find in the part that they may see: so it is
    true, and speaks of nothing else. What the reader says of a file may quote any part of it, and is left out.
    """
    everything = check_register(loaded).findings
    if loaded.audience.is_internal:
        return everything
    seen = loaded.minutes
    sources = loaded.result.sources.joined(loaded.all_minutes.sources)
    sources = SourceMap(sources.texts, {**sources.origins, **loaded.positions, **seen.positions})
    names = loaded.result.register.names_an_entry
    found = run(RuleContext(loaded.register, loaded.today, seen.minutes), sources.locate)
    also_found = {_without_fix(shown_finding(one, sources.texts.get(one.file), names)) for one in found}
    return tuple(one for one in everything if _without_fix(one) in also_found)


def _without_fix(finding: Finding) -> Finding:
    """`finding` without the way to the value, which is another where items before it are left out."""
    return finding._replace(fix=None)


def limit_findings(findings: Iterable[Finding], counted: Mapping[tuple[str, Severity], int] = MappingProxyType({})) -> tuple[Finding, ...]:
    """`findings` by file, line, column and code: of each file the first errors and the first warnings, so that neither hide the others.

    `counted` says how many more of each severity a file has that are only counted.
    """
    gathered: dict[tuple[str, Severity], list[Finding]] = {}
    for finding in findings:
        gathered.setdefault((finding.file, finding.severity), []).append(finding)
    limited: list[Finding] = []
    for (file, severity), found in gathered.items():
        found.sort(key=lambda one: one.order)
        limited += found[:MOST]
        rest = len(found[MOST:]) + counted.get((file, severity), 0)
        if rest:
            more = syntax.more_errors if severity is Severity.ERROR else syntax.more_warnings
            problem, last = more(rest), found[:MOST][-1]
            limited.append(Finding(more.code, severity, file, last.line, last.column, problem.message, problem.hint))
    return tuple(sorted(limited, key=lambda one: one.order))
