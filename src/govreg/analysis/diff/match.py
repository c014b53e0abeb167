"""Matches the meetings of two registers: by id, by what one entry records about the other, or else by similarity."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property, lru_cache
from heapq import nsmallest
from itertools import chain
from typing import NamedTuple, TypeVar

from govreg.analysis.diff.ids import IdMap, renamed
from govreg.analysis.diff.partners import Pair, only, partners
from govreg.analysis.memo import Memo
from govreg.analysis.text.phrases import LONGEST_PHRASE
from govreg.analysis.text.words import is_content_word, singular, split
from govreg.model.beginnings import beginning
from govreg.model.entries import Area, Organisation, Theme
from govreg.model.entry_index import EntryIndex
from govreg.model.meeting import Meeting, Sender
from govreg.model.names import fold
from govreg.model.register import Register

ALIKE = 0.6
"""How similar two entries with different ids must be to be one meeting: the mean similarity of the words of titles and of texts."""

T = TypeVar("T")

Indexes = EntryIndex[Organisation] | EntryIndex[Area] | EntryIndex[Theme]

_MOST_LOOKED_AT = 50
"""A word that more entries than this have doesn't suggest a match."""

_RAREST = 40
"""How many of the words of an entry are looked up for its best match: those that the fewest entries have."""

_NEAREST = 10
"""With how many others an entry is compared: those that have the most of these words."""

_FEW, _FIFTH = 2, 5
"""A word or member of more than two entries, and of more than a fifth of a register's entries, says nothing about a match."""


class MatchReason(StrEnum):
    """Why two entries with different ids match."""

    TEXT = "text"
    """All else that they say is the same."""
    NAME = "name"
    """One has the other's name or alias."""
    SUPERSEDES = "supersedes"
    """One says that it took the other's place."""
    ALIKE = "alike"
    """Their titles and texts are alike, and they have members or words of a text in common."""


class Match(NamedTuple):
    """A meeting that has another id in the other register."""

    before: str
    after: str
    reason: MatchReason
    likeness: float | None = None
    members: tuple[Sender, ...] = ()
    """Of two that are alike: the members that both have, without those that many meetings have."""
    words: tuple[str, ...] = ()
    """Of two that are alike: the words that both texts have, likewise."""


def match_meetings(before: Register, after: Register) -> tuple[tuple[Match, ...], IdMap]:
    """The meetings whose ids differ in `after`, and the new id of every renamed entry.

    Swapping the registers swaps the answer. If several entries could match, none does.
    """
    others = IdMap(
        organisations=_by_name(before.organisations, after.organisations),
        areas=_by_name(before.areas, after.areas),
        themes=_by_name(before.themes, after.themes),
    )
    removed = [renamed(before.meetings[id_], others) for id_ in missing(before.meetings, after.meetings)]
    added = [after.meetings[id_] for id_ in missing(after.meetings, before.meetings)]
    found: list[Match] = []
    for pairs_by, reason in ((_named, MatchReason.NAME), (_superseding, MatchReason.SUPERSEDES)):
        pairs = pairs_by(removed, added)
        found += [Match(*pair, reason) for pair in only(pairs)]
        removed, added = _without(removed, added, pairs)
    identical = only(_same_text(removed, added))
    found += [Match(one, other, MatchReason.TEXT) for one, other in identical]
    removed, added = _without(removed, added, identical)
    if removed and added:
        found += _alike(removed, added, _places(before, after), _DistinctiveTexts(before, after, others))
    found.sort()
    return tuple(found), IdMap({one.before: one.after for one in found}, others.organisations, others.areas, others.themes)


def missing(here: EntryIndex[Meeting], there: EntryIndex[Meeting]) -> list[str]:
    """The ids of the meetings that are `here` and surely not `there`: a file that can't be read is there all the same."""
    return [id_ for id_ in here if id_ not in there and id_ not in there.unread]


def _by_name(before: Indexes, after: Indexes) -> dict[str, str]:
    """The entries that have another id but a name in common."""
    if not (before.complete and after.complete):
        return {}
    removed = [entry for id_, entry in before.items() if id_ not in after and id_ not in after.unread]
    added = [entry for id_, entry in after.items() if id_ not in before and id_ not in before.unread]
    return dict(only(partners(_index(removed, _entry_names), _index(added, _entry_names))))


def _entry_names(entry: Organisation | Area | Theme) -> set[str]:
    return {fold(name) for name in (entry.name, *entry.aliases)}


def _named(removed: list[Meeting], added: list[Meeting]) -> set[Pair]:
    """Pairs of which one has a name of the other; see `partners` for which."""
    return partners(_index(removed, _names), _index(added, _names))


def _superseding(removed: list[Meeting], added: list[Meeting]) -> set[Pair]:
    """Pairs of which one says that it took the other's place; see `partners` for which."""
    old, new = ({entry.id for entry in side} for side in (removed, added))
    return partners(
        _index(removed, lambda entry: {entry.id, *new.intersection(entry.supersedes)}),
        _index(added, lambda entry: {entry.id, *old.intersection(entry.supersedes)}),
    )


def _same_text(removed: list[Meeting], added: list[Meeting]) -> set[Pair]:
    """Pairs that say the same but for their names; see `partners` for which."""
    one, other = (_index((entry for entry in side if _text(entry)), lambda entry: {_rest(entry)}) for side in (removed, added))
    return partners(one, other)


@dataclass(frozen=True, slots=True)
class _Shown:
    """What identifies an entry: the words of its title and of its texts, and its members."""

    title: frozenset[str]
    text: frozenset[str]
    members: frozenset[Sender]


class _DistinctiveTexts:
    """The words and members of entries, without those that many entries of either register have."""

    def __init__(self, before: Register, after: Register, others: IdMap) -> None:
        self._sides = [[renamed(entry, others) for entry in before.meetings.values()], list(after.meetings.values())]
        self._words = Memo(_content_words)  # an entry with another id mostly says the same on both sides

    def title(self, entry: Meeting) -> frozenset[str]:
        """The words of its title."""
        return self._words[entry.title] - self._titles

    def shown(self, entry: Meeting) -> _Shown:
        """What `entry` is known by."""
        return _Shown(self.title(entry), self._words[_text(entry)] - self._texts, entry.core_seats - self._members)

    @cached_property
    def _titles(self) -> frozenset[str]:
        return _common(self._sides, lambda entry: self._words[entry.title])

    @cached_property
    def _texts(self) -> frozenset[str]:
        return _common(self._sides, lambda entry: self._words[_text(entry)])

    @cached_property
    def _members(self) -> frozenset[Sender]:
        return _common(self._sides, lambda entry: entry.core_seats)


def _common(sides: Iterable[Sequence[Meeting]], have: Callable[[Meeting], Iterable[T]]) -> frozenset[T]:
    """What more than two entries of a side and more than a fifth of them have."""
    found: set[T] = set()
    for entries in sides:
        counts = Counter(chain.from_iterable(map(have, entries)))
        found.update(one for one, count in counts.items() if count > max(_FEW, len(entries) / _FIFTH))
    return frozenset(found)


def _alike(
    removed: list[Meeting], added: list[Meeting], places: Callable[[Meeting], frozenset[str]], texts: _DistinctiveTexts
) -> Iterator[Match]:
    """The pairs of which each is the other's best match: same places, as alike as it takes, and a member or a text in common.

    Texts alone make no two as alike as it takes, so only entries with a word of a title of the other side are looked at.
    """
    there, here = (frozenset[str]().union(*map(texts.title, side)) for side in (added, removed))
    ours, theirs = (
        {entry.id: texts.shown(entry) for entry in side if texts.title(entry) & other} for side, other in ((removed, there), (added, here))
    )
    by_id = {entry.id: entry for entry in (*removed, *added)}
    scores: dict[tuple[str, str], float] = {}
    for pair in _candidates(ours, theirs):
        mine, other = ours[pair[0]], theirs[pair[1]]
        likeness = how_alike(mine, other)
        if (
            likeness >= ALIKE
            and places(by_id[pair[0]]) == places(by_id[pair[1]])
            and (mine.text & other.text or mine.members & other.members)
        ):
            scores[pair] = likeness
    best: dict[str, float] = defaultdict(float)
    for pair, likeness in scores.items():
        for id_ in pair:
            best[id_] = max(best[id_], likeness)
    for one, other_id in only(pair for pair, likeness in scores.items() if likeness == best[pair[0]] == best[pair[1]]):
        members, words = ours[one].members & theirs[other_id].members, ours[one].text & theirs[other_id].text
        yield Match(one, other_id, MatchReason.ALIKE, scores[one, other_id], tuple(sorted(members)), tuple(sorted(words)))


def _content_words(text: str) -> frozenset[str]:
    return frozenset(map(_content_word, split(text))) - {""}


@lru_cache(maxsize=100_000)
def _content_word(word: str) -> str:
    """The singular of a word that says what a text is about; empty for any other."""
    return singular(word) if is_content_word(word) else ""


def _text(entry: Meeting) -> str:
    """Its purpose and focus, as far as they are compared with those of other entries."""
    return beginning(" ; ".join((entry.purpose or "", *(focus.text for focus in entry.focus))).strip(" ;"))


def how_alike(one: _Shown, other: _Shown) -> float:
    """How alike two entries are, from 0 to 1: the share of words in both, of titles and of texts; of titles alone if neither has a text."""
    titles = _share(one.title, other.title)
    return titles if not (one.text or other.text) else (titles + _share(one.text, other.text)) / 2


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def _candidates(ours: Mapping[str, _Shown], theirs: Mapping[str, _Shown]) -> set[Pair]:
    """The pairs that have a word in common that few have: for each entry, those with the most such words in common."""
    here, there = _having(ours), _having(theirs)
    few = ((max(len(ids), len(there[word])), word) for word, ids in here.items() if word in there)
    rarest_first = [word for count, word in sorted(few) if count <= _MOST_LOOKED_AT]
    ranks = {word: rank for rank, word in enumerate(rarest_first)}

    def nearest(shown: _Shown, having: Mapping[str, list[str]]) -> list[str]:
        """The entries of a side that have the most of the rarest words of `shown`."""
        rarest = sorted(map(ranks.__getitem__, filter(ranks.__contains__, shown.title | shown.text)))[:_RAREST]
        counts = Counter(chain.from_iterable(having[rarest_first[rank]] for rank in rarest))
        return nsmallest(_NEAREST, counts, key=lambda other: (-counts[other], other))

    old = ((id_, other) for id_, shown in ours.items() for other in nearest(shown, there))
    return {*old, *((other, id_) for id_, shown in theirs.items() for other in nearest(shown, here))}


def _having(entries: Mapping[str, _Shown]) -> Mapping[str, list[str]]:
    """For each word, those of `entries` that have it."""
    found: dict[str, list[str]] = defaultdict(list)
    for id_, shown in entries.items():
        for word in shown.title | shown.text:
            found[word].append(id_)
    return found


def _places(before: Register, after: Register) -> Callable[[Meeting], frozenset[str]]:
    """The places of an entry: its areas, and those that its title names. Boards of two places never match, however similar."""
    named = {
        words for register in (before, after) for name, _ in register.area_names if 0 < len(words := tuple(split(name))) <= LONGEST_PHRASE
    }
    lengths = {len(name) for name in named}

    @cache
    def in_title(title: str) -> frozenset[str]:
        words = tuple(split(title))
        runs = (words[at : at + length] for length in lengths for at in range(len(words) - length + 1))
        return frozenset(" ".join(run) for run in runs if run in named)

    return lambda entry: frozenset(entry.areas) | in_title(entry.title)


def _names(entry: Meeting) -> set[str]:
    return {fold(name) for name in (entry.title, *entry.aliases)}


def _rest(entry: Meeting) -> str:
    """All that an entry says but its names."""
    return entry.model_dump_json(exclude={"id", "title", "aliases"}, by_alias=True, exclude_defaults=True, warnings="none")


def _index(
    entries: Iterable[Meeting] | Iterable[Organisation | Area | Theme], keys: Callable[..., Iterable[Hashable]]
) -> Mapping[Hashable, list[str]]:
    found: dict[Hashable, list[str]] = defaultdict(list)
    for entry in entries:
        for key in keys(entry):
            found[key].append(entry.id)
    return found


def _without(removed: list[Meeting], added: list[Meeting], pairs: Iterable[tuple[str, str]]) -> tuple[list[Meeting], list[Meeting]]:
    """The entries that are in none of `pairs`."""
    paired = {id_ for pair in pairs for id_ in pair}
    return [entry for entry in removed if entry.id not in paired], [entry for entry in added if entry.id not in paired]
