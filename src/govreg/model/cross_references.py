"""Every place where an entry names another entry by its id, as the markers of its fields say."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from operator import itemgetter
from typing import Literal, NamedTuple

from govreg.model.columns import Column
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
    """The field's path below the entry that it is in; that of the list of parts, if it is a field of such parts."""
    holder: Literal["list", "mapping", "text", "parts"]
    """The value of the field: a list of ids, a mapping of which they are the keys, or one id; or one id in each part of a list."""
    key: str = ""
    indexes: tuple[int, ...] = ()
    """For each id of a list of parts, the part's index in the list; `key` is the field."""

    def reference(self, index: int) -> Reference:
        """The reference at `index` of `ids`."""
        id_ = self.ids[index]
        if self.holder == "parts":
            return Reference(self.kind, id_, (*self.path, self.indexes[index], self.key))
        step: KeyPath = () if self.holder == "text" else (index,) if self.holder == "list" else (id_,)
        return Reference(self.kind, id_, (*self.path, *step))


def reference_lists(entry: Record, path: KeyPath = ()) -> list[ReferenceList]:
    """The references of `entry`, which is at `path`, and of its parts, field by field."""
    found: list[ReferenceList] = []
    _gather(entry, path, found)
    return found


def _gather(entry: Record, path: KeyPath, found: list[ReferenceList]) -> None:
    values, given = entry.__dict__, entry.__pydantic_fields_set__  # not by `model_fields_set`, which is a call for each part
    for key, name, refers in _naming_fields(type(entry)):
        if name in given:  # else it names none
            _gather_field(values[name], (*path, key), refers, found)


def _gather_field(value: object, path: KeyPath, refers: Refers | None, found: list[ReferenceList]) -> None:
    """Add what `value`, which is at `path`, names: ids if it `refers` to entries, else what its parts name."""
    if refers is None:
        if isinstance(value, tuple):
            _gather_list(value, path, found)
        elif isinstance(value, Record):
            _gather(value, path, found)
    elif isinstance(value, str):
        if value not in refers.words:
            found.append(ReferenceList(refers.kind, (value,), path, "text"))
    elif isinstance(value, tuple):
        if value:
            found.append(ReferenceList(refers.kind, value, path, "list"))
    elif isinstance(value, dict):
        found.append(ReferenceList(refers.kind, tuple(value), path, "mapping"))


def _gather_list(parts: tuple[Record, ...], path: KeyPath, found: list[ReferenceList]) -> None:
    """Add what `parts`, a list at `path`, name, field by field: most references are in the seats of meetings, a dozen each."""
    written = [part.__dict__ for part in parts]
    for key, name, refers in _naming_fields(type(parts[0])) if parts else ():
        values = list(map(itemgetter(name), written))
        if not any(values):  # as for most fields
            continue
        named = [(index, value) for index, value in enumerate(values) if value]
        if refers is not None and isinstance(named[0][1], str):
            indexes, ids = zip(*named, strict=True)
            found.append(ReferenceList(refers.kind, ids, path, "parts", key, indexes))
        else:
            for index, value in named:
                _gather_field(value, (*path, index, key), refers, found)


def named_ids(columns: Iterable[Column]) -> Mapping[ReferenceKind, set[str]]:
    """The different ids in `columns`, by the kind of entry that they name: `reference_lists` has them with their places."""
    found: dict[ReferenceKind, set[str]] = {}
    for _, refers, values in columns:
        if refers is None:
            continue
        ids = found.setdefault(refers.kind, set())
        for value in values:
            if isinstance(value, str):
                if value not in refers.words:
                    ids.add(value)
            elif isinstance(value, tuple | dict):
                ids.update(value)
    return found


def references(entry: Record, path: KeyPath = ()) -> Iterator[Reference]:
    """The references of `entry`, which is at `path`, and of its parts."""
    return (one.reference(index) for one in reference_lists(entry, path) for index in range(len(one.ids)))


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
