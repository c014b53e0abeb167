"""Fills lines of a given width with text, without splitting words, or commands and YAML that people copy."""

import re
from collections.abc import Iterable

from govreg.render.cells import width

_UNIT = re.compile(r"(?:[^\s“`{]*(?:“(?:govreg|git) [^”]*”|`[^`\n]+`|\{[^{}\n]*\}))+\S*|\S+")
"""A word, or a run of them to be copied as it is: a command of govreg or git in quotation marks, code, a mapping of YAML."""
_UNIT_OF_HINT = r"(?:[^\s“`{\[]*(?:“[^”]*”|`[^`\n]+`|\{[^{}\n]*\}|\[[^][\n]*\]))+\S*|\S+"
"""The same in a hint, where everything in quotation marks is what to write; compiled by those that have hints."""


def units(text: str) -> list[str]:
    """The parts of `text` that stay on one line each, in order: words, and commands or YAML within it."""
    return _UNIT.findall(text)


def units_of_hint(text: str) -> list[str]:
    """The parts of a hint that stay on one line each: as above, and whatever is in quotation marks."""
    return re.findall(_UNIT_OF_HINT, text)


def fill(parts: Iterable[str], columns: int | None) -> list[str]:
    """`parts`, joined by spaces, in lines of at most `columns`; a part that is longer has a line of its own.

    Joined by spaces the lines give the parts back. Without a width, it is one line.
    """
    lines: list[str] = []
    room = 0
    for part in parts:
        taken = width(part)
        if lines and (columns is None or taken < room):
            lines[-1] += f" {part}"
            room -= taken + 1
        else:
            lines.append(part)
            room = (columns or 0) - taken
    return lines or [""]


def longest(parts: Iterable[str]) -> int:
    """The columns of the widest of `parts`."""
    return max(map(width, parts), default=0)
