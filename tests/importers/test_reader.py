"""Files of each kind, as the libraries that offices use write them, become the same sort of document."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
import xlsxwriter

from govreg.errors import GovregError
from govreg.importers.reader import read_document
from govreg.model.document import Document, DocumentTable, Paragraph


def tables(document: Document) -> list[list[list[str]]]:
    """The texts of the tables in `document`, row by row."""
    return [[[cell.text for _, cell in row.cells] for row in block.rows] for block in document.blocks if isinstance(block, DocumentTable)]


def paragraphs(document: Document, *, asides: bool = False) -> list[str]:
    """The texts of the paragraphs in `document`: the asides, or all others."""
    return [block.text for block in document.blocks if isinstance(block, Paragraph) and block.aside is asides]


def cells(table: DocumentTable) -> Iterator[tuple[str, str]]:
    """Each place in `table` and the text there."""
    return ((cell.place, cell.text) for row in table.rows for _, cell in row.cells)


def test_a_document_of_word_is_headings_paragraphs_items_and_tables_in_their_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Recommended meetings", 2)
    document.add_paragraph("Reviewed in May.")
    document.add_paragraph("Letter to leaders", style="List Bullet")
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Safeguarding Consortium"
    table.cell(1, 0).text = "Lead"
    table.cell(1, 1).text = "Constabulary"
    document.save(str(tmp_path / "paper.docx"))

    read = read_document(str(tmp_path / "paper.docx"))

    heading, prose, item, grid = read.blocks
    assert isinstance(heading, Paragraph)
    assert (heading.text, heading.level) == ("Recommended meetings", 2)
    assert isinstance(prose, Paragraph)
    assert (prose.text, prose.level, prose.item) == ("Reviewed in May.", None, False)
    assert isinstance(item, Paragraph)
    assert (item.text, item.item, item.place) == ("Letter to leaders", True, "paragraph 3")
    assert isinstance(grid, DocumentTable)
    title = grid.rows[0].cells[0][1]
    assert (title.text, title.columns, title.place) == ("Safeguarding Consortium", 2, "table 1, row 1, column 1")
    assert tables(read) == [[["Safeguarding Consortium"], ["Lead", "Constabulary"]]]


def test_a_workbook_shows_values_as_people_see_them(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "list.xlsx") as book:
        sheet = book.add_worksheet("All meetings")
        sheet.write_row(0, 0, ["Meeting", "Last met", "Due", "Attendance", "A year"], book.add_format({"bold": True}))
        sheet.write(1, 0, "Safeguarding Consortium")
        day = datetime(2016, 9, 14, tzinfo=UTC).replace(tzinfo=None)
        sheet.write_datetime(1, 1, day, book.add_format({"num_format": "dd/mm/yyyy"}))
        sheet.write_datetime(1, 2, day, book.add_format({"num_format": "mmm yyyy"}))
        sheet.write(1, 3, 0.25, book.add_format({"num_format": "0%"}))
        sheet.write_formula(1, 4, "=2+2", None, 4)

    table = read_document(str(tmp_path / "list.xlsx")).blocks[0]

    assert isinstance(table, DocumentTable)
    assert [cell.heading for _, cell in table.rows[0].cells] == [True] * 5
    assert [text for place, text in cells(table) if place.endswith("2")] == ["Safeguarding Consortium", "2016-09-14", "2016-09", "25%", "4"]
    assert next(cells(table)) == ("'All meetings'!A1", "Meeting")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_a_csv_file_may_have_any_delimiter_and_encoding(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = [
        ["Meetings – as at May"],
        ["Title", "Lead", "Members"],
        ["Board", "PCC, “the Commissioner”", "two\nlines"],
        ["Panel", "", "one"],
    ]
    text = "\r\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    (tmp_path / "list.csv").write_bytes(text.encode(encoding))

    read = read_document(str(tmp_path / "list.csv"))

    assert tables(read) == [
        [["Meetings – as at May"], ["Title", "Lead", "Members"], ["Board", "PCC, “the Commissioner”", "two\nlines"], ["Panel", "one"]]
    ]
    assert bool(read.remarks) == (encoding == "cp1252")


def test_plain_text_keeps_its_lines_and_tabs(tmp_path: Path) -> None:
    (tmp_path / "paper.txt").write_text("Senior Contact Meetings\t\nFrequency\tThree monthly\n\n\n- Chief Officers\n", encoding="utf-8")

    read = read_document(str(tmp_path / "paper.txt"))

    assert paragraphs(read) == ["Senior Contact Meetings\t", "Frequency\tThree monthly", "", "Chief Officers"]
    assert [block.place for block in read.blocks if isinstance(block, Paragraph)] == ["line 1", "line 2", "line 3", "line 5"]


def test_an_unsupported_format_gets_a_hint(tmp_path: Path) -> None:
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"))

    with pytest.raises(GovregError) as caught:
        read_document(str(tmp_path / "old.doc"))

    assert caught.value.message.endswith("old.doc” is a document of an old version of Word (.doc).")
    assert caught.value.hint == "Open it in Word and save it as .docx."
