"""What was seen of a pair of meetings in words: for each part of its sum a sentence that both entries bear out, and where they do."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache, partial
from heapq import nsmallest
from itertools import compress, count, islice, pairwise, takewhile
from operator import eq
from typing import NamedTuple

from govreg.analysis.duplicates.comparison import Comparison
from govreg.analysis.duplicates.names import name_of
from govreg.analysis.duplicates.pairs import IdPair
from govreg.analysis.duplicates.profile import MOST_COMPARED, WHOLE, WORKING, Profile, telling_stems
from govreg.analysis.duplicates.score import KEPT, PARTS, Common
from govreg.analysis.duplicates.search import Pair, Part
from govreg.analysis.duplicates.signals import Signal
from govreg.analysis.text.quotes import run, written
from govreg.analysis.text.topics import IN_FOCUS, IN_PURPOSE, IN_TITLE, AnalysedText
from govreg.model.beginnings import beginning
from govreg.model.location import KeyPath, Location, in_meeting
from govreg.model.meeting import Meeting
from govreg.model.names import and_more, fold, listed, many
from govreg.views import terms
from govreg.views.locations import quoted, text_at

_MOST_WORDS = 6
_MOST_NAMES = 20

_QUOTED = 25
"""How many words of a run are quoted."""

_RUN = 3
"""How many words that say what a text is about make a run; copied text is counted by runs of so many."""

_SEARCHED = 600
"""In how many words of a meeting a run to quote is looked for."""

_MOST_PLACES = 8
"""At how many places where the same two words are next to each other."""

_PLAINLY = {IN_TITLE: "name or tag", IN_PURPOSE: "purpose", IN_FOCUS: "current focus"}
"""Where a meeting shows a subject, by how plainly it does."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One part of a sum in words: positive for one piece of work, negative against."""

    signal: Signal
    weight: float
    says: str
    a: Location | None
    b: Location | None


class _Sentence(NamedTuple):
    """A sentence, and the way in either entry to what it is about."""

    says: str
    a: KeyPath | None = None
    b: KeyPath | None = None


class _Texts(NamedTuple):
    """The first words of a meeting's texts, and where each two neighbouring words are found."""

    texts: tuple[AnalysedText, ...]
    places: Mapping[tuple[str, str], list[tuple[int, int]]]
    """Two stems -> the places where they are neighbours: which text, and which word of it."""


@dataclass(frozen=True)
class EvidenceText:
    """Puts the parts of sums into sentences."""

    comparison: Comparison

    def evidence(self, pair: Pair) -> tuple[Evidence, ...]:
        """What speaks for one piece of work, the weightiest first."""
        return tuple(self._piece(pair, part) for part in pair.evidence)

    def against(self, pair: Pair) -> tuple[Evidence, ...]:
        """What speaks against it, the weightiest first."""
        return tuple(self._piece(pair, part) for part in pair.against)

    def places(self, pairs: Iterable[Pair]) -> Iterator[Location]:
        """The places that the evidence for and against `pairs` names, meeting after meeting, so that each is made ready once."""
        for pair in sorted(pairs, key=lambda pair: (pair.b, pair.a)):
            for piece in (*self.evidence(pair), *self.against(pair)):
                yield from (place for place in (piece.a, piece.b) if place is not None)

    def first(self, pair: Pair, most: int = 1) -> tuple[str, ...]:
        """The weightiest sentences for one piece of work."""
        return tuple(self._piece(pair, part).says for part in pair.evidence[:most])

    def _piece(self, pair: Pair, part: Part) -> Evidence:
        made, key = self._made, (pair.a, pair.b, part.signal)
        if key not in made:
            by_id = self.comparison.by_id
            sentence = self._sentences[part.signal](by_id[pair.a], by_id[pair.b])
            a, b = (in_meeting(id_, *path) if path is not None else None for id_, path in ((pair.a, sentence.a), (pair.b, sentence.b)))
            made[key] = Evidence(part.signal, part.weight, sentence.says, a, b)
        return made[key]

    @cached_property
    def _made(self) -> dict[tuple[str, str, Signal], Evidence]:
        """What was put into words, since people's tables and machines' data both have it."""
        return {}

    @cached_property
    def _sentences(self) -> Mapping[Signal, Callable[[Profile, Profile], _Sentence]]:
        return {
            Signal.THEME: self._theme,
            Signal.NEAR: self._near,
            Signal.WORDS: self._words,
            Signal.COPIED: self._copied,
            Signal.FOCUS: self._focus,
            Signal.NAME: self._name,
            Signal.NAMED_WORK: self._named_work,
            Signal.NAMED_SUCCESSION: self._mention,
            Signal.NAMED: self._mention,
            Signal.SUCCESSION: self._succession,
            Signal.DUTY: self._duty,
            Signal.SEATS: self._seats,
            Signal.SAME_REPORT: self._same_report,
            Signal.REPORTS: self._reports,
            Signal.MEMBER: self._member,
            Signal.LINKED: self._linked,
            Signal.WITHIN: self._areas,
            Signal.PARTLY: self._areas,
            Signal.OTHER_AREA: self._areas,
            Signal.EACH: self._each,
            **{signal: partial(self._part, part) for part, signal in PARTS.items()},
            Signal.LEVEL: lambda a, b: _Sentence(f"One is {a.meeting.level}, the other {b.meeting.level}.", ("level",), ("level",)),
            Signal.OTHER_LEAD: self._leads,
            Signal.OTHER_BODY: self._leads,
            Signal.KEPT: lambda _a, _b: _Sentence("The same review looked at both and recommends keeping both.", ("review",), ("review",)),
            Signal.OTHER_THEME: self._other_theme,
            Signal.OTHER_NAME: self._other_name,
            Signal.SETTLED: lambda a, b: _Sentence("One replaced the other, which has ended.", _status(a), _status(b)),
        }

    def _theme(self, one: Profile, other: Profile) -> _Sentence:
        topic, *more = self._common(*_ids(one, other)).topics
        called = self._subject(topic, one, other)
        mine, theirs = one.topics[topic], other.topics[topic]
        same = one.areas == other.areas
        count, of = self.comparison.scorer.frequencies.share(("topic", min(mine, theirs), topic), same_area=same)
        where = "for the same area" if same else "with one area inside the other"
        once = " (copies counted once)" if self.comparison.has_copies else ""
        is_ = "is" if count == 2 else "are"  # noqa: PLR2004 - this pair and one other
        others = f"; so {is_} {count - 1:,} of the {of - 1:,} other pairs {where}" if count > 1 else ""
        none = f"; none of the {of - 1:,} other pairs {where} is" if count == 1 and of > 1 else ""
        is_counted = called == self._spelled(self.comparison.topics.name(topic))  # not what only a more general word says
        how_many = f"{others or none}{once}" if is_counted and (others or none) else ""
        if mine == theirs:
            says = f"Both are about {called} by {_PLAINLY[mine]}{how_many}."
        else:
            says = f"Both are about {called}: “{one.meeting.title}” by {_PLAINLY[mine]}, and the other by {_PLAINLY[theirs]}{how_many}."
        also = {self._subject(another, one, other) for another in more} - {called}
        if also:
            says += f" Both also work on {_first(sorted(also))}."
        return _Sentence(says, one.places[topic], other.places[topic])

    def _name(self, one: Profile, other: Profile) -> _Sentence:
        apart = "places and small words" if one.names & other.names else "places, small words, abbreviations and the kind of body"
        return _Sentence(
            f"“{one.meeting.title}” and “{other.meeting.title}” are the same name, apart from {apart}.", ("title",), ("title",)
        )

    def _near(self, one: Profile, other: Profile) -> _Sentence:
        topics = self.comparison.topics
        mine, theirs = next(topics.near(sorted(one.topics), sorted(other.topics)))
        says = f"One works on {self._subject(mine, one)}, the other on {self._subject(theirs, other)}, which are related subjects."
        return _Sentence(says, one.places[mine], other.places[theirs])

    def _words(self, one: Profile, other: Profile) -> _Sentence:
        common = self._common(*_ids(one, other)).words
        mine, theirs = self._written(one.meeting.id), self._written(other.meeting.id)
        rarest = list(islice((stem for stem in mine if stem in common and stem in theirs), _MOST_WORDS))
        words = [_both(mine[stem][0], theirs[stem][0]) for stem in rarest]
        least = "at least " if MOST_COMPARED in (len(one.terms), len(other.terms)) else ""
        if not words:
            return _Sentence(f"They share {least}{many(len(common), 'distinctive word')}.")
        frequencies = self.comparison.scorer.frequencies
        using = frequencies.document_frequency.get(rarest[0], 0)
        use, once = "uses" if using == 1 else "use", " (copies counted once)" if self.comparison.has_copies else ""
        last = f"; {using:,} of {frequencies.entries:,} entries {use} “{mine[rarest[0]][0]}” or a form of it{once}" if using else ""
        in_a, in_b = (Counter(written[stem][1] for stem in rarest).most_common(1)[0][0] for written in (mine, theirs))
        more = [f"{least}{len(common) - len(words):,} more"] if len(common) > len(words) else []
        return _Sentence(f"Both say {listed([*words, *more])}{last}.", in_a, in_b)

    @cached_property
    def _rank(self) -> Mapping[str, int]:
        """The register's stems, the rarest first."""
        document_frequency = self.comparison.scorer.frequencies.document_frequency
        return {term: rank for rank, term in enumerate(sorted(document_frequency, key=lambda term: (document_frequency[term], term)))}

    def _copied(self, one: Profile, other: Profile) -> _Sentence:
        words_a, words_b, in_a, in_b = _longest_common(self._work_of(one.meeting.id), self._searched(other.meeting.id))
        if not words_a:
            return _Sentence("Both have the same words next to each other, small words, numbers and names aside; their order may differ.")
        a, b = (run(_text(who.meeting, path), words) for who, path, words in ((one, in_a, words_a), (other, in_b, words_b)))
        quote = f": {_both(a, b)}" if a and b else ""
        return _Sentence(f"Both have the same words in the same order{quote}.", in_a, in_b)

    def _focus(self, one: Profile, other: Profile) -> _Sentence:
        """What both have among their focus items, as each says it."""
        mine, theirs = self._items(one.meeting.id), self._items(other.meeting.id)
        shared = sorted(self._common(*_ids(one, other)).items, key=lambda item: (mine[item], item))
        items = [_both(one.meeting.focus[mine[item]].text, other.meeting.focus[theirs[item]].text) for item in shared[:_MOST_WORDS]]
        return _Sentence(
            f"Both work on {listed(and_more(items, len(shared)))}.",
            ("focus", mine[shared[0]], "text"),
            ("focus", theirs[shared[0]], "text"),
        )

    def _named_work(self, one: Profile, other: Profile) -> _Sentence:
        mine = one.focus & other.names
        worker, named = (one, other) if mine else (other, one)
        items = mine or other.focus & one.names
        item = min(place for name, place in self._items(worker.meeting.id).items() if name in items)
        path, text = ("focus", item, "text"), worker.meeting.focus[item].text
        says = f"“{worker.meeting.title}” works on “{text}”, which is the name of “{named.meeting.title}” apart from small words."
        return _Sentence(says, *((path, ("title",)) if worker is one else (("title",), path)))

    def _mention(self, one: Profile, other: Profile) -> _Sentence:
        mention = self.comparison.scorer.relations.mentions[_ids(one, other)]
        by, named = (one, other) if mention.by == one.meeting.id else (other, one)
        says = f"“{by.meeting.title}” names “{named.meeting.title}” in its {mention.path[0]}"
        return self._sentence_in(
            one, mention.by, mention.path, says + (" and writes of one meeting replacing another." if mention.succession else ".")
        )

    def _succession(self, one: Profile, other: Profile) -> _Sentence:
        followed = self.comparison.scorer.relations.followed[_ids(one, other)]
        verb = "is recommended to take on" if followed.proposed else "is recorded as taking on"
        says = f"“{self._called(followed.after)}” {verb} the other's work, and neither has ended."
        return self._sentence_in(one, followed.source, followed.path, says)

    def _sentence_in(self, one: Profile, by: str, path: KeyPath, says: str) -> _Sentence:
        return _Sentence(says, *((path, ("title",)) if by == one.meeting.id else (("title",), path)))

    def _duty(self, one: Profile, other: Profile) -> _Sentence:
        duty = self.comparison.scorer.duty(one, other) or ""
        act = next((named for named in one.meeting.duties if fold(named) == duty), None)
        if act is not None:
            return _Sentence(f"Both serve the same statutory duty: {act}.", ("statutory",), ("statutory",))
        subject = self._subject(duty, one, other)
        says = f"Both are statutory and about {subject} by name or tag, and an Act requires partners to have a body for that."
        return _Sentence(says, ("statutory",), ("statutory",))

    def _seats(self, one: Profile, other: Profile) -> _Sentence:
        counts, same = self.comparison.scorer.frequencies, one.areas == other.areas
        shared = one.seats & other.seats
        rarest = nsmallest(_MOST_WORDS, shared, key=lambda seat: (-counts.rarity(("seat", seat), same_area=same), seat))
        names = and_more(map(self._sender, rarest), len(shared))
        verb = "sits" if len(shared) == 1 else "sit"
        of = f"; one has {len(one.seats):,} members and the other {len(other.seats):,}" if len(shared) > 1 else ""
        return _Sentence(f"{listed(names)} {verb} on both{of}.", _seats_at(one.meeting, rarest[0]), _seats_at(other.meeting, rarest[0]))

    def _same_report(self, one: Profile, other: Profile) -> _Sentence:
        above = set(one.meeting.reports_to) & set(other.meeting.reports_to)
        names = listed(and_more(map(self._called, nsmallest(_MOST_NAMES, above)), len(above)))
        return _Sentence(f"Both report to {names}.", ("reports_to",), ("reports_to",))

    def _reports(self, one: Profile, other: Profile) -> _Sentence:
        below, above = (one, other) if other.meeting.id in one.meeting.reports_to else (other, one)
        path: tuple[KeyPath | None, KeyPath | None] = (("reports_to",), None) if below is one else (None, ("reports_to",))
        return _Sentence(f"“{below.meeting.title}” reports to “{above.meeting.title}”, so some similarity is expected.", *path)

    def _member(self, one: Profile, other: Profile) -> _Sentence:
        above, below = (one, other) if _sits_on(other.meeting, one.meeting) else (other, one)
        at = next(index for index, seat in enumerate(above.meeting.participants) if seat.meeting == below.meeting.id)
        path: KeyPath = ("participants", at)
        says = f"“{below.meeting.title}” sends someone to “{above.meeting.title}”, so some similarity is expected."
        return _Sentence(says, *((path, None) if above is one else (None, path)))

    def _each(self, one: Profile, other: Profile) -> _Sentence:
        each, once = (one, other) if one.meeting.instances != "one" else (other, one)
        path: KeyPath = ("instances",)
        says = f"“{each.meeting.title}” is held once for each area, “{once.meeting.title}” once for all of them."
        return _Sentence(says, *((path, None) if each is one else (None, path)))

    def _linked(self, one: Profile, other: Profile) -> _Sentence:
        mine, theirs = (one, other) if other.meeting.id in one.meeting.links_to else (other, one)
        path: tuple[KeyPath | None, KeyPath | None] = (("links_to",), None) if mine is one else (None, ("links_to",))
        return _Sentence(f"“{mine.meeting.title}” is linked to “{theirs.meeting.title}”, so some similarity is expected.", *path)

    def _areas(self, one: Profile, other: Profile) -> _Sentence:
        mine, theirs = self._area(one), self._area(other)
        in_a, in_b = (("areas",) if who.meeting.areas else None for who in (one, other))
        if one.areas & other.areas:
            says = f"One is for {mine}, the other for {theirs}: their areas overlap."
        elif one.areas & other.above or other.areas & one.above:
            says = f"One is for {mine}, the other for {theirs}: one area is part of the other."
        else:
            says = f"One is for {mine}, the other for {theirs}: the register has no area that both cover."
        return _Sentence(says, in_a, in_b)

    def _part(self, part: str, one: Profile, other: Profile) -> _Sentence:
        title: KeyPath = ("title",)
        who = one if part in one.parts else other
        if part == "below" and who.meeting.kind in WORKING:
            path: KeyPath = ("kind",)
            says = f"“{who.meeting.title}” is a {_WORKING_GROUPS[who.meeting.kind]}; the other isn't."
            return _Sentence(says, *((path, title) if who is one else (title, path)))
        return _Sentence(f"“{who.meeting.title}” {_PARTS[part]}", title, title)

    def _leads(self, one: Profile, other: Profile) -> _Sentence:
        mine, theirs = (terms.organisations(self.comparison.register, who.meeting.leads) for who in (one, other))
        return _Sentence(f"{mine} {_leads(one)} one, {theirs} the other.", ("lead",), ("lead",))

    def _other_theme(self, one: Profile, other: Profile) -> _Sentence:
        mine, theirs = (sorted(who.title_topics) for who in (one, other))
        ours, others = (_first(sorted({self._subject(topic, who) for topic in topics})) for topics, who in ((mine, one), (theirs, other)))
        says = f"One is about {ours} by name or tag, the other about {others}."
        return _Sentence(says, one.places[mine[0]], other.places[theirs[0]])

    def _other_name(self, one: Profile, other: Profile) -> _Sentence:
        mine, theirs = self._own_words(one, other), self._own_words(other, one)
        if mine and theirs:
            says = f"One is called “{mine}” and the other “{theirs}”: neither word is in the other's name or purpose."
        else:
            says = "Each name has a word that the other's name and purpose don't mention."
        return _Sentence(says, ("title",), ("title",))

    def _own_words(self, who: Profile, than: Profile) -> str | None:
        own = self.comparison.scorer.own_words(who, than)
        names = (who.meeting.title, *who.meeting.aliases)
        return next((word for name in names for stem, word in written(name) if stem in own), None)

    def _subject(self, topic: str, *who: Profile) -> str:
        """What to call a topic that each of `who` works on: the more general word, where that is all that one of them says."""
        topics = self.comparison.topics
        general = (topics.general_word(one.meeting, topic, one.places[topic]) for one in who if topic in one.topics)
        word = next((word for word in general if word is not None), None)
        return word if word is not None else self._spelled(topics.name(topic))

    @cached_property
    def _spelled(self) -> Callable[[str], str]:
        return cache(partial(terms.subject, self.comparison.register))

    def _area(self, who: Profile) -> str:
        areas = who.areas - {WHOLE}
        return listed(and_more(map(self.comparison.register.area_name, nsmallest(_MOST_NAMES, areas)), len(areas)))

    def _called(self, id_: str) -> str:
        register = self.comparison.register
        return terms.meeting(register, id_) if id_ in register.meetings else terms.organisation(register, id_)

    def _sender(self, seat: str) -> str:
        kind, _, id_ = seat.partition(":")
        return terms.meeting(self.comparison.register, id_) if kind == "meeting" else terms.organisation(self.comparison.register, id_)

    @cached_property
    def _written(self) -> Callable[[str], Mapping[str, tuple[str, KeyPath]]]:
        """For a meeting's id, its telling stems, the rarest first, each with the word as it is written first, and where."""

        @lru_cache(maxsize=KEPT)
        def found(id_: str) -> Mapping[str, tuple[str, KeyPath]]:
            compared = self.comparison.by_id[id_]
            left = set(compared.terms)
            words: dict[str, tuple[str, KeyPath]] = {}
            for text in self.comparison.topics.texts(compared.meeting):
                here = left.intersection(telling_stems(text))
                for stem, word in written(beginning(_text(compared.meeting, text.path))) if here else ():
                    if stem in here:
                        words[stem] = (word, text.path)
                        here.remove(stem)
                        left.remove(stem)
            return dict(sorted(words.items(), key=lambda word: self._rank.get(word[0], -1)))

        return found

    def _work_of(self, id_: str) -> tuple[AnalysedText, ...]:
        """The purpose and focus of a meeting."""
        return tuple(text for text in self.comparison.topics.texts(self.comparison.by_id[id_].meeting) if not text.is_name)

    @cached_property
    def _searched(self) -> Callable[[str], _Texts]:
        """For a meeting's id, its purpose and focus made ready to look for runs of words in them; the last one's are kept."""
        return lru_cache(maxsize=1)(lambda id_: _searched(self._work_of(id_)))

    @cached_property
    def _common(self) -> Callable[[str, str], Common]:
        """What a pair has in common, which several sentences on it ask for."""

        @lru_cache(maxsize=1)
        def common(a: str, b: str) -> Common:
            return self.comparison.scorer.common(self.comparison.by_id[a], self.comparison.by_id[b])

        return common

    @cached_property
    def _items(self) -> Callable[[str], Mapping[str, int]]:
        """For a meeting's id, its focus items as they are compared, each with its place in the list."""

        @lru_cache(maxsize=KEPT)
        def items(id_: str) -> Mapping[str, int]:
            texts = self.comparison.topics.texts(self.comparison.by_id[id_].meeting)
            return {name_of(text): int(text.path[1]) for text in texts if text.path[0] == "focus"}

        return items


_WORKING_GROUPS = dict(zip(WORKING, ("working group", "task and finish group", "sub-group"), strict=True))

_PARTS = {
    "several": "is several bodies by its name; the other is one.",
    "below": "is, by its name, a group that works for another body; the other isn't.",
    "forum": "is, by its name, a forum, a network or an advisory group; the other isn't.",
    "scrutiny": "is, by its name, a committee that scrutinises others; the other isn't.",
}


def _status(who: Profile) -> KeyPath | None:
    """Where an entry states its status, if it does."""
    return ("status",) if who.meeting.status is not None else None


def _ids(one: Profile, other: Profile) -> IdPair:
    return one.meeting.id, other.meeting.id


def _leads(who: Profile) -> str:
    return "lead" if len(who.meeting.leads) > 1 else "leads"


def _text(meeting: Meeting, path: KeyPath) -> str:
    return meeting.title if path == ("title",) else text_at(meeting, path) or ""


def _sits_on(one: Meeting, other: Meeting) -> bool:
    return any(seat.meeting == one.id for seat in other.participants)


def _seats_at(meeting: Meeting, seat: str) -> KeyPath:
    """Where an entry names its seats: among the participants, unless `seat`, the most telling, is only the chair's."""
    return next(path for path, attendee in meeting.attendees if ":".join(attendee.sender) == seat)[:1]


def _first(names: Sequence[str]) -> str:
    """The first of `names`, as a list in a sentence, and how many more there are."""
    return listed(and_more(names[:_MOST_NAMES], len(names)))


def _both(mine: str, theirs: str) -> str:
    """What both say, quoted as each writes it."""
    return quoted(mine) if fold(mine) == fold(theirs) else f"{quoted(mine)} / {quoted(theirs)}"


def _neighbours(texts: Iterable[AnalysedText]) -> Iterator[tuple[int, AnalysedText, Iterator[tuple[str, str]]]]:
    """Each text's number, the text, and each two neighbouring stems in it, among the first `_SEARCHED` of `texts`."""
    left = _SEARCHED
    for number, text in enumerate(texts):
        yield number, text, pairwise(text.stems[:left])
        left = max(0, left - len(text.stems))


def _searched(texts: tuple[AnalysedText, ...]) -> _Texts:
    places: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for number, _, neighbours in _neighbours(texts):
        for at, two in enumerate(neighbours):
            found = places.setdefault(two, [])
            if len(found) < _MOST_PLACES:
                found.append((number, at))
    return _Texts(texts, places)


def _longest_common(mine: Sequence[AnalysedText], theirs: _Texts) -> tuple[tuple[str, ...], tuple[str, ...], KeyPath, KeyPath]:
    """The longest run of words in one of either's texts, as each says it, cut where it is long, and where.

    It is empty where none was found, or one that is mostly small words: `of the weirs of the` is not what both have in common.
    """
    title: KeyPath = ("title",)
    none: tuple[tuple[str, ...], tuple[str, ...], KeyPath, KeyPath] = ((), (), title, title)
    best, telling = none, 0
    most = min(_QUOTED, *(max((len(text.stems) for text in texts), default=0) for texts in (mine, theirs.texts)))
    for one, at, other, other_at in _starts(mine, theirs):
        longer = len(best[0]) + 1
        if one.stems[at : at + longer] == other.stems[other_at : other_at + longer]:
            length = _length_of(one.stems[at : at + _QUOTED], other.stems[other_at : other_at + _QUOTED])
            if length >= longer:
                best = (one.words[at : at + length], other.words[other_at : other_at + length], one.path, other.path)
                telling = sum(map(bool, one.content_stems[at : at + length]))
                if length == most:
                    break
    return best if telling >= _RUN else none


def _length_of(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words the two begin with that are the same."""
    return sum(1 for _ in takewhile(bool, map(eq, one, other)))


def _starts(mine: Sequence[AnalysedText], theirs: _Texts) -> Iterator[tuple[AnalysedText, int, AnalysedText, int]]:
    """Where two neighbouring words are in the texts of both and the words before them differ: each run in common begins there."""
    for _, one, neighbours in _neighbours(mine):
        for at in compress(count(), map(theirs.places.__contains__, neighbours)):
            for other_number, other_at in theirs.places[one.stems[at], one.stems[at + 1]]:
                other = theirs.texts[other_number]
                if not (at and other_at and one.stems[at - 1] == other.stems[other_at - 1]):
                    yield one, at, other, other_at
