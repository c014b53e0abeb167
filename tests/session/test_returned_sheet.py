"""Which files are sheets that came back, what may be typed with them, and the name of the answer."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from govreg.errors import GovregError
from govreg.model.document import Document, DocumentTable, Paragraph, TableCell, TableRow
from govreg.session.partner_sheet import ReturnedSheet, check_answer, returned_sheet, sheet_among

HIDDEN = [["govreg partners' sheet", "1", "partners", "people", "abc"]]
FILLED = [["id", "title", "level"], ["Row", "Title", "Level"], ["budget-committee", "Budget committee", "tactical"]]
EXPORTED = [
    ["id", "title", "lead_id", "lead_kind", "per_year_certainty", "file", "level"],
    ["a", "A", "opcc", "sole", "exact", "a.yaml", "tactical"],
]


def table(name: str, rows: list[list[str]]) -> DocumentTable:
    """A sheet of a workbook."""
    drawn = (
        TableRow(tuple((at, TableCell(text, f"{name}!{chr(65 + at)}{number}")) for at, text in enumerate(row)), f"{name}!{number}")
        for number, row in enumerate(rows, 1)
    )
    return DocumentTable(tuple(drawn), name, name)


def a_file(*blocks: DocumentTable | Paragraph, name: str = "back.xlsx") -> Document:
    return Document(name, blocks)


SHEET = a_file(table("Meetings", FILLED), table("govreg", HIDDEN))
LIST = a_file(Paragraph("Meetings", "A1"), DocumentTable((), "Empty"), table("Meetings", EXPORTED), name="list.xlsx")
PAPER = a_file(Paragraph("Meetings", "line 1"), name="paper.docx")


def refusal(error: pytest.ExceptionInfo[GovregError]) -> str:
    return f"{error.value.message} {error.value.hint}"


def returned(document: Document) -> ReturnedSheet:
    found = returned_sheet(document)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("visibility", "people", "named"),
    [("public", "", "left out"), ("partners", "", "left out"), ("partners", "people", "named"), ("internal", "people", "named")],
)
def test_a_sheet_says_for_whom_it_was_made(visibility: str, people: str, named: str) -> None:
    found = returned(a_file(table("Meetings", FILLED), table("govreg", [["govreg partners' sheet", "1", visibility, people, "abc"]])))

    assert (found.audience.visibility, found.audience.persons) == (visibility, named)
    assert (found.hidden.visibility, found.hidden.people) == (visibility, people == "people")
    assert [[cell.text for cell in row.cells.values()] for sheet in found.sheets for row in sheet.rows] == [
        ["budget-committee", "Budget committee", "tactical"]
    ]
    assert (found.table, found.take_file, found.comments) == (None, False, ())


@pytest.mark.parametrize(
    "document",
    [
        a_file(table("govreg", HIDDEN)),
        a_file(table("Meetings", FILLED), table("govreg", [["govreg partners' sheet", "1", "friends", "", "abc"]])),
    ],
)
def test_a_sheet_without_its_rows_or_its_audience_is_refused(document: Document) -> None:
    with pytest.raises(GovregError) as error:
        returned_sheet(document)

    assert (
        refusal(error) == "“back.xlsx” was a sheet for partners, but its rows can't be found. Send a new one: govreg export --sheet FILE."
    )


def test_an_exported_table_is_read_with_every_entry_and_its_people() -> None:
    found = returned(LIST)

    assert found.table is not None
    assert found.table.name == "Meetings"
    assert (found.hidden.visibility, found.hidden.people, found.audience.is_internal) == ("internal", True, True)
    assert returned_sheet(PAPER) is None


@pytest.mark.parametrize("column", ["id", "title", "lead_id", "lead_kind", "per_year_certainty", "file"])
def test_a_table_without_one_of_the_columns_that_mark_it_is_a_paper(column: str) -> None:
    names = [name for name in EXPORTED[0] if name != column]

    assert returned_sheet(a_file(table("Meetings", [names, ["x"] * len(names)]))) is None
    assert returned_sheet(a_file(table("Notes", [names]), table("Meetings", EXPORTED))) is not None


def test_papers_have_no_sheet_among_them_and_a_sheet_comes_by_itself() -> None:
    assert sheet_among([PAPER, PAPER], ["file"], {"--map": ["a=b"]}) is None
    assert sheet_among([SHEET], [], {"--map": [], "--people": False}) == returned_sheet(SHEET)
    for documents in ([SHEET, PAPER], [PAPER, SHEET], [PAPER, LIST]):
        with pytest.raises(GovregError) as error:
            sheet_among(documents, [], {})
        assert refusal(error) == "One of these files is a sheet for partners, which is imported by itself. Import the files one by one."


@pytest.mark.parametrize(
    ("document", "take", "others", "option"),
    [
        (SHEET, ["file"], {}, "--take"),
        (SHEET, [], {"--as": [], "--map": ["a=b"], "--people": True}, "--map"),
        (SHEET, ["file"], {"--map": ["a=b"]}, "--take"),
        (LIST, ["file", "a=file"], {}, "--take"),
        (LIST, ["last"], {}, "--take"),
    ],
)
def test_options_for_papers_are_refused_with_a_sheet(document: Document, take: list[str], others: dict[str, Any], option: str) -> None:
    with pytest.raises(GovregError) as error:
        sheet_among([document], take, others)

    assert refusal(error) == (
        f"This is a sheet for partners, which takes no {option}. "
        f"Leave out {option}. What you have to decide is shown, and stays as it is in the register."
    )


@pytest.mark.parametrize(("take", "take_file"), [([], False), (["register"], False), (["file"], True), (["register", "file"], True)])
def test_a_table_takes_the_files_or_the_registers_values(take: list[str], *, take_file: bool) -> None:
    assert sheet_among([LIST], take, {}) == replace(returned(LIST), take_file=take_file)


@pytest.mark.parametrize(
    ("file", "answer"),
    [("back.xlsx", "answer.xlsx"), ("back.XLSX", "answer.XLSX"), ("back.xlsm", "a/answer.xlsm"), ("back.XLSM", "answer.xlsm")],
)
def test_an_answer_is_a_workbook_of_the_sheets_own_kind(file: str, answer: str) -> None:
    check_answer(Path(answer), Path(file), returned(SHEET))
    check_answer(None, Path(file), None)


@pytest.mark.parametrize(
    ("file", "answer", "ending"),
    [("back.xlsx", "answer.xlsm", ".xlsx"), ("back.xlsm", "answer.xlsx", ".xlsm"), ("back.xlsx", "answer", ".xlsx")],
)
def test_an_answer_has_the_ending_of_the_sheet(file: str, answer: str, ending: str) -> None:
    with pytest.raises(GovregError) as error:
        check_answer(Path(answer), Path(file), returned(SHEET))

    assert refusal(error) == f"“{answer}” isn't named as the Excel workbook that it would be. Write --answer answer{ending}."


@pytest.mark.parametrize(("file", "hint"), [("back.xlsx", "answer.xlsx"), ("back.xlsm", "answer.xlsm")])
def test_an_answer_never_replaces_the_sheet(file: str, hint: str) -> None:
    with pytest.raises(GovregError) as error:
        check_answer(Path(file), Path(file), returned(SHEET))

    assert refusal(error) == f"“{file}” is the sheet itself, which the answer would replace. Give the answer another name: --answer {hint}"


@pytest.mark.parametrize("sheet", [None, returned_sheet(LIST)])
def test_only_a_partners_sheet_is_answered(sheet: ReturnedSheet | None) -> None:
    with pytest.raises(GovregError) as error:
        check_answer(Path("answer.xlsx"), Path("list.xlsx"), sheet)

    assert refusal(error) == "--answer is for a sheet of “govreg export --sheet”, which this isn't. Leave out --answer."
