"""Takes the meetings in a table: one in each row or column, or labels with values beside them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from govreg.analysis.importing.assemble import NO_MEETING, OUTSIDE, Assembler
from govreg.analysis.importing.figures import as_evidence
from govreg.analysis.importing.found import FoundMeeting, LabelledText, Run
from govreg.analysis.importing.grid import Grid, Row
from govreg.analysis.importing.headers import find_header
from govreg.analysis.importing.labels import Label, Labels, are_of_meetings, looks_like_title, plain
from govreg.analysis.importing.lines import pairs_in
from govreg.analysis.importing.member_rows import member_columns, member_in
from govreg.analysis.importing.row_tables import take_rows
from govreg.model.document import DocumentTable, TableCell

_FEW = 2
_GENERAL = frozenset(
    "item items field heading headings label detail details description comment comments note notes value information response answer question "
    "current proposed which who where content section category remarks observations information".split()
)
"""Headings of columns that only announce labels, values or remarks."""
_SEARCHED = 400
"""How many rows are searched for labels."""
_LONGEST_TITLE = 200


def take_table(assembler: Assembler, labels: Labels, table: DocumentTable) -> None:
    """Give the meetings in `table` to the `assembler`, and the rest of it as text that belongs to none."""
    grid = Grid.of(table)
    assembler.over = [Run(table.name, table.place)] if table.name else []
    if not grid.rows:
        return
    if assembler.awaits_members and _take_members(assembler, labels, grid):
        return
    header = find_header(labels, grid)
    down = _labels_down(labels, grid)
    across = len({label.key for label in header.labels.values() if label.key}) if header is not None else 0
    if header is not None and across >= max(_FEW, down):
        take_rows(assembler, labels, grid, header)
    elif (columns := _title_row(labels, grid, titled=assembler.has_title)) is not None:
        _columns(assembler, labels, grid, columns)
    elif down >= 1 or any(_inner_pairs(labels, cell) or _card(labels, cell) for row in grid.rows for _, cell in row.cells):
        _pairs(assembler, labels, grid)
    else:
        assembler.leave_table(Run(cell.text, cell.place) for row in grid.rows for _, cell in row.cells)


def _take_members(assembler: Assembler, labels: Labels, grid: Grid) -> bool:
    """Take a table of members, with a row for each below their headings; whether it was such a table."""
    first = grid.rows[0]
    columns = member_columns({column: cell.text for column, cell in first.cells})
    if columns is None or any(labels.read(cell.text).key == "frequency" for _, cell in first.cells):
        return False
    assembler.found.labels += [(Label(cell.text, "participants"), cell.place) for _, cell in first.cells]
    for row in grid.rows[1:]:
        texts = {column: cell.text for column, cell in row.cells}
        member = member_in(columns, texts)
        text = ", ".join(text for column, text in texts.items() if column != columns.person)
        assembler.member(member, Run(text, row.cells[0][1].place))
    return True


def _labels_down(labels: Labels, grid: Grid) -> int:
    """How many known labels are in the first column, or in another that clearly has more of them."""
    columns: Counter[int] = Counter()
    seen: set[tuple[int, str]] = set()
    for row in grid.rows[:_SEARCHED]:
        for column, cell in row.cells:
            key = labels.read(cell.text).key
            if key is not None and (column, key) not in seen:
                seen.add((column, key))
                columns[column] += 1
    return columns[0] if columns[0] >= max(columns.values(), default=0) - 1 else max(columns.values(), default=0)


def _title_row(labels: Labels, grid: Grid, *, titled: bool) -> Row | None:
    """The row of titles in a table with one meeting in each column and labels down the side; None for any other table.

    `titled` says whether a heading above the table may be the title of one meeting.
    """
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
    alike = sum(looks_like_title(cell.text) for cell in titles)
    if (titled and alike * _FEW < len(titles)) or any(_is_general(cell) or labels.read(cell.text, exact=True).key for cell in titles):
        return None
    return first if len(titles) > 1 and all(len(cell.text) <= _LONGEST_TITLE for cell in titles) else None


def _is_general(cell: TableCell) -> bool:
    """Whether a heading only announces values, or remarks about them."""
    return plain(cell.text) in _GENERAL


def _columns(assembler: Assembler, labels: Labels, grid: Grid, titles: Row) -> None:
    """Take a table with one meeting in each column."""
    groups = assembler.groups_here()
    assembler.use(groups)
    meetings = {
        column: FoundMeeting(Run(cell.text, cell.place), [], list(groups), list(assembler.over)) for column, cell in titles.cells if column
    }
    for column, cell in titles.cells:
        if not column:
            assembler.found.labels.append((labels.read(cell.text), cell.place))
    seen: list[Label] = [Label("", "title")]
    for row in grid.rows:
        if row is titles:
            continue
        label = labels.read(row.cells[0][1].text) if row.cells[0][0] == 0 else Label("", None)
        seen.append(as_evidence(label, [cell.text for column, cell in row.cells if column]))
        if row.cells[0][0] == 0 and len(row.cells) > 1:
            assembler.found.labels.append((label, row.cells[0][1].place))
        for column, cell in row.cells:
            if column and column in meetings:
                meetings[column].texts.append(LabelledText(label, cell.text, cell.place))
            elif column or len(row.cells) == 1:
                assembler.leave(Run(cell.text, cell.place), OUTSIDE)
    if not are_of_meetings(seen):
        for meeting in meetings.values():
            for run in (meeting.title, *(one.run for one in meeting.texts)):
                assembler.leave(run, NO_MEETING)
        return
    assembler.found.meetings += meetings.values()


def _pairs(assembler: Assembler, labels: Labels, grid: Grid) -> None:
    """Take a table of labels with their values beside them, below them or in the same cell."""
    assembler.begin_table()
    remarks: dict[int, str] = {}
    for row in grid.rows:
        cards = [_card(labels, cell) for _, cell in row.cells]
        if all(cards):
            for title, pairs in (card for card in cards if card is not None):
                assembler.heading(title, wide=True)
                for label, value in pairs:
                    assembler.pair(label, value, value.place)
        elif len(row.cells) == 1:
            _take_single(assembler, labels, row, grid.width)
        elif _is_header(labels, row):
            _leave_row(assembler, row)
        elif all(_is_general(cell) for _, cell in row.cells):
            remarks = {column: cell.text for column, cell in row.cells[_FEW:]}
            _leave_row(assembler, row)
        elif row.cells[0][0] > 0 and not any(labels.read(cell.text).key for _, cell in row.cells):
            for _, cell in row.cells:
                assembler.more(Run(cell.text, cell.place))
        elif not _take_titled(assembler, labels, row):
            _take_labelled(assembler, labels, row, remarks)
    assembler.end_table()


def _leave_row(assembler: Assembler, row: Row) -> None:
    for _, cell in row.cells:
        assembler.leave(Run(cell.text, cell.place), OUTSIDE)


def _is_header(labels: Labels, row: Row) -> bool:
    """Whether a row is the header of a table with a meeting in each row: here, one with no rows below it."""
    keys = [labels.read(cell.text, exact=True).key for _, cell in row.cells]
    return "title" in keys and None not in keys and len(set(keys)) == len(keys)


def _take_titled(assembler: Assembler, labels: Labels, row: Row) -> bool:
    """Take a row with the title of a meeting, and labelled lines or a remark beside it; whether it was such a row."""
    first = row.cells[0][1]
    if labels.read(first.text).key is not None:
        return False
    inner = _inner_pairs(labels, row.cells[1][1]) if len(row.cells) == _FEW else []
    if len(inner) >= _FEW:
        assembler.heading(Run(first.text, first.place), wide=True)
        for label, value in inner:
            assembler.pair(label, value, value.place)
        return True
    if assembler.is_open or assembler.has_title or not looks_like_title(first.text):
        return False
    assembler.heading(Run(first.text, first.place), wide=True)
    for _, cell in row.cells[1:]:
        assembler.pair(Label("", None), Run(cell.text, cell.place), cell.place)
    return True


def _take_labelled(assembler: Assembler, labels: Labels, row: Row, remarks: Mapping[int, str]) -> None:
    """Take a row of labels and values; `remarks` has the headings of the columns of remarks about them, by column."""
    first = row.cells[0][1]
    beside = Row([(column, cell) for column, cell in row.cells if column not in remarks], row.place)
    for at, values in _in_pairs(labels, beside):
        place = values[0].place if values else at.place
        assembler.pair(labels.read(at.text), Run("\n".join(cell.text for cell in values), place), at.place)
    for column, cell in row.cells:
        if column in remarks:
            assembler.pair(Label(f"{first.text}: {remarks[column]}", None), Run(cell.text, cell.place), cell.place)


def _in_pairs(labels: Labels, row: Row) -> Iterator[tuple[TableCell, list[TableCell]]]:
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


def _take_single(assembler: Assembler, labels: Labels, row: Row, width: int) -> None:
    """Take a row of one cell: a heading, a label with its value below, more of the value before, or labels with their values."""
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
    """The labels with values in one cell, each on its line; an empty list unless the first line begins with a label."""
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


def _card(labels: Labels, cell: TableCell) -> tuple[Run, list[tuple[Label, Run]]] | None:
    """A meeting in one cell: its title on the first line, and its labels with values; None for any other cell."""
    title, _, rest = cell.text.strip().partition("\n")
    if len(title) > _LONGEST_TITLE or not looks_like_title(title) or pairs_in(labels, title, cell.place):
        return None
    pairs = _inner_pairs(labels, replace(cell, text=rest))
    known = {label.key for label, _ in pairs} - {None}
    return (Run(title.strip(), cell.place), pairs) if len(known) >= _FEW else None
