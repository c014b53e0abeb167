"""Tables and labelled fields in lines of a given width.

A table whose words don't fit in its columns becomes one block per row, with the titles as labels; so does a table that
would be longer than these blocks, as its columns would be narrow and its rows tall.
"""

from collections.abc import Sequence
from typing import Literal

from govreg.render.cells import cell_text, padded, width
from govreg.render.wrap import fill, longest, units
from govreg.report import Cell, Column, Table
from govreg.values import dataclass

Style = Literal["", "title", "heading", "label", "quiet", "command", "error", "warning"]
"""The kind of a piece of text, which decides its colour."""

_GAP = 2
"""The spaces between two columns."""
_INDENT = "    "


@dataclass(frozen=True)
class Span:
    """A piece of a line."""

    text: str
    style: Style = ""


Line = tuple[Span, ...]


def table_lines(table: Table, columns: int | None, rule: str = "-") -> list[Line]:
    """The lines of `table`, at most `columns` wide if its words allow it; without a width, one line per row.

    The titles are underlined with `rule`.
    """
    titles = tuple(column.title for column in table.columns)
    rows = [tuple(cell_text(cell) for cell in row) for row in table.rows]
    widths = column_widths(table.columns, [titles, *rows], columns)
    if widths is None:
        return _blocks(titles, rows, columns)
    lines = _row(titles, widths, table.columns, "label")
    lines.append((Span((" " * _GAP).join(rule * each for each in widths)),))
    for row in rows:
        lines += _row(row, widths, table.columns)
    if columns is not None and any(len(fill(units(text), each)) > 1 for row in rows for text, each in zip(row, widths, strict=True)):
        blocks = _blocks(titles, rows, columns)
        return blocks if len(blocks) < len(lines) else lines
    return lines


def fields_lines(rows: Sequence[tuple[str, Cell]], columns: int | None) -> list[Line]:
    """Labels with their values beside them, or below where that takes fewer lines or the words don't fit."""
    texts = [(label, cell_text(cell)) for label, cell in rows]
    label_width = longest(label for label, _ in texts)
    if columns is None:
        return [line for label, text in texts for line in _beside(label, [text], label_width)]
    room = columns - label_width - _GAP
    parted = [(label, units(text)) for label, text in texts]
    beside = [line for label, parts in parted for line in _beside(label, fill(parts, room), label_width)]
    fits = all(longest(parts) <= room for _, parts in parted)
    below = [line for label, parts in parted for line in _below(label, fill(parts, columns - len(_INDENT)), columns)]
    return beside if fits and len(beside) <= len(below) else below


def column_widths(columns: Sequence[Column], rows: Sequence[tuple[str, ...]], total: int | None) -> list[int] | None:
    """How wide each column of `rows`, the titles first, is in `total` columns; None if its words don't fit.

    All are as wide as their widest cell if there is room. Otherwise each has its longest word, or its widest cell if it is
    not to be broken and there is room, and they share what is left.
    """
    natural = [max(width(row[index]) for row in rows) for index in range(len(columns))]
    if total is None or sum(natural) + _GAP * (len(natural) - 1) <= total:
        return natural
    room = total - _GAP * (len(natural) - 1)
    words = [max(longest(units(row[index])) for row in rows) for index in range(len(columns))]
    least = [natural[index] if column.whole else words[index] for index, column in enumerate(columns)]
    if sum(least) > room:
        least = words
    if sum(least) > room:
        return None
    widths, left = list(least), room - sum(least)
    needs = sorted((natural[index] - widths[index], index) for index in range(len(widths)))
    for place, (need, index) in enumerate(needs):  # the least needy first, so that short columns are not broken
        shares = sum(columns[other].share for _, other in needs[place:])
        given = max(0, min(need, left * columns[index].share // shares))
        widths[index] += given
        left -= given
    return widths


def _row(cells: tuple[str, ...], widths: Sequence[int], columns: Sequence[Column], style: Style = "") -> list[Line]:
    """A row of a table, with as many lines as its tallest cell."""
    filled = [fill(units(text), each) for text, each in zip(cells, widths, strict=True)]
    lines: list[Line] = []
    for number in range(max(map(len, filled))):
        texts = [texts[number] if number < len(texts) else "" for texts in filled]
        aligned = [padded(text, each, right=column.number) for text, each, column in zip(texts, widths, columns, strict=True)]
        lines.append((Span((" " * _GAP).join(aligned).rstrip(), style),))
    return lines


def _blocks(titles: tuple[str, ...], rows: Sequence[tuple[str, ...]], columns: int | None) -> list[Line]:
    """The rows of a table as fields, one after the other."""
    lines: list[Line] = []
    for row in rows:
        if lines:
            lines.append(())
        lines += fields_lines(tuple(zip(titles, row, strict=True)), columns)
    return lines


def _beside(label: str, texts: list[str], label_width: int) -> list[Line]:
    rest = " " * (label_width + _GAP)
    first = (Span(padded(label, label_width), "label"), Span((" " * _GAP) + texts[0]))
    return [first, *((Span(rest + text),) for text in texts[1:])]


def _below(label: str, texts: list[str], columns: int) -> list[Line]:
    labels: list[Line] = [(Span(line, "label"),) for line in fill(units(label), columns)] if label else []
    return [*labels, *((Span(_INDENT + text),) for text in texts)]
