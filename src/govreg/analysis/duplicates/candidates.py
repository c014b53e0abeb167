"""Which pairs are worth weighing: those that have something rare in common, in areas that have to do with each other.

A meeting is held against those of its own areas and of the areas these lie in, never against all: in another area there is
no duplicate. What too many meetings of an area have in common picks none of them out, so that the work grows as the
register grows, not as its square.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import product
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


NEAREST = 50
"""With how many others a meeting is compared at most: those that it has the most such things in common with."""

MOST_COPIES = 40_000
"""How many pairs are made of the copies of one meeting, each with those next to it: of 200 copies, every two are compared."""


def candidates(known: Profiles, ties: Relations) -> set[Pair]:
    """The pairs that are worth weighing.

    Copies of one meeting are looked at as one, so that their number hides nothing that they have in common with each other
    or with a third.
    """
    firsts = [known.by_id[id_] for id_ in known.copies]
    often = Counter(term for profile in firsts for term in profile.terms)
    things = {
        first: tuple(dict.fromkeys(thing for id_ in ids for thing in _things(known.by_id[id_], often)))
        for first, ids in known.copies.items()
    }
    samples = {profile.meeting.id: sorted(known.runs.shared(profile.runs))[:SAMPLE] for profile in firsts}
    alike, copied = _AreaIndex(firsts, things), _AreaIndex(firsts, samples)
    found = set(ties.related)
    for profile in firsts:
        here = profile.meeting.id
        near = Counter(_near(profile, things[here], samples[here], alike, copied))
        del near[here]
        others = near if len(near) <= NEAREST else nsmallest(NEAREST, near, key=lambda id_: (-near[id_], id_))
        found.update(pair_of(id_, other) for another in others for id_, other in product(known.copies[here], known.copies[another]))
        found.update(_among(sorted(known.copies[here])))
    return found


def _near(
    profile: Profile,
    things: Sequence[tuple[str, str]],
    sample: Sequence[int],
    alike: "_AreaIndex[tuple[str, str]]",
    copied: "_AreaIndex[int]",
) -> Iterator[str]:
    """The meetings that have something rare in common with `profile`: each as often as they have."""
    for thing in things:
        most = MOST_AT_WORK if thing[0] == "focus" else MOST
        for others in alike.others(thing, profile, most):
            yield from others
    shared: Counter[str] = Counter()
    for run in sample:
        for others in copied.others(run, profile, MOST):
            shared.update(others)
    yield from (other for other, count in shared.items() if count >= FEWEST for _ in range(count))


def _among(copies: Sequence[str]) -> Iterator[Pair]:
    """The pairs of `copies`; of a great many, each with the next."""
    next_to = max(1, MOST_COPIES // len(copies))
    return ((id_, other) for place, id_ in enumerate(copies) for other in copies[place + 1 : place + 1 + next_to])


Thing = TypeVar("Thing", bound=Hashable)


class _AreaIndex(Generic[Thing]):
    """Which meetings of each area have which things."""

    def __init__(self, profiles: Iterable[Profile], things: Mapping[str, Sequence[Thing]]) -> None:
        self._ids: dict[tuple[Thing, str], list[str]] = defaultdict(list)
        for profile in profiles:
            for thing in things[profile.meeting.id]:
                for area in profile.areas:
                    self._ids[thing, area].append(profile.meeting.id)

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
