"""The gaps of an entry: what a review needs and the entry doesn't state. Gaps are counted, not refused, as a stub is a valid entry."""

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from govreg.model.meeting import Meeting

Gap = Literal["lead", "frequency", "purpose", "review-date", "chair", "participants", "status"]

_IS_MISSING: Mapping[Gap, Callable[[Meeting], bool]] = {
    "lead": lambda meeting: meeting.lead_kind == "not-stated",
    "frequency": lambda meeting: meeting.frequency is None,
    "purpose": lambda meeting: meeting.purpose is None and meeting.purpose_as_written is None,
    "review-date": lambda meeting: not _has_review_date(meeting),
    "chair": lambda meeting: not meeting.has_chair,
    "participants": lambda meeting: not meeting.participants and meeting.participants_as_written is None,
    "status": lambda meeting: meeting.status is None,
}
"""The gaps, those that a Board asks about first."""


def gaps(meeting: Meeting) -> tuple[Gap, ...]:
    """The gaps of `meeting`; none if it has ended, since these facts are no longer needed."""
    return tuple(gap for gap, is_missing in _IS_MISSING.items() if is_missing(meeting)) if meeting.live else ()


def count_gaps(meetings: Iterable[Meeting]) -> Mapping[Gap, int]:
    """How many of `meetings` have each gap; gaps that none has are left out."""
    found = [gaps(meeting) for meeting in meetings]
    counted: dict[Gap, int] = {gap: sum(gap in one for one in found) for gap in _IS_MISSING}
    return {gap: count for gap, count in counted.items() if count}


def _has_review_date(meeting: Meeting) -> bool:
    """Whether it says when it is to be reviewed: the meeting itself, or its terms of reference."""
    last, terms = meeting.latest_review, meeting.terms_of_reference
    return (last is not None and last.next_due is not None) or (terms is not None and terms.review_due is not None)
