"""Finds the organisation that a paper names: one of the register's, by any of its names, or one to propose for it."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

from govreg.analysis.importing.numbered_ids import NumberedIds
from govreg.analysis.importing.wording import MOST_KEPT
from govreg.analysis.text.words import singular
from govreg.model.names import RESERVED, as_id, fold, is_id
from govreg.model.register import Register

_PARTS = re.compile(r"[^\W_]+")
_ABBREVIATED = re.compile(r"(?P<name>.{4,}?)\s*\((?P<short>[A-Z][A-Za-z&]{1,9}?)s?\)\s*(?P<rest>.*)")
_POLICE = re.compile(r"\b(?:constabulary|police(?: service| force)?)$|^police(?: force| service)?$", re.IGNORECASE)
_NO_POLICE = re.compile(r"crime|authority|federation|transport|commissioner|panel|board", re.IGNORECASE)
_GENERIC_POLICE = frozenset({"constabulary", "police", "police force", "police service", "force"})
"""How papers refer to the police force of their own area."""
_SHORTEST_INITIALS = 3


class Proposed(NamedTuple):
    """An organisation that the register doesn't have and a paper names."""

    id: str
    name: str
    aliases: tuple[str, ...]
    nearest: str | None
    """The id of the most similar organisation of the register, or else of those that are proposed."""
    places: tuple[str, ...]


@dataclass
class Organisations:
    """The organisations of a register, and those that are proposed for it."""

    register: Register
    expected: Mapping[str, str] = field(default_factory=dict)
    """What the papers call the organisations that were proposed when they were read the first time, each with the name to propose."""
    proposed: dict[str, Proposed] = field(default_factory=dict)
    meeting_names: dict[str, str] = field(default_factory=dict)
    """The ids of the meetings that the papers describe, by name in plain form."""
    here: str = ""
    """The place of the text that is being read."""
    abbreviations: dict[str, str] = field(default_factory=dict)
    """The ids of organisations of the register by the initials that they were found by, which the register doesn't have as a name."""

    def __post_init__(self) -> None:
        self._named: dict[str, str] = {}
        self._with_initials: dict[str, set[str]] = {}
        """The names of organisations in plain form, by their initials and those of their other names."""
        self._forces: set[str] = set()
        self._with_own_name: set[str] = set()
        """The organisations with a name that isn't just what every police force is called."""
        self._longest = 0
        index = self.register.organisations
        self._ids = NumberedIds(lambda id_: id_ in self.proposed or id_ in index.unread or index.find(id_) is not None)
        for id_, entry in self.register.organisations.items():
            self._name(id_, (entry.name, *entry.aliases))
            self._named.setdefault(normal(id_.replace("-", " ")), id_)
        self._expected = {normal(words): (words, name) for words, name in self.expected.items()}
        for words, name in self.expected.items():
            self._abbreviate(words, name)
        self._longest = max((len(name.split()) for name in (*self._named, *self._expected)), default=0)

    def find(self, words: str) -> str | None:
        """The id of the organisation that `words` name; None if none is known by these words."""
        exact = self.register.organisations.find(words.strip())
        if exact is not None:
            return exact
        plain = normal(words)
        if not plain:
            return None
        known = self._named.get(plain) or self._by_glossary.get(plain)
        if known is not None:
            return known
        if plain in _GENERIC_POLICE and (force := self.police()) is not None:
            one = self.proposed.get(force)
            if one is not None and normal(words) not in self._named and normal(one.name).endswith(f" {plain}"):
                self._also_called(force, " ".join(words.split()))
            return force
        if plain in self._expected:
            called, name = self._expected[plain]
            return self._also_called(self._named.get(normal(name)) or self.propose(name), called)
        return self._by_initials(words.strip())

    def meeting(self, words: str) -> str | None:
        """The id of the meeting of the register or the papers that `words` name; None if there is none."""
        known = self.register.meetings.find(words.strip())
        return known if known is not None else self.meeting_names.get(normal(words)) or self._meetings.get(normal(words))

    def propose(self, words: str) -> str | None:
        """Propose a new organisation called `words`, and give its id; None if no organisation can have that name."""
        name, aliases = _name_and_aliases(words)
        place = self.here
        known = self._named.get(normal(name))
        if known is not None:
            if known in self.proposed:
                one = self.proposed[known]
                more = tuple(alias for alias in aliases if alias not in one.aliases and self.find(alias) in (None, known))
                places = (*one.places, place) if place and place not in one.places else one.places
                self.proposed[known] = one._replace(aliases=(*one.aliases, *more), places=places)
                self._name(known, more)
            return known
        id_ = as_id(name)
        index = self.register.organisations
        if not is_id(id_) or id_ in RESERVED or fold(name) in RESERVED or not index.complete:
            return None
        id_ = self._ids.free(id_)
        aliases = tuple(alias for alias in aliases if normal(alias) not in self._named)
        nearest = index.nearest(name) or next((found for alias in aliases if (found := index.nearest(alias))), None) or self._like(name)
        self.proposed[id_] = Proposed(id_, name, aliases, nearest, (place,) if place else ())
        self._name(id_, (name, *aliases))
        return id_

    def _name(self, id_: str, names: Iterable[str]) -> None:
        """Remember `names` of an organisation."""
        for name in names:
            plain = normal(name)
            self._named.setdefault(plain, id_)
            self._longest = max(self._longest, len(name.split()))
            self._abbreviate(name, self._own_name(id_))
            if _is_police(name):
                self._forces.add(id_)
            if plain not in _GENERIC_POLICE:
                self._with_own_name.add(id_)

    def _own_name(self, id_: str) -> str:
        return self.proposed[id_].name if id_ in self.proposed else self.register.organisations[id_].name

    def _abbreviate(self, words: str, name: str) -> None:
        """Remember that the initials of `words` may mean the organisation called `name`."""
        for letters in initials(words):
            self._with_initials.setdefault(letters, set()).add(normal(name))

    def names(self) -> dict[str, str]:
        """What the proposed organisations are called, each with the name to propose when the papers are read again.

        One that was only known by initials when it was named is the other organisation that has them.
        """
        found: dict[str, str] = {}
        for one in self.proposed.values():
            meant = self._with_these_initials(one.name)[1]
            name = self._own_name(self._named[meant]) if meant is not None and meant in self._named else one.name
            found.update({called: name for called in (one.name, *one.aliases) if called not in found})
        return found

    def police(self) -> str | None:
        """The id of the police force; None if none, or more than one, is known."""
        if self._forces:
            found = self._forces & self._with_own_name or self._forces
            return next(iter(found)) if len(found) == 1 else None
        expected = self._expected_forces
        return self.propose(expected[0]) if len(expected) == 1 else None

    @cached_property
    def _expected_forces(self) -> Sequence[str]:
        """The expected police forces: those with a name of their own, or else all."""
        forces = {plain: name for plain, (_, name) in self._expected.items() if _is_police(name)}
        own = [name for plain, name in forces.items() if plain not in _GENERIC_POLICE]
        return [*dict.fromkeys(own or forces.values())]

    def leading(self, words: str) -> tuple[str, str] | None:
        """The organisation with whose name `words` begin, and the words after it."""
        return self._at(words, start=True)

    def trailing(self, words: str) -> tuple[str, str] | None:
        """The organisation with whose name `words` end, and the words before it."""
        return self._at(words, start=False)

    def _at(self, words: str, *, start: bool) -> tuple[str, str] | None:
        parts = words.split()
        for length in range(min(len(parts) - 1, self._longest), 0, -1):
            name, rest = (parts[:length], parts[length:]) if start else (parts[-length:], parts[:-length])
            found = self.find(" ".join(name).strip(" ,:;–—-'’"))
            if found is not None:
                return found, " ".join(rest).strip(" ,:;–—-")
        return None

    @cached_property
    def _by_glossary(self) -> dict[str, str]:
        """Abbreviations of the glossary that mean an organisation, and meanings whose abbreviation is one."""
        found: dict[str, str] = {}
        for short, meanings in self.register.glossary.items():
            if len(meanings) == 1:
                known = {normal(short): normal(meanings[0]), normal(meanings[0]): normal(short)}
                found |= {one: self._named[other] for one, other in known.items() if other in self._named}
        return found

    @cached_property
    def _meetings(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for id_, entry in self.register.meetings.items():
            for name in (entry.title, *entry.aliases):
                found.setdefault(normal(name), id_)
        return found

    def _by_initials(self, words: str) -> str | None:
        """The organisation with the initials `words`, if only one has them; from then on they are a name of it, in any case."""
        letters, name = self._with_these_initials(words)
        if name is None:
            return None
        return self._also_called(self._named.get(name) or self.propose(self._expected[name][1]), letters)

    def _also_called(self, id_: str | None, words: str) -> str | None:
        """`id_`; from now on `words` are a name of that organisation, in any case."""
        if id_ is None or normal(words) in self._named or fold(words) in RESERVED:
            return id_
        if id_ in self.proposed:
            one = self.proposed[id_]
            self.proposed[id_] = one._replace(aliases=(*one.aliases, words))
        else:
            self.abbreviations[words] = id_
        self._name(id_, (words,))
        return id_

    def _with_these_initials(self, words: str) -> tuple[str, str | None]:
        """`words` without the `s` of a plural, and the name in plain form of the organisation with these initials, if only one has them."""
        letters = words.rstrip("s") if words[:-1].isupper() else words
        if len(letters) < _SHORTEST_INITIALS or not letters.isupper() or not letters.isalpha():
            return letters, None
        found = self._with_initials.get(letters, set())
        return letters, next(iter(found)) if len(found) == 1 else None

    def _like(self, name: str) -> str | None:
        """The organisation of the register whose name contains all words of `name`, or the reverse, if there is only one."""
        words = frozenset(normal(name).split())
        common = Counter(one for word in words for one in self._with_word.get(word, ()))
        found = {id_ for (id_, other), count in common.items() if count in (len(other), len(words))}
        return found.pop() if len(found) == 1 else None

    @cached_property
    def _with_word(self) -> Mapping[str, Sequence[tuple[str, frozenset[str]]]]:
        """By word, the names of the register's organisations that have it: the organisation's id, and all words of the name."""
        found: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for id_, entry in self.register.organisations.items():
            for one in {frozenset(normal(name).split()) for name in (entry.name, *entry.aliases)}:
                for word in one:
                    found.setdefault(word, []).append((id_, one))
        return found


def _is_police(name: str) -> bool:
    return _POLICE.search(name.strip()) is not None and _NO_POLICE.search(name) is None


def _name_and_aliases(words: str) -> tuple[str, tuple[str, ...]]:
    """A name, and the abbreviation in brackets after it, if it is made of the name's initials: `Crown Prosecution Service (CPS)`."""
    text = " ".join(words.split()).strip(" .,;:–—-")
    found = _ABBREVIATED.fullmatch(text)
    if found is not None and not found["rest"] and found["short"].replace("&", "").upper() in {*initials(found["name"]), ""}:
        return found["name"].strip(), (found["short"],)
    return text, ()


SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "to", "&", "s"})


def initials(name: str) -> frozenset[str]:
    """The initials of `name`, with and without its small words: `OPCC` and `OOTPACC`."""
    words = _PARTS.findall(name.replace("’", "").replace("'", ""))
    every = "".join(word[0] for word in words).upper()
    main = "".join(word[0] for word in words if word.casefold() not in SMALL_WORDS).upper()
    # "Office of the Police and Crime Commissioner" is the OPCC: its "and" is left out, and "His Majesty's Courts" is HMC
    return frozenset({every, main})


@lru_cache(maxsize=MOST_KEPT)
def normal(words: str) -> str:
    """`words` as names of organisations are compared: without case, punctuation, `the` and the ends of plurals."""
    return " ".join(singular(part) for part in bare(words).split())


def bare(words: str) -> str:
    """`words` as titles are compared: without case, punctuation, `the`, and their own initials in brackets."""
    if words.rstrip().endswith(")"):
        words = _name_and_aliases(words)[0]
    text = fold(words.replace("’", "'").replace("&", " and ").replace("(s)", "").replace("(O)", "O").replace("(o)", "o"))
    return " ".join(part for part in _PARTS.findall(text.replace("'", "")) if part != "the")
