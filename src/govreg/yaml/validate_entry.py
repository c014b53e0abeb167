"""From the data of a file to an entry of the model, with every mistake in its shape worded and placed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import ValidationError

from govreg.diagnostics import schema
from govreg.diagnostics.finding import Rule, Wording
from govreg.model.fields import ANY_LINE, Record
from govreg.model.location import KeyPath
from govreg.model.names import shown
from govreg.model.schema import field_at, field_specs, record_at
from govreg.model.suggest import nearest_of
from govreg.yaml.document import Data

RecordT = TypeVar("RecordT", bound=Record)

_MOST_PASSES = 4

_MOST_SLIPS = 1000
"""How many mistakes of one entry are worded: fewer are told of a file."""


class SchemaError(NamedTuple):
    """A mistake in the shape of an entry, at a way below it."""

    rule: Rule[..., Wording]
    wording: Wording
    path: KeyPath
    at_key: bool = False


@dataclass(frozen=True, slots=True)
class ValidatedEntry(Generic[RecordT]):
    """What came of checking data: the entry, or its mistakes and a draft of it without them.

    A draft is no answer to anything: it lets the references in the rest of the entry be checked in the same run. Since
    items are missing from its lists, `origins` gives for each such list where its items stood.
    """

    entry: RecordT | None
    errors: tuple[SchemaError, ...] = ()
    draft: RecordT | None = None
    origins: Mapping[KeyPath, tuple[int, ...]] | None = None


def validate_entry(part: type[RecordT], data: Data, where: str, given: Mapping[str, str]) -> ValidatedEntry[RecordT]:
    """Check `data` as a `part`, called `where` in messages; `given` are values that are not written inside it."""
    slips: list[SchemaError] = []
    if isinstance(data, dict):
        for key in given.keys() & data.keys():
            wording = schema.unknown_key(key, None, list(field_specs(part)), where)
            hint = "Leave it out: the name of the file or of the entry is its id."
            slips.append(SchemaError(schema.unknown_key, Wording(wording.message, hint), (key,), at_key=True))
    given_data = {**data, **given} if isinstance(data, dict) else data
    try:
        entry = part.model_validate(given_data)
    except ValidationError as problem:
        slips += [_schema_error(part, data, error, where) for error in problem.errors(include_url=False)[:_MOST_SLIPS]]
        draft, origins = _draft(part, given_data, problem)
        return ValidatedEntry(None, tuple(slips), draft, origins)
    return ValidatedEntry(None if slips else entry, tuple(slips), entry if slips else None)


def _schema_error(part: type[Record], data: Data, error: Any, where: str) -> SchemaError:  # noqa: ANN401 - pydantic's ErrorDetails has no one type
    path: KeyPath = error["loc"]
    kind: str = error["type"]
    typed = error["input"]
    context: dict[str, Any] = error.get("ctx", {})
    if kind == "missing":
        holder, key = _at(data, path[:-1]), str(path[-1])
        empty = isinstance(holder, dict) and key in holder
        return SchemaError(schema.required, schema.required(key, _named(part, path[:-1], where), empty=empty), path)
    if kind == "extra_forbidden":
        known = list(field_specs(record_at(part, path[:-1]) or part))
        key = str(path[-1])
        wording = schema.unknown_key(key, nearest_of(key, known), known, _named(part, path[:-1], where))
        return SchemaError(schema.unknown_key, wording, path, at_key=True)
    if kind == "nobody":
        return SchemaError(schema.required, schema.required("organisation", "the entry", empty=False), path)
    if kind == "no_organisation":
        return SchemaError(schema.required, schema.required("organisation", _named(part, path, where), empty=True), (*path, "organisation"))
    if kind == "one_sender":
        both = bool(context["both"])
        return SchemaError(schema.one_sender, schema.one_sender(both=both), path if both else (*path, "organisation"))
    if "index" in context:
        path = (*path, context["index"])
        typed = typed[context["index"]]
    if kind == "literal_error" and isinstance(typed, str) and (found := field_at(part, path)) is not None:
        return SchemaError(schema.not_allowed, schema.not_allowed(typed, found.words, nearest_of(typed, found.words)), path)
    if kind == "string_pattern_mismatch" and context.get("pattern") == ANY_LINE and str(typed).strip():
        kind = "line"
    return _worded(kind, path, typed) or _wrong(part, path, typed, kind)


def _at(data: Data, path: KeyPath) -> Data:
    for step in path:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, tuple) and isinstance(step, int):
            data = data[step]
    return data


def _worded(kind: str, path: KeyPath, typed: object) -> SchemaError | None:
    """The slip for a mistake in a text, by pydantic's or the model's name for it."""
    if not isinstance(typed, str):
        return SchemaError(schema.two_meetings, schema.two_meetings(), path) if kind == "two_meetings" else None
    if kind == "date":
        return SchemaError(schema.no_date, schema.no_date(typed), path)
    if kind == "fingerprint":
        hint = "Leave `of` out; `duplicates --format json` gives each pair's fingerprint."
        return SchemaError(schema.wrong_kind, schema.wrong_kind("a fingerprint such as 1:3f9c0b1d2e4a5f67", sort_of(typed), hint), path)
    if kind in ("number", "count"):
        return SchemaError(schema.no_number, schema.no_number(typed, whole=kind == "count"), path)
    if kind in ("truth", "true_or_false"):
        return SchemaError(schema.no_truth, schema.no_truth(typed, duties=kind == "truth"), path)
    if kind == "two_meetings":
        return SchemaError(schema.two_meetings, schema.two_meetings(), path)
    if kind in ("blank", "string_pattern_mismatch"):
        return SchemaError(schema.blank, schema.blank(), path)
    return SchemaError(schema.one_line, schema.one_line(), path) if kind == "line" else None


def _wrong(part: type[Record], path: KeyPath, typed: object, kind: str) -> SchemaError:
    """The slip for a list, mapping or text where another of them belongs."""
    key = field_at(part, path)
    at_key = key is not None and bool(path) and path[-1] == key.name
    expected, hint = "a text", "Write one text."
    if not path:
        expected, hint = "keys and values", f"Known here: {', '.join(field_specs(part))}."
    elif kind == "text_or_list":
        expected, hint = "a text or a list of texts", "Write one text, or a list: [one, other]."
    elif key is not None and key.many and at_key:
        expected = "a list"
        hint = f"Write a list: `{key.name}: [{typed}]`." if isinstance(typed, str) else "Write a list: begin each item with “- ”."
    elif key is not None and key.record is not None:
        expected, hint = "keys and values", f"Known here: {', '.join(field_specs(key.record))}."
    elif key is not None and key.mapping and at_key:
        expected, hint = "names, each with a value", "Write one a line: `name: value`."
    elif isinstance(typed, Mapping):
        hint = "If this is a text with a colon in it, put the whole text in quotes."
    return SchemaError(schema.wrong_kind, schema.wrong_kind(expected, sort_of(typed), hint), path)


def sort_of(value: object) -> str:
    """What `value` is, in a message."""
    if value is None:
        return "nothing"
    if isinstance(value, Mapping):
        return "a mapping of keys"
    return "a list" if isinstance(value, tuple) else f"the text “{shown(str(value))}”"


def _named(part: type[Record], path: KeyPath, where: str) -> str:
    """What to call the mapping at `path` in a message: `the meeting`, `the participant`."""
    if not path:
        return where
    key = field_at(part, path)
    names = {"participants": "the participant", "sources": "the source", "focus": "the focus item", "review": "the review"}
    return names.get(key.name, f"“{key.name}”") if key is not None else where


def _draft(part: type[RecordT], data: Data, problem: ValidationError) -> tuple[RecordT | None, Mapping[KeyPath, tuple[int, ...]]]:
    """The entry without what is wrong in it, if that is enough for one, and where the items of its lists stood."""
    wrong: set[KeyPath] = set()
    origins: dict[KeyPath, tuple[int, ...]] = {}
    for _ in range(_MOST_PASSES):
        for error in problem.errors(include_url=False, include_context=False, include_input=False):
            path = original(tuple(error["loc"]), origins)
            wrong.add(path[:-1] if error["type"] == "missing" and len(path) > 1 else path)
        origins = {}
        rest = _without(data, frozenset(wrong), (), origins)
        if not isinstance(rest, dict):
            break
        for key, stand_in in (("title", "…"), ("lead", "not-stated"), ("name", "…")):
            if key in part.model_fields and rest.get(key) in (None, ()):
                rest[key] = stand_in
        try:
            return part.model_validate(rest), origins
        except ValidationError as again:
            problem = again
    return None, {}


def _without(data: Data, wrong: frozenset[KeyPath], here: KeyPath, origins: dict[KeyPath, tuple[int, ...]]) -> Data:
    if isinstance(data, dict):
        return {key: _without(item, wrong, (*here, key), origins) for key, item in data.items() if (*here, key) not in wrong}
    if isinstance(data, tuple):
        kept = tuple(index for index in range(len(data)) if (*here, index) not in wrong)
        if len(kept) < len(data):
            origins[here] = kept
        return tuple(_without(data[index], wrong, (*here, index), origins) for index in kept)
    return data


def original(path: KeyPath, origins: Mapping[KeyPath, tuple[int, ...]]) -> KeyPath:
    """The way in the file to what stands at `path` in a draft."""
    steps: list[str | int] = []
    for step in path:
        kept = origins.get(tuple(steps))
        steps.append(kept[step] if kept is not None and isinstance(step, int) and step < len(kept) else step)
    return tuple(steps)
