"""Ids, names and aliases: how they are written, compared and shown in a message."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import SupportsFloat, TypeVar

from govreg.model.characters import escaped, harmless

ItemT = TypeVar("ItemT")

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
LONGEST_ID = 64
RESERVED = frozenset({"joint", "unclear", "not-stated"})
"""The words that `lead` may have instead of an id, and that so can't be an id, name or alias."""

DEVICES = frozenset({"con", "prn", "aux", "nul"} | {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)})
"""The names that Windows reserves for devices, and that so can't be names of files."""

_SHOWN = 40

_PHRASES = (("\ufdfa", "\ufdd0"), ("\ufdfb", "\ufdd1"))
"""Letters that are a phrase each, and codes that are never a character, which stand in for them where others are normalised."""


def is_id(word: str) -> bool:
    """Whether `word` is written as an id: lower-case ASCII letters, digits and single hyphens, at most 64 characters."""
    return len(word) <= LONGEST_ID and ID.fullmatch(word) is not None


def as_id(words: str) -> str:
    """The id that `words` would have: `Mental Health Concordat` gives `mental-health-concordat`; empty if nothing is left."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.replace("&", " and ")).strip("-")
    return slug.lstrip("-0123456789")[:LONGEST_ID].rstrip("-")


def fold(words: str) -> str:
    """`words` as two names are compared: without case, width of letters or extra space."""
    if words.isascii():
        return " ".join(words.casefold().split())
    return " ".join(normalised(words).casefold().split())


def normalised(words: str) -> str:
    """`words` in Unicode's form NFKC, which has one width and one style of letters, but with ﷺ and ﷻ as they are.

    Each of these two letters is a phrase, of 18 and 8 characters in NFKC, and could make a text six times as long as its file. Of
    all others, none has more than two characters for each of its bytes. https://www.unicode.org/faq/normalization.html has the most
    that each form adds.
    """
    for phrase, stand_in in _PHRASES:
        words = words.replace(phrase, stand_in)
    words = unicodedata.normalize("NFKC", words)
    for phrase, stand_in in _PHRASES:
        words = words.replace(stand_in, phrase)
    return words


def as_keyword(words: str) -> str:
    """`words` as the fixed values of a field are written: folded, with hyphens, so that `Not stated` gives `not-stated`."""
    return fold(words).replace(" ", "-")


def shown(words: str, longest: int = _SHOWN) -> str:
    """`words` as a message may print them: odd characters as escapes, cut to `longest` characters.

    File names, names of branches and the values of refused files come through here, so that none reaches a terminal raw.
    """
    words = cut(words, longest)
    if words.isascii() and words.isprintable():
        return words
    return "".join(character if character.isprintable() else escaped(character) for character in harmless(words))


def cut(text: str, longest: int) -> str:
    """`text` in `longest` characters at most, the last of them an ellipsis where it has more."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def without_curly_quotes(words: str) -> str | None:
    """The text between curly quotes in `words`; None if there are no such quotes, or nothing between them."""
    quoted = words[:1] in ("“", "‘", "”", "„") and words[-1:] in ("”", "’", "“")
    return (words[1:-1].strip() or None) if quoted else None


def listed(words: Sequence[str], last: str = "and") -> str:
    """`words` as a person lists them: `A, B and C`."""
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)


def and_more(named: Iterable[ItemT], total: int) -> list[ItemT | str]:
    """`named`, which are the first of `total`, and how many more there are: `A`, `B`, `1,200 more`."""
    first = list(named)
    return [*first, f"{total - len(first):,} more"] if total > len(first) else [*first]


def many(number: int, one: str, several: str = "") -> str:
    """A number with its noun: `1 meeting`, `4 meetings`, `1,200 meetings`."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def decimal(number: SupportsFloat) -> str:
    """A number with two decimals at most, none of them for nothing, and never with an exponent: `8.67`, `4`, `2016`."""
    return f"{float(number):.2f}".rstrip("0").rstrip(".")


def article(noun: str) -> str:
    """The article before `noun`: “a” or “an”."""
    return "an" if noun[0] in "aeiouAEIOU" else "a"
