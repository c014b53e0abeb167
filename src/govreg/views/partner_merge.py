"""The outcome of a partners' sheet: a report for those who keep the register, and an answer beside the partner's own rows."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from govreg.analysis.partner_sheet.cell import CellResult, Outcome, is_deletion
from govreg.analysis.partner_sheet.columns import SENDER
from govreg.analysis.partner_sheet.merge import MergeResult
from govreg.analysis.partner_sheet.rows import FilledSheet
from govreg.form import RowAnswer, SheetAnswer
from govreg.model.names import cut, listed, many, shown
from govreg.report import Block, Column, Heading, Paragraph, Report, Table

_OUTCOMES: tuple[Outcome, ...] = ("conflict", "not understood", "comment", "taken", "unchanged")
"""The outcomes of cells; those that need attention come first."""
_HEADINGS: Mapping[Outcome, str] = {"conflict": "Conflicts", "not understood": "Not understood", "comment": "Comments", "taken": "Changes"}
_SAYS: Mapping[Outcome, str] = {
    "conflict": "The register says something else by now, so it stays as it is. Agree on one, and use “govreg set”.",
    "not understood": "These are not taken. Ask the partner, or correct the sheet and import it again. An organisation, area or theme that "
    "the register should have, add first: “govreg new organisation NAME”.",
    "comment": "The partner wrote these on cells. They change nothing: write what follows from them with “govreg set”.",
    "taken": "Add --write to take these into the register.",
}
_ADDRESS = re.compile(r"!\$?([A-Z]{1,3})\$?([0-9]+)$")
_ROW = re.compile(r"([0-9]+)$")
_LONGEST = 300
"""How many characters of a text an answer repeats."""


def sheet_report(result: MergeResult, file: str, remarks: Sequence[str] = ()) -> Report:
    """The report on the sheet in `file`; `remarks` are the reader's remarks on that file."""
    return Report(
        (Heading(f"Corrections in {shown(file, 200)}", 1), Paragraph(f"{counted(result)}."), *_blocks(result)),
        data=lambda: {
            "file": file,
            **{outcome.replace(" ", "_"): result.count(outcome) for outcome in _OUTCOMES},
            "untouched": result.unchanged,
            "created": list(result.change.created),
            "cells": [_data(one) for one in result.cells],
        },
        sheet=lambda: _table(result.cells),
        foot=(*_about_file(remarks), "Cells that are blank or say what they said when the sheet was made change nothing."),
    )


def needs_attention(result: MergeResult) -> bool:
    """Whether somebody has to look at a cell."""
    return any(result.count(outcome) for outcome in ("conflict", "not understood", "comment"))


def _about_file(remarks: Sequence[str]) -> Iterator[str]:
    """The remarks on the file, without those on sheets, rows and columns that `export` hides itself."""
    return (remark for remark in remarks if "hidden" not in remark)


def counted(result: MergeResult) -> str:
    """How many conflicts, new rows, changes, comments and cells that weren't understood there are. A new row counts once."""
    apart = _without_cells_of_new_rows(result.cells)
    taken = [one for one in apart if one.outcome == "taken"]
    rows = sum(_is_new_row(one) for one in taken)
    numbers = (
        (result.count("conflict"), "conflict"),
        (rows, "new row"),
        (len(taken) - rows, "change"),
        (result.count("comment"), "comment"),
    )
    counts = [many(number, noun) for number, noun in numbers if number]
    if missed := result.count("not understood"):
        counts.append(f"{missed:,} not understood")
    return listed(counts) if counts else "Nothing was changed in the sheet"


def _is_new_row(one: CellResult) -> bool:
    """Whether `one` is a new meeting or a new seat."""
    return one.outcome == "taken" and not one.field


def _without_cells_of_new_rows(cells: Sequence[CellResult]) -> list[CellResult]:
    """The `cells` without those that were taken with a new row, which is among them itself."""
    new = {one.row for one in cells if _is_new_row(one)}
    return [one for one in cells if _is_new_row(one) or one.outcome != "taken" or one.row not in new]


def _blocks(result: MergeResult) -> Iterator[Block]:
    for outcome, heading in _HEADINGS.items():
        found = [one for one in result.cells if one.outcome == outcome]
        if found:
            yield Heading(heading)
            yield Paragraph(_SAYS[outcome])
            yield _table(found)


def _table(cells: Iterable[CellResult]) -> Table:
    columns = (
        Column("Meeting", share=2),
        Column("Field"),
        Column("In the register", share=2),
        Column("In the sheet", share=2),
        Column("Result"),
        Column("Reason", share=2),
        Column("Cell", whole=True),
    )
    rows = tuple((one.meeting, one.field, _on_one_line(one.old), _on_one_line(one.new), one.outcome, one.why, one.place) for one in cells)
    return Table(columns, rows)


def _data(one: CellResult) -> dict[str, str]:
    return {
        "cell": one.place,
        "row": one.row,
        "meeting": one.meeting,
        "field": one.field,
        "result": one.outcome,
        "register": one.old,
        "sheet": one.new,
        "reason": one.why,
    }


def answers(result: MergeResult, sheets: Iterable[FilledSheet], *, written: bool) -> tuple[SheetAnswer, ...]:
    """The answers to write beside the rows of `sheets`; `written` says whether the changes are in the register."""
    by_row: dict[str, list[CellResult]] = {}
    for one in result.cells:
        by_row.setdefault(one.row, []).append(one)
    return tuple(
        SheetAnswer(
            sheet.name,
            sheet.first - 1,
            {key: sheet.columns[key] for key in ("answer", "details") if key in sheet.columns},
            {number: _answer(by_row.get(row.place, ()), written=written) for row in sheet.rows if (number := _number(row.place))},
        )
        for sheet in sheets
    )


def _number(place: str) -> int:
    found = _ROW.search(place)
    return int(found[1]) if found else 0


def _answer(cells: Iterable[CellResult], *, written: bool) -> RowAnswer:
    found = [one for outcome in _OUTCOMES for one in cells if one.outcome == outcome]
    apart = _without_cells_of_new_rows(found)
    counts = {outcome: sum(one.outcome == outcome for one in apart) for outcome in _OUTCOMES}
    outcomes = [_counted(count, outcome) if len(apart) > 1 else outcome for outcome, count in counts.items() if count]
    addresses = {
        f"{address[1]}{address[2]}": one.outcome for one in found if one.outcome != "comment" and (address := _ADDRESS.search(one.place))
    }
    return RowAnswer(", ".join(outcomes) or "unchanged", "\n".join(_detail(one, written=written) for one in found), addresses)


def _counted(number: int, outcome: Outcome) -> str:
    return many(number, outcome) if outcome == "comment" else f"{number:,} {outcome}"


def _detail(one: CellResult, *, written: bool) -> str:
    """The outcome of a cell, with the words of the register and the sheet, and nothing about the rest of the register."""
    why = "It doesn't fit the rest of the register. Ask whoever keeps it." if one.clashes_with_register else one.why
    if one.outcome == "comment":
        return f"{f'{one.field}: y' if one.field else 'Y'}our comment “{_brief(one.new)}” is shown to those who keep the register. {why}"
    if not one.field:
        return f"{one.outcome.capitalize()}{f': {_brief(one.new)}' if one.new else ''}. {why}".rstrip()
    old, new = (f"“{_brief(text)}”" if text else "nothing" for text in (one.old, one.new))
    if one.outcome == "taken" and is_deletion(one.new):
        if one.field == SENDER.title:
            return f"{one.field}: " + (
                f"taken. The seat of {old} is removed." if written else f"can be taken. The seat of {old} would be removed."
            )
        new = "empty" if written else "nothing"
    match one.outcome:
        case "taken" if not written:
            sentence = f"can be taken. The register says {old}, and would say {new}."
        case "taken":
            sentence = f"taken. It was {old}, and is now {new}."
        case "unchanged":
            sentence = f"unchanged. The register says {old}."
        case _:
            sentence = f"{one.outcome}. The register says {old}, and you wrote {new}."
    return f"{one.field}: {sentence} {why}".rstrip()


def _on_one_line(text: str) -> str:
    """`text` with its lines, such as the items of a list, kept apart."""
    return "; ".join(text.split("\n"))


def _brief(text: str) -> str:
    return cut(_on_one_line(text), _LONGEST)
