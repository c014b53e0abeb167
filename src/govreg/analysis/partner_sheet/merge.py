"""The merge of a partners' sheet that came back into a register: three ways, cell by cell, and nothing that moved on is overwritten."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from govreg.analysis.partner_sheet.cell import CellResult, Outcome
from govreg.analysis.partner_sheet.drafts import Drafts, MergeContext
from govreg.analysis.partner_sheet.meetings import MeetingRows
from govreg.analysis.partner_sheet.rows import FilledSheet, SheetRow
from govreg.analysis.partner_sheet.seats import SeatRows
from govreg.model.edits import RegisterChange

Track = Callable[[Sequence[SheetRow]], Iterator[SheetRow]]
"""Goes through rows, and may say how far it is."""


@dataclass(frozen=True)
class MergeResult:
    """What came of a sheet."""

    cells: tuple[CellResult, ...]
    """The cells and rows that were taken, conflict, or weren't understood, and those that say what the register says by now."""
    change: RegisterChange
    unchanged: int
    """How many cells are blank or say what they said when the sheet was made."""

    def count(self, outcome: Outcome) -> int:
        """How many cells and rows had this outcome."""
        return sum(one.outcome == outcome for one in self.cells)


def merge(context: MergeContext, sheets: Sequence[FilledSheet], track: Track) -> MergeResult:
    """What the `sheets` change in the register. Nothing is written."""
    drafts = Drafts(context)
    meetings = MeetingRows(context, drafts)
    seats = SeatRows(context, drafts, meetings.titled)
    for sheet in sorted(sheets, key=lambda sheet: sheet.is_seats):
        rows = seats if sheet.is_seats else meetings
        rows.start(sheet.rows)
        for row in track(sheet.rows):
            rows.merge(row)
    return MergeResult(tuple(drafts.results), drafts.change(), drafts.unchanged)
