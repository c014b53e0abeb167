"""Tables of a Word document: titles that repeat on each page, rows that stay in one piece, and a title and description to be read aloud.

Rows are built once, one after the other: python-docx's `table.cell` looks at the whole table for each cell.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from govreg.render.cells import cell_text, width
from govreg.render.docx.elements import paragraph, run, tag
from govreg.render.docx.styles import TABLE_TEXT, Styles
from govreg.report import BarChart, Cell, Change, Column, Count, Entry, Fields, Percent, Table

_TWIPS = 20
"""The twentieths of a point in a point."""
_CHARACTER = round(TABLE_TEXT * 0.56 * _TWIPS)
"""The width of a character in a table, in twips: a little more than the average of Arial."""
_PADDING = 3
"""The characters that the margins of a cell take, and a bold title beyond others."""
_MOST_COLUMNS = 6
"""How many columns a page upright has room for."""
_LONGEST_WORD = 30
"""The characters of a word that is broken rather than have a wide column: an address."""
_LABELS = 22
"""The most characters of a column of labels that are not broken."""
_LEANING = 0.7
"""How much of the spare width goes to columns with much text: at 0 all get the same, at 1 in proportion to their text."""
_SHORT = 2000
"""The characters of a table, or of a row, that is kept on one page: about two thirds of one."""
_FEW = 12
"""The rows of a table that is kept on one page."""


class _Row(NamedTuple):
    cells: tuple[tuple[str, ...], ...]
    """The paragraphs of each cell."""
    numbers: tuple[bool, ...]
    """Which cells are numbers, which are flush right."""
    labels: tuple[bool, ...]
    """Which cells are titles, of their column or their row."""
    repeated: bool = False
    """Whether it is repeated on each page."""


def is_wide(table: Table, room: int) -> bool:
    """Whether `table` needs a page on its side: its words don't fit in `room` twips, or it has many columns."""
    words = (max(map(_word, column)) + _PADDING for column in zip(*_texts(table), strict=True))
    return len(table.columns) > _MOST_COLUMNS or sum(words) > room / _CHARACTER


def table(block: Table, title: str, styles: Styles, room: int) -> str:
    """`block` as a table, `room` twips wide."""
    titles = tuple(column.title for column in block.columns)
    numbers = tuple(column.number or _counts(row[index] for row in block.rows) for index, column in enumerate(block.columns))
    head = _Row(tuple((title,) for title in titles), numbers, (True,) * len(titles), repeated=True)
    labels = (bool(titles[0]) and not numbers[0], *(False,) * (len(titles) - 1))
    texts = _texts(block)
    rows = [_Row(tuple((text,) for text in row), numbers, labels) for row in texts[1:]]
    widths = _shared(block.columns, texts, room)
    described = f"Columns: {', '.join(title for title in titles if title)}. Rows: {len(rows):,}."
    return _drawn([head, *rows], widths, styles, (block.caption or title, described))


def chart(block: BarChart, styles: Styles, room: int) -> str:
    """The labels and figures of a chart as a table."""
    rows = [_Row(((cell_text(bar.label),), (bar.text,)), (False, False), (True, False)) for bar in block.bars]
    head = _Row(((block.columns[0],), (block.columns[1],)), (False, False), (True, True), repeated=True)
    described = f"A bar for each figure, with the figure in words. Rows: {len(rows):,}."
    return _drawn([head, *rows], _label_widths([head, *rows], room), styles, (block.title, described))


def _counts(cells: Iterable[Cell]) -> bool:
    """Whether `cells` are counts, changes and shares, as far as anything is known."""
    known = [cell for cell in cells if cell is not None]
    return bool(known) and all(isinstance(cell, Change | Count | Percent) for cell in known)


def fields(block: Fields, title: str, styles: Styles, room: int) -> str:
    """Labels with their values, as a table of two columns; a value without a label belongs to the label above."""
    rows = list(_labelled(block.rows))
    return _drawn(
        rows, _label_widths(rows, room), styles, (title, f"Labels on the left, what each says on the right. Rows: {len(rows):,}.")
    )


def entry(block: Entry, styles: Styles, room: int) -> str:
    """An entry as one table, whose first row is its title: a heading, repeated on each page."""
    head = _Row(((block.label,), (block.title,)), (False, False), (True, True), repeated=True)
    rows = [head, *_labelled(block.rows)]
    heading = styles.headings[min(block.level, 7) - 2]
    described = f"{block.label}: {block.title}. Labels on the left, what each says on the right. Rows: {len(rows):,}."
    return _drawn(rows, _label_widths(rows, room), styles, (block.title, described), heading)


def _labelled(pairs: Sequence[tuple[str, Cell]]) -> Sequence[_Row]:
    rows: list[_Row] = []
    for label, cell in pairs:
        if label or not rows:
            rows.append(_Row(((label,), (cell_text(cell),)), (False, False), (True, False)))
        else:
            before = rows[-1]
            rows[-1] = before._replace(cells=(before.cells[0], (*before.cells[1], cell_text(cell))))
    return rows


def _texts(block: Table) -> list[tuple[str, ...]]:
    return [tuple(column.title for column in block.columns), *(tuple(cell_text(cell) for cell in row) for row in block.rows)]


def _shared(columns: Sequence[Column], texts: list[tuple[str, ...]], room: int) -> list[int]:
    """The width of each column in twips, together `room`.

    Each has its longest word, or its longest text where that is not to be broken; what is left goes to the columns with more
    text than that, more for more text, but no column takes it all.
    """
    cells = [[row[index] for row in texts] for index in range(len(columns))]
    least = [
        max(width(text) if column.whole else _word(text) for text in held) + _PADDING for column, held in zip(columns, cells, strict=True)
    ]
    if sum(least) > room / _CHARACTER:
        least = [max(map(_word, held)) + _PADDING for held in cells]
    spare = max(0, room / _CHARACTER - sum(least))
    wants = [
        sum(map(len, held)) ** _LEANING if max(map(width, held)) + _PADDING > low else 0.0 for low, held in zip(least, cells, strict=True)
    ]
    wants = wants if any(wants) else [float(not column.number) for column in columns]
    wants = wants if any(wants) else [1.0] * len(columns)
    shares = [low + spare * want / sum(wants) for low, want in zip(least, wants, strict=True)]
    twips = [int(room * share / sum(shares)) for share in shares]
    return [*twips[:-1], room - sum(twips[:-1])]


def _word(text: str) -> int:
    """The characters of the longest word of `text`, as far as it is not broken in the end."""
    return min(max(map(width, text.split()), default=1), _LONGEST_WORD)


def _label_widths(rows: Sequence[_Row], room: int) -> list[int]:
    longest = max((width(row.cells[0][0]) for row in rows), default=1)
    label = min(longest + 2, _LABELS + 2) * _CHARACTER
    return [label, room - label]


def _drawn(rows: Sequence[_Row], widths: Sequence[int], styles: Styles, caption: tuple[str, str], heading: str | None = None) -> str:
    """The table of `rows` and the gap after it; the last title of the first row is a heading where `heading` is its style."""
    grid = "".join(tag("gridCol", w=each) for each in widths)
    together = len(rows) <= _FEW and sum(len(text) for row in rows for cell in row.cells for text in cell) <= _SHORT
    cell_properties = [f"<w:tcPr>{tag('tcW', w=each, type='dxa')}</w:tcPr>" for each in widths]
    drawn = [f"<w:tbl>{_properties(sum(widths), styles, caption, has_head=rows[0].repeated)}<w:tblGrid>{grid}</w:tblGrid>"]
    for number, row in enumerate(rows):
        kept = row.repeated or (together and number < len(rows) - 1)
        drawn.append(f"<w:tr>{_row_properties(row)}")
        last = len(row.cells) - 1
        for index, (texts, is_number, is_label, properties) in enumerate(
            zip(row.cells, row.numbers, row.labels, cell_properties, strict=True)
        ):
            is_heading = heading is not None and row.repeated and index == last
            style = heading if heading is not None and is_heading else styles.label if is_label else styles.cell
            drawn.append(f"<w:tc>{properties}")
            drawn += (paragraph(run(text), style, keep_next=kept, right=is_number, close=is_heading) for text in texts)
            drawn.append("</w:tc>")
        drawn.append("</w:tr>")
    drawn.append(f"</w:tbl>{_GAP}")
    return "".join(drawn)


_GAP = f"<w:p><w:pPr>{tag('spacing', before=0, after=60, line=120, lineRule='exact')}</w:pPr></w:p>"


def _row_properties(row: _Row) -> str:
    parts = tag("cantSplit") if sum(len(text) for cell in row.cells for text in cell) <= _SHORT else ""
    if row.repeated:
        parts += tag("tblHeader")
    return f"<w:trPr>{parts}</w:trPr>" if parts else tag("trPr")


def _properties(room: int, styles: Styles, caption: tuple[str, str], *, has_head: bool) -> str:
    look = tag(
        "tblLook",
        val="0420" if has_head else "0400",
        firstRow=int(has_head),
        lastRow=0,
        firstColumn=0,
        lastColumn=0,
        noHBand=0,
        noVBand=1,
    )
    title, description = (" ".join(text.split()) for text in caption)
    parts = (
        tag("tblStyle", val=styles.table),
        tag("tblW", w=room, type="dxa"),
        tag("tblLayout", type="fixed"),
        look,
        tag("tblCaption", val=title),
        tag("tblDescription", val=description),
    )
    return f"<w:tblPr>{''.join(parts)}</w:tblPr>"
