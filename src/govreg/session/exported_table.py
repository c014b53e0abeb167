"""A table of meetings that `list` or `export` wrote: which of its cells were changed since."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from govreg.analysis.partner_sheet.cell import CellResult
from govreg.analysis.partner_sheet.hidden import HiddenSheet, texts_of
from govreg.analysis.partner_sheet.rows import ID, FilledSheet, SheetCell, SheetRow
from govreg.analysis.partner_sheet.texts import SheetTexts, fingerprints, plain
from govreg.model.document import Document, DocumentTable
from govreg.model.meeting import VISIBILITIES
from govreg.render.csv_text import csv_cells
from govreg.render.xlsx import sheet_cells
from govreg.session.load import LoadedRegister, audience_of, redact
from govreg.views.list_meetings import meetings_table

_IDENTIFYING = frozenset({"id", "title", "lead_id", "lead_kind", "per_year_certainty", "file"})
"""Titles of columns; only such a table has all of these."""
_FIELDS = {
    **{
        key: key
        for key in ("title", "kind", "level", "status", "status_reason", "quorum", "last_met", "next_meets", "purpose", "secretariat")
    },
    **{
        key: key
        for key in ("lead", "support", "areas", "themes", "reports_to", "links_to", "supersedes", "statutory", "focus", "instances")
    },
    "frequency": "frequency.text",
}
"""The columns whose changes are taken, each with the key of its field in a partners' sheet."""
_LISTS = frozenset({"lead", "support", "areas", "themes", "reports_to", "links_to", "supersedes", "statutory", "focus"})
"""The columns that hold several values, separated by semicolons."""
_DERIVED = "The register isn't changed from this column. Use “govreg set”, or a sheet of “govreg export --sheet”."
DIFFERENT_NOW = "The register says something else, and the file doesn't say which is newer. Add --take file to take what the file says."


class ExportedTable(NamedTuple):
    """The changed cells of such a table, as a partners' sheet that was made just now."""

    sheet: FilledSheet
    hidden: HiddenSheet
    unchanged: int
    """How many cells say what the register says."""
    unread: tuple[CellResult, ...]
    """Cells that differ, in columns whose changes aren't taken."""


def exported_table(document: Document) -> DocumentTable | None:
    """The table of meetings in `document` that govreg wrote; None if there is none."""
    tables = (block for block in document.blocks if isinstance(block, DocumentTable) and block.rows)
    return next((table for table in tables if {*texts_of(table, 0).values()} >= _IDENTIFYING), None)


def compared(loaded: LoadedRegister, table: DocumentTable, *, take_file: bool) -> ExportedTable:
    """The cells of `table` that differ from the register, which was loaded with every entry.

    `take_file` makes the file's value count where the two differ.
    """
    names = texts_of(table, 0)
    tables = _CurrentTables(loaded)
    texts = SheetTexts(loaded.register, people=True)
    rows, unread, unchanged, prints = [], list[CellResult](), 0, dict[str, Mapping[str, str]]()
    for row in table.rows[1:]:
        written = {names[column]: SheetCell(cell.text, cell.place) for column, cell in row.cells if column in names and cell.text}
        id_ = written["id"].text if "id" in written else ""
        cells: dict[str, SheetCell] = {}
        for name, cell in written.items():
            if name == "id":
                continue
            if id_ in loaded.register.meetings and tables.have(id_, name, cell.text):
                unchanged += 1
            elif name in _FIELDS:
                cells[_FIELDS[name]] = cell._replace(text=_as_in_sheet(name, cell.text))
            elif id_ in loaded.register.meetings:
                title = loaded.register.meetings[id_].title
                unread.append(CellResult("not understood", cell.place, row.place, title, name, "", cell.text, _DERIVED))
        if cells:
            cells = {**cells, ID: written["id"]} if id_ else cells
            rows.append(SheetRow(row.place, cells))
            if take_file and id_ in loaded.register.meetings:
                prints[id_] = fingerprints(id_, texts.of_meeting(loaded.register.meetings[id_]))
    sheet = FilledSheet(table.name or table.place, False, {}, 2, tuple(rows))  # noqa: FBT003 - meetings, not seats
    return ExportedTable(sheet, HiddenSheet("internal", people=True, meetings=prints), unchanged, tuple(unread))


class _CurrentTables:
    """The tables that would be written now, one per audience; each is made only once those before don't have a text."""

    def __init__(self, loaded: LoadedRegister) -> None:
        self._made: list[_Texts] = []
        self._rest = _tables(loaded)

    def have(self, id_: str, name: str, text: str) -> bool:
        """Whether one of the tables has `text` in the column `name` of the meeting `id_`."""
        bare = plain(text.removeprefix("'"))
        if any(_has(table, id_, name, bare) for table in self._made):
            return True
        for table in self._rest:
            self._made.append(table)
            if _has(table, id_, name, bare):
                return True
        return False


_Texts = Mapping[str, Mapping[str, frozenset[str]]]
"""The texts in a CSV file and in a workbook, by the meeting's id and the title of the column."""


def _has(table: _Texts, id_: str, name: str, text: str) -> bool:
    return text in table.get(id_, {}).get(name, ())


def _tables(loaded: LoadedRegister) -> Iterator[_Texts]:
    audiences = [audience_of(visibility, people=False) for visibility in reversed(VISIBILITIES)]
    audiences += [audience_of(visibility, people=True) for visibility in reversed(VISIBILITIES) if visibility != "public"]
    for audience in audiences:
        register = redact(loaded.result.register, audience).register
        table = meetings_table([*register.meetings.values()], register)
        names, rows = csv_cells(table)
        yield {
            str(row[0]): {
                name: frozenset(plain(str(value).removeprefix("'")) for value in values if value is not None)
                for name, *values in zip(names, row, cells, strict=True)
            }
            for row, cells in zip(rows, sheet_cells(table), strict=True)
        }


def _as_in_sheet(name: str, text: str) -> str:
    """`text` of such a table in the form of a cell of a partners' sheet."""
    text = text.removeprefix("'").removesuffix(" (no day)")
    return "\n".join(text.split("; ")) if name in _LISTS else text
