"""What became of one meeting, in sentences that can stand in minutes."""

from collections.abc import Iterator
from typing import NamedTuple

from govreg.analysis.diff.classify import ChangeKind, FieldChange, field_changes
from govreg.analysis.diff.compare import MeetingChange
from govreg.analysis.diff.match import MatchReason
from govreg.analysis.succession import ENDINGS
from govreg.model import register as registers
from govreg.model.dates import in_words
from govreg.model.meeting import Meeting
from govreg.model.names import listed
from govreg.model.register import Register
from govreg.views import terms
from govreg.views.diff.fields import SENTENCES, FieldContext, frequency_change, lead, meetings, quoted, times_met

_RECORDED = {
    "aliases": "other names",
    "lead_as_written": "the lead as written",
    "participants": "the order of its seats",
    "participants_as_written": "who takes part, as written",
    "status_since": "since when it has its status",
    "status_reason": "the reason for its status",
    "purpose_as_written": "the purpose as written",
    "last_met": "when it last met",
    "next_meets": "when it meets next",
    "terms_of_reference": "terms of reference",
}
"""What to call a key of which only the record tells."""


class ChangeSentence(NamedTuple):
    """A sentence about one meeting, and what the change means that it tells."""

    effect: ChangeKind
    key: str
    says: str


def named(*several: Register) -> Register:
    """A register that has a name for whatever one of `several` names, that of the last one that has it."""
    return Register(
        meetings=registers.meetings({id_: entry for register in several for id_, entry in register.meetings.items()}),
        organisations=registers.organisations({id_: entry for register in several for id_, entry in register.organisations.items()}),
        areas=registers.areas({id_: entry for register in several for id_, entry in register.areas.items()}),
        themes=registers.themes({id_: entry for register in several for id_, entry in register.themes.items()}),
    )


def change_sentences(change: MeetingChange, register: Register, before: Meeting | None, longest: int) -> Iterator[ChangeSentence]:
    """What became of one meeting; `before` is its entry as it was, with the ids of the register after."""
    words = FieldContext(register, before or change.meeting, change.after or change.meeting, change, longest)
    recorded: list[str] = []
    for aspect in field_changes(change):
        if aspect.kind is ChangeKind.RECORD and aspect.key:
            recorded.append(_RECORDED.get(aspect.key, aspect.key.replace("_", " ")))
            continue
        says = _says(aspect, words)
        if says:
            yield ChangeSentence(aspect.kind, aspect.key, says)
    if recorded:
        yield ChangeSentence(ChangeKind.RECORD, "", listed(recorded))


def _says(aspect: FieldChange, words: FieldContext) -> str:
    match aspect.kind, aspect.key:
        case ChangeKind.STARTED, _:
            return _started(words)
        case ChangeKind.ENDED, _:
            return _ended(words)
        case ChangeKind.RENAMED, _:
            return _renamed(words)
        case ChangeKind.RECORD, _:
            return (
                "entered as one that has ended" if words.change.before is None else "its entry, as one that had ended, is no longer there"
            )
        case _, key:
            return SENTENCES[key](words)


def _started(words: FieldContext) -> str:
    after, change = words.after, words.change
    state = {"proposed": "proposed", "shadow": "new, as a shadow", "suspended": "new, suspended"}.get(after.status or "", "new")
    if change.before is not None:
        state = "live again: it had ended"
    parts = [state, f"led by {terms.lead(words.register, after)}" if after.leads else f"its lead is {lead(words, after)}"]
    parts.append(frequency_change(after, change.counted_after))
    if change.predecessors:
        parts.append(f"it takes on the work of {meetings(words, change.predecessors)}")
    return "; ".join(parts)


def _ended(words: FieldContext) -> str:
    change = words.change
    last = next((one for one in reversed(words.after.review) if one.recommendation in ENDINGS), None)
    into = meetings(words, change.successors)
    if not into:
        state = "ended" if change.after is not None else "no longer in the register"
        rest = "; where its work goes is not said"
    elif last is not None and last.recommendation == "end":
        state, rest = "ended", f"; its work goes to {into}"
    else:
        state, rest = f"merged into {into}", ""
    since = words.after.status_since if "status_since" in change.keys else None
    when = f" {'on' if len(since) == len('2016-11-10') else 'in'} {in_words(since)}" if since else ""
    why = f"; because: {quoted(last.reason, words)}" if last is not None and last.reason and change.after is not None else ""
    return f"{state}{when}{rest}; {times_met(words.before, change.counted_before)}{why}"


def _renamed(words: FieldContext) -> str:
    before, after, how = words.before, words.after, words.change.match
    old = words.change.before.id if words.change.before is not None else ""
    title = f"was called “{before.title}”" if before.title != after.title else ""
    id_ = f"its id was “{old}” and is “{after.id}”" if old != after.id else ""
    known = ""
    if how is not None and title:
        known = {
            MatchReason.SAID: "a name or an entry says that it is the same",
            MatchReason.TEXT: "all else that it says is the same",
            MatchReason.ALIKE: f"taken for the same: title and texts are {how.likeness or 0:.0%} alike",
        }[how.reason]
    return "; ".join(part for part in (title, id_, known) if part)
