"""Find the duplicates that are asked for: which pairs are shown, which are settled already, and which are layers of one subject."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from govreg.analysis.duplicates.comparison import EXCLUDED_KINDS, Comparison, build_comparison
from govreg.analysis.duplicates.groups import Settled, groups, settled
from govreg.analysis.duplicates.pairs import IdPair
from govreg.analysis.duplicates.score import ScoredPair
from govreg.analysis.duplicates.signals import HUNDREDTHS, Signal
from govreg.analysis.duplicates.weights import GRADES
from govreg.analysis.duplicates.workstreams import Workstream, workstreams
from govreg.analysis.progress import Tracker, untracked
from govreg.analysis.succession import successors_by_meeting
from govreg.analysis.verdicts import CurrentVerdict, Print, fingerprint_of, print_of, verdicts
from govreg.model.register import Register

MOST_PAIRS = 10_000
"""How many pairs are shown at most where no limit is asked for: more are never read, and fill the memory."""


def nothing_known(_: IdPair) -> None:
    """No pair is known already."""


@dataclass(frozen=True, slots=True)
class Query:
    """Which pairs are wanted."""

    everything: bool = False
    """All kinds and grades, settled ones too."""
    least: float | None = None
    """All pairs from this score on, whatever their kind and whether settled; None means possible and likely duplicates."""
    limit: int = 0
    """How many at most; 0 for all, up to `MOST_PAIRS`."""
    meeting: str | None = None
    """Only pairs with this meeting."""
    among: frozenset[str] | None = None
    """Only pairs with one of these meetings; None for any."""
    known: Callable[[IdPair], str | None] = nothing_known
    """The grade of a pair that is known already, which is shown only where it is surer now; None of any other."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a sum: positive for one piece of work, negative against."""

    signal: Signal
    weight: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Two meetings, how alike their work is, and the parts that say so."""

    a: str
    b: str
    score: float
    total: float
    grade: str
    kind: str
    layers: bool
    """Whether they are two layers of one subject: county and district, board and forum."""
    fingerprint: str
    verdict: CurrentVerdict | None
    settled_by: tuple[str, str] | None
    """The pair whose fresh verdict settles this one, if any does."""
    evidence: tuple[Part, ...]
    """What speaks for one piece of work, the weightiest first."""
    against: tuple[Part, ...]
    rank: int | None
    """How many comparable pairs of the register add up to as much, this one among them; None for a weak pair.

    There may be more unless `Comparison.weighs_all_copies`."""


@dataclass(frozen=True)
class SearchResult:
    """What was found."""

    pairs: tuple[Pair, ...]
    comparison: Comparison
    raised: int
    """How many pairs there are to show, before any limit."""
    settled: int
    """How many pairs a fresh verdict keeps from being shown."""
    likely: int = 0
    """How many of the pairs raised are likely duplicates."""
    related: int = 0
    """How many pairs from the bar on are not shown because they are related at most, beside layers of one subject."""
    layers: tuple[Pair, ...] = ()
    """The pairs that are two layers of one subject, the most alike first, `MOST_PAIRS` at most; empty where all kinds were asked for."""
    more_layers: int = 0
    """How many more there are of these."""
    against: bool = False
    """Whether only what is new against an earlier register was asked for."""
    meeting: str | None = None
    """The meeting whose pairs alone were asked for, if one was."""
    least: float | None = None
    """The score from which on pairs were asked for, if one was."""

    @property
    def layers_in_all(self) -> int:
        """How many pairs are two layers of one subject, before any limit."""
        return len(self.layers) + self.more_layers

    @cached_property
    def workstreams(self) -> tuple[Workstream, ...]:
        """The work that several live meetings do."""
        return workstreams(self.comparison)

    @cached_property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Three or more of the meetings shown of which every two are a possible duplicate: they are decided together."""
        return groups([(pair.a, pair.b) for pair in self.pairs if pair.kind == "duplicate" and pair.grade != "weak"])


def find_duplicates(register: Register, query: Query, watch: Tracker = untracked, comparison: Comparison | None = None) -> SearchResult:
    """The duplicates of `register` that are asked for, by falling score; `comparison` is of that register, where there is one."""
    everything = query.everything or query.least is not None
    comparison = comparison or build_comparison(register, watch)
    answers = _Answers(comparison, settled(verdicts(register)))
    weighed = comparison.every_pair(watch) if everything else comparison.pairs(comparison.scale.bar, watch)
    wanted = [pair for pair in weighed if _is_wanted(pair, query, comparison)]
    least = query.least if query.least is not None else 0.0
    found = [pair for pair in wanted if comparison.scale.score(pair.total) >= least and (everything or answers.held(pair))]
    open_ = [pair for pair in found if everything or not answers.settled_by(pair)]
    raised = [pair for pair in open_ if everything or not pair.related]
    limit = query.limit or MOST_PAIRS
    totals = [-pair.total for pair in weighed]
    layers = () if everything else sorted((pair for pair in open_ if pair.layers), key=lambda pair: -pair.alike)
    return SearchResult(
        tuple(answers.pair(pair, totals) for pair in raised[:limit]),
        comparison,
        len(raised),
        0 if everything else sum(not pair.related or pair.layers for pair in found) - len(raised) - len(layers),
        sum(comparison.scale.grade(pair.total) == "likely" for pair in raised),
        0 if everything else sum(pair.related and not pair.layers for pair in open_),
        tuple(answers.pair(pair, totals) for pair in layers[:MOST_PAIRS]),
        max(0, len(layers) - MOST_PAIRS),
        query.among is not None,
        query.meeting,
        query.least,
    )


def score_pair(register: Register, a: str, b: str) -> SearchResult:
    """The whole sum for two meetings, also where they would not be raised."""
    comparison = build_comparison(register)
    pair = comparison.weigh(a, b)
    totals = [-one.total for one in comparison.pairs(comparison.scale.bar)] if pair.total >= comparison.scale.bar else []
    return SearchResult((_Answers(comparison, settled(verdicts(register))).pair(pair, totals),), comparison, 1, 0)


def _is_wanted(pair: ScoredPair, query: Query, comparison: Comparison) -> bool:
    if query.meeting is not None and query.meeting not in (pair.a, pair.b):
        return False
    if query.among is not None and pair.a not in query.among and pair.b not in query.among:
        return False
    than = query.known((pair.a, pair.b))
    return than is None or GRADES.index(comparison.scale.grade(pair.total)) > GRADES.index(than)


@dataclass(frozen=True)
class _Answers:
    """Turns weighed pairs into answers."""

    comparison: Comparison
    settled: Settled

    @cached_property
    def _prints(self) -> dict[str, Print]:
        return {}

    def print_of(self, id_: str) -> Print:
        """What a verdict rests on of one meeting, made ready once for all of its pairs."""
        if id_ not in self._prints:
            self._prints[id_] = print_of(self.comparison.register.meetings[id_])
        return self._prints[id_]

    def held(self, pair: ScoredPair) -> bool:
        """Whether both are compared unasked: neither is about persons, over in a day or ended for a successor, nor have both ended."""
        meetings = self.comparison.register.meetings
        return (meetings[pair.a].live or meetings[pair.b].live) and not any(self._is_over(id_) for id_ in (pair.a, pair.b))

    def _is_over(self, id_: str) -> bool:
        meeting = self.comparison.register.meetings[id_]
        return meeting.kind in EXCLUDED_KINDS or (not meeting.live and id_ in self._succeeded)

    @cached_property
    def _succeeded(self) -> frozenset[str]:
        return frozenset(successors_by_meeting(self.comparison.register))

    def settled_by(self, pair: ScoredPair) -> tuple[str, str] | None:
        """The pair whose fresh verdict settles it."""
        return self.settled.by(pair.a, pair.b)

    def pair(self, pair: ScoredPair, totals: Sequence[float]) -> Pair:
        """A pair as an answer; `totals` are those of all pairs from the bar on, negative and rising."""
        scale = self.comparison.scale
        parts = sorted(pair.parts.items(), key=lambda part: (-abs(part[1]), part[0]))
        grade = scale.grade(pair.total)
        return Pair(
            pair.a,
            pair.b,
            scale.score(pair.total),
            pair.total,
            grade,
            "related" if pair.related else "duplicate",
            pair.layers,
            fingerprint_of(self.print_of(pair.a), self.print_of(pair.b)),
            self.settled.decided.get((pair.a, pair.b)),
            self.settled_by(pair),
            tuple(Part(signal, weight / HUNDREDTHS) for signal, weight in parts if weight > 0),
            tuple(Part(signal, weight / HUNDREDTHS) for signal, weight in parts if weight <= 0),
            None if grade == "weak" else bisect_right(totals, -pair.total),
        )
