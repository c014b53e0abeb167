"""A verdict settles its pair until an entry changes, and the list says what to do."""

import json
from pathlib import Path

import pytest

import yaml
from building import ORGANISATIONS
from conftest import Run

WORK = "purpose: Resettlement and housing of people who leave prison\nfocus: [Beds on the day of release]\nstatus: active\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A register with two boards that do the same work."""
    meetings = tmp_path / "register" / "meetings"
    meetings.mkdir(parents=True)
    (tmp_path / "register" / "organisations.yaml").write_text(ORGANISATIONS, encoding="utf-8")
    (tmp_path / "register" / "register.yaml").write_text("as_at: 2026-11-21\n", encoding="utf-8")
    (meetings / "first.yaml").write_text(f"title: Resettlement board\nlead: opcc\n{WORK}", encoding="utf-8")
    (meetings / "third.yaml").write_text(f"title: Release panel\nlead: opcc\n{WORK}", encoding="utf-8")
    return tmp_path


def test_a_valid_verdict_settles_its_pair_until_an_entry_changes(folder: Path, run: Run) -> None:
    assert "Release panel" in run("duplicates", cwd=folder).out
    recorded = run('verdict "release PANEL" first distinct --reason "One is for men, the other for women"', cwd=folder)

    assert (recorded.status, recorded.out) == (0, "Created verdicts.yaml\n")
    assert recorded.err.startswith("govreg: Recorded: “Resettlement board” and “Release panel” are distinct.")
    settled = run("duplicates", cwd=folder).out
    assert "1 more pair is settled by verdicts" in settled
    assert "Resettlement board" not in settled
    assert run("validate", cwd=folder).status == 0

    path = folder / "register" / "meetings" / "first.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Beds", "Houses"), encoding="utf-8")
    assert "Raised again because the focus has changed since." in run("duplicates", cwd=folder).out
    assert "GR319" in run("validate", cwd=folder).out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("first third distinct --reason Because --review-by 2027", "stale, overdue"),
        ("first third duplicate --reason Because", "stale, unfinished"),
        ("first third unsure --reason Because", "stale"),
    ],
)
def test_the_list_gives_the_state_of_each_verdict(words: str, says: str, folder: Path, run: Run) -> None:
    run(f"verdict {words}", cwd=folder)
    held = [state for state in says.split(", ") if state != "stale"] or ["held"]
    assert [f'"{state}"' in run("verdict --list --format json --as-at 2028", cwd=folder).out for state in held] == [True] * len(held)

    path = folder / "register" / "meetings" / "first.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Resettlement board", "Renamed board"), encoding="utf-8")
    listed = run("verdict --list --format json --as-at 2028", cwd=folder).out
    assert [f'"{state}"' in listed for state in says.split(", ")] == [True] * len(says.split(", "))

    path.unlink()
    assert '"orphaned"' in run("verdict --list --format json --as-at 2028", cwd=folder).out


@pytest.mark.parametrize(
    "words",
    [
        "first third",
        "first third distinct",
        "first first distinct --reason x",
        "first nowhere distinct --reason x",
        "first third same --reason x",
        "first third distinct --reason x --review-by soon",
        "first third distinct --reason x --review-by 2025",
        "first third distinct --reason x --format json",
        "first --list",
        "--list --reason x",
    ],
)
def test_a_wrong_call_is_status_2_and_writes_nothing(words: str, folder: Path, run: Run) -> None:
    assert run(f"verdict {words}", cwd=folder).status == 2
    assert not (folder / "register" / "verdicts.yaml").exists()


def test_the_deciding_post_is_recorded_and_listed(folder: Path, run: Run) -> None:
    run('verdict first third distinct --reason Because --by " Head of Governance "', cwd=folder)

    (verdict,) = yaml.safe_load((folder / "register" / "verdicts.yaml").read_text(encoding="utf-8"))
    assert verdict["by"] == "Head of Governance"
    assert json.loads(run("verdict --list --format json", cwd=folder).out)["verdicts"][0]["by"] == "Head of Governance"
    run('verdict first third related --reason Because --by " "', cwd=folder)
    assert "by" not in yaml.safe_load((folder / "register" / "verdicts.yaml").read_text(encoding="utf-8"))[1]


def test_the_list_says_if_there_are_no_verdicts(folder: Path, run: Run) -> None:
    assert run("verdict --list", cwd=folder).out.startswith("No verdicts are recorded yet.")


def test_unreadable_verdicts_are_not_reported_as_none(folder: Path, run: Run) -> None:
    (folder / "register" / "verdicts.yaml").write_text("- [\n", encoding="utf-8")

    assert run("verdict --list", cwd=folder).out.startswith("verdicts.yaml has errors, so the verdicts could not be read.")
