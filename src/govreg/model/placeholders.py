"""Texts that say nothing: a dash, `TBC`, `???`."""

from govreg.model.names import fold

_WORDS = frozenset(
    (
        "tba|tbc|tbd|tbn|n/a|nil|none|unknown|untitled|todo|not known|not applicable|not stated|lorem ipsum|to follow|to be confirmed"
        "|to be announced|to be decided|to be determined|to be agreed|to be arranged|to be advised|to be completed"
    ).split("|")
)
_LONGEST = 2 * max(map(len, _WORDS))
"""The most characters that a placeholder has, including punctuation."""


def is_placeholder(text: str) -> bool:
    """Whether `text` is a placeholder: it has no letter or digit, or it only says that something isn't known yet."""
    if has_no_letters(text):
        return True
    if len(text) > _LONGEST:
        return False
    word = fold(text).strip(" \t.,;:!?…*-–—()[]{}<>")
    return word in _WORDS or (word[:3] == "xxx" and not word.strip("x"))


def has_no_letters(text: str) -> bool:
    """Whether `text` has no letter or digit."""
    return not text[:1].isalnum() and not any(character.isalnum() for character in text)
