"""What is made of a report for a format: no more than the format shows."""

from pathlib import Path

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
