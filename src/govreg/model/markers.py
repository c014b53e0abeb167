"""What a field means to those who check, compare and count entries: markers beside its type."""

from collections.abc import Mapping
from functools import cache
from typing import Literal, TypeVar

from govreg.model.fields import Record, keys
from govreg.values import dataclass

EntryKind = Literal["meeting", "organisation", "theme", "area"]

ReferenceKind = EntryKind | Literal["meeting or organisation"]
"""The entries that a reference may lead to."""


@dataclass(frozen=True)
class Refers:
    """The field's texts, or the keys of its mapping, are ids of entries of one kind."""

    kind: ReferenceKind
    words: frozenset[str] = frozenset()
    """Texts that may be written for an id and name no entry."""


@dataclass(frozen=True)
class Means:
    """What a change of the field means to `diff`; a change of a field without it is administrative."""

    aspect: Literal["lead", "scope", "life", "review", "other"]


@dataclass(frozen=True)
class Weighed:
    """The field is evidence for or against a possible duplicate: a change of it may raise a pair."""


@dataclass(frozen=True)
class Judged:
    """A verdict on a pair rests on the field: once it changes, the verdict is stale."""

    place: int
    """Where the field's digest comes in a fingerprint, counted from 0; it never changes, since registers hold fingerprints."""


MarkerT = TypeVar("MarkerT", Refers, Means, Weighed, Judged)


@cache
def marked(record: type[Record], marker: type[MarkerT]) -> Mapping[str, MarkerT]:
    """The keys of `record` that have a `marker`, each with it, in the order of the file."""
    fields = record.model_fields
    found = ((key, one) for key, name in keys(record).items() for one in fields[name].metadata if isinstance(one, marker))
    return dict(found)
