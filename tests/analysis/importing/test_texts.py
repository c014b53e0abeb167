"""Titles, lines and lists in the texts of papers."""

import pytest

from govreg.analysis.importing.texts import cleaned, first_lines, is_of_sitting, items_of, line_of, title_of


@pytest.mark.parametrize(
    ("text", "title", "mark"),
    [
        ("1. Safer Board", "Safer Board", ""),
        ("1.2 Safer Board", "Safer Board", ""),
        ("1.2. Safer Board", "Safer Board", ""),
        ("(3) Board", "Board", ""),
        ("A. Board", "Board", ""),
        ("a) Board", "Board", ""),
        ("Appendix A: Board", "Board", ""),
        ("appendix B – Board", "Board", ""),
        ("Appendix Board", "Appendix Board", ""),
        ("12 Board", "12 Board", ""),
        ("Board – NEW", "Board", "NEW"),
        ("Board (PROPOSED)", "Board", "PROPOSED"),
        ("Board [DRAFT]", "Board", "DRAFT"),
        ("Board NEW*", "Board", "NEW"),
        ("Board new", "Board new", ""),
        ("Board - TBC", "Board", "TBC"),
        ("NEW", "NEW", ""),
        ("Board:", "Board", ""),
        ("Board *", "Board", ""),
        ("Board †", "Board", ""),
        ("Board\nfor streets", "Board for streets", ""),
        ("Board\nThis board acts for all of us", "Board", ""),
        ("Board\nacts for all us", "Board acts for all us", ""),
        ("Board\nacts for all of us", "Board", ""),
        ("Board\n(which acts for all of us)", "Board (which acts for all of us)", ""),
        ("  Board   of  x ", "Board of x", ""),
        ("Board -NEW!", "Board", "NEW"),
        ("Terms of reference: Safer Board", "Safer Board", ""),
        ("Terms of Reference for the Safer Board", "Safer Board", ""),
        ("Safer Boards – Terms of Reference", "Safer Boards", ""),
        ("The Safer Board’s terms of reference", "Safer Board", ""),
        ("Safer Board (Terms of Reference)", "Safer Board", ""),
        ("Review of Terms of Reference", "Review of Terms of Reference", ""),
        ("Terms of Reference Group", "Terms of Reference Group", ""),
        ("Terms of Reference", "Terms of Reference", ""),
    ],
)
def test_a_title_and_its_mark(text: str, title: str, mark: str) -> None:
    assert title_of(text) == (title, mark)


@pytest.mark.parametrize(
    ("text", "title", "rest"),
    [
        ("Board\nfor streets", "Board for streets", ""),
        ("Board\nThis board acts for all of us", "Board", "This board acts for all of us"),
        ("Board\nacts for all us", "Board acts for all us", ""),
        ("Board\nacts for all of us", "Board", "acts for all of us"),
        ("Board\n(which acts for all of us)", "Board (which acts for all of us)", ""),
    ],
)
def test_a_line_below_a_title_is_a_description_from_five_words_on(text: str, title: str, rest: str) -> None:
    assert first_lines(text) == (title, rest)


@pytest.mark.parametrize(
    ("title", "is_one"),
    [
        ("Minutes of the Board", True),
        ("Draft minutes – Board", True),
        ("approved agenda for the Board", True),
        ("Notes: Board", True),
        ("Notes Board", False),
        ("Board minutes", False),
        ("unconfirmed Minutes from x", True),
        ("1. Minutes of x", True),
    ],
)
def test_papers_of_one_sitting(title: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_of_sitting(title) is is_one


@pytest.mark.parametrize(
    ("text", "line", "items"),
    [
        ("a\nb;\nc", "a; b; c", ("a", "b", "c")),
        ("- a\n- b", "a; b", ("a", "b")),
        ("1) a\n2. b", "a; b", ("a", "b")),
        ("a;", "a;", ("a",)),
        ("a", "a", ("a",)),
        ("\n a \n\n b", "a; b", ("a", "b")),
        ("- A\nand b\n- C\nD", "A; and b; C; D", ("A and b", "C", "D")),
        ("A\nand b", "A; and b", ("A", "and b")),
        ("such as\n- A\n- B", "such as; A; B", ("such as", "A", "B")),
        ("- A;\n- A\n- \n", "A; A", ("A",)),
        ("• A\n  b", "A; b", ("A", "b")),
        ("a) A\nb) B", "A; B", ("A", "B")),
    ],
)
def test_a_list_in_one_line_and_its_items(text: str, line: str, items: tuple[str, ...]) -> None:
    assert (line_of(text), items_of(text)) == (line, items)


def test_a_text_is_cleaned_line_by_line() -> None:
    assert cleaned(" A  b \n\n\tc\u200b ") == "A b\nc\\u200b"
