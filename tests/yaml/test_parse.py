"""A YAML text holds texts, lists and mappings with their places; values that YAML would lose or guess are reported."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import examples
from govreg.model.location import Position
from govreg.yaml.document import Lookalike
from govreg.yaml.nodes import MappingNode
from govreg.yaml.parse import MOST_MISTAKES, parse


def codes(text: str) -> list[str]:
    return [
        f"{found.code} {found.place.line}:{found.place.column}" for found in parse(text, "").problems if isinstance(found.place, Position)
    ]


def test_every_plain_scalar_is_its_text() -> None:
    data = parse("a: no\nb: 12:30\nc: 1.10\nd: 0x1F\ne: 2016-11-10\nf: 1_000\ng: .inf\nh: yes\n", "").data

    assert data == {"a": "no", "b": "12:30", "c": "1.10", "d": "0x1F", "e": "2016-11-10", "f": "1_000", "g": ".inf", "h": "yes"}


def test_values_and_keys_know_their_places() -> None:
    document = parse("title: A board\nfocus:\n  - first\n  - {text: second, themes: [a, b]}\n", "")

    assert document.position(("title",)) == (1, 8)
    assert document.position(("title",), at_key=True) == (1, 1)
    assert document.position(("focus", 1, "themes", 1)) == (4, 32)
    assert document.position(("focus", 1, "text"), at_key=True) == (4, 6)


def test_a_missing_value_has_the_position_of_its_parent() -> None:
    assert parse("a:\n  b: c\n", "").position(("a", "x", "y")) == (2, 3)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &x b\n", "GR011 1:4"),
        ("a: *x\n", "GR011 1:4"),
        ("<<: {a: b}\n", "GR011 1:1"),
        ("a: !!binary b\n", "GR012 1:4"),
        ("a: b\na: c\n", "GR013 2:1"),
        ('a: b\n"a": c\n', "GR013 2:1"),
        ('a: b\n"\\x61": c\n', "GR013 2:1"),
        ("a: b\n---\nc: d\n", "GR010 2:1"),
        ("%YAML 1.1\n---\na: b\n", "GR010 1:1"),
        ("a: b # c\nd: e #f\n", "GR016 2:6"),
        ("a:\n  b #c\n  d\n", "GR016 2:5"),
        ("a: {b, c: d}\n", "GR017 1:5"),
        ("a: ~\n", "GR018 1:4"),
        ("a: null\n", "GR018 1:4"),
        ("<<<<<<< HEAD\na: b\n", "GR009 1:1"),
        ("? [a]\n: b\n", "GR015 1:3"),
        ("a: " + "[" * 20 + "]" * 20 + "\n", "GR014 1:19"),
        ('a: "b\\u200b"\n', "GR006 1:4"),
    ],
)
def test_text_that_yaml_would_drop_or_alias_is_reported(text: str, code: str) -> None:
    assert code in codes(text)


@pytest.mark.parametrize("text", ["a: b # a remark\n", "a: b#c\n", "a: 'b #c'\n", "# a remark\na: b\n", "a: |\n  b #c\n", "a: [b, c]\n"])
def test_a_comment_and_a_quoted_hash_are_fine(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n", "\n\n"])
def test_an_empty_file_is_reported(text: str) -> None:
    assert codes(text) == ["GR007 1:1"]


def test_a_bomb_stops_the_reader_early() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(50))

    assert codes(bomb) == ["GR011 1:4"]
    assert codes("a: [" + "x, " * 200_000 + "]\n")[0].startswith("GR014")


LEAVES = st.text(st.characters(categories=("L", "N", "P", "S", "Zs"), exclude_characters="\\\"'"), min_size=1).map(str.strip).filter(bool)


@examples(Fraction(1, 2))
@given(st.recursive(LEAVES, lambda inner: st.lists(inner, min_size=1) | st.dictionaries(LEAVES, inner, min_size=1), max_leaves=12))
def test_whatever_is_written_in_quotes_reads_back(data: object) -> None:
    assert parse(_written(data), "").data == _frozen(data)


def _written(data: object) -> str:
    if isinstance(data, dict):
        return "{" + ", ".join(f'"{key}": {_written(item)}' for key, item in data.items()) + "}"
    return "[" + ", ".join(map(_written, data)) + "]" if isinstance(data, list) else f'"{data}"'


def _frozen(data: object) -> object:
    if isinstance(data, dict):
        return {key: _frozen(item) for key, item in data.items()}
    return tuple(map(_frozen, data)) if isinstance(data, list) else data


def test_a_tab_after_a_dash_is_called_a_tab() -> None:
    (mistake,) = parse("a:\n  -\tx\n", "").problems

    assert mistake.message == "There is a tab before a text."


def test_a_text_that_cannot_be_read_to_its_end_has_its_nodes_and_problems_but_no_data() -> None:
    text = "a: b\na: 'c\n"
    document = parse(text, "")

    assert (document.data, document.text, document.values, codes(text)) == (None, text, 2, ["GR013 2:1", "GR008 3:1"])
    assert document.damaged == {(2, 1), (3, 1)}
    assert isinstance(document.root, MappingNode)


def test_an_empty_text_says_what_is_missing_from_it() -> None:
    document = parse("# nothing\n", "the meeting")

    assert (document.data, document.text, document.root, document.values) == (None, "# nothing\n", None, 0)
    assert [(one.message, one.hint) for one in document.problems] == [
        ("The file is empty.", "Write the meeting, or remove the file from the register.")
    ]


def test_after_a_thousand_mistakes_the_rest_is_not_checked() -> None:
    within, beyond = (parse("- ~\n" * count, "") for count in (MOST_MISTAKES, MOST_MISTAKES + 1))

    assert isinstance(within.data, tuple)
    assert (len(within.problems), len(within.data), within.values) == (1000, 1000, 1001)
    assert (len(beyond.problems), beyond.data, beyond.values) == (1001, None, 1002)
    assert beyond.text == "- ~\n" * 1001
    assert beyond.root is not None
    assert len(parse("- ~\n" * 2_000, "").problems) == 1001


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: b\n=======\nc: d\n", "GR009 2:1"),
        ("a: b\n>>>>>>> x\n", "GR009 2:1"),
        ("a: b\n\n<<<<<<< x\n", "GR009 3:1"),
        ("a: b\n======= x\n", "GR008 2:1"),
        ('a: "b\\r"\n', "GR006 1:4"),
        ('"a\\u200b": c\n', "GR006 1:1"),
        ("{a: , b: c, d: '', e: }\n", "GR017 1:2 GR017 1:20"),
        ("a: !x [b]\nc: !y {d: e}\n!z f: g\n", "GR012 1:4 GR012 2:4 GR012 3:1"),
        ("a: !x |\n  b\n", "GR012 1:4"),
        ("a: Null\nb: NULL\nc: [~]\n", "GR018 1:4 GR018 2:4 GR018 3:5"),
        ("? \n: x\n", "GR015 1:2"),
        ("a: {b: c, b: d}\n", "GR013 1:11"),
        ("purpose: a\n\n  -\n  x\n", "GR024 3:3"),
        ("a: ! [b #c\n  ]\n", "GR012 1:4 GR016 1:9"),
        ("a: [ #c\n b]\n", "GR016 1:6"),
        ("a: {#c\n b: d}\n", "GR016 1:5"),
        ("a: |2- #c\n  b\n", "GR016 1:8"),
        ("a: > #c\n  b\n", "GR016 1:6"),
        ("a: [b ,#c\n d]\n", "GR016 1:8"),
        ("a: [b , #c\n d]\n", "GR016 1:9"),
        ("a: b\na: ~\n", "GR013 2:1 GR018 2:4"),
        ("a: b\na: [~]\n", "GR013 2:1 GR018 2:5"),
        ("a: b\n\n  -c\n", "GR024 3:3"),
        ("a:\n  - {b: c\n  - {d: e}\n", "GR008 3:5"),
        ("a:\n  - {b: c\n    - d}\n  - e\n    - f\n", "GR024 3:5 GR024 5:5"),
    ],
)
def test_each_mistake_has_its_place(text: str, code: str) -> None:
    assert " ".join(codes(text)) == code


@pytest.mark.parametrize(
    "text",
    ["a: |\n  =======\n", "x <<<<<<< y\n", "'a\\u200b': 'c\\r'\n", "a: |\n  b\n   #c\n", "a: [b , # c\n d]\n", "a: [b] #c\n", "{a: ''}\n"],
)
def test_what_only_looks_like_a_mistake_is_none(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(("text", "cut"), [("a: b #c d \ne: f\n", "#c d"), ("a: b #c", "#c"), ("#a\nb: c #d\r\n", "#d")])
def test_the_text_that_is_cut_off_is_shown(text: str, cut: str) -> None:
    (problem,) = parse(text, "").problems

    assert problem.message == f"YAML reads “{cut}” as a comment and drops it."


def test_a_repeated_key_names_the_first() -> None:
    problems = parse("a: b\nc: d\na: e\na: f\n", "").problems

    assert [problem.related for problem in problems] == [(((1, 1), "first used here"),)] * 2
    assert [problem.message for problem in problems] == ["“a” is a duplicate key: it is already on line 1."] * 2


def test_lookalikes_have_the_paths_of_their_values_and_keys() -> None:
    document = parse("a:\n  - no\n  - x: 12:30\n    on: y\n'no': b\n", "")

    assert [tuple(one) for one in document.lookalikes] == [
        (("a", 0), False, "no", "true or false"),
        (("a", 1, "x"), False, "12:30", "a number of seconds"),
        (("a", 1, "on"), True, "on", "true or false"),
        (("a", 1, "on"), False, "y", "true or false"),
    ]
    assert document.lookalikes_below(()) == document.lookalikes
    assert document.lookalikes_below(("a", 1)) == [*document.lookalikes[1:]]
    assert document.lookalikes_below(("a", 0)) == [Lookalike(("a", 0), at_key=False, typed="no", what="true or false")]
    assert document.lookalikes_below(("a", 1, "x")) == [document.lookalikes[1]]
    assert document.lookalikes_below(("b",)) == ()


def test_lines_of_a_block_that_look_like_fields_have_their_places() -> None:
    document = parse("focus:\n  - text: |\n      one\n\n      level: high\n      x y: z\n      lead:\nnotes: >-\n  status: on  \n", "")

    assert [tuple(one) for one in document.continuations] == [
        (("focus", 0, "text"), "level", (5, 7), "high"),
        (("focus", 0, "text"), "lead", (7, 7), ""),
        (("notes",), "status", (9, 3), "on  "),
    ]
    assert document.continuations_below(("notes",)) == [document.continuations[2]]
    assert document.continuations_below(("focus", 0)) == [*document.continuations[:2]]
    assert document.continuations_below(("lead",)) == ()


def test_a_text_that_a_repeated_key_drops_has_no_such_lines() -> None:
    assert parse("notes: a\nnotes: |\n  lead: b\n", "").continuations == ()


def test_at_most_a_thousand_such_lines_of_a_text_are_noticed() -> None:
    assert len(parse("notes: |\n" + "  lead: a\n" * 1_030, "").continuations) == 1_000


def test_the_further_lines_of_a_plain_text_begin_with_their_words() -> None:
    document = parse("purpose: a\n  level b\n\n    (c) d\n", "")

    assert [tuple(one) for one in document.continuations] == [(("purpose",), "level", (2, 3), None), (("purpose",), "(c)", (4, 5), None)]


def test_the_blank_lines_behind_a_block_are_not_part_of_its_text() -> None:
    assert parse("a: |+\n  b\n\n\nc: 'd\n\n\n  '\n", "").data == {"a": "b", "c": "d\n\n"}
