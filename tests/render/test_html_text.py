"""An HTML page shows a report's text as text, needs nothing else, and can be read by everybody."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blocks import everything
from govreg.render.html_text import STYLE, render
from govreg.render.target import Target
from govreg.report import Column, Count, Entry, Fields, Heading, Paragraph, Report, Table
from hostile_texts import HOSTILE, LIVE

VOID = ("meta", "br")


class Page(HTMLParser):
    """What a browser makes of a page: its elements, with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element opens."""
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """An element closes."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Text within an element."""
        if self.open:
            self.texts.append((self.open[-1], data))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every element of that name."""
        return [attributes for name, attributes in self.elements if name == tag]

    def text_of(self, tag: str) -> list[str]:
        """The texts right in elements of that name."""
        return [text for name, text in self.texts if name == tag]


def page(*blocks: object, foot: tuple[str, ...] = (), name: str = "Meetings") -> Page:
    made = Page(render(Report(blocks, data=dict, foot=foot, name=name), Target()))  # type: ignore[arg-type]
    assert made.open == []
    return made


@pytest.mark.parametrize("text", [*HOSTILE, *LIVE, '"><img src=x onerror=alert(1)>', "</style><script>x</script>", "]]>"])
def test_no_text_makes_an_element_or_an_attribute(text: str) -> None:
    harmless, hostile = page(*everything("a"), foot=("a",), name="a"), page(*everything(text), foot=(text,), name=text)

    assert [tag for tag, _ in hostile.elements] == [tag for tag, _ in harmless.elements] or not text.strip()
    assert {name for _, attributes in hostile.elements for name in attributes} == {
        name for _, attributes in harmless.elements for name in attributes
    }
    shown = [found.replace("# #[", "##[").replace(": :", "::") for found in hostile.text_of("li")]
    assert "".join(shown).strip() == text.strip()


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))))
def test_any_text_is_shown_as_it_is(text: str) -> None:
    shown = "".join(page(Paragraph(text)).text_of("p"))

    assert shown.replace(" ", "").strip() == text.replace(" ", "").strip()


def test_a_page_loads_nothing() -> None:
    made = page(*everything("https://example.org"))

    assert not {"script", "link", "img", "iframe", "object", "form"} & {tag for tag, _ in made.elements}
    assert not {"src", "onclick", "style"} & {name for _, attributes in made.elements for name in attributes}
    assert all((link["href"] or "").startswith("#") for link in made.all("a"))
    assert "url(" not in STYLE
    assert "@import" not in STYLE
    policy = next(meta["content"] for meta in made.all("meta") if meta.get("http-equiv") == "Content-Security-Policy")
    assert (policy or "").startswith("default-src 'none';")


def test_a_table_has_a_caption_and_titles_for_its_columns_and_rows() -> None:
    table = Table((Column("Meeting"), Column("A year", number=True)), (("Board", Count(19, "varies")), ("Panel", None)))
    made = page(Heading("What there is"), table)

    assert made.text_of("caption") == ["What there is"]
    assert [cell.get("scope") for cell in made.all("th")] == ["col", "col", "row", "row"]
    assert made.text_of("td") == ["19~", "–"]
    assert [cell.get("class") for cell in made.all("td")] == ["number", "number"]


def test_labels_are_titles_of_their_rows_and_none_is_empty() -> None:
    made = page(Fields((("+2.50", "They say so"), ("", "“x” (line 3)"), ("Sum", "3"))))

    assert made.text_of("th") == ["+2.50", "Sum"]
    assert made.text_of("td") == ["They say so", "“x” (line 3)", "3"]


def test_a_page_has_one_main_heading_a_title_and_a_language() -> None:
    without, with_own = page(Paragraph("x")), page(Heading("Review", 1), Heading("A"))

    assert (without.text_of("h1"), without.text_of("title")) == (["Meetings"], ["Meetings"])
    assert (with_own.text_of("h1"), with_own.text_of("title")) == (["Review"], ["Review"])
    assert without.all("html") == [{"lang": "en-GB"}]


def luminance(colour: str) -> float:
    """Relative luminance (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_colours_have_the_contrast_of_level_aa() -> None:
    backgrounds = set(re.findall(r"background: (#\w{6})", STYLE))
    texts = set(re.findall(r"[{ ]color: (#\w{6})", STYLE))
    lines = set(re.findall(r"(?:solid|border-left-color:) (#\w{6})", STYLE))

    assert len(backgrounds) == 2
    assert len(texts) == 4
    for foreground, least in [*((colour, 4.5) for colour in texts), *((colour, 3.0) for colour in lines)]:
        for background in backgrounds:
            lighter, darker = sorted((luminance(foreground), luminance(background)), reverse=True)
            assert (lighter + 0.05) / (darker + 0.05) >= least, (foreground, background)


def test_it_prints_with_titles_on_every_page() -> None:
    printed = STYLE.split("@media print")[1]

    assert "display: table-header-group" in printed
    assert "break-inside: avoid" in printed


def test_a_page_can_be_read_by_keyboard() -> None:
    made = page(
        Heading("Review", 1), *(Heading(name) for name in "ABCDE"), Table((Column("A"),), (("1",),)), Table((Column("A"),), (("1",),))
    )

    assert [link["href"] for link in made.all("a")] == ["#main", *(f"#section-{number}" for number in range(1, 6))]
    assert [heading["id"] for heading in made.all("h2")] == [f"section-{number}" for number in range(1, 6)]
    assert [(box["tabindex"], box["aria-label"]) for box in made.all("div")] == [("0", "E"), ("0", "E, table 2")]


def test_an_entry_is_a_table_whose_first_row_is_its_title_and_a_heading() -> None:
    made = page(Entry("Meeting", "Board", (("Lead", "OPCC"),), level=4))

    assert made.text_of("th") == ["Meeting", "Lead"]
    assert made.text_of("h4") == ["Board"]
    assert "".join(made.text_of("td")).split() == ["OPCC"]
