"""Classifies the changes of a meeting: newly held or no longer held, lead, frequency, remit, members and others."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from govreg.analysis.diff.compare import MeetingChange, is_less, is_more
from govreg.model.markers import Means, marked
from govreg.model.meeting import Meeting


class ChangeKind(StrEnum):
    """The kinds of change, the weightiest first."""

    STARTED = "started"
    """Newly held: recorded for the first time, gone ahead, resumed or held again."""
    ENDED = "ended"
    """No longer held: ended, suspended or no longer in the register."""
    LIFE = "life"
    """Another status that leaves it held, or not held, as before; or an entry that isn't held comes or goes."""
    LEAD = "lead"
    """Another lead, support, secretariat or chair."""
    HEAVIER = "heavier"
    """Held more often."""
    LIGHTER = "lighter"
    """Held less often."""
    SCOPE = "scope"
    """Another remit or level: other work or areas, another kind or duty."""
    SEATS = "seats"
    """Other members or attendees."""
    RENAMED = "renamed"
    REVIEW = "review"
    """Another recommendation or decision."""
    OTHER = "other"
    RECORD = "record"
    """Administrative: notes, sources, dates; or the entry of a meeting that had ended."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A change of one field of a meeting, and its kind."""

    kind: ChangeKind
    key: str
    """The field's key in the file; `a_year` for what frequency, areas and instances come to; empty for the whole meeting."""


_KINDS = {key: ChangeKind(means.aspect) for key, means in marked(Meeting, Means).items()}
"""The kind of a change of each field; a change of any other field is administrative."""

_WITH_STATUS = frozenset({"status", "status_since", "status_reason"})
_REPORTED_WITH = {"started": _WITH_STATUS, "ended": _WITH_STATUS | {"review"}}
"""The fields that the sentence about a newly held or no longer held meeting covers already."""


def field_changes(change: MeetingChange) -> Iterator[FieldChange]:
    """What changed about a meeting."""
    effect = ChangeKind.STARTED if change.started else ChangeKind.ENDED if change.ended else None
    if effect is not None:
        yield FieldChange(effect, "")
    if change.retitled:
        yield FieldChange(ChangeKind.RENAMED, "")
    before, after = change.before, change.after
    if before is None or after is None:
        if effect is None:
            yield FieldChange(ChangeKind.LIFE if change.meeting.live else ChangeKind.RECORD, "")
        return
    rest = [key for key in change.keys if key != "title"]
    known = _REPORTED_WITH.get(effect or "", frozenset())
    if before.live and after.live:
        yield from _of_live(before, after, change, [key for key in rest if key not in known or key == "review"])
        return
    if "status" in rest and effect is None:
        yield FieldChange(ChangeKind.LIFE, "status")
        known = _WITH_STATUS
    yield from (FieldChange(ChangeKind.RECORD, key) for key in rest if key not in known)


def weightiest(change: MeetingChange) -> ChangeKind:
    """The weightiest kind among the changes of a meeting, under which it is counted."""
    kinds = {one.kind for one in field_changes(change)}
    return next(kind for kind in ChangeKind if kind in kinds)


def _of_live(before: Meeting, after: Meeting, change: MeetingChange, keys: list[str]) -> Iterator[FieldChange]:
    yearly = _yearly(change, keys)
    if yearly is not None:
        yield FieldChange(yearly, "a_year")
    for key in keys:
        if key == "participants":
            yield FieldChange(ChangeKind.RECORD if _same_seats(before, after) else ChangeKind.SEATS, key)
        elif key != "frequency":
            same = _same_set(getattr(before, key, None), getattr(after, key, None))
            yield FieldChange(ChangeKind.RECORD if same else _KINDS.get(key, ChangeKind.RECORD), key)


def _yearly(change: MeetingChange, keys: list[str]) -> ChangeKind | None:
    """The kind of a change of frequency; None if there is none. It is more or less often only if every reading says so."""
    if is_more(change) or is_less(change):
        return ChangeKind.HEAVIER if is_more(change) else ChangeKind.LIGHTER
    totals = [one.total if one is not None else None for one in (change.yearly_before, change.yearly_after)]
    return ChangeKind.OTHER if "frequency" in keys or (change.stays_held and totals[0] != totals[1]) else None


def _same_seats(before: Meeting, after: Meeting) -> bool:
    """Whether the participants are the same in another order."""
    return sorted(before.participants, key=repr) == sorted(after.participants, key=repr)


def _same_set(one: object, other: object) -> bool:
    """Whether two lists hold the same in another order."""
    return isinstance(one, tuple) and isinstance(other, tuple) and sorted(map(repr, one)) == sorted(map(repr, other))
