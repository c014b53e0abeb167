"""The bytes of a file as text: UTF-8 whole and sound, without a character that hides or reorders what a reader sees."""

import re
import unicodedata

from govreg.diagnostics import syntax
from govreg.diagnostics.finding import Rule, Wording
from govreg.model.location import Position
from govreg.model.names import shown

_NEVER = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters but tab and line ends
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"  # soft hyphen and other letters that show nothing
    "\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\uffff"  # zero width, line ends, direction
    "\u2800\U00013430-\U0001343f\U0001bca0-\U0001bca3"  # a blank that is a letter, signs that only steer others
    "\ue000-\uf8ff\U0001d173-\U0001d17a\U000e0000-\U0010ffff"  # private use, tags and other invisible planes
    "]"
    "|\r(?!\n)"
)
_PLAIN = bytes([*b"\t\n", *range(0x20, 0x7F)])
"""Bytes that are sound wherever they stand: most files hold no others."""
_JOINERS = re.compile("[\u200c\u200d\ufe00-\ufe0f]")
_JOINED = re.compile(  # scripts whose letters change with their neighbours, from Arabic to those of India and South-East Asia
    "[\u0600-\u0dff\u0f00-\u109f\u1780-\u18af\u1900-\u1cff\ua800-\uabff\ufb50-\ufdff\ufe70-\ufefc\U00010a00-\U00011fff]"
)
_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f")
"""The flag of a part of a country, such as England's: a black flag and invisible letters that say whose."""
_PICTURES = frozenset({"So", "Sk", "Sm", "Po", "Pd"})
"""The categories of signs that emoji are made of."""


class InvalidTextError(Exception):
    """The bytes are no sound text: the rule that says so, its words, and where."""

    def __init__(self, rule: Rule[..., Wording], wording: Wording, position: Position) -> None:
        super().__init__(wording.message)
        self.rule = rule
        self.wording = wording
        self.position = position


def text_of(content: bytes) -> str:
    """The text in `content`, without a byte order mark. Raises Refused at the first thing wrong with it."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        raise InvalidTextError(syntax.not_utf8, syntax.not_utf8("UTF-16 or UTF-32"), Position(1, 1))
    content = content.removeprefix(b"\xef\xbb\xbf")
    if not content.translate(None, _PLAIN):
        return content.decode("ascii")
    try:
        text = content.decode()
    except UnicodeDecodeError as problem:
        before = content[: problem.start].decode()
        found = content[problem.start : problem.start + 1]
        wording = syntax.not_utf8(found.decode("cp1252", "replace"), found)
        raise InvalidTextError(syntax.not_utf8, wording, position_at(before, len(before))) from None
    place = odd_character(text)
    if place is not None:
        wording = syntax.odd_character(name_of(text[place]))
        raise InvalidTextError(syntax.odd_character, wording, position_at(text, place))
    return text


def odd_character(text: str) -> int | None:
    """Where in `text` the first character stands that no register may hold, or None."""
    if "\U000e007f" in text:
        text = _FLAG.sub(lambda flag: "\U0001f3f4" * len(flag.group()), text)
    found = _NEVER.search(text)
    places = [found.start()] if found else []
    if not text.isascii():
        places += [joiner.start() for joiner in _JOINERS.finditer(text) if not _joins(text, joiner.start())][:1]
    return min(places, default=None)


def position_at(text: str, index: int) -> Position:
    """The line and column of the character at `index` of `text`."""
    return Position(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


def name_of(character: str) -> str:
    """What to call `character` in a message: its code point, and its Unicode name if it has one."""
    name = unicodedata.name(character, "").lower() or {"\r": "a carriage return alone", "\x1b": "escape"}.get(character, "")
    return f"U+{ord(character):04X}" + (f" ({shown(name)})" if name else "")


def _joins(text: str, place: int) -> bool:
    """Whether the invisible joiner at `place` does its work: in a script that needs it, or within an emoji."""
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    if text[place] >= "\ufe00":  # it chooses how the sign before it is drawn
        return before in "0123456789#*" or (not before.isascii() and unicodedata.category(before) in {*_PICTURES, "Lo", "No"})
    if _JOINED.match(before) and _JOINED.match(after):
        return True
    return text[place] == "\u200d" and _is_picture(after) and (before == "\ufe0f" or _is_picture(before))


def _is_picture(character: str) -> bool:
    """Whether `character` may be a part of an emoji, rather than of a word or its punctuation."""
    return not character.isascii() and unicodedata.category(character) in _PICTURES
