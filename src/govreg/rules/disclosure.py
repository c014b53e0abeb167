"""Texts that say more than their readers may know (GR335, GR336)."""

import re
from collections.abc import Callable, Iterator, Mapping

from govreg.diagnostics.finding import Problem, Severity
from govreg.model.location import Location, in_meeting, in_minutes, meeting_in
from govreg.model.meeting import Visibility
from govreg.model.names import shown
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule

WARNING = Severity.WARNING

_READERS: Mapping[Visibility | None, str] = {"public": "the public", "partners": "partners"}

_MARK = r"(?:(?:OFFICIAL|official)[-: ]{1,3}(?i:sensitive)|(?:TOP )?SECRET|(?i:not for publication))"
"""Protective markings (Government Security Classifications Policy, Cabinet Office 2023) and that of an exempt report
(Local Government Act 1972, s100B(5))."""

_WORD = re.compile(r"\w+")

_BEFORE, _BEHIND = re.compile(rf"\W*({_MARK})\b"), re.compile(rf"\b({_MARK})\W*$")
"""A marking before or behind a text; one inside a sentence is what the sentence is about."""

_END = 60
"""How many characters at the end of a text are looked at: a marking has less than half of that."""


@rule("GR335", WARNING)
def internal_meeting_named(context: RuleContext) -> Iterator[Problem]:
    """A text for partners or the public names an internal meeting.

    With `--for partners` and `--for public`, an internal meeting is left out of every list and link, but texts are printed as
    they are. This one would reveal it.

    Wrong:

        meetings/gold-group.yaml
        title: Operation Robin Gold Group
        lead: constabulary
        visibility: internal
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        notes: Pays for the Operation Robin Gold Group

    Right:

        meetings/gold-group.yaml
        title: Operation Robin Gold Group
        lead: constabulary
        visibility: internal
        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        notes: Pays for one operation
    """
    internal = {
        name: meeting.id
        for meeting in context.register.meetings.values()
        if meeting.visibility == "internal"
        for name in (meeting.title, *meeting.aliases)
        if " " in name or name.isupper()  # another word may only look like a name
    }
    if not internal:
        return
    from govreg.analysis.text.phrases import runs  # noqa: PLC0415 - only a register with internal meetings needs it

    names, seen_by = runs((_WORD.findall(name), name) for name in internal), _seen_by(context)

    def named(text: str) -> str | None:
        return next((name for (name, *_), _, _ in names.find(_WORD.findall(text))), None)

    for place, _, name in context.texts(named, lambda key: key.kind != "date"):
        readers = _READERS.get(seen_by(place))
        if readers is not None:
            message = f"“{shown(name)}” is internal, but {readers} may see this text."
            related = ((in_meeting(internal[name], "visibility"), "it is internal"),)
            yield Problem(place, message, "Leave out the name, or choose `visibility: internal` for this meeting.", related)


@rule("GR336", WARNING)
def marked_text_public(context: RuleContext) -> Iterator[Problem]:
    """A public text has a protective marking, or says that it isn't for publication.

    With `--for public`, it would be printed.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        visibility: public
        notes: "Not for publication: the lease ends in May"

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        visibility: internal
        notes: "Not for publication: the lease ends in May"
    """
    seen_by = _seen_by(context)
    for place, _, marking in context.texts(_marking, lambda key: key.kind != "date"):
        if seen_by(place) == "public":
            message = f"This text is marked “{marking[1]}”, but the public may see it."
            yield Problem(place, message, "Choose a narrower visibility. If the marking no longer applies, delete it.")


def _marking(text: str) -> re.Match[str] | None:
    """The marking of `text`; None if it has none."""
    end = text[-_END:]
    plain = end.lower()
    may_be_behind = "sensitive" in plain or "secret" in plain or "publication" in plain  # quick to see
    return _BEFORE.match(text) or (_BEHIND.search(end) if may_be_behind else None)


def _seen_by(context: RuleContext) -> Callable[[Location], Visibility | None]:
    """What gives the visibility of a text in an entry or in minutes, or None of a text in another file."""
    minutes = {in_minutes(id_).file: one for id_, one in context.minutes.items()}

    def seen_by(place: Location) -> Visibility | None:
        meeting = context.register.meetings.get(meeting_in(place.file) or "")
        if meeting is None:
            return None
        own: Visibility | None = None
        match place.path:
            case ("focus", int(index), *_):
                own = meeting.focus[index].visibility
            case ("participants", int(index), *_):
                own = meeting.participants[index].visibility
            case ("decisions", int(index), *_):
                own = minutes[place.file].decisions[index].visibility
        return own or meeting.visibility

    return seen_by


GOVERNANCE: tuple[RegisterRule, ...] = (internal_meeting_named, marked_text_public)
