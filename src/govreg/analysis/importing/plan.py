"""What an import would do: for each meeting of the papers whether it is new, changed, the same or to be decided, field by field."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from govreg.analysis.importing.labels import Label
from govreg.analysis.importing.organisations import Proposed
from govreg.analysis.importing.read_meeting import Reading
from govreg.model.edits import Value

Action = Literal["new", "change", "same", "conflict"]
Side = Literal["file", "register", "first", "last"]
"""Whose value counts: the file's or the register's; or of two descriptions in the files the first or the last."""


class FieldChange(NamedTuple):
    """A field that the paper and the register have otherwise."""

    key: str
    old: Value
    new: Value
    """What the field would hold."""
    needs_decision: bool = False
    """Whether both say something, and the person hasn't decided which of them counts."""
    decided: Side | None = None
    """Which of them the person decided for."""

    @property
    def is_made(self) -> bool:
        """Whether the field of the register is changed."""
        return not self.needs_decision and self.decided != "register"


class NotUnderstood(NamedTuple):
    """Text of a paper that is in no value and no note, and why."""

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
    """The fields of its file, as the paper gives them."""
    changes: tuple[FieldChange, ...] = ()
    like: str | None = None
    """The id of a meeting of the register, or of another file, that it may be; the person has to say."""
    twice: str = ""
    """Where the papers describe it once more, if they do otherwise."""
    is_new: bool = False
    """Whether the register doesn't have it, whatever the person has still to decide."""
    readings: tuple[Reading, ...] = ()
    """How each text was read."""


class ReadLabel(NamedTuple):
    """A label of the papers, what it was taken to mean, and where it is first."""

    label: Label
    file: str
    place: str


@dataclass(frozen=True)
class ImportPlan:
    """What an import would do."""

    meetings: tuple[PlannedMeeting, ...]
    organisations: tuple[Proposed, ...]
    not_understood: tuple[NotUnderstood, ...]
    labels: tuple[ReadLabel, ...] = ()
    remarks: tuple[tuple[str, str], ...] = ()
    """What the person should know of a file, each with the file."""
    files: int = 1
    """How many files were read."""
    people: bool = False
    """Whether names of persons are kept."""

    @property
    def undecided(self) -> tuple[PlannedMeeting, ...]:
        """The meetings that the person has to decide about."""
        return tuple(meeting for meeting in self.meetings if meeting.action == "conflict")


@dataclass(frozen=True)
class Decisions:
    """What the person decided."""

    same_as: Mapping[str, str] = field(default_factory=dict)
    """By title in a paper, the meeting of the register that it is, or `new`."""
    take: tuple[tuple[str, str, Side], ...] = ()
    """Whose value counts: meeting, field and side; an empty meeting or field is every one."""
    people: bool = False
    """Whether names of persons are kept."""
