"""The merged areas of a sheet, and which of them a cell is in."""

from bisect import bisect_right, insort
from collections.abc import Sequence

from govreg.importers.excel.names import LAST_ROW

Area = tuple[int, int, int, int]
"""The first and last column and the first and last row of an area, from 0."""


class MergedAreas:
    """The merged areas of a sheet, asked row by row from the top."""

    def __init__(self, merges: Sequence[Area]) -> None:
        self._waiting = sorted(merges, key=lambda merge: merge[2], reverse=True)
        self._open: list[Area] = []
        """The merged cells that the row is in, from left to right: in a sound file none covers another."""
        self._first_end = LAST_ROW

    def enter(self, row: int) -> int:
        """Go down to `row`, no higher than the one before. How many merged areas it is in."""
        while self._waiting and self._waiting[-1][2] <= row:
            merge = self._waiting.pop()
            insort(self._open, merge)
            self._first_end = min(self._first_end, merge[3])
        if self._first_end < row:
            self._open = [merge for merge in self._open if merge[3] >= row]
            self._first_end = min((merge[3] for merge in self._open), default=LAST_ROW)
        return len(self._open)

    def at(self, column: int) -> Area | None:
        """The merged area that the cell of this row at `column` is in."""
        index = bisect_right(self._open, column, key=lambda merge: merge[0]) - 1
        return self._open[index] if index >= 0 and column <= self._open[index][1] else None
