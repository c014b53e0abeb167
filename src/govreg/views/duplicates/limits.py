"""What a comparison of meetings can't see."""

from collections.abc import Iterator

from govreg.analysis.duplicates.comparison import EXHAUSTIVE, Comparison
from govreg.analysis.duplicates.profile import MOST_TOPICS
from govreg.analysis.duplicates.search import SearchResult


def limits(found: SearchResult) -> Iterator[str]:
    """What the comparison can't see: pairs that aren't weighed, and entries that say too little to judge; nothing if there are none."""
    if not found.comparison.weighs_every_pair:
        yield f"Of more than {EXHAUSTIVE:,} meetings, only pairs with something uncommon in common are weighed."
    yield from about_many_topics(found.comparison)
    compared = [one.meeting for one in found.comparison.by_id.values() if one.meeting.live]
    thin = sum(not one.purpose and not one.focus and not one.themes for one in compared)
    if thin and len(compared) > 1:
        have, their = ("has", "its name") if thin == 1 else ("have", "their names")
        states = f"{thin:,} of {len(compared):,} entries {have} no purpose, focus or theme"
        yield f"{states}, so little more than {their} and members could be compared."


def about_many_topics(comparison: Comparison) -> Iterator[str]:
    """How many meetings work on more subjects than are compared; nothing if none does."""
    count = comparison.with_more_topics
    if count:
        meetings, its, each = ("1 meeting works", "its", "") if count == 1 else (f"{count:,} meetings work", "the", " of each")
        yield f"{meetings} on more than {MOST_TOPICS} subjects: only {its} {MOST_TOPICS} plainest{each} are compared."
