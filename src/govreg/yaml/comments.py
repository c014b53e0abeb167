"""What YAML loses or joins around a value without a word: text behind a `#`, and lines that run into the text above them."""

import re
from collections.abc import Iterator
from itertools import islice

from govreg.model.location import Position
from govreg.yaml.nodes import MappingNode, ScalarNode, SequenceNode

# Blanks are taken possessively (++, *+), so that a run of them is gone through once.
_BEHIND_PLAIN = re.compile(r"[ \t]*+(?:,(?=#)|,[ \t]++(?=#\S)|(?<=[ \t])(?=#\S))#")
_BEHIND_CLOSED = re.compile(r"(?:[ \t]*+,)?#")
_BEHIND_OPENED = re.compile(r"[ \t]*+(?:(?<=[\[{])|(?=#\S))#")
_BEHIND_KEY = re.compile(r"[ \t]*+:[ \t]++#(?=\S)")
_IN_HEADER = re.compile(r"[|>][-+0-9]*+[ \t]++#(?=\S)")
_UNDER_BLOCK = re.compile(r" ++#(?=\S)")
_RUNS_ON = re.compile(r"\n[ \t]*+(-?)([^\s:]*+)")

_LIKE_A_KEY = re.compile(r"^ *+([a-z_]++):(?=[ \t\r\n]|\Z)[ \t]*+([^\r\n]*)", re.MULTILINE)
_MOST_KEYS = 20
"""Of how many such lines in one text more is asked: who swallowed that many keys sees it."""


def lost_after_scalar(text: str, value: ScalarNode, key: ScalarNode | None = None) -> int | None:
    """Where in `text` the `#` is that cuts off `value`, or what is between it and its `key`; None if none does."""
    end = value.end.index
    match value.style:
        case "|" | ">":
            return _last(_IN_HEADER.match(text, value.start.index)) or _under(text, value)
        case "'" | '"':
            return _last(_BEHIND_CLOSED.match(text, end))
    found = _BEHIND_PLAIN.match(text, end)
    if found is None and value.value and key is not None and key.end.line < value.start.line:
        found = _BEHIND_KEY.match(text, key.end.index)
    return _last(found)


def lost_after_opening(text: str, node: SequenceNode | MappingNode) -> int | None:
    """Where in `text` the `#` is that cuts off what follows the opening bracket of `node`; None if none does."""
    return _last(_BEHIND_OPENED.match(text, node.start.index + 1))


def lost_after_closing(text: str, node: SequenceNode | MappingNode) -> int | None:
    """Where in `text` the `#` is that cuts off what follows the closing bracket of `node`; None if none does."""
    return _last(_BEHIND_CLOSED.match(text, node.end.index))


def further_lines(text: str, value: ScalarNode) -> Iterator[tuple[Position, str, str]]:
    """The further lines of a plain text: where each begins, the dash that it begins with, if any, and its first word."""
    lines = _RUNS_ON.finditer(text, value.start.index, value.end.index)
    for line, found in enumerate(lines, value.start.line + 2):  # counted on: to count each from the top takes the square
        yield Position(line, found.start(1) - found.start()), found[1], found[2]


def keys_within(text: str, block: ScalarNode) -> Iterator[tuple[int, int, str, str]]:
    """The first lines of a text in a block that look like a key and its value: line and column from 0, the word, and what follows it."""
    start, end = block.start.index, block.end.index
    for found in islice(_LIKE_A_KEY.finditer(text, start, end), _MOST_KEYS):
        yield block.start.line + text.count("\n", start, found.start(1)), len(found[0]) - len(found[0].lstrip()), found[1], found[2]


def _under(text: str, block: ScalarNode) -> int | None:
    """A remark under a text in a block that is set in deeper than what the text belongs to, and so was meant for a line of it."""
    found = _UNDER_BLOCK.match(text, block.end.index)
    if found is None:
        return None
    line = text.rfind("\n", 0, block.start.index) + 1
    outer = len(text[line : block.start.index]) - len(text[line : block.start.index].lstrip(" "))
    return _last(found) if found.end() - 1 - found.start() > outer else None


def _last(found: re.Match[str] | None) -> int | None:
    return found.end() - 1 if found is not None else None
