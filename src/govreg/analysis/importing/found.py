"""What was found in a document: meetings with the texts about each, and the text that belongs to none."""

from dataclasses import dataclass, field
from typing import NamedTuple

from govreg.analysis.importing.labels import Label


class Run(NamedTuple):
    """A run of text in a document, and where it is."""

    text: str
    place: str


class Member(NamedTuple):
    """A row of a table of members, or as much of one as is about a seat; a text is empty where there is no such column."""

    organisation: str
    post: str
    mark: str
    """How the member attends: `Voting`, `In attendance`."""
    person: str


class LabelledText(NamedTuple):
    """A text about a meeting, and its label."""

    label: Label
    text: str
    place: str
    means: str | None = None
    """The same in words, where `text` is only a tick."""
    member: Member | None = None
    """Who attends, where `text` is that of the columns for it."""

    @property
    def run(self) -> Run:
        """The label and the text, as one text."""
        return Run(": ".join(filter(None, (self.label.text, self.text))), self.place)


@dataclass(slots=True)
class FoundMeeting:
    """A meeting that a document describes."""

    title: Run
    texts: list[LabelledText] = field(default_factory=list)
    groups: list[Run] = field(default_factory=list)
    """The headings above it: `Strategic`, `Problem solving`."""
    over: list[Run] = field(default_factory=list)
    """The name of the sheet that it is on, and the title of that sheet."""


class Leftover(NamedTuple):
    """Text that is part of no meeting, and why."""

    run: Run
    why: str


@dataclass(slots=True)
class Found:
    """The meetings of a document, and the rest of it."""

    meetings: list[FoundMeeting] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    labels: list[tuple[Label, str]] = field(default_factory=list)
    """Labels and headings of columns, each with its place."""
