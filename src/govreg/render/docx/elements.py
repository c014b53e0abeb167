"""Pieces of WordprocessingML: paragraphs, runs and the text in them, which is never more than text.

What a report says becomes XML as text, as a tree of a large report's cells takes a gigabyte and most of the time; what python-docx
looks after is a tree. The names of elements and their order are those of ECMA-376, part 1, section 17.
"""

import re
from functools import lru_cache
from xml.sax.saxutils import escape

from docx.oxml.ns import nsmap
from lxml import etree

NAMESPACE = nsmap["w"]
Element = etree._Element  # noqa: SLF001 - lxml has no other name for the type

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 can't hold or advises against (https://www.w3.org/TR/xml/#charsets)."""


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{NAMESPACE}}}{name}"


def add(parent: Element, name: str, **attributes: object) -> Element:
    """A new element `name` at the end of `parent`."""
    return etree.SubElement(parent, w(name), {w(key.rstrip("_")): str(value) for key, value in attributes.items()})


def new(name: str) -> Element:
    """A new element without a parent."""
    return etree.Element(w(name), nsmap={"w": NAMESPACE})


def remove_all(root: Element, name: str) -> None:
    """Take every element `name` out of `root`."""
    for element in list(root.iter(w(name))):
        if (parent := element.getparent()) is not None:
            parent.remove(element)


def codes(root: Element) -> list[str]:
    """The codes of the fields in `root`; of a field that is written in pieces, all pieces."""
    simple = [element.get(w("instr"), "") for element in root.iter(w("fldSimple"))]
    return [*simple, "".join(element.text or "" for element in root.iter(w("instrText")))]


def text_of(text: str) -> str:
    """`text` without the characters that a Word file can't hold."""
    return _NOT_IN_XML.sub("", text)


def content(text: str) -> str:
    """`text` as the content of an element."""
    return escape(text_of(text), {"\r": "&#13;"})


def tag(name: str, **attributes: object) -> str:
    """An element `name` with nothing in it."""
    values = (f' w:{key}="{escape(text_of(str(value)), _IN_ATTRIBUTES)}"' for key, value in attributes.items())
    return f"<w:{name}{''.join(values)}/>"


_IN_ATTRIBUTES = {'"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}


def placed(parent: Element, xml: str) -> Element:
    """Put the elements that `xml` is at the end of `parent`, and return the first of them."""
    made = list(etree.fromstring(f'<w:body xmlns:w="{NAMESPACE}">{xml}</w:body>'))
    parent.extend(made)
    return made[0]


def paragraph(runs: str, style: str, *, keep_next: bool = False, right: bool = False, new_page: bool = False, close: bool = False) -> str:
    """A paragraph of `style`; `keep_next` keeps it on the page of what follows, `close` takes no room around it."""
    return f"<w:p>{_paragraph_properties(style, keep_next=keep_next, right=right, new_page=new_page, close=close)}{runs}</w:p>"


@lru_cache(maxsize=256)
def _paragraph_properties(style: str, *, keep_next: bool, right: bool, new_page: bool, close: bool) -> str:
    parts = [tag("pStyle", val=style)]
    if keep_next:
        parts.append(tag("keepNext"))
    if new_page:
        parts.append(tag("pageBreakBefore"))
    if close:
        parts.append(tag("spacing", before=40, after=40))
    if right:
        parts.append(tag("jc", val="right"))
    return f"<w:pPr>{''.join(parts)}</w:pPr>"


def run(text: str) -> str:
    """A run of text; a new line in it is a line break."""
    lines = (f'<w:t xml:space="preserve">{line}</w:t>' for line in content(text).split("\n"))
    return f"<w:r>{'<w:br/>'.join(lines)}</w:r>"


def field(code: str, shown: str) -> str:
    """A field of Word's, such as PAGE, with what is shown until Word works it out."""
    return f"{tag('fldSimple', instr=code)[:-2]}>{run(shown)}</w:fldSimple>"
