"""Which meetings work on a theme: those that a person tagged with it, and those whose texts show one of its terms."""

import re
from functools import lru_cache
from typing import NamedTuple

from govreg.model.entries import Theme
from govreg.model.location import KeyPath
from govreg.model.meeting import Meeting
from govreg.model.names import fold


class Shown(NamedTuple):
    """That a meeting works on a theme, and what shows it."""

    theme: str
    tagged: bool
    terms: tuple[tuple[str, KeyPath], ...]
    """The theme's terms that were found, each with the way to the first text that has it."""

    @property
    def how(self) -> str:
        """What shows it, for a person: `tagged`, or the words found."""
        found = ", ".join(f"“{term}”" for term, _ in self.terms)
        if self.tagged:
            return f"tagged, and says {found}" if found else "tagged"
        return f"says {found}"


def shows(meeting: Meeting, theme: Theme) -> Shown | None:
    """That `meeting` works on `theme`, or None if nothing shows it."""
    tagged = theme.id in meeting.themes or any(theme.id in focus.themes for focus in meeting.focus)
    found: dict[str, KeyPath] = {}
    pattern = _pattern(theme.terms)
    if pattern is not None:
        for path, text in meeting.texts():
            if path[0] == "aliases":  # the contract looks for terms in title, purpose and focus
                continue
            for match in pattern.finditer(_bare(text)):
                found.setdefault(match.group(), path)
    return Shown(theme.id, tagged, tuple(found.items())) if tagged or found else None


def _bare(text: str) -> str:
    """`text` as terms are looked for in it: without case, and with a space for each hyphen."""
    return fold(re.sub(r"[-‐‑–/]", " ", text))


@lru_cache(maxsize=1024)
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str] | None:
    bare = sorted({_bare(term) for term in terms}, key=lambda term: (-len(term), term))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, bare))})(?!\w)") if bare else None
