"""What the styles of Word say of a paragraph: the level of a heading, an item, a line of contents, bold."""

import pytest
from lxml import etree

from govreg.importers.word.names import w
from govreg.importers.word.styles import Look, Styles, TableLook

_NAMES = f'xmlns:w="{w("")[1:-1]}"'


def element(name: str, inside: str, attributes: str = "") -> etree._Element:
    """An element of Word."""
    return etree.fromstring(f"<w:{name} {_NAMES} {attributes}>{inside}</w:{name}>")


def style(id_: str, inside: str = "", name: str = "", kind: str = 'w:type="paragraph"') -> str:
    """A style with this name, or its id as its name."""
    return f'<w:style {kind} w:styleId="{id_}"><w:name w:val="{name or id_}"/>{inside}</w:style>'


def look(styles: str, properties: str = '<w:pStyle w:val="A"/>') -> Look:
    """How a paragraph with these properties looks."""
    return Styles(element("styles", styles)).paragraph(element("pPr", properties))


@pytest.mark.parametrize(
    ("name", "level", "contents"),
    [
        ("heading 1", 1, False),
        ("Heading 9", 9, False),
        ("heading2", 2, False),
        ("heading 0", None, False),
        ("heading 10", None, False),
        ("my heading 1", None, False),
        ("heading 1 bold", None, False),
        ("Title", 1, False),
        (" subtitle ", 2, False),
        ("titles", None, False),
        ("toc 1", None, True),
        ("TOC9", None, True),
        ("TOC Heading", None, False),
        ("table of figures", None, True),
        ("Table of Authorities", None, True),
        ("table of contents", None, False),
    ],
)
def test_words_own_styles_are_known_by_their_names(name: str, level: int | None, *, contents: bool) -> None:
    assert look(style("A", name=name)) == Look(level=level, contents=contents)


@pytest.mark.parametrize(("written", "level"), [("0", 1), ("7", 8), ("8", 9), ("9", 0), ("10", 0), ("-1", 0), ("x", 0)])
def test_an_outline_level_is_that_of_a_heading_or_of_body_text(written: str, level: int) -> None:
    assert look("", f'<w:outlineLvl w:val="{written}"/>') == Look(level=level)


@pytest.mark.parametrize(("styles", "level"), [(20, 1), (21, None)])
def test_a_style_may_be_based_on_nineteen_others_one_on_the_next(styles: int, level: int | None) -> None:
    based = "".join(style(f"S{number}", f'<w:basedOn w:val="S{number + 1}"/>') for number in range(1, styles))

    assert look(based + style(f"S{styles}", name="heading 1"), '<w:pStyle w:val="S1"/>').level == level


def test_a_style_goes_before_what_it_is_based_on_and_the_paragraph_before_its_style() -> None:
    base = style(
        "B", '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr><w:rPr><w:b/><w:u w:val="single"/><w:vanish/></w:rPr>', "heading 2"
    )
    own = '<w:basedOn w:val="B"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr><w:rPr><w:b w:val="0"/><w:u w:val="none"/></w:rPr>'

    assert look(base, '<w:pStyle w:val="B"/>') == Look(level=2, item=True, bold=True, underlined=True, hidden=True)
    assert look(base + style("A", '<w:basedOn w:val="B"/>')) == Look(level=2, item=True, bold=True, underlined=True, hidden=True)
    assert look(base + style("A", own)) == Look(level=2, item=False, bold=False, underlined=False, hidden=True)
    assert look(base, '<w:pStyle w:val="B"/><w:outlineLvl w:val="3"/>') == Look(level=4, item=True, bold=True, underlined=True, hidden=True)


@pytest.mark.parametrize(
    ("properties", "item"),
    [
        ("", None),
        ("<w:numPr/>", None),
        ('<w:numPr><w:numId w:val="0"/></w:numPr>', False),
        ('<w:numPr><w:numId w:val="7"/></w:numPr>', True),
    ],
)
def test_a_number_of_a_list_makes_an_item(properties: str, *, item: bool | None) -> None:
    assert look("", properties).item is item


@pytest.mark.parametrize(
    ("kind", "bold"),
    [
        ('w:type="paragraph" w:default="1"', True),
        ('w:type="paragraph" w:default="true"', True),
        ('w:type="paragraph" w:default="On"', True),
        ('w:type="paragraph" w:default="0"', None),
        ('w:type="paragraph"', None),
        ('w:type="character" w:default="1"', None),
    ],
)
def test_a_paragraph_without_a_style_has_the_default_one_of_paragraphs(kind: str, *, bold: bool | None) -> None:
    assert look(style("A", "<w:rPr><w:b/></w:rPr>", kind=kind), "").bold is bold


def test_a_run_has_its_own_look_over_its_styles_and_its_paragraphs() -> None:
    styles = Styles(element("styles", style("C", "<w:rPr><w:b/></w:rPr>", "heading 3", 'w:type="character"')))
    paragraph = Look(level=2, underlined=True)

    assert styles.run(None, paragraph) is paragraph
    assert styles.run(element("rPr", '<w:rStyle w:val="C"/>'), paragraph) == Look(level=2, bold=True, underlined=True)
    assert styles.run(element("rPr", '<w:rStyle w:val="C"/><w:b w:val="off"/><w:vanish/>'), paragraph) == Look(
        level=2, bold=False, underlined=True, hidden=True
    )


@pytest.mark.parametrize(
    ("bits", "first_row", "first_column"),
    [
        ('w:val="0020"', True, False),
        ('w:val="0080"', False, True),
        ('w:val="00A0"', True, True),
        ('w:val="FF5F"', False, False),
        ('w:val="x"', False, False),
        ("", False, False),
        ('w:firstRow="1"', True, False),
        ('w:firstColumn="true"', False, True),
        ('w:val="00A0" w:firstRow="0"', False, True),
        ('w:val="00A0" w:firstColumn="off"', True, False),
        ('w:val="0000" w:firstRow="On" w:firstColumn="1"', True, True),
    ],
)
def test_a_table_says_which_parts_of_its_style_apply(bits: str, *, first_row: bool, first_column: bool) -> None:
    parts = "".join(f'<w:tblStylePr w:type="{part}"><w:rPr><w:b/></w:rPr></w:tblStylePr>' for part in ("firstRow", "firstCol"))
    plain = '<w:tblStylePr w:type="lastRow"><w:rPr><w:b/></w:rPr></w:tblStylePr><w:tblStylePr w:type="firstRow"/>'
    table = 'w:type="table"'
    styles = Styles(element("styles", style("T", parts, kind=table) + style("U", plain, kind=table)))
    given = f'<w:tblStyle w:val="{{}}"/><w:tblLook {bits}/>'

    assert styles.table(element("tblPr", given.format("T"))) == TableLook(first_row, first_column)
    assert styles.table(element("tblPr", given.format("U"))) == TableLook()
    assert styles.table(element("tblPr", '<w:tblStyle w:val="T"/>')) == styles.table(None) == TableLook()
    assert Styles(None).table(element("tblPr", given.format("T"))) == TableLook()
