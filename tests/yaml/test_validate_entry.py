"""Where a list, a mapping or a text belongs and another of them was written, the finding says which belongs there."""

import pytest

from building import read_files, read_meeting
from govreg.model.fields import LONGEST_NAME


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


@pytest.mark.parametrize(
    ("file", "text", "what", "hint"),
    [
        ("meetings/a.yaml", "title: {}\nlead: opcc\n", "A title", "Put the rest into `purpose` or `notes`."),
        ("meetings/a.yaml", "title: A\nlead: opcc\naliases: [B, {}]\n", "An alias", "Put the rest into `purpose` or `notes`."),
        ("organisations.yaml", "opcc: {{name: {}}}\n", "A name", "Shorten it."),
        ("organisations.yaml", "opcc: {{name: O, aliases: [{}]}}\n", "An alias", "Shorten it."),
        ("themes.yaml", "crime: {{name: {}}}\n", "A name", "Shorten it."),
        ("register.yaml", "areas: {{bristol: {{name: Bristol, aliases: [{}]}}}}\n", "An alias", "Shorten it."),
        ("register.yaml", "areas: {{bristol: {{name: {}}}}}\n", "A name", "Shorten it."),
        ("register.yaml", "name: {}\n", "A name", "Shorten it."),
    ],
)
def test_a_name_has_at_most_500_characters(file: str, text: str, what: str, hint: str) -> None:
    files = {"organisations.yaml": "opcc: {name: O}\n", "meetings/z.yaml": "title: Z\nlead: opcc\n"}
    longest = "é" * LONGEST_NAME  # two bytes each
    assert read_files({**files, file: text.format(longest)}).findings == ()

    (found, *_) = read_files({**files, file: text.format("é" * 40_000)}).findings
    row, column = next((row, line.find("éé")) for row, line in enumerate(text.format("éé").splitlines(), 1) if "éé" in line)

    assert (found.code, found.file, found.line, found.column) == ("GR115", file, row, column + 1)
    assert found.message == f"{what} has at most 500 characters; this has 40,000."
    assert found.hint.startswith(hint)
