"""Every text and date that an entry holds, with the way to it and the key it stands behind: for rules that look at all of them alike."""

from collections.abc import Iterator, Mapping
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


def texts(entry: Record, above: KeyPath = ()) -> Iterator[HeldText]:
    """The texts and dates in `entry`, in the order of the schema; not the words that a key chooses from, nor numbers."""
    for name, key in _holding_texts(type(entry)):
        value = getattr(entry, name)
        if isinstance(value, str):
            yield HeldText((*above, key.name), key, value)
        elif value:
            yield from _within(value, key, (*above, key.name))


@cache
def _holding_texts(part: type[Record]) -> tuple[tuple[str, FieldSpec], ...]:
    """The fields of `part` that hold texts or dates, or parts with texts in them."""
    keys = field_specs(part)
    names = ((name, keys.get(field.alias or name)) for name, field in part.model_fields.items())
    return tuple((name, key) for name, key in names if key is not None and not key.words and key.kind != "number")


def _within(value: object, key: FieldSpec, path: KeyPath) -> Iterator[HeldText]:
    if isinstance(value, str):
        yield HeldText(path, key, value)
    elif isinstance(value, Record):
        yield from texts(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _within(item, key, (*path, index))
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield from _within(item, key, (*path, name))
