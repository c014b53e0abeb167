"""Phrases looked for in texts, many at once: each is a run of words, and a text is gone through a single time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import compress, count
from operator import itemgetter

from govreg.analysis.text.words import singular, split

LONGEST_PHRASE = 20
"""How many words a phrase may have: no text repeats a longer one. The longest name known has 14."""


Hit = tuple[tuple[str, ...], int, int]
"""A phrase found in a text: what it shows, in order, and which words of the text it is, from and up to.

It is a plain tuple, as a register with thousands of themes has a million of them, and one with names takes four times as long to make.
"""


@dataclass(slots=True)
class _Branch:
    """What follows the words up to here: the words that phrases go on with, and in order what the phrases show that end here."""

    on: dict[str, "_Branch"] = field(default_factory=dict)
    shows: tuple[str, ...] = ()


@dataclass(frozen=True)
class Phrases:
    """Phrases by their words, each word leading to those that may follow it, with what a phrase shows where it ends.

    Names begin alike (`Bristol …`) by the hundred, so a text is gone through in the same time however many names there are.
    """

    first: _Branch

    def find(self, words: Sequence[str]) -> Iterator[Hit]:
        """The phrases in `words`, a text's, in the singular; of those that begin with one word, the longest come first."""
        for start, branch in enumerate(map(self.first.on.get, words)):
            if branch is None:
                continue
            if branch.on:
                yield from self.find_at(words, start)
            else:  # most phrases of thousands are one word, and no longer one begins with it
                yield branch.shows, start, start + 1

    def starts(self, words: Iterable[str]) -> Iterator[int]:
        """The places of the `words` with which a phrase begins; they are singular."""
        return compress(count(), map(self.first.on.__contains__, words))

    def find_at(self, words: Sequence[str], start: int) -> Sequence[Hit]:
        """The phrases in `words` that begin with the one at `start`, one of `starts`, the longest first; `words` are singular."""
        found: list[Hit] = []
        branch: _Branch | None = self.first.on[words[start]]
        end = start + 1
        while branch is not None:
            if branch.shows:
                found.append((branch.shows, start, end))
            branch = branch.on.get(words[end]) if end < len(words) else None
            end += 1
        found.reverse()
        return found


@lru_cache(maxsize=4096)
def form(term: str) -> tuple[str, ...]:
    """The words of a phrase in the singular; those of the field's subjects, some hundreds, are needed for each register."""
    return tuple(map(singular, split(term)))


def phrases(terms: Iterable[tuple[str, str]]) -> Phrases:
    """Phrases that show something: pairs of a phrase and what it shows. Those of more than `LONGEST_PHRASE` words are not looked for."""
    forms = ((form(term), shows) for term, shows in sorted(terms, key=itemgetter(1)))
    return runs((words, shows) for words, shows in forms if 0 < len(words) <= LONGEST_PHRASE)


def runs(of: Iterable[tuple[Sequence[str], str]]) -> Phrases:
    """Runs of at least one word, each with what it shows."""
    first = _Branch()
    for words, shows in of:
        branch = first
        for word in words:
            following = branch.on.get(word)
            if following is None:
                following = branch.on[word] = _Branch()
            branch = following
        if branch.shows[-1:] != (shows,):
            branch.shows += (shows,)
    return Phrases(first)
