"""Text fits its lines: no word is split, nothing that one would copy is broken, nothing is cut, and colour is never alone."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import examples
from govreg.render import layout
from govreg.render.cells import width as width_of
from govreg.render.target import Target
from govreg.render.text import render
from govreg.render.wrap import units
from govreg.report import Block, BulletList, Column, Command, Count, Example, Fields, FindingBlock, Heading, Paragraph, Report, Table

WIDTHS = (40, 60, 80, 120, 200)
PARTS = st.text("abcdefgh日", min_size=1, max_size=12)
WORDS = st.lists(PARTS | st.builds("{}-{}".format, PARTS, PARTS), max_size=6).map(" ".join)
ROWS = st.lists(st.tuples(WORDS, WORDS, st.integers(0, 10**6), WORDS), max_size=5)
FINDING = FindingBlock("a.yaml", 1, 3, "error", "GR013", "A key twice.", "Twice.", "Once.", "a: b", ("a.yaml:1:1: first",))


def shown(*blocks: Block, width: int | None = 80, colour: bool = False, foot: tuple[str, ...] = ()) -> str:
    return render(Report(blocks, data=dict, foot=foot), Target(width=width, colour=colour))


@examples(Fraction(1, 2))
@given(ROWS, st.sampled_from(WIDTHS))
def test_a_table_fits_its_lines_and_splits_no_word(rows: list[tuple[str, str, int, str]], width: int) -> None:
    columns = (Column("Meeting", share=3), Column("Lead"), Column("A year", number=True, whole=True), Column("Status", whole=True))
    text = shown(Table(columns, tuple(rows)), width=width)

    words = [word for row in rows for cell in row for word in (f"{cell:,}" if isinstance(cell, int) else cell).split()]
    assert sorted(words) == sorted(word for word in text.split() if re.fullmatch(r"[a-h日]+(-[a-h日]+)*|[\d,]+", word))
    assert all(width_of(line) <= width for line in text.splitlines())


def test_without_a_width_a_row_is_a_line() -> None:
    table = Table((Column("Meeting"), Column("A year", number=True)), (("x" * 200, 4), ("Board", None)))

    lines = shown(table, width=None).splitlines()

    assert lines[2] == "x" * 200 + "       4"
    assert lines[3].endswith("–")
    assert all(line == line.rstrip() for line in lines)


def test_a_title_of_several_words_gives_way_before_a_word_is_split() -> None:
    columns = (Column("Meeting"), Column("and"), Column("In both", whole=True), Column("How alike", whole=True))
    table = Table(columns, (("Safeguarding", "Neighbourhood", 3, "30%"),))

    assert shown(table, width=43).splitlines()[-1].split() == ["Safeguarding", "Neighbourhood", "3", "30%"]


def test_a_table_that_would_split_a_word_becomes_blocks() -> None:
    table = Table(
        (Column("Meeting"), Column("and"), Column("Overlap")), (("Safeguarding Consortium", "Neighbourhoods", "30%"), ("A", "B", ""))
    )

    assert shown(table, width=30) == (
        "Meeting  Safeguarding\n         Consortium\nand      Neighbourhoods\nOverlap  30%\n\nMeeting  A\nand      B\nOverlap  –\n"
    )


def test_a_table_that_would_be_longer_becomes_blocks() -> None:
    table = Table((Column("A"), Column("B"), Column("C")), (("word " * 30, "word " * 30, "word " * 30),))

    assert shown(table, width=60).startswith("A  word word")


def test_a_text_that_does_not_fit_beside_its_label_is_below_it() -> None:
    fields = Fields((("A long label", "Neighbourhoods"), ("", "and more")))

    assert shown(fields, width=20) == "A long label\n    Neighbourhoods\n    and more\n"
    assert shown(fields, width=40) == "A long label  Neighbourhoods\n              and more\n"


COMMAND = 'govreg verdict community-safety-and-commissioning-meetings local-meetings VERDICT --reason "…"'


@pytest.mark.parametrize("width", [*WIDTHS, None])
def test_commands_to_copy_are_on_one_line(width: int | None) -> None:
    quoted = "“govreg list --lead unclear --participant constabulary --participant opcc”"
    mapping = "{text: Bi monthly, per_year: 6}"
    address = "https://www.example.org/a/very/long/address/that/has/no/room/anywhere/at/all/in/40/columns"
    hint = f"Write “focus: [End to end support, which includes prevention]”; to keep the source's words: {mapping}."
    finding = FindingBlock("a.yaml", 1, 3, "error", "GR013", "T", "It is wrong.", hint, "a: b")
    blocks = (
        Command(COMMAND, "To record what you decided"),
        Paragraph(f"More of this: {quoted}."),
        BulletList((f"At {address} and elsewhere",)),
        Fields((("Note", f"See {mapping} there"),)),
        Table((Column("What", share=2), Column("To do")), (("word " * 9, f"Use {quoted} now"),)),
        Example("a: b " * 20),
        finding,
    )
    text = shown(*blocks, width=width, foot=(f"See {quoted}",))

    assert text.count(COMMAND) == 1
    assert text.count(quoted) == 3
    assert text.count(mapping) == 2
    assert address in text
    assert "“focus: [End to end support, which includes prevention]”;" in text
    assert ("a: b " * 20).rstrip() in text


@given(
    st.lists(WORDS | st.sampled_from(["“govreg list --all”", "{a: b, c: d}"]), min_size=1, max_size=8).map(" ".join),
    st.sampled_from(WIDTHS),
)
def test_joined_the_lines_are_the_text(text: str, width: int) -> None:
    lines = shown(Paragraph(text), width=width).splitlines()

    assert " ".join(lines).split() == text.split()
    assert all(width_of(line) <= width or line.count(" ") == 0 or line[0] in "“{" for line in lines)


@pytest.mark.parametrize("text", ["[red]x[/red]", "[link=http://x]y[/link]", ":smile:", "[/]", "\\[a]"])
def test_text_never_becomes_markup(text: str) -> None:
    table = Table((Column("Title"),), ((text,),))

    assert shown(Heading(text), Paragraph(text), BulletList((text,)), Fields(((text, text),)), table).count(text) == 6


def test_colour_is_never_the_only_sign() -> None:
    finding = FindingBlock("a.yaml", 1, 7, "warning", "GR301", "Nobody leads.", "Unclear.", "Ask.", "lead: unclear")

    assert "\x1b[33m" in shown(finding, colour=True)
    assert "\x1b[" not in shown(finding)
    assert re.sub(r"\x1b\[[\d;]*m", "", shown(finding, colour=True)) == shown(finding)


def test_every_block_has_its_text() -> None:
    blocks = (Heading("Title", 1), Paragraph("Words."), BulletList(("a", "b")), Fields((("Lead", "OPCC"),)), FINDING)

    assert shown(*blocks, foot=("As at.",)) == (
        "Title\n=====\n\nWords.\n\n- a\n- b\n\nLead  OPCC\n\n"
        "a.yaml:1:3: error GR013: Twice.\n    a: b\n      ^\n    Once.\n    see a.yaml:1:1: first\n\nAs at.\n"
    )


def test_a_number_has_the_sign_of_its_certainty() -> None:
    assert shown(Fields((("A year", Count(19, "varies")), ("B", Count(None, "varies")), ("C", Count(None, "unknown"))))) == (
        "A year  19~\nB       ~\nC       –\n"
    )


@pytest.mark.parametrize(("columns", "times"), [(None, 0), (60, 1)])
def test_a_text_beside_its_label_is_taken_apart_at_most_once(monkeypatch: pytest.MonkeyPatch, columns: int | None, times: int) -> None:
    taken_apart: list[str] = []

    def counted(text: str) -> list[str]:
        taken_apart.append(text)
        return units(text)

    monkeypatch.setattr(layout, "units", counted)
    text = "Run “govreg list  --lead opcc”, or look at `participants:  [a]`; " * 3
    lines = layout.fields_lines((("Next", text),), columns)

    assert " ".join("".join(span.text for span in line).strip() for line in lines).removeprefix("Next  ") == " ".join(text.split())
    assert taken_apart.count(" ".join(text.split())) == times
