"""`govreg whatif` as its user calls it: a senseless call is refused, the last line warns, nothing is written."""

import csv
import json
from pathlib import Path

import pytest

from conftest import ROOT, Run

CSCM = "community-safety-and-commissioning-meetings"


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("", "No change was given. Give at least one: --end, --merge, --into, --frequency, --lead or --recommended."),
        ("--end criminal-justice-bord", "Did you mean “criminal-justice-board”?"),
        (f"--end {CSCM} --end {CSCM}", "“Community Safety and Commissioning Meetings” is given twice. Write it once."),
        ("--merge local-meetings local-meetings", "--merge names “Local Meetings” twice."),
        ("--merge local-meetings", "requires 2 arguments"),
        (
            "--into local-meetings senior-contact-meetings --merge senior-contact-meetings local-meetings",
            "The work would go in a circle: “Senior Contact Meetings” into “Local Meetings” into “Senior Contact Meetings”.",
        ),
        (
            f"--into {CSCM} local-meetings --end local-meetings",
            "but would end too. Say where its work goes: --into local-meetings RECEIVER.",
        ),
        ("--frequency local-meetings sometimes", "“sometimes” is not understood as a frequency."),
        ("--frequency local-meetings monthly --frequency local-meetings quarterly", "is given twice."),
        ("--end local-meetings --frequency local-meetings monthly", "“Local Meetings” would end, so --frequency changes nothing."),
        ("--lead local-meetings constabulry", "Did you mean “constabulary”?"),
        ("--lead local-meetings pcc --lead local-meetings unclear", "A lead can't be both unclear and an organisation."),
        ("--lead local-meetings pcc --lead local-meetings PCC", "--lead gives “PCC” twice for “Local Meetings”."),
    ],
)
def test_a_senseless_call_is_refused_with_a_hint(words: str, hint: str, run: Run) -> None:
    ran = run(f"whatif {words}")

    assert (ran.status, ran.out) == (2, "")
    assert hint in " ".join(ran.err.split())


def test_a_meeting_that_has_ended_cannot_end_again(tmp_path: Path, run: Run) -> None:
    (tmp_path / "meetings").mkdir()
    (tmp_path / "organisations.yaml").write_text("opcc: {name: OPCC}\n", encoding="utf-8")
    (tmp_path / "meetings" / "old.yaml").write_text("title: Old\nlead: opcc\nstatus: ended\n", encoding="utf-8")

    assert "“Old” has ended already." in run("whatif --end old", cwd=tmp_path).err


def test_the_last_line_warns_of_duties_and_unowned_work(run: Run) -> None:
    for format_ in ("table", "markdown"):
        last = run(f"whatif --end csps --end mental-health-concordat --format {format_}").out.splitlines()[-1].strip("* ")
        assert last == "Caution: this touches a statutory duty and leaves 2 areas of work with no other home in this register."
    assert "Caution" not in run(f"whatif --end {CSCM}").out


def test_json_says_the_same(run: Run) -> None:
    found = json.loads(run("whatif --end csps --end mental-health-concordat --format json").out)

    assert (found["touches_duty"], found["homeless"], found["effect"]["per_year"]) == (True, 2, -21)
    assert found["effect"]["person_hours"] is None
    assert [gap["kind"] for gap in found["not_known"]] == ["duty", "statutory"]
    losses = {loss["kind"]: loss for loss in found["losses"]}
    assert losses["theme"] == {
        "kind": "theme",
        "meeting": "mental-health-concordat",
        "about": ["mental health"],
        "areas": [],
        "others": [],
        "looked_for": [],
        "nearest": None,
        "says": "Mental health (Mental Health Concordat, line 8): this register records no other held meeting that works on it",
        "place": {"file": "meetings/mental-health-concordat.yaml", "line": 8},
    }


def test_a_spreadsheet_has_a_row_per_change_even_if_nothing_is_lost(run: Run) -> None:
    words = "whatif --lead local-meetings opcc --frequency senior-contact-meetings annually --format csv"
    rows = list(csv.DictReader(run(words).out.lstrip("\ufeff").splitlines()))

    changes = {row["kind"]: row for row in rows if row["part"] == "change"}
    assert changes.keys() == {"frequency", "lead"}
    assert [changes["frequency"][key] for key in ("title", "now", "then", "change")] == ["Senior Contact Meetings", "4", "1", "-3"]
    assert not [row for row in rows if row["part"] == "loss"]


def test_nothing_is_written(run: Run) -> None:
    before = {path: path.read_bytes() for path in sorted((ROOT / "register").rglob("*.yaml"))}

    assert run("whatif --recommended --merge lcjb resolve --lead csps opcc --frequency pcb annually").status == 0

    assert before == {path: path.read_bytes() for path in sorted((ROOT / "register").rglob("*.yaml"))}


@pytest.mark.parametrize("example", ["cambridgeshire", "devon-and-cornwall"])
def test_every_meeting_of_the_examples_may_end(example: str, run: Run) -> None:
    for path in sorted((ROOT / "examples" / example / "meetings").glob("*.yaml")):
        ran = run(f"whatif --end {path.stem} --register examples/{example}")
        assert (ran.status, ran.err) == (0, "")
