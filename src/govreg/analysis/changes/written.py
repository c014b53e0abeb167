"""Entries as their files have them, with short forms and single values: where a value is, and the edits that change it."""

from collections.abc import Callable, Mapping

from govreg.model.edits import Edit, InsertItem, RemoveValue, SetValue, Value, WrapInList
from govreg.model.location import KeyPath, Location, meeting_file
from govreg.model.markers import EntryKind

Files = Callable[[str], Value]
"""A function that gives the data of a file of the register; None for a file that doesn't exist."""

_FILES = {"organisation": "organisations.yaml", "theme": "themes.yaml", "area": "register.yaml"}


def entry_location(kind: EntryKind, id_: str) -> Location:
    """Where the entry `id_` is."""
    if kind == "meeting":
        return Location(meeting_file(id_))
    return Location(_FILES[kind], ("areas", id_) if kind == "area" else (id_,))


def name_key(kind: EntryKind) -> str:
    """The key that holds the full name of an entry."""
    return "title" if kind == "meeting" else "name"


def found(data: Value, path: KeyPath) -> Value:
    """What `data` holds at `path`; None if there is nothing."""
    here: Value = data
    for step in path:
        if isinstance(here, Mapping) and isinstance(step, str):
            here = here.get(step)
        elif isinstance(here, tuple) and isinstance(step, int) and step < len(here):
            here = here[step]
        else:
            return None
    return here


def written_path(data: Value, path: KeyPath) -> KeyPath:
    """Where a value that the model has at `path` is in the file: a single value may be written for a list, a text for a mapping."""
    here, steps = data, list[str | int]()
    for step in path:
        if isinstance(step, int) and not isinstance(here, tuple):
            continue
        if isinstance(here, str):
            break
        steps.append(step)
        here = found(here, (step,))
    return tuple(steps)


def set_at(data: Value, path: KeyPath, value: Value) -> SetValue:
    """The edit that makes `value` what is at `path`, with the mappings above it where they are missing."""
    for length in range(1, len(path)):
        if found(data, path[:length]) in (None, {}):
            for step in reversed(path[length:]):
                value = {str(step): value}
            return SetValue(path[:length], value)
    return SetValue(path, value)


def add_to(data: Value, path: KeyPath, value: Value) -> list[Edit]:
    """The edits that put `value` at the end of the list at `path`, which may be missing or a single value."""
    there = found(data, path)
    if there in (None, ()):
        return [set_at(data, path, (value,))]
    return [InsertItem(path, value)] if isinstance(there, tuple) else [WrapInList(path), InsertItem(path, value)]


def remove_at(data: Value, path: KeyPath, keep: int = 0) -> RemoveValue:
    """The edit that removes what is at `path`, and what would be left empty above it down to `keep` steps."""
    while len(path) > keep + 1 and len(found(data, path[:-1]) or ()) == 1:
        path = path[:-1]
    return RemoveValue(path)
