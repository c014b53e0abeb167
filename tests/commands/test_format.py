"""`format` leaves the register as it was, changes nothing the second time, and with `--check` writes nothing."""

import shutil
from pathlib import Path

import pytest

from conftest import ROOT, Run
from govreg.diagnostics.syntax import LARGEST
from govreg.storage.reader import read_register


@pytest.mark.parametrize(
    "register", ["register", *(f"examples/{one.name}" for one in sorted((ROOT / "examples").iterdir()) if one.is_dir())]
)
def test_undoing_a_change_restores_the_register(tmp_path: Path, run: Run, register: str) -> None:
    source = ROOT / register
    folder = tmp_path / "register"
    shutil.copytree(source / "register" if (source / "register").is_dir() else source, folder)
    before = read_register(folder).register

    run(f"format --register {folder}")

    assert read_register(folder).register == before
    assert run(f"format --check --register {folder}").status == 0


def test_check_names_the_files_and_writes_nothing(tmp_path: Path, run: Run) -> None:
    (tmp_path / "meetings").mkdir()
    (tmp_path / "organisations.yaml").write_text("opcc: {name: OPCC}\n")
    board, broken = tmp_path / "meetings" / "a-board.yaml", tmp_path / "meetings" / "broken.yaml"
    board.write_text("lead: opcc\ntitle: NO\n")
    broken.write_text("lead: [\n")

    ran = run(f"format --check --register {tmp_path}")

    assert (ran.status, ran.out) == (1, "meetings/a-board.yaml\n")
    assert "meetings/broken.yaml is left as it is, since it has errors." in ran.err
    assert board.read_text() == "lead: opcc\ntitle: NO\n"

    assert run(f"format --register {tmp_path}").status == 0
    assert board.read_text() == 'title: "NO"\nlead: opcc\n'
    assert broken.read_text() == "lead: [\n"


def test_all_texts_that_other_programs_misread_get_quotes_however_many_there_are(tmp_path: Path, run: Run) -> None:
    (tmp_path / "meetings").mkdir()
    (tmp_path / "organisations.yaml").write_text("opcc: {name: OPCC}\n")
    board = tmp_path / "meetings" / "a-board.yaml"
    board.write_text("title: A\nlead: opcc\nfocus:\n" + "".join(f"  - 1.{number}\n" for number in range(205)))

    assert run(f"format --register {tmp_path}").status == 0
    assert board.read_text() == "title: A\nlead: opcc\nfocus:\n" + "".join(f'  - "1.{number}"\n' for number in range(205))


def test_a_file_never_grows_beyond_what_can_be_read(tmp_path: Path, run: Run) -> None:
    (tmp_path / "meetings").mkdir()
    (tmp_path / "organisations.yaml").write_text("opcc: {name: OPCC}\n")
    large, other = tmp_path / "meetings" / "large.yaml", tmp_path / "meetings" / "other.yaml"
    text = "title: NO\nlead: opcc\n#".ljust(LARGEST - 1, "x") + "\n"
    large.write_text(text)
    other.write_text("lead: opcc\ntitle: A\n")

    for words in ("format", "format --dry-run"):
        ran = run(f"{words} --register {tmp_path}")
        assert (ran.status, ran.out) == (1, "")
        assert (
            "“meetings/large.yaml” could no longer be read. The file is too large: it has 1,048,578 bytes. Nothing was written." in ran.err
        )
    assert (large.read_text(), other.read_text()) == (text, "lead: opcc\ntitle: A\n")

    large.write_text(text.replace("xx\n", "\n"))
    assert run(f"format --register {tmp_path}").status == 0
    assert large.stat().st_size == LARGEST
    assert run(f"validate --register {tmp_path}").status == 0
