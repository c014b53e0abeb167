"""What a cell asks for, by what it said when the sheet was made, what the register says now, and what it says now."""

import pytest

from govreg.analysis.partner_sheet.cell import Change, change_of, is_deletion
from govreg.analysis.partner_sheet.rows import column_of
from govreg.analysis.partner_sheet.texts import fingerprint

PURPOSE = column_of("purpose", is_seats=False)


@pytest.mark.parametrize(
    ("was", "ours", "theirs", "change"),
    [
        ("A", "A", "A", "none"),
        ("A", "A", " A ", "none"),
        ("A", "A", "", "none"),
        ("A", "A", " \n", "none"),
        ("A", "B", "A", "none"),
        ("A", "B", "", "none"),
        ("A", "A", "B", "set"),
        ("", "", "B", "set"),
        ("A", "B", "B", "same"),
        ("A", "B", "C", "conflict"),
        ("", "B", "C", "conflict"),
        ("A", "", "C", "conflict"),
        ("A", "A", "(delete)", "delete"),
        ("A", "B", "(delete)", "conflict"),
        ("A", "", "(delete)", "none"),
        ("", "", "(delete)", "none"),
        ("2016-11", "2016-11", "2016-11-01", "none"),
        ("2016-11", "2016-11", "2016-11-01 00:00:00", "none"),
        ("2016-11", "2016-11", "2016-11-01 00:00", "none"),
        ("2016", "2016", "2016-01-01", "none"),
        ("2016", "2016", "2016-02-01", "set"),
        ("2016-11", "2016-11", "2016-11-02", "set"),
        ("2016-11", "2016-11", "2016-12-01", "set"),
        ("2016-11", "2016-12", "2016-11-01", "none"),
        ("2016-11", "2016-11", "2017-01-01", "set"),
        ("2016", "2016", "2017-01-01", "set"),
    ],
)
def test_the_change_that_a_cell_makes(was: str, ours: str, theirs: str, change: Change) -> None:
    assert change_of(PURPOSE, "board", fingerprint("board", "purpose", was), ours, theirs) == change


@pytest.mark.parametrize(("text", "asks"), [("(delete)", True), (" (Delete) ", True), ("delete", False), ("", False)])
def test_one_word_deletes(text: str, asks: bool) -> None:  # noqa: FBT001 - a row of the table
    assert is_deletion(text) is asks
