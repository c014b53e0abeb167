"""What is compared of each meeting, in the form that makes comparing cheap, and what the whole register says of it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import fsum, log, sqrt

from govreg.analysis.duplicates.weights import COMMON
from govreg.analysis.text.shingles import ShingleIndex, shingles
from govreg.analysis.text.topics import AnalysedText, Topics
from govreg.analysis.text.words import domain_stop_stems, is_content_word, split, stem
from govreg.model.meeting import Meeting
from govreg.model.names import fold
from govreg.model.register import Register

WHOLE = ""
"""The area of a meeting that names none, and of a register that has none: the whole of the register's."""

WORKING = ("working-group", "task-and-finish")
"""The kinds of meetings that work for another one."""

_OFTEN = 0.2
_FEW = 8
"""A word that a fifth of the meetings say, and more than a few, is this register's own filler and tells nothing."""

_GENERIC = frozenset(
    "the of and for a in on to s local new regional force area county city borough district joint pan wide countywide meeting".split()
)
"""Words of a name that tell no body from another of its kind."""

_BELOW = re.compile(
    r"\b(?:sub[ -]?groups?|sub[ -]?committees?|working (?:group|party)|delivery (?:group|board)|task(?: and finish)? group"
    r"|operational group|officers?'? group|action group|project (?:group|board)|programme(?: board)?|business delivery group|network)\b"
)
"""What a body is called that works for another one."""

_SCRUTINISES = re.compile(r"\b(?:overview (?:and|&) scrutiny|scrutiny (?:sub[ -]?)?(?:committee|commission|panel)|select committee)\b")
"""What a body is called that looks into what others do."""

_WIDER = re.compile(r"\b(?:regional|region|national)\b")

_DELIVERS = re.compile(r"\b(?:deliver(?:s|y|ing)?|implement\w*|operational(?:ly)?|action plans?|carr(?:y|ies) out|day to day)\b")
_OVERSEES = re.compile(
    r"\b(?:oversee\w*|oversight|scrutin\w*|assurance|holds? .{0,40}to account|strategic(?:ally)? (?:direction|leadership|oversight))\b"
)


@dataclass(frozen=True, slots=True)
class Profile:
    """What is compared of one meeting."""

    meeting: Meeting
    runs: frozenset[int]
    """Check sums of the runs of three words in its texts, small words left out, whatever their order: what copies have in common."""
    terms: frozenset[str]
    """Stems that tell what it is about: those that are no house words and show no topic."""
    topics: Mapping[str, float]
    """Topic -> how much it counts, by name."""
    rarity: Mapping[str, float]
    """Topic -> how much sharing it tells, from 0 to 1: less, the more meetings of the same area work on it."""
    focus: Mapping[str, float]
    """What it works on now, in plain words -> how much sharing it tells, from 0 to 1: 1 where one other meeting of the area has it."""
    names: frozenset[str]
    """Its title and aliases without what every name has: two bodies with one of them in common have one name."""
    seats: frozenset[str]
    """Who has a core seat."""
    areas: frozenset[str]
    above: frozenset[str]
    """Its areas and all that they lie in."""
    duties: frozenset[str]
    """The Acts that it serves, folded; empty where it is only said to be statutory."""
    is_subgroup: bool
    """Whether it is called a working group, a sub-group, a programme: something that works for another body."""
    is_regional: bool
    """Whether its name or its areas say that it works for a region or a country."""
    delivers: bool
    oversees: bool
    scrutinises: bool
    """Whether it is called a committee that scrutinises what others do."""


@dataclass(frozen=True)
class Profiles:
    """The profiles of a register's meetings, and how common each thing is among them."""

    register: Register
    topics: Topics
    runs: ShingleIndex
    by_id: Mapping[str, Profile]
    copies: Mapping[str, tuple[str, ...]]
    """The first of the meetings that say the same words in the same areas -> all of them; most meetings are alone."""
    idf: Mapping[str, float]
    """Stem -> log(1 + meetings / meetings that say it)."""
    norms: Mapping[str, float]
    is_distinctive: Mapping[str, float]
    """Seat -> log(meetings / meetings that it sits on)."""

    def items(self, meeting: Meeting) -> Iterator[tuple[int, str]]:
        """What `meeting` works on now, in plain words, each with its place in the list."""
        for said in self.topics.texts(meeting):
            if said.path[0] == "focus" and (item := _name(said)):
                yield int(said.path[1]), item

    def likeness(self, a: str, b: str) -> float:
        """How alike the words of two meetings are: the cosine of their weighted stems, from 0 to 1."""
        shared = self.by_id[a].terms & self.by_id[b].terms
        return fsum(self.idf[term] ** 2 for term in shared) / (self.norms[a] * self.norms[b]) if shared else 0.0


def profiles(register: Register, meetings: Iterable[Meeting]) -> Profiles:
    """The profiles of `meetings`, which are compared with each other."""
    topics = Topics(register)
    house = house_words(register)
    wordings: dict[str, tuple[tuple[str, ...], ...]] = {}
    first: dict[str, Profile] = {}
    for meeting in meetings:
        texts = tuple(topics.texts(meeting))
        wordings[meeting.id] = tuple(tuple(_wording(said)) for said in texts)
        first[meeting.id] = _profile(meeting, texts, register, topics, house)
    count = len(first)
    said = {id_: (frozenset(_flat(wordings[id_])), profile.terms, frozenset(profile.topics)) for id_, profile in first.items()}
    texts_of = [ids[0] for ids in _alike(said)]  # copies say a thing once, so that nothing is filler because it was copied
    often = Counter(term for id_ in texts_of for term in first[id_].terms)
    most = max(_FEW, _OFTEN * len(texts_of))
    filler = frozenset(term for term, times in often.items() if times > most)
    here = Counter((topic, area) for profile in first.values() for topic in profile.topics for area in profile.areas)
    all_runs = {id_: shingles(wordings.pop(id_), filler) for id_ in first}
    counted = ShingleIndex([all_runs[id_] for id_ in texts_of], most)
    working = Counter((item, area) for profile in first.values() for item in profile.focus for area in profile.areas)
    by_id = {
        id_: replace(
            profile,
            runs=all_runs[id_],
            terms=profile.terms - filler,
            focus={item: 1 / max(1, *(working[item, area] - 1 for area in profile.areas)) for item in profile.focus},
            rarity={topic: min(1.0, COMMON / max(here[topic, area] for area in profile.areas)) for topic in profile.topics},
        )
        for id_, profile in first.items()
    }
    said_by = Counter(term for profile in by_id.values() for term in profile.terms)
    idf = {term: log(1 + count / often) for term, often in said_by.items()}
    sits_on = Counter(seat for profile in by_id.values() for seat in profile.seats)
    return Profiles(
        register,
        topics,
        counted,
        by_id,
        {ids[0]: ids for ids in _alike({id_: (by_id[id_].areas, *words) for id_, words in said.items()})},
        idf,
        norms={id_: sqrt(fsum(idf[term] ** 2 for term in profile.terms)) or 1.0 for id_, profile in by_id.items()},
        is_distinctive={seat: log(count / often) for seat, often in sits_on.items()},
    )


def _alike(said: Mapping[str, tuple[frozenset[str], ...]]) -> Iterable[tuple[str, ...]]:
    """The ids of the meetings of which the same is `said`; where nothing is, each is on its own."""
    found: dict[object, list[str]] = {}
    for id_, words in said.items():
        found.setdefault(words if any(words[-3:]) else id_, []).append(id_)
    return [tuple(ids) for ids in found.values()]


def _flat(wording: Iterable[Iterable[str]]) -> Iterator[str]:
    return (stem for text in wording for stem in text)


def _profile(meeting: Meeting, texts: tuple[AnalysedText, ...], register: Register, topics: Topics, house: frozenset[str]) -> Profile:
    """The profile of one meeting, without what only the others tell: which words are filler, and how fresh a topic is."""
    areas = frozenset(meeting.areas) or frozenset((WHOLE,))
    called = fold(" ; ".join((meeting.title, *meeting.aliases)))
    purpose = fold(" ; ".join((meeting.purpose or "", *(focus.text for focus in meeting.focus))))
    return Profile(
        meeting,
        runs=frozenset(),
        terms=frozenset(term for said in texts for _, term in telling(said, house)),
        topics=dict(sorted(topics.of(meeting, texts).items())),
        rarity={},
        focus={item: 0.0 for said in texts if said.path[0] == "focus" and (item := _name(said))},
        names=frozenset(name for said in texts if said.path[0] in ("title", "aliases") and (name := _name(said))),
        seats=frozenset(f"{kind}:{id_}" for kind, id_ in meeting.core_seats),
        areas=areas,
        above=frozenset(above for area in areas for above in register.areas_above(area)) | {WHOLE},
        duties=frozenset(fold(duty) for duty in meeting.duties),
        is_subgroup=meeting.kind in WORKING or _BELOW.search(called) is not None,
        is_regional=_WIDER.search(" ".join((called, *meeting.areas)).replace("-", " ")) is not None,
        delivers=_DELIVERS.search(purpose) is not None,
        oversees=_OVERSEES.search(purpose) is not None,
        scrutinises=_SCRUTINISES.search(called) is not None,
    )


def house_words(register: Register) -> frozenset[str]:
    """The stems that show nothing in `register`: the field's house words and its own."""
    return domain_stop_stems() | {stem(word) for words in register.settings.house_words for word in split(words)}


def telling(said: AnalysedText, house: frozenset[str]) -> Iterator[tuple[int, str]]:
    """The stems of a text that tell what it is about, each with its place: no small word, no house word, none of a topic or a place."""
    for index, (word, found) in enumerate(zip(said.words, said.stems, strict=True)):
        if index not in said.used_words and is_content_word(word) and found not in house:
            yield index, found


def _wording(said: AnalysedText) -> Iterator[str]:
    places = said.places
    for index, (word, found) in enumerate(zip(said.words, said.stems, strict=True)):
        if index not in places and is_content_word(word):
            yield found


def _name(said: AnalysedText) -> str:
    """A name as it is compared with others: without places, generic words and order; empty if too little is left."""
    words = [word for index, word in enumerate(said.words) if index not in said.places and word not in _GENERIC]
    return " ".join(sorted(words)) if len(words) > 1 else ""
