"""Turns what a person typed at the command line into ids of the register: any id, name or alias, in any case."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, get_args

from govreg.analysis.gaps import Gap
from govreg.analysis.selection import LEAD_KINDS, Filters
from govreg.errors import GovregError
from govreg.model.entry_index import EntryIndex
from govreg.model.location import FILE_OF_KIND, meeting_file
from govreg.model.meeting import Kind, Level, Status, Visibility
from govreg.model.names import article, as_id, as_keyword, fold, listed, shown
from govreg.model.other_words import gap_meant, value_meant
from govreg.model.register import Register
from govreg.model.suggest import nearest_of

WordT = TypeVar("WordT", bound=str)

EVERY_STATUS = "all"
"""The word for meetings of any status, including none."""

_VALIDATE = "“govreg validate” says what is wrong."
_FEW = 12
"""How many entries a hint names at most."""


def entry_id(index: EntryIndex[Any], word: str, visibility: Visibility = "internal") -> str:
    """The id of the entry that `word` names; `index` has those that the audience of this `visibility` may see.

    Raises GovregError if there is none, with the nearest or the unread file.
    """
    found = index.find(word)
    if found is not None:
        return found
    unread = as_id(word)
    if unread in index.unread:
        raise GovregError(f"{_file(index, unread)} has errors, so “{shown(word)}” is not known.", _VALIDATE)
    if not index.complete:
        raise GovregError(f"{_file(index, unread)} is missing or cannot be read, so “{shown(word)}” is not known.", _VALIDATE)
    raise GovregError(
        f"“{shown(word)}” is not {article(index.noun)} {index.noun} {_AMONG[visibility]}.", _suggestion(index, word, visibility)
    )


def _file(index: EntryIndex[Any], id_: str) -> str:
    """The file with the entry `id_`."""
    return FILE_OF_KIND.get(index.noun, meeting_file(id_))


def _suggestion(index: EntryIndex[Any], word: str, visibility: Visibility) -> str:
    """A hint for `word`, which is not the id or a name of an entry."""
    near = _near(index, word)
    if 0 < len(near) <= _FEW:
        return f"Did you mean {listed([f'“{id_}”' for id_ in near], 'or')}?"
    if index.unread:
        return f"It may be one that could not be read. {_VALIDATE}"
    if visibility != "internal":
        return f"“govreg list --for {visibility}” shows those that they may see."
    if 0 < len(index) <= _FEW:
        return f"The register has {listed([*index])}."
    if index.noun == "meeting":
        return "“govreg list” shows them all."
    if not index:
        return f"The register has no {index.noun}s. “govreg new {index.noun} NAME” adds one."
    all_of_them = f"All {len(index):,} are in {FILE_OF_KIND[index.noun]}."
    return f"{all_of_them} “govreg list --text WORD” looks for a word." if index.noun == "theme" else all_of_them


def _near(index: EntryIndex[Any], word: str) -> tuple[str, ...]:
    """The ids of the entries that `word` may mean: the nearest, else those that have it in a name."""
    nearest = index.nearest(word)
    return (nearest,) if nearest else index.containing(word)


def meeting_id(register: Register, word: str) -> str:
    """The id of the meeting that `word` names. Raises GovregError if there is none, or if several have that title."""
    if word in register.meetings:
        return word
    same = [entry.id for entry in register.meetings.values() if fold(entry.title) == fold(word)]
    if len(same) > 1:
        raise GovregError(f"{len(same):,} meetings are called “{shown(word)}”.", f"Write the id: {', '.join(same)}.")
    return entry_id(register.meetings, word, register.left_out.visibility)


_AMONG: Mapping[Visibility, str] = {
    "internal": "in the register",
    "partners": "that partners may see",
    "public": "that the public may see",
}
"""Which meetings a register has, by the most restricted visibility that its audience may see: it says nothing of the others."""


def meeting_or_organisation(register: Register, word: str) -> str:
    """The id of the meeting or organisation that `word` names. Raises GovregError if there is none, with the nearest of either."""
    meetings, organisations = register.meetings, register.organisations
    if meetings.find(word) is not None:
        return meeting_id(register, word)
    for index in (organisations, meetings):
        if index.find(word) is not None or as_id(word) in index.unread or not index.complete:
            return entry_id(index, word)
    near = [f"the {index.noun} “{id_}”" for index in (meetings, organisations) for id_ in _near(index, word)]
    hint = f"Did you mean {listed(near, 'or')}?" if 0 < len(near) <= _FEW else "“govreg list” shows the meetings."
    raise GovregError(f"“{shown(word)}” is neither a meeting nor an organisation in the register.", hint)


def filters(
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
    without: Sequence[str] | None = None,
    exact: bool = False,
) -> Filters:
    """The filters as ids. Raises GovregError, with the nearest, for a word that the register doesn't have, and for a filter of nothing."""
    if exact and not (lead or support or participant):
        raise GovregError("--exact goes with --lead, --support or --participant.", "Add one of these, or leave --exact out.")
    if any(not word.strip() for word in text or ()):
        raise GovregError("--text needs a word to look for.", "Write one, or leave --text out.")
    return Filters(
        lead=tuple(_lead(register, word) for word in lead or ()),
        support=tuple(entry_id(register.organisations, word) for word in support or ()),
        participant=tuple(entry_id(register.organisations, word) for word in participant or ()),
        area=tuple(entry_id(register.areas, word) for word in area or ()),
        theme=tuple(entry_id(register.themes, word) for word in theme or ()),
        text=tuple(text or ()),
        level=_choices("--level", level, get_args(Level)),
        kind=_choices("--kind", kind, get_args(Kind)),
        status=() if EVERY_STATUS in (status or ()) else _choices("--status", status, (*get_args(Status), EVERY_STATUS)),
        statutory=statutory,
        without=_choices("--without", without, get_args(Gap)),
        exact=exact,
    )


def _lead(register: Register, word: str) -> str:
    kind = as_keyword(word)
    return kind if kind in LEAD_KINDS else entry_id(register.organisations, word)


def _choices(option: str, typed: Sequence[str] | None, allowed: Sequence[WordT]) -> tuple[WordT, ...]:
    found: list[WordT] = []
    for word in typed or ():
        folded = as_keyword(word).replace("_", "-")
        choice = next((one for one in allowed if one == folded), None)
        if choice is None:
            nearest = value_meant(word, allowed) or gap_meant(word, allowed) or nearest_of(folded, allowed)
            hint = f"Did you mean “{nearest}”? It takes {', '.join(allowed)}." if nearest else f"It takes {', '.join(allowed)}."
            raise GovregError(f"“{shown(word)}” is not a valid value for {option}.", hint)
        found.append(choice)
    return tuple(found)
