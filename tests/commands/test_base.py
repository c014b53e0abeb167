"""With `--base`, only findings and pairs that a change adds are shown."""

from pathlib import Path

import pytest

from building import ORGANISATIONS
from conftest import Run
from repository import NEEDS_GIT, commit, run_git

pytestmark = NEEDS_GIT

WORK = "purpose: Resettlement and housing of people who leave prison\nfocus: [Beds on the day of release]\nstatus: active\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with a register: two boards that do the same work, one with a warning and one with an error."""
    meetings = tmp_path / "register" / "meetings"
    meetings.mkdir(parents=True)
    (tmp_path / "register" / "organisations.yaml").write_text(ORGANISATIONS, encoding="utf-8")
    (meetings / "first.yaml").write_text(f"title: Resettlement board\nlead: unclear\n{WORK}", encoding="utf-8")
    (meetings / "second.yaml").write_text(f"title: Prison leavers group\nlead: opc\n{WORK}", encoding="utf-8")
    (meetings / "third.yaml").write_text(f"title: Release panel\nlead: opcc\n{WORK}", encoding="utf-8")
    run_git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    return tmp_path


def test_an_old_problem_elsewhere_does_not_fail_validate(folder: Path, run: Run) -> None:
    assert run("validate", cwd=folder).status == 1
    assert (run("validate --base HEAD", cwd=folder).status, run("validate --base HEAD --format json", cwd=folder).out.count('"code"')) == (
        0,
        0,
    )


def test_validate_says_that_it_shows_only_new_findings(folder: Path, run: Run) -> None:
    assert run("validate --base HEAD", cwd=folder).out.startswith("No new problems in 3 meetings, compared with HEAD.")


def test_validate_with_base_shows_new_findings(folder: Path, run: Run) -> None:
    (folder / "register" / "meetings" / "new.yaml").write_text("title: New board\nlead: opcc\nthemes: [nothing]\n", encoding="utf-8")
    ran = run("validate --base HEAD", cwd=folder)

    assert ran.status == 1
    assert "new.yaml:3:10: error GR204" in ran.out
    assert "second.yaml" not in ran.out


def test_duplicates_with_base_shows_pairs_of_a_new_board(folder: Path, run: Run) -> None:
    (folder / "register" / "meetings" / "new.yaml").write_text(f"title: Leaving custody forum\nlead: opcc\n{WORK}", encoding="utf-8")
    ran = run("duplicates --base HEAD --fail-on possible", cwd=folder)

    assert ran.status == 1
    assert "Leaving custody forum – Release panel" in ran.out
    assert "Release panel – Resettlement board" not in ran.out
    assert "Resettlement board – Release panel" not in ran.out


def test_duplicates_with_base_is_empty_without_new_pairs(folder: Path, run: Run) -> None:
    (folder / "register" / "meetings" / "first.yaml").rename(folder / "register" / "meetings" / "renamed.yaml")
    ran = run("duplicates --base HEAD --fail-on possible", cwd=folder)

    assert (ran.status, ran.out.splitlines()[0]) == (0, "No two meetings look like the same work that did not before.")


def test_a_wrong_revision_is_status_2(folder: Path, run: Run) -> None:
    ran = run("validate --base nowhere", cwd=folder)

    assert ran.status == 2
    assert ran.err == (
        "govreg: There is no revision “nowhere” in this repository. "
        "Name a branch, a tag or a commit, or HEAD~1 for the last commit but one.\n"
    )
