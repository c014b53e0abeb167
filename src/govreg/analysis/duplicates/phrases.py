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
    """Phrases by their first two words: the words that must follow, and what the phrase shows; the longest first.

    A phrase of one word stands under that word and none. Names begin alike (`Bristol …`), so one word would tell too few apart.
    """

    by_start: Mapping[str, Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]]

    def find(self, text: Sequence[str]) -> Iterator[Hit]:
        """The phrases in `text`, a run of words; plurals count as their singular."""
        words = tuple(map(singular, text))
        by_start = self.by_start
        for start in [place for place, word in enumerate(words) if word in by_start]:
            following = by_start[words[start]]
            second = words[start + 1] if start + 1 < len(words) else ""
            for rest, shows in following.get(second, ()) if second else ():
                end = start + 2 + len(rest)
                if words[start + 2 : end] == rest:
                    yield Hit(shows, start, end)
            for _, shows in following.get("", ()):
                yield Hit(shows, start, start + 1)


def phrases(terms: Iterable[tuple[str, str]]) -> Phrases:
    """Phrases that show something: pairs of a phrase and what it shows."""
    gathered: dict[str, dict[str, set[tuple[tuple[str, ...], str]]]] = {}
    for term, shows in terms:
        first, *rest = map(singular, split(term) or [""])
        if first:
            second, *others = rest or [""]
            gathered.setdefault(first, {}).setdefault(second, set()).add((tuple(others), shows))
    return Phrases(
        {
            first: {second: tuple(sorted(found, key=lambda one: (-len(one[0]), *one))) for second, found in seconds.items()}
            for first, seconds in gathered.items()
        }
    )
