"""Matches meetings of papers to the register's: by id, title or alias; where they are only similar, the person is asked."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from pydantic import ValidationError

from govreg.analysis.diff.match import match_meetings
from govreg.analysis.importing.organisations import bare
from govreg.model.edits import Value
from govreg.model.meeting import Meeting
from govreg.model.names import DEVICES, RESERVED, as_id, fold, is_id
from govreg.model.register import Register
from govreg.model.register import meetings as meetings_index

NEW = "new"
_BRACKETED = re.compile(r"\s*\([^()]*\)")


class Matched(NamedTuple):
    """The id of the meeting that a title names, and whether the register has it."""

    id: str
    known: bool
    like: str | None = None
    """A meeting of the register that it may be."""


class Described(NamedTuple):
    """What a paper calls a meeting: its title, its aliases, and its areas as ids (`areas`) and in words (`place`)."""

    title: str
    aliases: tuple[str, ...]
    areas: tuple[str, ...]
    place: str


def match_titles(register: Register, papers: Sequence[Described], decided: Mapping[str, str]) -> list[Matched | None]:
    """The register's meeting for each meeting of the papers; None where none is certainly the same.

    `decided` gives, by title in plain form, the id of the meeting that the person chose, or `new`.
    """
    names: dict[str, set[str]] = {}
    for id_, entry in register.meetings.items():
        for name in (entry.title, *entry.aliases, id_.replace("-", " ")):
            for one in (bare(name), bare(_BRACKETED.sub("", name))):
                names.setdefault(one, set()).add(id_)
    found: list[Matched | None] = []
    for paper in papers:
        title = bare(paper.title)
        if title in decided:
            found.append(None if decided[title] == NEW else Matched(decided[title], known=True))
            continue
        near = names.get(title) or names.get(bare(_BRACKETED.sub("", paper.title))) or set()
        near = near or {known for other in paper.aliases if (known := register.meetings.find(other)) is not None}
        meant = _among(register, near, paper)
        found.append(Matched(meant, known=True) if meant is not None else None)
    return found


def _among(register: Register, near: Collection[str], paper: Described) -> str | None:
    """Which of the meetings `near`, all of that title, `paper` describes: boards of one name in two places are two meetings."""
    with_place = as_id(f"{paper.title} {paper.place}")
    if paper.place and with_place in near:
        return with_place
    fitting = [id_ for id_ in near if not (paper.areas and register.meetings[id_].areas)]
    fitting += [id_ for id_ in near if paper.areas and set(register.meetings[id_].areas) == set(paper.areas)]
    same = [id_ for id_ in fitting if fold(register.meetings[id_].title) == fold(paper.title)] or fitting
    if len(same) == 1:
        return same[0]
    return as_id(paper.title) if as_id(paper.title) in same else None


def id_from(title: str) -> str:
    """An id for a new meeting, made from its title as `govreg new` makes it."""
    id_ = as_id(title) or as_id(f"meeting {title}")
    return id_ if is_id(id_) and id_ not in RESERVED and id_ not in DEVICES else as_id(f"meeting {id_}")


def questions(register: Register, planned: Mapping[str, Mapping[str, Value]], matched: frozenset[str]) -> dict[str, str]:
    """The meeting of the register that a new one may be, by the new one's id: the titles differ by a misspelling, or they are similar.

    `planned` has the fields of the new meetings by id; `matched` are the register's meetings that others in the papers are.
    """
    found: dict[str, str] = {}
    free = {id_: entry for id_, entry in register.meetings.items() if id_ not in matched}
    index = meetings_index(free)
    for id_, fields in planned.items():
        near = index.nearest(str(fields["title"]))
        if near is not None and _digits(near) == _digits(id_):
            found[id_] = near
    entries: dict[str, Meeting] = {id_: register.meetings[id_] for id_ in matched if id_ in register.meetings}
    for id_, fields in planned.items():
        try:
            entries[id_] = Meeting.model_validate({**fields, "id": id_})
        except ValidationError:
            continue
    alike, _ = match_meetings(register, replace(register, meetings=meetings_index(entries)))
    for match in alike:
        if match.after in planned and match.before in free:
            found.setdefault(match.after, match.before)
    return found


def among_files(register: Register, planned: Mapping[str, Mapping[str, Value]], files: Mapping[str, str]) -> dict[str, str]:
    """The new meeting of an earlier file that a new one may be, by the later one's id; found as those of the register are.

    `planned` has the fields of the new meetings by id, `files` the file of each. Two in one file are taken for two meetings.
    """
    found: dict[str, str] = {}
    entries: dict[str, Meeting] = {}
    for file in dict.fromkeys(files.values()):
        here = {id_: fields for id_, fields in planned.items() if files[id_] == file}
        if entries:
            found |= questions(replace(register, meetings=meetings_index(entries)), here, frozenset())
        for id_, fields in here.items():
            try:
                entries[id_] = Meeting.model_validate({**fields, "id": id_})
            except ValidationError:
                continue
    return found


def _digits(id_: str) -> list[str]:
    return re.findall(r"\d+", id_)
