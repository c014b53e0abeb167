"""Values as YAML text: block lists and mappings, and quotes wherever a reader could take a text for something else."""

import re
from collections.abc import Iterator, Mapping

from govreg.model.edits import Value
from govreg.model.file_schema import is_plain
from govreg.model.location import KeyPath
from govreg.yaml.scalars import NULLS, implicit_type

_PLAIN = re.compile(r"[^\W_](?:[^\n\r\t\\\"#:,\[\]{}`|>]|,(?= [^ ])|:(?=[\w/]))*")
"""A text that needs no quotes in a block, whatever it is behind."""

_PLAIN_IN_BRACKETS = re.compile(r"[^\W_](?:[^\n\r\t\\\"#:,\[\]{}`|>?])*")

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\x85": "\\N"}


def lines(file: str, value: Value, path: KeyPath = ()) -> Iterator[str]:
    """The lines of what is at `path` of the register's `file`, without line ends or the margin that it may have there."""
    if isinstance(value, Mapping) and value:
        for key, item in value.items():
            yield from entry_lines(file, item, (*path, key))
    elif isinstance(value, tuple) and value:
        for index, item in enumerate(value):
            yield from item_lines(file, item, (*path, index))
    else:
        yield in_line(file, value, path)


def entry_lines(file: str, value: Value, path: KeyPath) -> Iterator[str]:
    """The lines of the key that `path` ends with, and of its value."""
    key = f"{scalar(str(path[-1]))}:"
    if isinstance(value, Mapping | tuple) and value:
        yield key
        yield from (f"  {line}" for line in lines(file, value, path))
    elif isinstance(value, str) and fits_block(value):
        yield f"{key} |-"
        yield from (f"  {line}" if line else "" for line in value.split("\n"))
    else:
        yield f"{key} {in_line(file, value, path)}".rstrip(" ")


def item_lines(file: str, value: Value, path: KeyPath) -> Iterator[str]:
    """The lines of an item of a list, its dash first."""
    head = "- "
    for line in lines(file, value, path):
        yield f"{head}{line}".rstrip(" ") if line else ""
        head = "  "


def in_line(file: str, value: Value, path: KeyPath, *, brackets: bool = False) -> str:
    """The value at `path` in one line, lists and mappings in brackets; `brackets` means that it is inside others."""
    if isinstance(value, Mapping):
        items = (f"{scalar(key, brackets=True)}: {in_line(file, item, (*path, key), brackets=True)}" for key, item in value.items())
        return "{" + ", ".join(items) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(in_line(file, item, (*path, index), brackets=True) for index, item in enumerate(value)) + "]"
    return scalar(value, plain=is_plain(file, path), brackets=brackets) if value is not None else ""


def scalar(text: str, *, plain: bool = False, brackets: bool = False) -> str:
    """`text` as a scalar; `plain` leaves a date or number, which the schema expects there, without quotes."""
    pattern = _PLAIN_IN_BRACKETS if brackets else _PLAIN
    if pattern.fullmatch(text) and not text.endswith(" ") and text not in NULLS and (plain or implicit_type(text) is None):
        return text
    return '"' + "".join(_ESCAPES.get(character, character) for character in text) + '"'


def fits_block(text: str) -> bool:
    """Whether a text of several lines can be written as a block below its key, and is read as the same."""
    broken = text.split("\n")
    if len(broken) == 1 or any(line != line.rstrip() or "\t" in line or "\r" in line for line in broken):
        return False
    return bool(broken[0] and broken[-1]) and broken[0][0] != " "
