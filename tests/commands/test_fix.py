"""`fix` corrects what has one right answer, shows it, leaves everything else as it was, and has nothing to do a second time."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from conftest import Run
from govreg.diagnostics.syntax import LARGEST

FILES = {
    "organisations.yaml": "opcc: {name: Office of the PCC, aliases: [OPCC]}\nfire: {name: Fire service}\n",
    "meetings/a-board.yaml": "title: A board\nlead: opcc\n",
}


def written(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, text in {"organisations.yaml": FILES["organisations.yaml"], **files}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def contents(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in folder.rglob("*") if path.is_file()}


def test_each_correction_is_shown_and_nothing_else_changes(tmp_path: Path, run: Run) -> None:
    text = (
        "# from the paper\ntitle: A board\nlead: OPCC   # it convenes\n\nsuport: [Fire service]\nlast_met: 30 March 2020\nlevel: unknown\n"
    )
    folder = written(tmp_path, {"meetings/a-board.yaml": text})

    ran = run(f"fix --register {folder}")

    assert (folder / "meetings/a-board.yaml").read_text() == (
        "# from the paper\ntitle: A board\nlead: opcc   # it convenes\n\nsupport: [fire]\nlast_met: 2020-03-30\nlevel: unknown\n"
    )
    assert ran.status == 0
    assert "meetings/a-board.yaml:3: OPCC → opcc\n" in ran.out
    assert "meetings/a-board.yaml:5: suport → support\n" in ran.out
    assert "meetings/a-board.yaml:6: 30 March 2020 → 2020-03-30\n" in ran.out
    assert "“govreg validate” shows the " in ran.err

    before = contents(folder)
    again = run(f"fix --register {folder}")
    assert (again.out, contents(folder)) == ("", before)
    assert "Nothing to fix." in again.err


def test_a_dry_run_shows_a_diff_and_writes_nothing(tmp_path: Path, run: Run) -> None:
    folder = written(tmp_path, {"meetings/a-board.yaml": "title: A board\nlead: OPCC\n"})
    before = contents(folder)

    ran = run(f"fix --register {folder} --dry-run")

    assert contents(folder) == before
    assert ran.out == (
        "--- a/meetings/a-board.yaml\n+++ b/meetings/a-board.yaml\n@@ -1,2 +1,2 @@\n title: A board\n-lead: OPCC\n+lead: opcc\n"
    )


def test_only_the_files_that_are_named_are_fixed(tmp_path: Path, run: Run) -> None:
    wrong = "title: {}\nlead: OPCC\n"
    folder = written(tmp_path, {"meetings/a-board.yaml": wrong.format("A"), "meetings/b-board.yaml": wrong.format("B")})

    run(f"fix --register {folder} {folder}/meetings/b-board.yaml")

    assert (folder / "meetings/a-board.yaml").read_text() == wrong.format("A")
    assert (folder / "meetings/b-board.yaml").read_text() == "title: B\nlead: opcc\n"


def test_organisations_among_the_meetings_are_moved_to_their_place(tmp_path: Path, run: Run) -> None:
    folder = written(
        tmp_path, {"meetings/organisations.yaml": FILES["organisations.yaml"], "meetings/a-board.yaml": "title: A\nlead: OPCC\n"}
    )
    (folder / "organisations.yaml").unlink()

    ran = run(f"fix --register {folder}")

    assert contents(folder) == {**FILES, "meetings/a-board.yaml": "title: A\nlead: opcc\n"}
    assert ran.out.splitlines()[0] == "meetings/organisations.yaml → organisations.yaml"


def test_a_meeting_named_like_a_file_of_the_register_stays(tmp_path: Path, run: Run) -> None:
    folder = written(
        tmp_path, {"meetings/register.yaml": "title: Register\nlead: opcc\n", "meetings/themes.yaml": "titel: Themes\nlead: opcc\n"}
    )

    run(f"fix --register {folder}")

    assert contents(folder)["meetings/register.yaml"] == "title: Register\nlead: opcc\n"
    assert contents(folder)["meetings/themes.yaml"] == "titel: Themes\nlead: opcc\n"  # no list of themes: left to a person


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_the_mark_at_the_start_stay(tmp_path: Path, run: Run, mark: bytes) -> None:
    folder = written(tmp_path, {"meetings/a-board.yaml": mark + b"title: A board\r\nlead: OPCC\r\nlevel: Tactical\r\n"})

    run(f"fix --register {folder}")

    assert (folder / "meetings/a-board.yaml").read_bytes() == mark + b"title: A board\r\nlead: opcc\r\nlevel: tactical\r\n"


def test_more_than_are_reported_of_a_file_are_fixed(tmp_path: Path, run: Run) -> None:
    seats = "".join("  - {organisation: OPCC, until: 30 March 2020}\n" for _ in range(150))
    folder = written(tmp_path, {"meetings/a-board.yaml": f"title: A board\nlead: opcc\nparticipants:\n{seats}"})

    run(f"fix --register {folder}")

    assert contents(folder)["meetings/a-board.yaml"].count("{organisation: opcc, until: 2020-03-30}") == 150


def test_a_file_never_grows_beyond_what_can_be_read(tmp_path: Path, run: Run) -> None:
    text = "title: A board\nlead: FS\n#".ljust(LARGEST, "x")
    organisations = "opcc: {name: OPCC}\nfire: {name: Fire service, aliases: [FS]}\n"
    folder = written(tmp_path, {"organisations.yaml": organisations, "meetings/large.yaml": text})
    before = contents(folder)

    for words in ("fix", "fix --dry-run"):
        ran = run(f"{words} --register {folder}")
        assert (ran.status, ran.out) == (1, "")
        assert (
            "“meetings/large.yaml” could no longer be read. The file is too large: it has 1,048,578 bytes. Nothing was written." in ran.err
        )
    assert contents(folder) == before
