"""The context of a check: a register, the minutes of its meetings, and the date."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from functools import cached_property
from typing import NamedTuple, TypeVar

from govreg.analysis.collectives import Collectives, collectives
from govreg.analysis.meetings_per_year import InstanceCount, instance_count
from govreg.model.columns import Column, columns
from govreg.model.cross_references import Reference, ReferenceList, named_ids, reference_lists
from govreg.model.fields import Record
from govreg.model.location import (
    GLOSSARY,
    ORGANISATIONS,
    REGISTER,
    THEMES,
    VERDICTS,
    KeyPath,
    Location,
    in_meeting,
    in_minutes,
)
from govreg.model.markers import ReferenceKind
from govreg.model.meeting import Meeting
from govreg.model.minutes import Minutes
from govreg.model.register import Register
from govreg.model.schema import FieldSpec
from govreg.model.texts import Known, Place, distinct_texts, texts
from govreg.values import dataclass

FoundT = TypeVar("FoundT")


class LocatedReferences(NamedTuple):
    """What one entry names: its file, its path in that file, and the ids, field by field."""

    file: str
    base: KeyPath
    fields: tuple[ReferenceList, ...]

    def unknown(self, kind: ReferenceKind, known: frozenset[str]) -> "list[LocatedReference]":
        """The references to a `kind` of entry whose ids aren't `known`."""
        fields = (field_ for field_ in self.fields if field_.kind == kind and not known.issuperset(field_.ids))
        return [LocatedReference(self, field_, number) for field_ in fields for number, id_ in enumerate(field_.ids) if id_ not in known]


class LocatedReference(NamedTuple):
    """One of the references of an entry: what the entry names, the field, and where in its ids the reference is."""

    entry: LocatedReferences
    field: ReferenceList
    number: int

    @property
    def id(self) -> str:
        """The id as it is written."""
        return self.field.ids[self.number]

    @property
    def reference(self) -> Reference:
        """What is named, and its path below the entry."""
        return self.field.reference(self.number)

    @property
    def place(self) -> Location:
        """Where the id is written."""
        return Location(self.entry.file, (*self.entry.base, *self.reference.path))


@dataclass(frozen=True)
class RuleContext:
    """A register to be checked, with its minutes by id (`meeting/day`), as on the date `today`."""

    register: Register
    today: date
    minutes: Mapping[str, Minutes] = field(default_factory=dict)

    @cached_property
    def live(self) -> tuple[Meeting, ...]:
        """The meetings that have not ended: eight rules are about them only."""
        return tuple(meeting for meeting in self.register.meetings.values() if meeting.live)

    @cached_property
    def counts(self) -> Mapping[str, InstanceCount]:
        """How often an instance of each meeting meets, by the meeting's id: nine rules ask."""
        return {meeting.id: instance_count(meeting, self.register) for meeting in self.register.meetings.values()}

    @cached_property
    def collectives(self) -> Collectives:
        """Who is a member of which collective."""
        return collectives(self.register)

    def may_stand_for(self, one: str, other: str) -> bool:
        """Whether either organisation may be written for the other: they are the same, or one is above or a collective of the other."""
        above = self.register.organisations_above
        has = self.collectives.has_member
        return one in above(other) or other in above(one) or has(one, other) or has(other, one)

    @cached_property
    def references(self) -> tuple[LocatedReferences, ...]:
        """What the entries and the minutes name, and where: `named_ids` are quicker, and often enough."""
        return tuple(LocatedReferences(place.file, place.path, tuple(reference_lists(entry))) for place, entry in self.entries)

    @cached_property
    def named_ids(self) -> Mapping[ReferenceKind, set[str]]:
        """The different ids that the entries and the minutes name, by the kind of entry."""
        return named_ids(self.columns)

    @cached_property
    def entries(self) -> tuple[tuple[Location, Record], ...]:
        """Every entry and set of minutes, each with its location."""
        return tuple(_entries(self))

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """What is written in the entries and the minutes, field by field."""
        return tuple(columns(entry for _, entry in self.entries))

    @cached_property
    def written(self) -> Mapping[FieldSpec, Mapping[str, Sequence[Place]]]:
        """Every text and date in the entries and the minutes, by key and by text, except the ids of known entries; not the glossary."""
        return texts(self.entries, _known_ids(self.register))

    def texts(
        self, find: Callable[[str], FoundT | None], has_key: Callable[[FieldSpec], bool] = lambda _: True
    ) -> Iterator[tuple[Location, FieldSpec, FoundT]]:
        """What `find` finds in the texts and dates whose keys `has_key` picks, each with its place and its key."""
        by_key = {key: found for key, distinct in self._distinct.items() if has_key(key) and (found := _found_in(distinct, find))}
        for key, written in self.written.items() if by_key else ():
            found = by_key.get(key, {})
            for text, places in written.items() if found else ():
                if text in found:
                    for file, path in places:
                        yield Location(file, path), key, found[text]

    def texts_and_glossary(
        self, find: Callable[[str], FoundT | None], has_key: Callable[[FieldSpec], bool] = lambda key: key.kind != "date"
    ) -> Iterator[tuple[Location, FoundT]]:
        """What `find` finds in the texts, without the dates, and in the abbreviations and their meanings, each with its place."""
        yield from ((place, found) for place, _, found in self.texts(find, has_key))
        for place, text in _glossary(self.register.glossary):
            if (found := find(text)) is not None:
                yield place, found

    @cached_property
    def _distinct(self) -> Mapping[FieldSpec, Collection[str]]:
        return distinct_texts(self.columns, _known_ids(self.register))


def _found_in(texts: Collection[str], find: Callable[[str], FoundT | None]) -> dict[str, FoundT]:
    """What `find` finds in `texts`, by text."""
    found = list(map(find, texts))
    nothing = found.count(None) == len(found)  # as most often, and quick to see
    return {} if nothing else {text: one for text, one in zip(texts, found, strict=True) if one is not None}


def _glossary(glossary: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[Location, str]]:
    for abbreviation, meanings in glossary.items():
        yield Location(GLOSSARY, (abbreviation,), at_key=True), abbreviation
        for index, meaning in enumerate(meanings):
            yield Location(GLOSSARY, (abbreviation, index)), meaning


def _known_ids(register: Register) -> Known:
    organisations, meetings = frozenset(register.organisations), frozenset(register.meetings)
    return {
        "organisation": organisations,
        "meeting": meetings,
        "area": frozenset(register.areas),
        "theme": frozenset(register.themes),
        "meeting or organisation": meetings | organisations,
    }


def _entries(context: RuleContext) -> Iterator[tuple[Location, Record]]:
    register = context.register
    yield Location(REGISTER, ("settings",)), register.settings
    for area in register.areas.values():
        yield Location(REGISTER, ("areas", area.id)), area
    for organisation in register.organisations.values():
        yield Location(ORGANISATIONS, (organisation.id,)), organisation
    for theme in register.themes.values():
        yield Location(THEMES, (theme.id,)), theme
    for index, verdict in enumerate(register.verdicts):
        yield Location(VERDICTS, (index,)), verdict
    for meeting in register.meetings.values():
        yield in_meeting(meeting.id), meeting
    for id_, minutes in context.minutes.items():
        yield in_minutes(id_), minutes
