"""The comments and notes on cells of a partners' sheet that came back, beside the rows that they are on."""

import re
from collections.abc import Iterator, Sequence

from govreg.analysis.partner_sheet.cell import CellResult
from govreg.analysis.partner_sheet.columns import MEETING_COLUMNS, SEAT_COLUMNS, SEAT_MEETING, SENDER
from govreg.analysis.partner_sheet.rows import FilledSheet, column_of
from govreg.model.document import Document, Paragraph
from govreg.model.names import fold

_PLACE = re.compile(r"(?:note|comment) on (?P<cell>(?P<sheet>.+)!\$?(?P<column>[A-Z]{1,3})\$?(?P<row>[0-9]{1,7}))")
_OWN = frozenset(fold(column.help) for column in (*MEETING_COLUMNS, SEAT_MEETING, SENDER, *SEAT_COLUMNS))
"""The notes that the sheet has on its titles when it is made."""
_WHY = "A comment changes nothing. If it asks for a change, write the change into the cell."


def comments(document: Document, sheets: Sequence[FilledSheet]) -> Iterator[CellResult]:
    """What partners wrote in comments and notes on cells of `document`, of which `sheets` hold meetings or seats."""
    rows = {row.place: (sheet, row) for sheet in sheets for row in sheet.rows}
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.aside and (at := _PLACE.fullmatch(block.place)) and fold(block.text) not in _OWN:
            name = at["sheet"].removeprefix("'").removesuffix("'").replace("''", "'")
            place = f"{name}, row {at['row']}"
            meeting = field = ""
            if place in rows:
                sheet, row = rows[place]
                meeting = row.text(SEAT_MEETING.key if sheet.is_seats else "title")
                key = next((key for key, column in sheet.columns.items() if column == _number(at["column"])), "")
                field = _title(key, is_seats=sheet.is_seats)
            yield CellResult("comment", at["cell"], place, meeting, field, new=block.text, why=_WHY)


def _title(key: str, *, is_seats: bool) -> str:
    try:
        return column_of(key, is_seats=is_seats).title
    except KeyError:  # a column of the partner's own, or one that an answer added
        return ""


def _number(letters: str) -> int:
    """The number of a column, from 0, by its letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
