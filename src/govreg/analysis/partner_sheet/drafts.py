"""The files of meetings as the cells taken so far make them, and what became of each cell."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from govreg.analysis.changes.file_data import Files, remove_at, value_at
from govreg.analysis.changes.rename import alias_edits
from govreg.analysis.partner_sheet.cell import CellResult, Outcome
from govreg.analysis.partner_sheet.columns import SheetColumn
from govreg.analysis.partner_sheet.hidden import HiddenSheet
from govreg.analysis.partner_sheet.rows import SheetCell, SheetRow
from govreg.analysis.partner_sheet.texts import SheetTexts
from govreg.model.audience import Positions
from govreg.model.edits import Edit, FileEdit, RegisterChange, Value, applied
from govreg.model.file_schema import in_order
from govreg.model.location import meeting_file
from govreg.model.register import Register

BOTH_CHANGED = "The register was changed here too since the sheet was made. It stays as it is until somebody decides."


@dataclass(frozen=True)
class MergeContext:
    """The two states that a sheet is merged with: the register when it was made, and today's."""

    hidden: HiddenSheet
    """The texts of the cells when the sheet was made."""
    texts: SheetTexts
    """What its cells would say of the register of today, in the part that its audience may see."""
    positions: Mapping[str, Positions]
    """By file, the positions in it of the items of lists that the audience sees only in part."""
    files: Files
    problems: Callable[[str, Value], tuple[str, ...]]
    """The errors of the meeting, if its file had this content."""
    new_id: Callable[[str], str]
    """The id for a new meeting of this title. Raises NotUnderstoodError if it can have none."""
    why_conflict: str = BOTH_CHANGED
    """Why a conflict stays as it is."""
    rejected: Mapping[str, str] = field(default_factory=dict)
    """Cells and rows that are not to be taken, by place, each with the reason."""

    @property
    def seen(self) -> Register:
        """The part of the register of today that the audience of the sheet may see."""
        return self.texts.register


class CellReference(NamedTuple):
    """A cell, or a row where `cell` is None, and what it is about."""

    row: SheetRow
    cell: SheetCell | None
    meeting: str
    """The title of the meeting."""
    column: SheetColumn | None = None

    @property
    def place(self) -> str:
        """Where it is."""
        return self.cell.place if self.cell is not None else self.row.place


@dataclass
class Draft:
    """A meeting's file as the cells taken so far make it."""

    data: Value
    is_new: bool = False
    edits: list[Edit] = field(default_factory=list)
    removed: list[int] = field(default_factory=list)
    """Places of seats that are removed at the end, as those of other seats must not change meanwhile."""
    problems: tuple[str, ...] | None = None
    """What is wrong with it; None until that is asked."""


class Drafts:
    """The drafts of all files that are changed, and the results."""

    def __init__(self, context: MergeContext) -> None:
        self.context = context
        self.results: list[CellResult] = []
        self.unchanged = 0
        """How many cells ask for nothing."""
        self._by_id: dict[str, Draft] = {}

    def of(self, id_: str) -> Draft:
        """The draft of the meeting `id_`."""
        if id_ not in self._by_id:
            self._by_id[id_] = Draft(self.context.files(meeting_file(id_)))
        return self._by_id[id_]

    def start(self, id_: str, value: Value) -> Draft:
        """The draft of a new meeting."""
        self._by_id[id_] = Draft(value, is_new=True)
        return self._by_id[id_]

    def has(self, id_: str) -> bool:
        """Whether there is a draft of the meeting `id_`."""
        return id_ in self._by_id

    def take(self, reference: CellReference, id_: str, edits: Sequence[Edit], old: str = "", why: str = "") -> None:
        """Make `edits` in the draft of `id_`, for the reason `why`; or say why not, if the meeting would not be valid with them."""
        if self.is_rejected(reference, old):
            return
        if refused := self._apply(id_, edits):
            self.note("not understood", reference, old, refused)
        else:
            self.note("taken", reference, old, why, meeting_file(id_))

    def title(self, id_: str) -> str:
        """The title of the meeting `id_` in its draft."""
        return str(value_at(self.of(id_).data, ("title",)) or "")

    def keep_title(self, id_: str, before: str) -> None:
        """Keep the title `before` as an alias of the meeting `id_`, whose draft has another, as `govreg rename` does."""
        self._apply(id_, [*alias_edits(self.of(id_).data, (), before, self.title(id_))])

    def remove_seat(self, reference: CellReference, id_: str, place: int, old: str) -> None:
        """Remove the seat at `place` of the meeting `id_`."""
        if self.is_rejected(reference, old):
            return
        self.of(id_).removed.append(place)
        self.note("taken", reference, old, "The seat is removed.", meeting_file(id_))

    def is_rejected(self, reference: CellReference, old: str = "") -> bool:
        """Whether a cell or row doesn't fit the rest of the register, which is noted then."""
        why = self.context.rejected.get(reference.place)
        if why is not None:
            self.note("not understood", reference, old, why)
            self.results[-1] = replace(self.results[-1], clashes_with_register=True)
        return why is not None

    def note(self, outcome: Outcome, reference: CellReference, old: str = "", why: str = "", file: str = "") -> None:
        """Remember what became of a cell or a row."""
        title, key = (reference.column.title, reference.column.top) if reference.column is not None else ("", "")
        new = reference.cell.text if reference.cell is not None else ""
        self.results.append(
            CellResult(outcome, reference.place, reference.row.place, reference.meeting, title, old, new, why, file, key=key)
        )

    def note_unknown_columns(self, row: SheetRow, meeting: str) -> None:
        """What is written beside the sheet's columns is no field's value, and is not passed over."""
        for cell in row.unknown:
            self.note(
                "not understood",
                CellReference(row, cell, meeting),
                why="The sheet has no such column. Write it into one of the sheet's own.",
            )

    def change(self) -> RegisterChange:
        """The changes taken from the sheet, as a change of the register."""
        edits = tuple(
            FileEdit(meeting_file(id_), edit) for id_, draft in self._by_id.items() if not draft.is_new for edit in _finished(draft)
        )
        created: dict[str, Value] = {
            meeting_file(id_): in_order(meeting_file(id_), (), draft.data)
            for id_, draft in self._by_id.items()
            if draft.is_new and isinstance(draft.data, Mapping)
        }
        return RegisterChange(edits, created)

    def _apply(self, id_: str, edits: Sequence[Edit]) -> str:
        draft, file = self.of(id_), meeting_file(id_)
        data = draft.data
        for edit in edits:
            data = applied(data, edit)
        if draft.problems is None:
            draft.problems = self.context.problems(file, draft.data)
        after = self.context.problems(file, data)
        new = [problem for problem in after if problem not in draft.problems]
        if not new:
            draft.data, draft.problems = data, after
            draft.edits += edits
        return new[0] if new else ""


def _finished(draft: Draft) -> Iterator[Edit]:
    yield from draft.edits
    data = draft.data
    for place in sorted(draft.removed, reverse=True):
        edit = remove_at(data, ("participants", place))
        data = applied(data, edit)
        yield edit
