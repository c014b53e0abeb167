"""Which pairs are worth weighing: those that have something rare in common, in areas that have to do with each other.

A meeting is compared with those of its own areas and of the areas these lie in, never with all: in another area there is no duplicate.
What too many meetings of an area have in common picks none of them out, so that the work grows as the register grows, not as its square.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, KeysView, Mapping, Sequence
from heapq import nsmallest
from itertools import chain, cycle, islice, product, starmap
from typing import Generic, TypeVar

from govreg.analysis.duplicates.pairs import IdPair, pair_of
from govreg.analysis.duplicates.profile import Profile
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

MOST_COPIES = 20_000
"""How many pairs are made of copies, each with those next to it: where 140 meetings are copies, every two of one text are compared."""


def candidates(scorer: Scorer, copies: Mapping[str, tuple[str, ...]]) -> KeysView[IdPair]:
    """The pairs that are worth weighing, those of one meeting one after the other.

    Copies of one meeting are looked at as one, so that their number hides nothing that they have in common with each other or with a
    third; nor does the number of those that nearly are. `copies` has the first of the meetings that say the same in the same areas
    -> all of them.
    """
    firsts = [scorer.by_id[id_] for id_ in copies]
    runs = scorer.frequencies.runs
    rare = {word for word, count in scorer.frequencies.document_frequency.items() if 1 < count <= RARE}
    samples = {profile.meeting.id: array("I", runs.rarest(profile.runs, SAMPLE)) for profile in firsts}

    def each(profile: Profile) -> Iterator[Profile]:
        return (scorer.by_id[id_] for id_ in copies[profile.meeting.id])

    copied_meetings = sum(len(ids) for ids in copies.values() if len(ids) > 1)
    next_to = max(1, MOST_COPIES // max(1, copied_meetings))
    areas = _Areas(firsts)
    marks = _AreaIndex(areas, lambda profile: {mark for one in each(profile) for mark in _marks(one)})
    words = _AreaIndex(areas, lambda profile: {word for one in each(profile) for word in rare.intersection(one.terms)})
    copied = _AreaIndex(areas, lambda profile: samples[profile.meeting.id])
    found = dict.fromkeys(_first_related(scorer.relations.related))
    for profile in firsts:
        here = profile.meeting.id
        near = marks.others(profile)
        for index in (words, copied):
            near.update({id_: count for id_, count in index.others(profile).items() if count >= FEWEST})
        near.pop(here, None)
        others: Iterable[str] = near if len(near) <= NEAREST else nsmallest(NEAREST, near, key=lambda id_: (-near[id_], id_))
        for another in others:
            found.update(dict.fromkeys(_between(copies[here], copies[another])))
        found.update(dict.fromkeys(_among(sorted(copies[here]), next_to)))
    found.update(dict.fromkeys(_neighbours(firsts, samples)))
    return found.keys()


def _neighbours(profiles: Iterable[Profile], samples: Mapping[str, Collection[int]]) -> Iterator[IdPair]:
    """Each meeting with the next of the same areas that has half of its sample, where more than `MOST` have it: copies but for a word."""
    having: dict[tuple[frozenset[str], int], list[str]] = defaultdict(list)
    for profile in profiles:
        for run in samples[profile.meeting.id]:
            having[profile.areas, run].append(profile.meeting.id)
    together = Counter(chain.from_iterable(map(pair_of, ids, ids[1:]) for ids in having.values() if len(ids) > MOST))
    return (pair for pair, count in together.items() if count >= max(FEWEST, min(len(samples[id_]) for id_ in pair) / 2))


def _first_related(related: Iterable[IdPair]) -> Iterator[IdPair]:
    """The pairs of `related` that are among the first `MOST` of one of the two: dozens report to one board, which reports to few."""
    counts: Counter[str] = Counter()
    for one, other in sorted(related):
        if counts[one] < MOST or counts[other] < MOST:
            yield one, other
        counts[one] += 1
        counts[other] += 1


def _between(ones: Sequence[str], others: Sequence[str]) -> Iterator[IdPair]:
    """The pairs of copies of one meeting and copies of another; of a great many, each with one of the other's, which says the same."""
    if len(ones) * len(others) <= NEAREST:
        return starmap(pair_of, product(ones, others))
    most = max(len(ones), len(others))
    return map(pair_of, islice(cycle(ones), most), islice(cycle(others), most))


def _among(copies: Sequence[str], next_to: int) -> Iterator[IdPair]:
    """The pairs of `copies`; of a great many, each with the `next_to` that come after it."""
    return ((id_, other) for place, id_ in enumerate(copies) for other in copies[place + 1 : place + 1 + next_to])


class _Areas:
    """Which meetings each area has."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self.having: dict[str, list[Profile]] = defaultdict(list)
        for profile in profiles:
            for area in profile.areas:
                self.having[area].append(profile)
        self.wider = {area for profile in profiles for area in profile.above - profile.areas}
        """The areas that meetings of others lie in."""


Thing = TypeVar("Thing", bound=Hashable)


class _AreaIndex(Generic[Thing]):
    """Which meetings of each area have which things; what more than `MOST` of them have is left out.

    Most things are in one meeting only: they are kept only where meetings of other areas look for them.
    """

    def __init__(self, areas: _Areas, things: Callable[[Profile], Collection[Thing]]) -> None:
        self._things = things
        self._ids: dict[str, dict[Thing, list[str]]] = {}
        for area, profiles in areas.having.items():
            found: dict[Thing, list[str]] = defaultdict(list)
            for profile in profiles:
                for thing in things(profile):
                    found[thing].append(profile.meeting.id)
            fewest = 1 if area in areas.wider else 2
            self._ids[area] = {thing: ids for thing, ids in found.items() if fewest <= len(ids) <= MOST}

    def others(self, profile: Profile) -> Counter[str]:
        """Meeting of an area of `profile` or of one above -> how many of its things they have in common; its own meeting is among them."""
        things = self._things(profile)
        here = [ids for area in profile.above if (ids := self._ids.get(area))]
        return Counter(chain.from_iterable(ids[thing] for ids in here for thing in things if thing in ids))


def _marks(profile: Profile) -> Iterator[tuple[str, Hashable]]:
    """What picks a meeting out at once: its topics, names, Acts and members, and what it works on now."""
    yield from (("topic", topic) for topic in profile.topics)
    yield from (("name", name) for name in profile.names | profile.core_names | profile.focus)
    yield from (("duty", duty) for duty in profile.duties)
    if profile.body is not None:
        yield "body", profile.body
    if len(profile.seats) >= SAME_SEATS:
        yield "seats", profile.seats
