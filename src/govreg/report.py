"""The answer of a command, independent of any format: headings, paragraphs, tables and findings, and the same as data."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, Literal, overload

from govreg.values import dataclass

Certainty = Literal["exact", "at-least", "ambiguous", "varies", "unknown"]
"""How certain a number is, as the JSON output names it."""

CERTAINTY_SIGNS: dict[str, str] = {"at-least": "+", "ambiguous": "?", "varies": "~"}
"""The sign after a number that is not exact."""


@dataclass(frozen=True)
class Date:
    """A day, a month or a year."""

    iso: str
    """`YYYY-MM-DD`, `YYYY-MM` or `YYYY`."""
    text: str
    """The same as people read it: 10 November 2016."""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Percent:
    """A share of a whole."""

    share: float
    """From 0 to 1."""


@dataclass(frozen=True)
class Change:
    """The difference between two numbers."""

    value: float
    text: str
    """The same as people read it, with its sign: −6."""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Count:
    """A number, and how certain it is."""

    value: float | None
    """None where it is not known."""
    certainty: Certainty = "exact"

    @property
    def sign(self) -> str:
        """The sign after the number; empty where it is exact."""
        return CERTAINTY_SIGNS.get(self.certainty, "")


class LineNumber(int):
    """The number of a line in a file, counted from 1. It counts nothing, so people see it as editors have it: 1040, not 1,040."""


@dataclass(frozen=True)
class Link:
    """A name of an entry of the register, with the entry's id."""

    kind: Literal["meeting", "organisation", "theme", "area"]
    id: str
    text: str

    def __str__(self) -> str:
        return self.text


Cell = str | int | float | bool | Date | Percent | Count | Change | Link | tuple[str | Link, ...] | None
"""A value in a table, with its type: a format decides how to write it. None is a cell with nothing known in it."""


@dataclass(frozen=True)
class Column:
    """A column of a table: its title, and how it may be made narrower."""

    title: str
    number: bool = False
    """Whether it holds numbers, which are aligned to the right."""
    whole: bool = False
    """Whether its cells may not be broken over lines: ids, dates."""
    share: int = 1
    """How much of the width it gets where there is too little, against the others."""
    ids: str = ""
    """The title of a column beside it with the ids of its links, for spreadsheets; empty if they get none."""


@dataclass(frozen=True)
class SharedRows(Sequence[tuple[Cell, ...]]):
    """A great many rows, each with cells of its own and, at its end, cells that it has alike with others."""

    items: Sequence[tuple[Any, ...]]
    """What each row is made of; at its end what many have alike, one object for all of them."""
    own: Callable[[Any], tuple[str, ...]]
    """Makes a row's own cells."""
    shared: Callable[[Any], tuple[Cell, ...]]
    """Makes the cells that come of what many have alike."""

    def __len__(self) -> int:
        return len(self.items)

    @overload
    def __getitem__(self, index: int) -> tuple[Cell, ...]: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[tuple[Cell, ...]]: ...
    def __getitem__(self, index: int | slice) -> tuple[Cell, ...] | Sequence[tuple[Cell, ...]]:
        if isinstance(index, slice):
            return replace(self, items=self.items[index])
        item = self.items[index]
        return (*self.own(item), *self.shared(item[-1]))


@dataclass(frozen=True)
class Table:
    """Rows under named columns."""

    columns: tuple[Column, ...]
    rows: Sequence[tuple[Cell, ...]]
    """`SharedRows` where there may be millions."""
    caption: str = ""
    compares: bool = False
    """Whether it sets side by side what things say under each label, rather than list things to filter and sort."""


@dataclass(frozen=True)
class Bar:
    """A bar of a chart: a figure that may be a range, may have no upper limit, or may not be known."""

    label: str | Link
    text: str
    """The figure in words, shown beside the bar: `at least 12; 2 not known`."""
    least: float | None = None
    most: float | None = None
    """None where there is no upper limit, or where nothing is known."""
    about: float | None = None
    """Where it has no limits that are known, what it is about."""
    unknown: int = 0
    """How many entries are in no figure, as theirs is not known."""

    @property
    def end(self) -> float:
        """How far the bar goes: to the highest figure that is known."""
        return self.most or self.least or self.about or 0.0

    @property
    def is_open(self) -> bool:
        """Whether it may go further."""
        return self.least is not None and self.most is None


@dataclass(frozen=True)
class BarChart:
    """A bar for each of several labels; its table says the same in words."""

    title: str
    columns: tuple[str, str]
    """What the labels are, and what the figures are: `Member`, `Hours a year`."""
    bars: tuple[Bar, ...]
    in_table: bool = False
    """Whether a table of the report has its figures too, so that a format without pictures can do without it."""

    @property
    def table(self) -> Table:
        """The same as a table."""
        label, figure = self.columns
        columns = (Column(label, share=2), Column(figure, share=2))
        return Table(columns, tuple((bar.label, bar.text) for bar in self.bars), self.title)


@dataclass(frozen=True)
class Matrix:
    """A figure for each of several rows and columns, which a format may shade, too; its table says the same."""

    title: str
    corner: str
    """What the rows are."""
    columns: tuple[str | Link, ...]
    rows: tuple[tuple[str | Link, tuple[int, ...]], ...]

    @cached_property
    def most(self) -> int:
        """The highest figure in it, by which each cell is shaded."""
        return max((figure for _, figures in self.rows for figure in figures), default=0)

    @property
    def table(self) -> Table:
        """The same as a table."""
        columns = (Column(self.corner, share=3), *(Column(str(title), number=True) for title in self.columns))
        return Table(columns, tuple((label, *figures) for label, figures in self.rows), self.title)


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the report's own."""

    text: str
    level: int = 2
    new_page: bool = False
    """Whether it begins a page where there are pages."""


@dataclass(frozen=True)
class Paragraph:
    """A run of prose."""

    text: str
    quiet: bool = False
    """Whether it is less important: the foot of a table, a hint."""


@dataclass(frozen=True)
class BulletList:
    """A list of points."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Fields:
    """Labels, each with its value: one entry in full."""

    rows: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True)
class Entry:
    """One entry as a paper's appendix prints it: a table whose first row is its title, which is a heading too."""

    label: str
    """What the title is the title of: Meeting."""
    title: str
    rows: tuple[tuple[str, Cell], ...]
    level: int = 3


@dataclass(frozen=True)
class Example:
    """Text shown as it is, such as a file."""

    text: str


@dataclass(frozen=True)
class Command:
    """A command that the reader may run next."""

    text: str
    says: str = ""


_MOST_PLACES = 3
"""How many places of a repeated finding are named."""


@dataclass(frozen=True)
class FindingBlock:
    """A finding with the line it points at: `severity` decides its colour, never alone its meaning."""

    file: str
    row: int | None
    """Which line of the file, counted from 1."""
    column: int | None
    """The column of the caret, counted from 1."""
    severity: Literal["error", "warning"]
    code: str
    title: str
    """What its code means."""
    message: str
    hint: str
    line: str | None = None
    """The text of that line."""
    also: tuple[str, ...] = ()
    repeats: "Sequence[FindingBlock]" = ()
    """Findings of the same rule for the same reason, which people see as a count and machines one by one."""

    @property
    def repeated(self) -> str:
        """How often the rule found the same elsewhere, and where first; empty where it did not."""
        if not self.repeats:
            return ""
        named = [one.place for one in self.repeats[:_MOST_PLACES]]
        rest = len(self.repeats) - len(named)
        places = f"{', '.join(named)} and {rest:,} more" if rest else ", ".join(named)
        return f"{len(self.repeats):,} more for the same reason: {places}. --format json lists all."

    @property
    def place(self) -> str:
        """File, line and column, as editors and terminals take them."""
        return self.file if self.row is None else f"{self.file}:{self.row}:{self.column}"


Block = Table | BarChart | Matrix | Heading | Paragraph | BulletList | Fields | Entry | Example | Command | FindingBlock


class LazyBlocks(Sequence[Block]):
    """Blocks that are made when a format first asks for one of them."""

    def __init__(self, make: Callable[[], Iterable[Block]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> tuple[Block, ...]:
        return tuple(self._make())

    def __len__(self) -> int:
        return len(self._made)

    @overload
    def __getitem__(self, index: int) -> Block: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Block]: ...
    def __getitem__(self, index: int | slice) -> Block | Sequence[Block]:
        return self._made[index]

    def __iter__(self) -> Iterator[Block]:
        return iter(self._made)


@dataclass(frozen=True)
class Rows:
    """Data of a great many rows, which is written row by row: some texts of its own, and the rest, which many rows have alike."""

    keys: tuple[str, ...]
    rows: Sequence[tuple[Any, ...]]
    """Each with its own text for each of `keys`, and at the end what it has alike with others."""
    rest: Callable[[Any], Mapping[str, Any]]
    """Makes the data of what rows have alike."""


@dataclass(frozen=True)
class Report:
    """The answer of a command: blocks for people, data for machines, and one table for spreadsheets.

    Data and sheet are made when a format asks for them: most readers want neither.
    """

    blocks: Sequence[Block]
    """`LazyBlocks` where there may be thousands, which a format for machines doesn't need."""
    data: Callable[[], Any]
    """Makes what JSON shows: mappings, lists, texts, numbers, true and false; at the top also `Rows`."""
    sheet: Callable[[], Table] | None = None
    """Makes what CSV shows; None where it is the first table among the blocks, if there is one."""
    sheet_note: str = ""
    """What CSV shows of it, in words, where that is not all of it."""
    foot: tuple[str, ...] = ()
    """The lines below it: the filter, how many of how many, as at."""
    name: str = "Report"
    """What to call it, where it has no heading of level 1."""
    author: str = ""
    """Who wrote it, for a file that says so of itself."""
    day: str = ""
    """The day that it is of, `YYYY-MM-DD`, for a file that says so of itself; empty where it is of none."""

    @property
    def title(self) -> str:
        """Its heading of level 1, or else its name."""
        return next((block.text for block in self.blocks if isinstance(block, Heading) and block.level == 1), self.name)

    @property
    def with_tables(self) -> "Report":
        """The same with its table in the place of each chart whose figures no other table has, for formats without pictures."""
        blocks = (block for block in self.blocks if not (isinstance(block, BarChart) and block.in_table))
        return replace(self, blocks=tuple(block.table if isinstance(block, BarChart | Matrix) else block for block in blocks))

    @cached_property
    def table(self) -> Table | None:
        """The one table for a spreadsheet, or None if there is none."""
        if self.sheet is not None:
            return self.sheet()
        return next((block for block in self.with_tables.blocks if isinstance(block, Table)), None)

    @property
    def table_note(self) -> str:
        """Which table that is, where the report has others; empty where it has one."""
        if self.sheet_note or self.sheet is not None:
            return self.sheet_note
        tables = sum(isinstance(block, Table) for block in self.with_tables.blocks)
        return f"the first of {tables} tables" if tables > 1 else ""

    @property
    def findings(self) -> tuple[FindingBlock, ...]:
        """The findings among the blocks, in their order."""
        found = (block for block in self.blocks if isinstance(block, FindingBlock))
        return tuple(one for block in found for one in (replace(block, repeats=()), *block.repeats))

    @property
    def charts(self) -> tuple[BarChart | Matrix, ...]:
        """The charts among the blocks, in their order."""
        return tuple(block for block in self.blocks if isinstance(block, BarChart | Matrix))

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The prose among the blocks, in its order."""
        return tuple(block for block in self.blocks if isinstance(block, Paragraph))
