"""In which months meetings are held, where their frequency settles it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from govreg.analysis.frequency import Certainty
from govreg.analysis.meetings_per_year import yearly_count
from govreg.model.meeting import Meeting
from govreg.model.register import Register


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


def months_of(meeting: Meeting, register: Register) -> tuple[int, ...]:
    """The months in which every instance of `meeting` is held, once in each; empty where its frequency leaves any of them open."""
    counted = yearly_count(meeting, register)
    months = counted.understood.months
    settled = counted.certainty is Certainty.EXACT and counted.per_year == len(months)
    return months if settled and counted.total == Fraction(len(months) * counted.instances) else ()


def month_counts(meetings: Iterable[Meeting], register: Register) -> MonthCounts:
    """How many of `meetings` fall in each month."""
    by_month: Counter[int] = Counter()
    known: list[str] = []
    unknown: list[str] = []
    for meeting in meetings:
        months = months_of(meeting, register)
        (known if months else unknown).append(meeting.id)
        by_month.update(dict.fromkeys(months, yearly_count(meeting, register).instances if months else 0))
    return MonthCounts(dict(sorted(by_month.items())), tuple(known), tuple(unknown))
