"""The bytes of a file as text: valid UTF-8, without characters that hide or reorder what a reader sees."""

import unicodedata
from codecs import BOM_UTF8

from govreg.diagnostics import syntax
from govreg.diagnostics.finding import Problem
from govreg.model.characters import MOST_MARKS, odd_character
from govreg.model.location import Position
from govreg.model.names import shown

_PLAIN = bytes([*b"\t\n", *range(0x20, 0x7F)])
"""Bytes that are always valid; most files contain no others."""


class InvalidTextError(Exception):
    """The bytes are not valid text; `problem` says why, with its position."""

    def __init__(self, problem: Problem, position: Position) -> None:
        super().__init__(problem.message)
        self.problem = problem.at(position)


def text_of(content: bytes) -> str:
    """The text in `content`, without a byte order mark. Raises InvalidTextError at the first thing wrong with it."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        raise InvalidTextError(syntax.not_utf8("UTF-16 or UTF-32"), Position(1, 1))
    content = content.removeprefix(BOM_UTF8)
    if not content.translate(None, _PLAIN):
        return content.decode("ascii")
    try:
        text = content.decode()
    except UnicodeDecodeError as problem:
        before = content[: problem.start].decode()
        found = content[problem.start : problem.start + 1]
        raise InvalidTextError(syntax.not_utf8(found.decode("cp1252", "replace"), found), position_at(before, len(before))) from None
    place = odd_character(text)
    if place is not None:
        raise InvalidTextError(syntax.odd_character(name_at(text, place)), position_at(text, place))
    return text


def encoded(text: str, *, like: bytes | None) -> bytes:
    """`text` as UTF-8, with a byte order mark if `like`, the file's content so far, has one. Raises UnicodeEncodeError."""
    return (BOM_UTF8 if like is not None and like.startswith(BOM_UTF8) else b"") + text.encode()


def position_at(text: str, index: int) -> Position:
    """The line and column of the character at `index` of `text`."""
    return Position(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def name_at(text: str, index: int) -> str:
    """A description of the character at `index` of `text`, which isn't allowed there."""
    name = name_of(text[index])
    return f"{name} on a letter that already has {MOST_MARKS} marks" if unicodedata.combining(text[index]) else name


def name_of(character: str) -> str:
    """A description of `character` for a message: its code point, and its Unicode name if it has one."""
    name = unicodedata.name(character, "").lower() or {"\r": "a carriage return alone", "\x1b": "escape"}.get(character, "")
    return f"U+{ord(character):04X}" + (f" ({shown(name)})" if name else "")
