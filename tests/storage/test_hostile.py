"""Files made to fool a reader, each read alone and all together: dropping one into a folder makes a test."""

from pathlib import Path

import pytest

from building import TODAY, in_short, read_files, tree_of
from govreg.diagnostics.finding import Finding, Severity
from govreg.rules.context import RuleContext
from govreg.rules.run import placed, problems_of_drafts, run
from govreg.storage.minutes_reader import read_minutes
from govreg.storage.reader import ReadResult

FOLDER = Path(__file__).parents[1] / "hostile"
ACCEPTED = sorted((FOLDER / "accepted").glob("*.yaml"))
REFUSED = sorted((FOLDER / "refused").glob("*.yaml"))
ORGANISATIONS = "org-a: {name: Organisation A}\norg-b: {name: Organisation B}\norg-c: {name: Organisation C}\n"

PLACES = dict(line.split(" ", 1) for line in (FOLDER / "places.txt").read_text(encoding="utf-8").splitlines())
"""The findings of each refused file, as a person has approved them: codes, lines and columns."""


def all_findings(reading: ReadResult) -> list[Finding]:
    subject = RuleContext(reading.register, TODAY)
    found = [*reading.findings, *run(subject, reading.sources.locate)]
    found += placed(problems_of_drafts(subject, reading.drafts, {}), reading.sources.locate)
    return sorted(set(found), key=lambda one: one.order)


@pytest.mark.parametrize("path", ACCEPTED, ids=lambda path: path.stem)
def test_a_valid_file_has_no_findings(path: Path) -> None:
    reading = read_files({"organisations.yaml": ORGANISATIONS, f"meetings/{path.name}": path.read_bytes()})

    assert all_findings(reading) == []
    assert list(reading.register.meetings) == [path.stem]


@pytest.mark.parametrize("path", REFUSED, ids=lambda path: path.stem)
def test_a_hostile_file_is_reported_where_it_is_wrong(path: Path) -> None:
    reading = read_files({"organisations.yaml": ORGANISATIONS, f"meetings/{path.name}": path.read_bytes()})

    assert ", ".join(in_short(all_findings(reading))) == PLACES[path.stem]


def test_every_hostile_file_has_its_places_noted() -> None:
    assert sorted(PLACES) == sorted(path.stem for path in REFUSED)


def test_one_invalid_file_hides_no_other() -> None:
    files = {f"meetings/{path.name}": path.read_bytes() for path in (*ACCEPTED, *REFUSED)}
    reading = read_files({"organisations.yaml": ORGANISATIONS, **files})

    found = all_findings(reading)

    assert {path.stem for path in ACCEPTED} <= set(reading.register.meetings)
    assert {one.file for one in found if one.code != "GR206"} == {f"meetings/{path.name}" for path in REFUSED}
    assert not [one for one in found if one.severity is Severity.ERROR and Path(one.file).name in {path.name for path in ACCEPTED}]


def test_hostile_minutes_are_reported_too() -> None:
    files = {f"minutes/budget-committee/2018-04-{day:02}.yaml": path.read_bytes() for day, path in enumerate(REFUSED[:28], 1)}

    sittings = read_minutes(tree_of(files))

    assert {one.file for one in sittings.findings} == set(files)
