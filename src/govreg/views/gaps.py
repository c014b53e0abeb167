"""The gaps of entries in words: counted for a review, named for one entry."""

from collections.abc import Iterable, Mapping

from govreg.analysis.gaps import Gap, count_gaps, gaps
from govreg.model.meeting import Meeting
from govreg.model.names import listed, many
from govreg.report import Column, Table

GAPS: Mapping[Gap, str] = {
    "lead": "stated lead",
    "frequency": "stated frequency",
    "purpose": "stated purpose",
    "review-date": "review date",
    "chair": "stated chair",
    "participants": "stated participants",
    "status": "stated status",
}
"""The words for what is missing, after “no”."""


def gap_table(meetings: Iterable[Meeting]) -> Table | None:
    """How many of `meetings` have each gap, and the command that lists them; None if there is no gap."""
    counted = count_gaps(meetings)
    if not counted:
        return None
    rows = tuple((f"No {GAPS[gap]}", count, f"govreg list --without {gap}") for gap, count in counted.items())
    return Table((Column("Gap", share=2), Column("Meetings", number=True, whole=True), Column("Listed by", whole=True)), rows)


def gap_sentence(meetings: Iterable[Meeting]) -> str:
    """The gaps in one sentence; empty where there are none."""
    live = [meeting for meeting in meetings if meeting.live]
    if len(live) == 1:
        missing = [f"no {GAPS[gap]}" for gap in gaps(live[0])]
        return f"Gaps: {listed(missing)}." if missing else ""
    counted = [f"{count:,} with no {GAPS[gap]}" for gap, count in count_gaps(live).items()]
    return f"Gaps: of {many(len(live), 'meeting')} that have not ended, {listed(counted)}." if counted else ""
