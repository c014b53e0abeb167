"""From the data of a file to an entry of the model, with every mistake in its shape worded and placed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import ValidationError

from govreg.files import shape
from govreg.files.document import Data
from govreg.model.fields import ANY_LINE, Part
from govreg.model.finding import Rule, Wording
from govreg.model.likeness import nearest_of
from govreg.model.names import shown
from govreg.model.place import Path
from govreg.model.schema import key_at, part_at, schema

Entry = TypeVar("Entry", bound=Part)

_MOST_PASSES = 4


class Slip(NamedTuple):
    """A mistake in the shape of an entry, at a way below it."""

    rule: Rule[..., Wording]
    wording: Wording
    path: Path
    at_key: bool = False


@dataclass(frozen=True, slots=True)
class Checked(Generic[Entry]):
    """What came of checking data: the entry, or its mistakes and a draft of it without them.

    A draft is no answer to anything: it lets the references in the rest of the entry be checked in the same run. Since
    items are missing from its lists, `origins` gives for each such list where its items stood.
    """

    entry: Entry | None
    slips: tuple[Slip, ...] = ()
    draft: Entry | None = None
    origins: Mapping[Path, tuple[int, ...]] | None = None


def check(part: type[Entry], data: Data, where: str, given: Mapping[str, str]) -> Checked[Entry]:
    """Check `data` as a `part`, called `where` in messages; `given` are values that are not written inside it."""
    slips: list[Slip] = []
    if isinstance(data, dict):
        for key in given.keys() & data.keys():
            wording = shape.unknown_key(key, None, list(schema(part)), where)
            hint = "Leave it out: the name of the file or of the entry is its id."
            slips.append(Slip(shape.unknown_key, Wording(wording.message, hint), (key,), at_key=True))
    given_data = {**data, **given} if isinstance(data, dict) else data
    try:
        entry = part.model_validate(given_data)
    except ValidationError as problem:
        slips += [_slip(part, data, error, where) for error in problem.errors(include_url=False)]
        draft, origins = _draft(part, given_data, problem)
        return Checked(None, tuple(slips), draft, origins)
    return Checked(None if slips else entry, tuple(slips), entry if slips else None)


def _slip(part: type[Part], data: Data, error: Any, where: str) -> Slip:  # noqa: ANN401 - pydantic's ErrorDetails has no one type
    path: Path = error["loc"]
    kind: str = error["type"]
    typed = error["input"]
    context: dict[str, Any] = error.get("ctx", {})
    if kind == "missing":
        holder, key = _at(data, path[:-1]), str(path[-1])
        empty = isinstance(holder, dict) and key in holder
        return Slip(shape.required, shape.required(key, _named(part, path[:-1], where), empty=empty), path)
    if kind == "extra_forbidden":
        known = list(schema(part_at(part, path[:-1]) or part))
        key = str(path[-1])
        wording = shape.unknown_key(key, nearest_of(key, known), known, _named(part, path[:-1], where))
        return Slip(shape.unknown_key, wording, path, at_key=True)
    if kind == "nobody":
        return Slip(shape.required, shape.required("organisation", "the entry", empty=False), path)
    if kind == "no_organisation":
        return Slip(shape.required, shape.required("organisation", _named(part, path, where), empty=True), (*path, "organisation"))
    if kind == "one_sender":
        both = bool(context["both"])
        return Slip(shape.one_sender, shape.one_sender(both=both), path if both else (*path, "organisation"))
    if "index" in context:
        path = (*path, context["index"])
        typed = typed[context["index"]]
    if kind == "literal_error" and isinstance(typed, str) and (found := key_at(part, path)) is not None:
        return Slip(shape.not_allowed, shape.not_allowed(typed, found.words, nearest_of(typed, found.words)), path)
    if kind == "string_pattern_mismatch" and context.get("pattern") == ANY_LINE and str(typed).strip():
        kind = "line"
    return _worded(kind, path, typed) or _wrong(part, path, typed, kind)


def _at(data: Data, path: Path) -> Data:
    for step in path:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, tuple) and isinstance(step, int):
            data = data[step]
    return data


def _worded(kind: str, path: Path, typed: object) -> Slip | None:
    """The slip for a mistake in a text, by pydantic's or the model's name for it."""
    if not isinstance(typed, str):
        return Slip(shape.two_meetings, shape.two_meetings(), path) if kind == "two_meetings" else None
    if kind == "date":
        return Slip(shape.no_date, shape.no_date(typed), path)
    if kind == "fingerprint":
        hint = "Leave `of` out; `duplicates --format json` gives each pair's fingerprint."
        return Slip(shape.wrong_kind, shape.wrong_kind("a fingerprint such as 1:3f9c0b1d2e4a5f67", sort_of(typed), hint), path)
    if kind == "number":
        return Slip(shape.no_number, shape.no_number(typed), path)
    if kind == "truth":
        return Slip(shape.no_truth, shape.no_truth(typed), path)
    if kind == "two_meetings":
        return Slip(shape.two_meetings, shape.two_meetings(), path)
    if kind in ("blank", "string_pattern_mismatch"):
        return Slip(shape.blank, shape.blank(), path)
    return Slip(shape.one_line, shape.one_line(), path) if kind == "line" else None


def _wrong(part: type[Part], path: Path, typed: object, kind: str) -> Slip:
    """The slip for a list, mapping or text where another of them belongs."""
    key = key_at(part, path)
    at_key = key is not None and bool(path) and path[-1] == key.name
    expected, hint = "a text", "Write one text."
    if not path:
        expected, hint = "keys and values", f"Known here: {', '.join(schema(part))}."
    elif kind == "text_or_list":
        expected, hint = "a text or a list of texts", "Write one text, or a list: [one, other]."
    elif key is not None and key.many and at_key:
        expected = "a list"
        hint = f"Write a list: `{key.name}: [{typed}]`." if isinstance(typed, str) else "Write a list: begin each item with “- ”."
    elif key is not None and key.part is not None:
        expected, hint = "keys and values", f"Known here: {', '.join(schema(key.part))}."
    elif key is not None and key.named and at_key:
        expected, hint = "names, each with a value", "Write one a line: `name: value`."
    elif isinstance(typed, Mapping):
        hint = "If this is a text with a colon in it, put the whole text in quotes."
    return Slip(shape.wrong_kind, shape.wrong_kind(expected, sort_of(typed), hint), path)


def sort_of(value: object) -> str:
    """What `value` is, in a message."""
    if value is None:
        return "nothing"
    if isinstance(value, Mapping):
        return "a mapping of keys"
    return "a list" if isinstance(value, tuple) else f"the text “{shown(str(value))}”"


def _named(part: type[Part], path: Path, where: str) -> str:
    """What to call the mapping at `path` in a message: `the meeting`, `the participant`."""
    if not path:
        return where
    key = key_at(part, path)
    names = {"participants": "the participant", "sources": "the source", "focus": "the focus item", "review": "the review"}
    return names.get(key.name, f"“{key.name}”") if key is not None else where


def _draft(part: type[Entry], data: Data, problem: ValidationError) -> tuple[Entry | None, Mapping[Path, tuple[int, ...]]]:
    """The entry without what is wrong in it, if that is enough for one, and where the items of its lists stood."""
    wrong: set[Path] = set()
    origins: dict[Path, tuple[int, ...]] = {}
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


def _without(data: Data, wrong: frozenset[Path], here: Path, origins: dict[Path, tuple[int, ...]]) -> Data:
    if isinstance(data, dict):
        return {key: _without(item, wrong, (*here, key), origins) for key, item in data.items() if (*here, key) not in wrong}
    if isinstance(data, tuple):
        kept = tuple(index for index in range(len(data)) if (*here, index) not in wrong)
        if len(kept) < len(data):
            origins[here] = kept
        return tuple(_without(data[index], wrong, (*here, index), origins) for index in kept)
    return data


def original(path: Path, origins: Mapping[Path, tuple[int, ...]]) -> Path:
    """The way in the file to what stands at `path` in a draft."""
    steps: list[str | int] = []
    for step in path:
        kept = origins.get(tuple(steps))
        steps.append(kept[step] if kept is not None and isinstance(step, int) and step < len(kept) else step)
    return tuple(steps)
