"""A report for a terminal: tables that fit its width, headings and findings that stand out; colour never alone."""

from io import StringIO

from rich import box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from govreg.render.cells import caret_line, cell_text, crop_line
from govreg.render.cells import width as cell_width
from govreg.render.workflow_commands import disarmed
from govreg.report import Block, BulletList, Cell, Command, Example, Fields, FindingBlock, Heading, Paragraph, Report, Table

_BETWEEN = 2
"""The columns that stand between two of a table."""

_COLOURS = {"error": "bold red", "warning": "yellow"}


def terminal(report: Report, width: int, *, colour: bool) -> str:
    """`report` for a terminal of `width` columns."""
    console = Console(
        file=StringIO(),
        width=width,
        force_terminal=True,
        color_system="standard" if colour else None,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    with console.capture() as captured:
        for index, block in enumerate(report.blocks):
            if index:
                console.print()
            for renderable in _block(block, width):
                console.print(renderable, soft_wrap=False)
        if report.foot:
            console.print()
        for line in report.foot:
            console.print(Text(line, style="dim" if colour else ""))
    return disarmed("\n".join(line.rstrip() for line in captured.get().splitlines())) + "\n"


def _block(block: Block, width: int) -> list[RenderableType]:
    match block:
        case Heading(text, level):
            return [Text(text, style="bold underline" if level == 1 else "bold")]
        case Paragraph(text, quiet):
            return [Text(text, style="dim" if quiet else "")]
        case BulletList(items):
            return [_hanging("•", item) for item in items]
        case Fields(rows):
            return [_facts(rows)]
        case Example(text):
            return [Padding(Text(text.rstrip("\n")), (0, 0, 0, 4))]
        case Command(text, says):
            return [Text.assemble(f"{says}: " if says else "", (text, "cyan"))]
        case Table():
            return [*([Text(block.caption, style="bold")] if block.caption else []), _table(block, width)]
        case FindingBlock():
            return _mark(block, width)


def _table(table: Table, width: int) -> RichTable:
    drawn = RichTable(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold", padding=(0, 1), collapse_padding=True)
    for column, columns in zip(table.columns, _widths(table, width), strict=True):
        drawn.add_column(Text(column.title), justify="right" if column.number else "left", width=columns, overflow="fold")
    for row in table.rows:
        drawn.add_row(*(Text(cell_text(cell)) for cell in row))
    return drawn


def _widths(table: Table, width: int) -> list[int]:
    """How wide each column is: as its cells are where they fit; else no word is broken that need not be.

    Every column gets its longest word, a whole one its longest cell if there is room, up to a limit that lets all columns
    fit; what is left is shared out.
    """
    cells = [[column.title, *(cell_text(row[index]) for row in table.rows)] for index, column in enumerate(table.columns)]
    natural = [max(map(cell_width, texts)) for texts in cells]
    room = width - _BETWEEN * (len(natural) - 1)
    if sum(natural) <= room:
        return natural
    words = [max(cell_width(word) for text in texts for word in text.split() or [""]) for texts in cells]
    longest = [natural[index] if column.whole else words[index] for index, column in enumerate(table.columns)]
    if sum(longest) > room:
        longest = words
    limit = max(longest)
    while limit > 1 and sum(min(word, limit) for word in longest) > room:
        limit -= 1
    widths = [min(word, limit) for word in longest]
    left = room - sum(widths)
    needs = sorted((natural[index] - widths[index], index) for index in range(len(widths)))
    for place, (need, index) in enumerate(needs):  # the least needy first, so that short columns are whole
        shares = sum(table.columns[other].share for _, other in needs[place:])
        given = max(0, min(need, left * table.columns[index].share // shares))
        widths[index] += given
        left -= given
    return widths


def _facts(rows: tuple[tuple[str, Cell], ...]) -> RichTable:
    drawn = RichTable.grid(padding=(0, 2))
    drawn.add_column(style="bold", no_wrap=True)
    drawn.add_column(overflow="fold")
    for label, cell in rows:
        drawn.add_row(Text(label), Text(cell_text(cell)))
    return drawn


def _hanging(bullet: str, item: str) -> RichTable:
    drawn = RichTable.grid(padding=(0, 1))
    drawn.add_column(no_wrap=True)
    drawn.add_column(overflow="fold")
    drawn.add_row(bullet, Text(item))
    return drawn


def _mark(finding: FindingBlock, width: int) -> list[RenderableType]:
    head = Text.assemble(
        (finding.place, "bold"), ": ", (f"{finding.severity} {finding.code}", _COLOURS[finding.severity]), f": {finding.message}"
    )
    lines: list[RenderableType] = [head]
    if finding.line is not None and finding.column is not None:
        line, column = crop_line(finding.line, finding.column, width - 6)
        lines.append(Padding(Text(line, no_wrap=True, overflow="crop"), (0, 0, 0, 4)))
        lines.append(Padding(Text(caret_line(line, column), style=_COLOURS[finding.severity], no_wrap=True), (0, 0, 0, 4)))
    lines.append(Padding(Text(finding.hint, style="cyan"), (0, 0, 0, 4)))
    lines += [Padding(Text(f"see {also}", style="dim"), (0, 0, 0, 4)) for also in finding.also]
    return lines
