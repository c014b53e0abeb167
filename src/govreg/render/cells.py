"""What a cell of a report says as text, and how wide text stands on a terminal."""

import unicodedata

from govreg.report import Cell

NOTHING = "–"
"""What stands where nothing is known."""


def cell_text(cell: Cell, nothing: str = NOTHING) -> str:
    """What `cell` says, on one line."""
    if cell is None or cell in ("", ()):
        return nothing
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return f"{cell:.1f}".removesuffix(".0")
    if isinstance(cell, tuple):
        return ", ".join(cell)
    return " ".join(str(cell).split()) if isinstance(cell, str) else str(cell)


def width(text: str) -> int:
    """How many columns of a terminal `text` takes: wide letters take two, marks above others none."""
    if text.isascii():
        return len(text)
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def padded(text: str, columns: int, *, right: bool = False) -> str:
    """`text` with spaces to fill `columns`, on its left if it is to stand `right`."""
    space = " " * max(0, columns - width(text))
    return space + text if right else text + space


def caret_line(line: str, column: int) -> str:
    """A line with a caret under the character at `column` (from 1) of `line`, tabs kept so that it stands right."""
    before = line[: column - 1]
    return "".join("\t" if character == "\t" else " " * _width(character) for character in before) + "^"


def crop_line(line: str, column: int, longest: int) -> tuple[str, int]:
    """As much of `line` around `column` as `longest` characters hold, and where the column stands in it."""
    if len(line) <= longest:
        return line, column
    start = max(0, min(column - 1 - longest // 2, len(line) - longest))
    cut = line[start : start + longest]
    shown = ("…" if start else "") + cut[1 if start else 0 :]
    return shown[:-1] + "…" if start + longest < len(line) else shown, column - start
