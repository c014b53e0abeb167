"""The abbreviations that a pack uses, with their meanings from the register's glossary."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

from govreg.report import Block, Column, Heading, Table

_WORD = re.compile(r"\w+")


def glossary(meanings: Mapping[str, tuple[str, ...]], blocks: Iterable[Block]) -> Iterator[Block]:
    """The abbreviations of `meanings` that occur in `blocks`, under a heading; nothing where none does."""
    used = _used(meanings, " \n ".join(_texts(tuple(blocks)))) if meanings else ()
    if used:
        rows = tuple((word, ", or ".join(meanings[word])) for word in sorted(used, key=lambda word: (word.casefold(), word)))
        yield Heading("Abbreviations", new_page=True)
        yield Table((Column("Abbreviation", whole=True), Column("Meaning", share=3)), rows)


def _used(meanings: Collection[str], text: str) -> set[str]:
    """The words of `meanings` that are in `text`, in the singular or the plural."""
    longer = sorted((one for one in meanings if not _WORD.fullmatch(one) and one in text), key=lambda one: (-len(one), one))
    found: set[str] = set()
    if longer:
        pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longer))})s?(?!\w)")
        found.update(match[1] for match in pattern.finditer(text))
        text = pattern.sub(" ", text)
    words = set(_WORD.findall(text))
    return found | {one for one in meanings if one in words or (f"{one}s" in words and f"{one}s" not in meanings)}


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
