"""How much of an entry is read to see what its meeting works on: the first words of its texts."""

import re
from collections.abc import Iterator
from itertools import islice

from govreg.model.location import KeyPath
from govreg.model.meeting import Meeting

MOST_WORDS = 500
"""How many words of an entry are read: a page, on which any terms of reference say what the body is for.

The entries of `register/` and `examples/` have 68 words at most, those made from the charters of Kubernetes' groups 353.
"""

_WORD = re.compile(r"\w+")

_FEWEST_CHARACTERS = 2
"""A word takes this many at least, with what parts it from the next."""


def beginning(text: str, words: int = MOST_WORDS) -> str:
    """`text` up to the end of the first `words` of its words, of which there is one at least."""
    if len(text) < _FEWEST_CHARACTERS * words:
        return text
    last = next(islice(_WORD.finditer(text), words - 1, None), None)
    return text[: last.end()] if last is not None else text


def first_texts(meeting: Meeting) -> Iterator[tuple[KeyPath, str]]:
    """The texts of `meeting` (`Meeting.texts`) up to the end of its first `MOST_WORDS` words; later ones are left out."""
    texts = list(meeting.texts())
    if sum(len(text) + 1 for _, text in texts) <= _FEWEST_CHARACTERS * MOST_WORDS:  # as of nearly all
        yield from texts
        return
    left = MOST_WORDS
    for path, text in texts:
        if left <= 0:
            return
        read = beginning(text, left)
        yield path, read
        left -= len(_WORD.findall(read))


def is_longer(meeting: Meeting) -> bool:
    """Whether `meeting` has more words than are read."""
    texts = [text for _, text in meeting.texts()]
    return (
        sum(len(text) + 1 for text in texts) > _FEWEST_CHARACTERS * MOST_WORDS
        and sum(len(_WORD.findall(text)) for text in texts) > MOST_WORDS
    )
