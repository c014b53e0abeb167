"""Letters of other scripts that are drawn like Latin ones, and names that look alike to a reader.

The letters are those Greek and Cyrillic ones of Unicode's list of confusable characters (UTS #39,
https://www.unicode.org/Public/security/latest/confusables.txt) that most fonts draw exactly as a Latin letter. Greek
letters that only resemble one, such as α and ν, have their own use in Latin texts and are not among them.
"""

import re
import unicodedata

from govreg.model.names import fold

_CYRILLIC = ("аеорсухіјѕһԁԛԝАВЕКМНОРСТХІЈЅԚԜҮ", "aeopcyxijshdqwABEKMHOPCTXIJSQWY")
_GREEK = ("οϲϳΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ", "ocjABEZHIKMNOPTYXC")
_LATIN = {ord(other): latin for others, latins in (_CYRILLIC, _GREEK) for other, latin in zip(others, latins, strict=True)}

_WORD = re.compile(r"[^\W\d_]+")
_SIGNS = frozenset("'\"`´′″ʼ−")
_SIGN_CATEGORIES = frozenset({"Pd", "Pi", "Pf", "Zs"})


def mixed_word(text: str) -> tuple[str, str] | None:
    """The first word of `text` that has Latin letters and another script's look-alikes in it, and the word in Latin; None if none has."""
    if text.isascii():
        return None
    for found in _WORD.finditer(text):
        word = found.group()
        latin = word.translate(_LATIN)
        if latin != word and any(unicodedata.name(letter, "").startswith("LATIN ") for letter in word):
            return word, latin
    return None


def skeleton(name: str) -> str:
    """`name` without what a reader overlooks: case, dashes, quotes, blanks, and which script a letter is from."""
    if name.isascii():
        return fold(name.translate(_ASCII_SIGNS))
    return fold("".join(character for character in name.translate(_LATIN) if not _is_sign(character))).replace(" ", "")


def _is_sign(character: str) -> bool:
    return character in _SIGNS or character.isspace() or unicodedata.category(character) in _SIGN_CATEGORIES


_ASCII_SIGNS = {code: None for code in range(128) if _is_sign(chr(code))}
