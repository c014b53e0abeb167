"""Names that are used twice or reserved, and lists that repeat themselves (GR205 to GR207, GR209)."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from govreg.diagnostics.finding import Problem, Severity
from govreg.model.cross_references import reference_lists
from govreg.model.location import GLOSSARY, ORGANISATIONS, REGISTER, THEMES, KeyPath, Location, in_meeting, in_minutes, meeting_file
from govreg.model.meeting import Meeting
from govreg.model.names import RESERVED, as_keyword, fold, shown
from govreg.rules.context import RuleContext
from govreg.rules.names import Name, NamesOfKind, names
from govreg.rules.rule import Found, RegisterRule, UnwordedProblems, rule

ERROR, WARNING = Severity.ERROR, Severity.WARNING

_NAMES = frozenset({"title", "name", "aliases"})


@rule("GR205", ERROR)
def name_used_twice(context: RuleContext) -> Iterator[Problem]:
    """Two entries of the same kind have the same name.

    When you type the name in a command, it isn't clear which of the two you mean. Upper and lower case make no
    difference. For two meetings with the same title, see GR206.

    Wrong:

        organisations.yaml
        opcc: {name: Office of the Police and Crime Commissioner, aliases: [OPCC]}
        pcc: {name: Police and Crime Commissioner, aliases: [OPCC]}

    Right:

        organisations.yaml
        opcc: {name: Office of the Police and Crime Commissioner, aliases: [OPCC]}
        pcc: {name: Police and Crime Commissioner, aliases: [PCC]}
    """
    for of_kind in names(context.register):
        yield from _duplicates(of_kind)


@rule("GR206", WARNING)
def title_used_twice(context: RuleContext) -> Iterator[Problem]:
    """Two meetings have the same title.

    Either one meeting has been entered twice, or two different meetings look the same in a list.

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
    for meeting in context.register.meetings.values():
        first = titles.setdefault(fold(meeting.title), meeting.id)
        if first != meeting.id:
            other = (in_meeting(first, "title"), f"“{first}” has this title too")
            hint = "If both are the same meeting, delete one. If not, add something to the titles, such as the area, to tell them apart."
            yield Problem(in_meeting(meeting.id, "title"), f"Another meeting is also called “{meeting.title}”.", hint, (other,))


@rule("GR207", ERROR)
def reserved_name(context: RuleContext) -> Iterator[Problem]:
    """A name or an alias is a reserved word.

    `joint`, `unclear` and `not-stated` describe a lead: `list --lead joint` must find meetings that are led jointly, not
    an organisation called “Joint”.

    Wrong:

        organisations.yaml
        opcc: {name: Office of the Police and Crime Commissioner}
        both: {name: Office and Constabulary together, aliases: [Joint]}

    Right:

        organisations.yaml
        opcc: {name: Office of the Police and Crime Commissioner}
        both: {name: Office and Constabulary together}
    """
    ids = ((in_meeting(id_), id_) for id_ in context.register.meetings if id_ in RESERVED)  # no other file is named after an id
    reserved = context.texts(lambda text: text if as_keyword(text) in RESERVED else None, lambda key: key.name in _NAMES)
    for place, name in chain(ids, ((place, name) for place, _, name in reserved)):
        yield Problem(place, f"“{name}” is a reserved word, which describes a lead.", "Use another name.")


@rule("GR209", WARNING)
def listed_twice(context: RuleContext) -> Iterator[Found]:
    """A list contains the same thing twice.

    The repeat adds nothing, and another name was probably meant. An organisation may be listed once for each of its
    roles, and is still counted as one seat.

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
    lists = (value for _, refers, values in context.columns if refers is not None for value in values if isinstance(value, tuple))
    for meeting in context.register.meetings.values() if any(map(_repeats, lists)) else ():
        for field in reference_lists(meeting):
            if field.holder == "list" and _repeats(field.ids):
                yield from _repeated_in(meeting_file(meeting.id), field.path, [(id_, id_) for id_ in field.ids])
    for file, path, items in _lists(context):
        if len(items) > 1:
            yield from _repeated_in(file, path, items)


def _lists(context: RuleContext) -> Iterator[tuple[str, KeyPath, list[tuple[object, str]]]]:
    """The lists that must not repeat an item: file, path, and items, each as a value to compare and a name to show."""
    yield from _lists_of_meetings(context)
    register = context.register
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
    for id_, minutes in context.minutes.items():
        for key, people in (("attended", minutes.attended), ("apologies", minutes.apologies)):
            named: list[tuple[object, str]] = [
                ((one.organisation, fold(one.role or ""), fold(one.person or "")), one.organisation or "the attendee") for one in people
            ]
            yield in_minutes(id_).file, (key,), named
        actions: list[tuple[object, str]] = [
            (action if action.id is None else number, action.text or "the action")  # two with one number are GR236
            for number, action in enumerate(minutes.actions)
        ]
        yield in_minutes(id_).file, ("actions",), actions


def _lists_of_meetings(context: RuleContext) -> Iterator[tuple[str, KeyPath, list[tuple[object, str]]]]:
    for meeting in context.register.meetings.values():
        file = meeting_file(meeting.id)
        for key, words in (("aliases", meeting.aliases), ("statutory", meeting.duties)):
            if len(words) > 1:
                yield file, (key,), _words(words)
        if len(meeting.focus) > 1:
            yield file, ("focus",), [((fold(one.text), one.from_, one.until), one.text) for one in meeting.focus]
        if len(meeting.review) > 1:
            yield file, ("review",), [(review, review.recommendation or "the review") for review in meeting.review]
        if len(meeting.sources) > 1:
            yield file, ("sources",), [(source, source.document or "the source") for source in meeting.sources]
        if _repeats([seat.organisation or seat.meeting for seat in meeting.participants]):
            yield file, ("participants",), _seats(meeting)


def _seats(meeting: Meeting) -> list[tuple[object, str]]:
    """The seats of `meeting`, with all that tells those of one sender apart."""
    return [
        ((seat.sender, fold(seat.role or ""), seat.person, seat.attendance, seat.from_, seat.until), seat.sender[1])
        for seat in meeting.participants
    ]


def _repeats(ids: Sequence[str | None]) -> bool:
    return len(set(ids)) < len(ids)


def _words(words: Iterable[str]) -> list[tuple[object, str]]:
    return [(fold(word), word) for word in words]


def _duplicates(names: NamesOfKind) -> Iterator[Problem]:
    """Each name that another entry has already used: the ids are first, then names, then aliases."""
    first: dict[str, Name] = {}
    ids: Iterator[Name] = ((id_, id_, ()) for id_ in names.entries)
    for name in chain(ids, sorted(names, key=lambda name: len(name[2]))):
        text, id_, path = name
        _, other, other_path = first.setdefault(fold(text), name)
        if other != id_ and not path == other_path == ("title",):
            related = ((names.place(other, other_path), f"“{other}” uses it here"),)
            known = "the id of another entry" if other == text else f"a name of “{other}”"
            message = f"“{text}” is also {known}."
            yield Problem(names.place(id_, path), message, "Use the name for one of the two only.", related)


def _repeated_in(file: str, path: KeyPath, items: Sequence[tuple[object, str]]) -> Iterator[Found]:
    """The items of a list that are there already, each given as a value to compare and a name to show."""
    first: dict[object, int] = {}
    again = [(index, before) for index, (item, _) in enumerate(items) if (before := first.setdefault(item, index)) != index]

    def place(found: tuple[int, int]) -> Location:
        return Location(file, (*path, found[0]))

    def word(found: tuple[int, int]) -> Problem:
        index, before = found
        related = ((Location(file, (*path, before)), "first listed here"),)
        message = f"“{shown(items[index][1])}” is listed twice."
        return Problem(place(found), message, "Delete one, or correct it if another was meant.", related)

    if again:
        yield UnwordedProblems(file, again, place, word, lambda found: items[found[0]][1])


RULES: tuple[RegisterRule, ...] = (
    name_used_twice,
    title_used_twice,
    reserved_name,
    listed_twice,
)
