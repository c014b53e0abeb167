"""How a report is written: in which format, how wide, in which colours, and what is said where a format can't show it."""

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from building import a_meeting, a_register
from govreg.errors import GovregError
from govreg.model import register as registers
from govreg.model.settings import Settings
from govreg.report import Block, Column, LazyBlocks, Paragraph, Report, Table
from govreg.session.options import ChartFormat, Colour, ReportFormat
from govreg.session.output import findings_format, report_format, report_long_entries, report_unread, write_findings, write_report


def test_the_blocks_for_people_are_not_made_for_json(tmp_path: Path) -> None:
    made = []

    def blocks() -> list[Block]:
        made.append(1)
        return [Paragraph("Two meetings.")]

    report = Report(LazyBlocks(blocks), data=lambda: {"meetings": 2})
    out = tmp_path / "out"

    write_report(report, ReportFormat("json"), out)
    assert made == []

    write_report(report, ReportFormat("markdown"), out)
    write_report(report, None, tmp_path / "out.html")
    assert "Two meetings." in out.read_text()
    assert made == [1]


@pytest.mark.parametrize(
    ("columns", "longest"), [("1", 20), ("40", 40), ("1000", 1000), ("0", 1199), ("1001", 1199), ("²", 1199), ("", 1199)]
)
def test_lines_are_as_wide_as_columns_says_if_it_is_a_width(
    columns: str, longest: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    write_report(Report((Paragraph("word " * 240),), data=dict), None, None)
    lines = capsys.readouterr().out.splitlines()

    assert max(map(len, lines)) <= longest
    assert (len(lines) > 1) == (longest < 1199)


@pytest.mark.parametrize(("size", "longest"), [(44, 44), (0, 80), (None, 80)])
def test_at_a_terminal_lines_are_as_wide_as_it_is(
    size: int | None, longest: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def terminal_size(_: int) -> os.terminal_size:
        if size is None:
            raise OSError
        return os.terminal_size((size, 24))

    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.setattr(os, "get_terminal_size", terminal_size)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(sys.stdout, "fileno", lambda: 1)
    write_report(Report((Paragraph("w " * 200),), data=dict), None, None)

    assert longest - 2 <= max(map(len, capsys.readouterr().out.splitlines())) <= longest


@pytest.mark.parametrize(
    ("no_colour", "term", "is_coloured"),
    [(None, "xterm", True), ("", None, True), ("1", "xterm", False), (None, "dumb", False)],
)
def test_a_terminal_has_colours_unless_the_person_wants_none(
    no_colour: str | None, term: str | None, *, is_coloured: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in (("NO_COLOR", no_colour), ("TERM", term)):
        monkeypatch.delenv(name, raising=False)
        if value is not None:
            monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    write_report(Report((TABLE,), data=dict), None, None)

    assert ("\x1b[" in capsys.readouterr().out) == is_coloured


TABLE = Table((Column("Meeting"),), (("Budget board",),))


@pytest.mark.parametrize(
    ("asked", "output", "name"),
    [
        (None, None, "table"),
        ("json", None, "json"),
        ("json", "a.csv", "json"),
        (None, "a.csv", "csv"),
        (None, "a.HTML", "html"),
        (None, "a.md", "markdown"),
    ],
)
def test_a_format_is_what_was_asked_for_or_else_the_files_ending(asked: str | None, output: str | None, name: str) -> None:
    assert report_format(ReportFormat(asked) if asked else None, Path(output) if output else None).name == name


@pytest.mark.parametrize(
    ("actions", "asked", "output", "name"),
    [
        ("true", None, None, "github"),
        ("true", "json", None, "json"),
        ("true", None, "a.json", "json"),
        ("false", None, None, "table"),
        (None, None, None, "table"),
    ],
)
def test_findings_are_annotations_in_github_actions(
    actions: str | None, asked: str | None, output: str | None, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    if actions:
        monkeypatch.setenv("GITHUB_ACTIONS", actions)

    assert findings_format(ReportFormat(asked) if asked else None, Path(output) if output else None).name == name


def test_what_a_format_cannot_show_is_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    def refused(format_: str, output: Path | None = None, report: Report | None = None) -> str:
        with pytest.raises(GovregError) as problem:
            write_report(report or Report((Paragraph("x"),), data=dict, sheet=lambda: TABLE), ChartFormat(format_), output)
        return f"{problem.value.message} {problem.value.hint}"

    assert (
        refused("csv", report=Report((Paragraph("x"),), data=dict))
        == "There is no table here for CSV. Use --format html, markdown or json."
    )
    assert refused("svg", tmp_path / "a.svg") == "There is no chart here to draw. Use --format table, html, markdown or json."
    assert refused("xlsx") == "xlsx is not text, so it can't be printed. Add --output report.xlsx."
    write_report(Report((), data=dict, sheet=lambda: TABLE, sheet_note="the meetings only"), ReportFormat("csv"), tmp_path / "a.csv")
    assert capsys.readouterr().err.splitlines() == [
        "govreg: This CSV has the meetings only. For the other tables use --format html, markdown or json.",
        f"govreg: Written: {tmp_path / 'a.csv'}",
    ]


@pytest.mark.parametrize(
    ("colour", "no_colour", "term", "is_coloured"),
    [
        (Colour.ALWAYS, "1", "dumb", True),
        (Colour.NEVER, "", "xterm", False),
        (Colour.AUTO, "", "xterm", False),
    ],
)
def test_colours_go_to_a_terminal_or_where_they_are_asked_for(
    colour: Colour, no_colour: str, term: str, *, is_coloured: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NO_COLOR", no_colour)
    monkeypatch.setenv("TERM", term)
    write_report(Report((TABLE,), data=dict), None, None, colour)

    assert ("\x1b[" in capsys.readouterr().out) == is_coloured


@pytest.mark.parametrize(
    ("unread", "complete", "said"),
    [
        (["meetings/a.yaml"], True, "1 file has errors and is left out."),
        (["meetings/a.yaml", "themes.yaml"], True, "2 files have errors and are left out."),
        (["meetings/a.yaml", "organisations.yaml"], False, "2 files have errors or are missing, and are left out."),
        (["organisations.yaml"], False, "1 file has errors or is missing, and is left out."),
    ],
)
def test_files_that_are_left_out_are_counted(unread: list[str], *, complete: bool, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    register = replace(a_register(a_meeting()), unread=tuple(unread), organisations=registers.organisations({}, complete=complete))

    assert (report_unread(register, strict=False), report_unread(register, strict=True)) == (0, 1)
    assert capsys.readouterr().err.splitlines()[0] == f"govreg: {said} “govreg validate” says what is wrong."
    assert report_unread(a_register(a_meeting()), strict=True) == 0


@pytest.mark.parametrize(
    ("longer", "said"),
    [
        (0, ""),
        (1, "govreg: 1 entry is too long: only its first 500 words are compared. “govreg validate” names it.\n"),
        (2, "govreg: 2 entries are too long: only the first 500 words of each are compared. “govreg validate” names them.\n"),
    ],
)
def test_entries_that_are_too_long_are_counted(longer: int, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    register = a_register(*(a_meeting(f"m{number}", purpose="roads " * (500 if number < longer else 1)) for number in range(3)))
    report_long_entries(register)
    assert capsys.readouterr().err == said

    report_long_entries(replace(register, settings=Settings(findings_off={"GR326": "Our purposes are long"})))
    assert capsys.readouterr().err == said.partition(" “govreg validate”")[0] + "\n" * bool(longer)


def test_the_step_summary_is_written_with_annotations_only(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    summary = tmp_path / "summary"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    report = Report((Paragraph("One finding."),), data=lambda: {"findings": []})

    write_findings(report, findings_format(ReportFormat("json"), None), None)
    assert not summary.exists()
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    for times in (1, 2):
        write_findings(report, findings_format(None, None), None)
        assert summary.read_text(encoding="utf-8").count("One finding.") == times
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "")
    write_findings(report, findings_format(None, None), None)
