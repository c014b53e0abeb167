"""The plan of an import: which meetings of the papers are new, changed, the same or to be decided, field by field."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from govreg.analysis.importing.labels import Label
from govreg.analysis.importing.organisations import Proposed
from govreg.analysis.importing.read_meeting import Reading
from govreg.model.edits import Value

Action = Literal["new", "change", "same", "conflict"]
Side = Literal["file", "register", "first", "last"]
"""Whose value counts: the file's or the register's; or, of two descriptions in the files, the first or the last."""


class FieldChange(NamedTuple):
    """A field in which the paper and the register differ."""

    key: str
    old: Value
    new: Value
    """The value that the field would have."""
    needs_decision: bool = False
    """Whether both have a value, and the person hasn't decided which of them counts."""
    decided: Side | None = None
    """The side that the person chose."""

    @property
    def is_made(self) -> bool:
        """Whether the register's field is changed."""
        return not self.needs_decision and self.decided != "register"


class NotUnderstood(NamedTuple):
    """A text of a paper that became neither a value nor a note, and why."""

    file: str
    place: str
    text: str
    why: str


@dataclass(frozen=True)
class PlannedMeeting:
    """A meeting of a paper, as the register would have it."""

    id: str
    title: str
    action: Action
    file: str
    place: str
    fields: Mapping[str, Value]
    """The fields that its file would have, as the paper gives them."""
    changes: tuple[FieldChange, ...] = ()
    like: str | None = None
    """The id of a meeting of the register, or of another file, that it may be; the person has to decide."""
    twice: str = ""
    """Where the papers describe it again and differently; empty where they don't."""
    is_new: bool = False
    """Whether the register doesn't have it, even if the person has something to decide about it."""
    readings: tuple[Reading, ...] = ()
    """How each text was read."""


class ReadLabel(NamedTuple):
    """A label of the papers, its meaning, and where it is first."""

    label: Label
    file: str
    place: str


@dataclass(frozen=True)
class ImportPlan:
    """The changes of an import, before they are made."""

    meetings: tuple[PlannedMeeting, ...]
    organisations: tuple[Proposed, ...]
    not_understood: tuple[NotUnderstood, ...]
    labels: tuple[ReadLabel, ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()
    """Remarks for the person about a file, each with the file."""
    files: int = 1
    """How many files were read."""
    people: bool = False
    """Whether people's names are kept."""
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    """The ids of organisations of the register that the papers only give by initials which the register doesn't have as a name."""

    @property
    def undecided(self) -> tuple[PlannedMeeting, ...]:
        """The meetings that the person has to decide about."""
        return tuple(meeting for meeting in self.meetings if meeting.action == "conflict")

    @cached_property
    def proposed_names(self) -> Mapping[str, str]:
        """The name of each organisation that is proposed, by its id."""
        return {one.id: one.name for one in self.organisations}


@dataclass(frozen=True)
class Decisions:
    """The person's decisions."""

    same_as: Mapping[str, str] = field(default_factory=dict)
    """The id of the register's meeting, or `new`, by the title in a paper."""
    take: tuple[tuple[str, str, Side], ...] = ()
    """Whose value counts: meeting, field and side; an empty meeting or field means every one."""
    people: bool = False
    """Whether people's names are kept."""
