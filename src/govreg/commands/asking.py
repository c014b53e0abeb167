"""What a person typed at the command line, as ids of the register: any id, name or alias, in any case."""

from collections.abc import Sequence
from typing import Any, get_args

from govreg.analysis.selection import LEAD_KINDS, Wanted
from govreg.errors import GovregError
from govreg.model.directory import Directory
from govreg.model.meeting import Kind, Level, Status
from govreg.model.names import fold, nearest_of, shown
from govreg.model.register import Register


def one(directory: Directory[Any], word: str) -> str:
    """The id of the entry that `word` names. Raises GovregError, with the nearest, if there is none."""
    found = directory.find(word)
    if found is not None:
        return found
    nearest = directory.nearest(word)
    article = "an" if directory.noun[0] in "aeiou" else "a"
    hint = f"Did you mean “{nearest}”?" if nearest else "“govreg list” shows what there is." if directory.noun == "meeting" else ""
    raise GovregError(f"“{shown(word)}” is not {article} {directory.noun} of the register.", hint)


def meeting(register: Register, word: str) -> str:
    """The id of the meeting that `word` names. Raises GovregError if there is none, or if several have that title."""
    same = [entry.id for entry in register.meetings.values() if fold(entry.title) == fold(word)]
    if len(same) > 1 and word not in register.meetings:
        raise GovregError(f"{len(same)} meetings are called “{shown(word)}”.", f"Write the id: {', '.join(same)}.")
    return one(register.meetings, word)


def wanted(
    register: Register,
    *,
    lead: Sequence[str] | None = None,
    support: Sequence[str] | None = None,
    participant: Sequence[str] | None = None,
    area: Sequence[str] | None = None,
    theme: Sequence[str] | None = None,
    text: Sequence[str] | None = None,
    level: Sequence[str] | None = None,
    kind: Sequence[str] | None = None,
    status: Sequence[str] | None = None,
    statutory: bool | None = None,
    exact: bool = False,
) -> Wanted:
    """The filters as ids. Raises GovregError, with the nearest, for a word that the register doesn't have."""
    return Wanted(
        lead=tuple(_lead(register, word) for word in lead or ()),
        support=tuple(one(register.organisations, word) for word in support or ()),
        participant=tuple(one(register.organisations, word) for word in participant or ()),
        area=tuple(one(register.areas, word) for word in area or ()),
        theme=tuple(one(register.themes, word) for word in theme or ()),
        text=tuple(text or ()),
        level=_words("--level", level, get_args(Level)),
        kind=_words("--kind", kind, get_args(Kind)),
        status=_words("--status", status, get_args(Status)),
        statutory=statutory,
        exact=exact,
    )


def _lead(register: Register, word: str) -> str:
    kind = fold(word).replace(" ", "-")
    return kind if kind in LEAD_KINDS else one(register.organisations, word)


def _words(option: str, typed: Sequence[str] | None, allowed: Sequence[str]) -> tuple[str, ...]:
    found = []
    for word in typed or ():
        folded = fold(word).replace(" ", "-")
        if folded not in allowed:
            nearest = nearest_of(folded, allowed)
            hint = f"Did you mean “{nearest}”? It takes {', '.join(allowed)}." if nearest else f"It takes {', '.join(allowed)}."
            raise GovregError(f"“{shown(word)}” is nothing that {option} takes.", hint)
        found.append(folded)
    return tuple(found)
