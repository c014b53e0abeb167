"""What a meeting is called, in the forms in which names are compared."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from govreg.analysis.text.lexicon import lexicon
from govreg.analysis.text.topics import AnalysedText
from govreg.analysis.text.words import split, stem
from govreg.model.meeting import Meeting
from govreg.model.register import Register

_ABBREVIATION = re.compile(r"(?<!\w)[^\W\d_]*[A-Z][^\W\d_]*-?[A-Z]\w*")
"""A word with two capitals: `HADP`, `GwASB`, `N-DAP`."""

_MOST_NAMES = 10_000
"""Of how many names it is kept how they are compared: many meetings work on the same."""

_BRACKETED = re.compile(r"\(([^()]*)\)")


def name_of(analysed: AnalysedText) -> str:
    """A name as it is compared with others: without places, generic words and order; empty if fewer than two words are left."""
    return _name(analysed.words, analysed.places)


@lru_cache(maxsize=_MOST_NAMES)
def _name(words: Sequence[str], places: frozenset[int]) -> str:
    return _joined(_distinctive(words, places, frozenset()))


def core_name(analysed: AnalysedText, short: frozenset[str]) -> str:
    """The same without the kind of body and without the abbreviations `short`: a board that is made a partnership keeps it.

    Where that leaves fewer than two words, places and words such as `area` stay in (`One Newport Partnership`, `Cheviot Area
    Committee`), and where that isn't enough, the kind of body.

    Args:
        analysed: The title or alias.
        short: Stems of abbreviations that stand for the body itself or one above it, as `short_for_bodies` has them.
    """
    left_out = _kinds_of_body() | short
    return (
        _joined(_distinctive(analysed.words, analysed.places, left_out)) or _joined(_all_but_small(analysed, left_out)) or name_of(analysed)
    )


def abbreviations(name: str) -> frozenset[str]:
    """The stems of the abbreviations in a name: `NSCB`, `GwASB`. A name all in capitals shows none."""
    if len(name.split()) > 1 and name == name.upper():
        return frozenset()
    return frozenset(stem(word) for abbreviation in _ABBREVIATION.findall(name) for word in split(abbreviation))


def short_for_bodies(meeting: Meeting, register: Register) -> frozenset[str]:
    """The stems of the abbreviations in its names that stand for a body, so that they don't say what it is named for.

    These are the initials of its own name or of that of a body to which it reports (`Workforce Group (NSCB)`, below the Norfolk
    Safeguarding Children Board), and an abbreviation that is a name by itself (`HADP`).
    """
    names = (meeting.title, *meeting.aliases)
    found = {name: abbreviations(name) for name in names}
    if not any(found.values()):
        return frozenset()
    above = (register.meetings[id_].title for id_ in meeting.reports_to if id_ in register.meetings)
    bodies = [_initials(name) for name in (*names, *above)]
    return frozenset(
        word
        for name, here in found.items()
        for word in here
        if len(_BRACKETED.sub(" ", name).split()) == 1 or any(word in initials for initials in bodies)
    )


def _initials(name: str) -> str:
    return "".join(word[0] for word in split(name) if word not in lexicon().stop_words)


def _distinctive(words: Sequence[str], places: frozenset[int], left_out: frozenset[str]) -> list[str]:
    generic = lexicon().generic_title_words
    stems = [stem(word) for index, word in enumerate(words) if index not in places and word not in generic]
    return [stem for stem in stems if stem not in left_out]


def _all_but_small(analysed: AnalysedText, left_out: frozenset[str]) -> list[str]:
    small = lexicon().generic_title_words & lexicon().stop_words
    return [stem for word, stem in zip(analysed.words, analysed.stems, strict=True) if word not in small and stem not in left_out]


def _joined(words: list[str]) -> str:
    return " ".join(sorted(words)) if len(words) > 1 else ""


@cache
def _kinds_of_body() -> frozenset[str]:
    return frozenset(map(stem, lexicon().body_words))
