"""What is compared of each meeting, in the form that makes comparing cheap."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from heapq import nsmallest
from itertools import filterfalse, islice, starmap
from typing import TYPE_CHECKING

from govreg.analysis.duplicates.names import core_name, name_of, short_for_bodies
from govreg.analysis.text.lexicon import lexicon
from govreg.analysis.text.shingles import shingles
from govreg.analysis.text.topics import IN_FOCUS, IN_PURPOSE, IN_TITLE, AnalysedText, Topics
from govreg.analysis.text.words import domain_stop_stems, split, stem
from govreg.model.location import KeyPath
from govreg.model.meeting import Meeting
from govreg.model.names import fold
from govreg.model.register import Register

if TYPE_CHECKING:
    from array import array

WHOLE = ""
"""The area of a meeting that names none, and of a register that has none: the whole of the register's."""


MOST_COMPARED = 200
"""How many different words of a meeting are compared, and how many runs of three: the first, which say what it is for.

`register/` and `examples/` have at most 16 and 27, the charters of Kubernetes' groups 108 and 186.
"""

MOST_TOPICS = 50
"""How many topics of a meeting are compared, the plainest: who has more works on none of them in particular. The most known are 6."""

WORKING = ("working-group", "task-and-finish", "sub-group")
"""The kinds of meetings that work for another one."""

_LONGEST_NUMBER = 2
"""A longer one in a name is a year."""

_BELOW = frozenset(("below",))
_NO_NAME = frozenset(("",))


@dataclass(frozen=True, slots=True)
class Profile:
    """What is compared of one meeting."""

    meeting: Meeting
    terms: tuple[str, ...]
    """Stems that say what it is about, each once: no small word, no house word, none that shows a topic or is a name.

    They are the first `MOST_COMPARED`, in the order of its texts. Most meetings are never weighed, and a set would take five
    times the room.
    """
    title_terms: frozenset[str]
    """Those of its terms that are in its title or aliases, with the numbers there (`Working Group 2`), less what only stands for a body."""
    body: int | None
    """A check sum of the words of its purpose and focus, whatever their order: what copies have in common; None where it has neither."""
    runs: "array[int]"
    """Check sums of the runs of three words in its texts, small words left out, whatever their order: what copies have in common.

    They are those of the first `MOST_COMPARED` runs.
    """
    topics: Mapping[str, int]
    """Topic that it works on -> how plainly: `IN_TITLE`, `IN_PURPOSE` or `IN_FOCUS`; the `MOST_TOPICS` plainest."""
    more_topics: int
    """How many more it works on, which are compared with nothing."""
    places: Mapping[str, KeyPath]
    """The same topics -> where it first shows each so plainly."""
    title_topics: frozenset[str]
    """All that it is called after or tagged with: two that have none in common are about different things."""
    focus: frozenset[str]
    """What it works on now, an item each, as it is compared."""
    names: frozenset[str]
    """Its title and aliases as they are compared: two bodies with one of them in common have one name."""
    core_names: frozenset[str]
    """The same without the kind of body, so that a board that is made a partnership keeps it (`names.core_name`)."""
    seats: frozenset[str]
    """Who has a core seat."""
    areas: frozenset[str]
    above: frozenset[str]
    """Its areas and all that they lie in."""
    duties: frozenset[str]
    """The Acts that it serves, folded; empty where it is only said to be statutory."""
    parts: frozenset[str]
    """The parts that its name says it plays beside others on its subject: `below`, `several`, `forum`, `scrutiny`."""


def profile(meeting: Meeting, texts: Sequence[AnalysedText], register: Register, topics: Topics, house: frozenset[str]) -> Profile:
    """The profile of one meeting, whose texts are `texts`."""
    areas = frozenset(meeting.areas) or frozenset((WHOLE,))
    short = short_for_bodies(meeting, register)
    folded = fold(" ; ".join((meeting.title, *meeting.aliases)))
    named, written = [one for one in texts if one.is_name], [one for one in texts if not one.is_name]
    body = frozenset[str]().union(*(one.stems for one in written))
    every = topics.shown_by(meeting)
    shown = _plainest(every)
    return Profile(
        meeting,
        body=hash(body) if body else None,
        terms=_first_terms(texts, house),
        title_terms=frozenset[str]().union(*(_title_terms(one, house) for one in named)) - short,
        runs=shingles(map(_wording, written), MOST_COMPARED),
        topics={topic: level for topic, (level, _) in shown.items()},
        more_topics=len(every) - len(shown),
        places={topic: path for topic, (_, path) in shown.items()},
        title_topics=_same(frozenset(topic for topic, (level, _) in every.items() if level == IN_TITLE)),
        focus=_same(frozenset(map(name_of, [one for one in written if one.path[0] == "focus"])) - _NO_NAME),
        names=frozenset(map(name_of, named)) - _NO_NAME,
        core_names=frozenset(core_name(one, short) for one in named) - _NO_NAME,
        seats=frozenset(starmap(_seat, meeting.core_seats)),
        areas=_same(areas),
        above=_same(frozenset(above for area in areas for above in register.areas_above(area)) | {WHOLE}),
        duties=_same(frozenset(fold(duty) for duty in meeting.duties)),
        parts=_same(
            frozenset(part for part, pattern in _parts().items() if pattern.search(folded))
            | (_BELOW if meeting.kind in WORKING else frozenset())
        ),
    )


def _first_terms(texts: Iterable[AnalysedText], house: frozenset[str]) -> tuple[str, ...]:
    """The distinctive stems of `texts`, each once: the first `MOST_COMPARED`."""
    terms: dict[str, None] = {}
    for analysed in texts:
        terms.update(distinctive_stems(analysed, house))
        if len(terms) >= MOST_COMPARED:
            break
    return tuple(islice(terms, MOST_COMPARED))


def _title_terms(name: AnalysedText, house: frozenset[str]) -> Collection[str]:
    """The distinctive stems of a name, and its numbers."""
    return distinctive_stems(name, house).keys() | {word for word in name.words if word.isdigit() and len(word) <= _LONGEST_NUMBER}


def _plainest(topics: Mapping[str, tuple[int, KeyPath]]) -> Mapping[str, tuple[int, KeyPath]]:
    """The `MOST_TOPICS` plainest of `topics` (`Topics.shown`), in the order of their names."""
    if len(topics) <= MOST_TOPICS:
        return dict(sorted(topics.items()))
    found: list[str] = []
    for level in (IN_TITLE, IN_PURPOSE, IN_FOCUS):
        if len(found) == MOST_TOPICS:
            break
        found += nsmallest(MOST_TOPICS - len(found), [topic for topic, (plainly, _) in topics.items() if plainly == level])
    return {topic: topics[topic] for topic in sorted(found)}


def house_words(register: Register) -> frozenset[str]:
    """The stems that show nothing in `register`: the field's house words and its own."""
    return domain_stop_stems() | {stem(word) for words in register.settings.house_words for word in split(words)}


def distinctive_stems(analysed: AnalysedText, house: frozenset[str]) -> dict[str, None]:
    """The stems that say what a text is about, each once, in its order: no small word, no house word, none of a topic or a name."""
    return dict.fromkeys(filterfalse(house.__contains__, filter(None, telling_stems(analysed))))


def telling_stems(analysed: AnalysedText) -> Sequence[str]:
    """The stem of each word of a text, house words too, but empty for small words and those of a topic or a name."""
    return without(analysed.content_stems, analysed.used_words)


def _wording(analysed: AnalysedText) -> Iterator[str]:
    return filter(None, without(analysed.content_stems, analysed.places))


def without(stems: Sequence[str], places: Collection[int]) -> Sequence[str]:
    """`stems`, empty at `places`."""
    if not places:
        return stems
    left = list(stems)
    for place in places:
        left[place] = ""
    return left


@lru_cache(maxsize=10_000)
def _same(words: frozenset[str]) -> frozenset[str]:
    """One set for all that are equal to it: the areas of thousands of meetings, or none, are kept once."""
    return words


@lru_cache(maxsize=100_000)
def _seat(kind: str, id_: str) -> str:
    return f"{kind}:{id_}"


@cache
def _parts() -> Mapping[str, re.Pattern[str]]:
    return {part: re.compile(rf"\b(?:{'|'.join(names)})(?!\w)") for part, names in lexicon().layers.items()}
