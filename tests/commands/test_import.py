"""`govreg import`: the plan that it shows, what it writes, what it leaves to the person, what it refuses."""

import json
from pathlib import Path

import pytest

from conftest import Run
from editing import contents

PAPER = """\
Safer Streets Board
Lead: County Council
Purpose: Safer streets for all
Members: County Council, Fire Service, ACC Watson
Meets: monthly

Rural Crime Forum
Lead: OPCC with Constabulary support
Purpose: Crime in the countryside
Meets: twice a year
"""

ORGANISATIONS = """\
# who is who
opcc: {name: Office of the Police and Crime Commissioner, aliases: [OPCC]}
constabulary: {name: Mercia Constabulary, aliases: [Constabulary]}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a paper and a register that has two organisations."""
    (tmp_path / "register" / "meetings").mkdir(parents=True)
    (tmp_path / "register" / "organisations.yaml").write_text(ORGANISATIONS, encoding="utf-8")
    (tmp_path / "paper.txt").write_text(PAPER, encoding="utf-8")
    return tmp_path


def test_it_shows_the_plan_and_writes_nothing(folder: Path, run: Run) -> None:
    before = contents(folder)
    ran = run("import paper.txt", cwd=folder)

    assert ran.status == 0
    assert "2 meetings found in “paper.txt”: 2 new." in ran.out
    assert "Safer Streets Board" in ran.out
    assert "Add --write to carry out the plan" in ran.out
    assert contents(folder) == before


def test_it_writes_meetings_and_the_organisations_that_they_name(folder: Path, run: Run) -> None:
    ran = run("import paper.txt --write", cwd=folder)

    assert (ran.status, ran.out.splitlines()) == (
        0,
        ["Changed organisations.yaml", "Created meetings/rural-crime-forum.yaml", "Created meetings/safer-streets-board.yaml"],
    )
    assert (folder / "register/organisations.yaml").read_text(encoding="utf-8") == ORGANISATIONS + (
        "county-council:\n  name: County Council\nfire-service:\n  name: Fire Service\n"
    )
    assert (folder / "register/meetings/safer-streets-board.yaml").read_text(encoding="utf-8") == (
        "title: Safer Streets Board\n"
        "lead: county-council\n"
        "lead_as_written: County Council\n"
        "purpose: Safer streets for all\n"
        "participants_as_written: County Council, Fire Service, ACC\n"
        "participants:\n  - county-council\n  - fire-service\n  - organisation: constabulary\n    role: ACC\n"
        "frequency: monthly\n"
        "sources:\n  - document: paper.txt\n    reference: line 1\n"
    )
    assert run("validate", cwd=folder).status == 0


MERGING = """\
Safer Streets Board
Lead: OPCC
Meets: monthly
Recommendation: Merge into the Rural Crime Forum
Rationale: The same people meet twice

Rural Crime Forum
Lead: OPCC
Meets: quarterly
Recommendation: Change the chair
Decided by: OPCC board
"""


@pytest.mark.parametrize("is_known", [False, True])
def test_what_it_writes_is_in_the_order_of_the_file_format(is_known: bool, folder: Path, run: Run) -> None:  # noqa: FBT001
    if is_known:
        for title in ("Safer Streets Board", "Rural Crime Forum"):
            run(f"new '{title}' --lead OPCC", cwd=folder)
    (folder / "merging.txt").write_text(MERGING, encoding="utf-8")
    run("import merging.txt --write", cwd=folder)

    assert "into:\n    - rural-crime-forum\n  change: Merge" in (folder / "register/meetings/safer-streets-board.yaml").read_text(
        encoding="utf-8"
    )
    checked = run("format --check", cwd=folder)
    assert "meetings/" not in checked.out


def test_the_same_import_again_changes_nothing(folder: Path, run: Run) -> None:
    run("import paper.txt --write", cwd=folder)
    before = contents(folder)
    again = run("import paper.txt --write", cwd=folder)

    assert (again.status, again.out, contents(folder)) == (0, "", before)
    assert "Nothing to change" in again.err
    assert "2 unchanged" in run("import paper.txt", cwd=folder).out


def test_a_dry_run_prints_the_change(folder: Path, run: Run) -> None:
    before = contents(folder)
    ran = run("import paper.txt --dry-run", cwd=folder)

    assert "+title: Safer Streets Board\n" in ran.out
    assert contents(folder) == before


STUB = """\
# the board that everybody knows
title: Safer Streets Board
lead: opcc  # since May
frequency: quarterly
"""


def test_a_field_that_both_have_is_left_to_the_person(folder: Path, run: Run) -> None:
    (folder / "register/meetings/safer-streets-board.yaml").write_text(STUB, encoding="utf-8")
    before = contents(folder)
    shown = run("import paper.txt", cwd=folder)
    written = run("import paper.txt --write", cwd=folder)

    assert "“Safer Streets Board” has a different lead and frequency in the file. Which counts?" in shown.out
    assert "--take safer-streets-board=file" in shown.out
    assert written.status == 0
    assert "Left as it is until you decide: “Safer Streets Board”." in written.err
    assert contents(folder)["register/meetings/safer-streets-board.yaml"] == before["register/meetings/safer-streets-board.yaml"]
    assert "register/meetings/rural-crime-forum.yaml" in contents(folder)


def test_a_decision_for_each_field(folder: Path, run: Run) -> None:
    file = folder / "register/meetings/safer-streets-board.yaml"
    file.write_text(STUB, encoding="utf-8")
    ran = run("import paper.txt --write --take register --take safer-streets-board.frequency=file", cwd=folder)

    assert ran.status == 0
    text = file.read_text(encoding="utf-8")
    assert "# the board that everybody knows\n" in text
    assert "lead: opcc  # since May\n" in text
    assert "frequency: monthly\n" in text
    assert "purpose: Safer streets for all\n" in text


def test_a_likely_meeting_is_asked_about_and_decided_with_as(folder: Path, run: Run) -> None:
    (folder / "register/meetings/safer-street-board.yaml").write_text("title: Safer Street Board\nlead: opcc\n", encoding="utf-8")
    shown = run("import paper.txt", cwd=folder)

    assert "Is “Safer Streets Board” in the file the register's “Safer Street Board”?" in shown.out
    run("import paper.txt --write", cwd=folder)
    assert not (folder / "register/meetings/safer-streets-board.yaml").exists()
    assert run('import paper.txt --write --as "Safer Streets Board=new"', cwd=folder).status == 0
    assert (folder / "register/meetings/safer-streets-board.yaml").exists()


def test_a_title_decided_to_be_a_meeting_changes_that(folder: Path, run: Run) -> None:
    (folder / "register/meetings/safer-street-board.yaml").write_text("title: Safer Street Board\nlead: not-stated\n", encoding="utf-8")
    ran = run('import paper.txt --write --as "Safer Streets Board=safer-street-board"', cwd=folder)

    assert (ran.status, ran.err.splitlines()[-1]) == (0, "govreg: Imported. Next: govreg validate")
    text = (folder / "register/meetings/safer-street-board.yaml").read_text(encoding="utf-8")
    assert text.startswith("title: Safer Street Board\nlead: county-council\n")


def test_the_meaning_of_a_column_is_remembered(folder: Path, run: Run) -> None:
    (folder / "sheet.csv").write_text("Meeting,Lead,Rhythm\nSafer Streets Board,OPCC,monthly\n", encoding="utf-8")
    ran = run('import sheet.csv --map "Rhythm=frequency" --write', cwd=folder)

    assert ran.status == 0
    assert "import_columns:\n    Rhythm: frequency\n" in (folder / "register/register.yaml").read_text(encoding="utf-8")
    (folder / "next.csv").write_text("Meeting,Lead,Rhythm\nRural Crime Forum,OPCC,twice a year\n", encoding="utf-8")
    plan = json.loads(run("import next.csv --format json", cwd=folder).out)
    assert plan["meetings"][0]["fields"]["frequency"] == {"text": "twice a year"}


def test_the_plan_for_machines(folder: Path, run: Run) -> None:
    plan = json.loads(run("import paper.txt --format json", cwd=folder).out)

    board = plan["meetings"][0]
    assert (board["id"], board["title"], board["action"], board["from"]) == (
        "safer-streets-board",
        "Safer Streets Board",
        "new",
        {"file": "paper.txt", "place": "line 1"},
    )
    assert board["fields"]["participants"] == [
        {"organisation": "county-council"},
        {"organisation": "fire-service"},
        {"organisation": "constabulary", "role": "ACC"},
    ]
    assert [(one["id"], one["name"], one["action"]) for one in plan["organisations"]] == [
        ("county-council", "County Council", "new"),
        ("fire-service", "Fire Service", "new"),
    ]
    assert [(one["file"], one["place"], one["text"]) for one in plan["not_understood"]] == [("paper.txt", "line 4", "Watson")]


def test_without_a_register_it_says_how_to_start_one(tmp_path: Path, run: Run) -> None:
    (tmp_path / "paper.txt").write_text(PAPER, encoding="utf-8")
    ran = run("import paper.txt", cwd=tmp_path)

    assert ran.status == 2
    assert "govreg init partnerships" in ran.err


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("--map Rhythm", "doesn't say what a label means"),
        ("--map Rhythm=frequenzy", "Did you mean “frequency”?"),
        ('--map "Rhythm=frequency"', "No column or label in the files is called “Rhythm” (--map)."),
        ('--map "Meet=frequency"', "Did you mean “Meets”?"),
        ("--take safer-streets-board.chiar=file", "Did you mean “chair”?"),
        ("--take safer-street-board=file", "Did you mean “safer-streets-board”?"),
        ("--take safer-street-board.chair=file", "Did you mean “safer-streets-board”?"),
        ('--as "Safer Streets Board=rural-crime-forums"', "Did you mean “rural-crime-forum”?"),
        ("--take ours", "doesn't say whose value counts"),
        ('--as "Safer Streets Boards=new"', "Did you mean “Safer Streets Board”?"),
        ('--as "Safer Streets Board=nothing"', "is not a meeting in the register"),
        ("--write --format json", "print files, not the plan"),
    ],
)
def test_a_wrong_option_is_refused_with_what_to_write(folder: Path, run: Run, words: str, hint: str) -> None:
    ran = run(f"import paper.txt {words}", cwd=folder)

    assert ran.status == 2
    assert hint in ran.err


def test_a_value_that_a_rule_refuses_is_not_understood(folder: Path, run: Run) -> None:
    (folder / "odd.csv").write_text(
        "Meeting,Lead,Status,Since,Last met\nTBC board,OPCC,ended,2016-11-10,2030-01-01\nSafer Streets Board,OPCC,active,,\n",
        encoding="utf-8",
    )
    ran = run("import odd.csv --write", cwd=folder)

    assert ran.status == 0, ran.err
    assert run("validate", cwd=folder).status == 0


def test_a_title_longer_than_a_register_may_have_is_not_understood(folder: Path, run: Run) -> None:
    title = "Budget and estates " * 30 + "board"
    (folder / "long.txt").write_text(
        f"Meeting: {title}\nLead: OPCC\nPurpose: One aim\n\nMeeting: Other board\nLead: OPCC\n", encoding="utf-8"
    )
    plan = json.loads(run("import long.txt --format json", cwd=folder).out)

    assert [one["title"] for one in plan["meetings"]] == ["Other board"]
    left = {one["text"]: one["why"] for one in plan["not_understood"]}
    assert left == dict.fromkeys([title, "Lead: OPCC", "Purpose: One aim"], "The title of the meeting has more than 500 characters.")


def test_two_descriptions_of_one_meeting_are_put_together_or_asked_about(folder: Path, run: Run) -> None:
    (folder / "more.txt").write_text("Rural Crime Forum\nLead: OPCC\nMeets: weekly\nChair: NFU\n", encoding="utf-8")
    shown = run("import paper.txt more.txt", cwd=folder)

    assert "is described twice" in shown.out
    ran = run("import paper.txt more.txt --write --take rural-crime-forum=last", cwd=folder)
    assert ran.status == 0
    text = (folder / "register/meetings/rural-crime-forum.yaml").read_text(encoding="utf-8")
    assert "frequency: weekly" in text
    assert "organisation: nfu" in text


def test_no_person_of_a_contacts_list_is_printed_unless_asked_for(folder: Path, run: Run) -> None:
    rows = "Name,Role,Email,Phone\nJane Smith,Chair,jane@x.uk,01234 567890\nZebedee Quill,Clerk,zq@x.uk,01234 567891\n"
    (folder / "contacts.csv").write_text(rows, encoding="utf-8")
    (folder / "chairs.csv").write_text("Meeting,Lead,Chair,Members\nSafer Streets Board,OPCC,Zebedee Quill,OPCC\n", encoding="utf-8")
    shown = run("import contacts.csv chairs.csv paper.txt", cwd=folder).out

    assert not [name for name in ("Smith", "jane@", "567890", "Quill", "zq@") if name in shown]
    assert "--people keeps" in shown
    assert "belong to no meeting" in shown


ROADS = "Road Safety Partnership\nLead: OPCC\nPurpose: Fewer deaths on the roads of the county\nMeets: monthly\n"


def test_a_title_can_be_a_new_meeting_of_the_same_import(folder: Path, run: Run) -> None:
    (folder / "a.txt").write_text(ROADS.replace("Partnership", "Board"), encoding="utf-8")
    (folder / "b.txt").write_text(ROADS + "Chair: OPCC\n", encoding="utf-8")
    ran = run('import a.txt b.txt --write --as "Road Safety Board=road-safety-partnership"', cwd=folder)

    assert ran.status == 0, ran.err
    assert [file for file in contents(folder) if "road-safety" in file] == ["register/meetings/road-safety-partnership.yaml"]
    text = (folder / "register/meetings/road-safety-partnership.yaml").read_text(encoding="utf-8")
    assert text.startswith("title: Road Safety Partnership\n")


def test_new_meetings_of_two_files_that_are_alike_are_asked_about(folder: Path, run: Run) -> None:
    (folder / "a.txt").write_text(ROADS, encoding="utf-8")
    (folder / "b.txt").write_text(ROADS.replace("Partnership", "Board"), encoding="utf-8")
    shown = run("import a.txt b.txt", cwd=folder)

    assert "Is “Road Safety Board” in b.txt the same meeting as “Road Safety Partnership” in a.txt?" in " ".join(shown.out.split())
    assert "--as 'Road Safety Board=road-safety-partnership'" in " ".join(shown.out.split())
    ran = run('import a.txt b.txt --write --as "Road Safety Board=new"', cwd=folder)
    assert "register/meetings/road-safety-board.yaml" in contents(folder)
    assert "Left as" not in ran.err


def test_a_value_that_names_an_undecided_meeting_says_so(folder: Path, run: Run) -> None:
    (folder / "register/meetings/safer-street-board.yaml").write_text("title: Safer Street Board\nlead: opcc\n", encoding="utf-8")
    more = "\nYouth Forum\nLead: OPCC\nPurpose: Young people\nMeets: monthly\nRecommendation: Merge with Safer Streets Board\n"
    (folder / "merge.txt").write_text(PAPER + more, encoding="utf-8")
    plan = json.loads(run("import merge.txt --format json", cwd=folder).out)

    assert "“Safer Streets Board” waits for your decision." in {one["why"] for one in plan["not_understood"]}


def test_the_options_typed_are_in_the_commands_suggested(folder: Path, run: Run) -> None:
    (folder / "register/meetings/safer-streets-board.yaml").write_text(STUB, encoding="utf-8")
    (folder / "sheet.csv").write_text("Meeting,Lead,Rhythm of it\nSafer Streets Board,Constabulary,monthly\n", encoding="utf-8")
    shown = " ".join(run('import sheet.csv --map "Rhythm of it=frequency" --people', cwd=folder).out.split())

    assert "govreg import sheet.csv --map 'Rhythm of it=frequency' --people --take safer-streets-board=file" in shown


def test_a_difference_between_two_papers_is_named_as_such(folder: Path, run: Run) -> None:
    (folder / "more.txt").write_text("Rural Crime Forum\nLead: OPCC\nMeets: weekly\nChair: NFU\n", encoding="utf-8")
    shown = run("import paper.txt more.txt", cwd=folder).out

    assert "In the register" not in shown
    assert "In the first" in shown
    assert "--take file" not in shown
    assert "--take first, or --take last, decides about every field" in " ".join(shown.split())


def test_a_gap_is_filled_unless_the_person_keeps_it(folder: Path, run: Run) -> None:
    file = folder / "register/meetings/safer-streets-board.yaml"
    file.write_text("title: Safer Streets Board\nlead: county-council\n", encoding="utf-8")
    organisations = folder / "register/organisations.yaml"
    organisations.write_text(ORGANISATIONS + "county-council: {name: County Council}\n", encoding="utf-8")
    shown = run("import paper.txt --take register", cwd=folder).out

    assert "is filled" in shown
    assert "--take safer-streets-board.purpose=register" in " ".join(shown.split())
    ran = run("import paper.txt --write --take safer-streets-board.frequency=register", cwd=folder)
    assert ran.status == 0
    text = file.read_text(encoding="utf-8")
    assert "purpose: Safer streets for all" in text
    assert "frequency" not in text


def test_each_label_is_shown_with_its_field(folder: Path, run: Run) -> None:
    (folder / "chaired.txt").write_text(PAPER + "Chaired by: OPCC\n", encoding="utf-8")

    assert "“Chaired by” as chair" in " ".join(run("import chaired.txt", cwd=folder).out.split())


def test_boards_of_one_name_in_several_areas_are_several_meetings(folder: Path, run: Run) -> None:
    (folder / "register/register.yaml").write_text("areas: {north: {name: North}, south: {name: South}}\n", encoding="utf-8")
    rows = "Meeting,Area,Lead,Frequency\nSafety Partnership,North,OPCC,monthly\nSafety Partnership,South,OPCC,quarterly\n"
    (folder / "areas.csv").write_text(rows, encoding="utf-8")
    first = run("import areas.csv --write", cwd=folder)
    before = contents(folder)

    assert first.out.splitlines() == ["Created meetings/safety-partnership-south.yaml", "Created meetings/safety-partnership.yaml"]
    assert "areas:\n  - south\n" in (folder / "register/meetings/safety-partnership-south.yaml").read_text(encoding="utf-8")
    assert "2 unchanged" in run("import areas.csv", cwd=folder).out
    assert contents(folder) == before


def test_no_person_gets_into_the_register_unless_asked_for(folder: Path, run: Run) -> None:
    rows = "Meeting,Lead,Chair,Chair name,Contact\nSafer Streets Board,OPCC,Zebedee Quill,Bhavik Rao,jo.field@example.org\n"
    (folder / "people.csv").write_text(rows, encoding="utf-8")
    run("import people.csv --write", cwd=folder)
    text = (folder / "register/meetings/safer-streets-board.yaml").read_text(encoding="utf-8")
    organisations = (folder / "register/organisations.yaml").read_text(encoding="utf-8")

    assert not [name for name in ("Quill", "Rao", "field@") if name in text + organisations]
    plan = json.loads(run("import people.csv --format json", cwd=folder).out)
    assert {one["text"] for one in plan["not_understood"]} == {"Zebedee Quill", "Bhavik Rao", "jo.field@example.org"}


@pytest.mark.parametrize(
    ("field", "line", "asked"),
    [
        ("status: active", "Status: Suspended", "a different status"),
        ("participants: [opcc]", "Members: Constabulary", "different participants"),
        ("kind: panel", "Kind: Board", "a different kind"),
    ],
)
def test_what_differs_is_named(field: str, line: str, asked: str, folder: Path, run: Run) -> None:
    board = folder / "register/meetings/safer-streets-board.yaml"
    board.write_text(f"title: Safer Streets Board\nlead: opcc\nfrequency: monthly\n{field}\n", encoding="utf-8")
    (folder / "paper.txt").write_text(f"Safer Streets Board\nLead: OPCC\nFrequency: monthly\n{line}\n", encoding="utf-8")

    assert f"“Safer Streets Board” has {asked} in the file. Which counts?" in run("import paper.txt", cwd=folder).out


def test_more_files_than_can_be_imported_at_once_are_refused_before_any_is_read(folder: Path, run: Run) -> None:
    ran = run(f"import {' '.join(['missing.txt'] * 101)}", cwd=folder)

    assert (ran.status, ran.err.splitlines()) == (
        2,
        ["govreg: 101 files are too many for one import. Import at most 100 at once."],
    )
    assert "too many" not in run(f"import {' '.join(['missing.txt'] * 100)}", cwd=folder).err


def test_papers_with_more_meetings_than_one_import_may_describe_are_refused(folder: Path, run: Run) -> None:
    rows = "".join(f"Board {number},OPCC\n" for number in range(1_001))
    for name in ("a", "b"):
        (folder / f"{name}.csv").write_text("Meeting,Lead\n" + rows, encoding="utf-8")

    assert run("import a.csv --dry-run", cwd=folder).status == 0
    ran = run("import a.csv b.csv", cwd=folder)
    assert ran.status == 2
    assert ran.err.splitlines() == [
        "govreg: There are 2,002 meetings in what you import, which are too many at once. Divide it into parts of at most 2,000 meetings."
    ]
