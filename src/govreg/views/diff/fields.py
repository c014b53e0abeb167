"""What changed about one key of a meeting, in a sentence each."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from govreg.analysis.diff.compare import MeetingChange
from govreg.analysis.meetings_per_year import YearlyCount
from govreg.model.dates import in_words
from govreg.model.meeting import Meeting, Participant
from govreg.model.names import listed
from govreg.model.register import Register
from govreg.views import terms

Item = TypeVar("Item")

_BEFORE = 3
"""How many words stand before the first that differs, where a text is cut."""


class FieldContext(NamedTuple):
    """What the sentences about a change are made of."""

    register: Register
    """One that can name whatever either side names."""
    before: Meeting
    """The entry as it was, with the ids of the register after."""
    after: Meeting
    change: MeetingChange
    longest: int
    """How many characters of a text are quoted."""


def _lead_moved(words: FieldContext) -> str:
    return f"lead {lead(words, words.after)}, was {lead(words, words.before)}"


def lead(words: FieldContext, entry: Meeting) -> str:
    """Who leads, or that it is not known who."""
    return terms.organisations(words.register, entry.leads) or entry.lead_kind.replace("-", " ")


def _support(words: FieldContext) -> str:
    return _in_and_out(
        words.before.support,
        words.after.support,
        "supported by {}",
        "no longer supported by {}",
        lambda ids: terms.organisations(words.register, ids),
    )


def _chair(words: FieldContext) -> str:
    before, after = (terms.chair(words.register, entry.chair) if entry.chair else "" for entry in (words.before, words.after))
    if before == after:
        return "another person chairs"
    if not after:
        return f"who chairs is no longer stated; it was {before}"
    return f"chair {after}, was {before}" if before else f"chair {after}, was not stated"


def _per_year(words: FieldContext) -> str:
    old, new = (entry.frequency.text if entry.frequency else None for entry in (words.before, words.after))
    one, other = _number(words.change.counted_before), _number(words.change.counted_after)
    phrases = f" (“{new or '–'}”, was “{old or '–'}”)" if old != new else ""
    if one == other:
        return f"how often is told otherwise{phrases}, which comes to the same" if phrases else "how often, area by area"
    return f"{other}, was {one.removesuffix(' a year')}{phrases}"


def _number(counted: YearlyCount | None) -> str:
    """How many meetings a year, in words."""
    return "not known" if counted is None or counted.total is None else terms.a_year_in_words(counted, " a year")


def frequency_change(entry: Meeting, counted: YearlyCount | None) -> str:
    """How often a meeting is held."""
    if counted is not None and counted.total is not None:
        return terms.a_year_in_words(counted, " a year")
    return f"“{entry.frequency.text}”, no number a year" if entry.frequency and entry.frequency.text else "how often is not stated"


def times_met(entry: Meeting, counted: YearlyCount | None) -> str:
    """How often a meeting was held."""
    return (
        f"it came to {frequency_change(entry, counted)}"
        if counted is not None and counted.total is not None
        else frequency_change(entry, counted)
    )


def _seats(words: FieldContext) -> str:
    old, new = words.before.core_seats, words.after.core_seats
    came = [_seat(words, seat) for seat in words.after.participants if seat.sender in new - old]
    left = [_seat(words, seat) for seat in words.before.participants if seat.sender in old - new]
    parts = [f"{listed(came)} joined" if came else "", f"{listed(left)} left" if left else ""]
    stayed = old & new
    roles = [
        _seat(words, seat)
        for seat in words.after.participants
        if seat not in words.before.participants and (seat.sender in stayed or seat.sender not in new)
    ]
    gone = [
        _seat(words, seat)
        for seat in words.before.participants
        if seat not in words.after.participants and (seat.sender in stayed or seat.sender not in old)
    ]
    if roles == gone and roles:
        parts.append(f"other people or dates for {listed(roles)}")
    elif roles or gone:
        parts.append(f"now {listed(roles)}{f', was {listed(gone)}' if gone else ''}" if roles else f"no longer {listed(gone)}")
    return "; ".join(part for part in parts if part)


def _seat(words: FieldContext, seat: Participant) -> str:
    return terms.seat(words.register, seat)


def _purpose(words: FieldContext) -> str:
    old, new = words.before.purpose, words.after.purpose
    if not old or not new:
        return f"purpose stated: {quoted(new, words)}" if new else f"its purpose is no longer stated; it was {quoted(old or '', words)}"
    new, old = _from_where_they_differ(new, old, words.longest)
    return f"purpose {quoted(new, words)}, was {quoted(old, words)}"


def _from_where_they_differ(one: str, other: str, longest: int) -> tuple[str, str]:
    """Two texts without the words that both begin with, where they are too long to be quoted whole."""
    ours, theirs = one.split(), other.split()
    alike = next((at for at, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), min(len(ours), len(theirs)))
    skip = alike - _BEFORE
    if max(len(one), len(other)) <= longest or skip <= 0:
        return one, other
    return " ".join(("…", *ours[skip:])), " ".join(("…", *theirs[skip:]))


def _focus(words: FieldContext) -> str:
    old, new = ([(focus.text, focus.visibility) for focus in entry.focus] for entry in (words.before, words.after))

    def name(items: Sequence[tuple[str, str | None]]) -> str:
        return listed([quoted(text, words) + terms.internal(visibility) for text, visibility in items])

    says = _in_and_out(old, new, "now works on {}", "no longer on {}", name)
    return says or "the dates or themes of what it works on"


def _themes(words: FieldContext) -> str:
    names = words.register.themes
    return _in_and_out(
        words.before.themes,
        words.after.themes,
        "now tagged {}",
        "no longer tagged {}",
        lambda ids: listed([names[id_].name if id_ in names else id_ for id_ in ids]),
    )


def _areas(words: FieldContext) -> str:
    old, new = (terms.areas(words.register, entry) for entry in (words.before, words.after))
    return f"for {new}, was for {old}"


def _plain(key: str) -> Callable[[FieldContext], str]:
    """The sentence of a key that holds a word or a short text."""

    def says(words: FieldContext) -> str:
        old, new = (_word(getattr(entry, key)) for entry in (words.before, words.after))
        return f"{key.replace('_', ' ')} {new}, was {old}"

    return says


def _word(value: Any) -> str:  # noqa: ANN401 - a value of whatever key
    if value is None:
        return "not stated"
    return "yes" if value is True else "no" if value is False else listed(list(value)) if isinstance(value, tuple) else str(value)


def _secretariat(words: FieldContext) -> str:
    old, new = (terms.organisation(words.register, entry.secretariat or "") or "not stated" for entry in (words.before, words.after))
    return f"secretariat {new}, was {old}"


def _status(words: FieldContext) -> str:
    told = words.after.status_since if "status_since" in words.change.keys else None
    since = f" since {in_words(told)}" if told else ""
    return f"{words.after.status or 'its status is not stated'}{since}, was {words.before.status or 'not stated'}"


def _review(words: FieldContext) -> str:
    old, new = words.before.latest_review, words.after.latest_review
    if new is None:
        return "no review is recorded any more"
    parts = []
    if new.recommendation and (old is None or (old.recommendation, old.into) != (new.recommendation, new.into)):
        into = f", its work into {meetings(words, new.into)}" if new.into else ""
        was = f"; before, to {old.recommendation}" if old is not None and old.recommendation not in (None, new.recommendation) else ""
        parts.append(f"recommended to {new.recommendation}{into}{was}")
    if (new.decided_on or new.decided_by) and (old is None or (old.decided_on, old.decided_by) != (new.decided_on, new.decided_by)):
        on, by = f" on {in_words(new.decided_on)}" if new.decided_on else "", f" by {new.decided_by}" if new.decided_by else ""
        parts.append(f"decided{on}{by}")
    if new.next_due and (old is None or old.next_due != new.next_due):
        parts.append(f"next review due {in_words(new.next_due)}")
    return "; ".join(parts) or "what its review says"


def _ties(one: str, none: str, key: str) -> Callable[[FieldContext], str]:
    def says(words: FieldContext) -> str:
        return _in_and_out(
            getattr(words.before, key),
            getattr(words.after, key),
            one,
            none,
            lambda ids: listed([terms.sender(words.register, id_) for id_ in ids]),
        )

    return says


SENTENCES: Mapping[str, Callable[[FieldContext], str]] = {
    "lead": _lead_moved,
    "support": _support,
    "chair": _chair,
    "a_year": _per_year,
    "participants": _seats,
    "purpose": _purpose,
    "focus": _focus,
    "themes": _themes,
    "areas": _areas,
    "kind": _plain("kind"),
    "level": _plain("level"),
    "statutory": _plain("statutory"),
    "status": _status,
    "review": _review,
    "secretariat": _secretariat,
    "quorum": _plain("quorum"),
    "duration": _plain("duration"),
    "instances": _plain("instances"),
    "visibility": _plain("visibility"),
    "reports_to": _ties("now reports to {}", "no longer to {}", "reports_to"),
    "links_to": _ties("now linked to {}", "no longer to {}", "links_to"),
    "supersedes": _ties("took the place of {}", "no longer said to have taken the place of {}", "supersedes"),
}
"""For each key of an entry the sentence that tells of its change; `a_year` for what how often comes to."""


def _in_and_out(old: Iterable[Item], new: Iterable[Item], came: str, left: str, name: Callable[[Sequence[Item]], str]) -> str:
    """What is in `new` and not in `old`, and the other way round."""
    before, after = list(old), list(new)
    fresh, gone = [item for item in after if item not in before], [item for item in before if item not in after]
    return "; ".join([came.format(name(fresh))] * bool(fresh) + [left.format(name(gone))] * bool(gone))


def meetings(words: FieldContext, ids: Iterable[str]) -> str:
    """What to call several meetings."""
    return listed([terms.marked(words.register, id_) for id_ in ids])


def quoted(text: str, words: FieldContext) -> str:
    """A text in quotes, cut where it is too long."""
    whole = " ".join(text.split())
    return f"“{whole if len(whole) <= words.longest else whole[: words.longest - 1] + '…'}”"
