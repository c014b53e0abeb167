"""What became of one meeting over all revisions, the oldest first."""

from typing import Any, NamedTuple, Protocol

from govreg.analysis.change import Change, Changes
from govreg.analysis.renaming import renamed
from govreg.model.dates import in_words
from govreg.model.register import Register
from govreg.report import Cell, Column, Facts, Heading, Paragraph, Report, Table
from govreg.views import wording
from govreg.views.change import told
from govreg.views.change_data import change_data
from govreg.views.difference import whole

_LONGEST = 120


class Revision(Protocol):
    """A commit, as a person knows it."""

    @property
    def name(self) -> str:
        """Its name in full."""
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
        """What its author says of it."""
        ...


class Step(NamedTuple):
    """What became of a meeting in one commit; without one, in the folder as it stands."""

    commit: Revision | None
    changes: Changes | None
    change: Change | None
    """None where its file can't be read there."""


class Chronicle(NamedTuple):
    """A meeting over all revisions."""

    id: str
    """Its id, as it is or was last."""
    register: Register
    """The register as it stands."""
    steps: tuple[Step, ...]
    """The newest first."""


def history(chronicle: Chronicle, *, people: bool) -> Report:
    """The report of `govreg diff --history`."""
    titles = (step.change.meeting.title for step in chronicle.steps if step.change is not None)
    title = next(titles, wording.meeting(chronicle.register, chronicle.id))
    rows: list[tuple[str, Cell]] = []
    for step in reversed(chronicle.steps):
        rows.append((_when(step), _says(step, people=people)))
        if step.commit is not None:
            rows.append(("", f"{step.commit.short} {step.commit.subject}"))
    body = Facts(tuple(rows)) if rows else Paragraph("No commit has it.")
    return Report(
        (Heading(f"What became of {title}", 1), body),
        data=lambda: {"id": chronicle.id, "steps": [_step_data(step, people=people) for step in reversed(chronicle.steps)]},
        sheet=lambda: _sheet(chronicle, people=people),
        foot=(f"{wording.many(len(chronicle.steps), 'change')}, the oldest first, over all commits up to the folder as it stands.",),
    )


def _when(step: Step) -> str:
    return in_words(step.commit.day) if step.commit is not None else "Not committed"


def _says(step: Step, *, people: bool) -> str:
    change = step.change
    if change is None or step.changes is None:
        return "Its file has errors here; what changed is told with the next commit in which it can be read."
    before = renamed(change.before, step.changes.ids) if change.before is not None else None
    lines = [
        one.says if one.key or one.effect != "record" else f"in the record only: {one.says}"
        for one in told(change, whole(step.changes), before, _LONGEST, people=people)
    ]
    said = "; ".join(lines)
    return f"{said[:1].upper()}{said[1:]}."


def _step_data(step: Step, *, people: bool) -> dict[str, Any]:
    commit = step.commit
    change = change_data(step.changes, step.change, people=people) if step.changes is not None and step.change is not None else {}
    return {
        "commit": commit.name if commit is not None else None,
        "day": commit.day if commit is not None else None,
        "subject": commit.subject if commit is not None else None,
        "says": _says(step, people=people),
        **change,
    }


def _sheet(chronicle: Chronicle, *, people: bool) -> Table:
    columns = tuple(Column(title) for title in ("day", "commit", "subject", "says"))
    rows: list[tuple[Cell, ...]] = []
    for step in reversed(chronicle.steps):
        commit = step.commit
        about = (commit.day, commit.name, commit.subject) if commit is not None else (None, None, None)
        rows.append((*about, _says(step, people=people)))
    return Table(columns, tuple(rows))
