"""One sheet of a workbook as a table, read row by row: what has no text costs nothing, wherever the sheet says that it ends."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from govreg.errors import GovregError
from govreg.importers.excel.merges import Area, MergedAreas
from govreg.importers.excel.names import LAST_COLUMN, LAST_ROW, address, area, is_on, letters, quoted, s, string, unescaped
from govreg.importers.excel.number_format import GENERAL, shown_number
from govreg.importers.package import Package
from govreg.importers.visible import lines_of_cell
from govreg.model.document import DocumentTable, Paragraph, TableCell, TableRow

MOST_CELLS = 500_000
"""How many cells of a workbook may hold something: 10,000 rows of 20 columns are 200,000."""
MOST_ELEMENTS = 2_000_000
"""How many cells and rows a sheet may have that can't be left out unread."""
LONGEST_TEXT = 32_767
"""The most characters of a cell in Excel."""
MOST_MERGES = 50_000
MOST_REACHED = 500_000
"""How many cells of the rows with text may lie in merged areas: their text counts in each of these rows."""
MOST_GROUPS = 2_000
"""How many merged areas may lie side by side, and how many groups of columns may be hidden."""
_TOGETHER = 1_000
"""How many cells of one row are freed at once."""

_CELL, _ROW, _VALUE, _FORMULA, _INLINE = map(s, ("c", "row", "v", "f", "is"))
_EMPTY_CELLS = re.compile(rb'<c r="[A-Z]+[0-9]+"[^<>]*(?:/>|></c>)')
_EMPTY_ROWS = re.compile(rb'<row r="[0-9]+"[^<>]*(?:/>|></row>)')
_STARTS = (
    (b'<c r="', (b"<c ", b"<c>", b"<c/>")),
    (b'<row r="', (b"<row ", b"<row>", b"<row/>")),
)
"""How a cell and a row begin that have an address, and how all do."""
_WANTED = tuple(
    map(s, ("c", "row", "col", "mergeCell", "sheetFormatPr", "autoFilter", "oddHeader", "oddFooter", "evenHeader", "evenFooter"))
)
_EDGES = {s("oddHeader"): "page header", s("evenHeader"): "page header", s("oddFooter"): "page footer", s("evenFooter"): "page footer"}
_EDGE_CODES = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|K[0-9]{2}[+-][0-9]{3}|[0-9]+|[A-Za-z])')


@dataclass(frozen=True)
class CellStyles:
    """Of each style of a cell by its number: the format of numbers, and whether its font is bold or underlined."""

    formats: Sequence[str] = ()
    bold: Sequence[bool] = ()
    since_1904: bool = False


@dataclass
class SheetTally:
    """How often a sheet has what the person should know of, and the first cell where it is so."""

    cells: int = 0
    reached: int = 0
    """How many cells of its rows lie in merged areas."""
    without_value: list[str] = field(default_factory=list)
    """The cells whose formula has no stored value."""
    errors: int = 0
    hidden_rows: int = 0
    hidden_columns: int = 0


@dataclass(slots=True)
class _Row:
    number: int
    hidden: bool
    cells: list[tuple[int, str, bool]]
    """Of each cell: its column, its text, and whether it is bold."""


class SheetReader:
    """Reads the sheet `name` from its part."""

    def __init__(self, package: Package, part: str, name: str, strings: Sequence[str], styles: CellStyles) -> None:
        self.tally = SheetTally()
        self.asides: list[Paragraph] = []
        self._package = package
        self._part = part
        self._name = quoted(name)
        self._title = name
        self._strings = strings
        self._styles = styles
        self._hidden_columns: set[int] = set()
        self._column_groups = 0
        self._merges: list[Area] = []
        self._headings: set[int] = set()
        self._rows_are_hidden = False

    def read(self, before: SheetTally, header_rows: Iterable[int]) -> DocumentTable:
        """The sheet as a table. `before`: that of the sheets before it; `header_rows`: those of its tables."""
        self.tally.cells, self.tally.reached = before.cells, before.reached
        rows = list(self._rows())
        rows.reverse()
        self._headings |= set(header_rows)
        covered = MergedAreas(self._merges)
        used: set[int] = set()
        table: list[TableRow] = []
        while rows:
            row = rows.pop()
            used.update(column for column, _, _ in row.cells)
            if cells := tuple(self._cells(row, covered)):
                table.append(TableRow(cells, f"{self._title}, row {row.number + 1}"))
                self.tally.hidden_rows += row.hidden
        self.tally.hidden_columns = len(used & self._hidden_columns)
        return DocumentTable(tuple(table), self._title, self._title)

    def _cells(self, row: _Row, covered: MergedAreas) -> Iterator[tuple[int, TableCell]]:
        """The cells of `row`; the text of cells under a merged one becomes an aside."""
        merged = covered.enter(row.number)
        self.tally.reached += merged
        if self.tally.reached > MOST_REACHED:
            raise self._refused(f"has merged cells that reach into more than {MOST_REACHED:,} others")
        if merged > MOST_GROUPS:
            raise self._refused(f"has more than {MOST_GROUPS:,} merged cells side by side")
        heading = row.number in self._headings
        for column, text, bold in row.cells:
            place = f"{self._name}!{letters(column)}{row.number + 1}"
            merge = covered.at(column) if merged else None
            if merge is not None and (column, row.number) != (merge[0], merge[2]):
                self.asides.append(Paragraph(text, f"text under a merged cell in {place}", aside=True))
                continue
            cell = TableCell(text, place, heading=heading or bold)
            if merge is not None:
                cell = replace(cell, columns=merge[1] - merge[0] + 1, rows=merge[3] - merge[2] + 1)
            yield column, cell

    def _rows(self) -> Iterator[_Row]:
        """The rows with text, in the order of the file; what else matters of the sheet is remembered."""
        number = -1
        cells: list[tuple[int, str, bool]] = []
        next_column = waiting = 0
        for count, element in enumerate(self._elements()):
            if count > MOST_ELEMENTS:
                raise self._refused(f"has more than {MOST_ELEMENTS:,} cells and rows")
            if element.tag == _CELL:
                reference = element.get("r")
                at = address(reference) if reference else None
                column = next_column if at is None else at[0]
                if column >= LAST_COLUMN or (at is None and reference):
                    raise self._damaged(f"a cell is outside the sheet “{self._title}”")
                next_column = column + 1
                if text := self._text(element, reference or letters(column)):
                    self._count_cell()
                    cells.append((column, text, self._is_bold(element)))
                waiting += 1
                if waiting < _TOGETHER:
                    continue
            elif element.tag == _ROW:
                number = self._row_number(element, number)
                if cells:
                    yield _Row(number, self._is_hidden(element), cells)
                    cells = []
                next_column = 0
            else:
                self._remember(element)
            waiting = 0
            _forget(element)

    def _elements(self) -> Iterator[etree._Element]:
        """The elements of the sheet that are wanted, as they end, without cells and rows that hold nothing."""
        addressed = self._check_count()
        parser = etree.XMLPullParser(("end",), tag=_WANTED, resolve_entities=False, no_network=True, remove_comments=True)
        try:
            for piece in self._package.pieces(self._part):
                parser.feed(_EMPTY_ROWS.sub(b"", _EMPTY_CELLS.sub(b"", piece)) if addressed and b"<![CDATA[" not in piece else piece)
                yield from (element for _, element in parser.read_events())
            parser.close()
        except etree.XMLSyntaxError:
            raise self._damaged(f"the sheet “{self._title}” is not valid XML") from None

    def _check_count(self) -> bool:
        """Whether each row and cell has its address, so that those without content may be left out.

        Refuses a sheet that is too large, by the look of its text: that takes a moment, and reading it to the limit takes seconds.
        """
        values = 0
        addressed = True
        for piece in self._package.pieces(self._part):
            values += piece.count(b"</v>") + piece.count(b"</is>")
            if self.tally.cells + values > MOST_CELLS:
                raise self._too_many_cells()
            addressed = addressed and all(sum(map(piece.count, starts)) == piece.count(address) for address, starts in _STARTS)
        return addressed

    def _too_many_cells(self) -> GovregError:
        return self._refused(f"has more than {MOST_CELLS:,} cells with something in them")

    def _row_number(self, element: etree._Element, before: int) -> int:
        reference = element.get("r", "")
        number = int(reference) - 1 if reference.isascii() and reference.isdigit() and len(reference) < 8 else before + 1  # noqa: PLR2004 - 1,048,576 has seven
        if not before < number < LAST_ROW:
            raise self._damaged(f"rows are out of order or outside the sheet “{self._title}”")
        return number

    def _is_hidden(self, row: etree._Element) -> bool:
        hidden = row.get("hidden")
        return is_on(hidden) if hidden is not None else self._rows_are_hidden and row.get("ht") is None

    def _is_bold(self, cell: etree._Element) -> bool:
        style = _number(cell.get("s"))
        return style < len(self._styles.bold) and self._styles.bold[style]

    def _text(self, cell: etree._Element, at: str) -> str:
        """The text of `cell`, which is `at` this address, as a person sees it; empty if it shows nothing."""
        type_ = cell.get("t", "n")
        if type_ == "inlineStr":
            inline = cell.find(_INLINE)
            return lines_of_cell(self._bounded("" if inline is None else string(inline), at))
        value = cell.findtext(_VALUE)
        if value is None or value == "":
            if cell.find(_FORMULA) is not None and type_ != "str":
                self.tally.without_value.append(f"{self._name}!{at}")
            return ""
        if type_ == "s":
            return self._shared(value, at)
        if type_ == "b":
            return "TRUE" if is_on(value) else "FALSE"
        if type_ == "e":
            self.tally.errors += 1
            return value.strip()[:20]
        if type_ == "n":
            style = _number(cell.get("s"))
            form = self._styles.formats[style] if style < len(self._styles.formats) else GENERAL
            value = shown_number(value.strip(), form, since_1904=self._styles.since_1904)
        elif type_ == "d":  # an ISO date, as strict files have it
            value = value.strip().removesuffix("T00:00:00")
        return lines_of_cell(self._bounded(unescaped(value), at))

    def _shared(self, value: str, at: str) -> str:
        index = _number(value, -1)
        if not 0 <= index < len(self._strings):
            raise self._damaged(f"{self._name}!{at} refers to a text that isn't there")
        return self._strings[index]

    def _bounded(self, text: str, at: str) -> str:
        if len(text) > LONGEST_TEXT:
            raise self._refused(f"has more than {LONGEST_TEXT:,} characters in {self._name}!{at}, more than Excel allows")
        return text

    def _count_cell(self) -> None:
        self.tally.cells += 1
        if self.tally.cells > MOST_CELLS:
            raise self._too_many_cells()

    def _remember(self, element: etree._Element) -> None:
        """Remember what the sheet says of columns, of merged cells, of its filter and of its pages."""
        tag = element.tag
        if tag == s("col"):
            if is_on(element.get("hidden")) or element.get("width") in {"0", "0.0"}:
                self._column_groups += 1
                if self._column_groups > MOST_GROUPS:
                    raise self._refused(f"has more than {MOST_GROUPS:,} groups of hidden columns")
                first, last = _number(element.get("min"), 1), min(_number(element.get("max"), 1), LAST_COLUMN)
                self._hidden_columns.update(range(first - 1, last))
        elif tag == s("sheetFormatPr"):
            self._rows_are_hidden = is_on(element.get("zeroHeight"))
        elif (found := area(element.get("ref", ""))) is not None:
            if tag == s("mergeCell"):
                self._merges.append(found)
            else:
                self._headings.add(found[2])
            if len(self._merges) > MOST_MERGES:
                raise self._refused(f"has more than {MOST_MERGES:,} merged cells")
        elif tag in _EDGES and (text := lines_of_cell(_EDGE_CODES.sub(" ", element.text or ""))):
            self.asides.append(Paragraph(text, f"{_EDGES[tag]} of {self._title}", aside=True))

    def _refused(self, why: str) -> GovregError:
        """The error for a sheet beyond the limits."""
        return self._package.source.refused(f"{why} (sheet “{self._title}”)", "Keep the part to import in a workbook of its own.")

    def _damaged(self, why: str) -> GovregError:
        return self._package.source.refused(f"is damaged: {why}", "Open it in Excel, save it again under a new name, and import that.")


def _forget(element: etree._Element) -> None:
    """Let go of `element` and what was before it, so that a long sheet takes no more room than a short one."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _number(text: str | None, default: int = 0) -> int:
    """The whole number that `text` writes, or `default`."""
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 10 else default  # noqa: PLR2004 - fits 32 bits


def header_rows(tables: Iterable[Mapping[str, str]]) -> Iterator[int]:
    """The rows of the headings of tables, of which the attributes are given."""
    for table in tables:
        found = area(table.get("ref", ""))
        if found is not None and table.get("headerRowCount", "1") != "0":
            yield found[2]
