"""The YAML parser's errors in plain English, each with a hint for the person who typed the text."""

import re
from collections.abc import Sequence

import yaml
from govreg.diagnostics import syntax
from govreg.diagnostics.finding import Problem
from govreg.model.location import Position
from govreg.yaml.events import Mark

_COMPARE = "Compare it with a valid entry."
_QUOTE = 'Put all of the text in quotes: "…".'
_FIELD = "Write the name, a colon, a space and the value."
_SPECIAL = "A text begins with a character that has a special meaning in YAML"

_WORDS = (
    (
        "mapping values are not allowed",
        "A text contains a colon and a space, or a line is indented too far",
        'If the colon is part of the text, put all of the text in quotes: "…". If not, indent the line like the others in its group.',
    ),
    ("found character that cannot start any token", _SPECIAL, _QUOTE),
    ("did not find expected alphabetic or numeric character", _SPECIAL, _QUOTE),
    ("mapping keys are not allowed", _SPECIAL, _QUOTE),
    (
        "did not find expected comment or line break",
        "A text begins on the line with | or >",
        "Begin the text on the next line, indented. If | or > is part of the text, put all of the text in quotes.",
    ),
    ("could not find expected ':'", "A colon is missing after the name of a field", _FIELD),
    ("found unexpected end of stream", "A quotation mark is never closed", "Close the quotation mark at the end of its text."),
    ("found unexpected document indicator", "A quotation mark is never closed", "Close the quotation mark at the end of its text."),
    ("found unknown escape character", "A text in double quotes contains a backslash", "Use single quotes, or write the backslash twice."),
    (
        "did not find expected ',' or ']'",
        "A list in […] is not closed, or a comma is missing",
        "Put commas between the items and ] at the end. Put texts that contain a comma or bracket in quotes.",
    ),
    (
        "did not find expected ',' or '}'",
        "A mapping in {…} is not closed, or a comma is missing",
        "Put commas between the fields and } at the end. Put texts that contain a comma or bracket in quotes.",
    ),
    (
        "did not find expected key",
        "A line's indentation doesn't match the lines above it",
        "Indent it like the lines it belongs with. If a text begins with a quotation mark, it must also end with one.",
    ),
    (
        "did not find expected '-' indicator",
        "A line doesn't match the list above it",
        "Align it with the word after the dash if it belongs to that item, or with the name of the list. Begin a new item with “- ”.",
    ),
    ("block sequence entries are not allowed", "A list isn't allowed here", "Begin each item on a new line: “- item”."),
    ("did not find expected node content", "A value is missing", "Write the value, or remove what comes before it."),
    (
        "did not find expected <document start>",
        "A line doesn't match the fields above it",
        "Align it with the other fields: the name, a colon, a space and the value.",
    ),
    ("block mapping", "A line's indentation doesn't match the lines above it", "Indent it like the lines it belongs with."),
)


_UNFINISHED_FIELD = re.compile(r" *(?:- +)?(?!\d)([\w-]+)(\W.*)?")
"""A line that begins with the name of a field, but without the colon and the space after it."""

_AT_THE_OPENING = ("could not find expected ':'", "did not find expected alphabetic")
"""The errors that are where something begins, not behind it, where the parser gives up."""


def explain(problem: yaml.YAMLError, text: str) -> Problem:
    """The parser's `problem` with `text` in plain English, with its position."""
    if not isinstance(problem, yaml.MarkedYAMLError) or problem.problem_mark is None:
        return syntax.not_yaml("The file is not valid YAML.", _COMPARE).at(Position(1, 1))
    mark = problem.problem_mark
    if problem.context_mark is not None and str(problem.problem).startswith(_AT_THE_OPENING):
        mark = problem.context_mark
    lines = text.split("\n")
    if str(problem.problem).startswith("mapping values") and (above := _unfinished_above(lines, mark)) is not None:
        return syntax.not_yaml(*_unfinished(lines[above])).at(Position(above + 1, _indentation(lines[above]) + 1))
    if mark.line < len(lines):
        line, position = lines[mark.line], Position(mark.line + 1, mark.column + 1)
    else:  # the parser points past the end
        line, position = "", Position(len(lines), len(lines[-1]) + 1)
    return syntax.not_yaml(*_words(problem, mark, line)).at(position)


def _words(problem: yaml.MarkedYAMLError, mark: Mark, line: str) -> tuple[str, str]:
    """The message and the hint for `problem`, which is at `mark` in `line`."""
    before = line[: mark.column]
    if "\t" in line[: mark.column + 1] and not before.strip():
        return "The line is indented with a tab.", "Use spaces, as many as the lines it belongs with."
    if line[mark.column : mark.column + 1] == "\t":
        return "There is a tab before a text.", "Replace the tab with a space."
    reason = str(problem.problem)
    if reason.startswith("could not find expected ':'"):
        return _unfinished(line)
    if reason.startswith("did not find expected key") and (behind := _behind_the_end(before, line[mark.column :])) is not None:
        return behind
    for key, message, hint in _WORDS:
        if reason.startswith(key):
            opened = problem.context_mark
            begun = f", in the block that begins on line {opened.line + 1}" if opened is not None and opened.line != mark.line else ""
            return f"{message}{begun}.", hint
    return f"The file is not valid YAML: {reason}.", _COMPARE


def _unfinished(line: str) -> tuple[str, str]:
    """The message and the hint for `line`, which should begin with the name of a field."""
    bare = line.strip(" ")
    if bare.startswith("-") and bare[1:2] not in ("", " "):
        return "A space is missing after the dash.", "Write a dash, a space and the item, aligned with the other items."
    found = _UNFINISHED_FIELD.match(line)
    rest = (found[2] or "").lstrip() if found is not None else ""
    if rest[:1] == ":":
        return "A space is missing after the colon.", _FIELD
    if rest[:1] in ("：", "︓", "﹕"):  # of East Asian texts
        return f"“{rest[0]}” is not a plain colon.", _FIELD
    return "A colon is missing after the name of a field.", _FIELD


def _unfinished_above(lines: Sequence[str], mark: Mark) -> int | None:
    """The index of the line above `mark` that is a field without its colon or the space after it; None if there is none.

    YAML reads such a line and the name of the next field as one text, and only notices the colon after that.
    """
    above = next((index for index in reversed(range(mark.line)) if lines[index].strip()), None)
    if above is None or mark.line >= len(lines):
        return None
    found = _UNFINISHED_FIELD.fullmatch(lines[above].rstrip())
    is_field = found is not None and not re.match(r"\s*:(?: |$)", found[2] or "") and ": " not in (found[2] or "")
    return above if is_field and _indentation(lines[above]) == _indentation(lines[mark.line]) else None


def _indentation(line: str) -> int:
    """How far the name of a field is from the beginning of `line`, also behind the dash of an item."""
    bare = line.lstrip(" ")
    return len(line) - len(bare[1:].lstrip(" ") if bare.startswith("- ") else bare)


def _behind_the_end(before: str, rest: str) -> tuple[str, str] | None:
    """The message and the hint if what is `before` a place ends a text in quotes or a list, or its `rest` closes what nothing opened."""
    last = before.rstrip()[-1:]
    if last in ("'", '"') and before.count(last) % 2:
        return f"A quotation mark ({last}) further up is never closed.", "Close the quotation mark at the end of its text."
    if last in ("'", '"'):
        mark = "''" if last == "'" else '\\"'
        hint = f"Put one pair of quotation marks around all of the text. Within it, write {mark} for {last}."
        return "There is text after the closing quotation mark.", hint
    if last in ("]", "}"):
        hint = "If the brackets are part of the text, put all of the text in quotes. If not, remove what follows the bracket."
        return "There is text after the closing bracket.", hint
    if rest[:1] in ("]", "}"):
        return f"There is no opening bracket for this “{rest[0]}”.", "Remove it, or put all of the text that it belongs to in quotes."
    return None
