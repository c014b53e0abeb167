"""The same entry under other ids: what a meeting names, written as another register calls it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from govreg.model.cross_references import references
from govreg.model.location import KeyPath
from govreg.model.meeting import Meeting


@dataclass(frozen=True)
class IdMap:
    """For each kind of entry, the ids that are others in another register: old id -> new id."""

    meetings: Mapping[str, str] = field(default_factory=dict)
    organisations: Mapping[str, str] = field(default_factory=dict)
    areas: Mapping[str, str] = field(default_factory=dict)
    themes: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.meetings or self.organisations or self.areas or self.themes)

    @cached_property
    def swaps(self) -> Mapping[str, Mapping[str, str]]:
        """For each kind that a reference may have, the other id: a new one for an old, and the other way round.

        An entry that names the new id before there is one doesn't mean the entry that has it later.
        """
        meetings, organisations = _both_ways(self.meetings), _both_ways(self.organisations)
        return {
            "meeting": meetings,
            "organisation": organisations,
            "area": _both_ways(self.areas),
            "theme": _both_ways(self.themes),
            "meeting or organisation": {**organisations, **meetings},
        }


def _both_ways(ids: Mapping[str, str]) -> Mapping[str, str]:
    return {**{new: old for old, new in ids.items()}, **ids}


def renamed(meeting: Meeting, ids: IdMap) -> Meeting:
    """`meeting` with every id that it names, and its own, as `ids` have it."""
    new_id = ids.meetings.get(meeting.id, meeting.id)
    if not ids:
        return meeting
    others = [(one.path, new) for one in references(meeting) if (new := ids.swaps[one.kind].get(one.id)) is not None]
    if not others:
        return meeting if new_id == meeting.id else meeting.model_copy(update={"id": new_id})
    written: Any = meeting.model_dump(by_alias=True, exclude_unset=True, warnings="none")
    return Meeting.model_validate({**placed(written, others), "id": new_id})


def placed(value: Any, others: Iterable[tuple[KeyPath, str]]) -> Any:  # noqa: ANN401 - whatever an entry holds
    """`value` with each of `others` at its path; a key there, where the path leads to a key of the writer's choice."""
    below: dict[str | int, list[tuple[KeyPath, str]]] = {}
    for path, new in others:
        if not path:
            return new
        below.setdefault(path[0], []).append((path[1:], new))
    if isinstance(value, tuple | list):
        return tuple(placed(item, below[index]) if index in below else item for index, item in enumerate(value))
    keys = {step: one[0][1] for step, one in below.items() if not one[0][0] and not isinstance(value[step], str)}
    return {keys.get(key, key): placed(item, below[key]) if key in below and key not in keys else item for key, item in value.items()}
