"""The history of one meeting over all revisions, the oldest first."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from govreg.analysis.diff.classify import ChangeKind
from govreg.analysis.diff.compare import MeetingChange, RegisterDiff
from govreg.analysis.diff.ids import renamed
from govreg.model.dates import in_words
from govreg.model.names import many
from govreg.model.register import Register
from govreg.report import Cell, Column, Fields, Heading, Paragraph, Report, Table
from govreg.views import terms
from govreg.views.diff.data import change_data
from govreg.views.diff.meeting import change_sentences, named

_LONGEST = 120


class Revision(Protocol):
    """A commit, as a person knows it."""

    @property
    def name(self) -> str:
        """Its full name."""
        ...

    @property
    def short(self) -> str:
        """The first letters of its name."""
        ...

    @property
    def day(self) -> str:
        """The day on which it was made."""
        ...

    @property
    def subject(self) -> str:
        """The first line of its message."""
        ...


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """What changed about a meeting in one commit; without one, in the files as they are now."""

    commit: Revision | None
    changes: RegisterDiff | None
    change: MeetingChange | None
    """None where its file can't be read there."""


@dataclass(frozen=True, slots=True)
class History:
    """A meeting over all revisions."""

    id: str
    """Its id, as it is or was last."""
    register: Register
    """The register as it is."""
    steps: tuple[HistoryEntry, ...]
    """The newest first."""
    today: date
    """The day that dates in the register are compared with."""
    cut_off: bool = False
    """Whether older commits are not at hand."""


def history(chronicle: History) -> Report:
    """The report of `govreg diff --history`."""
    titles = (step.change.meeting.title for step in chronicle.steps if step.change is not None)
    title = next(titles, terms.meeting(chronicle.register, chronicle.id))
    lines = [(step, _says(step, chronicle.register, chronicle.today)) for step in reversed(chronicle.steps)]
    rows: list[tuple[str, Cell]] = []
    for step, says in lines:
        rows.append((in_words(step.commit.day) if step.commit is not None else "Not committed", says))
        if step.commit is not None:
            rows.append(("", f"{step.commit.short} {step.commit.subject}".rstrip()))
    return Report(
        (Heading(f"History of {title}", 1), Fields(tuple(rows)) if rows else Paragraph("No commit has this meeting.")),
        data=lambda: {"id": chronicle.id, "steps": [_step_data(step, says) for step, says in lines]},
        sheet=lambda: Table(
            tuple(Column(title) for title in ("day", "commit", "subject", "says")), tuple((*_about(step), says) for step, says in lines)
        ),
        foot=(
            f"{many(len(lines), 'change')}, oldest first, in every commit and in the files as they are now.",
            *terms.left_out(chronicle.register.left_out),
            *(
                ["This copy of the repository is shallow, so older commits are missing. Run: git fetch --unshallow"]
                if chronicle.cut_off
                else []
            ),
        ),
    )


def _says(step: HistoryEntry, register: Register, today: date) -> str:
    change = step.change
    if change is None or step.changes is None:
        return "Its file has errors here; the next commit in which it can be read shows what changed."
    before = renamed(change.before, step.changes.ids) if change.before is not None else None
    known = named(register, step.changes.before, step.changes.after)
    lines = change_sentences(change, known, before, _LONGEST, today)
    said = "; ".join(
        f"administrative changes: {one.says}" if one.effect is ChangeKind.RECORD and not one.key else one.says for one in lines
    )
    return f"{said[:1].upper()}{said[1:]}."


def _about(step: HistoryEntry) -> tuple[str | None, str | None, str | None]:
    """The day, the name and the subject of a commit."""
    return (step.commit.day, step.commit.name, step.commit.subject) if step.commit is not None else (None, None, None)


def _step_data(step: HistoryEntry, says: str) -> dict[str, Any]:
    day, commit, subject = _about(step)
    change = change_data(step.changes, step.change) if step.changes is not None and step.change is not None else {}
    return {"commit": commit, "day": day, "subject": subject, "readable": bool(change), "says": says, **change}
