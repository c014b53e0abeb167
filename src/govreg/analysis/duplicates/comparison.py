"""Find duplicated workstreams: pairs of meetings by falling score."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from math import inf

from govreg.analysis.duplicates.candidates import candidates
from govreg.analysis.duplicates.frequencies import comparable_pairs, frequencies
from govreg.analysis.duplicates.mentions import Mentions
from govreg.analysis.duplicates.names import short_for_bodies
from govreg.analysis.duplicates.pairs import IdPair
from govreg.analysis.duplicates.profile import Profile, house_words, profile
from govreg.analysis.duplicates.relations import relations
from govreg.analysis.duplicates.score import ScoredPair, Scorer
from govreg.analysis.duplicates.weights import Scale, scale
from govreg.analysis.progress import Tracker, untracked
from govreg.analysis.text.topics import Topics
from govreg.model.meeting import Meeting
from govreg.model.register import Register

EXCLUDED_KINDS = frozenset(("case-conference", "one-off"))
"""Kinds of meeting that are compared with no other unless asked for: they are about persons, or over in a day."""

EXHAUSTIVE = 300
"""Up to how many meetings every pair is weighed, so that an answer speaks of all; of more, those with something rare in common."""

_COMPARING = "Comparing"

Which = Callable[[IdPair], bool] | None
"""Whether a pair is wanted, by its ids in order; None where all are."""


@dataclass(frozen=True)
class Comparison:
    """A register made ready to compare its meetings with each other."""

    scorer: Scorer
    copies: Mapping[str, tuple[str, ...]]
    """The first of the meetings whose purpose and focus say the same in the same areas -> all of them; most meetings are alone."""

    @property
    def register(self) -> Register:
        """The register that is compared."""
        return self.scorer.register

    @property
    def topics(self) -> Topics:
        """What looks for themes and subjects in its texts."""
        return self.scorer.topics

    @property
    def by_id(self) -> Mapping[str, Profile]:
        """What is compared of each meeting."""
        return self.scorer.by_id

    def weigh(self, a: str, b: str) -> ScoredPair:
        """What each signal says of two meetings."""
        return self.scorer.score(a, b)

    def pairs(self, least: float = -inf, watch: Tracker = untracked, which: Which = None) -> tuple[ScoredPair, ...]:
        """The pairs that any signal says something of, with a total of `least` or more, by falling score.

        Layers of one subject are among them where they come to `least` without what that explains.
        """
        worth_weighing = combinations(sorted(self.by_id), 2) if self.weighs_every_pair else self._candidates
        chosen = list(filter(which, worth_weighing))
        found = (self.scorer.score_from(a, b, least) for a, b in watch(chosen, _COMPARING))
        return _sorted(pair for pair in found if pair is not None and pair.parts and (pair.alike if pair.layers else pair.total) >= least)

    @cached_property
    def scale(self) -> Scale:
        """How sums become scores in this register."""
        return scale(self.scorer.frequencies.comparable)

    @cached_property
    def comparable(self) -> int:
        """How many pairs of meetings could do one piece of work: those whose areas have to do with each other."""
        return comparable_pairs(list(self.by_id.values()))

    @property
    def has_pairs(self) -> bool:
        """Whether there are two meetings to compare."""
        return len(self.by_id) > 1

    @property
    def has_copies(self) -> bool:
        """Whether some entries say the same, so that counts of entries and pairs are of fewer than there are."""
        return self.scorer.frequencies.entries < len(self.by_id)

    @property
    def with_more_topics(self) -> int:
        """How many meetings work on more topics than are compared."""
        return sum(one.more_topics > 0 for one in self.by_id.values())

    @property
    def weighs_every_pair(self) -> bool:
        """Whether every pair is weighed; else only those that have something rare in common are."""
        return len(self.by_id) <= EXHAUSTIVE

    @cached_property
    def _candidates(self) -> Collection[IdPair]:
        return candidates(self.scorer, self.copies)


def _reads_alike(register: Register, topics: Topics) -> bool:
    """Whether a text says the same in `register` as in that of `topics`."""
    return topics.reads_alike(register) and topics.register.settings.house_words == register.settings.house_words


def _known(meeting: Meeting, register: Register, other: Comparison) -> Profile | None:
    """The profile that `meeting` has in `other`, where it is the same there, and its abbreviations stand for the same bodies."""
    found = other.by_id.get(meeting.id)
    if found is None or found.meeting is not meeting:
        return None
    return found if short_for_bodies(meeting, register) == short_for_bodies(meeting, other.register) else None


def _sorted(pairs: Iterable[ScoredPair]) -> tuple[ScoredPair, ...]:
    return tuple(sorted(pairs, key=lambda pair: (-pair.total, pair.a, pair.b)))


def build_comparison(
    register: Register,
    watch: Tracker = untracked,
    topics: Topics | None = None,
    also: Callable[[Meeting], None] | None = None,
    like: Comparison | None = None,
) -> Comparison:
    """Make `register` ready to compare its meetings: all of them, so that a pair's sum is the same whatever is asked.

    Entries whose purpose and focus say the same are one voice where words and agreements are counted: what only copies say
    is no less rare for being copied.

    Args:
        register: The register.
        watch: Shows how far it is.
        topics: What looks for the register's themes in texts, where there is one already.
        also: Called with each meeting while `topics` has its texts at hand, so that they are analysed once for all that need them.
        like: Another state of the register, made ready before: what its meetings say isn't analysed again where they are the same.
    """
    other = like if like is not None and _reads_alike(register, like.topics) else None
    topics = topics or (other.topics if other is not None else Topics(register))
    meetings = list(register.meetings.values())
    house, mentions = house_words(register), Mentions(register)
    by_id: dict[str, Profile] = {}
    copies: dict[object, list[str]] = {}
    voices: dict[object, str] = {}
    document_frequency: Counter[str] = Counter()
    for meeting in watch(meetings, "Looking at what each meeting does"):
        texts = tuple(topics.texts(meeting))
        known = _known(meeting, register, other) if other is not None else None
        one = by_id[meeting.id] = known or profile(meeting, texts, register, topics, house)
        mentions.read(meeting, texts)
        if also is not None:
            also(meeting)
        copies.setdefault((one.areas, one.body) if one.body is not None else meeting.id, []).append(meeting.id)
        if voices.setdefault(one.body if one.body is not None else meeting.id, meeting.id) == meeting.id:
            document_frequency.update(set[str]().union(*(text.stems for text in texts)))
    counted = frequencies([by_id[id_] for id_ in voices.values()], document_frequency)
    scorer = Scorer(register, topics, by_id, counted, relations(register, meetings, mentions.found))
    return Comparison(scorer, {ids[0]: tuple(ids) for ids in copies.values()})
