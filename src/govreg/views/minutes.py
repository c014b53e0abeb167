"""The minutes of a meeting: decisions, papers without a decision, and actions, newest first."""

from collections.abc import Iterator, Mapping
from typing import Any

from govreg.model.dates import in_words, is_date
from govreg.model.location import in_minutes
from govreg.model.minutes import Action, Decision, Minutes, Paper
from govreg.model.names import many
from govreg.model.register import Register
from govreg.report import Block, BulletList, Cell, Column, Heading, Paragraph, Table
from govreg.views import terms

_MOST = 5
"""How many sittings are shown; more would bury the rest of the meeting's page."""


def of_meeting(minutes: Mapping[str, Minutes], id_: str) -> tuple[Minutes, ...]:
    """The sittings of the meeting `id_`, the newest first."""
    return tuple(minutes[one] for one in sorted(minutes, reverse=True) if minutes[one].meeting == id_)


def minutes(register: Register, sat: tuple[Minutes, ...]) -> Iterator[Block]:
    """The blocks for the sittings `sat`."""
    for sitting in sat[:_MOST]:
        yield Heading(_called(sitting), 3)
        yield from _sitting(register, sitting)
    if len(sat) > _MOST:
        yield Paragraph(f"{many(len(sat) - _MOST, 'earlier sitting')}: --format json has all.", quiet=True)


def _called(sitting: Minutes) -> str:
    _, _, word = sitting.id.partition(f"{sitting.day}-")
    details = ", ".join(part for part in (word, sitting.status) if part)
    return f"{in_words(sitting.day)} ({details})" if details else in_words(sitting.day)


def _sitting(register: Register, sitting: Minutes) -> Iterator[Block]:
    if sitting.decisions:
        columns: tuple[Column, ...] = (Column("Number", whole=True), Column("Decision", share=3), Column("How far", share=2))
        yield Table(columns, tuple((one.id, _decided(one), _how_far(one)) for one in sitting.decisions))
    if sitting.undecided:
        yield Paragraph("Papers without a decision:")
        yield BulletList(tuple(_paper(paper) for _, paper in sitting.undecided))
    if sitting.actions:
        columns = (Column("Action", share=3), Column("Who"), Column("By when"), Column("How far"))
        yield Table(columns, tuple(_action(register, action) for action in sitting.actions))
    if not (sitting.decisions or sitting.undecided or sitting.actions):
        yield Paragraph("No decisions or actions are recorded.")


def _decided(decision: Decision) -> str:
    text = ": ".join(part for part in (decision.title, decision.text) if part)
    return text + terms.internal(decision.visibility)


def _how_far(decision: Decision) -> str | None:
    status = decision.status.replace("-", " ") if decision.status else ""
    signed = f"signed {terms.when(decision.signed_on)}" if decision.signed_on else ""
    condition = f"on condition: {decision.condition}" if decision.condition else ""
    return ", ".join(part for part in (status, signed, condition) if part) or None


def _paper(paper: Paper) -> str:
    return f"{paper.id} {paper.title or ''}".rstrip()


def _action(register: Register, action: Action) -> tuple[Cell, ...]:
    owner = terms.organisation(register, action.owner) if action.owner else None
    due = terms.date(action.due) if action.due and is_date(action.due) else action.due
    return (": ".join(part for part in (action.id, action.text) if part), owner, due, action.status)


def rows(register: Register, sat: tuple[Minutes, ...]) -> Iterator[tuple[str, Cell]]:
    """All of the sittings for a spreadsheet, each decision, paper and action with its label."""
    for sitting in sat:
        yield "Sitting", _called(sitting)
        for decision in sitting.decisions:
            yield "Decision", _joined((decision.id, _decided(decision), _how_far(decision)))
        for _, paper in sitting.undecided:
            yield "Paper without a decision", _paper(paper)
        for action in sitting.actions:
            yield "Action", _joined(_action(register, action))


def _joined(cells: tuple[Cell, ...]) -> str:
    return "; ".join(str(cell) for cell in cells if cell)


def minutes_data(sat: tuple[Minutes, ...]) -> list[dict[str, Any]]:
    """The sittings as data: the keys of their files, and derived values."""
    return [_data(sitting) for sitting in sat]


def _data(sitting: Minutes) -> dict[str, Any]:
    written = sitting.model_dump(by_alias=True, exclude_unset=True, warnings="none")
    return {
        "day": sitting.day,
        **{key: value for key, value in written.items() if key != "id"},
        "papers_without_decision": [paper.model_dump(exclude_unset=True) for _, paper in sitting.undecided],
        "file": in_minutes(sitting.id).file,
    }
