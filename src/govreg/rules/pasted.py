r"""Texts with traces of the program that they were copied from: HTML, Markdown, templates, marks around names (GR250, GR251, GR257)."""

import re
from collections.abc import Iterator

from govreg.diagnostics.finding import Problem, Severity
from govreg.model.names import shown
from govreg.rules.context import RuleContext
from govreg.rules.rule import RegisterRule, rule

WARNING = Severity.WARNING

_ENTITY = re.compile(r"&(?:amp|nbsp|lt|gt|quot|apos|[lr][sd]quo|[nm]dash|hellip|bull|pound|euro|#[0-9]+|#x[0-9A-Fa-f]+);")
_TAG = re.compile(r"</?(?:a|b|br|div|em|font|h[1-6]|i|img|li|ol|p|span|strong|sub|sup|table|td|th|tr|u|ul)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_MARKDOWN = re.compile(r"\*\*(?=[^\s*])[^*]*\*\*|\[[^\[\]]+\]\(https?://[^()\s]*\)")
_TEMPLATE = re.compile(r"\{\{[^{}]*\}\}|\{%[^{}]*%\}|<(?:insert|enter|add)\s[^<>]*>|\[(?:insert|enter)\s[^\[\]]*\]", re.IGNORECASE)
_LOST = re.compile(
    r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NULL!|NUM!)|Error! (?:Reference source not found|Bookmark not defined)\.?|\b[Ll]orem ipsum\b"
)
"""What Excel and Word show where something is missing, and printers' dummy text."""
_BULLET = re.compile(r"\s*[•▪●◦‣]")
_ESCAPE = re.compile(r"\\u[0-9A-Fa-f]{4}|\\[nt](?=[\s\\A-Z0-9•*-]|$)")

_NEVER_LAST = frozenset({"and", "or", "the", "an"})
"""Words that no sentence ends with."""

_CLOSING = {'"': '"', "'": "'", "“": "”", "‘": "’", "«": "»"}
_FOOTNOTE = re.compile(r"(?<=[^\W¹²³\u2070\u2074-\u2079])\s?(?:\[\d{1,2}\]|[¹²³\u2070\u2074-\u2079†‡]+|\*+)$")
_FILE = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|csv|txt|ya?ml)$|^Copy of ", re.IGNORECASE)
_NAMES = frozenset({"title", "name", "aliases"})


@rule("GR250", WARNING)
def markup(context: RuleContext) -> Iterator[Problem]:
    """A text contains HTML, Markdown, a bullet, part of a template or an error.

    It was probably copied from a web page, a wiki, a form or a spreadsheet. In a register, text is text: readers see the signs themselves
    in every table and document.

    Wrong:

        organisations.yaml
        fire: {name: Fire &amp; Rescue Service}

    Right:

        organisations.yaml
        fire: {name: Fire & Rescue Service}
    """
    for place, found in context.texts_and_glossary(lambda text: _markup(text) if _may_be_markup(text) else None):
        yield Problem(place, *found)


@rule("GR251", WARNING)
def name_with_marks(context: RuleContext) -> Iterator[Problem]:
    """A title or a name has marks that aren't part of it.

    It is in quotation marks, ends with a comma or the mark of a footnote, has only one bracket of a pair, is the name of a file,
    or holds several names. A search for the name or a comparison with another name may miss it.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee[1]
        lead: opcc

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
    """
    for place, _, text in context.texts(lambda text: text if ";" in text else None, lambda key: key.name == "aliases"):
        yield Problem(place, f"“{shown(text)}” is read as one name.", "Write each name as an item of its own.")
    for place, _, found in context.texts(_marks, lambda key: key.name in _NAMES):
        yield Problem(place, *found)


@rule("GR257", WARNING)
def text_cut_off(context: RuleContext) -> Iterator[Problem]:
    """A text ends in the middle of a sentence.

    It was probably cut off when it was copied.

    Wrong:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        purpose: Plan the savings and

    Right:

        meetings/budget-committee.yaml
        title: Budget committee
        lead: opcc
        purpose: Plan the savings and the spending
    """
    for place, word in context.texts_and_glossary(_word_left_hanging):
        yield Problem(place, f"The text ends with “{word}”.", "Complete it.")


def _word_left_hanging(text: str) -> str | None:
    """The last of several words of `text`, without a comma behind it, if no sentence ends with it."""
    words = text.rsplit(maxsplit=1)
    last = words[1].removesuffix(",") if len(words) > 1 else ""
    return last if last in _NEVER_LAST else None


def _marks(text: str) -> tuple[str, str] | None:
    """The message and the hint for the marks of a name that don't belong to it; None if it has none."""
    name = text.strip()
    inner = name[1:-1]
    if len(name) > 2 and _CLOSING.get(name[0]) == name[-1] and name[0] not in inner:  # noqa: PLR2004 - a pair
        return "The name is in quotation marks, which become part of it.", f"Write it without them: {shown(inner)}"
    if not (name[-1:].isascii() and name[-1:].isalnum()) and name[0] != "*" and (mark := _FOOTNOTE.search(name)) is not None:
        return f"“{shown(text)}” ends with the mark of a footnote.", f"Write “{shown(name[: mark.start()])}”."
    if name[-1:] in (",", ";", ":"):
        return f"“{shown(text)}” ends with “{name[-1]}”.", f"Write “{shown(name[:-1].rstrip())}”."
    if name.count("(") != name.count(")"):
        return f"“{shown(text)}” has only one bracket of a pair.", "Add the other bracket, or delete this one."
    if ("." in name or name[:4].lower() == "copy") and (file := _FILE.search(name)) is not None:
        return f"“{shown(text)}” is the name of a file.", f"Write the name without “{file.group().strip()}”."
    return None


def _may_be_markup(text: str) -> bool:
    """Whether `text` has a sign that markup has: most texts have none, which is quick to see."""
    return (
        not text.isascii()
        or "#" in text
        or "Error!" in text
        or "orem ipsum" in text
        or "&" in text
        or "<" in text
        or "\\" in text
        or "**" in text
        or "[" in text
        or "{" in text
    )


def _markup(text: str) -> tuple[str, str] | None:
    """The message and the hint for the first markup in `text`; None if there is none."""
    if (found := _ENTITY.search(text)) is not None:
        from html import unescape  # noqa: PLC0415 - its table of characters takes long to load, and few texts need it

        plain = unescape(found.group())
        hint = f"Write “{shown(plain)}” instead." if plain.strip() else "Write a space instead."
        return f"“{found.group()}” is HTML for a character.", hint
    if (found := _BULLET.match(text)) is not None and "\n" not in text:
        return f"The text begins with a bullet (“{found.group().strip()}”).", "Delete it: in a list, the dash is the bullet."
    if (found := _TEMPLATE.search(text)) is not None:
        return f"“{shown(found.group())}” is part of a template that hasn't been filled in.", "Write what belongs there, or leave it out."
    if ("#" in text or "Error!" in text or "orem ipsum" in text) and (found := _LOST.search(text)) is not None:
        return f"“{shown(found.group())}” is there in place of the text.", "Write what belongs there, or leave it out."
    if (found := _TAG.search(text)) is not None:
        return f"“{shown(found.group())}” is an HTML tag.", "Delete the tag, and keep the text."
    if (found := _MARKDOWN.search(text)) is not None:
        hint = (
            "Keep the text, and put the address in the `url` of a source."
            if found.group()[0] == "["
            else "Keep the text without the asterisks."
        )
        return f"“{shown(found.group())}” is Markdown.", hint
    if ":\\" not in text and text[:2] != "\\\\" and (found := _ESCAPE.search(text)) is not None:  # not in the path of a file
        hint = 'Type the character itself, or put the text in double quotes: "…".'
        return f"“{found.group()}” stands for a character only in double quotes.", hint
    return None


RULES: tuple[RegisterRule, ...] = (markup, name_with_marks, text_cut_off)
