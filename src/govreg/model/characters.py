"""Characters that hide or reorder what a reader sees, or steer a terminal: no register may hold them, and none is printed."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice

_NEVER = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters but tab and line ends
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"  # soft hyphen and other letters that show nothing
    "\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\uffff"  # zero width, line ends, direction
    "\u2800\U00013430-\U0001343f\U0001bca0-\U0001bca3"  # a blank that is a letter, signs that only steer others
    "\ufdd0-\ufdef"  # codes that are never a character, here and at the end of each plane
    f"{''.join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(1, 14))}"
    "\ud800-\uf8ff\U0001d173-\U0001d17a\U000e0000-\U0010ffff"  # halves of pairs, private use, tags and other invisible planes
    "]"
    "|\r(?!\n)"
)
_JOINERS = re.compile("[\u200c\u200d\ufe00-\ufe0f]")
_JOINED = "[\u0600-\u0dff\u0f00-\u109f\u1780-\u18af\u1900-\u1cff\ua800-\uabff\ufb50-\ufdff\ufe70-\ufefc\U00010a00-\U00011fff]"
"""Scripts whose letters change with their neighbours, from Arabic to those of India and South-East Asia.

Compiled where there is a joiner: that takes 8 million instructions, the most of all patterns.
"""
_FLAG = re.compile("\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f")
"""The flag of a part of a country, such as England's: a black flag and invisible letters that say whose."""
MOST_MARKS = 30
"""How many marks one letter may bear: as in the stream-safe format of Unicode (UAX 15, section 13). More hide the lines around
it, and putting them in order takes the square of their number."""
_FROM_MARKS = re.compile(f"[^\x00-\u02ff]{{{MOST_MARKS + 1},}}")
"""A run in which so many marks may be: none comes before U+0300."""
_PICTURES = frozenset({"So", "Sk", "Sm", "Po", "Pd"})
"""The categories of signs that emoji are made of."""


def odd_character(text: str) -> int | None:
    """The index of the first character of `text` that no register may hold; None if there is none."""
    if text.isascii() and text.isprintable():  # which most texts are
        return None
    return min((place for places in _odd_characters(text) for place in islice(places, 1)), default=None)


def is_joiner(character: str) -> bool:
    """Whether `character` shows nothing, but joins its neighbours or chooses how they are drawn where a script or emoji needs it."""
    return _JOINERS.match(character) is not None


def harmless(text: str) -> str:
    """`text` with what no register may hold as escapes: whatever git says comes through here."""
    while odd := set(chain(*_odd_characters(text))):  # again, for a joiner may lose the neighbour that it joined
        text = "".join(escaped(character) if place in odd else character for place, character in enumerate(text))
    return text


def escaped(character: str) -> str:
    """`character` as an escape: a byte of a file name that is not UTF-8 as that byte, else as Python writes it."""
    if "\udc80" <= character <= "\udcff":
        return f"\\x{ord(character) & 0xFF:02x}"
    return character.encode("unicode_escape").decode()


def _odd_characters(text: str) -> tuple[Iterator[int], Iterator[int], Iterator[int]]:
    """Where in `text` the characters are that no register may hold: odd everywhere, idle joiners, and marks in a pile."""
    if "\U000e007f" in text:
        text = _FLAG.sub(lambda flag: "\U0001f3f4" * len(flag.group()), text)
    joiners = _JOINERS.finditer("" if text.isascii() else text)
    return (
        (found.start() for found in _NEVER.finditer(text)),
        (place for place in (joiner.start() for joiner in joiners) if not _joins(text[max(place - 1, 0) : place + 2], int(place > 0))),
        _piled("" if text.isascii() else text),
    )


def _piled(text: str) -> Iterator[int]:
    """Where in `text` the marks are that are one too many on their letter."""
    for row in _FROM_MARKS.finditer(text):
        if not any(map(unicodedata.combining, {*row.group()})):  # a script or emoji without any
            continue
        marks = 0
        for place in range(row.start(), row.end()):
            marks = marks + 1 if unicodedata.combining(text[place]) else 0
            if marks > MOST_MARKS:
                yield place


@lru_cache(maxsize=4096)  # a text has the same few joiners, between the same few neighbours, over and over
def _joins(text: str, place: int) -> bool:
    """Whether the invisible joiner at `place` does its work: in a script that needs it, or within an emoji."""
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    if text[place] >= "\ufe00":  # it chooses how the sign before it is drawn
        return before in "0123456789#*" or (not before.isascii() and unicodedata.category(before) in {*_PICTURES, "Lo", "No"})
    if re.match(_JOINED, before) and re.match(_JOINED, after):
        return True
    return text[place] == "\u200d" and _is_picture(after) and (before == "\ufe0f" or _is_picture(before))


def _is_picture(character: str) -> bool:
    """Whether `character` may be a part of an emoji, rather than of a word or its punctuation."""
    return not character.isascii() and unicodedata.category(character) in _PICTURES
