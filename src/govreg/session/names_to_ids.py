"""Turns the names that a person typed for an entry into the ids that its file takes."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from govreg.analysis.changes.file_data import Files, path_in_file, value_at
from govreg.errors import GovregError
from govreg.model import cross_references
from govreg.model.cross_references import Reference, naming_keys
from govreg.model.edits import Edit, FileEdit, RegisterChange, RenameKey, SetValue, Value, applied
from govreg.model.file_schema import entry_at
from govreg.model.location import Location
from govreg.model.names import as_keyword, fold, shown
from govreg.model.register import Register
from govreg.session import resolve
from govreg.yaml.validate_entry import validate_entry


def with_ids(register: Register, files: Files, entry: Location, edits: Sequence[Edit]) -> RegisterChange:
    """The `edits` of `entry`, followed by edits that replace each typed name by its id.

    Ids that were in the file before are left to the check of the register. Raises GovregError, with the nearest match, for a name
    that no entry of `register` has.
    """
    if not any(_may_name(entry, edit) for edit in edits):
        return RegisterChange(tuple(FileEdit(entry.file, edit) for edit in edits))
    data = files(entry.file)
    before = {(one.kind, one.id) for one in _references(entry, value_at(data, entry.path))}
    for edit in edits:
        data = applied(data, edit)
    more = [*_as_ids(register, entry, value_at(data, entry.path), before)]
    return RegisterChange(tuple(FileEdit(entry.file, edit) for edit in (*edits, *more)))


def _may_name(entry: Location, edit: Edit) -> bool:
    """Whether what `edit` changes in `entry` may name another entry, so that all that it names is worth looking at."""
    at, below = entry_at(entry.file, entry.path), edit.path[len(entry.path) :]
    return at is None or not below or below[0] in naming_keys(at[0]) or isinstance(edit, RenameKey)


def value_with_ids(register: Register, entry: Location, value: Value) -> Value:
    """The `value` of a new `entry`, with ids in place of typed names. Raises GovregError for a name that no entry of `register` has."""
    for edit in _as_ids(register, Location(entry.file, entry.path), value, set()):
        value = applied(value, replace(edit, path=edit.path[len(entry.path) :]))
    return value


def _as_ids(register: Register, entry: Location, data: Value, before: AbstractSet[tuple[str, str]]) -> list[Edit]:
    edits: list[Edit] = []
    for reference in _references(entry, data):
        if (reference.kind, reference.id) in before:
            continue
        id_ = _id(register, reference)
        path = (*entry.path, *path_in_file(data, reference.path))
        if id_ == reference.id:
            continue
        edits.append(RenameKey(path, id_) if path[-1] == reference.id else SetValue(path, id_))
    return edits


def _references(entry: Location, data: Value) -> Sequence[Reference]:
    at = entry_at(entry.file, entry.path)
    if at is None or not isinstance(data, dict):
        return ()
    checked = validate_entry(at[0], data, "the entry", {"id": "x"}, entry)
    record = checked.entry or checked.draft
    return [*cross_references.references(record)] if record is not None else ()


def _id(register: Register, reference: Reference) -> str:
    """The id of the entry that `reference` names, by id or by another name."""
    kind = as_keyword(reference.id)
    if reference.path[0] == "lead" and kind in ("unclear", "not-stated"):
        return kind
    match reference.kind:
        case "organisation":
            return _organisation(register, reference)
        case "meeting":
            return resolve.meeting_id(register, reference.id)
        case "area" | "theme":
            return resolve.entry_id(register.by_kind[reference.kind], reference.id)
        case _:
            return resolve.meeting_or_organisation(register, reference.id)


def _organisation(register: Register, reference: Reference) -> str:
    """The id of the organisation. Raises GovregError, with the right field if a post or a person may have been typed."""
    try:
        return resolve.entry_id(register.organisations, reference.id)
    except GovregError as problem:
        if reference.path[0] == "lead" and fold(reference.id) == "joint":
            raise GovregError(
                "A joint lead needs its organisations.", "Name each: “set MEETING lead ONE OTHER”, or --lead twice."
            ) from None
        post = _POSTS.get(str(reference.path[0]))
        if post is None or register.organisations.nearest(reference.id):
            raise
        raise GovregError(problem.message, f"{post.format(typed=shown(reference.id))} {_ADD}") from None


_POSTS = {
    "chair": 'A post goes in chair.role: “set MEETING chair.role "{typed}"”, or with “new”: --set chair.role "{typed}".',
    "participants": 'A post goes with its organisation: “set MEETING --add participants organisation=… role="{typed}"”.',
}
"""Hints for the fields of organisations in which people type a post or a person."""

_ADD = "An organisation: add it with “govreg new organisation NAME”."
