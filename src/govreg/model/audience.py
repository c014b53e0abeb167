"""Leaves out of a register the entries, parts and names that an audience may not see.

Views know nothing about audiences: their register has been through here. To see a part, an audience must be allowed to see both the
part and its meeting, so a part can only narrow its meeting's visibility. A hidden meeting is left out wherever an entry names it; a
file that couldn't be read may be of a hidden meeting, so its id is left out too. Prose is not searched for names.
"""

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import replace
from typing import Any, Literal, NamedTuple, TypeVar

from govreg.model.fields import Record
from govreg.model.location import VERDICTS, KeyPath, meeting_file
from govreg.model.meeting import VISIBILITIES, Meeting, Visibility
from govreg.model.names import fold
from govreg.model.register import LeftOut, Register
from govreg.model.settings import Settings

Persons = Literal["named", "numbered", "left out"]
Positions = Mapping[KeyPath, tuple[int, ...]]
"""For each list that lost items, where the items it still has are in the file."""

RecordT = TypeVar("RecordT", bound=Record)
HolderT = TypeVar("HolderT", bound=Record)
ItemT = TypeVar("ItemT")


class Audience(NamedTuple):
    """Who a report is for; without more, those who keep the register, who see everything."""

    visibility: Visibility = "internal"
    persons: Persons = "named"
    """Whether persons are named, numbered, or left out."""

    @property
    def is_internal(self) -> bool:
        """Whether it sees every entry."""
        return self.visibility == "internal"

    def may_see(self, visibility: Visibility | None) -> bool:
        """Whether it may see what is marked `visibility`; None adds nothing to what the meeting says."""
        return visibility is None or VISIBILITIES.index(visibility) <= VISIBILITIES.index(self.visibility)


class RedactedRegister(NamedTuple):
    """The part of a register that an audience may see."""

    register: Register
    positions: Mapping[str, Positions]
    """By file, where the items of shortened lists are in it."""


def for_audience(register: Register, audience: Audience, also_hidden: Iterable[str] = ()) -> RedactedRegister:
    """The part of `register` that `audience` may see; `also_hidden` are ids of meetings that it may not see for another reason."""
    hidden = {*also_hidden, *(id_ for id_, meeting in register.meetings.items() if not audience.may_see(meeting.visibility))}
    seen = {id_: meeting for id_, meeting in register.meetings.items() if id_ not in hidden}
    organisations = register.organisations.keys() - ((register.meetings.keys() | register.meetings.unread) - seen.keys())
    rename = rename_of(audience)
    entries: dict[str, Meeting] = {}
    positions: dict[str, Positions] = {}
    counts = {"meetings": len(register.meetings) - len(seen), "focus": 0, "seats": 0}
    for id_, meeting in seen.items():
        entry = _with_persons(meeting, rename)
        if not audience.is_internal:
            counts["focus"] += sum(not audience.may_see(focus.visibility) for focus in meeting.focus)
            counts["seats"] += sum(not audience.may_see(seat.visibility) for seat in meeting.participants)
            entry, kept = _for_outsiders(entry, audience, seen.keys(), organisations)
            if kept:
                positions[meeting_file(id_)] = kept
        entries[id_] = entry
    if audience.is_internal:
        same = not hidden and all(entry is register.meetings[id_] for id_, entry in entries.items())
        left_out = register if same else replace(register, meetings=replace(register.meetings, entries=entries))
        return RedactedRegister(left_out, positions)
    of_verdicts: dict[KeyPath, tuple[int, ...]] = {}
    verdicts = keep((), register.verdicts, lambda verdict: all(id_ in entries for id_ in verdict.meetings), of_verdicts)
    if of_verdicts:
        positions[VERDICTS] = of_verdicts
    outside = replace(
        register,
        meetings=replace(register.meetings, entries=entries, unread=frozenset()),
        verdicts=verdicts,
        settings=_without_rates(register.settings),
        unread=tuple(nameless(file) for file in register.unread),
        left_out=LeftOut(audience.visibility, **counts),
    )
    return RedactedRegister(outside, positions)


def _without_rates(settings: Settings) -> Settings:
    """`settings` without what an hour costs, which is the office's own."""
    if settings.load is None or not (settings.load.rates or settings.load.role_rates):
        return settings
    return with_values(settings, load=with_values(settings.load, rates={}, role_rates={}))


def closed_like(meeting: Meeting, other: Meeting, audience: Audience) -> Meeting:
    """`meeting`, whose parts are as closed to `audience` as they are in `other`, which is the same meeting at another time."""
    texts = {fold(focus.text): focus.visibility for focus in other.focus if not audience.may_see(focus.visibility)}
    seats = {(seat.sender, seat.role): seat.visibility for seat in other.participants if not audience.may_see(seat.visibility)}
    if not texts and not seats:
        return meeting
    focus = tuple(with_values(one, visibility=texts[fold(one.text)]) if fold(one.text) in texts else one for one in meeting.focus)
    participants = tuple(
        with_values(seat, visibility=seats[seat.sender, seat.role]) if (seat.sender, seat.role) in seats else seat
        for seat in meeting.participants
    )
    return with_values(meeting, focus=focus, participants=participants)


def _for_outsiders(meeting: Meeting, audience: Audience, seen: Container[str], organisations: Container[str]) -> tuple[Meeting, Positions]:
    """`meeting` without its parts that `audience` may not see and without the meetings that are not among `seen`.

    `organisations` are those whose ids no hidden meeting has.
    """
    kept: dict[KeyPath, tuple[int, ...]] = {}

    def receives(id_: str) -> bool:
        return id_ in seen or id_ in organisations

    reviews = []
    for index, review in enumerate(meeting.review):
        into = keep(("review", index, "into"), review.into, seen.__contains__, kept)
        reviews.append(review if into == review.into else with_values(review, into=into))
    shortened: dict[str, Any] = {
        "focus": keep(("focus",), meeting.focus, lambda focus: audience.may_see(focus.visibility), kept),
        "participants": keep(
            ("participants",),
            meeting.participants,
            lambda seat: audience.may_see(seat.visibility) and (seat.meeting is None or seat.meeting in seen),
            kept,
        ),
        "reports_to": keep(("reports_to",), meeting.reports_to, receives, kept),
        "links_to": keep(("links_to",), meeting.links_to, seen.__contains__, kept),
        "supersedes": keep(("supersedes",), meeting.supersedes, seen.__contains__, kept),
        "review": tuple(reviews),
    }
    if ("participants",) in kept:  # the source's own words name every seat
        shortened["participants_as_written"] = None
    changed = {key: value for key, value in shortened.items() if value != getattr(meeting, key)}
    return (with_values(meeting, **changed) if changed else meeting), kept


def keep(
    path: KeyPath, items: tuple[ItemT, ...], wanted: Callable[[ItemT], bool], kept: dict[KeyPath, tuple[int, ...]]
) -> tuple[ItemT, ...]:
    """The `items` of the list at `path` that are `wanted`; `kept` says where they were, if any is not."""
    places = tuple(index for index, item in enumerate(items) if wanted(item))
    if len(places) == len(items):
        return items
    kept[path] = places
    return tuple(items[index] for index in places)


Rename = Callable[[str], str | None]


def rename_of(audience: Audience) -> Rename | None:
    """What to call a person; None where names stay as they are."""
    if audience.persons == "named" and audience.visibility != "public":
        return None
    if audience.persons != "numbered":
        return lambda _: None
    numbers: dict[str, str] = {}
    return lambda name: numbers.setdefault(name, f"person {len(numbers) + 1}")


def _with_persons(meeting: Meeting, rename: Rename | None) -> Meeting:
    if rename is None:
        return meeting
    changed: dict[str, Any] = {}
    if meeting.chair is not None and meeting.chair.person is not None:
        changed["chair"] = with_person(meeting.chair, rename)
    if any(seat.person is not None for seat in meeting.participants):
        changed["participants"] = tuple(with_person(seat, rename) for seat in meeting.participants)
    return with_values(meeting, **changed) if changed else meeting


def with_person(holder: HolderT, rename: Rename) -> HolderT:
    """`holder`, which may have a `person`, with what to call that person."""
    person = getattr(holder, "person", None)
    return holder if person is None else with_values(holder, person=rename(person))


def with_values(record: RecordT, **values: Any) -> RecordT:  # noqa: ANN401 - values of any field
    """`record` with other values; a key left with nothing in it is as if it had never been there."""
    changed = record.model_copy(update=values)
    changed.model_fields_set.difference_update(key for key, value in values.items() if value in (None, ()))
    return changed


def nameless(file: str) -> str:
    """A file as an outsider may know it: in which folder it is, not which meeting it is about."""
    folder, slash, _ = file.partition("/")
    return f"{folder}/…" if slash else file
