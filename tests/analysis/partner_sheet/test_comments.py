"""Comments on cells are passed on with the meeting and the field that they are on."""

import pytest

from govreg.analysis.partner_sheet.columns import MEETING_COLUMNS
from govreg.analysis.partner_sheet.comments import comments
from govreg.analysis.partner_sheet.rows import filled_sheets
from govreg.model.document import Paragraph
from papers import paper, table

MEETINGS = table(("Meeting", *["Level"] * 27), ("Board", "tactical"), place="Bob's", name="Bob's")
SEATS = table(("Meeting", "Who", "Post", "Ours"), ("Board", "OPCC", "ACC"), place="Seats", name="Seats")


def read(text: str, place: str, *, aside: bool = True) -> list[tuple[str, ...]]:
    """The place, row, meeting and field of a comment in this place."""
    document = paper(MEETINGS, SEATS, Paragraph(text, place, aside=aside))
    return [(one.place, one.row, one.meeting, one.field) for one in comments(document, tuple(filled_sheets(document)))]


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("comment on 'Bob''s'!B2", [("'Bob''s'!B2", "Bob's, row 2", "Board", "Level")]),
        ("note on Bob's!$A$2", [("Bob's!$A$2", "Bob's, row 2", "Board", "Meeting")]),
        ("comment on Seats!C2", [("Seats!C2", "Seats, row 2", "Board", "Post")]),
        ("comment on Seats!D2", [("Seats!D2", "Seats, row 2", "Board", "")]),
        ("comment on Seats!AA2", [("Seats!AA2", "Seats, row 2", "Board", "")]),
        ("comment on Seats!A9", [("Seats!A9", "Seats, row 9", "", "")]),
        ("footnote 1", []),
    ],
)
def test_a_comment_is_on_a_cell(place: str, found: list[tuple[str, ...]]) -> None:
    assert read("Why?", place) == found


def test_the_sheets_own_notes_and_other_paragraphs_are_no_comments() -> None:
    assert read(MEETING_COLUMNS[0].help, "note on Seats!A1") == []
    assert read("Why?", "comment on Seats!A2", aside=False) == []
