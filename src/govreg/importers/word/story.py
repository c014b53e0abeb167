"""A story of a document (its body, a header, a note): paragraphs and tables in their order, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from govreg.errors import GovregError
from govreg.importers.source import Source
from govreg.importers.visible import ITEM, lines_of_cell, tidy, without_bullet
from govreg.importers.word import names
from govreg.importers.word.names import is_on, value, w, whole
from govreg.importers.word.paragraph import ParagraphReader, ParagraphText, Tally, chosen, is_prompt
from govreg.importers.word.styles import Styles, TableLook
from govreg.model.document import DocumentTable, Paragraph, TableCell, TableRow

DEEPEST = 20
"""How many tables may lie in each other. Word itself refuses more than about 30; people nest two."""
MOST_PARAGRAPHS = 100_000
"""How many paragraphs a document may have, in all: 2,500 pages."""

Block = Paragraph | DocumentTable
_THROUGH = frozenset(map(w, "body sdt sdtContent customXml ins moveTo smartTag dir bdo".split()))
"""What may stand around paragraphs, tables, rows and cells without being one."""


@dataclass(frozen=True, slots=True)
class NoteReference:
    """A footnote, an endnote or a comment: which, and on what place."""

    kind: str
    id: str
    place: str


class StoryReader:
    """Reads the stories of one document. `asides` and `notes` gather what is apart from the run of the text, `tally` what is counted."""

    def __init__(self, source: Source, styles: Styles) -> None:
        self.tally = Tally()
        self.asides: list[Paragraph] = []
        self.notes: list[NoteReference] = []
        self._source = source
        self._styles = styles
        self._count = 0
        self._paragraphs = ParagraphReader(styles, self.tally)

    def read(self, story: etree._Element, within: str = "") -> list[Block]:
        """The blocks of `story`. `within` is the place of all of it; without one, as in the body, paragraphs are counted."""
        blocks: list[Block] = []
        paragraphs = tables = 0
        for element in self._flow(story):
            if isinstance(element, ParagraphText):
                paragraphs += bool(element.shown)
                place = within or f"paragraph {max(paragraphs, 1)}"
                blocks += self._paragraph(element, place)
            else:
                tables += 1
                place = ", ".join(filter(None, (within, f"table {tables}")))
                blocks += self._table(element, place, 1)
        return blocks

    def text(self, story: etree._Element, place: str) -> str:
        """All text of `story`, such as a note, in lines."""
        return "\n".join(text for block in self.read(story, place) for text in _texts(block))

    def _flow(self, container: etree._Element) -> Iterator[ParagraphText | etree._Element]:
        """The paragraphs, read, and the tables, still to be read, in `container`."""
        pending: ParagraphText | None = None
        for element, prompt in self._children(container, frozenset({w("p"), w("tbl")})):
            if element.tag == w("tbl"):
                if pending is not None:
                    yield pending
                    pending = None
                yield element
                continue
            self._count += 1
            if self._count > MOST_PARAGRAPHS:
                raise self._source.refused(f"has more than {MOST_PARAGRAPHS:,} paragraphs", "Split it, and import the parts.")
            read = self._paragraphs.read(element, prompt=prompt)
            if pending is not None:
                read = _joined(pending, read)
            pending = read if read.joins else None
            if pending is None:
                yield read
        if pending is not None:
            yield pending

    def _children(self, container: etree._Element, wanted: frozenset[str]) -> Iterator[tuple[etree._Element, bool]]:
        """The elements `wanted` in `container`, through whatever may stand around them; and whether they are a prompt."""
        stack = [(child, False) for child in reversed(container)]
        while stack:
            element, prompt = stack.pop()
            if element.tag in wanted:
                yield element, prompt
            elif element.tag == names.ALTERNATIVES:
                stack.extend((child, prompt) for child in reversed(list(chosen(element))))
            elif element.tag in _THROUGH:
                shows = prompt or (element.tag == w("sdt") and is_prompt(element))
                stack.extend((child, shows) for child in reversed(element))
            elif element.tag in {w("altChunk"), w("subDoc")}:
                self.tally.inserted_files += 1

    def _paragraph(self, read: ParagraphText, place: str) -> Iterator[Block]:
        """The paragraph that was `read`, and the text boxes beside it."""
        self._note(read, place)
        if read.shown and read.look.contents:
            self.asides.append(Paragraph(read.shown, "table of contents", aside=True))
        elif read.shown:
            level = read.look.level or None
            item = None if level else without_bullet(read.shown)
            is_item = level is None and (bool(read.look.item) or item is not None)
            yield Paragraph(read.shown if item is None else item, place, level, item=is_item, bold=read.bold)
        for box in read.boxes:
            yield from self.read(box, f"text box at {place}")

    def _note(self, read: ParagraphText, place: str) -> None:
        self.asides += [Paragraph(text, f"{kind.value} in {place}", aside=True) for kind, text in read.aside.items()]
        self.notes += [NoteReference(kind, id_, place) for kind, id_ in read.notes]

    def _table(self, table: etree._Element, place: str, depth: int) -> list[DocumentTable]:
        """`table`, and after it the tables that lie in its cells."""
        if depth > DEEPEST:
            raise self._too_deep()
        properties = table.find(w("tblPr"))
        look = self._styles.table(properties)
        rows: list[TableRow] = []
        nested: list[DocumentTable] = []
        merges = _Merges()
        for row, _ in self._children(table, frozenset({w("tr")})):
            row_properties = row.find(w("trPr"))
            if self._is_deleted(row_properties, "del", "ins"):
                continue
            row_place = f"{place}, row {len(rows) + 1}"
            cells = self._row(row, row_place, _row_look(row_properties, look, len(rows)), merges, nested, depth)
            rows.append(TableRow(cells, row_place))
        finished = tuple(replace(row, cells=merges.finished(index, row.cells)) for index, row in enumerate(rows))
        here = [DocumentTable(finished, place, tidy(value(properties, "tblCaption") or ""))] if finished else []
        return [*here, *nested]

    def _row(
        self, row: etree._Element, place: str, look: TableLook, merges: "_Merges", nested: list[DocumentTable], depth: int
    ) -> tuple[tuple[int, TableCell], ...]:
        """The cells of `row`, each with its column; tables in them are added to `nested`."""
        cells: list[tuple[int, TableCell]] = []
        column = max(whole(value(row.find(w("trPr")), "gridBefore"), 0), 0)
        for cell, prompt in self._children(row, frozenset({w("tc")})):
            properties = cell.find(w("tcPr"))
            if self._is_deleted(properties, "cellDel", "cellIns"):
                continue
            spans = max(whole(value(properties, "gridSpan"), 1), 1)
            cell_place = f"{place}, column {column + 1}"
            text, heading = self._cell(cell, cell_place, nested, depth, prompt=prompt)
            heading = heading or look.first_row or (look.first_column and not cells)
            if value(properties, "hMerge") in {"continue", ""} and cells:  # as files of old converters have it
                first, before = cells[-1]
                cells[-1] = first, replace(before, columns=before.columns + spans)
                self._covered(text, cell_place)
            elif merges.goes_on(properties, column):
                self._covered(text, cell_place)
            else:
                cells.append((column, TableCell(text, cell_place, spans, heading=heading and bool(text))))
                merges.begin(properties, column)
            column += spans
        merges.end_row()
        return tuple(cells)

    def _cell(self, cell: etree._Element, place: str, nested: list[DocumentTable], depth: int, *, prompt: bool) -> tuple[str, bool]:
        """The text of `cell`, and whether it looks like a heading."""
        lines: list[str] = []
        headings: list[bool] = []
        tables = 0
        stories = [cell]
        while stories:
            for element in self._flow(stories.pop(0)):
                if not isinstance(element, ParagraphText):
                    tables += 1
                    nested += self._table(element, f"{place}, table {tables}", depth + 1)
                    continue
                self._note(element, place)
                stories += element.boxes
                if element.shown and prompt:
                    self.asides.append(Paragraph(element.shown, f"prompt of an empty field in {place}", aside=True))
                elif text := lines_of_cell(element.shown):
                    is_item = bool(element.look.item) and not element.look.level and not text.startswith(ITEM)
                    lines.append(f"{ITEM}{text}" if is_item else text)
                    headings.append(element.bold or bool(element.look.level))
        return "\n".join(lines), bool(headings) and all(headings)

    def _covered(self, text: str, place: str) -> None:
        """Keep text that Word doesn't show, because a merged cell covers it."""
        if text:
            self.asides.append(Paragraph(text, f"text under a merged cell in {place}", aside=True))

    def _is_deleted(self, properties: etree._Element | None, deletion: str, insertion: str) -> bool:
        """Whether a row or cell was deleted; counts it if it was deleted or inserted."""
        if properties is None:
            return False
        if properties.find(w(deletion)) is not None:
            self.tally.deletions += 1
            return True
        self.tally.insertions += properties.find(w(insertion)) is not None
        return False

    def _too_deep(self) -> GovregError:
        return self._source.refused(f"has tables within tables, more than {DEEPEST} deep", "Take the inner tables out, and import again.")


class _Merges:
    """The cells of a table that go on over several rows."""

    def __init__(self) -> None:
        self._row = 0
        self._open: dict[int, tuple[int, int]] = {}
        """Of each column in which a merged cell begins: the row that it began in, and how many it takes."""
        self._rows: dict[tuple[int, int], int] = {}

    def begin(self, properties: etree._Element | None, column: int) -> None:
        """A cell begins at `column`; it may go on below."""
        self._open.pop(column, None)
        if value(properties, "vMerge") == "restart":
            self._open[column] = self._row, 1

    def goes_on(self, properties: etree._Element | None, column: int) -> bool:
        """Whether the cell at `column` is a part of the one above; a part of nothing is a cell of its own."""
        merge = value(properties, "vMerge")
        if merge is None or merge == "restart" or column not in self._open:
            return False
        began, rows = self._open[column]
        self._open[column] = began, rows + 1
        self._rows[began, column] = rows + 1
        return True

    def end_row(self) -> None:
        """The next cells are those of the next row."""
        self._row += 1

    def finished(self, row: int, cells: tuple[tuple[int, TableCell], ...]) -> tuple[tuple[int, TableCell], ...]:
        """`cells` of `row`, each with the rows that it takes."""
        return tuple((column, replace(cell, rows=rows) if (rows := self._rows.get((row, column))) else cell) for column, cell in cells)


def _row_look(properties: etree._Element | None, look: TableLook, index: int) -> TableLook:
    """What row `index` makes of its cells: all of them headings, or the first."""
    return TableLook(bool(is_on(properties, "tblHeader")) or (look.first_row and index == 0), look.first_column)


def _joined(first: ParagraphText, second: ParagraphText) -> ParagraphText:
    """Two paragraphs as one, since the end of the first was deleted."""
    return replace(
        second,
        shown=" ".join(filter(None, (first.shown, second.shown))),
        aside={kind: " ".join(filter(None, (first.aside.get(kind), second.aside.get(kind)))) for kind in {**first.aside, **second.aside}},
        bold=first.bold and second.bold,
        boxes=first.boxes + second.boxes,
        notes=first.notes + second.notes,
    )


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.text
    else:
        yield from (cell.text for row in block.rows for _, cell in row.cells if cell.text)
