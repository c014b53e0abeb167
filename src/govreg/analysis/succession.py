"""Which meeting took whose place: recorded by the successor (`supersedes`) or by the predecessor's review (`into`)."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from govreg.model.location import KeyPath
from govreg.model.register import Register

ENDINGS = ("merge", "end")


class Succession(NamedTuple):
    """The record that `after` takes on the work of `before`."""

    before: str
    after: str
    source: str
    """The meeting whose entry says so."""
    path: KeyPath
    """The way in that entry to where it says so."""
    proposed: bool
    """Whether it is only recommended so far: no decision is recorded, and the predecessor has not ended."""


def successions(register: Register) -> Iterator[Succession]:
    """Every succession that the register records, in the order of the ids; one recorded by both meetings comes twice."""
    for meeting in register.meetings.values():
        for index, before in enumerate(meeting.supersedes):
            if before in register.meetings and before != meeting.id:
                yield Succession(before, meeting.id, meeting.id, ("supersedes", index), proposed=meeting.status == "proposed")
        for index, review in enumerate(meeting.review):
            for place, after in enumerate(review.into):
                if after in register.meetings and after != meeting.id and review.recommendation in (*ENDINGS, None):
                    proposed = review.decided_on is None and meeting.live
                    yield Succession(meeting.id, after, meeting.id, ("review", index, "into", place), proposed)


def successors_by_meeting(register: Register) -> Mapping[str, frozenset[str]]:
    """The meetings that took on the work of each meeting, or are due to."""
    found: dict[str, set[str]] = {}
    for one in successions(register):
        found.setdefault(one.before, set()).add(one.after)
    return {before: frozenset(after) for before, after in found.items()}
