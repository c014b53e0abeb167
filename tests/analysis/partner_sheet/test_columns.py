"""The columns of the sheet that partners correct are wide enough for what people read and write in them."""

import pytest

from govreg.analysis.partner_sheet.columns import MEETING_COLUMNS, SEAT_COLUMNS, SEAT_MEETING, SENDER, SheetColumn

COLUMNS = (*MEETING_COLUMNS, *SEAT_COLUMNS)
USUAL = {"date": "2017-03-31", "number": "1,000", "true or false": "yes", "truth": "yes"}


@pytest.mark.parametrize("column", COLUMNS, ids=[column.key for column in COLUMNS])
def test_a_column_has_room_for_its_longest_word(column: SheetColumn) -> None:
    spec = column.field.spec
    words = [*spec.words, *column.title.split(), USUAL.get(spec.kind, "")]

    assert column.width > max(map(len, words))


def test_a_column_is_as_wide_as_its_texts_are_long() -> None:
    widths = {column.key: column.width for column in (*COLUMNS, SEAT_MEETING, SENDER)}

    assert widths["voting"] == widths["people"] < widths["level"] == widths["from"] < widths["role"] < widths["title"] < widths["purpose"]
    assert widths["title"] == widths["of"] == widths["sender"]
    assert widths["title"] >= len("Avon and Somerset Safeguarding Board")


def test_whether_a_meeting_is_held_is_not_asked_by_a_column_about_something_else() -> None:
    assert "Held" not in [column.title for column in COLUMNS]
