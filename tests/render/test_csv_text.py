"""A CSV table reads back cell by cell, and no cell is a formula."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreg.render.csv_text import csv_text
from govreg.report import Column, Table
from nasty import NASTY


def read(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text, newline="")))


@pytest.mark.parametrize("text", NASTY)
def test_no_cell_is_a_formula(text: str) -> None:
    ((_,), (cell,)) = read(csv_text(Table((Column("A"),), ((text,),))))

    assert not cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell.removeprefix("'") == text


@given(st.lists(st.tuples(st.text(), st.integers()), max_size=5))
def test_every_row_has_its_cells(rows: list[tuple[str, int]]) -> None:
    table = Table((Column("A"), Column("B")), tuple(rows))
    found = read(csv_text(table))

    assert len(found) == len(rows) + 1
    assert [row[1] for row in found[1:]] == [str(number) for _, number in rows]


def test_values_keep_their_kinds() -> None:
    text = csv_text(Table((Column("A"), Column("B"), Column("C"), Column("D")), ((None, True, ("a", "b"), 8.5),)))

    assert text == "A,B,C,D\r\n,yes,a; b,8.5\r\n"
