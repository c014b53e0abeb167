"""At a terminal a table fits the width, no text of a register is taken for markup, and colour is never alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreg.render.cells import width as width_of
from govreg.render.terminal import terminal
from govreg.report import BulletList, Column, Fields, FindingBlock, Heading, Paragraph, Report, Table

WORDS = st.lists(st.text("abcdefgh-日", min_size=1, max_size=30), max_size=6).map(" ".join)
ROWS = st.lists(st.tuples(WORDS, WORDS, st.integers(0, 10**6), WORDS), max_size=5)


def shown(*blocks: object, width: int = 80) -> str:
    return terminal(Report(blocks, data=dict), width, colour=False)  # type: ignore[arg-type]


@settings(deadline=None)
@given(ROWS, st.sampled_from([40, 60, 80, 132]))
def test_a_table_fits_the_terminal(rows: list[tuple[str, str, int, str]], width: int) -> None:
    columns = (Column("Meeting", share=3), Column("Lead"), Column("A year", number=True, whole=True), Column("Status", whole=True))

    assert all(width_of(line) <= width for line in shown(Table(columns, tuple(rows)), width=width).splitlines())


def test_a_word_is_not_broken_where_there_is_room() -> None:
    table = Table((Column("Meeting", share=3), Column("Purpose", share=3)), (("Neighbourhood partnership", "Understanding " * 10),))

    assert "Neighbourhood" in shown(table, width=60)
    assert "Understanding" in shown(table, width=60)


def test_a_title_of_several_words_gives_way_before_a_word_is_broken() -> None:
    columns = (Column("Meeting"), Column("and"), Column("In both", whole=True), Column("How alike", whole=True))
    table = Table(columns, (("Safeguarding", "Neighbourhood", 3, "30%"),))

    assert "Safeguarding" in shown(table, width=43)
    assert "Neighbourhood" in shown(table, width=43)


@pytest.mark.parametrize("text", ["[red]x[/red]", "[link=http://x]y[/link]", ":smile:", "[/]", "\\[a]"])
def test_text_is_no_markup(text: str) -> None:
    table = Table((Column("Title"),), ((text,),))

    assert shown(Heading(text), Paragraph(text), BulletList((text,)), Fields(((text, text),)), table).count(text) == 6


def test_colour_is_never_alone() -> None:
    mark = FindingBlock("a.yaml", 1, 7, "warning", "GR301", "Nobody leads.", "Unclear.", "Ask.", "lead: unclear")
    report = Report((mark,), data=dict)

    assert "\x1b[33m" in terminal(report, 80, colour=True)
    assert "\x1b[" not in terminal(report, 80, colour=False)
    assert "warning GR301" in terminal(report, 80, colour=False)
