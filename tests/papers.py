"""Papers as offices write them, for tests of the import."""

import re
from collections.abc import Mapping, Sequence
from textwrap import fill

from building import a_register
from govreg.analysis.importing.plan import Decisions, ImportPlan, PlannedMeeting
from govreg.analysis.importing.prepare import make_plan
from govreg.model.document import Document, DocumentTable, Paragraph, TableCell, TableRow
from govreg.model.edits import Value
from govreg.model.register import Register

ORGANISATIONS = {
    "opcc": {"name": "Office of the Police and Crime Commissioner", "aliases": ["OPCC", "(O)PCC"]},
    "pcc": {"name": "Police and Crime Commissioner", "aliases": ["PCC"]},
    "constabulary": {"name": "Avon and Somerset Constabulary", "aliases": ["Constabulary", "ASC"]},
    "bcc": {"name": "Bristol City Council", "aliases": ["BCC"]},
    "nsc": {"name": "North Somerset Council"},
    "nhs": {"name": "National Health Service", "aliases": ["NHS"]},
    "nps": {"name": "National Probation Service", "aliases": ["NPS", "Probation"]},
    "fire": {"name": "Avon Fire and Rescue Service", "aliases": ["AFRS", "Fire"]},
}
"""Organisations that papers name, several by an abbreviation or a part of another one's name."""

PARTNERS = a_register(organisations=ORGANISATIONS)


def text_paper(text: str, file: str = "paper.txt") -> Document:
    """Pasted text, as the reader of plain text gives it."""
    blocks = []
    for number, line in enumerate(text.split("\n"), 1):
        item = line.startswith("- ")
        blocks.append(Paragraph(line.removeprefix("- ") if item else line.rstrip(" "), f"line {number}", item=item))
    return Document(file, tuple(blocks))


def table(*rows: Sequence[str | None], place: str = "table 1", name: str = "") -> DocumentTable:
    """A table; None is a cell that one before it in the row reaches over."""
    made = []
    for number, row in enumerate(rows, 1):
        cells: list[tuple[int, TableCell]] = []
        for column, text in enumerate(row):
            where = f"{place}, row {number}, column {column + 1}"
            if text is None:
                at, cell = cells[-1]
                cells[-1] = (at, TableCell(cell.text, cell.place, cell.columns + 1))
            else:
                cells.append((column, TableCell(text, where)))
        made.append(TableRow(tuple(cells), f"{place}, row {number}"))
    return DocumentTable(tuple(made), place, name)


def merged(*rows: Sequence[str | tuple[str, int] | None]) -> DocumentTable:
    """A table with cells that reach down over as many rows as are given with their text; None is a cell that another reaches over."""
    made = []
    for number, row in enumerate(rows, 1):
        given = ((column, (text, 1) if isinstance(text, str) else text) for column, text in enumerate(row) if text is not None)
        cells = ((column, TableCell(text, f"table 1, row {number}, column {column + 1}", rows=reach)) for column, (text, reach) in given)
        made.append(TableRow(tuple(cells), f"table 1, row {number}"))
    return DocumentTable(tuple(made), "table 1")


def paper(*blocks: Paragraph | DocumentTable, file: str = "paper.docx") -> Document:
    """A paper of Word."""
    return Document(file, blocks)


def heading(text: str, level: int | None = 2) -> Paragraph:
    """A heading."""
    return Paragraph(text, f"paragraph “{text}”", level)


def planned(document: Document | str, register: Register | None = None, **decided: object) -> ImportPlan:
    """The plan of importing one paper."""
    columns = decided.pop("columns", {})
    read = text_paper(document) if isinstance(document, str) else document
    return make_plan(register or Register(), [read], columns, Decisions(**decided))  # type: ignore[arg-type]


def only(plan: ImportPlan) -> PlannedMeeting:
    """The one meeting of a plan."""
    (meeting,) = plan.meetings
    return meeting


def in_full(plan: ImportPlan) -> str:
    """All that was read from a paper, each with its place: meetings with their fields, labels, and what was not understood and why.

    Words as they were written, and sources, are left out; `?` is behind a label that isn't known.
    """
    found = [
        f"{one.title} @ {_short(one.place)}: "
        + "; ".join(
            f"{key} {_in_short(value)}" for key, value in one.fields.items() if key not in ("title", "sources") and "_as_" not in key
        )
        for one in plan.meetings
    ]
    if plan.labels:
        found.append("labels: " + ", ".join(f"{one.label.text}{'' if one.label.key else '?'} @ {_short(one.place)}" for one in plan.labels))
    found += [f"left: {_in_short(one.text)} @ {_short(one.place)}. {one.why}" for one in plan.not_understood]
    return "".join(f"{fill(line, 120, subsequent_indent='    ', break_on_hyphens=False)}\n" for line in found)


def _short(place: str) -> str:
    """A place in short: a line as its number, a cell of the first table as its row and column."""
    return re.sub(r"^table 1, row (\d+), column (\d+)$", r"\1.\2", re.sub("^(line|paragraph) ", "", place))


def _in_short(value: Value) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_in_short(one)}" for key, one in value.items()) + "}"
    return "[" + ", ".join(map(_in_short, value)) + "]" if isinstance(value, tuple) else str(value).replace("\n", " | ")
