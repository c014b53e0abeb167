"""Which pairs are worth weighing: those that have something rare in common, in areas that have to do with each other.

A meeting is compared with those of its own areas and of the areas these lie in, never with all: in another area there is no duplicate.
What too many meetings of an area have in common picks none of them out, so that the work grows as the register grows, not as its square.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import product
from typing import Generic, TypeVar

from govreg.analysis.duplicates.profile import Profile
from govreg.analysis.duplicates.relations import Pair, pair_of
from govreg.analysis.duplicates.score import Scorer

MOST = 20
"""How many meetings of one area may have a thing in common for it to pick them out."""

RARE = 12
"""In how many meetings of the register a rare word may be."""

SAMPLE = 32
"""How many of a meeting's runs of words that others have too are looked up: the rarest, of which copies choose the same."""

FEWEST = 2
"""How many rare words or runs two meetings must have in common: a single one is chance."""

SAME_SEATS = 3
"""From how many members on a list that is wholly the same picks two meetings out."""

NEAREST = 50
"""With how many others a meeting is compared at most: those that it has the most such things in common with."""

MOST_COPIES = 40_000
"""How many pairs are made of the copies of one meeting, each with those next to it: of 200 copies, every two are compared."""


def candidates(scorer: Scorer, copies: Mapping[str, tuple[str, ...]]) -> set[Pair]:
    """The pairs that are worth weighing.

    Copies of one meeting are looked at as one, so that their number hides nothing that they have in common with each other or with a
    third. `copies` has the first of the meetings that say the same in the same areas -> all of them.
    """
    firsts = [scorer.by_id[id_] for id_ in copies]
    words, runs = scorer.frequencies.document_frequency, scorer.frequencies.runs
    things = {first: dict.fromkeys(thing for id_ in ids for thing in _things(scorer.by_id[id_], words)) for first, ids in copies.items()}
    having = Counter(thing for here in things.values() for thing in here)
    picked = {first: tuple(thing for thing in here if having[thing] > 1) for first, here in things.items()}
    samples = {
        profile.meeting.id: nsmallest(SAMPLE, runs.shared(profile.runs), key=lambda run: (runs.count(run), run)) for profile in firsts
    }
    alike, copied = _AreaIndex(firsts, picked), _AreaIndex(firsts, samples)
    found = set(scorer.relations.related)
    for profile in firsts:
        here = profile.meeting.id
        near = Counter(_near(profile, picked[here], samples[here], alike, copied))
        near.pop(here, None)
        others: Iterable[str] = near if len(near) <= NEAREST else nsmallest(NEAREST, near, key=lambda id_: (-near[id_], id_))
        found.update(pair_of(id_, other) for another in others for id_, other in product(copies[here], copies[another]))
        found.update(_among(sorted(copies[here])))
    return found


def _near(
    profile: Profile,
    picked: Sequence[tuple[str, Hashable]],
    sample: Sequence[int],
    alike: "_AreaIndex[tuple[str, Hashable]]",
    copied: "_AreaIndex[int]",
) -> Iterator[str]:
    """The meetings that have something rare in common with `profile`: each as often as they have."""
    words: Counter[str] = Counter()
    for thing in picked:
        for others in alike.others(thing, profile, MOST):
            if thing[0] == "word":
                words.update(others)
            else:
                yield from others
    yield from (other for other, count in words.items() if count >= FEWEST for _ in range(count))
    shared: Counter[str] = Counter()
    for run in sample:
        for others in copied.others(run, profile, MOST):
            shared.update(others)
    yield from (other for other, count in shared.items() if count >= FEWEST for _ in range(count))


def _among(copies: Sequence[str]) -> Iterator[Pair]:
    """The pairs of `copies`; of a great many, each with those next to it."""
    next_to = max(1, MOST_COPIES // len(copies))
    return ((id_, other) for place, id_ in enumerate(copies) for other in copies[place + 1 : place + 1 + next_to])


Thing = TypeVar("Thing", bound=Hashable)


class _AreaIndex(Generic[Thing]):
    """Which meetings of each area have which things."""

    def __init__(self, profiles: Iterable[Profile], picked: Mapping[str, Sequence[Thing]]) -> None:
        self._ids: dict[tuple[Thing, str], list[str]] = defaultdict(list)
        for profile in profiles:
            for thing in picked[profile.meeting.id]:
                for area in profile.areas:
                    self._ids[thing, area].append(profile.meeting.id)

    def others(self, thing: Thing, profile: Profile, most: int) -> Iterator[list[str]]:
        """Those that have `thing`, for each area of `profile` and those above it, where they are no more than `most`."""
        for area in profile.above:
            ids = self._ids.get((thing, area))
            if ids is not None and len(ids) <= most:
                yield ids


def _things(profile: Profile, often: Mapping[str, int]) -> Iterator[tuple[str, Hashable]]:
    """What picks a meeting out: its topics, names, Acts and members, what it works on now, and its rare words."""
    yield from (("topic", topic) for topic in profile.topics)
    yield from (("name", name) for name in profile.names | profile.core_names | profile.focus)
    yield from (("duty", duty) for duty in profile.duties)
    yield from (("word", term) for term in profile.terms if 1 < often[term] <= RARE)
    if profile.body is not None:
        yield "body", profile.body
    if len(profile.seats) >= SAME_SEATS:
        yield "seats", profile.seats
