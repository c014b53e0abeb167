"""The words of a text as written, for a quotation: what is compared is folded, joined at hyphens and cut to stems."""

import re
from collections.abc import Iterator
from functools import lru_cache

from govreg.analysis.text.words import split, stem

_TOKEN = re.compile(r"[^\W_]+(?:[-‐‑'’][^\W_]+)*")

_BETWEEN = r"[\W_]+"
_LONGEST = 400
_MOST_RUNS = 1024
"""How many places of runs are kept: what one meeting copied from others is looked for in its text for each of them."""


def written(text: str) -> Iterator[tuple[str, str]]:
    """The words of `text`, each with its stem and as it is written: `re-offending` is one word, `production-ready` two."""
    for token in _TOKEN.findall(text):
        parts = split(token)
        if len(parts) == 1:
            yield stem(parts[0]), token
            continue
        for part in parts:
            found = re.search("[-‐‑]?".join(map(re.escape, part)), token, re.IGNORECASE)
            if found is not None:
                yield stem(part), found.group()


@lru_cache(maxsize=_MOST_RUNS)
def run(text: str, words: tuple[str, ...]) -> str | None:
    """The place in `text` where `words`, folded for comparison, follow each other, as written; None if they don't."""
    if sum(map(len, words)) > _LONGEST:
        return None
    found = _pattern(words).search(text)
    return " ".join(found.group().split()) if found is not None else None


@lru_cache(maxsize=512)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    each = (rf"{re.escape(word)}(?:['’]s)?" for word in words)
    return re.compile(rf"(?<![^\W_]){_BETWEEN.join(each)}(?![^\W_])", re.IGNORECASE)
