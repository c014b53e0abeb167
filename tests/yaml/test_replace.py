"""A replaced value is the only thing that changes, and what would not be read as intended is left out."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreg.yaml.replace import Replacement, replace_values
from parsing import parsed_texts

TEXT = "a: one  # a remark\nb: [two, {c: three}]\nd: |\n  four\n  five\ne: six\n"
VALUES = ("one", "two", "c", "three", "six")


def at(text: str, old: str, new: str) -> Replacement:
    return Replacement(text.index(old), text.index(old) + len(old), new)


@given(st.dictionaries(st.sampled_from(VALUES), st.sampled_from(["new", '"a, b"', "[new]", "2020-03-30"]), min_size=1))
def test_every_value_is_replaced_where_it_is(new: dict[str, str]) -> None:
    new = {old: "new" if old == "c" else written for old, written in new.items()}  # a key is no list
    wanted = [at(TEXT, old, written) for old, written in new.items()]

    after, done = replace_values(TEXT, wanted)

    expected = TEXT
    for one in sorted(wanted, reverse=True):
        block = one.new == "[new]" and expected[one.start - 3 : one.start] in ("a: ", "e: ")
        expected = expected[: one.start - block] + ("\n  - new" if block else one.new) + expected[one.end :]
    assert (after, set(done)) == (expected, set(wanted))


def test_overlapping_or_ambiguous_replacements_are_left_out() -> None:
    twice = [at(TEXT, "one", "1"), at(TEXT, "one  # a remark", "2")]
    odd = at(TEXT, "two", "new, more")  # two items, not one

    after, done = replace_values(TEXT, [*twice, odd])

    assert done == (twice[0],)
    assert after == TEXT.replace("one", "1")


@pytest.mark.parametrize(
    ("text", "old", "after"),
    [
        (TEXT, "|\n  four\n  five", TEXT.replace(" |\n  four\n  five", "\n  - new")),
        ("a: one # a remark\n", "one", "a:\n  - new # a remark\n"),
        ("a:\r\n  b: one\r\nc: two\r\n", "one", "a:\r\n  b:\r\n    - new\r\nc: two\r\n"),
        ("- a: one\n  b: two\n", "one", "- a:\n    - new\n  b: two\n"),
        ("- {a: one}\n", "one", "- {a: [new]}\n"),
        ("a: {b: one}\n", "one", "a: {b: [new]}\n"),
        ("a:\n  one\n", "one", "a:\n  [new]\n"),
        ("a: one", "one", "a:\n  - new"),
    ],
)
def test_a_list_is_a_block_where_its_key_is_in_one(text: str, old: str, after: str) -> None:
    assert replace_values(text, [at(text, old, "[new]")])[0] == after


@pytest.mark.parametrize(
    ("text", "places", "after", "made"),
    [
        ("a: one\nb: one\n", [(3, 6, "x"), (3, 6, "x"), (10, 13, "z")], "a: x\nb: z\n", 2),
        ("a: one\nb: one\n", [(3, 6, "x"), (6, 7, "z")], "a: x\nb: one\n", 1),
        ("a: one\n", [(3, 5, "x"), (5, 6, "z")], "a: one\n", 0),
        ("a: one\nb: two\n", [(0, 1, "b"), (10, 13, "z")], "a: one\nb: z\n", 1),
        ("", [(0, 0, "b")], "", 0),
        ("a: [one\n", [(4, 7, "two")], "a: [two\n", 1),
        ("a: one\n", [(3, 6, "no: x")], "a: one\n", 0),
        ("a: one\n", [(3, 6, "~")], "a: one\n", 0),
        ("a: one\n", [(3, 6, "")], "a: one\n", 0),
        ("a: one\n", [(3, 6, "[x, z]")], "a: [x, z]\n", 1),
        ("a: one\n", [(3, 6, "[ x ]")], "a:\n  - x\n", 1),
        (
            "a: one\nb: two\nc: six\nd: ten\n",
            [(3, 6, "x"), (10, 13, "y"), (17, 20, "z"), (24, 27, "no: w")],
            "a: x\nb: y\nc: z\nd: ten\n",
            3,
        ),
    ],
)
def test_what_can_be_replaced_is_and_nothing_else(text: str, places: list[tuple[int, int, str]], after: str, made: int) -> None:
    found, done = replace_values(text, [Replacement(*place) for place in places])

    assert (found, len(done)) == (after, made)
    assert [*done] == sorted(done)


def test_however_many_values_there_are_the_text_is_parsed_once_before_and_once_after(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = parsed_texts(monkeypatch)
    text = "focus: [" + ", ".join(["yes"] * 50) + "]\n"
    found = re.finditer("yes", text)

    after, made = replace_values(text, [Replacement(*one.span(), '"yes"') for one in found])

    assert (after, len(made)) == (text.replace("yes", '"yes"'), 50)
    assert (parsed.count(text), parsed.count(after), len(parsed)) == (1, 1, 3)
    assert replace_values(text, []) == (text, ())
    assert len(parsed) == 3


def test_of_many_those_that_can_be_replaced_are_found_without_trying_each(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = parsed_texts(monkeypatch)
    text = "".join(f"k{number}: one\n" for number in range(64))
    wanted = [Replacement(*one.span(), "no: x" if one.start() > len(text) - 5 else "two") for one in re.finditer("one", text)]

    after, made = replace_values(text, wanted)

    assert (after.count("two"), len(made), after[-5:]) == (63, 63, " one\n")
    assert len(parsed) < 64


def test_a_key_that_is_there_twice_below_a_new_line_hinders_no_correction() -> None:
    text = "participants: OPCC\nlevel: strategic\nlevel: tactical\n"
    correction = Replacement(14, 18, "[opcc]")

    assert replace_values(text, [correction]) == ("participants:\n  - opcc\nlevel: strategic\nlevel: tactical\n", (correction,))
