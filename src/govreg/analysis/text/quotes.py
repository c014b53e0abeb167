"""The words of a text as written, for a quotation: what is compared is folded, joined at hyphens and cut to stems."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice

from govreg.analysis.text.words import WORD, split, stem
from govreg.model.names import fold

_TOKEN = re.compile(r"[^\W_]+(?:[-‐‑'’][^\W_]+)*")

_LONGEST = 400
_MOST_RUNS = 1024
"""How many places of runs are kept: what one meeting copied from others is looked for in its text for each of them."""
_MOST_TEXTS = 1024
"""Of how many texts the words are kept."""
_MOST_WORDS = 10_000
"""Of how many words it is kept how they are stemmed: the same ones are in many texts."""


def written(text: str) -> Iterator[tuple[str, str]]:
    """The words of `text`, each with its stem and as it is written: `re-offending` is one word, `production-ready` two."""
    return chain.from_iterable(map(_written, _TOKEN.findall(text)))


@lru_cache(maxsize=_MOST_WORDS)
def _written(token: str) -> tuple[tuple[str, str], ...]:
    parts = split(token)
    if len(parts) == 1:
        return ((stem(parts[0]), token),)
    places = ((part, re.search("[-‐‑]?".join(map(re.escape, part)), token, re.IGNORECASE)) for part in parts)
    return tuple((stem(part), found.group()) for part, found in places if found is not None)


@lru_cache(maxsize=_MOST_RUNS)
def run(text: str, words: tuple[str, ...]) -> str | None:
    """The first place in `text` where `words`, folded for comparison, follow each other, as written; None if they don't."""
    if sum(map(len, words)) > _LONGEST:
        return None
    there, looked_for = _plain_words(text), tuple(map(_without_genitive, words))
    for place, word in enumerate(there):
        if word == looked_for[0] and there[place : place + len(words)] == looked_for:
            found = list(islice(WORD.finditer(text), place, place + len(words)))
            return " ".join(text[found[0].start() : found[-1].end()].split())
    return None


@lru_cache(maxsize=_MOST_TEXTS)
def _plain_words(text: str) -> tuple[str, ...]:
    """The words of `text`, folded and without a genitive."""
    folded = WORD.findall(text.lower()) if text.isascii() else map(fold, WORD.findall(text))  # as a whole is quicker
    return tuple(map(_without_genitive, folded))


def _without_genitive(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")
