"""The words of a text as written, for a quotation: what is compared is folded, joined at hyphens and cut to stems."""

import re
from array import array
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from govreg.analysis.text.words import spans, split, stem
from govreg.model.beginnings import beginning

_TOKEN = re.compile(r"[^\W_]+(?:[-‐‑'’][^\W_]+)*")
_GENITIVE = re.compile(r"['’]s(?=\n)")

_LONGEST = 400
_MOST_RUNS = 1024
"""How many places of runs are kept: what one meeting copied from others is looked for in its text for each of them."""
_MOST_TEXTS = 2_000
"""Of how many texts the words are kept: a meeting is quoted for many pairs."""
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
    """The first place in `text` where `words`, folded for comparison, follow each other, as written; None if they don't.

    It is looked for in as much of the text as is compared.
    """
    if not words or sum(map(len, words)) > _LONGEST:
        return None
    plain = _plain(text)
    at = plain.lines.find(_as_lines(words))
    if at < 0:
        return None
    first = plain.lines.count("\n", 0, at)
    return " ".join(text[plain.starts[first] : plain.ends[first + len(words) - 1]].split())


class _Plain(NamedTuple):
    """A text's words to find a run in."""

    lines: str
    """The words, a line each, folded and without a genitive."""
    starts: "array[int]"
    ends: "array[int]"
    """Where each word begins in the text, and where it ends."""


@lru_cache(maxsize=_MOST_TEXTS)
def _plain(text: str) -> _Plain:
    words, starts, ends = spans(beginning(text))
    return _Plain(_as_lines(words), array("I", starts), array("I", ends))


def _as_lines(words: Iterable[str]) -> str:
    return _GENITIVE.sub("", "\n".join(("", *words, "")))
