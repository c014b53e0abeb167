"""What is made of a report for a format: no more than the format shows."""

from pathlib import Path

import pytest

from govreg.report import Block, LazyBlocks, Paragraph, Report
from govreg.session.options import ReportFormat
from govreg.session.output import write_report


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


@pytest.mark.parametrize(("columns", "longest"), [("1", 20), ("40", 40), ("1000", 200), ("0", 200), ("1001", 200), ("²", 200), ("", 200)])
def test_lines_are_as_wide_as_columns_says_if_it_is_a_width(
    columns: str, longest: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    write_report(Report((Paragraph("word " * 40),), data=dict), None, None)
    lines = capsys.readouterr().out.splitlines()

    assert max(map(len, lines)) <= longest
    assert (len(lines) > 1) == (longest < 200)
