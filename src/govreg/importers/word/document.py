"""A document of Word: its body, then its headers, footers, notes, comments and diagrams, and what the person should know of it."""

from collections.abc import Iterator

from lxml import etree

from govreg.importers.package import Package
from govreg.importers.visible import tidy
from govreg.importers.word.names import DRAWING_PARAGRAPH, DRAWING_TEXT, w
from govreg.importers.word.paragraph import Tally
from govreg.importers.word.story import Block, StoryReader
from govreg.importers.word.styles import Styles
from govreg.model.document import Document, DocumentTable, Paragraph
from govreg.model.names import many

_NOTES = (("footnotes", "footnote"), ("endnotes", "endnote"), ("comments", "comment"))
_EDGES = (("header", "page header"), ("footer", "page footer"))


def read_word(package: Package) -> Document:
    """The document that `package` holds. Raises GovregError if it is damaged or beyond the limits."""
    main = package.main
    reader = StoryReader(package.source, Styles(next((package.tree(name) for name in package.related(main, "styles")), None)))
    root = package.tree(main)
    if root.find(w("body")) is None:
        raise package.source.refused("holds no text", "Open it in Word, save it again under a new name, and import that.")
    blocks = reader.read(root)
    asides = list(_edges(package, main, reader))
    asides += _notes(package, main, reader)
    asides += _diagrams(package, main)
    remarks = tuple(_remarks(reader.tally, package))
    return Document(package.source.name, (*blocks, *reader.asides, *asides), remarks)


def _edges(package: Package, main: str, reader: StoryReader) -> Iterator[Paragraph]:
    """The texts of the page headers and footers: sections often repeat them, and each is there once."""
    seen: set[tuple[str, str]] = set()
    for kind, place in _EDGES:
        for name in package.related(main, kind):
            for aside in _flat(reader.read(package.tree(name), place)):
                if (place, aside.text) not in seen:
                    seen.add((place, aside.text))
                    yield aside


def _flat(blocks: list[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, DocumentTable):
            yield from (Paragraph(cell.text, cell.place, aside=True) for row in block.rows for _, cell in row.cells if cell.text)
        else:
            yield Paragraph(block.text, block.place, aside=True)


def _notes(package: Package, main: str, reader: StoryReader) -> Iterator[Paragraph]:
    """The footnotes, endnotes and comments, each with the place that refers to it."""
    places = {(note.kind, note.id): note.place for note in reader.notes}
    for relation, kind in _NOTES:
        for name in package.related(main, relation):
            for note in package.tree(name).iterchildren(w(kind)):
                place = places.get((kind, note.get(w("id"), "")))
                where = f"{kind} on {place}" if place else f"{kind} that no text refers to"
                if text := reader.text(note, where):
                    yield Paragraph(text, where, aside=True)


def _diagrams(package: Package, main: str) -> Iterator[Paragraph]:
    """The texts of SmartArt diagrams, one for each shape."""
    for name in package.related(main, "diagramData"):
        for paragraph in package.tree(name).iter(DRAWING_PARAGRAPH):
            if text := tidy(_drawing_text(paragraph)):
                yield Paragraph(text, "diagram", aside=True)


def _drawing_text(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(DRAWING_TEXT))


def _remarks(tally: Tally, package: Package) -> Iterator[str]:
    changes = [
        (tally.insertions, "insertion is", "insertions are", "taken in"),
        (tally.deletions, "deletion is", "deletions are", "left out"),
        (tally.moves, "moved text is", "moved texts are", "read in the new place"),
    ]
    if named := [f"{many(count, one, several)} {outcome}" for count, one, several, outcome in changes if count]:
        yield f"It has tracked changes: {', '.join(named)}."
    if tally.objects:
        yield f"{many(tally.objects, 'embedded object was', 'embedded objects were')} left out."
    if tally.inserted_files:
        yield f"{many(tally.inserted_files, 'inserted file was', 'inserted files were')} left out. Import each by itself."
    yield from package.remarks()
