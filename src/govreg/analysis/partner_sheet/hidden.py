"""The hidden sheet by which a partners' sheet is known when it comes back: for whom it was made, and fingerprints of its cells."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from govreg.analysis.partner_sheet.texts import unpacked
from govreg.model.document import Document, DocumentTable

MARK = "govreg partners' sheet"
VERSION = "1"
"""The version of the sheet's layout."""
NAME = "govreg"
"""The name of the hidden sheet."""
MEETINGS, SEATS = "Meetings", "Seats"
"""The names of the sheets to fill in; these may be changed, as the row of keys says what a sheet holds."""
_DIGITS = 12

Fingerprints = Mapping[str, str]
"""The fingerprint of each cell of a row that wasn't blank, by the key of its column."""


@dataclass(frozen=True)
class NewHiddenSheet:
    """What the hidden sheet of a new sheet for partners says."""

    visibility: str
    """The audience that the sheet is made for."""
    people: bool
    """Whether it names persons."""
    meetings: Mapping[str, str]
    """By id, the fingerprints of the cells of a meeting's row, packed."""
    seats: Mapping[str, str]
    """By the row's own name, `meeting#place`, those of the cells of a seat's row."""

    @cached_property
    def revision(self) -> str:
        """A digest of all that the sheet says, by which people can tell two sheets apart."""
        digest = sha256()
        for rows in (self.meetings, self.seats):
            for id_, prints in rows.items():
                digest.update(f"{id_} {prints}\n".encode())
        return digest.hexdigest()[:_DIGITS]

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The rows of the sheet."""
        return (
            (MARK, VERSION, self.visibility, "people" if self.people else "", self.revision),
            *((f"{MEETINGS} {id_} {prints}",) for id_, prints in self.meetings.items()),
            *((f"{SEATS} {id_} {prints}",) for id_, prints in self.seats.items()),
        )


@dataclass(frozen=True)
class HiddenSheet:
    """What the hidden sheet says of a sheet that came back."""

    visibility: str
    """The audience that the sheet was made for."""
    people: bool
    """Whether it names persons."""
    meetings: Mapping[str, Fingerprints] = field(default_factory=dict)
    """By id, the cells of a meeting's row."""
    seats: Mapping[str, Fingerprints] = field(default_factory=dict)
    """By the row's own name, the cells of a seat's row."""


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
    meetings, seats = dict[str, Fingerprints](), dict[str, Fingerprints]()
    for row in range(1, len(table.rows)):
        sort, _, rest = texts_of(table, row).get(0, "").partition(" ")
        id_, _, prints = rest.partition(" ")
        if sort in (MEETINGS, SEATS):
            (meetings if sort == MEETINGS else seats)[id_] = unpacked(prints)
    return HiddenSheet(head.get(2, ""), head.get(3) == "people", meetings, seats)
