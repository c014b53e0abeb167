"""The words of a text: their stems, and which of them say what it is about."""

import re
from functools import lru_cache
from typing import Protocol

from govreg.analysis.text.lexicon import lexicon
from govreg.model.names import fold

_SHORT = 3

_WORDS_TOO = frozenset(("re", "co"))
"""Prefixes that are words by themselves, and so belong to the next word only with a hyphen: `information re encampments`."""
_PREFIXES = _WORDS_TOO | frozenset("anti multi non pre inter intra".split())
_PREFIX = rf"(?:\b(?:(?:{'|'.join(sorted(_PREFIXES))})-|(?:{'|'.join(sorted(_PREFIXES - _WORDS_TOO))}) )(?=[a-z]{{3}}))*"
_LETTERS, _ASCII_LETTERS = r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+", r"[a-z]+(?:'[a-z]+)?|[0-9]+"
_WORD, _ASCII_WORD = re.compile(_LETTERS), re.compile(_ASCII_LETTERS, re.ASCII)
"""A word, and the same for most texts in lower case: a class of letters that is a range is quicker to look through."""
_JOINED, _ASCII_JOINED = re.compile(_PREFIX + _LETTERS), re.compile(_PREFIX + _ASCII_LETTERS, re.ASCII)
"""The same with the prefixes before it, which takes half as long again to look for."""


def split(text: str) -> list[str]:
    """The words of `text` as they are written there, in lower case: `re-offending` and `anti social` are one each."""
    ascii_ = text.isascii()
    found = _ASCII_WORD.findall(text.lower()) if ascii_ else _WORD.findall(fold(text))
    if _PREFIXES.isdisjoint(found):
        return found
    joined = (_ASCII_JOINED if ascii_ else _JOINED).findall(fold(text))
    return [word if word.isalnum() else word.replace("-", "").replace(" ", "") for word in joined]


def spans(text: str) -> tuple[list[str], list[int], list[int]]:
    """The words of `text`, in lower case, where each begins there, and where it ends; a prefix is a word of its own."""
    ascii_ = text.isascii()  # has each letter where it was when it is in lower case
    found = list(_ASCII_WORD.finditer(text.lower()) if ascii_ else _WORD.finditer(text))
    words = [word.group() for word in found]
    return words if ascii_ else list(map(fold, words)), [word.start() for word in found], [word.end() for word in found]


@lru_cache(maxsize=100_000)
def singular(word: str) -> str:
    """A word without the ending of a plural or a genitive, by spelling alone: `partnerships` and `children's` lose theirs."""
    word = word.replace("’", "'").removesuffix("'s").removesuffix("'")
    if len(word) <= _SHORT or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of an English word, by Snowball's rules, without a genitive."""
    return word if word.isdigit() else _stemmer().stemWord(word.replace("’", "'").removesuffix("'s").replace("'", ""))


@lru_cache(maxsize=100_000)
def is_content_word(word: str) -> bool:
    """Whether `word`, in lower case, says what a text is about: not a small word, a number or a single letter."""
    return len(word) > 1 and word not in lexicon().stop_words and not word.isdigit()


@lru_cache(maxsize=100_000)
def content_stem(word: str) -> str:
    """The stem of `word`, in lower case, where it says what a text is about; empty where it doesn't."""
    return stem(word) if is_content_word(word) else ""


@lru_cache(maxsize=100_000)
def forms(word: str) -> tuple[str, str, str]:
    """The singular of `word`, its stem and its content stem, looked up at once: the words of a text need all three."""
    return singular(word), stem(word), content_stem(word)


@lru_cache(maxsize=1)
def domain_stop_stems() -> frozenset[str]:
    """The stems of the words that every register of this field uses."""
    return frozenset(stem(word) for word in lexicon().domain_stop_words)


@lru_cache(maxsize=1)
def _stemmer() -> "_Stemmer":
    from snowballstemmer import stemmer  # noqa: PLC0415 - `list` reads words, but stems none

    english: _Stemmer = stemmer("english")
    return english


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - its name there
