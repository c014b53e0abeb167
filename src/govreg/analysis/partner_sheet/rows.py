"""The rows of a partners' sheet that came back, in whatever order its rows and columns are now."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from govreg.analysis.partner_sheet.columns import MEETING_COLUMNS, SEAT_COLUMNS, SEAT_MEETING, SENDER, SheetColumn
from govreg.analysis.partner_sheet.hidden import MARK, Fingerprints, texts_of
from govreg.analysis.partner_sheet.texts import fingerprint
from govreg.model.document import Document, DocumentTable
from govreg.model.names import fold

ID, ID_TITLE = "id", "Row (leave as it is)"
"""The key and the title of the hidden column with the id of a row."""
ANSWER = ("answer", "details")
"""The keys of the columns that an answer adds; what comes back in them corrects nothing."""
ANSWER_TITLES = {"answer": ANSWER[0], "answer in full": ANSWER[1]}
"""The titles of these columns, folded."""

_MOST_TITLES = 5
"""How many rows at the top are looked at for titles, where the hidden row of keys is gone."""
_FEWEST = 2
"""How many columns must be known for a row to be one of titles."""
_IDENTIFYING = frozenset({ID, SENDER.key, MEETING_COLUMNS[0].key})
"""Keys of columns of which a sheet of meetings or seats has at least one."""
_ROW_NUMBER = re.compile(r"(\d+)$")


class SheetCell(NamedTuple):
    """A cell: what it says, and where it is."""

    text: str
    place: str


@dataclass(frozen=True)
class SheetRow:
    """A row of a sheet, its cells by the keys of their columns; blank cells are left out."""

    place: str
    cells: Mapping[str, SheetCell]
    unknown: Sequence[SheetCell] = ()
    """Cells in columns that the sheet did not have when it was made."""

    @property
    def id(self) -> str:
        """The hidden id; empty in a new row."""
        return self.cells[ID].text if ID in self.cells else ""

    @property
    def fields(self) -> Mapping[str, SheetCell]:
        """The cells that a person fills in."""
        return {key: cell for key, cell in self.cells.items() if key not in (ID, *ANSWER)}

    def is_as_it_was(self, name: str, prints: Fingerprints) -> bool:
        """Whether every cell says what it said when the sheet was made, by the fingerprints of the row called `name`."""
        return all(fingerprint(name, key, cell.text) == prints.get(key, "") for key, cell in self.fields.items())

    def text(self, key: str) -> str:
        """The text of the cell in the column `key`; empty if it is blank."""
        return self.cells[key].text if key in self.cells else ""


@dataclass(frozen=True)
class FilledSheet:
    """A sheet of the workbook that holds meetings or seats."""

    name: str
    is_seats: bool
    columns: Mapping[str, int]
    """The column, from 0, of each key."""
    first: int
    """The number of its first row of data, from 1."""
    rows: tuple[SheetRow, ...]


def filled_sheets(document: Document) -> Iterator[FilledSheet]:
    """The sheets of `document` that hold meetings or seats; others are left alone."""
    for block in document.blocks:
        if isinstance(block, DocumentTable) and block.rows and texts_of(block, 0).get(0) != MARK:
            sheet = _sheet(block)
            if sheet is not None:
                yield sheet


def _sheet(table: DocumentTable) -> FilledSheet | None:
    for row in range(min(_MOST_TITLES, len(table.rows))):
        for names in (_KEYS, _TITLES):
            columns = _columns(texts_of(table, row), names)
            if SENDER.key in columns and "title" in columns:  # the title of another column on the sheet of meetings
                columns[SEAT_MEETING.key] = columns.pop("title")
            if columns.keys() & _IDENTIFYING and len(columns.keys() - {ID, *ANSWER}) >= _FEWEST:
                start = row + 2 if names is _KEYS else row + 1  # the titles are below the keys
                rows = tuple(_rows(table, start, columns))
                number = _number(table.rows[start].place) if start < len(table.rows) else start + 1
                return FilledSheet(table.name or table.place, SENDER.key in columns, columns, number, rows)
    return None


def _columns(texts: Mapping[int, str], names: Mapping[str, str]) -> dict[str, int]:
    """The columns whose text in a row is one of `names`, by key; of two for one key the first."""
    found: dict[str, int] = {}
    for column, text in sorted(texts.items()):
        key = names.get(fold(text))
        if key is not None:
            found.setdefault(key, column)
    return found


_ALL = (*MEETING_COLUMNS, SEAT_MEETING, SENDER, *SEAT_COLUMNS)
_KEYS = {key: key for key in (*(column.key for column in _ALL), ID, *ANSWER)}
_TITLES = {**{fold(column.title): column.key for column in reversed(_ALL)}, **ANSWER_TITLES, fold(ID_TITLE): ID}


def _rows(table: DocumentTable, start: int, columns: Mapping[str, int]) -> Iterator[SheetRow]:
    keys = {place: key for key, place in columns.items()}
    for row in table.rows[start:]:
        cells = {keys[column]: SheetCell(cell.text, cell.place) for column, cell in row.cells if column in keys and cell.text}
        unknown = tuple(SheetCell(cell.text, cell.place) for column, cell in row.cells if column not in keys and cell.text)
        if cells.keys() - {ID, *ANSWER} or unknown:
            yield SheetRow(row.place, cells, unknown)


def _number(place: str) -> int:
    found = _ROW_NUMBER.search(place)
    return int(found[1]) if found else 0


def column_of(key: str, *, is_seats: bool) -> SheetColumn:
    """The column with this key."""
    return (_SEATS if is_seats else _MEETINGS)[key]


_MEETINGS = {column.key: column for column in MEETING_COLUMNS}
_SEATS = {column.key: column for column in (SEAT_MEETING, SENDER, *SEAT_COLUMNS)}
