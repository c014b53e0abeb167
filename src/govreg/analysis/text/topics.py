"""What a meeting works on: the register's themes and the field's subjects, and whether a text works on each or only mentions it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import accumulate, chain, islice, starmap
from operator import itemgetter
from typing import NamedTuple

from govreg.analysis.text.abbreviations import Abbreviations
from govreg.analysis.text.clauses import across_and, mentioned_words, words_by_clause
from govreg.analysis.text.lexicon import Subject, lexicon
from govreg.analysis.text.phrases import Phrases, form, phrases
from govreg.analysis.text.words import domain_stop_stems, forms, is_content_word, singular, split, stem
from govreg.model.beginnings import MOST_WORDS, first_texts
from govreg.model.entries import Theme
from govreg.model.location import KeyPath
from govreg.model.meeting import Meeting
from govreg.model.register import Register

IN_TITLE, IN_PURPOSE, IN_FOCUS = 3, 2, 1
"""How plainly a meeting works on a topic: its title or a tag says so, its purpose, or only an item of its focus."""

_THEME = "theme:"

_KEPT = 2_000
"""How many meetings a register may have for their texts to be kept as they were analysed: each is asked for again by its topics, lines
and quotations. Of more, only those of the last are: the others would take room for nothing, since all are gone through in order."""

_MOST_ITEMS = 10_000
"""Of how many items of focus it is kept how they were analysed: many meetings work on the same."""

_NOT_SHOWN: tuple[int, KeyPath] = (0, ())


class AnalysedText(NamedTuple):
    """One text of a meeting: where it is, its words as written, and which of them show a topic or are a name."""

    path: KeyPath
    words: tuple[str, ...]
    stems: tuple[str, ...]
    """The stems of the words."""
    content_stems: tuple[str, ...]
    """The same, but empty for words that don't say what the text is about."""
    shown: tuple[str, ...]
    """The topics that the text works on, in the order in which it shows them."""
    asides: tuple[tuple[tuple[str, ...], tuple[int, int]], ...]
    """Each phrase that only mentions topics: which topics, and which words of the text it is, from and up to."""
    used_words: tuple[int, ...]
    """The words that show a topic or are a name, and so are no evidence of their own; a set of them takes several times the room."""
    places: frozenset[int]
    """The words that name a place or an organisation."""
    singulars: tuple[str, ...]
    """The words in the singular, as they were before abbreviations were written out."""

    @property
    def mentioned(self) -> Mapping[str, tuple[int, int]]:
        """Topic that the text only mentions -> the first words that do, from and up to."""
        found: dict[str, tuple[int, int]] = {}
        for topics, span in reversed(self.asides):
            found.update(dict.fromkeys(topics, span))
        for topic in self.shown if found else ():
            found.pop(topic, None)
        return found

    @property
    def is_name(self) -> bool:
        """Whether it is a name of the meeting: its title or an alias."""
        return self.path[0] in ("title", "aliases")


@dataclass(frozen=True)
class Topics:
    """Looks for a register's themes, the field's subjects and the register's names in texts."""

    register: Register

    def texts(self, meeting: Meeting) -> tuple[AnalysedText, ...]:
        """The texts of `meeting` that say what it works on, its first `MOST_WORDS` words: title, aliases, purpose and focus."""
        known = self._analysed.get(meeting.id)
        if known is not None and known[0] is meeting:
            return known[1]
        if len(self.register.meetings) > _KEPT:
            self._analysed.clear()
        found = tuple(
            self._analysed_item(text)._replace(path=path)
            if path[0] == "focus"
            else self.analyse(path, text, title=path[0] in ("title", "aliases"))
            for path, text in first_texts(meeting)
        )
        self._analysed[meeting.id] = meeting, found
        return found

    @cached_property
    def _analysed_item(self) -> Callable[[str], AnalysedText]:
        """What an item of focus shows, at whatever place."""
        return lru_cache(maxsize=_MOST_ITEMS)(lambda text: self.analyse(("focus",), text))

    @cached_property
    def _analysed(self) -> dict[str, tuple[Meeting, tuple[AnalysedText, ...]]]:
        return {}

    def shown(self, meeting: Meeting, texts: Sequence[AnalysedText]) -> Mapping[str, tuple[int, KeyPath]]:
        """Topic that `meeting` works on -> how plainly, `IN_TITLE`, `IN_PURPOSE` or `IN_FOCUS`, and where it first shows it so.

        A more general word (`Public Protection Committee`) shows all that it means, unless one of those is shown as plainly.
        """
        showing = [*_shown_in(texts), *_tagged(meeting)]
        named: dict[str, tuple[int, KeyPath]] = {}
        plainest_first = sorted(showing, key=itemgetter(0), reverse=True)
        for level, path, topics in reversed(plainest_first):  # so that a plainer and an earlier one takes another's place
            named.update(dict.fromkeys(topics, (level, path)))
        words = named.keys() & lexicon().general.keys()
        if not words:
            return named
        general = {word: named.pop(word) for *_, topics in showing for word in topics if word in words and word in named}
        found = dict(named)
        for word, (level, path) in general.items():
            meant = [topic for subject in lexicon().general[word] if (topic := self._topic_of(subject) or "")]
            if not any(named.get(topic, _NOT_SHOWN)[0] >= level for topic in meant):
                for topic in meant:
                    _keep_plainest(found, topic, level, path)
        return found

    def shown_by(self, meeting: Meeting) -> Mapping[str, tuple[int, KeyPath]]:
        """The same of all texts of `meeting`; of the last that was asked for it is kept, as two analyses ask in turn."""
        last = self._last_shown.get(meeting.id)
        if last is not None and last[0] is meeting:
            return last[1]
        found = self.shown(meeting, self.texts(meeting))
        self._last_shown.clear()
        self._last_shown[meeting.id] = meeting, found
        return found

    @cached_property
    def _last_shown(self) -> dict[str, tuple[Meeting, Mapping[str, tuple[int, KeyPath]]]]:
        return {}

    def reads_alike(self, register: Register) -> bool:
        """Whether texts show the same in another `register`: its themes, glossary and names are those of this one."""
        ones, others = ((one.themes, one.glossary, one.organisations, one.areas) for one in (self.register, register))
        return ones == others

    def general_word(self, meeting: Meeting, topic: str, path: KeyPath) -> str | None:
        """The more general word by which alone the text of `meeting` at `path` shows `topic`; None where that text or a tag names it."""
        if topic not in self._meant_by_general_words:
            return None
        shown = next((text.shown for text in self.texts(meeting) if text.path == path), (topic,))
        return None if topic in shown else next((word for word in shown if word in lexicon().general), None)

    @cached_property
    def _meant_by_general_words(self) -> frozenset[str | None]:
        return frozenset(self._topic_of(subject) for subjects in lexicon().general.values() for subject in subjects)

    def name(self, topic: str) -> str:
        """What to call a topic: its theme's name, or the subject."""
        return self._names.get(topic, topic.removeprefix(_THEME))

    def called(self, name: str) -> Sequence[str]:
        """The topics that are called `name`: the themes, else the subject."""
        return self._themes_called.get(name) or (name,)

    @cached_property
    def _themes_called(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for topic, name in self._names.items():
            found.setdefault(name, []).append(topic)
        return found

    @cached_property
    def names_are_unique(self) -> bool:
        """Whether no theme has the name of another theme or of a general word; it has none of a subject, which it would claim."""
        general = lexicon().general
        return len({*self._themes_called, *general}) == len(self._names) + len(general)

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """Topic -> its theme's name, of the register's themes."""
        return {theme_topic(id_): theme.name.lower() for id_, theme in self.register.themes.items()}

    def by_law(self, topic: str) -> bool:
        """Whether an Act makes partners keep a body for a topic."""
        return not self._subjects_of(topic).isdisjoint(lexicon().by_law)

    def near(self, mine: Iterable[str], theirs: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Topics of `mine` and of `theirs` where one takes the other in, or the same partners work on both, in their order.

        Of topics that stand for the same subjects, the first speaks for all.
        """
        by_subjects = self._by_subjects(theirs)
        for subjects, one in self._by_subjects(mine).items() if by_subjects else ():
            for others, other in by_subjects.items():
                known = self._near.get((subjects, others))
                if known is None:
                    known = self._near[subjects, others] = any(lexicon().near(a, b) for a in subjects for b in others)
                if known:
                    yield one, other

    @cached_property
    def _near(self) -> dict[tuple[frozenset[str], frozenset[str]], bool]:
        return {}

    def _by_subjects(self, topics: Iterable[str]) -> Mapping[frozenset[str], str]:
        """The subjects of the field that `topics` stand for -> the first that does, for those that stand for any."""
        found: dict[frozenset[str], str] = {}
        for topic in topics:
            found.setdefault(self._subjects_of(topic), topic)
        found.pop(frozenset(), None)
        return found

    def analyse(self, path: KeyPath, text: str, *, title: bool = False) -> AnalysedText:
        """What `text` at `path` shows; `title` says whether it is a name."""
        written = self._abbreviations.written_out(text, MOST_WORDS)
        clauses = words_by_clause(written)
        words = tuple(islice(chain.from_iterable(clauses), MOST_WORDS))
        shown: list[str] = []
        asides: list[tuple[tuple[str, ...], tuple[int, int]]] = []
        used: set[int] = set()
        singulars, stems, content_stems = zip(*map(forms, words), strict=True) if words else ((), (), ())
        looked_for = self._phrases_of_titles if title else self._phrases
        hits = [*looked_for.find(singulars), *across_and(looked_for, singulars)]
        names = [(start, end) for _, start, end in self._names_of_others.find(singulars)]
        aside = mentioned_words(map(len, clauses), singulars) if hits and path[0] == "purpose" else frozenset()
        in_a_name = _inside(names, len(words)) if names and not title else None
        for topics, start, end in hits:
            used.add(start)
            if end - start > 1:
                used.update(range(start + 1, end))
            if start in aside or (in_a_name is not None and in_a_name(start, end)):
                asides.append((topics, (start, end)))
            else:
                shown += topics
        if title and (subject := _titled(words)) is not None and (topic_of := self._topic_of(subject)) is not None:
            shown.append(topic_of)
        places = frozenset(chain.from_iterable(starmap(range, names)))
        return AnalysedText(
            path,
            words,
            stems,
            content_stems,
            tuple(dict.fromkeys(shown)),
            tuple(asides),
            tuple(places.union(used)),
            places,
            singulars if written == text else tuple(map(singular, split(text)[:MOST_WORDS])),
        )

    @cached_property
    def _abbreviations(self) -> Abbreviations:
        return Abbreviations(self.register.glossary)

    @cached_property
    def _phrases(self) -> Phrases:
        """The phrases that show topics in any text."""
        return phrases(self._terms)

    @cached_property
    def _phrases_of_titles(self) -> Phrases:
        """The same in a title, which also shows subjects by phrases that elsewhere may be said in passing."""
        titled = [(term, topic) for subject, topic in self._subjects for term in subject.title_terms]
        return phrases((*self._terms, *titled))

    @cached_property
    def _terms(self) -> Sequence[tuple[str, str]]:
        """Each phrase that shows a topic in any text, with the topic."""
        themes = [(term, theme_topic(theme.id)) for theme in self.register.themes.values() for term in own_terms(theme)]
        subjects = [(term, topic) for subject, topic in self._subjects for term in subject.terms]
        return (*themes, *subjects, *((general, general) for general in lexicon().general))

    @cached_property
    def _subjects(self) -> Sequence[tuple[Subject, str]]:
        """The subjects of the field, each with the topic that it is here; without those that several themes claim."""
        return [(one, topic) for one in lexicon().subjects.values() if (topic := self._topic_of(one.name)) is not None]

    @cached_property
    def _names_of_others(self) -> Phrases:
        """The names of the register's areas and organisations."""
        organisations = [name for one in self.register.organisations.values() for name in (one.name, *one.aliases)]
        names = [name for name in organisations if len(split(name)) > 1 or not _is_word(name)]
        return phrases((name, "") for name in (*(name for name, _ in self.register.area_names), *names))

    def _topic_of(self, subject: str) -> str | None:
        """The topic that a subject of the field is in this register: the theme that claims it, itself, or none where several do."""
        claimed = self._claimed.get(subject, ())
        return subject if not claimed else theme_topic(claimed[0]) if len(claimed) == 1 else None

    def _subjects_of(self, topic: str) -> frozenset[str]:
        """The subjects of the field that a topic stands for."""
        return self._subjects_of_themes.get(topic, frozenset()) if topic.startswith(_THEME) else frozenset((topic,))

    @cached_property
    def _subjects_of_themes(self) -> Mapping[str, frozenset[str]]:
        """Topic of a theme -> the subjects that the theme claims, where it claims any."""
        found: dict[str, set[str]] = {}
        for subject, themes in self._claimed.items():
            for theme in themes:
                found.setdefault(theme_topic(theme), set()).add(subject)
        return {topic: frozenset(subjects) for topic, subjects in found.items()}

    @cached_property
    def _claimed(self) -> Mapping[str, tuple[str, ...]]:
        """Subject -> the register's themes that are about it: a theme wins over a subject, so that none is counted twice.

        A theme claims a subject where a phrase of its own is one of the subject's, or where one's name says all that the
        other's does (`Victims`, `victims and witnesses`) and no second subject fits as well.
        """
        found: dict[str, list[str]] = {}
        subjects = {
            one.name: ({form(term) for term in (one.name, *one.terms, *one.title_terms)}, _distinctive_stems(one.name))
            for one in lexicon().subjects.values()
        }
        for theme in self.register.themes.values():
            own = {form(term) for term in own_terms(theme)}
            same = [name for name, (terms, _) in subjects.items() if own & terms]
            if not same:
                stems = _distinctive_stems(theme.name)
                same = [name for name, (_, theirs) in subjects.items() if stems and theirs and (stems <= theirs or theirs <= stems)]
                same = same if len(same) == 1 else []
            for name in same:
                found.setdefault(name, []).append(theme.id)
        return {subject: tuple(themes) for subject, themes in found.items()}


@cache
def theme_topic(id_: str) -> str:
    """The topic of the register's theme `id_`, one text for each: those that are the same one need not be read to see that they are."""
    return _THEME + id_


def _keep_plainest(found: dict[str, tuple[int, KeyPath]], topic: str, level: int, path: KeyPath) -> None:
    if level > found.get(topic, _NOT_SHOWN)[0]:
        found[topic] = level, path


def _shown_in(texts: Iterable[AnalysedText]) -> Iterator[tuple[int, KeyPath, tuple[str, ...]]]:
    """How plainly each of `texts` shows topics and general words, where it is, and which it shows."""
    for analysed in texts:
        level = IN_TITLE if analysed.is_name else IN_PURPOSE if analysed.path[0] == "purpose" else IN_FOCUS
        yield level, analysed.path, analysed.shown


def _tagged(meeting: Meeting) -> Iterator[tuple[int, KeyPath, tuple[str, ...]]]:
    """The same of the themes that `meeting`, or an item of its focus, is tagged with."""
    yield from ((IN_TITLE, ("themes", index), (theme_topic(theme),)) for index, theme in enumerate(meeting.themes))
    for place, focus in enumerate(meeting.focus):
        yield from ((IN_TITLE, ("focus", place, "themes", index), (theme_topic(theme),)) for index, theme in enumerate(focus.themes))


def own_terms(theme: Theme) -> tuple[str, ...]:
    """The phrases by which the register itself says that a text is about `theme`: its terms, name and aliases."""
    return (*theme.terms, theme.name, *theme.aliases)


def _distinctive_stems(name: str) -> frozenset[str]:
    return frozenset(stem(word) for word in split(name) if is_content_word(word)) - domain_stop_stems()


def _is_word(name: str) -> bool:
    """Whether a name of one word is an ordinary word, not an abbreviation such as `NHS` or `OPCC`."""
    return name != name.upper()


def _inside(names: Sequence[tuple[int, int]], words: int) -> Callable[[int, int], bool]:
    """Tells whether a phrase is a part of one of `names`, which is longer, in a text of so many `words`; each is from and up to a word.

    A Clinical Commissioning Group that takes part shows no commissioning.
    """
    longest = [0] * (words + 1)
    for start, end in names:
        longest[start] = max(longest[start], end)
    furthest = list(accumulate(longest, max))
    return lambda start, end: (start > 0 and furthest[start - 1] >= end) or longest[start] > end


def _titled(words: Sequence[str]) -> str | None:
    """The subject of a title that its first word shows: `Safer Bristol Partnership`."""
    first, second = (*words[:2], "", "")[:2]
    for one in lexicon().titled:
        if (first == one.word and second not in one.not_before) or (first.startswith(one.word) and first != one.word):
            return one.subject
    return None
