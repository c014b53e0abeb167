"""What a review pack is made of."""

from dataclasses import dataclass

from govreg.analysis.coverage import Coverage
from govreg.analysis.diff.compare import RegisterDiff
from govreg.analysis.duplicates.search import SearchResult
from govreg.analysis.load import LoadResult
from govreg.analysis.overlaps import Overlap
from govreg.analysis.whatif.result import WhatIfResult
from govreg.diagnostics.finding import Finding
from govreg.model.settings import Paper
from govreg.views.diff.data import ComparedSides


@dataclass(frozen=True)
class PackResult:
    """The answers that a review pack is made of."""

    paper: Paper
    """What its cover says."""
    duplicates: SearchResult
    overlaps: tuple[Overlap, ...]
    findings: tuple[Finding, ...]
    recommended: WhatIfResult
    """What it would come to if every recommendation were carried out."""
    load: LoadResult
    load_then: LoadResult
    """The load as it would be then."""
    coverage: Coverage
    changes: tuple[RegisterDiff, ComparedSides] | None = None
    """What changed since an earlier revision, where that was asked for."""
