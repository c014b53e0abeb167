"""The links of a meeting: who reports to it, what it feeds, what it replaced, and which meetings send someone to it."""

from dataclasses import dataclass

from govreg.analysis.succession import successions
from govreg.model.register import Register


@dataclass(frozen=True, slots=True)
class MeetingLinks:
    """The ids of the meetings to which a meeting is linked, by kind of link."""

    reported_by: tuple[str, ...]
    linked_from: tuple[str, ...]
    sends_to: tuple[str, ...]
    """Meetings that it sends someone to."""
    predecessors: tuple[str, ...]
    successors: tuple[str, ...]
    proposed: tuple[str, ...]
    """Those of predecessors and successors whose work is only recommended to go over: none has ended, nothing is decided."""


def meeting_links(register: Register, id_: str) -> MeetingLinks:
    """The links of the meeting `id_`, as the entries of other meetings record them."""
    others = [meeting for meeting in register.meetings.values() if meeting.id != id_]
    followed = list(successions(register))
    settled = {(one.before, one.after) for one in followed if not one.proposed}
    open_ = [(one.before, one.after) for one in followed if (one.before, one.after) not in settled]
    return MeetingLinks(
        reported_by=tuple(meeting.id for meeting in others if id_ in meeting.reports_to),
        linked_from=tuple(meeting.id for meeting in others if id_ in meeting.links_to),
        sends_to=tuple(meeting.id for meeting in others if any(seat.meeting == id_ for seat in meeting.participants)),
        predecessors=tuple(dict.fromkeys(one.before for one in followed if one.after == id_)),
        successors=tuple(dict.fromkeys(one.after for one in followed if one.before == id_)),
        proposed=tuple(dict.fromkeys(before if after == id_ else after for before, after in open_ if id_ in (before, after))),
    )
