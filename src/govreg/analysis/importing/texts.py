"""Turns texts of papers into titles, lines and lists as a register has them."""

import re

from govreg.analysis.importing.labels import names_one
from govreg.model.characters import harmless

_MARK = re.compile(r"\s*(?:[-–—]\s*|\(|\[)?\b(NEW|PROPOSED|DRAFT|TBC)\b[)\]!*]*\s*$")
NUMBERED = re.compile(r"^\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|[A-Za-z][.)]|\(\d{1,2}\)|[Aa]ppendix [A-Z0-9]+\s*[:–—-])\s+")
BULLET = re.compile(r"^\s*(?:[-•·*▪◦–‣●○]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+")
_SITTING = re.compile(
    r"(?:(?:draft|approved|confirmed|unconfirmed)\s+)?(?:minutes|agenda|notes)(?:\s+(?:of|for|from)\b|\s*[:–—-])", re.IGNORECASE
)
_TERMS_OF = re.compile(
    r"terms of reference\s*(?:for|of|[:–—-])\s*(?:the )?(?P<of>.+)|(?:the )?(?P<its>.+?)(?:[’']s)?\s*[-–—:,(]*\s*terms of reference\)?",
    re.IGNORECASE,
)

_SENTENCE = 5
"""How many words below a title make a description rather than the rest of it."""


def title_of(text: str) -> tuple[str, str]:
    """A title as a register has it, and the mark after it, such as `NEW`."""
    line = " ".join(first_lines(text)[0].split())
    mark = _MARK.search(line)
    bare = line[: mark.start()].rstrip(" –—-(") if mark is not None else line
    bare = _without_kind(NUMBERED.sub("", bare).strip().rstrip(":*†").strip())
    return (bare or line, mark[1] if mark is not None and bare else "")


def _without_kind(title: str) -> str:
    """`title` without the words that say that the paper is its meeting's terms of reference."""
    found = _TERMS_OF.fullmatch(title)
    named = (found["of"] or found["its"]) if found is not None else ""
    return named if named and names_one(named) else title


def is_of_sitting(title: str) -> bool:
    """Whether `title` is of a paper about one sitting: `Minutes of the Safer Streets Board`."""
    return _SITTING.match(NUMBERED.sub("", title).strip()) is not None


def first_lines(text: str) -> tuple[str, str]:
    """The title in a cell, and the description below it. A short second line, or one that begins with a bracket, is part of the title."""
    title, _, rest = cleaned(text).partition("\n")
    if rest and not rest.startswith("(") and len(rest.split()) >= _SENTENCE:
        return title, rest
    return f"{title} {rest}".strip(), ""


def cleaned(text: str) -> str:
    """`text` without superfluous spaces, and without characters that no file of a register may hold."""
    return harmless("\n".join(line for line in (" ".join(line.split()) for line in text.split("\n")) if line))


def line_of(text: str) -> str:
    """`text` in one line."""
    lines = [BULLET.sub("", line).strip() if text.count("\n") else line.strip() for line in text.split("\n")]
    return "; ".join(line.rstrip(";") if at < len(lines) - 1 else line for at, line in enumerate(lines) if line)


def items_of(text: str) -> tuple[str, ...]:
    """The items of a list, one per line, without bullets; a line that continues the one before is part of it."""
    items: list[str] = []
    bulleted = any(BULLET.match(line) for line in text.split("\n"))
    for line in text.split("\n"):
        bare = BULLET.sub("", line).strip().rstrip(";").strip()
        if not bare:
            continue
        if bulleted and items and not BULLET.match(line) and line[:1].islower():
            items[-1] = f"{items[-1]} {bare}"
        else:
            items.append(bare)
    return tuple(dict.fromkeys(items))
