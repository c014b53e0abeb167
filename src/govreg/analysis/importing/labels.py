"""Which field of a meeting a label of a table means, by the words that offices use for it."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files
from typing import NamedTuple

from govreg.model.names import fold
from govreg.model.suggest import is_one_edit

_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[a-h][.)]|\([a-z0-9]{1,2}\))\s+", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W_]+")
_SHORT = {"mtg": "meeting", "mtgs": "meetings", "org": "organisation", "orgs": "organisations", "organization": "organisation", "nos": "no"}
"""Words as labels abbreviate them."""
_FILLERS = frozenset(
    "the a an of for this it its is in does do to meeting meetings group groups board partnership forum panel committee current main key "
    "details detail information overall agreed please state our your now currently present who which".split()
)
_MOST_WORDS = 4
"""The most words of a label that is recognised by one keyword."""
_LONGEST = 9
"""The most words that a label has."""
_MOST_CHARACTERS = 120
"""The most characters that a label has, what is in brackets included."""
_POINTING = frozenset({"the", "this", "our", "a", "each"})
"""Words that point at a meeting, and so are no part of its name: `About the Board`."""
_RELATING = frozenset({"with", "to", "from", "by", "about", "between", "within"})
"""Words that relate something to a meeting: `Links with Youth Panel`."""
_SHORTEST_MISSPELT = 5
"""How many letters a label must have for a misspelling of it to be recognised: `head` is not `lead`."""


class Label(NamedTuple):
    """A label as a table has it, and what it means."""

    text: str
    key: str | None
    """The field, or with a dot a part of one, such as `chair.role`; None for a label that isn't known."""
    read_as: str = ""
    """The known label that it was taken for, where its wording differs."""
    mapped: bool = False
    """Whether the person gave its meaning."""


@dataclass(frozen=True)
class Labels:
    """The labels that are known: those in `labels.toml`, and an office's own."""

    mapped: Mapping[str, str] = field(default_factory=dict)
    """The fields that an office's own labels mean, by label as the office writes it."""

    @cached_property
    def _mapped(self) -> Mapping[str, str]:
        return {plain(text): key for text, key in self.mapped.items()}

    _read: dict[tuple[str, bool], Label] = field(default_factory=dict, compare=False)
    """The texts that were read before: the cells of a large table repeat the same texts."""

    def read(self, text: str, *, exact: bool = False) -> Label:
        """The meaning of the label `text`; `exact` allows neither misspellings nor filler words around it."""
        if len(text) > _MOST_CHARACTERS:
            return Label(" ".join(text.split()), None)
        if (text, exact) not in self._read:
            self._read[text, exact] = self._meaning(text, exact=exact)
        return self._read[text, exact]

    def _meaning(self, text: str, *, exact: bool) -> Label:
        known = _known().fields
        written = " ".join(text.split())
        word = plain(written)
        if word in self._mapped or plain(written, brackets=True) in self._mapped:
            return Label(written, self._mapped.get(word) or self._mapped[plain(written, brackets=True)], mapped=True)
        if not word or len(word.split()) > _LONGEST:
            return Label(written, None)
        if word in known:
            return Label(written, known[word])
        if exact:
            return Label(written, None)
        core = _core(word)
        if core in _known().cores:
            return Label(written, _known().cores[core], core)
        return self._parts(written) or self._misspelt(written, word) or _by_keyword(written, word) or Label(written, None)

    def _parts(self, written: str) -> Label | None:
        """A label of two, such as `Purpose / remit`: the first of them."""
        parts = [part for part in re.split(r"\s*[/&,+]\s*|\s+(?:and|or)\s+|\s+[-–—]\s+", _BRACKETED.sub(" ", written)) if part.strip()]
        if len(parts) < 2:  # noqa: PLR2004 - two parts
            return None
        keys = [_known().fields.get(plain(part)) or _known().cores.get(_core(plain(part))) for part in parts]
        return Label(written, keys[0], plain(parts[0])) if all(keys) else None

    def _misspelt(self, written: str, word: str) -> Label | None:
        if len(word) < _SHORTEST_MISSPELT:
            return None
        known = _known()
        alike = {one: None for less in _one_letter_less(word) for one in known.by_one_letter_less.get(less, ())}
        near = {known.fields[one]: one for one in alike if is_one_edit(word, one)}
        if len(near) != 1:
            return None
        ((key, one),) = near.items()
        return Label(written, key, one)


def _by_keyword(written: str, word: str) -> Label | None:
    """A longer label, recognised by the one keyword in it: `Police attendees`."""
    words = word.split()
    if not 1 < len(words) <= _MOST_WORDS or not written[:1].isupper() or any(character.isdigit() for character in word):
        return None
    if ":" in written.rstrip(": ") or _known().other_things.intersection(words) or words[-1] in _known().title_words:
        return None
    found = {key: part for part in words if (key := _known().keywords.get(part)) is not None}
    if len(found) != 1:
        return None
    ((key, part),) = found.items()
    return Label(written, key, part)


class _Known(NamedTuple):
    fields: Mapping[str, str]
    by_one_letter_less: Mapping[str, Sequence[str]]
    """The labels by what is left of them without one letter, and by themselves: what is one edit apart has one of these in common."""
    cores: Mapping[str, str]
    keywords: Mapping[str, str]
    other_things: frozenset[str]
    strong: frozenset[str]
    sure: frozenset[str]
    general: frozenset[str]
    against: frozenset[str]
    title_words: frozenset[str]


@cache
def _known() -> _Known:
    held = tomllib.loads(files("govreg.analysis.importing").joinpath("labels.toml").read_text(encoding="utf-8"))
    fields: dict[str, str] = {}
    for key, words in held["fields"].items():
        for word in (key, *words.split(",")):
            fields.setdefault(plain(word), key)
    cores: dict[str, str] = {}
    for word, key in fields.items():
        core = _core(word)
        if core and key not in ("title", "number"):
            cores.setdefault(core, key)
    evidence = held["evidence"]
    by_one_letter_less: dict[str, list[str]] = {}
    for word in fields:
        for less in _one_letter_less(word):
            by_one_letter_less.setdefault(less, []).append(word)
    return _Known(
        fields,
        by_one_letter_less,
        cores,
        {word: key for key, words in held["keywords"].items() if key != "not" for word in words.split()},
        frozenset(held["keywords"]["not"].split()),
        frozenset(evidence["strong"].split()),
        frozenset(evidence["sure"].split()),
        frozenset(plain(word) for word in evidence["general_titles"].split(",")),
        frozenset(plain(word) for word in evidence["against"].split(",")),
        frozenset(held["titles"]["words"].split()),
    )


def _one_letter_less(word: str) -> set[str]:
    """`word` without each of its letters, and `word` itself."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def known_fields() -> frozenset[str]:
    """The fields that labels mean."""
    return frozenset(_known().fields.values())


def plain(text: str, *, brackets: bool = False) -> str:
    """`text` as labels are compared: lower-case letters and digits, without numbering and, unless `brackets`, text in brackets."""
    bare = _NUMBERED.sub("", text)
    outside = bare if brackets else _BRACKETED.sub(" ", bare)
    if not _LETTERS.search(outside):
        outside = bare
    words = fold(outside.replace("’", "'").replace("'", "").replace("&", " and ").replace("p.a.", "per annum"))
    return " ".join(_SHORT.get(word, word) for word in _LETTERS.findall(words))


def _core(word: str) -> str:
    return " ".join(part for part in word.split() if part not in _FILLERS)


def is_title_word(word: str) -> bool:
    """Whether titles of meetings have `word` in them: `board`, `panel`."""
    return fold(word) in _known().title_words


def looks_like_title(text: str) -> bool:
    """Whether `text` has such a word in it."""
    return any(is_title_word(word) for word in re.findall(r"[^\W_]+(?:-[^\W_]+)*", text))


def names_one(text: str) -> bool:
    """Whether `text` is the name of a meeting, and not a heading about one: `Rural crime forum`, not `Links with the forum`."""
    words = plain(text).split()
    return len(words) > 1 and is_title_word(words[-1]) and words[-2] not in _POINTING and not _RELATING.intersection(words)


def is_about_papers(heading: str) -> bool:
    """Whether a column called `heading` is about papers, dates or progress rather than about who attends: a question, `Minutes`."""
    words = plain(heading).split()
    return heading.rstrip().endswith("?") or bool(_known().other_things.intersection(words)) or plain(heading) in _known().against


_FEW, _SEVERAL = 2, 3


def are_of_meetings(labels: list[Label], *, titles: list[str] | None = None, bare: bool = False) -> bool:
    """Whether these are the labels of a meeting, and not of an action, a risk, a paper or a person.

    Args:
        labels: the labels of one text or table.
        titles: the texts in the column of titles, for a table with one row per meeting.
        bare: whether the labels are on lines of their own, as in prose, so that more of them are needed.
    """
    known = _known()
    keys = {label.key for label in labels if label.key}
    strong = keys & known.strong
    sure = keys & known.sure
    against = {word for label in labels if (word := plain(label.text)) in known.against and not label.mapped}
    if any(label.mapped and label.key == "title" for label in labels):
        return True
    if bare:
        return len(strong) >= _SEVERAL and bool(sure)
    if titles is None:
        return (len(strong) >= _FEW and (bool(sure) or not against)) or (
            len(strong) == 1 and bool(sure) and "title" in keys and not against
        )
    title = next((label for label in labels if label.key == "title"), None)
    alike = sum(looks_like_title(one) for one in titles)
    if title is None:
        return bool(strong) and alike * _FEW > len(titles) and not (against and not sure)
    general = plain(title.text) in known.general
    if against:
        return bool(sure) and (not general or alike * _SEVERAL >= len(titles))
    if general:
        return bool(strong) and (alike * _SEVERAL >= len(titles) or (len(strong) >= _SEVERAL and bool(sure)))
    return bool(strong) and (len(strong) >= _FEW or alike * _SEVERAL >= len(titles))


def is_titled_and_led(labels: list[Label], title: str) -> bool:
    """Whether the labels are those of a title, such as `Name of group`, and a lead: these two are enough for a meeting."""
    known = _known()
    named = any(label.key == "title" and plain(label.text) not in known.general for label in labels)
    against = any(plain(label.text) in known.against and not label.mapped for label in labels)
    return named and not against and looks_like_title(title) and any(label.key == "lead" for label in labels)
