"""The kinds of value that a register's files hold, each checked on the text as it was typed, never guessed from it."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Annotated, Any, ClassVar, NoReturn

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    PlainValidator,
    StringConstraints,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from govreg.model import dates, durations

ANY_LINE = r"^[^\n]*[^\s][^\n]*$"
ANY_TEXT = r"[^\s]"

Line = Annotated[str, StringConstraints(pattern=ANY_LINE)]
"""A text of one line that is not blank."""

LONGEST_NAME = 500
"""The most characters of a title, a name or an alias, because answers repeat them: the longest in `register/` and `examples/` has 67."""

Name = Annotated[str, StringConstraints(pattern=ANY_LINE, max_length=LONGEST_NAME)]
"""A title, a name or an alias: a text of one line that is not blank and has at most `LONGEST_NAME` characters."""

Text = Annotated[str, StringConstraints(pattern=ANY_TEXT)]
"""A text that is not blank; it may run over several lines."""


def _date(text: str) -> str:
    if not dates.is_date(text):
        invalid("date")
    return text


def invalid(kind: str, **context: object) -> NoReturn:
    """Refuse the current value as a mistake of `kind`, by raising PydanticCustomError; `yaml.validate_entry` has its message."""
    raise PydanticCustomError(kind, "{kind}", {"kind": kind, **context})


Date = Annotated[str, AfterValidator(_date)]
"""`YYYY-MM-DD`, `YYYY-MM` or `YYYY`, kept as typed."""


def _date_or_words(text: str) -> str:
    if text.isascii() and _LIKE_A_DATE.fullmatch(text) and not dates.is_date(text):
        invalid("date")
    return text


_LIKE_A_DATE = re.compile(r"\d{4}-[\d-]*|\d{1,2}[./]\d{1,2}[./]\d{2,4}")

DateOrWords = Annotated[Line, AfterValidator(_date_or_words)]
"""A date, or words of one line: `next meeting`."""


def _duration(text: str) -> str:
    if durations.hours(text) is None:
        invalid("duration")
    return text


Duration = Annotated[Line, AfterValidator(_duration)]
"""Hours or minutes, or a range of them, kept as typed: `2h`, `1h30`, `30m to 1h`."""


_LONGEST_NUMBER = 9


def _number(value: object) -> int | float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    text = value if isinstance(value, str) else ""
    whole, _, part = text.partition(".")
    if not text.isascii() or not whole.isdigit() or len(text) > _LONGEST_NUMBER or ("." in text and not part.isdigit()):
        invalid("number")
    return float(text) if part.strip("0") else int(whole)


Number = Annotated[int | float, PlainValidator(_number)]
"""A number that isn't negative: digits, with an optional decimal point."""


def _count(value: object) -> int:
    """A whole number from 1 on, as typed or as a number."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value if value > 0 else invalid("count")
    text = value if isinstance(value, str) else ""
    if not (text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER and int(text)):
        invalid("count")
    return int(text)


Count = Annotated[int, PlainValidator(_count)]
"""A whole number from 1 upwards."""


def _truth(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if value not in ("true", "false"):
        invalid("true_or_false")
    return value == "true"


Truth = Annotated[bool, PlainValidator(_truth)]
"""`true` or `false`."""


def one_or_more(value: object) -> str | tuple[str, ...]:
    """A text, or a list of texts with at least one in it, as typed."""
    if isinstance(value, str):
        return _one_line(value)
    if not isinstance(value, tuple):
        invalid("text_or_list")
    for index, item in enumerate(value):
        if not isinstance(item, str):
            invalid("item_text", index=index)
        _one_line(item, index=index)
    return value


def _one_line(text: str, **context: object) -> str:
    if not text.strip():
        invalid("blank", **context)
    if "\n" in text:
        invalid("line", **context)
    return text


def true_or_duties(value: object) -> bool | tuple[str, ...]:
    """`true`, `false`, or the duties or Acts that a meeting serves: a list, or one text, which is a list of one."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in ("true", "false"):
        return value == "true"
    if isinstance(value, str) and value.casefold() in ("true", "false", "yes", "no", "on", "off", "y", "n"):
        invalid("truth")
    named = one_or_more(value)
    return (named,) if isinstance(named, str) else named


class Record(BaseModel):
    """A mapping of a register's file: its keys are fixed, its values kept as typed.

    An optional key with nothing after it, or with an empty list, is the same as no key; a bare text stands for a
    mapping with the key `short` in it, where there is one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)
    short: ClassVar[str | None] = None

    def model_post_init(self, context: Any, /) -> None:  # noqa: ANN401, ARG002 - pydantic's own signature
        """Share the set of the keys that were written with the records that have the same: it is two fifths of a short one."""
        _set(self, "__pydantic_fields_set__", _shared(frozenset(self.__pydantic_fields_set__)))

    @model_validator(mode="before")
    @classmethod
    def normalise(cls, value: Any) -> Any:  # noqa: ANN401 - whatever was in the file
        """`value` without its short form and its empty keys; an organisation is not to be named by nothing."""
        if isinstance(value, str) and cls.short is not None:
            return {cls.short: value}
        if isinstance(value, Mapping):
            items = value.values()
            if None not in items and () not in items:
                return value
            if value.get("organisation", "") in (None, ()):
                invalid("no_organisation")
            known = keys(cls)
            return {key: item for key, item in value.items() if (item is not None and item != ()) or key not in known}
        return value


_MOST_SHARED = 10_000
"""How many records of a kind are kept to be shared, those used last."""


def shared(part: type[Record]) -> WrapValidator:
    """Makes one record of all that are written alike, such as a post that has a seat on many meetings.

    Records never change, so one serves as well as many; of a large register, seats take most of the memory.
    """

    @lru_cache(_MOST_SHARED)
    def record(written: str | tuple[tuple[str, object], ...]) -> Record:
        return part.model_validate(written if isinstance(written, str) else dict(written))

    def validate(value: object, validate_anew: ValidatorFunctionWrapHandler) -> object:
        try:
            if value.__class__ is str:
                return record(value)
            if value.__class__ is dict:
                return record(tuple(value.items()))
        except (ValidationError, TypeError):
            pass  # the place of the mistake is known to `validate_anew` only, and a mapping within can't be looked up
        return validate_anew(value)

    return WrapValidator(validate)


_set = object.__setattr__
"""Past what keeps a record from being changed."""


@cache
def _shared(written: frozenset[str]) -> set[str]:
    """One set for all records with the keys `written`; pydantic copies it before it changes one."""
    return set(written)


@cache
def keys(part: type[Record]) -> Mapping[str, str]:
    """The keys that may be written in `part`, each with the name of its field; an entry's own `id` is never written inside."""
    return {field.alias or name: name for name, field in part.model_fields.items() if name != "id" or not field.is_required()}
