"""Cells of a report as text, and the columns of a terminal that text takes."""

import unicodedata
from functools import lru_cache

from govreg.report import Cell, Change, Count, Date, LineNumber, Link, Percent

NOTHING = "–"
"""The text of a cell for which nothing is known."""


def cell_text(cell: Cell, nothing: str = NOTHING) -> str:
    """The text of `cell`, on one line."""
    match cell:
        case str():  # most are, so it is asked first
            return " ".join(cell.split()) if cell else nothing
        case None | ():
            return nothing
        case bool():
            return "yes" if cell else "no"
        case LineNumber():
            return f"{cell:d}"
        case int() | float():
            return number_text(cell)
        case tuple():
            return ", ".join(cell_text(item) for item in cell)
        case Date() | Change():
            return cell.text
        case Percent():
            return f"{cell.share:.0%}"
        case Count():
            return f"{number_text(cell.value)}{cell.sign}" if cell.value is not None else cell.sign or nothing
        case Link():
            return " ".join(cell.text.split())


def number_text(number: float) -> str:
    """`number` with one decimal at most: 4, 8.7, 1,040."""
    return f"{number:,}" if isinstance(number, int) else f"{number:,.1f}".removesuffix(".0")


def width(text: str) -> int:
    """How many columns of a terminal `text` takes: wide letters take two, marks above others none."""
    if text.isascii():
        return len(text)
    return sum(map(_width, text))


@lru_cache(maxsize=1024)
def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def padded(text: str, columns: int, *, right: bool = False) -> str:
    """`text` filled with spaces to `columns`, on its left if it is to be flush `right`."""
    space = " " * max(0, columns - width(text))
    return space + text if right else text + space


def caret_line(line: str, column: int) -> str:
    """A line with a caret under the character at `column` (from 1) of `line`; tabs are kept so that it is in the right place."""
    before = line[: column - 1]
    return "".join("\t" if character == "\t" else " " * _width(character) for character in before) + "^"


def crop_line(line: str, column: int, longest: int) -> tuple[str, int]:
    """As much of `line` around `column` as `longest` characters hold, and where the column is in it."""
    if len(line) <= longest:
        return line, column
    start = max(0, min(column - 1 - longest // 2, len(line) - longest))
    cut = line[start : start + longest]
    shown = ("…" if start else "") + cut[1 if start else 0 :]
    return shown[:-1] + "…" if start + longest < len(line) else shown, column - start
