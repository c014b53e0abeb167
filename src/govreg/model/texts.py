"""Every text and date that an entry holds, with the way to it and the key it stands behind: for rules that look at all of them alike."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from govreg.model.fields import Record
from govreg.model.location import KeyPath
from govreg.model.schema import FieldSpec, field_specs


class HeldText(NamedTuple):
    """A text as typed, the way to it below its entry, and what the schema says of its key."""

    path: KeyPath
    key: FieldSpec
    text: str


def texts(entry: Record, above: KeyPath = ()) -> list[HeldText]:
    """The texts and dates in `entry`, in the order of the schema; not the words that a key chooses from, nor numbers.

    Their paths begin with `above`.
    """
    found: list[HeldText] = []
    _gather(entry, above, found)
    return found


def _gather(entry: Record, above: KeyPath, found: list[HeldText]) -> None:
    given = entry.model_fields_set
    for name, key in _holding_texts(type(entry)):
        if name in given:
            _gather_value(getattr(entry, name), key, (*above, key.name), found)


@cache
def _holding_texts(part: type[Record]) -> tuple[tuple[str, FieldSpec], ...]:
    """The fields of `part` that hold texts or dates, or parts with texts in them."""
    keys = field_specs(part)
    names = ((name, keys.get(field.alias or name)) for name, field in part.model_fields.items())
    return tuple((name, key) for name, key in names if key is not None and not key.words and key.kind != "number")


def _gather_value(value: object, key: FieldSpec, path: KeyPath, found: list[HeldText]) -> None:
    if isinstance(value, str):
        found.append(HeldText(path, key, value))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _gather_value(item, key, (*path, index), found)
    elif isinstance(value, Record):
        _gather(value, path, found)
    elif isinstance(value, Mapping):
        for name, item in value.items():
            _gather_value(item, key, (*path, name), found)
