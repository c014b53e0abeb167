"""What each change of a meeting means: a commitment more or less, a lead that moved, a heavier or a lighter meeting."""

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from govreg.analysis.change import Change
from govreg.model.meeting import INVITED, Meeting


class Effect(StrEnum):
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


class Aspect(NamedTuple):
    """One thing that changed about a meeting, and what it means."""

    effect: Effect
    key: str
    """The key of its file that it is about; `a_year` for what frequency, areas and instances come to; empty for the meeting whole."""


_EFFECTS = {
    "lead": Effect.LEAD,
    "support": Effect.LEAD,
    "chair": Effect.LEAD,
    "purpose": Effect.SCOPE,
    "focus": Effect.SCOPE,
    "themes": Effect.SCOPE,
    "areas": Effect.SCOPE,
    "kind": Effect.SCOPE,
    "level": Effect.SCOPE,
    "statutory": Effect.SCOPE,
    "status": Effect.LIFE,
    "review": Effect.REVIEW,
    "duration": Effect.OTHER,
    "reports_to": Effect.OTHER,
    "links_to": Effect.OTHER,
    "supersedes": Effect.OTHER,
    "instances": Effect.OTHER,
    "visibility": Effect.OTHER,
}
"""What a change of a key means; of the keys that are not here it is told in the record only."""

_TOLD_WITH = {"started": {"status", "status_since"}, "ended": {"status", "status_since", "review"}}
"""What is told of a meeting that starts or ends without more words."""


def aspects(change: Change) -> Iterator[Aspect]:
    """What changed about a meeting."""
    if change.started or change.ended:
        effect = Effect.STARTED if change.started else Effect.ENDED
        yield Aspect(effect, "")
    else:
        effect = None
    if change.retitled:
        yield Aspect(Effect.RENAMED, "")
    if change.before is None or change.after is None:
        if effect is None:
            yield Aspect(Effect.RECORD, "")
        return
    rest = [key for key in change.keys if key != "title"]
    if not change.lives_on:
        known = _TOLD_WITH.get(effect or "", set())
        yield from (Aspect(Effect.RECORD, key) for key in rest if key not in known)
        return
    yield from _of_live(change.before, change.after, change, rest)


def _of_live(before: Meeting, after: Meeting, change: Change, keys: list[str]) -> Iterator[Aspect]:
    a_year = _weighed(change.more)
    if a_year is not None or "frequency" in keys or _known(change):
        yield Aspect(a_year or Effect.OTHER, "a_year")
    for key in keys:
        if key == "participants":
            yield Aspect(_of_seats(before, after), key)
        elif key != "frequency":
            same = _same_set(getattr(before, key, None), getattr(after, key, None))
            yield Aspect(Effect.RECORD if same else _EFFECTS.get(key, Effect.RECORD), key)


def _known(change: Change) -> bool:
    """Whether its number a year is known on one side only."""
    return (change.more is None) and any(one is not None and one.total is not None for one in (change.counted_before, change.counted_after))


def _of_seats(before: Meeting, after: Meeting) -> Effect:
    if sorted(before.participants, key=repr) == sorted(after.participants, key=repr):
        return Effect.RECORD
    return _weighed(len(seats(after)) - len(seats(before))) or Effect.OTHER


def seats(meeting: Meeting) -> frozenset[tuple[str, str]]:
    """Who has a core seat on a meeting, each once however many roles."""
    return frozenset(seat.sender for seat in meeting.participants if seat.attendance not in INVITED)


def _weighed(more: Fraction | int | None) -> Effect | None:
    if not more:
        return None
    return Effect.HEAVIER if more > 0 else Effect.LIGHTER


def _same_set(one: object, other: object) -> bool:
    """Whether two lists hold the same in another order."""
    return isinstance(one, tuple) and isinstance(other, tuple) and sorted(map(repr, one)) == sorted(map(repr, other))
