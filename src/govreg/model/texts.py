"""Every text and date that entries hold, by key and by text, for rules that look at all of them alike."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from types import MappingProxyType

from govreg.model.columns import Column, readable_fields
from govreg.model.fields import Record
from govreg.model.location import KeyPath, Location
from govreg.model.markers import ReferenceKind
from govreg.model.schema import FieldSpec

Place = tuple[str, KeyPath]
"""Where a text or a part is: its file, and its path in that file.

A plain tuple: a Location takes three times as long to make, and the 1,000 meetings of `bench/validate.py` have 22,000 texts.
"""

Known = Mapping[ReferenceKind, frozenset[str]]
"""The ids of the entries of each kind."""


def distinct_texts(columns: Iterable[Column], known: Known = MappingProxyType({})) -> Mapping[FieldSpec, Collection[str]]:
    """The different texts and dates in `columns`, by key, as `texts` has them, but without their places: few are ever asked for."""
    found: dict[FieldSpec, set[str]] = {}
    for key, refers, values in columns:
        distinct = {value for value in values if isinstance(value, str)}
        distinct.update(text for value in values if not isinstance(value, str) for text, _ in _texts_in(value, ()))
        found.setdefault(key, set()).update(distinct.difference(known.get(refers.kind, ())) if refers is not None else distinct)
    return found


def texts(
    entries: Iterable[tuple[Location, Record]], known: Known = MappingProxyType({})
) -> Mapping[FieldSpec, Mapping[str, Sequence[Place]]]:
    """The texts and dates in `entries`, as typed, by key and by text; not numbers, nor words that a key chooses from.

    Where a field names entries, the ids among `known` are left out: they are no words.
    """
    by_part: dict[type[Record], tuple[list[Record], list[Place]]] = {}
    for place, entry in entries:
        of_part, places = by_part.setdefault(type(entry), ([], []))
        of_part.append(entry)
        places.append((place.file, place.path))
    found = _Texts(known)
    for part, (of_part, places) in by_part.items():
        found.add(part, of_part, places)
    return found.places


class _Texts:
    """The texts that have been found so far."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.places: dict[FieldSpec, dict[str, list[Place]]] = {}

    def add(self, part: type[Record], records: Sequence[Record], at: Sequence[Place]) -> None:
        """Add the texts of `records`, all of the kind `part`, each with its place.

        Key by key, as most of the keys that records may have are in none of them, which is quick to see.
        """
        written = [record.__dict__ for record in records]  # not by attribute: pydantic looks for each in vain first
        for name, key, refers in readable_fields(part):
            values = list(map(itemgetter(name), written))
            if not any(values):
                continue
            ids = self.known.get(refers.kind, _NONE) if refers is not None else _NONE
            places = self.places.setdefault(key, {})
            parts: list[Record] = []
            places_of_parts: list[Place] = []
            for value, (file, path) in zip(values, at, strict=True):
                if value.__class__ is str:
                    if value not in ids:
                        places.setdefault(value, []).append((file, (*path, key.name)))
                elif not value:
                    pass
                elif key.record is None:
                    for text, below in _texts_in(value, (*path, key.name)):
                        if text not in ids:
                            places.setdefault(text, []).append((file, below))
                elif isinstance(value, tuple):
                    parts += value
                    places_of_parts += [(file, (*path, key.name, index)) for index in range(len(value))]
                else:
                    parts.append(value)
                    places_of_parts.append((file, (*path, key.name)))
            if parts and key.record is not None:
                self.add(key.record, parts, places_of_parts)


def _texts_in(value: object, path: KeyPath) -> Iterator[tuple[str, KeyPath]]:
    """The texts in `value`, a text, list or mapping that is at `path`, at any depth, each with its path."""
    if isinstance(value, str):
        yield value, path
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts_in(item, (*path, index))
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield from _texts_in(item, (*path, name))


_NONE: frozenset[str] = frozenset()
