"""All that is read from tables with labels beside their values, and with a column for each meeting."""

import pytest

from govreg.model.document import DocumentTable, Paragraph, TableCell, TableRow
from papers import heading, in_full, only, paper, planned, table

ROWS = (("Lead", "Council"), ("Frequency", "monthly"))
FARMS = (("Lead", "NFU"), ("Frequency", "yearly"))


WITH_LABELS = {
    "the title in a row of its own, values beside their labels": (
        paper(table(("Safer Streets Board", None), *ROWS, ("Ward", "North"))),
        """\
Safer Streets Board @ 1.1: lead council; frequency monthly; notes Ward: North
labels: Lead @ 2.1, Frequency @ 3.1, Ward? @ 4.1
""",
    ),
    "the title beside its label": (
        paper(table(("Meeting", "Safer Streets Board"), *ROWS, ("Meeting", "Rural Crime Forum"), *FARMS)),
        """\
Safer Streets Board @ 1.2: lead council; frequency monthly
Rural Crime Forum @ 4.2: lead nfu; frequency yearly
labels: Meeting @ 1.1, Lead @ 2.1, Frequency @ 3.1
""",
    ),
    "more of a value in a row of its own below it": (
        paper(heading("Safer Streets Board"), table(("Lead", "Council"), ("", "NHS"), ("Frequency", "monthly"))),
        """\
Safer Streets Board @ “Safer Streets Board”: lead [council, nhs]; frequency monthly
labels: Lead @ 1.1, Frequency @ 3.1
""",
    ),
    "two pairs in a row": (
        paper(
            table(
                ("Safer Streets Board", None, None, None),
                ("Lead", "Council", "Frequency", "monthly"),
                ("Purpose", "Parks", "Chair", "PCC"),
                ("Members", "NHS", "", ""),
            )
        ),
        """\
Safer Streets Board @ 1.1: lead council; frequency monthly; purpose Parks; chair {organisation: pcc}; participants [nhs]
labels: Lead @ 2.1, Frequency @ 2.3, Purpose @ 3.1, Chair @ 3.3, Members @ 4.1
""",
    ),
    "a value in two cells, and one without text": (
        paper(table(("Safer Streets Board", None, None), ("Lead", "Council", ""), ("Members", "NHS", "Police"), ("Chair", "", ""))),
        """\
Safer Streets Board @ 1.1: lead council; participants [nhs, police]
labels: Lead @ 2.1, Members @ 3.1, Chair @ 4.1
""",
    ),
    "a value that goes on below": (
        paper(
            table(
                ("Safer Streets Board", None, None),
                ("Lead", "Council", ""),
                ("Purpose", "Parks", "and"),
                ("", "for all", "of us"),
                ("Frequency", "monthly", ""),
            )
        ),
        """\
Safer Streets Board @ 1.1: lead council; purpose Parks | and | for all | of us; frequency monthly
labels: Lead @ 2.1, Purpose @ 3.1, Frequency @ 5.1
""",
    ),
    "a value below its label": (
        paper(
            table(("Safer Streets Board",), ("Lead",), ("Council",), ("Members",), ("- NHS",), ("- Police",), ("Frequency",), ("monthly",))
        ),
        """\
Safer Streets Board @ 1.1: lead council; participants [nhs, police]; frequency monthly
labels: Lead @ 2.1, Members @ 4.1, Frequency @ 7.1
""",
    ),
    "labels with values in one cell": (
        paper(table(("Safer Streets Board",), ("Lead: Council\nFrequency: monthly\nPurpose: Parks\nand farms",))),
        """\
Safer Streets Board @ 1.1: lead council; frequency monthly; purpose Parks | and farms
labels: Lead @ 2.1, Frequency @ 2.1, Purpose @ 2.1
""",
    ),
    "a title beside its labels with values": (
        paper(
            table(("Safer Streets Board", "Lead: Council\nFrequency: monthly"), ("Rural Crime Forum", "- Lead: NFU\n- Frequency: yearly"))
        ),
        """\
Safer Streets Board @ 1.1: lead council; frequency monthly
Rural Crime Forum @ 2.1: lead nfu; frequency yearly
labels: Lead @ 1.2, Frequency @ 1.2
""",
    ),
    "a title beside a remark": (
        paper(table(("Safer Streets Board", "by the county"), *ROWS)),
        """\
Safer Streets Board @ 1.1: lead council; frequency monthly; notes by the county
labels: ? @ 1.2, Lead @ 2.1, Frequency @ 3.1
""",
    ),
    "cards side by side and one below": (
        paper(
            table(
                ("Safer Streets Board\nLead: Council\nFrequency: monthly", "Rural Crime Forum\nLead: NFU\nFrequency: yearly"),
                ("Port Board\nLead: Port\nFrequency: daily", ""),
            )
        ),
        """\
Safer Streets Board @ 1.1: lead council; frequency monthly
Rural Crime Forum @ 1.2: lead nfu; frequency yearly
Port Board @ 2.1: lead port; frequency daily
labels: Lead @ 1.1, Frequency @ 1.1
""",
    ),
    "a column of remarks": (
        paper(
            heading("Safer Streets Board"),
            table(("Item", "Detail", "Comment", "Notes"), ("Lead", "Council", "Too many", ""), ("Frequency", "monthly", "", "Why?")),
        ),
        """\
Safer Streets Board @ “Safer Streets Board”: lead council; frequency monthly; notes Lead: Comment: Too many | Frequency:
    Notes: Why?
labels: Lead @ 2.1, Lead: Comment? @ 2.3, Frequency @ 3.1, Frequency: Notes? @ 3.4
left: Item @ 1.1. It belongs to no meeting.
left: Detail @ 1.2. It belongs to no meeting.
left: Comment @ 1.3. It belongs to no meeting.
left: Notes @ 1.4. It belongs to no meeting.
""",
    ),
    "headings that only announce labels and values": (
        paper(heading("Safer Streets Board"), table(("Heading", "Information"), *ROWS)),
        """\
Safer Streets Board @ “Safer Streets Board”: lead council; frequency monthly
labels: Lead @ 2.1, Frequency @ 3.1
left: Heading @ 1.1. It belongs to no meeting.
left: Information @ 1.2. It belongs to no meeting.
""",
    ),
    "a header with nothing below it after a board": (
        paper(
            table(
                ("Safer Streets Board", None, None), ("Lead", "Council", ""), ("Frequency", "monthly", ""), ("Meeting", "Lead", "Members")
            )
        ),
        """\
Safer Streets Board @ 1.1: lead council; frequency monthly
labels: Lead @ 2.1, Frequency @ 3.1
left: Meeting @ 4.1. It belongs to no meeting.
left: Lead @ 4.2. It belongs to no meeting.
left: Members @ 4.3. It belongs to no meeting.
""",
    ),
    "a heading in bold in one column": (
        paper(
            DocumentTable(
                (
                    TableRow(((0, TableCell("Safer Streets Board", "table 1, row 1, column 1", heading=True)),), "table 1, row 1"),
                    *table(("", ""), *ROWS).rows[1:],
                ),
                "table 1",
            )
        ),
        """\
Safer Streets Board @ 1.1: lead council; frequency monthly
labels: Lead @ 2.1, Frequency @ 3.1
""",
    ),
    "a text in a row of its own is a heading": (
        paper(table(("Safer Streets Board", None), *ROWS, ("Annex", None))),
        """\
Safer Streets Board @ 1.1: lead council; frequency monthly
labels: Lead @ 2.1, Frequency @ 3.1
left: Annex @ 4.1. It belongs to no meeting.
""",
    ),
    "a table with one label is no board": (
        paper(heading("Safer Streets Board"), table(("Lead", "Council"), ("Ward", "North")), heading("Annex")),
        """\
labels: Lead @ 1.1, Ward? @ 2.1
left: Lead: Council @ 1.2. What is labelled here is not a meeting.
left: Ward: North @ 2.2. What is labelled here is not a meeting.
left: Safer Streets Board @ “Safer Streets Board”. It belongs to no meeting.
left: Annex @ “Annex”. It belongs to no meeting.
""",
    ),
    "a table without labels": (
        paper(heading("Streets"), table(("High Street", "4"), ("Low Street", "5"))),
        """\
left: Streets @ “Streets”. What is labelled here is not a meeting.
left: High Street @ 1.1. What is labelled here is not a meeting.
left: 4 @ 1.2. What is labelled here is not a meeting.
left: Low Street @ 2.1. What is labelled here is not a meeting.
left: 5 @ 2.2. What is labelled here is not a meeting.
""",
    ),
    "labels in lines go on in a table": (
        paper(
            heading("Safer Streets Board", None),
            Paragraph("Lead: Council", "paragraph 1"),
            Paragraph("Purpose: Parks", "paragraph 2"),
            table(("Frequency", "monthly"), ("Members", "NHS")),
        ),
        """\
Safer Streets Board @ “Safer Streets Board”: lead council; purpose Parks; frequency monthly; participants [nhs]
labels: Lead @ 1, Purpose @ 2, Frequency @ 1.1, Members @ 2.1
""",
    ),
    "a table that begins with the label that the lines began with is another board": (
        paper(
            heading("Safer Streets Board", None),
            Paragraph("Lead: Council", "paragraph 1"),
            Paragraph("Frequency: monthly", "paragraph 2"),
            table(("Lead", "NFU"), ("Members", "NHS")),
        ),
        """\
Safer Streets Board @ “Safer Streets Board”: lead council; frequency monthly
labels: Lead @ 1, Frequency @ 2, Members @ 2.1
left: Lead: NFU @ 1.2. It describes a meeting, but no title was found.
left: Members: NHS @ 2.2. It describes a meeting, but no title was found.
""",
    ),
    "a table that repeats a label of the lines is another board": (
        paper(
            heading("Safer Streets Board", None),
            Paragraph("Lead: Council", "paragraph 1"),
            Paragraph("Frequency: monthly", "paragraph 2"),
            table(("Frequency", "yearly"), ("Members", "NHS")),
        ),
        """\
Safer Streets Board @ “Safer Streets Board”: lead council; frequency monthly
labels: Lead @ 1, Frequency @ 2, Members @ 2.1
left: Frequency: yearly @ 1.2. It describes a meeting, but no title was found.
left: Members: NHS @ 2.2. It describes a meeting, but no title was found.
""",
    ),
}


@pytest.mark.parametrize("fact", WITH_LABELS)
def test_labels_with_values(fact: str) -> None:
    given, read = WITH_LABELS[fact]

    assert in_full(planned(given)) == read


WITH_COLUMNS = {
    "a column for each board": (
        paper(
            heading("All boards"),
            table(
                ("", "Safer Streets Board", "Rural Crime Forum"),
                ("Lead", "Council", "NFU"),
                ("Ward", "North", ""),
                ("Frequency", "monthly", "yearly"),
            ),
        ),
        """\
Safer Streets Board @ 1.2: lead council; frequency monthly; notes Ward: North | Listed under: All boards
Rural Crime Forum @ 1.3: lead nfu; frequency yearly; notes Listed under: All boards
labels: Lead @ 2.1, Ward? @ 3.1, Frequency @ 4.1
""",
    ),
    "a column for each board, with a label over the labels": (
        paper(
            table(
                ("Meeting", "Safer Streets Board", "Rural Crime Forum"),
                ("Lead", "Council", "NFU"),
                ("Frequency", "monthly", "yearly"),
                ("see below", "", ""),
                ("", "in May", ""),
            )
        ),
        """\
Safer Streets Board @ 1.2: lead council; frequency monthly; notes in May
Rural Crime Forum @ 1.3: lead nfu; frequency yearly
labels: Meeting @ 1.1, Lead @ 2.1, Frequency @ 3.1
left: see below @ 4.1. It belongs to no meeting.
""",
    ),
    "a column without a title beside them": (
        paper(
            table(
                ("", "Safer Streets Board", "Rural Crime Forum", ""),
                ("Lead", "Council", "NFU", "who"),
                ("Frequency", "monthly", "yearly", ""),
            )
        ),
        """\
left: Safer Streets Board @ 1.2. What is labelled here is not a meeting.
left: Rural Crime Forum @ 1.3. What is labelled here is not a meeting.
left: Lead @ 2.1. What is labelled here is not a meeting.
left: Council @ 2.2. What is labelled here is not a meeting.
left: NFU @ 2.3. What is labelled here is not a meeting.
left: who @ 2.4. What is labelled here is not a meeting.
left: Frequency @ 3.1. What is labelled here is not a meeting.
left: monthly @ 3.2. What is labelled here is not a meeting.
left: yearly @ 3.3. What is labelled here is not a meeting.
""",
    ),
    "a heading above the row of titles": (
        paper(
            table(
                ("Boards of the county", None, None),
                ("", "Safer Streets Board", "Rural Crime Forum"),
                ("Lead", "Council", "NFU"),
                ("Frequency", "monthly", "yearly"),
            )
        ),
        """\
Safer Streets Board @ 2.2: lead council; frequency monthly
Rural Crime Forum @ 2.3: lead nfu; frequency yearly
labels: Lead @ 3.1, Frequency @ 4.1
left: Boards of the county @ 1.1. It belongs to no meeting.
""",
    ),
    "names that are no titles without a heading": (
        paper(table(("", "Streets", "Farms"), ("Lead", "Council", "NFU"), ("Frequency", "monthly", "yearly"))),
        """\
Streets @ 1.2: lead council; frequency monthly
Farms @ 1.3: lead nfu; frequency yearly
labels: Lead @ 2.1, Frequency @ 3.1
""",
    ),
    "labels of something else down the side": (
        paper(
            table(("", "Safer Streets Board", "Rural Crime Forum"), ("Lead", "Council", "NFU"), ("Budget", "4", "5"), ("Owner", "A", "B"))
        ),
        """\
labels: Lead @ 2.1, Budget? @ 3.1, Owner @ 4.1
left: Safer Streets Board @ 1.2. What is labelled here is not a meeting.
left: Lead: Council @ 2.2. What is labelled here is not a meeting.
left: Budget: 4 @ 3.2. What is labelled here is not a meeting.
left: Owner: A @ 4.2. What is labelled here is not a meeting.
left: Rural Crime Forum @ 1.3. What is labelled here is not a meeting.
left: Lead: NFU @ 2.3. What is labelled here is not a meeting.
left: Budget: 5 @ 3.3. What is labelled here is not a meeting.
left: Owner: B @ 4.3. What is labelled here is not a meeting.
""",
    ),
    "figures down the side": (
        paper(table(("", "Safer Streets Board", "Rural Crime Forum"), ("Members", "12", "14"), ("Frequency", "4", "5"))),
        """\
labels: Members @ 2.1, Frequency @ 3.1
left: Safer Streets Board @ 1.2. What is labelled here is not a meeting.
left: Members: 12 @ 2.2. What is labelled here is not a meeting.
left: Frequency: 4 @ 3.2. What is labelled here is not a meeting.
left: Rural Crime Forum @ 1.3. What is labelled here is not a meeting.
left: Members: 14 @ 2.3. What is labelled here is not a meeting.
left: Frequency: 5 @ 3.3. What is labelled here is not a meeting.
""",
    ),
    "numbers over the labels": (
        paper(
            table(("No", "Safer Streets Board", "Rural Crime Forum"), ("1. Lead", "Council", "NFU"), ("2. Frequency", "monthly", "yearly"))
        ),
        """\
Safer Streets Board @ 1.2: lead council; frequency monthly
Rural Crime Forum @ 1.3: lead nfu; frequency yearly
labels: No @ 1.1, 1. Lead @ 2.1, 2. Frequency @ 3.1
""",
    ),
    "one title over two columns of values": (
        paper(table(("Meeting", "Safer Streets Board", ""), ("Lead", "Council", "NHS"), ("Members", "NHS", "Police"))),
        """\
Safer Streets Board @ 1.2: lead [council, nhs]; participants [nhs, police]
labels: Meeting @ 1.1, Lead @ 2.1, Members @ 3.1
""",
    ),
    "one row with two values only": (
        paper(
            table(
                ("", "Safer Streets Board", "Rural Crime Forum"),
                ("Lead", "Council", "NFU"),
                ("Frequency", "monthly", ""),
                ("Purpose", "Parks", ""),
            )
        ),
        """\
labels: Lead @ 2.1, Frequency @ 3.1, Purpose @ 4.1
left: Safer Streets Board @ 1.2. It belongs to no meeting.
left: Rural Crime Forum @ 1.3. It belongs to no meeting.
left: Lead: Council | NFU @ 2.2. It describes a meeting, but no title was found.
left: Frequency: monthly @ 3.2. It describes a meeting, but no title was found.
left: Purpose: Parks @ 4.2. It describes a meeting, but no title was found.
""",
    ),
    "a label over the labels that is none of a title": (
        paper(
            table(("Members", "Safer Streets Board", "Rural Crime Forum"), ("Lead", "Council", "NFU"), ("Frequency", "monthly", "yearly"))
        ),
        """\
labels: Members @ 1.1, Lead @ 2.1, Frequency @ 3.1
left: Members: Safer Streets Board | Rural Crime Forum @ 1.2. It describes a meeting, but no title was found.
left: Lead: Council | NFU @ 2.2. It describes a meeting, but no title was found.
left: Frequency: monthly | yearly @ 3.2. It describes a meeting, but no title was found.
""",
    ),
}


@pytest.mark.parametrize("fact", WITH_COLUMNS)
def test_a_column_for_each_meeting(fact: str) -> None:
    given, read = WITH_COLUMNS[fact]

    assert in_full(planned(given)) == read


@pytest.mark.parametrize("length", [200, 201])
def test_a_title_above_a_column_has_up_to_200_characters(length: int) -> None:
    title = "Board " + "x" * (length - 6)
    plan = planned(paper(table(("", "Safer Streets Board", title), ("Lead", "Council", "NFU"), ("Frequency", "monthly", "yearly"))))

    assert [one.title for one in plan.meetings] == (["Safer Streets Board", title] if length == 200 else [])


@pytest.mark.parametrize("length", [200, 201])
def test_a_text_in_a_row_of_its_own_goes_on_with_the_value_if_it_is_longer_than_a_heading(length: int) -> None:
    text = "x" * length
    plan = planned(paper(table(("Safer Streets Board", None), *ROWS, ("Purpose", "Parks"), (text, None))))

    assert only(plan).fields["purpose"] == ("Parks" if length == 200 else f"Parks\n{text}")
    assert [one.text for one in plan.not_understood] == ([text] if length == 200 else [])
