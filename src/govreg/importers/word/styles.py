"""The effect of a document's styles on a paragraph or a run: a heading, an item of a list, bold, hidden."""

import re
from dataclasses import dataclass, replace

from lxml import etree

from govreg.importers.word.names import is_on, value, w, whole

_HEADING = re.compile(r"heading ?([1-9])$", re.IGNORECASE)
_CONTENTS = re.compile(r"toc ?[1-9]$|table of (?:figures|authorities)$", re.IGNORECASE)
_TITLES = {"title": 1, "subtitle": 2}
_LONGEST_LINEAGE = 20
"""How many styles may be based on each other; Word allows 11."""
_NO_LEVEL = 9
"""The outline level that says: body text."""
_FIRST_ROW, _FIRST_COLUMN = 0x0020, 0x0080
"""The bits of `w:tblLook` that apply the look of a first row or column (ECMA-376 part 1, 17.4.56)."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph or run looks, as far as that says what it is. None: not said."""

    level: int | None = None
    """1 to 9 for a heading, 0 for text that is none."""
    item: bool | None = None
    contents: bool = False
    """Whether it is a line of a table of contents."""
    bold: bool | None = None
    underlined: bool | None = None
    hidden: bool | None = None


@dataclass(frozen=True, slots=True)
class TableLook:
    """Which parts of a table its style makes bold."""

    first_row: bool = False
    first_column: bool = False


class Styles:
    """The styles of a document by id, each with what it is based on."""

    def __init__(self, tree: etree._Element | None) -> None:
        found = tree.iter(w("style")) if tree is not None else iter(())
        self._styles = {style.get(w("styleId"), ""): style for style in found}
        self._looks: dict[str, Look] = {}
        self._bold: dict[str, frozenset[str]] = {}
        self._default = next((id_ for id_, style in self._styles.items() if _is_default_paragraph(style)), "")

    def paragraph(self, properties: etree._Element | None) -> Look:
        """How a paragraph with these `w:pPr` looks."""
        style = value(properties, "pStyle")
        return _over(self._style(self._default if style is None else style), _own_look(properties))

    def run(self, properties: etree._Element | None, paragraph: Look) -> Look:
        """How a run with these `w:rPr` looks, in a paragraph that looks like `paragraph`."""
        if properties is None:
            return paragraph
        style = value(properties, "rStyle")
        return _over(paragraph if style is None else _over(paragraph, self._style(style)), _run_look(properties))

    def table(self, properties: etree._Element | None) -> TableLook:
        """Which parts of a table with these `w:tblPr` its style makes bold."""
        applies = properties.find(w("tblLook")) if properties is not None else None
        if applies is None:
            return TableLook()
        bits = _bits(applies)
        bold = self._bold_parts(value(properties, "tblStyle") or "")
        return TableLook(bool(bits & _FIRST_ROW) and "firstRow" in bold, bool(bits & _FIRST_COLUMN) and "firstCol" in bold)

    def _bold_parts(self, id_: str) -> frozenset[str]:
        """The parts of a table that the style `id_` makes bold, such as `firstRow`."""
        if id_ not in self._bold:
            parts = (part for style in self._lineage(id_) for part in style.iter(w("tblStylePr")))
            self._bold[id_] = frozenset(part.get(w("type"), "") for part in parts if is_on(part.find(w("rPr")), "b"))
        return self._bold[id_]

    def _style(self, id_: str) -> Look:
        if id_ not in self._looks:
            look = Look()
            for style in reversed(self._lineage(id_)):
                look = _over(look, _style_look(style))
            self._looks[id_] = look
        return self._looks[id_]

    def _lineage(self, id_: str) -> list[etree._Element]:
        """The style `id_`, what it is based on, and so on: the nearest first. A circle ends where it closes."""
        lineage: dict[str, etree._Element] = {}
        while id_ in self._styles and id_ not in lineage and len(lineage) < _LONGEST_LINEAGE:
            lineage[id_] = self._styles[id_]
            id_ = value(lineage[id_], "basedOn") or ""
        return list(lineage.values())


def _is_default_paragraph(style: etree._Element) -> bool:
    return style.get(w("type")) == "paragraph" and style.get(w("default"), "0").lower() in {"1", "true", "on"}


def _style_look(style: etree._Element) -> Look:
    """The look that one style defines, by its name (English for Word's own styles, in whatever language Word runs) and its properties."""
    name = (value(style, "name") or "").strip()
    look = _over(_own_look(style.find(w("pPr"))), _run_look(style.find(w("rPr"))))
    heading = _HEADING.match(name)
    if style.get(w("type")) == "character":
        return replace(look, level=None)
    if heading or name.lower() in _TITLES:
        return replace(look, level=int(heading[1]) if heading else _TITLES[name.lower()])
    return replace(look, contents=bool(_CONTENTS.match(name)))


def _own_look(properties: etree._Element | None) -> Look:
    if properties is None:
        return Look()
    outline = value(properties, "outlineLvl")
    level = None if outline is None else whole(outline, _NO_LEVEL) + 1
    list_ = properties.find(w("numPr"))
    number = value(list_, "numId")
    item = None if list_ is None or number is None else number != "0"
    return Look(level=level if level is None or 1 <= level <= _NO_LEVEL else 0, item=item)


def _run_look(properties: etree._Element | None) -> Look:
    if properties is None:
        return Look()
    return Look(bold=is_on(properties, "b"), underlined=is_on(properties, "u"), hidden=is_on(properties, "vanish"))


def _over(under: Look, upper: Look) -> Look:
    """`under`, with what `upper` says instead."""
    return Look(
        under.level if upper.level is None else upper.level,
        under.item if upper.item is None else upper.item,
        under.contents or upper.contents,
        under.bold if upper.bold is None else upper.bold,
        under.underlined if upper.underlined is None else upper.underlined,
        under.hidden if upper.hidden is None else upper.hidden,
    )


def _bits(look: etree._Element) -> int:
    """The bits of `w:tblLook`: in one hexadecimal number, or one attribute each in newer files."""
    try:
        bits = int(look.get(w("val"), "0"), 16)
    except ValueError:
        bits = 0
    for name, bit in (("firstRow", _FIRST_ROW), ("firstColumn", _FIRST_COLUMN)):
        if (setting := look.get(w(name))) is not None:
            bits = bits | bit if setting.lower() in {"1", "true", "on"} else bits & ~bit
    return bits
