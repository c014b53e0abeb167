"""The entry that a command is about: `set MEETING …`, or with its kind first, `set organisation X …`."""

from collections.abc import Sequence
from typing import get_args

from govreg.diagnostics.syntax import LONGEST_TEXT
from govreg.errors import GovregError
from govreg.model.characters import is_joiner, odd_character
from govreg.model.fields import LONGEST_NAME
from govreg.model.markers import EntryKind
from govreg.model.names import RESERVED, article, as_id, is_id, shown
from govreg.model.register import Register
from govreg.session import resolve
from govreg.storage import layout
from govreg.yaml.text import name_of

KINDS: tuple[EntryKind, ...] = get_args(EntryKind)


def kind_and_rest(words: Sequence[str], least: int) -> tuple[EntryKind, list[str]]:
    """The kind of entry and the remaining words; a meeting, unless `words` begin with a kind and at least `least` words follow."""
    if words and len(words) > least and words[0] in KINDS:
        return next(kind for kind in KINDS if kind == words[0]), list(words[1:])
    return "meeting", list(words)


def entry_id(register: Register, kind: EntryKind, word: str) -> str:
    """The id of the entry that `word` names. Raises GovregError if there is none."""
    return resolve.meeting_id(register, word) if kind == "meeting" else resolve.entry_id(register.by_kind[kind], word)


def new_id(register: Register, kind: EntryKind, name: str, given: str | None, but: str | None = None) -> str:
    """The id for an entry called `name`: `given`, else made from the name.

    Raises GovregError if it isn't a valid id, or is the id of an entry other than `but`.
    """
    check_name_free(register, kind, name, but)
    id_ = given if given is not None else as_id(name)
    if not is_id(id_) or id_ in RESERVED or (kind == "meeting" and not isinstance(layout.meeting_id(f"{id_}.yaml"), str)):
        what = f"“{shown(id_)}” can't be an id" if id_ else f"No id can be made from “{shown(name)}”"
        raise GovregError(f"{what}.", "Give one with --id: lower-case letters, digits and hyphens, such as “budget-board”.")
    index = register.by_kind[kind]
    if id_ != but and (id_ in index or id_ in index.unread):
        raise GovregError(f"There is {article(kind)} {kind} “{id_}” already.", f"See “govreg show {id_}”, or give another id with --id.")
    return id_


def check_name_free(register: Register, kind: EntryKind, name: str, but: str | None = None) -> None:
    """Raise GovregError if an entry other than `but` has `name` as its name or an alias."""
    there = register.by_kind[kind].find(name)
    if there is not None and there != but:
        raise GovregError(f"There is {article(kind)} {kind} called “{shown(name, 80)}” already: {there}.", "Choose another name.")


def check_typed(what: str, text: str) -> str:
    """`text`, which a person typed as the `what`. Raises GovregError if no file of a register may hold it."""
    if len(text) > LONGEST_TEXT:
        message = f"A text has at most {LONGEST_TEXT:,} characters; the {what} has {len(text):,}."
        raise GovregError(message, "Nothing was written. Shorten it.")
    if what == "name" and len(text) > LONGEST_NAME:
        message = f"A title or a name has at most {LONGEST_NAME} characters; this has {len(text):,}."
        raise GovregError(message, "Nothing was written. Shorten it; a meeting's `purpose` or `notes` can have the rest.")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise GovregError(f"The {what} “{shown(text)}” is not valid UTF-8 text.", "Nothing was written. Type it again.") from None
    if (place := odd_character(text)) is not None or "\r" in text:
        odd = text[place] if place is not None else "\r"
        why = "which joins nothing between these characters" if is_joiner(odd) else "which no file of a register may hold"
        raise GovregError(f"The {what} “{shown(text)}” holds {name_of(odd)}, {why}.", "Nothing was written. Leave the character out.")
    return text
