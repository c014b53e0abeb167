"""Names that stand for two things, or for something else (GR205 to GR207, GR209)."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from govreg.diagnostics.finding import Problem, Severity
from govreg.model.entries import Area, Organisation, Theme
from govreg.model.entry_index import EntryIndex
from govreg.model.location import GLOSSARY, ORGANISATIONS, REGISTER, THEMES, KeyPath, Location, in_meeting, in_minutes, meeting_file
from govreg.model.names import RESERVED, fold, shown
from govreg.model.register import Register
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule

ERROR, WARNING = Severity.ERROR, Severity.WARNING


class _Name(NamedTuple):
    """Something that an entry goes by."""

    name: str
    id: str
    place: Location
    is_title: bool = False


@rule("GR205", ERROR)
def name_used_twice(subject: RuleContext) -> Iterator[Problem]:
    """Two entries of one sort go by the same name.

    Whoever types the name would get the one or the other. Case makes no difference. Two meetings of one title are a
    matter for GR206.

    Wrong:

        organisations.yaml
        opcc: {name: Office of the Police and Crime Commissioner, aliases: [OPCC]}
        pcc: {name: Police and Crime Commissioner, aliases: [OPCC]}

    Right:

        organisations.yaml
        opcc: {name: Office of the Police and Crime Commissioner, aliases: [OPCC]}
        pcc: {name: Police and Crime Commissioner, aliases: [PCC]}
    """
    register = subject.register
    yield from _clashes(_names(ORGANISATIONS, register.organisations))
    yield from _clashes(_names(THEMES, register.themes))
    yield from _clashes(_names(REGISTER, register.areas, ("areas",)))
    yield from _clashes(_meeting_names(register))


@rule("GR206", WARNING)
def title_used_twice(subject: RuleContext) -> Iterator[Problem]:
    """Two meetings have the same title.

    Either one meeting stands in the register twice, or two that differ can't be told apart in a list.

    Wrong:

        meetings/scrutiny-panel.yaml
        title: Scrutiny Panel
        lead: opcc
        meetings/use-of-powers-panel.yaml
        title: Scrutiny Panel
        lead: opcc

    Right:

        meetings/scrutiny-panel.yaml
        title: Out of Court Disposals Scrutiny Panel
        lead: opcc
        meetings/use-of-powers-panel.yaml
        title: Scrutiny of the Use of Police Powers Panel
        lead: opcc
    """
    titles: dict[str, str] = {}
    for meeting in subject.register.meetings.values():
        first = titles.setdefault(fold(meeting.title), meeting.id)
        if first != meeting.id:
            other = (in_meeting(first, "title"), f"“{first}” has the same title")
            hint = "Delete one if they are one meeting; otherwise add to the titles what tells them apart, such as the area."
            yield Problem(in_meeting(meeting.id, "title"), f"“{meeting.title}” is the title of another meeting too.", hint, (other,))


@rule("GR207", ERROR)
def reserved_name(subject: RuleContext) -> Iterator[Problem]:
    """A name or an alias is a word with a meaning of its own.

    `joint`, `unclear` and `not-stated` answer who leads; `list --lead joint` must find joint leads, not a body of that
    name.

    Wrong:

        organisations.yaml
        opcc: {name: Office of the Police and Crime Commissioner}
        both: {name: Office and Constabulary together, aliases: [Joint]}

    Right:

        organisations.yaml
        opcc: {name: Office of the Police and Crime Commissioner}
        both: {name: Office and Constabulary together}
    """
    register = subject.register
    everything = (
        *_names(ORGANISATIONS, register.organisations),
        *_names(THEMES, register.themes),
        *_names(REGISTER, register.areas, ("areas",)),
        *_meeting_names(register),
    )
    for name, _, place, _ in everything:
        if fold(name).replace(" ", "-") in RESERVED:
            yield Problem(place, f"“{name}” has a meaning of its own wherever a name may stand.", "Use another name.")


@rule("GR209", WARNING)
def listed_twice(subject: RuleContext) -> Iterator[Problem]:
    """A list names the same thing twice.

    The repeat says nothing, and most often another name was meant. A seat is counted once however often it is listed,
    so an organisation may stand there once for each of its roles.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        participants: [constabulary, nhs, constabulary]

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        participants: [constabulary, nhs]
    """
    for meeting in subject.register.meetings.values():
        seen: dict[object, KeyPath] = {}
        for reference in subject.named[meeting.id]:
            if not isinstance(reference.path[-1], int):
                continue
            first = seen.setdefault((reference.path[:-1], reference.id), reference.path)
            if first != reference.path:
                yield _listed_again(meeting_file(meeting.id), reference.path, first, reference.id)
    for file, path, items in _lists(subject):
        there: dict[object, int] = {}
        for index, (item, name) in enumerate(items):
            place = there.setdefault(item, index)
            if place != index:
                yield _listed_again(file, (*path, index), (*path, place), name)


def _lists(subject: RuleContext) -> Iterator[tuple[str, KeyPath, list[tuple[object, str]]]]:
    """The lists that nothing may stand in twice: file, the way to each, and its items as they compare and as they are called."""
    register = subject.register
    for meeting in register.meetings.values():
        file = meeting_file(meeting.id)
        yield file, ("aliases",), _words(meeting.aliases)
        yield file, ("statutory",), _words(meeting.duties)
        yield file, ("focus",), [((fold(one.text), one.from_, one.until), one.text) for one in meeting.focus]
        yield file, ("sources",), [(source, source.document or "the source") for source in meeting.sources]
        seats: list[tuple[object, str]] = [
            ((seat.sender, fold(seat.role or ""), seat.person, seat.attendance, seat.from_, seat.until), seat.sender[1])
            for seat in meeting.participants
        ]
        yield file, ("participants",), seats
    for organisation in register.organisations.values():
        yield ORGANISATIONS, (organisation.id, "aliases"), _words(organisation.aliases)
        yield ORGANISATIONS, (organisation.id, "members"), _words(organisation.members)
    for area in register.areas.values():
        yield REGISTER, ("areas", area.id, "aliases"), _words(area.aliases)
    for theme in register.themes.values():
        yield THEMES, (theme.id, "aliases"), _words(theme.aliases)
        yield THEMES, (theme.id, "terms"), _words(theme.terms)
    yield REGISTER, ("settings", "house_words"), _words(register.settings.house_words)
    for abbreviation, meanings in register.glossary.items():
        yield GLOSSARY, (abbreviation,), _words(meanings)
    for id_, minutes in subject.minutes.items():
        for key, people in (("attended", minutes.attended), ("apologies", minutes.apologies)):
            named: list[tuple[object, str]] = [
                ((one.organisation, fold(one.role or ""), fold(one.person or "")), one.organisation or "the attendee") for one in people
            ]
            yield in_minutes(id_).file, (key,), named


def _words(words: Iterable[str]) -> list[tuple[object, str]]:
    return [(fold(word), word) for word in words]


def _names(file: str, entries: EntryIndex[Organisation] | EntryIndex[Theme] | EntryIndex[Area], above: KeyPath = ()) -> list[_Name]:
    """What the entries of a file go by: first their ids, then their names, then their aliases."""
    ids = [_Name(entry.id, entry.id, Location(file, (*above, entry.id), at_key=True)) for entry in entries.values()]
    names = [_Name(entry.name, entry.id, Location(file, (*above, entry.id, "name"))) for entry in entries.values()]
    aliases = [
        _Name(alias, entry.id, Location(file, (*above, entry.id, "aliases", index)))
        for entry in entries.values()
        for index, alias in enumerate(entry.aliases)
    ]
    return ids + names + aliases


def _meeting_names(register: Register) -> list[_Name]:
    meetings = register.meetings.values()
    ids = [_Name(meeting.id, meeting.id, in_meeting(meeting.id)) for meeting in meetings]
    titles = [_Name(meeting.title, meeting.id, in_meeting(meeting.id, "title"), is_title=True) for meeting in meetings]
    aliases = [
        _Name(alias, meeting.id, in_meeting(meeting.id, "aliases", index))
        for meeting in meetings
        for index, alias in enumerate(meeting.aliases)
    ]
    return ids + titles + aliases


def _clashes(names: Iterable[_Name]) -> Iterator[Problem]:
    """Each name that another entry goes by already."""
    first: dict[str, _Name] = {}
    for name in names:
        other = first.setdefault(fold(name.name), name)
        if other.id != name.id and not (other.is_title and name.is_title):
            related = ((other.place, f"“{other.id}” goes by it here"),)
            yield Problem(name.place, f"“{name.name}” also stands for “{other.id}”.", "Keep the name for one of the two.", related)


def _listed_again(file: str, path: KeyPath, first: KeyPath, name: str) -> Problem:
    related = ((Location(file, first), "it stands here already"),)
    return Problem(Location(file, path), f"“{shown(name)}” is listed twice.", "Delete one, or name the other that was meant.", related)


RULES: tuple[RegisterRule, ...] = (
    name_used_twice,
    title_used_twice,
    reserved_name,
    listed_twice,
)
