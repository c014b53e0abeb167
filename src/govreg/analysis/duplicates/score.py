"""Weigh one pair of meetings: what each signal adds to the sum or takes from it, in hundredths, without words yet."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, repeat
from math import fsum
from typing import NamedTuple

from govreg.analysis.duplicates.frequencies import Frequencies, comparable, together
from govreg.analysis.duplicates.profile import WHOLE, WORKING, Profile
from govreg.analysis.duplicates.relations import Relations
from govreg.analysis.duplicates.signals import (
    APART,
    COPIED_RUN,
    COPIES,
    FEWEST_RUNS,
    FEWEST_SEATS,
    FEWEST_WORDS,
    FURTHER,
    HUNDREDTHS,
    LAYERS,
    ONE_TEXT,
    RELATED,
    SET,
    SIGNALS,
    SUBJECT,
    Signal,
)
from govreg.analysis.text.topics import IN_TITLE, Topics
from govreg.model.register import Register

KEPT = 2_000
"""Of how many meetings is kept what only a close look needs: few meetings are looked at so closely, but each of these in many pairs."""


@dataclass(frozen=True, slots=True)
class ScoredPair:
    """A pair of meetings with what each signal adds, in hundredths, so that parts and sum are the same in every format."""

    a: str
    b: str
    parts: Mapping[Signal, int]
    related: bool
    """Whether it is related at most."""
    layers: bool
    """Whether the two are layers of one subject, and nothing else sets them apart."""

    @property
    def total(self) -> float:
        """The sum of the parts."""
        return sum(self.parts.values()) / HUNDREDTHS

    @property
    def alike(self) -> float:
        """The sum without what is explained by their being layers of one subject."""
        return sum(weight for signal, weight in self.parts.items() if signal not in LAYERS) / HUNDREDTHS


class Common(NamedTuple):
    """What two meetings have in common, each thing in one place only, so that nothing is counted twice."""

    topics: tuple[str, ...]
    """Subjects that both work on, the most surprising first; the first is the one that counts."""
    rarities: tuple[float, ...]
    """How surprising each of these is."""
    items: tuple[str, ...]
    """What both work on now, as it is compared."""
    words: frozenset[str]
    """Telling stems, less those of the name of a body that both report to."""
    runs: tuple[float, ...]
    """How much each run of words weighs that both have."""
    names: frozenset[str]
    seats: frozenset[str]


@dataclass(frozen=True)
class Scorer:
    """Weighs pairs of a register's meetings."""

    register: Register
    topics: Topics
    by_id: Mapping[str, Profile]
    frequencies: Frequencies
    relations: Relations

    def score(self, a: str, b: str) -> ScoredPair:
        """What each signal says of the meetings `a` and `b`."""
        return self._scored(*self._in_favour(a, b))

    def score_from(self, a: str, b: str, least: float) -> ScoredPair | None:
        """The same, or None where what speaks for the pair does not come to a total of `least`."""
        one, other, likeness, beside = self._in_favour(a, b)
        if sum(likeness.values()) + sum(beside.values()) < least * HUNDREDTHS:
            return None
        return self._scored(one, other, likeness, beside)

    def _in_favour(self, a: str, b: str) -> tuple[Profile, Profile, dict[Signal, int], dict[Signal, int]]:
        one, other = self.by_id[min(a, b)], self.by_id[max(a, b)]
        likeness = {signal: round(weight * HUNDREDTHS) for signal, weight in self._likeness(one, other)}
        beside = dict(self._beside(one, other))
        return one, other, likeness, beside

    def _scored(self, one: Profile, other: Profile, likeness: dict[Signal, int], beside: dict[Signal, int]) -> ScoredPair:
        against = dict(self._against(one, other, likeness))
        weights = {**likeness, **beside, **against}
        layers = (
            not LAYERS.isdisjoint(against) and (RELATED - LAYERS).isdisjoint(against) and any(weights.get(signal) for signal in SUBJECT)
        )
        # What makes them layers is shown also where nothing but copies is alike, of which it explains no share.
        parts = {signal: weight for signal, weight in weights.items() if weight or (layers and signal in LAYERS)}
        return ScoredPair(one.meeting.id, other.meeting.id, parts, related=not RELATED.isdisjoint(against), layers=layers)

    def common(self, one: Profile, other: Profile) -> Common:
        """What two meetings have in common."""
        topics = one.topics.keys() & other.topics.keys()
        words = self._terms(one.meeting.id) & self._terms(other.meeting.id)
        for parent in _both_report_to(one, other) if words or topics else ():
            above = self.by_id.get(parent)
            if above is not None:  # its name stands in both entries, and is the work of neither
                words -= self.stems(above.meeting.id, "title")
                topics -= above.title_topics
        items = tuple(sorted(one.focus & other.focus)) if one.focus and other.focus else ()
        ordered = self._by_surprise(one, other, topics) if topics else ()
        return Common(
            topics=tuple([topic for _, topic in ordered]),
            rarities=tuple([-rarity for rarity, _ in ordered]),
            items=items,
            words=words,
            runs=self._common_runs(one.meeting.id, other.meeting.id),
            names=one.core_names & other.core_names,
            seats=one.seats & other.seats,
        )

    @cached_property
    def _terms(self) -> Callable[[str], frozenset[str]]:
        return lru_cache(maxsize=KEPT)(lambda id_: frozenset(self.by_id[id_].terms))

    def _common_runs(self, a: str, b: str) -> tuple[float, ...]:
        runs = self._runs(a)
        return tuple([runs[run] for run in runs.keys() & self._runs(b).keys()])

    @cached_property
    def _runs(self) -> Callable[[str], Mapping[int, float]]:
        return lru_cache(maxsize=KEPT)(lambda id_: self.frequencies.runs.weights(self.by_id[id_].runs))

    def _by_surprise(self, one: Profile, other: Profile, topics: Iterable[str]) -> Sequence[tuple[float, str]]:
        """`topics`, the most surprising first, each behind its surprise as a negative number: that both work on it so plainly."""
        same = one.areas == other.areas
        rarities, alone = self.frequencies.rarities[same], self.frequencies.alone[same]
        by_level = [rarities["topic", level] for level in range(IN_TITLE + 1)]
        return sorted([(-by_level[min(one.topics[topic], other.topics[topic])].get(topic, alone), topic) for topic in topics])

    def _likeness(self, one: Profile, other: Profile) -> Iterator[tuple[Signal, float]]:
        """What the two entries have in common."""
        common, counts, same = self.common(one, other), self.frequencies, one.areas == other.areas
        if common.topics:
            first, *more = common.rarities
            yield Signal.THEME, first + FURTHER * together(more, len(more))
        elif any(self.topics.near(one.topics, other.topics)):
            yield Signal.NEAR, SIGNALS[Signal.NEAR].adds or 0.0
        if common.items:
            yield Signal.FOCUS, COPIED_RUN * len(common.items)
        if common.words:
            size = max(FEWEST_WORDS, min(len(one.terms), len(other.terms)))
            yield Signal.WORDS, together(list(map(counts.words.get, common.words, repeat(counts.unheard))), size)
        if len(common.runs) >= FEWEST_RUNS:
            yield Signal.COPIED, COPIED_RUN * fsum(common.runs)
        if common.names:
            yield Signal.NAME, max(counts.rarity(("name", name), same_area=same) for name in common.names)
        if common.seats:
            size = max(FEWEST_SEATS, min(len(one.seats), len(other.seats)))
            rarities = counts.rarities[same]["seat",]
            yield Signal.SEATS, SET * together(list(map(rarities.get, common.seats, repeat(counts.alone[same]))), size)
        yield from self._named(one, other)

    def _named(self, one: Profile, other: Profile) -> Iterator[tuple[Signal, float]]:
        pair = (one.meeting.id, other.meeting.id)
        mention = self.relations.mentions.get(pair)
        if pair in self.relations.followed:
            return
        signal = Signal.NAMED_SUCCESSION if mention is not None and mention.succession else None
        if signal is None and not (other.names.isdisjoint(one.focus) and one.names.isdisjoint(other.focus)):
            signal = Signal.NAMED_WORK
        if signal is None and mention is not None:
            signal = Signal.NAMED
        if signal is not None:
            yield signal, SIGNALS[signal].adds or 0.0

    def _beside(self, one: Profile, other: Profile) -> Iterator[tuple[Signal, int]]:
        """What speaks for one piece of work beside what the entries have in common, in hundredths."""
        if (one.meeting.id, other.meeting.id) in self.relations.followed:
            yield Signal.SUCCESSION, _adds(Signal.SUCCESSION)
        if self.duty(one, other) is not None:
            yield Signal.DUTY, _adds(Signal.DUTY)
        if _both_report_to(one, other):
            yield Signal.SAME_REPORT, _adds(Signal.SAME_REPORT)

    def duty(self, one: Profile, other: Profile) -> str | None:
        """The statutory duty that both serve in one area, None where there is none.

        It is an Act that both name, folded, where both work on a subject that an Act makes partners keep a body for; where not both name
        one, the topic of such a subject that both are called after or tagged with.
        """
        if not (one.meeting.statutory and other.meeting.statutory) or not comparable(one, other):
            return None
        common = sorted(topic for topic in one.topics.keys() & other.topics.keys() if self.topics.by_law(topic))
        acts = sorted(one.duties & other.duties)
        if one.duties and other.duties:  # one Act may lay several duties down: it takes a subject in common too
            return acts[0] if acts and (common or not (one.topics and other.topics)) else None
        return next((topic for topic in common if one.topics[topic] == other.topics[topic] == IN_TITLE), None)

    def _against(self, one: Profile, other: Profile, likeness: Mapping[Signal, int]) -> Iterator[tuple[Signal, int]]:
        """What explains the likeness otherwise or sets the two apart: each takes its share of what is left of the likeness.

        Only another area or a settled succession explains one text in two entries; the rest take no share of what is copied.
        """
        copied = sum(weight for signal, weight in likeness.items() if signal in COPIES)
        left = sum(likeness.values()) - copied
        seen = frozenset(self._apart(one, other, one_text=sum(likeness.get(signal, 0) for signal in ONE_TEXT) >= HUNDREDTHS))
        for signal in (signal for signal in SIGNALS if signal in seen):
            explains = SIGNALS[signal].explains
            if explains == 1:
                yield signal, -left - copied - round(APART * HUNDREDTHS)
                return
            taken = round(explains * left)
            left -= taken
            yield signal, -taken

    def _apart(self, one: Profile, other: Profile, *, one_text: bool) -> Iterator[Signal]:
        pair = (one.meeting.id, other.meeting.id)
        if pair in self.relations.settled:
            yield Signal.SETTLED
        if pair in self.relations.reports:
            yield Signal.REPORTS
        elif pair in self.relations.seated:
            yield Signal.MEMBER
        elif pair in self.relations.linked:
            yield Signal.LINKED
        area = _area(one, other)
        if area is not None:
            yield area
        yield from _layers(one, other, one_text=one_text)
        if self._other_leads(one.meeting.leads, other.meeting.leads):
            yield Signal.OTHER_BODY if one.names & other.names else Signal.OTHER_LEAD
        if _both_kept(one, other):
            yield Signal.KEPT
        if one.title_topics and other.title_topics and one.title_topics.isdisjoint(other.title_topics):
            yield Signal.OTHER_THEME
        if self.own_words(one, other) and self.own_words(other, one):
            yield Signal.OTHER_NAME

    def own_words(self, one: Profile, than: Profile) -> frozenset[str]:
        """The distinctive stems of the one's names that neither names nor purpose of the other have."""
        return one.title_terms - self.stems(than.meeting.id, "title", "aliases", "purpose") if one.title_terms else one.title_terms

    @cached_property
    def stems(self) -> Callable[..., frozenset[str]]:
        """Given a meeting's id and keys of its entry, every stem of its texts there; kept for the meetings asked for last."""

        @lru_cache(maxsize=KEPT)
        def stems(id_: str, *keys: str) -> frozenset[str]:
            texts = self.topics.texts(self.by_id[id_].meeting)
            return frozenset(chain.from_iterable(text.stems for text in texts if text.path[0] in keys))

        return stems

    def _other_leads(self, mine: Sequence[str], theirs: Sequence[str]) -> bool:
        """Whether both leads are known and none of the one's has to do with any of the other's."""
        if not mine or not theirs or mine == theirs:
            return False
        above, above_other = (
            {above for lead in leads for above in (lead, *self.register.organisations_above(lead))} for leads in (mine, theirs)
        )
        return above.isdisjoint(above_other)


PARTS = {"several": Signal.SEVERAL, "below": Signal.BELOW, "forum": Signal.FORUM, "scrutiny": Signal.SCRUTINY}
"""What a name says of the part that a body plays -> the signal where one of two plays it."""


def _adds(signal: Signal) -> int:
    return round((SIGNALS[signal].adds or 0.0) * HUNDREDTHS)


def _both_report_to(one: Profile, other: Profile) -> frozenset[str]:
    above = other.meeting.reports_to
    return frozenset(one.meeting.reports_to).intersection(above) if above else frozenset()


def _area(one: Profile, other: Profile) -> Signal | None:
    """What the areas of the two say, where they are not the same."""
    if one.areas == other.areas:
        return Signal.EACH if one.meeting.instances != other.meeting.instances else None
    if one.areas & other.areas:
        return Signal.PARTLY
    if WHOLE in one.areas or WHOLE in other.areas:  # one covers all, which says no more of layers than not to know
        return None
    return Signal.WITHIN if comparable(one, other) else Signal.OTHER_AREA


def _layers(one: Profile, other: Profile, *, one_text: bool) -> Iterator[Signal]:
    """By which names and levels the two are layers of one subject; where one's text is the other's, only a recorded kind says so."""
    if one_text:
        if (one.meeting.kind in WORKING) != (other.meeting.kind in WORKING):
            yield Signal.BELOW
        return
    for part, signal in PARTS.items():
        if (part in one.parts) != (part in other.parts):
            yield signal
    levels = (one.meeting.level, other.meeting.level)
    if all(levels) and (levels[0] == "strategic") != (levels[1] == "strategic"):
        yield Signal.LEVEL


def _both_kept(one: Profile, other: Profile) -> bool:
    """Whether one review looked at both meetings and recommends to keep both."""
    mine, theirs = one.meeting.latest_review, other.meeting.latest_review
    if mine is None or theirs is None or mine.proposed_in is None:
        return False
    return (mine.proposed_in, mine.proposed_on) == (theirs.proposed_in, theirs.proposed_on) and {
        mine.recommendation,
        theirs.recommendation,
    } <= {"continue", "change", "start"}
