"""Phrases looked for in texts, many at once: each is a run of words, and a text is gone through a single time."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from govreg.analysis.text.words import singular, split


class Hit(NamedTuple):
    """A phrase found in a text: what it shows, and which words of the text it is, from and up to."""

    shows: str
    start: int
    end: int


@dataclass(frozen=True)
class Phrases:
    """Phrases by their words, with what each shows; and by first word how long the phrases are that begin with it, the longest first.

    Names begin alike (`Bristol …`) by the hundred, but have few lengths: so a text is gone through in the same time however
    many names there are.
    """

    shown: Mapping[tuple[str, ...], tuple[str, ...]]
    lengths: Mapping[str, tuple[int, ...]]

    def find(self, text: Iterable[str]) -> Iterator[Hit]:
        """The phrases in `text`, a run of words; plurals count as their singular."""
        return self.find_singular(tuple(map(singular, text)))

    def find_singular(self, words: tuple[str, ...]) -> Iterator[Hit]:
        """The same where `words` are singular already, for texts in which several sets of phrases are looked for."""
        lengths, shown = self.lengths, self.shown
        for start in [place for place, word in enumerate(words) if word in lengths]:
            for length in lengths[words[start]]:
                if (end := start + length) <= len(words):
                    for shows in shown.get(words[start:end], ()):
                        yield Hit(shows, start, end)


def phrases(terms: Iterable[tuple[str, str]]) -> Phrases:
    """Phrases that show something: pairs of a phrase and what it shows."""
    shown: dict[tuple[str, ...], set[str]] = {}
    for term, shows in terms:
        words = tuple(map(singular, split(term)))
        if words:
            shown.setdefault(words, set()).add(shows)
    lengths: dict[str, set[int]] = {}
    for words in shown:
        lengths.setdefault(words[0], set()).add(len(words))
    return Phrases(
        {words: tuple(sorted(found)) for words, found in shown.items()},
        {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()},
    )
