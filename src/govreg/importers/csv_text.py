"""A CSV file as one table, whatever separates its columns."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from govreg.importers.encoding import decode
from govreg.importers.source import Source
from govreg.importers.visible import lines_of_cell
from govreg.model.document import Document, DocumentTable, TableCell, TableRow

MOST_CELLS = 500_000
"""How many cells may hold something, as in a workbook."""
MOST_LINES = 250_000
"""How many lines the file may have, those within quotation marks too."""
MOST_COLUMNS = 16_384
"""How many columns a row may have, as in Excel."""
MOST_SIGNS = 5_000_000
"""How many signs that may separate columns the file may have."""
LONGEST_CELL = 131_072
"""The most characters of a cell; more mean that a quotation mark is not closed."""

_DELIMITERS = ",;\t|"
_SAMPLE = 200
"""How many rows are enough to see what separates the columns."""


def read_csv(source: Source) -> Document:
    """The table in `source`. Raises GovregError if it is no text, isn't properly quoted, or is beyond the limits."""
    decoded = decode(source)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") > MOST_LINES:
        raise source.refused(f"has more than {MOST_LINES:,} lines", "Keep the part to import in a file of its own.")
    if sum(map(text.count, _DELIMITERS)) > MOST_SIGNS:
        raise source.refused(f"has more than {MOST_SIGNS:,} columns", "Keep the part to import in a file of its own.")
    delimiter, text, skipped = _declared(text)
    rows = list(_rows(source, text, delimiter or _delimiter(text), skipped))
    return Document(source.name, (DocumentTable(tuple(rows), "table"),) if rows else (), decoded.remarks)


def _rows(source: Source, text: str, delimiter: str, skipped: int) -> Iterator[TableRow]:
    """The rows of `text` that hold something, numbered as a spreadsheet numbers them."""
    cells = 0
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=not _is_loose(text, delimiter))
    number = skipped
    try:
        for number, values in enumerate(reader, start=skipped + 1):
            if len(values) > MOST_COLUMNS:
                raise source.refused(
                    f"has more than {MOST_COLUMNS:,} columns in row {number:,}", "Keep the part to import in a file of its own."
                )
            filled = [(column, shown) for column, value in enumerate(values) if (shown := lines_of_cell(value))]
            cells += len(filled)
            if cells > MOST_CELLS:
                raise source.refused(
                    f"has more than {MOST_CELLS:,} cells with something in them", "Keep the part to import in a file of its own."
                )
            if filled:
                place = f"row {number}"
                yield TableRow(tuple((column, TableCell(shown, f"{place}, column {column + 1}")) for column, shown in filled), place)
    except csv.Error as problem:
        long = f", or a cell of more than {LONGEST_CELL:,} characters" if "field limit" in str(problem) else ""
        raise source.refused(
            f"has a quotation mark that isn't closed{long}, in row {number + 1:,}",
            "Close it, or save it as CSV again from the spreadsheet.",
        ) from None


def _declared(text: str) -> tuple[str, str, int]:
    """The delimiter that a first line such as `sep=;` declares, the text after it, and how many rows that took."""
    first, _, rest = text.partition("\n")
    declared = first.strip().strip('"')
    if declared[:4].lower() == "sep=" and len(declared) == len("sep=;"):
        return declared[4], rest, 1
    return "", text, 0


def _delimiter(text: str) -> str:
    """What separates the columns of `text`: what cuts most rows into the same number of columns, two at least, and the first row too."""
    return max(_DELIMITERS, key=lambda delimiter: (_regularity(text, delimiter), -_DELIMITERS.index(delimiter)))


def _regularity(text: str, delimiter: str) -> tuple[float, bool, int]:
    """The share of rows that have the commonest number of columns, whether the first is one of them, and that number.

    Nothing if the number is one. A list of ten members within each cell makes as regular columns as those of the table, but not in its
    header.
    """
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    try:
        widths = [len(row) for row in islice(reader, _SAMPLE) if any(row) or len(row) > 1]
    except csv.Error:
        return 0, False, 0
    several = Counter(width for width in widths if width > 1)
    if not several:
        return 0, False, 0
    width, rows = max(several.items(), key=lambda found: (found[1], found[0]))
    return round(rows / len(widths), 1), widths[0] == width, width


def _is_loose(text: str, delimiter: str) -> bool:
    """Whether text follows a closing quotation mark somewhere: no spreadsheet writes that, and all of it is kept."""
    try:
        for _ in csv.reader(io.StringIO(text), delimiter=delimiter, strict=True):
            pass
    except csv.Error as problem:
        return "expected after" in str(problem)
    return False
