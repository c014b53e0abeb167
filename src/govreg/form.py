"""A workbook for others to fill in, before it has a format: sheets of texts, lists to choose from, and help."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class FormColumn:
    """A column to fill in."""

    key: str
    """The key of its content, in a hidden row, for the program that reads the workbook when it comes back."""
    title: str
    help: str = ""
    """How to fill it in, as a note on its title."""
    width: int = 24
    """In characters."""
    choices: str = ""
    """The name of the list that it offers; empty if it offers none."""
    only: bool = False
    """Whether something that isn't in the list is asked about."""
    hidden: bool = False


@dataclass(frozen=True)
class FormSheet:
    """A sheet to fill in."""

    name: str
    columns: tuple[FormColumn, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Form:
    """A workbook to fill in."""

    title: str
    help: tuple[tuple[str, str], ...]
    """The lines of the sheet with help: a heading, or nothing, and what it says."""
    sheets: tuple[FormSheet, ...]
    lists: Mapping[str, tuple[str, ...]]
    """What may be chosen, by the name of the list."""
    hidden_name: str
    """The name of the sheet for the program that reads the workbook when it comes back."""
    hidden_rows: tuple[tuple[str, ...], ...]

    @property
    def cells(self) -> int:
        """How many cells have something in them, on the sheets to fill in and on the hidden one."""
        rows = (*(sheet.rows for sheet in self.sheets), self.hidden_rows)
        return sum(cell != "" for of_sheet in rows for row in of_sheet for cell in row)


@dataclass(frozen=True)
class RowAnswer:
    """The answer to a row of a form that came back."""

    result: str
    details: str
    cells: Mapping[str, Literal["taken", "unchanged", "conflict", "not understood", "comment"]]
    """The outcome of each cell, by its address, such as `B7`."""


@dataclass(frozen=True)
class SheetAnswer:
    """The answers to a sheet of a form that came back, to be written beside its rows."""

    sheet: str
    titles: int
    """The number of the row of titles, from 1; the row of keys is above it."""
    columns: Mapping[str, int]
    """The columns, from 0, that an earlier answer has, by key."""
    rows: Mapping[int, RowAnswer]
    """By the number of the row, from 1."""
