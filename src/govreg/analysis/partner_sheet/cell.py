"""One cell of a sheet that came back, beside what it said when it was sent and what the register says now."""

from dataclasses import dataclass
from typing import Literal

from govreg.analysis.partner_sheet.columns import DELETE, SheetColumn
from govreg.analysis.partner_sheet.texts import fingerprint, plain
from govreg.model.names import fold

Outcome = Literal["taken", "unchanged", "conflict", "not understood", "comment"]
"""What became of a cell; a comment on one is only passed on."""


@dataclass(frozen=True)
class CellResult:
    """What became of a cell, or of a row."""

    outcome: Outcome
    place: str
    """Where it is: `Meetings!B7`."""
    row: str
    """The row it is in: `Meetings, row 7`."""
    meeting: str
    """The title of the meeting that it is about."""
    field: str
    """The title of its column; empty where it is about a row."""
    old: str = ""
    """The register's value today, as text."""
    new: str = ""
    """The text of the cell."""
    why: str = ""
    """Why it was not taken, or what was made of it."""
    file: str = ""
    """The file of the register that it changes; empty where it changes none."""
    clashes_with_register: bool = False
    """Whether it was not taken because of the rest of the register, of which the reason may speak."""
    key: str = ""
    """The key at the top of that file that its field is in; empty where it is about a row."""


Change = Literal["none", "set", "delete", "conflict", "same"]


def change_of(column: SheetColumn, row: str, was: str, ours: str, theirs: str) -> Change:
    """The change that a cell of `column` in the row called `row` makes.

    `was` is the fingerprint of what it said when the sheet was made, `ours` what the register says now, `theirs` what it says now. A blank
    cell asks for nothing, nor does one that says what it said, or what the register says.
    """
    if not plain(theirs) or fingerprint(row, column.key, theirs) == was:
        return "none"
    moved = fingerprint(row, column.key, ours) != was
    if _is_month_as_day(column, row, was, theirs):
        return "none"
    if is_deletion(theirs):
        return "none" if not plain(ours) else "conflict" if moved else "delete"
    if plain(theirs) == plain(ours):
        return "same"
    return "conflict" if moved else "set"


def is_deletion(text: str) -> bool:
    """Whether `text` asks for what is there to be deleted."""
    return fold(text) == DELETE


def _is_month_as_day(column: SheetColumn, row: str, was: str, theirs: str) -> bool:
    """Whether `theirs` is the first day of the month, or year, that the cell said: what Excel makes of a month that it takes for a date."""
    text = theirs.removesuffix(" 00:00:00").removesuffix(" 00:00")
    if not text.endswith("-01"):
        return False
    return fingerprint(row, column.key, text[:7]) == was or (text.endswith("-01-01") and fingerprint(row, column.key, text[:4]) == was)
