"""What may be written in a part of a register's files, key by key: for messages, for the docs, and to know text from dates."""

from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import AfterValidator, BeforeValidator, PlainValidator, StringConstraints
from pydantic.fields import FieldInfo

from govreg.model import fields
from govreg.model.location import KeyPath
from govreg.values import dataclass


@dataclass(frozen=True)
class FieldSpec:
    """A key that may be written: its value, and what it means."""

    name: str
    kind: Literal["text", "date", "date or text", "duration", "number", "true or false", "truth", "part"]
    many: bool
    """Whether its value is a list."""
    mapping: bool
    """Whether its value maps names of the writer's choice to values."""
    required: bool
    description: str
    words: tuple[str, ...] = ()
    """The words that are allowed, where not every text is."""
    record: type[fields.Record] | None = None
    single: bool = False
    """Whether one value may be written without a list."""
    prose: bool = False
    """Whether a text may run over several lines."""
    whole: bool = False
    """Whether a number is a whole one from 1 on."""
    longest: int | None = None
    """The most characters of a text; None if a file's limit is the only one."""

    # Each is made only once, so that it is the same as itself only, and quick to look up.
    __eq__ = object.__eq__
    __hash__ = object.__hash__


@cache
def field_specs(part: type[fields.Record]) -> dict[str, FieldSpec]:
    """The keys of `part`, in the order in which they are written."""
    return {key: spec for key in fields.keys(part) if (spec := field_spec(part, key)) is not None}


@cache
def field_spec(part: type[fields.Record], key: str) -> FieldSpec | None:
    """What may be written for `key` of `part`; None if it has no such key."""
    name = fields.keys(part).get(key)
    return _field_spec(key, part.model_fields[name]) if name is not None else None


def record_at(part: type[fields.Record], path: KeyPath) -> type[fields.Record] | None:
    """The part at `path` below `part`, or None if it is another kind of value."""
    here: type[fields.Record] | None = part
    for step in path:
        if here is None:
            return None
        if isinstance(step, str):
            key = field_spec(here, step)
            here = key.record if key else None
    return here


def field_at(part: type[fields.Record], path: KeyPath) -> FieldSpec | None:
    """The key that `path` below `part` leads through last, or None if there is no such key."""
    found: FieldSpec | None = None
    here: type[fields.Record] | None = part
    for step in path:
        if isinstance(step, int):
            continue
        if found is not None and found.mapping:
            return found
        if here is None:
            return None
        found = field_spec(here, step)
        here = found.record if found else None
    return found


def _field_spec(name: str, info: FieldInfo) -> FieldSpec:
    checks = [item.func for item in info.metadata if isinstance(item, AfterValidator | PlainValidator)]
    seen = _AnnotationReader(checks=checks)
    seen.constraints += [item for item in info.metadata if isinstance(item, StringConstraints)]
    seen.look(info.annotation)
    kind: Literal["text", "date", "date or text", "duration", "number", "true or false", "truth", "part"] = "text"
    if seen.part is not None:
        kind = "part"
    elif any(check.__name__ == "_date" for check in seen.checks):
        kind = "date"
    elif any(check.__name__ == "_date_or_words" for check in seen.checks):
        kind = "date or text"
    elif any(check.__name__ == "_duration" for check in seen.checks):
        kind = "duration"
    elif any(check.__name__ in ("_number", "_count") for check in seen.checks):
        kind = "number"
    elif any(check.__name__ == "_truth" for check in seen.checks):
        kind = "true or false"
    elif fields.true_or_duties in seen.checks:
        kind = "truth"
    return FieldSpec(
        name,
        kind,
        many=tuple in seen.holders,
        mapping=dict in seen.holders,
        required=info.is_required(),
        description=info.description or "",
        words=tuple(seen.words),
        record=seen.part,
        single=fields.one_or_more in seen.checks or any(isinstance(item, BeforeValidator) for item in info.metadata),
        prose=any(item.pattern == fields.ANY_TEXT for item in seen.constraints),
        whole=any(check.__name__ == "_count" for check in seen.checks),
        longest=next((item.max_length for item in seen.constraints if item.max_length), None),
    )


class _AnnotationReader:
    """The types within an annotation, at any depth."""

    def __init__(self, checks: list[Any]) -> None:
        self.checks = checks
        self.holders: set[object] = set()
        self.words: list[str] = []
        self.constraints: list[StringConstraints] = []
        self.part: type[fields.Record] | None = None

    def look(self, annotation: Any) -> None:  # noqa: ANN401 - annotations have no type of their own
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin is Literal:
            self.words += inner
        elif origin is Annotated:
            self.checks += [item.func for item in inner[1:] if isinstance(item, AfterValidator | PlainValidator)]
            self.constraints += [item for item in inner[1:] if isinstance(item, StringConstraints)]
            self.look(inner[0])
        elif origin in (Union, UnionType, tuple, dict):
            self.holders.add(origin)
            for item in inner:
                self.look(item)
        elif isinstance(annotation, type) and issubclass(annotation, fields.Record):
            self.part = annotation
