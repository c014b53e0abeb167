"""A cell is one line of text of a known width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreg.render.cells import caret_line, cell_text, crop_line, padded, width
from govreg.report import Count, LineNumber


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, "–"),
        ("", "–"),
        ((), "–"),
        (True, "yes"),
        (4, "4"),
        (4.0, "4"),
        (8.6667, "8.7"),
        (1040, "1,040"),
        (1040.5, "1,040.5"),
        (Count(1040, "at-least"), "1,040+"),
        (LineNumber(1040), "1040"),
        (("a", "b"), "a, b"),
        ("two\n lines", "two lines"),
    ],
)
def test_the_text_of_a_cell(cell: object, text: str) -> None:
    assert cell_text(cell) == text  # type: ignore[arg-type]


def test_wide_letters_take_two_columns_and_marks_none() -> None:
    assert [width(text) for text in ("abc", "日本", "e\u0301", "👩")] == [3, 4, 1, 2]
    assert padded("日", 4) == "日  "
    assert padded("7", 3, right=True) == "  7"


def test_a_caret_is_under_its_character() -> None:
    assert caret_line("a: b", 4) == "   ^"
    assert caret_line("日: b", 4) == "    ^"
    assert caret_line("\ta", 2) == "\t^"


@given(st.text("abc ", max_size=300), st.integers(1, 300), st.integers(20, 100))
def test_a_long_line_is_shown_around_its_column(line: str, column: int, longest: int) -> None:
    column = min(column, len(line) + 1)
    shown, place = crop_line(line, column, longest)

    assert len(shown) <= longest
    if column <= len(line) and shown[place - 1] != "…":
        assert shown[place - 1] == line[column - 1]
