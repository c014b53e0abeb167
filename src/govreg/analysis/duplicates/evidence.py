"""Tell what was seen of a pair of meetings, piece by piece: a sentence, where it stands in both entries, what it added."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from heapq import nsmallest
from itertools import islice, pairwise, takewhile
from operator import eq
from typing import NamedTuple

from govreg.analysis.duplicates.profile import WHOLE, Profile, Profiles, house_words, telling
from govreg.analysis.duplicates.relations import Relations
from govreg.analysis.duplicates.score import HUNDREDTHS, ScoredPair, Signal
from govreg.analysis.text.subjects import BY_LAW
from govreg.analysis.text.topics import AnalysedText
from govreg.model.location import KeyPath, Location, in_meeting
from govreg.model.meeting import Meeting
from govreg.model.names import fold, listed

_MOST_WORDS = 6

_KEPT = 256
"""Of how many meetings the words are kept at hand: a meeting comes up in many pairs."""

_QUOTED = 40
"""How many words of a run are quoted."""

_SEARCHED = 600
"""In how many words of a meeting a run to quote is looked for."""

_MOST_PLACES = 8
"""At how many places where the same two words stand together."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of what was seen: positive for one piece of work, negative against."""

    signal: Signal
    weight: float
    says: str
    a: Location | None
    b: Location | None


class _Texts(NamedTuple):
    """The first words of a meeting's texts, and where each two that stand together are found."""

    texts: tuple[AnalysedText, ...]
    places: Mapping[tuple[str, str], list[tuple[int, int]]]
    """Two stems -> the places where they stand together: which text, and which word of it."""


@dataclass(frozen=True)
class EvidenceText:
    """Puts what was weighed into sentences."""

    known: Profiles
    ties: Relations

    def evidence(self, pair: ScoredPair) -> tuple[Evidence, ...]:
        """Every piece of `pair`, the weightiest first; their weights add up to its total."""
        pieces = [self._piece(pair, signal, weight / HUNDREDTHS) for signal, weight in pair.parts.items()]
        return tuple(sorted(pieces, key=lambda piece: (-abs(piece.weight), piece.signal)))

    def _piece(self, pair: ScoredPair, signal: Signal, weight: float) -> Evidence:
        one, other = self.known.by_id[pair.a], self.known.by_id[pair.b]
        says, in_a, in_b = self._sentence(signal, one, other)
        a, b = (in_meeting(id_, *path) if path is not None else None for id_, path in ((pair.a, in_a), (pair.b, in_b)))
        return Evidence(signal, weight, says, a, b)

    def _sentence(self, signal: Signal, one: Profile, other: Profile) -> tuple[str, KeyPath | None, KeyPath | None]:
        match signal:
            case Signal.THEME:
                return self._theme(one, other)
            case Signal.NEAR:
                return self._near(one, other)
            case Signal.WORDS:
                return self._words(one, other)
            case Signal.COPIED:
                return self._copied(one, other)
            case Signal.FOCUS:
                return self._focus(one, other)
            case Signal.NAME:
                return "Both have one name, apart from places and small words.", ("title",), ("title",)
            case Signal.SEATS:
                return self._seats(one, other)
            case Signal.DUTY:
                return self._duty(one, other)
            case Signal.SUCCESSION | Signal.SETTLED | Signal.TOLD | Signal.NAMED:
                return self._followed(signal, one, other)
            case Signal.SAME_REPORT:
                above = ", ".join(self._called(id_) for id_ in sorted(set(one.meeting.reports_to) & set(other.meeting.reports_to)))
                return f"Both report to {above}.", ("reports_to",), ("reports_to",)
            case Signal.REPORTS | Signal.LINKED:
                return self._tied(signal, one, other)
            case _:
                return self._apart(signal, one, other)

    def _theme(self, one: Profile, other: Profile) -> tuple[str, KeyPath | None, KeyPath | None]:
        common = sorted(one.topics.keys() & other.topics.keys(), key=lambda topic: (-min(one.topics[topic], other.topics[topic]), topic))
        return f"Both work on {self._named(common)}.", self._shows(one, common), self._shows(other, common)

    def _near(self, one: Profile, other: Profile) -> tuple[str, KeyPath | None, KeyPath | None]:
        mine, theirs = next((a, b) for a in sorted(one.topics) for b in sorted(other.topics) if self.known.topics.near(a, b))
        says = f"One works on {self.known.topics.name(mine)}, the other on {self.known.topics.name(theirs)}, which go together."
        return says, self._shows(one, [mine]), self._shows(other, [theirs])

    def _words(self, one: Profile, other: Profile) -> tuple[str, KeyPath | None, KeyPath | None]:
        shared = one.terms & other.terms
        first = nsmallest(_MOST_WORDS, shared, key=self._rank.__getitem__)
        mine, theirs = self._written(one.meeting.id), self._written(other.meeting.id)
        more = f" and {len(shared) - _MOST_WORDS} more" if len(shared) > _MOST_WORDS else ""
        said = ", ".join(f"“{mine[term][0]}”" for term in first)
        return f"Both say {said}{more}.", mine[first[0]][1], theirs[first[0]][1]

    @cached_property
    def _rank(self) -> Mapping[str, int]:
        """The register's stems, the rarest first."""
        return {term: rank for rank, term in enumerate(sorted(self.known.idf, key=lambda term: (-self.known.idf[term], term)))}

    def _copied(self, one: Profile, other: Profile) -> tuple[str, KeyPath | None, KeyPath | None]:
        phrase, in_a, in_b = _longest_common(self._said(one.meeting.id), self._said(other.meeting.id))
        return f"Whole runs of words stand in both{f': “{phrase}”' if phrase else ''}.", in_a, in_b

    def _focus(self, one: Profile, other: Profile) -> tuple[str, KeyPath | None, KeyPath | None]:
        """What both have among their focus items, as the first says it."""
        mine, theirs = ({item: index for index, item in self.known.items(profile.meeting)} for profile in (one, other))
        shared = sorted(mine.keys() & theirs.keys(), key=lambda item: (-min(one.focus[item], other.focus[item]), mine[item]))
        said = listed([f"“{one.meeting.focus[mine[item]].text}”" for item in shared])
        return f"Both work on {said} now.", ("focus", mine[shared[0]], "text"), ("focus", theirs[shared[0]], "text")

    def _seats(self, one: Profile, other: Profile) -> tuple[str, KeyPath | None, KeyPath | None]:
        shared = sorted(one.seats & other.seats, key=lambda seat: (-self.known.is_distinctive[seat], seat))
        names = [self._sender(seat) for seat in shared]
        more = f" and {len(names) - _MOST_WORDS} more" if len(names) > _MOST_WORDS else ""
        verb = "sits" if len(names) == 1 else "sit"
        return (
            f"{', '.join(names[:_MOST_WORDS])}{more} {verb} on both.",
            _seats_at(one.meeting, shared[0]),
            _seats_at(other.meeting, shared[0]),
        )

    def _duty(self, one: Profile, other: Profile) -> tuple[str, KeyPath | None, KeyPath | None]:
        acts = sorted(one.duties & other.duties)
        named = next((duty for duty in one.meeting.duties if fold(duty) in acts), "")
        topics = sorted(self.known.topics.name(topic) for topic in one.topics.keys() & other.topics.keys() if topic in BY_LAW)
        what = f": {named}" if named else f" for {topics[0]}" if topics else ""
        return f"Both serve one statutory duty{what}.", ("statutory",), ("statutory",)

    def _followed(self, signal: Signal, one: Profile, other: Profile) -> tuple[str, KeyPath | None, KeyPath | None]:
        pair = (one.meeting.id, other.meeting.id)
        if signal is Signal.SETTLED:
            return "One took the other's place, and the other has ended.", ("status",), ("status",)
        if signal is Signal.SUCCESSION:
            followed = self.ties.followed[pair]
            by, path = followed.by, followed.path
            says = "is recommended to take" if followed.proposed else "is recorded to take"
            verb = f"“{self._called(followed.successor)}” {says} the other's work on, and neither has ended."
        else:
            told = self.ties.mentions[pair]
            by, path = told.by, told.path
            named = self._called(other.meeting.id if by == one.meeting.id else one.meeting.id)
            verb = f"One text names “{named}”" + (" and speaks of taking its place." if told.succession else ".")
        return verb, path if by == one.meeting.id else ("title",), path if by == other.meeting.id else ("title",)

    def _tied(self, signal: Signal, one: Profile, other: Profile) -> tuple[str, KeyPath | None, KeyPath | None]:
        key = "reports_to" if signal is Signal.REPORTS else "links_to"
        says = "One reports to the other" if signal is Signal.REPORTS else "One is linked to the other"
        mine = other.meeting.id in getattr(one.meeting, key)
        path: KeyPath = (key,) if mine or one.meeting.id in getattr(other.meeting, key) else ("participants",)
        in_one = mine or (path == ("participants",) and any(seat.meeting == other.meeting.id for seat in one.meeting.participants))
        return f"{says}, so that some likeness is to be expected.", path if in_one else None, None if in_one else path

    def _apart(self, signal: Signal, one: Profile, other: Profile) -> tuple[str, KeyPath | None, KeyPath | None]:
        mine, theirs = self._areas(one), self._areas(other)
        title: KeyPath = ("title",)
        in_a, in_b = (("areas",) if profile.meeting.areas else None for profile in (one, other))
        sentences: Mapping[Signal, tuple[str, KeyPath | None, KeyPath | None]] = {
            Signal.OTHER_AREA: (f"One is for {mine}, the other for {theirs}: no work is done twice.", in_a, in_b),
            Signal.WITHIN: (f"One is for {mine}, the other for {theirs}, which are only partly the same.", in_a, in_b),
            Signal.UNPLACED: (f"Only one says which area it is for: {mine if in_a else theirs}.", in_a, in_b),
            Signal.OTHER_TIER: ("One works for a region or a country, the other for a place in it.", title, title),
            Signal.BELOW: ("One is called a group that works for another body.", title, title),
            Signal.LEVEL: (f"One is {one.meeting.level}, the other {other.meeting.level}.", ("level",), ("level",)),
            Signal.OVERSIGHT: ("One oversees, the other delivers.", ("purpose",), ("purpose",)),
            Signal.SCRUTINY: ("One scrutinises such work, the other does it.", title, title),
            Signal.KEPT: ("One review looked at both and recommends to keep both.", ("review",), ("review",)),
            Signal.OTHER_THEME: (
                f"One works on {self._works_on(one)}, the other on {self._works_on(other)}.",
                self._shows(one, self._topics(one)),
                self._shows(other, self._topics(other)),
            ),
        }
        return sentences[signal]

    def _areas(self, profile: Profile) -> str:
        named = [self.known.register.area_name(id_) for id_ in sorted(profile.areas) if id_ != WHOLE]
        return ", ".join(named) or "the whole area"

    def _topics(self, profile: Profile) -> list[str]:
        return sorted(profile.topics, key=lambda topic: (-profile.topics[topic], topic))

    def _works_on(self, profile: Profile) -> str:
        return self._named(self._topics(profile))

    def _named(self, topics: Iterable[str]) -> str:
        """What to call `topics`, a subject left out where a theme's name says it already."""
        names = list(dict.fromkeys(self.known.topics.name(topic) for topic in topics))
        return listed([name for name in names if not any(name in other and name != other for other in names)])

    def _called(self, id_: str) -> str:
        meeting = self.known.register.meetings.get(id_)
        organisation = self.known.register.organisations.get(id_)
        return meeting.title if meeting is not None else organisation.name if organisation is not None else id_

    def _sender(self, seat: str) -> str:
        kind, _, id_ = seat.partition(":")
        organisation = self.known.register.organisations.get(id_)
        if kind == "organisation" and organisation is not None:
            short = organisation.aliases[0] if organisation.aliases else organisation.name
            return min(short, organisation.name, key=len)
        return self._called(id_)

    def _shows(self, profile: Profile, topics: Iterable[str]) -> KeyPath | None:
        """Where the first of `topics` shows in a meeting."""
        return next((self._place(profile.meeting.id, topic) for topic in topics), None)

    @cached_property
    def _written(self) -> Callable[[str], Mapping[str, tuple[str, KeyPath]]]:
        """For a meeting's id, its telling stems, each with the word as it is written first, and where."""
        house = house_words(self.known.register)

        @lru_cache(maxsize=_KEPT)
        def written(id_: str) -> Mapping[str, tuple[str, KeyPath]]:
            found: dict[str, tuple[str, KeyPath]] = {}
            for said in self.known.topics.texts(self.known.by_id[id_].meeting):
                for index, term in telling(said, house):
                    found.setdefault(term, (said.words[index], said.path))
            return found

        return written

    @cached_property
    def _said(self) -> Callable[[str], _Texts]:
        """For a meeting's id, its texts made ready to look for runs of words in them."""

        @lru_cache(maxsize=_KEPT)
        def said(id_: str) -> _Texts:
            return _texts(self.known.topics.texts(self.known.by_id[id_].meeting))

        return said

    @cached_property
    def _place(self) -> Callable[[str, str], KeyPath]:
        """For a meeting's id and a topic, where it shows first."""

        @lru_cache(maxsize=_KEPT * _MOST_WORDS)
        def place(id_: str, topic: str) -> KeyPath:
            return self.known.topics.shown_at(self.known.by_id[id_].meeting, topic)

        return place


def _texts(said: Iterable[AnalysedText]) -> _Texts:
    texts = tuple(said)
    places: dict[tuple[str, str], list[tuple[int, int]]] = {}
    left = _SEARCHED
    for number, text in enumerate(texts):
        for at, two in enumerate(pairwise(text.stems[:left])):
            found = places.setdefault(two, [])
            if len(found) < _MOST_PLACES:
                found.append((number, at))
        left = max(0, left - len(text.stems))
    return _Texts(texts, places)


def _longest_common(mine: _Texts, theirs: _Texts) -> tuple[str, KeyPath, KeyPath]:
    """The longest run of words that stands in one of either's texts, cut where it is long, and where; empty where none was found."""
    best: tuple[int, str, KeyPath, KeyPath] = (0, "", ("title",), ("title",))
    for two in [two for two in mine.places if two in theirs.places]:
        for number, at in mine.places[two]:
            one = mine.texts[number]
            for other_number, other_at in theirs.places.get(two, ()):
                other = theirs.texts[other_number]
                if at and other_at and one.stems[at - 1] == other.stems[other_at - 1]:
                    continue  # it was gone through from where it begins
                same = takewhile(bool, map(eq, islice(one.stems, at, at + _QUOTED + 1), islice(other.stems, other_at, None)))
                length = sum(1 for _ in same)
                if length > best[0]:
                    cut = "…" if length > _QUOTED else ""
                    words = one.words[at : at + min(length, _QUOTED)]
                    best = (length, " ".join(words) + cut, one.path, other.path)
                    if cut:
                        return best[1:]
    return best[1:]


def _seats_at(meeting: Meeting, seat: str) -> KeyPath:
    """Where an entry names its seats: among the participants, unless `seat`, the most telling, is only the chair's."""
    path = next(path for path, attendee in meeting.attendees if ":".join(attendee.sender) == seat)
    return path[:1]
