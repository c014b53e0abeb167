"""The hidden sheet by which a partners' sheet is known when it comes back: for whom it was made, and fingerprints of its cells."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from govreg.analysis.partner_sheet.texts import packed, unpacked
from govreg.model.document import Document, DocumentTable

MARK = "govreg partners' sheet"
VERSION = "1"
"""The version of the sheet's layout."""
NAME = "govreg"
"""The name of the hidden sheet."""
MEETINGS, SEATS = "Meetings", "Seats"
"""The names of the sheets to fill in; these may be changed, as the row of keys says what a sheet holds."""
_DIGITS = 12

Prints = Mapping[str, str]
"""The fingerprint of each cell of a row that wasn't blank, by the key of its column."""


@dataclass(frozen=True)
class HiddenSheet:
    """What the hidden sheet says."""

    sees: str
    """The audience that the sheet was made for."""
    people: bool
    """Whether it names persons."""
    meetings: Mapping[str, Prints] = field(default_factory=dict)
    """By id, the cells of a meeting's row."""
    seats: Mapping[str, Prints] = field(default_factory=dict)
    """By the row's own name, `meeting#place`, the cells of a seat's row."""

    @property
    def revision(self) -> str:
        """A digest of all that the sheet says, by which people can tell two sheets apart."""
        said = "\n".join(f"{id_} {packed(prints)}" for rows in (self.meetings, self.seats) for id_, prints in rows.items())
        return sha256(said.encode()).hexdigest()[:_DIGITS]

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The rows of the sheet."""
        return (
            (MARK, VERSION, self.sees, "people" if self.people else "", self.revision),
            *((MEETINGS, id_, packed(prints)) for id_, prints in self.meetings.items()),
            *((SEATS, id_, packed(prints)) for id_, prints in self.seats.items()),
        )


def hidden_sheet(document: Document) -> HiddenSheet | None:
    """What the hidden sheet of `document` says; None if it has none, and so is no partners' sheet."""
    for block in document.blocks:
        if isinstance(block, DocumentTable) and block.rows and texts_of(block, 0).get(0) == MARK:
            return _read(block)
    return None


def texts_of(table: DocumentTable, row: int) -> Mapping[int, str]:
    """The texts of the `row` of `table`, from 0, by their column."""
    return {column: cell.text for column, cell in table.rows[row].cells}


def _read(table: DocumentTable) -> HiddenSheet:
    head = texts_of(table, 0)
    meetings, seats = dict[str, Prints](), dict[str, Prints]()
    for row in range(1, len(table.rows)):
        cells = texts_of(table, row)
        rows = {MEETINGS: meetings, SEATS: seats}.get(cells.get(0, ""))
        if rows is not None and cells.get(1):
            rows[cells[1]] = unpacked(cells.get(2, ""))
    return HiddenSheet(head.get(2, ""), head.get(3) == "people", meetings, seats)
