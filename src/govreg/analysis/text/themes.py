"""Whether a meeting works on a theme of the register, by the theme's own words, or mentions it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import chain

from govreg.analysis.text.clauses import across_and, mentioned_words, words_by_clause
from govreg.analysis.text.phrases import Phrases, phrases
from govreg.analysis.text.topics import own_terms
from govreg.analysis.text.words import singular
from govreg.model.beginnings import first_texts
from govreg.model.entries import Theme
from govreg.model.location import KeyPath
from govreg.model.meeting import Meeting


@dataclass(frozen=True, slots=True)
class ThemeMatch:
    """What shows that a meeting works on a theme of the register, or mentions it."""

    theme: str
    tagged: bool
    says: tuple[tuple[str, KeyPath], ...]
    """The words found in what it works on, each with the way to the first text that has them."""
    mentions: tuple[tuple[str, KeyPath], ...]
    """The same of what is only mentioned."""


ThemeMatcher = Callable[[Meeting], ThemeMatch | None]
"""What shows that a meeting works on a theme, in its title, purpose, focus or by a tag; None if nothing does."""


def theme_matcher(theme: Theme) -> ThemeMatcher:
    """Looks for `theme` in meetings.

    Only the theme's own name, aliases and terms count here, not what the field's subjects add to it.
    """
    return partial(_match, theme, phrases((term, theme.id) for term in own_terms(theme)))


def _match(theme: Theme, own: Phrases, meeting: Meeting) -> ThemeMatch | None:
    tagged = theme.id in meeting.themes or any(theme.id in focus.themes for focus in meeting.focus)
    says: dict[str, KeyPath] = {}
    mentions: dict[str, KeyPath] = {}
    for path, text in (text for text in first_texts(meeting) if text[0][0] != "aliases"):
        clauses = words_by_clause(text)
        words = list(chain.from_iterable(clauses))
        singulars = tuple(map(singular, words))
        hits = [*own.find(singulars), *across_and(own, singulars)]
        aside = mentioned_words(map(len, clauses), singulars) if hits and path[0] == "purpose" else frozenset()
        for _, start, end in hits:
            found = mentions if start in aside else says
            found.setdefault(" ".join(words[start:end]), path)
    mentions = {term: path for term, path in mentions.items() if term not in says}
    if not (tagged or says or mentions):
        return None
    return ThemeMatch(theme.id, tagged, tuple(says.items()), tuple(mentions.items()))
