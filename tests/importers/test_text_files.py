"""CSV and plain text: each word of the file is there, with its line or row; whatever separates the columns is found."""

import csv
import io
import unicodedata
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import examples
from govreg.errors import GovregError
from govreg.importers import csv_text
from govreg.importers.csv_text import read_csv
from govreg.importers.plain_text import read_text
from govreg.importers.reader import read_document
from govreg.importers.source import Source
from govreg.importers.visible import tidy, visible, without_bullet
from govreg.model.characters import odd_character
from govreg.model.document import DocumentTable, Paragraph

CELLS = st.text(st.sampled_from('abc "\n£'), max_size=8)
WIDTHS = st.integers(2, 6)


def rows(source: Source) -> list[list[tuple[int, str]]]:
    """The cells of the CSV file, row by row, each with its column."""
    return [
        [(column, cell.text) for column, cell in row.cells]
        for block in read_csv(source).blocks
        if isinstance(block, DocumentTable)
        for row in block.rows
    ]


@examples(2)
@given(
    table=WIDTHS.flatmap(lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=2, max_size=6)),
    delimiter=st.sampled_from(",;\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    quoting=st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
)
def test_a_table_is_read_as_it_was_written(table: list[list[str]], delimiter: str, encoding: str, quoting: int) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, quoting=quoting).writerows(table)  # type: ignore[arg-type]

    read = rows(Source("list.csv", text.getvalue().encode(encoding)))

    def seen(cell: str) -> str:
        return "\n".join(line.strip() for line in cell.split("\n") if line.strip())

    filled = [[(column, seen(cell)) for column, cell in enumerate(row) if seen(cell)] for row in table]
    assert read == [row for row in filled if row]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"sep=|\na|b\n", [["a", "b"]]),
        (b'"sep=;"\r\n"a";"b,c"\r\n', [["a", "b,c"]]),
        (
            b"Our list, as at May\n\nTitle;Lead\nBoard;PCC\nPanel;Council, joint\n",
            [["Our list, as at May"], ["Title", "Lead"], ["Board", "PCC"], ["Panel", "Council, joint"]],
        ),
        (b"Title,Lead\nBoard\nPanel,PCC,extra\n", [["Title", "Lead"], ["Board"], ["Panel", "PCC", "extra"]]),
        (b'Title,Lead\n"Board" new,PCC\n', [["Title", "Lead"], ["Board new", "PCC"]]),
        (b"Title,Members\n" + b"Board,PCC; Chief; Council\n" * 30, [["Title", "Members"], *[["Board", "PCC; Chief; Council"]] * 30]),
        (b"Title\rBoard\r", [["Title"], ["Board"]]),
        (b'"";""\n"";""\n', []),
        (b"only one column\nof words\n", [["only one column"], ["of words"]]),
    ],
)
def test_lists_from_offices_are_read(content: bytes, expected: list[list[str]]) -> None:
    assert [[text for _, text in row] for row in rows(Source("list.csv", content))] == expected


def test_a_row_has_the_number_that_a_spreadsheet_gives_it() -> None:
    table = read_csv(Source("list.csv", b'Title,Lead\n\n"Two\nlines",PCC\n')).blocks[0]

    assert isinstance(table, DocumentTable)
    assert [cell.place for row in table.rows for _, cell in row.cells][1:] == ["row 1, column 2", "row 3, column 1", "row 3, column 2"]


@examples(2)
@given(text=st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n\t•-– "), min_size=1))
def test_each_word_of_a_text_is_in_one_line(text: str) -> None:
    read = read_text(Source("paper.txt", text.encode("utf-8-sig")))

    words = [word for line in text.split("\n") for word in _words(visible(line))]
    assert [word for block in read.blocks if isinstance(block, Paragraph) for word in _words(block.text)] == words


def _words(text: str) -> list[str]:
    """The words of `text`, without the bullet at its start."""
    return (((item := without_bullet(text)) is None and text) or item or "").split()


@given(text=st.text())
def test_visible_text_has_only_characters_that_a_register_accepts(text: str) -> None:
    once = visible(text)

    assert odd_character(once) is None
    assert visible(once) == once


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("- Chief Officers", "Chief Officers"),
        ("•Chief Officers", "Chief Officers"),
        ("·        the Commissioner", "the Commissioner"),
        ("o\tPCC", "PCC"),
        ("– a dash", "a dash"),
        ("-5 degrees", None),
        ("o clock", None),
        ("Chief - Officer", None),
        ("-", None),
        ("--- ", None),
    ],
)
def test_a_typed_bullet_or_dash_makes_an_item(text: str, item: str | None) -> None:
    assert without_bullet(text) == item


def test_a_million_spaces_take_no_longer_than_a_million_letters() -> None:
    """A pattern that looks for spaces before a line's end would take the square of their number."""
    assert tidy("Board" + " " * 1_000_000 + "x\n  y").endswith("x\ny")


def test_standard_input_is_plain_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pasted").write_text("Lead\tPCC\n", encoding="utf-8")
    with (tmp_path / "pasted").open(encoding="utf-8") as pasted:
        monkeypatch.setattr("sys.stdin", pasted)
        document = read_document("-")

    assert (document.file, [block.place for block in document.blocks]) == ("-", ["line 1"])


@examples(2)
@given(content=st.binary(min_size=1, max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    for read in (read_csv, read_text):
        with suppress(GovregError):
            read(Source("list.csv", content))


def test_every_space_of_unicode_is_shown_as_a_plain_one() -> None:
    for number in range(0x10000):
        if unicodedata.category(chr(number)) == "Zs" and number != 0x1680:  # the Ogham mark is a line, and seen
            assert visible(f"a{chr(number)}b") == "a b", hex(number)


def test_what_shows_nothing_is_left_out() -> None:
    for number in (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF, 0x61C):
        if number not in (0x200C, 0x200D):  # they join letters of some scripts, or keep them apart
            assert visible(f"é{chr(number)}b") == "éb", hex(number)


def test_bullets_and_ticks_of_symbol_fonts_are_shown_as_what_they_look_like() -> None:
    for number, sign in zip("b7 a7 6e 6f a8 71 6c 76 d8 e0 e8 fc fb fe fd d6 2d 20 de f0".split(), "•▪■□□□●❖➢→→✓✗☒☒•- ⇒⇨", strict=True):
        assert visible(chr(0xF000 + int(number, 16))) == sign
    assert visible("\uf001") == "□"


@pytest.mark.parametrize(
    ("limit", "fits", "refused", "why"),
    [
        ("MOST_LINES", b"a\nb\n", b"a\nb\n\n", "has more than 2 lines"),
        ("MOST_SIGNS", b"a,b;c", b"a,b;c|", "has more than 2 columns"),
        ("MOST_COLUMNS", b"a,b", b"a,b\n1,2,3", "has more than 2 columns in row 2"),
        ("MOST_CELLS", b"a,\n,b\n,\n", b"a,\n,b\nc,", "has more than 2 cells with something in them"),
    ],
)
def test_a_list_is_read_up_to_its_limits(limit: str, fits: bytes, refused: bytes, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_text, limit, 2)

    assert rows(Source("list.csv", fits))
    with pytest.raises(GovregError, match=why):
        rows(Source("list.csv", refused))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"a;b,c\nd;e\n", [["a", "b,c"], ["d", "e"]]),
        (b"a,b;c\nd,e;f\n", [["a", "b;c"], ["d", "e;f"]]),
        (b"a,b;c;d\ne;f;g\n", [["a,b", "c", "d"], ["e", "f", "g"]]),
        (b"a\tb,c\nd\te,f\n,\n", [["a\tb", "c"], ["d\te", "f"]]),
        (b"sep=\na,b\n", [["sep="], ["a", "b"]]),
        (b"sep=,,\na,b\n", [["sep="], ["a", "b"]]),
        (b"SEP=;\na,b;c\n", [["a,b", "c"]]),
        (b'a,b\n"c,d\n', None),
    ],
)
def test_the_sign_between_columns_cuts_most_rows_alike(content: bytes, expected: list[list[str]] | None) -> None:
    if expected is None:
        with pytest.raises(GovregError, match=r"has a quotation mark that isn't closed, in row 2"):
            rows(Source("list.csv", content))
    else:
        assert [[text for _, text in row] for row in rows(Source("list.csv", content))] == expected
