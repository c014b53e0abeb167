"""A report as plain text, for pipes and files: every row on one line, nothing cut, no colour."""

from collections.abc import Iterator

from govreg.render.cells import caret_line, cell_text, crop_line, padded, width
from govreg.render.workflow_commands import disarmed
from govreg.report import Block, BulletList, Command, Example, Fields, FindingBlock, Heading, Paragraph, Report, Table

_LONGEST_LINE = 120


def plain(report: Report) -> str:
    """`report` as plain text."""
    pieces = ["\n".join(_block(block)) for block in report.blocks]
    if report.foot:
        pieces.append("\n".join(report.foot))
    return disarmed("\n\n".join(piece for piece in pieces if piece)) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(text, level):
            yield text
            yield ("=" if level == 1 else "-") * width(text)
        case Paragraph(text):
            yield text
        case BulletList(items):
            yield from (f"- {item}" for item in items)
        case Fields(rows):
            widest = max((width(label) for label, _ in rows), default=0)
            yield from (f"{padded(label, widest)}  {cell_text(cell)}".rstrip() for label, cell in rows)
        case Example(text):
            yield from (f"    {line}".rstrip() for line in text.splitlines())
        case Command(text, says):
            yield f"{says}: {text}" if says else text
        case Table():
            yield from _table(block)
        case FindingBlock():
            yield from mark(block)


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield table.caption
    rows = [tuple(cell_text(cell) for cell in row) for row in table.rows]
    titles = tuple(column.title for column in table.columns)
    widths = [max(width(row[index]) for row in (titles, *rows)) for index in range(len(titles))]
    for row in (titles, tuple("-" * columns for columns in widths), *rows):
        cells = zip(row, widths, table.columns, strict=True)
        yield "  ".join(padded(text, columns, right=column.number) for text, columns, column in cells).rstrip()


def mark(finding: FindingBlock) -> Iterator[str]:
    """A finding: where, what, the line with a caret, and what to write instead."""
    yield f"{finding.place}: {finding.severity} {finding.code}: {finding.message}"
    if finding.line is not None and finding.column is not None:
        line, column = crop_line(finding.line, finding.column, _LONGEST_LINE)
        yield f"    {line}"
        yield f"    {caret_line(line, column)}"
    yield f"    {finding.hint}"
    yield from (f"    see {also}" for also in finding.also)
