"""What was found in a document: meetings with what is said of each, and the text that belongs to none."""

from dataclasses import dataclass, field
from typing import NamedTuple

from govreg.analysis.importing.labels import Label


class Run(NamedTuple):
    """A run of text in a document, and where it is."""

    text: str
    place: str


class Said(NamedTuple):
    """What a document says of one field of a meeting."""

    label: Label
    text: str
    place: str
    means: str | None = None
    """What it says in words, where `text` is only a tick."""


@dataclass(slots=True)
class FoundMeeting:
    """A meeting that a document describes."""

    title: Run
    said: list[Said] = field(default_factory=list)
    groups: list[Run] = field(default_factory=list)
    """The headings that it is under: `Strategic`, `Problem solving`."""
    over: list[Run] = field(default_factory=list)
    """The name of the sheet that it is on, and the title of that sheet."""


class Left(NamedTuple):
    """Text that is part of no meeting, and why."""

    run: Run
    why: str


@dataclass(slots=True)
class Found:
    """What a document holds."""

    meetings: list[FoundMeeting] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    labels: list[tuple[Label, str]] = field(default_factory=list)
    """Labels and headings of columns, each with its place."""
