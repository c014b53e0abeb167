"""Every text and date that an entry holds, with its place and its key, for rules that look at all of them alike."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from govreg.model.fields import Record
from govreg.model.location import KeyPath, Location
from govreg.model.markers import ReferenceKind, Refers, marked
from govreg.model.schema import FieldSpec, field_specs

HeldText = tuple[str, KeyPath, FieldSpec, str]
"""A text or a date as typed: its file, its path in that file, what the schema says of its key, and the text.

A plain tuple: a named one takes three times as long to make, and the 1,000 meetings of `bench/validate.py` have 22,000.
"""

Known = Mapping[ReferenceKind, frozenset[str]]
"""The ids of the entries of each kind."""


def texts(entry: Record, place: Location, known: Known = MappingProxyType({})) -> list[HeldText]:
    """The texts and dates in `entry`, which is at `place`, in the order of the schema; not numbers, nor words that a key chooses from.

    Where a field names entries, the ids among `known` are left out: they are no words.
    """
    found = _Texts(place.file, known)
    found.add_entry(entry, place.path)
    return found.texts


class _Texts:
    """The texts of one file that have been found so far."""

    def __init__(self, file: str, known: Known) -> None:
        self.file = file
        self.known = known
        self.texts: list[HeldText] = []

    def add_entry(self, entry: Record, path: KeyPath) -> None:
        """Add the texts of `entry`, which is at `path`."""
        values, given = entry.__dict__, entry.__pydantic_fields_set__  # not attribute by attribute: pydantic looks for each in vain first
        for name, key, kind in _holding_texts(type(entry)):
            if name in given:
                value = values[name]
                ids = self.known.get(kind, _NONE) if kind is not None else _NONE
                if value.__class__ is not str:
                    self._add(value, key, (*path, key.name), ids)
                elif value not in ids:
                    self.texts.append((self.file, (*path, key.name), key, value))

    def _add(self, value: object, key: FieldSpec, path: KeyPath, ids: frozenset[str]) -> None:
        """Add the texts of `value`, which is at `path`, but none of the `ids`."""
        if isinstance(value, str):
            if value not in ids:
                self.texts.append((self.file, path, key, value))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if key.record is None:
                    self._add(item, key, (*path, index), ids)
                else:
                    self.add_entry(item, (*path, index))
        elif isinstance(value, Mapping):
            for name, item in value.items():
                self._add(item, key, (*path, name), ids)
        elif isinstance(value, Record):
            self.add_entry(value, path)


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
