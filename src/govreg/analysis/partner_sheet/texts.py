"""What the cells of the partners' sheet say of a meeting and its seats, and fingerprints to tell whether a cell was changed."""

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from govreg.analysis.partner_sheet.columns import LONGEST, MEETING_COLUMNS, SEAT_COLUMNS, SEAT_MEETING, SENDER, TOO_LONG, SheetColumn
from govreg.model.fields import Record
from govreg.model.markers import ReferenceKind
from govreg.model.meeting import Meeting, Participant
from govreg.model.register import Register

Texts = Mapping[str, str]
"""What the cells of a row say, by the key of the column; a blank cell is left out."""

_BULLET = re.compile(r"(?:[•·▪▫◦‣●○■□➢❖→*–—-]\s+|[•·▪◦‣●](?=\w))(?=\S)")
_DIGITS = 10
"""The digits of a fingerprint: that two texts of one cell have the same is a chance of one in a million million."""


class SheetTexts:
    """What cells say of the entries of one register; names are looked up once."""

    def __init__(self, register: Register, *, people: bool) -> None:
        self.register = register
        self.meeting_columns = _wanted(MEETING_COLUMNS, people=people)
        self.seat_columns = _wanted(SEAT_COLUMNS, people=people)
        self._names: dict[tuple[ReferenceKind, str], str] = {}

    def of_meeting(self, meeting: Meeting) -> Texts:
        """The cells of the row of `meeting`."""
        return self._texts(meeting, self.meeting_columns)

    def of_seat(self, seat: Participant, meeting: Meeting) -> Texts:
        """The cells of the row of `seat` on `meeting`."""
        return {SEAT_MEETING.key: meeting.title, SENDER.key: self.name(*seat.sender), **self._texts(seat, self.seat_columns)}

    def items(self, meeting: Meeting, column: SheetColumn) -> tuple[str, ...]:
        """What the cell of `column` says of `meeting`, item by item."""
        return tuple(self._items(_value(meeting, column.field.names), column))

    def name(self, kind: ReferenceKind, id_: str) -> str:
        """The name of the entry `id_`; its id if it isn't in the register, or if another has that name."""
        found = self._names.get((kind, id_))
        if found is None:
            found = self._names[kind, id_] = _name(self.register, kind, id_)
        return found

    def _texts(self, entry: Record, columns: Iterable[SheetColumn]) -> Texts:
        found = {}
        for column in columns:
            value = _value(entry, column.field.names)
            if value is not None and value != ():
                text = "\n".join(self._items(value, column))
                found[column.key] = text if len(text) <= LONGEST else TOO_LONG
        return found

    def _items(self, value: object, column: SheetColumn) -> Iterator[str]:
        """What `value` says, item by item; a text that is an item of a list is on one line."""
        if isinstance(value, tuple):
            for item in value:
                yield " ".join("".join(self._items(item, column)).split())
        elif isinstance(value, bool):
            yield "yes" if value else "no"
        elif isinstance(value, Record):
            yield from self._items(getattr(value, value.short or ""), column)
        elif value is not None:
            refers, words = column.field.refers, column.field.other_words
            text = str(value)
            yield text.replace("-", " ") if text in words else self.name(refers, text) if refers else text


def _wanted(columns: Iterable[SheetColumn], *, people: bool) -> tuple[SheetColumn, ...]:
    """The `columns` without those that name persons, unless these are wanted."""
    return tuple(column for column in columns if people or not column.is_person)


def _value(entry: object, names: Iterable[str]) -> object:
    for name in names:
        entry = getattr(entry, name, None)
    return entry


def _name(register: Register, kind: ReferenceKind, id_: str) -> str:
    for index in register.indexes(kind):
        entry = index.get(id_)
        if entry is not None:
            name = index.names(entry)[0]
            return name if found_id(register, kind, name) == id_ else id_
    return id_


def found_id(register: Register, kind: ReferenceKind, word: str) -> str | None:
    """The id of the entry that has `word` as its id, name or alias; None if there is none."""
    return next((id_ for index in register.indexes(kind) if (id_ := index.find(word)) is not None), None)


def plain(text: str) -> str:
    """`text` as two cells are compared: programs differ in blanks, line ends and the look of bullets."""
    if "\n" not in text and text[:1].isalnum():
        return " ".join(text.split())
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(_BULLET.sub("- ", line, count=1) if _BULLET.match(line) else line for line in lines if line)


def fingerprints(row: str, texts: Texts) -> Mapping[str, str]:
    """A fingerprint of each of `texts`, the cells of the row called `row`: it tells whether a cell is as it was, and not what it said."""
    return {key: fingerprint(row, key, text) for key, text in texts.items()}


def fingerprint(row: str, key: str, text: str) -> str:
    """The fingerprint of a cell; empty where it is blank."""
    bare = plain(text)
    return sha256(f"{row}\0{key}\0{bare}".encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS] if bare else ""


def packed(prints: Mapping[str, str]) -> str:
    """`prints` as one text."""
    return " ".join(f"{key}={print_}" for key, print_ in prints.items())


def unpacked(text: str) -> Mapping[str, str]:
    """What `packed` was made of."""
    return {key: print_ for key, equals, print_ in (word.partition("=") for word in text.split()) if equals}
