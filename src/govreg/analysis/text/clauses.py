"""How words hang together in a text: what a clause only mentions, and what is said across an `and`."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from govreg.analysis.text.lexicon import lexicon
from govreg.analysis.text.phrases import Hit, Phrases, phrases
from govreg.analysis.text.words import split

_CLAUSE = re.compile(r"[.;:()]")

_REACH = 5
"""How many words on either side of an `and` are looked at."""


def mentioned_words(text: str, words: Sequence[str]) -> frozenset[int]:
    """The places of the `words` of `text` that it only mentions: those behind `receives reports from` or its like, to the clause's end."""
    if next(_mention_phrases().find(words), None) is None:  # most texts have none, and need not be taken apart
        return frozenset()
    found: set[int] = set()
    start = 0
    for clause in map(split, _CLAUSE.split(text)):
        first = min((hit.end for hit in _mention_phrases().find(clause)), default=None)
        if first is not None:
            found.update(range(start + first, start + len(clause)))
        start += len(clause)
    return frozenset(found)


@cache
def _mention_phrases() -> Phrases:
    return phrases((term, term) for term in lexicon().mentions)


def across_and(looked_for: Phrases, words: Sequence[str]) -> Iterator[Hit]:
    """The phrases that are said across an `and`: `protect children and adults` says `protect adults` too.

    Either the word before the `and` or the word behind it is left out with it.
    """
    for place in (place for place, word in enumerate(words) if word == "and" and 0 < place < len(words) - 1):
        for cut in (place - 1, place):
            first = max(0, cut - _REACH)
            for hit in looked_for.find([*words[first:cut], *words[cut + 2 : cut + 2 + _REACH]]):
                start, end = hit.start + first, hit.end + first
                if start < cut < end:
                    yield Hit(hit.shows, start, end + 2)
