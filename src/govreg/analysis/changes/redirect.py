"""Redirects links after a merger: meetings that report or link to the one that ended now do so to the one that takes on its work.

Only current links are redirected. Records stay as they are: what a meeting replaced, what a review recommended, whom an ended
meeting reported to. Seats aren't redirected either, since people have to decide who sits on the other meeting.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from govreg.analysis.changes.file_data import Files, remove_at, value_at
from govreg.model.edits import Edit, FileEdit, RegisterChange, SetValue, applied
from govreg.model.location import meeting_file
from govreg.model.register import Register

_Key = Literal["reports_to", "links_to"]
_KEYS: tuple[_Key, ...] = get_args(_Key)


@dataclass(frozen=True, slots=True)
class Redirection:
    """A meeting that reports or links (`key`) to the meeting `old`: to `new` instead; None where it is that one, or has it already."""

    meeting: str
    key: _Key
    old: str
    new: str | None


def redirections(register: Register, merged: Mapping[str, str]) -> tuple[Redirection, ...]:
    """The redirections that are needed if each meeting in `merged` continues in another."""
    return tuple(
        one
        for meeting in register.meetings.values()
        if meeting.live and meeting.id not in merged
        for key in _KEYS
        for one in _in_list(meeting.id, key, getattr(meeting, key), merged)
    )


def redirect(files: Files, redirected: Sequence[Redirection]) -> RegisterChange:
    """Write what is `redirected`."""
    edits: list[FileEdit] = []
    lists: dict[tuple[str, str], list[Redirection]] = {}
    for one in redirected:
        lists.setdefault((one.meeting, one.key), []).append(one)
    for (id_, key), ones in lists.items():
        data, old = files(meeting_file(id_)), {one.old for one in ones}
        items = value_at(data, (key,))
        places = [place for place, item in enumerate(items if isinstance(items, tuple) else ()) if item in old]
        made: list[Edit] = []
        for place, one in zip(reversed(places), reversed(ones), strict=True):  # so that the places before it stay
            made.append(SetValue((key, place), one.new) if one.new is not None else remove_at(data, (key, place)))
            data = applied(data, made[-1])
        edits += (FileEdit(meeting_file(id_), edit) for edit in made)
    return RegisterChange(tuple(edits))


def _in_list(meeting: str, key: _Key, ids: Sequence[str], merged: Mapping[str, str]) -> Iterator[Redirection]:
    """The redirections of the `ids` that `meeting` has in the field `key`."""
    there = {meeting, *(id_ for id_ in ids if id_ not in merged)}
    for id_ in ids:
        if id_ in merged:
            yield Redirection(meeting, key, id_, merged[id_] if merged[id_] not in there else None)
            there.add(merged[id_])
