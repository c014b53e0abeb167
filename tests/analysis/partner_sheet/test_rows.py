"""The rows of a partners' sheet, whatever became of its rows of titles and of its columns."""

from collections.abc import Mapping
from typing import Any

import pytest

from govreg.analysis.partner_sheet.hidden import HiddenSheet, NewHiddenSheet, hidden_sheet
from govreg.analysis.partner_sheet.rows import FilledSheet, column_of, filled_sheets
from papers import paper, table

KEYS, TITLES = ("title", "lead", "id"), ("Meeting", "Led by", "Row (leave as it is)")
ROW = ("Finance Board", "OPCC", "finance-board")


def read(*rows: tuple[str, ...], name: str = "Ours") -> FilledSheet | None:
    """The sheet with these rows; None if it is another."""
    return next(filled_sheets(paper(table(*rows, place="Ours", name=name))), None)


def texts(sheet: FilledSheet | None) -> list[Mapping[str, str]]:
    """What each row of `sheet` says."""
    assert sheet is not None
    return [{key: cell.text for key, cell in row.cells.items()} for row in sheet.rows]


@pytest.mark.parametrize(
    ("above", "first"),
    [
        ([KEYS, TITLES], 3),
        ([TITLES], 2),
        ([("Please check",), KEYS, TITLES], 4),
        ([("1",), ("2",), ("3",), TITLES], 5),
        ([("1",), ("2",), ("3",), ("4",), TITLES], 6),
    ],
)
def test_the_rows_begin_below_the_titles(above: list[tuple[str, ...]], first: int) -> None:
    sheet = read(*above, ROW)

    assert texts(sheet) == [dict(zip(KEYS, ROW, strict=True))]
    assert sheet is not None
    assert (sheet.first, sheet.is_seats, sheet.columns) == (first, False, {"title": 0, "lead": 1, "id": 2})
    assert sheet.rows[0].place == f"Ours, row {first}"


@pytest.mark.parametrize(
    "rows",
    [
        [("1",), ("2",), ("3",), ("4",), ("5",), TITLES, ROW],
        [("Meeting", "Our number"), ROW],
        [("Meeting", "Row (leave as it is)"), ROW],
        [("Purpose", "Level"), ROW],
    ],
)
def test_other_tables_are_left_alone(rows: list[tuple[str, ...]]) -> None:
    assert read(*rows) is None


def test_a_sheet_without_rows_says_where_they_would_begin() -> None:
    sheet = read(KEYS, TITLES)

    assert sheet is not None
    assert (sheet.rows, sheet.first) == ((), 3)


def test_titles_tell_seats_from_meetings() -> None:
    sheet = read(("Meeting", "Who", "Post"), ("Finance Board", "OPCC", "ACC"))

    assert sheet is not None
    assert sheet.is_seats
    assert texts(sheet) == [{"of": "Finance Board", "sender": "OPCC", "role": "ACC"}]


def test_the_first_of_two_columns_of_one_title_counts() -> None:
    assert texts(read(("Meeting", "Level", "level"), ("Board", "tactical", "strategic"))) == [{"title": "Board", "level": "tactical"}]


def test_rows_without_a_correction_are_left_out() -> None:
    above = ("title", "lead", "id", "answer", "details")
    sheet = read(above, above, ("", "", "finance-board", "taken", "More"), ("", "", "", "", ""), ("Forum", "", "", "taken", ""))

    assert texts(sheet) == [{"title": "Forum", "answer": "taken"}]
    assert sheet is not None
    (row,) = sheet.rows
    assert (row.id, {*row.fields}, row.text("title"), row.text("lead")) == ("", {"title"}, "Forum", "")


def test_a_text_in_a_column_of_the_partners_own_is_kept_apart() -> None:
    sheet = read((*TITLES, "Ours"), ("", "", "", "Why?"), (*ROW, ""))

    assert sheet is not None
    assert [[cell.text for cell in row.unknown] for row in sheet.rows] == [["Why?"], []]


def test_a_sheet_is_known_by_its_hidden_sheet() -> None:
    made = NewHiddenSheet("partners", True, {"board": "title=12 lead=34"}, {"board#1": "sender=56"})  # noqa: FBT003 - it names persons
    hidden = table(*made.rows(), place="govreg")

    assert hidden_sheet(paper(table(KEYS, TITLES, ROW), hidden)) == HiddenSheet(
        "partners", people=True, meetings={"board": {"title": "12", "lead": "34"}}, seats={"board#1": {"sender": "56"}}
    )
    assert hidden_sheet(paper(table(KEYS, TITLES, ROW))) is None
    assert next(filled_sheets(paper(hidden)), None) is None
    assert made.rows()[0][:4] == ("govreg partners' sheet", "1", "partners", "people")


def test_a_revision_is_of_all_that_a_sheet_says() -> None:
    def revision(**parts: Any) -> str:
        return NewHiddenSheet(
            **{"visibility": "partners", "people": False, "meetings": {"a": "1"}, "seats": {"a#1": "2"}, **parts}
        ).revision

    assert len(revision()) == 12
    assert revision() == revision(visibility="public")
    assert (
        len({revision(), revision(meetings={"a": "2"}), revision(meetings={"b": "1"}), revision(seats={"a#1": "1"}), revision(seats={})})
        == 5
    )


def test_a_sheet_for_no_persons_says_so() -> None:
    made = NewHiddenSheet("public", False, {}, {})  # noqa: FBT003 - it names no persons

    assert hidden_sheet(paper(table(*made.rows()))) == HiddenSheet("public", people=False)


@pytest.mark.parametrize(
    ("key", "is_seats", "top", "required"),
    [
        ("title", False, "title", True),
        ("chair.role", False, "chair", False),
        ("lead", False, "lead", True),
        ("role", True, "participants", False),
    ],
)
def test_a_column_holds_a_field(key: str, is_seats: bool, top: str, required: bool) -> None:  # noqa: FBT001 - a row of the table
    column = column_of(key, is_seats=is_seats)

    assert (column.top, column.field.spec.required) == (top, required)
