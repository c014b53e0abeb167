"""Which duplicates a change of the register brings: pairs that were not raised before, of which a meeting is new or says something else."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from govreg.analysis.diff.compare import MeetingChange, RegisterDiff
from govreg.analysis.duplicates.comparison import Comparison, build_comparison
from govreg.analysis.duplicates.pairs import IdPair, pair_of
from govreg.analysis.duplicates.search import Pair, Query, find_duplicates, known_pairs
from govreg.analysis.duplicates.weights import GRADES
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
    """All pairs that are raised in the register after, and were not or less surely in the one before, by falling score."""
    if not _touched(changes):
        return ()
    comparison = build_comparison(changes.after)
    asked = new_pairs_between(changes, Query(limit=sys.maxsize), comparison)
    found = find_duplicates(changes.after, asked, comparison=comparison)
    return tuple(NewPair(pair, _grade(asked.known((pair.a, pair.b))), comparison) for pair in found.pairs)


def new_pairs_between(changes: RegisterDiff, asked: Query, comparison: Comparison, watch: Tracker = untracked) -> Query:
    """What is asked of the register after, kept to what the change brings: pairs with a meeting that is new or says something else.

    `comparison` is of the register after. The one before is compared only once there is such a pair.
    """
    touched, ids = _touched(changes), changes.ids.meetings

    @cache
    def before() -> Mapping[IdPair, str]:
        old = frozenset(id_ for id_ in changes.before.meetings if ids.get(id_, id_) in touched)
        compared = build_comparison(changes.before, watch, like=comparison)
        found = known_pairs(compared, replace(asked, among=old, meeting=None), watch)
        return {pair_of(ids.get(a, a), ids.get(b, b)): surely for (a, b), surely in found.items()}

    return replace(asked, among=touched, known=lambda pair: before().get(pair))


def _touched(changes: RegisterDiff) -> frozenset[str]:
    """The meetings of the register after that are new, or say something else."""
    return frozenset(change.after.id for change in changes.meetings if change.after is not None and _speaks(change))


def _speaks(change: MeetingChange) -> bool:
    """Whether it is new, or says something else of what is weighed."""
    return change.before is None or change.started or not marked(Meeting, Weighed).keys().isdisjoint(change.keys)


def _grade(known: str | None) -> str | None:
    """The grade of a pair that is known so surely; None where it was no more than listed."""
    return known if known in GRADES else None
