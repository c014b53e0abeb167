"""An exported table of meetings changes the register only where somebody changed the table."""

import csv
import shutil
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from conftest import ROOT, Run
from editing import contents, write_register
from govreg.model.document import DocumentTable, TableCell, TableRow
from govreg.session.exported_table import ExportedTable, compared
from govreg.session.load import load_register

REGISTERS = ("register", "examples/cambridgeshire", "examples/devon-and-cornwall")
BUDGET = "meetings/budget-committee.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small register of `editing`."""
    write_register(tmp_path / "register")
    return tmp_path


@pytest.mark.parametrize("register", REGISTERS)
@pytest.mark.parametrize(
    "words", ["export --output a.csv", "export --output a.xlsx", "list --output a.xlsx", "export --for partners --output a.csv"]
)
def test_an_unchanged_table_changes_nothing(tmp_path: Path, run: Run, register: str, words: str) -> None:
    shutil.copytree(ROOT / register, tmp_path / "register")
    before = contents(tmp_path / "register")
    file = words.rsplit(" ", 1)[1]

    assert run(words, cwd=tmp_path).status == 0
    assert "Nothing was changed" in run(f"import {file}", cwd=tmp_path).out
    assert run(f"import {file} --write --take file", cwd=tmp_path).status == 0
    assert contents(tmp_path / "register") == before


def edited(folder: Path, change: Callable[[list[dict[str, str]]], object]) -> None:
    """Export the meetings as CSV, and have them changed, by id."""
    file = folder / "a.csv"
    rows = list(csv.DictReader(StringIO(file.read_text(encoding="utf-8-sig"))))
    names = list(rows[0])
    change(rows)
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, names, restval="")
        writer.writeheader()
        writer.writerows(rows)


def test_a_difference_is_a_conflict_until_the_file_is_taken(folder: Path, run: Run) -> None:
    run("export --output a.csv", cwd=folder)
    edited(folder, lambda rows: rows[1].update(level="tactical", focus="Savings; Something new"))
    before = contents(folder)

    shown = run("import a.csv", cwd=folder, columns=300).out
    assert "2 conflicts." in shown
    assert "--take file" in shown
    run("import a.csv --write", cwd=folder)
    assert contents(folder) == before
    run("import a.csv --write --take file", cwd=folder)
    text = (folder / "register" / BUDGET).read_text(encoding="utf-8")
    assert "level: tactical" in text
    assert "  # the first thing\n  - Savings\n" in text
    assert "  - Something new\n" in text


def test_a_value_for_an_empty_field_is_taken(folder: Path, run: Run) -> None:
    run("export --output a.csv", cwd=folder)
    edited(folder, lambda rows: rows[1].update(frequency="Quarterly", kind="board"))

    assert "2 changes." in run("import a.csv", cwd=folder).out
    run("import a.csv --write", cwd=folder)
    text = (folder / "register" / BUDGET).read_text(encoding="utf-8")
    assert "frequency: Quarterly" in text
    assert "kind: board" in text


def test_a_derived_column_changes_nothing_and_says_so(folder: Path, run: Run) -> None:
    run("export --output a.csv", cwd=folder)
    edited(folder, lambda rows: rows[1].update(per_year="12", participants="NHS; PCC"))
    before = contents(folder)

    assert "2 not understood." in run("import a.csv --take file", cwd=folder).out
    run("import a.csv --take file --write", cwd=folder)
    assert contents(folder) == before


def test_a_new_row_is_a_new_meeting(folder: Path, run: Run) -> None:
    run("export --output a.csv", cwd=folder)
    edited(folder, lambda rows: rows.append({"title": "Youth forum", "lead": "OPCC", "areas": "Bristol; Somerset"}))
    run("import a.csv --write", cwd=folder)

    assert (folder / "register/meetings/youth-forum.yaml").read_text(encoding="utf-8") == (
        "title: Youth forum\nlead: opcc\nareas:\n  - bristol\n  - somerset\n"
    )


def test_dates_of_a_workbook_are_dates(folder: Path, run: Run) -> None:
    run("export --output a.xlsx", cwd=folder)
    book = load_workbook(folder / "a.xlsx")
    sheet = book["Meetings"]
    names = {cell.value: cell.column or 0 for cell in sheet[1]}
    sheet.cell(3, names["last_met"]).value = "10 November 2026"
    book.save(folder / "a.xlsx")
    run("import a.xlsx --write", cwd=folder)

    assert "last_met: 2026-11-10" in (folder / "register" / BUDGET).read_text(encoding="utf-8")


COLUMNS = ["id", "title", "level", "frequency", "focus", "lead_id", "per_year", "last_met"]


def compare(folder: Path, *rows: dict[str, str], take_file: bool = False, name: str = "Meetings") -> ExportedTable:
    """What differs between the register and a table with `rows`, whose last column has no title."""
    lines = [dict(zip(COLUMNS, COLUMNS, strict=True)), *rows]
    drawn = (
        TableRow(
            tuple((at, TableCell(line.get(key, ""), f"{key}{number}")) for at, key in enumerate([*COLUMNS, "untitled"]) if key in line),
            f"row {number}",
        )
        for number, line in enumerate(lines, 1)
    )
    return compared(load_register(folder / "register"), DocumentTable(tuple(drawn), "sheet 1", name), take_file=take_file)


def cells(table: ExportedTable) -> list[tuple[str, dict[str, str]]]:
    """The rows with changes: the place of each, and the texts by key."""
    return [(row.place, {key: cell.text for key, cell in row.cells.items()}) for row in table.sheet.rows]


def test_only_cells_that_differ_are_taken_and_the_others_counted(folder: Path) -> None:
    same = {"id": "finance-board", "title": "Finance Board", "level": "strategic", "untitled": "a note"}
    found = compare(
        folder,
        same,
        {
            "id": "budget-committee",
            "title": "Budget committee",
            "level": "tactical",
            "frequency": "Monthly",
            "focus": "Savings; More; And more",
        },
    )

    assert cells(found) == [
        ("row 3", {"level": "tactical", "frequency.text": "Monthly", "focus": "Savings\nMore\nAnd more", "id": "budget-committee"})
    ]
    assert (found.unchanged, found.unread) == (3, ())
    assert (found.sheet.name, found.sheet.is_seats, found.sheet.first) == ("Meetings", False, 2)
    assert compare(folder, same, name="").sheet.name == "sheet 1"
    assert cells(compare(folder, same)) == []


def test_a_column_that_is_worked_out_is_reported_only_where_it_differs(folder: Path) -> None:
    same = {"id": "budget-committee", "lead_id": "opcc"}
    (one,) = compare(folder, same, {**same, "lead_id": "nhs"}, {"id": "gone", "lead_id": "nhs"}).unread

    assert (one.outcome, one.place, one.meeting, one.field, one.new) == (
        "not understood",
        "lead_id3",
        "Budget committee",
        "lead_id",
        "nhs",
    )
    assert one.why == "The register isn't changed from this column. Use “govreg set”, or a sheet of “govreg export --sheet”."


def test_a_new_row_has_no_id_and_an_unknown_id_is_kept(folder: Path) -> None:
    found = compare(folder, {"title": "Youth forum", "level": "tactical"}, {"id": "gone", "title": "Gone"})

    assert cells(found) == [("row 2", {"title": "Youth forum", "level": "tactical"}), ("row 3", {"title": "Gone", "id": "gone"})]


def test_every_field_that_a_table_shows_as_it_is_typed_is_taken(folder: Path) -> None:
    one = ["title", "kind", "level", "status", "status_reason", "quorum", "last_met", "next_meets", "purpose", "secretariat", "instances"]
    several = ["lead", "support", "areas", "themes", "reports_to", "links_to", "supersedes", "statutory", "focus"]
    names = [*one, *several, "frequency", "participants", "per_year"]
    rows = (
        TableRow(tuple((at, TableCell(text, "")) for at, text in enumerate(texts)), "row")
        for texts in (names, [f"a {name}; b {name}" for name in names])
    )
    (row,) = compared(load_register(folder / "register"), DocumentTable(tuple(rows), "sheet 1"), take_file=False).sheet.rows

    assert {key: cell.text for key, cell in row.cells.items()} == {
        **{name: f"a {name}; b {name}" for name in one},
        **{name: f"a {name}\nb {name}" for name in several},
        "frequency.text": "a frequency; b frequency",
    }


def test_the_files_value_counts_for_meetings_of_the_register_that_differ(folder: Path) -> None:
    rows = [
        {"id": "budget-committee", "level": "tactical"},
        {"id": "finance-board", "level": "strategic"},
        {"id": "gone", "level": "tactical"},
    ]

    assert compare(folder, *rows).hidden.meetings == {}
    prints = compare(folder, *rows, take_file=True).hidden.meetings
    assert list(prints) == ["budget-committee"]
    assert {"title", "level", "focus"} <= set(prints["budget-committee"])


@pytest.mark.parametrize(("typed", "text"), [("'Monthly", "Monthly"), ("Monthly", "Monthly"), ("2026-11 (no day)", "2026-11")])
def test_marks_of_a_spreadsheet_are_no_part_of_a_text(typed: str, text: str, folder: Path) -> None:
    assert cells(compare(folder, {"id": "budget-committee", "frequency": typed}))[0][1]["frequency.text"] == text


def test_a_text_of_any_audience_is_no_change(folder: Path) -> None:
    board = folder / "register" / BUDGET
    board.write_text(
        board.read_text(encoding="utf-8").replace("  - Savings\n", "  - {text: Savings, visibility: internal}\n"), encoding="utf-8"
    )

    for text in ("Savings; Reserves: how much", "Reserves: how much"):
        assert cells(compare(folder, {"id": "budget-committee", "focus": text})) == []
    assert cells(compare(folder, {"id": "budget-committee", "focus": "Savings"})) != []
