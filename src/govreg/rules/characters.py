"""Invisible, look-alike and wrongly encoded characters, and names that differ only by such characters (GR218 to GR221, GR223)."""

import re
import unicodedata
from collections.abc import Iterator

from govreg.diagnostics.finding import Problem, Severity
from govreg.model.confusables import mixed_word, skeleton
from govreg.model.names import fold, shown
from govreg.rules.context import RuleContext
from govreg.rules.names import Name, NamesOfKind, names
from govreg.rules.rule import RegisterRule, rule

ERROR, WARNING = Severity.ERROR, Severity.WARNING

_MOJIBAKE = re.compile(
    # UTF-8 read as Windows-1252: a pound sign or an accented letter becomes two characters, a curly quote or a dash three.
    "[ÂÃ][€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u00a0-\u00bf]|â€[€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u00a0-\u00bf]|â‚¬|â„¢"
)


@rule("GR218", WARNING)
def stray_spaces(context: RuleContext) -> Iterator[Problem]:
    r"""A single-line text contains a tab, or begins or ends with a space.

    You can't see it on the screen, but a spreadsheet splits the text at a tab, and a search for the name may miss it.
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
    for place, found in context.texts_and_glossary(_stray_space, lambda key: not key.prose and key.kind != "date"):
        yield Problem(place, *found)


def _stray_space(text: str) -> tuple[str, str] | None:
    """The message and the hint for a tab, or for a space at either end of `text`; None if it has neither."""
    if "\t" in text:
        return "This text contains a tab.", "Replace the tab with a space."
    return ("This text begins or ends with a space.", "Delete the space.") if text != text.strip() else None


@rule("GR219", ERROR)
def mixed_scripts(context: RuleContext) -> Iterator[Problem]:
    r"""A word mixes Latin letters with look-alike letters from another script.

    The word looks right, but a search won't find it. Such letters usually come from pasted text.
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
    for place, (word, latin) in context.texts_and_glossary(mixed_word):
        odd = next(letter for letter, plain in zip(word, latin, strict=True) if letter != plain)
        message = f"“{shown(word)}” contains a letter from another script: {unicodedata.name(odd).lower()} (U+{ord(odd):04X})."
        yield Problem(place, message, f"Type the word again: “{shown(latin)}”.")


@rule("GR220", WARNING)
def names_look_alike(context: RuleContext) -> Iterator[Problem]:
    """Two names differ only by a dash, a quotation mark, a space or a look-alike letter.

    The same thing has probably been entered twice. If not, readers can't tell the two apart.

    Wrong:

        organisations.yaml
        victim-support: {name: Victim Support}
        victims: {name: Victim-Support}

    Right:

        organisations.yaml
        victim-support: {name: Victim Support, aliases: [Victim-Support]}
    """
    for of_kind in names(context.register):
        yield from _look_alikes(of_kind)


@rule("GR221", WARNING)
def wrong_encoding(context: RuleContext) -> Iterator[Problem]:
    """A text was saved or copied in the wrong encoding.

    A program read UTF-8 as Windows-1252 and saved the result, so that a curly quote or an accented letter became two or
    three wrong characters.

    Wrong:

        meetings/childrens-board.yaml
        title: Childrenâ€™s Board
        lead: opcc

    Right:

        meetings/childrens-board.yaml
        title: Children’s Board
        lead: opcc
    """
    for place, found in context.texts_and_glossary(lambda text: None if text.isascii() else _MOJIBAKE.search(text)):
        meant = found.group().encode("cp1252").decode("utf-8", "ignore")
        hint = f"Write “{shown(meant)}” instead." if meant else "Type the text again."
        yield Problem(place, f"“{shown(found.group())}” is a character that was read in the wrong encoding.", hint)


@rule("GR223", WARNING)
def unassigned_character(context: RuleContext) -> Iterator[Problem]:
    r"""A text contains a character that Unicode does not define.

    No font can display it, so readers see a box or nothing. It may also be newer than this version of Python. (In the
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
    for place, odd in context.texts_and_glossary(_unassigned):
        yield Problem(place, f"U+{ord(odd):04X} is not a character in Unicode {unicodedata.unidata_version}.", "Delete it.")


def _unassigned(text: str) -> str | None:
    """The first character of `text` that Unicode does not define; None if there is none."""
    return None if text.isascii() else next((one for one in text if unicodedata.category(one) == "Cn"), None)


def _look_alikes(names: NamesOfKind) -> Iterator[Problem]:
    """Each name that looks like a name of another entry but is spelt differently."""
    first: dict[str, Name] = {}
    for one in names:
        name, id_, path = one
        bare = skeleton(name)
        other, other_id, other_path = first.setdefault(bare, one)
        if bare and other_id != id_ and fold(other) != fold(name):
            related = ((names.place(other_id, other_path), f"“{other_id}” is called “{shown(other)}” here"),)
            hint = (
                "If both are the same thing, delete one entry and keep its spelling as an alias. If not, make the names clearly different."
            )
            message = f"“{shown(name)}” differs from “{shown(other)}” only by punctuation, spacing or a look-alike letter."
            yield Problem(names.place(id_, path), message, hint, related)


RULES: tuple[RegisterRule, ...] = (
    stray_spaces,
    mixed_scripts,
    names_look_alike,
    wrong_encoding,
    unassigned_character,
)
