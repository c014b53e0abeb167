"""Which schema each file of a register follows, value by value: in what order keys are written, and what needs no quotes."""

from govreg.model.entries import Area, Organisation, Theme
from govreg.model.fields import Record
from govreg.model.location import KeyPath
from govreg.model.meeting import Meeting
from govreg.model.minutes import Minutes
from govreg.model.schema import FieldSpec, field_at, field_specs, record_at
from govreg.model.settings import RegisterFile
from govreg.model.verdict import Verdict

_ENTRIES: dict[str, type[Record]] = {"organisations.yaml": Organisation, "themes.yaml": Theme, "verdicts.yaml": Verdict}
"""The files that hold many entries, each one step below the top."""


def entry_at(file: str, path: KeyPath) -> tuple[type[Record], KeyPath] | None:
    """What kind of entry `path` of `file` leads into, and the way on from there; None where no entry is."""
    if file.startswith("meetings/"):
        return Meeting, path
    if file.startswith("minutes/"):
        return Minutes, path
    if file in _ENTRIES:
        return (_ENTRIES[file], path[1:]) if path else None
    if file == "register.yaml":
        return (Area, path[2:]) if path[:1] == ("areas",) and len(path) > 1 else (RegisterFile, path)
    return None


def spec_at(file: str, path: KeyPath) -> FieldSpec | None:
    """What the schema says of the key that `path` of `file` leads through last; None where there is no such key."""
    found = entry_at(file, path)
    return field_at(*found) if found is not None else None


def key_order(file: str, path: KeyPath) -> tuple[str, ...]:
    """The keys that the mapping at `path` of `file` may have, in the order in which they are written; empty where they are free."""
    found = entry_at(file, path)
    part = record_at(*found) if found is not None else None
    return tuple(field_specs(part)) if part is not None else ()


def is_plain(file: str, path: KeyPath) -> bool:
    """Whether what is at `path` of `file` is a date, a number or true or false, and so is written without quotes."""
    spec = spec_at(file, path)
    if spec is None:
        return False
    if spec.kind == "truth":
        return not isinstance(path[-1], int)
    return spec.kind in ("date", "number", "date or text", "true or false")
