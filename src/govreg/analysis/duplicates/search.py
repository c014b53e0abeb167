"""Find the duplicates that are asked for: which pairs are shown, which are settled already, and which are layers of one subject."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from math import inf

from govreg.analysis.duplicates.comparison import EXCLUDED_KINDS, Comparison, build_comparison
from govreg.analysis.duplicates.groups import Settled, groups, settled
from govreg.analysis.duplicates.pairs import IdPair, pair_of
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

LAYERS = "layers"
"""How surely a pair is raised that is only listed, as two layers of one subject: less than any grade."""

_SURENESS = (LAYERS, *GRADES)


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
    """Only pairs with one of these meetings, which an earlier register doesn't have or has otherwise; None for any."""
    pair: IdPair | None = None
    """Only this pair."""
    known: Callable[[IdPair], str | None] = nothing_known
    """How surely a pair is raised already (`known_pairs`), which is shown only where it is surer now; None of any other."""

    @property
    def asks_for_all(self) -> bool:
        """Whether pairs of all kinds are wanted."""
        return self.everything or self.least is not None

    @property
    def is_narrow(self) -> bool:
        """Whether only pairs with some meetings are wanted."""
        return self.meeting is not None or self.among is not None or self.pair is not None

    def concerns(self, pair: IdPair) -> bool:
        """Whether a pair has the meetings that are asked for."""
        if self.pair is not None:
            return pair == self.pair
        return (self.meeting is None or self.meeting in pair) and (self.among is None or not self.among.isdisjoint(pair))


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


@dataclass(frozen=True)
class SearchResult:
    """What was found."""

    pairs: tuple[Pair, ...]
    comparison: Comparison
    query: Query
    weighed: tuple[ScoredPair, ...] = field(repr=False)
    """The pairs that the query concerns."""
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

    def rank(self, pair: Pair) -> int | None:
        """How many pairs of the register add up to as much, the pair itself among them; None for a weak pair.

        There may be more unless `Comparison.weighs_every_pair`.
        """
        return None if pair.grade == "weak" else bisect_right(self._totals, -pair.total)

    @cached_property
    def _totals(self) -> Sequence[float]:
        """Those of all pairs from the bar on, negative and rising; pairs that the query doesn't concern are weighed only for this."""
        query, bar = self.query, self.comparison.scale.bar
        others = self.comparison.pairs(bar, which=lambda pair: not query.concerns(pair)) if query.is_narrow else ()
        return sorted(-pair.total for pair in chain(self.weighed, others))

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
    search = _Search(comparison or build_comparison(register, watch), query, watch)
    raised, layers = search.raised, search.layers
    grade = search.comparison.scale.grade
    return SearchResult(
        tuple(map(search.answer, raised[: query.limit or MOST_PAIRS])),
        search.comparison,
        query,
        search.weighed,
        len(raised),
        0 if query.asks_for_all else sum(not pair.related or pair.layers for pair in search.found) - len(raised) - len(layers),
        sum(grade(pair.total) == "likely" for pair in raised),
        0 if query.asks_for_all else sum(pair.related and not pair.layers for pair in search.open),
        tuple(map(search.answer, layers[:MOST_PAIRS])),
        max(0, len(layers) - MOST_PAIRS),
    )


def known_pairs(comparison: Comparison, query: Query, watch: Tracker = untracked) -> Mapping[IdPair, str]:
    """How surely each pair that `query` asks for is raised, whatever its limit: by its grade, or as layers of one subject at most."""
    search = _Search(comparison, query, watch)
    return {(pair.a, pair.b): search.sureness(pair) for pair in (*search.raised, *search.layers)}


def score_pair(register: Register, a: str, b: str) -> SearchResult:
    """The whole sum for two meetings, also where they would not be raised."""
    comparison, query = build_comparison(register), Query(pair=pair_of(a, b))
    weighed = comparison.weigh(a, b)
    return SearchResult((_Search(comparison, query, untracked).answer(weighed),), comparison, query, (weighed,), 1, 0)


@dataclass(frozen=True)
class _Search:
    """Looks for the pairs that a query asks for, before any limit, and makes answers of them."""

    comparison: Comparison
    query: Query
    watch: Tracker

    @cached_property
    def found(self) -> Sequence[ScoredPair]:
        """Those to look at, settled ones and related ones too."""
        least = self.query.least if self.query.least is not None else 0.0
        known = (pair for pair in self.weighed if self._is_new(pair))
        return [pair for pair in known if self._score(pair) >= least and (self.query.asks_for_all or self._held(pair))]

    @cached_property
    def open(self) -> Sequence[ScoredPair]:
        """Those of them that no fresh verdict settles."""
        return [pair for pair in self.found if self.query.asks_for_all or not self._settled_by(pair)]

    @cached_property
    def raised(self) -> Sequence[ScoredPair]:
        """Those of them that are more than related."""
        return [pair for pair in self.open if self.query.asks_for_all or not pair.related]

    @cached_property
    def layers(self) -> Sequence[ScoredPair]:
        """Those of them that are layers of one subject, the most alike first; none where all kinds are asked for."""
        layers = () if self.query.asks_for_all else [pair for pair in self.open if pair.layers]
        return sorted(layers, key=lambda pair: -pair.alike)

    @cached_property
    def weighed(self) -> tuple[ScoredPair, ...]:
        """The pairs that the query concerns, whatever their kind."""
        least = -inf if self.query.asks_for_all else self.comparison.scale.bar
        return self.comparison.pairs(least, self.watch, self.query.concerns if self.query.is_narrow else None)

    def sureness(self, pair: ScoredPair) -> str:
        """The grade of a pair, or `LAYERS` where it is raised as layers of one subject only."""
        return LAYERS if pair.layers and not self.query.asks_for_all else self.comparison.scale.grade(pair.total)

    def _is_new(self, pair: ScoredPair) -> bool:
        """Whether a pair is not known, or less surely."""
        known = self.query.known((pair.a, pair.b))
        return known is None or _SURENESS.index(self.sureness(pair)) > _SURENESS.index(known)

    def _score(self, pair: ScoredPair) -> float:
        return self.comparison.scale.score(pair.total)

    def _held(self, pair: ScoredPair) -> bool:
        """Whether both are compared unasked: neither is about persons, over in a day or ended for a successor, nor have both ended."""
        meetings = self.comparison.register.meetings
        return (meetings[pair.a].live or meetings[pair.b].live) and not any(self._is_over(id_) for id_ in (pair.a, pair.b))

    def _is_over(self, id_: str) -> bool:
        meeting = self.comparison.register.meetings[id_]
        return meeting.kind in EXCLUDED_KINDS or (not meeting.live and id_ in self._succeeded)

    @cached_property
    def _succeeded(self) -> frozenset[str]:
        return frozenset(successors_by_meeting(self.comparison.register))

    @cached_property
    def _settled(self) -> Settled:
        return settled(verdicts(self.comparison.register))

    def _settled_by(self, pair: ScoredPair) -> tuple[str, str] | None:
        """The pair whose fresh verdict settles it."""
        return self._settled.by(pair.a, pair.b)

    @cached_property
    def _prints(self) -> dict[str, Print]:
        return {}

    def _print_of(self, id_: str) -> Print:
        """What a verdict rests on of one meeting, made ready once for all of its pairs."""
        if id_ not in self._prints:
            self._prints[id_] = print_of(self.comparison.register.meetings[id_])
        return self._prints[id_]

    def answer(self, pair: ScoredPair) -> Pair:
        """A pair as an answer."""
        parts = sorted(pair.parts.items(), key=lambda part: (-abs(part[1]), part[0]))
        return Pair(
            pair.a,
            pair.b,
            self._score(pair),
            pair.total,
            self.comparison.scale.grade(pair.total),
            "related" if pair.related else "duplicate",
            pair.layers,
            fingerprint_of(self._print_of(pair.a), self._print_of(pair.b)),
            self._settled.decided.get((pair.a, pair.b)),
            self._settled_by(pair),
            tuple(Part(signal, weight / HUNDREDTHS) for signal, weight in parts if weight > 0),
            tuple(Part(signal, weight / HUNDREDTHS) for signal, weight in parts if weight <= 0),
        )
