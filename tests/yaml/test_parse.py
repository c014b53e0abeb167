"""A YAML text holds texts, lists and mappings with their places; values that YAML would lose or guess are reported."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import examples
from govreg.model.location import Position
from govreg.yaml.parse import parse


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
