"""What reviewers decided of pairs of meetings, and whether it still holds: the entries may say something else by now."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from govreg.model.meeting import Meeting
from govreg.model.register import Register
from govreg.model.verdict import Verdict

_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Held:
    """The last verdict on a pair, and whether it is stale: given on entries that said something else."""

    verdict: Verdict
    stale: bool


def verdicts(register: Register) -> Mapping[tuple[str, str], Held]:
    """The last verdict on each pair of meetings that the register has."""
    found: dict[tuple[str, str], Held] = {}
    for verdict in register.verdicts:
        a, b = verdict.meetings
        if a in register.meetings and b in register.meetings:
            now = fingerprint(register.meetings[a], register.meetings[b])
            found[a, b] = Held(verdict, stale=verdict.of != now)
    return found


def fingerprint(one: Meeting, other: Meeting) -> str:
    """What two entries say that a verdict rests on, in short: the same whatever the order, another once they say otherwise.

    It covers title, aliases, purpose, focus, lead, participants and areas; not dates, notes or names of people.
    """
    said = sorted((_said(one), _said(other)))
    digest = sha256("\n".join(said).encode()).hexdigest()
    return f"1:{digest[:_DIGITS]}"


def _said(meeting: Meeting) -> str:
    participants = sorted([*seat.sender, seat.role or "", seat.attendance] for seat in meeting.participants)
    return json.dumps(
        [
            meeting.title,
            sorted(meeting.aliases),
            meeting.purpose,
            sorted(focus.text for focus in meeting.focus),
            sorted(meeting.leads) or meeting.lead_kind,
            participants,
            sorted(meeting.areas),
        ],
        ensure_ascii=False,
    )
