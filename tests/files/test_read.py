"""A register is read whole: what is good in it is there, what is bad is told, and nothing hides anything else."""

from pathlib import Path

import pytest

from building import ORGANISATIONS, read_files, read_meeting, told, tree_of
from govreg.files.read import read, read_tree
from govreg.files.tree import LARGEST, Entry, Unreadable

GOOD = "title: Budget committee\nlead: opcc\n"


def test_a_good_register_has_its_parts_and_no_findings() -> None:
    reading = read_files(
        {
            "register.yaml": "name: Here\nas_at: 2016-11\nareas:\n  bristol: {name: Bristol}\n",
            "themes.yaml": "health: {name: Health, terms: [health]}\n",
            "glossary.yaml": "VRU: Violence Reduction Unit\nCSP: [Community Safety Partnership, Child Safety Plan]\n",
            "verdicts.yaml": "- {meetings: [b, a], verdict: distinct, on: 2016-10-01}\n",
            "meetings/budget.yaml": GOOD,
        }
    )
    register = reading.register

    assert reading.findings == ()
    assert (register.name, register.as_at, list(register.meetings)) == ("Here", "2016-11", ["budget"])
    assert (register.areas["bristol"].name, register.themes["health"].terms) == ("Bristol", ("health",))
    assert register.glossary == {"VRU": ("Violence Reduction Unit",), "CSP": ("Community Safety Partnership", "Child Safety Plan")}
    assert register.verdicts[0].meetings == ("a", "b")


def test_one_bad_file_hides_no_other() -> None:
    reading = read_files(
        {"meetings/a.yaml": GOOD, "meetings/b.yaml": "title: [\n", "meetings/c.yaml": "title: C\n", "themes.yaml": "- x\n"}
    )

    assert list(reading.register.meetings) == ["a"]
    assert reading.register.unread == ("meetings/b.yaml", "meetings/c.yaml", "themes.yaml")
    assert [found.file for found in reading.findings] == ["meetings/b.yaml", "meetings/c.yaml", "themes.yaml"]


def test_everything_wrong_with_a_file_is_told_in_one_run() -> None:
    reading = read_meeting("titel: A\nlead: opcc\nstatus: activ\nlast_met: 2016-13-01\nfocus: 3\nfrequency: {per_year: x}\n")

    assert told(reading.findings) == ["GR102 1:1", "GR103 1:1", "GR105 3:9", "GR106 4:11", "GR019 5:8", "GR104 5:8", "GR107 6:23"]


def test_a_file_that_names_an_unread_entry_is_right() -> None:
    reading = read_files({"organisations.yaml": "opcc: {name: OPCC}\nnhs: {nam: NHS}\n", "meetings/a.yaml": "title: A\nlead: nhs\n"})

    assert [found.file for found in reading.findings] == ["organisations.yaml", "organisations.yaml"]
    assert reading.register.organisations.knows("nhs")
    assert not reading.register.organisations.knows("fire")


def test_files_that_are_no_entries_are_told_or_passed_over() -> None:
    reading = read_files(
        {"meetings/README.md": "x", "meetings/.gitkeep": "", "meetings/notes.docx": "x", "meetings/b.yml": GOOD, "other.yaml": GOOD}
    )

    assert [(found.code, found.file) for found in reading.findings] == [
        ("GR003", "meetings/b.yml"),
        ("GR022", "meetings/notes.docx"),
        ("GR003", "other.yaml"),
    ]


def test_what_an_interrupted_write_left_is_told() -> None:
    assert [found.code for found in read_files({"meetings/.govreg-ab12.tmp": "x"}).findings] == ["GR022"]


def test_a_file_too_large_is_told() -> None:
    assert [found.code for found in read_meeting(b"x" * (LARGEST + 1)).findings] == ["GR004"]


def test_a_folder_that_cannot_be_listed_is_told() -> None:
    class Locked:
        def entries(self, folder: str) -> list[Entry]:
            if folder:
                raise Unreadable("unreadable", "permission denied")
            return list(tree_of({}).entries(""))

        def read(self, name: str) -> bytes:
            return tree_of({}).read(name)

    findings = read_tree(Locked()).findings

    assert [(found.code, found.file) for found in findings] == [("GR001", "meetings")]


def test_a_folder_without_organisations_is_told_once() -> None:
    reading = read_tree(type(tree_of({}))({"meetings/a.yaml": GOOD.encode()}))

    assert [found.code for found in reading.findings] == ["GR020"]
    assert list(reading.register.meetings) == ["a"]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_line_ends_of_windows_are_line_ends(ending: str) -> None:
    reading = read_meeting(GOOD.replace("\n", ending) + f"focus:{ending}  - a{ending}  - b{ending}")

    assert reading.findings == ()
    assert [focus.text for focus in reading.register.meetings["budget-committee"].focus] == ["a", "b"]


def test_the_same_files_give_the_same_findings_whatever_their_order(tmp_path: Path) -> None:
    (tmp_path / "meetings").mkdir()
    (tmp_path / "organisations.yaml").write_text(ORGANISATIONS, encoding="utf-8")
    for name in ("c", "a", "b"):
        (tmp_path / "meetings" / f"{name}.yaml").write_text("title: [\n", encoding="utf-8")

    assert [found.file for found in read(tmp_path).findings] == [f"meetings/{name}.yaml" for name in "abc"]
