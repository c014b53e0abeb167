"""What the rules look at: a register, the minutes of its meetings, and the day that it is looked at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from govreg.model import references
from govreg.model.minutes import Minutes
from govreg.model.place import Path, Place, in_minutes, meeting_file
from govreg.model.references import Reference
from govreg.model.register import Register


class Naming(NamedTuple):
    """That an entry names another one: in which file, under what in it, and how."""

    file: str
    base: Path
    reference: Reference

    @property
    def place(self) -> Place:
        """Where the id stands."""
        return Place(self.file, (*self.base, *self.reference.path))


@dataclass(frozen=True)
class Subject:
    """A register under inspection."""

    register: Register
    today: date
    minutes: Mapping[str, Minutes] = field(default_factory=dict)

    @cached_property
    def named(self) -> Mapping[str, tuple[Reference, ...]]:
        """What each meeting names, by the meeting's id."""
        return {meeting.id: tuple(references.of_meeting(meeting)) for meeting in self.register.meetings.values()}

    @cached_property
    def namings(self) -> tuple[Naming, ...]:
        """Every id that an entry or the minutes name."""
        return tuple(_namings(self))


def _namings(subject: Subject) -> Iterator[Naming]:
    register = subject.register
    for id_, named in subject.named.items():
        file = meeting_file(id_)
        for reference in named:
            yield Naming(file, (), reference)
    for organisation in register.organisations.values():
        for reference in references.of_organisation(organisation):
            yield Naming("organisations.yaml", (organisation.id,), reference)
    for area in register.areas.values():
        for reference in references.of_area(area):
            yield Naming("register.yaml", ("areas", area.id), reference)
    for id_, minutes in subject.minutes.items():
        file = in_minutes(id_).file
        for reference in references.of_minutes(minutes):
            yield Naming(file, (), reference)
