"""How often things agree by chance: what the register's own meetings and comparable pairs say of each word, subject and member."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import fsum, log10

from govreg.analysis.duplicates.profile import Profile
from govreg.analysis.duplicates.signals import EXPECTED, UNSEEN
from govreg.analysis.text.shingles import ShingleIndex

Thing = tuple[Hashable, ...]
"""Something that two meetings may have in common: its sort, and last its name, as in `("seat", "organisation:opcc")`."""


@dataclass(frozen=True)
class Frequencies:
    """How common each thing is, among the entries for words and among the comparable pairs for the rest.

    Pairs of one area and pairs of an area and one in it are counted apart: a county board and the district bodies below it are bound to
    share their subject, which says little of them, and nothing of two bodies of the county.
    """

    entries: int
    """How many meetings there are, copies of one counted once."""
    pairs: Mapping[bool, int]
    """Whether of one area -> how many comparable pairs there are."""
    agreeing: Mapping[tuple[bool, Thing], int]
    """Whether of one area, and thing -> how many comparable pairs have it in common."""
    document_frequency: Mapping[str, int]
    """Stem -> how many entries say it."""
    runs: ShingleIndex

    @cached_property
    def words(self) -> Mapping[str, float]:
        """Stem -> how surprising it is that another entry says it too, at least 0: the factor of ten by which few others do."""
        return {stem: _surprise(count, self.entries) for stem, count in self.document_frequency.items()}

    @cached_property
    def unheard(self) -> float:
        """How surprising a word is that no counted entry says, only copies of one."""
        return _surprise(1, self.entries)

    def rarity(self, thing: Thing, *, same_area: bool) -> float:
        """How surprising it is that two meetings have `thing` in common, at least 0: half the factor of ten by which few pairs do.

        Half, because a pair could have agreed on any of the things that either has: of meetings with one subject each out of ten, one
        pair in ten agrees on a subject, and one in a hundred on a given one.
        """
        return self.rarities[same_area][thing[:-1]].get(thing[-1], self.alone[same_area])

    def share(self, thing: Thing, *, same_area: bool) -> tuple[int, int]:
        """How many comparable pairs have `thing` in common, and of how many: those of one area, or those of an area and one in it."""
        return self.agreeing.get((same_area, thing), 0), self.pairs.get(same_area, 0)

    @cached_property
    def alone(self) -> Mapping[bool, float]:
        """The rarity of what no two comparable meetings have, or one pair."""
        return {same: max(0.0, log10(most) / 2) for same, most in self._most.items()}

    @cached_property
    def rarities(self) -> Mapping[bool, Mapping[Thing, Mapping[Hashable, float]]]:
        """Whether of one area -> sort -> name -> the rarity of each thing that two comparable pairs have in common, or more.

        They are by sort as thousands of pairs have dozens of topics and seats each.
        """
        found: dict[bool, dict[Thing, dict[Hashable, float]]] = {True: defaultdict(dict), False: defaultdict(dict)}
        for (same, thing), count in self.agreeing.items():
            if count > 1:
                found[same][thing[:-1]][thing[-1]] = max(0.0, log10(self._most[same] / count) / 2)
        return found

    @cached_property
    def _most(self) -> Mapping[bool, float]:
        """Whether of one area -> comparable pairs, with those of the entries that are taken to say nothing of it."""
        return {same: count + UNSEEN * 2 * count / max(1, self.entries) + UNSEEN**2 / 2 for same, count in self.pairs.items()}

    @property
    def comparable(self) -> float:
        """With how many others a meeting can be compared, on average."""
        return 2 * sum(self.pairs.values()) / max(1, self.entries)


def together(rarities: Sequence[float], size: int) -> float:
    """What several things in common add, of `size` that the shorter entry has: those not in common take away.

    Fellegi and Sunter's sum over fields: log10(m / u) where they agree and log10((1 - m) / (1 - u)), u being small, where they don't.
    """
    if not rarities:
        return 0.0
    agree = fsum([rarity - _OF_ONE_BODY for rarity in rarities if rarity > _OF_ONE_BODY])
    return max(0.0, agree - (size - len(rarities)) * _MISSING)


_OF_ONE_BODY = -log10(EXPECTED)
_MISSING = -log10(1 - EXPECTED)


def frequencies(profiles: Sequence[Profile], document_frequency: Mapping[str, int]) -> Frequencies:
    """The frequencies of `profiles`, of copies the first of each; `document_frequency` has for each stem how many of them say it."""
    pairs, agreeing = _agreeing(profiles)
    return Frequencies(
        len(profiles),
        pairs,
        agreeing,
        document_frequency,
        ShingleIndex([profile.runs for profile in profiles], _weight_of_a_run(len(profiles))),
    )


def _surprise(count: int, entries: int) -> float:
    """How surprising it is that a second entry has what `count` of `entries` have: the factor of ten by which few others do."""
    return max(0.0, log10((entries - 1 + UNSEEN) / max(1, count - 1)))


def _weight_of_a_run(entries: int) -> Callable[[int], float]:
    """From how many entries have something to its weight: 1 where one other has it, 0 where a third of them do."""
    most = _surprise(1, entries) - _OF_ONE_BODY
    return lambda count: max(0.0, _surprise(count, entries) - _OF_ONE_BODY) / most


def comparable(one: Profile, other: Profile) -> bool:
    """Whether two meetings could do one piece of work: their areas are the same, or one's lies in the other's."""
    return bool(one.areas & other.above or other.areas & one.above)


def things(profile: Profile) -> Iterator[Thing]:
    """The subjects, names and members that a meeting may share; a subject once for each way that shows it as plainly or less."""
    for topic, level in profile.topics.items():
        yield from (("topic", lower, topic) for lower in range(1, level + 1))
    yield from (("name", name) for name in profile.core_names)
    yield from (("seat", seat) for seat in profile.seats)


class _Places:
    """The sets of areas that meetings have, and which of them have to do with each other."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self.of: dict[str, int] = {}
        numbers: dict[frozenset[str], int] = {}
        above: list[frozenset[str]] = []
        for profile in profiles:
            number = numbers.setdefault(profile.areas, len(numbers))
            if number == len(above):
                above.append(profile.above)
            self.of[profile.meeting.id] = number
        with_area: dict[str, list[int]] = defaultdict(list)
        for areas, number in numbers.items():
            for area in areas:
                with_area[area].append(number)
        touching = [{other for area in areas for other in with_area.get(area, ())} for areas in above]
        self.up: list[tuple[int, ...]] = [
            tuple(sorted(other for other in found if other != number and (number not in touching[other] or number < other)))
            for number, found in enumerate(touching)
        ]
        """For each set, the others that hold it; of two that hold each other, one."""

    def pairs(self, counted: Mapping[int, int]) -> tuple[int, int]:
        """How many pairs there are of one set, and of two that have to do with each other, where each set has so many meetings."""
        same = sum(count * (count - 1) // 2 for count in counted.values())
        apart = sum(count * counted.get(other, 0) for number, count in counted.items() for other in self.up[number])
        return same, apart


def comparable_pairs(profiles: Sequence[Profile]) -> int:
    """How many pairs of `profiles` could do one piece of work."""
    places = _Places(profiles)
    return sum(places.pairs(Counter(places.of.values())))


def _agreeing(profiles: Sequence[Profile]) -> tuple[dict[bool, int], dict[tuple[bool, Thing], int]]:
    places = _Places(profiles)
    all_, found = Counter(places.of.values()), defaultdict[Thing, list[int]](list)
    for profile in profiles:
        for thing in things(profile):
            found[thing].append(places.of[profile.meeting.id])
    same, apart = places.pairs(all_)
    agreeing: dict[tuple[bool, Thing], int] = {}
    for thing, numbers in found.items():
        if len(numbers) > 1:
            agreeing[True, thing], agreeing[False, thing] = places.pairs(Counter(numbers))
    return {True: same, False: apart}, agreeing
