"""Which pairs are worth weighing: those that have something rare in common, in areas that have to do with each other.

A meeting is held against those of its own areas and of the areas these lie in, never against all: in another area there is
no duplicate. What too many meetings of an area have in common picks none of them out, so that the work grows as the
register grows, not as its square.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping

from govreg.analysis.duplicates.profile import Profile, Profiles
from govreg.analysis.duplicates.ties import Pair, Ties, pair_of

MOST = 20
"""How many meetings of one area may have a thing in common for it to pick them out."""

RARE = 12
"""In how many meetings of the register a word may stand to be rare."""

SAMPLE = 32
"""How many of a meeting's runs of words are looked up: those with the lowest check sums, which copies choose alike."""


def candidates(known: Profiles, ties: Ties) -> set[Pair]:
    """The pairs that are worth weighing."""
    often = Counter(term for profile in known.by_id.values() for term in profile.terms)
    things = {id_: tuple(_things(profile, often)) for id_, profile in known.by_id.items()}
    there: dict[tuple[Hashable, str], list[str]] = defaultdict(list)
    for id_, profile in known.by_id.items():
        for thing in things[id_]:
            for area in profile.areas:
                there[thing, area].append(id_)
    found = set(ties.tied)
    for id_, profile in known.by_id.items():
        for thing in things[id_]:
            for area in profile.above:
                others = there.get((thing, area), ())
                if 0 < len(others) <= MOST:
                    found.update(pair_of(id_, other) for other in others if other != id_)
    return found


def _things(profile: Profile, often: Mapping[str, int]) -> Iterator[Hashable]:
    """What picks a meeting out: its topics, names and Acts, its rare words, and a sample of its runs of words."""
    yield from (("topic", topic) for topic in profile.topics)
    yield from (("name", name) for name in profile.names)
    yield from (("focus", item) for item in profile.focus)
    yield from (("duty", duty) for duty in profile.duties)
    yield from (("word", term) for term in profile.terms if often[term] <= RARE)
    yield from sorted(profile.runs)[:SAMPLE]
