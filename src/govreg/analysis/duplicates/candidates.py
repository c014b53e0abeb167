"""Which pairs are worth weighing: those that have something rare in common, in areas that have to do with each other.

A meeting is held against those of its own areas and of the areas these lie in, never against all: in another area there is
no duplicate. What too many meetings of an area have in common picks none of them out, so that the work grows as the
register grows, not as its square.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from govreg.analysis.duplicates.profile import Profile, Profiles
from govreg.analysis.duplicates.relations import Pair, Relations, pair_of

MOST = 20
"""How many meetings of one area may have a thing in common for it to pick them out."""

MOST_AT_WORK = 5
"""How many of them may have an item of work in common: beyond that, having it adds next to nothing to a sum."""

RARE = 12
"""In how many meetings of the register a word may stand to be rare."""

SAMPLE = 32
"""How many of a meeting's runs of words that others have too are looked up: those with the lowest check sums, which copies choose alike."""

FEWEST = 2
"""How many of these runs two meetings must have in common: a single one is chance, and too few to count as copied."""


def candidates(known: Profiles, ties: Relations) -> set[Pair]:
    """The pairs that are worth weighing."""
    often = Counter(term for profile in known.by_id.values() for term in profile.terms)
    things = {id_: tuple(_things(profile, often)) for id_, profile in known.by_id.items()}
    samples = {id_: sorted(known.runs.shared(profile.runs))[:SAMPLE] for id_, profile in known.by_id.items()}
    alike, copied = _AreaIndex(known, things), _AreaIndex(known, samples)
    found = set(ties.related)
    for id_, profile in known.by_id.items():
        for thing in things[id_]:
            most = MOST_AT_WORK if thing[0] == "focus" else MOST
            for others in alike.others(thing, profile, most):
                found.update(pair_of(id_, other) for other in others if other != id_)
        shared: Counter[str] = Counter()
        for run in samples[id_]:
            for others in copied.others(run, profile, MOST):
                shared.update(others)
        found.update(pair_of(id_, other) for other, count in shared.items() if count >= FEWEST and other != id_)
    return found


Thing = TypeVar("Thing", bound=Hashable)


class _AreaIndex(Generic[Thing]):
    """Which meetings of each area have which things."""

    def __init__(self, known: Profiles, things: Mapping[str, Sequence[Thing]]) -> None:
        self._ids: dict[tuple[Thing, str], list[str]] = defaultdict(list)
        for id_, profile in known.by_id.items():
            for thing in things[id_]:
                for area in profile.areas:
                    self._ids[thing, area].append(id_)

    def others(self, thing: Thing, profile: Profile, most: int) -> Iterator[list[str]]:
        """Those that have `thing`, for each area of `profile` and those above it, where they are no more than `most`."""
        for area in profile.above:
            ids = self._ids.get((thing, area))
            if ids is not None and len(ids) <= most:
                yield ids


def _things(profile: Profile, often: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """What picks a meeting out: its topics, names and Acts, what it works on now, and its rare words."""
    yield from (("topic", topic) for topic in profile.topics)
    yield from (("name", name) for name in profile.names)
    yield from (("focus", item) for item in profile.focus)
    yield from (("duty", duty) for duty in profile.duties)
    yield from (("word", term) for term in profile.terms if 1 < often[term] <= RARE)
