"""References that lead nowhere (GR201 to GR204, GR214, GR215)."""

from collections.abc import Iterator
from typing import TypeVar

from govreg.diagnostics.finding import Problem, Severity
from govreg.model.cross_references import Reference
from govreg.model.entry_index import EntryIndex
from govreg.model.location import MEETINGS, ORGANISATIONS, THEMES, VERDICTS, Location, in_minutes
from govreg.model.markers import EntrySort
from govreg.model.names import RESERVED, as_id, is_id, shown, without_curly_quotes
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule

ERROR, WARNING = Severity.ERROR, Severity.WARNING

EntryT = TypeVar("EntryT")


@rule("GR201", ERROR)
def unknown_organisation(subject: RuleContext) -> Iterator[Problem]:
    """An id names no organisation.

    Every organisation that leads, supports, chairs or takes part stands in `organisations.yaml`, and files name it by
    its id alone, so that one body is never counted as two. A name or an alias is for people to type at a command.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: OPCC

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
    """
    return _unknown(subject, "organisation", subject.register.organisations, ORGANISATIONS)


@rule("GR202", ERROR)
def unknown_meeting(subject: RuleContext) -> Iterator[Problem]:
    """An id names no meeting.

    Meetings name each other by id, the name of the file without `.yaml`; `reports_to` may name an organisation too.

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
    register = subject.register
    yield from _unknown(subject, "meeting", register.meetings, f"{MEETINGS}/")
    for index, verdict in enumerate(register.verdicts):
        for number, typed in enumerate(verdict.meetings):
            meant = register.meetings.find(typed)
            if meant is not None and not register.meetings.knows(typed):
                yield _by_name(Location(VERDICTS, (index, "meetings", number)), typed, meant)
    for naming in subject.references:
        reference = naming.reference
        if (
            reference.sort != "meeting or organisation"
            or register.meetings.knows(reference.id)
            or register.organisations.knows(reference.id)
        ):
            continue
        place = naming.place
        found = register.meetings.find(reference.id) or register.organisations.find(reference.id)
        if found is not None:
            yield _by_name(place, reference.id, found)
            continue
        nearest = register.meetings.nearest(reference.id) or register.organisations.nearest(reference.id)
        hint = f"Did you mean “{nearest}”?" if nearest else "Write the id of a meeting or of an organisation."
        yield Problem(place, f"“{shown(reference.id)}” is no meeting and no organisation.", hint)


@rule("GR203", ERROR)
def unknown_area(subject: RuleContext) -> Iterator[Problem]:
    """An id names no area.

    Areas stand in `register.yaml`; meetings name them by id.

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
    return _unknown(subject, "area", subject.register.areas, "register.yaml under `areas`")


@rule("GR204", ERROR)
def unknown_theme(subject: RuleContext) -> Iterator[Problem]:
    """An id names no theme.

    Themes stand in `themes.yaml`; meetings and focus items name them by id.

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
    return _unknown(subject, "theme", subject.register.themes, THEMES)


@rule("GR214", WARNING)
def verdict_on_nothing(subject: RuleContext) -> Iterator[Problem]:
    """A verdict is on a meeting that is not in the register.

    It was renamed or taken out after the verdict, which now settles nothing.

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
    meetings = subject.register.meetings
    for index, verdict in enumerate(subject.register.verdicts):
        for id_ in verdict.meetings:
            if not meetings.knows(id_) and meetings.find(id_) is None:
                nearest = meetings.nearest(id_)
                hint = f"Did you mean “{nearest}”? Otherwise delete the verdict." if nearest else "Delete the verdict."
                yield Problem(Location(VERDICTS, (index, "meetings")), f"There is no meeting “{shown(id_)}”.", hint)


@rule("GR215", ERROR)
def minutes_of_nothing(subject: RuleContext) -> Iterator[Problem]:
    """Minutes are of a meeting that is not in the register.

    The folder that minutes lie in is called by the meeting's id.

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
    meetings = subject.register.meetings
    for id_, minutes in subject.minutes.items():
        if not meetings.knows(minutes.meeting):
            nearest = meetings.nearest(minutes.meeting)
            hint = f"Did you mean the folder “{nearest}”?" if nearest else "Call the folder by the meeting's id."
            yield Problem(in_minutes(id_), f"There is no meeting “{shown(minutes.meeting)}”.", hint)


def _unknown(subject: RuleContext, sort: EntrySort, directory: EntryIndex[EntryT], where: str) -> Iterator[Problem]:
    """The references of one sort that lead nowhere."""
    for naming in subject.references:
        reference = naming.reference
        if reference.sort != sort or directory.knows(reference.id) or _is_word_of_lead(reference):
            continue
        place = naming.place
        found = directory.find(reference.id)
        at_key = "exceptions" in reference.path  # an exception's area is written as a key
        place = place._replace(at_key=at_key)
        if found is not None:
            yield _by_name(place, reference.id, found)
            continue
        if (bare := without_curly_quotes(reference.id)) and (meant := directory.find(bare)) is not None:
            yield _in_curly_quotes(place, reference.id, meant)
            continue
        if reference.path == ("lead",) and (word := as_id(reference.id)) in ("unclear", "not-stated"):
            yield Problem(place, f"“{shown(reference.id)}” is not an organisation.", f"Write “{word}”.", replacement=word)
            continue
        nearest = directory.nearest(reference.id)
        hint = f"Did you mean “{nearest}”?" if nearest else f"Add it to {where}, or write the id of one that is there."
        if nearest is None and not is_id(reference.id) and reference.path[0] in _SEATS:
            hint = _SEATS[reference.path[0]]
        if reference.id in RESERVED:
            hint = "Only `lead` takes this word; where nobody knows, leave it out."
        article = "an" if sort[0] in "aeiou" else "a"
        yield Problem(place, f"“{shown(reference.id)}” is not {article} {sort}.", hint)


_SEATS: dict[object, str] = {
    "chair": "For a post, write `chair: {role: …}`; for an organisation, write its id.",
    "participants": "For a post, write `{organisation: …, role: …}`; for an organisation, write its id.",
}
"""What to write where people often name a person or a post, and an organisation's id belongs."""


def _is_word_of_lead(reference: Reference) -> bool:
    """Whether `lead` says a word of its own there; GR210 looks at it."""
    return reference.id in RESERVED and reference.path[0] == "lead"


def _in_curly_quotes(place: Location, typed: str, id_: str) -> Problem:
    message = f"{shown(typed)} is in curly quotes, which YAML reads as part of the text."
    return Problem(place, message, f"Write “{id_}” without quotes.", replacement=id_)


def _by_name(place: Location, typed: str, id_: str) -> Problem:
    return Problem(place, f"“{shown(typed)}” is a name, and files say the id.", f"Write “{id_}”.", replacement=id_)


RULES: tuple[RegisterRule, ...] = (
    unknown_organisation,
    unknown_meeting,
    unknown_area,
    unknown_theme,
    verdict_on_nothing,
    minutes_of_nothing,
)
