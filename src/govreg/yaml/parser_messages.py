"""What the YAML parser says of a text that is not YAML, in words that help the person who typed it."""

import yaml
from govreg.diagnostics import syntax
from govreg.diagnostics.finding import Problem
from govreg.model.location import Position
from govreg.yaml.events import Mark

_COMPARE = "Compare it with an entry that is read."
_QUOTE = 'Put the whole text in quotes: "…".'

_WORDS = (
    (
        "mapping values are not allowed",
        "A colon and a space stand inside a text, or a line is set in too far",
        'If the colon belongs to the text, put the whole text in quotes: "…". Otherwise begin the line under those it belongs to.',
    ),
    ("found character that cannot start any token", "A text begins with a character that YAML takes for its own", _QUOTE),
    ("could not find expected ':'", "Here a colon is missing behind a key", "Write the key, a colon, a space and the value."),
    ("found unexpected end of stream", "A quote is opened and never closed", "Close the quote where its text ends."),
    ("found unexpected document indicator", "A quote is opened and never closed", "Close the quote where its text ends."),
    ("found unknown escape character", "A backslash stands in a text in double quotes", "Use single quotes, or write the backslash twice."),
    (
        "did not find expected ',' or ']'",
        "A list in […] is not closed, or a comma is missing",
        "Put commas between the items and ] at the end, and texts with a comma or bracket in them in quotes.",
    ),
    (
        "did not find expected ',' or '}'",
        "A mapping in {…} is not closed, or a comma is missing",
        "Put commas between the parts and } at the end, and texts with a comma or bracket in them in quotes.",
    ),
    (
        "did not find expected key",
        "A line does not fit what stands above it",
        "Set it in as far as the lines it belongs to; a text that begins with a quote must end with one.",
    ),
    (
        "did not find expected '-' indicator",
        "A line does not fit the list above it",
        "Begin it with “- ”, as far in as the items above, or begin it under the list's key.",
    ),
    ("block sequence entries are not allowed", "A list begins where none can stand", "Begin each item on a line of its own: “- item”."),
    ("did not find expected node content", "Here a value is missing", "Write the value, or leave out what waits for it."),
    (
        "did not find expected <document start>",
        "A line does not belong to the mapping above it",
        "Begin it under the other keys: the key, a colon, a space and the value.",
    ),
    ("block mapping", "A line does not fit what stands above it", "Set it in as far as the lines it belongs to."),
)


def explain(problem: yaml.YAMLError, text: str) -> Problem:
    """`problem` in words that help, where it shows in `text`."""
    if not isinstance(problem, yaml.MarkedYAMLError) or problem.problem_mark is None:
        return syntax.not_yaml("The text is not YAML.", _COMPARE).at(Position(1, 1))
    mark = problem.problem_mark
    lines = text.split("\n")
    if mark.line < len(lines):
        line, position = lines[mark.line], Position(mark.line + 1, mark.column + 1)
    else:  # the parser points behind the end
        line, position = "", Position(len(lines), len(lines[-1]) + 1)
    return syntax.not_yaml(*_words(problem, mark, line)).at(position)


def _words(problem: yaml.MarkedYAMLError, mark: Mark, line: str) -> tuple[str, str]:
    """The message and the hint for `problem`, which shows at `mark` in `line`."""
    if "\t" in line[: mark.column + 1] and not line[: mark.column].strip():
        return "The line is indented with a tab.", "Use spaces, as many as in the lines it belongs to."
    if line[mark.column : mark.column + 1] == "\t":
        return "There is a tab between a sign and its text.", "Put a space in its place."
    said = str(problem.problem or "")
    for key, message, hint in _WORDS:
        if said.startswith(key):
            opened = problem.context_mark
            begun = f", begun in line {opened.line + 1}" if opened is not None and opened.line != mark.line else ""
            return f"{message}{begun}.", hint
    return f"The text is not YAML: {said}.", _COMPARE
