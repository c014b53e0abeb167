"""The register's abbreviations, written out where a text has them."""

import re
from collections.abc import Mapping, Sequence

from govreg.analysis.text.phrases import LONGEST_PHRASE
from govreg.analysis.text.words import split

_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_NO_WORD_ON, _IN_A_WORD = re.compile(r"s?(?!\w)"), re.compile(r"(?<=\w)")
"""The end of an abbreviation, which may be in the plural, and a place right behind a letter or digit, where none begins."""

_LONGEST = 64
"""How many characters an abbreviation of several words may have: a longer one is not short for anything."""


class Abbreviations:
    """The abbreviations of a glossary that have one meaning.

    A meaning of more than `LONGEST_PHRASE` words explains the abbreviation, and is not what it is short for.
    """

    def __init__(self, glossary: Mapping[str, Sequence[str]]) -> None:
        """`glossary` has the meanings of each abbreviation."""
        self._meanings = {
            word: meanings[0]
            for word, meanings in glossary.items()
            if len(meanings) == 1 and len(word) > 1 and len(split(meanings[0])) <= LONGEST_PHRASE
        }
        self._longer = _longer(self._meanings)

    def written_out(self, text: str) -> str:
        """`text` with its abbreviations written out, also in the plural.

        A meaning is left as it is written: one that had abbreviations of its own, and so on, could become longer without end.
        """
        if not self._longer:
            return _WORD.sub(self._meaning, text) if self._meanings else text
        pieces: list[str] = []
        end = 0
        for token in _TOKEN.finditer(text):
            if token.start() >= end:
                longer = self._longer_at(text, token)
                pieces += text[end : token.start()], longer[0] if longer else self._meaning(token)
                end = longer[1] if longer else token.end()
        return "".join(pieces) + text[end:]

    def _longer_at(self, text: str, token: re.Match[str]) -> tuple[str, int] | None:
        """What the longest abbreviation of several words at `token` is short for, and where in `text` it ends; None if there is none."""
        start = token.start()
        for length in self._longer.get(token.group(), ()):
            meaning = self._meanings.get(text[start : start + length])
            behind = _NO_WORD_ON.match(text, start + length) if meaning is not None else None
            if meaning is not None and behind is not None and not _IN_A_WORD.match(text, start):
                return meaning, behind.end()
        return None

    def _meaning(self, word: re.Match[str]) -> str:
        """What a word is short for; else the word."""
        written, known = word.group(), self._meanings
        return known.get(written) or known.get(written.removesuffix("s")) or written


def _longer(abbreviations: Mapping[str, str]) -> Mapping[str, Sequence[int]]:
    """Those that are not one word, such as `A&S` or `VAWG board`: what they begin with -> how many characters they have, falling.

    So a text is gone through once, however many there are.
    """
    found: dict[str, set[int]] = {}
    for one in abbreviations:
        first = _TOKEN.match(one)
        if first is not None and not _WORD.fullmatch(one) and len(one) <= _LONGEST:
            found.setdefault(first.group(), set()).add(len(one))
    return {first: sorted(lengths, reverse=True) for first, lengths in found.items()}
