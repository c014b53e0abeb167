"""What isn't YAML is explained by what the person typed, at the place where the parser stopped."""

import pytest

import yaml
from govreg.model.location import Position
from govreg.yaml.parse import parse
from govreg.yaml.parser_messages import explain

CLOSE = "Close the quotation mark at the end of its text."
IN_LIST = "Put commas between the items and ] at the end."
IN_MAPPING = "Put commas between the fields and } at the end."
COLON = "Write the name, a colon, a space and the value."
INDENT = "Indent it like the lines it belongs with. If a text begins with a quotation mark, it must also end with one."
SPACES = "Use spaces, as many as the lines it belongs with."
QUOTES = 'Put all of the text in quotes: "…".'
COMPARE = "Compare it with a valid entry."


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        (
            "title: a: b\n",
            (1, 9),
            "A text contains a colon and a space, or a line is indented too far.",
            "If the colon is part of the text",
        ),
        (
            "a: A\n  b: c\n",
            (2, 4),
            "A text contains a colon and a space, or a line is indented too far.",
            "If the colon is part of the text",
        ),
        ("a: @a\n", (1, 4), "A text begins with a character that has a special meaning in YAML.", QUOTES),
        ("a: A\nlead\n", (2, 1), "A colon is missing after the name of a field.", COLON),
        ("a: A\nlead opcc\nb: B\n", (2, 1), "A colon is missing after the name of a field.", COLON),
        ("a: A\nlead = opcc\nb: B\n", (2, 1), "A colon is missing after the name of a field.", COLON),
        ("a: A\nlead:opcc\nb: B\n", (2, 1), "A space is missing after the colon.", COLON),
        ("a: A\nlead:\u00a0opcc\nb: B\n", (2, 1), "A space is missing after the colon.", COLON),
        ("a: A\nlead\uff1aopcc\nb: B\n", (2, 1), "“\uff1a” is not a plain colon.", COLON),
        ("lead:opcc\nb: B\n", (1, 1), "A space is missing after the colon.", COLON),
        ("lead; opcc\n\nb: B\n", (1, 1), "A colon is missing after the name of a field.", COLON),
        ("a:\n  - lead:opcc\n    b: B\n", (2, 5), "A space is missing after the colon.", COLON),
        ("a:\n  - b\n  -c\n  - d\n", (3, 3), "A space is missing after the dash.", "Write a dash, a space and the item"),
        ("lead: opcc\n\n  b: B\n", (3, 4), "A text contains a colon and a space, or a line is indented too far.", "If the colon"),
        ("a:\n  b: it is\n    so: C\n", (3, 7), "A text contains a colon and a space, or a line is indented too far.", "If the colon"),
        ("a: *A* b\n", (1, 4), "A text begins with a character that has a special meaning in YAML.", QUOTES),
        ("a: ? b\n", (1, 4), "A text begins with a character that has a special meaning in YAML.", QUOTES),
        (
            "a: 'b' c\n",
            (1, 8),
            "There is text after the closing quotation mark.",
            "Put one pair of quotation marks around all of the text.",
        ),
        (
            "a: 'b's c'\n",
            (1, 7),
            "There is text after the closing quotation mark.",
            "Put one pair of quotation marks around all of the text.",
        ),
        ('a: "b\nc: "d"\n', (2, 5), 'A quotation mark (") further up is never closed.', CLOSE),
        ("a: [b] c\n", (1, 8), "There is text after the closing bracket.", "If the brackets are part of the text"),
        ("a: {b: c}}\n", (1, 10), "There is text after the closing bracket.", "If the brackets are part of the text"),
        ("a: 'a\n", (2, 1), "A quotation mark is never closed, in the block that begins on line 1.", CLOSE),
        ("a: 'a", (1, 6), "A quotation mark is never closed.", CLOSE),
        ('a: "a\n---\n', (2, 1), "A quotation mark is never closed, in the block that begins on line 1.", CLOSE),
        ('a: "a\\q"\n', (1, 6), "A text in double quotes contains a backslash.", "Use single quotes, or write the backslash twice."),
        ("a: [b\n", (2, 1), "A list in […] is not closed, or a comma is missing, in the block that begins on line 1.", IN_LIST),
        ("a: {b: c\n", (2, 1), "A mapping in {…} is not closed, or a comma is missing, in the block that begins on line 1.", IN_MAPPING),
        ("a: {b: c d: e}\n", (1, 11), "A mapping in {…} is not closed, or a comma is missing.", IN_MAPPING),
        (
            "a:\n  b: c\n d: e\n",
            (3, 2),
            "A line's indentation doesn't match the lines above it, in the block that begins on line 1.",
            INDENT,
        ),
        ("a: [b]]\n", (1, 7), "There is text after the closing bracket.", "If the brackets are part of the text"),
        ("a:\n  - b\n]\n", (3, 1), "There is no opening bracket for this “]”.", "Remove it"),
        ("a:\n  b: c\n} # d\n", (3, 1), "There is no opening bracket for this “}”.", "Remove it"),
        (
            "a:\n  - b\n  c: d\n",
            (3, 3),
            "A line doesn't match the list above it, in the block that begins on line 2.",
            "Align it with the word after the dash if it belongs to that item",
        ),
        ("a: - b\n", (1, 4), "A list isn't allowed here.", "Begin each item on a new line: “- item”."),
        ("a: [,b]\n", (1, 5), "A value is missing.", "Write the value, or remove what comes before it."),
        ("\ta: b\n", (1, 1), "The line is indented with a tab.", SPACES),
        ("a:\n  b: c\n  \td: e\n", (3, 3), "The line is indented with a tab.", SPACES),
        ("a:\t- b\n", (1, 4), "A list isn't allowed here.", "Begin each item on a new line: “- item”."),
        ("a:\n  -\tx\n", (2, 4), "There is a tab before a text.", "Replace the tab with a space."),
        ("a: |x\n  b\n", (1, 5), "A text begins on the line with | or >.", "Begin the text on the next line, indented."),
    ],
)
def test_a_syntax_error_is_explained_where_it_is(text: str, place: tuple[int, int], message: str, hint: str) -> None:
    problem = parse(text, "").problems[-1]

    assert (problem.code, problem.place, problem.message) == ("GR008", place, message)
    assert problem.hint.startswith(hint)


class _At:
    """A place that a parser gives."""

    def __init__(self, line: int, column: int) -> None:
        self.line, self.column, self.index = line, column, 0


def test_an_error_without_a_place_is_one_of_the_file() -> None:
    for problem in (yaml.YAMLError("x"), yaml.MarkedYAMLError(problem="x")):
        explained = explain(problem, "a: b\nc: d\n")
        assert (explained.place, explained.message, explained.hint) == ((1, 1), "The file is not valid YAML.", COMPARE)


def test_an_error_past_the_end_is_at_the_end() -> None:
    explained = explain(yaml.MarkedYAMLError(problem="x", problem_mark=_At(7, 3)), "a: b\n  c")  # type: ignore[arg-type]

    assert (explained.place, explained.message) == (Position(2, 4), "The file is not valid YAML: x.")


@pytest.mark.parametrize(
    ("line", "column", "message"),
    [
        ("\tb", 0, "The line is indented with a tab."),
        (" \tb", 1, "The line is indented with a tab."),
        (" \tb", 2, "The line is indented with a tab."),
        ("  \tb", 1, "The file is not valid YAML: x."),  # the tab is not before the place, nor at it
        ("a \tb", 2, "There is a tab before a text."),
        ("a \tb", 1, "The file is not valid YAML: x."),
        ("a \tb", 3, "The file is not valid YAML: x."),
    ],
)
def test_a_tab_is_the_reason_only_where_it_is_before_the_place_or_at_it(line: str, column: int, message: str) -> None:
    assert explain(yaml.MarkedYAMLError(problem="x", problem_mark=_At(0, column)), line).message == message  # type: ignore[arg-type]
