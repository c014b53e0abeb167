"""What a command has to say, before any format: headings, paragraphs, tables and findings, and the same as data."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

Cell = str | int | float | bool | tuple[str, ...] | None
"""A value in a table, with its type: a format decides how to write it. None is a cell with nothing known in it."""


class Column(NamedTuple):
    """A column of a table: what stands over it, and how it may be squeezed."""

    title: str
    number: bool = False
    """Whether it holds numbers, which stand to the right."""
    whole: bool = False
    """Whether its cells may not be broken over lines: ids, dates."""
    share: int = 1
    """How much of the width it gets where there is too little, against the others."""


class Table(NamedTuple):
    """Rows under named columns."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""


class Heading(NamedTuple):
    """A heading; level 1 is the report's own."""

    text: str
    level: int = 2


class Paragraph(NamedTuple):
    """A run of prose."""

    text: str
    quiet: bool = False
    """Whether it is said aside: the foot of a table, a hint."""


class BulletList(NamedTuple):
    """A list of points."""

    items: tuple[str, ...]


class Fields(NamedTuple):
    """Labels, each with what it says: one entry told whole."""

    rows: tuple[tuple[str, Cell], ...]


class Example(NamedTuple):
    """Text that stands as it is, such as a file."""

    text: str


class Command(NamedTuple):
    """A command that the reader may run next."""

    text: str
    says: str = ""


class FindingBlock(NamedTuple):
    """A finding with the line it points at: `severity` decides its colour, never alone its meaning."""

    file: str
    row: int | None
    """Which line of the file, counted from 1."""
    column: int | None
    """Where in that line the caret stands, counted from 1."""
    severity: Literal["error", "warning"]
    code: str
    title: str
    """What its code means."""
    message: str
    hint: str
    line: str | None = None
    """What stands in that line."""
    also: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """File, line and column, as editors and terminals take them."""
        return self.file if self.row is None else f"{self.file}:{self.row}:{self.column}"


Block = Table | Heading | Paragraph | BulletList | Fields | Example | Command | FindingBlock


class Rows(NamedTuple):
    """Data of a great many rows, which is written row by row: some texts of its own, and the rest, which many rows have alike."""

    keys: tuple[str, ...]
    rows: Sequence[tuple[Any, ...]]
    """Each with its own text for each of `keys`, and at the end what it has alike with others."""
    rest: Callable[[Any], Mapping[str, Any]]
    """Makes the data of what rows have alike."""


@dataclass(frozen=True)
class Report:
    """What a command has to say: blocks for people, data for machines, and one table for spreadsheets.

    Data and sheet are made when a format asks for them: most readers want neither.
    """

    blocks: tuple[Block, ...]
    data: Callable[[], Any]
    """Makes what JSON shows: mappings, lists, texts, numbers, true and false; at the top also `Rows`."""
    sheet: Callable[[], Table] | None = None
    """Makes what CSV shows; None where it is the first table among the blocks, if there is one."""
    sheet_note: str = ""
    """What CSV shows of it, in words, where that is not all of it."""
    foot: tuple[str, ...] = ()
    """What is said under it: the filter, how many of how many, as at."""

    @property
    def table(self) -> Table | None:
        """The one table for a spreadsheet, or None if there is none."""
        if self.sheet is not None:
            return self.sheet()
        return next((block for block in self.blocks if isinstance(block, Table)), None)

    @property
    def findings(self) -> tuple[FindingBlock, ...]:
        """The findings among the blocks, in their order."""
        return tuple(block for block in self.blocks if isinstance(block, FindingBlock))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The prose among the blocks, in its order."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))
