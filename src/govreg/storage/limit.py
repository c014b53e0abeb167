"""Of a file with a great many mistakes, the first are told: errors and warnings each on their own, so that none hides another."""

from collections.abc import Iterable

from govreg.diagnostics import syntax
from govreg.diagnostics.finding import Finding, Severity

MOST = 100
"""How many errors of one file are told, and how many warnings."""


def limit_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """`findings` by file, line, column and code; of each file no more than the first errors and the first warnings."""
    gathered: dict[tuple[str, Severity], list[Finding]] = {}
    for finding in findings:
        gathered.setdefault((finding.file, finding.severity), []).append(finding)
    told: list[Finding] = []
    for (file, severity), found in gathered.items():
        found.sort(key=lambda one: one.order)
        told += found[:MOST]
        if len(found) > MOST:
            more = syntax.more_errors if severity is Severity.ERROR else syntax.more_warnings
            wording, last = more(len(found) - MOST), found[MOST - 1]
            told.append(Finding(more.code, severity, file, last.line, last.column, wording.message, wording.hint))
    return tuple(sorted(told, key=lambda one: one.order))
