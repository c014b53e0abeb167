"""Texts that say nothing: a dash, `TBC`, `???` (GR222, GR320)."""

import re
from collections.abc import Iterator

from govreg.diagnostics.finding import Problem, Severity
from govreg.model.location import GLOSSARY, REGISTER, Location
from govreg.model.names import fold, shown
from govreg.rules.context import RuleContext, Written
from govreg.rules.rule import RegisterRule, rule

_WORDS = frozenset(
    (
        "tba|tbc|tbd|tbn|n/a|nil|none|unknown|untitled|todo|not known|not applicable|not stated|lorem ipsum|to follow|to be confirmed"
        "|to be announced|to be decided|to be determined|to be agreed|to be arranged|to be advised|to be completed"
    ).split("|")
)
_LONGEST = 2 * max(map(len, _WORDS))
"""How many letters such a text has at most, with the signs around it."""
_NO_DUTY = frozenset({"true", "false", "yes", "no", "y", "n"})
_NAMES = frozenset({"title", "name", "aliases", "terms", "house_words"})
"""The keys that things go by."""


def says_nothing(text: str) -> bool:
    """Whether `text` only fills a gap: it has no letter or figure in it, or a word for what is not known yet."""
    if _has_no_word(text):
        return True
    if len(text) > _LONGEST:
        return False
    word = fold(text).strip(" \t.,;:!?…*-–—()[]{}<>")
    return word in _WORDS or re.fullmatch(r"x{3,}", word) is not None


@rule("GR222", Severity.ERROR)
def name_says_nothing(subject: RuleContext) -> Iterator[Problem]:
    """A title or a name says nothing.

    Nobody can find a meeting called `TBC`, or tell it from another. Where there is no name yet, describe it: “Budget
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
    for written in subject.written:
        if written.key.name in _NAMES and says_nothing(written.text):
            hint = "Write what it is called." if written.key.required else "Write what it is called, or delete it."
            yield Problem(written.place, f"“{shown(written.text)}” is not a name.", hint)
    name = subject.register.name
    if name and says_nothing(name):
        yield Problem(Location(REGISTER, ("name",)), f"“{shown(name)}” is not a name.", "Write what it is called, or delete it.")
    for abbreviation in subject.register.glossary:  # `TBC` has its place here
        if _has_no_word(abbreviation):
            place = Location(GLOSSARY, (abbreviation,), at_key=True)
            yield Problem(place, f"“{shown(abbreviation)}” is not an abbreviation.", "Write the abbreviation, or delete the line.")


@rule("GR320", Severity.WARNING)
def text_says_nothing(subject: RuleContext) -> Iterator[Problem]:
    """A text is only a placeholder.

    Leave out what is not known: then the gap is counted, and somebody asks. `TBC` looks like an answer.

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
    for written in subject.written:
        if written.key.name not in _NAMES and _fills_a_gap(written):
            yield Problem(written.place, f"“{shown(written.text)}” says nothing.", "Leave it out until it is known.")
    for abbreviation, meanings in subject.register.glossary.items():
        for index, meaning in enumerate(meanings):
            if _has_no_word(meaning):
                place = Location(GLOSSARY, (abbreviation, index))
                yield Problem(place, f"“{shown(meaning)}” says nothing.", "Write what it means, or delete the line.")


def _has_no_word(text: str) -> bool:
    return not text[:1].isalnum() and not any(character.isalnum() for character in text)


def _fills_a_gap(written: Written) -> bool:
    key = written.key.name
    if written.key.kind == "date":
        return False
    if key.endswith("_as_written") or (key == "text" and "frequency" in written.place.path):  # the source's own words, whatever they are
        return _has_no_word(written.text)
    return says_nothing(written.text) or (key == "statutory" and fold(written.text) in _NO_DUTY)


RULES: tuple[RegisterRule, ...] = (name_says_nothing,)
GOVERNANCE: tuple[RegisterRule, ...] = (text_says_nothing,)
