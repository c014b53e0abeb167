"""The context of a check: a register, the minutes of its meetings, and the date."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from govreg.model.cross_references import Reference, ReferenceList, reference_lists
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
    meeting_file,
)
from govreg.model.minutes import Minutes
from govreg.model.register import Register
from govreg.model.texts import HeldText, Known, texts
from govreg.values import dataclass


class LocatedReferences(NamedTuple):
    """What one field of an entry names: its file, the path of the entry in that file, and the ids."""

    file: str
    base: KeyPath
    named: ReferenceList

    def unknown(self, is_known: Callable[[str], bool]) -> "list[LocatedReference]":
        """The references whose ids aren't known."""
        return [LocatedReference(self, number) for number, id_ in enumerate(self.named.ids) if not is_known(id_)]


class LocatedReference(NamedTuple):
    """One of the references of a field: the field, and where in its ids the reference is."""

    field: LocatedReferences
    number: int

    @property
    def id(self) -> str:
        """The id as it is written."""
        return self.field.named.ids[self.number]

    @property
    def reference(self) -> Reference:
        """What is named, and its path below the entry."""
        return self.field.named.reference(self.number)

    @property
    def place(self) -> Location:
        """Where the id is written."""
        return Location(self.field.file, (*self.field.base, *self.reference.path))


@dataclass(frozen=True)
class RuleContext:
    """A register to be checked, with its minutes by id (`meeting/day`), as on the date `today`."""

    register: Register
    today: date
    minutes: Mapping[str, Minutes] = field(default_factory=dict)

    @cached_property
    def named(self) -> Mapping[str, tuple[ReferenceList, ...]]:
        """What each meeting names, field by field, by the meeting's id."""
        return {meeting.id: tuple(reference_lists(meeting)) for meeting in self.register.meetings.values()}

    @cached_property
    def references(self) -> tuple[LocatedReferences, ...]:
        """What the entries and the minutes name, field by field."""
        return tuple(_located_references(self))

    @cached_property
    def entries(self) -> tuple[tuple[Location, Record], ...]:
        """Every entry and set of minutes, each with its location."""
        return tuple(_entries(self))

    @cached_property
    def written(self) -> tuple[HeldText, ...]:
        """Every text and date in the entries and the minutes, except the ids of known entries; the glossary isn't included."""
        known = _known_ids(self.register)
        return tuple(text for place, entry in self.entries for text in texts(entry, place, known))

    @cached_property
    def glossary(self) -> tuple[tuple[Location, str], ...]:
        """The abbreviations and their meanings, each with its place."""
        return tuple(_glossary(self.register.glossary))

    @cached_property
    def beyond_ascii(self) -> tuple[tuple[Location, str], ...]:
        """The texts with characters beyond ASCII, those of the glossary too: few of all, and all that several rules need."""
        written = ((one.place, one.text) for one in self.written if not one.text.isascii() and one.key.kind != "date")
        return (*written, *((place, text) for place, text in self.glossary if not text.isascii()))


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


def _located_references(context: RuleContext) -> Iterator[LocatedReferences]:
    register = context.register
    for id_, named in context.named.items():
        file = meeting_file(id_)
        for reference in named:
            yield LocatedReferences(file, (), reference)
    for organisation in register.organisations.values():
        for reference in reference_lists(organisation):
            yield LocatedReferences(ORGANISATIONS, (organisation.id,), reference)
    for area in register.areas.values():
        for reference in reference_lists(area):
            yield LocatedReferences(REGISTER, ("areas", area.id), reference)
    for theme in register.themes.values():
        for reference in reference_lists(theme):
            yield LocatedReferences(THEMES, (theme.id,), reference)
    for reference in reference_lists(register.settings):
        yield LocatedReferences(REGISTER, ("settings",), reference)
    for id_, minutes in context.minutes.items():
        file = in_minutes(id_).file
        for reference in reference_lists(minutes):
            yield LocatedReferences(file, (), reference)


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
