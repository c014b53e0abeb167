"""Markdown shows a register's text as text, whatever is in it."""

import re
import shutil
import subprocess
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from govreg.render.markdown_text import escaped, markdown_text
from govreg.report import BulletList, Column, Command, Example, Fields, Heading, Paragraph, Report, Table
from hostile_texts import HOSTILE, LIVE, MARKUP

MARKDOWN = MarkdownIt("gfm-like", {"linkify": False})
TEXTS = st.lists(st.sampled_from(MARKUP) | st.text(st.characters(categories=("L", "M", "N", "P", "S", "Zs")), max_size=6), max_size=12).map(
    "".join
)
"""Texts of what Markdown is made of, and any others between."""

GITHUB = shutil.which("cmark-gfm")
NEEDS_GITHUB = pytest.mark.skipif(GITHUB is None, reason="cmark-gfm, which makes HTML as GitHub does, is not installed")

REFERENCES = re.compile(r"(?<!\w)@\w|#\d|\bGH-\d|\b[0-9a-f]{7,40}\b|:[\w+-]+:|\$", re.IGNORECASE)
"""What GitHub makes links, pictures and formulas of in the text of a page outside its code."""


def seen(markdown: str) -> str:
    """What a reader of the rendered text sees, without the space that is put into `##[` in code."""
    tokens = MARKDOWN.parse(markdown)
    text = "".join(child.content for token in tokens if token.type == "inline" for child in token.children or ())
    return text.replace("# #[", "##[")


def on_github(markdown: str) -> str:
    """The HTML that GitHub makes of `markdown`."""
    assert GITHUB is not None
    extensions = [word for name in ("autolink", "table", "strikethrough", "tasklist", "footnotes") for word in ("-e", name)]
    done = subprocess.run([GITHUB, "--unsafe", *extensions], input=markdown, capture_output=True, encoding="utf-8", check=True)
    return done.stdout


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_shown_as_it_is(text: str) -> None:
    assert seen(escaped(text)) == " ".join(text.split())


@given(TEXTS)
def test_any_text_is_shown_as_it_is(text: str) -> None:
    tokens = MARKDOWN.parse(escaped(text))

    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    assert {child.type for token in tokens for child in token.children or ()} <= {"text", "text_special", "code_inline"}
    assert re.sub(r"\s+", " ", seen(escaped(text))).strip() == " ".join(text.split()).replace("# #[", "##[")


@given(TEXTS | st.sampled_from(HOSTILE))
def test_any_heading_and_any_cell_is_shown_as_it_is(text: str) -> None:
    table = Table((Column("A"), Column("B")), ((text, "x"),))
    heading, cell = (MARKDOWN.parse(markdown_text(Report((block,), data=dict))) for block in (Heading(text), table))
    words = " ".join(text.split()).replace("# #[", "##[")

    assert [token.type for token in heading] == ["heading_open", "inline", "heading_close"]
    assert seen(markdown_text(Report((Heading(text),), data=dict))) == words
    assert {child.type for token in (*heading, *cell) for child in token.children or ()} <= {"text", "text_special", "code_inline"}
    assert sum(token.type == "td_open" for token in cell) == 2


def test_a_number_is_escaped_only_where_it_would_begin_a_list() -> None:
    shown = markdown_text(Report((Heading("1. Local Meetings"), Paragraph("1. Local Meetings")), data=dict))

    assert shown == "## 1. Local Meetings\n\n1\\. Local Meetings\n"


@given(TEXTS)
def test_no_text_names_a_person_an_issue_or_a_commit_outside_code(text: str) -> None:
    tokens = MARKDOWN.parse(escaped(text))
    bare = "".join(child.content if child.type != "code_inline" else " " for token in tokens for child in token.children or ())

    assert REFERENCES.search(bare) is None
    assert "://" not in bare


@pytest.mark.parametrize("text", LIVE)
def test_text_that_github_would_link_is_code(text: str) -> None:
    assert escaped(f"See ({text}), now") == f"See (`{text}`), now"


@pytest.mark.parametrize(
    "text",
    [
        "Health & care (NHS) – 1/2",
        "Section 136 [part]",
        "R&D, 50% < 60 > 40",
        "snake_case * star, 19~",
        "C# at 12:30!",
        "a: b | c",
        "-1+1|cmd",
    ],
)
def test_text_that_is_harmless_stays_free_of_backslashes_and_entities(text: str) -> None:
    assert escaped(text) == text


REPORTS = st.tuples(TEXTS, TEXTS, TEXTS).map(
    lambda texts: Report(
        (
            Heading(texts[0]),
            Paragraph(texts[1]),
            BulletList(texts),
            Fields(tuple((text, text) for text in texts)),
            Command(texts[0].replace("\n", " ").strip() or "x", texts[1]),
            Table((Column(texts[0]), Column(texts[1])), (texts[:2], texts[1:]), caption=texts[2]),
        ),
        data=dict,
        foot=texts[1:],
    )
)


@NEEDS_GITHUB
@given(REPORTS)
def test_github_makes_no_link_image_or_tag_of_a_text(report: Report) -> None:
    html = on_github(markdown_text(report))

    tags = set(re.findall(r"<(/?\w+)", html))
    assert {tag.strip("/") for tag in tags} <= set("h2 p ul li table thead tbody tr th td strong em code br".split())
    assert html.count("<table>") == 2
    assert html.count("<td") == 6 + 4
    assert html.count("<li>") == 3


@NEEDS_GITHUB
@given(TEXTS | st.sampled_from(HOSTILE))
def test_github_shows_a_paragraph_as_it_is(text: str) -> None:
    shown = unescape(re.sub("</?(?:p|code)>", "", on_github(escaped(text))))

    assert "".join(shown.split()) == "".join(text.split())


@NEEDS_GITHUB
@pytest.mark.parametrize("text", [*HOSTILE, *LIVE])
def test_github_shows_a_hostile_text_in_one_cell(text: str) -> None:
    table = Table((Column("A"), Column("B")), ((text, "last"),))
    html = on_github(markdown_text(Report((table,), data=dict)))

    assert html.count("<td") == 2
    assert "<a" not in html


@pytest.mark.parametrize("text", [*HOSTILE, *LIVE, "a@b\\|c", "a|b@c|d\\", "`|`"])
def test_a_cell_stays_one_cell(text: str) -> None:
    table = Table((Column("A"), Column("B")), ((text, "last"),))
    tokens = MARKDOWN.parse(markdown_text(Report((table,), data=dict)))

    assert sum(token.type == "td_open" for token in tokens) == 2
    assert text == "" or seen(markdown_text(Report((table,), data=dict))).endswith(" ".join(text.split()) + "last")


def test_blocks() -> None:
    report = Report((Heading("Title", 1), Paragraph("Words."), BulletList(("a",)), Example("a: `b`\n```\n")), data=dict, foot=("As at.",))

    assert markdown_text(report) == "# Title\n\nWords.\n\n- a\n\n````\na: `b`\n```\n````\n\n*As at.*\n"
