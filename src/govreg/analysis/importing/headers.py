"""The header of a table: the rows above its columns, and what each column holds."""

from typing import NamedTuple

from govreg.analysis.importing.grid import Grid
from govreg.analysis.importing.labels import Label, Labels, is_about_papers
from govreg.analysis.importing.wording import is_role
from govreg.model.document import TableCell
from govreg.model.names import fold

_SEARCHED = 40
"""How many rows are searched for the header."""
_FEW = 2
_LARGEST_SHARE = 4
"""One label in this many must be known: most tables have columns of the office's own."""
_CROSSES = frozenset({"n", "no", "-", "–", "✗", "✘", "❌", "☐"})
"""How a table of who attends shows that somebody doesn't."""
_TICKS = frozenset({"✓", "✔", "☑", "☒", "x", "y", "yes", "•", "●", "1", "*", "a"})
"""How it shows that somebody does."""
_CERTAIN_TICKS = frozenset({"✓", "✔", "☑", "y", "yes"})
_EITHER = frozenset({"x", "☒"})
"""A tick, as on a form; but a cross in a table that has one of the certain ticks."""
_MARKS = _TICKS | _CROSSES
_LONGEST_ROLE = 40
_REST = frozenset({"other", "others"})
"""Headings of a second row for the rest of what the heading above them is about."""


class Header(NamedTuple):
    """The row or rows over the columns of a table."""

    row: int
    last: int
    labels: dict[int, Label]
    """By column."""
    runs: list[tuple[Label, str]]
    """The labels in it, each with its place."""
    columns: list[int]
    """The columns that these are in."""
    crosses: frozenset[str] = _CROSSES
    """How the table shows that somebody doesn't attend."""

    def seat(self, label: Label, text: str) -> str:
        """Who attends, for a column of one organisation in which `text` is its tick or role; empty if it doesn't attend."""
        mark = fold(text.strip())
        if mark in self.crosses:
            return ""
        return label.text if mark in _TICKS else f"{label.text} ({text.strip()})"


SEAT = "participants, one in each column"
"""The meaning of the heading of a column of ticks, as the plan shows it."""


def find_header(labels: Labels, grid: Grid) -> Header | None:
    """The header, if there is one: the row with the most labels that are known."""
    known = [_known_in(labels, grid, index) for index in range(min(len(grid.rows), _SEARCHED))]
    index = known.index(max(known, default=0)) if known else 0
    if not known or known[index] < _FEW or len(grid.rows) <= index + 1:
        return None
    return _with_seats(grid, _two_rows(labels, grid, index))


def _known_in(labels: Labels, grid: Grid, index: int) -> int:
    """How many labels of a row are known, ticks below a name among them; 0 if these are too few of its cells."""
    cells = grid.rows[index].cells
    keys = {label.key for _, cell in cells if (label := labels.read(cell.text)).key is not None}
    known = len(keys)
    if "title" in keys:
        known += sum(labels.read(cell.text).key is None and _has_marks(grid, index, column, cell.text) for column, cell in cells)
    return known if known * _LARGEST_SHARE >= len(cells) else 0


def _with_seats(grid: Grid, header: Header) -> Header:
    """`header`, with columns of ticks read as participants."""
    seats = {
        column: Label(label.text, "participants", SEAT)
        for column, label in header.labels.items()
        if label.key is None and not label.mapped and label.text and _has_marks(grid, header.last, column, label.text)
    }
    if len(seats) < _FEW:
        return header
    seats |= {
        column: Label(label.text, "participants", SEAT)
        for column, label in header.labels.items()
        if label.key is None and label.text and column not in seats and _has_roles(grid, header.last, column)
    }
    runs = [(seats.get(column, label), place) for column, (label, place) in zip(header.columns, header.runs, strict=True)]
    has_certain_tick = any(fold(text.strip()) in _CERTAIN_TICKS for column in seats for text in grid.below(header.last, column))
    crosses = _CROSSES | _EITHER if has_certain_tick else _CROSSES
    return header._replace(labels={**header.labels, **seats}, runs=runs, crosses=crosses)


def _has_marks(grid: Grid, index: int, column: int, heading: str) -> bool:
    """Whether the cells below row `index` in the column called `heading` are ticks; a few may be roles."""
    texts = [" ".join(text.split()) for text in grid.below(index, column)]
    ticks = sum(fold(text) in _TICKS for text in texts)
    return bool(ticks) and not is_about_papers(heading) and all(len(text) <= _LONGEST_ROLE for text in texts) and ticks * _FEW >= len(texts)


def _has_roles(grid: Grid, index: int, column: int) -> bool:
    """Whether the cells of a column below row `index` are ticks or posts: beside columns of ticks, these say who attends too."""
    texts = grid.below(index, column)
    return bool(texts) and all(fold(text) in _MARKS or (len(text) <= _LONGEST_ROLE and is_role(text)) for text in texts)


def _two_rows(labels: Labels, grid: Grid, index: int) -> Header:
    """The header in row `index`, joined with the row below where that divides its columns, or with the row above that it divides."""
    row = grid.rows[index]
    named = {column: labels.read(cell.text) for column, cell in row.cells}
    runs = [(named[column], cell.place) for column, cell in row.cells]
    columns = [column for column, _ in row.cells]
    last = index
    divided = {column: cell for column, cell in row.cells if cell.columns > 1}
    below = grid.rows[index + 1] if index + 1 < len(grid.rows) else None
    parts = [(column, cell, _over(column, divided)) for column, cell in below.cells] if below is not None else []
    if len(parts) > 1 and all(parent is not None for _, _, parent in parts):
        for column, cell, parent in parts:
            named[column] = _both(labels, parent, cell)
            runs.append((named[column], cell.place))
            columns.append(column)
        last = index + 1
    above = grid.rows[index - 1] if index else None
    if above is not None and any(cell.columns > 1 for _, cell in above.cells) and len(above.cells) > 1:
        wide = dict(above.cells)
        for column, label in named.items():
            if label.key is None or fold(label.text) in _REST:
                named[column] = _both(labels, _over(column, wide), dict(row.cells)[column])
        for column, cell in above.cells:
            if cell.columns == 1 and column not in named:
                named[column] = labels.read(cell.text)
            runs.append((labels.read(cell.text), cell.place))
            columns.append(-1)
        index -= 1
    for at in range(index, last + 1):
        for column, cell in grid.over.get(at, {}).items():
            named.setdefault(column, labels.read(cell.text))
    return Header(index, last, named, runs, columns)


def _over(column: int, wide: dict[int, TableCell]) -> TableCell | None:
    """The heading among `wide` that reaches over a column."""
    return next((cell for at, cell in wide.items() if at <= column < at + cell.columns), None)


def _both(labels: Labels, parent: TableCell | None, cell: TableCell) -> Label:
    """The label of a column whose heading takes two rows, if there is one above it."""
    own = labels.read(cell.text)
    if parent is None:
        return own
    above = labels.read(parent.text)
    if own.key is not None and (above.key is None or fold(own.text) not in _REST):
        return own
    return Label(f"{above.text}: {own.text}", None if above.key is None else above.key, above.text if above.key else "")
