"""Findings for GitHub Actions: annotations on the lines of a change, worst first, at most ten of a kind.

GitHub shows no more than ten errors and ten warnings of a step, so the rest is counted, and is in the step's summary.
The commands and their escapes: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from collections.abc import Iterator

from govreg.render.cells import cell_text
from govreg.render.markdown_text import markdown_text
from govreg.render.target import Target
from govreg.render.workflow_commands import disarmed
from govreg.report import Column, FindingBlock, Heading, Paragraph, Report, Table

MOST = 10
"""How many annotations of a kind GitHub shows of one step."""

LARGEST_SUMMARY = 1_000_000
"""The most bytes of a step's summary: a little less than the 1 MiB that GitHub accepts."""


def render(report: Report, _: Target) -> str:
    """The findings of `report` as annotations, then its summary."""
    lines = [line for severity in ("error", "warning") for line in _of_kind(report, severity)]
    return "\n".join([*lines, *(disarmed(paragraph.text) for paragraph in report.paragraphs)]) + "\n"


def step_summary(report: Report) -> str:
    """The findings of `report` as a table for the step's summary, worst first, as many as fit."""
    findings = sorted(report.findings, key=lambda finding: finding.severity)
    rows = [(finding.place, f"{finding.severity} {finding.code}", finding.message, finding.hint) for finding in findings]
    columns = tuple(Column(title) for title in ("Where", "What", "What is wrong", "What to write"))
    for count in _fewer(len(rows)):
        more = (
            [Paragraph(f"{len(rows) - count:,} more are not in this table: “govreg validate --format csv” lists all.")]
            if count < len(rows)
            else []
        )
        table = [Table(columns, tuple(rows[:count]))] if count else []
        text = markdown_text(Report((Heading("The register"), *report.paragraphs, *table, *more), data=dict, foot=report.foot))
        if len(text.encode()) <= LARGEST_SUMMARY:
            return text
    return ""


def _fewer(count: int) -> Iterator[int]:
    """`count`, then half of it, and so on to none."""
    while count:
        yield count
        count //= 2
    yield 0


def _of_kind(report: Report, severity: str) -> Iterator[str]:
    findings = [finding for finding in report.findings if finding.severity == severity]
    yield from (_annotation(finding) for finding in findings[:MOST])
    if len(findings) > MOST:
        more = len(findings) - MOST
        yield f"… and {more:,} more {severity}{'s' if more > 1 else ''}: see the step's summary."


def _annotation(finding: FindingBlock) -> str:
    place = {"file": finding.file, "line": finding.row, "col": finding.column, "title": f"{finding.code}: {finding.title}"}
    properties = ",".join(f"{name}={_property(cell_text(str(value)))}" for name, value in place.items() if value is not None)
    return f"::{finding.severity} {properties}::{_message(f'{finding.message} {finding.hint}')}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
