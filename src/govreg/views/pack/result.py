"""The results that a review pack is made of."""

from dataclasses import dataclass

from govreg.analysis.coverage import Coverage
from govreg.analysis.diff.compare import RegisterDiff
from govreg.analysis.duplicates.search import SearchResult
from govreg.analysis.load import LoadResult
from govreg.analysis.overlaps import PairsInCommon
from govreg.analysis.whatif.result import WhatIfResult
from govreg.diagnostics.finding import Finding
from govreg.model.settings import Paper
from govreg.views.diff.data import ComparedSides


@dataclass(frozen=True)
class PackResult:
    """The results of all the questions in a review pack."""

    paper: Paper
    """The texts of its cover."""
    duplicates: SearchResult
    overlaps: PairsInCommon
    findings: tuple[Finding, ...]
    recommended: WhatIfResult
    """The effect of carrying out every recommendation."""
    load: LoadResult
    load_then: LoadResult
    """The load after that."""
    coverage: Coverage
    changes: tuple[RegisterDiff, ComparedSides] | None = None
    """The changes since an earlier revision, if they were asked for."""
