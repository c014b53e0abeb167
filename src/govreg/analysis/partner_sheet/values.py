"""What a person wrote into a cell, as the value that a register's file holds; or why it can't be."""

import re
from typing import NamedTuple

from govreg.analysis.partner_sheet.columns import Field, SheetColumn
from govreg.analysis.partner_sheet.invalid_values import why_invalid
from govreg.analysis.partner_sheet.texts import found_id, plain
from govreg.model.dates import is_date, no_such_day
from govreg.model.edits import Value
from govreg.model.markers import ReferenceKind
from govreg.model.names import as_keyword, fold, listed, shown
from govreg.model.register import Register
from govreg.model.suggest import nearest_of
from govreg.model.written_dates import how_to_write, month_may_be_first, unambiguous_date

_TRUTH = {"yes": "true", "true": "true", "no": "false", "false": "false"}
_WHOLE_NUMBER = re.compile(r"(\d+)\.0+")


class NotUnderstoodError(Exception):
    """A cell that a register can't take: why, and what to write instead."""


class Item(NamedTuple):
    """One item of what a cell says."""

    text: str
    """As it was written."""
    value: Value
    """As the register's file holds it."""


def items_of(column: SheetColumn, text: str, register: Register) -> tuple[Item, ...]:
    """What `text` says, item by item; of a field that holds one value, one. Raises NotUnderstoodError."""
    if not column.field.spec.many:
        return (Item(text, _parsed(column, _whole(column.field, text), register)),)
    written = [line.removeprefix("- ") for line in plain(text).splitlines()]
    found: dict[str, Item] = {}
    for line in written:
        for item in _parts(column.field, line, register):
            found.setdefault(fold(item), Item(item, _parsed(column, item, register, several=len(written) > 1)))
    return tuple(found.values())


def _whole(field: Field, text: str) -> str:
    """`text` as one value: of several lines only where the field takes them."""
    lines = text.split("\n")
    if len(lines) > 1 and not field.spec.prose:
        raise NotUnderstoodError("It holds one line. Write it on one line.")
    return text.strip() if field.spec.prose else " ".join(text.split())


def _parts(field: Field, line: str, register: Register) -> list[str]:
    """The names in `line`: one, unless it is no name itself and has semicolons between names."""
    if field.refers is None or ";" not in line or found_id(register, field.refers, line) is not None:
        return [line]
    return [part.strip() for part in line.split(";") if part.strip()]


def _parsed(column: SheetColumn, text: str, register: Register, *, several: bool = False) -> Value:
    """The value that `text` says. What names an entry or is in a list of words is a value, whatever it looks like."""
    is_word = as_keyword(text) in column.field.other_words
    why = "" if is_word else why_invalid(column, text)
    if why and column.field.refers is None and not column.field.spec.words:
        raise NotUnderstoodError(why)
    try:
        return _value(column.field, text, register, several=several)
    except NotUnderstoodError as problem:
        raise NotUnderstoodError(why or str(problem)) from None


def _value(field: Field, text: str, register: Register, *, several: bool = False) -> Value:
    spec = field.spec
    if field.refers is not None:
        word = as_keyword(text)
        if word in field.other_words:
            if several:
                raise NotUnderstoodError(f"“{shown(text)}” can't be one of several. Write it alone.")
            return word
        return entry_id(field.refers, text, register)
    if spec.words:
        return _word(spec.words, text)
    if spec.kind == "date":
        return _date(text)
    if spec.kind in ("truth", "true or false"):
        answer = _TRUTH.get(fold(text))
        if answer is None and (spec.kind == "true or false" or several):
            if spec.kind == "truth":
                return text
            raise NotUnderstoodError(f"“{shown(text)}” is not yes or no. Write yes or no.")
        if answer is not None and several:
            raise NotUnderstoodError("Write yes or no alone, or the duties or Acts, each on its own line.")
        return answer or text
    if spec.kind == "number":
        number = _WHOLE_NUMBER.fullmatch(text)
        digits = number[1] if number else text
        if not (digits.isascii() and digits.isdigit() and int(digits[:9]) > 0 and len(digits) < 10):  # noqa: PLR2004 - as the register takes it
            raise NotUnderstoodError(f"“{shown(text)}” is not a whole number. Write it in digits.")
        return digits
    return text


def entry_id(kind: ReferenceKind, text: str, register: Register) -> str:
    """The id of the entry that `text` names. Raises NotUnderstoodError, with the nearest, if there is none."""
    found = found_id(register, kind, text)
    if found is not None:
        return found
    noun = listed(kind.split(" or "), "or")
    near = ((index, index.nearest(text)) for index in register.indexes(kind))
    name = next((index.names(index[id_])[0] for index, id_ in near if id_ is not None), "")
    hint = f"Did you mean “{name}”?" if name else "Choose it from the list, or ask for it to be added."
    raise NotUnderstoodError(f"The register has no {noun} called “{shown(text, 80)}”. {hint}")


def _word(words: tuple[str, ...], text: str) -> str:
    word = as_keyword(text)
    if word in words:
        return word
    nearest = nearest_of(word, words)
    hint = f"Did you mean “{nearest}”?" if nearest else f"Choose {listed(words, 'or')}."
    raise NotUnderstoodError(f"“{shown(text)}” is not in the list. {hint}")


def _date(text: str) -> str:
    """The date that `text` says, as a register writes it. Raises NotUnderstoodError if it says none, or may say two."""
    text = " ".join(text.split()).removesuffix(" 00:00:00").removesuffix(" 00:00")
    date = text if is_date(text) else unambiguous_date(text)
    if date:
        return date
    what = "can be read as two dates" if month_may_be_first(text) else "is not a date"
    why = no_such_day(text)
    raise NotUnderstoodError(f"“{shown(text)}” {what}{f': {why}' if why else ''}. {how_to_write(text)}")
