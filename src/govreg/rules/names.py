"""The names of entries, kind by kind; where a name is in its file is worked out only for a finding."""

from collections.abc import Callable, Iterator
from typing import Any

from govreg.model.entry_index import EntryIndex
from govreg.model.location import ORGANISATIONS, REGISTER, THEMES, KeyPath, Location, in_meeting
from govreg.model.register import Register
from govreg.values import dataclass

Name = tuple[str, str, KeyPath]
"""A name or an alias, the id of its entry, and its path below the entry. A plain tuple: 1,000 meetings have thousands of names."""


@dataclass(frozen=True)
class NamesOfKind:
    """The names of the entries of one kind."""

    entries: EntryIndex[Any]
    key: str
    """The key of the name that every entry has."""
    place: Callable[[str, KeyPath], Location]
    """The place of what is at a path below the entry with an id; an empty path means the id itself."""

    def __iter__(self) -> Iterator[Name]:
        """The names and aliases, entry by entry."""
        path: KeyPath = (self.key,)
        for id_, entry in self.entries.items():
            name, *aliases = self.entries.names(entry)
            yield name, id_, path
            for index, alias in enumerate(aliases):
                yield alias, id_, ("aliases", index)


def names(register: Register) -> Iterator[NamesOfKind]:
    """The names in `register`."""
    yield NamesOfKind(register.organisations, "name", lambda id_, path: Location(ORGANISATIONS, (id_, *path), at_key=not path))
    yield NamesOfKind(register.themes, "name", lambda id_, path: Location(THEMES, (id_, *path), at_key=not path))
    yield NamesOfKind(register.areas, "name", lambda id_, path: Location(REGISTER, ("areas", id_, *path), at_key=not path))
    yield NamesOfKind(register.meetings, "title", lambda id_, path: in_meeting(id_, *path))
