"""The commands that change a register: what each one writes, what it leaves alone, and what it refuses."""

import base64
import errno
import io
import json
import os
import re
import shlex
import stat
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import Ran, Run
from editing import contents, write_register
from govreg.model.characters import odd_character
from govreg.storage.layout import JOURNAL
from govreg.storage.minutes_reader import read_minutes
from govreg.storage.reader import read_register
from govreg.storage.tree import FolderTree


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small register of `editing`."""
    return write_register(tmp_path / "register")


def changed(folder: Path, before: dict[str, bytes]) -> set[str]:
    """The files that are new, gone or otherwise than before."""
    now = contents(folder)
    return {file for file in {*before, *now} if before.get(file) != now.get(file)}


def errors(folder: Path) -> list[str]:
    """What the reader finds wrong."""
    return [f"{found.file}: {found.message}" for found in (*read_register(folder).findings, *read_minutes(FolderTree(folder)).findings)]


def lines(before: bytes, after: bytes) -> tuple[list[str], list[str]]:
    """The lines of a file that went, and those that came."""
    was, now = before.decode().splitlines(), after.decode().splitlines()
    return [line for line in was if line not in now], [line for line in now if line not in was]


BUDGET = "meetings/budget-committee.yaml"


@pytest.mark.parametrize(
    ("words", "file", "gone", "come"),
    [
        ('set "Budget committee" level Tactical', BUDGET, ["level: strategic"], ["level: tactical"]),
        ("set budget-committee lead Constabulary", BUDGET, ["lead: opcc"], ["lead: constabulary"]),
        ("set budget-committee lead OPCC Constabulary", BUDGET, ["lead: opcc"], ["lead:", "  - opcc", "  - constabulary"]),
        ("set budget-committee lead 'Not stated'", BUDGET, ["lead: opcc"], ["lead: not-stated"]),
        ("set budget-committee chair.role PCC", BUDGET, ["chair: pcc"], ["chair:", "  organisation: pcc", "  role: PCC"]),
        ("set budget-committee status_since 2016-11-10", BUDGET, [], ["status_since: 2016-11-10"]),
        ("set budget-committee status_since '10 November 2016'", BUDGET, [], ["status_since: 2016-11-10"]),
        ("set budget-committee status_since 1/10/2016", BUDGET, [], ["status_since: 2016-10-01"]),
        ("set budget-committee chair.until 'Oct 2026'", BUDGET, ["chair: pcc"], ["chair:", "  organisation: pcc", "  until: 2026-10"]),
        ("set budget-committee duration 12:30", BUDGET, [], ['duration: "12:30"']),
        ("set budget-committee --add focus 'Pay: 2027'", BUDGET, [], ['  - "Pay: 2027"']),
        ("set budget-committee --add support Constabulary", BUDGET, [], ["support:", "  - constabulary"]),
        ("set budget-committee --remove focus Savings", BUDGET, ["  - Savings"], []),
        ("set budget-committee --remove focus 2", BUDGET, ["  - 'Reserves: how much'"], []),
        ("set budget-committee --remove chair", BUDGET, ["chair: pcc"], []),
        ("set budget-committee --remove reports_to finance-board", BUDGET, ["reports_to: [finance-board]"], []),
        (
            "set budget-committee participants.constabulary.role DCC",
            BUDGET,
            ["  - {organisation: constabulary, role: ACC}  # was a DCC"],
            ["  - {organisation: constabulary, role: DCC}  # was a DCC"],
        ),
        (
            "set budget-committee participants.1.until 2027",
            BUDGET,
            ["  - nhs"],
            ["  - organisation: nhs", "    until: 2027"],
        ),
        (
            'set budget-committee --add participants organisation="Bristol City Council" role=Leader',
            BUDGET,
            [],
            ["  - organisation: bristol-city-council", "    role: Leader"],
        ),
        ("set budget-committee --add reports-to OPCC", BUDGET, ["reports_to: [finance-board]"], ["reports_to: [finance-board, opcc]"]),
        ("set budget-committee statutory Yes", BUDGET, [], ["statutory: true"]),
        ("set budget-committee areas 'The County'", BUDGET, [], ["areas:", "  - somerset"]),
        ("set budget-committee themes 'mental health'", BUDGET, [], ["themes:", "  - mental-health"]),
        ("set audit-panel review.reason 'They overlap'", "meetings/audit-panel.yaml",
         ["review: {recommendation: merge, into: [finance-board], reason: Two do the same}"],
         ["review: {recommendation: merge, into: [finance-board], reason: They overlap}"]),
        ("set organisation NHS sector health", "organisations.yaml",
         ["nhs: {name: National Health Service, aliases: [NHS]}"],
         ["nhs: {name: National Health Service, aliases: [NHS], sector: health}"]),
        ("set theme 'Mental health' --add terms 'section 136'", "themes.yaml",
         ["mental-health: {name: Mental health, terms: [crisis care]}"],
         ["mental-health: {name: Mental health, terms: [crisis care, section 136]}"]),
        ("set area Bristol part_of somerset", "register.yaml", ["  bristol: {name: Bristol}"],
         ["  bristol: {name: Bristol, part_of: somerset}"]),
    ],
)  # fmt: skip
def test_set_changes_its_own_lines(words: str, file: str, gone: list[str], come: list[str], folder: Path, run: Run) -> None:
    before = contents(folder)
    ran = run(words, cwd=folder)

    assert (ran.status, ran.out) == (0, f"Changed {file}\n"), ran.err
    assert "Next: govreg" in ran.err.splitlines()[-1]
    assert changed(folder, before) == {file}
    assert lines(before[file], contents(folder)[file]) == (gone, come)
    assert errors(folder) == []


REFUSED = [
    ("set budget-committee", 2, 'This needs an entry, a field and a value. For example: govreg set "Budget board" level strategic'),
    ("set budget-committee level", 2, 'This needs an entry, a field and a value. For example: govreg set "Budget board" level strategic'),
    (
        "set nowhere level strategic",
        2,
        "“nowhere” is not a meeting in the register. The register has audit-panel, budget-committee and finance-board.",
    ),
    ("set budget-committee colour red", 2, "“colour” is not a field."),
    (
        "set budget-committee chair.colour red",
        2,
        "“chair.colour” is not a field of “chair”. Fields: organisation, role, person, basis, from, until.",
    ),
    ("set budget-committee title.part x", 2, "“title.part” is not a field: “title” has no fields of its own. Write “title”."),
    (
        "set budget-committee level strategic tactical",
        2,
        "“level” takes one value, and there are 2. Put a value of several words in quotes.",
    ),
    ("set budget-committee lead nobody", 2, "“nobody” is not an organisation in the register."),
    (
        "set budget-committee --add level tactical",
        2,
        "“level” holds one value, so nothing can be added to it. Leave out --add to replace the value.",
    ),
    ("set budget-committee --add focus Savings", 2, "“focus” already has “Savings”. Nothing was changed."),
    (
        "set budget-committee --remove focus Nothing",
        2,
        "“focus”: no item “Nothing”. Give its number: 1 (Savings) or 2 (Reserves: how much).",
    ),
    ("set budget-committee --remove purpose", 2, "There is no “purpose” to remove. Nothing was changed."),
    ("set budget-committee --add --remove focus x", 2, "--add and --remove were both given. Give one of them."),
    ("set budget-committee participants.9.role x", 2, "“participants.9.role”: no item “9”. Give its number: 1 (nhs) or 2 (constabulary)."),
    ("set budget-committee sources x", 2, "“sources” has fields of its own. Write them so: document=… date=… reference=…"),
    ("set budget-committee level high", 1, "error GR105: “high” isn't allowed here. It takes strategic, tactical or operational."),
    (
        "set budget-committee status_since soon",
        1,
        "error GR106: “soon” is not a valid date. Write a day, a month or a year, such as 2016-11-10, 2016-11 or 2016.",
    ),
    ("set budget-committee --remove title", 1, "error GR103: The meeting has no “title”. Add `title: …`."),
    ("set budget-committee title ''", 1, "error GR109: The text is empty. Write the text, or leave the field out."),
    ("set --where level=strategic notes x", 2, "2 meetings would be changed. govreg: Nothing was written. Add --yes to change them all."),
    ("set --where level=operational notes x --yes", 2, "No meetings match. Nothing was changed. “govreg list” takes the same filters."),
    (
        "set --where colour=red notes x --yes",
        2,
        "--where has no “colour”. --where takes lead, support, participant, area, theme, text, level, kind, status or without",
    ),
    ("new Board", 2, "A meeting needs a lead. Add --lead WHO, --lead unclear, or --lead not-stated if no source says."),
    ("new", 2, "Missing argument"),
    ("new Budget board --lead opcc", 2, 'This needs one name. Put it in quotes: govreg new "Budget board" --lead OPCC'),
    (
        "new '***' --lead opcc",
        2,
        "No id can be made from “***”. Give one with --id: lower-case letters, digits and hyphens, such as “budget-board”.",
    ),
    (
        "new Joint --lead opcc",
        2,
        "“joint” can't be an id. Give one with --id: lower-case letters, digits and hyphens, such as “budget-board”.",
    ),
    (
        "new 'Budget committee' --lead opcc",
        2,
        "There is a meeting called “Budget committee” already: budget-committee. Choose another name.",
    ),
    ("new 'Audit panel' --lead opcc --id audit-2", 2, "There is a meeting called “Audit panel” already: audit-panel. Choose another name."),
    ("new Board --lead nobody", 2, "“nobody” is not an organisation in the register."),
    ("new Board --lead opcc --set colour red", 2, "“colour” is not a field."),
    ("new Board --lead opcc --new-organisation NHS", 2, "There is an organisation “NHS” already: nhs. Leave out --new-organisation."),
    ("new organisation Youth --lead opcc", 2, "--lead is a field of a meeting. For other fields use --set KEY VALUE."),
    (
        "rename budget-committee",
        2,
        'This needs the old name and the new one. Put each in quotes: govreg rename "Budget board" "Finance Board"',
    ),
    (
        "rename nowhere Somewhere",
        2,
        "“nowhere” is not a meeting in the register. The register has audit-panel, budget-committee and finance-board.",
    ),
    (
        "rename budget-committee Finance\\ Board",
        2,
        "There is a meeting called “Finance Board” already: finance-board. Choose another name.",
    ),
    (
        "rename budget-committee Finance\\ Board --keep-id",
        2,
        "There is a meeting called “Finance Board” already: finance-board. Choose another name.",
    ),
    (
        "rename budget-committee Other --id 'Not an id'",
        2,
        "“Not an id” can't be an id. Give one with --id: lower-case letters, digits and hyphens, such as “budget-board”.",
    ),
    ("end budget-committee", 2, 'A reason is needed. Say why: --reason "Its work is done"'),
    ("end budget-committee --reason ' '", 2, 'A reason is needed. Say why: --reason "Its work is done"'),
    (
        "end budget-committee --reason x --into budget-committee",
        2,
        "You named “Budget committee” twice: a meeting can't take on its own work. Name another meeting.",
    ),
    (
        "end budget-committee --reason x --on soon",
        2,
        "“soon” is not a valid date (--on). Write a day, a month or a year, such as 2016-11-10, 2016-11 or 2016.",
    ),
    (
        "end budget-committee --reason x --on 2027",
        2,
        "2027 is still to come (--on), as at 21 November 2026. Record the end",
    ),
    (
        "merge budget-committee budget-committee --reason x",
        2,
        "You named “Budget committee” twice: a meeting can't take on its own work. Name another meeting.",
    ),
    ("whatif --end budget-committee --write", 2, 'The change stops meetings, so it needs a reason. Add --reason "…"'),
    ("whatif --end budget-committee --reason x", 2, "--reason and --on apply only to a change that is written. Add --write."),
]


@pytest.mark.parametrize(("words", "status", "says"), REFUSED, ids=[words for words, *_ in REFUSED])
def test_invalid_input_is_refused_and_nothing_is_written(words: str, status: int, says: str, folder: Path, run: Run) -> None:
    before = contents(folder)
    ran = run(words, cwd=folder)

    assert (ran.status, ran.out) == (status, "")
    assert says in " ".join(ran.err.split())
    assert "Traceback" not in ran.err
    assert contents(folder) == before


def test_a_refusal_for_new_errors_names_them(folder: Path, run: Run) -> None:
    ran = run("set budget-committee level high", cwd=folder)

    assert ran.err.splitlines()[0].startswith("meetings/budget-committee.yaml:5:8: error GR")
    assert ran.err.splitlines()[-1].startswith("govreg: Nothing was written: the register would have 1 new error.")


def test_an_old_error_elsewhere_blocks_nothing(folder: Path, run: Run) -> None:
    (folder / "meetings" / "broken.yaml").write_text("title: [\n", encoding="utf-8")

    assert run("set budget-committee level tactical", cwd=folder).status == 0


def test_a_change_that_is_made_already_is_not_written(folder: Path, run: Run) -> None:
    ran = run("set budget-committee level strategic", cwd=folder)

    assert (ran.status, ran.out) == (0, "")
    assert "Nothing to change" in ran.err


def test_many_meetings_are_changed_at_once_after_a_preview(folder: Path, run: Run) -> None:
    before = contents(folder)
    asked = run("set --where lead=opcc --where level=strategic level tactical", cwd=folder)
    assert asked.status == 2
    assert "-level: strategic\n+level: tactical" in asked.err
    assert "2 meetings would be changed." in asked.err
    assert contents(folder) == before

    ran = run("set --where lead=opcc --where level=strategic level tactical --yes", cwd=folder)
    assert ran.out == f"Changed {BUDGET}\nChanged meetings/finance-board.yaml\n"
    assert changed(folder, before) == {BUDGET, "meetings/finance-board.yaml"}


@pytest.mark.parametrize(
    "words",
    [
        "set budget-committee level tactical",
        "set --where level=strategic level tactical",
        "new 'Budget board' --lead OPCC",
        "rename budget-committee 'Money board'",
        "end budget-committee --reason x",
        "merge budget-committee finance-board --reason x",
        "whatif --end budget-committee --reason x",
        "verdict budget-committee finance-board distinct --reason x",
    ],
)  # fmt: skip
def test_a_dry_run_prints_a_diff_and_writes_nothing(words: str, folder: Path, run: Run) -> None:
    before = contents(folder)
    ran = run(f"{words} --dry-run{' --yes' if '--where' in words else ''}", cwd=folder)

    assert ran.status == 0
    assert ran.out.startswith("--- ")
    assert "\n+++ " in ran.out
    assert ran.err == ""
    assert contents(folder) == before


def test_a_new_meeting_has_ids_for_names_and_is_complete(folder: Path, run: Run) -> None:
    ran = run(
        'new "Youth Justice: Board" --lead "office of the police and crime commissioner" --lead Constabulary --area "the county" '
        '--theme "Mental health" --participant NHS --new-organisation "Youth Council" --participant "youth council" '
        '--focus "One: two" --focus "No" --frequency Quarterly --reports-to "Finance Board" --set chair.organisation "Youth Council" '
        '--set chair.role Chair --kind Board',
        cwd=folder,
    )  # fmt: skip

    assert (ran.status, ran.out) == (0, "Changed organisations.yaml\nCreated meetings/youth-justice-board.yaml\n"), ran.err
    assert contents(folder)["meetings/youth-justice-board.yaml"].decode() == (
        'title: "Youth Justice: Board"\nkind: board\nlead:\n  - opcc\n  - constabulary\nchair:\n  organisation: youth-council\n'
        "  role: Chair\n"
        'areas:\n  - somerset\nfocus:\n  - "One: two"\n  - "No"\nthemes:\n  - mental-health\nparticipants:\n  - nhs\n  - youth-council\n'
        "frequency: Quarterly\nreports_to:\n  - finance-board\n"
    )
    assert contents(folder)["organisations.yaml"].decode().endswith("youth-council:\n  name: Youth Council\n")
    assert errors(folder) == []


def test_a_new_meeting_that_looks_like_another_is_reported(folder: Path, run: Run) -> None:
    run('new "Savings panel" --lead OPCC --purpose "Oversee the savings plan and the reserves of the force"', cwd=folder)
    ran = run('new "Savings board" --lead OPCC --purpose "Oversee the savings plan and the reserves of the force"', cwd=folder)

    assert "It may duplicate “Savings panel”. Compare: govreg duplicates savings-board savings-panel" in ran.err


def test_a_renamed_meeting_is_renamed_everywhere(folder: Path, run: Run) -> None:
    assert run('verdict budget-committee finance-board distinct --reason "One decides, one advises"', cwd=folder).status == 0
    before = contents(folder)
    ran = run('rename "Budget committee" "Money Board"', cwd=folder)

    assert ran.status == 0, ran.err
    now = contents(folder)
    assert {*before} - {*now} == {BUDGET, "minutes/budget-committee/2026-10-01.yaml"}
    assert {*now} - {*before} == {"meetings/money-board.yaml", "minutes/money-board/2026-10-01.yaml"}
    assert not any(b"budget-committee" in content for content in now.values())
    assert now["meetings/money-board.yaml"] == before[BUDGET].replace(b"title: Budget committee ", b"title: Money Board ").replace(
        b"lead: opcc", b"aliases:\n  - Budget committee\nlead: opcc"
    )
    assert "1 " in run("duplicates --all", cwd=folder).out or run("verdict --list --format json", cwd=folder).out.count('"held"') == 1
    assert '"stale"' not in run("verdict --list --format json", cwd=folder).out
    assert errors(folder) == []
    assert run("show 'Budget committee'", cwd=folder).status == 0


def test_a_renamed_organisation_is_renamed_everywhere(folder: Path, run: Run) -> None:
    run('verdict budget-committee finance-board distinct --reason "One decides, one advises"', cwd=folder)
    ran = run('rename organisation Constabulary "Avon Police"', cwd=folder)

    assert ran.status == 0, ran.err
    now = contents(folder)
    assert b"avon-police: {name: Avon Police, aliases: [Constabulary, Avon and Somerset Constabulary]}" in now["organisations.yaml"]
    assert b"lead: [opcc, avon-police]" in now["meetings/finance-board.yaml"]
    assert b"- {organisation: avon-police, role: ACC}  # was a DCC" in now[BUDGET]
    assert b"attended: [avon-police]" in now["minutes/budget-committee/2026-10-01.yaml"]
    assert '"held"' in run("verdict --list --format json", cwd=folder).out
    assert errors(folder) == []


def test_two_entries_of_one_organisation_are_joined_by_hand_as_the_refusal_says(folder: Path, run: Run) -> None:
    refused = run("rename organisation Constabulary PCC", cwd=folder)
    commands = [part.partition("”")[0] for part in refused.err.split("“govreg ")[1:]]

    assert refused.status == 2
    assert commands[0] == "organisation constabulary"
    assert run(commands[1].replace("MEETING", "budget-committee"), cwd=folder).status == 0
    assert run("set finance-board lead opcc pcc", cwd=folder).status == 0
    assert run("set audit-panel lead pcc", cwd=folder).status == 0
    file = folder / "organisations.yaml"
    lines_left = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("constabulary:")]
    file.write_text("\n".join([*lines_left, ""]), encoding="utf-8")
    assert "minutes/budget-committee/2026-10-01.yaml" in run(commands[2], cwd=folder).out
    minutes = folder / "minutes/budget-committee/2026-10-01.yaml"
    minutes.write_text(minutes.read_text(encoding="utf-8").replace("constabulary", "pcc"), encoding="utf-8")
    assert run(refused.err.rpartition("names: govreg ")[2].strip(), cwd=folder).status == 0
    assert read_register(folder).register.organisations.find("avon and somerset constabulary") == "pcc"


def test_an_area_and_a_theme_are_renamed_too(folder: Path, run: Run) -> None:
    assert run("rename area bristol 'City of Bristol'", cwd=folder).status == 0
    assert run("rename theme mental-health Wellbeing", cwd=folder).status == 0

    assert b"areas: [city-of-bristol]\nthemes: [wellbeing]" in contents(folder)["meetings/finance-board.yaml"]
    assert errors(folder) == []


def test_an_ended_meeting_says_when_why_and_where_its_work_goes(folder: Path, run: Run) -> None:
    ran = run('end budget-committee --reason "Its work is done: all of it" --into "Finance Board" --on 2026-10', cwd=folder)

    meeting = read_register(folder).register.meetings["budget-committee"]
    assert (meeting.status, meeting.status_since, meeting.status_reason) == ("ended", "2026-10", "Its work is done: all of it")
    assert [(review.recommendation, review.into) for review in meeting.review] == [("end", ("finance-board",))]
    assert "audit-panel still names it" in ran.err
    assert run("end budget-committee --reason x", cwd=folder).status == 2


@pytest.mark.parametrize("words", ["merge budget-committee finance-board", "whatif --merge budget-committee finance-board --write"])
def test_links_to_a_merged_meeting_go_to_the_other_one(words: str, folder: Path, run: Run) -> None:
    (folder / "meetings/sub-group.yaml").write_text("title: Sub-group\nlead: opcc\nreports_to: [budget-committee] # monthly\n")
    before = contents(folder)
    ran = run(f"{words} --reason 'One is enough'", cwd=folder)

    assert ran.status == 0, ran.err
    assert "“Audit Panel” now links to “Finance Board” instead of “Budget committee”." in ran.err
    assert "“Sub-group” now reports to “Finance Board” instead of “Budget committee”." in ran.err
    assert lines(before["meetings/sub-group.yaml"], contents(folder)["meetings/sub-group.yaml"]) == (
        ["reports_to: [budget-committee] # monthly"],
        ["reports_to: [finance-board] # monthly"],
    )
    assert read_register(folder).register.meetings["audit-panel"].links_to == ("finance-board",)
    assert changed(folder, before) == {BUDGET, "meetings/audit-panel.yaml", "meetings/sub-group.yaml"}
    assert errors(folder) == []


def test_correcting_an_ending_names_the_fields_left_behind(folder: Path, run: Run) -> None:
    before = contents(folder)[BUDGET]
    assert run("end budget-committee --reason 'Its work is done' --into finance-board", cwd=folder).status == 0
    ran = run("set budget-committee status active", cwd=folder)

    messages = ran.err.splitlines()
    assert [line.split(": ", 1)[1].split(". ")[0] for line in messages] == [
        "It still has status_since “2026-11-21” from before",
        "It still has status_reason “Its work is done” from before",
        "Its review still recommends: end",
        "Done",
    ]
    for line in messages[:3]:
        assert run(line[line.rindex("govreg set") :].removeprefix("govreg "), cwd=folder).status == 0
    assert lines(before, contents(folder)[BUDGET]) == ([], ["status: active"])


def test_a_change_names_the_sources_words_that_it_leaves(folder: Path, run: Run) -> None:
    assert run("set budget-committee participants_as_written 'NHS and Police' ", cwd=folder).status == 0
    assert "as_written" not in run("set budget-committee level strategic", cwd=folder).err
    says = [
        line
        for words in ("set budget-committee participants pcc opcc", "set --where lead=opcc --yes participants nhs")
        for line in run(words, cwd=folder).err.splitlines()
        if "participants_as_written of budget-committee still has the source's words: “NHS and Police”." in line
    ]
    assert len(says) == 2
    last = says[1]
    assert run(last[last.rindex("govreg set") :].removeprefix("govreg "), cwd=folder).status == 0
    assert read_register(folder).register.meetings["budget-committee"].participants_as_written is None


def test_a_review_that_recommends_the_merger_is_reused(folder: Path, run: Run) -> None:
    before = contents(folder)["meetings/audit-panel.yaml"]
    assert run("merge audit-panel finance-board --reason 'One is enough'", cwd=folder).status == 0

    after = contents(folder)["meetings/audit-panel.yaml"]
    assert lines(before, after) == ([], ["status: ended", "status_since: 2026-11-21", "status_reason: One is enough"])


def test_another_review_is_added_after_the_existing_one(folder: Path, run: Run) -> None:
    assert run("end audit-panel --reason 'One is enough' --into budget-committee", cwd=folder).status == 0

    meeting = read_register(folder).register.meetings["audit-panel"]
    assert [(review.recommendation, review.into) for review in meeting.review] == [
        ("merge", ("finance-board",)),
        ("end", ("budget-committee",)),
    ]
    assert b"  - {recommendation: merge, into: [finance-board], reason: Two do the same}" in contents(folder)["meetings/audit-panel.yaml"]


def test_writing_a_scenario_gives_the_register_that_was_compared(folder: Path, run: Run) -> None:
    words = "--merge audit-panel finance-board --frequency budget-committee 'twice a year' --lead budget-committee Constabulary"
    assert run(f"whatif {words} --write --reason 'Fewer boards' --on 2026-11-01", cwd=folder).status == 0

    meetings = read_register(folder).register.meetings
    assert (meetings["audit-panel"].status, meetings["audit-panel"].status_since) == ("ended", "2026-11-01")
    assert meetings["budget-committee"].frequency is not None
    assert (meetings["budget-committee"].frequency.text, meetings["budget-committee"].lead) == ("twice a year", "constabulary")


@pytest.mark.parametrize(
    "words",
    [
        "set finance-board level tactical",
        "new Board --lead opcc",
        "rename finance-board 'Money board'",
        "end finance-board --reason x",
        "merge audit-panel finance-board --reason x",
        "verdict audit-panel finance-board distinct --reason x",
        "fix",
        "format",
    ],
)
def test_every_command_that_writes_finishes_what_was_interrupted(words: str, folder: Path, run: Run) -> None:
    before = contents(folder)
    after = before[BUDGET].replace(b"Savings", b"Economies")
    planned = [
        {"file": BUDGET, "old": sha256(before[BUDGET]).hexdigest(), "new": base64.b64encode(after).decode()},
        {"file": "meetings/gone.yaml", "old": None, "new": None},
    ]
    (folder / JOURNAL).write_text(json.dumps({"changes": planned}), encoding="utf-8")

    assert "GR029" in run("validate", cwd=folder).out
    ran = run(words, cwd=folder)

    assert ran.status == 0, ran.err
    assert f"Finished a change that was interrupted: {BUDGET}." in ran.err
    assert b"Economies" in contents(folder)[BUDGET]
    assert JOURNAL not in contents(folder)


def test_a_new_register_validates_and_can_be_filled(tmp_path: Path, run: Run) -> None:
    made = run('init partnerships --name "Partnership: meetings" --organisation "County Council"', cwd=tmp_path)
    assert made.status == 0, made.err
    folder = tmp_path / "partnerships"
    assert {"README.md", ".gitignore", ".vscode/settings.json", ".github/workflows/register.yml"} <= {*contents(folder)}
    editor = json.loads(contents(folder)[".vscode/settings.json"])
    assert set(editor["[yaml]"].values()) == {False} == {editor["yaml.format.enable"]}, "an editor writes YAML in its own way"
    assert (editor["files.eol"], editor["files.insertFinalNewline"]) == ("\n", True)
    assert errors(folder) == []
    assert read_register(folder).register.name == "Partnership: meetings"
    before = contents(folder)
    assert (
        run("init partnerships --name 'Partnership: meetings' --organisation 'County Council'", cwd=tmp_path).status,
        contents(folder),
    ) == (
        0,
        before,
    )
    assert run("init partnerships --name Other", cwd=tmp_path).status == 2

    for title in ("One board", "Two board"):
        assert run(f"new '{title}' --lead 'county council'", cwd=folder).status == 0
    assert run("validate", cwd=folder).status == 0


def test_init_leaves_a_folder_with_other_files_alone(tmp_path: Path, run: Run) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "notes.txt").write_text("mine", encoding="utf-8")

    assert run("init there", cwd=tmp_path).status == 2
    assert contents(tmp_path) == {"there/notes.txt": b"mine"}
    assert run("init there/notes.txt", cwd=tmp_path).status == 2


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets few users make links")
def test_init_writes_nothing_where_a_link_leads(tmp_path: Path, run: Run) -> None:
    for place in ("meetings", ".vscode", ".github"):
        (tmp_path / place / "elsewhere").mkdir(parents=True)
        (tmp_path / place / "new").mkdir()
        (tmp_path / place / "new" / place).symlink_to("../elsewhere")
        ran = run("init new", cwd=tmp_path / place)

        assert (ran.status, ran.err) == (2, f"govreg: “{place}” is a link, not a folder. Nothing was changed.\n")
        assert contents(tmp_path / place / "elsewhere") == {}
        assert [one.name for one in (tmp_path / place / "new").iterdir()] == [place]


def test_init_says_what_it_wrote_before_the_disk_was_full(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    room = iter([True])

    def fill(handle: int) -> None:
        if stat.S_ISREG(os.fstat(handle).st_mode) and next(room, None) is None:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", fill)
    full = run("init new", cwd=tmp_path)
    monkeypatch.undo()

    assert full.status == 2
    assert full.err.startswith(
        "govreg: “new/organisations.yaml” can't be written: no space left on device. The files before it are written;"
    )
    assert [*contents(tmp_path / "new")] == ["register.yaml"]
    assert run("init new", cwd=tmp_path).status == 0
    assert errors(tmp_path / "new") == []


HOSTILE = [
    *("../../etc/passwd", "=cmd|' /C calc'!A0", "- item", "{a: b}", "[x", "&anchor", "*alias", "!!python/object:x", "%TAG", "# comment"),
    *("no", "12:30", "0x1F", "~", "key: value", "a\ttab", "'", '"', "\\", "::warning::x", "[bold]x[/bold]", "<script>", "x" * 50_000),
]
ODD = ["\x1b[31m", "\x00", "\x07", "\u202e", "\u200b", "\ufeff", "\udcff", "a\rb"]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
def test_a_hostile_value_is_text(text: str, folder: Path, run: Run) -> None:
    before = contents(folder)
    assert run(f"set budget-committee notes -- {shlex.quote(text)}", cwd=folder).status == 0

    assert read_register(folder).register.meetings["budget-committee"].notes == text
    assert changed(folder, before) == {BUDGET}
    assert errors(folder) == []


def test_a_text_longer_than_may_be_read_is_refused(folder: Path, run: Run) -> None:
    before = contents(folder)

    result = run(f"set budget-committee notes {'x' * 50_001}", cwd=folder)

    assert result.status == 2
    assert "A text has at most 50,000 characters; the value has 50,001." in result.err
    assert contents(folder) == before


def test_a_list_longer_than_may_be_read_is_refused(folder: Path, run: Run) -> None:
    before = contents(folder)

    result = run(f"set budget-committee focus {' '.join(map(str, range(1, 1_002)))}", cwd=folder)

    assert result.status == 2
    assert "cannot be changed: after the change, the file is too complex: it has a list of more than 1,000 items." in " ".join(
        result.err.split()
    )
    assert contents(folder) == before


@pytest.mark.parametrize("text", ODD, ids=ascii)
@pytest.mark.parametrize(
    "words", ["set budget-committee notes {}", "new {} --lead opcc", "end budget-committee --reason {}", "rename budget-committee {}"]
)
def test_a_character_that_no_register_may_hold_is_refused(text: str, words: str, folder: Path, run: Run) -> None:
    before = contents(folder)
    ran = run(words.format(shlex.quote(f"a{text}b")), cwd=folder)

    assert ran.status == 2
    assert text not in ran.err
    assert contents(folder) == before


@pytest.mark.parametrize(
    "words", ["new --lead opcc -- --register", "rename budget-committee -- '../../x'", "new ../x --lead opcc", "new 'a\nb' --lead opcc"]
)
def test_a_hostile_name_stays_in_the_register_or_is_refused(words: str, folder: Path, run: Run) -> None:
    ran: Ran = run(words, cwd=folder)

    assert ran.status in (0, 1, 2)
    assert {path.name for path in folder.parent.iterdir()} == {"register"}
    assert all(file.count("/") <= 2 and ".." not in file for file in contents(folder))
    assert errors(folder) == []


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("init new --name {}", 2),
        ("init new --organisation {}", 2),
        ("new {} --lead opcc --id long", 2),
        ("new organisation {} --id long", 2),
        ("new Board --lead opcc --new-organisation {}", 2),
        ("rename budget-committee {} --keep-id", 2),
        ("set budget-committee title {}", 1),
        ("set organisation opcc --add aliases {}", 1),
    ],
)
def test_a_name_of_more_than_500_characters_is_refused(words: str, status: int, folder: Path, run: Run) -> None:
    before = contents(folder)
    ran = run(words.format("word" * 126), cwd=folder.parent)

    assert (ran.status, "has at most 500 characters; this has 504." in ran.err) == (status, True), ran.err
    assert contents(folder) == before
    assert not (folder.parent / "new").exists()


def test_a_value_that_makes_the_file_too_large_is_refused(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(folder)
    monkeypatch.setattr(shlex, "split", str.split)  # which takes the square of the length

    assert run(f"set budget-committee notes {'x' * (10 << 20)}", cwd=folder).status == 2
    assert contents(folder) == before


TEXT = st.text(min_size=1, max_size=40).filter(lambda text: bool(text.strip()) and odd_character(text) is None and "\r" not in text)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=TEXT.filter(lambda text: not text.endswith("\n") and not text.startswith("-")),
    key=st.sampled_from(["purpose", "notes", "focus.2"]),
)
def test_whatever_is_set_is_read_back_and_all_else_stays(text: str, key: str, folder: Path, run: Run) -> None:
    before, was = contents(folder), read_register(folder).register
    assert run(f"set budget-committee {key} {shlex.quote(text)}", cwd=folder).status == 0

    now = read_register(folder).register
    meeting = now.meetings["budget-committee"]
    assert (meeting.focus[1].text if key == "focus.2" else getattr(meeting, key)) == text
    key_changed = key.split(".", maxsplit=1)[0]
    old = was.meetings["budget-committee"]
    assert meeting.model_copy(update={key_changed: None}) == old.model_copy(update={key_changed: None})
    assert changed(folder, before) <= {BUDGET}
    assert (now.organisations.entries, now.areas.entries) == (was.organisations.entries, was.areas.entries)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("set budget-committee chair 'Chief Constable'", 'A post goes in chair.role: “set MEETING chair.role "Chief Constable"”'),
        ("new Board --lead opcc --chair 'Chief Constable'", '--set chair.role "Chief Constable"'),
        ("set budget-committee --add participants 'Chief Officer'", 'organisation=… role="Chief Officer"'),
        ("set budget-committee chair OPPC", "Did you mean “opcc”?"),
        ("new Board --lead opcc --reports-to 'Finanse Board'", "Did you mean the meeting “finance-board”?"),
        ("new Board --lead opcc --reports-to Constabuary", "Did you mean the organisation “constabulary”?"),
        ("new Board --lead opcc --reports-to Nowhere", "is neither a meeting nor an organisation in the register"),
        ("set budget-committee review-date 2027", "Did you mean “review.next_due”?"),
        ("set budget-committee members nhs", "Did you mean “participants”?"),
        ("new Board --lead joint", "Name each: “set MEETING lead ONE OTHER”, or --lead twice."),
        ("set --where frequency=monthly level strategic", "--where takes lead, support, "),
        ("set --where lead level strategic", "“lead” says no value to look for. Write it as lead=OPCC."),
        ("list --without next_due", "Did you mean “review-date”?"),
        ("list --without members", "Did you mean “participants”?"),
        ("end budget-committee --reason x --on 3/4/26", "Write the year in full"),
        ("list --as-at 3/4/26", "Write the year in full"),
        ("verdict audit-panel finance-board distinct --reason x --review-by soon", "“soon” is not a valid date (--review-by)."),
        ("merge finance-board 'Finance Board' --reason x", "You named “Finance Board” twice"),
        ("set budget-committee level", "This needs an entry, a field and a value."),
        ("set budget-committee --remove", "This needs an entry, a field and a value."),
        ("set budget-committee --add participants opcc --remove opcc", "--add and --remove were both given."),
    ],
)
def test_a_refusal_says_what_to_write(words: str, says: str, folder: Path, run: Run) -> None:
    before = contents(folder)
    ran = run(words, cwd=folder)

    assert ran.status == 2
    assert says in ran.err
    assert contents(folder) == before


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("set budget-committee last_met 1/10/2026", "Read “1/10/2026” as 1 October 2026, with the day first."),
        ("set budget-committee --add participants organisation=opcc from=2/3/2016", "Read “2/3/2016” as 2 March 2016, with the day first."),
        ("new Board --lead opcc --set last_met 1/10/2026", "Read “1/10/2026” as 1 October 2026, with the day first."),
        ("end budget-committee --reason x --on 1/10/2026", "Ended on 1 October 2026."),
        ("merge budget-committee finance-board --reason x --on 'Oct 2026'", "Merged in October 2026."),
        ("verdict audit-panel finance-board distinct --reason x --review-by 1/10/2027", "or until 1 October 2027."),
        ("list --as-at '1 October 2026'", ""),
    ],
)
def test_a_date_as_people_write_it_is_read_and_confirmed(words: str, says: str, folder: Path, run: Run) -> None:
    ran = run(words, cwd=folder)

    assert ran.status == 0, ran.err
    assert says in ran.err
    assert errors(folder) == []


def test_an_unambiguous_date_needs_no_message(folder: Path, run: Run) -> None:
    assert "Read" not in run("set budget-committee last_met '1 October 2026'", cwd=folder).err


def test_an_ending_can_be_corrected_as_the_refusal_says(folder: Path, run: Run) -> None:
    before = contents(folder)
    run("end budget-committee --reason x --on 2026-11-10", cwd=folder)
    refused = run("whatif --end budget-committee", cwd=folder)

    assert "has ended already (10 November 2026)" in refused.err
    assert "“govreg set budget-committee status active”; then --remove status_since and status_reason." in refused.err
    for words in ("status active", "--remove status_since", "--remove status_reason", "--remove status"):
        assert run(f"set budget-committee {words}", cwd=folder).status == 0
    assert contents(folder) == before


@pytest.mark.parametrize("sort", ["organisation", "theme", "area"])
def test_the_commands_suggested_after_an_entry_work(sort: str, folder: Path, run: Run) -> None:
    added = run(f"new {sort} 'Something new'", cwd=folder)
    follows = added.err.rpartition("Next: govreg ")[2].replace("MEETING", "'New Board'").strip()
    lead = "" if "--lead" in follows or follows.startswith("list") else " --lead opcc"

    assert run(follows + lead, cwd=folder).status == 0


@pytest.mark.parametrize("organisations", ["", " --organisation 'County Council'"])
def test_the_commands_suggested_after_init_work(organisations: str, tmp_path: Path, run: Run) -> None:
    started = run(f"init partnerships{organisations}", cwd=tmp_path)
    where, _, follows = started.err.rpartition("Next: cd ")[2].splitlines()[0].partition(" && govreg ")

    assert run(follows, cwd=tmp_path / where).status == 0
    assert "cd partnerships && govreg import FILE" in started.err
    shown = re.search("`govreg (new [^`]+)`", (tmp_path / where / "README.md").read_text(encoding="utf-8"))
    assert shown is not None
    assert run(shown[1], cwd=tmp_path / where).status == 0


def test_what_stops_a_meeting_from_ending_is_removed_by_the_command_suggested(folder: Path, run: Run) -> None:
    assert run("set audit-panel next_meets 2030-01-10", cwd=folder).status == 0
    refused = run("end audit-panel --reason 'Its work is done'", cwd=folder)
    suggested = re.search("“govreg (set [^”]+)”", " ".join((refused.out + refused.err).split()))

    assert (refused.status, suggested is not None) == (1, True)
    assert suggested is not None
    assert run(suggested[1], cwd=folder).status == 0
    assert run("end audit-panel --reason 'Its work is done'", cwd=folder).status == 0


class FullDisk(io.StringIO):
    """Standard output on a full disk."""

    def write(self, text: str, /) -> int:
        """Fail if there is anything to write."""
        if text:
            raise OSError(errno.ENOSPC, "No space left on device")
        return 0


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("set budget-committee level tactical", " The files are written all the same."),
        ("fix", " The files are written all the same."),
        ("format", " The files are written all the same."),
        ("init new", " The files are written all the same."),
        ("set budget-committee level tactical --dry-run", ""),
    ],
)
def test_a_command_that_cannot_print_what_it_wrote_says_that_it_wrote_it(
    words: str, hint: str, folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    if words in ("fix", "format"):
        (folder / BUDGET).write_bytes((folder / BUDGET).read_bytes().replace(b"lead: opcc", b"lead: OPCC\nduration: 12:30"))
    before = contents(folder)
    monkeypatch.setattr(sys, "stdout", FullDisk())
    ran = run(words, cwd=folder)

    assert (ran.status, ran.err) == (2, f"govreg: Standard output can't be written: no space left on device.{hint}\n")
    assert (contents(folder) == before) == (hint == "")
