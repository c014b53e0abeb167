"""What a meeting's texts show that it works on: the register's themes and the field's subjects, and where they show."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from govreg.analysis.text.phrases import Hit, Phrases, phrases
from govreg.analysis.text.subjects import GENERAL, NEAR, NOT_TITLED, SUBJECTS, TITLED
from govreg.analysis.text.words import split, stem
from govreg.model.location import KeyPath
from govreg.model.meeting import Meeting
from govreg.model.register import Register

IN_TITLE = 1.0
IN_TEXT = 0.6
"""How much a topic counts that only purpose or focus show, against one that the title shows or a person tagged."""

_THEME = "theme:"


@dataclass(frozen=True, slots=True)
class AnalysedText:
    """One text of a meeting: where it stands, its words as written, their stems, and which words show a topic or a place."""

    path: KeyPath
    words: tuple[str, ...]
    stems: tuple[str, ...]
    shown: Mapping[str, tuple[int, int]]
    """Topic -> the first words that show it, from and up to."""
    used_words: frozenset[int]
    """The words that show a topic or are a name, and so are no evidence of their own."""
    places: frozenset[int]
    """The words that name a place or an organisation."""


@dataclass(frozen=True)
class Topics:
    """Looks for a register's themes, the field's subjects and the register's places in texts."""

    register: Register

    def texts(self, meeting: Meeting) -> Iterator[AnalysedText]:
        """The texts of `meeting` that say what it works on: title, aliases, purpose and focus."""
        for path, text in meeting.texts():
            yield self.analyse(path, text, title=path[0] in ("title", "aliases"))

    def of(self, meeting: Meeting, texts: Sequence[AnalysedText]) -> Mapping[str, float]:
        """The topics of `meeting`, each with how much it counts."""
        found: dict[str, float] = {}
        for said in texts:
            strength = IN_TITLE if said.path[0] in ("title", "aliases") else IN_TEXT
            for topic in said.shown:
                found[topic] = max(strength, found.get(topic, 0.0))
        for theme in (*meeting.themes, *(theme for focus in meeting.focus for theme in focus.themes)):
            found[theme_topic(theme)] = IN_TITLE
        for general, meant in GENERAL.items():
            strength = found.pop(general, 0.0)
            if strength and not any(subject in found for subject in meant):
                found.update(dict.fromkeys(meant, strength))
        return found

    def name(self, topic: str) -> str:
        """What to call a topic: its theme's name, or the subject."""
        theme = self.register.themes.get(topic.removeprefix(_THEME)) if topic.startswith(_THEME) else None
        return theme.name.lower() if theme is not None else topic.removeprefix(_THEME)

    def shown_at(self, meeting: Meeting, topic: str) -> KeyPath:
        """Where `meeting` shows `topic` first: in a text, by a tag, or, where nothing says it outright, its title."""
        words = {topic, *(general for general, meant in GENERAL.items() if topic in meant)}
        for said in self.texts(meeting):
            if not words.isdisjoint(said.shown):
                return said.path
        theme = topic.removeprefix(_THEME)
        if theme in meeting.themes:
            return ("themes", meeting.themes.index(theme))
        tagged = (
            ("focus", index, "themes", focus.themes.index(theme)) for index, focus in enumerate(meeting.focus) if theme in focus.themes
        )
        return next(tagged, ("title",))

    def near(self, one: str, other: str) -> bool:
        """Whether one subject takes the other in, or the same partners work on both."""
        return frozenset((one, other)) in NEAR

    def analyse(self, path: KeyPath, text: str, *, title: bool = False) -> AnalysedText:
        """What `text`, which stands at `path`, shows; `title` says whether it is a name."""
        words = split(self._written_out(text))
        found = tuple(stem(word) for word in words)
        shown: dict[str, tuple[int, int]] = {}
        spent: set[int] = set()
        places: set[int] = set()
        hits = list(self._phrases.find(words))
        for hit in hits:
            if not hit.shows:
                places.update(range(hit.start, hit.end))
            elif title or not any(_within(hit, other) for other in hits if not other.shows):
                shown.setdefault(hit.shows, (hit.start, hit.end))
            spent.update(range(hit.start, hit.end))
        if title and (topic := _titled(words)) is not None:
            shown.setdefault(topic, (0, 1))
        return AnalysedText(path, tuple(words), found, shown, frozenset(spent), frozenset(places))

    def _written_out(self, text: str) -> str:
        """`text` with the register's abbreviations written out where they have one meaning."""
        for abbreviation, meaning in self._abbreviations.items():
            if abbreviation in text:
                text = _replaced(text, abbreviation, meaning)
        return text

    @cached_property
    def _abbreviations(self) -> Mapping[str, str]:
        single = {word: meanings[0] for word, meanings in self.register.glossary.items() if len(meanings) == 1 and len(word) > 1}
        return dict(sorted(single.items(), key=lambda item: (-len(item[0]), item[0])))

    @cached_property
    def _phrases(self) -> Phrases:
        terms = [(term, subject) for subject, listed in SUBJECTS.items() for term in listed]
        terms += [(general, general) for general in GENERAL]
        terms += [
            (term, theme_topic(theme.id)) for theme in self.register.themes.values() for term in (*theme.terms, theme.name, *theme.aliases)
        ]
        terms += [(name, "") for name, _ in self.register.area_names]
        organisations = (name for one in self.register.organisations.values() for name in (one.name, *one.aliases))
        terms += [(name, "") for name in organisations if len(split(name)) > 1]
        return phrases(terms)


def theme_topic(id_: str) -> str:
    """The topic of the register's theme `id_`."""
    return _THEME + id_


def _replaced(text: str, abbreviation: str, meaning: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(abbreviation)}s?(?!\w)", lambda _: meaning, text)


def _within(hit: Hit, name: Hit) -> bool:
    """Whether a phrase is a part of a longer name: a Clinical Commissioning Group that takes part shows no commissioning."""
    return name.start <= hit.start and hit.end <= name.end and name.end - name.start > hit.end - hit.start


def _titled(words: Sequence[str]) -> str | None:
    """The topic of a title that its first word shows: `Safer Bristol Partnership`."""
    first, second = (*words[:2], "", "")[:2]
    for word, topic in TITLED.items():
        if (first == word and second not in NOT_TITLED) or (first.startswith(word) and first != word):
            return topic
    return None
