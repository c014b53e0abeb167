"""An index of what meetings work on, what they only mention, and where; losses are found in it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from govreg.analysis.duplicates.profile import house_words
from govreg.analysis.text.lexicon import lexicon
from govreg.analysis.text.topics import AnalysedText, Topics, theme_topic
from govreg.analysis.text.words import is_content_word
from govreg.model.dates import last_day
from govreg.model.location import KeyPath, Location, in_meeting
from govreg.model.meeting import Focus, Meeting
from govreg.model.names import fold
from govreg.model.register import Register

WHOLE = "*"
"""Represents the register's whole area, if it has no single area that all others are part of."""

_FEWEST = 2
"""How many words a line of work must have in common with an entry to be found there: one of several may be chance."""


@dataclass(frozen=True, slots=True)
class WorkLine:
    """A line of an entry that says what a meeting works on: its purpose, or a focus item."""

    path: KeyPath
    text: str
    shows: bool
    """Whether it shows a subject; where it does, the subject is looked for, not the words."""
    words: Mapping[str, str]
    """Stem -> the word as it is written, of the words that say what it is about."""


@dataclass(frozen=True, slots=True)
class Work:
    """What one meeting works on."""

    subjects: frozenset[str]
    """By name: themes of the register and subjects of the field that its title, purpose or focus shows, or that it is tagged with."""
    mentions: frozenset[str]
    """Subjects that its purpose only mentions."""
    stems: frozenset[str]
    """The stems of its texts."""


@dataclass(frozen=True, slots=True)
class WordsFound:
    """Words that an entry has in common with a line of work."""

    meeting: str
    words: tuple[str, ...]
    """As that entry writes them."""
    place: Location


@dataclass(frozen=True)
class WorkIndex:
    """What meetings work on."""

    topics: Topics
    by_id: Mapping[str, Work]
    today: date

    @property
    def register(self) -> Register:
        """The register that they are in."""
        return self.topics.register

    def lines(self, id_: str) -> tuple[WorkLine, ...]:
        """The lines that say what a meeting works on."""
        known = self._lines.get(id_)
        if known is None:
            known = self._lines[id_] = tuple(self._lines_of(self.register.meetings[id_]))
        return known

    def _lines_of(self, meeting: Meeting) -> Iterator[WorkLine]:
        for analysed, mentioned in _texts(self.topics, meeting, self.today):
            if analysed.path[0] in ("purpose", "focus"):
                used = analysed.used_words - {index for start, end in mentioned.values() for index in range(start, end)}
                words: dict[str, str] = {}
                for index, (word, stem) in enumerate(zip(analysed.words, analysed.stems, strict=True)):
                    if index not in used and is_content_word(word) and stem not in self._house:
                        words.setdefault(stem, word)
                yield WorkLine(analysed.path, _text(meeting, analysed.path), bool(analysed.shown), words)

    def place(self, id_: str, subject: str) -> Location:
        """Where an entry shows `subject` or mentions it: in its purpose or focus, else in its name, else by a tag."""
        meeting = self.register.meetings[id_]
        words = {subject, *(general for general, meant in lexicon().general.items() if subject in meant)}
        works: list[KeyPath] = []
        mentions: list[KeyPath] = []
        for analysed, mentioned in _texts(self.topics, meeting, self.today):
            for found, shown in ((works, analysed.shown), (mentions, mentioned)):
                if not words.isdisjoint(map(self.topics.name, shown)):
                    found.append(analysed.path)
        works.sort(key=lambda path: path[0] in ("title", "aliases"))
        tags = [
            (*path, index) for path, themes in _tags(meeting, self.today) for index, theme in enumerate(themes) if self._is(theme, subject)
        ]
        return in_meeting(id_, *next(iter((*works, *tags, *mentions)), ("title",)))

    def found(self, id_: str, stems: Iterable[str]) -> WordsFound | None:
        """Which of `stems` an entry says, in its own words, and where it first does, its name last; None where it says none."""
        wanted = frozenset(stems)
        written: dict[str, str] = {}
        paths: list[KeyPath] = []
        for analysed, _ in _texts(self.topics, self.register.meetings[id_], self.today):
            hits = [(stem, word) for stem, word in zip(analysed.stems, analysed.words, strict=True) if stem in wanted]
            for stem, word in hits:
                written.setdefault(stem, word)
            paths += [analysed.path] * bool(hits)
        paths.sort(key=lambda path: path[0] in ("title", "aliases"))
        return WordsFound(id_, tuple(written.values()), in_meeting(id_, *paths[0])) if paths else None

    def where(self, id_: str) -> frozenset[str]:
        """The areas that a meeting covers, those in them too.

        An area with parts is an area of its own besides: the register may have recorded only some of its parts, so meetings of all
        of these don't stand for one of the whole.
        """
        areas = self.register.meetings[id_].areas
        if areas not in self._covered:
            known = self.register.areas
            self._covered[areas] = frozenset(
                below for area in areas for below in (self.register.areas_below(area) if area in known else (area,))
            )
            if self._top in self._covered[areas]:
                self._covered[areas] = self._covered[()]
        return self._covered[areas]

    def on(self, subject: str) -> Iterable[str]:
        """The meetings that work on `subject`, by that name or by one that means it and others: safeguarding is of adults too."""
        return self._listed(subject, self._working)

    def mentioning(self, subject: str) -> Iterable[str]:
        """The meetings that only mention `subject`."""
        return self._listed(subject, self._mentioning)

    def serving(self, duty: str) -> frozenset[str]:
        """The meetings that serve the statutory duty `duty`, in any case."""
        return self._serving.get(fold(duty), frozenset())

    def _listed(self, subject: str, index: Mapping[str, list[str]]) -> Iterable[str]:
        general = (name for name, meant in lexicon().general.items() if subject in meant)
        return dict.fromkeys(id_ for name in (subject, *general) for id_ in index.get(name, ()))

    def _is(self, theme: str, subject: str) -> bool:
        return self.topics.name(theme_topic(theme)) == subject

    @cached_property
    def _house(self) -> frozenset[str]:
        return house_words(self.register)

    @cached_property
    def _top(self) -> str:
        """The one area that all others are part of, which is the register's whole; `WHOLE` where there is none."""
        known = self.register.areas
        tops = [area for area in known if self.register.areas_below(area) >= frozenset(known)]
        return tops[0] if len(tops) == 1 else WHOLE

    @cached_property
    def _covered(self) -> dict[tuple[str, ...], frozenset[str]]:
        """The areas covered by those that meetings name, as they are asked for; to name none is to cover all."""
        unknown = {area for meeting in self.register.meetings.values() for area in meeting.areas if area not in self.register.areas}
        return {(): frozenset((*self.register.areas, *unknown, self._top))}

    @cached_property
    def _working(self) -> Mapping[str, list[str]]:
        return inverted((id_, work.subjects) for id_, work in self.by_id.items())

    @cached_property
    def _mentioning(self) -> Mapping[str, list[str]]:
        return inverted((id_, work.mentions) for id_, work in self.by_id.items())

    @cached_property
    def _serving(self) -> Mapping[str, frozenset[str]]:
        duties = inverted((meeting.id, frozenset(map(fold, meeting.duties))) for meeting in self.register.meetings.values())
        return {duty: frozenset(ids) for duty, ids in duties.items()}

    @cached_property
    def _lines(self) -> dict[str, tuple[WorkLine, ...]]:
        """The lines of the meetings that were asked for: a meeting that stops is asked for them several times."""
        return {}


def enough(words: int) -> int:
    """Of how many of a line's `words` an entry must have to count as working on the same: half, and two if there are two."""
    return min(words, max(_FEWEST, (words + 1) // 2))


def work_index(register: Register, today: date) -> WorkIndex:
    """What the meetings of `register` work on `today`."""
    topics = Topics(register)
    return WorkIndex(topics, {meeting.id: _work(topics, meeting, today) for meeting in register.meetings.values()}, today)


def _work(topics: Topics, meeting: Meeting, today: date) -> Work:
    analysed_texts = _texts(topics, meeting, today)
    texts = [analysed for analysed, _ in analysed_texts]
    mentioned = {topic for _, topics_ in analysed_texts for topic in topics_}
    tagged = meeting.model_copy(update={"focus": tuple(focus for focus in meeting.focus if not _is_over(focus, today))})
    subjects = {topics.name(topic) for topic in topics.of(tagged, texts)}
    shown = {topic for analysed in texts for topic in analysed.shown}
    for general, meant in lexicon().general.items():
        if general in subjects:  # a theme by that name says it
            subjects -= set(meant) - shown
    mentions = {name for topic in mentioned for name in lexicon().general.get(topic, (topics.name(topic),))}
    return Work(frozenset(subjects), frozenset(mentions - subjects), frozenset(stem for analysed in texts for stem in analysed.stems))


def _is_over(focus: Focus, today: date) -> bool:
    """Whether a focus is of the past."""
    return focus.until is not None and last_day(focus.until) < today


def _texts(topics: Topics, meeting: Meeting, today: date) -> list[tuple[AnalysedText, Mapping[str, tuple[int, int]]]]:
    """The texts of `meeting` that hold today, each with the topics that it only mentions."""
    over = {index for index, focus in enumerate(meeting.focus) if _is_over(focus, today)}
    return [
        (analysed, analysed.mentioned)
        for analysed in topics.texts(meeting)
        if not (analysed.path[0] == "focus" and analysed.path[1] in over)
    ]


def _tags(meeting: Meeting, today: date) -> Iterator[tuple[KeyPath, tuple[str, ...]]]:
    yield ("themes",), meeting.themes
    for index, focus in enumerate(meeting.focus):
        if not _is_over(focus, today):
            yield ("focus", index, "themes"), focus.themes


def _text(meeting: Meeting, path: KeyPath) -> str:
    match path:
        case ("focus", int(index), _):
            return meeting.focus[index].text
        case _:
            return meeting.purpose or ""


def inverted(found: Iterable[tuple[str, frozenset[str]]]) -> dict[str, list[str]]:
    """For each of the values, whose they are."""
    index: dict[str, list[str]] = defaultdict(list)
    for id_, values in found:
        for value in values:
            index[value].append(id_)
    return index
