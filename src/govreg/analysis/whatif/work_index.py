"""An index of what meetings work on, what they only mention, and where; losses are found in it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from itertools import chain, starmap
from typing import NamedTuple

from govreg.analysis.duplicates.profile import house_words, without
from govreg.analysis.text.lexicon import lexicon
from govreg.analysis.text.topics import AnalysedText, Topics, theme_topic
from govreg.analysis.whatif.area_sets import Areas, AreaSets
from govreg.model.dates import last_day
from govreg.model.location import KeyPath, Location, in_meeting
from govreg.model.meeting import Focus, Meeting
from govreg.model.names import fold
from govreg.model.register import Register

_FEWEST = 2
"""How many words a line of work must have in common with an entry to be found there: one of several may be chance."""


@dataclass(frozen=True)
class WorkLine:
    """A line of an entry that says what a meeting works on: its purpose, or a focus item."""

    text: str
    analysed: AnalysedText
    house: frozenset[str]
    """The stems that show nothing in the register."""

    @property
    def path(self) -> KeyPath:
        """Where it is in its entry."""
        return self.analysed.path

    @property
    def shows(self) -> bool:
        """Whether it shows a subject; where it does, the subject is looked for, not the words, unless others are to take the work on."""
        return bool(self.analysed.shown)

    @cached_property
    def words(self) -> Mapping[str, str]:
        """Stem -> the word as it is written first, of the words that say what it is about."""
        used = set(self.analysed.used_words)
        if used:  # what is only mentioned is looked for by its words
            used.difference_update(*starmap(range, {*self.analysed.mentioned.values()}))
        words: dict[str, str] = {}
        for stem, word in zip(without(self.analysed.content_stems, used), self.analysed.words, strict=True):
            if stem and stem not in self.house:
                words.setdefault(stem, word)
        return words


@dataclass(frozen=True)
class Work:
    """What one meeting works on."""

    topics: tuple[str, ...]
    """Each once: themes of the register and subjects of the field that its title, purpose or focus shows, or that it is tagged with.
    Thousands of meetings may each have thousands of themes, and a set of them takes six times the room."""
    mentions: tuple[str, ...]
    """Topics that its purpose only mentions."""
    texts: tuple[tuple[str, ...], ...]
    """The stems of its texts, one after the other."""

    @cached_property
    def topic_set(self) -> frozenset[str]:
        """Its topics, to look them up: only a meeting that may take work on is asked for these three."""
        return frozenset(self.topics)

    @cached_property
    def mention_set(self) -> frozenset[str]:
        """What it mentions, likewise."""
        return frozenset(self.mentions)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its texts, each once."""
        return frozenset().union(*self.texts)


@dataclass(frozen=True, slots=True)
class WordsFound:
    """Words that an entry has in common with a line of work."""

    meeting: str
    words: tuple[str, ...]
    """As that entry writes them."""
    place: Location


class _Place(NamedTuple):
    """A text of an entry; the least is the one to point at."""

    is_name: bool
    number: int
    """Its place among the entry's texts."""
    path: KeyPath


class _Word(NamedTuple):
    """A word of an entry, in the order of words."""

    order: int
    word: str
    place: _Place


@dataclass(frozen=True, slots=True)
class _Shown:
    """Where an entry shows subjects, only mentions them, and is tagged with them; by name."""

    works: Mapping[str, _Place]
    mentions: Mapping[str, _Place]
    tags: Mapping[str, KeyPath]


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
        if id_ not in self._lines:
            self._lines[id_] = tuple(self._lines_of(self.register.meetings[id_]))
        return self._lines[id_]

    def _lines_of(self, meeting: Meeting) -> Iterator[WorkLine]:
        for analysed in _texts(self.topics, meeting, self.today):
            if analysed.path[0] in ("purpose", "focus"):
                yield WorkLine(_text(meeting, analysed.path), analysed, self._house)

    def place(self, id_: str, subject: str) -> Location:
        """Where an entry shows `subject` or mentions it: in its purpose or focus, else in its name, else by a tag."""
        shown = self._shown_by(id_)
        words = _names_of(subject)
        works = [shown.works[word] for word in words if word in shown.works]
        mentions = [shown.mentions[word] for word in words if word in shown.mentions]
        path = min(works).path if works else shown.tags.get(subject) or (min(mentions).path if mentions else ("title",))
        return in_meeting(id_, *path)

    def _shown_by(self, id_: str) -> "_Shown":
        if id_ not in self._shown:
            self._shown[id_] = self._shown_in(self.register.meetings[id_])
        return self._shown[id_]

    def _shown_in(self, meeting: Meeting) -> "_Shown":
        name = self.topics.name
        works: dict[str, _Place] = {}
        mentions: dict[str, _Place] = {}
        tags: dict[str, KeyPath] = {}
        placed = [
            (_Place(analysed.is_name, number, analysed.path), analysed.shown, analysed.mentioned)
            for number, analysed in enumerate(_texts(self.topics, meeting, self.today))
        ]
        for place, shown, _ in sorted(placed, reverse=True):  # so that the place to point at is the last to be written
            works.update(dict.fromkeys(map(name, shown), place))
        for place, _, mentioned in reversed(placed):  # in the order of texts, names and all
            mentions.update(dict.fromkeys(map(name, mentioned), place._replace(is_name=False)))
        for path, themes in _tags(meeting, self.today):
            for index, theme in enumerate(themes):
                tags.setdefault(name(theme_topic(theme)), (*path, index))
        return _Shown(works, mentions, tags)

    def found(self, id_: str, stems: Collection[str]) -> WordsFound | None:
        """Which of `stems`, all different, an entry says, in its words, and where it first does, its name last; None where it says none."""
        if id_ not in self._words:
            self._words[id_] = self._words_in(self.register.meetings[id_])
        said = self._words[id_]
        hits = sorted([said[stem] for stem in stems if stem in said])
        return WordsFound(id_, tuple(hit.word for hit in hits), in_meeting(id_, *min(hit.place for hit in hits).path)) if hits else None

    def _words_in(self, meeting: Meeting) -> dict[str, "_Word"]:
        said: dict[str, _Word] = {}
        for number, analysed in enumerate(_texts(self.topics, meeting, self.today)):
            place = _Place(analysed.is_name, number, analysed.path)
            for stem, word in zip(analysed.stems, analysed.words, strict=True):
                known = said.get(stem)
                if known is None:
                    said[stem] = _Word(len(said), word, place)
                elif place < known.place:
                    said[stem] = known._replace(place=place)
        return said

    def where(self, id_: str) -> Areas:
        """The areas that a meeting covers, those in them too."""
        return self.area_sets.covered(self.register.meetings[id_].areas)

    def left(self, id_: str, others: Iterable[str]) -> Areas:
        """The areas that a meeting covers and none of the `others` does."""
        areas = self.where(id_)
        for other in others:
            areas &= ~self.where(other)
        return areas

    @cached_property
    def area_sets(self) -> AreaSets:
        """The sets of areas that meetings cover."""
        return AreaSets(self.register)

    def subjects(self, id_: str) -> list[str]:
        """The names of what a meeting works on, each once, sorted."""
        return sorted({*map(self.topics.name, self.by_id[id_].topics)})

    def works_on(self, id_: str, subject: str) -> bool:
        """Whether a meeting works on `subject` by that name."""
        return not self.by_id[id_].topic_set.isdisjoint(self.topics.called(subject))

    def mentions(self, id_: str, subject: str) -> bool:
        """Whether a meeting only mentions `subject` by that name."""
        return not self.by_id[id_].mention_set.isdisjoint(self.topics.called(subject))

    def on(self, subject: str) -> Sequence[str]:
        """The meetings that work on `subject`, by title.

        They do so by that name or by one that means it and others: safeguarding is of adults too.
        """
        return self._listed(subject, self._working)

    def mentioning(self, subject: str) -> Sequence[str]:
        """The meetings that mention `subject` by a name by which they don't work on it, by title."""
        return self._listed(subject, self._mentioning)

    def serving(self, duty: str) -> frozenset[str]:
        """The meetings that serve the statutory duty `duty`, in any case."""
        return self._serving.get(fold(duty), frozenset())

    def by_title(self, ids: Iterable[str]) -> list[str]:
        """The meetings with the `ids`, each once, by title."""
        return sorted(frozenset(ids), key=self._order.__getitem__)

    def _listed(self, subject: str, index: Mapping[str, list[str]]) -> Sequence[str]:
        listed = [index[topic] for name in _names_of(subject) for topic in self.topics.called(name) if topic in index]
        return listed[0] if len(listed) == 1 else self.by_title(chain.from_iterable(listed))

    @cached_property
    def _order(self) -> Mapping[str, int]:
        """The place of each meeting by title."""
        meetings = sorted(self.register.meetings.values(), key=lambda one: (one.title.casefold(), one.id))
        return {meeting.id: place for place, meeting in enumerate(meetings)}

    @cached_property
    def _house(self) -> frozenset[str]:
        return house_words(self.register)

    @cached_property
    def _working(self) -> Mapping[str, list[str]]:
        return inverted((id_, self.by_id[id_].topics) for id_ in self._order)

    @cached_property
    def _mentioning(self) -> Mapping[str, list[str]]:
        return inverted((id_, self.by_id[id_].mentions) for id_ in self._order)

    @cached_property
    def _serving(self) -> Mapping[str, frozenset[str]]:
        duties = inverted((meeting.id, frozenset(map(fold, meeting.duties))) for meeting in self.register.meetings.values())
        return {duty: frozenset(ids) for duty, ids in duties.items()}

    @cached_property
    def _shown(self) -> "dict[str, _Shown]":
        """Where the meetings that were asked for show subjects: what stops is asked for each of them."""
        return {}

    @cached_property
    def _words(self) -> "dict[str, dict[str, _Word]]":
        """The words of the meetings that were asked for: one may be the nearest to thousands of lines."""
        return {}

    @cached_property
    def _lines(self) -> dict[str, tuple[WorkLine, ...]]:
        """The lines of the meetings that were asked for: a meeting that stops is asked for them several times."""
        return {}


def enough(words: int) -> int:
    """Of how many of a line's `words` an entry must have to count as working on the same: half, and two if there are two."""
    return min(words, max(_FEWEST, (words + 1) // 2))


class WorkReader:
    """Makes an index of the work of meetings, as one after the other is read."""

    def __init__(self, topics: Topics, today: date) -> None:
        self._by_id: dict[str, Work] = {}
        self.works = WorkIndex(topics, self._by_id, today)

    def read(self, meeting: Meeting) -> None:
        """Add `meeting` to the index."""
        topics = self.works.topics
        texts = _texts(topics, meeting, self.works.today)
        shown = self._shown(meeting, texts)
        mentioned = set[str]().union(*(aside for analysed in texts for aside, _ in analysed.asides))
        only_mentioned: Collection[str] = mentioned.difference(shown)
        if not (topics.names_are_unique and mentioned.isdisjoint(lexicon().general)):
            shown, only_mentioned = self._by_name(shown, texts)
        self._by_id[meeting.id] = Work(tuple(shown), tuple(only_mentioned), tuple(analysed.stems for analysed in texts))

    def _shown(self, meeting: Meeting, texts: Sequence[AnalysedText]) -> Collection[str]:
        """The topics that `meeting` works on today, by its `texts` of today."""
        topics = self.works.topics
        now = tuple(focus for focus in meeting.focus if not _is_over(focus, self.works.today))
        if len(now) == len(meeting.focus):
            return topics.shown_by(meeting)
        return topics.shown(meeting.model_copy(update={"focus": now}), texts)

    def _by_name(self, shown: Collection[str], texts: Iterable[AnalysedText]) -> tuple[Collection[str], Collection[str]]:
        """What is shown and what is only mentioned, by its names: where topics share one, or a general word is mentioned."""
        topics, general = self.works.topics, lexicon().general
        said = {topic for analysed in texts for topic in analysed.shown}
        names = {*map(topics.name, shown)}
        names -= set[str]().union(*(general[word] for word in general.keys() & names)) - said  # a theme called by a general word says it
        mentioned = {topic for analysed in texts for topic in analysed.mentioned}
        words = mentioned & general.keys()
        mentions = {*map(topics.name, mentioned - words)}.union(*(general[word] for word in words)) - names
        return [topic for topic in shown if topics.name(topic) in names], [topic for name in mentions for topic in topics.called(name)]


def work_index(register: Register, today: date) -> WorkIndex:
    """What the meetings of `register` work on `today`."""
    reader = WorkReader(Topics(register), today)
    for meeting in register.meetings.values():
        reader.read(meeting)
    return reader.works


def _names_of(subject: str) -> tuple[str, ...]:
    """`subject`, and the general words that mean it and others."""
    return (subject, *_general_words().get(subject, ()))


@cache
def _general_words() -> Mapping[str, list[str]]:
    """Subject -> the general words that mean it and others."""
    return inverted((general, frozenset(meant)) for general, meant in lexicon().general.items())


def _is_over(focus: Focus, today: date) -> bool:
    """Whether a focus is of the past."""
    return focus.until is not None and last_day(focus.until) < today


def _texts(topics: Topics, meeting: Meeting, today: date) -> list[AnalysedText]:
    """The texts of `meeting` that hold today."""
    over = {index for index, focus in enumerate(meeting.focus) if _is_over(focus, today)}
    return [analysed for analysed in topics.texts(meeting) if not (analysed.path[0] == "focus" and analysed.path[1] in over)]


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


def inverted(found: Iterable[tuple[str, Iterable[str]]]) -> dict[str, list[str]]:
    """For each of the values, whose they are, in the order of `found`."""
    index: dict[str, list[str]] = defaultdict(list)
    for id_, values in found:
        for value in values:
            index[value].append(id_)
    return index
