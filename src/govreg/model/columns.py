"""What is written in entries, field by field: one column for what a thousand entries have in the same field."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from govreg.model.fields import Record
from govreg.model.markers import Refers, marked
from govreg.model.schema import FieldSpec, field_specs


class Column(NamedTuple):
    """A field of one kind of record: its key, what its ids refer to, and the value of each record in which it isn't empty."""

    key: FieldSpec
    refers: Refers | None
    values: Sequence[object]


def columns(entries: Iterable[Record]) -> Iterator[Column]:
    """The fields of `entries` and of their parts that hold texts, dates or ids; a record that is part of several entries counts once."""
    parts: dict[type[Record], list[Record]] = {}
    for entry in entries:
        parts.setdefault(type(entry), []).append(entry)
    while parts:
        part, records = parts.popitem()
        written = [record.__dict__ for record in records]  # not by attribute: pydantic looks for each in vain first
        for name, key, refers in readable_fields(part):
            values = list(filter(None, map(itemgetter(name), written)))
            if key.record is not None:
                held = list(chain.from_iterable(value if isinstance(value, tuple) else (value,) for value in values))
                once = dict(zip(map(id, held), held, strict=True))  # one record serves for every seat of a post
                parts.setdefault(key.record, []).extend(once.values())
            elif values:
                yield Column(key, refers, values)


@cache
def readable_fields(part: type[Record]) -> tuple[tuple[str, FieldSpec, Refers | None], ...]:
    """The fields of `part` that hold texts, dates or ids, or parts that may, each with its key and what its ids refer to."""
    refers, keys = marked(part, Refers), field_specs(part)
    names = ((name, keys.get(field.alias or name)) for name, field in part.model_fields.items())
    return tuple(
        (name, key, refers.get(key.name))
        for name, key in names
        if key is not None and not key.words and (key.kind != "number" or key.name in refers)
    )
