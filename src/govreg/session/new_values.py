"""The fields of a new entry, typed on the command line or asked for at a terminal, with ids in place of names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from govreg.analysis.changes.fields import add_to_field, dates_read, named_field, set_field
from govreg.analysis.changes.file_data import entry_location, name_key, value_at
from govreg.errors import GovregError
from govreg.model import register as registers
from govreg.model.edits import Value, applied
from govreg.model.entries import Organisation
from govreg.model.location import Location
from govreg.model.markers import EntryKind
from govreg.model.names import as_keyword, fold, shown
from govreg.model.register import Register
from govreg.session.entry_words import new_id
from govreg.session.names_to_ids import value_with_ids
from govreg.session.terminal import agreed, ask, can_ask

_OFFERED = 12
"""How many organisations are listed with the question."""

_QUESTIONS = {
    "purpose": "What is it for?",
    "frequency": "How often does it meet? (quarterly, six monthly …)",
    "participants": "Who sits on it? (names, separated by commas)",
}
"""The optional questions at a terminal, after the one for the lead."""


def new_organisations(register: Register, names: Sequence[str]) -> dict[str, str]:
    """The names of new organisations by their ids. Raises GovregError if the register has one of that name already."""
    added: dict[str, str] = {}
    for name in names:
        there = register.organisations.find(name)
        if there is not None:
            raise GovregError(f"There is an organisation “{shown(name)}” already: {there}.", "Leave out --new-organisation.")
        added[new_id(register, "organisation", name, None)] = name
    return added


def with_organisations(register: Register, added: Mapping[str, str]) -> Register:
    """`register` with new organisations, so that their names can be looked up."""
    more = {id_: Organisation.model_validate({"id": id_, "name": name}) for id_, name in added.items() if name.strip()}
    known = register.organisations
    return replace(register, organisations=registers.organisations({**known.entries, **more}, known.unread, complete=known.complete))


@dataclass(frozen=True, slots=True)
class NewValue:
    """The fields of a new entry."""

    value: Mapping[str, Value]
    dates: tuple[tuple[str, str], ...]
    """The dates in figures that were read with the day first, each as typed and as it is written in the file."""


def new_value(register: Register, kind: EntryKind, id_: str, name: str, fields: Sequence[tuple[str, Sequence[str]]]) -> NewValue:
    """The fields of a new entry from what was typed. Raises GovregError for an unknown field, or a name that no entry has."""
    entry = entry_location(kind, id_)
    here = Location(entry.file, entry.path)
    data: Value = {name_key(kind): name}
    for step in reversed(entry.path):
        data = {str(step): data}
    seen: set[str] = set()
    dates: list[tuple[str, str]] = []
    for key, texts in fields:
        spec = named_field(data, here, key).spec
        dates += dates_read(spec, texts)
        edits = add_to_field(data, here, key, texts) if key in seen and spec.many else set_field(data, here, key, texts)
        seen.add(key)
        for edit in edits:
            data = applied(data, edit)
    value = value_with_ids(register, here, value_at(data, here.path))
    return NewValue(value if isinstance(value, Mapping) else {}, tuple(dates))


def ask_for_missing(register: Register, fields: list[tuple[str, list[str]]], added: list[str]) -> None:
    """Ask at a terminal for the lead and other common fields; the answers are added to `fields`, new organisations to `added`.

    Raises GovregError if this isn't run at a terminal.
    """
    if not can_ask():
        raise GovregError("A meeting needs a lead.", "Add --lead WHO, --lead unclear, or --lead not-stated if no source says.")
    names = [f"  {shown(entry.name, 60)} ({id_})" for id_, entry in register.organisations.items()]
    offered = [*names[:_OFFERED], *(["  …"] if len(names) > _OFFERED else [])]
    lead = ask("\n".join(["Who leads it? Press Enter if no source says.", *offered]))
    fields.append(("lead", _known(register, [lead or "not-stated"], added)))
    for key, question in _QUESTIONS.items():
        if all(fold(given) != key for given, _ in fields) and (answer := ask(f"{question} Press Enter to leave it out.")):
            several = [part.strip() for part in answer.split(",") if part.strip()]
            fields.append((key, _known(register, several, added) if key == "participants" else [answer]))


def _known(register: Register, names: list[str], added: list[str]) -> list[str]:
    """`names`; those that no organisation has are added to `added` if the person agrees."""
    for name in names:
        if as_keyword(name) not in ("unclear", "not-stated") and register.organisations.find(name) is None and name not in added:
            nearest = register.organisations.nearest(name)
            near = f" The nearest is “{nearest}”." if nearest else ""
            if agreed(f"“{shown(name)}” is not in the register.{near} Add it as a new organisation?"):
                added.append(name)
    return names
