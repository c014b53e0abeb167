"""The schema of each file of a register: the order of its keys, and which values need no quotes."""

from collections.abc import Mapping

from govreg.model.edits import Value
from govreg.model.entries import Area, Organisation, Theme
from govreg.model.fields import Record
from govreg.model.location import MEETINGS, MINUTES, ORGANISATIONS, REGISTER, THEMES, VERDICTS, KeyPath
from govreg.model.meeting import Meeting
from govreg.model.minutes import Minutes
from govreg.model.schema import FieldSpec, field_at, field_specs, record_at
from govreg.model.settings import RegisterFile
from govreg.model.verdict import Verdict

_ENTRIES: dict[str, type[Record]] = {ORGANISATIONS: Organisation, THEMES: Theme, VERDICTS: Verdict}
"""The files that hold many entries, each one step below the top."""


def entry_at(file: str, path: KeyPath) -> tuple[type[Record], KeyPath] | None:
    """The kind of entry that `path` of `file` leads into, and the rest of the path within it; None if there is no entry."""
    if file.startswith(f"{MEETINGS}/"):
        return Meeting, path
    if file.startswith(f"{MINUTES}/"):
        return Minutes, path
    if file in _ENTRIES:
        return (_ENTRIES[file], path[1:]) if path else None
    if file == REGISTER:
        return (Area, path[2:]) if path[:1] == ("areas",) and len(path) > 1 else (RegisterFile, path)
    return None


def spec_at(file: str, path: KeyPath) -> FieldSpec | None:
    """The schema's field for the last key of `path` in `file`; None if there is no such field."""
    found = entry_at(file, path)
    return field_at(*found) if found is not None else None


def key_order(file: str, path: KeyPath) -> tuple[str, ...]:
    """The keys that the mapping at `path` of `file` may have, in the order in which they are written; empty where they are free."""
    found = entry_at(file, path)
    part = record_at(*found) if found is not None else None
    return tuple(field_specs(part)) if part is not None else ()


def in_order(file: str, path: KeyPath, value: Mapping[str, Value]) -> dict[str, Value]:
    """`value`, the mapping at `path` of `file`, and those in it, with their keys in the order in which they are written.

    Unknown keys come last.
    """
    order = key_order(file, path)
    keys = sorted(value, key=lambda key: order.index(key) if key in order else len(order))
    return {key: _with_order(file, (*path, key), value[key]) for key in keys}


def _with_order(file: str, path: KeyPath, value: Value) -> Value:
    if isinstance(value, tuple):
        return tuple(_with_order(file, (*path, place), item) for place, item in enumerate(value))
    return in_order(file, path, value) if isinstance(value, Mapping) else value


def is_plain(file: str, path: KeyPath) -> bool:
    """Whether the value at `path` of `file` is a date, a number or true or false, and so is written without quotes."""
    spec = spec_at(file, path)
    if spec is None:
        return False
    if spec.kind == "truth":
        return not isinstance(path[-1], int)
    return spec.kind in ("date", "number", "date or text", "true or false")
