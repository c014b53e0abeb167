"""Which meeting took whose place: said by the successor (`supersedes`) or by the predecessor's review (`into`)."""

from collections.abc import Iterator
from dataclasses import dataclass

from govreg.model.finding import Path
from govreg.model.meeting import Meeting
from govreg.model.register import Register

ENDINGS = ("merge", "end")


@dataclass(frozen=True, slots=True)
class Succession:
    """That `after` takes the work of `before` on."""

    before: str
    after: str
    said_by: str
    """The meeting whose entry says so."""
    path: Path
    """The way in that entry to where it says so."""
    proposed: bool
    """Whether it is only recommended so far: no decision is recorded, and the predecessor has not ended."""


def successions(register: Register) -> Iterator[Succession]:
    """Every succession that the register tells, in the order of the ids; one told from both sides comes twice."""
    for meeting in register.meetings.values():
        for index, before in enumerate(meeting.supersedes):
            if before in register.meetings and before != meeting.id:
                yield Succession(before, meeting.id, meeting.id, ("supersedes", index), proposed=meeting.status == "proposed")
        for index, review in enumerate(meeting.review):
            for place, after in enumerate(review.into):
                if after in register.meetings and after != meeting.id and review.recommendation in (*ENDINGS, None):
                    proposed = review.decided_on is None and meeting.live
                    yield Succession(meeting.id, after, meeting.id, ("review", index, "into", place), proposed)


def home_of(meeting: Meeting, register: Register) -> frozenset[str]:
    """The meetings that took the work of `meeting` on, or are to."""
    return frozenset(one.after for one in successions(register) if one.before == meeting.id)
