"""What each command says when it is called wrongly, and when it is done."""

import importlib
import inspect
import json
import pkgutil
from pathlib import Path

import pytest

from conftest import Run
from editing import contents, write_register
from govreg import commands


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small register of `editing`."""
    return write_register(tmp_path / "register")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("new organisation 'A' 'B'", 'This needs one name. Put it in quotes: govreg new organisation "NAME"'),
        ("new area North 'part_of=The West'", "This needs one name. Give a field with --set: --set part_of 'The West'"),
        ("new ' ' --lead opcc", 'This needs one name. Put it in quotes: govreg new "Budget board" --lead OPCC'),
        ("new theme Roads --reports-to opcc", "--reports-to is a field of a meeting. For other fields use --set KEY VALUE."),
        ("new area X --level high", "--level is a field of a meeting. For other fields use --set KEY VALUE."),
        (
            "new Board --lead opcc --id Board",
            "“Board” can't be an id. Give one with --id: lower-case letters, digits and hyphens, such as “budget-board”.",
        ),
        (
            "new Board --lead opcc --id audit-panel",
            "There is a meeting “audit-panel” already. See “govreg show audit-panel”, or give another id with --id.",
        ),
        ("rename a b c d", 'This needs the old name and the new one. Put each in quotes: govreg rename "Budget board" "Finance Board"'),
        (
            "rename organisation NHS",
            "“organisation” is not a meeting in the register. The register has audit-panel, budget-committee and finance-board.",
        ),
        ("rename budget-committee Other --id x --keep-id", "--id and --keep-id were both given. Give one of them."),
        (
            "rename organisation pcc NHS",
            "There is an organisation called “NHS” already: nhs. Choose another name. If the two are one, write nhs wherever pcc is named",
        ),
        (
            "set --where level=strategic",
            "With --where this needs a field and a value. For example: govreg set --where lead=OPCC level strategic",
        ),
        (
            "set --where level=strategic --remove",
            "With --where this needs a field and a value. For example: govreg set --where lead=OPCC level strategic",
        ),
        (
            "set --where level=strategic level",
            "With --where this needs a field and a value. For example: govreg set --where lead=OPCC level strategic",
        ),
        ("export", "Neither --output nor --sheet was given. For example: govreg export --output register.xlsx"),
        (
            "export --sheet a.xlsx --output b.xlsx",
            "--output and --sheet were both given. Give one of them: --sheet for partners, --output for everything.",
        ),
        (
            "export --sheet a.xlsx --format json",
            "--sheet takes no --format: it is always an Excel workbook. Leave out --format, or use --output.",
        ),
        ("export --sheet a.csv", "“a.csv” isn't named as an Excel workbook. Write --sheet partners.xlsx."),
        (
            "export --output a.xyz",
            "doesn't say which format to write. Use one of .txt, .json, .csv, .md, .html, .htm, .xlsx, .docx, .sqlite, .sqlite3, .db",
        ),
        ("import gone.docx", "“gone.docx” does not exist. Check the name and the folder."),
        ("import --write gone.docx", "“gone.docx” does not exist. Check the name and the folder."),
        ("whatif", "No change was given. Give at least one: --end, --merge, --into, --frequency, --lead or --recommended."),
        ("whatif --end budget-committee --on 2026", "--reason and --on apply only to a change that is written. Add --write."),
        *(
            (
                f"whatif --end budget-committee {words}",
                "--write and --dry-run print files, not the report. Leave out --format and --output.",
            )
            for words in ("--write --reason x --format json", "--dry-run --reason x --output answer.json")
        ),
        (
            "whatif --end nowhere",
            "“nowhere” is not a meeting in the register. The register has audit-panel, budget-committee and finance-board.",
        ),
        (
            "whatif --end budget-committee --write --reason x --on 2027",
            "2027 is still to come (--on), as at 21 November 2026.",
        ),
        ("whatif --end budget-committee --dry-run", 'The change stops meetings, so it needs a reason. Add --reason "…"'),
        (
            "merge budget-committee nowhere --reason x",
            "“nowhere” is not a meeting in the register. The register has audit-panel, budget-committee and finance-board.",
        ),
        ("merge budget-committee finance-board", 'A reason is needed. Say why: --reason "Its work is done"'),
        (
            "end audit-panel --reason x --into finance-board --into audit-panel",
            "You named “Audit Panel” twice: a meeting can't take on its own work. Name another meeting.",
        ),
        ("explain GR999", "“GR999” is not a code. “govreg explain” lists them all."),
        ("explain 301", "“301” is not a code. Did you mean GR301?"),
        ("explain GR01", "“GR01” is not a code. Did you mean GR010, GR011, "),
        ("explain GR", "“GR” is not a code. “govreg explain” lists them all."),
        ("set theme crime terms", "This needs an entry, a field and a value. For example: govreg set theme"),
        ("new theme", "This says what to add, but not its name: “theme”. govreg new theme NAME"),
        ("diff A B C", "Name two sides at most. govreg diff A B"),
        ("diff --history x A", "--history covers all revisions. Leave out A, B and --brief: govreg diff --history MEETING"),
        ("diff --history x --brief", "--history covers all revisions. Leave out A, B and --brief: govreg diff --history MEETING"),
        ("show nowhere", "“nowhere” is not a meeting in the register. The register has audit-panel, budget-committee and finance-board."),
        ("organisation nowhere", "“nowhere” is not an organisation in the register."),
        ("fix nowhere.yaml", "There is no file “nowhere.yaml”. Give the path from here to a file of the register."),
        ("format nowhere.yaml", "There is no file “nowhere.yaml”. Give the path from here to a file of the register."),
        ("validate nowhere.yaml", "There is no file “nowhere.yaml”. Give the path from here to a file of the register."),
        ("schema nothing", "'nothing' is not one of 'meeting', 'organisations',"),
        ("init . --name ' '", 'The name is blank or has several lines. Give one with --name "Partnership meetings"'),
        ("init new --name 'a\nb'", 'The name is blank or has several lines. Give one with --name "Partnership meetings"'),
        ("init new --organisation ' '", "The name of an organisation is blank or has several lines. Write it on one line."),
        (
            "overlaps --status nothing",
            "“nothing” is not a valid value for --status. It takes proposed, shadow, active, suspended, ended, all.",
        ),
    ],
)
def test_a_wrong_call_is_refused_in_words(words: str, says: str, folder: Path, run: Run) -> None:
    before = contents(folder)
    ran = run(words, cwd=folder)

    assert (ran.status, ran.out) == (2, "")
    assert says in " ".join(ran.err.split())
    assert contents(folder) == before


@pytest.mark.parametrize(
    ("words", "status", "out", "err"),
    [
        ("set budget-committee level tactical", 0, "Changed meetings/budget-committee.yaml", "Done. Next: govreg show budget-committee"),
        ("set organisation nhs sector health", 0, "Changed organisations.yaml", "Done. Next: govreg validate"),
        ("set theme mental-health name X", 0, "Changed themes.yaml", "Done. Next: govreg validate"),
        ("set area bristol name X", 0, "Changed register.yaml", "Done. Next: govreg validate"),
        ("set budget-committee title 'New title'", 0, "Changed meetings/budget-committee.yaml", "Done. Next: govreg validate"),
        (
            "set --where level=strategic notes x --yes",
            0,
            "Changed meetings/budget-committee.yaml",
            "Changed 2 meetings. Next: govreg validate",
        ),
        ("set --where lead=opcc notes x --yes", 0, "Changed meetings/budget-committee.yaml", "Changed 2 meetings. Next: govreg validate"),
        ("set budget-committee --add focus 'New'", 0, "Changed meetings/budget-committee.yaml", "Done. Next: govreg show budget-committee"),
        (
            "set budget-committee --remove focus Savings",
            0,
            "Changed meetings/budget-committee.yaml",
            "Done. Next: govreg show budget-committee",
        ),
        ("set budget-committee level strategic", 0, "", "Nothing to change: the register already says so."),
        ("new Board --lead opcc", 0, "Created meetings/board.yaml", "Added. Next: govreg show board"),
        ("new organisation Youth", 0, "Changed organisations.yaml", "Added. Next: govreg new MEETING --lead youth"),
        ("new theme Roads --set terms road", 0, "Changed themes.yaml", "Added. Next: govreg list --theme roads"),
        ("new area Wales", 0, "Changed register.yaml", "Added. Next: govreg new MEETING --area wales"),
        (
            "new Board --lead opcc --new-organisation Youth --participant Youth",
            0,
            "Changed organisations.yaml",
            "Added. Next: govreg show board",
        ),
        ("new Board --lead opcc --dry-run", 0, "--- /dev/null", ""),
        ("rename budget-committee 'Money Board'", 0, "Created meetings/money-board.yaml", "Renamed. Next: govreg show money-board"),
        ("rename budget-committee money-board", 0, "Created meetings/money-board.yaml", "Renamed. Next: govreg show money-board"),
        ("rename budget-committee money", 0, "Created meetings/money.yaml", "Renamed. Next: govreg show money"),
        (
            "rename budget-committee 'Money Board' --keep-id",
            0,
            "Changed meetings/budget-committee.yaml",
            "Renamed. Next: govreg show budget-committee",
        ),
        (
            "rename budget-committee money-board --keep-id",
            0,
            "Changed meetings/budget-committee.yaml",
            "Renamed. Next: govreg show budget-committee",
        ),
        ("rename budget-committee 'Money Board' --id cash", 0, "Created meetings/cash.yaml", "Renamed. Next: govreg show cash"),
        ("rename organisation nhs 'Health Service'", 0, "Changed organisations.yaml", "Renamed. Next: govreg validate"),
        ("rename theme mental-health Minds", 0, "Changed themes.yaml", "Renamed. Next: govreg validate"),
        ("rename area bristol 'City of Bristol'", 0, "Changed register.yaml", "Renamed. Next: govreg validate"),
        (
            "rename budget-committee 'Budget Committee'",
            0,
            "Changed meetings/budget-committee.yaml",
            "Renamed. Next: govreg show budget-committee",
        ),
        (
            "end audit-panel --reason Done",
            0,
            "Changed meetings/audit-panel.yaml",
            "Ended on 21 November 2026. Next: govreg show audit-panel",
        ),
        (
            "end finance-board --reason Done --on 2026",
            0,
            "Changed meetings/finance-board.yaml",
            "Ended in 2026. Next: audit-panel and budget-committee still name it. Change that with “govreg set audit-panel --remove …”.",
        ),
        (
            "end budget-committee --reason Done --into finance-board --on 2026-10",
            0,
            "Changed meetings/budget-committee.yaml",
            "Ended in October 2026. Next: audit-panel still names it. Change that with “govreg set audit-panel --remove …”.",
        ),
        (
            "merge audit-panel finance-board --reason Done",
            0,
            "Changed meetings/audit-panel.yaml",
            "Merged on 21 November 2026. Next: govreg show audit-panel",
        ),
        (
            "merge finance-board budget-committee --reason Done",
            0,
            "Changed meetings/budget-committee.yaml",
            "Merged on 21 November 2026. Next: audit-panel still names it. Change that with “govreg set audit-panel --remove …”.",
        ),
        (
            "whatif --end audit-panel --write --reason Done",
            0,
            "Changed meetings/audit-panel.yaml",
            "Changed 1 meeting. Next: govreg validate",
        ),
        (
            "whatif --merge finance-board budget-committee --write --reason Done",
            0,
            "Changed meetings/budget-committee.yaml",
            "“Budget committee” no longer reports to “Finance Board”. govreg: Changed 2 meetings. Next: govreg validate",
        ),
        (
            "whatif --frequency audit-panel weekly --write",
            0,
            "Changed meetings/audit-panel.yaml",
            "Changed 1 meeting. Next: govreg validate",
        ),
        ("fix", 0, "", "Nothing to fix. “govreg validate” shows the 1 finding left."),
        ("fix --dry-run", 0, "", "Nothing to fix. “govreg validate” shows the 1 finding left."),
        ("format", 0, "meetings/audit-panel.yaml", "2 files changed."),
        ("format --check", 1, "meetings/audit-panel.yaml", "2 files would change."),
        ("format --dry-run", 0, "--- a/meetings/audit-panel.yaml", "2 files would change."),
        (
            "init new --name X",
            0,
            "Created register.yaml",
            'Done. Next: cd new && govreg new organisation "YOUR ORGANISATION"',
        ),
        (
            "init new",
            0,
            "Created register.yaml",
            'Done. Next: cd new && govreg new organisation "YOUR ORGANISATION"',
        ),
        (
            "init new --organisation A --organisation B",
            0,
            "Created register.yaml",
            'Done. Next: cd new && govreg new "NAME OF A MEETING" --lead "A"',
        ),
        ("init new --dry-run", 0, "Would create register.yaml", ""),
        (
            "export --output a.csv",
            0,
            "",
            "This CSV has the meetings. For the other tables use --format html, markdown or json. govreg: Written: a.csv",
        ),
        ("export --output a.sqlite", 0, "", "Written: a.sqlite"),
        ("export --output a.DB", 0, "", "Written: a.DB"),
        ("export --sheet a.XLSX", 0, "", "Written: a.XLSX"),
        ("schema --output s.json", 0, "", "Written: s.json"),
    ],
)
def test_a_command_says_what_it_did_and_what_may_come_next(words: str, status: int, out: str, err: str, folder: Path, run: Run) -> None:
    ran = run(words, cwd=folder)

    assert (ran.status, ran.out.partition("\n")[0]) == (status, out)
    assert err in " ".join(ran.err.split()) if err else ran.err == ""


@pytest.mark.parametrize(
    "words",
    [
        "set budget-committee level tactical",
        "set --where level=strategic notes x --yes",
        "new Board --lead opcc",
        "rename budget-committee 'Money Board'",
        "end audit-panel --reason Done",
        "merge audit-panel finance-board --reason Done",
        "whatif --end audit-panel --write --reason Done",
        "verdict audit-panel finance-board distinct --reason Because",
    ],
)
def test_a_command_that_writes_takes_a_register_and_a_day(words: str, folder: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    before = contents(folder)
    ran = run(f"{words} --register {folder} --as-at 2026-10-01", cwd=tmp_path / "elsewhere")

    assert ran.status == 0, ran.err
    assert contents(folder) != before
    if words.startswith(("end", "merge", "verdict")):
        assert any(b"2026-10-01" in now and now != before.get(file) for file, now in contents(folder).items())


def test_files_that_cannot_be_formatted_are_named_and_five_at_most(folder: Path, run: Run) -> None:
    def said(count: int) -> str:
        for number in range(count):
            (folder / "meetings" / f"b{number}.yaml").write_text("title: [\n", encoding="utf-8")
        return " ".join(run("format", cwd=folder).err.split())

    assert "meetings/b0.yaml is left as it is, since it has errors. See “govreg validate”." in said(1)
    assert "meetings/b0.yaml and meetings/b1.yaml are left as they are, since they have errors. See “govreg validate”." in said(2)
    assert "meetings/b4.yaml and 2 more are left as they are" in said(7)


def test_a_schema_is_written_to_the_screen_unless_a_file_is_named(folder: Path, run: Run) -> None:
    schema = json.loads(run("schema meeting", cwd=folder).out)

    assert schema["required"] == ["title", "lead"]


def test_init_says_what_is_left_to_do(folder: Path, run: Run) -> None:
    ran = run("init new", cwd=folder)

    workflow, *others = [line.removeprefix("govreg: ") for line in ran.err.splitlines()]
    assert workflow.startswith(".github/workflows/register.yml checks each change on GitHub once you replace OWNER and COMMIT in it")
    assert others == [
        'Done. Next: cd new && govreg new organisation "YOUR ORGANISATION"',
        "If the meetings are in a spreadsheet or a paper: cd new && govreg import FILE",
    ]


def test_show_names_the_held_meetings_with_the_same_members_and_not_those_of_guests(folder: Path, run: Run) -> None:
    """Also for a meeting that is only proposed."""
    shown = folder / "meetings" / "budget-committee.yaml"
    shown.write_text(shown.read_text(encoding="utf-8") + "status: proposed\n", encoding="utf-8")
    for name, attendance in (("Guests", "by-invitation"), ("Members", "member")):
        text = f"title: {name}\nlead: opcc\nparticipants: [{{organisation: nhs, attendance: {attendance}}}]\n"
        (folder / "meetings" / f"{name.lower()}.yaml").write_text(text, encoding="utf-8")

    out = run("show budget-committee", cwd=folder, columns=200).out
    assert "Members" in out.split("Meetings that share members")[1]
    assert "Guests" not in out


@pytest.mark.parametrize(
    "words",
    [
        "set budget-committee level strategic",
        "set --where level=strategic level strategic --yes",
        "rename theme mental-health 'Mental health'",
        "rename budget-committee 'Budget committee'",
    ],
)
def test_a_command_that_changes_nothing_says_only_that(words: str, folder: Path, run: Run) -> None:
    ran = run(words, cwd=folder)

    assert (ran.status, ran.out, ran.err) == (0, "", "govreg: Nothing to change: the register already says so.\n")


def test_import_takes_a_register_and_a_day_and_names_a_file_with_errors(folder: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "paper.txt").write_text("Safer Streets Board\nLead: NHS\nPurpose: Safer streets\nMeets: monthly\n", encoding="utf-8")
    (folder / "meetings" / "broken.yaml").write_text("title: [\n", encoding="utf-8")
    shown = f"import paper.txt --register {folder} --as-at 2026-10-01"

    assert [run(f"{shown}{strict}", cwd=tmp_path).status for strict in ("", " --strict")] == [0, 1]
    ran = run(f"{shown} --write", cwd=tmp_path)
    assert (ran.status, ran.out) == (0, "Created meetings/safer-streets-board.yaml\n")
    assert "Imported. Next: govreg validate" in ran.err


@pytest.mark.parametrize("name", sorted(one.name for one in pkgutil.iter_modules(commands.__path__)))
def test_a_flag_that_is_not_given_is_off(name: str) -> None:
    module = importlib.import_module(f"govreg.commands.{name}")
    functions = [one for _, one in inspect.getmembers(module, inspect.isfunction) if one.__module__ == module.__name__]
    defaults = [one.default for function in functions for one in inspect.signature(function).parameters.values()]

    assert True not in [one for one in defaults if isinstance(one, bool)]


def test_spaces_around_a_new_name_are_no_part_of_it(folder: Path, run: Run) -> None:
    assert run("new ' Youth  forum ' --lead opcc", cwd=folder).status == 0
    assert (folder / "meetings" / "youth-forum.yaml").read_text(encoding="utf-8") == "title: Youth  forum\nlead: opcc\n"


def test_a_kind_comes_before_a_name_and_a_field_and_alone_is_a_name(folder: Path, run: Run) -> None:
    assert run("set organisation nhs --remove aliases", cwd=folder).out == "Changed organisations.yaml\n"
    assert run("new theme --lead opcc", cwd=folder).out == "Created meetings/theme.yaml\n"


def test_validate_fails_on_errors_and_on_warnings_where_that_is_asked_for(folder: Path, run: Run) -> None:
    def statuses() -> list[int]:
        return [run(f"validate {options}", cwd=folder).status for options in ("", "--fail-on error", "--fail-on warning")]

    (folder / "meetings" / "audit-panel.yaml").unlink()
    assert statuses() == [0, 0, 1]
    (folder / "meetings" / "bad.yaml").write_text("title: Bad\n", encoding="utf-8")
    assert statuses() == [1, 1, 1]
