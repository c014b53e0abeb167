"""The content of a paper or workbook: headings, paragraphs and tables, in their order, each with its place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text outside the tables: a heading, an item of a list or prose."""

    text: str
    """As a reader sees it, without invisible characters. Of plain text: one line, its tabs included; empty for a blank line."""
    place: str
    """Where it is, as the person finds it there: `paragraph 12`, `line 40`, `page header`."""
    level: int | None = None
    """1 to 9 for a heading; None for other text."""
    item: bool = False
    """Whether it is an item of a list; its bullet or dash isn't part of the text."""
    bold: bool = False
    """Whether all of it is bold or underlined, as people mark headings without a style."""
    aside: bool = False
    """Whether it is apart from the run of the text: a page header, a footnote, a comment, hidden text. Asides come last."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell: where several are merged, the first of them."""

    text: str
    """Its paragraphs, each on a line of its own; items of a list begin with `- `."""
    place: str
    """Where it is, as the person finds it there: `table 3, row 2, column 1`, `Meetings!B7`."""
    columns: int = 1
    """How many columns of the grid it takes."""
    rows: int = 1
    """How many rows of the grid it takes."""
    heading: bool = False
    """Whether the file marks it as a heading, by style, by weight or as a repeated first row."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table: its cells, each with the column of the grid, from 0, in which it begins; merged cells are there once."""

    cells: tuple[tuple[int, TableCell], ...]
    place: str


@dataclass(frozen=True, slots=True)
class DocumentTable:
    """A table of a paper, or a sheet of a workbook. A table within a cell is a table of its own, after the one that holds it."""

    rows: tuple[TableRow, ...]
    place: str
    """`table 3`, or the name of the sheet. A table within a cell: `table 3, row 2, column 1, table 1`."""
    name: str = ""
    """The sheet's name or the table's caption."""


@dataclass(frozen=True, slots=True)
class Document:
    """The content of a file."""

    file: str
    """Its path as it was typed."""
    blocks: tuple[Paragraph | DocumentTable, ...]
    remarks: tuple[str, ...] = ()
    """Remarks for the person about the file, one sentence each: tracked changes, hidden sheets, macros."""
