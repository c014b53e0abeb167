"""A form as an Excel workbook: every cell is text, choices are on a hidden sheet, and cells to fill in are never locked."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from itertools import zip_longest

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from govreg.errors import GovregError
from govreg.form import Form, FormColumn, FormSheet
from govreg.render.xlsx import MOST_ROWS, new_workbook, sheet_text

_SPARE = 1_000
"""How many rows below the last have drop-downs too, for new ones."""
_KEYS, _TITLES, _FIRST = 0, 1, 2
"""The rows of keys, which is hidden, of titles, and the first to fill in; sorting from the titles down leaves the keys alone."""
_LISTS = "Lists"
_LINE, _TALLEST = 15.0, 409.0
"""The height of a line, and the most that Excel takes for a row, in points."""
_NOTE = {"x_scale": 2.0, "y_scale": 1.2, "font_size": 10, "author": ""}


def form_xlsx(form: Form) -> bytes:
    """`form` as the bytes of a workbook; the same form gives the same bytes."""
    content = BytesIO()
    book = new_workbook(content, form.title, row_by_row=True)
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top", "locked": False})
    title = book.add_format({"num_format": "@", "bold": True, "text_wrap": True, "valign": "top", "bottom": 2, "bg_color": "#F3F2F1"})
    heading = book.add_format({"bold": True, "valign": "top", "text_wrap": True})
    sheets = [book.add_worksheet(sheet.name) for sheet in form.sheets]
    _write_help(book.add_worksheet("Help"), form, heading, book.add_format({"text_wrap": True, "valign": "top"}))
    sources = _write_lists(book, form.lists)
    for drawn, sheet in zip(sheets, form.sheets, strict=True):
        _write_sheet(drawn, sheet, sources, title, text)
    hidden = book.add_worksheet(form.hidden_name)
    for row, cells in enumerate(form.hidden_rows):
        for column, cell in enumerate(cells):
            if cell:
                hidden.write_string(row, column, cell, text)
    hidden.very_hidden()
    book.close()
    return content.getvalue()


def _write_help(sheet: Worksheet, form: Form, heading: object, text: object) -> None:
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 100)
    for row, (label, says) in enumerate(form.help):
        if label:
            sheet.write_string(row, 0, sheet_text(label), heading)
        if says:
            sheet.write_string(row, 1, sheet_text(says), text)
    sheet.protect("", {"select_locked_cells": True, "format_columns": True, "format_rows": True})


def _write_lists(book: Workbook, lists: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    """Write the choices to a hidden sheet, and give the range of each list."""
    sheet = book.add_worksheet(_LISTS)
    sheet.hide()
    sheet.protect("", {"select_locked_cells": True})
    for row, cells in enumerate(zip_longest(*((name, *choices) for name, choices in lists.items()), fillvalue="")):
        for column, cell in enumerate(cells):
            if cell:
                sheet.write_string(row, column, sheet_text(cell))
    letters = map(xl_col_to_name, range(len(lists)))
    return {
        name: f"={_LISTS}!${letter}$2:${letter}${max(len(choices), 1) + 1}"
        for letter, (name, choices) in zip(letters, lists.items(), strict=True)
    }


def _write_sheet(sheet: Worksheet, form: FormSheet, sources: Mapping[str, str], title: object, text: object) -> None:
    last = _FIRST + len(form.rows) + _SPARE - 1
    if last >= MOST_ROWS:
        raise GovregError(f"“{form.name}” has {len(form.rows):,} rows, more than a sheet holds.", "Ask for less, with --participant.")
    sheet.set_row(_KEYS, None, None, {"hidden": True})
    for place, column in enumerate(form.columns):
        sheet.set_column(place, place, column.width, text, {"hidden": column.hidden})
        sheet.write_string(_KEYS, place, column.key, text)
        if column.help:
            sheet.write_comment(_TITLES, place, column.help, _NOTE)
        if column.choices:
            sheet.data_validation(_FIRST, place, last, place, _validation(column, sources[column.choices]))
    for place, column in enumerate(form.columns):
        sheet.write_string(_TITLES, place, column.title, title)
    for row, cells in enumerate(form.rows, _FIRST):
        sheet.set_row(row, _height(form, cells))
        for place, cell in enumerate(cells):
            if cell:
                sheet.write_string(row, place, sheet_text(cell), text)
    sheet.freeze_panes(_FIRST, 1)
    sheet.autofilter(_TITLES, 0, max(_TITLES, _FIRST + len(form.rows) - 1), len(form.columns) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{MOST_ROWS}", "list_data_validation": f"A1:XFD{MOST_ROWS}"})
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.repeat_rows(_TITLES)
    sheet.repeat_columns(0)


def _height(form: FormSheet, cells: Sequence[str]) -> float:
    """The height of a row in points, for its longest cell, since some programs don't work it out."""
    needed = (
        sum(1 + len(line) // column.width for line in cell.split("\n"))
        for column, cell in zip(form.columns, cells, strict=True)
        if cell and not column.hidden
    )
    return min(_TALLEST, _LINE * max(needed, default=1))


def _validation(column: FormColumn, source: str) -> dict[str, object]:
    """A drop-down with the list at `source`, which asks about any other value or allows it."""
    asks = {
        "error_type": "warning",
        "error_title": "Not in the list",
        "error_message": f"“{column.title}” has a list to choose from.",
    }
    return {"validate": "list", "source": source, "ignore_blank": True, "show_error": column.only, **(asks if column.only else {})}
