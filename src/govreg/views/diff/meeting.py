"""The sentences about a changed meeting, fit for minutes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from govreg.analysis.diff.classify import ChangeKind, FieldChange, field_changes
from govreg.analysis.diff.compare import MeetingChange
from govreg.analysis.diff.match import Match, MatchReason
from govreg.analysis.succession import ENDINGS
from govreg.model import register as registers
from govreg.model.dates import in_words
from govreg.model.meeting import Meeting, Review
from govreg.model.names import listed
from govreg.model.register import Register
from govreg.views import terms
from govreg.views.diff.fields import SENTENCES, FieldContext, frequency, lead, meetings, past_frequency, quoted

_RECORDED = {
    "aliases": "other names",
    "lead_as_written": "the lead as written",
    "participants": "the order of its members",
    "participants_as_written": "who takes part, as written",
    "status_since": "since when it has its status",
    "status_reason": "the reason for its status",
    "purpose_as_written": "the purpose as written",
    "last_met": "when it last met",
    "next_meets": "when it meets next",
    "terms_of_reference": "terms of reference",
}
"""The names of fields whose changes are administrative."""


@dataclass(frozen=True, slots=True)
class ChangeSentence:
    """A sentence about the change of one meeting, and the kind of that change."""

    effect: ChangeKind
    key: str
    says: str


def named(*several: Register) -> Register:
    """A register with the names of all entries of `several`; where two have an entry, the later counts."""
    return Register(
        meetings=registers.meetings({id_: entry for register in several for id_, entry in register.meetings.items()}),
        organisations=registers.organisations({id_: entry for register in several for id_, entry in register.organisations.items()}),
        areas=registers.areas({id_: entry for register in several for id_, entry in register.areas.items()}),
        themes=registers.themes({id_: entry for register in several for id_, entry in register.themes.items()}),
    )


def change_sentences(
    change: MeetingChange, register: Register, before: Meeting | None, longest: int, today: date
) -> Iterator[ChangeSentence]:
    """The sentences about the change of one meeting; `before` is its entry as it was, with the ids of the newer register."""
    words = FieldContext(register, before or change.meeting, change.after or change.meeting, change, longest, today)
    recorded: list[str] = []
    for aspect in field_changes(change):
        if aspect.kind is ChangeKind.RECORD and aspect.key:
            recorded.append(_RECORDED.get(aspect.key, aspect.key.replace("_", " ")))
            continue
        says = _sentence(aspect, words)
        if says:
            yield ChangeSentence(aspect.kind, aspect.key, says)
    if recorded:
        yield ChangeSentence(ChangeKind.RECORD, "", listed(recorded))


def _sentence(aspect: FieldChange, words: FieldContext) -> str:
    match aspect.kind, aspect.key:
        case ChangeKind.STARTED, _:
            return _started(words)
        case ChangeKind.ENDED, _:
            return _ended(words)
        case ChangeKind.RENAMED, _:
            return _renamed(words)
        case ChangeKind.LIFE, "":
            return _unheld(words)
        case ChangeKind.RECORD, _:
            recorded = words.change.before is None
            return "recorded as ended" if recorded else "its entry, which had ended, is no longer in the register"
        case _, key:
            return SENTENCES[key](words)


_HELD_NOW: Mapping[str | None, tuple[str, str]] = {
    None: ("recorded for the first time", ""),
    "proposed": ("goes ahead", ": it was proposed"),
    "suspended": ("resumed", ": it was suspended"),
    "ended": ("held again", ": it had ended"),
}
"""How a meeting came to be held, by the status that it had; None where it had no entry."""


def _started(words: FieldContext) -> str:
    change, after = words.change, words.after
    state, was = _HELD_NOW[change.before.status if change.before is not None else None]
    form = "in shadow form" if after.status == "shadow" else ""
    dated = after.status_since if change.before is None or "status_since" in change.keys else None
    if dated:
        form = f", {form or after.status or 'held'} since {in_words(dated)}"
    elif form:
        form = f" {form}"
    parts = [
        f"{state}{form}{was}",
        f"led by {terms.lead(words.register, after)}" if after.leads else f"its lead is {lead(words, after)}",
    ]
    parts.append(frequency(after, change.counted_after))
    if change.predecessors:
        parts.append(f"it is recorded as the successor of {meetings(words, change.predecessors)}")
    return "; ".join(parts)


def _ended(words: FieldContext) -> str:
    change, after = words.change, words.change.after
    last = next((one for one in reversed(words.after.review) if one.recommendation in ENDINGS), None)
    into = meetings(words, change.successors)
    state = {"suspended": "suspended", "proposed": "only proposed now", "ended": "ended"}.get(after.status or "", "") if after else ""
    state = state or "no longer in the register"
    rest, over = "", after is None or after.status == "ended"
    if into and over and last is not None and last.recommendation == "merge":
        state = f"merged into {into}" if after is not None else f"no longer in the register; a review recommended to merge it into {into}"
    elif into:
        rest = f"; {into} {'is' if len(change.successors) == 1 else 'are'} recorded as its successor{'s' * (len(change.successors) > 1)}"
    elif over and change.lost_successors:
        rest = f"; its work was to go to {_lost(words)}"
    elif over:
        rest = "; where its work goes is not recorded"
    since = after.status_since if after is not None and "status_since" in change.keys else None
    when = f" {terms.when(since)}" if since else ""
    reason = _reason(after, last) if after is not None else None
    why = f"; because: {quoted(reason, words)}" if reason is not None else ""
    return f"{state}{when}{rest}; {past_frequency(words.before, change.counted_before)}{why}"


def _reason(after: Meeting, last: Review | None) -> str | None:
    """Why a meeting is no longer held: the reason for its status, else that of the review that recommended it."""
    return after.status_reason if after.status_reason is not None else last.reason if last is not None else None


def _lost(words: FieldContext) -> str:
    """The meetings that were to take the work on and can't, each with what became of it."""
    entries = [words.register.meetings[id_] for id_ in words.change.lost_successors]
    return listed(
        [f"{terms.marked(words.register, one.id)}, which {'is no longer in the register' if one.live else 'has ended'}" for one in entries]
    )


def _unheld(words: FieldContext) -> str:
    """The sentence about an entry of a meeting that isn't held, and that is new or gone."""
    entry = words.change.meeting
    if words.change.before is None:
        parts = [f"recorded for the first time, {entry.status}"]
        parts.append(f"led by {terms.lead(words.register, entry)}" if entry.leads else f"its lead is {lead(words, entry)}")
        return "; ".join([*parts, frequency(entry, words.change.yearly_after)])
    return f"no longer in the register; it was {entry.status}"


def _renamed(words: FieldContext) -> str:
    before, after, how = words.before, words.after, words.change.match
    old = words.change.before.id if words.change.before is not None else ""
    title = f"was called “{before.title}”" if before.title != after.title else ""
    id_ = f"its id was “{old}” and is “{after.id}”" if old != after.id else ""
    known = _why_same(words, how) if how is not None and title else ""
    return "; ".join(part for part in (title, id_, known) if part)


def _why_same(words: FieldContext, how: Match) -> str:
    match how.reason:
        case MatchReason.NAME:
            return "one entry has the other’s name"
        case MatchReason.SUPERSEDES:
            return "one entry says that it replaces the other"
        case MatchReason.TEXT:
            return "all else in the entry is the same"
        case _:
            members = [
                terms.marked(words.register, id_) if kind == "meeting" else terms.organisation(words.register, id_)
                for kind, id_ in how.members
            ]
            both = [f"list {listed(members)}"] * bool(members) + [
                f"say {listed([f'“{word}”' for word in how.words[:_MOST_WORDS]])}"
            ] * bool(how.words)
            return f"treated as the same meeting: {how.likeness or 0:.0%} alike in title and texts, and both {' and '.join(both)}"


_MOST_WORDS = 3
"""How many of the words that two texts share are named."""
