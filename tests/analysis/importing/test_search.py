"""Tables within tables, tables pasted as lines, and text beside the text."""

import pytest

from govreg.model.document import Document, DocumentTable, Paragraph
from papers import heading, in_full, paper, planned, table

ROWS = (("Lead", "Council"), ("Frequency", "monthly"))
FARMS = (("Lead", "NFU"), ("Frequency", "yearly"))


def inner(row: int, *rows: tuple[str, ...]) -> DocumentTable:
    """A table in the first cell of a row of the first table."""
    return table(*rows, place=f"table 1, row {row}, column 1, table 1")


READ: dict[str, tuple[Document | str, str]] = {
    "a table for the layout with a table in each cell": (
        paper(table(("Safer Streets Board",), ("Rural Crime Forum",)), inner(1, *ROWS), inner(2, *FARMS)),
        """\
Safer Streets Board @ 1.1: lead council; frequency monthly
Rural Crime Forum @ 2.1: lead nfu; frequency yearly
labels: Lead @ table 1, row 1, column 1, table 1, row 1, column 1, Frequency @ table 1, row 1, column 1, table 1, row 2,
    column 1
""",
    ),
    "the heads of e-mails": (
        """\
From: Ada Quill <ada@example.org>
To: All boards
Subject: our boards

Safer Streets Board
Lead: Council
Frequency: monthly

> From: NFU
> Date: 4 May 2026

Rural Crime Forum
Lead: NFU
Frequency: yearly

Harbour Panel
Lead: Port
Frequency: daily
Subject: ships
""",
        """\
Safer Streets Board @ 5: lead council; frequency monthly
Rural Crime Forum @ 12: lead nfu; frequency yearly
Harbour Panel @ 16: lead port; frequency daily; notes Subject: ships
labels: Lead @ 6, Frequency @ 7, Subject @ 19
left: From: Ada Quill <ada@example.org> @ 1. It belongs to no meeting.
left: To: All boards @ 2. It belongs to no meeting.
left: Subject: our boards @ 3. It belongs to no meeting.
left: > From: NFU @ 9. It belongs to no meeting.
left: > Date: 4 May 2026 @ 10. It belongs to no meeting.
""",
    ),
    "a table in a cell without text": (
        paper(heading("Safer Streets Board"), table(("",), ("see above",)), inner(1, *ROWS)),
        """\
Safer Streets Board @ “Safer Streets Board”: lead council; frequency monthly
labels: Lead @ table 1, row 1, column 1, table 1, row 1, column 1, Frequency @ table 1, row 1, column 1, table 1, row 2,
    column 1
left: see above @ 2.1. What is labelled here is not a meeting.
""",
    ),
    "a table in a cell that has no labels is text of the cell": (
        paper(
            table(("Safer Streets Board", None), *ROWS, ("Members", "")),
            table(("NHS", "Fire"), ("Police", ""), place="table 1, row 4, column 2, table 1"),
        ),
        """\
Safer Streets Board @ 1.1: lead council; frequency monthly; participants [nhs, fire, police]
labels: Lead @ 2.1, Frequency @ 3.1, Members @ 4.1
""",
    ),
    "lines pasted from a table with tabs": (
        "Our boards\n\nMeeting\tLead\tFrequency\nSafer Streets Board\tCouncil\tmonthly\nRural Crime Forum\tNFU\tyearly\n\nEnd of it",
        """\
Safer Streets Board @ 4: lead council; frequency monthly; notes Listed under: Our boards
Rural Crime Forum @ 5: lead nfu; frequency yearly; notes Listed under: Our boards
labels: Meeting @ 3, Lead @ 3, Frequency @ 3
left: End of it @ 7. It belongs to no meeting.
""",
    ),
    "lines pasted from a table with bars": (
        "| Meeting | Lead | Frequency |\n| --- | :-: | --- |\n| Safer Streets Board | Council | monthly |\n| Rural Crime Forum | NFU | |",
        """\
Safer Streets Board @ 3: lead council; frequency monthly
Rural Crime Forum @ 4: lead nfu
labels: Meeting @ 1, Lead @ 1, Frequency @ 1
""",
    ),
    "two pasted tables": (
        "Meeting\tLead\tFrequency\nSafer Streets Board\tCouncil\tmonthly\n\nMeeting\tLead\tPurpose\nRural Crime Forum\tNFU\tFarms",
        """\
Safer Streets Board @ 2: lead council; frequency monthly
Rural Crime Forum @ 5: lead nfu; purpose Farms
labels: Meeting @ 1, Lead @ 1, Frequency @ 1, Purpose @ 4
""",
    ),
    "lines with tabs below no header": (
        "Streets\tParks\nNorth\tSouth",
        """\
left: Streets   Parks @ 1. It belongs to no meeting.
left: North     South @ 2. It belongs to no meeting.
""",
    ),
    "half of the headings of a pasted table are known": (
        "Meeting\tLead\tWard\tPost\nSafer Streets Board\tCouncil\tNorth\tA1",
        """\
Safer Streets Board @ 2: lead council; notes Ward: North | Post: A1
labels: Meeting @ 1, Lead @ 1, Ward? @ 1, Post? @ 1
""",
    ),
    "text beside the text": (
        paper(heading("Safer Streets Board"), Paragraph("Page 1", "header", aside=True), table(*ROWS)),
        """\
Safer Streets Board @ “Safer Streets Board”: lead council; frequency monthly
labels: Lead @ 1.1, Frequency @ 2.1
left: Page 1 @ header. It is beside the text: a header, a footer, a note or a comment.
""",
    ),
}


@pytest.mark.parametrize("fact", READ)
def test_a_paper(fact: str) -> None:
    given, read = READ[fact]

    assert in_full(planned(given)) == read


def test_half_of_the_headings_of_a_pasted_table_must_be_known() -> None:
    def titles(*own: str) -> list[str]:
        return [
            one.title
            for one in planned(
                "\n".join("\t".join(line) for line in (("Meeting", "Lead", *own), ("Safer Streets Board", "Council", *own)))
            ).meetings
        ]

    assert titles("Ward", "Post") == ["Safer Streets Board"]
    assert titles("Ward", "Post", "Code") == []
