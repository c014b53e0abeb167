"""The rows of meetings of a partners' sheet that came back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from govreg.analysis.partner_sheet import edits as edits_of
from govreg.analysis.partner_sheet.cell import change_of, is_deletion
from govreg.analysis.partner_sheet.columns import TOO_LONG
from govreg.analysis.partner_sheet.drafts import Drafts, Known, Spot
from govreg.analysis.partner_sheet.hidden import Prints
from govreg.analysis.partner_sheet.no_values import why_no_value
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
    """What the row is called in fingerprints."""
    prints: Prints
    ours: str
    """What the register says now."""
    shown: Sequence[str] = ()
    """The same, item by item."""
    places: Sequence[int] = ()
    """Where these items are in the file's list."""


class MeetingRows:
    """Merges the rows of meetings one by one."""

    def __init__(self, known: Known, drafts: Drafts) -> None:
        self._known = known
        self._drafts = drafts
        self._copies: Mapping[str, str] = {}
        self._titles = frozenset[str]()
        self.titled: dict[str, str] = {}
        """The ids of meetings by the folded titles that the sheet gives them: new ones, and those with a new title."""

    def start(self, rows: Sequence[SheetRow]) -> None:
        """Look at all `rows` of a sheet before they are merged."""
        self._copies = _copies(rows, self._known.hidden.meetings)
        self._titles = frozenset(fold(row.text("title")) for row in rows)

    def merge(self, row: SheetRow) -> None:
        """Merge one row."""
        self._drafts.note_strangers(row, row.text("title"))
        meetings = self._known.seen.meetings
        copied = self._copies.get(row.place)
        id_ = (row.id or meetings.find(row.text("title")) or "") if copied is None else ""
        if copied:
            self._drafts.note("not understood", Spot(row, None, row.text("title")), why=copied)
        elif id_ in meetings:
            self._meeting(row, meetings[id_])
        elif id_:
            self._gone(row, id_)
        else:
            self._new_meeting(row)

    def _meeting(self, row: SheetRow, meeting: Meeting) -> None:
        known = self._known
        prints = known.hidden.meetings.get(meeting.id, {})
        if row.is_as_it_was(meeting.id, prints):
            self._drafts.unchanged += len(row.fields)
            return
        ours = known.texts.of_meeting(meeting)
        positions = known.positions.get(meeting_file(meeting.id), {})
        for key, cell in row.fields.items():
            if key not in ours and key not in prints and is_deletion(cell.text):
                self._drafts.unchanged += 1
                continue
            column = column_of(key, is_seats=False)
            shown = known.texts.items(meeting, column)
            kept = positions.get(column.path)
            places = kept if kept is not None else range(len(shown))
            target = Target(meeting.id, (), meeting.id, prints, ours.get(key, ""), shown, places)
            if key == "aliases":
                target = _without_old_title(target, cell.text)
            merge_cell(self._drafts, Spot(row, cell, meeting.title, column), target)
        title = self._drafts.title(meeting.id)
        if title != meeting.title:
            self.titled[fold(title)] = meeting.id
            if fold(meeting.title) not in self._titles:
                self._drafts.keep_title(meeting.id, meeting.title)

    def _gone(self, row: SheetRow, id_: str) -> None:
        prints = self._known.hidden.meetings.get(id_, {})
        changed = [key for key, cell in row.fields.items() if fingerprint(id_, key, cell.text) != prints.get(key, "")]
        self._drafts.unchanged += len(row.fields) - len(changed)
        if changed:
            why = "The register has no meeting under this name any more. Ask whoever keeps it."
            self._drafts.note("conflict", Spot(row, None, row.text("title")), why=why)

    def _new_meeting(self, row: SheetRow) -> None:
        title = " ".join(row.text("title").split())
        if not row.fields:
            return
        spot = Spot(row, None, title)
        try:
            id_ = self._new_id(title)
        except NotUnderstoodError as problem:
            self._drafts.note("not understood", spot, why=str(problem))
            return
        if self._drafts.is_rejected(spot):
            return
        self._drafts.start(id_, {"title": title, "lead": "not-stated"})
        self.titled[fold(title)] = id_
        self._drafts.take(spot, id_, (), why="A new meeting.")
        for key, cell in row.fields.items():
            if key != "title" and not is_deletion(cell.text):
                column = column_of(key, is_seats=False)
                merge_cell(self._drafts, Spot(row, cell, title, column), Target(id_, (), id_, {}, ""))

    def _new_id(self, title: str) -> str:
        if not title or is_deletion(title) or why_no_value(column_of("title", is_seats=False), title):
            raise NotUnderstoodError("A new row needs the name of the meeting.")
        id_ = self._known.new_id(title)
        if self._drafts.has(id_):
            raise NotUnderstoodError("Another new row has this name.")
        return id_


def _copies(rows: Sequence[SheetRow], prints: Mapping[str, Prints]) -> Mapping[str, str]:
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


def merge_cell(drafts: Drafts, spot: Spot, target: Target) -> None:
    """Merge one cell of a field."""
    column, cell, known = spot.column, spot.cell, drafts.known
    if column is None or cell is None:
        return
    change = change_of(column, target.row, target.prints.get(column.key, ""), target.ours, cell.text)
    if change == "none":
        drafts.unchanged += 1
    elif change == "same":
        drafts.note("unchanged", spot, target.ours, SAME)
    elif TOO_LONG in (target.ours, cell.text):
        drafts.note("not understood", spot, why="The text is too long to be changed in a sheet.")
    elif is_deletion(cell.text) and column.field.spec.required:
        drafts.note("not understood", spot, target.ours, "A meeting needs this, so it isn't deleted.")
    elif change == "delete":
        drafts.take(spot, target.id, edits_of.delete_edits(drafts.of(target.id).data, target.base, column, target.places), target.ours)
    elif is_deletion(cell.text):
        drafts.note("conflict", spot, target.ours, known.moved_on)
    else:
        try:
            items = items_of(column, cell.text, known.seen)
        except NotUnderstoodError as problem:
            drafts.note("not understood", spot, target.ours, str(problem))
            return
        edits = edits_of.set_edits(drafts.of(target.id).data, target.base, column, items, target.shown, target.places)
        if not edits:
            drafts.note("unchanged", spot, target.ours, OTHER_WORDS)
        elif change == "conflict":
            drafts.note("conflict", spot, target.ours, known.moved_on)
        else:
            drafts.take(spot, target.id, edits, target.ours)
