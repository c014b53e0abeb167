"""The months in which meetings are held, as far as their frequencies settle them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from govreg.analysis.frequency import Certainty
from govreg.analysis.meetings_per_year import YearlyCount


@dataclass(frozen=True, slots=True)
class MonthCounts:
    """How many meetings fall in each month."""

    by_month: Mapping[int, int]
    """Month, 1 to 12 -> meetings held in it, instances counted; months without any are left out."""
    known: tuple[str, ...]
    """The meetings whose months are settled, by id."""
    unknown: tuple[str, ...]
    """Those whose frequency names no months or leaves some open; they are in no count."""

    @property
    def busiest(self) -> tuple[int, ...]:
        """The months with most meetings, in their order; none where nothing is known, or where all twelve have the same."""
        most = max(self.by_month.values(), default=0)
        found = tuple(month for month, count in sorted(self.by_month.items()) if count == most)
        return found if len(found) < _MONTHS else ()


_MONTHS = 12


def months_of(count: YearlyCount) -> tuple[int, ...]:
    """The months in which every instance of a meeting is held, once in each; empty where its frequency leaves any of them open."""
    months = count.understood.months
    settled = months and count.certainty is Certainty.EXACT and count.per_year == len(months)
    return months if settled and count.total == len(months) * count.instances else ()


def month_counts(counts: Mapping[str, YearlyCount]) -> MonthCounts:
    """How many meetings fall in each month, of those with `counts`, by id."""
    by_month: Counter[int] = Counter()
    known: list[str] = []
    unknown: list[str] = []
    for id_, count in counts.items():
        months = months_of(count)
        (known if months else unknown).append(id_)
        for month in months:
            by_month[month] += count.instances
    return MonthCounts(dict(sorted(by_month.items())), tuple(known), tuple(unknown))
