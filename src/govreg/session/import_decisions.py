"""The person's decisions about an import, `--map`, `--as` and `--take`: read, and checked against the papers."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from govreg.analysis.importing.labels import known_fields, plain
from govreg.analysis.importing.matching import NEW
from govreg.analysis.importing.plan import ImportPlan, Side
from govreg.analysis.importing.prepare import runs_of
from govreg.errors import GovregError
from govreg.model.document import Document
from govreg.model.meeting import Meeting
from govreg.model.names import fold, shown
from govreg.model.other_words import field_meant
from govreg.model.register import Register
from govreg.model.suggest import nearest_of
from govreg.session import resolve

_SIDES: tuple[Side, ...] = ("file", "register", "first", "last")


@dataclass(frozen=True)
class ImportRequest:
    """The papers that a person wants to import, and their decisions."""

    documents: tuple[Document, ...]
    columns: Mapping[str, str] = field(default_factory=dict)
    """The fields that the office's own labels mean, by label."""
    same_as: tuple[str, ...] = ()
    take: tuple[str, ...] = ()
    people: bool = False


def columns_of(typed: Sequence[str]) -> dict[str, str]:
    """The meanings of labels, typed as `Label=field` for `--map`. Raises GovregError for an unknown field."""
    found: dict[str, str] = {}
    for word in typed:
        label, equals, key = word.rpartition("=")
        if not equals or not label.strip():
            raise GovregError(f"“{shown(word)}” doesn't say what a label means (--map).", 'Write it as --map "Meets=frequency".')
        found[" ".join(label.split())] = _field(key)
    return found


def _field(word: str) -> str:
    known = known_fields()
    key = fold(word).replace("-", "_").replace(" ", "_")
    if key in known:
        return key
    meant = field_meant(word, known)
    if meant is not None:
        return meant
    near = nearest_of(key, known)
    hint = f"Did you mean “{near}”? " if near else ""
    raise GovregError(f"“{shown(word)}” is not a field of a meeting (--map).", f"{hint}Fields: {', '.join(sorted(known))}.")


Taken = tuple[tuple[str, str, Side], ...]
"""Whose value counts: meeting, field and side."""


def taken_sides(register: Register, typed: Sequence[str]) -> Taken:
    """Whose value counts, typed for `--take` as `file`, `MEETING=register` or `MEETING.FIELD=file`. Raises GovregError for another form."""
    return tuple(_taken(register, word) for word in typed)


def names_a_new_meeting(register: Register, request: ImportRequest) -> bool:
    """Whether `--as` names a meeting that the register doesn't have, and that may be a new one in the papers."""
    meant = [word.rpartition("=")[2].strip() for word in request.same_as]
    return any(fold(word) != NEW and register.meetings.find(word) is None for word in meant)


def new_meetings(plan: ImportPlan) -> dict[str, str]:
    """The ids of the new meetings in `plan`, by folded id and title."""
    return {fold(name): one.id for one in plan.meetings if one.is_new for name in (one.title, one.id)}


def same_meetings(register: Register, request: ImportRequest, fresh: Mapping[str, str]) -> dict[str, str]:
    """The meeting that each title means, by title: one of the register, one of `fresh` from the papers, or `new`.

    Raises GovregError for any other.
    """
    found: dict[str, str] = {}
    for word in request.same_as:
        title, equals, meant = word.rpartition("=")
        title, meant = title.strip(), meant.strip()
        if not equals or not title:
            raise GovregError(
                f"“{shown(word)}” doesn't say which meeting it is (--as).", 'Write it as --as "Title in the file=ID" or "…=new".'
            )
        if fold(meant) == NEW:
            found[title] = NEW
        elif register.meetings.find(meant) is None and fold(meant) in fresh:
            id_ = fresh[fold(meant)]
            found[title] = NEW if fresh.get(fold(title)) == id_ else id_
        else:
            found[title] = _known_meeting(register, meant, fresh)
    return found


def _known_meeting(register: Register, meant: str, fresh: Mapping[str, str]) -> str:
    near = nearest_of(fold(meant), fresh) if register.meetings.find(meant) is None else None
    if near is not None:
        raise GovregError(
            f"“{shown(meant)}” is not a meeting in the register, or a new one in the files (--as).", f"Did you mean “{fresh[near]}”?"
        )
    return resolve.meeting_id(register, meant)


def _taken(register: Register, word: str) -> tuple[str, str, Side]:
    of, _, side = word.rpartition("=")
    of = of.strip()
    chosen = next((one for one in _SIDES if one == fold(side)), None)
    if chosen is None:
        raise GovregError(
            f"“{shown(word)}” doesn't say whose value counts (--take).",
            "Write it as --take file, --take MEETING=register or --take MEETING.FIELD=file.",
        )
    name, dot, key = of.rpartition(".")
    if of and dot and name and re.fullmatch(r"[a-z_ ]+", fold(key)) and register.meetings.find(of) is None:
        return register.meetings.find(name) or name, _taken_field(key), chosen
    return (register.meetings.find(of) or of) if of else "", "", chosen


def _taken_field(word: str) -> str:
    """The field that `word` names. Raises GovregError for one that no meeting has."""
    fields = [one for one in Meeting.model_fields if one != "id"]
    key = fold(word).replace(" ", "_")
    if key in fields:
        return key
    near = nearest_of(key, fields)
    hint = f"Did you mean “{near}”?" if near else f"Fields: {', '.join(sorted(fields))}."
    raise GovregError(f"“{shown(word)}” is not a field of a meeting (--take).", hint)


def check_decisions(plan: ImportPlan, request: ImportRequest, taken: Taken) -> None:
    """Raise GovregError, with the nearest match, for a label, a title or a meeting that no paper has."""
    _check_columns(plan, request)
    _check_titles(plan, request)
    ids = [one.id for one in plan.meetings]
    for of, _, _ in taken:
        if of and of not in ids:
            near = nearest_of(of, ids)
            hint = f"Did you mean “{near}”?" if near else "“govreg import” without --write shows the id of each meeting to decide about."
            raise GovregError(f"“{shown(of)}” is not the id of a meeting in the files (--take).", hint)


def _check_columns(plan: ImportPlan, request: ImportRequest) -> None:
    if not request.columns:
        return
    there = {plain(one.label.text, brackets=True): one.label.text for one in plan.labels}
    known = {plain(text) for text in there.values()} | set(there)
    for label in request.columns:
        if plain(label) not in known and plain(label, brackets=True) not in known and not _is_written(label, request.documents):
            near = nearest_of(label, there.values())
            hint = f"Did you mean “{near}”?" if near else "Write the label as the file has it."
            raise GovregError(f"No column or label in the files is called “{shown(label)}” (--map).", hint)


def _is_written(label: str, documents: Iterable[Document]) -> bool:
    """Whether a table or a line of a paper has `label`, even where no meeting was found."""
    wanted = plain(label)
    return any(
        plain(re.split(r"[:\t]", line, maxsplit=1)[0]) == wanted
        for document in documents
        for text, _ in runs_of(document)
        for line in (text, *text.split("\n"))
    )


def _check_titles(plan: ImportPlan, request: ImportRequest) -> None:
    """Raise GovregError for a title that no paper has."""
    titles = {fold(reading.text): reading.text for one in plan.meetings for reading in one.readings if reading.key == "title"}
    titles |= {fold(one.title): one.title for one in plan.meetings}
    for word in request.same_as:
        title = word.rpartition("=")[0].strip()
        if fold(title) not in titles:
            near = nearest_of(title, titles.values())
            hint = f"Did you mean “{near}”?" if near else "Write it as the plan shows it."
            raise GovregError(f"No meeting in the files is called “{shown(title)}” (--as).", hint)
