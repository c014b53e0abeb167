"""Finds the meetings in a document."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from govreg.analysis.importing.assemble import OUTSIDE, Assembler
from govreg.analysis.importing.found import Found, Run
from govreg.analysis.importing.labels import Labels
from govreg.analysis.importing.lines import take_paragraph
from govreg.analysis.importing.tables import take_table
from govreg.model.document import Document, DocumentTable, Paragraph, TableCell, TableRow

ASIDE = "It is beside the text: a header, a footer, a note or a comment."
_PIPES = re.compile(r"\s*\|(.*)\|\s*")
_RULE = re.compile(r"[\s|:+-]*")
_NESTED = re.compile(r"(.+), table \d+")
_EMAIL_LINE = re.compile(r"[>*\s]*(?:from|sent|to|cc|bcc|date|subject|reply-to|importance|attachments?)\*?\s*:", re.IGNORECASE)
_FEW = 2


def find_meetings(document: Document, labels: Labels) -> Found:
    """The meetings that `document` describes, and the text in it that belongs to none."""
    assembler = Assembler()
    heads = email_heads(document.blocks)
    for block in with_pasted_tables(without_layout(document.blocks, labels), labels):
        if isinstance(block, DocumentTable):
            take_table(assembler, labels, block)
        elif block.place in heads:
            assembler.leave(Run(block.text, block.place), OUTSIDE)
        elif block.aside:
            assembler.leave(Run(block.text, block.place), ASIDE)
        else:
            take_paragraph(assembler, labels, block)
    return assembler.finish()


def email_heads(blocks: Sequence[Paragraph | DocumentTable]) -> frozenset[str]:
    """The places of the lines that say who wrote an e-mail to whom, when and about what: two or more of them, one after the other."""
    places: set[str] = set()
    here: list[str] = []
    for block in (*blocks, None):
        if isinstance(block, Paragraph) and _EMAIL_LINE.match(block.text) is not None:
            here.append(block.place)
            continue
        if len(here) >= _FEW:
            places.update(here)
        here = []
    return frozenset(places)


def without_layout(blocks: Sequence[Paragraph | DocumentTable], labels: Labels) -> list[Paragraph | DocumentTable]:
    """The blocks, with tables taken out of the tables that only lay out a page.

    A table within a cell that has labels comes after the outer table, with the text of the cell as its heading; one without labels
    becomes text of the cell.
    """
    nested: dict[str, list[DocumentTable]] = {}
    for block in blocks:
        if isinstance(block, DocumentTable) and (inner := _NESTED.fullmatch(block.place)) is not None:
            nested.setdefault(inner[1], []).append(block)
    found: list[Paragraph | DocumentTable] = []
    for block in blocks:
        if isinstance(block, DocumentTable):
            if _NESTED.fullmatch(block.place) is None:
                found += _unfolded(block, nested, labels)
        else:
            found.append(block)
    return found


def _unfolded(table: DocumentTable, nested: dict[str, list[DocumentTable]], labels: Labels) -> list[Paragraph | DocumentTable]:
    """`table` without the tables within it, and those after it."""
    after: list[Paragraph | DocumentTable] = []
    rows: list[TableRow] = []
    for row in table.rows:
        cells: list[tuple[int, TableCell]] = []
        for column, cell in row.cells:
            text = cell.text
            for inner in nested.pop(cell.place, ()):
                if _has_labels(inner, labels):
                    if text.strip():
                        after.append(Paragraph(text, cell.place, bold=True))
                    after += _unfolded(inner, nested, labels)
                    text = ""
                else:
                    text = "\n".join([text, *(", ".join(one.text for _, one in line.cells if one.text) for line in inner.rows)]).strip()
            cells.append((column, replace(cell, text=text)))
        rows.append(replace(row, cells=tuple(cells)))
    return [replace(table, rows=tuple(rows)), *after]


def _has_labels(table: DocumentTable, labels: Labels) -> bool:
    """Whether a table has labels in it, and so is more than a list."""
    keys = {labels.read(cell.text).key for row in table.rows for _, cell in row.cells} - {None}
    return len(keys) >= _FEW


def with_pasted_tables(blocks: Sequence[Paragraph | DocumentTable], labels: Labels) -> Iterator[Paragraph | DocumentTable]:
    """The blocks, with lines that were pasted from a table, and so have tabs or bars in them, as a table."""
    rows: list[TableRow] = []
    for block in (*blocks, None):
        cells = _cells(block) if isinstance(block, Paragraph) and block.level is None else []
        if block is not None and rows and cells:
            rows.append(_row(cells, block))
            continue
        if rows:
            yield DocumentTable(tuple(rows), rows[0].place)
            rows = []
        if block is not None and _is_header(labels, cells):
            rows.append(_row(cells, block))
        elif block is not None:
            yield block


def _cells(paragraph: Paragraph) -> list[str]:
    """The cells in a line of a pasted table; an empty list for any other line."""
    bars = _PIPES.fullmatch(paragraph.text)
    if bars is not None:
        return bars[1].split("|")
    return paragraph.text.split("\t") if "\t" in paragraph.text else []


def _is_header(labels: Labels, cells: Sequence[str]) -> bool:
    """Whether a line is the header of a table with one meeting per line."""
    keys = {labels.read(cell).key for cell in cells if cell.strip()} - {None}
    return len(keys) > 1 and len(cells) > 1 and len(keys) * _FEW >= sum(bool(cell.strip()) for cell in cells)


def _row(cells: Sequence[str], block: Paragraph | DocumentTable) -> TableRow:
    if all(_RULE.fullmatch(cell) for cell in cells):
        return TableRow((), block.place)
    return TableRow(tuple((column, TableCell(cell.strip(), block.place)) for column, cell in enumerate(cells)), block.place)
