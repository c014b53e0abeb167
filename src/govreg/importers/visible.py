"""Text as a reader sees it: without characters that show nothing, with plain spaces, and lists marked in one way."""

import re

from govreg.model.characters import harmless

ITEM = "- "
"""The beginning of an item of a list."""

_SPACES = dict.fromkeys((160, 8239, *range(8192, 8203), 8287, 12288), " ")
_NOTHING = dict.fromkeys((0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_LINE_ENDS = dict.fromkeys((0x2028, 0x2029, 0x85, 0x0B, 0x0C, 0x0D), "\n")
_SYMBOLS = {  # what Word stores for the bullets and ticks of its fonts Symbol and Wingdings
    0xF0B7: "•", 0xF0A7: "▪", 0xF06E: "■", 0xF06C: "●", 0xF076: "❖", 0xF0D8: "➢", 0xF0E0: "→",
    0xF0E8: "→", 0xF0FC: "✓", 0xF0FB: "✗", 0xF0FE: "☒", 0xF0FD: "☒", 0xF0D6: "•", 0xF02D: "-", 0xF020: " ", 0xF0DE: "⇒", 0xF0F0: "⇨",
}  # fmt: skip
_PRIVATE = dict.fromkeys(range(0xE000, 0xF900), "□")
"""A symbol that only its font can show."""
_TABLE = {**_PRIVATE, **_SPACES, **_NOTHING, **_LINE_ENDS, **_SYMBOLS}
_BULLET = re.compile(r"\s*(?:[•·▪▫◦‣●○■□➢❖→*–—-][ \t]+|[o§][\t]+[ ]*|[•·▪◦‣●](?=\w))(?=\S)")


def visible(text: str) -> str:
    """`text` without characters that show nothing, with plain spaces and one sort of line end; what could steer a terminal as escapes."""
    if text.isascii() and text.isprintable():
        return text
    return harmless(text.replace("\r\n", "\n").translate(_TABLE))


def tidy(text: str) -> str:
    """`text` as `visible` gives it, without spaces around its lines and empty lines around it."""
    return "\n".join(line.strip() for line in visible(text).split("\n")).strip()


def without_bullet(text: str) -> str | None:
    """What follows the bullet or dash with which `text` begins; None if it begins with none."""
    found = _BULLET.match(text)
    return text[found.end() :] if found else None


def lines_of_cell(text: str) -> str:
    """`text` of a cell, tidy, with `- ` for each bullet that somebody typed."""
    if text.isascii() and text.isprintable() and text[:1].isalnum():  # as most are
        return text.rstrip()
    lines = (line for line in tidy(text).split("\n") if line)
    return "\n".join(line if (item := without_bullet(line)) is None else ITEM + item for line in lines)
