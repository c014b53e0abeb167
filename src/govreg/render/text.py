"""A report as text, for a terminal, a pipe or a file.

Nothing is cut: what doesn't fit goes on more lines. With colours, headings and kinds of findings have one each, and never
differ by colour alone; without, headings are underlined, and lines and bullets are plain ASCII.
"""

from collections.abc import Iterable, Iterator

from govreg.render.cells import caret_line, crop_line, width
from govreg.render.layout import Line, Span, Style, fields_lines, table_lines
from govreg.render.target import Target
from govreg.render.workflow_commands import disarmed
from govreg.render.wrap import fill, units, units_of_hint
from govreg.report import (
    BarChart,
    Block,
    BulletList,
    Command,
    Entry,
    Example,
    Fields,
    FindingBlock,
    Heading,
    Matrix,
    Paragraph,
    Report,
    Table,
)

_STYLES: dict[Style, str] = {
    "title": "bold underline",
    "heading": "bold",
    "label": "bold",
    "quiet": "dim",
    "command": "cyan",
    "error": "bold red",
    "warning": "yellow",
}
_INDENT = "    "
_LONGEST_SOURCE_LINE = 120
"""How many characters of a file's line are shown under a finding if lines may be of any length."""


def render(report: Report, target: Target) -> str:
    """`report` as text."""
    blocks = [list(_block(block, target)) for block in report.blocks]
    foot = [line for text in report.foot for line in _lines(units(text), target.width, "quiet")]
    written = ["\n".join(_written(line, colour=target.colour) for line in lines) for lines in (*blocks, foot) if lines]
    return disarmed("\n\n".join(text for text in written if text)) + "\n"


def _block(block: Block, target: Target) -> Iterator[Line]:
    columns = target.width
    match block:
        case Heading(text, level):
            yield from _heading(text, level, target)
        case Paragraph(text, quiet):
            yield from _lines(units(text), columns, "quiet" if quiet else "")
        case BulletList(items):
            for item in items:
                yield from _hanging("• " if target.colour else "- ", "  ", fill(units(item), columns and columns - 2))
        case Fields(rows):
            yield from fields_lines(rows, columns)
        case Entry(_, title, rows, level):
            yield from (*_heading(title, level, target), ())
            yield from fields_lines(rows, columns)
        case Example(text):
            yield from ((Span(f"{_INDENT}{line}"),) for line in text.splitlines())
        case Command(text, says):
            yield from _command(text, says, columns)
        case Table() | BarChart() | Matrix():
            yield from _table_or_chart(block, target)
        case FindingBlock():
            yield from _finding(block, columns)


def _heading(text: str, level: int, target: Target) -> Iterator[Line]:
    lines = fill(units(text), target.width)
    yield from ((Span(line, "title" if level == 1 else "heading"),) for line in lines)
    if not target.colour:
        yield (Span(("=" if level == 1 else "-") * max(map(width, lines))),)


def _table_or_chart(block: Table | BarChart | Matrix, target: Target) -> Iterator[Line]:
    """A table or a chart under its title; a matrix is a table."""
    table = block if isinstance(block, Table) else block.table
    if table.caption:
        yield from _lines(units(table.caption), target.width, "label")
    if isinstance(block, BarChart):
        from govreg.render.bars import ASCII, BLOCKS, bar_lines  # noqa: PLC0415 - few answers have a chart, and `list` must start fast

        yield from bar_lines(block, target.width, BLOCKS if target.colour else ASCII)
    else:
        yield from table_lines(table, target.width, "─" if target.colour else "-")


def _lines(parts: Iterable[str], columns: int | None, style: Style = "") -> Iterator[Line]:
    for line in fill(parts, columns):
        yield (Span(line, style),)


def _hanging(first: str, rest: str, lines: list[str], style: Style = "") -> Iterator[Line]:
    for number, line in enumerate(lines):
        yield (Span(rest if number else first), Span(line, style))


def _command(text: str, says: str, columns: int | None) -> Iterator[Line]:
    """A command after what it is for if both fit on a line, else below it: it is never broken."""
    command = Span(text, "command")
    lines = fill(units(f"{says}:"), columns) if says else []
    if lines and (columns is None or (len(lines) == 1 and width(lines[0]) + 1 + width(text) <= columns)):
        yield (Span(f"{lines[0]} "), command)
        return
    yield from ((Span(line),) for line in lines)
    yield (command,)


def _finding(finding: FindingBlock, columns: int | None) -> Iterator[Line]:
    """A finding: where, what, the line with a caret, and what to write instead."""
    called = f"{finding.severity} {finding.code}:"
    place, *others = fill([f"{finding.place}:", *called.split(), *units(finding.message)], columns)
    yield (Span(f"{finding.place}:", "heading"), *_marked(place.removeprefix(f"{finding.place}:"), called, finding.severity))
    yield from (_marked(line, called, finding.severity) for line in others)
    inner = columns and columns - len(_INDENT)
    if finding.line is not None and finding.column is not None:
        line, column = crop_line(finding.line, finding.column, inner or _LONGEST_SOURCE_LINE)
        yield (Span(f"{_INDENT}{line}"),)
        yield (Span(_INDENT), Span(caret_line(line, column), finding.severity))
    yield from _hanging(_INDENT, _INDENT, fill(units_of_hint(finding.hint), inner), "command")
    if finding.repeated:
        yield from _hanging(_INDENT, _INDENT, fill(units(finding.repeated), inner))
    for also in finding.also:
        yield from _hanging(_INDENT, _INDENT, fill(units(f"see {also}"), inner), "quiet")


def _marked(line: str, called: str, style: Style) -> Line:
    """`line` with what the finding is called in its colour."""
    before, found, after = line.partition(called)
    return (Span(before), Span(found, style), Span(after))


def _written(line: Line, *, colour: bool) -> str:
    text = "".join(_coloured(span) if colour and span.style and span.text.strip() else span.text for span in line)
    return text.rstrip()


def _coloured(span: Span) -> str:
    from rich.color import ColorSystem  # noqa: PLC0415 - rich is slow to load, and only colour needs it
    from rich.style import Style as RichStyle  # noqa: PLC0415

    return RichStyle.parse(_STYLES[span.style]).render(span.text, color_system=ColorSystem.STANDARD)
