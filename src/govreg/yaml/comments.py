"""What YAML silently drops from a value or adds to it: text after a `#`, and lines that continue the text above them."""

import re
from collections.abc import Iterator
from itertools import islice

from govreg.model.location import Position
from govreg.yaml.nodes import MappingNode, ScalarNode, SequenceNode

# Possessive quantifiers (++, *+) match each run of spaces only once, so matching takes linear time.
_BEHIND_PLAIN = re.compile(r"[ \t]*+(?:,(?=#)|,[ \t]++(?=#\S)|(?<=[ \t])(?=#\S))#")
_BEHIND_CLOSED = re.compile(r"(?:[ \t]*+,)?#")
_BEHIND_OPENED = re.compile(r"[ \t]*+(?:(?<=[\[{])|(?=#\S))#")
_BEHIND_KEY = re.compile(r"[ \t]*+:[ \t]++#(?=\S)")
_IN_HEADER = re.compile(r"[|>][-+0-9]*+[ \t]++#(?=\S)")
_UNDER_BLOCK = re.compile(r" ++#(?=\S)")
_RUNS_ON = re.compile(r"\n[ \t]*+(-?)([^\s:]*+)")

_LIKE_A_KEY = re.compile(r"^ *+([a-z_]++):(?=[ \t\r\n]|\Z)[ \t]*+([^\r\n]*)", re.MULTILINE)
_LIKE_A_COMMENT = re.compile(r"^( *+)# ", re.MULTILINE)
_MOST_KEYS, _MOST_COMMENTS = 1_000, 20
"""The most such lines that are noticed in one text: most that look like a field have a word that is none."""


def lost_after_scalar(text: str, value: ScalarNode, key: ScalarNode | None = None) -> int | None:
    """The index in `text` of the `#` that cuts off `value`, or what is between its `key` and it; None if there is none."""
    end = value.end_mark.index
    match value.style:
        case "|" | ">":
            return _last(_IN_HEADER.match(text, value.start_mark.index)) or _under(text, value)
        case "'" | '"':
            return _last(_BEHIND_CLOSED.match(text, end))
    found = _BEHIND_PLAIN.match(text, end)
    if found is None and value.value and key is not None:
        found = _BEHIND_KEY.match(text, key.end_mark.index)
    return _last(found)


def lost_after_opening(text: str, node: SequenceNode | MappingNode) -> int | None:
    """The index in `text` of the `#` that cuts off what follows the opening bracket of `node`; None if there is none."""
    return _last(_BEHIND_OPENED.match(text, node.start_mark.index + 1))


def lost_after_closing(text: str, node: SequenceNode | MappingNode) -> int | None:
    """The index in `text` of the `#` that cuts off what follows the closing bracket of `node`; None if there is none."""
    return _last(_BEHIND_CLOSED.match(text, node.end_mark.index))


def further_lines(text: str, value: ScalarNode) -> Iterator[tuple[Position, str, str]]:
    """The lines of a plain text after its first: the position of each, its leading dash (or an empty text), and its first word."""
    lines = _RUNS_ON.finditer(text, value.start_mark.index, value.end_mark.index)
    for line, found in enumerate(
        lines, value.start_mark.line + 2
    ):  # counted as we go: counting each from the top would take quadratic time
        yield Position(line, found.start(1) - found.start()), found[1], found[2]


def keys_within(text: str, block: ScalarNode) -> Iterator[tuple[int, int, str, str]]:
    """The lines of a block text that look like a field and its value: line and column from 0, the word, and what follows it."""
    start, end = block.start_mark.index, block.end_mark.index
    if text.find(":", start, end) < 0:  # most blocks are prose without a colon, and the pattern tries every character
        return
    line, behind = block.start_mark.line, start
    for found in islice(_LIKE_A_KEY.finditer(text, start, end), _MOST_KEYS):
        line, behind = line + text.count("\n", behind, found.start(1)), found.start(1)
        yield line, len(found[0]) - len(found[0].lstrip()), found[1], found[2]


def comments_within(text: str, block: ScalarNode) -> Iterator[Position]:
    """The lines of a block text that look like comments."""
    start = text.find("\n", block.start_mark.index, block.end_mark.index) + 1  # behind `|` or `>`, a comment is one
    for found in islice(_LIKE_A_COMMENT.finditer(text, start, block.end_mark.index), _MOST_COMMENTS) if start else ():
        yield Position(block.start_mark.line + text.count("\n", block.start_mark.index, found.start()) + 1, len(found[1]) + 1)


def _under(text: str, block: ScalarNode) -> int | None:
    """The index of a `#` below a block text, if it is indented more than the block's field and so was probably part of the text."""
    found = _UNDER_BLOCK.match(text, block.end_mark.index)
    if found is None:
        return None
    line = text.rfind("\n", 0, block.start_mark.index) + 1
    outer = len(text[line : block.start_mark.index]) - len(text[line : block.start_mark.index].lstrip(" "))
    return _last(found) if found.end() - 1 - found.start() > outer else None


def _last(found: re.Match[str] | None) -> int | None:
    return found.end() - 1 if found is not None else None
