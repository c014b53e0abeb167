"""Finds people's names in a paper's words for leads, chairs and members: a register leaves them out unless asked to keep them."""

import re
from functools import cache
from importlib.resources import files
from typing import NamedTuple

RANK = (
    r"(?:(?:[ATD]/|Acting |Temporary |Temp\.? |Det(?:ective|\.)? )*"
    r"(?:DCC|ACC|ACO|T/ACC|CC|C/Supt|C/Insp|Ch(?:ief)?\.? ?Supt|Ch(?:ief)?\.? Insp|Supt|Superintendent|DCI|DCS|DSU|DI|DS|PC|PS|CI|Insp|Sgt|"
    r"Chief Superintendent|Chief Inspector|Inspector|Sergeant|Chief Constable|Deputy Chief Constable|Assistant Chief Constable|"
    r"Commander|Chief Fire Officer|DCFO|ACFO|CFO))"
)
COURTESY = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|Baroness)"
"""Titles that say nothing of a post, and so are part of a name."""
TITLE = r"(?:Cllr|Councillor|Rev(?:erend)?|Alderman|Rt Revd|HHJ|Judge)"
_WORD = r"(?:(?:Mc|Mac|O['’]|D['’]|van |de )?[A-Z][a-zà-ÿ]+(?:[-‑][A-Z][a-zà-ÿ]+)?)"
_RANKED = re.compile(rf"\b(?P<rank>{RANK})\.? (?P<name>(?:{COURTESY}\.? )?(?:{_WORD} )?{_WORD})(?![\w/&])")
_TITLED = re.compile(rf"\b(?P<rank>{TITLE})\.? (?P<name>(?:{COURTESY}\.? )?(?:[A-Z]\.? )*(?:{_WORD} )?{_WORD})(?![\w/&])")
_COURTEOUS = re.compile(rf"\b(?P<rank>)(?P<name>{COURTESY}\.? (?:[A-Z]\.? )*(?:{_WORD} )?{_WORD})(?![\w/&])")
_NAMED = re.compile(rf"\b(?P<rank>)(?P<name>(?P<given>[A-Z][a-zà-ÿ]+)(?: [A-Z]\.?)? {_WORD})(?![\w/&])")
_POSTS = frozenset(
    "and area board business cell chair change chief command communities community confidence council crime criminal custody director "
    "district division east engagement executive field finance fire for force green head health house hub intelligence investigations "
    "justice lead leads local major manager management member national neighbourhood north of office officer operational operations or "
    "organised park partnership partnerships people police policing prevention professional prosecution protection protective public "
    "regional representative response road roads safeguarding safety school serious service services social south specialist sponsor "
    "staff standards strategic strategy street support tasking team territorial trust uniform vulnerability west youth academy centre "
    "college church hall home hospital hostel prison unit university ward society foundation project association company ltd court "
    "rep reps representative deputy commissioner supt".split()
)


class Person(NamedTuple):
    """A person's name in a text."""

    start: int
    end: int
    rank: str
    """The rank or title before it, which isn't part of it, unlike `Mr` or `Dr`."""
    name: str


@cache
def _given_names() -> frozenset[str]:
    return frozenset(files("govreg.analysis.importing").joinpath("given_names.txt").read_text(encoding="utf-8").split())


def is_given_name(word: str) -> bool:
    """Whether `word` is a common British given name."""
    return word in _given_names()


def persons_in(text: str) -> tuple[Person, ...]:
    """People's names in `text`, recognised by a rank, a title or a common British given name; `ACC Crime` is a post."""
    found: list[Person] = []
    taken: list[tuple[int, int]] = []
    for pattern in (_RANKED, _TITLED, _COURTEOUS, _NAMED):
        for match in pattern.finditer(text):
            words = {word.casefold() for word in match["name"].split()}
            if words & _POSTS or any(start < match.end() and match.start() < end for start, end in taken):
                continue
            if pattern is _NAMED and match["given"] not in _given_names():
                continue
            taken.append(match.span())
            found.append(Person(match.start("name"), match.end("name"), match["rank"], match["name"]))
    return tuple(sorted(found))


def without_persons(text: str) -> tuple[str, tuple[str, ...]]:
    """`text` without people's names, but with their ranks and posts; and these names."""
    persons = persons_in(text)
    if not persons:
        return text, ()
    pieces: list[str] = []
    at = 0
    for person in persons:
        pieces.append(text[at : person.start])
        at = person.end
    pieces.append(text[at:])
    return _tidy("".join(pieces)), tuple(person.name for person in persons)


_ADDRESS = re.compile(r"[^\s@<>,;:]+@[^\s@<>,;:]+|\+?\(?\d[\d ()-]{8,}\d")
"""An e-mail address or a telephone number."""


def without_contacts(text: str) -> str:
    """`text` without people's names, e-mail addresses and telephone numbers."""
    return _tidy(_ADDRESS.sub("", without_persons(text)[0]))


def _tidy(text: str) -> str:
    """`text` without the punctuation that a name leaves behind."""
    lines = []
    for line in text.split("\n"):
        tidy = re.sub(r"\(\s*[,;–—-]?\s*([^()]*?)\s*\)", r"(\1)", line)
        tidy = re.sub(r"\(\s*\)", "", tidy)
        tidy = re.sub(r"^\s*(- )?\s*[,;:–—-]+\s*", r"\1", tidy) if not tidy.startswith("- ") else re.sub(r"^- \s*[,;:–—-]*\s*", "- ", tidy)
        tidy = re.sub(r"\s*([,;])(?:\s*[,;])+", r"\1", tidy)
        tidy = re.sub(r" {2,}", " ", tidy)
        tidy = re.sub(r"\s+([,;.)])", r"\1", tidy)
        tidy = re.sub(r"^\((.*)\)$", r"\1", tidy.strip())
        lines.append(tidy.strip(" ,;–—"))
    return "\n".join(lines).strip()
