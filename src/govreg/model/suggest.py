"""Which of many spellings a misspelt word was probably meant for, found without comparing it with each of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property, lru_cache
from heapq import nsmallest

from govreg.model.names import LONGEST_ID, fold

_CUTOFF = 0.6
"""How like a word a spelling must be, by difflib's ratio."""

_COMPARED = 10
"""How many spellings are compared in full: those that have the most pairs of letters in common with the word."""

_GUESSED = 500
"""For how many words a guess is made: where more are wrong, something else is, and a guess helps nobody."""


@dataclass(frozen=True)
class SpellingIndex:
    """Spellings (ids, names, aliases), each with what should be written for it."""

    options: Mapping[str, str]
    found: dict[str, str | None] = field(default_factory=dict, compare=False)
    """What was found for words that were asked for before: a register names the same wrong thing over and over."""

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
        found = get_close_matches(wanted, self._candidates(wanted), n=1, cutoff=_CUTOFF)
        return self._meant[found[0]] if found else None

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
    start = next((index for index, (one, other) in enumerate(zip(typed, known, strict=False)) if one != other), min(len(typed), len(known)))
    one, other = typed[start:], known[start:]
    return one[1:] == other[1:] or one[1:] == other or one == other[1:] or (one[:2] == other[1::-1] and one[2:] == other[2:])


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
