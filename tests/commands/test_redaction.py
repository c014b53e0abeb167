"""No finding shows a person's name, wherever it is in a file; text that can't be a name is shown."""

from pathlib import Path

import pytest

from building import ORGANISATIONS, TODAY, tree_of
from govreg.session.check import check_register
from govreg.session.load import LoadedRegister
from govreg.storage.reader import read_tree

MEETING = "meetings/budget-committee.yaml"
MINUTES = "minutes/budget-committee/2018-04-04.yaml"
TOP = "title: Budget committee\nlead: opcc\n"

NAMES = [
    (MEETING, "chair: {organisation: opcc, persn: Jane Smith}\n"),
    (MEETING, "chair:\n  organisation: opcc\n  persn: Jane Smith\n"),
    (MEETING, "chair: {organisation: opcc, persn: 'Smith, Jane'}\n"),
    (MEETING, 'chair: {organisation: opcc, persn: "Jane\n    Smith"}\n'),
    (MEETING, "chair:\n  persn: Jane\n    Smith\n"),
    (MEETING, "chair:\n  person: Jane\n    - Smith\n"),
    (MEETING, "chair:\n  person: [Jane Smith]\n"),
    (MEETING, "chair:\n  person: {first: Jane, last: Smith}\n"),
    (MEETING, "chair:\n  person: Jane #Smith\n"),
    (MEETING, "chair: {organisation: opcc, person: Jane, Smith}\n"),
    (MEETING, "chair: {organisation: opcc, person: !!str Jane Smith}\n"),
    (MEETING, "chair: {organisation: opcc, person: &smith Jane Smith}\n"),
    (MEETING, "chair: {organisation: opcc, person: Jane Smith\n"),
    (MEETING, "chair:\n  person: Jane Smith: chair\n"),
    (MEETING, "chair:\n  person: Jane Smith\n  person: Jane Smith\n"),
    (MEETING, "chair: Jane Smith\n"),
    (MEETING, "chair: [Jane Smith]\n"),
    (MEETING, "chair: {organisation: Jane Smith}\n"),
    (MEETING, "chair: {Jane Smith: PCC}\n"),
    (MEETING, "chair: {organisation: opcc, from: Jane Smith}\n"),
    (MEETING, "chair: {organisation: opcc, person: Jane Smith}\n"),
    (MEETING, "chiar: {organisation: opcc, person: Jane Smith}\n"),
    (MEETING, "chiar: Jane Smith\n"),
    (MEETING, "attendees:\n  - Jane Smith\n"),
    (MEETING, "participants: Jane Smith\n"),
    (MEETING, "participants: [nhs, Jane Smith]\n"),
    (MEETING, "participants:\n- Jane Smith\n"),
    (MEETING, "participants:\n  - nhs\n    - Jane Smith\n"),
    (MEETING, "participants:\n  - {organisation: nhs, attendance: Jane Smith}\n"),
    (MEETING, "participants:\n  - {organisation: nhs, role: ACC Smith}\n"),
    (MEETING, "participants:\n  - organisation: nhs\n    name: Jane Smith\n"),
    (MEETING, "participants:\n  - Jane Smith: ACC\n"),
    (MEETING, "participants:\n\t- Jane Smith\n"),
    (MEETING, "participants:\n  - {person: Jane Smith}\n"),
    (MEETING, "lead_as_written: DI Jane Smith and others\n"),
    (MEETING, "participants_as_written: The chair is Mrs Jane Smith\n"),
    (MEETING, "support: [ACC Smith]\n"),
    (MEETING, "purpose: >-\n  Oversee the budget.\n  chair: {person: Jane Smith}\n"),
    (MEETING, "Jane Smith: chair\n"),
    (MEETING, "terms_of_reference:\n  author: Jane Smith\n"),
    (MINUTES, "attended: [Jane Smith]\n"),
    (MINUTES, "attended: Jane Smith\n"),
    (MINUTES, "attended:\n  - {organisation: fire, person: Jane Smith}\n"),
    (MINUTES, "attended: [{persn: Jane Smith}]\n"),
    (MINUTES, "apologies:\n  - Jane Smith\n"),
    (MINUTES, "attended:\n  - {organisation: opcc, person: Jane Smith}\napologies:\n  - {organisation: opcc, person: Jane Smith}\n"),
    (MINUTES, "attended:\n  - {organisation: opcc, person: Jane Smith}\n  - {organisation: opcc, person: Jane Smith}\n"),
    (MINUTES, "present: Jane Smith\n"),
    (MINUTES, "actions:\n  - {text: Write, owner: opcc, who: Jane Smith}\n"),
    ("organisations.yaml", "fire: {name: Fire Service, contact: Jane Smith}\n"),
    ("organisations.yaml", "fire:\n  name: Fire Service\n  person: Jane Smith\n"),
    ("verdicts.yaml", "- {meetings: [a, b], verdict: distinct, on: 2026-01-31, person: Jane Smith}\n"),
]


def shown(file: str, text: str) -> str:
    """All texts about a register in which `file` ends in `text`: messages, hints, related places and lines."""
    start = {MEETING: TOP, "organisations.yaml": ORGANISATIONS}.get(file, "")
    tree = tree_of({MEETING: TOP, file: start + text})
    inspection = check_register(LoadedRegister(Path(), read_tree(tree), TODAY.isoformat(), tree))
    texts = []
    for one in inspection.findings:
        line = inspection.line(one.file, one.line) if one.line is not None else None
        texts += [one.code, one.message, one.hint, *(other.says for other in one.related), line or ""]
    return "\n".join(texts)


@pytest.mark.parametrize(("file", "text"), NAMES, ids=[text for _, text in NAMES])
def test_a_persons_name_is_not_shown(file: str, text: str) -> None:
    texts = shown(file, text)

    assert texts
    assert "Jane" not in texts
    assert "Smith" not in texts
    assert "smith" not in texts.replace("&smith", "")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("chair: {organisation: nsh, person: Jane Smith, role: ACC}\n", "chair: {organisation: nsh, person: ··········, role: ACC}"),
        ("participants:\n  - National Health Service\n", "  - National Health Service"),
        ("participants: [{organisation: nhs, attendance: Member}]\n", "participants: [{organisation: nhs, attendance: Member}]"),
        ("participants: [{organisation: nhs, from: 2017, until: 2016-12}]\n", "2016-12"),
        ("freqency: Twice a year\n", "freqency: Twice a year"),
        ("status: current\n", "status: current"),
    ],
)
def test_texts_that_cannot_be_names_are_shown(text: str, line: str) -> None:
    assert line in shown(MEETING, text)


def test_a_misspelt_key_is_shown_without_its_value() -> None:
    texts = shown(MEETING, "How often: Monthly\nMembers: [Jane Smith]\n")

    assert "“How often”" in texts
    assert "“Members”" in texts
    assert "Members: [··········]" in texts
