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
