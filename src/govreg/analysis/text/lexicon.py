"""The words and subjects that are known before any register is read, from `lexicon.toml` beside this module."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject that partnerships of this field work on, and the phrases by which their papers say so."""

    name: str
    terms: tuple[str, ...]
    title_terms: tuple[str, ...] = ()
    """Phrases that mean the subject only in a title."""
    source: str | None = None
    """The Act, where one makes partners work on it."""
    by_law: bool = False
    """Whether an Act makes partners keep a body or arrangements for it: two statutory bodies on it are one duty twice."""
    near: tuple[str, ...] = ()
    """Names of subjects that it takes in or goes together with; the other side need not repeat it."""


@dataclass(frozen=True, slots=True)
class TitleWord:
    """A first word of a title that shows a subject: `Safer Bristol Partnership`."""

    word: str
    subject: str
    not_before: frozenset[str]
    """Words that may follow it without the subject: `Safer Roads`."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What `lexicon.toml` holds."""

    stop_words: frozenset[str]
    domain_stop_words: frozenset[str]
    generic_title_words: frozenset[str]
    body_words: frozenset[str]
    mentions: tuple[str, ...]
    """Phrases after which a text only names what follows in the clause."""
    general: Mapping[str, tuple[str, ...]]
    """A word that means several subjects where none of them is named -> these subjects."""
    titled: tuple[TitleWord, ...]
    layers: Mapping[str, tuple[str, ...]]
    """The part that a body plays beside others on its subject -> expressions for what its title calls it."""
    subjects: Mapping[str, Subject]
    """By name."""

    @property
    def by_law(self) -> frozenset[str]:
        """The subjects for which an Act makes partners keep a body."""
        return frozenset(name for name, subject in self.subjects.items() if subject.by_law)

    def near(self, one: str, other: str) -> bool:
        """Whether one subject takes the other in, or the same partners work on both."""
        a, b = self.subjects.get(one), self.subjects.get(other)
        return (a is not None and other in a.near) or (b is not None and one in b.near)


@cache
def lexicon() -> Lexicon:
    """The lexicon, read when it is first asked for: `list` needs none of it."""
    data = tomllib.loads(files("govreg.analysis.text").joinpath("lexicon.toml").read_text(encoding="utf-8"))
    subjects = (
        Subject(
            one["name"],
            tuple(one["terms"]),
            tuple(one.get("title_terms", ())),
            one.get("source"),
            one.get("by_law", False),
            tuple(one.get("near", ())),
        )
        for one in data["subjects"]
    )
    return Lexicon(
        stop_words=frozenset(data["stop_words"].split()),
        domain_stop_words=frozenset(data["domain_stop_words"].split()),
        generic_title_words=frozenset(data["generic_title_words"].split()),
        body_words=frozenset(data["body_words"].split()),
        mentions=tuple(data["mentions"]),
        general={word: tuple(meant) for word, meant in data["general"].items()},
        titled=tuple(TitleWord(word, one["subject"], frozenset(one["not_before"])) for word, one in data["titled"].items()),
        layers={part: tuple(names) for part, names in data["layers"].items()},
        subjects={subject.name: subject for subject in subjects},
    )
