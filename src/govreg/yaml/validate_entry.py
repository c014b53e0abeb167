"""Validating the data of a file as an entry of the model, with a located problem for each mistake."""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import ValidationError

from govreg.diagnostics import schema
from govreg.diagnostics.finding import Problem
from govreg.model.fields import ANY_LINE, Record
from govreg.model.location import KeyPath, Location
from govreg.model.names import shown, without_curly_quotes
from govreg.model.other_words import field_meant, value_meant
from govreg.model.schema import field_at, field_specs, record_at
from govreg.model.suggest import nearest_of, one_slip_from
from govreg.yaml.document import Data
from govreg.yaml.scalars import written

RecordT = TypeVar("RecordT", bound=Record)

_MOST_PASSES = 4

_MOST_PROBLEMS = 1000
"""The most mistakes that are checked in one entry; fewer than these are reported per file."""


class ValidatedEntry(NamedTuple, Generic[RecordT]):
    """The result of validating data: the entry, or its problems and a draft without the invalid values.

    A draft is never part of an answer: it lets the references in the rest of the entry be checked in the same run. For
    each list that lost invalid items, `origins` gives the original indices of the remaining ones.
    """

    entry: RecordT | None
    problems: tuple[Problem, ...] = ()
    draft: RecordT | None = None
    origins: Mapping[KeyPath, tuple[int, ...]] | None = None


def validate_entry(part: type[RecordT], data: Data, where: str, given: Mapping[str, str], place: Location) -> ValidatedEntry[RecordT]:
    """Validate `data`, which is at `place`, as a `part`.

    Messages call it `where`, such as “the meeting”. `given` are values that aren't written in it, such as the id.
    """
    problems: list[Problem] = []
    if isinstance(data, dict):
        for key in given.keys() & data.keys():
            hint = "Remove this field: the id is the name of the file, or the key of the entry."
            problem = schema.unknown_key(key, None, list(field_specs(part)), where)
            problems.append(problem._replace(hint=hint, place=_below(place, (key,), at_key=True)))
    given_data = {**data, **given} if isinstance(data, dict) else data
    try:
        entry = part.model_validate(given_data)
    except ValidationError as problem:
        found = [_schema_problem(part, data, error, where) for error in problem.errors(include_url=False)[:_MOST_PROBLEMS]]
        meant = Counter((path[:-1], wrong.replacement) for wrong, path, at_key in found if at_key)
        for wrong, path, at_key in found:
            has_rival = at_key and wrong.replacement is not None and meant[path[:-1], wrong.replacement] > 1
            problems.append((_one_of_several(wrong) if has_rival else wrong).at(_below(place, path, at_key=at_key)))
        draft, origins = _draft(part, given_data, problem)
        return ValidatedEntry(None, tuple(problems), draft, origins)
    return ValidatedEntry(None if problems else entry, tuple(problems), entry if problems else None)


def _below(place: Location, path: KeyPath, *, at_key: bool) -> Location:
    return Location(place.file, (*place.path, *path), at_key)


def _schema_problem(part: type[Record], data: Data, error: Any, where: str) -> tuple[Problem, KeyPath, bool]:  # noqa: ANN401 - pydantic's ErrorDetails has no one type
    """The problem in pydantic's `error`, its path, and whether the key there is wrong rather than the value."""
    path: KeyPath = error["loc"]
    kind: str = error["type"]
    if kind == "extra_forbidden":
        return _unknown_key(part, data, path, where), path, True
    if kind == "missing":
        holder, key = _at(data, path[:-1]), str(path[-1])
        empty = isinstance(holder, dict) and key in holder
        return schema.required(key, _named(part, path[:-1], where), empty=empty), path, False
    if kind == "nobody":
        return schema.required("organisation", "the entry", empty=False), path, False
    if kind == "no_organisation":
        return schema.required("organisation", _named(part, path, where), empty=True), (*path, "organisation"), False
    context: dict[str, Any] = error.get("ctx", {})
    if kind == "one_sender":
        both = bool(context["both"])
        return schema.one_sender(both=both), path if both else (*path, "organisation"), False
    typed = error["input"]
    if "index" in context:
        path = (*path, context["index"])
        typed = typed[context["index"]]
    if kind == "literal_error" and isinstance(typed, str) and (found := field_at(part, path)) is not None:
        meant = one_slip_from(without_curly_quotes(typed) or typed, found.words) or value_meant(typed, found.words)
        problem = schema.not_allowed(typed, found.words, meant or nearest_of(typed, found.words))
        return problem._replace(replacement=meant), path, False
    if kind == "string_too_long":
        return _too_long(part, path, len(typed), context["max_length"]), path, False
    if kind == "string_pattern_mismatch" and context.get("pattern") == ANY_LINE and str(typed).strip():
        kind = "line"
    if typed is None or isinstance(typed, str):  # a register often repeats the same mistake
        return _of_scalar(part, tuple(0 if isinstance(step, int) else step for step in path), typed, kind), path, False
    return _value_problem(kind, typed) or _wrong_type(part, path, typed, kind), path, False


@lru_cache(maxsize=1024)
def _of_scalar(part: type[Record], path: KeyPath, typed: str | None, kind: str) -> Problem:
    """The problem with a text, or with a value that isn't there, at `path`, in which 0 stands for any item of a list."""
    return _value_problem(kind, typed) or _wrong_type(part, path, typed, kind)


def _at(data: Data, path: KeyPath) -> Data:
    for step in path:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, tuple) and isinstance(step, int):
            data = data[step]
    return data


def _unknown_key(part: type[Record], data: Data, path: KeyPath, where: str) -> Problem:
    holder_part = record_at(part, path[:-1]) or part
    known = list(field_specs(holder_part))
    key, holder = str(path[-1]), _at(data, path[:-1])
    others = holder if isinstance(holder, dict) else {}
    slip = one_slip_from(key, known)
    meant = slip or field_meant(key, known)
    problem = schema.unknown_key(key, meant or nearest_of(key, known), known, _named(part, path[:-1], where))
    if meant is None:
        return problem
    if meant in others:
        return problem._replace(hint=f"“{meant}” is there too: keep one of them.")
    for field in (meant, f"{meant}_as_written"):
        if field not in others and _takes(holder_part, field, others[key]):
            return problem._replace(hint=problem.hint if field == slip else f"Write “{field}”.", replacement=field)
    return problem._replace(hint=f"Write `{meant}`, for {field_specs(holder_part)[meant].description}.")


def _one_of_several(problem: Problem) -> Problem:
    """The `problem` of an unknown key, where another key beside it may mean the same field."""
    return problem._replace(hint=f"Several fields here may mean “{problem.replacement}”: keep one of them.", replacement=None)


def _takes(part: type[Record], field: str, value: Data) -> bool:
    """Whether `value` may be written for `field` of `part` as it is."""
    try:
        part.model_validate({field: value})
    except ValidationError as problem:
        return all(error["loc"][:1] != (field,) for error in problem.errors(include_url=False))
    return True


def _value_problem(kind: str, typed: object) -> Problem | None:
    """The problem with a text, by pydantic's or the model's name for it; None if the value has the wrong type."""
    if kind == "two_meetings":
        return schema.two_meetings()
    if not isinstance(typed, str):
        return None
    if kind == "fingerprint":
        hint = "Leave `of` out; `duplicates --format json` gives each pair's fingerprint."
        return schema.wrong_type("a fingerprint such as 1:3f9c0b1d2e4a5f67", type_name(typed), hint)
    if kind in ("number", "count"):
        return schema.invalid_number(typed, whole=kind == "count")
    if kind in ("truth", "true_or_false"):
        return schema.invalid_boolean(typed, duties=kind == "truth")
    if kind in ("blank", "string_pattern_mismatch"):
        return schema.blank()
    if kind == "date":
        return schema.invalid_date(typed)
    if kind == "duration":
        return schema.invalid_duration(typed)
    return schema.one_line() if kind == "line" else None


def _too_long(part: type[Record], path: KeyPath, characters: int, most: int) -> Problem:
    key = field_at(part, path)
    what = {"title": "A title", "aliases": "An alias"}.get(key.name if key is not None else "", "A name")
    return schema.name_too_long(what, characters, most, of_meeting="purpose" in field_specs(part))


def _wrong_type(part: type[Record], path: KeyPath, typed: object, kind: str) -> Problem:
    """The problem of a list, mapping or text where one of the others is expected."""
    key = field_at(part, path)
    at_key = key is not None and bool(path) and path[-1] == key.name
    expected, hint, replacement = "a text", "Write a single text.", None
    if not path:
        expected, hint = "keys and values", f"Known here: {', '.join(field_specs(part))}."
    elif kind == "text_or_list":
        expected, hint = "a text or a list of texts", "Write one text, or a list: [one, other]."
    elif key is not None and key.many and at_key:
        expected, hint = "a list", "Write a list: begin each item with “- ”."
        if isinstance(typed, str) and (key.record is None or key.record.short is not None):
            one_item = "," not in typed or (key.record is not None and key.record.short == "text")
            replacement = f"[{written(typed)}]" if one_item else None
            item = written(typed if one_item else typed.partition(",")[0].strip())
            rest = "" if one_item else ", and so on, each on a line of its own"
            hint = f"Write a list: `{key.name}:`, and on the next line `  - {item}`{rest}."
    elif key is not None and key.record is not None:
        expected, hint = "keys and values", f"Known here: {', '.join(field_specs(key.record))}."
    elif key is not None and key.mapping and at_key:
        expected, hint = "a mapping of names to values", "Write one per line: `name: value`."
    elif isinstance(typed, Mapping):
        hint = "If this is a text with a colon in it, put the whole text in quotes."
    return schema.wrong_type(expected, type_name(typed), hint)._replace(replacement=replacement)


def type_name(value: object) -> str:
    """The type of `value` as a message calls it."""
    if value is None:
        return "nothing"
    if isinstance(value, Mapping):
        return "a mapping"
    return "a list" if isinstance(value, tuple) else f"the text “{shown(str(value))}”"


def _named(part: type[Record], path: KeyPath, where: str) -> str:
    """What to call the mapping at `path` in a message: `the meeting`, `the participant`."""
    if not path:
        return where
    key = field_at(part, path)
    names = {"participants": "the participant", "sources": "the source", "focus": "the focus item", "review": "the review"}
    return names.get(key.name, f"“{key.name}”") if key is not None else where


def _draft(part: type[RecordT], data: Data, problem: ValidationError) -> tuple[RecordT | None, Mapping[KeyPath, tuple[int, ...]]]:
    """The entry without its invalid values, if the rest is a valid entry, and the original indices of its list items."""
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
    """The path in the file of what is at `path` in a draft; `origins` as in `ValidatedEntry`."""
    steps: list[str | int] = []
    for step in path:
        kept = origins.get(tuple(steps))
        steps.append(kept[step] if kept is not None and isinstance(step, int) and step < len(kept) else step)
    return tuple(steps)
