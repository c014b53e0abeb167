"""Every text and date that an entry holds, with its path and its key, for rules that look at all of them alike."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from govreg.model.fields import Record
from govreg.model.location import KeyPath
from govreg.model.markers import ReferenceKind, Refers, marked
from govreg.model.schema import FieldSpec, field_specs


class HeldText(NamedTuple):
    """A text as typed, the way to it below its entry, and what the schema says of its key."""

    path: KeyPath
    key: FieldSpec
    text: str


Known = Mapping[ReferenceKind, frozenset[str]]
"""The ids of the entries of each kind."""


def texts(entry: Record, above: KeyPath = (), known: Known = MappingProxyType({})) -> list[HeldText]:
    """The texts and dates in `entry`, in the order of the schema; not the words that a key chooses from, nor numbers.

    Their paths begin with `above`. Where a field names entries, the ids among `known` are left out: they are no words.
    """
    found: list[HeldText] = []
    _gather(entry, above, known, found)
    return found


def _gather(entry: Record, above: KeyPath, known: Known, found: list[HeldText]) -> None:
    given = entry.model_fields_set
    for name, key, kind in _holding_texts(type(entry)):
        if name in given:
            value = getattr(entry, name)
            ids = known.get(kind, _NONE) if kind is not None else _NONE
            if value.__class__ is not str:
                _gather_value(value, key, (*above, key.name), known, ids, found)
            elif value not in ids:
                found.append(HeldText((*above, key.name), key, value))


_NONE: frozenset[str] = frozenset()


@cache
def _holding_texts(part: type[Record]) -> tuple[tuple[str, FieldSpec, ReferenceKind | None], ...]:
    """The fields of `part` that hold texts or dates, or parts with texts in them, each with what its texts are ids of."""
    refers = marked(part, Refers)
    keys = field_specs(part)
    names = ((name, keys.get(field.alias or name)) for name, field in part.model_fields.items())
    return tuple(
        (name, key, refers[key.name].kind if key.name in refers else None)
        for name, key in names
        if key is not None and not key.words and key.kind != "number"
    )


def _gather_value(value: object, key: FieldSpec, path: KeyPath, known: Known, ids: frozenset[str], found: list[HeldText]) -> None:
    if isinstance(value, str):
        if value not in ids:
            found.append(HeldText(path, key, value))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            if item.__class__ is not str:
                _gather_value(item, key, (*path, index), known, ids, found)
            elif item not in ids:
                found.append(HeldText((*path, index), key, item))
    elif isinstance(value, Record):
        _gather(value, path, known, found)
    elif isinstance(value, Mapping):
        for name, item in value.items():
            _gather_value(item, key, (*path, name), known, ids, found)
