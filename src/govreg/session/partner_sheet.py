"""Merges a partners' sheet that came back into a register, and writes the workbook that answers it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from govreg.analysis.partner_sheet.cell import CellResult
from govreg.analysis.partner_sheet.comments import comments
from govreg.analysis.partner_sheet.drafts import BOTH_CHANGED, MergeContext
from govreg.analysis.partner_sheet.hidden import HiddenSheet, hidden_sheet
from govreg.analysis.partner_sheet.merge import MergeResult, merge
from govreg.analysis.partner_sheet.rows import FilledSheet, filled_sheets
from govreg.analysis.partner_sheet.texts import SheetTexts
from govreg.analysis.partner_sheet.values import NotUnderstoodError
from govreg.errors import GovregError
from govreg.importers.source import read_source
from govreg.model.audience import Audience
from govreg.model.characters import odd_character
from govreg.model.document import Document, DocumentTable
from govreg.model.edits import RegisterChange, Value
from govreg.model.location import Location
from govreg.model.meeting import VISIBILITIES, Meeting
from govreg.render.progress import track
from govreg.session.change import change_register, errors_by_key, file_reader, prepared_change
from govreg.session.entry_words import new_id
from govreg.session.exported_table import DIFFERENT_NOW, compared, exported_table
from govreg.session.load import LoadedRegister
from govreg.session.source_words import notify_words_kept
from govreg.session.streams import notify
from govreg.storage.atomic_write import write_output
from govreg.storage.paths import is_same_file
from govreg.views.partner_merge import answers
from govreg.yaml.validate_entry import validate_entry

RowT = TypeVar("RowT")


_MOST_ROUNDS = 4
"""How often a change is corrected before what still has errors is left to the check of every change."""


@dataclass(frozen=True)
class ReturnedSheet:
    """A partners' sheet that came back."""

    hidden: HiddenSheet
    audience: Audience
    """The audience that it was made for."""
    sheets: tuple[FilledSheet, ...] = ()
    comments: tuple[CellResult, ...] = ()
    """The comments on its cells."""
    table: DocumentTable | None = None
    """Instead of sheets, a table of meetings that `list` or `export` wrote."""
    take_file: bool = False
    """Whether the file's value counts where such a table and the register differ."""


def returned_sheet(document: Document) -> ReturnedSheet | None:
    """The partners' sheet, or the table that govreg exported, in `document`; None if it is another file.

    Raises GovregError if a partners' sheet has lost its rows.
    """
    hidden = hidden_sheet(document)
    if hidden is None:
        table = exported_table(document)
        return ReturnedSheet(HiddenSheet("internal", people=True), Audience(), table=table) if table is not None else None
    visibility = next((one for one in VISIBILITIES if one == hidden.visibility), None)
    sheets = tuple(filled_sheets(document))
    if visibility is None or not sheets:
        raise GovregError(
            f"“{document.file}” was a sheet for partners, but its rows can't be found.",
            "Send a new one: govreg export --sheet FILE.",
        )
    return ReturnedSheet(hidden, Audience(visibility, "named" if hidden.people else "left out"), sheets, tuple(comments(document, sheets)))


def sheet_among(documents: Sequence[Document], take: Sequence[str], others: Mapping[str, object]) -> ReturnedSheet | None:
    """The partners' sheet, or the table that govreg exported, among `documents`; None if there is none.

    `others` are options for papers, by name. Raises GovregError if one of them is set, or if there are other documents too.
    """
    sheet = next((found for one in documents if (found := returned_sheet(one)) is not None), None)
    if sheet is None:
        return None
    if len(documents) > 1:
        raise GovregError("One of these files is a sheet for partners, which is imported by itself.", "Import the files one by one.")
    if sheet.table is not None and set(take) <= {"file", "register"}:
        return replace(sheet, take_file="file" in take)
    given = [name for name, value in {"--take": take, **others}.items() if value]
    if given:
        hint = f"Leave out {given[0]}. What you have to decide is shown, and stays as it is in the register."
        raise GovregError(f"This is a sheet for partners, which takes no {given[0]}.", hint)
    return sheet


def check_answer(answer: Path | None, file: Path, sheet: ReturnedSheet | None) -> None:
    """Raise GovregError if `answer` can't hold the answer to `sheet`, which is in `file`."""
    if answer is None:
        return
    if sheet is None or sheet.table is not None:
        raise GovregError("--answer is for a sheet of “govreg export --sheet”, which this isn't.", "Leave out --answer.")
    ending = ".xlsm" if file.suffix.lower() == ".xlsm" else ".xlsx"
    if answer.suffix.lower() != ending:
        raise GovregError(f"“{answer}” isn't named as the Excel workbook that it would be.", f"Write --answer answer{ending}.")
    if is_same_file(answer, file):
        hint = f"Give the answer another name: --answer answer{ending}"
        raise GovregError(f"“{answer}” is the sheet itself, which the answer would replace.", hint)


def merged(loaded: LoadedRegister, sheet: ReturnedSheet) -> MergeResult:
    """The result of merging `sheet` into the register, which was loaded with every entry. Nothing is written.

    A cell that would be an error in a meeting's file counts as not understood, so that one mistake doesn't block other corrections.
    """
    own = compared(loaded, sheet.table, take_file=sheet.take_file) if sheet.table is not None else None
    seen = replace(loaded, audience=sheet.audience)
    hidden, sheets = (own.hidden, (own.sheet,)) if own is not None else (sheet.hidden, sheet.sheets)
    known = MergeContext(
        hidden,
        SheetTexts(seen.register, people=hidden.people),
        seen.positions,
        file_reader(loaded),
        _problems,
        lambda title: _new_id(loaded, title),
        DIFFERENT_NOW if own is not None else BOTH_CHANGED,
    )
    rejected: dict[str, str] = {}
    result = merge(known, sheets, _tracked)
    for _ in range(_MOST_ROUNDS):
        more = _rejected(loaded, result)
        if not more:
            break
        rejected |= more
        result = merge(replace(known, rejected=rejected), sheets, _tracked)
    if sheet.comments:
        result = replace(result, cells=(*result.cells, *sheet.comments))
    if own is not None:
        result = replace(result, cells=(*result.cells, *own.unread), unchanged=result.unchanged + own.unchanged)
    return result


def _rejected(loaded: LoadedRegister, result: MergeResult) -> dict[str, str]:
    """The first error that each cell would cause, by place: an error in a field is its cell's, or else all cells' of the file."""
    if result.change == RegisterChange():
        return {}
    rejected: dict[str, str] = {}
    for finding, key in errors_by_key(prepared_change(loaded, result.change)):
        of_file = [one for one in result.cells if one.file == finding.file]
        for one in [one for one in of_file if one.key == key] or of_file:
            rejected.setdefault(one.place, f"{finding.message} {finding.hint}".strip())
    return rejected


def import_sheet(request: "SheetImport", loaded: LoadedRegister) -> MergeResult:
    """Merge the sheet into the register, and write the changes and the answer if the request says so."""
    result = merged(loaded, request.sheet)
    written = False
    if request.write or request.dry_run:
        change = result.change

        def decide(current: LoadedRegister) -> RegisterChange:
            return change if current.result.register == loaded.result.register else merged(current, request.sheet).change

        done = change_register(loaded.folder, loaded.as_at, decide, dry_run=request.dry_run)
        written = done.written
        if written:
            notify_words_kept(done.loaded.register, done.after.register)
    if request.answer is not None and not request.dry_run:
        try:
            _write_answer(request, result)
        except GovregError as problem:
            raise GovregError(problem.message, "The register is changed all the same." if written else problem.hint) from None
    return result


@dataclass(frozen=True)
class SheetImport:
    """A request to import a partners' sheet."""

    file: Path
    sheet: ReturnedSheet
    write: bool = False
    dry_run: bool = False
    answer: Path | None = None
    """The file to write the answer to."""


def _write_answer(request: SheetImport, result: MergeResult) -> None:
    from govreg.render.answer_xlsx import answer_xlsx  # noqa: PLC0415 - it loads slowly, and an answer is rarely wanted

    if request.answer is None:
        return
    content = read_source(str(request.file)).content
    answered = answer_xlsx(
        content, answers(result, request.sheet.sheets, written=request.write), macros=request.file.suffix.lower() == ".xlsm"
    )
    write_output(request.answer, answered)
    notify(f"Written: {request.answer}")


def _tracked(rows: Sequence[RowT]) -> Iterator[RowT]:
    return track(rows, "Comparing rows")


def _problems(file: str, value: Value) -> tuple[str, ...]:
    """What would be wrong with the meeting in `file` if it held `value`."""
    odd = _odd(value)
    if odd:
        return (odd,)
    if not isinstance(value, dict):
        return ("It can't be changed: its file has no fields.",)
    checked = validate_entry(Meeting, value, "the meeting", {"id": "x"}, Location(file))
    return tuple(f"{problem.message} {problem.hint}".strip() for problem in checked.problems)


def _odd(value: Value) -> str:
    """Why no file may hold `value`; empty if it is fine."""
    if isinstance(value, str):
        place = odd_character(value)
        return "" if place is None else "It holds a character that shows nothing or steers a screen. Type it again."
    items = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else ()
    return next((odd for item in items if (odd := _odd(item))), "")


def _new_id(loaded: LoadedRegister, title: str) -> str:
    try:
        return new_id(loaded.result.register, "meeting", title, None)
    except GovregError:
        raise NotUnderstoodError("A meeting of this name can't be added. Ask whoever keeps the register.") from None
