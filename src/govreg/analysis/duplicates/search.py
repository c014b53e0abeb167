"""What a reviewer asks of a register about duplicates, and what comes of it: pairs with their evidence, and workstreams."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from govreg.analysis.duplicates.comparison import EXCLUDED_KINDS, Comparison, Tracker, build_comparison, untracked
from govreg.analysis.duplicates.evidence import Evidence, EvidenceText
from govreg.analysis.duplicates.score import ScoredPair
from govreg.analysis.duplicates.weights import GRADES, POSSIBLE, grade_of, total_of
from govreg.analysis.duplicates.workstreams import Workstream, workstreams
from govreg.analysis.verdicts import CurrentVerdict, Print, fingerprint_of, print_of, verdicts
from govreg.model.register import Register

MOST_TOLD = 20_000
"""How many pairs are told with their evidence where no limit is asked for: more are never read, and fill the memory."""


@dataclass(frozen=True, slots=True)
class Query:
    """Which pairs are wanted."""

    everything: bool = False
    """All kinds and grades, settled ones too."""
    least: float | None = None
    """All pairs from this score on, whatever their kind and whether settled; None means possible and likely duplicates."""
    limit: int = 0
    """How many at most; 0 for all, up to `MOST_TOLD`."""
    meeting: str | None = None
    """Only pairs with this meeting."""
    among: frozenset[str] | None = None
    """Only pairs with one of these meetings; None for any."""
    known: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Pairs that are known already, with their grade: shown only where they are surer now."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two meetings, how alike their work is, and all that says so."""

    a: str
    b: str
    score: float
    total: float
    grade: str
    kind: str
    fingerprint: str
    verdict: CurrentVerdict | None
    evidence: tuple[Evidence, ...]
    """What speaks for one piece of work."""
    against: tuple[Evidence, ...]


@dataclass(frozen=True)
class SearchResult:
    """What was found."""

    pairs: tuple[Pair, ...]
    comparison: Comparison
    raised: int
    """How many pairs there are to show, before any limit."""
    settled: int
    """How many pairs a fresh verdict keeps from being shown."""
    against: bool = False
    """Whether only what is new against an earlier register was asked for."""

    @cached_property
    def workstreams(self) -> tuple[Workstream, ...]:
        """The work that several live meetings do."""
        return workstreams(self.comparison)


def find_duplicates(register: Register, query: Query, watch: Tracker = untracked) -> SearchResult:
    """The duplicates of `register` that are asked for, by falling score."""
    everything = query.everything or query.least is not None
    comparison = build_comparison(register, watch)
    decided = verdicts(register)
    weighed = comparison.every_pair(watch) if everything else comparison.pairs(total_of(POSSIBLE), watch)
    if query.meeting is not None:
        weighed = tuple(pair for pair in weighed if query.meeting in (pair.a, pair.b))
    if query.among is not None:
        weighed = tuple(pair for pair in weighed if pair.a in query.among or pair.b in query.among)
    weighed = tuple(pair for pair in weighed if _surer(grade_of(pair.score), query.known.get((pair.a, pair.b))))
    least = query.least if query.least is not None else 0.0 if everything else POSSIBLE
    raised = [pair for pair in weighed if pair.score >= least and (everything or _open(pair, register))]
    settled = [pair for pair in raised if _settled(pair, decided)]
    if not everything:
        raised = [pair for pair in raised if not _settled(pair, decided)]
    chosen = raised[: query.limit or MOST_TOLD]
    teller = EvidenceText(comparison.known, comparison.ties)
    prints = {id_: print_of(register.meetings[id_]) for id_ in {id_ for pair in chosen for id_ in (pair.a, pair.b)}}
    told = tuple(_pair(pair, prints, teller, decided) for pair in chosen)
    return SearchResult(told, comparison, len(raised), 0 if everything else len(settled), query.among is not None)


def score_pair(register: Register, a: str, b: str) -> Pair:
    """The whole sum for two meetings, also where they would not be raised."""
    comparison = build_comparison(register)
    prints = {id_: print_of(register.meetings[id_]) for id_ in (a, b)}
    return _pair(comparison.weigh(a, b), prints, EvidenceText(comparison.known, comparison.ties), verdicts(register))


def _open(pair: ScoredPair, register: Register) -> bool:
    """Whether a pair is raised unasked: two rooms without a good reason, and none that is about persons or over in a day."""
    return not pair.related and not any(register.meetings[id_].kind in EXCLUDED_KINDS for id_ in (pair.a, pair.b))


def _surer(grade: str, than: str | None) -> bool:
    """Whether a pair is surer than it was known to be."""
    return than is None or GRADES.index(grade) > GRADES.index(than)


def _settled(pair: ScoredPair, decided: Mapping[tuple[str, str], CurrentVerdict]) -> bool:
    held = decided.get((pair.a, pair.b))
    return held is not None and not held.stale


def _pair(pair: ScoredPair, prints: Mapping[str, Print], teller: EvidenceText, decided: Mapping[tuple[str, str], CurrentVerdict]) -> Pair:
    pieces = teller.evidence(pair)
    return Pair(
        pair.a,
        pair.b,
        pair.score,
        pair.total,
        grade_of(pair.score),
        "related" if pair.related else "duplicate",
        fingerprint_of(prints[pair.a], prints[pair.b]),
        decided.get((pair.a, pair.b)),
        tuple(piece for piece in pieces if piece.weight > 0),
        tuple(piece for piece in pieces if piece.weight < 0),
    )
