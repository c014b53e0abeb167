"""The table of a report as CSV that spreadsheets open correctly: no cell is ever a formula."""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from io import StringIO
from itertools import chain, islice

from govreg.render.cells import cell_text
from govreg.render.target import Target
from govreg.render.workflow_commands import disarmed
from govreg.report import Cell, Change, Count, Date, Link, Report, SharedRows, Table

_END = "\r\n"
_AT_ONCE = 1_000
"""How many rows make one piece."""
_AT_HAND = 10_000
"""How many texts' fields are kept, as one id is in many rows."""

BYTE_ORDER_MARK = "\ufeff"
"""The beginning of a CSV file, by which Excel knows that it is UTF-8."""

_STARTS_FORMULA = frozenset("=+-−@|%")
"""The characters with which a formula, or a call of another program (DDE), begins."""
_STARTS_FIELD = frozenset("\t\r\n")
"""Characters that spreadsheets drop at the start of a cell, or read as the end of the one before."""
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?%?")
_BLANK_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that show nothing, but which Unicode doesn't class as white space."""


_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_RETYPED = re.compile(
    r"(?!\d{4}-\d\d-\d\d$)\d{1,4}[-/.:]\d{1,4}(?:[-/.:]\d{1,4})?"  # 2019-11, 2018/005, 1-2, 12:30
    rf"|(?:\d{{1,2}}[ -])?{_MONTH}[ ,-]+\d{{1,4}}"  # November 2019, Nov-19
    rf"|\d{{1,2}}[ -]{_MONTH}"  # 3 May
    r"|0\d+|\d{16,}|\d+(?:\.\d+)?E[+-]?\d+",  # 007, more digits than a spreadsheet keeps, 1E5
    re.IGNORECASE | re.ASCII,
)
"""Text that a spreadsheet would read as a date or a number, and show as another text."""


def render(report: Report, target: Target) -> Iterator[str]:
    """The one table of `report`, piece by piece; a file begins with a mark. Raises ValueError if there is none."""
    if report.table is None:
        raise ValueError(report.title)
    return chain([BYTE_ORDER_MARK] if target.is_file else [], csv_pieces(report.table))


def csv_pieces(table: Table) -> Iterator[str]:
    """`table` as CSV with a row of titles, lines ended as RFC 4180 has it; columns of links get one with their ids beside them.

    It comes piece by piece: of a great many rows there is no more than a piece at a time.
    """
    titles, rows = csv_cells(table)
    yield _lines([titles])
    if isinstance(table.rows, SharedRows):
        yield from _shared_lines(table.rows)
        return
    while piece := _lines(islice(rows, _AT_ONCE)):
        yield piece


def _lines(rows: Iterable[Iterable[str | int | float]]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator=_END).writerows(rows)
    return out.getvalue()


def _shared_lines(rows: SharedRows) -> Iterator[str]:
    """The lines of `rows`, piece by piece; what many have alike, and each text of their own, is made once."""
    field = lru_cache(maxsize=_AT_HAND)(lambda text: _lines([[_cell(text), ""]]).removesuffix(_END))  # with the comma behind it
    ends: dict[int, str] = {}
    for start in range(0, len(rows), _AT_ONCE):
        piece: list[str] = []
        for item in rows.items[start : start + _AT_ONCE]:
            end = ends.get(id(item[-1]))
            if end is None:
                end = _lines([[_cell(cell) for cell in rows.shared(item[-1])]])
                if len(ends) < _AT_ONCE:
                    ends[id(item[-1])] = end
            piece += (*map(field, rows.own(item)), end)
        yield "".join(piece)


def csv_cells(table: Table) -> tuple[list[str], Iterator[list[str | int | float]]]:
    """The titles and the cells of `table`, as a CSV file has them."""
    titles = [safe(title) for column in table.columns for title in (column.title, *([column.ids] if column.ids else []))]
    return titles, (_row(table, row) for row in table.rows)


def _row(table: Table, row: tuple[Cell, ...]) -> list[str | int | float]:
    cells: list[str | int | float] = []
    for column, cell in zip(table.columns, row, strict=True):
        cells += [_cell(cell), *([_ids(cell)] if column.ids else [])]
    return cells


def safe(text: str) -> str:
    """`text` with an apostrophe before it if a spreadsheet could take it for a formula.

    https://owasp.org/www-community/attacks/CSV_Injection: the risk is the first visible character, after any white space or
    invisible characters, and its full-width forms. A number is safe.
    """
    text = disarmed(text)
    return f"'{text}" if _is_risky(text) else text


def _is_risky(text: str) -> bool:
    if text.isascii() and _NUMBER.fullmatch(text):
        return False
    first = next((character for character in text if not _is_invisible(character)), None)
    if first is None:
        return False
    return text[0] in _STARTS_FIELD or unicodedata.normalize("NFKC", first)[0] in _STARTS_FORMULA


def _is_invisible(character: str) -> bool:
    """Whether `character` is invisible: white space, control and format characters, marks without a letter."""
    return unicodedata.category(character)[0] in "ZCM" or character in _BLANK_LETTERS


def _cell(cell: Cell) -> str | int | float:
    match cell:
        case bool() | None:
            return cell_text(cell, nothing="")
        case int():
            return cell
        case float() | Change() | Count(float() | int(), "exact"):
            return _rounded(cell if isinstance(cell, float) else cell.value)
        case Count():
            return _text(cell_text(cell, nothing="").replace(",", ""))  # programs read 1040, people 1,040
        case tuple():
            return _text("; ".join(cell_text(item) for item in cell))
        case Date():
            return cell.iso if len(cell.iso) != len("2019-11") else f"{cell.iso} (no day)"
        case str():
            return _text(cell)
        case _:
            return _text(cell_text(cell, nothing=""))


def _ids(cell: Cell) -> str:
    """The ids of the links in `cell`."""
    return _text("; ".join(one.id for one in (cell if isinstance(cell, tuple) else (cell,)) if isinstance(one, Link)))


def _rounded(number: float | None) -> float | str:
    return "" if number is None else round(number, 3)


def _text(text: str) -> str:
    """`text` as a spreadsheet keeps it: with an apostrophe before what it would make a formula, a date or a number of."""
    text = safe(text)
    return f"'{text}" if _RETYPED.fullmatch(text) else text
