"""A meeting as data for machines: the keys of its file with the short forms written out, and what follows from them."""

from typing import Any

from govreg.analysis.meetings_per_year import number, yearly_count
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
