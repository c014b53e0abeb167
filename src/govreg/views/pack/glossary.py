"""The abbreviations that a pack uses, with their meanings from the register's glossary."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from itertools import chain

from govreg.analysis.text.phrases import runs
from govreg.report import Block, Column, Heading, Table

_WORD = re.compile(r"\w")
_SIGN = re.compile(r"\w+|\W")
"""A word, or one of the signs between words."""


def glossary(meanings: Mapping[str, tuple[str, ...]], blocks: Iterable[Block]) -> Iterator[Block]:
    """The abbreviations of `meanings` that occur in `blocks`, under a heading; nothing where none does."""
    used = _used(meanings, " \n ".join(_texts(tuple(blocks)))) if meanings else ()
    if used:
        rows = tuple((word, ", or ".join(meanings[word])) for word in sorted(used, key=lambda word: (word.casefold(), word)))
        yield Heading("Abbreviations", new_page=True)
        yield Table((Column("Abbreviation", whole=True), Column("Meaning", share=3)), rows)


def _used(meanings: Collection[str], text: str) -> set[str]:
    """The words of `meanings` that are in `text`, in the singular or the plural; `B&NES` has no `NES` in it."""
    plurals = ((f"{one}s", one) for one in meanings if f"{one}s" not in meanings)
    known = runs((_SIGN.findall(written), one) for written, one in chain(((one, one) for one in meanings), plurals))
    signs = ["", *_SIGN.findall(text), ""]
    words = {*filter(_WORD.match, {*signs})}
    used: set[str] = set()
    after = 0
    for start in known.starts(signs):
        if start < after or signs[start - 1] in words:  # letters right before or behind it make another word: `x(O)PCC`
            continue
        for shows, _, end in known.find_at(signs, start):
            if signs[end] not in words:
                used.update(shows)
                after = end
                break
    return used


def _texts(value: object) -> Iterator[str]:
    """Every text in a value: of blocks, their cells, and whatever these are made of."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for part in fields(value):
            yield from _texts(getattr(value, part.name))
