"""The report of `govreg validate`: each finding with its line and a caret, and the total."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, overload

from govreg.diagnostics.finding import Finding, Severity
from govreg.model.location import MINUTES, meeting_file, meeting_in
from govreg.model.names import and_more, listed, many
from govreg.model.register import Register
from govreg.report import Cell, Column, FindingBlock, LazyBlocks, Paragraph, Report, Table
from govreg.values import dataclass
from govreg.views import terms
from govreg.views.gaps import gap_sentence
from govreg.views.repeats import by_reason

_MOST_PLACES = 3

LineOf = Callable[[str, int], str | None]
"""A function that gives a line of a file, without people's names."""


@dataclass(frozen=True)
class FindingsResult:
    """The findings, what was checked, and how to refer to it."""

    findings: tuple[Finding, ...]
    files: tuple[str, ...]
    """The selected files; empty for the whole register."""
    folder: str
    """The register's folder, as a prefix of the locations shown."""
    titles: Mapping[str, str]
    """The title of each code."""
    base: str | None = None
    """The git revision since which the findings are new; None if all are shown."""


def findings(inspected: FindingsResult, register: Register, as_at: str, line_of: LineOf) -> Report:
    """The report of `govreg validate`."""
    found = inspected.findings
    return Report(
        LazyBlocks(lambda: (*(_repeated(group, inspected, line_of) for group in by_reason(found)), Paragraph(_sum(inspected, register)))),
        data=lambda: {
            "errors": _count(found, Severity.ERROR),
            "warnings": _count(found, Severity.WARNING),
            "findings": [_data(one) for one in found],
        },
        sheet=lambda: _sheet(found),
        name="Findings",
        foot=tuple(_foot(inspected, register, as_at)),
    )


def _repeated(group: tuple[Finding, ...], inspected: FindingsResult, line_of: LineOf) -> FindingBlock:
    """The first of `group` with its line, and the others as its repeats."""
    first, *others = group
    line = line_of(first.file, first.line) if first.line is not None else None
    return replace(_block(first, inspected), line=line, repeats=_Repeats(others, inspected))


@dataclass(frozen=True)
class _Repeats(Sequence[FindingBlock]):
    """Findings as blocks, each of which is made when it is asked for: people are shown the first few of thousands, without their lines."""

    found: Sequence[Finding]
    inspected: FindingsResult

    def __len__(self) -> int:
        return len(self.found)

    @overload
    def __getitem__(self, index: int) -> FindingBlock: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[FindingBlock]: ...
    def __getitem__(self, index: int | slice) -> FindingBlock | Sequence[FindingBlock]:
        if isinstance(index, slice):
            return [_block(one, self.inspected) for one in self.found[index]]
        return _block(self.found[index], self.inspected)


def _block(finding: Finding, inspected: FindingsResult) -> FindingBlock:
    folder = inspected.folder
    return FindingBlock(
        f"{folder}{finding.file}",
        finding.line,
        finding.column,
        finding.severity.value,
        finding.code,
        inspected.titles.get(finding.code, ""),
        finding.message,
        finding.hint,
        also=tuple(
            f"{folder}{one.file}{f':{one.line}:{one.column}' if one.line is not None else ''}: {one.says}" for one in finding.related
        ),
    )


def _data(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "message": finding.message,
        "hint": finding.hint,
        "fixable": finding.fix is not None,
        "related": [{"file": one.file, "line": one.line, "column": one.column, "says": one.says} for one in finding.related],
    }


def _sheet(found: Iterable[Finding]) -> Table:
    columns = tuple(Column(title) for title in ("severity", "code", "file", "line", "column", "message", "hint"))
    rows: list[tuple[Cell, ...]] = [(one.severity.value, one.code, one.file, one.line, one.column, one.message, one.hint) for one in found]
    return Table(columns, tuple(rows))


def _sum(inspected: FindingsResult, register: Register) -> str:
    found = inspected.findings
    errors, warnings = _count(found, Severity.ERROR), _count(found, Severity.WARNING)
    read = many(len(register.meetings), "meeting")
    asked = listed([f"{inspected.folder}{file}" for file in inspected.files])
    unread = len(register.unread)
    left_out = f" and in {many(unread, 'file')} that {'is' if unread == 1 else 'are'} left out" if unread else ""
    where = f"in, or because of, {asked}" if asked else f"in {read}{left_out}"
    new, since = ("new ", f", compared with {inspected.base}") if inspected.base is not None else ("", "")
    if not found:
        return f"No {new}problems {where}{since}."
    counted = f"{many(errors, f'{new}error')} and {many(warnings, f'{new}warning')}"
    code = next((one.code for one in found if one.severity is Severity.ERROR), found[0].code)
    return f"{counted} {where}{since}. “govreg explain {code}” explains that code."


def _foot(inspected: FindingsResult, register: Register, as_at: str) -> Iterable[str]:
    asked = inspected.files
    gaps = gap_sentence([entry for entry in register.meetings.values() if not asked or meeting_file(entry.id) in asked])
    if gaps and inspected.base is None:
        yield gaps
    for code, reason in sorted(register.settings.findings_off.items()):
        yield f"{code} is switched off: {reason}"
    yield terms.under(register, as_at)[0]


def _count(found: Iterable[Finding], severity: Severity) -> int:
    """How many mistakes of `severity` are `found`, those that a finding only counts among them."""
    return sum(one.mistakes for one in found if one.severity is severity)


def issue_data(finding: Finding) -> dict[str, Any]:
    """A finding as an issue of the register, for machines."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "file": finding.file,
        "line": finding.line,
        "message": finding.message,
        "hint": finding.hint,
    }


def first_places(register: Register, group: Iterable[Finding]) -> str:
    """Where the findings of one reason are: the first places, and how many more."""
    places = list(dict.fromkeys(place_name(register, finding) for finding in group))
    return "; ".join(and_more(places[:_MOST_PLACES], len(places)))


def place_name(register: Register, finding: Finding) -> str:
    """The meeting that a finding is in, or its file."""
    id_ = meeting_in(finding.file)
    if id_ is None or id_ not in register.meetings:
        return finding.file
    title = terms.marked(register, id_)
    return f"{title}, minutes" if finding.file.startswith(f"{MINUTES}/") else title
