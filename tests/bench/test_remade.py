"""Registers remade from public projects: every text is read back as it was written, and their files have no findings."""

from pathlib import Path

import pytest

import kubernetes_groups
import rust_teams
from govreg.model.register import Register
from govreg.storage.reader import read_register
from remade import Remade, Text, as_text, without_gaps

SIGS = """
sigs:
  - dir: sig-node
    name: Node
    mission_statement: >
      Covers nodes,
      and pods: all of them.
    leadership:
      chairs:
        - {github: one, name: "No One", company: "Red Hat"}
      tech_leads:
        - {github: two, name: Two}
    meetings:
      - {description: Bug triage, frequency: weekly}
      - {description: Regular SIG Meeting, frequency: Bi-weekly}
    subprojects:
      - {name: kubelet}
      - {name: "1.10", description: "a version: or not"}
workinggroups:
  - dir: wg-batch
    name: Batch
    mission_statement: Batch workloads
    stakeholder_sigs: [Node, Unknown]
    leadership: {chairs: []}
    meetings: []
usergroups: []
committees:
  - dir: committee-steering
    name: Steering
    mission_statement: Governs
    leadership: {chairs: [{github: one, name: "No One"}]}
    meetings: []
"""


def written(register: Remade, folder: Path) -> Register:
    """What is read back of `register`, once nothing is found in its files: no error, and no text that needs quotes."""
    register.write(folder)
    reading = read_register(folder)
    assert list(reading.findings) == []
    return reading.register


def test_rust_teams_have_their_members_as_persons_and_report_to_the_team_they_are_part_of(tmp_path: Path) -> None:
    teams, people = tmp_path / "teams", tmp_path / "people"
    (teams / "archive").mkdir(parents=True)
    people.mkdir()
    (people / "Ann.toml").write_text('name = "Null"\ngithub = "Ann"\n', encoding="utf-8")
    (teams / "lang.toml").write_text('name = "lang"\n[people]\nleads = []\nmembers = []\n', encoding="utf-8")
    (teams / "wg-no.toml").write_text(
        'name = "wg-no"\nsubteam-of = "lang"\nkind = "working-group"\n'
        '[people]\nleads = ["ann"]\nmembers = ["ann", {github = "bob", roles = ["host"]}]\nincluded-teams = ["lang"]\n'
        '[website]\nname = "No"\ndescription = "Says: no #1"\n',
        encoding="utf-8",
    )
    (teams / "archive" / "old.toml").write_text('name = "old"\n[people]\nleads = []\nmembers = []\n', encoding="utf-8")

    register = written(rust_teams.remade(tmp_path), tmp_path / "register")

    assert set(register.meetings) == {"lang", "wg-no"}
    team = register.meetings["wg-no"]
    assert (team.title, team.purpose, team.kind) == ("No", "Says: no #1", "working-group")
    assert [(seat.person, seat.role) for seat in team.participants] == [("Null", "Lead"), ("bob", None), (None, None)]
    assert team.participants[-1].meeting == "lang"
    assert list(team.reports_to) == ["lang"]


def test_kubernetes_groups_have_their_leads_as_persons_and_their_subprojects_as_focus(tmp_path: Path) -> None:
    (tmp_path / "sigs.yaml").write_text(SIGS, encoding="utf-8")

    register = written(kubernetes_groups.remade(tmp_path), tmp_path / "register")

    node = register.meetings["sig-node"]
    assert (node.title, node.purpose) == ("SIG Node", "Covers nodes, and pods: all of them.")
    assert [item.text for item in node.focus] == ["kubelet", "1.10: a version: or not"]
    assert [(seat.organisation, seat.person, seat.role) for seat in node.participants] == [
        ("red-hat", "No One", "Chair"),
        ("kubernetes", "Two", "Tech Lead"),
    ]
    assert node.frequency is not None
    assert (node.frequency.text, node.frequency.per_year) == ("Bi-weekly", 26)
    assert list(register.meetings["wg-batch"].links_to) == ["sig-node"]
    assert register.meetings["committee-steering"].title == "Steering Committee"


TRAPS = [
    "no",
    "null",
    "~",
    "12:30",
    "1.10",
    "0x1F",
    "1e3",
    "- a",
    "a: b",
    "a #b",
    '"',
    "'",
    "\\",
    "{a}",
    "&a",
    "*a",
    "!a",
    "%a",
    "@a",
    "`a`",
    "é 徐 – “x”",
]


@pytest.mark.parametrize("words", TRAPS)
def test_a_text_is_read_back_as_it_was_written(words: str, tmp_path: Path) -> None:
    register = Remade("Quoted")
    project = register.organisation("Project")
    register.meeting("one", words, {"lead": project, "purpose": as_text(words), "focus": [as_text(words)]})

    meeting = written(register, tmp_path / "register").meetings["one"]

    assert (meeting.title, meeting.purpose, [item.text for item in meeting.focus]) == (words, words, [words])


def test_two_groups_of_one_title_are_told_apart_by_their_ids() -> None:
    register = Remade("Twins")
    register.meeting("one", "Docs", {})
    register.meeting("two", "docs", {})
    assert [entry["title"] for entry in register.meetings.values()] == ["Docs", "docs (two)"]


def test_two_groups_of_one_id_and_a_name_without_letters_are_refused() -> None:
    register = Remade("Wrong")
    register.meeting("one", "One", {})
    with pytest.raises(ValueError, match="Two groups have the id one"):
        register.meeting("one", "Other", {})
    with pytest.raises(ValueError, match="No id can be made of the name '123'"):
        register.organisation("123")


def test_texts_keep_single_spaces_and_empty_ones_are_left_out() -> None:
    assert as_text("  API server,\n discovery ") == Text("API server, discovery")
    assert as_text(" \n") is None
    assert without_gaps({"purpose": None, "focus": [], "lead": "rust-project"}) == {"lead": "rust-project"}
