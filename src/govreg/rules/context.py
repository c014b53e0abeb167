"""What the rules look at: a register, the minutes of its meetings, and the day that it is looked at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from govreg.model.cross_references import Reference, references
from govreg.model.fields import Record
from govreg.model.location import ORGANISATIONS, REGISTER, THEMES, VERDICTS, KeyPath, Location, in_meeting, in_minutes, meeting_file
from govreg.model.minutes import Minutes
from govreg.model.register import Register
from govreg.model.schema import FieldSpec
from govreg.model.texts import texts


class LocatedReference(NamedTuple):
    """That an entry names another one: in which file, under what in it, and how."""

    file: str
    base: KeyPath
    reference: Reference

    @property
    def place(self) -> Location:
        """Where the id stands."""
        return Location(self.file, (*self.base, *self.reference.path))


class Written(NamedTuple):
    """A text or a date that an entry holds: where, and what the schema says of its key."""

    place: Location
    key: FieldSpec
    text: str


@dataclass(frozen=True)
class RuleContext:
    """A register under inspection."""

    register: Register
    today: date
    minutes: Mapping[str, Minutes] = field(default_factory=dict)

    @cached_property
    def named(self) -> Mapping[str, tuple[Reference, ...]]:
        """What each meeting names, by the meeting's id."""
        return {meeting.id: tuple(references(meeting)) for meeting in self.register.meetings.values()}

    @cached_property
    def references(self) -> tuple[LocatedReference, ...]:
        """Every id that an entry or the minutes name."""
        return tuple(_located_references(self))

    @cached_property
    def entries(self) -> tuple[tuple[Location, Record], ...]:
        """Every entry, each with its place."""
        return tuple(_entries(self))

    @cached_property
    def written(self) -> tuple[Written, ...]:
        """Every text and date that an entry or the minutes hold; the glossary is no entry, and not among them."""
        return tuple(
            Written(Location(place.file, path), key, text) for place, entry in self.entries for path, key, text in texts(entry, place.path)
        )


def _located_references(subject: RuleContext) -> Iterator[LocatedReference]:
    register = subject.register
    for id_, named in subject.named.items():
        file = meeting_file(id_)
        for reference in named:
            yield LocatedReference(file, (), reference)
    for organisation in register.organisations.values():
        for reference in references(organisation):
            yield LocatedReference(ORGANISATIONS, (organisation.id,), reference)
    for area in register.areas.values():
        for reference in references(area):
            yield LocatedReference(REGISTER, ("areas", area.id), reference)
    for id_, minutes in subject.minutes.items():
        file = in_minutes(id_).file
        for reference in references(minutes):
            yield LocatedReference(file, (), reference)


def _entries(subject: RuleContext) -> Iterator[tuple[Location, Record]]:
    register = subject.register
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
    for id_, minutes in subject.minutes.items():
        yield in_minutes(id_), minutes
