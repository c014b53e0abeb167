"""Findings show a file's lines without what may be a person's name, and no more of the file is looked at than is needed."""

import pytest

from govreg.diagnostics.finding import Finding, Severity
from govreg.storage.redaction import _private_lines, shown_finding, shown_line

TEXT = "title: A\nchair:\n  person: Jane\n  role: PCC\n# a note\nfocus: [a]\n" + "titel: x\n" * 1_000


def test_lines_in_a_part_that_a_person_stands_in_are_private() -> None:
    lines = _private_lines("meetings/a.yaml", TEXT)

    assert [number for number in range(1, 7) if lines.at(number) is not None] == [2, 3, 4]
    assert lines.at(5_000) is None


def test_no_line_below_the_one_asked_for_is_looked_at() -> None:
    lines = _private_lines("meetings/b.yaml", TEXT)

    assert lines.read == 0
    assert lines.at(4) is not None
    assert lines.read == 4
    assert lines.at(2) is not None
    assert lines.read == 4


def is_name(text: str) -> bool:
    return text == "Budget Board"


def shown(file: str, text: str) -> str:
    """`text`, which `file` holds, as its lines are shown."""
    return "\n".join(shown_line(file, text, number, line, is_name) or "" for number, line in enumerate(text.split("\n"), 1))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("title: Jane Doe\nlevel: Jane\n", "title: Jane Doe\nlevel: Jane\n"),
        ('chair: {organisation: pcc, person: Jane Doe, role: "PCC"}', 'chair: {organisation: pcc, person: ········, role: "PCC"}'),
        ("Jane Doe: chairs", "········: ······"),
        ("- Jane Doe", "- ········"),
        ("Jane Doe", "········"),
        ("# Jane Doe", "# Jane Doe"),
        ("chiar: Jane Doe", "chiar: ········"),
        ("persn: Jane", "persn: ····"),
        ("prupose: Jane\nzrequency: Jane", "prupose: Jane\nzrequency: ····"),
        ("title: A\nJane Doe\nnotes: By Jane", "title: A\n········\nnotes: By Jane"),
        ("zebra: Jane\n  x: Jane\n\tJane\n", "zebra: ····\n  x: ····\n\t····\n"),
        ("focus:\n- Jane Doe\n- text: Jane\n", "focus:\n- Jane Doe\n- text: Jane\n"),
        ("focus:\n\n# By Jane\n  - Jane Doe\n", "focus:\n\n# By Jane\n  - Jane Doe\n"),
        ("  chair:\n      role: Jane\n  notes: By Jane", "  chair:\n      role: ····\n  notes: By Jane"),
        ("chair:\n  role:\n    Jane Doe\nnotes:\n  By Jane", "chair:\n  role:\n    ········\nnotes:\n  By Jane"),
        ("sources:\n- pages: By Jane\n  document: By Jane", "sources:\n- pages: ·······\n  document: By Jane"),
        ("sources:\n- pages: By Jane\n- document: By Jane", "sources:\n- pages: ·······\n- document: By Jane"),
        ("sources:\n  - pages: By Jane\n  - By Jane", "sources:\n  - pages: ·······\n  - By Jane"),
        ("sources:\n  - pages:\n      By Jane", "sources:\n  - pages:\n      ·······"),
        ("sources:\n  - document: By Jane\n    pages: By Jane\n", "sources:\n  - document: By Jane\n    pages: ·······\n"),
        (
            "participants: [Budget Board, nhs, 2016-11-10, 'Jane', Jane Doe]",
            "participants: [Budget Board, nhs, 2016-11-10, '····', ········]",
        ),
        (
            "participants: [next_meets, By-Invitation, 10:30, nhs]\nnotes: By Jane",
            "participants: [next_meets, By-Invitation, 10:30, nhs]\nnotes: By Jane",
        ),
        (
            "participants:\n  [nhs, Jane Doe]\n  {nhs, role: Jane}\n  nhs and Jane\n  - nhs",
            "participants:\n  [nhs, ········]\n  {nhs, role: ····}\n  ············\n  - nhs",
        ),
        (
            "participants:\n  # By Jane\n\n  - Role: Jane\n    is Voting: Jane\n    Jane Doe: Jane",
            "participants:\n  # By Jane\n\n  - Role: ····\n    is Voting: ····\n    ········: ····",
        ),
        ("chair: {person: Jane,\n  role: Jane Doe}", "chair: {person: ····,\n  role: ········}"),
        ("{title: Jane, chair: {role: Jane}, notes: Jane}", "{title: Jane, chair: {role: ····}, notes: ····}"),
        (
            "participants:\n- organisation: nhs\n  role: Chief\n- role: Jane",
            "participants:\n- organisation: nhs\n  role: ·····\n- role: ····",
        ),
        (
            "participants:\n  - Jane\n  - {organisation: nhs, people: [Jane, cps, ACC]}",
            "participants:\n  - ····\n  - {organisation: nhs, people: [····, cps, ACC]}",
        ),
        ("participants:\n  - Jane\n\n# Jane\nnotes: Jane", "participants:\n  - ····\n\n# Jane\nnotes: Jane"),
        ("notes: about Mrs Jane Doe", "notes: about ············"),
        ("focus:\n- text: A\n  &k persn: Jane Doe\n  !t &k persn: Jane", "focus:\n- text: A\n  &k persn: ········\n  !t &k persn: ····"),
        ("focus: [{text: A, &k persn: Jane}]", "focus: [{text: A, &k persn: ····}]"),
        ("focus: [{text: A, persn: 'Jane\n  Doe', from: x}]\nnotes: A", "focus: [{text: A, persn: '····\n  ···', from: x}]\nnotes: A"),
        ("focus:\n  - {text: A, persn:\n    Jane}\n  - A", "focus:\n  - {text: A, persn:\n    ····}\n  - A"),
        ("review:\n  contact:\n  Jane Doe\n  reason: A\n  A\n", "review:\n  contact:\n  ········\n  reason: A\n  A\n"),
        ("review:\n  ? persn\n  : Jane Doe\n  reason: A", "review:\n  ·······\n  ··········\n  reason: A"),
        ("review:\n  ? persn\n  : Jane\n    Doe\n  reason: A", "review:\n  ·······\n  ······\n    ···\n  reason: A"),
        ("review: {reason: A, contact: {Jane Doe: Jane}}", "review: {reason: A, contact: {········: ····}}"),
        ("review: {reason: A, PERSON: {Jane Doe: Jane}}", "review: {reason: A, PERSON: {········: ····}}"),
    ],
)
def test_a_line_of_a_meeting_shows_no_person(text: str, seen: str) -> None:
    assert shown("meetings/a.yaml", text) == seen


@pytest.mark.parametrize(
    ("file", "text", "seen"),
    [
        (
            "organisations.yaml",
            "opcc: {name: Jane, aliases: [x]}\nJane:\n  nmae: Jane\n",
            "opcc: {name: Jane, aliases: [x]}\nJane:\n  nmae: ····\n",
        ),
        ("verdicts.yaml", "- meetings: [a, b]\n  by: Jane\n  bye: Jane\n", "- meetings: [a, b]\n  by: Jane\n  bye: ····\n"),
        ("minutes/a/2016-01-01.yaml", "present:\n  - {person: Jane}\n  - Jane\n", "present:\n  - {person: ····}\n  - ····\n"),
        ("organisations.yaml", "opcc:\n  person:\n    Jane\n  persn: {jane}\n", "opcc:\n  person:\n    ····\n  persn: {····}\n"),
        ("organisations.yaml", "opcc: Jane\nLocal Board: {nmae: [Jane]}\nLocal", "opcc: Jane\nLocal Board: {nmae: [····]}\nLocal"),
        (
            "organisations.yaml",
            "a:\n members:\n  x:\n   name: Jane\n  y: # A\n   Jane\n z: A",
            "a:\n members:\n  x:\n   name: Jane\n  y: # A\n   Jane\n z: ·",
        ),
        ("organisations.yaml", '"per\\u0073on": Jane\nPerson: {Jane Doe: Jane}', '"per\\u0073on": ····\nPerson: {········: ····}'),
        ("register.yaml", "name: A\ncontact: Jane\n", "name: A\ncontact: ····\n"),
        ("verdicts.yaml", "- {verdict: A, contact: {Jane Doe: Jane}}", "- {verdict: A, contact: {········: ····}}"),
        ("glossary.yaml", "PCC: Jane Doe\n", "PCC: Jane Doe\n"),
        ("glossary.yaml", "{PCC: Jane Doe}\n", "{PCC: Jane Doe}\n"),
        ("register.yaml", "areas:\n  x: {name: Jane}\n  y: Jane\n", "areas:\n  x: {name: Jane}\n  y: ····\n"),
        ("register.yaml", "settings: {findings_off: {GR301: Jane, other: Jane}}", "settings: {findings_off: {GR301: Jane, other: ····}}"),
    ],
)
def test_each_file_has_its_own_keys(file: str, text: str, seen: str) -> None:
    assert shown(file, text) == seen


def test_a_line_too_long_to_be_written_by_hand_is_not_shown() -> None:
    assert shown_line("meetings/a.yaml", "x" * 4_000, 1, "x" * 4_000, is_name) == "·" * 4_000
    assert shown_line("meetings/a.yaml", "x" * 4_001, 1, "x" * 4_001, is_name) is None


@pytest.mark.parametrize(
    ("message", "seen"),
    [
        ("“Jane Doe” is x", "“…” is x"),
        ('“Jane” `Jane` "Jane"', '“…” `…` "…"'),
        ("“jane, doe” “jane doe” “Jane Doe”", "“…” “…” “…”"),
        ('“pcc” `role` "rol" “2016-11” “ACC” “Budget Board” “is_voting” “”', None),
        ("“Jane: x” “{role: Jane}” “[nhs, Jane]”", "“…” “…” “…”"),
        ("“nhs, pcc: ACC” “{role: ACC}” “{role:}” “[nhs, cps]”", None),
    ],
)
def test_a_finding_quotes_no_person_in_a_part_that_has_one(message: str, seen: str | None) -> None:
    text = "title: A\nchair: {role: Jane, rol: x, is_voting: x, Jane Doe: x}\nfocus: [a]\n"

    for line in (1, 2, 3, None):
        finding = Finding("GR102", Severity.ERROR, "meetings/a.yaml", line, None, message, f"{message}!")
        expected = finding if seen is None or line != 2 else finding._replace(message=seen, hint=f"{seen}!")
        assert shown_finding(finding, text, is_name) == expected


def test_a_finding_quotes_no_person_behind_a_key_within_its_line() -> None:
    text = "focus: [{text: A, contact: {Jane}}]\nnotes: Jane\n"
    found = [(1, "“Jane” is x"), (2, "“Jane” is x"), (1, "“A” is x")]
    findings = [Finding("GR102", Severity.ERROR, "meetings/a.yaml", line, None, message, "") for line, message in found]

    assert [shown_finding(finding, text, is_name).message for finding in findings] == ["“…” is x", "“Jane” is x", "“A” is x"]


@pytest.mark.parametrize("line", [1, None])
def test_a_finding_quotes_no_rank_with_a_name_of_any_part(line: int | None) -> None:
    finding = Finding("GR102", Severity.ERROR, "meetings/a.yaml", line, None, "“by ACC Smithson” is x", "")

    assert shown_finding(finding, "title: A\n", is_name).message == "“…” is x"


def test_a_finding_in_minutes_names_a_key_of_the_meeting() -> None:
    finding = Finding("GR226", Severity.ERROR, "minutes/a/2016-01-01.yaml", 1, 1, "“Jane” is x", "Correct `status_since`.")

    assert shown_finding(finding, "attended: [pcc]\n", is_name) == finding._replace(message="“…” is x")


def test_a_line_of_spaces_takes_no_longer_than_another_of_its_length() -> None:
    assert _private_lines("meetings/long.yaml", f"a{' ' * 100_000}, x: 1").at(2) is None


def test_a_finding_on_a_file_that_was_not_read_is_shown_as_it_is() -> None:
    finding = Finding("GR102", Severity.ERROR, "meetings/a.yaml", 1, 1, "“Jane” is x", "")

    assert shown_finding(finding, None, is_name) is finding
