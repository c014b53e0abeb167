"""References to entries that don't exist (GR201 to GR204, GR214, GR215)."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import Any, TypeVar

from govreg.diagnostics.finding import Problem, Severity
from govreg.model.entry_index import EntryIndex
from govreg.model.location import MEETINGS, ORGANISATIONS, THEMES, VERDICTS, Location, in_minutes
from govreg.model.markers import ReferenceKind
from govreg.model.names import RESERVED, article, as_id, is_id, shown, without_curly_quotes
from govreg.model.register import Register
from govreg.rules.context import LocatedReference, RuleContext
from govreg.rules.rule import Found, RegisterRule, UnwordedProblems, rule

ERROR, WARNING = Severity.ERROR, Severity.WARNING

EntryT = TypeVar("EntryT")


@rule("GR201", ERROR)
def unknown_organisation(context: RuleContext) -> Iterator[Found]:
    """An organisation is not in the register.

    Every organisation that leads, supports, chairs or takes part is listed in `organisations.yaml`. Files refer to it by
    its id only, so that one organisation is never counted as two. You can use its name or an alias in commands.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: OPCC

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
    """
    return _unknown(context, "organisation", context.register.organisations, ORGANISATIONS)


@rule("GR202", ERROR)
def unknown_meeting(context: RuleContext) -> Iterator[Found]:
    """A meeting is not in the register.

    Meetings refer to each other by id, which is the file name without `.yaml`. `reports_to` may also name an
    organisation.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        reports_to: [finance-bord]
        meetings/finance-board.yaml
        title: Finance Board
        lead: opcc

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        reports_to: [finance-board]
        meetings/finance-board.yaml
        title: Finance Board
        lead: opcc
    """
    register = context.register
    yield from _unknown(context, "meeting", register.meetings, f"{MEETINGS}/")
    for index, verdict in enumerate(register.verdicts):
        for number, typed in enumerate(verdict.as_typed):
            meant = register.meetings.find(typed)
            if meant is not None and not register.meetings.knows(typed):
                yield _by_name(Location(VERDICTS, (index, "meetings", number)), typed, meant)
    kind: ReferenceKind = "meeting or organisation"
    for file, found in _unknown_by_file(context, kind, register.meetings, register.organisations):
        yield UnwordedProblems(file, found, _PLACE, partial(_neither, register), _ID, corrected=partial(_either_by_name, register))


@rule("GR203", ERROR)
def unknown_area(context: RuleContext) -> Iterator[Found]:
    """An area is not in the register.

    Areas are listed in `register.yaml`; meetings refer to them by id.

    Wrong:

        register.yaml
        areas:
          bristol: {name: Bristol}
        meetings/local-meetings.yaml
        title: Local Meetings
        lead: opcc
        areas: [brístol]

    Right:

        register.yaml
        areas:
          bristol: {name: Bristol}
        meetings/local-meetings.yaml
        title: Local Meetings
        lead: opcc
        areas: [bristol]
    """
    return _unknown(context, "area", context.register.areas, "register.yaml under `areas`")


@rule("GR204", ERROR)
def unknown_theme(context: RuleContext) -> Iterator[Found]:
    """A theme is not in the register.

    Themes are listed in `themes.yaml`; meetings and focus items refer to them by id.

    Wrong:

        themes.yaml
        mental-health: {name: Mental health}
        meetings/mental-health-concordat.yaml
        title: Mental Health Concordat
        lead: opcc
        themes: [mental health]

    Right:

        themes.yaml
        mental-health: {name: Mental health}
        meetings/mental-health-concordat.yaml
        title: Mental Health Concordat
        lead: opcc
        themes: [mental-health]
    """
    return _unknown(context, "theme", context.register.themes, THEMES)


@rule("GR214", WARNING)
def verdict_on_unknown_meeting(context: RuleContext) -> Iterator[Problem]:
    """A verdict is about a meeting that is not in the register.

    The meeting was renamed or removed after the verdict, which no longer has any effect.

    Wrong:

        verdicts.yaml
        - {meetings: [budget-committee, finance-board], verdict: distinct, on: 2026-01-31}
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc

    Right:

        verdicts.yaml
        - {meetings: [budget-committee, finance-board], verdict: distinct, on: 2026-01-31}
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        meetings/finance-board.yaml
        title: Finance Board
        lead: constabulary
    """
    meetings = context.register.meetings
    for index, verdict in enumerate(context.register.verdicts):
        for number, id_ in enumerate(verdict.as_typed):
            if not meetings.knows(id_) and meetings.find(id_) is None:
                nearest = meetings.nearest(id_)
                hint = f"Did you mean “{nearest}”? Otherwise delete the verdict." if nearest else "Delete the verdict."
                yield Problem(Location(VERDICTS, (index, "meetings", number)), f"There is no meeting “{shown(id_)}”.", hint)


@rule("GR215", ERROR)
def minutes_of_unknown_meeting(context: RuleContext) -> Iterator[Problem]:
    """Minutes are for a meeting that is not in the register.

    The folder of a meeting's minutes has the meeting's id as its name.

    Wrong:

        minutes/budget-comittee/2018-04-04.yaml
        status: draft
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc

    Right:

        minutes/budget-committee/2018-04-04.yaml
        status: draft
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
    """
    meetings = context.register.meetings
    for id_, minutes in context.minutes.items():
        if not meetings.knows(minutes.meeting):
            nearest = meetings.nearest(minutes.meeting)
            hint = f"Did you mean the folder “{nearest}”?" if nearest else "Rename the folder to the meeting's id."
            yield Problem(in_minutes(id_), f"There is no meeting “{shown(minutes.meeting)}”.", hint)


def _unknown(context: RuleContext, kind: ReferenceKind, directory: EntryIndex[EntryT], where: str) -> Iterator[Found]:
    """The references of one kind whose entry doesn't exist."""
    for file, found in _unknown_by_file(context, kind, directory):
        unknown = [one for one in found if not _is_word_of_lead(one)]
        if unknown:
            yield UnwordedProblems(
                file, unknown, _PLACE, partial(_no_entry, directory, where), _ID, corrected=partial(_corrected, directory)
            )


def _unknown_by_file(
    context: RuleContext, kind: ReferenceKind, *directories: EntryIndex[Any]
) -> Iterator[tuple[str, list[LocatedReference]]]:
    """The references of one kind whose ids none of `directories` knows, file by file."""
    if not all(directory.complete for directory in directories):  # any may be in a file that couldn't be read
        return
    known = frozenset[str]().union(*(directory.known for directory in directories))
    if context.named_ids.get(kind, known) <= known:
        return
    for file, entries in groupby(context.references, key=attrgetter("file")):
        unknown = [one for entry in entries for one in entry.unknown(kind, known)]
        if unknown:
            yield file, unknown


_PLACE: Callable[[LocatedReference], Location] = attrgetter("place")
_ID: Callable[[LocatedReference], str] = attrgetter("id")


def _no_entry(directory: EntryIndex[EntryT], where: str, unknown: LocatedReference) -> Problem:
    """A reference whose entry doesn't exist."""
    corrected = _corrected(directory, unknown)
    if corrected is not None:
        return corrected
    reference = unknown.reference
    nearest = directory.nearest(reference.id)
    hint = f"Did you mean “{nearest}”?" if nearest else f"Add it to {where}, or use the id of one that is listed there."
    if nearest is None and not is_id(reference.id) and reference.path[0] in _SEATS:
        hint = _SEATS[reference.path[0]]
    if several := _several(directory, reference.id):
        ids = ", ".join(several)
        hint = f"Write a list: `lead: [{ids}]`." if reference.path == ("lead",) else f"Write each as an item of its own: {ids}."
    if reference.id in RESERVED:
        hint = "Only `lead` can have this value. If it isn't known, leave this field out."
    return Problem(_where(unknown), f"“{shown(reference.id)}” is not {article(reference.kind)} {reference.kind}.", hint)


def _several(directory: EntryIndex[EntryT], typed: str) -> list[str]:
    """The ids of the entries that `typed` names, with commas or “and” between them; none unless it names several and nothing else."""
    found = [directory.find(part.strip()) for part in _BETWEEN.split(typed)]
    ids = [id_ for id_ in found if id_ is not None]
    return ids if len(ids) == len(found) > 1 else []


_BETWEEN = re.compile(r"[,;&+/]|\sand\s")


def _corrected(directory: EntryIndex[EntryT], unknown: LocatedReference) -> Problem | None:
    """A reference whose entry doesn't exist, if there is no doubt which is meant: it has its name, or curly quotes."""
    typed, found = unknown.id, directory.find(unknown.id)
    if found is not None:
        return _by_name(_where(unknown), typed, found)
    if (bare := without_curly_quotes(typed)) and (meant := directory.find(bare)) is not None:
        return _in_curly_quotes(_where(unknown), typed, meant)
    if unknown.reference.path == ("lead",) and (word := as_id(typed)) in ("unclear", "not-stated"):
        return Problem(_where(unknown), f"“{shown(typed)}” is not an organisation.", f"Write “{word}”.", replacement=word)
    return None


def _where(unknown: LocatedReference) -> Location:
    """Where the id is written: an exception's area and a rate's organisation are keys."""
    return unknown.place._replace(at_key=not {"exceptions", "rates"}.isdisjoint(unknown.reference.path))


def _neither(register: Register, unknown: LocatedReference) -> Problem:
    """A reference to what is neither a meeting nor an organisation."""
    corrected = _either_by_name(register, unknown)
    if corrected is not None:
        return corrected
    place, typed = unknown.place, unknown.id
    nearest = register.meetings.nearest(typed) or register.organisations.nearest(typed)
    hint = f"Did you mean “{nearest}”?" if nearest else "Write the id of a meeting or an organisation in this register."
    return Problem(place, f"“{shown(typed)}” is not a meeting or an organisation in this register.", hint)


def _either_by_name(register: Register, unknown: LocatedReference) -> Problem | None:
    """A reference to a meeting or an organisation by its name."""
    found = register.meetings.find(unknown.id) or register.organisations.find(unknown.id)
    return _by_name(unknown.place, unknown.id, found) if found is not None else None


_SEATS: dict[object, str] = {
    "chair": "For a post, write `chair: {role: …}`; for an organisation, write its id.",
    "participants": "For a post, write `{organisation: …, role: …}`; for an organisation, write its id.",
}
"""Hints for the fields in which people often write a person or a post instead of an organisation's id."""


def _is_word_of_lead(unknown: LocatedReference) -> bool:
    """Whether the reference is a word that only `lead` can have, which GR210 checks."""
    return unknown.id in RESERVED and unknown.field.path[0] == "lead"


def _in_curly_quotes(place: Location, typed: str, id_: str) -> Problem:
    message = f"{shown(typed)} is in curly quotes, which YAML reads as part of the text."
    return Problem(place, message, f"Write “{id_}” without quotes.", replacement=id_)


def _by_name(place: Location, typed: str, id_: str) -> Problem:
    return Problem(place, f"“{shown(typed)}” is a name, but files refer to entries by id.", f"Write “{id_}”.", replacement=id_)


RULES: tuple[RegisterRule, ...] = (
    unknown_organisation,
    unknown_meeting,
    unknown_area,
    unknown_theme,
    verdict_on_unknown_meeting,
    minutes_of_unknown_meeting,
)
