"""How much of an entry is read to see what its meeting works on: the first words of its texts."""

import re
from collections.abc import Iterator
from functools import cache

from govreg.model.location import KeyPath
from govreg.model.meeting import Meeting

MOST_WORDS = 500
"""How many words of an entry are read: a page, on which any terms of reference say what the body is for.

The entries of `register/` and `examples/` have 68 words at most, those made from the charters of Kubernetes' groups 353.
"""

_WORD, _ASCII_WORD = re.compile(r"\w+"), re.compile(r"\w+", re.ASCII)
"""A word, and the same for texts of ASCII characters alone, which are gone through faster: twice as fast for a run of words."""

_FEWEST_CHARACTERS = 2
"""A word takes this many at least, with what parts it from the next."""


def beginning(text: str) -> str:
    """`text` up to the end of its first `MOST_WORDS` words."""
    return text if _is_short(text) else _first_words(text, MOST_WORDS)[0]


def first_texts(meeting: Meeting) -> Iterator[tuple[KeyPath, str]]:
    """The texts of `meeting` (`Meeting.texts`) up to the end of its first `MOST_WORDS` words; later ones are left out."""
    texts = list(meeting.texts())
    if _is_short(*(text for _, text in texts)):
        yield from texts
        return
    left = MOST_WORDS
    for path, text in texts:
        if not left:
            return
        read, words = _first_words(text, left)
        yield path, read
        left -= words


def is_longer(meeting: Meeting) -> bool:
    """Whether `meeting` has more words than are read."""
    texts = [text for _, text in meeting.texts()]
    return not _is_short(*texts) and _begins_with("\n".join(texts), MOST_WORDS + 1) is not None


def _is_short(*texts: str) -> bool:
    """Whether `texts` are too short for more words than are read, as nearly all are."""
    return sum(map(len, texts)) + len(texts) <= _FEWEST_CHARACTERS * MOST_WORDS


def _first_words(text: str, most: int) -> tuple[str, int]:
    """`text` up to the end of its first `most` words, and how many words that are."""
    first = _begins_with(text, most) if len(text) >= _FEWEST_CHARACTERS * most else None
    return (first, most) if first is not None else (text, len((_ASCII_WORD if text.isascii() else _WORD).findall(text)))


def _begins_with(text: str, words: int) -> str | None:
    """`text` up to the end of its first so many `words`; None if it has fewer."""
    found = _words(words, re.ASCII if text.isascii() else re.UNICODE).match(text)
    return found.group() if found is not None else None


@cache
def _words(count: int, flag: re.RegexFlag) -> re.Pattern[str]:
    return re.compile(rf"\W*+(?:\w++\W++){{{count - 1}}}\w++", flag)
