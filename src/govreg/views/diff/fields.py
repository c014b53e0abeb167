"""The sentences about a changed field of a meeting."""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from govreg.analysis.diff.compare import MeetingChange
from govreg.analysis.meetings_per_year import YearlyCount
from govreg.model.dates import in_words, last_day
from govreg.model.meeting import Meeting, Participant, Sender
from govreg.model.names import cut, listed
from govreg.model.register import Register
from govreg.views import terms

Item = TypeVar("Item", bound=Hashable)

_BEFORE = 3
"""How many words are kept before the first that differs, where a text is cut."""


@dataclass(frozen=True, slots=True)
class FieldContext:
    """Everything that the sentences about a change are made from."""

    register: Register
    """A register with the names of all entries of both sides."""
    before: Meeting
    """The entry as it was, with the ids of the newer register."""
    after: Meeting
    change: MeetingChange
    longest: int
    """How many characters of a text are quoted."""
    today: date
    """The date to report on."""


def _lead_moved(words: FieldContext) -> str:
    return f"lead {lead(words, words.after)}, was {lead(words, words.before)}"


def lead(words: FieldContext, entry: Meeting) -> str:
    """Who leads, or that this isn't known."""
    return terms.organisations(words.register, entry.leads) or entry.lead_kind.replace("-", " ")


def _support(words: FieldContext) -> str:
    return _in_and_out(
        words.before.support,
        words.after.support,
        "support adds {}",
        "support no longer lists {}",
        lambda ids: terms.organisations(words.register, ids),
    )


def _chair(words: FieldContext) -> str:
    before, after = (terms.chair(words.register, entry.chair) if entry.chair else "" for entry in (words.before, words.after))
    if before == after:
        return "other details of the chair"
    if not after:
        return f"chair no longer recorded; it was {before}"
    return f"chair {after}, was {before}" if before else f"chair recorded: {after}"


def _per_year(words: FieldContext) -> str:
    change = words.change
    old, new = (entry.frequency.text if entry.frequency else None for entry in (words.before, words.after))
    one, other = _number(change.yearly_before), _number(change.yearly_after)
    phrases = f" (“{new or '–'}”, was “{old or '–'}”)" if old != new else ""
    if one == other:
        return (
            f"frequency reworded{phrases}; the number of meetings a year is {'not known' if one == NOT_KNOWN else 'the same'}"
            if phrases
            else "frequency in individual areas"
        )
    planned = "" if change.counted_before or change.counted_after else "planned "
    was = "not known" if one == NOT_KNOWN else one.removesuffix(" a year")
    return f"{planned}{other}, was {was}{phrases}"


NOT_KNOWN = "number of meetings a year not known"
_CERTAINTY = {"at-least": "at least {} a year", "ambiguous": "{} a year by the usual reading", "varies": "about {} a year, as it varies"}


def _number(counted: YearlyCount | None) -> str:
    """How many meetings a year, in words."""
    if counted is None or counted.total is None:
        return NOT_KNOWN
    return _CERTAINTY.get(counted.certainty, "{} a year").format(terms.count(counted.total))


def frequency(entry: Meeting, counted: YearlyCount | None) -> str:
    """How often a meeting is held."""
    if (known := _number(counted)) != NOT_KNOWN:
        return known
    return f"“{entry.frequency.text}”, {NOT_KNOWN}" if entry.frequency and entry.frequency.text else "no frequency recorded"


def past_frequency(entry: Meeting, counted: YearlyCount | None) -> str:
    """How often a meeting was held."""
    known = _number(counted)
    return f"it came to {known}" if known != NOT_KNOWN else frequency(entry, counted)


def _seats(words: FieldContext) -> str:
    """Who is newly recorded as attending and who no longer is; “joined” and “left” only where a date says so."""
    before, after = words.before, words.after
    parts: list[str] = []
    new: list[str] = []
    removed: list[str] = []
    details: list[str] = []
    was, now = ({seat.sender: [one for _, one in seat.roles] for seat in entry.seats} for entry in (before, after))
    for sender in {**now, **was}:
        old_seats, new_seats = was.get(sender, []), now.get(sender, [])
        name = _sender(words, sender)
        if sender not in was:
            dated = [seat.from_ for seat in new_seats if seat.from_ and last_day(seat.from_) <= words.today]
            seats = listed([terms.seat(words.register, seat) for seat in new_seats])
            (parts if dated else new).append(f"{seats} joined {terms.when(min(dated))}" if dated else seats)
        elif sender not in now:
            dated = [seat.until for seat in old_seats if seat.until and last_day(seat.until) < words.today]
            (parts if dated else removed).append(f"{name} left {terms.when(max(dated))}" if dated else name)
        elif roles := _roles_changed(name, Counter(map(_as, old_seats)), Counter(map(_as, new_seats))):
            parts.append(roles)
        elif old_seats != new_seats:
            details.append(name)
    parts += [f"recorded for the first time: {listed(new)}"] * bool(new) + [f"no longer listed: {listed(removed)}"] * bool(removed)
    parts += [f"other details of {listed(details)}"] * bool(details)
    return "; ".join(parts) or "the order of its members"


def _roles_changed(name: str, old: Counter[str], new: Counter[str]) -> str:
    """The roles that a remaining organisation has gained and lost; empty if there are none."""
    added, removed = listed(sorted((new - old).elements())), listed(sorted((old - new).elements()))
    if added and removed:
        return f"{name} listed as {added}, was {removed}"
    return f"{name} also listed as {added}" if added else f"{name} no longer listed as {removed}" if removed else ""


def _as(seat: Participant) -> str:
    """The role in which somebody attends, and how if not as a member."""
    how = seat.attendance.replace("-", " ")
    return how if seat.role is None else seat.role if how == "member" else f"{seat.role} ({how})"


def _sender(words: FieldContext, sender: Sender) -> str:
    return terms.marked(words.register, sender[1]) if sender[0] == "meeting" else terms.organisation(words.register, sender[1])


def _purpose(words: FieldContext) -> str:
    old, new = words.before.purpose, words.after.purpose
    if not old or not new:
        return f"purpose recorded: {quoted(new, words)}" if new else f"purpose no longer recorded; it was {quoted(old or '', words)}"
    new, old = _from_where_they_differ(new, old, words.longest)
    return f"purpose {quoted(new, words)}, was {quoted(old, words)}"


def _from_where_they_differ(one: str, other: str, longest: int) -> tuple[str, str]:
    """Two texts, without the words with which both begin if they are too long to quote in full."""
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

    says = _in_and_out(old, new, "focus adds {}", "focus no longer lists {}", name)
    return says or "dates or themes of its focus"


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
    date = words.after.status_since if "status_since" in words.change.keys else None
    since = f" since {in_words(date)}" if date else ""
    return f"status {words.after.status or 'not stated'}{since}, was {words.before.status or 'not stated'}"


def _review(words: FieldContext) -> str:
    old, new = words.before.latest_review, words.after.latest_review
    if new is None:
        return "its review is no longer recorded"
    parts = []
    if new.recommendation and (old is None or (old.recommendation, old.into) != (new.recommendation, new.into)):
        into = f", its work into {meetings(words, new.into)}" if new.into else ""
        was = f"; before, to {old.recommendation}" if old is not None and old.recommendation not in (None, new.recommendation) else ""
        parts.append(f"recommended to {new.recommendation}{into}{was}")
    if (new.decided_on or new.decided_by) and (old is None or (old.decided_on, old.decided_by) != (new.decided_on, new.decided_by)):
        on, by = f" {terms.when(new.decided_on)}" if new.decided_on else "", f" by {new.decided_by}" if new.decided_by else ""
        parts.append(f"decided{on}{by}")
    if new.next_due and (old is None or old.next_due != new.next_due):
        parts.append(f"next review due {in_words(new.next_due)}")
    return "; ".join(parts) or "wording of its review"


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
    "reports_to": _ties("now recorded as reporting to {}", "no longer recorded as reporting to {}", "reports_to"),
    "links_to": _ties("now recorded as linked to {}", "no longer recorded as linked to {}", "links_to"),
    "supersedes": _ties("recorded as taking the place of {}", "no longer recorded as taking the place of {}", "supersedes"),
}
"""The function for the sentence about each field of an entry; `a_year` for the number of meetings a year."""


def _in_and_out(old: Collection[Item], new: Collection[Item], came: str, left: str, name: Callable[[Sequence[Item]], str]) -> str:
    """A sentence with the items that only `new` has, and one with those that only `old` has."""
    before, after = frozenset(old), frozenset(new)
    added, removed = [item for item in new if item not in before], [item for item in old if item not in after]
    return "; ".join([came.format(name(added))] * bool(added) + [left.format(name(removed))] * bool(removed))


def meetings(words: FieldContext, ids: Iterable[str]) -> str:
    """The titles of several meetings."""
    return listed([terms.marked(words.register, id_) for id_ in ids])


def quoted(text: str, words: FieldContext) -> str:
    """A text in quotes, cut where it is too long."""
    return f"“{cut(' '.join(text.split()), words.longest)}”"
