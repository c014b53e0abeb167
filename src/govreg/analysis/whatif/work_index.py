"""What meetings work on, where, and who else does: the ground on which a loss is found."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from govreg.analysis.duplicates.profile import WHOLE, house_words, telling
from govreg.analysis.text.subjects import GENERAL
from govreg.analysis.text.topics import AnalysedText, Topics, theme_topic
from govreg.model.dates import last_day
from govreg.model.location import KeyPath, Location, in_meeting
from govreg.model.meeting import Focus, Meeting
from govreg.model.names import fold
from govreg.model.register import Register


class WorkLine(NamedTuple):
    """A line of an entry that says what a meeting works on: its purpose, or a focus item."""

    path: KeyPath
    text: str
    shows: bool
    """Whether it shows a subject; where it does, the subject is looked for, not the words."""
    words: Mapping[str, str]
    """Stem -> the word as it is written, of the words that tell what it is about."""


class Work(NamedTuple):
    """What one meeting works on."""

    subjects: frozenset[str]
    """By name: themes of the register and subjects of the field. What only the name of an organisation or a place shows is none."""
    says: frozenset[str]
    """The stems of its texts."""


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

    def lines(self, id_: str) -> Iterator[WorkLine]:
        """The lines that say what a meeting works on."""
        meeting = self.register.meetings[id_]
        for said in _texts(self.topics, meeting, self.today):
            if said.path[0] in ("purpose", "focus"):
                words: dict[str, str] = {}
                for index, stem in telling(said, self._house):
                    words.setdefault(stem, said.words[index])
                yield WorkLine(said.path, _text(meeting, said.path), bool(said.shown), words)

    def place(self, id_: str, subject: str) -> Location:
        """Where an entry that works on `subject` shows it: in its purpose or focus, else in its name, else by a tag."""
        meeting = self.register.meetings[id_]
        words = {subject, *(general for general, meant in GENERAL.items() if subject in meant)}
        shown = [said.path for said in _texts(self.topics, meeting, self.today) if not words.isdisjoint(map(self.topics.name, said.shown))]
        shown.sort(key=lambda path: path[0] in ("title", "aliases"))
        tags = [(*path, index) for path, themes in _tags(meeting) for index, theme in enumerate(themes) if self._is(theme, subject)]
        return in_meeting(id_, *next(iter((*shown, *tags)), ("title",)))

    def first(self, id_: str, stems: Iterable[str]) -> Location | None:
        """Where a meeting's entry first says any of `stems`, its name last."""
        wanted = frozenset(stems)
        found = [said.path for said in _texts(self.topics, self.register.meetings[id_], self.today) if wanted & frozenset(said.stems)]
        found.sort(key=lambda path: path[0] in ("title", "aliases"))
        return in_meeting(id_, *found[0]) if found else None

    def where(self, id_: str) -> frozenset[str]:
        """The areas that a meeting covers, as areas without parts."""
        areas = self.register.meetings[id_].areas
        if areas not in self._leaves:
            known = self.register.areas
            self._leaves[areas] = frozenset((*self.register.lowest_areas(areas), *(area for area in areas if area not in known)))
        return self._leaves[areas]

    def on(self, subject: str) -> Iterable[str]:
        """The meetings that work on `subject`, by that name or by one that means it and others: safeguarding is of adults too."""
        general = (name for name, meant in GENERAL.items() if subject in meant)
        return dict.fromkeys(id_ for name in (subject, *general) for id_ in self._working.get(name, ()))

    def _is(self, theme: str, subject: str) -> bool:
        return self.topics.name(theme_topic(theme)) == subject

    def serving(self, duty: str) -> frozenset[str]:
        """The meetings that serve the statutory duty `duty`, in any case."""
        return self._serving.get(fold(duty), frozenset())

    def saying(self, words: Iterable[str]) -> Iterator[str]:
        """The meetings that say at least half of `words`, and never a single one of several."""
        wanted = frozenset(words)
        rarest = sorted(wanted, key=lambda word: (len(self._said.get(word, ())), word))
        enough = min(len(wanted), max(_FEWEST, (len(wanted) + 1) // 2))
        seen: set[str] = set()
        for word in rarest[: len(wanted) - enough + 1]:  # who says enough of them says one of these
            for id_ in self._said.get(word, ()):
                if id_ not in seen and len(wanted & self.by_id[id_].says) >= enough:
                    yield id_
                seen.add(id_)

    @cached_property
    def _house(self) -> frozenset[str]:
        return house_words(self.register)

    @cached_property
    def _leaves(self) -> dict[tuple[str, ...], frozenset[str]]:
        """The areas without parts of those that meetings name, as they are asked for; to name none is to cover all."""
        unknown = {area for meeting in self.register.meetings.values() for area in meeting.areas if area not in self.register.areas}
        return {(): frozenset((*self.register.lowest_areas(), *unknown)) or frozenset((WHOLE,))}

    @cached_property
    def _working(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for id_, work in self.by_id.items():
            for subject in work.subjects:
                found[subject].append(id_)
        return found

    @cached_property
    def _serving(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for meeting in self.register.meetings.values():
            for duty in meeting.duties:
                found[fold(duty)].add(meeting.id)
        return {duty: frozenset(ids) for duty, ids in found.items()}

    @cached_property
    def _said(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for id_, work in self.by_id.items():
            for stem in work.says:
                found[stem].append(id_)
        return found


_FEWEST = 2
"""How many words must be the same for a line of work to be the same: one of two is chance."""


def work_index(register: Register, today: date) -> WorkIndex:
    """What the meetings of `register` work on `today`."""
    topics = Topics(register)
    return WorkIndex(topics, {meeting.id: _work(topics, meeting, today) for meeting in register.meetings.values()}, today)


def _work(topics: Topics, meeting: Meeting, today: date) -> Work:
    texts = _texts(topics, meeting, today)
    tagged = meeting.model_copy(update={"focus": tuple(focus for focus in meeting.focus if not _over(focus, today))})
    subjects = {topics.name(topic) for topic in topics.of(tagged, texts)}
    shown = {topic for said in texts for topic in said.shown}
    for general, meant in GENERAL.items():
        if general in subjects:  # a theme by that name says it
            subjects -= set(meant) - shown
    return Work(frozenset(subjects), frozenset(stem for said in texts for stem in said.stems))


def _over(focus: Focus, today: date) -> bool:
    """Whether a focus is of the past."""
    return focus.until is not None and last_day(focus.until) < today


def _texts(topics: Topics, meeting: Meeting, today: date) -> list[AnalysedText]:
    """The texts of `meeting` that hold today."""
    over = {index for index, focus in enumerate(meeting.focus) if _over(focus, today)}
    return [said for said in topics.texts(meeting) if not (said.path[0] == "focus" and said.path[1] in over)]


def _tags(meeting: Meeting) -> Iterator[tuple[KeyPath, tuple[str, ...]]]:
    yield ("themes",), meeting.themes
    for index, focus in enumerate(meeting.focus):
        yield ("focus", index, "themes"), focus.themes


def _text(meeting: Meeting, path: KeyPath) -> str:
    match path:
        case ("focus", int(index), _):
            return meeting.focus[index].text
        case _:
            return meeting.purpose or ""
