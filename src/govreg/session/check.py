"""Everything that is wrong with a register: what its reader told, what its minutes told, and what the rules find."""

from collections.abc import Mapping
from dataclasses import dataclass

from govreg.diagnostics.finding import Finding
from govreg.model.minutes import Minutes
from govreg.rules.context import RuleContext
from govreg.rules.run import run, run_on_drafts
from govreg.session.load import LoadedRegister
from govreg.storage.limit import limit_findings
from govreg.storage.minutes_reader import read_minutes
from govreg.storage.source_map import SourceMap


@dataclass(frozen=True)
class CheckResult:
    """What came of inspecting a register."""

    findings: tuple[Finding, ...]
    """Sorted by file, line, column and code; of a file with a great many, the first."""
    minutes: Mapping[str, Minutes]
    sources: SourceMap
    """The texts of the register's files and of its minutes."""
    unread_minutes: tuple[str, ...]
    """The files of minutes with an error in them."""


def check_register(loaded: LoadedRegister) -> CheckResult:
    """Look for everything that is wrong with the register."""
    reading = loaded.result
    sittings = read_minutes(loaded.tree)
    sources = reading.sources.joined(sittings.sources)
    subject = RuleContext(reading.register, loaded.today, sittings.minutes)
    found = {*reading.findings, *sittings.findings, *run(subject, sources.locate)}
    if reading.drafts or sittings.drafts:
        found.update(run_on_drafts(subject, reading.drafts, sittings.drafts, sources.locate))
    return CheckResult(limit_findings(found), sittings.minutes, sources, sittings.unread)
