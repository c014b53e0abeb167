"""Which names are files of a register, and the messages about those that nearly are."""

import pytest

from govreg.diagnostics.finding import Problem
from govreg.storage import layout


def hint(found: object) -> str:
    assert isinstance(found, Problem)
    return found.hint


def test_a_meetings_file_is_named_after_its_id() -> None:
    assert layout.meeting_id("mental-health-concordat.yaml") == "mental-health-concordat"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Mental Health Concordat.yaml", "mental-health-concordat.yaml"),
        ("budget.yml", "budget.yaml"),
        ("BUDGET.YAML", "budget.yaml"),
        ("budget.yaml~", "budget.yaml"),
        ("con.yaml", "con-meeting.yaml"),
        ("2nd-board.yaml", "nd-board.yaml"),
    ],
)
def test_a_nearly_valid_name_gets_a_suggestion(name: str, meant: str) -> None:
    assert f"“{meant}”" in hint(layout.meeting_id(name))


def test_a_sitting_is_named_after_its_day() -> None:
    assert layout.sitting_id("board", "2018-04-04.yaml") == "board/2018-04-04"
    assert layout.sitting_id("board", "2018-04-04-closed.yaml") == "board/2018-04-04-closed"
    for name in ("2018-04.yaml", "2018-02-30.yaml", "april.yaml", "2018-04-04.yml"):
        assert "2018-04-04.yaml" in hint(layout.sitting_id("board", name))


def test_a_stray_file_offers_the_one_that_was_meant() -> None:
    assert "organisations.yaml" in layout.unexpected_file("organizations.yaml").hint


def test_other_files_beside_entries_are_not_entries() -> None:
    assert layout.kept_beside_entries("README.md")
    assert layout.kept_beside_entries(".gitkeep")
    assert not layout.kept_beside_entries("old board.txt")


NOT_MINUTES = "Use the date of the meeting: “2018-04-04.yaml”, or “2018-04-04-closed.yaml” if there were two on one day."
NO_FILE_OF_MEETING = "Rename it to the meeting's id, such as “mental-health-concordat.yaml”."


@pytest.mark.parametrize(
    ("problem", "message", "hint"),
    [
        (layout.meeting_id("a.txt"), "“a.txt” is not the name of a meeting's file.", "Rename it to “a-txt.yaml”."),
        (
            layout.meeting_id("A b.yaml"),
            "“A b” is not a valid id. A meeting's file has the meeting's id as its name.",
            "Rename it to “a-b.yaml”.",
        ),
        (layout.meeting_id("con.yaml"), "Windows doesn't allow a file called “con.yaml”.", "Rename it to “con-meeting.yaml”."),
        (layout.meeting_id("2.yml"), "“2.yml” is not the name of a meeting's file.", NO_FILE_OF_MEETING),
        (layout.meeting_id("-.yaml"), "“-” is not a valid id. A meeting's file has the meeting's id as its name.", NO_FILE_OF_MEETING),
        (
            layout.sitting_id("b", "2018-02-30.yaml"),
            "“2018-02-30.yaml” is not a valid name for minutes: February 2018 has 28 days.",
            NOT_MINUTES,
        ),
        (
            layout.sitting_id("b", "2018-13-01-closed.yaml"),
            "“2018-13-01-closed.yaml” is not a valid name for minutes: there is no month 13.",
            NOT_MINUTES,
        ),
        (layout.sitting_id("b", "x.yaml"), "“x.yaml” is not a valid name for minutes.", NOT_MINUTES),
        (layout.sitting_id("b", "2018-04-04"), "“2018-04-04” is not a valid name for minutes.", NOT_MINUTES),
        (layout.unexpected_file("themse.yml"), "A register has no file “themse.yml”.", "Did you mean “themes.yaml”?"),
        (
            layout.unexpected_file("zzz.yaml"),
            "A register has no file “zzz.yaml”.",
            "Meetings belong in “meetings/”; keep other files outside the register.",
        ),
        (
            layout.one_folder_too_low("themes.yaml"),
            "“themes.yaml” belongs beside the folder “meetings”, not in it.",
            "Move it one folder up.",
        ),
        (
            layout.register_within("x"),
            "“x” has its own meetings, and none of them are read.",
            "Move them into “meetings/” beside it.",
        ),
        (
            layout.folder_among_files("x"),
            "“x” is a folder, and the files in it aren't read.",
            "Move its files up into the folder above.",
        ),
        (
            layout.minutes_outside_folder("x"),
            "“x” isn't in a meeting's folder.",
            "Move it into a folder in “minutes/” with the meeting's id as its name.",
        ),
        (
            layout.no_meeting("Big Board"),
            "“Big Board” is not a meeting's id.",
            "Rename the folder to the meeting's id, such as “big-board”.",
        ),
        (layout.no_meeting("-"), "“-” is not a meeting's id.", "Rename the folder to the meeting's id, such as “police-and-crime-board”."),
    ],
)
def test_a_name_that_is_wrong_says_what_is_right(problem: object, message: str, hint: str) -> None:
    assert isinstance(problem, Problem)
    assert (problem.code, problem.message, problem.hint) == ("GR003", message, hint)


@pytest.mark.parametrize(
    ("name", "folder", "meant"),
    [
        *((name, True, "meetings") for name in ("meeting", "Meetings", "MEETING")),
        *((name, True, "minutes") for name in ("minute", "MINUTES")),
        *((name, True, None) for name in ("meetings", "minutes", "papers", "glossary", "themes")),
        *((name, False, "organisations.yaml") for name in ("organisations", "Organisation")),
        *((name, False, f"{name.lower()}.yaml") for name in ("Themes", "glossary", "register", "verdicts")),
        *((name, False, None) for name in ("meetings", "x", "themes.yaml")),
    ],
)
def test_a_name_that_nearly_belongs_at_the_top_is_reported(name: str, *, folder: bool, meant: str | None) -> None:
    problem = layout.near_miss(name, folder=folder)

    if meant is None:
        assert problem is None
    else:
        assert problem is not None
        assert problem.message == f"A register has no {'folder' if folder else 'file'} “{name}”: nothing in it is read."
        assert problem.hint == f"Rename it to “{meant}”."


@pytest.mark.parametrize(
    ("names", "as_file", "as_folder"),
    [
        (("a.yaml", "a.YML", "a.yaml~"), True, False),
        (("x.txt", ".a.yaml", "papers/a.yaml", "a.yaml/b"), False, False),
        (("meetings", "minutes", "meetings/.a", "meetings/README.md", "minutes/a/.b"), False, True),
        (("meetings/a", "minutes/a/b"), True, True),
    ],
)
def test_what_belongs_to_a_register(names: tuple[str, ...], *, as_file: bool, as_folder: bool) -> None:
    for name in names:
        assert (layout.belongs(name), layout.belongs(name, folder=True)) == (as_file, as_folder), name


def test_what_a_write_leaves_and_what_others_keep_is_known_by_its_name() -> None:
    names = (".govreg-x.tmp", ".govreg-x", "x.tmp", "a.govreg-.tmp")
    assert [name for name in names if layout.left_by_writing(name)] == [".govreg-x.tmp"]

    kept = ("README", "README.md", ".x", "Thumbs.db", "desktop.ini")
    assert [name for name in (*kept, "README2", "readme.md", "a.README", "thumbs.db") if layout.kept_beside_entries(name)] == [*kept]
