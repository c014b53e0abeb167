"""A CSV table reads back cell by cell, and no cell is a formula."""

import csv
import re
import unicodedata
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreg.render.csv_text import csv_pieces, render, safe
from govreg.render.target import Target
from govreg.render.workflow_commands import disarmed
from govreg.report import Cell, Column, Count, Date, LineNumber, Link, Percent, Report, SharedRows, Table
from hostile_texts import HOSTILE


def csv_text(table: Table) -> str:
    return "".join(csv_pieces(table))


def read(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text, newline="")))


def looks(text: str) -> str:
    """What is first seen of `text`: in plain width, behind white space and all that is invisible."""
    visible = "".join(character for character in text if unicodedata.category(character)[0] not in "ZCM")
    return unicodedata.normalize("NFKC", visible.lstrip("\u115f\u1160\u2800\u3164\uffa0"))[:1]


INVISIBLE = "\u00a0\u2003\u3000\u200b\u200d\u2060\ufeff\u00ad\u202e\u115f\u2800\u3164\ufe0f\x00\x1f\x85 \t\r\n"


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_is_a_formula(text: str) -> None:
    ((_,), (cell,)) = read(csv_text(Table((Column("A"),), ((text,),))))

    assert looks(cell) not in set("=+-@|%")
    assert cell.removeprefix("'") == disarmed(text)


@given(st.text(INVISIBLE, max_size=4), st.sampled_from("=+-@|%＝＋－＠﹣﹦−％"), st.text(max_size=8))
def test_invisible_characters_hide_no_formula(before: str, sign: str, after: str) -> None:
    assert safe(f"{before}{sign}x{after}") == f"'{disarmed(f'{before}{sign}x{after}')}"


@pytest.mark.parametrize("text", [" =1+1", "  +A1", " -A1", " @SUM(1)", "\u00a0=1+1", "\u200b=1+1"])
def test_a_formula_behind_a_space_is_a_formula(text: str) -> None:
    assert safe(text) == f"'{text}"


@given(st.text())
def test_no_text_is_a_formula(text: str) -> None:
    cell = safe(text)

    assert looks(cell) not in set("=+-−@|%") or re.fullmatch(r"[+-]?[0-9.]+%?", cell)
    assert cell.removeprefix("'") in (text, text.removeprefix("'"), disarmed(text))


@pytest.mark.parametrize("text", ["-5", "-1.5", "+3", "-33%", "2016-11-10", "a=b", "", "   ", "'=x", "–", "19~"])
def test_numbers_and_harmless_texts_stay_as_they_are(text: str) -> None:
    assert safe(text) == text
    assert csv_text(Table((Column("A", number=True),), ((-5,), (-0.5,)))).splitlines()[1:] == ["-5", "-0.5"]


@given(st.lists(st.tuples(st.text(), st.integers()), max_size=5))
def test_every_row_has_its_cells(rows: list[tuple[str, int]]) -> None:
    table = Table((Column("A"), Column("B")), tuple(rows))
    found = read(csv_text(table))

    assert len(found) == len(rows) + 1
    assert [row[1] for row in found[1:]] == [str(number) for _, number in rows]


def test_values_keep_their_kinds() -> None:
    text = csv_text(Table((Column("A"), Column("B"), Column("C"), Column("D")), ((None, True, ("a", "b"), 8.5),)))

    assert text == "A,B,C,D\r\n,yes,a; b,8.5\r\n"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (Date("2016-11-10", "10 November 2016"), "2016-11-10"),
        (Date("2019-11", "November 2019"), "2019-11 (no day)"),
        (Date("2019", "2019"), "2019"),
        (Percent(1 / 3), "33%"),
        (Count(26 / 3), "8.667"),
        (Count(19, "varies"), "19~"),
        (Count(1040, "at-least"), "1040+"),
        (LineNumber(1040), "1040"),
        (Count(None, "unknown"), ""),
        (8.666666666666666, "8.667"),
        (Link("meeting", "board", "Board"), "Board"),
        ((Link("meeting", "a", "A"), Link("meeting", "b", "=B")), "A; =B"),
        ((Link("meeting", "a", "=A"),), "'=A"),
    ],
)
def test_spreadsheets_read_each_cell_as_it_was_meant(cell: Cell, text: str) -> None:
    assert read(csv_text(Table((Column("A"), Column("B")), ((cell, "x"),))))[1][0] == text


@pytest.mark.parametrize(
    "text", ["2019-11", "2018/005", "1-2", "12:30", "1.10.16", "November 2019", "Nov-19", "3 May", "007", "1E5", "1234567890123456"]
)
def test_a_text_stays_text_where_a_spreadsheet_would_make_a_date_or_a_number_of_it(text: str) -> None:
    assert read(csv_text(Table((Column("A"), Column("B")), ((text, "x"),))))[1][0] == f"'{text}"


@pytest.mark.parametrize(
    "text", ["2016-11-10", "2016", "Marches Board", "May", "12", "-5", "Section 136", "2019-11 (no day)", "Decision 4"]
)
def test_a_text_that_a_spreadsheet_keeps_has_no_apostrophe(text: str) -> None:
    assert read(csv_text(Table((Column("A"), Column("B")), ((text, "x"),))))[1][0] == text


def test_the_ids_of_links_are_in_a_column_beside_their_names() -> None:
    columns = (Column("lead", ids="lead_id"), Column("B"))
    rows = (((Link("organisation", "pcc", "PCC"), Link("organisation", "opcc", "OPCC")), 1), ("unclear", 2))

    assert read(csv_text(Table(columns, rows))) == [["lead", "lead_id", "B"], ["PCC; OPCC", "pcc; opcc", "1"], ["unclear", "", "2"]]


def test_a_file_begins_with_a_mark_by_which_excel_knows_utf_8() -> None:
    report = Report((Table((Column("A"),), ()),), data=dict)

    assert "".join(render(report, Target(is_file=True))) == "\ufeffA\r\n"
    assert "".join(render(report, Target())) == "A\r\n"


WORDS = st.text(max_size=4) | st.sampled_from(["=a", 'a"b', "a,b", "a\r\nb", "", " ", "1-2", "x" * 40])
SHARED = st.lists(st.tuples(st.lists(WORDS, max_size=3).map(tuple), st.integers(0, 9), WORDS), min_size=1, max_size=3)


@given(st.lists(st.tuples(WORDS, WORDS, st.integers(0, 2)), max_size=9), SHARED)
def test_rows_that_end_alike_are_written_as_if_each_was_written_by_itself(
    own: list[tuple[str, str, int]], ends: list[tuple[Cell, ...]]
) -> None:
    columns = tuple(Column(title) for title in "abcde")
    rows = SharedRows([(a, b, ends[which % len(ends)]) for a, b, which in own], lambda item: item[:2], lambda end: end)

    assert csv_text(Table(columns, rows)) == csv_text(Table(columns, tuple(rows)))
    assert list(rows[1:]) == list(rows)[1:]


def test_what_rows_have_alike_is_made_once_and_so_is_the_table() -> None:
    made: list[object] = []
    end = ("shared",)

    def shared(same: tuple[Cell, ...]) -> tuple[Cell, ...]:
        made.append(same)
        return same

    rows = SharedRows([(str(number), end) for number in range(50)], lambda item: item[:1], shared)
    tables: list[Table] = []

    def sheet() -> Table:
        tables.append(Table((Column("a"), Column("b")), rows))
        return tables[-1]

    lines = "".join(render(Report((), data=dict, sheet=sheet), Target())).splitlines()

    assert (len(lines), lines[-1], made, len(tables)) == (51, "49,shared", [end], 1)
