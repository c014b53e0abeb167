"""What the reader says of a wrong file, in the cases that the rules' pages don't show."""

import pytest

from building import read_files

MEETING = "meetings/budget-committee.yaml"


def said(files: dict[str, str], code: str) -> list[str]:
    """The messages and hints of the findings with this code."""
    return [f"{one.message} {one.hint}" for one in read_files(files).findings if one.code == code]


@pytest.mark.parametrize(
    ("code", "lines", "words"),
    [
        (
            "GR102",
            "xyzzy: 1\n",
            "“xyzzy” is not a field of the meeting. The fields are listed in docs/file-format.md; put anything else in `notes`.",
        ),
        ("GR102", "chair: {xyzzy: 1}\n", "Known here: organisation, role, person, basis, from, until."),
        ("GR102", "Note that: we meet\n", "If this is a text with a colon in it, put the whole text in quotes."),
        ("GR102", "xyz zy: 1\n", "If this is a text with a colon in it, put the whole text in quotes."),
        ("GR102", "Xyzzy: 1\n", "If this is a text with a colon in it, put the whole text in quotes."),
        ("GR102", "freqency: Monthly\n", "Did you mean “frequency”?"),
        ("GR103", "participants: [{organisation: }]\n", "“organisation” is empty. Write the organisation's id, or remove the field."),
        ("GR105", "level: xyzzy\n", "“xyzzy” isn't allowed here. It takes strategic, tactical or operational."),
        ("GR105", "level: tactcal\n", "Did you mean “tactical”? It takes strategic, tactical or operational."),
        ("GR106", "last_met: 2026-02-30\n", "“2026-02-30” is not a valid date: February 2026 has 28 days."),
        ("GR107", "participants: [{organisation: nhs, people: 0}]\n", "“0” is not a whole number above 0."),
        ("GR107", "frequency: {per_year: x}\n", "“x” is not a number. Write it in digits, such as 4 or 0.5."),
        ("GR108", "participants: [{organisation: nhs, voting: perhaps}]\n", "“perhaps” isn't allowed here. Write true or false."),
        ("GR108", "statutory: yes\n", "Write true or false, or preferably the duty or the Act that the meeting fulfils."),
        ("GR112", "participants: [{organisation: nhs, meeting: a}]\n", "The participant has both an “organisation” and a “meeting”."),
        ("GR112", "participants: [{role: CEO}]\n", "The participant has neither an “organisation” nor a “meeting”."),
        ("GR012", "purpose: !!str x\n", "The value has the tag “!!str”."),
        ("GR018", "purpose: ~\n", 'In YAML, “~” means “no value”. Leave the field out. If you mean the text ~, write "~".'),
    ],
)
def test_a_wrong_line_of_a_meeting(code: str, lines: str, words: str) -> None:
    found = said({MEETING: f"title: Budget committee\nlead: opcc\n{lines}"}, code)

    assert len(found) == 1
    assert words in found[0]


@pytest.mark.parametrize(
    ("code", "files", "words"),
    [
        ("GR103", {MEETING: "lead: opcc\n"}, "The meeting has no “title”. Add `title: …`."),
        ("GR103", {MEETING: "title:\nlead: opcc\n"}, "“title” is empty. Add `title: …`."),
        ("GR103", {MEETING: "title: x\n"}, "The meeting has no “lead”. Write the organisation that leads"),
        ("GR111", {"organisations.yaml": "joint: {name: Joint office}\n"}, "“joint” is a reserved word, which describes a lead."),
        ("GR111", {"organisations.yaml": "Fire Service: {name: Fire}\n"}, "“Fire Service” is not a valid id. Write “fire-service”."),
        ("GR111", {"organisations.yaml": "'***': {name: Stars}\n"}, "“***” is not a valid id. Use lower-case letters, digits and hyphens."),
        (
            "GR115",
            {MEETING: f"title: {'x' * 501}\nlead: opcc\n"},
            "this has 501. Put the rest into `purpose`",
        ),
        (
            "GR115",
            {"organisations.yaml": f"opcc: {{name: {'x' * 501}}}\n"},
            "Shorten it. The rest can go into a comment",
        ),
        ("GR022", {"meetings/notes.txt": "x"}, "This file is ignored. If it is an entry, change its extension to .yaml."),
        ("GR022", {"meetings/.govreg-a.tmp": "x"}, "An interrupted write left this temporary file behind."),
        ("GR004", {MEETING: "#" * (2**20 + 1)}, "A file may have up to 1,048,576 bytes."),
    ],
)
def test_a_wrong_file(code: str, files: dict[str, str], words: str) -> None:
    found = said(files, code)

    assert len(found) == 1
    assert words in found[0]


def test_a_file_of_one_mebibyte_is_read() -> None:
    text = "title: Budget committee\nlead: opcc\n"

    assert read_files({MEETING: text + "#" * (2**20 - len(text))}).findings == ()
