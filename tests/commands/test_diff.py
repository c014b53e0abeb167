"""`govreg diff`: on the real register after a review, on revisions, and on one meeting's history."""

import json
import re
import shutil
from pathlib import Path

import pytest

from building import ORGANISATIONS
from conftest import ROOT, Run
from expecting import check_output
from govreg.model.characters import odd_character
from repository import NEEDS_GIT, commit, commit_with, run_git

CHANGED = sorted((Path(__file__).parent / "changed").glob("*.txt"))

EDITS: dict[str, tuple[str, str]] = {
    "mental-health-concordat": ("frequency: Sixth monthly", "frequency: Quarterly"),
    "community-safety-partnerships": ("three times a year", "twice a year"),
    "criminal-justice-board": ("lead: unclear", "lead: constabulary"),
    "police-and-crime-board": ("  - {organisation: opcc, role: CFO}\n", "  - cps\n"),
    "safeguarding-consortium": ("safeguard children in the", "safeguard children and adults in the"),
    "reducing-reoffending-board": ("status: proposed", "status: active\nsupersedes: [regional-reducing-reoffending-board]"),
    "community-safety-and-commissioning-meetings": ("lead: not-stated", "lead: not-stated\nstatus: ended\nstatus_since: 2016-12"),
    "joint-asset-board": ("title: ", "titel: "),
    "chief-executives-meeting": ("title: ", "notes: Renamed.\ntitle: The "),
}
NEW = """\
title: Force Reoffending Partnership
lead: [opcc, constabulary]
areas: [avon-and-somerset]
purpose: One strategy to reduce reoffending for the force area
themes: [reducing-reoffending]
frequency: Monthly
participants: [pcc, crc, nps]
"""


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the real register as it is, `before`, and as a review might leave it, `register`."""
    top = tmp_path_factory.mktemp("reviewed")
    for name in ("before", "register"):
        shutil.copytree(ROOT / "register", top / name)
    meetings = top / "register" / "meetings"
    for id_, (old, new) in EDITS.items():
        path = meetings / f"{id_}.yaml"
        text = path.read_text(encoding="utf-8")
        assert old in text, id_
        path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")
    (meetings / "regional-reducing-reoffending-board.yaml").unlink()
    (meetings / "senior-contact-meetings.yaml").rename(meetings / "senior-contacts.yaml")
    (meetings / "force-reoffending-partnership.yaml").write_text(NEW, encoding="utf-8", newline="\n")
    for path in meetings.glob("*.yaml"):
        path.write_text(
            path.read_text(encoding="utf-8").replace("senior-contact-meetings", "senior-contacts"), encoding="utf-8", newline="\n"
        )
    return top


@pytest.mark.parametrize("path", CHANGED, ids=lambda path: path.stem)
def test_output(path: Path, reviewed: Path, run: Run, request: pytest.FixtureRequest) -> None:
    err = check_output(path, run, request, cwd=reviewed)

    assert err == "govreg: 1 file has errors and could not be compared in full. The last lines say which.\n"


def test_a_register_against_itself_has_not_changed(run: Run) -> None:
    ran = run("diff ./register ./register")

    assert (ran.status, ran.err) == (0, "")
    assert "Nothing changed." in ran.out
    assert json.loads(run("diff ./register ./register --format json").out)["meetings"] == []


def test_uncompared_files_are_status_1_only_with_strict(reviewed: Path, run: Run) -> None:
    assert run("diff ./before", cwd=reviewed).status == 0
    assert run("diff ./before --strict", cwd=reviewed).status == 1


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("diff HEAD", "isn't in a git repository, so it has no revisions."),
        ("diff ./nowhere", "There is no folder “nowhere”"),
        ("diff ./a ./b ./c", "Name two sides at most."),
        ("diff --history x ./before", "--history covers all revisions."),
    ],
)
def test_a_wrong_call_is_status_2_and_says_what_to_do(words: str, says: str, reviewed: Path, run: Run) -> None:
    ran = run(words, cwd=reviewed)

    assert (ran.status, ran.out) == (2, "")
    assert says in ran.err


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with four commits: a board begins, is renamed, is held more often and has another lead; then it is merged."""
    top = tmp_path_factory.mktemp("committed")
    meetings = top / "parts" / "register" / "meetings"
    meetings.mkdir(parents=True)
    (meetings.parent / "organisations.yaml").write_text(ORGANISATIONS, encoding="utf-8")
    run_git(top, "init", "--quiet", "--initial-branch=main")
    states = [
        ("old", "title: Old board\nlead: opcc\nfrequency: Quarterly\n"),
        ("new", "title: New board\naliases: [Old board]\nlead: opcc\nfrequency: Quarterly\n"),
        ("new", "title: New board\naliases: [Old board]\nlead: constabulary\nfrequency: Monthly\n"),
        ("heir", "title: Heir\nlead: opcc\nsupersedes: [new, another]\n"),
    ]
    (meetings / "another.yaml").write_text("title: Another\nlead: nhs\n", encoding="utf-8")
    for id_, text in states:
        for path in meetings.glob("*.yaml"):
            if path.stem != "another" or id_ == "heir":
                path.unlink()
        (meetings / f"{id_}.yaml").write_text(text, encoding="utf-8")
        commit(top)
    return top


@pytest.fixture
def repository(committed: Path, tmp_path: Path) -> Path:
    """A repository as `committed`, to be changed."""
    return shutil.copytree(committed, tmp_path / "repository")


@NEEDS_GIT
def test_revisions_are_compared_from_any_folder_of_the_repository(repository: Path, run: Run) -> None:
    for folder in (repository / "parts", repository / "parts" / "register" / "meetings"):
        ran = run("diff HEAD~3 HEAD~1", cwd=folder)
        assert (ran.status, ran.err) == (0, "")
        assert "was called “Old board”; its id was “old” and is “new”" in " ".join(ran.out.split())
        assert "12 a year, was 4 (“Monthly”, was “Quarterly”)" in ran.out
        assert "lead Constabulary, was OPCC" in ran.out


@NEEDS_GIT
def test_one_side_is_compared_with_the_folder_and_none_means_head(repository: Path, run: Run) -> None:
    folder = repository / "parts"
    assert "Nothing changed." in run("diff", cwd=folder).out
    (folder / "register" / "meetings" / "third.yaml").write_text("title: Third\nlead: opcc\n", encoding="utf-8")

    assert "Third: recorded for the first time" in run("diff", cwd=folder).out
    assert "Third: recorded for the first time" in run("diff HEAD~3", cwd=folder).out
    assert "Third" not in run("diff HEAD~3 HEAD", cwd=folder).out
    assert "Third: recorded for the first time" in run("diff HEAD ./register", cwd=folder).out


@NEEDS_GIT
def test_two_dots_are_two_sides_and_three_begin_where_the_branch_forked(repository: Path, run: Run) -> None:
    folder = repository / "parts"
    run_git(repository, "checkout", "--quiet", "-b", "review/side", "HEAD~1")
    (folder / "register" / "meetings" / "side.yaml").write_text("title: Side\nlead: opcc\n", encoding="utf-8")
    commit(repository)

    two, three = run("diff main..review/side", cwd=folder).out, run("diff main...", cwd=folder).out

    assert "Side: recorded for the first time" in two
    assert "Heir: no longer in the register" in two
    assert "Side: recorded for the first time" in three
    assert "Heir" not in three
    assert run("diff main review/side", cwd=folder).out == two


@NEEDS_GIT
def test_a_register_is_found_where_it_was_at_that_commit(repository: Path, run: Run) -> None:
    (repository / "parts" / "register").rename(repository / "register")
    commit(repository)

    assert "Nothing changed." in run("diff HEAD~1", cwd=repository).out


@NEEDS_GIT
def test_a_folder_taken_for_a_revision_gets_a_hint(repository: Path, run: Run) -> None:
    ran = run("diff register", cwd=repository / "parts")

    assert ran.status == 2
    assert "For the folder write it with a slash: ./register" in ran.err


@NEEDS_GIT
@pytest.mark.parametrize("word", ["old", "Old board", "new"])
def test_a_meeting_is_followed_through_all_its_names(word: str, repository: Path, run: Run) -> None:
    history = json.loads(run(f'diff --history "{word}" --format json', cwd=repository / "parts").out)

    assert [(step["before"], step["after"]) for step in history["steps"]] == [(None, "old"), ("old", "new"), ("new", "new"), ("new", None)]
    assert history["steps"][3]["into"] == ["heir"]
    assert [change["key"] for change in history["steps"][2]["changed"]] == ["lead", "frequency"]


@NEEDS_GIT
def test_a_commit_in_which_the_file_is_broken_hides_no_change(repository: Path, run: Run) -> None:
    path = repository / "parts" / "register" / "meetings" / "heir.yaml"
    for text in ("title: [", "title: Heir\nlead: nhs\n"):
        path.write_text(text, encoding="utf-8")
        commit(repository)

    out = run("diff --history heir", cwd=repository / "parts").out

    assert "Its file has errors here" in out
    assert "Lead NHS, was OPCC" in out


@NEEDS_GIT
def test_a_history_continues_across_a_move_and_a_change_of_format(repository: Path, run: Run) -> None:
    path = repository / "parts" / "register" / "meetings" / "heir.yaml"
    path.write_text("title: Heir\nlead: opcc\ncadence: Monthly\n", encoding="utf-8")
    commit(repository)
    (repository / "parts" / "register").rename(repository / "register")
    (repository / "register" / "meetings" / "heir.yaml").write_text("title: Heir\nlead: nhs\nfrequency: Monthly\n", encoding="utf-8")
    commit(repository)

    history = json.loads(run("diff --history heir --format json", cwd=repository).out)

    assert [[change["key"] for change in step["changed"]] for step in history["steps"]] == [[], ["lead"]]
    assert "Lead NHS, was OPCC" in history["steps"][1]["says"]


@NEEDS_GIT
def test_uncommitted_changes_are_the_last_step(repository: Path, run: Run) -> None:
    path = repository / "parts" / "register" / "meetings" / "heir.yaml"
    path.rename(path.with_name("other.yaml"))

    history = json.loads(run("diff --history other --format json", cwd=repository / "parts").out)

    assert [(step["commit"] is None, step["before"], step["after"]) for step in history["steps"]] == [
        (False, None, "heir"),
        (True, "heir", "other"),
    ]


@NEEDS_GIT
def test_an_unknown_meeting_has_no_history(repository: Path, run: Run) -> None:
    ran = run("diff --history hair", cwd=repository / "parts")

    assert (ran.status, ran.out) == (2, "")
    assert "Did you mean “heir”?" in ran.err


def test_people_are_named_only_when_asked_for(reviewed: Path, tmp_path: Path, run: Run) -> None:
    folder = shutil.copytree(reviewed, tmp_path / "folder")
    path = folder / "register" / "meetings" / "force-executive.yaml"
    path.write_text("title: Force Executive\nlead: constabulary\nchair: {person: Pat Smith}\n", encoding="utf-8")
    for options in ("", "--brief"):
        for form in ("table", "json", "csv", "markdown"):
            assert "Smith" not in run(f"diff ./before {options} --format {form}", cwd=folder).out
    assert "Smith" in run("diff ./before --people", cwd=folder).out


@NEEDS_GIT
def test_a_history_says_if_older_commits_are_missing(tmp_path: Path, run: Run) -> None:
    meetings = tmp_path / "whole" / "register" / "meetings"
    meetings.mkdir(parents=True)
    (tmp_path / "whole" / "register" / "organisations.yaml").write_text(ORGANISATIONS, encoding="utf-8")
    run_git(tmp_path / "whole", "init", "--quiet")
    for title in ("Board", "Budget board"):
        (meetings / "board.yaml").write_text(f"title: {title}\nlead: opcc\n", encoding="utf-8")
        commit(tmp_path / "whole")
    run_git(tmp_path, "clone", "--quiet", "--depth", "1", (tmp_path / "whole").as_uri(), "newest")

    assert "This copy of the repository is shallow" in run("diff --history board", cwd=tmp_path / "newest").out
    assert "shallow" not in run("diff --history board", cwd=tmp_path / "whole").out


HOSTILE = "\x9b31m\u202ered\u2066 \u3164\u200b"
"""Characters that control a terminal, reverse the text after them or are invisible; a branch may have them in its name."""


@pytest.fixture(scope="module")
def hostile(committed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository, with a commit, a branch and files whose names control a terminal."""
    repository = shutil.copytree(committed, tmp_path_factory.mktemp("hostile") / "repository")
    folder = repository / "parts" / "register" / "meetings"
    (folder / f"bad{HOSTILE}.yaml").write_text("title: Bad\nlead: opcc\n", encoding="utf-8")
    (folder / "heir.yaml").write_text("title: Heir\nlead: nhs\n", encoding="utf-8")
    commit(repository, f"\x1b]0;x\x07\x1b[2J {HOSTILE}\r=HYPERLINK() <b> [x](http://evil.example)")
    run_git(repository, "update-ref", f"refs/heads/{HOSTILE.replace(' ', '')}", "HEAD")
    return repository / "parts"


@NEEDS_GIT
@pytest.mark.parametrize(
    "words",
    [
        "diff --history heir",
        "diff HEAD~1 {branch}",
        "diff HEAD...{branch}",
        "diff {branch}x",
        "diff {branch}...HEAD~9",
        "validate --base {branch}",
        "duplicates --base {branch}",
        "validate --base {branch}x",
    ],
)
def test_no_text_from_git_controls_a_terminal_in_any_format(words: str, hostile: Path, run: Run) -> None:
    for form in ("table", "json", "csv", "markdown", "table --color always"):
        ran = run(f"{words.format(branch=HOSTILE.replace(' ', ''))} --format {form}", cwd=hostile, columns=300)
        text = re.sub(r"\x1b\[[\d;]*m", "", ran.out) if "always" in form else ran.out.replace("\r\n", "\n")

        assert odd_character(text + ran.err) is None, form
        assert ran.out or ran.status == 2


@NEEDS_GIT
@pytest.mark.parametrize(
    "words", ["^HEAD", "-- --output=x", "@{-1}", "HEAD^!", "^HEAD..HEAD", "HEAD..HEAD..HEAD", "HEAD:parts HEAD", "tree"]
)
def test_a_word_that_names_no_commit_is_status_2(words: str, repository: Path, run: Run) -> None:
    run_git(repository, "tag", "tree", "HEAD^{tree}")
    ran = run(f"diff {words}", cwd=repository / "parts")

    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("govreg: There is no revision “")


@NEEDS_GIT
@pytest.mark.parametrize("words", ["diff HEAD", "diff --history heir"])
def test_a_commit_with_an_impossible_date_is_status_2(words: str, repository: Path, run: Run) -> None:
    (repository / "parts" / "register" / "meetings" / "heir.yaml").write_text("title: Heir\nlead: nhs\n", encoding="utf-8")
    commit(repository)
    name = commit_with(repository, dated="99999999999999 +0000")
    (repository / "parts" / "register" / "meetings" / "heir.yaml").unlink()
    commit(repository)
    ran = run(words.replace("HEAD", "HEAD~1"), cwd=repository / "parts")

    assert (ran.status, ran.out) == (2, "")
    assert ran.err == f"govreg: The commit {name[:8]} has no date between the years 1970 and 9999.\n"
