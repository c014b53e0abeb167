"""A meeting of a paper as its file would have it, with how each text of the paper was read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from govreg.analysis.importing.found import Run
from govreg.model.edits import Value


class Reading(NamedTuple):
    """A text, and the field that it went to: `notes` if it became a note."""

    key: str
    label: str
    text: str
    place: str
    field: str = ""
    """The field that its label means, even if the text became a note."""


class Unread(NamedTuple):
    """A text that didn't become a value, and why."""

    text: str
    place: str
    why: str


@dataclass
class ReadMeeting:
    """A meeting as a file would have it, and how its text was read."""

    title: Run
    fields: dict[str, Value] = field(default_factory=dict)
    readings: list[Reading] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    """The words for meetings and bodies, by field: their ids are looked up once all meetings are known."""

    def note(self, label: str, text: str) -> None:
        """Keep `text` as a note."""
        body = "\n".join(line.rstrip() for line in text.split("\n") if line.strip())
        if body:
            self.notes.append(f"{label}: {body}" if label else body)

    def put(self, key: str, value: Value) -> None:
        """Set the field `key`, which may be a part of one: `chair.role`."""
        whole, _, part = key.partition(".")
        if not part:
            self.fields[key] = value
            return
        there = self.fields.get(whole)
        self.fields[whole] = {**(there if isinstance(there, Mapping) else {}), part: value}

    def has(self, key: str) -> bool:
        """Whether the field `key` has a value."""
        whole, _, part = key.partition(".")
        there = self.fields.get(whole)
        return there is not None and (not part or (isinstance(there, Mapping) and part in there))
