"""Every place where an entry names another entry by its id, as the markers of its fields say."""

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from govreg.model.fields import Record, keys
from govreg.model.location import KeyPath
from govreg.model.markers import ReferenceKind, Refers, marked
from govreg.model.schema import field_specs


class Reference(NamedTuple):
    """An id that names an entry of one kind, and its path below the entry that it is in."""

    kind: ReferenceKind
    id: str
    path: KeyPath


class ReferenceList(NamedTuple):
    """The ids that one field names, as one value: an entry may name hundreds of others, and most of them are in order."""

    kind: ReferenceKind
    ids: tuple[str, ...]
    path: KeyPath
    """The field's path below the entry that it is in."""
    holder: Literal["list", "mapping", "text"]
    """The value of the field: a list of ids, a mapping of which they are the keys, or one id."""

    def reference(self, index: int) -> Reference:
        """The reference at `index` of `ids`."""
        id_ = self.ids[index]
        step: KeyPath = () if self.holder == "text" else (index,) if self.holder == "list" else (id_,)
        return Reference(self.kind, id_, (*self.path, *step))


def reference_lists(entry: Record, path: KeyPath = ()) -> list[ReferenceList]:
    """The references of `entry`, which is at `path`, and of its parts, field by field."""
    found: list[ReferenceList] = []
    _gather(entry, path, found)
    return found


def _gather(entry: Record, path: KeyPath, found: list[ReferenceList]) -> None:
    values, given = entry.__dict__, entry.model_fields_set
    for key, name, refers in _naming_fields(type(entry)):
        if name not in given:  # then it names none
            continue
        value = values[name]
        here = (*path, key)
        if refers is None:
            if isinstance(value, Record):
                _gather(value, here, found)
            for index, part in enumerate(_parts(value)):
                _gather(part, (*here, index), found)
        elif isinstance(value, str):
            if value not in refers.words:
                found.append(ReferenceList(refers.kind, (value,), here, "text"))
        elif isinstance(value, tuple):
            if value:
                found.append(ReferenceList(refers.kind, value, here, "list"))
        elif isinstance(value, dict):
            found.append(ReferenceList(refers.kind, tuple(value), here, "mapping"))


def references(entry: Record, path: KeyPath = ()) -> Iterator[Reference]:
    """The references of `entry`, which is at `path`, and of its parts."""
    return (one.reference(index) for one in reference_lists(entry, path) for index in range(len(one.ids)))


def _parts(value: object) -> tuple[Record, ...]:
    return value if isinstance(value, tuple) else ()


@cache
def _naming_fields(record: type[Record]) -> tuple[tuple[str, str, Refers | None], ...]:
    """The fields that name entries or whose parts do: key, name, and what they name; None for parts."""
    naming, specs = marked(record, Refers), field_specs(record)
    names = keys(record)
    return tuple((key, names[key], naming.get(key)) for key, spec in specs.items() if key in naming or _names(spec.record))


@cache
def naming_keys(record: type[Record]) -> frozenset[str]:
    """The keys of `record` under which it, or a part of it, may name an entry of any kind."""
    return frozenset(key for key, _, _ in _naming_fields(record))


def _names(record: type[Record] | None) -> bool:
    return record is not None and bool(_naming_fields(record))


@cache
def naming(record: type[Record], kind: ReferenceKind) -> frozenset[str]:
    """The keys of `record` under which it, or a part of it, may name an entry of `kind`."""
    found = {key for key, refers in marked(record, Refers).items() if kind in refers.kind.split(" or ")}
    parts = {key for key, spec in field_specs(record).items() if spec.record is not None and naming(spec.record, kind)}
    return frozenset(found | parts)
