"""`export` writes the register for Excel, for other programs and for databases, for whoever may see it."""

import csv
import json
import sqlite3
from contextlib import closing
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from conftest import Run
from editing import FILES, write_register

FORMATS = ["xlsx", "csv", "json", "sqlite"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small register of `editing`, with an internal meeting and a person's name."""
    closed = "title: Closed group\nlead: opcc\nvisibility: internal\nlinks_to: [finance-board]\n"
    board = (
        FILES["meetings/finance-board.yaml"]
        + "chair: {organisation: pcc, person: Jane Doe}\nfrequency: Quarterly\nlinks_to: [closed-group]\n"
    )
    return write_register(tmp_path / "register", {**FILES, "meetings/closed-group.yaml": closed, "meetings/finance-board.yaml": board})


def rows(file: Path, query: str) -> list[tuple[Any, ...]]:
    """What a database answers."""
    with closing(sqlite3.connect(file)) as opened:
        return opened.execute(query).fetchall()


def test_a_workbook_has_a_sheet_for_each_sort_of_entry(folder: Path, run: Run) -> None:
    assert run("export --output all.xlsx", cwd=folder.parent).status == 0
    book = load_workbook(folder.parent / "all.xlsx")

    assert book.sheetnames == ["About", "Meetings", "Members", "Organisations", "Themes", "Areas", "Issues"]
    assert [row[0] for row in book["Meetings"].iter_rows(min_row=2, values_only=True)] == [
        "audit-panel",
        "budget-committee",
        "closed-group",
        "finance-board",
    ]
    members = [row[1:5] for row in book["Members"].iter_rows(min_row=2, values_only=True) if row[1] == "budget-committee"]
    assert members == [
        ("budget-committee", "NHS", "nhs", None),
        ("budget-committee", "Constabulary", "constabulary", "ACC"),
        ("budget-committee", "PCC", "pcc", None),
    ]


def test_csv_is_what_list_writes(folder: Path, run: Run) -> None:
    run("export --output all.csv", cwd=folder.parent)
    run("list --output list.csv", cwd=folder.parent)

    assert (folder.parent / "all.csv").read_bytes() == (folder.parent / "list.csv").read_bytes()


def test_json_has_every_part_of_the_profile(folder: Path, run: Run) -> None:
    data = json.loads(run("export --format json", cwd=folder.parent).out)
    listed = json.loads(run("list --format json", cwd=folder.parent).out)

    assert data["meetings"] == listed["meetings"]
    assert {*data} == {"name", "as_at", "total", "unread", "meetings", "organisations", "areas", "themes", "glossary", "verdicts", "issues"}
    assert data["organisations"][-1] == {"id": "pcc", "name": "Police and Crime Commissioner", "aliases": ["PCC"], "part_of": "opcc"}


def test_a_database_answers_questions(folder: Path, run: Run) -> None:
    assert run("export --output all.sqlite", cwd=folder.parent).status == 0
    file = folder.parent / "all.sqlite"

    assert rows(file, "PRAGMA foreign_key_check") == []
    assert rows(file, "SELECT organisation, meetings, meetings_a_year FROM meetings_by_lead ORDER BY 1") == [
        ("constabulary", 2, 4.0),
        ("opcc", 3, 4.0),
    ]
    assert rows(file, "SELECT organisation, meetings FROM organisations_by_seats ORDER BY 1") == [
        ("constabulary", 1),
        ("nhs", 1),
        ("pcc", 2),
    ]
    assert rows(file, "SELECT a, b, organisations FROM shared_members") == [("budget-committee", "finance-board", "pcc")]
    assert rows(file, "SELECT recommendation, work_goes_to FROM recommendations") == [("merge", "Finance Board")]
    views = [name for (name,) in rows(file, "SELECT name FROM sqlite_master WHERE type = 'view'")]
    assert all(rows(file, f'SELECT count(*) FROM "{view}"') for view in views)  # noqa: S608 - the database's own names
    assert len(views) > 10


@pytest.mark.parametrize("ending", FORMATS)
def test_partners_get_no_internal_entries_and_no_persons(folder: Path, run: Run, ending: str) -> None:
    file = folder.parent / f"all.{ending}"
    run(f"export --for partners --output {file.name}", cwd=folder.parent)

    assert not any(word in all_text(file) for word in ("Closed group", "closed-group", "Jane Doe"))
    run(f"export --people --output {file.name}", cwd=folder.parent)
    assert "Closed group" in all_text(file)
    assert "Jane Doe" in all_text(file)


def all_text(file: Path) -> str:
    """All texts in `file`."""
    match file.suffix:
        case ".xlsx":
            return "\n".join(str(cell.value) for sheet in load_workbook(file) for row in sheet.iter_rows() for cell in row)
        case ".sqlite":
            with closing(sqlite3.connect(file)) as opened:
                return "\n".join(opened.iterdump())
        case _:
            return file.read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", FORMATS)
def test_the_same_register_gives_the_same_bytes(folder: Path, run: Run, ending: str) -> None:
    run(f"export --output one.{ending}", cwd=folder.parent)
    for file in sorted((folder / "meetings").iterdir(), reverse=True):
        file.write_bytes(file.read_bytes())
    run(f"export --output other.{ending}", cwd=folder.parent)

    assert (folder.parent / f"one.{ending}").read_bytes() == (folder.parent / f"other.{ending}").read_bytes()


def test_a_participant_chooses_the_meetings(folder: Path, run: Run) -> None:
    run("export --participant NHS --output nhs.csv", cwd=folder.parent)
    run("export --participant NHS --sheet nhs.xlsx", cwd=folder.parent)

    ids = [row[0] for row in csv.reader(StringIO((folder.parent / "nhs.csv").read_text(encoding="utf-8")))]
    assert ids[1:] == ["budget-committee"]
    sheet = load_workbook(folder.parent / "nhs.xlsx")["Meetings"]
    assert [row[0] for row in sheet.iter_rows(min_row=3, values_only=True)] == ["Budget committee"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("export", "Neither --output nor --sheet was given."),
        ("export --output a.xlsx --sheet b.xlsx", "--output and --sheet were both given."),
        ("export --sheet b.xlsx --format csv", "--sheet takes no --format: it is always an Excel workbook."),
        ("export --sheet b.csv", "“b.csv” isn't named as an Excel workbook."),
        ("export --output a.pdf", ".sqlite, .sqlite3, .db, or add --format."),
        ("export --sheet a.xlsx --for public --people", "People are never named in a report for the public."),
        ("export --sheet a.xlsx --participant nobody", "“nobody” is not an organisation"),
    ],
)
def test_a_wrong_call_says_what_to_do(folder: Path, run: Run, words: str, message: str) -> None:
    ran = run(words, cwd=folder.parent)

    assert ran.status == 2
    assert message in ran.err


def test_a_sheet_that_import_would_refuse_is_not_written(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govreg.commands.export._MOST_CELLS", 20)
    ran = run("export --sheet partners.xlsx", cwd=folder.parent)

    assert ran.status == 2
    assert "Send it in parts" in ran.err
    assert not (folder.parent / "partners.xlsx").exists()
