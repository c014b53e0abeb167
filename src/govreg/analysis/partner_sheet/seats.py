"""The rows of seats of a partners' sheet that came back."""

from collections.abc import Mapping, Sequence

from govreg.analysis.changes.file_data import add_to, value_at
from govreg.analysis.partner_sheet.cell import change_of, is_deletion
from govreg.analysis.partner_sheet.columns import DELETE, SEAT_MEETING, SENDER
from govreg.analysis.partner_sheet.drafts import CellReference, Drafts, MergeContext
from govreg.analysis.partner_sheet.hidden import Fingerprints
from govreg.analysis.partner_sheet.invalid_values import why_invalid
from govreg.analysis.partner_sheet.meetings import OTHER_WORDS, Target, merge_cell
from govreg.analysis.partner_sheet.rows import SheetCell, SheetRow, column_of
from govreg.analysis.partner_sheet.texts import fingerprint, fingerprints, found_id, plain
from govreg.analysis.partner_sheet.values import NotUnderstoodError, entry_id, items_of
from govreg.model.edits import Edit, RenameKey, SetValue, Value
from govreg.model.location import KeyPath, meeting_file
from govreg.model.meeting import Meeting, Participant, Sender
from govreg.model.names import fold


class SeatRows:
    """Merges the rows of seats one by one."""

    def __init__(self, context: MergeContext, drafts: Drafts, titled: Mapping[str, str]) -> None:
        self._context = context
        self._drafts = drafts
        self._titled = titled
        """The ids of meetings by the folded titles that the sheet gives them."""
        self._twice: frozenset[str] = frozenset()

    def start(self, rows: Sequence[SheetRow]) -> None:
        """Look at all `rows` of a sheet before they are merged."""
        seen, twice = set[str](), set[str]()
        for row in rows:
            (twice if row.id in seen else seen).add(row.id)
        self._twice = frozenset(twice)

    def merge(self, row: SheetRow) -> None:
        """Merge one row."""
        self._drafts.note_unknown_columns(row, row.text(SEAT_MEETING.key))
        prints = self._context.hidden.seats.get(row.id)
        if prints is None or (row.id in self._twice and _is_another(row, prints)):
            self._new_seat(row)
        else:
            self._seat(row, prints)

    def _seat(self, row: SheetRow, prints: Fingerprints) -> None:
        if row.is_as_it_was(row.id, prints):
            self._drafts.unchanged += len(row.fields)
            return
        context, id_ = self._context, row.id.rpartition("#")[0]
        meeting = context.seen.meetings.get(id_)
        if meeting is None or (place := _place(meeting, context, row.id, prints)) is None:
            self._missing(row, prints, meeting)
            return
        seat = meeting.participants[place]
        ours = context.texts.of_seat(seat, meeting)
        kept = context.positions.get(meeting_file(id_), {}).get(("participants",))
        base = ("participants", kept[place] if kept is not None else place)
        for key, cell in row.fields.items():
            target = Target(id_, base, row.id, prints, ours.get(key, ""))
            reference = CellReference(row, cell, meeting.title, column_of(key, is_seats=True))
            if key == SEAT_MEETING.key:
                self._meeting_cell(reference, cell, target)
            elif key == SENDER.key:
                self._sender(reference, cell, seat, target)
            else:
                merge_cell(self._drafts, reference, target)

    def _missing(self, row: SheetRow, prints: Fingerprints, meeting: Meeting | None) -> None:
        """A seat that the register doesn't have any more."""
        changed = [key for key, cell in row.fields.items() if fingerprint(row.id, key, cell.text) != prints.get(key, "")]
        self._drafts.unchanged += len(row.fields) - len(changed)
        if not (meeting is not None and is_deletion(row.text(SENDER.key))):
            why = "The register has no such seat any more. Ask whoever keeps it, or write it as a new row."
            self._drafts.note("conflict", CellReference(row, None, row.text(SEAT_MEETING.key)), why=why)

    def _meeting_cell(self, reference: CellReference, cell: SheetCell, target: Target) -> None:
        """The cell that says which meeting the seat is on, which stays so."""
        if fingerprint(target.row, SEAT_MEETING.key, cell.text) == target.prints.get(SEAT_MEETING.key, ""):
            self._drafts.unchanged += 1
        elif self._meeting_id(cell.text) != target.id:
            why = f"A seat isn't moved to another meeting. Write {DELETE} under “{SENDER.title}”, and add a row for the other meeting."
            self._drafts.note("not understood", reference, target.ours, why)

    def _meeting_id(self, title: str) -> str | None:
        """The id of the meeting that is called `title` in the sheet or the register; None if there is none."""
        return self._titled.get(fold(" ".join(title.split()))) or self._context.seen.meetings.find(title)

    def _sender(self, reference: CellReference, cell: SheetCell, seat: Participant, target: Target) -> None:
        """The cell that says who has the seat: the register says so still, because the seat was found by it."""
        change = change_of(SENDER, target.row, target.prints.get(SENDER.key, ""), target.ours, cell.text)
        if change == "none":
            self._drafts.unchanged += 1
        elif change == "delete":
            self._drafts.remove_seat(reference, target.id, int(target.base[-1]), target.ours)
        else:
            try:
                sender = self._who(cell.text)
            except NotUnderstoodError as problem:
                self._drafts.note("not understood", reference, target.ours, str(problem))
                return
            if sender == seat.sender:
                self._drafts.note("unchanged", reference, target.ours, OTHER_WORDS)
            else:
                edits = _sender_edits(self._drafts.of(target.id).data, target.base, sender)
                self._drafts.take(reference, target.id, edits, target.ours)

    def _who(self, text: str) -> Sender:
        """Who is called `text`. Raises NotUnderstoodError."""
        if (meeting := found_id(self._context.seen, "meeting", text)) and found_id(self._context.seen, "organisation", text) is None:
            return "meeting", meeting
        try:
            return "organisation", entry_id("organisation", text, self._context.seen)
        except NotUnderstoodError as problem:
            raise NotUnderstoodError(why_invalid(SENDER, text) or str(problem)) from None

    def _new_seat(self, row: SheetRow) -> None:
        if not row.fields:
            return
        title, who = row.text(SEAT_MEETING.key), row.text(SENDER.key)
        id_ = self._meeting_id(title)
        meeting = self._context.seen.meetings.get(id_ or "")
        reference = CellReference(row, None, meeting.title if meeting is not None else title)
        if id_ is None or not who or is_deletion(who):
            what = "who has the seat" if id_ is not None else f"a meeting of the list under “{SEAT_MEETING.title}”"
            self._drafts.note("not understood", reference, why=f"A new row needs {what}.")
            return
        try:
            kind, sender = self._who(who)
        except NotUnderstoodError as problem:
            self._drafts.note("not understood", reference._replace(cell=row.cells[SENDER.key], column=SENDER), why=str(problem))
            return
        value = {kind: sender, **self._rest(row, reference)}
        whose = ", ".join([self._context.texts.name(kind, sender), *(row.text(key) for key in ("role",) if key in value)])
        if meeting is not None and any(self._is_there(seat, value) for seat in meeting.participants):
            self._drafts.note("unchanged", reference, why=f"The register has this seat of {whose} already.")
            return
        written: Value = sender if value == {"organisation": sender} else value
        self._drafts.take(reference, id_, add_to(self._drafts.of(id_).data, ("participants",), written), why=f"A new seat of {whose}.")

    def _rest(self, row: SheetRow, reference: CellReference) -> dict[str, Value]:
        """The fields of a new row besides who has the seat."""
        value: dict[str, Value] = {}
        for key, cell in row.fields.items():
            if key in (SEAT_MEETING.key, SENDER.key) or is_deletion(cell.text):
                continue
            column = column_of(key, is_seats=True)
            try:
                item = items_of(column, cell.text, self._context.seen)[0].value
            except NotUnderstoodError as problem:
                self._drafts.note("not understood", reference._replace(cell=cell, column=column), why=str(problem))
                continue
            if (key, item) != ("attendance", "member"):
                value[key] = item
        return value

    def _is_there(self, seat: Participant, value: Mapping[str, Value]) -> bool:
        """Whether `seat` is the one that `value` would add."""
        keys = ("role", "person") if self._context.hidden.people else ("role",)
        kind, id_ = seat.sender
        return value.get(kind) == id_ and all(plain(getattr(seat, key) or "") == plain(str(value.get(key) or "")) for key in keys)


def _is_another(row: SheetRow, prints: Fingerprints) -> bool:
    """Whether `row`, which was copied with its hidden id, is of another seat by now."""
    return any(fingerprint(row.id, key, row.text(key)) != prints.get(key, "") for key in (SEAT_MEETING.key, SENDER.key, "role"))


def _place(meeting: Meeting, context: MergeContext, row: str, prints: Fingerprints) -> int | None:
    """Which of the seats of `meeting` now is the one that was in `row`; None if it is gone or can't be told."""
    seats = meeting.participants
    number = row.rpartition("#")[2]
    then = int(number) - 1 if number.isascii() and number.isdigit() else -1
    if 0 <= then < len(seats) and _is_as_it_was(fingerprints(row, context.texts.of_seat(seats[then], meeting)), prints):
        return then
    now = [fingerprints(row, context.texts.of_seat(seat, meeting)) for seat in seats]
    same = next((place for place, one in enumerate(now) if _is_as_it_was(one, prints)), None)
    if same is not None:
        return same
    for keys in (("sender", "role", "person"), ("sender", "role"), ("sender",)):
        near = [place for place, one in enumerate(now) if all(one.get(key) == prints.get(key) for key in keys)]
        if len(near) == 1:
            return near[0]
    return None


def _is_as_it_was(now: Fingerprints, then: Fingerprints) -> bool:
    """Whether a seat says `now` what it said `then`, whatever its meeting is called."""
    return all(now.get(key) == then.get(key) for key in (now.keys() | then.keys()) - {SEAT_MEETING.key})


def _sender_edits(data: Value, base: KeyPath, sender: Sender) -> list[Edit]:
    """The edits that give the seat at `base` to `sender`."""
    kind, id_ = sender
    here = value_at(data, base)
    if not isinstance(here, Mapping):
        return [SetValue(base, id_ if kind == "organisation" else {kind: id_})]
    was = "organisation" if "organisation" in here else "meeting"
    renamed: list[Edit] = [] if kind == was else [RenameKey((*base, was), kind)]
    return [*renamed, SetValue((*base, kind), id_)]
