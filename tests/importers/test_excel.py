"""Excel: a cell is read as people see it, wherever it is, and hidden content is said."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from govreg.importers.excel.names import address, letters
from govreg.importers.excel.number_format import BUILT_IN, shown_number
from govreg.importers.reader import read_document
from govreg.model.document import Document, DocumentTable, Paragraph
from office.hostile_files import S, excel_parts, pack, relations


def sheet_of(document: Document) -> DocumentTable:
    """The first sheet of `document`."""
    table = document.blocks[0]
    assert isinstance(table, DocumentTable)
    return table


def cells(document: Document) -> dict[str, str]:
    """The texts of all sheets by address."""
    tables = [block for block in document.blocks if isinstance(block, DocumentTable)]
    return {cell.place: cell.text for table in tables for row in table.rows for _, cell in row.cells}


def read(tmp_path: Path, rows: str, after: str = "", strings: str = "") -> Document:
    """The workbook whose one sheet has these rows."""
    pack(tmp_path / "list.xlsx", excel_parts(rows, after=after, strings=strings))
    return read_document(str(tmp_path / "list.xlsx"))


@pytest.mark.parametrize(
    ("stored", "code", "shown"),
    [
        ("4", "General", "4"),
        ("4.0", "General", "4"),
        ("0.1", "General", "0.1"),
        ("0.30000000000000004", "General", "0.3"),
        ("1E+3", "General", "1000"),
        ("-2.50", "General", "-2.5"),
        ("0.25", "0%", "25%"),
        ("0.125", "0.0%", "12.5%"),
        ("2593.63", "#,##0.00", "2,593.63"),
        ("350", "#,##0", "350"),
        ("7", "000", "007"),
        ("4", '0" times a year"', "4 times a year"),
        ("2", "0\\x", "2x"),
        ("1200", '"£"#,##0', "£1,200"),
        ("1200", "[$£-809]#,##0.00", "£1,200.00"),
        ("-3", "0;[Red]-0", "-3"),
        ("0.5", "# ?/?", "0.5"),
        ("12345", "0.00E+00", "12345"),
        ("4", "[Red]0", "4"),
        ("42627", "dd/mm/yyyy", "2016-09-14"),
        ("42627", "d mmmm yyyy", "2016-09-14"),
        ("42627", "[$-809]dd mmmm yyyy;@", "2016-09-14"),
        ("42627", "mmm yyyy", "2016-09"),
        ("42627", "mmm\\-yy", "2016-09"),
        ("42627", "yyyy", "2016"),
        ("42627", "ddd d mmm", "2016-09-14"),
        ("42627.5625", "dd/mm/yyyy hh:mm", "2016-09-14 13:30"),
        ("42627", "dd/mm/yyyy hh:mm", "2016-09-14"),
        ("42627.99999999", "dd/mm/yyyy", "2016-09-15"),
        ("0.5625", "h:mm AM/PM", "13:30"),
        ("1.5", "[h]:mm", "36:00"),
        ("59", "dd/mm/yyyy", "1900-02-28"),
        ("61", "dd/mm/yyyy", "1900-03-01"),
        ("60", "dd/mm/yyyy", "60"),
        ("-1", "dd/mm/yyyy", "-1"),
        ("99999999", "dd/mm/yyyy", "99999999"),
        ("n/a", "0", "n/a"),
        ("1E+300", "0.00", "1E+300"),
        ("123456789012345678901234567890", "0.00", "123456789012345678901234567890"),
        ("1.5", "0." + "0" * 40, "1.5"),
        ("5", "[" * 300, "5"),
        ("5", "Standard", "5"),
        ("5", "@", "5"),
        ("5", "", "5"),
        ("4", "@", "4"),
        ("4", '"about "General" left"', "about 4 left"),
        ("1.5", "0.##", "1.5"),
        ("1.5", "0.0?", "1.5"),
        ("1.25", "0.0", "1.3"),
        ("1.35", "0.0", "1.4"),
        ("2.5", "0", "3"),
        ("-2.5", "#,##0.00", "-2.50"),
        ("-1234.5", "#,##0.00", "-1,234.50"),
        ("7.5", "00.00", "07.50"),
        ("-7", "000", "-007"),
        ("0", "0", "0"),
        ("0.0", "General", "0"),
        ("0.5", "0%", "50%"),
        ("-0.5", "0%", "-50%"),
        ("0.055", "0.0%", "5.5%"),
        ("0.5", "0 %", "50%"),
        ("1E-20", "General", "1E-20"),
        ("1E15", "General", "1000000000000000"),
        ("9999999999999999", "0", "9999999999999999"),
        ("1E16", "0", "1E16"),
        ("0.0000000000000001", "0", "0.0000000000000001"),
        ("NaN", "0", "NaN"),
        ("Infinity", "0", "Infinity"),
        ("1.23456789012", "0.0000000000", "1.2345678901"),
        ("1.23456789012", "0.00000000000", "1.23456789012"),
        ("4", "0_)", "4"),
        ("4", "_(0", "4"),
        ("4", "*-0", "4"),
        ("4", '0"a" "b"', "4a b"),
        ("4", '"a"0\\b', "a4b"),
        ("4", "(0)", "(4)"),
        ("4", "0-0", "4"),
        ("4", "0 0", "4"),
        ("4", "[<5]0", "4"),
        ("4", "[$-809]0", "4"),
        ("4", "[$EUR-2]0", "EUR4"),
        ("4", '"x', "4"),
        ("4", "E0", "4"),
        ("4", "0E0", "4"),
        ("4", "0/0", "4"),
        ("4", "general", "4"),
        ("4", "GENERAL", "4"),
        ("42627.5", "yyyy-mm-dd hh:mm", "2016-09-14 12:00"),
        ("42627.5", "hh:mm", "12:00"),
        ("42627.5", "yyyy hh", "2016-09-14 12:00"),
        ("42627.5", "yyyy-mm", "2016-09"),
        ("42627.5", "mmm d", "2016-09-14"),
        ("42627.5", "m/d/yy h:mm", "2016-09-14 12:00"),
        ("0.25", "h:mm", "06:00"),
        ("0.999999", "hh:mm", "00:00"),
        ("42627.5", "mm", "2016-09"),
        ("42627.5", "h:mm:ss", "12:00"),
        ("42627.0006944", "yyyy-mm-dd h:mm", "2016-09-14 00:01"),
        ("0.5", "yyyy-mm-dd", "0.5"),
        ("0", "yyyy-mm-dd", "0"),
        ("0", "hh:mm", "00:00"),
        ("1", "d/m/yyyy", "1900-01-01"),
        ("2958465", "d/m/yyyy", "9999-12-31"),
        ("2958466", "d/m/yyyy", "2958466"),
        ("2958465.5", "d/m/yyyy h:mm", "9999-12-31 12:00"),
        ("0.5", "[h]:mm", "12:00"),
        ("2.0208333", "[h]:mm:ss", "48:30"),
        ("1.5", "[mm]:ss", "36:00"),
        ("1.5", "[H]:MM", "36:00"),
        ("-0.5", "[h]:mm", "-12:00"),
        ("42627", "[$-411]ge.m.d", "2016-09-14"),
        ("42627", "aaaa d", "2016-09-14"),
        ("42627", "b2yyyy", "2016"),
        ("42627", "YYYY/MM/DD", "2016-09-14"),
        ("42627", 'd" of "mmmm', "2016-09-14"),
        ("42627", "dddd", "2016-09-14"),
        ("42627", "mmmmm", "2016-09"),
        ("42627", "d x m", "42627"),
        ("42627", "[Red]d/m/yyyy", "2016-09-14"),
        ("42627", "d/m/yyyy;0", "2016-09-14"),
        ("42627", ";;", "42627"),
        ("42627", "0;d/m/yyyy", "42627"),
    ],
)
def test_a_number_is_shown_as_its_format_shows_it(stored: str, code: str, shown: str) -> None:
    assert shown_number(stored, code) == shown


@pytest.mark.parametrize(
    ("stored", "code", "shown"),
    [
        ("41165", "dd/mm/yyyy", "2016-09-14"),
        ("42627.5", "yyyy-mm-dd hh:mm", "2020-09-15 12:00"),
        ("42627.5", "hh:mm", "12:00"),
        ("42627.5", "yyyy hh", "2020-09-15 12:00"),
        ("42627.5", "yyyy-mm", "2020-09"),
        ("42627.5", "m/d/yy h:mm", "2020-09-15 12:00"),
        ("0.5", "yyyy-mm-dd", "1904-01-01"),
        ("0", "yyyy-mm-dd", "1904-01-01"),
        ("0", "hh:mm", "00:00"),
        ("1", "d/m/yyyy", "1904-01-02"),
        ("2958465", "d/m/yyyy", "2958465"),
        ("2957003", "dd/mm/yyyy", "9999-12-31"),
        ("2957004", "dd/mm/yyyy", "2957004"),
    ],
)
def test_a_workbook_may_count_days_from_1904(stored: str, code: str, shown: str) -> None:
    assert shown_number(stored, code, since_1904=True) == shown


def test_a_format_has_up_to_255_characters() -> None:
    assert (shown_number("5", "0" * 255), shown_number("5", "0" * 256)) == ("5".zfill(255), "5")


FIRST_DAY = datetime(1900, 3, 1, tzinfo=UTC).replace(tzinfo=None)


@given(days=st.integers(0, 2_900_000), minutes=st.integers(0, 1439))
def test_a_date_is_the_one_that_openpyxl_wrote(days: int, minutes: int) -> None:
    moment = FIRST_DAY + timedelta(days=days, minutes=minutes)

    serial = to_excel(moment)  # type: ignore[no-untyped-call]

    shown = shown_number(repr(serial), "yyyy-mm-dd hh:mm")

    assert shown == moment.isoformat(" ", "minutes").removesuffix(" 00:00")


@given(column=st.integers(0, 16_383), row=st.integers(0, 1_048_575))
def test_an_address_is_letters_and_a_number(column: int, row: int) -> None:
    assert address(f"{letters(column)}{row + 1}") == (column, row)


@pytest.mark.parametrize("text", ["", "A", "1", "A0", "XFE1", "A1048577", "AAAA1", "A1:B2", "Á1"])
def test_an_address_outside_a_sheet_is_invalid(text: str) -> None:
    assert address(text) is None


TEXTS = st.text(st.sampled_from("ab £é\n.,"), min_size=1, max_size=12).filter(str.strip)
VALUES = st.one_of(TEXTS, st.integers(-(10**9), 10**9), st.booleans(), st.floats(-1e6, 1e6).map(lambda number: round(number, 4) + 0.0))
PLACES = st.tuples(st.integers(1, 60), st.integers(1, 30))


def seen(value: object) -> str:
    """What a person sees in a cell that holds `value`."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, str):
        return "\n".join(line.strip() for line in value.split("\n") if line.strip())
    return f"{value:f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=st.dictionaries(PLACES, VALUES, min_size=1, max_size=12))
def test_each_value_that_openpyxl_writes_is_read_at_its_address(values: dict[tuple[int, int], str | float], tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for (row, column), value in values.items():
        sheet.cell(row, column, value)
    book.save(tmp_path / "list.xlsx")

    read_back = cells(read_document(str(tmp_path / "list.xlsx")))

    assert read_back == {f"Sheet!{letters(column - 1)}{row}": seen(value) for (row, column), value in values.items()}


def test_merged_cells_are_there_once_and_what_lies_under_them_is_an_aside(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c><c r="C3"><v>4</v></c></row>'

    document = read(tmp_path, rows, after='<mergeCells><mergeCell ref="A1:B3"/><mergeCell ref="C5:XFD1048576"/></mergeCells>')

    first = sheet_of(document).rows[0].cells[0][1]
    assert (first.text, first.columns, first.rows) == ("1", 2, 3)
    assert cells(document) == {"Meetings!A1": "1", "Meetings!C3": "4"}
    assert [(block.place, block.text) for block in document.blocks if isinstance(block, Paragraph)] == [
        ("text under a merged cell in Meetings!B1", "2"),
        ("text under a merged cell in Meetings!A3", "3"),
    ]


def test_a_formula_has_its_last_value_or_a_remark(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>A1+1</f></c><c r="C1" t="str"><f>""</f><v></v></c></row>'

    document = read(tmp_path, rows)

    assert cells(document) == {"Meetings!A1": "2"}
    assert document.remarks == ("No value is stored for the formula in Meetings!B1. Open the file in Excel, save it, and import it again.",)


def test_errors_truths_and_rich_text_are_read_as_shown(tmp_path: Path) -> None:
    rich = "<si><r><t>Safe</t></r><r><rPr/><t>guarding</t></r><rPh><t>reading</t></rPh></si><si><t>a_x000D_\nb</t></si>"
    row = '<c r="A1" t="e"><v>#N/A</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="s"><v>0</v></c><c r="D1" t="s"><v>1</v></c>'

    document = read(tmp_path, f'<row r="1">{row}</row>', strings=rich)

    assert list(cells(document).values()) == ["#N/A", "TRUE", "Safeguarding", "a\nb"]
    assert document.remarks == ("“Meetings” has 1 cell with an error such as #N/A.",)


def test_cells_without_an_address_follow_the_one_before_also_where_it_is_empty(tmp_path: Path) -> None:
    rows = '<row><c r="A1" s="1" /><c s="2" /><c><v>3</v></c></row><row r="4"><c><v>1</v></c><c r="D4"><v>4</v></c><c><v>5</v></c></row>'

    assert cells(read(tmp_path, rows)) == {"Meetings!C1": "3", "Meetings!A4": "1", "Meetings!D4": "4", "Meetings!E4": "5"}
    without = '<row><c r="A1" s="1"/><c><v>3</v></c></row><row r="2"></row><row><c r="B3"/><c><v>4</v></c></row>'
    assert cells(read(tmp_path, without)) == {"Meetings!B1": "3", "Meetings!C3": "4"}


def test_a_sheets_claimed_size_costs_nothing(tmp_path: Path) -> None:
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'

    assert cells(read(tmp_path, far)) == {"Meetings!A1": "1", "Meetings!XFD1048576": "2"}


def test_hidden_rows_columns_and_sheets_are_read_and_said(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.append(["Meeting", "Lead"])
    sheet.append(["Board", "PCC"])
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    other = book.create_sheet("Old list")
    other.append(["Panel"])
    other.sheet_state = "veryHidden"
    book.save(tmp_path / "list.xlsx")

    document = read_document(str(tmp_path / "list.xlsx"))

    assert list(cells(document).values()) == ["Meeting", "Lead", "Board", "PCC", "Panel"]
    assert document.remarks == ("This sheet is hidden: “Old list”.", "“Sheet” has 1 hidden row.", "“Sheet” has 1 hidden column.")


def test_the_header_row_of_a_filter_or_a_table_is_a_heading(tmp_path: Path) -> None:
    rows = '<row r="2"><c r="B2"><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row>'

    filtered = read(tmp_path, rows, after='<autoFilter ref="B2:B3"/>')

    assert [cell.heading for row in sheet_of(filtered).rows for _, cell in row.cells] == [True, False]
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.append(["Meeting"])
    sheet.append(["Board"])
    sheet.add_table(Table(displayName="Meetings", ref="A1:A2"))
    book.save(tmp_path / "table.xlsx")
    assert [cell.heading for row in sheet_of(read_document(str(tmp_path / "table.xlsx"))).rows for _, cell in row.cells] == [True, False]


def test_notes_comments_text_boxes_and_page_headers_are_asides_with_their_place(tmp_path: Path) -> None:
    parts = excel_parts(
        '<row r="1"><c r="A1"><v>1</v></c></row>',
        after='<headerFooter><oddHeader>&amp;C&amp;"Arial,Bold"OFFICIAL</oddHeader></headerFooter>',
    )
    kinds = {"comments": "notes.xml", "threadedComment": "thread.xml", "drawing": "drawing.xml"}
    parts["xl/worksheets/_rels/sheet1.xml.rels"] = relations(**kinds)
    note = '<comment ref="{}"><text><r><t>{}</t></r></text></comment>'
    notes = note.format("A1", "Check this") + note.format("B2", "[Threaded comment] Your version of Excel …")
    parts["xl/worksheets/notes.xml"] = f'<comments xmlns="{S}"><commentList>{notes}</commentList></comments>'.encode()
    space = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    thread = f'<ThreadedComments xmlns="{space}"><threadedComment ref="B2"><text>Who leads?</text></threadedComment></ThreadedComments>'
    parts["xl/worksheets/thread.xml"] = thread.encode()
    shape = (
        '<a:p xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:r><a:t>As at </a:t></a:r><a:r><a:t>May</a:t></a:r></a:p>'
    )
    parts["xl/worksheets/drawing.xml"] = f"<drawing>{shape}</drawing>".encode()
    pack(tmp_path / "list.xlsx", parts)

    document = read_document(str(tmp_path / "list.xlsx"))

    assert [(block.place, block.text) for block in document.blocks if isinstance(block, Paragraph)] == [
        ("page header of Meetings", "OFFICIAL"),
        ("comment on Meetings!B2", "Who leads?"),
        ("note on Meetings!A1", "Check this"),
        ("text box on Meetings", "As at May"),
    ]


def test_a_strict_workbook_writes_dates_as_such(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1" t="d"><v>2016-09-14T00:00:00</v></c></row>'

    assert cells(read(tmp_path, rows)) == {"Meetings!A1": "2016-09-14"}


def test_the_formats_that_have_a_number_only_are_those_of_the_standard() -> None:
    dates = {number for number, code in BUILT_IN.items() if shown_number("42627", code) == "2016-09-14"}

    # ECMA-376 part 1, 18.8.30: those of East Asia show dates too
    assert dates == {14, 15, 16, 22, *range(27, 32), 36, *range(50, 59)}
    assert shown_number("0.1234567890123456", "General") == "0.123456789012346", "Excel keeps 15 digits"
