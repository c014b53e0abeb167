"""Placeholders instead of text: a dash, `TBC`, `???` (GR222, GR320)."""

import re
from collections.abc import Iterator
from itertools import chain

from govreg.diagnostics.finding import Problem, Severity
from govreg.model.location import GLOSSARY, REGISTER, KeyPath, Location, in_meeting
from govreg.model.names import fold, shown
from govreg.model.placeholders import has_no_letters, is_placeholder
from govreg.model.schema import FieldSpec
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule

_NO_DUTY = frozenset({"true", "false", "yes", "no", "y", "n"})
_WHICH_DUTY = "Name the duty or the Act. Or write `statutory: true` or `statutory: false`, without a list."
_NAMES = frozenset({"title", "name", "aliases", "terms", "house_words"})
"""The fields that name things."""


@rule("GR222", Severity.ERROR)
def name_is_placeholder(context: RuleContext) -> Iterator[Problem]:
    """A title or a name is only a placeholder.

    You can't find a meeting called `TBC`, or tell it from another. If there is no name yet, describe the meeting: “Budget
    meeting (name to be agreed)”.

    Wrong:

        meetings/budget-committee.yaml
        title: TBC
        lead: opcc

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
    """
    for place, key, text in context.texts(_placeholder, lambda key: key.name in _NAMES):
        hint = "Write the name." if key.required else "Write the name, or delete this field."
        yield Problem(place, f"“{shown(text)}” is not a name.", hint)
    name = context.register.name
    if name and is_placeholder(name):
        yield Problem(Location(REGISTER, ("name",)), f"“{shown(name)}” is not a name.", "Write the name, or delete this field.")
    for abbreviation in context.register.glossary:  # `TBC` is a real abbreviation here
        if has_no_letters(abbreviation):
            place = Location(GLOSSARY, (abbreviation,), at_key=True)
            yield Problem(place, f"“{shown(abbreviation)}” is not an abbreviation.", "Write the abbreviation, or delete the line.")


@rule("GR320", Severity.WARNING)
def text_is_placeholder(context: RuleContext) -> Iterator[Problem]:
    """A text is only a placeholder, or a purpose only repeats the title.

    Leave out what isn't known yet: the gap is then counted as missing, and someone will ask. `TBC` looks like an answer.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        purpose: TBC

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
    """
    placeholders = context.texts(_placeholder, lambda key: key.name not in _NAMES and key.kind != "date")
    no_duties = context.texts(lambda text: text if fold(text) in _NO_DUTY else None, lambda key: key.name == "statutory")
    for place, key, text in chain(placeholders, no_duties):
        if has_no_letters(text) or not _is_as_written(key, place.path):  # the source's own words may be a placeholder
            message = f"“{shown(text)}” is only a placeholder."
            yield Problem(place, message, _WHICH_DUTY if key.name == "statutory" else "Leave this field out until you know what to write.")
    for meeting in context.register.meetings.values():
        purpose, title = meeting.purpose or "", meeting.title
        if 0 < len(purpose) <= 2 * (len(title) + 1) and fold(purpose).removesuffix(".") == fold(title):  # most purposes are longer
            hint = "Write what the meeting is for. If that isn't known, leave this field out."
            yield Problem(in_meeting(meeting.id, "purpose"), "The purpose only repeats the title.", hint)
    for abbreviation, meanings in context.register.glossary.items():
        for index, meaning in enumerate(meanings):
            if has_no_letters(meaning) or (is_placeholder(meaning) and not _is_meaning(meaning, abbreviation)):
                place = Location(GLOSSARY, (abbreviation, index))
                yield Problem(place, f"“{shown(meaning)}” is only a placeholder.", "Write what the abbreviation means, or delete the line.")


def _placeholder(text: str) -> str | None:
    return text if is_placeholder(text) else None


def _is_meaning(placeholder: str, abbreviation: str) -> bool:
    """Whether `placeholder` is what `abbreviation` stands for, as `TBC` does, or the abbreviation itself, of which GR246 tells."""
    letters = re.findall(r"[^\W_]", fold(abbreviation))
    return [word[0] for word in re.findall(r"[^\W_]+", fold(placeholder))] == letters or fold(placeholder) == fold(abbreviation)


def _is_as_written(key: FieldSpec, path: KeyPath) -> bool:
    """Whether the text of `key` at `path` is as a source has it."""
    return key.name.endswith("_as_written") or (key.name == "text" and "frequency" in path)


RULES: tuple[RegisterRule, ...] = (name_is_placeholder,)
GOVERNANCE: tuple[RegisterRule, ...] = (text_is_placeholder,)
