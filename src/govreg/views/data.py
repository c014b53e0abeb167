"""Data for machines: a meeting with the keys of its file in full and derived values; sums and ranges."""

from typing import Any

from govreg.analysis.meetings_per_year import YearlyTotal, number, yearly_count
from govreg.analysis.ranges import Range
from govreg.model.location import meeting_file
from govreg.model.meeting import Meeting
from govreg.model.register import Register


def meeting_data(meeting: Meeting, register: Register) -> dict[str, Any]:
    """`meeting` as the contract has it."""
    written = meeting.model_dump(by_alias=True, exclude_unset=True, warnings="none")
    if len(meeting.review) == 1:
        written["review"] = written["review"][0]
    counted = yearly_count(meeting, register)
    return {
        "id": written.pop("id"),
        **written,
        "leads": list(meeting.leads),
        "lead_kind": meeting.lead_kind,
        "per_year": number(counted.per_year),
        "per_year_total": number(counted.total),
        "per_year_certainty": counted.certainty.value,
        "held": meeting.is_held,
        "file": meeting_file(meeting.id),
    }


def total_data(total: YearlyTotal) -> dict[str, Any]:
    """A sum of meetings a year."""
    return {
        "per_year": number(total.per_year),
        "per_year_low": number(total.low),
        "per_year_high": number(total.high),
        "per_year_certainty": total.certainty.value,
        "unknown": total.unknown,
    }


def range_data(found: Range | None) -> dict[str, Any] | None:
    """A range: its least and its most, null where it has no such limit."""
    return {"least": number(found.least), "most": number(found.most)} if found is not None else None
