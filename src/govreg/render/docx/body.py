"""The body of a Word document while it is written: as text, but for the pieces that must be a tree."""

import re
from collections.abc import Iterator

from docx.document import Document
from lxml import etree

from govreg.render.docx.elements import NAMESPACE, Element, placed

TEXT = "govreg-text"
"""The processing instruction that stands for text in the tree."""

_ROOT = re.compile(rb"(<(?:[\w.-]+:)?document\b)")
"""The beginning of the tag of the tree's first element, to which the prefix of the text is added where a template has another."""


class Body:
    """The body of a document that has no text yet."""

    def __init__(self, document: Document) -> None:
        self.name = str(document.part.partname).lstrip("/")
        """Which part of the file it is in."""
        self._root = document.element.body
        self._texts: list[list[bytes]] = []
        self._is_text = False
        self._declares = document.element.nsmap.get("w") == NAMESPACE
        etree.strip_tags(document.element, etree.ProcessingInstruction, etree.Comment)  # a template may have any, and they are no text
        self.section: Element = self._root.sectPr
        """How the pages are set up, which goes where a section ends."""
        self._root.remove(self.section)

    def add(self, xml: str) -> None:
        """Add elements as text."""
        if not self._is_text:
            self._root.append(etree.ProcessingInstruction(TEXT))
            self._texts.append([])
            self._is_text = True
        self._texts[-1].append(xml.encode())

    def place(self, xml: str) -> Element:
        """Add elements as a tree, and return the first of them."""
        self._is_text = False
        return placed(self._root, xml)

    def append(self, element: Element) -> None:
        """Add an element that is a tree already."""
        self._is_text = False
        self._root.append(element)

    def filled(self, tree: bytes) -> Iterator[bytes]:
        """The pieces of the document's part: its `tree` as bytes, with the text in its places."""
        first, *others = tree.split(etree.tostring(etree.ProcessingInstruction(TEXT)))
        yield first if self._declares else _ROOT.sub(rb'\1 xmlns:w="%b"' % NAMESPACE.encode(), first, count=1)
        for text, after in zip(self._texts, others, strict=True):
            yield from text
            yield after
