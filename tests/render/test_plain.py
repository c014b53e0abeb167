"""Piped text has every row on one line, nothing cut."""

from govreg.render.plain import plain
from govreg.report import BulletList, Column, Fields, FindingBlock, Heading, Paragraph, Report, Table


def test_a_table_has_a_row_a_line_and_nothing_cut() -> None:
    table = Table((Column("Meeting"), Column("A year", number=True)), (("x" * 200, 4), ("Board", None)))

    lines = plain(Report((table,), data=dict)).splitlines()

    assert lines[2] == "x" * 200 + "       4"
    assert lines[3].endswith("–")
    assert all(line == line.rstrip() for line in lines)


def test_every_block_has_its_text() -> None:
    mark = FindingBlock("a.yaml", 1, 3, "error", "GR013", "A key twice.", "Twice.", "Once.", "a: b", ("a.yaml:1:1: first",))
    report = Report(
        (Heading("Title", 1), Paragraph("Words."), BulletList(("a", "b")), Fields((("Lead", "OPCC"),)), mark), data=dict, foot=("As at.",)
    )

    assert plain(report) == (
        "Title\n=====\n\nWords.\n\n- a\n- b\n\nLead  OPCC\n\n"
        "a.yaml:1:3: error GR013: Twice.\n    a: b\n      ^\n    Once.\n    see a.yaml:1:1: first\n\nAs at.\n"
    )
