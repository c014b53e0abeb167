"""A loss in a scenario: what would be lost, its kind, and the entry that comes nearest to keeping it."""

from dataclasses import dataclass
from enum import StrEnum

from govreg.model.location import Location


class LossKind(StrEnum):
    """The kinds of loss, the worst first."""

    DUTY = "duty"
    """A statutory duty that no other meeting is recorded as serving: in all or in some of the areas."""
    THEME = "theme"
    """A theme or subject that no other meeting is recorded as working on."""
    LINE = "line"
    """A line of a purpose or a focus that shows no theme, and of whose words no other meeting has enough."""
    RECEIVER = "receiver"
    """A meeting that is to take work on, but wouldn't be held."""
    REPORT = "report"
    """A meeting that would report to one that is no longer held."""
    LEAD = "lead"
    """Work whose lead would no longer be clear."""
    ALONE = "alone"
    """An organisation that would sit on no other meeting."""
    APART = "apart"
    """Two organisations that would share no other meeting."""
    ROLE = "role"
    """A post that no other meeting lists."""
    LINK = "link"
    """A meeting that feeds or sits beside one that is no longer held, or has someone from it."""
    VERDICT = "verdict"
    """A reviewer's verdict that would no longer hold."""


ORDER = tuple(LossKind)


class Nearness(StrEnum):
    """How an entry comes near to keeping what is lost."""

    ELSEWHERE = "elsewhere"
    """It does the same, for other areas."""
    NOT_HELD = "not-held"
    """It does the same, but is only proposed or is suspended."""
    MENTION = "mention"
    """It only mentions it."""
    WORDS = "words"
    """It has some of the words."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The entry that comes nearest to keeping what is lost."""

    meeting: str
    how: Nearness
    place: Location
    words: tuple[str, ...] = ()
    """The words that it has, as it writes them; of a duty, what it calls its own."""


@dataclass(frozen=True, slots=True)
class Loss:
    """One thing that would be lost."""

    kind: LossKind
    meeting: str
    """The meeting whose end or change causes it."""
    about: tuple[str, ...] = ()
    """What is lost: the duty, the theme, the line, the receiver, the leads, the organisations, the post, the other of a verdict."""
    areas: tuple[str, ...] = ()
    """Where, if only in some of the meeting's areas."""
    others: tuple[str, ...] = ()
    """Other meetings that it concerns; of work, those that do it in the other areas."""
    place: Location | None = None
    """Where the register's files say so."""
    looked_for: tuple[str, ...] = ()
    """Of a line, the words that were looked for, as it writes them."""
    nearest: Nearest | None = None
    """Of work, the entry that comes nearest, where no other does it and any comes near."""


class GapKind(StrEnum):
    """Why something can't be judged."""

    STUB = "stub"
    """The entry records neither work nor members."""
    WORK = "work"
    """It records no purpose, focus or themes."""
    MEMBERS = "members"
    """It names no one who attends."""
    GENERAL = "general"
    """A line says nothing that can be looked for."""
    DUTY = "duty"
    """It is said to be statutory, and no duty is named."""
    STATUTORY = "statutory"
    """It doesn't say whether it serves a statutory duty."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something about a meeting that would stop which can't be judged, as the register doesn't record it."""

    kind: GapKind
    meeting: str
    place: Location
    about: str = ""
    """The line that is too general."""


@dataclass(frozen=True, slots=True)
class AffectedDuty:
    """A statutory duty that isn't lost, but would be served otherwise."""

    meeting: str
    duty: str
    """Empty where none is named."""
    others: tuple[str, ...]
    """The other meetings that serve it in the same areas; empty where the meeting goes on to serve it."""
    place: Location
