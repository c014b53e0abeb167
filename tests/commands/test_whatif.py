"""`govreg whatif` as its user calls it: what makes no sense is refused, the last line warns, nothing is written."""

import json
from pathlib import Path

import pytest

from conftest import ROOT, Run

CSCM = "community-safety-and-commissioning-meetings"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "What if what? Write one of --end, --merge, --into, --frequency, --lead, or --recommended."),
        ("--end criminal-justice-bord", "Did you mean “criminal-justice-board”?"),
        (f"--end {CSCM} --end {CSCM}", "“Community Safety and Commissioning Meetings” is there twice. Write it once."),
        ("--merge local-meetings local-meetings", "“Local Meetings” is both."),
        ("--merge local-meetings", "requires 2 arguments"),
        (
            "--into local-meetings senior-contact-meetings --merge senior-contact-meetings local-meetings",
            "The work would go round: “Senior Contact Meetings” into “Local Meetings” into “Senior Contact Meetings”.",
        ),
        (
            f"--into {CSCM} local-meetings --end local-meetings",
            "but stops too. Say where its work goes: --into local-meetings RECEIVER.",
        ),
        ("--frequency local-meetings sometimes", "“sometimes” is not understood as a frequency."),
        ("--frequency local-meetings monthly --frequency local-meetings quarterly", "is there twice."),
        ("--end local-meetings --frequency local-meetings monthly", "“Local Meetings” would end, so --frequency says nothing."),
        ("--lead local-meetings constabulry", "Did you mean “constabulary”?"),
        ("--lead local-meetings pcc --lead local-meetings unclear", "A lead is “unclear” or somebody, not both."),
        ("--lead local-meetings pcc --lead local-meetings PCC", "is there twice as its lead."),
    ],
)
def test_what_makes_no_sense_is_refused_with_what_to_write(words: str, said: str, run: Run) -> None:
    ran = run(f"whatif {words}")

    assert (ran.status, ran.out) == (2, "")
    assert said in " ".join(ran.err.split())


def test_what_has_ended_cannot_end(tmp_path: Path, run: Run) -> None:
    (tmp_path / "meetings").mkdir()
    (tmp_path / "organisations.yaml").write_text("opcc: {name: OPCC}\n", encoding="utf-8")
    (tmp_path / "meetings" / "old.yaml").write_text("title: Old\nlead: opcc\nstatus: ended\n", encoding="utf-8")

    assert "“Old” has ended already." in run("whatif --end old", cwd=tmp_path).err


def test_the_last_line_says_that_a_duty_is_touched_and_that_work_is_left_without_a_home(run: Run) -> None:
    for format_ in ("table", "markdown"):
        last = run(f"whatif --end csps --end mental-health-concordat --format {format_}").out.splitlines()[-1].strip("* ")
        assert last == "Careful: this touches a statutory duty and leaves 2 workstreams without a home."
    assert "Careful" not in run(f"whatif --end {CSCM}").out


def test_machines_read_the_same(run: Run) -> None:
    found = json.loads(run("whatif --end csps --end mental-health-concordat --format json").out)

    assert (found["touches_duty"], found["homeless"], found["saved"]["per_year"]) == (True, 2, 21)
    title = "Community Safety Partnerships"
    assert found["losses"][0] == {
        "kind": "duty",
        "meeting": "community-safety-partnerships",
        "about": [],
        "areas": [],
        "others": [],
        "says": f"“{title}” serves a statutory duty; nobody else is recorded to ({title}, line 6)",
        "place": {"file": "meetings/community-safety-partnerships.yaml", "line": 6},
    }


def test_nothing_is_written(run: Run) -> None:
    before = {path: path.read_bytes() for path in sorted((ROOT / "register").rglob("*.yaml"))}

    assert run("whatif --recommended --merge lcjb resolve --lead csps opcc --frequency pcb annually").status == 0

    assert before == {path: path.read_bytes() for path in sorted((ROOT / "register").rglob("*.yaml"))}


@pytest.mark.parametrize("example", ["cambridgeshire", "devon-and-cornwall"])
def test_every_meeting_of_the_examples_may_end(example: str, run: Run) -> None:
    for path in sorted((ROOT / "examples" / example / "meetings").glob("*.yaml")):
        ran = run(f"whatif --end {path.stem} --register examples/{example}")
        assert (ran.status, ran.err) == (0, "")
