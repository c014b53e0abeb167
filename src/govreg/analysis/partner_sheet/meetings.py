"""The rows of meetings of a partners' sheet that came back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from govreg.analysis.partner_sheet import edits as edits_of
from govreg.analysis.partner_sheet.cell import change_of, is_deletion
from govreg.analysis.partner_sheet.columns import TOO_LONG
from govreg.analysis.partner_sheet.drafts import CellReference, Drafts, MergeContext
from govreg.analysis.partner_sheet.hidden import Fingerprints
from govreg.analysis.partner_sheet.invalid_values import why_invalid
from govreg.analysis.partner_sheet.rows import SheetRow, column_of
from govreg.analysis.partner_sheet.texts import fingerprint, plain
from govreg.analysis.partner_sheet.values import NotUnderstoodError, items_of
from govreg.model.location import KeyPath, meeting_file
from govreg.model.meeting import Meeting
from govreg.model.names import fold

SAME = "The register says so already."
OTHER_WORDS = "The register says the same in other words."


@dataclass(frozen=True)
class Target:
    """Where the field of a cell is in the register, and what is known of it."""

    id: str
    """The meeting's id."""
    base: KeyPath
    """The part of the meeting's file that the row is about."""
    row: str
    """The row's name in fingerprints."""
    prints: Fingerprints
    ours: str
    """The register's value today, as text."""
    shown: Sequence[str] = ()
    """The same, item by item."""
    places: Sequence[int] = ()
    """Where these items are in the file's list."""


class MeetingRows:
    """Merges the rows of meetings one by one."""

    def __init__(self, context: MergeContext, drafts: Drafts) -> None:
        self._context = context
        self._drafts = drafts
        self._copies: Mapping[str, str] = {}
        self._titles = frozenset[str]()
        self.titled: dict[str, str] = {}
        """The ids of meetings by the folded titles that the sheet gives them: new ones, and those with a new title."""

    def start(self, rows: Sequence[SheetRow]) -> None:
        """Look at all `rows` of a sheet before they are merged."""
        self._copies = _copies(rows, self._context.hidden.meetings)
        self._titles = frozenset(fold(row.text("title")) for row in rows)

    def merge(self, row: SheetRow) -> None:
        """Merge one row."""
        self._drafts.note_unknown_columns(row, row.text("title"))
        meetings = self._context.seen.meetings
        copied = self._copies.get(row.place)
        id_ = (row.id or meetings.find(row.text("title")) or "") if copied is None else ""
        if copied:
            self._drafts.note("not understood", CellReference(row, None, row.text("title")), why=copied)
        elif id_ in meetings:
            self._meeting(row, meetings[id_])
        elif id_:
            self._missing(row, id_)
        else:
            self._new_meeting(row)

    def _meeting(self, row: SheetRow, meeting: Meeting) -> None:
        context = self._context
        prints = context.hidden.meetings.get(meeting.id, {})
        if row.is_as_it_was(meeting.id, prints):
            self._drafts.unchanged += len(row.fields)
            return
        ours = context.texts.of_meeting(meeting)
        positions = context.positions.get(meeting_file(meeting.id), {})
        for key, cell in row.fields.items():
            if key not in ours and key not in prints and is_deletion(cell.text):
                self._drafts.unchanged += 1
                continue
            column = column_of(key, is_seats=False)
            shown = context.texts.items(meeting, column)
            kept = positions.get(column.path)
            places = kept if kept is not None else range(len(shown))
            target = Target(meeting.id, (), meeting.id, prints, ours.get(key, ""), shown, places)
            if key == "aliases":
                target = _without_old_title(target, cell.text)
            merge_cell(self._drafts, CellReference(row, cell, meeting.title, column), target)
        title = self._drafts.title(meeting.id)
        if title != meeting.title:
            self.titled[fold(title)] = meeting.id
            if fold(meeting.title) not in self._titles:
                self._drafts.keep_title(meeting.id, meeting.title)

    def _missing(self, row: SheetRow, id_: str) -> None:
        prints = self._context.hidden.meetings.get(id_, {})
        changed = [key for key, cell in row.fields.items() if fingerprint(id_, key, cell.text) != prints.get(key, "")]
        self._drafts.unchanged += len(row.fields) - len(changed)
        if changed:
            why = "The register has no meeting under this name any more. Ask whoever keeps it."
            self._drafts.note("conflict", CellReference(row, None, row.text("title")), why=why)

    def _new_meeting(self, row: SheetRow) -> None:
        title = " ".join(row.text("title").split())
        if not row.fields:
            return
        reference = CellReference(row, None, title)
        try:
            id_ = self._new_id(title)
        except NotUnderstoodError as problem:
            self._drafts.note("not understood", reference, why=str(problem))
            return
        if self._drafts.is_rejected(reference):
            return
        self._drafts.start(id_, {"title": title, "lead": "not-stated"})
        self.titled[fold(title)] = id_
        self._drafts.take(reference, id_, (), why="A new meeting.")
        for key, cell in row.fields.items():
            if key != "title" and not is_deletion(cell.text):
                column = column_of(key, is_seats=False)
                merge_cell(self._drafts, CellReference(row, cell, title, column), Target(id_, (), id_, {}, ""))

    def _new_id(self, title: str) -> str:
        if not title or is_deletion(title) or why_invalid(column_of("title", is_seats=False), title):
            raise NotUnderstoodError("A new row needs the name of the meeting.")
        id_ = self._context.new_id(title)
        if self._drafts.has(id_):
            raise NotUnderstoodError("Another new row has this name.")
        return id_


def _copies(rows: Sequence[SheetRow], prints: Mapping[str, Fingerprints]) -> Mapping[str, str]:
    """The rows whose hidden id another row has too, by their place: why they can't be read, or nothing where they are new meetings."""
    by_id: dict[str, list[SheetRow]] = {}
    for row in rows:
        if row.id:
            by_id.setdefault(row.id, []).append(row)
    found: dict[str, str] = {}
    for id_, same in by_id.items():
        if len(same) > 1:
            was = prints.get(id_, {}).get("title", "")
            own = [row for row in same if fingerprint(id_, "title", row.text("title")) == was]
            for row in same:
                if len(own) != 1:
                    found[row.place] = "Several rows are copies of one row. Keep one of them, and delete the others."
                elif row is not own[0]:
                    found[row.place] = ""
    return found


def _without_old_title(target: Target, theirs: str) -> Target:
    """`target`, a meeting's other names, without the title that it had when the sheet was made: a change of title adds it to them."""
    written = {fold(line) for line in plain(theirs).split("\n")}
    old = [
        place
        for place, name in enumerate(target.shown)
        if fold(name) not in written and fingerprint(target.row, "title", name) == target.prints.get("title")
    ]
    if not old:
        return target
    left = [(name, at) for place, (name, at) in enumerate(zip(target.shown, target.places, strict=True)) if place not in old]
    names = [name for name, _ in left]
    return replace(target, ours="\n".join(names), shown=names, places=[at for _, at in left])


def merge_cell(drafts: Drafts, reference: CellReference, target: Target) -> None:
    """Merge one cell of a field."""
    column, cell, context = reference.column, reference.cell, drafts.context
    if column is None or cell is None:
        return
    change = change_of(column, target.row, target.prints.get(column.key, ""), target.ours, cell.text)
    if change == "none":
        drafts.unchanged += 1
    elif change == "same":
        drafts.note("unchanged", reference, target.ours, SAME)
    elif TOO_LONG in (target.ours, cell.text):
        drafts.note("not understood", reference, why="The text is too long to be changed in a sheet.")
    elif is_deletion(cell.text) and column.field.spec.required:
        drafts.note("not understood", reference, target.ours, "A meeting needs this, so it isn't deleted.")
    elif change == "delete":
        drafts.take(reference, target.id, edits_of.delete_edits(drafts.of(target.id).data, target.base, column, target.places), target.ours)
    elif is_deletion(cell.text):
        drafts.note("conflict", reference, target.ours, context.why_conflict)
    else:
        try:
            items = items_of(column, cell.text, context.seen)
        except NotUnderstoodError as problem:
            drafts.note("not understood", reference, target.ours, str(problem))
            return
        edits = edits_of.set_edits(drafts.of(target.id).data, target.base, column, items, target.shown, target.places)
        if not edits:
            drafts.note("unchanged", reference, target.ours, OTHER_WORDS)
        elif change == "conflict":
            drafts.note("conflict", reference, target.ours, context.why_conflict)
        else:
            drafts.take(reference, target.id, edits, target.ours)
