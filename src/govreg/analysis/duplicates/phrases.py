"""Phrases looked for in texts, many at once: each is a run of words, and a text is gone through a single time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from govreg.analysis.words import singular, split


class Hit(NamedTuple):
    """A phrase found in a text: what it shows, and which words of the text it is, from and up to."""

    shows: str
    start: int
    end: int


@dataclass(frozen=True)
class Phrases:
    """Phrases by their first word: the words that must follow, and what the phrase shows; the longest first."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]

    def find(self, text: Sequence[str]) -> Iterator[Hit]:
        """The phrases in `text`, a run of words; plurals count as their singular."""
        words = tuple(map(singular, text))
        first = self.by_first
        for start in [place for place, word in enumerate(words) if word in first]:
            for rest, shows in first[words[start]]:
                end = start + 1 + len(rest)
                if words[start + 1 : end] == rest:
                    yield Hit(shows, start, end)


def phrases(terms: Iterable[tuple[str, str]]) -> Phrases:
    """Phrases that show something: pairs of a phrase and what it shows."""
    gathered: dict[str, dict[tuple[str, ...], set[str]]] = {}
    for term, shows in terms:
        first, *rest = map(singular, split(term) or [""])
        if first:
            gathered.setdefault(first, {}).setdefault(tuple(rest), set()).add(shows)
    return Phrases(
        {
            first: tuple(
                (rest, shows)
                for rest, all_shown in sorted(found.items(), key=lambda item: (-len(item[0]), item[0]))
                for shows in sorted(all_shown)
            )
            for first, found in gathered.items()
        }
    )
