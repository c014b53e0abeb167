"""Adds an entry to a register: a meeting as a file of its own, any other as a key in the file of its kind."""

from collections.abc import Mapping

from govreg.analysis.changes.written import Files, entry_location, set_at
from govreg.model.edits import FileEdit, RegisterChange, Value
from govreg.model.file_schema import key_order
from govreg.model.markers import EntryKind


def new_entry(files: Files, kind: EntryKind, id_: str, value: Mapping[str, Value]) -> RegisterChange:
    """Add the entry `id_` with the fields in `value`, which are put in the order of the schema."""
    entry = entry_location(kind, id_)
    order = key_order(entry.file, entry.path)
    ordered = dict(sorted(value.items(), key=lambda item: order.index(item[0]) if item[0] in order else len(order)))
    if kind == "meeting":
        return RegisterChange(created={entry.file: ordered})
    return RegisterChange((FileEdit(entry.file, set_at(files(entry.file), entry.path, ordered)),))
