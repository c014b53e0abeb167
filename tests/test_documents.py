"""The pages that are made from code are current, and what the README tells a newcomer to type works."""

import os
import re
import subprocess
import sys
from pathlib import Path
from runpy import run_path

import pytest

import govreg
from conftest import ROOT, Run
from govreg.model.fields import Record
from govreg.model.meeting import Meeting
from govreg.model.minutes import Minutes
from govreg.model.schema import field_specs
from govreg.model.settings import RegisterFile

EXAMPLE = ROOT / "docs" / "example"


def test_pages_and_shown_output_are_current(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("NO_COLOR", "TERM", "GITHUB_ACTIONS"):
        monkeypatch.delenv(variable, raising=False)

    assert run_path(str(ROOT / "docs" / "make.py"))["stale"]() == []


def test_the_readmes_python_runs() -> None:
    _, _, rest = (ROOT / "README.md").read_text(encoding="utf-8").partition("```python\n")
    code, _, _ = rest.partition("```")
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        encoding="utf-8",
        check=False,
    )

    assert done.stdout == "9 meetings are led by the OPCC\n"


def test_the_readmes_register_is_right(tmp_path: Path, run: Run) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    meeting, organisations = (block.partition("```")[0] for block in readme.split("```yaml\n")[1:3])
    (tmp_path / "meetings").mkdir()
    (tmp_path / "meetings" / "mental-health-concordat.yaml").write_text(meeting, encoding="utf-8")
    (tmp_path / "organisations.yaml").write_text(organisations, encoding="utf-8")

    assert run("validate --fail-on warning --register .", cwd=tmp_path).status == 0


def test_the_commands_that_keep_a_register_work(tmp_path: Path, run: Run) -> None:
    _, _, rest = (ROOT / "README.md").read_text(encoding="utf-8").partition("## Keep your own register")
    folder = tmp_path
    for line in rest.split("```sh\n")[1].partition("```")[0].splitlines():
        command, _, words = line.partition(" ")
        if command == "cd":
            folder /= words
        else:
            ran = run(words, cwd=folder)
            assert ran.status == 0, (line, ran.err)


def test_the_example_of_the_files_is_without_a_finding() -> None:
    inspected = govreg.check_register(govreg.load_register(EXAMPLE))

    assert inspected.findings == ()
    assert len(inspected.minutes) == 2


@pytest.mark.parametrize(("part", "files"), [(Meeting, "meetings/*.yaml"), (Minutes, "minutes/*/*.yaml"), (RegisterFile, "register.yaml")])
def test_the_example_shows_every_key(part: type[Record], files: str) -> None:
    written = {key for file in EXAMPLE.glob(files) for key in re.findall(r"^([a-z_]+):", file.read_text(encoding="utf-8"), re.MULTILINE)}

    assert [key for key in field_specs(part) if key not in written] == []


def test_a_picture_loads_nothing_from_the_web() -> None:
    drawn = (ROOT / "docs" / "session.svg").read_text(encoding="utf-8")

    assert "GR311" in drawn
    assert re.findall(r"url\((?!#)[^)]*\)|@font-face|@import|<script|href=", drawn) == []


@pytest.mark.parametrize("page", sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]), ids=lambda page: page.name)
def test_every_link_to_a_file_leads_to_one(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))

    assert [link for link in links if not (page.parent / link).exists()] == []
