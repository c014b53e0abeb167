"""A partners' sheet in a test: made from a register on the disk, changed as a person would, and imported again."""

import pickle
from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from editing import contents, write_register
from govreg.analysis.partner_sheet.merge import MergeResult
from govreg.analysis.selection import Filters, select
from govreg.importers.reader import read_document
from govreg.model.meeting import Visibility
from govreg.render.form_xlsx import form_xlsx
from govreg.session.load import audience_of, load_register
from govreg.session.partner_sheet import SheetImport, import_sheet, returned_sheet
from govreg.views.partner_sheet import partner_sheet

MEETINGS, SEATS = "Meetings", "Seats"
FIRST = 3
"""The number of the first row to fill in."""


def exported(register: Path, visibility: Visibility = "partners", *, people: bool = False) -> bytes:
    """The sheet of the register in this folder; made once for all tests with the same files, because it takes most of their time."""
    return _exported(tuple(contents(register).items()), visibility, people)


@cache
def _exported(files: tuple[tuple[str, bytes], ...], visibility: Visibility, people: bool) -> bytes:  # noqa: FBT001 - a key of the cache
    with TemporaryDirectory() as folder:
        return made(write_register(Path(folder), {name: content.decode() for name, content in files}), visibility, people=people)


def made(register: Path, visibility: Visibility = "partners", *, people: bool = False) -> bytes:
    """The sheet of the register in this folder, made now."""
    opened = load_register(register, None, audience_of(visibility, people=people))
    meetings = [row.meeting for row in select(opened.register, Filters()).rows]
    return form_xlsx(partner_sheet(opened.register, meetings, opened.audience, opened.as_at))


def keys(sheet: Worksheet) -> Mapping[str, int]:
    """The number of each column, by its key."""
    return {str(cell.value): cell.column or 0 for cell in sheet[1] if cell.value}


def row_of(sheet: Worksheet, text: str, key: str | None = None) -> int:
    """The number of the first row that says `text`, in the column `key` or in any."""
    column = keys(sheet)[key] if key else None
    return next(
        cell.row or 0 for row in sheet.iter_rows(min_row=FIRST) for cell in row if cell.value == text and column in (None, cell.column)
    )


def put(book: Workbook, sheet: str, row: str | int, key: str, value: Any) -> None:
    """Write `value` into the row that says `row`, or that number, in the column `key`."""
    drawn = book[sheet]
    number = row if isinstance(row, int) else row_of(drawn, row, "title")
    drawn.cell(number, keys(drawn)[key]).value = value


def new_row(book: Workbook, sheet: str, **cells: Any) -> int:
    """Write a new row below the last, and give its number; `chair__role` stands for `chair.role`."""
    number = book[sheet].max_row + 1
    for key, value in cells.items():
        put(book, sheet, number, key.replace("__", ".").rstrip("_"), value)
    return number


def changed(content: bytes, change: Callable[[Workbook], object]) -> bytes:
    """The workbook `content` as it is once a person made `change`."""
    book = pickle.loads(_opened(content))  # noqa: S301 - it was pickled here
    change(book)
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


@cache
def _opened(content: bytes) -> bytes:
    """The workbook `content` as openpyxl reads it, pickled: a tenth of the time that reading it again takes."""
    return pickle.dumps(load_workbook(BytesIO(content)))


def imported(register: Path, content: bytes, *, write: bool = True, answer: Path | None = None) -> MergeResult:
    """What comes of importing the workbook `content`."""
    file = register.parent / "returned.xlsx"
    file.write_bytes(content)
    sheet = returned_sheet(read_document(str(file)))
    assert sheet is not None
    return import_sheet(SheetImport(file, sheet, write=write, answer=answer), load_register(register))
