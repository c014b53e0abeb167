"""A report as an Excel workbook: its prose on the first sheet, and a sheet for each table, with a row of titles to filter by.

Every text is written as text, so that none is a formula, a link or a number to Excel.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from types import MappingProxyType
from typing import Any, NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell_fast
from xlsxwriter.worksheet import CellStringTuple, Worksheet

from govreg.errors import GovregError
from govreg.render.cells import cell_text
from govreg.render.entries import gathered
from govreg.render.target import Target
from govreg.report import (
    BulletList,
    Cell,
    Change,
    Column,
    Command,
    Count,
    Date,
    Example,
    Fields,
    FindingBlock,
    Heading,
    Link,
    Paragraph,
    Percent,
    Report,
    Table,
)

CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook has no time zone
"""The creation date of a workbook whose report has no date: always the same, so that the same report gives the same bytes."""

LONGEST_TEXT = 32_767
"""The most characters that a cell of Excel holds, counted in units of UTF-16. This limit and the next three are Excel's:
https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3"""
_LONGEST_NAME = 31
"""The most characters in the name of a sheet."""
MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384

FIRST_DAY = date(1900, 3, 1)
"""The first day that spreadsheets agree on: Excel counts a 29 February 1900, which did not exist."""

_NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\s]+|_(?=x[0-9A-Fa-f]{4}_)")
"""What no name of a sheet may have; what reads as the code of a character, such as `_x0041_`, a spreadsheet would show as that."""
_NARROWEST, _WIDEST = 8, 60
"""The widths of columns, in characters; longer text is wrapped."""

Value = str | int | float | date | None
"""The value of one cell of a spreadsheet."""


_TEXT = {"text_wrap": True, "valign": "top"}
"""How a text is set, which is how a cell without a format of its own is: a sheet may have a million, and each format takes time."""


class _Sheet(Worksheet):  # type: ignore[misc] # XlsxWriter has no type hints
    """A sheet for a table, which may have a million texts without a format of their own: it writes each in one step.

    No row or column of it has a format. XlsxWriter writes the same but for `spans`, and takes twice as long over it.
    """

    write_text = Worksheet._write_string  # noqa: SLF001 - the public one looks in each of a million cells whether it has an `A1`

    def _calculate_spans(self) -> None:
        """Don't work out which columns each row spans, which a workbook needn't say."""

    def _write_cell(self, row: int, col: int, cell: Any) -> None:  # noqa: ANN401 - XlsxWriter doesn't give it a type
        if type(cell) is CellStringTuple and cell.format is None:
            self.fh.write(f'<c r="{xl_rowcol_to_cell_fast(row, col)}" t="s"><v>{cell.string}</v></c>')
        else:
            super()._write_cell(row, col, cell)


class _Formats(NamedTuple):
    title: Format
    heading: Format
    label: Format
    day: Format
    percent: Format
    number: Format


def render(report: Report, _: Target) -> bytes:
    """`report` as the bytes of a workbook."""
    report = report.with_tables
    content = BytesIO()
    report = replace(report, blocks=tuple(gathered(report.blocks)))
    created = datetime.fromisoformat(report.day) if report.day else CREATED
    book = new_workbook(content, report.title, report.author, created, cells=_TEXT)
    formats = _Formats(
        title=book.add_format({"bold": True, "bottom": 2, "bg_color": "#F3F2F1"}),
        heading=book.add_format({"bold": True, "font_size": 14, "text_wrap": False, "valign": "bottom"}),
        label=book.add_format({"bold": True}),
        day=book.add_format({"num_format": "d mmmm yyyy", "align": "left", "text_wrap": False}),
        percent=book.add_format({"num_format": "0%", "text_wrap": False}),
        number=book.add_format({"num_format": "General", "text_wrap": False}),
    )
    names = SheetNames()
    about = book.add_worksheet(names.take("About"))
    read, more = ([*_add_tables(book, formats, names, tables)] for tables in (_tables(report), _further_tables(report)))
    _write_lines(about, formats, [*_lines(report, read), *(_Line((name, _on(sheets))) for name, sheets in more), *_foot(report)])
    book.close()
    return content.getvalue()


def new_workbook(
    content: BytesIO,
    title: str,
    author: str = "",
    created: datetime = CREATED,
    *,
    row_by_row: bool = False,
    cells: Mapping[str, object] = MappingProxyType({}),
) -> Workbook:
    """A workbook to be written to `content`, in which every text stays text.

    `row_by_row` is for what may be large: its rows are written in order, from the top, and wait in temporary files rather than in memory.
    `cells` are the properties of every cell whose format doesn't say otherwise.
    """
    literal = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    options = {**literal, "constant_memory": row_by_row, "in_memory": not row_by_row, "default_format_properties": {**_FONT, **cells}}
    book = Workbook(content, options)
    book.set_properties({"title": sheet_text(title)[:255], "author": sheet_text(author)[:255], "created": created})
    return book


_FONT = {"font_name": "Calibri", "font_size": 11}
"""XlsxWriter's own, which other properties would replace."""


class SheetNames:
    """The names of a workbook's sheets: no two alike in any case."""

    def __init__(self) -> None:
        self._taken = {"history"}  # Excel keeps it for itself

    def take(self, wanted: str) -> str:
        """A name like `wanted` that Excel takes and no other sheet has."""
        plain = _NOT_IN_NAMES.sub(" ", sheet_text(wanted)).strip(" '") or "Table"
        name, number = _cut(plain, _LONGEST_NAME), 1
        while name.casefold() in self._taken:
            number += 1
            end = f" ({number})"
            name = _cut(plain, _LONGEST_NAME - len(end)) + end
        self._taken.add(name.casefold())
        return name


def sheet_text(text: str) -> str:
    """`text` as a cell of a spreadsheet can hold it: what XML has no character for as an escape, and no longer than a cell."""
    if text.isprintable() and len(text) <= LONGEST_TEXT // 2:  # so nearly all are, and there may be a million
        return text
    text = _NOT_IN_XML.sub(_escape, text.replace("\r\n", "\n"))
    if len(text) <= LONGEST_TEXT // 2 or _units(text) <= LONGEST_TEXT:
        return text
    note = f" … [cut here: the text has {len(text):,} characters]"
    return _within(text, LONGEST_TEXT - len(note)) + note


def _escape(found: re.Match[str]) -> str:
    return found.group().encode("unicode_escape").decode()


def _cut(text: str, longest: int) -> str:
    return text if _units(text) <= longest else _within(text, longest - 1).rstrip(" '") + "…"


def _within(text: str, units: int) -> str:
    """As much of the start of `text` as `units` of UTF-16 hold."""
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", errors="ignore")


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


_NamedTable = tuple[str, Table]
"""A table, and what to call its sheet."""
_SheetsOfTable = tuple[str, Sequence[str]]
"""The intended name of a table's sheet, and the sheets that it is on."""


def _tables(report: Report) -> Iterator[_NamedTable]:
    """The tables of `report` that people read."""
    heading = report.title
    for block in report.blocks:
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Table) and _is_list(block):
            yield block.caption or heading, block


def _is_list(table: Table) -> bool:
    """Whether `table` lists things, to filter and sort; without a title over its first column it sets labels beside texts."""
    return bool(table.columns[0].title) and not table.compares


def _further_tables(report: Report) -> Iterator[_NamedTable]:
    """The findings of `report`, and its table for spreadsheets."""
    if report.findings:
        yield "Findings", _findings_table(report.findings)
    if report.sheet is not None:
        yield "Data", report.sheet()


_FINDING_COLUMNS = ("Severity", "Code", "Meaning", "File", "Line", "Column", "Problem", "What to do", "See also")


def _findings_table(findings: Iterable[FindingBlock]) -> Table:
    rows = tuple(
        (one.severity, one.code, one.title, one.file, one.row, one.column, one.message, one.hint, "; ".join(one.also)) for one in findings
    )
    return Table(tuple(Column(title) for title in _FINDING_COLUMNS), rows)


def _add_tables(book: Workbook, formats: _Formats, names: SheetNames, tables: Iterable[_NamedTable]) -> Iterator[_SheetsOfTable]:
    """Add each of `tables` to `book` on a sheet, or on as many as its rows need."""
    for wanted, table in tables:
        columns = [*_spread(table)]
        if len(columns) > MOST_COLUMNS:
            problem = f"“{wanted}” has {len(columns):,} columns, and Excel takes {MOST_COLUMNS:,}."
            raise GovregError(problem, "Use --format csv, or ask for less.")
        sheets = []
        for start in range(0, max(len(table.rows), 1), MOST_ROWS - 1):
            sheets.append(names.take(wanted))
            _write_table(book.add_worksheet(sheets[-1], _Sheet), formats, columns, start, min(len(table.rows), start + MOST_ROWS - 1))
        yield wanted, sheets


class _SheetColumn(NamedTuple):
    """A column of a sheet: its title, and its cells from the first row of the table to the last."""

    title: str
    values: Sequence[Value]
    percent: bool = False


def _spread(table: Table) -> Iterator[_SheetColumn]:
    """The columns of `table` as a spreadsheet has them: certainty and ids in columns of their own."""
    for place, column in enumerate(table.columns):
        cells = [row[place] for row in table.rows]
        types = {*map(type, cells)}
        yield _SheetColumn(sheet_text(column.title), [_value(cell) for cell in cells], Percent in types)
        if Count in types and any(isinstance(cell, Count) and cell.certainty != "exact" for cell in cells):
            yield _SheetColumn(sheet_text(f"{column.title} (certainty)"), [_certainty(cell) for cell in cells])
        if column.ids:
            yield _SheetColumn(sheet_text(column.ids), [_ids(cell) for cell in cells])


def sheet_cells(table: Table) -> Iterator[tuple[Value, ...]]:
    """The cells of `table` as a workbook has them, row by row."""
    return zip(*(column.values for column in _spread(table)), strict=True)


def _value(cell: Cell) -> Value:
    match cell:  # what most cells are comes first
        case None | "" | ():
            return None
        case str():
            return sheet_text(cell)
        case Link():
            return sheet_text(cell.text)
        case bool():
            return cell_text(cell)
        case int():
            return cell
        case float():
            return round(cell, 3)
        case Change():
            return round(cell.value, 3)
        case Count():
            return None if cell.value is None else round(cell.value, 3)
        case Percent():
            return cell.share
        case Date():
            return day(cell.iso) or cell.text
        case tuple():
            return sheet_text("; ".join(cell_text(item) for item in cell))


def day(iso: str) -> date | None:
    """`iso` as a day; None if it is a month or a year, or a day that spreadsheets don't have."""
    try:
        found = date.fromisoformat(iso) if len(iso) == len("2016-11-10") else None
    except ValueError:
        return None
    return found if found is not None and found >= FIRST_DAY else None


def _certainty(cell: Cell) -> str | None:
    return cell.certainty.replace("-", " ") if isinstance(cell, Count) else None


def _ids(cell: Cell) -> str | None:
    if isinstance(cell, Link):
        return sheet_text(cell.id) or None
    return sheet_text("; ".join(one.id for one in cell if isinstance(one, Link))) or None if isinstance(cell, tuple) else None


def _write_table(sheet: _Sheet, formats: _Formats, columns: Sequence[_SheetColumn], start: int, end: int) -> None:
    """Write the rows `start` to `end` of `columns`, under their titles."""
    for place, column in enumerate(columns):
        values = column.values[start:end]
        sheet.set_column(place, place, _width(column.title, {*values}))
        sheet.write_string(0, place, column.title, formats.title)
        for row, value in enumerate(values, 1):
            match value:
                case None:
                    pass
                case str():
                    sheet.write_text(row, place, value)
                case date():
                    sheet.write_datetime(row, place, value, formats.day)
                case _:
                    sheet.write_number(row, place, value, formats.percent if column.percent else formats.number)
    last = (end - start, len(columns) - 1)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, *last)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{MOST_ROWS}"})
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


_A4 = 9
"""The number of the paper size in the file format."""


def _width(title: str, values: Iterable[Value]) -> int:
    """The width of a column: that of its longest line, within limits, with room for the filter's button beside the title."""
    longest = max(map(len, "\n".join(str(value) for value in values if value is not None).split("\n")))
    return max(_NARROWEST, min(_WIDEST, max(longest, len(title) + 2) + 1))


class _Line(NamedTuple):
    """A row of the first sheet: a label and what it says, from the first column on."""

    texts: tuple[str, ...] = ()
    heading: bool = False


def _write_lines(sheet: Worksheet, formats: _Formats, lines: Iterable[_Line]) -> None:
    """Write the first sheet."""
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 100)
    sheet.set_column(2, 25, _WIDEST)
    for row, line in enumerate(lines):
        for column, text in enumerate(line.texts):
            if text:
                style = None if column else formats.heading if line.heading else formats.label
                sheet.write_string(row, column, sheet_text(text), style)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{MOST_ROWS}"})
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)


def _lines(report: Report, read: Iterable[_SheetsOfTable]) -> Iterator[_Line]:
    """The parts of `report` besides its tables; each table is named with the sheets that it is on."""
    if not any(isinstance(block, Heading) and block.level == 1 for block in report.blocks):
        yield _Line((report.title,), heading=True)
    tables = iter(read)
    for block in report.blocks:
        match block:
            case Heading(text):
                yield from ([_Line()] if block.level > 1 else [])
                yield _Line((text,), heading=True)
            case Paragraph(text) | Example(text):
                yield _Line(("", text))
            case BulletList(items):
                yield from (_Line(("", f"• {item}")) for item in items)
            case Fields(rows):
                yield from (_Line((label, cell_text(cell))) for label, cell in rows)
            case Command(text, says):
                yield _Line((says, text))
            case Table() if _is_list(block):
                yield _Line(("", _on(next(tables)[1])))
            case Table(columns, rows):
                yield _Line(tuple(column.title for column in columns))
                yield from (_Line(tuple(cell_text(cell, nothing="") for cell in row)) for row in rows)
            case FindingBlock():
                pass


def _foot(report: Report) -> Iterator[_Line]:
    if report.foot:
        yield _Line()
        yield from (_Line(("", line)) for line in report.foot)


def _on(sheets: Sequence[str]) -> str:
    return f"See the sheet{'s' if len(sheets) > 1 else ''} {', '.join(f'“{name}”' for name in sheets)}."
