"""Leaves out of minutes what an audience may not see: the minutes of hidden meetings, and hidden decisions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from govreg.model.audience import Audience, Positions, Rename, keep, nameless, rename_of, with_person, with_values
from govreg.model.location import MINUTES, KeyPath, in_minutes
from govreg.model.minutes import Minutes
from govreg.model.names import fold
from govreg.model.register import Register


@dataclass(frozen=True, slots=True)
class RedactedMinutes:
    """What an audience may see of minutes."""

    minutes: Mapping[str, Minutes]
    positions: Mapping[str, Positions]
    unread: tuple[str, ...]
    """The files that could not be read, without the names that would give a meeting away."""
    left_out: Mapping[str, int]
    """How many decisions were left out, by the id of the sitting."""


def minutes_for_audience(minutes: Mapping[str, Minutes], unread: Iterable[str], register: Register, audience: Audience) -> RedactedMinutes:
    """What `audience` may see of `minutes`; `register` holds the meetings that it may see."""
    rename = rename_of(audience)
    named = {id_: _minutes_with_persons(sitting, rename) for id_, sitting in minutes.items()}
    if audience.is_internal:
        return RedactedMinutes(named, {}, tuple(unread), {})
    found: dict[str, Minutes] = {}
    positions: dict[str, Positions] = {}
    left_out: dict[str, int] = {}
    for id_, sitting in named.items():
        if sitting.meeting in register.meetings:
            found[id_], kept = _minutes_for_outsiders(sitting, audience)
            left_out[id_] = len(sitting.decisions) - len(found[id_].decisions)
            if kept:
                positions[in_minutes(id_).file] = kept
    seen_folders = tuple(f"{MINUTES}/{id_}/" for id_ in register.meetings)
    files = tuple(file if file.startswith(seen_folders) else nameless(file) for file in unread)
    return RedactedMinutes(found, positions, files, left_out)


def _minutes_for_outsiders(sitting: Minutes, audience: Audience) -> tuple[Minutes, Positions]:
    """`sitting` without the decisions that `audience` may not see, and without the papers and actions that go by their names."""
    secret = [decision for decision in sitting.decisions if not audience.may_see(decision.visibility)]
    if not secret:
        return sitting, {}
    names = {fold(name) for decision in secret for name in (decision.id, decision.title) if name}

    def open_(*words: str | None) -> bool:
        return not any(fold(word) in names for word in words if word)

    kept: dict[KeyPath, tuple[int, ...]] = {}
    agenda = keep(("agenda",), sitting.agenda, lambda item: open_(item.title), kept)
    items = []
    for index, item in enumerate(agenda):
        papers = keep(
            ("agenda", kept.get(("agenda",), range(len(agenda)))[index], "papers"),
            item.papers,
            lambda paper: open_(paper.id, paper.title),
            kept,
        )
        items.append(item if papers == item.papers else with_values(item, papers=papers))
    decisions = keep(("decisions",), sitting.decisions, lambda decision: audience.may_see(decision.visibility), kept)
    actions = keep(("actions",), sitting.actions, lambda action: open_(action.id), kept)
    return with_values(sitting, agenda=tuple(items), decisions=decisions, actions=actions), kept


def _minutes_with_persons(sitting: Minutes, rename: Rename | None) -> Minutes:
    if rename is None:
        return sitting
    came = {key: tuple(with_person(one, rename) for one in getattr(sitting, key)) for key in ("attended", "apologies")}
    changed = {key: people for key, people in came.items() if people != getattr(sitting, key)}
    return with_values(sitting, **changed) if changed else sitting
