"""The names of elements in a workbook, addresses of cells, and texts as SpreadsheetML has them."""

import re

from lxml import etree

_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
LAST_COLUMN = 16_384
"""The number of the last column, XFD."""
LAST_ROW = 1_048_576
_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})", re.IGNORECASE)
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_PLAIN_NAME = re.compile(r"[^\W\d]\w*")


def s(name: str) -> str:
    """The full name of the element `name` of SpreadsheetML."""
    return _SHEET + name


def is_on(text: str | None) -> bool:
    """Whether an attribute switches something on."""
    return text is not None and text.lower() in {"1", "true", "on"}


def address(text: str) -> tuple[int, int] | None:
    """The column and row of an address such as B7, from 0; None if it isn't one or is outside a sheet."""
    found = _ADDRESS.fullmatch(text)
    if found is None:
        return None
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    row = int(found[2])
    return (column - 1, row - 1) if column <= LAST_COLUMN and row <= LAST_ROW else None


def area(text: str) -> tuple[int, int, int, int] | None:
    """The first and last column and the first and last row of an area such as A1:B7, from 0; None if it is none."""
    first, _, last = text.partition(":")
    start, end = address(first), address(last or first)
    if start is None or end is None:
        return None
    return min(start[0], end[0]), max(start[0], end[0]), min(start[1], end[1]), max(start[1], end[1])


def letters(column: int) -> str:
    """The letters of the column with this number, from 0: A, B, … XFD."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def quoted(sheet: str) -> str:
    """The name of a sheet as an address writes it: in quotes where it isn't one plain word."""
    return sheet if _PLAIN_NAME.fullmatch(sheet) else "'" + sheet.replace("'", "''") + "'"


_TEXT, _RUN = s("t"), s("r")


def string(element: etree._Element) -> str:
    """The text of a shared or inline string, a comment or a header: its runs, without the reading aids of East Asian scripts."""
    pieces = []
    for child in element:
        if child.tag == _TEXT:
            pieces.append(child.text or "")
        elif child.tag == _RUN:
            pieces += [text.text or "" for text in child.iterchildren(_TEXT)]
    return unescaped("".join(pieces))


def unescaped(text: str) -> str:
    """`text` with the characters that SpreadsheetML writes as _x000D_ and their like."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
