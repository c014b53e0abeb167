"""Which other meetings a meeting's texts name, and whether they speak of taking the other's place."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from govreg.analysis.duplicates.pairs import IdPair, pair_of
from govreg.analysis.text.phrases import phrases
from govreg.analysis.text.topics import AnalysedText
from govreg.analysis.text.words import is_content_word, singular, split
from govreg.model.beginnings import beginning
from govreg.model.location import KeyPath
from govreg.model.meeting import Meeting
from govreg.model.register import Register

SUCCEEDS = re.compile(
    r"\b(?:replac\w+|former|formerly|previously|predecessors?|successors?|supersed\w+|took (?:on|over)|takes? (?:on|over)|taken (?:on|over)"
    r"|merg\w+|consum\w+|renamed|became|rebrand\w*|amalgamat\w+|disband\w*|dissolv\w+|stood down|absorb\w*|subsum\w+|now known as)\b"
)
"""Words by which a text says that one body takes another's place."""

_NEAR = 12
"""How many words away from a name such a word may be."""

_MOST_NAMESAKES = 8
"""A name that more meetings bear is no name of one."""


class Mention(NamedTuple):
    """That a text of one meeting names the other."""

    by: str
    path: KeyPath
    succession: bool
    """Whether it speaks of taking the other's place."""


class Mentions:
    """What the texts of a register's meetings say of each other, as one after the other is read."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._bearers: dict[str, list[str]] = {}
        for meeting in register.meetings.values():
            for name in {" ".join(split(name)) for name in (meeting.title, *meeting.aliases)}:
                if _is_a_name(name):
                    self._bearers.setdefault(name, []).append(meeting.id)
        self._names = phrases((name, name) for name, ids in self._bearers.items() if len(ids) <= _MOST_NAMESAKES)
        self.found: dict[IdPair, Mention] = {}
        """Pair of which one's purpose, focus or notes name the other -> the first text to do so, or the first that speaks of succession."""

    def read(self, meeting: Meeting, texts: Sequence[AnalysedText]) -> None:
        """Add what `meeting`, whose `texts` are these, says of others."""
        for path, singulars in _texts(meeting, texts):
            successions = _Successions(singulars)
            for shows, start, end in self._names.find(singulars):
                others = [id_ for name in shows for id_ in self._bearers[name] if id_ != meeting.id and self._may_mean(meeting, id_)]
                succession = bool(others) and successions.near(start, end)
                for other in others:
                    pair = pair_of(meeting.id, other)
                    first = self.found.get(pair)
                    if first is None or (succession and not first.succession):
                        self.found[pair] = Mention(meeting.id, path, succession)

    def _may_mean(self, meeting: Meeting, other: str) -> bool:
        return _meet(self._register, meeting, self._register.meetings[other])


def _texts(meeting: Meeting, texts: Sequence[AnalysedText]) -> Iterator[tuple[KeyPath, tuple[str, ...]]]:
    """The texts of `meeting` that may name others, each with its words in the singular."""
    yield from ((analysed.path, analysed.singulars) for analysed in texts if not analysed.is_name)
    if meeting.notes is not None:
        yield ("notes",), tuple(map(singular, split(beginning(meeting.notes))))


class _Successions:
    """Where a text, its words in the singular, speaks of one body's taking another's place: looked for once for all that it names."""

    def __init__(self, singulars: Sequence[str]) -> None:
        self._singulars = singulars

    def near(self, start: int, end: int) -> bool:
        """Whether it does so near the words from `start` up to `end`."""
        after = bisect_left(self._places, (start - _NEAR,))
        return after < len(self._places) and self._places[after][1] < end + _NEAR

    @cached_property
    def _places(self) -> list[tuple[int, ...]]:
        """The first and the last word of each phrase that says so, in order; no two have a word in common."""
        text = " ".join(self._singulars)
        found: list[tuple[int, ...]] = []
        word = at = 0
        for phrase in SUCCEEDS.finditer(text):
            word += text.count(" ", at, phrase.start())
            at = phrase.start()
            found.append((word, word + phrase.group().count(" ")))
        return found


def _is_a_name(name: str) -> bool:
    """Whether a text that holds `name` means the body: it has two words or more that say something."""
    return sum(is_content_word(word) for word in name.split()) > 1


def _meet(register: Register, one: Meeting, other: Meeting) -> bool:
    """Whether two meetings' areas have to do with each other, so that the one's text can mean the other."""
    if not one.areas or not other.areas:
        return True
    above = {area for id_ in one.areas for area in register.areas_above(id_)}
    above_other = {area for id_ in other.areas for area in register.areas_above(id_)}
    return bool(above & set(other.areas) or above_other & set(one.areas))
