"""The one table of a report as CSV that spreadsheets open rightly: no cell of it is ever a formula."""

import csv
from io import StringIO

from govreg.render.cells import cell_text
from govreg.report import Cell, Table

BYTE_ORDER_MARK = "\ufeff"
"""What a CSV file begins with so that Excel takes it for UTF-8."""

_RISKY = frozenset("=+-@\t\r\n＝＋－＠")


def csv_text(table: Table) -> str:
    """`table` as CSV with a row of titles, lines ended as RFC 4180 has it."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([safe(column.title) for column in table.columns])
    writer.writerows([_cell(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def safe(text: str) -> str:
    """`text` with an apostrophe before it if a spreadsheet could take it for a formula."""
    return f"'{text}" if text.lstrip(" ")[:1] in _RISKY and text.strip() else text


def _cell(cell: Cell) -> str | int | float:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return cell
    if isinstance(cell, tuple):
        return safe("; ".join(cell))
    return safe(cell if isinstance(cell, str) else cell_text(cell, nothing=""))
