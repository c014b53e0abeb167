"""`import` of a partners' sheet: shows what it changes, carries it out, and answers with the partner's own workbook."""

import json
import os
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from conftest import Run
from editing import contents, write_register
from sheets import MEETINGS, SEATS, changed, exported, new_row, put, row_of


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The sheet of the small register, in which one cell was changed and one is wrong."""

    def change(book: Workbook) -> None:
        put(book, MEETINGS, "Budget committee", "level", "tactical")
        put(book, MEETINGS, "Finance Board", "kind", "bord")

    return changed(exported(write_register(tmp_path_factory.mktemp("register"))), change)


@pytest.fixture
def folder(tmp_path: Path, sheet: bytes) -> Path:
    """A folder with the register and the sheet."""
    write_register(tmp_path / "register")
    (tmp_path / "partners.xlsx").write_bytes(sheet)
    return tmp_path


def test_the_sheet_is_what_the_command_writes(tmp_path: Path, run: Run) -> None:
    register = write_register(tmp_path / "register")

    assert run("export --sheet partners.xlsx", cwd=tmp_path).status == 0
    assert (tmp_path / "partners.xlsx").read_bytes() == exported(register)


def test_without_write_it_shows_what_would_change_and_writes_nothing(folder: Path, run: Run) -> None:
    before = contents(folder)
    ran = run("import partners.xlsx", cwd=folder, columns=200)

    assert ran.status == 0
    assert "1 change and 1 not understood." in ran.out
    assert "Did you mean “board”?" in ran.out
    assert contents(folder) == before
    data = json.loads(run("import partners.xlsx --format json", cwd=folder).out)
    assert [(one["cell"], one["result"], one["register"], one["sheet"]) for one in data["cells"]] == [
        ("Meetings!V4", "taken", "strategic", "tactical"),
        ("Meetings!U5", "not understood", "", "bord"),
    ]


def test_a_new_row_counts_once_and_says_what_it_is(folder: Path, run: Run) -> None:
    def change(book: Workbook) -> None:
        new_row(book, MEETINGS, title="New board", lead="OPCC\nNHS", purpose="To try", level="tactical")
        new_row(book, SEATS, of="New board", sender="NHS", role="Director")
        put(book, MEETINGS, "Budget committee", "focus", "(delete)")
        put(book, SEATS, row_of(book[SEATS], "ACC"), "sender", "(delete)")

    (folder / "partners.xlsx").write_bytes(changed((folder / "partners.xlsx").read_bytes(), change))
    ran = run("import partners.xlsx", cwd=folder, columns=300)
    written = run("import partners.xlsx --write --answer answer.xlsx", cwd=folder)
    answer = load_workbook(folder / "answer.xlsx")
    answers = {sheet: [[cell.value for cell in row][-2:] for row in answer[sheet].iter_rows(min_row=3)] for sheet in (MEETINGS, SEATS)}

    assert "2 new rows, 3 changes and 1 not understood." in ran.out
    assert "2 new rows, 3 changes and 1 not understood." in written.err
    assert "A new seat of National Health Service, Director." in ran.out
    assert "OPCC; NHS" in ran.out
    assert answers[MEETINGS][-1][0] == "taken"
    assert "Current focus: taken. It was “Savings; Reserves: how much”, and is now empty." in str(answers[MEETINGS][1][1]).splitlines()
    assert ["taken", "Who: taken. The seat of “Avon and Somerset Constabulary” is removed."] in answers[SEATS]


def test_a_dry_run_shows_the_lines(folder: Path, run: Run) -> None:
    before = contents(folder)
    ran = run("import partners.xlsx --dry-run", cwd=folder)

    assert [line for line in ran.out.splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")] == [
        "-level: strategic",
        "+level: tactical",
    ]
    assert contents(folder) == before


def test_it_is_written_and_answered(folder: Path, run: Run) -> None:
    ran = run("import partners.xlsx --write --answer answer.xlsx", cwd=folder)

    assert ran.out == "Changed meetings/budget-committee.yaml\n"
    assert "1 change and 1 not understood. “govreg import” without --write shows each." in ran.err
    assert [cell.value for cell in load_workbook(folder / "answer.xlsx")[MEETINGS][4]][-2:] == [
        "taken",
        "Level: taken. It was “strategic”, and is now “tactical”.",
    ]


def test_an_answer_that_cannot_be_written_does_not_deny_what_was(folder: Path, run: Run) -> None:
    (folder / "answer.xlsx").mkdir()
    denied = run("import partners.xlsx --answer answer.xlsx", cwd=folder)
    ran = run("import partners.xlsx --write --answer answer.xlsx", cwd=folder)

    assert (denied.status, ran.status) == (2, 2)
    assert denied.err.splitlines()[-1] == "govreg: “answer.xlsx” is a folder. Name a file."
    assert ran.err.splitlines()[-1] == "govreg: “answer.xlsx” is a folder. The register is changed all the same."
    assert b"level: tactical" in contents(folder)["register/meetings/budget-committee.yaml"]


def test_an_answer_before_anything_is_written_says_so(folder: Path, run: Run) -> None:
    run("import partners.xlsx --answer answer.xlsx", cwd=folder)

    comment = [cell.value for cell in load_workbook(folder / "answer.xlsx")[MEETINGS][4]][-1]
    assert comment == "Level: can be taken. The register says “strategic”, and would say “tactical”."


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("import partners.xlsx --take file", "This is a sheet for partners, which takes no --take."),
        ("import partners.xlsx partners.xlsx", "One of these files is a sheet for partners, which is imported by itself."),
        ("import partners.xlsx --write --format json", "--write and --dry-run print files"),
        (
            "import partners.xlsx --write --answer a.docx",
            "“a.docx” isn't named as the Excel workbook that it would be. Write --answer answer",
        ),
        ("import partners.xlsx --write --answer partners.xlsx", "“partners.xlsx” is the sheet itself, which the answer would replace."),
        ("import partners.xlsx --write --answer ./link.xlsx", "“link.xlsx” is the sheet itself"),
        ("import notes.txt --answer a.xlsx", "--answer is for a sheet of “govreg export --sheet”"),
    ],
)
def test_a_wrong_call_says_what_to_do(folder: Path, run: Run, words: str, message: str) -> None:
    (folder / "notes.txt").write_text("A board\n", encoding="utf-8")
    os.link(folder / "partners.xlsx", folder / "link.xlsx")
    before = contents(folder)
    ran = run(words, cwd=folder)

    assert ran.status == 2
    assert message in ran.err
    assert contents(folder) == before
