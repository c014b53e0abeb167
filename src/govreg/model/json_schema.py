"""JSON Schema (draft-07) of a register's files, for editors: made from the models' keys, with the register's own ids as values.

https://json-schema.org/draft-07/json-schema-validation. What pydantic makes of the models itself doesn't serve: it describes
entries as they are read, without short forms, single values and keys left empty, and nothing of what plain functions check.
Values are those of a YAML 1.2 reader, which editors use. Not said in a schema: that a year has no 29 February, and what only
the whole register shows.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, Literal, get_args

from govreg.model import durations
from govreg.model.entries import Area, Organisation, Theme
from govreg.model.fields import ANY_LINE, ANY_TEXT, Record
from govreg.model.markers import ReferenceKind, Refers, marked
from govreg.model.meeting import Meeting, Participant
from govreg.model.minutes import Attendee, Minutes
from govreg.model.names import ID, LONGEST_ID, RESERVED
from govreg.model.register import Register
from govreg.model.schema import FieldSpec, field_specs
from govreg.model.settings import RegisterFile
from govreg.model.verdict import Verdict

FileKind = Literal["meeting", "organisations", "themes", "register", "glossary", "verdicts", "minutes"]
FILE_KINDS: tuple[FileKind, ...] = get_args(FileKind)

Schema = dict[str, Any]

_DATE = r"^(?!0000)\d{4}(-((0[13578]|1[02])(-(0[1-9]|[12]\d|3[01]))?|(0[469]|11)(-(0[1-9]|[12]\d|30))?|02(-(0[1-9]|[12]\d))?))?$"
_LIKE_A_DATE = r"^(\d{4}-[\d-]*|\d{1,2}[./]\d{1,2}[./]\d{2,4})$"
_LIKE_A_TRUTH = "^([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[Yy]([Ee][Ss])?|[Nn][Oo]?|[Oo][Nn]|[Oo][Ff][Ff])$"
_MOST = 999_999_999
_ANY_CASE = re.sub(r"(?<!\\)[a-z]", lambda one: f"[{one[0].upper()}{one[0]}]", durations.PATTERN)
_DURATION = rf"^\s*({_ANY_CASE})\s*$"

_TRUTH: Schema = {"enum": [True, False, "true", "false"]}
_LINE: Schema = {"type": "string", "pattern": ANY_LINE}
_IS_DATE: Schema = {"type": ["string", "integer"], "pattern": _DATE, "minimum": 1, "maximum": 9999}
_IS_ID: Schema = {"pattern": f"^{ID.pattern}$", "maxLength": LONGEST_ID, "not": {"enum": sorted(RESERVED)}}

_EMPTY: Schema = {"not": {"anyOf": [{"type": ["string", "number", "boolean", "object"]}, {"type": "array", "minItems": 1}]}}
"""Nothing, or an empty list: the same as no key. Worded so that no editor offers `null` as a value."""

_FURTHER: Mapping[type[Record], Schema] = {
    Participant: {"oneOf": [{"required": ["organisation"]}, {"required": ["meeting"], "properties": {"meeting": {"type": "string"}}}]},
    Attendee: {"anyOf": [{"required": [key], "properties": {key: {"type": "string"}}} for key in ("organisation", "role", "person")]},
}
"""What holds between the keys of a part."""

_SAYS: Mapping[FileKind, str] = {
    "meeting": "One meeting of the register.",
    "organisations": "Who there is: an id for each organisation.",
    "themes": "What subjects there are: an id for each theme.",
    "register": "The register's name, its date, its areas and its settings.",
    "glossary": "What abbreviations mean here.",
    "verdicts": "What reviewers decided about pairs of meetings; the last verdict on a pair counts.",
    "minutes": "One sitting of a meeting.",
}


def json_schema(kind: FileKind, register: Register) -> Schema:
    """The schema of the files of one `kind`, in which an id is one that `register` has."""
    return _SchemaWriter(register).file(kind)


class _SchemaWriter:
    """Writes the schema of one file, and of each part that is in it once."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.parts: dict[str, Schema] = {}

    def file(self, kind: FileKind) -> Schema:
        """The schema of a file of this `kind`."""
        tops: dict[FileKind, Callable[[], Schema]] = {
            "meeting": lambda: self._record(Meeting),
            "organisations": lambda: _by_id(self._part(Organisation)),
            "themes": lambda: _by_id(self._part(Theme)),
            "register": lambda: self._record(RegisterFile),
            "glossary": _glossary,
            "verdicts": lambda: {"type": "array", "items": self._part(Verdict)},
            "minutes": lambda: self._record(Minutes),
        }
        head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": f"govreg: {kind}", "description": _SAYS[kind]}
        top = tops[kind]()
        return {**head, **top, "definitions": {"empty": _EMPTY, **self.parts}}

    def _part(self, part: type[Record]) -> Schema:
        if part.__name__ not in self.parts:
            self.parts[part.__name__] = {}  # keeps its place
            self.parts[part.__name__] = self._record(part)
        return {"$ref": f"#/definitions/{part.__name__}"}

    def _record(self, part: type[Record]) -> Schema:
        keys = field_specs(part)
        return {
            "type": "object",
            "properties": {name: self._key(part, key) for name, key in keys.items()},
            "required": [name for name, key in keys.items() if key.required],
            "additionalProperties": False,
            **_FURTHER.get(part, {}),
        }

    def _key(self, part: type[Record], key: FieldSpec) -> Schema:
        value = self._value(part, key)
        if not key.required and key.name != "organisation":
            value = {"anyOf": [value, {"$ref": "#/definitions/empty"}]}
        return {"description": key.description, **value}

    def _value(self, part: type[Record], key: FieldSpec) -> Schema:
        reference = marked(part, Refers).get(key.name)
        if key.mapping:
            if key.record is Area:
                return _by_id(self._part(Area))
            names = self._ids(reference.kind) if reference is not None else {}
            return {"type": "object", "propertyNames": names, "additionalProperties": self._single(key)}
        item = self._ids(reference.kind) if reference is not None else self._single(key)
        if key.kind == "truth":
            return {"anyOf": [_TRUTH, {**_LINE, "not": {"pattern": _LIKE_A_TRUTH}}, {"type": "array", "items": _LINE}]}
        if not key.many:
            return item
        items: Schema = {"type": "array", "items": item, **({"minItems": 1} if key.required else {})}
        if part is Verdict:  # the pair
            return {"type": "array", "items": self._ids("meeting"), "minItems": 2, "maxItems": 2, "uniqueItems": True}
        if not key.single:
            return items
        words = sorted(reference.words) if reference is not None else []
        return {"anyOf": [item, *([{"enum": words}] if words else []), items]}

    def _single(self, key: FieldSpec) -> Schema:
        """What one value of the key may be."""
        if key.record is not None:
            part = self._part(key.record)
            short = key.record.short
            if short is None:
                return part
            return {"anyOf": [self._value(key.record, field_specs(key.record)[short]), part]}
        if key.words:
            return {"enum": [*key.words]}
        if key.name == "of":
            return {"type": "string", "pattern": "^1:[0-9a-f]+$"}
        if key.longest is not None:
            return {**_LINE, "maxLength": key.longest}
        return {
            "date": _IS_DATE,
            "date or text": {"anyOf": [{"type": "string", "pattern": _DATE}, {**_LINE, "not": {"pattern": _LIKE_A_DATE}}]},
            "duration": {"type": "string", "pattern": _DURATION},
            "number": _number(key),
            "true or false": _TRUTH,
        }.get(key.kind, {"type": "string", "pattern": ANY_TEXT} if key.prose else _LINE)

    def _ids(self, kind: ReferenceKind) -> Schema:
        """The ids of one kind, each with the name of its entry; any text where there is none, or where some couldn't be read."""
        names: dict[str, str] = {}
        for index in reversed(self.register.indexes(kind)):  # organisations before meetings
            if not index.complete:
                return _LINE
            names |= dict.fromkeys(sorted(index.unread), "")
            names |= {id_: index.names(entry)[0] for id_, entry in index.items()}
        if not names:
            return _LINE
        name = f"{kind.replace(' ', '-')}-id"
        self.parts[name] = {"enum": [*names], "enumDescriptions": [*names.values()]}
        return {"$ref": f"#/definitions/{name}"}


def _by_id(entry: Schema) -> Schema:
    return {"type": "object", "propertyNames": _IS_ID, "additionalProperties": entry}


def _glossary() -> Schema:
    meaning = {"type": "string", "pattern": ANY_TEXT}
    either = {"anyOf": [meaning, {"type": "array", "items": meaning, "minItems": 1}]}
    return {"type": "object", "propertyNames": {"pattern": ANY_TEXT}, "additionalProperties": either}


def _number(key: FieldSpec) -> Schema:
    if key.whole:
        return {"type": ["integer", "string"], "minimum": 1, "maximum": _MOST, "pattern": r"^0*[1-9]\d*$"}
    return {"type": ["number", "string"], "minimum": 0, "maximum": _MOST, "pattern": r"^\d+(\.\d+)?$"}
