"""Where a list, a mapping or a text belongs and another of them was written, the finding says which belongs there."""

import pytest

from building import read_meeting


@pytest.mark.parametrize(
    ("written", "belongs", "hint"),
    [
        ("purpose: [a, b]", "a text", "Write a single text."),
        ("participants: nhs", "a list", "`participants:`"),
        ("themes: {a: b}", "a list", "begin each item with “- ”"),
        ("frequency: [Quarterly]", "keys and values", "text, per_year, exceptions"),
        ("focus: [[Savings]]", "keys and values", "text, from, until, themes, visibility"),
        ("frequency: {text: Varies, exceptions: [bristol]}", "a mapping of names to values", "`name: value`"),
        ("frequency: {text: Varies, exceptions: bristol}", "a mapping of names to values", "`name: value`"),
        ("purpose: {Aim: savings}", "a text", "a text with a colon in it"),
    ],
)
def test_a_finding_says_what_to_write(written: str, belongs: str, hint: str) -> None:
    (found,) = read_meeting(f"title: Budget committee\nlead: opcc\n{written}\n").findings

    assert found.code == "GR104"
    assert f" {belongs}, but it is " in found.message
    assert hint in found.hint


@pytest.mark.parametrize(
    ("written", "where"),
    [
        ("perpose: Savings", "the meeting"),
        ("participants: [{organisation: nhs, rol: Chair}]", "the participant"),
        ("sources: [{document: Paper, pages: 3}]", "the source"),
        ("frequency: {text: Monthly, peryear: 3}", "“frequency”"),
    ],
)
def test_an_unknown_key_is_said_to_be_of_the_mapping_that_has_it(written: str, where: str) -> None:
    (found,) = read_meeting(f"title: Budget committee\nlead: opcc\n{written}\n").findings

    assert where in found.message
