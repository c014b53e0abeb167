"""The register's abbreviations, written out where a text has them."""

import re
from collections.abc import Iterator, Mapping, Sequence

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
        alone = {word: meanings[0] for word, meanings in glossary.items() if len(meanings) == 1 and len(word) > 1}
        self._words = {meaning: len(split(meaning)) for meaning in alone.values()}
        """Meaning -> how many words it has."""
        self._meanings = {word: meaning for word, meaning in alone.items() if self._words[meaning] <= LONGEST_PHRASE}
        self._longer = _longer(self._meanings)

    def written_out(self, text: str, most: int) -> str:
        """`text` with its abbreviations written out, also in the plural, as long as that makes it no longer than `most` words.

        So what is written out pushes none of the text's own words beyond them. A meaning is left as it is written: one that had
        abbreviations of its own, and so on, could become longer without end.
        """
        found = list(self._found(text)) if self._meanings else []
        room = most - len(split(text)) if found else 0
        pieces: list[str] = []
        end = 0
        for start, behind, meaning in found:
            more = self._words[meaning] - len(split(text[start:behind]))
            if more <= room:
                room -= more
                pieces += text[end:start], meaning
                end = behind
        return "".join(pieces) + text[end:]

    def _found(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where in `text` each abbreviation begins and ends, and what it is short for."""
        end = 0
        for token in (_TOKEN if self._longer else _WORD).finditer(text):
            if token.start() < end:
                continue
            longer = self._longer_at(text, token)
            if longer is not None:
                meaning, end = longer
                yield token.start(), end, meaning
            elif (known := self._meaning(token.group())) is not None:
                yield token.start(), token.end(), known

    def _longer_at(self, text: str, token: re.Match[str]) -> tuple[str, int] | None:
        """What the longest abbreviation of several words at `token` is short for, and where in `text` it ends; None if there is none."""
        start = token.start()
        for length in self._longer.get(token.group(), ()):
            meaning = self._meanings.get(text[start : start + length])
            behind = _NO_WORD_ON.match(text, start + length) if meaning is not None else None
            if meaning is not None and behind is not None and not _IN_A_WORD.match(text, start):
                return meaning, behind.end()
        return None

    def _meaning(self, word: str) -> str | None:
        """What a word is short for; None where it isn't."""
        return self._meanings.get(word) or self._meanings.get(word.removesuffix("s"))


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
