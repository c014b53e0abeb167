"""Tables with a row for each meeting: titles, headings between the rows, merged cells, and what is no meeting."""

import pytest

from papers import heading, in_full, merged, paper, planned, table

ROWS = (("Lead", "Council"), ("Frequency", "monthly"))
FARMS = (("Lead", "NFU"), ("Frequency", "yearly"))


READ = {
    "a row for each board": (
        paper(
            table(("Meeting", "Lead", "Frequency"), ("Safer Streets Board", "Council", "monthly"), ("Rural Crime Forum", "NFU", "yearly"))
        ),
        """\
Safer Streets Board @ 2.1: lead council; frequency monthly
Rural Crime Forum @ 3.1: lead nfu; frequency yearly
labels: Meeting @ 1.1, Lead @ 1.2, Frequency @ 1.3
""",
    ),
    "a title, a level and remarks above the header": (
        paper(
            table(
                ("Partnership meetings", None, None),
                ("as of May", "", "page 2"),
                ("Meeting", "Lead", "Frequency"),
                ("Safer Streets Board", "Council", "monthly"),
            )
        ),
        """\
Safer Streets Board @ 4.1: lead council; frequency monthly
labels: Meeting @ 3.1, Lead @ 3.2, Frequency @ 3.3
left: Partnership meetings @ 1.1. It belongs to no meeting.
left: as of May @ 2.1. It belongs to no meeting.
left: page 2 @ 2.3. It belongs to no meeting.
""",
    ),
    "actions for members": (
        paper(heading("Actions of the Board"), table(("Lead", "Status", "Due"), ("NHS", "open", "May"))),
        """\
left: Actions of the Board @ “Actions of the Board”. What is labelled here is not a meeting.
left: Lead @ 1.1. What is labelled here is not a meeting.
left: Status @ 1.2. What is labelled here is not a meeting.
left: Due @ 1.3. What is labelled here is not a meeting.
left: NHS @ 2.1. What is labelled here is not a meeting.
left: open @ 2.2. What is labelled here is not a meeting.
left: May @ 2.3. What is labelled here is not a meeting.
""",
    ),
    "a form with labels and no values": (
        paper(heading("Safer Streets Board"), table(("Lead", "Frequency"), ("Chair", "Members"))),
        """\
left: Lead @ 1.1. What is labelled here is not a meeting.
left: Frequency @ 1.2. What is labelled here is not a meeting.
left: Chair @ 2.1. What is labelled here is not a meeting.
left: Members @ 2.2. What is labelled here is not a meeting.
left: Safer Streets Board @ “Safer Streets Board”. It belongs to no meeting.
""",
    ),
    "a title across the table, directly above the header": (
        paper(
            table(
                ("Partnership meetings", None, None, None),
                ("Meeting", "Lead", "Frequency", "Cost"),
                ("Safer Streets Board", "Council", "monthly", "£200"),
            )
        ),
        """\
Safer Streets Board @ 3.1: lead council; frequency monthly; notes Cost: £200
labels: Meeting @ 2.1, Lead @ 2.2, Frequency @ 2.3, Cost? @ 2.4
left: Partnership meetings @ 1.1. It belongs to no meeting.
""",
    ),
    "totals below the rows": (
        paper(
            table(
                ("Directorate", "Meeting", "Lead", "Frequency", "Cost"),
                ("Place", "Safer Streets Board", "Council", "monthly", "£200"),
                ("Total", "", "", "", ""),
                ("", "Number of boards", "1", "–", "£200"),
            )
        ),
        """\
Safer Streets Board @ 2.2: lead council; frequency monthly; notes Directorate: Place | Cost: £200
labels: Directorate? @ 1.1, Meeting @ 1.2, Lead @ 1.3, Frequency @ 1.4, Cost? @ 1.5
left: Total @ 3.1. It belongs to no meeting.
left: Number of boards @ 4.2. It belongs to no meeting.
left: 1 @ 4.3. It belongs to no meeting.
left: – @ 4.4. It belongs to no meeting.
left: £200 @ 4.5. It belongs to no meeting.
""",
    ),
    "a name that begins as totals do": (
        paper(
            table(
                ("Meeting", "Lead", "Frequency"),
                ("Safer Streets Board", "Council", "monthly"),
                ("Total Respect Panel", "", ""),
                ("Total Place Forum", "NFU", "4"),
                ("Total boards", "", "12"),
            )
        ),
        """\
Safer Streets Board @ 2.1: lead council; frequency monthly
Total Respect Panel @ 3.1: lead not-stated
Total Place Forum @ 4.1: lead nfu; notes Frequency: 4
labels: Meeting @ 1.1, Lead @ 1.2, Frequency @ 1.3
left: Total boards @ 5.1. It belongs to no meeting.
left: 12 @ 5.3. It belongs to no meeting.
""",
    ),
    "headings between rows, and one at the end": (
        paper(
            table(
                ("Meeting", "Lead", "Frequency"),
                ("Tactical", None, None),
                ("Safer Streets Board", "Council", "monthly"),
                ("Farms", None, None),
                ("Rural Crime Forum", "NFU", "yearly"),
                ("Annex", None, None),
            )
        ),
        """\
Safer Streets Board @ 3.1: lead council; frequency monthly; level tactical
Rural Crime Forum @ 5.1: lead nfu; frequency yearly; notes Listed under: Farms
labels: Meeting @ 1.1, Lead @ 1.2, Frequency @ 1.3
left: Annex @ 6.1. It belongs to no meeting.
""",
    ),
    "a heading over the table and one in it": (
        paper(
            heading("All our boards"),
            table(("Meeting", "Lead", "Frequency"), ("Streets", None, None), ("Safer Streets Board", "Council", "monthly")),
            heading("Annex"),
        ),
        """\
Safer Streets Board @ 3.1: lead council; frequency monthly; notes Listed under: All our boards | Listed under: Streets
labels: Meeting @ 1.1, Lead @ 1.2, Frequency @ 1.3
left: Annex @ “Annex”. It belongs to no meeting.
""",
    ),
    "a header that is repeated on the next page": (
        paper(
            table(
                ("Meeting", "Lead", "Frequency"),
                ("Safer Streets Board", "Council", "monthly"),
                ("Meeting", "Lead", "Frequency"),
                ("Rural Crime Forum", "NFU", "yearly"),
            )
        ),
        """\
Safer Streets Board @ 2.1: lead council; frequency monthly
Rural Crime Forum @ 4.1: lead nfu; frequency yearly
labels: Meeting @ 1.1, Lead @ 1.2, Frequency @ 1.3
""",
    ),
    "a board of which only the title is known": (
        paper(
            table(
                ("Meeting", "Lead", "Frequency"),
                ("Safer Streets Board", "Council", "monthly"),
                ("Harbour Panel", "", ""),
                ("Rural Crime Forum", "NFU", "yearly"),
            )
        ),
        """\
Safer Streets Board @ 2.1: lead council; frequency monthly
Harbour Panel @ 3.1: lead not-stated
Rural Crime Forum @ 4.1: lead nfu; frequency yearly
labels: Meeting @ 1.1, Lead @ 1.2, Frequency @ 1.3
""",
    ),
    "a title that is known only and ends as a heading does": (
        paper(
            table(
                ("Meeting", "Lead", "Frequency"),
                ("Safer Streets Board", "Council", "monthly"),
                ("Harbour panels:", "", ""),
                ("Rural Crime Forum", "NFU", "yearly"),
            )
        ),
        """\
Safer Streets Board @ 2.1: lead council; frequency monthly
Rural Crime Forum @ 4.1: lead nfu; frequency yearly; notes Listed under: Harbour panels:
labels: Meeting @ 1.1, Lead @ 1.2, Frequency @ 1.3
""",
    ),
    "text in a row of its own below a board": (
        paper(
            table(
                ("Meeting", "Lead", "Frequency"),
                ("Safer Streets Board", "Council", "monthly"),
                ("", "", "except in May"),
                ("", "NHS", ""),
                ("Rural Crime Forum", "NFU", "yearly"),
            )
        ),
        """\
Safer Streets Board @ 2.1: lead [council, nhs]; frequency monthly; except in May
Rural Crime Forum @ 5.1: lead nfu; frequency yearly
labels: Meeting @ 1.1, Lead @ 1.2, Frequency @ 1.3
""",
    ),
    "text before the first board": (
        paper(table(("Meeting", "Lead", "Frequency"), ("", "who", "when"), ("Safer Streets Board", "Council", "monthly"))),
        """\
Safer Streets Board @ 3.1: lead council; frequency monthly
labels: Meeting @ 1.1, Lead @ 1.2, Frequency @ 1.3
left: who @ 2.2. The row has no title of a meeting.
left: when @ 2.3. The row has no title of a meeting.
""",
    ),
    "a row whose title has no letters": (
        paper(
            table(
                ("Meeting", "Lead", "Frequency"),
                ("Safer Streets Board", "Council", "monthly"),
                ("–", "All", "4"),
                ("2016", "Some", "5"),
                ("", "more", "6"),
            )
        ),
        """\
Safer Streets Board @ 2.1: lead council; frequency monthly
labels: Meeting @ 1.1, Lead @ 1.2, Frequency @ 1.3
left: – @ 3.1. The row has no title of a meeting.
left: All @ 3.2. The row has no title of a meeting.
left: 4 @ 3.3. The row has no title of a meeting.
left: 2016 @ 4.1. The row has no title of a meeting.
left: Some @ 4.2. The row has no title of a meeting.
left: 5 @ 4.3. The row has no title of a meeting.
left: more @ 5.2. The row has no title of a meeting.
left: 6 @ 5.3. The row has no title of a meeting.
""",
    ),
    "the foot of a table in a row of its own": (
        paper(
            table(
                ("Meeting", "Lead", "Frequency"),
                ("Safer Streets Board", "Council", "monthly"),
                ("Source: Council", None, None),
                ("Rural Crime Forum", "NFU", "yearly"),
                ("* in draft", "", ""),
            )
        ),
        """\
Safer Streets Board @ 2.1: lead council; frequency monthly
Rural Crime Forum @ 4.1: lead nfu; frequency yearly
labels: Meeting @ 1.1, Lead @ 1.2, Frequency @ 1.3
left: Source: Council @ 3.1. It belongs to no meeting.
left: * in draft @ 5.1. It belongs to no meeting.
""",
    ),
    "a column without a heading": (
        paper(
            table(
                ("Meeting", "Lead", "Frequency", ""),
                ("Safer Streets Board", "Council", "monthly", "new"),
                ("Rural Crime Forum", "NFU", "yearly", ""),
            )
        ),
        """\
Safer Streets Board @ 2.1: lead council; frequency monthly; notes new
Rural Crime Forum @ 3.1: lead nfu; frequency yearly
labels: Meeting @ 1.1, Lead @ 1.2, Frequency @ 1.3
""",
    ),
    "two columns for who attends": (
        paper(table(("Meeting", "Members", "Lead", "Attendees"), ("Safer Streets Board", "NHS", "Council", "Police"))),
        """\
Safer Streets Board @ 2.1: participants [nhs, police]; lead council
labels: Meeting @ 1.1, Members @ 1.2, Lead @ 1.3, Attendees @ 1.4
""",
    ),
    "two columns for the purpose": (
        paper(table(("Meeting", "Purpose", "Lead", "Aim"), ("Safer Streets Board", "To act", "Council", "Parks"))),
        """\
Safer Streets Board @ 2.1: purpose To act | Parks; lead council
labels: Meeting @ 1.1, Purpose @ 1.2, Lead @ 1.3, Aim @ 1.4
""",
    ),
    "a cell over two rows counts for both boards, one over a board and the rest of it once": (
        paper(
            merged(
                ("Meeting", "Lead", "Members", "Level"),
                ("Safer Streets Board", ("Council", 2), "NHS", ("Tactical", 3)),
                ("Rural Crime Forum", None, "NFU", None),
                (None, None, "Police", None),
                ("Port Board", "Port", "Ships", ""),
            )
        ),
        """\
Safer Streets Board @ 2.1: lead council; participants [nhs]; level tactical
Rural Crime Forum @ 3.1: lead council; participants [nfu, police]; level tactical
Port Board @ 5.1: lead port; participants [ships]
labels: Meeting @ 1.1, Lead @ 1.2, Members @ 1.3, Level @ 1.4
""",
    ),
    "a title over two rows": (
        paper(
            merged(
                ("Meeting", "Lead", "Members"),
                (("Safer Streets Board", 2), "Council", "NHS"),
                (None, "Probation", "Police"),
                ("Rural Crime Forum", "NFU", "Farmers"),
            )
        ),
        """\
Safer Streets Board @ 2.1: lead [council, probation]; participants [nhs, police]
Rural Crime Forum @ 4.1: lead nfu; participants [farmers]
labels: Meeting @ 1.1, Lead @ 1.2, Members @ 1.3
""",
    ),
    "rows without text": (
        paper(
            table(
                ("Meeting", "Lead", "Frequency"),
                ("", "", ""),
                ("Safer Streets Board", "Council", "monthly"),
                (" ", "", ""),
                ("Rural Crime Forum", "NFU", "yearly"),
            )
        ),
        """\
Safer Streets Board @ 3.1: lead council; frequency monthly
Rural Crime Forum @ 5.1: lead nfu; frequency yearly
labels: Meeting @ 1.1, Lead @ 1.2, Frequency @ 1.3
""",
    ),
    "a column of numbers before the titles": (
        paper(
            table(
                ("No", "Meeting", "Lead", "Purpose"),
                ("1", "Safer Streets Board", "Council", "Parks"),
                ("2", "Rural Crime Forum", "NFU", "Farms"),
            )
        ),
        """\
Safer Streets Board @ 2.2: lead council; purpose Parks; notes No: 1
Rural Crime Forum @ 3.2: lead nfu; purpose Farms; notes No: 2
labels: No @ 1.1, Meeting @ 1.2, Lead @ 1.3, Purpose @ 1.4
""",
    ),
    "titles in a column whose heading is not known": (
        paper(table(("Thing", "Lead", "Purpose"), ("Safer Streets Board", "Council", "Parks"), ("Rural Crime Forum", "NFU", "Farms"))),
        """\
Safer Streets Board @ 2.1: lead council; purpose Parks
Rural Crime Forum @ 3.1: lead nfu; purpose Farms
labels: Thing? @ 1.1, Lead @ 1.2, Purpose @ 1.3
""",
    ),
    "titles in a first column without a heading": (
        paper(table(("", "Lead", "Purpose"), ("Safer Streets Board", "Council", "Parks"), ("Rural Crime Forum", "NFU", "Farms"))),
        """\
Safer Streets Board @ 2.1: lead council; purpose Parks
Rural Crime Forum @ 3.1: lead nfu; purpose Farms
labels: Lead @ 1.2, Purpose @ 1.3
""",
    ),
    "a table of actions": (
        paper(heading("Actions"), table(("Action", "Owner", "Deadline"), ("Write", "OPCC", "May"))),
        """\
left: Actions @ “Actions”. What is labelled here is not a meeting.
left: Action @ 1.1. What is labelled here is not a meeting.
left: Owner @ 1.2. What is labelled here is not a meeting.
left: Deadline @ 1.3. What is labelled here is not a meeting.
left: Write @ 2.1. What is labelled here is not a meeting.
left: OPCC @ 2.2. What is labelled here is not a meeting.
left: May @ 2.3. What is labelled here is not a meeting.
""",
    ),
    "a table of figures": (
        paper(
            table(("Meeting", "Members", "Frequency"), ("Safer Streets Board", "12", "4"), ("Rural Crime Forum", "about 20", "not known"))
        ),
        """\
left: Meeting @ 1.1. What is labelled here is not a meeting.
left: Members @ 1.2. What is labelled here is not a meeting.
left: Frequency @ 1.3. What is labelled here is not a meeting.
left: Safer Streets Board @ 2.1. What is labelled here is not a meeting.
left: 12 @ 2.2. What is labelled here is not a meeting.
left: 4 @ 2.3. What is labelled here is not a meeting.
left: Rural Crime Forum @ 3.1. What is labelled here is not a meeting.
left: about 20 @ 3.2. What is labelled here is not a meeting.
left: not known @ 3.3. What is labelled here is not a meeting.
""",
    ),
    "a table with one column of figures": (
        paper(
            table(
                ("Meeting", "Members", "Frequency"), ("Safer Streets Board", "12", "monthly"), ("Rural Crime Forum", "about 20", "yearly")
            )
        ),
        """\
Safer Streets Board @ 2.1: frequency monthly; lead not-stated; notes Members: 12
Rural Crime Forum @ 3.1: frequency yearly; lead not-stated; notes Members: about 20
labels: Meeting @ 1.1, Members @ 1.2, Frequency @ 1.3
""",
    ),
    "a table of pairs whose second column has the boards of the first": (
        paper(
            table(
                ("Meeting", "Beside", "Lead", "Purpose"),
                ("Safer Streets Board", "Rural Crime Forum", "Council", "Parks"),
                ("Rural Crime Forum", "Port Board", "NFU", "Farms"),
            )
        ),
        """\
left: Meeting @ 1.1. What is labelled here is not a meeting.
left: Beside @ 1.2. What is labelled here is not a meeting.
left: Lead @ 1.3. What is labelled here is not a meeting.
left: Purpose @ 1.4. What is labelled here is not a meeting.
left: Safer Streets Board @ 2.1. What is labelled here is not a meeting.
left: Rural Crime Forum @ 2.2. What is labelled here is not a meeting.
left: Council @ 2.3. What is labelled here is not a meeting.
left: Parks @ 2.4. What is labelled here is not a meeting.
left: Rural Crime Forum @ 3.1. What is labelled here is not a meeting.
left: Port Board @ 3.2. What is labelled here is not a meeting.
left: NFU @ 3.3. What is labelled here is not a meeting.
left: Farms @ 3.4. What is labelled here is not a meeting.
""",
    ),
    "a second column with a board of the first and other words": (
        paper(
            table(
                ("Meeting", "Beside", "Lead", "Purpose"),
                ("Safer Streets Board", "Rural Crime Forum", "Council", "Parks"),
                ("Rural Crime Forum", "farms", "NFU", "Farms"),
                ("Port Board", "ships", "Port", "Ships"),
            )
        ),
        """\
Safer Streets Board @ 2.1: lead council; purpose Parks; notes Beside: Rural Crime Forum
Rural Crime Forum @ 3.1: lead nfu; purpose Farms; notes Beside: farms
Port Board @ 4.1: lead port; purpose Ships; notes Beside: ships
labels: Meeting @ 1.1, Beside? @ 1.2, Lead @ 1.3, Purpose @ 1.4
""",
    ),
    "a title, labels and values below each other": (
        paper(
            table(
                ("Safer Streets Board", None, None),
                ("Lead", "Frequency", "Ward"),
                ("Council", "monthly", "North"),
                ("Rural Crime Forum", None, None),
                ("Lead", "Frequency", "Members"),
                ("NFU", "yearly", "Farmers"),
            )
        ),
        """\
Safer Streets Board @ 1.1: lead council; frequency monthly; notes Ward: North
Rural Crime Forum @ 4.1: lead nfu; frequency yearly; participants [farmers]
labels: Lead @ 2.1, Frequency @ 2.2, Ward? @ 2.3, Members @ 5.3
""",
    ),
    "labels and values below each other under a heading": (
        paper(heading("Safer Streets Board"), table(("Lead", "Frequency", ""), ("Council", "monthly", "see below")), heading("Annex")),
        """\
Safer Streets Board @ “Safer Streets Board”: lead council; frequency monthly; notes see below
labels: Lead @ 1.1, Frequency @ 1.2, ? @ 2.3
left: Annex @ “Annex”. It belongs to no meeting.
""",
    ),
    "a title, labels and values once": (
        paper(table(("Safer Streets Board", None), ("Lead", "Frequency"), ("Council", "monthly"))),
        """\
Safer Streets Board @ 1.1: lead council; frequency monthly
labels: Lead @ 2.1, Frequency @ 2.2
""",
    ),
    "labels and values twice without a title": (
        paper(table(("Lead", "Frequency"), ("Council", "monthly"), ("Lead", "Frequency"), ("NFU", "yearly"))),
        """\
labels: Lead @ 1.1, Frequency @ 1.2
left: Lead: Council @ 2.1. It describes a meeting, but no title was found.
left: Frequency: monthly @ 2.2. It describes a meeting, but no title was found.
left: Lead: NFU @ 4.1. It describes a meeting, but no title was found.
left: Frequency: yearly @ 4.2. It describes a meeting, but no title was found.
""",
    ),
    "a title, and labels of which only how often it meets describes a meeting": (
        paper(table(("Safer Streets Board", None), ("Frequency", "Area"), ("monthly", "North"))),
        """\
labels: Frequency @ 2.1, Area @ 2.2
left: Safer Streets Board @ 1.1. What is labelled here is not a meeting.
left: Frequency: monthly @ 3.1. What is labelled here is not a meeting.
left: Area: North @ 3.2. What is labelled here is not a meeting.
""",
    ),
    "two columns of one heading": (
        paper(table(("Meeting", "Lead", "Notes", "Frequency", "Notes"), ("Safer Streets Board", "Council", "new", "monthly", "ask"))),
        """\
Safer Streets Board @ 2.1: lead council; frequency monthly; notes Notes: new | Notes: ask
labels: Meeting @ 1.1, Lead @ 1.2, Notes @ 1.3, Frequency @ 1.4
""",
    ),
    "labels and values below each other without a title": (
        paper(table(("Lead", "Frequency"), ("Council", "monthly"))),
        """\
left: Lead @ 1.1. What is labelled here is not a meeting.
left: Frequency @ 1.2. What is labelled here is not a meeting.
left: Council @ 2.1. What is labelled here is not a meeting.
left: monthly @ 2.2. What is labelled here is not a meeting.
""",
    ),
    "labels and two rows of values have no title": (
        paper(heading("Safer Streets Board"), table(("Lead", "Frequency"), ("Council", "monthly"), ("NFU", "yearly"))),
        """\
left: Lead @ 1.1. What is labelled here is not a meeting.
left: Frequency @ 1.2. What is labelled here is not a meeting.
left: Council @ 2.1. What is labelled here is not a meeting.
left: monthly @ 2.2. What is labelled here is not a meeting.
left: NFU @ 3.1. What is labelled here is not a meeting.
left: yearly @ 3.2. What is labelled here is not a meeting.
left: Safer Streets Board @ “Safer Streets Board”. It belongs to no meeting.
""",
    ),
}


@pytest.mark.parametrize("fact", READ)
def test_a_row_for_each_meeting(fact: str) -> None:
    given, read = READ[fact]

    assert in_full(planned(given)) == read


@pytest.mark.parametrize("second", ["Meeting", "Board", "Beside"])
def test_a_pair_of_meetings_in_each_row_is_no_meeting(second: str) -> None:
    rows = (("Safer Streets Board", "Rural Crime Forum", "Council", "12"), ("Rural Crime Forum", "Port Board", "NFU", "20"))

    assert planned(paper(table(("Meeting", second, "Lead", "Members"), *rows))).meetings == ()


@pytest.mark.parametrize("length", [200, 201])
def test_a_title_in_a_row_has_up_to_200_characters(length: int) -> None:
    title = "Board " + "x" * (length - 6)
    plan = planned(paper(table(("Meeting", "Lead", "Frequency"), ("Safer Streets Board", "Council", "monthly"), (title, "All", "yearly"))))

    assert [one.title for one in plan.meetings] == ["Safer Streets Board", *([title] if length == 200 else [])]
    assert [one.text for one in plan.not_understood] == ([] if length == 200 else [title, "All", "yearly"])
