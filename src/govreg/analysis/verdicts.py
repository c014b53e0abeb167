"""Verdicts on pairs of meetings, and whether they are stale: the entries may have changed since."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from govreg.model.dates import last_day
from govreg.model.markers import Judged, marked
from govreg.model.meeting import Meeting
from govreg.model.names import listed
from govreg.model.register import Register
from govreg.model.verdict import Verdict

_FORM = "1:"
_WHOLE, _EACH = 16, 3
"""Digits of the sum over all that a verdict rests on, and of each part's, which only have to say what changed."""

PARTS = tuple(key for key, _ in sorted(marked(Meeting, Judged).items(), key=lambda item: item[1].place))
"""The fields that a verdict rests on, of each of the two meetings, in the order of their digests."""


@dataclass(frozen=True, slots=True)
class CurrentVerdict:
    """The last verdict on a pair, and whether it is stale because the entries have changed since."""

    verdict: Verdict
    stale: bool
    changed: tuple[str, ...] = ()
    """The parts that have changed since, in the words of `PARTS`; empty if the verdict has no fingerprint."""

    @property
    def why_stale(self) -> str:
        """Why a stale verdict has to be looked at again, as a clause: `the title and the purpose have changed since`."""
        if self.verdict.of is None:
            return "it does not record the texts that it was given on (`of`)"
        named = listed([f"the {part}" for part in self.changed]) or "the entries"
        return f"{named} {'has' if len(self.changed) == 1 else 'have'} changed since"


class State(StrEnum):
    """The state of a verdict."""

    HELD = "held"
    STALE = "stale"
    OVERDUE = "overdue"
    UNFINISHED = "unfinished"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class VerdictStatus:
    """The last verdict on a pair, and its states: valid, or everything that has to be done about it."""

    verdict: Verdict
    states: tuple[State, ...]
    current: CurrentVerdict | None = None
    """The verdict beside the entries as they are; None where one of them is not in the register."""


def verdicts(register: Register) -> Mapping[tuple[str, str], CurrentVerdict]:
    """The last verdict on each pair of meetings that the register has."""
    return {pair: _current(verdict, register) for pair, verdict in last(register).items() if all(id_ in register.meetings for id_ in pair)}


def last(register: Register) -> Mapping[tuple[str, str], Verdict]:
    """The last verdict on each pair, also where one of the two is not in the register."""
    return {verdict.meetings: verdict for verdict in register.verdicts}


def verdict_statuses(register: Register, today: date) -> tuple[VerdictStatus, ...]:
    """The state of the last verdict on each pair, by the two meetings."""
    held = verdicts(register)
    return tuple(_verdict_status(verdict, held.get(pair), register, today) for pair, verdict in sorted(last(register).items()))


def _verdict_status(verdict: Verdict, held: CurrentVerdict | None, register: Register, today: date) -> VerdictStatus:
    if held is None:
        return VerdictStatus(verdict, (State.ORPHANED,))
    states = []
    if held.stale:
        states.append(State.STALE)
    if verdict.review_by is not None and last_day(verdict.review_by) < today:
        states.append(State.OVERDUE)
    if verdict.verdict == "duplicate" and all(register.meetings[id_].live for id_ in verdict.meetings):
        states.append(State.UNFINISHED)
    return VerdictStatus(verdict, tuple(states) or (State.HELD,), held)


def _current(verdict: Verdict, register: Register) -> CurrentVerdict:
    a, b = verdict.meetings
    now = fingerprint(register.meetings[a], register.meetings[b])
    return CurrentVerdict(verdict, verdict.of != now, _changed(verdict.of or "", now) if verdict.of != now else ())


def restated(verdict: Verdict, whole: Register, part: Register) -> Verdict:
    """`verdict` on two meetings of `whole` as one on the same two in `part`, which has less of them: a current one stays current."""
    one, other = verdict.meetings
    if verdict.of is None or verdict.of != fingerprint(whole.meetings[one], whole.meetings[other]):
        return verdict
    return verdict.model_copy(update={"of": fingerprint(part.meetings[one], part.meetings[other])})


def fingerprint(one: Meeting, other: Meeting) -> str:
    """The fingerprint of two entries, which changes once they say something else; their order doesn't matter.

    It covers title, aliases, purpose, focus, lead, participants and areas; not dates, notes or people's names. After the hash of
    all of it come a few digits for each part of each entry, which show what changed.
    """
    return fingerprint_of(print_of(one), print_of(other))


Print = tuple[list[str], bytes, str]
"""The parts of one entry that a verdict rests on, the same as JSON, and the digits of each."""


def print_of(meeting: Meeting) -> Print:
    """One entry's share in the fingerprints of its pairs."""
    contents = _contents(meeting)
    return contents, _json(contents), "".join(_sum(_json(part), _EACH) for part in contents)


def fingerprint_of(one: Print, other: Print) -> str:
    """The fingerprint of two entries."""
    (_, contents, digits), (_, other_contents, other_digits) = sorted((one, other))
    return _FORM + _sum(b"[%b, %b]" % (contents, other_contents), _WHOLE) + digits + other_digits


def _changed(then: str, now: str) -> tuple[str, ...]:
    """Which parts differ between two fingerprints, taking the two entries in the order in which fewer do."""
    if len(then) != len(now):
        return ()
    one, other = _parts(then)
    return min(
        (tuple(_differing((one, other), _parts(now))), tuple(_differing((other, one), _parts(now)))),
        key=len,
    )


def _parts(of: str) -> tuple[list[str], list[str]]:
    """The digits of each part of the two entries."""
    digits = of[len(_FORM) + _WHOLE :]
    parts = [digits[at : at + _EACH] for at in range(0, len(digits), _EACH)]
    return parts[: len(PARTS)], parts[len(PARTS) :]


def _differing(then: tuple[list[str], list[str]], now: tuple[list[str], list[str]]) -> Iterator[str]:
    for index, name in enumerate(PARTS):
        if any(before[index] != after[index] for before, after in zip(then, now, strict=True)):
            yield name


def _sum(content: bytes, digits: int) -> str:
    from hashlib import sha256  # noqa: PLC0415 - OpenSSL takes long to load, and a register without verdicts doesn't need it

    return sha256(content).hexdigest()[:digits]


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _contents(meeting: Meeting) -> list[str]:
    """What a verdict rests on, in the order of `PARTS`, each as one text."""
    participants = sorted([*seat.sender, seat.role or "", seat.attendance] for seat in meeting.participants)
    values = {
        "title": meeting.title,
        "aliases": sorted(meeting.aliases),
        "purpose": meeting.purpose,
        "focus": sorted(focus.text for focus in meeting.focus),
        "lead": sorted(meeting.leads) or meeting.lead_kind,
        "participants": participants,
        "areas": sorted(meeting.areas),
    }
    return [json.dumps(values[part], ensure_ascii=False) for part in PARTS]
