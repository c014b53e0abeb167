"""Characters that a reader doesn't see or takes for others, and names that only such characters tell apart (GR218 to GR221, GR223)."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from govreg.diagnostics.finding import Problem, Severity
from govreg.model.confusables import mixed_word, skeleton
from govreg.model.location import GLOSSARY, ORGANISATIONS, REGISTER, THEMES, Location, in_meeting
from govreg.model.names import fold, shown
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule

ERROR, WARNING = Severity.ERROR, Severity.WARNING

_MOJIBAKE = re.compile(
    # What UTF-8 is taken for by a reader of Windows-1252: a pound sign or a letter with an accent in two, a curly quote or a dash in three.
    "[ÂÃ][€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u00a0-\u00bf]|â€[€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u00a0-\u00bf]|â‚¬|â„¢"
)


@rule("GR218", WARNING)
def stray_blanks(subject: RuleContext) -> Iterator[Problem]:
    r"""A text of one line contains a tab, or begins or ends with a blank.

    Nobody sees it on the screen, but a spreadsheet splits the text at the tab, and a search for the name may miss it.
    (In the example, `\t` stands for the tab.)

    Wrong:

        meetings/budget-committee.yaml
        title: "Budget\tcommittee"
        lead: opcc

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
    """
    for place, text in _every_text(subject, one_line=True):
        if "\t" in text:
            yield Problem(place, "There is a tab in this text.", "Write a space instead.")
        elif text[:1].isspace() or text[-1:].isspace():
            yield Problem(place, "This text begins or ends with a blank.", "Delete the blank.")


@rule("GR219", ERROR)
def mixed_scripts(subject: RuleContext) -> Iterator[Problem]:
    r"""A word mixes Latin letters with look-alikes of another script.

    The word looks right, but no search finds it. Such letters come in with pasted text.
    (In the example, `\u0435` stands for the Cyrillic letter that looks like an e.)

    Wrong:

        meetings/safer-streets-board.yaml
        title: Saf\u0435r Streets Board
        lead: opcc

    Right:

        meetings/safer-streets-board.yaml
        title: Safer Streets Board
        lead: opcc
    """
    for place, text in _every_text(subject):
        found = mixed_word(text)
        if found is not None:
            word, latin = found
            odd = next(letter for letter, plain in zip(word, latin, strict=True) if letter != plain)
            message = f"“{shown(word)}” has a letter of another script in it: {unicodedata.name(odd).lower()} (U+{ord(odd):04X})."
            yield Problem(place, message, f"Type the word anew: “{shown(latin)}”.")


@rule("GR220", WARNING)
def names_look_alike(subject: RuleContext) -> Iterator[Problem]:
    """Two names differ only by a dash, a quote, a blank or a look-alike letter.

    Most often the same thing was entered twice; if not, no reader can tell the two apart.

    Wrong:

        organisations.yaml
        victim-support: {name: Victim Support}
        victims: {name: Victim-Support}

    Right:

        organisations.yaml
        victim-support: {name: Victim Support, aliases: [Victim-Support]}
    """
    register = subject.register
    yield from _alike(
        (place, meeting.id, name)
        for meeting in register.meetings.values()
        for place, name in [
            (in_meeting(meeting.id, "title"), meeting.title),
            *((in_meeting(meeting.id, "aliases", index), alias) for index, alias in enumerate(meeting.aliases)),
        ]
    )
    for file, entries in (
        (ORGANISATIONS, register.organisations),
        (THEMES, register.themes),
        (REGISTER, register.areas),
    ):
        above = ("areas",) if file == REGISTER else ()
        yield from _alike(
            (Location(file, (*above, entry.id, *path)), entry.id, name)
            for entry in entries.values()
            for path, name in [(("name",), entry.name), *((("aliases", index), alias) for index, alias in enumerate(entry.aliases))]
        )


@rule("GR221", WARNING)
def wrong_encoding(subject: RuleContext) -> Iterator[Problem]:
    """A text was saved or copied in the wrong encoding.

    A program read UTF-8 as Windows-1252 and saved what it saw: one curly quote or letter with an accent became two or
    three odd characters.

    Wrong:

        meetings/childrens-board.yaml
        title: Childrenâ€™s Board
        lead: opcc

    Right:

        meetings/childrens-board.yaml
        title: Children’s Board
        lead: opcc
    """
    for place, text in _every_text(subject):
        found = None if text.isascii() else _MOJIBAKE.search(text)
        if found is not None:
            meant = found.group().encode("cp1252").decode("utf-8", "ignore")
            hint = f"Write “{shown(meant)}” instead." if meant else "Type the text anew."
            yield Problem(place, f"“{shown(found.group())}” is a character read in the wrong encoding.", hint)


@rule("GR223", WARNING)
def unassigned_character(subject: RuleContext) -> Iterator[Problem]:
    r"""A text contains a character that Unicode does not define.

    No font draws it, so readers see a box or nothing. It may also be newer than this version of Python. (In the
    example, `\u0378` stands for such a character.)

    Wrong:

        meetings/budget-committee.yaml
        title: Budget \u0378 committee
        lead: opcc

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
    """
    for place, text in _every_text(subject):
        odd = None if text.isascii() else next((one for one in text if unicodedata.category(one) == "Cn"), None)
        if odd is not None:
            yield Problem(place, f"U+{ord(odd):04X} is not a character of Unicode {unicodedata.unidata_version}.", "Delete it.")


def _every_text(subject: RuleContext, *, one_line: bool = False) -> Iterator[tuple[Location, str]]:
    """Every text, those of the glossary too; `one_line`, only those that may have no line break."""
    for written in subject.written:
        if written.key.kind != "date" and not (one_line and written.key.prose):
            yield written.place, written.text
    for abbreviation, meanings in subject.register.glossary.items():
        yield Location(GLOSSARY, (abbreviation,), at_key=True), abbreviation
        for index, meaning in enumerate(meanings):
            yield Location(GLOSSARY, (abbreviation, index)), meaning


def _alike(names: Iterable[tuple[Location, str, str]]) -> Iterator[Problem]:
    """Each name of an entry that looks like a name of another one but is written otherwise."""
    first: dict[str, tuple[Location, str, str]] = {}
    for place, id_, name in names:
        bare = skeleton(name)
        there, other_id, other = first.setdefault(bare, (place, id_, name))
        if bare and other_id != id_ and fold(other) != fold(name):
            related = ((there, f"“{other_id}” goes by “{shown(other)}” here"),)
            hint = "Delete one entry if the two are one, and keep the other spelling as an alias; otherwise add what tells them apart."
            yield Problem(
                place, f"“{shown(name)}” differs from “{shown(other)}” only by a sign or a letter that looks the same.", hint, related
            )


RULES: tuple[RegisterRule, ...] = (
    stray_blanks,
    mixed_scripts,
    names_look_alike,
    wrong_encoding,
    unassigned_character,
)
