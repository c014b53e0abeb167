"""A table of meetings that govreg wrote itself, from `list` or `export`: what was changed in it since, cell by cell."""

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

_TELLING = frozenset({"id", "title", "lead_id", "lead_kind", "per_year_certainty", "file"})
"""Titles that only such a table has, all of them."""
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
"""The columns from which the register may be changed, each with the key of its field in a partners' sheet."""
_LISTS = frozenset({"lead", "support", "areas", "themes", "reports_to", "links_to", "supersedes", "statutory", "focus"})
"""Those that hold several values, with semicolons between."""
_DERIVED = "The register isn't changed from this column. Use “govreg set”, or a sheet of “govreg export --sheet”."
CONFLICT = "The register says something else, and the file doesn't say which is newer. Add --take file to take what the file says."


class OwnTable(NamedTuple):
    """A table that govreg wrote, as a partners' sheet that was made just now: only cells that differ are left in its rows."""

    sheet: FilledSheet
    hidden: HiddenSheet
    unchanged: int
    """How many cells say what the register says."""
    unread: tuple[CellResult, ...]
    """Cells that differ, but which change nothing."""


def own_table(document: Document) -> DocumentTable | None:
    """The table of meetings in `document` that govreg wrote; None if there is none."""
    tables = (block for block in document.blocks if isinstance(block, DocumentTable) and block.rows)
    return next((table for table in tables if {*texts_of(table, 0).values()} >= _TELLING), None)


def compared(loaded: LoadedRegister, table: DocumentTable, *, take_file: bool) -> OwnTable:
    """`table` beside the register, which was read with every entry; `take_file` takes what the file says where both differ."""
    names = texts_of(table, 0)
    said = _Said(loaded)
    texts = SheetTexts(loaded.register, people=True)
    rows, unread, unchanged, prints = [], list[CellResult](), 0, dict[str, Mapping[str, str]]()
    for row in table.rows[1:]:
        written = {names[column]: SheetCell(cell.text, cell.place) for column, cell in row.cells if column in names and cell.text}
        id_ = written["id"].text if "id" in written else ""
        cells: dict[str, SheetCell] = {}
        for name, cell in written.items():
            if name == "id":
                continue
            if id_ in loaded.register.meetings and said.has(id_, name, cell.text):
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
    return OwnTable(sheet, HiddenSheet("internal", people=True, meetings=prints), unchanged, tuple(unread))


class _Said:
    """What such a table says now of each meeting, for one audience after the other, each made when those before say something else."""

    def __init__(self, loaded: LoadedRegister) -> None:
        self._made: list[_Texts] = []
        self._rest = _tables(loaded)

    def has(self, id_: str, name: str, text: str) -> bool:
        """Whether any says `text` of the meeting `id_` in the column `name`."""
        bare = plain(text.removeprefix("'"))
        if any(_says(table, id_, name, bare) for table in self._made):
            return True
        for table in self._rest:
            self._made.append(table)
            if _says(table, id_, name, bare):
                return True
        return False


_Texts = Mapping[str, Mapping[str, frozenset[str]]]
"""By the meeting's id and the title of the column, what a CSV file and a workbook say."""


def _says(table: _Texts, id_: str, name: str, text: str) -> bool:
    return text in table.get(id_, {}).get(name, ())


def _tables(loaded: LoadedRegister) -> Iterator[_Texts]:
    audiences = [audience_of(sees, people=False) for sees in reversed(VISIBILITIES)]
    audiences += [audience_of(sees, people=True) for sees in reversed(VISIBILITIES) if sees != "public"]
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
    """`text` of such a table, as a cell of a partners' sheet has it."""
    text = text.removeprefix("'").removesuffix(" (no day)")
    return "\n".join(text.split("; ")) if name in _LISTS else text
