"""Renames an entry: its own name and id, and every reference to it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import get_args

from govreg.analysis.changes.file_data import Files, add_to, entry_location, name_key, path_in_file, value_at
from govreg.model import cross_references
from govreg.model.cross_references import Reference
from govreg.model.edits import Edit, FileEdit, RegisterChange, RemoveValue, RenameKey, SetValue, Value
from govreg.model.location import REGISTER, VERDICTS, KeyPath, in_minutes, meeting_file
from govreg.model.markers import EntryKind
from govreg.model.minutes import Minutes
from govreg.model.names import fold
from govreg.model.register import Register


def rename_entry(
    register: Register, minutes: Mapping[str, Minutes], files: Files, kind: EntryKind, old: str, new: str, name: str | None
) -> RegisterChange:
    """Give the entry `old` the id `new` and, unless it is None, the name `name`; its old name stays as an alias.

    Every entry, verdict and sitting that names it says the new id. All minutes of the register are needed.
    """
    moved = _moved_files(minutes, old, new) if kind == "meeting" else {}
    edits = [*_own(files, kind, old, new, name)]
    if new != old:
        edits += _references(register, minutes, files, kind, old, new)
        if kind == "meeting":
            edits += _verdicts(files, old, new)
    return RegisterChange(tuple(FileEdit(moved.get(file, file), edit) for file, edit in edits), moved=moved)


def _moved_files(minutes: Mapping[str, Minutes], old: str, new: str) -> dict[str, str]:
    if new == old:
        return {}
    sittings = {
        in_minutes(id_).file: in_minutes(f"{new}/{id_.split('/', 1)[1]}").file for id_, one in minutes.items() if one.meeting == old
    }
    return {meeting_file(old): meeting_file(new), **sittings}


def _own(files: Files, kind: EntryKind, old: str, new: str, name: str | None) -> Iterator[tuple[str, Edit]]:
    file, path, _ = entry_location(kind, old)
    data = files(file)
    if path and new != old:
        yield file, RenameKey(path, new)
    here = (*path[:-1], new) if path else path
    key = name_key(kind)
    before = str(value_at(data, (*path, key)) or "")
    if name is None or name == before:
        return
    yield file, SetValue((*here, key), name)
    for edit in alias_edits(data, path, before, name):
        yield file, replace(edit, path=(*here, *edit.path[len(path) :]))


def alias_edits(data: Value, path: KeyPath, before: str, name: str) -> Iterator[Edit]:
    """The edits that make the old name `before` an alias of the entry at `path`, and remove `name`, its new name, from its aliases."""
    aliases = value_at(data, (*path, "aliases"))
    known = aliases if isinstance(aliases, tuple) else ()
    for place in reversed([index for index, alias in enumerate(known) if fold(str(alias)) == fold(name)]):
        yield RemoveValue((*path, "aliases", place))
    if fold(before) not in {fold(name), *(fold(str(alias)) for alias in known)}:
        yield from add_to(data, (*path, "aliases"), before)


def _references(
    register: Register, minutes: Mapping[str, Minutes], files: Files, kind: EntryKind, old: str, new: str
) -> Iterator[tuple[str, Edit]]:
    for file, base, reference in _all_references(register, minutes):
        if reference.id != old or kind not in reference.kind.split(" or ") or _other(register, reference, kind):
            continue
        data = value_at(files(file), base)
        path = path_in_file(data, reference.path)
        here = (*base[:-1], new) if file == entry_location(kind, old).file and base == entry_location(kind, old).path and base else base
        if value_at(data, path) == old:
            yield file, SetValue((*here, *path), new)
        elif path and path[-1] == old:  # a key that names an entry
            yield file, RenameKey((*here, *path), new)


def _other(register: Register, reference: Reference, kind: EntryKind) -> bool:
    """Whether what may name a meeting or an organisation names one of the other kind."""
    return kind == "organisation" and "meeting" in reference.kind and reference.id in register.meetings


def _all_references(register: Register, minutes: Mapping[str, Minutes]) -> Iterator[tuple[str, KeyPath, Reference]]:
    """Every reference with the file and the path of the entry that it is in."""
    for kind in get_args(EntryKind):
        for id_, entry in register.by_kind[kind].items():
            file, path, _ = entry_location(kind, id_)
            for reference in cross_references.references(entry):
                yield file, path, reference
    for reference in cross_references.references(register.settings):
        yield REGISTER, ("settings",), reference
    for id_, sitting in minutes.items():
        for reference in cross_references.references(sitting):
            yield in_minutes(id_).file, (), reference


def _verdicts(files: Files, old: str, new: str) -> Iterator[tuple[str, Edit]]:
    items = files(VERDICTS)
    for index, item in enumerate(items if isinstance(items, tuple) else ()):
        pair: Sequence[object] = value_at(item, ("meetings",)) or ()  # type: ignore[assignment]
        for place, id_ in enumerate(pair):
            if id_ == old:
                yield VERDICTS, SetValue((index, "meetings", place), new)
