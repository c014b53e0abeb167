"""Pieces of WordprocessingML: paragraphs, runs and the text in them, which is never more than text.

The names of elements and their order are those of ECMA-376, part 1, section 17.
"""

import re

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


def paragraph(
    parent: Element, text: str, style: str, *, keep_next: bool = False, right: bool = False, new_page: bool = False, close: bool = False
) -> Element:
    """A paragraph of `style` at the end of `parent`; `keep_next` keeps it on the page of what follows, `close` takes no room around it."""
    made = add(parent, "p")
    properties = add(made, "pPr")
    add(properties, "pStyle", val=style)
    if keep_next:
        add(properties, "keepNext")
    if new_page:
        add(properties, "pageBreakBefore")
    if close:
        add(properties, "spacing", before=40, after=40)
    if right:
        add(properties, "jc", val="right")
    run(made, text)
    return made


def run(parent: Element, text: str) -> Element:
    """A run of text at the end of a paragraph; a new line in it is a line break."""
    made = add(parent, "r")
    for number, line in enumerate(text_of(text).split("\n")):
        if number:
            add(made, "br")
        piece = add(made, "t")
        piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        piece.text = line
    return made


def field(parent: Element, code: str, shown: str) -> None:
    """A field of Word's, such as PAGE, at the end of a paragraph, with what is shown until Word works it out."""
    run(add(parent, "fldSimple", instr=code), shown)
