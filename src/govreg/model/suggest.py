"""Suggests which of many spellings a misspelt word was meant for, without comparing it with each of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from functools import cached_property, lru_cache
from heapq import nsmallest

from govreg.model.names import LONGEST_ID, fold
from govreg.values import dataclass

_SMALL_WORDS = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "to"})
"""Words that people leave out of a name."""

_COMPARED = 10
"""How many spellings are compared in full: those that have the most pairs of letters in common with the word."""

_GUESSED = 500
"""For how many words a suggestion is made: if more are wrong, something else is the cause, and suggestions don't help."""


@dataclass(frozen=True)
class SpellingIndex:
    """Spellings (ids, names, aliases), each with what should be written for it."""

    options: Mapping[str, str]
    found: dict[str, str | None] = field(default_factory=dict, compare=False)
    """Earlier suggestions: a register often repeats the same wrong name."""

    def nearest(self, word: str) -> str | None:
        """What `word` was probably meant to be, or None."""
        wanted = fold(word)
        if wanted not in self.found and len(self.found) < _GUESSED:
            self.found[wanted] = self._nearest(wanted)
        return self.found.get(wanted)

    def _nearest(self, wanted: str) -> str | None:
        if wanted in self._meant:
            return self._meant[wanted]
        if len(wanted) > 2 * LONGEST_ID:
            return None
        near = ((edits, spelling) for spelling in self._candidates(wanted) if (edits := _near(wanted, spelling)) is not None)
        found = min(near, default=None)
        return self._meant[found[1]] if found else None

    def _candidates(self, wanted: str) -> list[str]:
        """The spellings most like `wanted` by their pairs of letters, in an order that does not change."""
        common = Counter(spelling for pair in set(_pairs(wanted)) for spelling in self._with_pair.get(pair, ()))
        return nsmallest(_COMPARED, common, key=lambda spelling: (-common[spelling] / (len(spelling) + len(wanted)), spelling))

    @cached_property
    def _meant(self) -> Mapping[str, str]:
        return {fold(spelling): meant for spelling, meant in sorted(self.options.items(), reverse=True)}

    @cached_property
    def _with_pair(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for spelling in self._meant:
            for pair in set(_pairs(spelling)):
                found.setdefault(pair, []).append(spelling)
        return {pair: tuple(spellings) for pair, spellings in found.items()}


def one_slip_from(word: str, words: Iterable[str]) -> str | None:
    """The only one of `words` that `word` can be a slip of the pen for; None where there is none, or more than one.

    A slip is one letter too many, left out or changed, or two that changed places: four in five misspellings are one
    (Damerau 1964, https://doi.org/10.1145/363958.363994). Capitals, blanks, hyphens and underscores don't count.
    """
    typed = _bare(word)
    found = [known for known in words if _is_slip(typed, _bare(known))]
    return found[0] if len(found) == 1 else None


_SHORTEST = 4
"""How many letters a word must have for a slip in it to leave no doubt: `on` and `of` are both words."""


def _bare(word: str) -> str:
    return fold(word).replace("-", "").replace("_", "").replace(" ", "")


def _is_slip(typed: str, known: str) -> bool:
    if typed == known:
        return True
    if min(len(typed), len(known)) < _SHORTEST or abs(len(typed) - len(known)) > 1:
        return False
    return is_one_edit(typed, known)


def is_one_edit(one: str, other: str) -> bool:
    """Whether one letter added, left out or changed, or two swapped, leads from `one` to `other`: so most words are told apart at once."""
    if one == other:
        return False
    at = next((index for index, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, known = one[at:], other[at:]
    swapped = rest[:2] == known[1::-1] and rest[2:] == known[2:]
    return rest[1:] == known[1:] or rest == known[1:] or rest[1:] == known or (len(known) > 1 and swapped)


def _near(typed: str, known: str) -> int | None:
    """How many edits lead from `typed` to `known`, small words and hyphens apart; None where they are too many for a guess.

    The longer word may need one edit from 3 letters on, and two from 6 on: the usual bounds of fuzzy search
    (https://www.elastic.co/docs/reference/elasticsearch/rest-apis/common-options#fuzziness).
    """
    one, other = _plain(typed), _plain(known)
    longest = max(len(one), len(other))
    allowed = 0 if longest < 3 else 1 if longest < 6 else 2  # noqa: PLR2004 - the bounds that the docstring gives
    if abs(len(one) - len(other)) > allowed:
        return None
    edits = edit_distance(one, other)
    return edits if edits <= allowed else None


def _plain(words: str) -> str:
    parts = fold(words).replace("-", " ").replace("_", " ").split()
    return "".join(part for part in parts if part not in _SMALL_WORDS) or "".join(parts)


def edit_distance(one: str, other: str) -> int:
    """How many letters must be added, left out, changed or swapped with the next one (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for index, letter in enumerate(one, start=1):
        earlier, before = before, row
        row = [index]
        for column, known in enumerate(other, start=1):
            cost = min(before[column] + 1, row[-1] + 1, before[column - 1] + (letter != known))
            if index > 1 and column > 1 and letter == other[column - 2] and one[index - 2] == known:
                cost = min(cost, earlier[column - 2] + 1)
            row.append(cost)
    return row[-1]


def _pairs(word: str) -> Iterator[str]:
    """The letters of `word` two by two, its beginning and its end too."""
    whole = f" {word} "
    return (whole[index : index + 2] for index in range(len(whole) - 1))


def nearest_of(word: str, words: Iterable[str]) -> str | None:
    """The one of `words` that is most like `word`, or None."""
    return _spellings(tuple(words)).nearest(word)


@lru_cache(maxsize=64)
def _spellings(words: tuple[str, ...]) -> SpellingIndex:
    return SpellingIndex({word: word for word in words})
