"""The YAML parser's errors in plain English, each with a hint for the person who typed the text."""

import yaml
from govreg.diagnostics import syntax
from govreg.diagnostics.finding import Problem
from govreg.model.location import Position
from govreg.yaml.events import Mark

_COMPARE = "Compare it with a valid entry."
_QUOTE = 'Put all of the text in quotes: "…".'

_WORDS = (
    (
        "mapping values are not allowed",
        "A text contains a colon and a space, or a line is indented too far",
        'If the colon is part of the text, put all of the text in quotes: "…". If not, indent the line like the others in its group.',
    ),
    ("found character that cannot start any token", "A text begins with a character that has a special meaning in YAML", _QUOTE),
    ("could not find expected ':'", "A colon is missing after the name of a field", "Write the name, a colon, a space and the value."),
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
        "Begin it with “- ”, indented like the items above, or align it with the name of the list.",
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


def explain(problem: yaml.YAMLError, text: str) -> Problem:
    """The parser's `problem` with `text` in plain English, with its position."""
    if not isinstance(problem, yaml.MarkedYAMLError) or problem.problem_mark is None:
        return syntax.not_yaml("The file is not valid YAML.", _COMPARE).at(Position(1, 1))
    mark = problem.problem_mark
    lines = text.split("\n")
    if mark.line < len(lines):
        line, position = lines[mark.line], Position(mark.line + 1, mark.column + 1)
    else:  # the parser points past the end
        line, position = "", Position(len(lines), len(lines[-1]) + 1)
    return syntax.not_yaml(*_words(problem, mark, line)).at(position)


def _words(problem: yaml.MarkedYAMLError, mark: Mark, line: str) -> tuple[str, str]:
    """The message and the hint for `problem`, which is at `mark` in `line`."""
    if "\t" in line[: mark.column + 1] and not line[: mark.column].strip():
        return "The line is indented with a tab.", "Use spaces, as many as the lines it belongs with."
    if line[mark.column : mark.column + 1] == "\t":
        return "There is a tab before a text.", "Replace the tab with a space."
    reason = str(problem.problem)
    for key, message, hint in _WORDS:
        if reason.startswith(key):
            opened = problem.context_mark
            begun = f", in the block that begins on line {opened.line + 1}" if opened is not None and opened.line != mark.line else ""
            return f"{message}{begun}.", hint
    return f"The file is not valid YAML: {reason}.", _COMPARE
