"""A table as meetings: one row or one column each, or labels with values beside them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from govreg.analysis.importing.assemble import NO_MEETING, OUTSIDE, Assembler
from govreg.analysis.importing.found import FoundMeeting, Run, Said
from govreg.analysis.importing.labels import Label, Labels, are_of_meetings, looks_like_title
from govreg.analysis.importing.lines import pairs_in
from govreg.model.document import DocumentTable, TableCell, TableRow
from govreg.model.names import fold

_SEARCHED = 40
"""How many rows are searched for the one that heads the columns."""
_FEW = 2
_LONGEST_TITLE = 200


def take_table(assembler: Assembler, labels: Labels, table: DocumentTable) -> None:
    """Give the meetings in `table` to the `assembler`, and the rest of it as text that belongs to none."""
    grid = Grid.of(table)
    assembler.sheet = Run(table.name, table.place) if table.name else None
    if not grid.rows:
        return
    header = _header(labels, grid)
    down = _labels_down(labels, grid)
    across = len({label.key for label in header.labels.values() if label.key}) if header is not None else 0
    if header is not None and across >= max(_FEW, down):
        _rows(assembler, labels, grid, header)
    elif (columns := _title_row(labels, grid)) is not None:
        _columns(assembler, labels, grid, columns)
    elif down >= 1 or any(_inner_pairs(labels, cell) for row in grid.rows for _, cell in row.cells):
        _pairs(assembler, labels, grid)
    else:
        groups = assembler.groups_here()
        assembler.use(groups)
        for run in (*groups, *(Run(cell.text, cell.place) for row in grid.rows for _, cell in row.cells)):
            assembler.leave(run, NO_MEETING)


class _Row(NamedTuple):
    cells: list[tuple[int, TableCell]]
    """The cells with text in them, and the columns they begin in."""
    place: str


@dataclass(frozen=True)
class Grid:
    """The rows of a table that have text in them."""

    rows: list[_Row]
    width: int
    over: dict[tuple[int, int], TableCell]
    """By row and column, the cell of a row above that reaches down to it."""

    @classmethod
    def of(cls, table: DocumentTable) -> "Grid":
        """The grid of `table`."""
        rows: list[_Row] = []
        over: dict[tuple[int, int], TableCell] = {}
        reaching: dict[int, tuple[TableCell, int]] = {}
        for row in table.rows:
            here = {column: cell for column, (cell, left) in reaching.items() if left > 0}
            reaching = {column: (cell, left - 1) for column, (cell, left) in reaching.items() if left > 1}
            reaching.update({column: (cell, cell.rows - 1) for column, cell in row.cells if cell.rows > 1})
            cells = [(column, cell) for column, cell in row.cells if cell.text.strip()]
            if cells:
                over.update({(len(rows), column): cell for column, cell in here.items() if cell.text.strip()})
                rows.append(_Row(cells, row.place))
        return cls(rows, _width(table.rows), over)


def _width(rows: Sequence[TableRow]) -> int:
    return max((column + cell.columns for row in rows for column, cell in row.cells), default=0)


class _Header(NamedTuple):
    row: int
    last: int
    labels: dict[int, Label]
    """By column."""
    runs: list[tuple[Label, str]]


def _header(labels: Labels, grid: Grid) -> _Header | None:
    """The row that heads the columns, if there is one: the one with the most labels that are known."""
    best: tuple[int, int] = (0, 0)
    for index, row in enumerate(grid.rows[:_SEARCHED]):
        known = len({label.key for _, cell in row.cells if (label := labels.read(cell.text)).key is not None})
        if known > best[0] and known * 3 >= len(row.cells):  # most tables have columns of the office's own
            best = (known, index)
    if best[0] < _FEW or len(grid.rows) <= best[1] + 1:
        return None
    return _two_rows(labels, grid, best[1])


def _two_rows(labels: Labels, grid: Grid, index: int) -> _Header:
    """The header in row `index`, with the one below it where that divides some of its columns, or above it where it is divided."""
    row = grid.rows[index]
    named = {column: labels.read(cell.text) for column, cell in row.cells}
    runs = [(named[column], cell.place) for column, cell in row.cells]
    last = index
    divided = {column: cell for column, cell in row.cells if cell.columns > 1}
    below = grid.rows[index + 1] if index + 1 < len(grid.rows) else None
    if divided and below is not None and len(below.cells) > 1 and all(_under(column, divided) is not None for column, _ in below.cells):
        for column, cell in below.cells:
            parent = divided[_under(column, divided) or 0]
            named[column] = _both(labels, parent, cell)
            runs.append((named[column], cell.place))
        last = index + 1
    above = grid.rows[index - 1] if index else None
    if above is not None and any(cell.columns > 1 for _, cell in above.cells) and len(above.cells) > 1:
        wide = dict(above.cells)
        for column, label in named.items():
            parent_at = _under(column, wide)
            if label.key is None and parent_at is not None:
                named[column] = _both(labels, wide[parent_at], next(cell for at, cell in row.cells if at == column))
        for column, cell in above.cells:
            if cell.columns == 1 and column not in named:
                named[column] = labels.read(cell.text)
            runs.append((labels.read(cell.text), cell.place))
        index -= 1
    for (at, column), cell in grid.over.items():
        if at in range(index, last + 1):
            named.setdefault(column, labels.read(cell.text))
    return _Header(index, last, named, runs)


def _under(column: int, wide: dict[int, TableCell]) -> int | None:
    return next((at for at, cell in wide.items() if at <= column < at + cell.columns), None)


def _both(labels: Labels, parent: TableCell, cell: TableCell) -> Label:
    """What a column is called whose heading stands in two rows."""
    own, above = labels.read(cell.text), labels.read(parent.text)
    if own.key is not None:
        return own
    return Label(f"{above.text}: {own.text}", None if above.key is None else above.key, above.text if above.key else "")


def _labels_down(labels: Labels, grid: Grid) -> int:
    """How many labels are known in the first column, or in another that has values beside it."""
    columns: Counter[int] = Counter()
    seen: set[tuple[int, str]] = set()
    for row in grid.rows:
        for column, cell in row.cells:
            key = labels.read(cell.text).key
            if key is not None and (column, key) not in seen:
                seen.add((column, key))
                columns[column] += 1
    return columns[0] if columns[0] >= max(columns.values(), default=0) - 1 else max(columns.values(), default=0)


def _rows(assembler: Assembler, labels: Labels, grid: Grid, header: _Header) -> None:
    """Take a table with one meeting in each row, if it is one."""
    title_at = next((column for column, label in sorted(header.labels.items()) if label.key == "title"), None)
    known = list(header.labels.values())
    columns = [title_at] if title_at is not None else [column for column in sorted(header.labels) if header.labels[column].key is None]
    columns += [0] if title_at is None and 0 not in header.labels else []
    body = grid.rows[header.last + 1 :]
    for column in columns:
        titles = [cell.text for row in body for at, cell in row.cells if at == column and len(row.cells) > 1]
        if titles and are_of_meetings(known, titles=titles):
            title_at = column
            break
    else:
        title_at = None
    groups = assembler.groups_here()
    if title_at is None:
        assembler.use(groups)
        for run in (*groups, *(Run(cell.text, cell.place) for row in grid.rows for _, cell in row.cells)):
            assembler.leave(run, NO_MEETING)
        return
    assembler.use(groups)
    for row in grid.rows[: header.row]:
        for _, cell in row.cells:
            assembler.leave(Run(cell.text, cell.place), OUTSIDE)
    assembler.found.labels += header.runs
    _RowReader(assembler, labels, grid, header, title_at, groups).read()


@dataclass
class _RowReader:
    """Reads the rows below a header."""

    assembler: Assembler
    labels: Labels
    grid: Grid
    header: _Header
    title_at: int
    over: list[Run]
    _unused: list[Run] = field(default_factory=list)
    """The headings in the table that no meeting was found under yet."""

    def read(self) -> None:
        """Give each row to the assembler."""
        groups = list(self.over)
        meeting: FoundMeeting | None = None
        heads = {fold(label.text) for label in self.header.labels.values()}
        for index, row in enumerate(self.grid.rows[self.header.last + 1 :], self.header.last + 1):
            if all(fold(" ".join(cell.text.split())) in heads for _, cell in row.cells) and len(row.cells) > 1:
                self.assembler.found.labels += [(self.labels.read(cell.text), cell.place) for _, cell in row.cells]
                continue
            title = next((cell for column, cell in row.cells if column == self.title_at), None)
            if len(row.cells) == 1:
                only = row.cells[0][1]
                if title is not None and only.columns == 1 and _is_stub(only.text) and not self._is_wide(row):
                    meeting = self._meeting(row, index, title, groups)
                elif meeting is not None and title is None and only.columns == 1:
                    self._add(meeting, row, index, whole=False)
                elif _is_foot(only.text):
                    self.assembler.leave(Run(only.text, only.place), OUTSIDE)
                else:
                    groups = [*self.over, Run(only.text, only.place)]
                    meeting = None
                    self._unused.append(groups[-1])
            elif title is not None:
                meeting = self._meeting(row, index, title, groups)
            elif (meeting is not None and (index, self.title_at) in self.grid.over) or meeting is not None:
                self._add(meeting, row, index, whole=False)
            else:
                for _, cell in row.cells:
                    self.assembler.leave(Run(cell.text, cell.place), "The row has no title of a meeting.")
        for run in self._unused:
            self.assembler.leave(run, OUTSIDE)

    def _is_wide(self, row: _Row) -> bool:
        return row.cells[0][1].columns > 1 or row.cells[0][1].heading

    def _meeting(self, row: _Row, index: int, title: TableCell, groups: list[Run]) -> FoundMeeting | None:
        if len(title.text) > _LONGEST_TITLE or not any(character.isalpha() for character in title.text) or _is_foot(title.text):
            for _, cell in row.cells:
                self.assembler.leave(Run(cell.text, cell.place), "The row has no title of a meeting.")
            return None
        meeting = FoundMeeting(Run(title.text, title.place), [], list(groups), self.assembler.sheet)
        self._add(meeting, row, index, whole=True)
        self._unused = [run for run in self._unused if run not in groups]
        self.assembler.found.meetings.append(meeting)
        return meeting

    def _add(self, meeting: FoundMeeting, row: _Row, index: int, *, whole: bool) -> None:
        """Add what the cells of a row say; what a merged cell above says too, if the row is the `whole` of a meeting."""
        cells = dict(row.cells)
        if whole:
            cells |= {column: cell for (at, column), cell in self.grid.over.items() if at == index and column not in cells}
        for column, cell in sorted(cells.items()):
            if column == self.title_at and whole:
                continue
            label = self.header.labels.get(column, Label("", None))
            there = next((at for at, said in enumerate(meeting.said) if said.label == label), None)
            if there is not None and not whole:
                meeting.said[there] = meeting.said[there]._replace(text=f"{meeting.said[there].text}\n{cell.text}")
            else:
                meeting.said.append(Said(label, cell.text, cell.place))


def _is_stub(text: str) -> bool:
    """Whether a row with nothing else in it is a meeting of which only the title is known."""
    return looks_like_title(text) and text.rstrip()[-1:] not in ".:;!?"


def _is_foot(text: str) -> bool:
    """Whether a row is the foot of a table: a total, a source, a note."""
    word = fold(text).lstrip("* ")
    return word.startswith(("total", "source:", "note:", "notes:", "key:", "nb", "n.b.", "please note")) or text.lstrip().startswith("*")


def _title_row(labels: Labels, grid: Grid) -> _Row | None:
    """The row of titles of a table with one meeting in each column and labels down the side; None if it isn't one."""
    down = [row for row in grid.rows if row.cells[0][0] == 0 and labels.read(row.cells[0][1].text).key is not None]
    wide = [row for row in down if len(row.cells) > _FEW]
    if len(wide) < _FEW or len(wide) * _FEW < len(down):
        return None
    if any(labels.read(cell.text).key is not None for row in wide for column, cell in row.cells if column):
        return None
    first = next((row for row in grid.rows if len(row.cells) > 1), None)
    if first is None:
        return None
    label = labels.read(first.cells[0][1].text) if first.cells[0][0] == 0 else None
    if label is not None and label.key not in (None, "title", "number"):
        return None
    titles = [cell for column, cell in first.cells if column]
    return first if len(titles) > 1 and all(len(cell.text) <= _LONGEST_TITLE for cell in titles) else None


def _columns(assembler: Assembler, labels: Labels, grid: Grid, titles: _Row) -> None:
    """Take a table with one meeting in each column."""
    groups = assembler.groups_here()
    assembler.use(groups)
    meetings = {
        column: FoundMeeting(Run(cell.text, cell.place), [], list(groups), assembler.sheet) for column, cell in titles.cells if column
    }
    for column, cell in titles.cells:
        if not column:
            assembler.found.labels.append((labels.read(cell.text), cell.place))
    seen: list[Label] = [Label("", "title")]
    for row in grid.rows:
        if row is titles:
            continue
        label = labels.read(row.cells[0][1].text) if row.cells[0][0] == 0 else Label("", None)
        seen.append(label)
        if row.cells[0][0] == 0 and len(row.cells) > 1:
            assembler.found.labels.append((label, row.cells[0][1].place))
        for column, cell in row.cells:
            if column and column in meetings:
                meetings[column].said.append(Said(label, cell.text, cell.place))
            elif column or len(row.cells) == 1:
                assembler.leave(Run(cell.text, cell.place), OUTSIDE)
    if not are_of_meetings(seen):
        for meeting in meetings.values():
            for run in (meeting.title, *(Run(f"{said.label.text}: {said.text}", said.place) for said in meeting.said)):
                assembler.leave(run, NO_MEETING)
        return
    assembler.found.meetings += meetings.values()


def _pairs(assembler: Assembler, labels: Labels, grid: Grid) -> None:
    """Take a table of labels with their values beside them, below them or in the same cell."""
    assembler.begin_table()
    for row in grid.rows:
        first = row.cells[0][1]
        if len(row.cells) == 1:
            _take_single(assembler, labels, row, grid.width)
            continue
        if row.cells[0][0] > 0 and not any(labels.read(cell.text).key for _, cell in row.cells):
            for _, cell in row.cells:
                assembler.more(Run(cell.text, cell.place))
            continue
        label = labels.read(first.text)
        if label.key is None and not assembler.is_open and not assembler.has_title and looks_like_title(first.text):
            assembler.heading(Run(first.text, first.place), wide=True)
            for _, cell in row.cells[1:]:
                assembler.pair(Label("", None), Run(cell.text, cell.place), cell.place)
            continue
        for at, value in _in_pairs(labels, row):
            assembler.pair(
                labels.read(at.text), Run("\n".join(cell.text for cell in value), value[0].place if value else at.place), at.place
            )
    assembler.end_table()


def _in_pairs(labels: Labels, row: _Row) -> Iterator[tuple[TableCell, list[TableCell]]]:
    """The labels of a row, each with the cells up to the next."""
    here: tuple[TableCell, list[TableCell]] | None = None
    for _, cell in row.cells:
        if here is None or (here[1] and labels.read(cell.text).key is not None):
            if here is not None:
                yield here
            here = (cell, [])
        else:
            here[1].append(cell)
    if here is not None:
        yield here


def _take_single(assembler: Assembler, labels: Labels, row: _Row, width: int) -> None:
    """Take a row of one cell: a heading, a label whose value is below, more of the value before, or labels with their values."""
    column, cell = row.cells[0]
    inner = _inner_pairs(labels, cell)
    if inner:
        for label, value in inner:
            assembler.pair(label, value, cell.place)
        return
    label = labels.read(cell.text.strip().rstrip(":"), exact=True)
    if label.key is not None and label.key != "title" and (assembler.is_open or assembler.has_title):
        assembler.pair(label, Run("", cell.place), cell.place)
    elif assembler.awaits_value or column > 0 or (assembler.is_open and (len(cell.text) > _LONGEST_TITLE or cell.text.startswith("- "))):
        assembler.more(Run(cell.text, cell.place))
    else:
        assembler.heading(Run(cell.text.strip(), cell.place), wide=width > 1 or cell.heading)


def _inner_pairs(labels: Labels, cell: TableCell) -> list[tuple[Label, Run]]:
    """The labels with values in one cell, a line each; none unless each line begins with a label or goes on with a value."""
    found: list[tuple[Label, Run]] = []
    for line in cell.text.split("\n"):
        pairs = pairs_in(labels, line.removeprefix("- "), cell.place)
        if pairs:
            found += pairs
        elif found and line.strip():
            found[-1] = (found[-1][0], found[-1][1]._replace(text=f"{found[-1][1].text}\n{line}".strip()))
        elif line.strip():
            return []
    return found if any(label.key for label, _ in found) else []
