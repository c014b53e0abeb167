"""What a register records or says between two meetings: reports, links, who took whose place, who is named by whom."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from govreg.analysis.succession import successions
from govreg.analysis.text.phrases import phrases
from govreg.analysis.text.words import is_content_word, split
from govreg.model.location import KeyPath
from govreg.model.meeting import Meeting
from govreg.model.register import Register

Pair = tuple[str, str]
"""Two ids, the lower first."""

SUCCEEDS = re.compile(
    r"\b(?:replac\w+|former|formerly|previously|predecessors?|successors?|supersed\w+|took (?:on|over)|takes? (?:on|over)|taken (?:on|over)"
    r"|merg\w+|consum\w+|renamed|became|rebrand\w*|amalgamat\w+|disband\w*|dissolv\w+|stood down|absorb\w*|subsum\w+|now known as)\b"
)
"""Words by which a text says that one body takes another's place."""

_NEAR = 12
"""How many words away from a name such a word may be."""

_MOST_NAMESAKES = 8
"""A name that more meetings bear is no name of one."""


@dataclass(frozen=True, slots=True)
class Mention:
    """That a text of one meeting names the other."""

    by: str
    path: KeyPath
    succession: bool
    """Whether it speaks of taking the other's place."""


@dataclass(frozen=True, slots=True)
class Succession:
    """That one meeting is recorded to take the other's place, and both are live."""

    successor: str
    by: str
    """The meeting whose entry says so."""
    path: KeyPath
    proposed: bool


@dataclass(frozen=True)
class Relations:
    """What entries record or say of pairs of meetings."""

    reports: frozenset[Pair]
    seated: frozenset[Pair]
    """Pairs of which one is a member of the other."""
    linked: frozenset[Pair]
    followed: Mapping[Pair, Succession]
    settled: frozenset[Pair]
    """Pairs of which the predecessor has ended."""
    mentions: Mapping[Pair, Mention]

    @cached_property
    def related(self) -> frozenset[Pair]:
        """All pairs that anything is recorded or said of."""
        return frozenset({*self.reports, *self.seated, *self.linked, *self.followed, *self.settled, *self.mentions})


def relations(register: Register, meetings: Iterable[Meeting]) -> Relations:
    """What the entries of `meetings` record or say of each other."""
    known = {meeting.id: meeting for meeting in meetings}
    followed: dict[Pair, Succession] = {}
    settled: set[Pair] = set()
    for one in successions(register):
        pair = pair_of(one.before, one.after)
        if not (one.before in known and one.after in known):
            continue
        if known[one.before].live:
            followed.setdefault(pair, Succession(one.after, one.source, one.path, one.proposed))
        else:
            settled.add(pair)
    return Relations(
        reports=frozenset(
            pair_of(one.id, above) for one in known.values() for above in one.reports_to if above in known and above != one.id
        ),
        seated=frozenset(
            pair_of(one.id, seat.meeting)
            for one in known.values()
            for seat in one.participants
            if seat.meeting in known and seat.meeting != one.id
        ),
        linked=frozenset(pair_of(one.id, other) for one in known.values() for other in one.links_to if other in known and other != one.id),
        followed={pair: succession for pair, succession in followed.items() if pair not in settled},
        settled=frozenset(settled),
        mentions=dict(_told(register, known)),
    )


def pair_of(one: str, other: str) -> Pair:
    """Two ids as a pair."""
    return (one, other) if one < other else (other, one)


def _told(register: Register, known: Mapping[str, Meeting]) -> Iterator[tuple[Pair, Mention]]:
    """The pairs of which one's purpose, focus or notes name the other, those that speak of succession first."""
    bearers: dict[str, list[str]] = {}
    for meeting in known.values():
        for name in {" ".join(split(name)) for name in (meeting.title, *meeting.aliases)}:
            if _is_a_name(name):
                bearers.setdefault(name, []).append(meeting.id)
    named = phrases((name, name) for name, ids in bearers.items() if len(ids) <= _MOST_NAMESAKES)
    found: dict[Pair, Mention] = {}
    for meeting in known.values():
        for path, text in _texts(meeting):
            words = split(text)
            for hit in named.find(words):
                around = " ".join(words[max(0, hit.start - _NEAR) : hit.end + _NEAR])
                for other in bearers[hit.shows]:
                    if other == meeting.id or not _meet(register, meeting, known[other]):
                        continue
                    mention = Mention(meeting.id, path, SUCCEEDS.search(around) is not None)
                    first = found.get(pair_of(meeting.id, other))
                    if first is None or (mention.succession and not first.succession):
                        found[pair_of(meeting.id, other)] = mention
    yield from found.items()


def _texts(meeting: Meeting) -> Iterator[tuple[KeyPath, str]]:
    if meeting.purpose is not None:
        yield ("purpose",), meeting.purpose
    for index, focus in enumerate(meeting.focus):
        yield ("focus", index, "text"), focus.text
    if meeting.notes is not None:
        yield ("notes",), meeting.notes


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
