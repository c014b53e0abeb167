"""Markdown shows a register's text as text, whatever is in it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from govreg.render.markdown_text import escaped, markdown_text
from govreg.report import BulletList, Column, Example, Heading, Paragraph, Report, Table
from nasty import NASTY

MARKDOWN = MarkdownIt("gfm-like", {"linkify": False})


def seen(markdown: str) -> str:
    """What a reader of the rendered text sees."""
    tokens = MARKDOWN.parse(markdown)
    return "".join(child.content for token in tokens if token.type == "inline" for child in token.children or ())


@pytest.mark.parametrize("text", NASTY)
def test_a_nasty_text_is_shown_as_it_is(text: str) -> None:
    assert seen(escaped(text)) == " ".join(text.split())


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), max_size=40))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    tokens = MARKDOWN.parse(escaped(text))

    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    assert {child.type for token in tokens for child in token.children or ()} <= {"text", "text_special"}
    assert re.sub(r"\s+", " ", seen(escaped(text))).strip() == " ".join(text.split())


@pytest.mark.parametrize("text", NASTY)
def test_a_cell_stays_one_cell(text: str) -> None:
    table = Table((Column("A"), Column("B")), ((text, "last"),))
    tokens = MARKDOWN.parse(markdown_text(Report((table,), data=dict)))

    assert sum(token.type == "td_open" for token in tokens) == 2


def test_blocks() -> None:
    report = Report((Heading("Title", 1), Paragraph("Words."), BulletList(("a",)), Example("a: `b`\n```\n")), data=dict, foot=("As at.",))

    assert markdown_text(report) == "# Title\n\nWords.\n\n- a\n\n````\na: `b`\n```\n````\n\n*As at.*\n"
