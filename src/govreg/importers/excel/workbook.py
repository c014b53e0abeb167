"""A workbook of Excel: its sheets as tables, then its notes, comments and text boxes, and what the person should know of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from govreg.importers.excel.names import RELATION_ID, is_on, quoted, s, string, unescaped
from govreg.importers.excel.sheet import LONGEST_TEXT, SheetReader, SheetTally, header_rows
from govreg.importers.excel.styles import cell_styles
from govreg.importers.package import Package
from govreg.importers.visible import lines_of_cell, tidy
from govreg.model.document import Document, DocumentTable, Paragraph
from govreg.model.names import many, shown

MOST_TEXTS = 1_000_000
"""How many different texts a workbook may hold."""
MOST_SHEETS = 500
_THREADED = "{http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_THREAD_MARK = "[Threaded comment]"
"""What Excel writes into the old note beside a newer comment."""
_WITH_CELLS = frozenset({"worksheet", "xlMacrosheet", "xlIntlMacrosheet"})
"""The kinds of sheets that have cells; those of charts and dialogs have none."""
_NAMED = 5
"""How many cells or sheets a remark names."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    part: str
    kind: str
    hidden: bool


def read_excel(package: Package) -> Document:
    """The workbook that `package` holds. Raises GovregError if it is damaged or beyond the limits."""
    main = package.main
    root = package.tree(main)
    sheets = list(_sheets(package, main, root))
    properties = root.find(s("workbookPr"))
    styles = cell_styles(
        next((package.tree(name) for name in package.related(main, "styles")), None),
        since_1904=properties is not None and is_on(properties.get("date1904")),
    )
    strings = [text for name in package.related(main, "sharedStrings") for text in _strings(package, name)]
    tables: list[DocumentTable] = []
    asides: list[Paragraph] = []
    tallies: list[tuple[str, SheetTally]] = []
    before = SheetTally()
    for sheet in sheets:
        if sheet.kind not in _WITH_CELLS:
            continue
        reader = SheetReader(package, sheet.part, sheet.name, strings, styles)
        table = reader.read(before, header_rows(dict(package.tree(name).attrib) for name in package.related(sheet.part, "table")))
        before = reader.tally
        tallies.append((sheet.name, reader.tally))
        asides += [*reader.asides, *_notes(package, sheet), *_text_boxes(package, sheet)]
        if table.rows:
            tables.append(table)
    return Document(package.source.name, (*tables, *asides), tuple(_remarks(package, sheets, tallies)))


def _sheets(package: Package, main: str, root: etree._Element) -> Iterator[_Sheet]:
    """The sheets of the workbook in the order of their tabs."""
    relations = package.relations(main)
    for count, sheet in enumerate(root.iter(s("sheet"))):
        if count >= MOST_SHEETS:
            raise package.source.refused(f"has more than {MOST_SHEETS} sheets", "Keep the sheets to import in a workbook of their own.")
        relation = relations.get(sheet.get(RELATION_ID, ""))
        if relation is not None and not relation.outside and relation.target in package.names:
            yield _Sheet(tidy(sheet.get("name", "")), relation.target, relation.kind, sheet.get("state", "visible") != "visible")


def _strings(package: Package, part: str) -> Iterator[str]:
    """The texts that cells share, in order, each as a cell shows it."""
    if sum(piece.count(b"</si>") for piece in package.pieces(part)) > MOST_TEXTS:
        raise package.source.refused(f"has more than {MOST_TEXTS:,} texts", "Keep the part to import in a workbook of its own.")
    parser = etree.XMLPullParser(("end",), tag=s("si"), resolve_entities=False, no_network=True, remove_comments=True)
    try:
        for piece in package.pieces(part):
            parser.feed(piece)
            for _, element in parser.read_events():
                text = string(element)
                if len(text) > LONGEST_TEXT:
                    raise package.source.refused(
                        f"has a text of more than {LONGEST_TEXT:,} characters, more than Excel allows", "Shorten it, and import again."
                    )
                yield lines_of_cell(text)
                parent = element.getparent()
                element.clear()
                while parent is not None and element.getprevious() is not None:
                    del parent[0]
        parser.close()
    except etree.XMLSyntaxError:
        raise package.source.refused(
            f"is damaged: {part} is not valid XML", "Open it in Excel, save it again under a new name, and import that."
        ) from None


def _notes(package: Package, sheet: _Sheet) -> Iterator[Paragraph]:
    """The notes and comments on cells. A newer comment has an old note beside it, for older versions of Excel, which is left out."""
    for part in package.related(sheet.part, "threadedComment"):
        for comment in package.tree(part).iter(f"{_THREADED}threadedComment"):
            if text := tidy(unescaped(comment.findtext(f"{_THREADED}text") or "")):
                yield Paragraph(text, f"comment on {quoted(sheet.name)}!{shown(comment.get('ref', ''), 20)}", aside=True)
    for part in package.related(sheet.part, "comments"):
        for note in package.tree(part).iter(s("comment")):
            words = note.find(s("text"))
            text = "" if words is None else tidy(string(words))
            if text and not text.startswith(_THREAD_MARK):
                yield Paragraph(text, f"note on {quoted(sheet.name)}!{shown(note.get('ref', ''), 20)}", aside=True)


def _text_boxes(package: Package, sheet: _Sheet) -> Iterator[Paragraph]:
    """The texts of shapes that float over the sheet."""
    for part in package.related(sheet.part, "drawing"):
        for paragraph in package.tree(part).iter(f"{_DRAWING}p"):
            if text := tidy("".join(run.text or "" for run in paragraph.iter(f"{_DRAWING}t"))):
                yield Paragraph(text, f"text box on {sheet.name}", aside=True)


def _remarks(package: Package, sheets: Sequence[_Sheet], tallies: Sequence[tuple[str, SheetTally]]) -> Iterator[str]:
    if hidden := [sheet.name for sheet in sheets if sheet.hidden]:
        yield f"{_these(hidden)} hidden: {_listed(hidden)}."
    if others := [sheet.name for sheet in sheets if sheet.kind not in _WITH_CELLS]:
        yield f"{_these(others)} left out, without cells: {_listed(others)}."
    for name, tally in tallies:
        if tally.hidden_rows:
            yield f"“{name}” has {many(tally.hidden_rows, 'hidden row')}."
        if tally.hidden_columns:
            yield f"“{name}” has {many(tally.hidden_columns, 'hidden column')}."
        if cells := tally.without_value:
            yield f"No value is stored for the formula in {_first(cells)}. Open the file in Excel, save it, and import it again."
        if tally.errors:
            yield f"“{name}” has {many(tally.errors, 'cell')} with an error such as #N/A."
    yield from package.remarks()
    if package.related(package.main, "externalLink"):
        yield "It has links to other workbooks: the values they had when it was saved were read."


def _these(sheets: Sequence[str]) -> str:
    return "This sheet is" if len(sheets) == 1 else "These sheets are"


def _listed(sheets: Sequence[str]) -> str:
    return _first([f"“{name}”" for name in sheets])


def _first(names: Sequence[str]) -> str:
    """The first of `names`, and how many more there are."""
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
