"""The rows of a table that have text in them, and the merged cells that reach down into them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from govreg.model.document import DocumentTable, TableCell, TableRow


class Row(NamedTuple):
    """A row with text in it."""

    cells: list[tuple[int, TableCell]]
    """Its cells with text in them, each with the column it begins in."""
    place: str


@dataclass(frozen=True)
class Grid:
    """The rows of a table that have text in them."""

    rows: list[Row]
    width: int
    over: dict[int, dict[int, TableCell]]
    """By row and column, the merged cell that reaches down from a row above."""

    @classmethod
    def of(cls, table: DocumentTable) -> "Grid":
        """The grid of `table`."""
        rows: list[Row] = []
        over: dict[int, dict[int, TableCell]] = {}
        reaching: dict[int, tuple[TableCell, int]] = {}
        for row in table.rows:
            here = {column: cell for column, (cell, _) in reaching.items()}
            reaching = {column: (cell, left - 1) for column, (cell, left) in reaching.items() if left > 1}
            reaching.update({column: (cell, cell.rows - 1) for column, cell in row.cells if cell.rows > 1})
            cells = [(column, cell) for column, cell in row.cells if cell.text.strip()]
            if cells:
                over[len(rows)] = {column: cell for column, cell in here.items() if cell.text.strip()}
                rows.append(Row(cells, row.place))
        return cls(rows, _width(table.rows), over)

    def below(self, index: int, column: int) -> list[str]:
        """The texts that begin in `column` in the rows after that of `index`, without blanks around them."""
        return [text for row, text in self._columns.get(column, ()) if row > index]

    @cached_property
    def _columns(self) -> dict[int, list[tuple[int, str]]]:
        """By column, the texts that begin in it, each with the index of its row."""
        columns: dict[int, list[tuple[int, str]]] = {}
        for index, row in enumerate(self.rows):
            for column, cell in row.cells:
                columns.setdefault(column, []).append((index, cell.text.strip()))
        return columns


def _width(rows: Sequence[TableRow]) -> int:
    return max((column + cell.columns for row in rows for column, cell in row.cells), default=0)
