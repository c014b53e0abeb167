"""What an audience may not see reaches it by no command and in no format."""

import json
import shlex
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path
from typing import cast
from zipfile import ZipFile

import pytest

from building import ORGANISATIONS
from conftest import Run
from govreg.render.formats import BY_NAME, Format, Renderer
from govreg.render.target import Target
from govreg.report import Report
from repository import NEEDS_GIT, commit, run_git

PARTNERS_ONLY = ("Partnerly", "partner-board")
INTERNAL = ("Zebra", "zebra", "Quokka", "Walrus", "Narwhal", "Pangolin", "Okapi", "Axolotl")
"""Words that stand in an internal meeting, focus item, seat, decision, verdict or minutes, and nowhere else."""
NAMES = ("Smith", "Brown", "Jones")

BOARD = """\
title: Resettlement Board
lead: opcc
status: active
level: strategic
visibility: public
statutory: [Care Act 2014]
chair: {organisation: opcc, role: PCC, person: Pat Smith}
purpose: Resettlement and housing of people who leave prison
focus:
  - {text: Quokka staffing, visibility: internal}
  - Beds on the day of release
participants_as_written: NHS, Constabulary and the Walrus
participants:
  - {organisation: nhs, role: Walrus, visibility: internal}
  - {organisation: constabulary, role: ACC, person: Kim Brown}
  - {meeting: zebra-group, role: chair}
  - nhs
frequency: monthly
reports_to: [zebra-group, constabulary]
links_to: [partner-board, zebra-group]
supersedes: [zebra-group]
review:
  recommendation: merge
  into: [zebra-group, partner-board]
"""

OPEN = {
    "organisations.yaml": ORGANISATIONS,
    "meetings/resettlement-board.yaml": BOARD,
    "meetings/partner-board.yaml": """\
title: Partnerly Board
lead: opcc
status: active
purpose: Resettlement and housing of people who leave prison
focus: [Beds on the day of release]
participants: [nhs, {organisation: constabulary, role: ACC, person: Kim Brown}]
frequency: quarterly
reports_to: [zebra-group]
""",
    "meetings/housing-group.yaml": """\
title: Housing Group
lead: constabulary
status: active
visibility: public
purpose: Resettlement and housing of people who leave prison
participants: [nhs, {organisation: constabulary, role: ACC, person: Kim Brown}]
frequency: monthly
""",
    "meetings/zebra-group.yaml": """\
title: Zebra Group
aliases: [Zebra Cell]
lead: opcc
status: active
visibility: internal
purpose: Resettlement and housing of people who leave prison, quietly
participants: [nhs, {organisation: constabulary, role: ACC, person: Kim Brown}, {organisation: pcc, role: Narwhal}]
frequency: weekly
reports_to: [resettlement-board]
""",
    "verdicts.yaml": """\
- {meetings: [zebra-group, resettlement-board], verdict: distinct, on: 2018-01-01, reason: Pangolin}
""",
    "minutes/resettlement-board/2018-04-04.yaml": """\
status: agreed
attended: [{organisation: pcc, role: PCC, person: Lee Jones}]
agenda: [{item: "4", title: Decisions, papers: [{id: 2018/001, title: Okapi}, {id: 2018/002, title: Beds}]}]
decisions:
  - {id: 2018/001, title: Okapi, text: Sell the Okapi, visibility: internal}
  - {id: 2018/002, title: Beds, text: Buy beds}
actions: [{id: 2018/001, text: Feed the Okapi}, {id: A, text: Count the beds}]
""",
    "minutes/zebra-group/2018-04-05.yaml": "status: agreed\ndecisions: [{id: '1', title: Axolotl}]\n",
}

QUESTIONS = (
    "list",
    "list --lead opcc",
    "list --text quietly",
    "show resettlement-board",
    "duplicates --all",
    "duplicates --min-score 0",
    "duplicates --by workstream",
    "duplicates resettlement-board housing-group",
    "overlaps",
    "overlaps --by role",
    "overlaps --by person",
    "review",
    "diff ./before",
    "diff ./before --brief",
    "diff ./closed/register",
    "diff ./opened/register",
    "diff --history resettlement-board",
    "whatif --end resettlement-board",
    "whatif --recommended",
    "organisation opcc",
    "load",
    "load --by role --recommended",
    "load --by person",
    "coverage",
)
FORMATS = (("table", False), ("json", False), ("csv", True), ("markdown", True), ("html", True))
"""Each format, and whether it is written to a file."""
PACKS = ("review", "review --since HEAD~1", "review --since ./before", "review --since ./opened/register")
DOCUMENTS = ("docx", "xlsx", "html", "markdown")


renderer = cast("Callable[[Format], Renderer]", cast("property", vars(Format)["render"]).__get__)
"""The function that makes a format, whatever a test puts in its place."""


def _write(top: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the register in its history, and as it was before, when other things were internal."""
    top = tmp_path_factory.mktemp("audience")
    was_open = OPEN["meetings/zebra-group.yaml"].replace("visibility: internal", "visibility: public")
    was_closed = OPEN["meetings/housing-group.yaml"].replace("visibility: public", "visibility: internal")
    _write(top / "before", {**OPEN, "meetings/resettlement-board.yaml": BOARD.replace("Quokka", "Zebra").replace("monthly", "weekly")})
    _write(top / "closed" / "register", {**OPEN, "meetings/zebra-group.yaml": was_open})
    renamed = {name.replace("zebra-group", "zebra-cell"): text.replace("zebra-group", "zebra-cell") for name, text in OPEN.items()}
    _write(top / "opened" / "register", {**renamed, "meetings/housing-group.yaml": was_closed})
    run_git(top, "init", "--quiet")
    _write(top / "register", {**OPEN, "meetings/zebra-group.yaml": was_open})
    commit(top, "Zebra and Quokka")
    _write(top / "register", {**OPEN, "meetings/resettlement-board.yaml": BOARD.replace("frequency: monthly", "frequency: weekly")})
    commit(top, "Zebra")
    _write(top / "register", OPEN)
    return top


def _everything_shown(run: Run, place: Path, words: str, *, to_file: bool) -> str:
    """Everything that a command says: on both streams, and in the file that it writes; not what was typed."""
    output = place / "out"
    ran = run(f"{words} --output {shlex.quote(str(output))}" if to_file else words, cwd=place)
    assert ran.status == 0 or "no table" in ran.err, ran.err
    return ran.out + ran.err + (_text(output.read_bytes()) if to_file and output.exists() else "")


def _text(content: bytes) -> str:
    """The text of a file; of an office's file that of all its parts, their names and their comments."""
    if not content.startswith(b"PK"):
        return content.decode()
    with ZipFile(BytesIO(content)) as parts:
        return "\n".join(name + parts.read(name).decode(errors="replace") for name in parts.namelist()) + str(parts.comment)


@NEEDS_GIT
@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_left_out_appears_in_no_format(question: str, place: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for form, to_file in FORMATS:
        output = _everything_shown(run, place, f"{question} --for partners --format {form}", to_file=to_file)
        assert [word for word in (*INTERNAL, *NAMES) if word in output] == [], (form, output)

    reports: list[Report] = []  # a command makes one for all formats; only a review has a longer one for documents

    def kept(form: Format) -> Renderer:
        def render(report: Report, target: Target) -> str | Iterable[str] | bytes:
            reports.append(report)
            return renderer(form)(report, target)

        return render

    monkeypatch.setattr(Format, "render", property(kept))
    output = _everything_shown(run, place, f"{question} --for public --format json", to_file=False)
    if question == "review":
        output += _everything_shown(run, place, "review --for public --format html", to_file=True)
    for report in reports:
        for form, is_file in FORMATS:
            if form != "csv" or report.table is not None:
                output += "".join(cast("Iterable[str]", renderer(BY_NAME[form])(report, Target(is_file=is_file))))
    assert [word for word in (*INTERNAL, *PARTNERS_ONLY, *NAMES) if word in output] == [], output


@NEEDS_GIT
@pytest.mark.parametrize("question", PACKS)
@pytest.mark.parametrize("form", DOCUMENTS)
def test_what_is_left_out_appears_in_no_pack(question: str, form: str, place: Path, run: Run) -> None:
    for visibility, secret in (("", (*INTERNAL, *NAMES)), ("--for public", (*INTERNAL, *PARTNERS_ONLY, *NAMES))):
        output = _everything_shown(run, place, f"{question} {visibility} --format {form}", to_file=True)
        assert [word for word in secret if word in output] == []
        assert "Resettlement Board" in output


def test_a_pack_holds_what_is_internal_and_who_is_named_where_that_is_asked_for(place: Path, run: Run) -> None:
    for form in DOCUMENTS:
        output = _everything_shown(run, place, f"review --for internal --format {form}", to_file=True)
        assert "Zebra Group (internal)" in output
        assert "Not for circulation: this paper holds 1 internal entry and internal parts of 1 entry." in output
        assert not [name for name in NAMES if name in output]
        assert "Kim Brown" in _everything_shown(run, place, f"review --people --format {form}", to_file=True)


@pytest.mark.parametrize("question", ["show zebr", "list --lead zebra", "duplicates zebra-grou resettlement-board", "whatif --end zebr"])
def test_a_suggestion_never_reveals_what_is_left_out(question: str, place: Path, run: Run) -> None:
    ran = run(f"{question} --for partners", cwd=place)

    assert (ran.status, ran.out) == (2, "")
    assert "zebra-group" not in ran.err


def test_the_foot_counts_what_is_left_out(place: Path, run: Run) -> None:
    assert "1 meeting, 1 focus item and 1 member are left out because they are internal." in run("list --for partners", cwd=place).out
    assert "2 meetings, 1 focus item and 1 member are left out because they are not public." in run("review --for public", cwd=place).out
    assert "and 1 decision are left out because they are internal." in run("show resettlement-board --for partners", cwd=place).out.replace(
        "\n", " "
    )
    assert "left out" not in run("list", cwd=place).out


def test_a_meeting_hidden_on_one_side_neither_starts_nor_ends(place: Path, tmp_path: Path, run: Run) -> None:
    opened = BOARD.replace(", visibility: internal", "")
    _write(tmp_path / "register", OPEN)
    _write(tmp_path / "open", {**OPEN, "meetings/resettlement-board.yaml": opened})

    assert "Quokka" in run("diff ./open", cwd=tmp_path).out
    for two in ("./open ./register", "./register ./open"):
        output = run(f"diff {two} --for partners", cwd=tmp_path).out
        assert [word for word in INTERNAL if word in output] == []
    for side in ("closed", "opened"):
        output = run(f"diff ./{side}/register --for partners", cwd=place).out
        assert "New commitments" not in output
        assert "Dropped commitments" not in output


def test_outsiders_see_changes_of_what_is_visible_on_both_sides(tmp_path: Path, run: Run) -> None:
    _write(tmp_path / "monthly", OPEN)
    _write(tmp_path / "weekly", {**OPEN, "meetings/resettlement-board.yaml": BOARD.replace("frequency: monthly", "frequency: weekly")})

    for before, after in (("monthly", "weekly"), ("weekly", "monthly")):
        (meeting,) = json.loads(run(f"diff ./{before} ./{after} --for partners --format json", cwd=tmp_path).out)["meetings"]
        assert meeting["changed"] == [{"key": "frequency", "before": {"text": before}, "after": {"text": after}}]


def test_leaving_out_parts_makes_no_verdict_stale(tmp_path: Path, run: Run) -> None:
    _write(tmp_path / "register", OPEN)
    run("verdict resettlement-board housing-group distinct --reason Other --register register", cwd=tmp_path)

    output = run("duplicates resettlement-board housing-group --for partners --format json", cwd=tmp_path).out
    assert '"stale": false' in output


def test_lines_are_those_of_the_file_where_items_before_are_left_out(place: Path, run: Run) -> None:
    texts = [
        run(f"duplicates resettlement-board partner-board --for {visibility}", cwd=place).out for visibility in ("internal", "partners")
    ]
    line = BOARD[: BOARD.index("- Beds")].count("\n") + 1

    assert all(f"Resettlement Board, line {line}: “Beds on the day of release”" in " ".join(one.split()) for one in texts)


def test_a_file_that_cannot_be_read_is_not_named_to_outsiders(tmp_path: Path, run: Run) -> None:
    _write(tmp_path / "register", {**OPEN, "meetings/zebra-group.yaml": "title: Zebra Group\nlead: [\n"})

    ran = run("list --for partners --strict", cwd=tmp_path)
    assert ran.status == 1
    assert "meetings/…" in ran.out
    assert "ebra" not in ran.out + ran.err


def test_persons_are_never_named_to_the_public(place: Path, run: Run) -> None:
    ran = run("list --for public --people", cwd=place)

    assert (ran.status, ran.out) == (2, "")
    assert "never named in a report for the public" in ran.err


@NEEDS_GIT
def test_everything_is_there_for_those_who_keep_the_register(place: Path, run: Run) -> None:
    output = "".join(_everything_shown(run, place, f"{question} --format json", to_file=False) for question in QUESTIONS)

    assert [word for word in (*PARTNERS_ONLY, *INTERNAL) if word not in output] == ["Axolotl"]
    assert [name for name in NAMES if name in output] == []
    assert "Kim Brown" in _everything_shown(run, place, "show resettlement-board --people", to_file=False)
    assert "Axolotl" in _everything_shown(run, place, "show zebra-group", to_file=False)
