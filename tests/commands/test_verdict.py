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


NEEDS = "A verdict needs two or more meetings, then distinct, related, duplicate or unsure, and a reason."


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("", NEEDS),
        ("first third", NEEDS),
        ("first distinct --reason x", NEEDS),
        ("first third distinct", 'A verdict needs a reason. Add --reason "…"'),
        ("first third distinct --reason ' '", 'A verdict needs a reason. Add --reason "…"'),
        ("first third same --reason x", NEEDS),
        ("first third DISTINCT --reason x", NEEDS),
        ("first First distinct --reason x", "One meeting is named twice. Name two or more different meetings."),
        ("first third first distinct --reason x", "One meeting is named twice."),
        ("first nowhere distinct --reason x", "“nowhere” is not a meeting in the register."),
        ("first third distinct --reason x --review-by soon", "“soon” is not a valid date (--review-by)."),
        ("first third distinct --reason x --review-by 2025", "2025 has passed (--review-by), as at 21 November 2026. Give a later date."),
        ("first third distinct --reason x --review-by 2026-11-20", "20 November 2026 has passed (--review-by)"),
        (
            "first third distinct --reason x --format json",
            "A verdict is recorded, not printed. Leave out --format",
        ),
        ("first third distinct --reason x --output a.json", "A verdict is recorded, not printed."),
        ("first third distinct --reason 'a\nb'", "The reason “a\\nb” has several lines. Nothing was written. Write it on one line."),
        ("first third distinct --reason x --by 'a\nb'", "The by “a\\nb” has several lines."),
        ("first --list", "--list only shows verdicts: leave out the rest. govreg verdict --list"),
        ("--list --reason x", "--list only shows verdicts: leave out the rest."),
        ("--list --by x", "--list only shows verdicts: leave out the rest."),
        ("--list --review-by 2030", "--list only shows verdicts: leave out the rest."),
    ],
)
def test_a_wrong_call_is_status_2_and_writes_nothing(words: str, says: str, folder: Path, run: Run) -> None:
    ran = run(f"verdict {words}", cwd=folder)

    assert (ran.status, ran.out) == (2, "")
    assert says in " ".join(ran.err.split())
    assert not (folder / "register" / "verdicts.yaml").exists()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("third first distinct", "“Resettlement board” and “Release panel” are distinct. It applies until what their entries say changes."),
        ("first third duplicate", "“Resettlement board” and “Release panel” are the same work. It"),
        ("first third unsure", "“Resettlement board” and “Release panel” are not decided. It"),
        (
            "first third related --review-by 2026-11-21",
            "It applies until what their entries say changes, or until 21 November 2026.",
        ),
        ("third fourth first related", "“Resettlement board”, “Fourth” and “Release panel” are related (3 pairs). It"),
    ],
)
def test_what_is_recorded_is_said(words: str, says: str, folder: Path, run: Run) -> None:
    (folder / "register" / "meetings" / "fourth.yaml").write_text("title: Fourth\nlead: opcc\n", encoding="utf-8")
    ran = run(f"verdict {words} --reason Because", cwd=folder)

    assert ran.status == 0
    assert says in " ".join(ran.err.split())
    recorded = yaml.safe_load((folder / "register" / "verdicts.yaml").read_text(encoding="utf-8"))
    assert [one["meetings"] for one in recorded] == (
        [["first", "fourth"], ["first", "third"], ["fourth", "third"]] if "fourth" in words else [["first", "third"]]
    )
    assert {(one["on"].isoformat(), one["reason"]) for one in recorded} == {("2026-11-21", "Because")}


def test_a_dry_run_shows_the_change_and_writes_nothing(folder: Path, run: Run) -> None:
    ran = run("verdict first third distinct --reason Because --dry-run", cwd=folder)

    assert (ran.status, ran.err) == (0, "")
    assert "+- meetings:" in ran.out
    assert not (folder / "register" / "verdicts.yaml").exists()


def test_a_file_with_errors_is_named_and_is_status_1_where_that_is_asked_for(folder: Path, run: Run) -> None:
    (folder / "register" / "meetings" / "broken.yaml").write_text("title: [\n", encoding="utf-8")

    for words in ("--list", "first third distinct --reason Because"):
        assert [run(f"verdict {words}{strict}", cwd=folder).status for strict in ("", " --strict")] == [0, 1]
        assert "1 file has errors and is left out." in run(f"verdict {words}", cwd=folder).err


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
