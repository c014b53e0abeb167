"""A form that came back, with an answer beside each of its rows: the partner's own workbook, otherwise as it was."""

import re
from collections.abc import Iterable
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from govreg.form import SheetAnswer
from govreg.render.xlsx import sheet_text

_COLUMNS = {"answer": ("Answer", 18), "details": ("Answer in full", 60)}
"""The columns of the answer by key: title and width."""
_FILLS = {
    "taken": PatternFill("solid", fgColor="D9EAD3"),
    "conflict": PatternFill("solid", fgColor="FCE5CD"),
    "not understood": PatternFill("solid", fgColor="F4CCCC"),
}
"""The colours of cells; the words beside them say the same."""
_READ_AS_CODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""The start of what Excel would read as a character's code, such as `_x0041_`; openpyxl writes it as it is."""


def answer_xlsx(content: bytes, answers: Iterable[SheetAnswer], *, macros: bool = False) -> bytes:
    """The workbook `content` with the `answers` in it; `macros` keeps those that it has, without running them."""
    book = load_workbook(BytesIO(content), keep_vba=macros)
    for answer in answers:
        if answer.sheet in book.sheetnames:
            _write(book[answer.sheet], answer)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _write(sheet: Worksheet, answer: SheetAnswer) -> None:
    behind = sheet.max_column + 1
    places = {}
    for key, (title, width) in _COLUMNS.items():
        if key in answer.columns:
            places[key] = answer.columns[key] + 1
        else:
            places[key], behind = behind, behind + 1
            sheet.column_dimensions[get_column_letter(places[key])].width = width
        if answer.titles > 1:
            _set(sheet.cell(answer.titles - 1, places[key]), key)
        head = sheet.cell(answer.titles, places[key])
        _set(head, title)
        head.font = Font(bold=True)
    for number, row in answer.rows.items():
        _set(sheet.cell(number, places["answer"]), row.result)
        _set(sheet.cell(number, places["details"]), row.details)
        for address, outcome in row.cells.items():
            if outcome in _FILLS:
                sheet[address].fill = _FILLS[outcome]


def _set(cell: Cell | MergedCell, text: str) -> None:
    """Write `text` into `cell` as text, whatever it looks like; one that is merged into another has no text of its own."""
    if isinstance(cell, MergedCell):
        return
    cell.value = _READ_AS_CODE.sub("_x005F_", sheet_text(text))
    cell.data_type = "s"
    cell.number_format = "@"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
