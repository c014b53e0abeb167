"""What each change of a meeting means: a commitment more or less, a lead that moved, a heavier or a lighter meeting."""

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from govreg.analysis.diff.compare import MeetingChange
from govreg.model.markers import Means, marked
from govreg.model.meeting import Meeting


class ChangeKind(StrEnum):
    """What a change means, in the order in which it is told."""

    STARTED = "started"
    ENDED = "ended"
    RENAMED = "renamed"
    LEAD = "lead"
    """Who leads, supports or chairs is another."""
    HEAVIER = "heavier"
    """Held more often, or with more seats."""
    LIGHTER = "lighter"
    SCOPE = "scope"
    """It works on something else, or for other areas."""
    LIFE = "life"
    """It goes ahead, is suspended, or runs as a shadow."""
    REVIEW = "review"
    """Something else is recommended of it, or was decided."""
    OTHER = "other"
    RECORD = "record"
    """Only what the register keeps beside it: notes, sources, dates; or an entry of a meeting that has ended."""


class FieldChange(NamedTuple):
    """One thing that changed about a meeting, and what it means."""

    kind: ChangeKind
    key: str
    """The key of its file that it is about; `a_year` for what frequency, areas and instances come to; empty for the meeting whole."""


_KINDS = {key: ChangeKind(means.aspect) for key, means in marked(Meeting, Means).items()}
"""What a change of a field means; a change of another field is administrative."""

_REPORTED_WITH = {"started": {"status", "status_since", "status_reason"}, "ended": {"status", "status_since", "status_reason", "review"}}
"""What is told of a meeting that starts or ends without more words."""


def field_changes(change: MeetingChange) -> Iterator[FieldChange]:
    """What changed about a meeting."""
    if change.started or change.ended:
        effect = ChangeKind.STARTED if change.started else ChangeKind.ENDED
        yield FieldChange(effect, "")
    else:
        effect = None
    if change.retitled:
        yield FieldChange(ChangeKind.RENAMED, "")
    if change.before is None or change.after is None:
        if effect is None:
            yield FieldChange(ChangeKind.RECORD, "")
        return
    rest = [key for key in change.keys if key != "title"]
    if not change.lives_on:
        known = _REPORTED_WITH.get(effect or "", set())
        yield from (FieldChange(ChangeKind.RECORD, key) for key in rest if key not in known)
        return
    yield from _of_live(change.before, change.after, change, rest)


def _of_live(before: Meeting, after: Meeting, change: MeetingChange, keys: list[str]) -> Iterator[FieldChange]:
    a_year = _weighed(change.more)
    if a_year is not None or "frequency" in keys or _known(change):
        yield FieldChange(a_year or ChangeKind.OTHER, "a_year")
    for key in keys:
        if key == "participants":
            yield FieldChange(_of_seats(before, after), key)
        elif key != "frequency":
            same = _same_set(getattr(before, key, None), getattr(after, key, None))
            yield FieldChange(ChangeKind.RECORD if same else _KINDS.get(key, ChangeKind.RECORD), key)


def _known(change: MeetingChange) -> bool:
    """Whether its number a year is known on one side only."""
    return (change.more is None) and any(one is not None and one.total is not None for one in (change.counted_before, change.counted_after))


def _of_seats(before: Meeting, after: Meeting) -> ChangeKind:
    if sorted(before.participants, key=repr) == sorted(after.participants, key=repr):
        return ChangeKind.RECORD
    return _weighed(len(after.core_seats) - len(before.core_seats)) or ChangeKind.OTHER


def _weighed(more: Fraction | int | None) -> ChangeKind | None:
    if not more:
        return None
    return ChangeKind.HEAVIER if more > 0 else ChangeKind.LIGHTER


def _same_set(one: object, other: object) -> bool:
    """Whether two lists hold the same in another order."""
    return isinstance(one, tuple) and isinstance(other, tuple) and sorted(map(repr, one)) == sorted(map(repr, other))
