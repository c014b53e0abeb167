"""A partners' sheet that comes back changes what the partner changed, and nothing else."""

import shutil
import subprocess
from collections.abc import Callable, Mapping
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from editing import FILES, contents, write_register
from govreg.analysis.partner_sheet.texts import SheetTexts
from govreg.importers.reader import read_document
from govreg.model.meeting import Meeting, Participant
from govreg.session.partner_sheet import returned_sheet
from sheets import FIRST, MEETINGS, SEATS, changed, exported, imported, keys, made, new_row, put, row_of

BUDGET, FINANCE = "meetings/budget-committee.yaml", "meetings/finance-board.yaml"
CLOSED = """\
title: Closed group
lead: opcc
visibility: internal
purpose: A secret
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small register of `editing`, with an internal meeting and parts that partners may not see."""
    more = {"meetings/closed-group.yaml": CLOSED}
    partly = FILES[BUDGET].replace("  # the first thing\n", "  - {text: Hidden aim, visibility: internal}\n  # the first thing\n")
    partly = partly.replace("participants:\n", "participants:\n  - {organisation: pcc, role: Observer, visibility: internal}\n")
    return write_register(tmp_path / "register", {**FILES, **more, BUDGET: partly})


def differences(before: dict[str, bytes], folder: Path) -> dict[str, tuple[list[str], list[str]]]:
    """By file, the lines that went and those that came."""
    now = contents(folder)
    found = {}
    for file in sorted({*before, *now}):
        was, is_ = (side.get(file, b"").decode().splitlines() for side in (before, now))
        if was != is_:
            found[file] = ([line for line in was if line not in is_], [line for line in is_ if line not in was])
    return found


def outcomes(result: Any) -> list[tuple[str, str, str]]:
    """What became of each cell in short: its field or the meeting, the outcome, the reason."""
    return [(one.field or one.meeting, one.outcome, one.why) for one in result.cells]


def test_an_untouched_sheet_changes_no_file(folder: Path) -> None:
    before = contents(folder)
    result = imported(folder, exported(folder))

    assert contents(folder) == before
    assert result.cells == ()
    assert result.unchanged > 20


def test_the_same_register_gives_the_same_bytes(folder: Path) -> None:
    assert made(folder) == made(folder)


def test_a_partners_sheet_has_no_internal_entries_and_no_persons(folder: Path) -> None:
    (folder / FINANCE).write_text(FILES[FINANCE] + "chair: {role: Chair, person: Jane Doe}\n", encoding="utf-8")
    book = load_workbook(BytesIO(exported(folder)))
    texts = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None}

    assert not any(
        word in text for text in texts for word in ("Closed group", "A secret", "Hidden aim", "Observer", "Jane Doe", "chair.person")
    )
    assert any("Jane Doe" in str(cell.value) for row in load_workbook(BytesIO(exported(folder, people=True)))[MEETINGS] for cell in row)


TITLE, RESERVES = "title: Budget committee   # as in the paper", "  - 'Reserves: how much'"
CASES: list[tuple[str, str, Any, str, list[str], list[str]]] = [
    ("Budget committee", "frequency.text", "Quarterly", BUDGET, [], ["frequency: Quarterly"]),
    ("Budget committee", "level", "Tactical", BUDGET, ["level: strategic"], ["level: tactical"]),
    ("Budget committee", "title", "Budget Committee", BUDGET, [TITLE], [TITLE.replace("comm", "Comm")]),
    ("Budget committee", "chair.organisation", "NHS", BUDGET, ["chair: pcc"], ["chair: nhs"]),
    ("Budget committee", "chair.role", "Deputy", BUDGET, ["chair: pcc"], ["chair:", "  organisation: pcc", "  role: Deputy"]),
    ("Budget committee", "chair.organisation", "(delete)", BUDGET, ["chair: pcc"], []),
    ("Budget committee", "focus", "Savings\nReserves: how much is left", BUDGET, [RESERVES], ['  - "Reserves: how much is left"']),
    ("Budget committee", "focus", "Savings\nReserves: how much\nNew", BUDGET, [], ["  - New"]),
    ("Budget committee", "focus", "• Savings", BUDGET, ["  - 'Reserves: how much'"], []),
    ("Budget committee", "last_met", datetime(2026, 10, 1), BUDGET, [], ["last_met: 2026-10-01"]),  # noqa: DTZ001 - a cell has none
    ("Budget committee", "last_met", "1 October 2026", BUDGET, [], ["last_met: 2026-10-01"]),
    ("Budget committee", "last_met", "13/10/2026", BUDGET, [], ["last_met: 2026-10-13"]),
    ("Budget committee", "support", "PCC; Local authorities", BUDGET, [], ["support:", "  - pcc", "  - local-authorities"]),
    ("Budget committee", "statutory", "Yes", BUDGET, [], ["statutory: true"]),
    ("Budget committee", "statutory", "Act 1998 s5\nAct 2004", BUDGET, [], ["statutory:", "  - Act 1998 s5", "  - Act 2004"]),
    ("Budget committee", "reports_to", "Finance Board\nNHS", BUDGET, ["reports_to: [finance-board]"], ["reports_to: [finance-board, nhs]"]),
    ("Budget committee", "terms_of_reference.agreed_on", "2016-11", BUDGET, [], ["terms_of_reference:", "  agreed_on: 2016-11"]),
    ("Finance Board", "lead", "OPCC", FINANCE, ["lead: [opcc, constabulary]"], ["lead: opcc"]),
    ("Finance Board", "lead", "Unclear", FINANCE, ["lead: [opcc, constabulary]"], ["lead: unclear"]),
    ("Finance Board", "areas", "the county\nBristol", FINANCE, ["areas: [bristol]"], ["areas: [somerset, bristol]"]),
    ("Finance Board", "purpose", "=1+1", FINANCE, [], ['purpose: "=1+1"']),
]  # fmt: skip


@pytest.mark.parametrize(("meeting", "key", "value", "file", "gone", "come"), CASES)
def test_a_changed_cell_changes_its_lines(
    folder: Path, meeting: str, key: str, value: Any, file: str, gone: list[str], come: list[str]
) -> None:
    before = contents(folder)

    def change(book: Workbook) -> None:
        put(book, MEETINGS, meeting, key, value)
        column = keys(book[MEETINGS])[key]
        if isinstance(value, str) and value.startswith("="):
            book[MEETINGS].cell(row_of(book[MEETINGS], meeting, "title"), column).data_type = "s"

    result = imported(folder, changed(exported(folder), change))

    assert [one.outcome for one in result.cells] == ["taken"]
    assert differences(before, folder) == {file: (gone, come)}


@pytest.mark.parametrize(
    ("key", "value", "why"),
    [
        ("level", "stategic", "Did you mean “strategic”?"),
        ("lead", "Offce of the Police and Crime Commissioner", "Did you mean “Office of the Police and Crime Commissioner”?"),
        ("lead", "(delete)", "A meeting needs this"),
        ("lead", "OPCC\nnot stated", "can't be one of several"),
        ("last_met", "3/4/2026", "can be read as two dates"),
        ("last_met", "2026-02-30", "February 2026 has 28 days"),
        ("duration", "2h\n3h", "one line"),
        ("themes", "Closed group", "The register has no theme"),
        ("reports_to", "Closed group", "The register has no meeting or organisation called"),
        ("supersedes", "Budget committee", "itself"),
    ],
)
def test_a_cell_that_is_not_understood_is_reported_and_changes_nothing(folder: Path, key: str, value: str, why: str) -> None:
    before = contents(folder)
    result = imported(folder, changed(exported(folder), lambda book: put(book, MEETINGS, "Budget committee", key, value)))

    assert [one.outcome for one in result.cells] == ["not understood"]
    assert why in result.cells[0].why
    assert contents(folder) == before


NO_VALUES: list[tuple[str, object, str]] = [
    *((key, word, "(delete)") for key in ("focus", "purpose", "chair.role", "frequency.text", "status_reason", "secretariat")
      for word in ("please delete", "Delete", "(deleted)", "[remove]", "n/a", "none", "-", "TBC", "NIL.", "Not applicable")),
    ("last_met", "please delete", "(delete)"),
    ("status", "delete this row", "(delete)"),
    ("statutory", "none", "(delete)"),
    ("aliases", "n/a", "(delete)"),
    ("title", "Budget committee (delete)", "choose “ended” under Status"),
    ("lead", "PCC (delete)", "A meeting needs this"),
    ("reports_to", "Finance Board (deleted)", "To delete one line of several, take the line out."),
    ("focus", "Savings\nReserves: how much (please delete)", "To delete one line of several"),
    ("focus", "Savings\n(delete)", "To delete one line of several"),
    ("chair.role", "vacant", "“vacant” is not a post."),
    ("frequency.text", 4, "Write “4 a year”"),
    ("frequency.text", "12", "Write “12 a year”"),
]  # fmt: skip


def test_words_for_deletion_or_nothing_are_not_values(folder: Path) -> None:
    """Each in a meeting of its own, so that one sheet holds them all."""
    budget = (folder / BUDGET).read_text(encoding="utf-8")
    cases = {f"Committee {number:02}": case for number, case in enumerate(NO_VALUES)}
    for title in cases:
        name = title.lower().replace(" ", "-")
        (folder / f"meetings/{name}.yaml").write_text(budget.replace("Budget committee", title), encoding="utf-8")
    before = contents(folder)

    def change(book: Workbook) -> None:
        for title, (key, value, _) in cases.items():
            put(book, MEETINGS, title, key, value)

    result = imported(folder, changed(exported(folder), change))
    reasons = {one.meeting: one.why for one in result.cells}

    assert [one.outcome for one in result.cells] == ["not understood"] * len(cases)
    assert [case for title, case in cases.items() if case[2] not in reasons[title]] == []
    assert contents(folder) == before


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("focus", "Delete duplicate records"), ("purpose", "None of the others does this"), ("frequency.text", "4 a year"),
        ("chair.role", "Head of removals"), ("statutory", "no"), ("focus", "Deleted records (annual return)"),
    ],
)  # fmt: skip
def test_texts_that_hold_such_words_are_values(folder: Path, key: str, value: str) -> None:
    result = imported(folder, changed(exported(folder), lambda book: put(book, MEETINGS, "Budget committee", key, value)))

    assert [one.outcome for one in result.cells] == ["taken"]


@pytest.mark.parametrize(
    ("key", "value"),
    [("sender", "(deleted)"), ("sender", "Constabulary (delete)"), ("sender", "delete"), ("role", "delete"), ("role", "vacant")],
)
def test_a_seat_is_removed_by_the_documented_word_only(folder: Path, key: str, value: str) -> None:
    before = contents(folder)
    result = imported(folder, changed(exported(folder), lambda book: put(book, SEATS, row_of(book[SEATS], "ACC", "role"), key, value)))

    assert [one.outcome for one in result.cells] == ["not understood"]
    assert "(delete)" in result.cells[0].why
    assert contents(folder) == before


def test_new_rows_reject_such_words_too(folder: Path) -> None:
    def add(book: Workbook) -> None:
        new_row(book, SEATS, of="Finance Board", sender="NHS", role="n/a")
        new_row(book, MEETINGS, title="please delete", lead="OPCC")

    before = contents(folder)
    result = imported(folder, changed(exported(folder), add))

    assert sorted((one.field, one.outcome) for one in result.cells) == [("", "not understood"), ("", "taken"), ("Post", "not understood")]
    assert differences(before, folder) == {FINANCE: ([], ["participants:", "  - nhs"])}


@pytest.mark.parametrize(
    ("cells", "come"),
    [
        ({"title": "Money board"}, "aliases:\n  - Finance Board\n"),
        ({"title": "Money board", "aliases": "FB"}, "aliases:\n  - FB\n  - Finance Board\n"),
        ({"title": "Money board", "aliases": "finance board\nFB"}, "aliases:\n  - finance board\n  - FB\n"),
        ({"title": "Money board", "aliases": "FB\nFinance Board"}, "aliases:\n  - FB\n  - Finance Board\n"),
        ({"title": "FINANCE BOARD"}, ""),
    ],
)
def test_a_changed_title_becomes_an_alias_as_with_rename(folder: Path, cells: dict[str, str], come: str) -> None:
    def change(book: Workbook) -> None:
        number = row_of(book[MEETINGS], "Finance Board", "title")
        for key, value in cells.items():
            put(book, MEETINGS, number, key, value)

    content = changed(exported(folder), change)
    result = imported(folder, content)
    text = (folder / FINANCE).read_text(encoding="utf-8")

    assert [one.outcome for one in result.cells] == ["taken"] * len(cells)
    assert (come in text) if come else "aliases" not in text
    assert text.count("inance") == come.count("inance")
    before = contents(folder)
    assert {one.outcome for one in imported(folder, content).cells} == {"unchanged"}
    assert contents(folder) == before


def test_seats_may_name_a_meeting_by_the_title_that_the_sheet_gives_it(folder: Path) -> None:
    def change(book: Workbook) -> None:
        put(book, MEETINGS, "Budget committee", "title", "Money board")
        put(book, SEATS, row_of(book[SEATS], "ACC", "role"), "of", "Money board")
        new_row(book, SEATS, of="Money board", sender="Local authorities")

    result = imported(folder, changed(exported(folder), change))

    assert {one.outcome for one in result.cells} == {"taken"}
    assert "- local-authorities" in (folder / BUDGET).read_text(encoding="utf-8")


def test_a_title_taken_by_another_row_does_not_become_an_alias(folder: Path) -> None:
    def change(book: Workbook) -> None:
        put(book, MEETINGS, "Finance Board", "title", "Money board")
        new_row(book, MEETINGS, title="Finance Board", lead="OPCC")

    imported(folder, changed(exported(folder), change))

    assert "aliases" not in (folder / FINANCE).read_text(encoding="utf-8")


def test_one_mistake_does_not_block_other_corrections(folder: Path) -> None:
    def change(book: Workbook) -> None:
        put(book, MEETINGS, "Budget committee", "level", "nonsense")
        put(book, MEETINGS, "Budget committee", "supersedes", "Budget committee")
        put(book, MEETINGS, "Budget committee", "kind", "board")
        put(book, MEETINGS, "Finance Board", "kind", "board")

    result = imported(folder, changed(exported(folder), change))

    assert sorted((one.field, one.outcome) for one in result.cells) == [
        ("Kind", "taken"),
        ("Kind", "taken"),
        ("Level", "not understood"),
        ("Replaces", "not understood"),
    ]


def test_a_change_on_both_sides_is_a_conflict_and_stays(folder: Path) -> None:
    content = exported(folder)
    (folder / BUDGET).write_text((folder / BUDGET).read_text(encoding="utf-8").replace("level: strategic", "level: operational"), "utf-8")
    before = contents(folder)
    result = imported(folder, changed(content, lambda book: put(book, MEETINGS, "Budget committee", "level", "tactical")))

    assert contents(folder) == before
    (cell,) = result.cells
    assert (cell.outcome, cell.old, cell.new) == ("conflict", "operational", "tactical")


def test_a_change_of_the_register_alone_stays(folder: Path) -> None:
    content = exported(folder)
    (folder / BUDGET).write_text((folder / BUDGET).read_text(encoding="utf-8").replace("level: strategic", "level: operational"), "utf-8")
    before = contents(folder)

    assert imported(folder, content).cells == ()
    assert contents(folder) == before


def test_a_change_made_on_both_sides_is_not_a_conflict(folder: Path) -> None:
    content = exported(folder)
    (folder / BUDGET).write_text((folder / BUDGET).read_text(encoding="utf-8").replace("level: strategic", "level: tactical"), "utf-8")
    result = imported(folder, changed(content, lambda book: put(book, MEETINGS, "Budget committee", "level", "tactical")))

    assert [one.outcome for one in result.cells] == ["unchanged"]


def test_the_same_sheet_twice_changes_nothing_the_second_time(folder: Path) -> None:
    def change(book: Workbook) -> None:
        put(book, MEETINGS, "Budget committee", "level", "tactical")
        put(book, MEETINGS, "Budget committee", "chair.role", "Deputy")
        new_row(book, MEETINGS, title="New board", lead="OPCC")
        new_row(book, SEATS, of="New board", sender="NHS", role="Director", voting="yes")
        put(book, SEATS, row_of(book[SEATS], "ACC", "role"), "sender", "(delete)")

    content = changed(exported(folder), change)
    imported(folder, content)
    before = contents(folder)
    result = imported(folder, content)

    assert contents(folder) == before
    assert {one.outcome for one in result.cells} == {"unchanged"}


def clear(book: Workbook) -> None:
    for sheet in (book[MEETINGS], book[SEATS]):
        for row in sheet.iter_rows(min_row=3):
            for cell in row:
                if cell.column != keys(sheet)["id"]:
                    cell.value = None


def reorder(book: Workbook) -> None:
    """Sort the rows backwards, turn the columns round, and reword the titles."""
    for sheet in (book[MEETINGS], book[SEATS]):
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        rows = [rows[0], [f"{title} (please check)" if title else title for title in rows[1]], *reversed(rows[2:])]
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(reversed(row), 1):
                sheet.cell(number, column).value = value


def drop_keys(book: Workbook) -> None:
    """Delete the hidden row, as who copies the table into a new workbook does."""
    for sheet in (book[MEETINGS], book[SEATS]):
        sheet.delete_rows(1)


def drop_columns(book: Workbook) -> None:
    book[MEETINGS].delete_cols(2, 5)
    book[SEATS].delete_cols(3, 2)


def drop_ids(book: Workbook) -> None:
    book[MEETINGS].delete_cols(keys(book[MEETINGS])["id"])
    book[SEATS].delete_cols(keys(book[SEATS])["id"])


def pad(book: Workbook) -> None:
    for sheet in (book[MEETINGS], book[SEATS]):
        for row in sheet.iter_rows(min_row=3):
            for cell in row:
                if cell.value is not None and cell.column != keys(sheet)["id"]:
                    cell.value = "  " + str(cell.value).replace(" ", "\u00a0") + " \n"


DISTURBANCES: dict[str, Callable[[Workbook], object]] = {
    "cells cleared": clear,
    "sorted and turned round": reorder,
    "row of keys deleted": drop_keys,
    "columns deleted": drop_columns,
    "ids deleted": drop_ids,
    "blanks around texts": pad,
    "a meeting's row deleted": lambda book: book[MEETINGS].delete_rows(4),
    "rows of seats deleted": lambda book: book[SEATS].delete_rows(3, 2),
    "sheet of seats deleted": lambda book: book.remove(book[SEATS]),
    "sheet renamed": lambda book: setattr(book[MEETINGS], "title", "Our meetings"),
    "sheet added": lambda book: book.create_sheet("Notes").append(["Something else"]),
    "row inserted": lambda book: book[MEETINGS].insert_rows(4),
}


@pytest.mark.parametrize("disturb", DISTURBANCES.values(), ids=DISTURBANCES.keys())
def test_sorting_and_formatting_a_sheet_changes_nothing(folder: Path, disturb: Callable[[Workbook], object]) -> None:
    before = contents(folder)
    result = imported(folder, changed(exported(folder), disturb))

    assert contents(folder) == before
    assert {one.outcome for one in result.cells} <= {"unchanged"}


@pytest.mark.parametrize("disturb", [reorder, drop_keys], ids=lambda one: one.__name__)
def test_a_change_is_taken_from_a_disturbed_sheet(folder: Path, disturb: Callable[[Workbook], object]) -> None:
    def change(book: Workbook) -> None:
        put(book, MEETINGS, "Budget committee", "level", "tactical")
        put(book, SEATS, row_of(book[SEATS], "ACC", "role"), "role", "DCC")
        disturb(book)

    before = contents(folder)
    imported(folder, changed(exported(folder), change))

    assert differences(before, folder) == {
        BUDGET: (
            ["level: strategic", "  - {organisation: constabulary, role: ACC}  # was a DCC"],
            ["level: tactical", "  - {organisation: constabulary, role: DCC}  # was a DCC"],
        )
    }


def test_dates_that_excel_made_of_months_change_nothing(folder: Path) -> None:
    (folder / FINANCE).write_text(FILES[FINANCE] + "last_met: 2026-10\nnext_meets: 2027\n", encoding="utf-8")

    def change(book: Workbook) -> None:
        put(book, MEETINGS, "Finance Board", "last_met", datetime(2026, 10, 1))  # noqa: DTZ001 - a cell has no time zone
        put(book, MEETINGS, "Finance Board", "next_meets", 2027)

    before = contents(folder)
    imported(folder, changed(exported(folder), change))

    assert contents(folder) == before


def test_seats_are_added_changed_and_removed(folder: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book[SEATS]
        put(book, SEATS, row_of(sheet, "ACC"), "people", 2)
        put(book, SEATS, row_of(sheet, "National Health Service"), "sender", "(delete)")
        new_row(book, SEATS, of="Budget committee", sender="Local authorities", attendance="By invitation", from_="2026-04")
        new_row(book, SEATS, of="Budget committee", sender="Finance Board", role="Chair")
        new_row(book, SEATS, of="Finance Board", sender="NHS")

    before = contents(folder)
    result = imported(folder, changed(exported(folder), change))

    assert {one.outcome for one in result.cells} == {"taken"}
    assert differences(before, folder) == {
        BUDGET: (
            ["  - nhs", "  - {organisation: constabulary, role: ACC}  # was a DCC"],
            [
                "  - {organisation: constabulary, role: ACC, people: 2}  # was a DCC",
                "  - organisation: local-authorities",
                "    attendance: by-invitation",
                "    from: 2026-04",
                "  - meeting: finance-board",
                "    role: Chair",
            ],
        ),
        FINANCE: ([], ["participants:", "  - nhs"]),
    }
    assert "visibility: internal" in (folder / BUDGET).read_text(encoding="utf-8")


def test_hidden_items_of_a_list_keep_their_place(folder: Path) -> None:
    imported(
        folder, changed(exported(folder), lambda book: put(book, MEETINGS, "Budget committee", "focus", "Reserves: how much\nSavings"))
    )
    text = (folder / BUDGET).read_text(encoding="utf-8")

    assert [
        line.strip(" -") for line in text.split("focus:")[1].split("participants:")[0].splitlines() if line.strip().startswith("-")
    ] == [
        "{text: Hidden aim, visibility: internal}",
        "'Reserves: how much'",
        "Savings",
    ]


def test_a_new_meeting_has_a_file_of_its_own(folder: Path) -> None:
    def change(book: Workbook) -> None:
        new_row(book, MEETINGS, title="Youth  forum", chair__organisation="PCC", chair__role="PCC", areas="Bristol\nSomerset", kind="forum")
        new_row(book, SEATS, of="Youth forum", sender="NHS", voting=True)

    before = contents(folder)
    imported(folder, changed(exported(folder), change))

    assert {*contents(folder)} - {*before} == {"meetings/youth-forum.yaml"}
    assert (folder / "meetings/youth-forum.yaml").read_text(encoding="utf-8").splitlines() == [
        "title: Youth forum",
        "kind: forum",
        "lead: not-stated",
        "chair:",
        "  organisation: pcc",
        "  role: PCC",
        "areas:",
        "  - bristol",
        "  - somerset",
        "participants:",
        "  - organisation: nhs",
        "    voting: true",
    ]


@pytest.mark.parametrize("title", ["Closed group", "(delete)", "   "])
def test_a_refused_new_row_reveals_nothing(folder: Path, title: str) -> None:
    before = contents(folder)
    result = imported(folder, changed(exported(folder), lambda book: new_row(book, MEETINGS, title=title, lead="OPCC")))

    assert [one.outcome for one in result.cells] == ["not understood"]
    assert "internal" not in result.cells[0].why
    assert contents(folder) == before


def test_a_title_longer_than_a_register_may_have_is_not_understood(folder: Path) -> None:
    before = contents(folder)
    result = imported(folder, changed(exported(folder), lambda book: put(book, MEETINGS, "Finance Board", "title", "Money board " * 50)))

    assert [(one.outcome, one.why) for one in result.cells] == [
        ("not understood", "It has 599 characters, but may have at most 500. Shorten it.")
    ]
    assert contents(folder) == before


def copy_finance_board(book: Workbook) -> Worksheet:
    """Copy the row of the Finance Board to the end of the sheet of meetings, which is returned."""
    sheet = book[MEETINGS]
    number = row_of(sheet, "Finance Board", "title")
    values = [cell.value for cell in sheet[number]]
    for column, value in enumerate(values, 1):
        sheet.cell(sheet.max_row + (column == 1), column).value = value
    return sheet


def test_a_copied_row_with_another_title_is_a_new_meeting(folder: Path) -> None:
    def copy(book: Workbook) -> None:
        sheet = copy_finance_board(book)
        put(book, MEETINGS, sheet.max_row, "title", "Second Finance Board")

    before = contents(folder)
    imported(folder, changed(exported(folder), copy))

    assert {*differences(before, folder)} == {"meetings/second-finance-board.yaml"}


def test_a_copied_row_with_the_same_title_is_not_understood(folder: Path) -> None:
    def copy(book: Workbook) -> None:
        sheet = copy_finance_board(book)
        put(book, MEETINGS, sheet.max_row, "level", "operational")

    before = contents(folder)
    result = imported(folder, changed(exported(folder), copy))

    assert [one.outcome for one in result.cells] == ["not understood", "not understood"]
    assert contents(folder) == before


def test_a_removed_meeting_is_a_conflict_only_if_its_row_was_changed(folder: Path) -> None:
    content = exported(folder)
    (folder / "meetings/audit-panel.yaml").unlink()

    assert imported(folder, content).cells == ()
    result = imported(folder, changed(content, lambda book: put(book, MEETINGS, "Audit Panel", "level", "tactical")))
    assert [one.outcome for one in result.cells] == ["conflict"]


def test_text_outside_the_columns_is_not_passed_over(folder: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book[MEETINGS]
        sheet.cell(row_of(sheet, "Finance Board", "title"), sheet.max_column + 1).value = "Is this still going?"

    (cell,) = imported(folder, changed(exported(folder), change)).cells

    assert (cell.outcome, cell.new, cell.meeting) == ("not understood", "Is this still going?", "Finance Board")


def test_comments_on_cells_are_passed_on_and_answered(folder: Path, tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        sheet = book[MEETINGS]
        number = row_of(sheet, "Finance Board", "title")
        sheet.cell(number, keys(sheet)["level"]).comment = Comment("Is this\nstill right?", "A partner")
        sheet.cell(number, sheet.max_column + 2).comment = Comment("We like it.", "A partner")
        sheet.cell(sheet.max_row + 5, 1).comment = Comment("Thank you", "A partner")
        sheet.title = "Bob's meetings"

    before = contents(folder)
    result = imported(folder, changed(exported(folder), change), answer=tmp_path / "answer.xlsx")
    sheet = load_workbook(tmp_path / "answer.xlsx")["Bob's meetings"]
    number = row_of(sheet, "Finance Board", "title")

    assert [(one.outcome, one.meeting, one.field, one.new) for one in result.cells] == [
        ("comment", "Finance Board", "Level", "Is this\nstill right?"),
        ("comment", "Finance Board", "", "We like it."),
        ("comment", "", "", "Thank you"),
    ]
    assert sheet.cell(number, keys(sheet)["answer"]).value == "2 comments"
    assert str(sheet.cell(number, keys(sheet)["details"]).value).startswith("Level: your comment “Is this; still right?” is shown to those")
    assert contents(folder) == before


def test_reviews_and_verdicts_are_never_touched(folder: Path) -> None:
    audit = folder / "meetings/audit-panel.yaml"
    reviewed = FILES["meetings/audit-panel.yaml"].replace("reason: Two do the same", "reason: Two do the same, next_due: 2027-01")
    audit.write_text(reviewed, encoding="utf-8")
    imported(
        folder,
        changed(exported(folder), lambda book: put(book, MEETINGS, "Audit Panel", "level", "tactical")),
    )

    assert audit.read_text(encoding="utf-8") == reviewed + "level: tactical\n" or "next_due: 2027-01" in audit.read_text(encoding="utf-8")


def test_another_workbook_is_not_a_partners_sheet(tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    book.active["A1"] = "Meeting"
    book.save(tmp_path / "other.xlsx")

    assert returned_sheet(read_document(str(tmp_path / "other.xlsx"))) is None


def test_the_answer_gives_the_outcome_of_each_row(folder: Path, tmp_path: Path) -> None:
    content = exported(folder)
    (folder / FINANCE).write_text(FILES[FINANCE].replace("strategic", "operational"), encoding="utf-8")

    def change(book: Workbook) -> None:
        put(book, MEETINGS, "Budget committee", "frequency.text", "=cmd()")
        book[MEETINGS].cell(row_of(book[MEETINGS], "=cmd()"), keys(book[MEETINGS])["frequency.text"]).data_type = "s"
        put(book, MEETINGS, "Budget committee", "kind", "bord")
        put(book, MEETINGS, "Finance Board", "level", "tactical")

    imported(folder, changed(content, change), answer=tmp_path / "answer.xlsx")
    book = load_workbook(tmp_path / "answer.xlsx")
    sheet = book[MEETINGS]
    answers = {
        str(sheet.cell(number, 1).value): (
            sheet.cell(number, keys(sheet)["answer"]).value,
            sheet.cell(number, keys(sheet)["details"]).value,
        )
        for number in range(3, sheet.max_row + 1)
    }

    assert answers["Audit Panel"] == ("unchanged", None)
    assert answers["Finance Board"][0] == "conflict"
    assert "The register says “operational”, and you wrote “tactical”" in str(answers["Finance Board"][1])
    assert answers["Budget committee"][0] == "1 not understood, 1 taken"
    assert "How often: taken. It was nothing, and is now “=cmd()”." in str(answers["Budget committee"][1])
    assert not any(cell.data_type == "f" for drawn in book for row in drawn.iter_rows() for cell in row)
    assert sheet.row_dimensions[1].hidden
    assert book["govreg"].sheet_state == "veryHidden"


def test_an_answer_can_be_imported_and_answered_again(folder: Path, tmp_path: Path) -> None:
    content = changed(exported(folder), lambda book: put(book, MEETINGS, "Budget committee", "kind", "bord"))
    imported(folder, content, answer=tmp_path / "answer.xlsx")
    again = changed((tmp_path / "answer.xlsx").read_bytes(), lambda book: put(book, MEETINGS, "Budget committee", "kind", "board"))
    result = imported(folder, again, answer=tmp_path / "second.xlsx")

    assert [one.outcome for one in result.cells] == ["taken"]
    assert load_workbook(tmp_path / "second.xlsx")[MEETINGS].max_column == load_workbook(tmp_path / "answer.xlsx")[MEETINGS].max_column


def test_the_answer_reveals_nothing_that_its_reader_may_not_see(folder: Path, tmp_path: Path) -> None:
    closed = CLOSED + "aliases: [Shadow board]\n"
    (folder / "meetings/closed-group.yaml").write_text(closed, encoding="utf-8")
    content = changed(exported(folder), lambda book: put(book, MEETINGS, "Finance Board", "aliases", "Shadow board"))
    result = imported(folder, content, answer=tmp_path / "answer.xlsx").cells

    assert [one.outcome for one in result] == ["not understood"]
    texts = [str(cell.value) for sheet in load_workbook(tmp_path / "answer.xlsx") for row in sheet.iter_rows() for cell in row]
    assert not any("losed" in text and "group" in text for text in texts)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_and_saves_the_sheet_and_nothing_changes(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "in.xlsx").write_bytes(exported(folder))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    words = ["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "out")]
    subprocess.run([*words, str(tmp_path / "in.xlsx")], check=True, capture_output=True, timeout=120)
    saved = (tmp_path / "out" / "in.xlsx").read_bytes()
    before = contents(folder)

    assert imported(folder, saved).cells == ()
    assert contents(folder) == before
    result = imported(folder, changed(saved, lambda book: put(book, MEETINGS, "Budget committee", "level", "tactical")))
    assert differences(before, folder) == {BUDGET: (["level: strategic"], ["level: tactical"])}
    assert [one.outcome for one in result.cells] == ["taken"]


def test_of_two_seats_of_one_post_the_same_one_is_changed_wherever_it_is_now(folder: Path) -> None:
    first, last = (f"  - {{organisation: constabulary, role: ACC, {dates}}}\n" for dates in ("until: 2026-12", "from: 2027-01"))
    board = FILES[FINANCE] + "participants:\n"
    (folder / FINANCE).write_text(board + first + last, encoding="utf-8")

    def change(book: Workbook) -> None:
        put(book, SEATS, row_of(book[SEATS], "2027-01", "from"), "people", 2)

    sheet = changed(exported(folder), change)
    for now in (board + first + last, board + last + first, board + "  - nhs\n" + first + last):
        (folder / FINANCE).write_text(now, encoding="utf-8")
        imported(folder, sheet)
        assert (folder / FINANCE).read_text(encoding="utf-8") == now.replace("from: 2027-01}", "from: 2027-01, people: 2}")


def test_of_many_corrected_seats_each_is_looked_at_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    organisations = "".join(f"org-{number}: {{name: Organisation {number}}}\n" for number in range(40))
    seats = "".join(f"  - {{organisation: org-{number}, role: Lead}}\n" for number in range(40))
    board = f"title: Board\nlead: org-0\nparticipants:\n{seats}"
    folder = write_register(tmp_path / "register", {"organisations.yaml": organisations, "meetings/board.yaml": board})

    def correct(book: Workbook) -> None:
        for row in range(FIRST, FIRST + 40):
            put(book, SEATS, row, "role", "Deputy")

    content = changed(made(folder), correct)
    looked_at: list[Participant] = []
    of_seat = SheetTexts.of_seat

    def counted(texts: SheetTexts, seat: Participant, meeting: Meeting) -> Mapping[str, str]:
        looked_at.append(seat)
        return of_seat(texts, seat, meeting)

    monkeypatch.setattr(SheetTexts, "of_seat", counted)
    result = imported(folder, content)

    assert (folder / "meetings/board.yaml").read_text("utf-8") == board.replace("Lead", "Deputy")
    assert result.count("taken") == 40
    assert len(looked_at) == 2 * 40
