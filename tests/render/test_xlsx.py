"""A report as a workbook says what the report says, and no text in it is a formula, a link or a number."""

import re
import zipfile
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from govreg.render.target import Target
from govreg.render.xlsx import LONGEST_TEXT, SheetNames, render, sheet_text
from govreg.report import (
    BulletList,
    Cell,
    Change,
    Column,
    Count,
    Date,
    Fields,
    FindingBlock,
    Heading,
    Link,
    Paragraph,
    Percent,
    Report,
    Table,
)
from hostile_texts import HOSTILE

OF_EXCEL = (
    *HOSTILE,
    '=cmd|" /C calc"!A0',
    "{=1+1}",
    "-1",
    "+1",
    "007",
    "1E5",
    "3 May",
    "true",
    "#N/A",
    "http://x",
    "_x000D_",
    "internal:A1",
)


def opened(report: Report) -> Workbook:
    return load_workbook(BytesIO(render(report, Target(is_file=True))))


def report_of(*blocks: Any, **more: Any) -> Report:
    return Report(blocks, data=list, **more)


def values(book: Workbook, sheet: str) -> list[list[Any]]:
    return [list(row) for row in book[sheet].iter_rows(values_only=True)]


def cells_of(*cells: Cell) -> list[Any]:
    """What a workbook has for a row of `cells`, its further columns last."""
    table = Table(tuple(Column(f"C{index}") for index in range(len(cells))), (cells,))
    return values(opened(report_of(table, name="R")), "R")[1]


def test_every_text_is_text() -> None:
    table = Table(tuple(Column(text or "B") for text in OF_EXCEL), (OF_EXCEL,))
    book = opened(report_of(table, *map(Paragraph, OF_EXCEL), foot=OF_EXCEL, name="R"))

    for sheet in book:
        assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}
        assert not any(cell.hyperlink for row in sheet.iter_rows() for cell in row)
        assert not any(isinstance(cell.value, int | float) for row in sheet.iter_rows() for cell in row)


def test_a_text_reads_back_as_it_was() -> None:
    texts = [text for text in OF_EXCEL if text]

    # openpyxl shows the escape that Excel takes for the text `_x000D_` itself
    assert [str(cell).replace("_x005F_", "_") for cell in cells_of(*texts)] == texts


def test_values_keep_their_types() -> None:
    yes = True
    found = cells_of(
        4,
        2.5,
        Percent(0.25),
        Change(-26 / 3, "−8.7"),
        Date("2016-11-10", "10 November 2016"),
        yes,
        None,
        ("a", "b"),
        Link("meeting", "x", "X"),
    )

    assert found == [4, 2.5, 0.25, -8.667, datetime(2016, 11, 10), "yes", None, "a; b", "X"]  # noqa: DTZ001 - a cell has no time zone


@pytest.mark.parametrize(
    ("iso", "text"), [("2016-11", "November 2016"), ("1899-01-01", "1 January 1899"), ("1900-02-28", "28 February 1900")]
)
def test_a_date_that_spreadsheets_do_not_have_is_text(iso: str, text: str) -> None:
    assert cells_of(Date(iso, text)) == [text]


def test_a_workbook_has_a_column_for_certainty() -> None:
    table = Table((Column("A year"), Column("Sure")), ((Count(4, "at-least"), Count(1)), (Count(None, "unknown"), Count(2))))

    assert values(opened(report_of(table, name="R")), "R") == [
        ["A year", "A year (certainty)", "Sure"],
        [4, "at least", 1],
        [None, "unknown", 2],
    ]


def test_ids_of_links_have_a_column_of_their_own() -> None:
    table = Table((Column("Lead", ids="lead_id"),), (((Link("organisation", "a", "A"), Link("organisation", "b", "B")),),))

    assert values(opened(report_of(table, name="R")), "R") == [["Lead", "lead_id"], ["A; B", "a; b"]]


def test_each_table_has_a_sheet_and_the_first_sheet_says_the_rest() -> None:
    book = opened(
        report_of(
            Heading("All", 1),
            Heading("Meetings"),
            Paragraph("These are all."),
            Table((Column("A"),), (("x",),)),
            Heading("Facts"),
            Fields((("Lead", "OPCC"),)),
            BulletList(("one", "two")),
            Table((Column(""), Column("One"), Column("Other")), (("Lead", "a", "b"),)),
            sheet=lambda: Table((Column("id"),), (("x",),)),
            foot=("1 meeting.",),
        )
    )

    assert book.sheetnames == ["About", "Meetings", "Data"]
    assert [[cell for cell in row if cell is not None] for row in values(book, "About")] == [
        ["All"],
        [],
        ["Meetings"],
        ["These are all."],
        ["See the sheet “Meetings”."],
        [],
        ["Facts"],
        ["Lead", "OPCC"],
        ["• one"],
        ["• two"],
        ["One", "Other"],
        ["Lead", "a", "b"],
        ["Data", "See the sheet “Data”."],
        [],
        ["1 meeting."],
    ]


def test_findings_are_a_table() -> None:
    finding = FindingBlock("meetings/a.yaml", 3, 7, "error", "GR101", "A title", "It is wrong.", "Write x.")
    book = opened(report_of(finding))

    assert values(book, "Findings")[1] == ["error", "GR101", "A title", "meetings/a.yaml", 3, 7, "It is wrong.", "Write x.", None]


def test_titles_stay_in_view_and_filter() -> None:
    sheet = opened(report_of(Table((Column("A"), Column("B")), (("x", "y"), ("x", "z"))), name="R"))["R"]

    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B3"
    assert sheet.print_title_rows == "$1:$1"


def test_a_text_too_long_for_a_cell_is_cut_and_says_so() -> None:
    (cell,) = cells_of("\U0001f600" * 20_000)

    assert cell.endswith(" … [cut here: the text has 20,000 characters]")
    assert len(cell.encode("utf-16-le")) // 2 <= LONGEST_TEXT


def test_characters_that_xml_cannot_have_are_escaped() -> None:
    assert sheet_text("a\x00b\x1b[31m\ud800\uffffc\r\nd\te") == "a\\x00b\\x1b[31m\\ud800\\uffffc\nd\te"


def test_each_character_that_xml_cannot_have_is_escaped_alone_in_a_cell_too() -> None:
    codes = {*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF} - {ord("\t"), ord("\n")}

    assert [sheet_text(chr(code)) for code in codes] == [chr(code).encode("unicode_escape").decode() for code in codes]


@pytest.mark.parametrize(("text", "width"), [("x", 8), ("x" * 20, 21), (f"x\n{'x' * 20}\nxx", 21), ("x" * 200, 60), (None, 8)])
def test_a_column_is_as_wide_as_its_longest_line_within_limits(text: str | None, width: int) -> None:
    sheet = opened(report_of(Table((Column("A"),), ((text,), ("y",))), name="R"))["R"]

    assert round(sheet.column_dimensions["A"].width) == width + 1  # Excel's padding


@given(st.lists(st.text(max_size=40) | st.just("A _x0041_x202E_"), max_size=8))
def test_names_of_sheets_are_what_excel_takes(wanted: list[str]) -> None:
    names = SheetNames()
    taken = [names.take(one) for one in wanted]

    assert len({name.casefold() for name in taken}) == len(taken)
    for name in taken:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert not set(name) & set("[]:*?/\\")
        assert not re.search("_x[0-9A-Fa-f]{4}_", name)  # which is read as the code of a character
        assert name.strip("'") == name


def test_more_rows_than_a_sheet_holds_go_on_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govreg.render.xlsx.MOST_ROWS", 3)
    book = opened(report_of(Table((Column("A"),), tuple((number,) for number in range(5))), name="R"))

    assert [values(book, name)[1:] for name in book.sheetnames[1:]] == [[[0], [1]], [[2], [3]], [[4]]]
    assert values(book, "About")[1][1] == "See the sheets “R”, “R (2)”, “R (3)”."


def test_the_same_report_gives_the_same_bytes() -> None:
    report = report_of(Table((Column("A"),), (("x",), (Date("2016-11-10", "10 November 2016"),))), name="R", foot=("f",))
    content = render(report, Target(is_file=True))

    assert content == render(report, Target(is_file=True))
    assert {one.date_time for one in zipfile.ZipFile(BytesIO(content)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_text_wraps_from_the_top_of_its_cell_without_a_format_of_its_own() -> None:
    """A sheet may have a million texts, and a format costs each of them time."""
    row: tuple[Cell, ...] = ("a", 7, Percent(0.5), Date("2016-11-10", "10 November 2016"))
    table = Table(tuple(Column(f"C{place}") for place in range(len(row))), (row,))
    content = render(report_of(table, name="R"), Target(is_file=True))

    with zipfile.ZipFile(BytesIO(content)) as parts:
        sheet = parts.read("xl/worksheets/sheet2.xml").decode()
    assert '<c r="A2" t="s">' in sheet
    cells = load_workbook(BytesIO(content))["R"][2]
    assert [(cell.alignment.vertical, bool(cell.alignment.wrap_text)) for cell in cells] == [("top", number == 0) for number in range(4)]
    assert [cell.number_format for cell in cells] == ["General", "General", "0%", "d mmmm yyyy"]
    assert {(cell.font.name, cell.font.size) for cell in cells} == {("Calibri", 11)}


def test_a_sheet_is_as_xlsxwriter_writes_it_but_for_the_spans_of_its_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    row: tuple[Cell, ...] = ("a & <b>", 7, None, Percent(0.5), Date("2016-11-10", "10 November 2016"), *OF_EXCEL, "a")
    table = Table(tuple(Column(f"C{place}") for place in range(len(row))), (row, (None,) * len(row), row))
    report = report_of(table, name="R")

    def parts() -> dict[str, str]:
        with zipfile.ZipFile(BytesIO(render(report, Target(is_file=True)))) as book:
            return {name: re.sub(' spans="[0-9:]+"', "", book.read(name).decode()) for name in book.namelist()}

    ours = parts()
    for name in ("_calculate_spans", "_write_cell"):
        monkeypatch.delattr(f"govreg.render.xlsx._Sheet.{name}")
    assert parts() == ours
