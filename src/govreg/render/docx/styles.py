"""The styles that a document uses: those of an office's template, found by their names, and govreg's own for the rest."""

from typing import NamedTuple

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.parts.numbering import NumberingPart
from docx.shared import Pt, RGBColor
from docx.styles.style import BaseStyle, ParagraphStyle

from govreg.render.docx.elements import Element, add, new, remove_all, w

_FONT = "Arial"
_INK, _QUIET, _RULE, _SHADE = "0B0C0C", "505A5F", "757B7E", "F3F2F1"
_HEADING_SIZES = (16, 14, 12, 12, 12, 12)
TABLE_TEXT = 11
"""The size of text in tables, in points."""

_KEPT = frozenset(
    (
        *("Normal", "Title", "Header", "Footer", "List Bullet", "Caption"),
        *(f"Heading {level}" for level in range(1, 7)),
        *("Default Paragraph Font", "Normal Table", "No List"),
    )
)
"""The styles of python-docx's own template that are used here; it has 160 more."""


class Styles(NamedTuple):
    """The ids of the styles that parts of a report have in a document."""

    title: str
    headings: tuple[str, ...]
    """For headings below the title, the highest level first."""
    body: str
    quiet: str
    bullet: str
    caption: str
    code: str
    table: str
    cell: str
    footer: str
    label: str
    """For the titles of columns and rows."""


def own(document: Document) -> None:
    """Give python-docx's own template the look that a paper has where an office has none: Arial, black on white, left-aligned."""
    for style in list(document.styles):
        if style.name not in _KEPT:
            style.delete()
    remove_all(document.styles.element, "link")
    body = _paragraph_style(document, "Normal")
    _font(body, 12)
    body.paragraph_format.space_after = Pt(8)
    body.paragraph_format.line_spacing = 1.15
    _heading(_paragraph_style(document, "Title"), 22)
    for level, size in enumerate(_HEADING_SIZES, 1):
        _heading(_paragraph_style(document, f"Heading {level}"), size)
    caption = _paragraph_style(document, "Caption")
    _font(caption, 12, bold=True)
    caption.paragraph_format.keep_with_next = True
    caption.paragraph_format.space_after = Pt(4)
    _font(_paragraph_style(document, "Footer"), 10)


def styles(document: Document) -> Styles:
    """The styles of `document`; what it lacks is added to it. So an office can define its own `Register table` or `Table text`."""
    heading = tuple(_named(document, f"Heading {level}", "Normal", _Look(bold=True)) for level in range(1, 7))
    return Styles(
        title=_named(document, "Title", "Normal", _Look(size=22, bold=True)),
        headings=heading,
        body=_named(document, "Normal", ""),
        quiet=_named(document, "Table note", "Normal", _Look(size=TABLE_TEXT, colour=_QUIET)),
        bullet=_bullet(document),
        caption=_named(document, "Caption", "Normal", _Look(bold=True)),
        footer=_named(document, "Footer", "Normal", _Look(size=10)),
        code=_named(document, "Code", "Normal", _Look(size=10, font="Consolas")),
        table=_table(document),
        cell=_named(document, "Table text", "Normal", _Look(size=TABLE_TEXT, tight=True)),
        label=_named(document, "Table heading", "Table text", _Look(bold=True, tight=True)),
    )


def in_british_english(document: Document) -> None:
    """Say that the document's text is British English, so that it is checked and read aloud as such."""
    root = document.styles.element
    defaults = root.find(w("docDefaults"))
    if defaults is None:
        defaults = add(root, "docDefaults")
        root.insert(0, defaults)
    holder = defaults.find(w("rPrDefault"))
    if holder is None:
        holder = new("rPrDefault")
        defaults.insert(0, holder)
    properties = holder.find(w("rPr"))
    properties = add(holder, "rPr") if properties is None else properties
    remove_all(root, "lang")
    add(properties, "lang", val="en-GB", eastAsia="en-GB", bidi="ar-SA")


def _paragraph_style(document: Document, name: str) -> ParagraphStyle:
    found = document.styles[name]
    assert isinstance(found, ParagraphStyle)  # noqa: S101 - for the type: python-docx's own template has it
    return found


def _find(document: Document, name: str, kind: WD_STYLE_TYPE) -> BaseStyle | None:
    """The style called `name`; None where the document has none of that kind."""
    found = document.styles[name] if name in document.styles else None  # noqa: SIM401 - it has no `get`
    return found if found is not None and found.type == kind else None


class _Look(NamedTuple):
    """How a new style differs from the one that it is made from."""

    size: int = 0
    bold: bool = False
    colour: str = ""
    font: str = ""
    tight: bool = False
    """Whether its lines are close, as in tables."""


_ALIKE = _Look()


def _named(document: Document, name: str, base: str, look: _Look = _ALIKE) -> str:
    """The id of the paragraph style `name`, made from `base` where the document has none."""
    found = _find(document, name, WD_STYLE_TYPE.PARAGRAPH)
    if found is not None:
        return found.style_id
    made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(made, ParagraphStyle)  # noqa: S101 - for the type
    made.base_style = _find(document, base, WD_STYLE_TYPE.PARAGRAPH) if base else None
    made.font.bold = look.bold or None
    made.font.size = Pt(look.size) if look.size else None
    made.font.name = look.font or None
    if look.colour:
        made.font.color.rgb = RGBColor.from_string(look.colour)
    if look.tight:
        made.paragraph_format.space_before = made.paragraph_format.space_after = Pt(2)
        made.paragraph_format.line_spacing = 1
    return made.style_id


def _font(style: ParagraphStyle, size: int, *, bold: bool = False) -> None:
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold or None, None
    style.font.color.rgb = RGBColor.from_string(_INK)
    fonts = style.element.get_or_add_rPr()._add_rFonts() if style.element.rPr.rFonts is None else style.element.rPr.rFonts  # noqa: SLF001
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(w(script), _FONT)


def _heading(style: ParagraphStyle, size: int) -> None:
    _font(style, size, bold=True)
    shape = style.paragraph_format
    shape.alignment, shape.keep_with_next = WD_ALIGN_PARAGRAPH.LEFT, True
    shape.space_before, shape.space_after, shape.line_spacing = Pt(size), Pt(6), 1.1
    for name in ("pBdr", "contextualSpacing"):
        for element in style.element.pPr.findall(w(name)):
            style.element.pPr.remove(element)
    for name in ("spacing", "kern"):
        for element in style.element.rPr.findall(w(name)):
            style.element.rPr.remove(element)


def _table(document: Document) -> str:
    """The id of the style of tables: a rule under each row, and the titles of columns shaded."""
    found = _find(document, "Register table", WD_STYLE_TYPE.TABLE)
    if found is not None:
        return found.style_id
    rules = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{_RULE}"/>' for side in ("top", "bottom", "insideH"))
    style = parse_xml(
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="RegisterTable"><w:name w:val="Register table"/>'
        '<w:uiPriority w:val="59"/><w:tblPr>'
        f"<w:tblBorders>{rules}</w:tblBorders>"
        '<w:tblCellMar><w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>'
        f'</w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{_SHADE}"/></w:tcPr></w:tblStylePr>'
        "</w:style>"
    )
    document.styles.element.append(style)
    return "RegisterTable"


def _bullet(document: Document) -> str:
    """The id of the style of points in a list, which has bullets where the document defines it, and gets them where it doesn't."""
    found = _find(document, "List Bullet", WD_STYLE_TYPE.PARAGRAPH)
    if found is not None:
        return found.style_id
    made = document.styles.add_style("List Bullet", WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = _find(document, "Normal", WD_STYLE_TYPE.PARAGRAPH)
    place = add(made.element.get_or_add_pPr(), "numPr")
    add(place, "ilvl", val=0)
    add(place, "numId", val=_bullets(document))
    return str(made.style_id)


def _bullets(document: Document) -> int:
    """The number of a list with bullets, added to the document's lists."""
    lists = _lists(document)
    used = [int(one.get(w("abstractNumId"), "0")) for one in lists.findall(w("abstractNum"))]
    numbers = [int(one.get(w("numId"), "0")) for one in lists.findall(w("num"))]
    abstract, number = max(used, default=0) + 1, max(numbers, default=0) + 1
    level = (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
    )
    lists.insert(len(used), parse_xml(level))
    add(add(lists, "num", numId=number), "abstractNumId", val=abstract)
    return number


def _lists(document: Document) -> Element:
    """The lists that the document defines; an empty set of them is added where it has none."""
    try:
        found: Element = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        root = parse_xml(f"<w:numbering {nsdecls('w')}/>")
        part = NumberingPart(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, root, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
        return root
    return found
