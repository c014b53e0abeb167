"""The Python interface: the questions of the command line as functions that return values."""

from govreg.analysis.coverage import coverage
from govreg.analysis.diff.compare import compare
from govreg.analysis.duplicates.search import Query, find_duplicates
from govreg.analysis.load import load
from govreg.analysis.meetings_per_year import yearly_count
from govreg.analysis.organisation import organisation_profile
from govreg.analysis.overlaps import overlaps
from govreg.analysis.selection import Filters, select
from govreg.errors import GovregError
from govreg.model.audience import Audience
from govreg.session.check import check_register
from govreg.session.load import load_register

__all__ = [
    "Audience",
    "Filters",
    "GovregError",
    "Query",
    "check_register",
    "compare",
    "coverage",
    "find_duplicates",
    "load",
    "load_register",
    "organisation_profile",
    "overlaps",
    "select",
    "yearly_count",
]
