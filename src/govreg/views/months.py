"""In which months meetings are held, in words."""

from govreg.analysis.months import MonthCounts
from govreg.model.dates import MONTHS
from govreg.model.names import listed


def each_month(months: MonthCounts) -> str:
    """Every month with meetings, and how many: `March (2) and September (1)`."""
    return listed([f"{MONTHS[month - 1]} ({count:,})" for month, count in months.by_month.items()])


def busiest(months: MonthCounts) -> str:
    """The months with most meetings, and how many: `March and September (2 each)`; empty where none stands out."""
    found = months.busiest
    if not found:
        return ""
    each = " each" if len(found) > 1 else ""
    return f"{listed([MONTHS[month - 1] for month in found])} ({months.by_month[found[0]]:,}{each})"
