"""The pages of a Word document: A4, upright or on their side, with the title and the number of the page at the foot."""

from copy import deepcopy

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from govreg.render.docx.body import Body
from govreg.render.docx.elements import Element, codes, field, paragraph, placed, run, w

_SIDES = ("w", "h")


def a4(document: Document) -> None:
    """Make the pages of `document` A4, with margins of 2 cm."""
    section = document.sections[-1]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.PORTRAIT, Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(20)


def number_pages(document: Document, title: str, style: str) -> None:
    """Put `title` and the number of the page at the foot of each page, unless a foot of the template has a number already."""
    section = document.sections[-1]
    if any("PAGE" in code for part in _feet(document) for code in codes(part)):
        return
    footer = section.footer
    footer.is_linked_to_previous = False
    root = footer._element  # noqa: SLF001 - python-docx has no way to add a field
    for empty in [child for child in root if child.tag == w("p") and not "".join(child.itertext())]:
        root.remove(empty)
    placed(root, paragraph(f"{run(f'{title}: page ')}{field('PAGE', '1')}{run(' of ')}{field('NUMPAGES', '1')}", style))


def _feet(document: Document) -> list[Element]:
    parts = (relation.target_part for relation in document.part.rels.values() if relation.reltype.endswith("/footer"))
    return [part.element for part in parts]


def room(section: Element, *, landscape: bool) -> int:
    """The width between the margins of `section`'s pages, in twips."""
    short, long = _size(section)
    margins = section.find(w("pgMar"))
    around = sum(int(margins.get(w(side), "0")) for side in ("left", "right", "gutter")) if margins is not None else 0
    return (long if landscape else short) - around


def _size(section: Element) -> tuple[int, int]:
    """The short and the long side of `section`'s pages, in twips."""
    size = section.find(w("pgSz"))
    width, height = (int(size.get(w(side), "0")) for side in _SIDES) if size is not None else (0, 0)
    return min(width, height), max(width, height)


def turned(section: Element, *, landscape: bool) -> Element:
    """A copy of `section` with its pages upright or on their side."""
    copy = deepcopy(section)
    short, long = _size(section)
    for size in copy.findall(w("pgSz")):
        for side, length in zip(_SIDES, (long, short) if landscape else (short, long), strict=True):
            size.set(w(side), str(length))
        size.set(w("orient"), "landscape" if landscape else "portrait")
    return copy


def close(body: Body, section: Element) -> None:
    """End a section here: what follows is on another page."""
    body.place("<w:p><w:pPr/></w:p>")[0].append(section)
