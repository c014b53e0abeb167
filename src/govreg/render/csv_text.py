"""The one table of a report as CSV that spreadsheets open rightly: no cell of it is ever a formula."""

import csv
import re
import unicodedata
from io import StringIO

from govreg.render.cells import cell_text
from govreg.render.workflow_commands import disarmed
from govreg.report import Cell, Table

BYTE_ORDER_MARK = "\ufeff"
"""What a CSV file begins with so that Excel takes it for UTF-8."""

_STARTS_FORMULA = frozenset("=+-−@|%")
"""What a formula, or a call of another program (DDE), begins with."""
_STARTS_FIELD = frozenset("\t\r\n")
"""What spreadsheets drop at the start of a cell, or take for the end of the one before."""
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?%?")
_BLANK_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that show nothing, but which Unicode doesn't class as white space."""


def csv_text(table: Table) -> str:
    """`table` as CSV with a row of titles, lines ended as RFC 4180 has it."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([safe(column.title) for column in table.columns])
    writer.writerows([_cell(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def safe(text: str) -> str:
    """`text` with an apostrophe before it if a spreadsheet could take it for a formula.

    https://owasp.org/www-community/attacks/CSV_Injection: the risk is in what is seen first, behind any white space or
    invisible character, and in its full-width forms. A number is no formula.
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
    """Whether nothing is seen of `character`: white space, control and format characters, marks without a letter."""
    return unicodedata.category(character)[0] in "ZCM" or character in _BLANK_LETTERS


def _cell(cell: Cell) -> str | int | float:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return cell
    if isinstance(cell, tuple):
        return safe("; ".join(cell))
    return safe(cell if isinstance(cell, str) else cell_text(cell, nothing=""))
