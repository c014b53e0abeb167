"""Which duplicates a change of the register brings: pairs that were not raised before, of which a meeting is new or says something else."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from govreg.analysis.diff.compare import MeetingChange, RegisterDiff
from govreg.analysis.duplicates.comparison import Comparison
from govreg.analysis.duplicates.pairs import IdPair, pair_of
from govreg.analysis.duplicates.search import Pair, Query, find_duplicates
from govreg.analysis.progress import Tracker, untracked
from govreg.model.markers import Weighed, marked
from govreg.model.meeting import Meeting


@dataclass(frozen=True, slots=True)
class NewPair:
    """A pair that is raised, and was not, or not so surely."""

    pair: Pair
    before: str | None
    """The grade that it had before; None where it was not raised."""
    comparison: Comparison
    """The register after, made ready to compare."""


def new_pairs(changes: RegisterDiff) -> tuple[NewPair, ...]:
    """The pairs that are raised in the register after, and were not or less surely in the one before, by falling score."""
    asked = new_pairs_between(changes, Query())
    if not asked.among:
        return ()
    found = find_duplicates(changes.after, asked)
    return tuple(NewPair(pair, asked.known((pair.a, pair.b)), found.comparison) for pair in found.pairs)


def new_pairs_between(changes: RegisterDiff, asked: Query, watch: Tracker = untracked) -> Query:
    """What is asked of the register after, kept to what the change brings: pairs with a meeting that is new or says something else.

    The register before is compared only once there is such a pair.
    """
    touched = frozenset(change.after.id for change in changes.meetings if change.after is not None and _speaks(change))

    @cache
    def before() -> Mapping[IdPair, str]:
        ids = changes.ids.meetings
        found = find_duplicates(changes.before, replace(asked, limit=0, meeting=None), watch).pairs
        return {pair_of(ids.get(pair.a, pair.a), ids.get(pair.b, pair.b)): pair.grade for pair in found}

    return replace(asked, among=touched, known=lambda pair: before().get(pair))


def _speaks(change: MeetingChange) -> bool:
    """Whether it is new, or says something else of what is weighed."""
    return change.before is None or change.started or not marked(Meeting, Weighed).keys().isdisjoint(change.keys)
