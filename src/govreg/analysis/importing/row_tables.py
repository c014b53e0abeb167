"""Takes tables with one meeting in each row, below a header."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from govreg.analysis.importing.assemble import OUTSIDE, Assembler
from govreg.analysis.importing.figures import are_figures, as_evidence, is_figure, is_missing_figure
from govreg.analysis.importing.found import FoundMeeting, LabelledText, Run
from govreg.analysis.importing.grid import Grid, Row
from govreg.analysis.importing.headers import SEAT, Header
from govreg.analysis.importing.labels import Label, Labels, are_of_meetings, looks_like_title, names_one
from govreg.analysis.importing.member_rows import member_columns, member_in
from govreg.analysis.importing.organisations import bare
from govreg.analysis.importing.seat_tables import labels_of, seat_table, take_seats
from govreg.model.document import TableCell
from govreg.model.names import fold

_LONGEST_TITLE = 200
_FEW = 2
_JOINS = frozenset({"and", "with", "versus", "vs"})
"""Headings of the second column in a table of pairs."""
_TOTAL = re.compile(r"(?:(?:grand |sub-? ?)?totals?|(?:number|no\.?|count|sum) of|count|sum|average|mean)\b", re.IGNORECASE)
"""How the label of a row of totals begins."""


def take_rows(assembler: Assembler, labels: Labels, grid: Grid, header: Header) -> None:
    """Take a table with one meeting in each row, if it is one."""
    title_at = next((column for column, label in sorted(header.labels.items()) if label.key == "title"), None)
    body = grid.rows[header.last + 1 :]
    in_columns: dict[int, list[str]] = {}
    for row in body:
        for column, cell in row.cells if len(row.cells) > 1 else ():
            in_columns.setdefault(column, []).append(cell.text)
    texts = {at: in_columns.get(at, []) for at in header.labels}
    seats = seat_table(header, texts)
    known = [label if label.read_as == SEAT else as_evidence(label, texts[column]) for column, label in header.labels.items()]
    columns = [title_at] if title_at is not None else [column for column in sorted(header.labels) if header.labels[column].key is None]
    columns += [0] if title_at is None and 0 not in header.labels else []
    for column in columns if seats is None else ():
        titles = in_columns.get(column, [])
        if titles and are_of_meetings(known, titles=titles) and not _compares(header, texts, column):
            title_at = column
            break
    else:
        title_at = seats.title_at if seats is not None else None
    if title_at is None and are_of_meetings([*known, Label("", "title")]) and _take_blocks(assembler, labels, grid):
        return
    if title_at is None:
        assembler.leave_table(Run(cell.text, cell.place) for row in grid.rows for _, cell in row.cells)
        return
    groups = assembler.groups_here()
    assembler.use(groups)
    for row in grid.rows[: header.row]:
        assembler.over += [Run(cell.text, cell.place) for _, cell in row.cells if len(row.cells) == 1]
        for _, cell in row.cells:
            assembler.leave(Run(cell.text, cell.place), OUTSIDE)
    if seats is not None:
        assembler.found.labels += labels_of(header, seats)
        take_seats(assembler, grid, header, seats, groups)
        return
    assembler.found.labels += header.runs
    _RowReader(assembler, labels, grid, header, title_at, groups).read()


def _compares(header: Header, texts: Mapping[int, Sequence[str]], title_at: int) -> bool:
    """Whether a table compares or counts meetings rather than describes them: it has pairs of meetings, or only figures about each."""
    titles = set(map(bare, texts.get(title_at, ())))
    others = {at: label for at, label in header.labels.items() if at != title_at and label.key != "number" and not label.mapped}
    for at, label in others.items():
        if label.key in (None, "title") and (fold(label.text) in _JOINS or (titles and _are_paired(titles, texts[at]))):
            return True
    counted = [at for at in others if not all(map(is_missing_figure, texts[at]))]
    return len(counted) >= _FEW and all(are_figures(texts[at]) and header.labels[at].read_as != SEAT for at in counted)


def _are_paired(titles: AbstractSet[str], texts: Sequence[str]) -> bool:
    """Whether a second column repeats some of `titles`, and has titles in most of its cells."""
    return bool(titles & set(map(bare, texts))) and sum(map(looks_like_title, texts)) * _FEW >= len(texts)


def _take_blocks(assembler: Assembler, labels: Labels, grid: Grid) -> bool:
    """Take a table with a title, a row of labels and a row of values for each meeting; whether it was such a table."""
    kinds = [_kind_of(labels, row) for row in grid.rows]
    if any(kind == after == "values" for kind, after in pairwise(kinds)) or "values" not in kinds:
        return False
    if kinds.count("labels") == 1 and "title" not in kinds and not assembler.has_title:
        return False
    assembler.begin_table()
    heads: dict[int, TableCell] = {}
    for kind, row in zip(kinds, grid.rows, strict=True):
        if kind == "title":
            ((_, title),) = row.cells
            assembler.heading(Run(title.text, title.place), wide=True)
        elif kind == "labels":
            heads = dict(row.cells)
            assembler.found.labels += [(labels.read(cell.text), cell.place) for _, cell in row.cells]
        else:
            for column, cell in row.cells:
                head = heads.get(column)
                label = labels.read(head.text) if head is not None else Label("", None)
                assembler.pair(label, Run(cell.text, cell.place), head.place if head is not None else cell.place)
    assembler.end_table()
    return True


def _kind_of(labels: Labels, row: Row) -> str:
    """Whether a row is a title, labels or values."""
    if len(row.cells) == 1:
        return "title"
    known = sum(labels.read(cell.text).key is not None for _, cell in row.cells)
    return "labels" if known * _FEW > len(row.cells) else "values"


@dataclass
class _RowReader:
    """Reads the rows below a header."""

    assembler: Assembler
    labels: Labels
    grid: Grid
    header: Header
    title_at: int
    over: list[Run]
    _unused: list[Run] = field(default_factory=list)
    """The headings in the table under which no meeting was found yet."""

    def read(self) -> None:
        """Give each row to the assembler."""
        groups = list(self.over)
        meeting: FoundMeeting | None = None
        for index, row in self._rows():
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
            elif meeting is not None:
                self._add(meeting, row, index, whole=False)
            else:
                for _, cell in row.cells:
                    self.assembler.leave(Run(cell.text, cell.place), "The row has no title of a meeting.")
        for run in self._unused:
            self.assembler.leave(run, OUTSIDE)

    def _rows(self) -> Iterator[tuple[int, Row]]:
        """The rows below the header with their indexes, without repeated headers and totals."""
        heads = {fold(label.text) for label in self.header.labels.values()}
        for index, row in enumerate(self.grid.rows[self.header.last + 1 :], self.header.last + 1):
            if all(fold(" ".join(cell.text.split())) in heads for _, cell in row.cells):
                self.assembler.found.labels += [(self.labels.read(cell.text), cell.place) for _, cell in row.cells]
            elif _is_total(row):
                for _, cell in row.cells:
                    self.assembler.leave(Run(cell.text, cell.place), OUTSIDE)
            else:
                yield index, row

    def _is_wide(self, row: Row) -> bool:
        return row.cells[0][1].columns > 1 or row.cells[0][1].heading

    def _meeting(self, row: Row, index: int, title: TableCell, groups: list[Run]) -> FoundMeeting | None:
        if len(title.text) > _LONGEST_TITLE or not any(character.isalpha() for character in title.text) or _is_foot(title.text):
            for _, cell in row.cells:
                self.assembler.leave(Run(cell.text, cell.place), "The row has no title of a meeting.")
            return None
        meeting = FoundMeeting(Run(title.text, title.place), [], list(groups), list(self.assembler.over))
        self._add(meeting, row, index, whole=True)
        self._unused = [run for run in self._unused if run not in groups]
        self.assembler.found.meetings.append(meeting)
        return meeting

    def _add(self, meeting: FoundMeeting, row: Row, index: int, *, whole: bool) -> None:
        """Add the texts of a row's cells; for a row that is a `whole` meeting, also those of merged cells that reach down into it."""
        cells = dict(row.cells)
        if whole:
            cells = {**self.grid.over.get(index, {}), **cells}
        first = {} if whole else {one.label: at for at, one in reversed([*enumerate(meeting.texts)]) if one.member is None}
        cells = self._without_seat(meeting, cells)
        for column, cell in sorted(cells.items()):
            if column == self.title_at and whole:
                continue
            label = self.header.labels.get(column, Label("", None))
            if label.read_as == SEAT:
                meeting.texts.append(LabelledText(label, cell.text, cell.place, self.header.seat(label, cell.text)))
                continue
            if (there := first.get(label)) is not None:
                meeting.texts[there] = meeting.texts[there]._replace(text=f"{meeting.texts[there].text}\n{cell.text}")
            else:
                if not whole:
                    first.setdefault(label, len(meeting.texts))
                meeting.texts.append(LabelledText(label, cell.text, cell.place))

    def _without_seat(self, meeting: FoundMeeting, cells: Mapping[int, TableCell]) -> dict[int, TableCell]:
        """`cells` without those of one seat, an organisation and its post in columns of their own, which are added to `meeting`."""
        texts = {column: cells[column].text for column in self._seat if column in cells}
        columns = member_columns(self._seat) if len(texts) == _FEW else None
        if columns is None or columns.organisation is None or columns.post is None or any(map(_is_list, texts.values())):
            return dict(cells)
        cell = cells[columns.organisation]
        member = member_in(columns, texts)
        meeting.texts.append(LabelledText(self.header.labels[columns.organisation], ", ".join(texts.values()), cell.place, member=member))
        return {column: one for column, one in cells.items() if column not in texts}

    @cached_property
    def _seat(self) -> dict[int, str]:
        """The headings of the columns of who attends, where there are two: for the organisation and for its post."""
        headings = {at: one.text for at, one in self.header.labels.items() if one.key == "participants" and one.read_as != SEAT}
        return headings if len(headings) == _FEW else {}


def _is_list(text: str) -> bool:
    """Whether a cell has several things in it."""
    return re.search(r"[;\n]|, ", text.strip()) is not None


def _is_stub(text: str) -> bool:
    """Whether a row that has only this text is a meeting of which only the title is known."""
    return looks_like_title(text) and text.rstrip()[-1:] not in ".:;!?"


def _is_total(row: Row) -> bool:
    """Whether a row has the totals of the columns: only figures behind a word such as `Total`, or that word alone."""
    (_, first), *others = row.cells
    label = _TOTAL.match(first.text.strip())
    if label is None or not (others or label.group() == first.text.strip()):
        return False
    return all(is_figure(cell.text) or is_missing_figure(cell.text) for _, cell in others)


def _is_foot(text: str) -> bool:
    """Whether a row that begins with this text is the foot of a table: a total, a source, a note."""
    word = fold(text).lstrip("* ")
    if word.startswith("total"):
        return word.endswith("s") or not names_one(text)  # `Total boards`, but not `Total Respect Panel`
    return word.startswith(("source:", "note:", "notes:", "key:", "nb", "n.b.", "please note")) or text.lstrip().startswith("*")
