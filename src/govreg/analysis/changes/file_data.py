"""Entries as their files have them, with short forms and single values: where a value is, and the edits that change it."""

from collections.abc import Callable, Mapping

from govreg.model.edits import Edit, FileEdit, InsertItem, RegisterChange, RemoveValue, SetValue, Value, WrapInList
from govreg.model.file_schema import in_order
from govreg.model.location import FILE_OF_KIND, KeyPath, Location, meeting_file
from govreg.model.markers import EntryKind

Files = Callable[[str], Value]
"""A function that gives the data of a file of the register; None for a file that doesn't exist."""


def entry_location(kind: EntryKind, id_: str) -> Location:
    """The location of the entry `id_`."""
    if kind == "meeting":
        return Location(meeting_file(id_))
    return Location(FILE_OF_KIND[kind], ("areas", id_) if kind == "area" else (id_,))


def name_key(kind: EntryKind) -> str:
    """The key that holds the full name of an entry."""
    return "title" if kind == "meeting" else "name"


def value_at(data: Value, path: KeyPath) -> Value:
    """The value at `path` of `data`; None if there is none."""
    here: Value = data
    for step in path:
        if isinstance(here, Mapping) and isinstance(step, str):
            here = here.get(step)
        elif isinstance(here, tuple) and isinstance(step, int) and step < len(here):
            here = here[step]
        else:
            return None
    return here


def path_in_file(data: Value, path: KeyPath) -> KeyPath:
    """The path in the file of the value that the model has at `path`: a file may have a single value for a list, a text for a mapping."""
    here, steps = data, list[str | int]()
    for step in path:
        if isinstance(step, int) and not isinstance(here, tuple):
            continue
        if isinstance(here, str):
            break
        steps.append(step)
        here = value_at(here, (step,))
    return tuple(steps)


def set_at(data: Value, path: KeyPath, value: Value) -> SetValue:
    """The edit that sets the value at `path`, with the mappings above it if they are missing."""
    for length in range(1, len(path)):
        if value_at(data, path[:length]) in (None, {}):
            for step in reversed(path[length:]):
                value = {str(step): value}
            return SetValue(path[:length], value)
    return SetValue(path, value)


def add_to(data: Value, path: KeyPath, value: Value) -> list[Edit]:
    """The edits that put `value` at the end of the list at `path`, which may be missing or a single value."""
    there = value_at(data, path)
    if there in (None, ()):
        return [set_at(data, path, (value,))]
    return [InsertItem(path, value)] if isinstance(there, tuple) else [WrapInList(path), InsertItem(path, value)]


def remove_at(data: Value, path: KeyPath, keep: int = 0) -> RemoveValue:
    """The edit that removes the value at `path`, and the mappings above it that would be empty, except the first `keep` steps."""
    while len(path) > keep + 1 and len(value_at(data, path[:-1]) or ()) == 1:
        path = path[:-1]
    return RemoveValue(path)


def new_entry(files: Files, kind: EntryKind, id_: str, value: Mapping[str, Value]) -> RegisterChange:
    """Add the entry `id_` with the fields in `value`, which are put in the order of the schema."""
    entry = entry_location(kind, id_)
    ordered = in_order(entry.file, entry.path, value)
    if kind == "meeting":
        return RegisterChange(created={entry.file: ordered})
    return RegisterChange((FileEdit(entry.file, set_at(files(entry.file), entry.path, ordered)),))
