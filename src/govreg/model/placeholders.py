"""Texts that say nothing: a dash, `TBC`, `???`."""

from govreg.model.names import fold

_WORDS = frozenset(
    (
        "tba|tbc|tbd|tbn|n/a|nil|none|unknown|untitled|todo|not known|not applicable|not stated|lorem ipsum|to follow|to be confirmed"
        "|as above|see above|as below|see below|ditto"
        "|to be announced|to be decided|to be determined|to be agreed|to be arranged|to be advised|to be completed"
    ).split("|")
)
_LONGEST = 2 * max(map(len, _WORDS))
"""The most characters that a placeholder has, including punctuation."""

_BEGINNINGS = frozenset({"xx", *(word[:2] for word in _WORDS)})


def is_placeholder(text: str) -> bool:
    """Whether `text` is a placeholder: it has no letter or digit, or it only says that something isn't known yet."""
    first = text[:1]
    if not first.isalnum():
        if has_no_letters(text):
            return True
    elif first.isascii() and text[:2].lower() not in _BEGINNINGS:  # as most texts
        return False
    if len(text) > _LONGEST:
        return False
    word = fold(text).strip(" \t.,;:!?…*-–—()[]{}<>")
    return word in _WORDS or (word[:3] == "xxx" and not word.strip("x"))


def has_no_letters(text: str) -> bool:
    """Whether `text` has no letter or digit."""
    return not text[:1].isalnum() and not any(character.isalnum() for character in text)
