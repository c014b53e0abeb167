"""What findings may show of a file: its lines and the words typed in it, without what may be a person's name.

A name can be the value of `person` or of a misspelt key, or anywhere in a part that has a person in it, such as
`chair`: there only ids, dates, abbreviations and the register's own words and names are shown, and dots or `…` for the rest.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import NamedTuple

from govreg.diagnostics.finding import Finding
from govreg.model.entries import Area, Organisation, Theme
from govreg.model.fields import Record
from govreg.model.location import GLOSSARY, MINUTES, ORGANISATIONS, REGISTER, THEMES, VERDICTS
from govreg.model.meeting import Meeting
from govreg.model.minutes import Minutes
from govreg.model.names import fold
from govreg.model.persons import person_spans
from govreg.model.schema import field_specs
from govreg.model.settings import RegisterFile
from govreg.model.verdict import Verdict
from govreg.storage import layout

IsName = Callable[[str], bool]
"""Whether a text is a name that the register gives an entry."""

_PERSON = "person"
_WITH_IDS = (REGISTER, ORGANISATIONS, THEMES)
"""The files that have several entries, each below its id; the register's own fields are beside its areas."""
_KEY = re.compile(
    r"""(?:^[ \t]*(?:-[ \t]+)*|[{,][ \t]*)(?P<properties>(?:[&!][^\s{}\[\],]*+[ \t]++)*+)"""
    r"""(?P<key>"[^"]*"|'[^']*'|(?>[^\s"'{}\[\],:#&*!|>-][^{}\[\],:#]*))[ \t]*:(?=[ \t"'\[{]|$)"""
)
"""A key, behind the anchor and tags that it may have, and its colon."""
_ITEM = re.compile(r"[^\[\]{},]+")
_QUOTED = re.compile(r'“([^”]*)”|`([^`]*)`|"([^"]*)"')
_SHORT = re.compile(r"[A-Z][A-Z0-9&/().+-]{1,9}")
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_LONGEST_LINE = 4000
_SLIP = 0.85
"""How like a key, by difflib's ratio, a word must be to be a slip of the pen for it."""
_SIGNS = frozenset("\"'[]{},\t")
"""The characters that stay in a hidden text, so that the line's form shows."""
_CODE = re.compile(r"GR\d+")


class _Words(NamedTuple):
    """The words of the files that hold entries of one sort."""

    keys: frozenset[str]
    private: frozenset[str]
    """The keys of parts that have a person in them."""
    values: frozenset[str]
    """The words that keys choose from."""


def shown_line(file: str, text: str, number: int, line: str, is_name: IsName) -> str | None:
    """`line`, which is line `number`, counted from 1, of `text`, which `file` holds, with a dot for each character to hide.

    None where it is too long to have been written by hand.
    """
    if len(line) > _LONGEST_LINE:
        return None
    shown = list(line)
    for start, end in _hidden(file, line, is_name, private=_private_lines(file, text).at(number) is not None):
        hidden = line[start:end].strip()
        first = line.index(hidden, start)
        shown[first : first + len(hidden)] = [character if character in _SIGNS else "·" for character in hidden]
    return "".join(shown)


def shown_finding(finding: Finding, text: str | None, is_name: IsName) -> Finding:
    """`finding` on a file that holds `text`, with `…` for the words it quotes that may be a person's name."""
    words = _words_of(finding.file)
    words = words._replace(keys=words.keys | _words((Meeting,)).keys)  # a hint may name a key of the meeting's own file

    def without(found: re.Match[str]) -> str:
        quoted = found[1] or found[2] or found[3] or ""
        if any(True for _ in person_spans(quoted)) or (not _all_safe(quoted, words, is_name) and may_be_person(quoted)):
            return f"{found[0][0]}…{found[0][-1]}"
        return found[0]

    def may_be_person(quoted: str) -> bool:
        found = _private_lines(finding.file, text).partly(finding.line) if text is not None and finding.line is not None else None
        if found is None or quoted in _keys_in(found.line):
            return False
        return found.begin == 0 or quoted in found.line[found.begin :]

    message, hint = _QUOTED.sub(without, finding.message), _QUOTED.sub(without, finding.hint)
    return finding if (message, hint) == (finding.message, finding.hint) else finding._replace(message=message, hint=hint)


@lru_cache(maxsize=64)
def _keys_in(line: str) -> frozenset[str]:
    """The keys in `line` that are no names."""
    return frozenset(key for found in _KEY.finditer(line) if not _may_be_name(key := _bare(found["key"])))


def _hidden(file: str, line: str, is_name: IsName, *, private: bool) -> Iterator[tuple[int, int]]:
    """Where in `line` what it must not show begins and ends."""
    words = _words_of(file)
    yield from person_spans(line)
    keys = list(_KEY.finditer(line))
    first = keys[0].start() if keys else len(line)
    if private:
        item = line[:first].lstrip().startswith(("-", "[", "{"))
        yield from _unsafe(line, 0, first, words, is_name) if item else [(0, first)]
    for found, value in _with_values(keys, line):
        start, end = found.end(), found.end() + len(value)
        key = _meant(found["key"], words)
        if private and _may_be_name(found["key"]):
            yield found.span("key")
        private = private or key in words.private
        if _is_of_person(file, key, found, value):
            private = True
            yield start, end
        elif private:
            yield from _unsafe(line, start, end, words, is_name)


def _with_values(keys: Sequence[re.Match[str]], line: str) -> Iterator[tuple[re.Match[str], str]]:
    """Each of the `keys` that were found in `line`, with what is behind it as far as the next one."""
    ends = [*(found.start() for found in keys[1:]), len(line)]
    return ((found, line[found.end() : end]) for found, end in zip(keys, ends, strict=False))


def _unsafe(line: str, start: int, end: int, words: _Words, is_name: IsName) -> Iterator[tuple[int, int]]:
    for found in _ITEM.finditer(line, start, end):
        item = found.group().strip(" \t-")
        if not _is_safe(item, words, is_name):
            yield found.start() + len(found[0]) - len(found[0].lstrip(" \t-")), found.end()


def _all_safe(quoted: str, words: _Words, is_name: IsName) -> bool:
    """Whether all that is quoted, a text or a piece of YAML, may be shown."""
    if _is_safe(quoted, words, is_name):
        return True
    pieces = [piece for part in _ITEM.findall(quoted) for piece in part.split(": ")] if quoted[-1:] in "]}" or ": " in quoted else [quoted]
    return all(_is_safe(piece.strip(" :"), words, is_name) for piece in pieces)


def _is_safe(text: str, words: _Words, is_name: IsName) -> bool:
    """Whether `text` can't be a person's name: an id, an abbreviation, no letters, a word of the file's, a name of the register's."""
    word = _bare(text)
    if _ID.fullmatch(word) or _SHORT.fullmatch(word) or not any(character.isalpha() for character in word):
        return True
    return fold(word) in words.keys or fold(word) in words.values or is_name(word)


def _bare(text: str) -> str:
    return text.strip().strip("\"'").strip()


@lru_cache(maxsize=1024)
def _meant(key: str, words: _Words) -> str:
    """The key that `key` is, or is a slip of the pen for; else itself."""
    bare = _bare(key)
    like = [key for key in (_PERSON, *sorted(words.keys)) if key.startswith(bare[:1])]
    close = get_close_matches(bare, like, cutoff=_SLIP) or get_close_matches(bare.lower(), (_PERSON,), cutoff=_SLIP)
    return close[0] if close else bare


def _may_be_name(key: str) -> bool:
    """Whether `key` is more than one word, each with a capital."""
    parts = _bare(key).split()
    return len(parts) > 1 and all(part[0].isupper() for part in parts)


def _is_of_person(file: str, key: str, found: re.Match[str], value: str) -> bool:
    """Whether the value of `key` may be a person's name: `key` was `found` in a line, with `value` behind it."""
    return key == _PERSON or "\\" in key or _is_unknown(file, key, found, value)


def _is_unknown(file: str, key: str, found: re.Match[str], value: str) -> bool:
    """Whether the value of `key` may be anything: `key` was `found` in a line, with `value` behind it."""
    if key in _words_of(file).keys or file == GLOSSARY:
        return False
    if file in _WITH_IDS and not (file == REGISTER and found.start("key") == 0):  # the ids of entries are keys there
        return found.start("key") > 0 and not _CODE.fullmatch(key) and value.strip()[:1] not in ("", "{", "#")
    return True


class _PrivateLines:
    """The lines of a text in parts that have a person in them, or below unknown keys; only the lines up to the one asked for are read.

    The part that a line is in begins above it, and the findings that are shown of a large file are mostly at its beginning.
    """

    def __init__(self, file: str, text: str) -> None:
        self._lines = enumerate(_privacy(file, text), 1)
        self._found: dict[int, _PrivateLine] = {}
        self.read = 0
        """How many lines were looked at."""

    def at(self, number: int) -> str | None:
        """Line `number`, counted from 1, if it is in such a part from its beginning."""
        found = self.partly(number)
        return found.line if found is not None and found.begin == 0 else None

    def partly(self, number: int) -> "_PrivateLine | None":
        """The same if such a part begins anywhere in it."""
        while self.read < number and (following := next(self._lines, None)) is not None:
            self.read, line = following
            if line is not None:
                self._found[self.read] = line
        return self._found.get(number)


class _PrivateLine(NamedTuple):
    """A line that is in such a part: from its own beginning, or behind a key within it."""

    line: str
    begin: int


class _Above(NamedTuple):
    """A key that lines may be below or beside."""

    column: int
    below: bool
    """Whether what is below it is in such a part."""
    beside: bool
    """The same of a text beside it."""


@lru_cache(maxsize=32)
def _private_lines(file: str, text: str) -> _PrivateLines:
    return _PrivateLines(file, text)


def _privacy(file: str, text: str) -> Iterator[_PrivateLine | None]:
    """For each line of `text`, itself if it is in such a part, else None."""
    words = _words_of(file)
    above: list[_Above] = []
    entry = file not in layout.FILES
    for line in text.split("\n"):
        bare = line.lstrip(" \t")
        if not bare or bare.startswith("#"):
            yield None
            continue
        keys = [*_KEY.finditer(line)]
        leading = keys[0] if keys and keys[0].start() == 0 else None
        indent = leading.start("properties") if leading is not None else len(line) - len(bare)
        item = leading is None and bare.startswith("-")  # a list may be indented as little as the key that it belongs to
        beside = False
        while above and (above[-1].column > indent or (above[-1].column == indent and not item)):
            left = above.pop()
            beside = left.beside and left.column == indent
        inherited = above[-1].below if above else entry and leading is None
        explicit = bare[0] in "?:"  # a key or its value, with a sign of its own
        private = inherited or explicit or (beside and leading is None)  # nothing but a text that was broken off can be beside its key
        of_person = [
            (key := _meant(found["key"], words)) in words.private or _is_of_person(file, key, found, value)
            for found, value in _with_values(keys, line)
        ]
        if leading is not None:
            private = private or of_person[0]
        if keys or explicit:
            above.append(_Above(indent + item, private or any(of_person), private))  # the next item is beside an item, not below it
        if private or any(of_person):
            yield _PrivateLine(line, 0 if private else keys[of_person.index(True)].end())
        else:
            yield None


def _words_of(file: str) -> _Words:
    """The words of `file`, by what it holds."""
    top = file.partition("/")[0]
    return _words(_PARTS.get(top, (Meeting,)))


_PARTS: dict[str, tuple[type[Record], ...]] = {
    REGISTER: (RegisterFile, Area),
    ORGANISATIONS: (Organisation,),
    THEMES: (Theme,),
    VERDICTS: (Verdict,),
    MINUTES: (Minutes,),
}


@cache
def _words(parts: tuple[type[Record], ...]) -> _Words:
    keys: set[str] = set()
    private: set[str] = set()
    values: set[str] = set()
    waiting = list(parts)
    while waiting:
        for key in field_specs(waiting.pop()).values():
            keys.add(key.name)
            values.update(key.words)
            if key.record is not None:
                waiting.append(key.record)
                if _PERSON in field_specs(key.record):
                    private.add(key.name)
    return _Words(frozenset(keys - {_PERSON}), frozenset(private), frozenset(values))
