"""`govreg duplicates` refuses options that contradict each other, and says where it stops."""

import json
from pathlib import Path

import pytest

from building import ORGANISATIONS
from conftest import Run
from editing import write_register

DUPLICATES = "duplicates --register register"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("criminal-justice-board reducing-reoffending-board --all", "With two meetings you can't use"),
        ("criminal-justice-board reducing-reoffending-board --min-score 0", "With two meetings you can't use"),
        ("criminal-justice-board reducing-reoffending-board --limit 1", "With two meetings you can't use"),
        ("criminal-justice-board reducing-reoffending-board --by workstream", "With two meetings you can't use"),
        ("criminal-justice-board reducing-reoffending-board --meeting x", "With two meetings you can't use"),
        ("--by workstream --all", "Workstreams have no score"),
        ("--by workstream --min-score 0.5", "Workstreams have no score"),
        ("--by workstream --fail-on likely", "Workstreams have no score"),
        ("criminal-justice-board", "Name two different meetings, or none."),
        ("criminal-justice-board criminal-justice-board", "Name two different meetings, or none."),
    ],
)
def test_options_that_contradict_each_other_are_refused(words: str, says: str, run: Run) -> None:
    ran = run(f"{DUPLICATES} {words}")

    assert (ran.status, ran.out) == (2, "")
    assert says in ran.err


WORK = "lead: opcc\npurpose: Resettlement and housing of people who leave prison\nfocus: [Beds on the day of release]\nstatus: active\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A register with two boards that do the same work, and one that does something else."""
    titles = {"first": "Resettlement board", "third": "Release panel"}
    likely = {f"meetings/{id_}.yaml": f"title: {title}\n{WORK}" for id_, title in titles.items()}
    other = {"meetings/fleet.yaml": "title: Fleet group\nlead: nhs\npurpose: Cars and vans\n"}
    return write_register(tmp_path, {"register.yaml": "as_at: 2026-11-21\n", "organisations.yaml": ORGANISATIONS, **likely, **other})


@pytest.mark.parametrize(("most", "words", "is_said"), [(0, "", True), (1, "", False), (0, "--limit 1", False)])
def test_a_list_that_stops_at_the_most_pairs_says_so_unless_fewer_were_asked_for(
    most: int, words: str, folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch, *, is_said: bool
) -> None:
    monkeypatch.setattr("govreg.commands.duplicates.MOST_PAIRS", most)

    assert ("pairs are listed: the most certain" in run(f"duplicates --all {words}", cwd=folder).err) == is_said


def grades(run: Run, folder: Path, words: str) -> list[tuple[str, str, str]]:
    """The pairs in JSON: the two meetings and the grade."""
    pairs = json.loads(run(f"duplicates {words} --format json", cwd=folder).out)["pairs"]
    return [(pair["a"], pair["b"], pair["grade"]) for pair in pairs]


def test_a_pair_as_certain_as_asked_for_is_status_1(folder: Path, run: Run) -> None:
    assert grades(run, folder, "") == [("first", "third", "likely")]
    for words, status in (("", 0), ("--fail-on likely", 1), ("--fail-on possible", 1), ("--meeting fleet --fail-on possible", 0)):
        assert run(f"duplicates {words}", cwd=folder).status == status, words
    assert run("duplicates first THIRD --fail-on likely", cwd=folder).status == 1
    assert run("duplicates first fleet --fail-on possible", cwd=folder).status == 0

    third = folder / "meetings" / "third.yaml"
    third.write_text("title: Release panel\nlead: nhs\npurpose: Housing of people who leave prison\nstatus: active\n", encoding="utf-8")
    assert [grade for *_, grade in grades(run, folder, "")] == ["possible"]
    assert [run(f"duplicates --fail-on {grade}", cwd=folder).status for grade in ("likely", "possible")] == [0, 1]


def test_pairs_of_one_meeting_up_to_a_number_and_from_a_score_on(folder: Path, run: Run) -> None:
    (folder / "meetings" / "second.yaml").write_text(f"title: Housing board\n{WORK}", encoding="utf-8")

    assert [pair[:2] for pair in grades(run, folder, "")] == [("first", "second"), ("first", "third"), ("second", "third")]
    assert [pair[:2] for pair in grades(run, folder, "--meeting Third")] == [("first", "third"), ("second", "third")]
    assert len(grades(run, folder, "--limit 1")) == 1
    assert grades(run, folder, "--min-score 0.999") == []
    assert len(grades(run, folder, "--all")) >= 3
    assert grades(run, folder, "Third FIRST")[0][:2] == ("first", "third")


def test_workstreams_of_one_meeting(folder: Path, run: Run) -> None:
    every = json.loads(run("duplicates --by workstream --format json", cwd=folder).out)
    of_one = json.loads(run("duplicates --by workstream --meeting Third --format json", cwd=folder).out)
    of_none = json.loads(run("duplicates --by workstream --meeting fleet --format json", cwd=folder).out)

    assert every == of_one
    assert every != of_none
    assert run("duplicates --by workstream", cwd=folder).status == 0


def test_a_file_with_errors_is_status_1_where_that_is_asked_for(folder: Path, run: Run) -> None:
    (folder / "meetings" / "broken.yaml").write_text("title: [\n", encoding="utf-8")

    for words, status in (("", 0), ("--strict", 1), ("--by workstream --strict", 1), ("first third --strict", 1)):
        assert run(f"duplicates {words}", cwd=folder).status == status, words
