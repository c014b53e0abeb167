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
    """A commit, as a person refers to it."""

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
    """The change of a meeting in one commit; without a commit, in the files as they are now."""

    commit: Revision | None
    change: tuple[RegisterDiff, MeetingChange] | None
    """All changes there, and that of the meeting; None if its file can't be read there."""


@dataclass(frozen=True, slots=True)
class History:
    """The history of a meeting over all revisions."""

    id: str
    """Its current id, or its last one."""
    register: Register
    """The register as it is now."""
    entries: tuple[HistoryEntry, ...]
    """The newest first."""
    today: date
    """The date to report on."""
    cut_off: bool = False
    """Whether older commits are missing from this copy of the repository."""


def history(found: History) -> Report:
    """The report of `govreg diff --history`."""
    titles = (entry.change[1].meeting.title for entry in found.entries if entry.change is not None)
    title = next(titles, terms.meeting(found.register, found.id))
    lines = [(entry, _sentence(entry, found.register, found.today)) for entry in reversed(found.entries)]
    rows: list[tuple[str, Cell]] = []
    for entry, says in lines:
        rows.append((in_words(entry.commit.day) if entry.commit is not None else "Not committed", says))
        if entry.commit is not None:
            rows.append(("", f"{entry.commit.short} {entry.commit.subject}".rstrip()))
    return Report(
        (Heading(f"History of {title}", 1), Fields(tuple(rows)) if rows else Paragraph("No commit has this meeting.")),
        data=lambda: {"id": found.id, "steps": [_step_data(entry, says) for entry, says in lines]},
        sheet=lambda: Table(
            tuple(Column(title) for title in ("day", "commit", "subject", "says")), tuple((*_about(entry), says) for entry, says in lines)
        ),
        foot=(
            f"{many(len(lines), 'change')}, oldest first, in every commit and in the files as they are now.",
            *terms.left_out(found.register.left_out),
            *(
                ["This copy of the repository is shallow, so older commits are missing. Run: git fetch --unshallow"]
                if found.cut_off
                else []
            ),
        ),
    )


def _sentence(entry: HistoryEntry, register: Register, today: date) -> str:
    if entry.change is None:
        return "Its file has errors here; the next commit in which it can be read shows what changed."
    changes, change = entry.change
    before = renamed(change.before, changes.ids) if change.before is not None else None
    known = named(register, changes.before, changes.after)
    lines = change_sentences(change, known, before, _LONGEST, today)
    sentence = "; ".join(f"administrative changes: {one.says}" if one.effect is ChangeKind.RECORD else one.says for one in lines)
    return f"{sentence[:1].upper()}{sentence[1:]}."


def _about(entry: HistoryEntry) -> tuple[str | None, str | None, str | None]:
    """The day, the name and the subject of a commit."""
    return (entry.commit.day, entry.commit.name, entry.commit.subject) if entry.commit is not None else (None, None, None)


def _step_data(entry: HistoryEntry, says: str) -> dict[str, Any]:
    day, commit, subject = _about(entry)
    change = change_data(*entry.change) if entry.change is not None else {}
    return {"commit": commit, "day": day, "subject": subject, "readable": bool(change), "says": says, **change}
