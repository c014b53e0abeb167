"""What a report and an answer say of the cells of a partners' sheet that came back."""

from dataclasses import replace

import pytest

from govreg.analysis.partner_sheet.cell import CellResult, Outcome
from govreg.analysis.partner_sheet.merge import MergeResult
from govreg.analysis.partner_sheet.rows import FilledSheet, SheetCell, SheetRow
from govreg.model.edits import RegisterChange
from govreg.report import Heading, Paragraph, Table
from govreg.views.partner_merge import answers, counted, needs_attention, sheet_report


def cell(outcome: Outcome, field: str = "Level", row: int = 3, **more: str) -> CellResult:
    """A cell of the sheet of meetings."""
    written = {"old": "strategic", "new": "tactical", **more}
    return CellResult(outcome, f"Meetings!$B${row}", f"Meetings, row {row}", "Board", field, **written)  # type: ignore[arg-type] # all are texts


NOT_UNDERSTOOD = "Level: not understood. The register says “strategic”, and you wrote “tactical”."
NEW_ROW = cell("taken", "", 7, old="", new="", why="A new meeting.")


def result(*cells: CellResult) -> MergeResult:
    """A merge in which this became of the cells."""
    return MergeResult(cells, RegisterChange(), 5)


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        ((), "Nothing was changed in the sheet"),
        ((cell("unchanged"),), "Nothing was changed in the sheet"),
        ((cell("taken"),), "1 change"),
        ((cell("taken"), cell("taken", "Kind")), "2 changes"),
        ((NEW_ROW, cell("taken", row=7)), "1 new row"),
        ((NEW_ROW, cell("taken", row=3)), "1 new row and 1 change"),
        ((NEW_ROW, cell("not understood", row=7)), "1 new row and 1 not understood"),
        ((cell("not understood", ""), cell("taken")), "1 change and 1 not understood"),
        ((cell("conflict"), cell("comment"), cell("comment")), "1 conflict and 2 comments"),
    ],
)
def test_a_new_row_counts_once(cells: tuple[CellResult, ...], sentence: str) -> None:
    assert counted(result(*cells)) == sentence


@pytest.mark.parametrize(
    ("outcome", "needed"), [("conflict", True), ("not understood", True), ("comment", True), ("taken", False), ("unchanged", False)]
)
def test_somebody_has_to_look_at_what_was_not_taken(outcome: Outcome, needed: bool) -> None:  # noqa: FBT001 - a row of the table
    assert needs_attention(result(cell(outcome), cell("taken"))) is needed


def test_what_needs_attention_comes_first_and_what_is_unchanged_is_left_out() -> None:
    outcomes: tuple[Outcome, ...] = ("taken", "unchanged", "comment", "not understood", "conflict")
    report = sheet_report(result(*map(cell, outcomes)), "back.xlsx", ("It has hidden rows.", "It has macros."))

    assert [block.text for block in report.blocks if isinstance(block, Heading)] == [
        "Corrections in back.xlsx",
        "Conflicts",
        "Not understood",
        "Comments",
        "Changes",
    ]
    assert report.foot == ("It has macros.", "Cells that are blank or say what they said when the sheet was made change nothing.")


def test_whoever_keeps_the_register_sees_how_to_add_what_a_partner_names() -> None:
    for outcome, says in (("not understood", True), ("conflict", False)):
        blocks = sheet_report(result(cell(outcome)), "back.xlsx").blocks  # type: ignore[arg-type] # an outcome
        assert any("govreg new organisation NAME" in block.text for block in blocks if isinstance(block, Paragraph)) is says


def test_a_row_of_the_table_is_a_cell() -> None:
    (table,) = (block for block in sheet_report(result(cell("taken", old="a\nb")), "back.xlsx").blocks if isinstance(block, Table))

    assert table.rows == (("Board", "Level", "a; b", "tactical", "taken", "", "Meetings!$B$3"),)


def test_machines_get_every_cell() -> None:
    data = sheet_report(result(cell("taken", old="a\nb", why="Because.")), "back.xlsx").data()

    assert data == {
        "file": "back.xlsx",
        "conflict": 0,
        "not_understood": 0,
        "comment": 0,
        "taken": 1,
        "unchanged": 0,
        "untouched": 5,
        "created": [],
        "cells": [
            {
                "cell": "Meetings!$B$3",
                "row": "Meetings, row 3",
                "meeting": "Board",
                "field": "Level",
                "result": "taken",
                "register": "a\nb",
                "sheet": "tactical",
                "reason": "Because.",
            }
        ],
    }


SHEET = FilledSheet(
    "Meetings",
    is_seats=False,
    columns={"title": 0, "level": 1, "answer": 4},
    first=3,
    rows=tuple(SheetRow(f"Meetings, row {row}", {"title": SheetCell("Board", f"Meetings!A{row}")}) for row in (3, 4)),
)


@pytest.mark.parametrize(
    ("one", "written", "details"),
    [
        (cell("taken"), True, "Level: taken. It was “strategic”, and is now “tactical”."),
        (cell("taken"), False, "Level: can be taken. The register says “strategic”, and would say “tactical”."),
        (cell("taken", old=""), True, "Level: taken. It was nothing, and is now “tactical”."),
        (cell("taken", new="(delete)"), True, "Level: taken. It was “strategic”, and is now empty."),
        (cell("taken", new="(delete)"), False, "Level: can be taken. The register says “strategic”, and would say nothing."),
        (cell("taken", "Who", old="NHS", new="(delete)"), True, "Who: taken. The seat of “NHS” is removed."),
        (cell("taken", "Who", old="NHS", new="(delete)"), False, "Who: can be taken. The seat of “NHS” would be removed."),
        (cell("taken", "Who", old="NHS", new="OPCC"), True, "Who: taken. It was “NHS”, and is now “OPCC”."),
        (cell("unchanged", why="So."), True, "Level: unchanged. The register says “strategic”. So."),
        (cell("conflict", why="Both."), True, "Level: conflict. The register says “strategic”, and you wrote “tactical”. Both."),
        (cell("not understood", old="a\nb"), True, "Level: not understood. The register says “a; b”, and you wrote “tactical”."),
        (cell("comment", why="Write it."), True, "Level: your comment “tactical” is shown to those who keep the register. Write it."),
        (cell("comment", "", why="Write it."), True, "Your comment “tactical” is shown to those who keep the register. Write it."),
        (cell("taken", "", new="", why="A new meeting."), True, "Taken. A new meeting."),
        (cell("not understood", "", why="No column."), True, "Not understood: tactical. No column."),
        (cell("taken", new="x" * 300), True, f"Level: taken. It was “strategic”, and is now “{'x' * 300}”."),
        (cell("taken", new="x" * 301), True, f"Level: taken. It was “strategic”, and is now “{'x' * 299}…”."),
        (
            replace(cell("not understood", why="A secret."), clashes_with_register=True),
            True,
            f"{NOT_UNDERSTOOD} It doesn't fit the rest of the register. Ask whoever keeps it.",
        ),
    ],
)
def test_the_answer_about_a_cell(one: CellResult, written: bool, details: str) -> None:  # noqa: FBT001 - a row of the table
    (answer,) = answers(result(one), [SHEET], written=written)

    assert answer.rows[3].details == details
    assert answer.rows[3].cells == ({} if one.outcome == "comment" else {"B3": one.outcome})
    assert (answer.rows[4].result, answer.rows[4].details, answer.rows[4].cells) == ("unchanged", "", {})
    assert (answer.sheet, answer.titles, answer.columns) == ("Meetings", 2, {"answer": 4})


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ((cell("taken"),), "taken"),
        ((cell("taken"), cell("taken", "Kind"), cell("conflict")), "1 conflict, 2 taken"),
        ((cell("comment"), cell("comment")), "2 comments"),
        ((cell("comment"), cell("taken")), "1 comment, 1 taken"),
        ((cell("taken", ""), cell("taken"), cell("not understood")), "1 not understood, 1 taken"),
        ((cell("taken", ""), cell("taken")), "taken"),
    ],
)
def test_the_answer_about_a_row(cells: tuple[CellResult, ...], says: str) -> None:
    (answer,) = answers(result(*cells), [SHEET], written=True)

    assert answer.rows[3].result == says
