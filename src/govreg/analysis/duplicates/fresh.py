"""Which duplicates a change of the register brings: pairs that were not raised before, of which a meeting is new or says something else."""

from typing import NamedTuple

from govreg.analysis.change import Change, Changes
from govreg.analysis.duplicates.asked import Asked, Pair, ask

_WEIGHED = frozenset(
    "title aliases kind level statutory areas lead status purpose focus themes participants review supersedes reports_to links_to".split()
)
"""The keys that speak for a duplicate or against one."""


class Fresh(NamedTuple):
    """A pair that is raised, and was not, or not so surely."""

    pair: Pair
    was: str | None
    """The grade that it had before; None where it was not raised."""


def fresh(changes: Changes) -> tuple[Fresh, ...]:
    """The pairs that are raised in the register after, and were not or less surely in the one before, by falling score."""
    touched = frozenset(change.after.id for change in changes.meetings if change.after is not None and _speaks(change))
    if not touched:
        return ()
    ids = changes.ids.meetings
    known: dict[tuple[str, str], str] = {}
    for pair in ask(changes.before, Asked()).pairs:
        a, b = sorted((ids.get(pair.a, pair.a), ids.get(pair.b, pair.b)))
        known[a, b] = pair.grade
    found = ask(changes.after, Asked(among=touched, known=known)).pairs
    return tuple(Fresh(pair, known.get((pair.a, pair.b))) for pair in found)


def _speaks(change: Change) -> bool:
    """Whether it is new, or says something else of what is weighed."""
    return change.before is None or change.started or not _WEIGHED.isdisjoint(change.keys)
