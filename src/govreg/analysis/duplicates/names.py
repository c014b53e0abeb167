"""What a meeting is called, in the forms in which names are compared."""

import re
from functools import cache

from govreg.analysis.text.lexicon import lexicon
from govreg.analysis.text.topics import AnalysedText
from govreg.analysis.text.words import split, stem

_ABBREVIATION = re.compile(r"(?<!\w)[^\W\d_]*[A-Z][^\W\d_]*-?[A-Z]\w*")
"""A word with two capitals: `HADP`, `GwASB`, `N-DAP`."""

_BRACKETED = re.compile(r"\(([^()]*)\)")


def name_of(analysed: AnalysedText) -> str:
    """A name as it is compared with others: without places, generic words and order; empty if fewer than two words are left."""
    return _joined(_telling(analysed, frozenset()))


def core_name(analysed: AnalysedText, written: str) -> str:
    """The same without the kind of body and without abbreviations in brackets: a board that is made a partnership keeps it.

    Where that leaves fewer than two words, places and words such as `area` stay in (`One Newport Partnership`, `Cheviot Area
    Committee`), and where that isn't enough, the kind of body.

    Args:
        analysed: The title or alias.
        written: The same as it is written, since capitals and brackets show what is an abbreviation.
    """
    left_out = _kinds_of_body() | abbreviations(" ".join(_BRACKETED.findall(written)))
    return _joined(_telling(analysed, left_out)) or _joined(_all_but_small(analysed, left_out)) or name_of(analysed)


def abbreviations(name: str) -> frozenset[str]:
    """The stems of the abbreviations in a name: `NSCB`, `GwASB`. A name all in capitals shows none."""
    if len(name.split()) > 1 and name == name.upper():
        return frozenset()
    return frozenset(stem(word) for abbreviation in _ABBREVIATION.findall(name) for word in split(abbreviation))


def _telling(analysed: AnalysedText, left_out: frozenset[str]) -> list[str]:
    generic, places = lexicon().generic_title_words, analysed.places
    return [
        stem
        for index, (word, stem) in enumerate(zip(analysed.words, analysed.stems, strict=True))
        if index not in places and word not in generic and stem not in left_out
    ]


def _all_but_small(analysed: AnalysedText, left_out: frozenset[str]) -> list[str]:
    small = lexicon().generic_title_words & lexicon().stop_words
    return [stem for word, stem in zip(analysed.words, analysed.stems, strict=True) if word not in small and stem not in left_out]


def _joined(words: list[str]) -> str:
    return " ".join(sorted(words)) if len(words) > 1 else ""


@cache
def _kinds_of_body() -> frozenset[str]:
    return frozenset(map(stem, lexicon().body_words))
