"""Which text of a paper is a title, a heading over meetings, a value or none of these, by the order in which it comes."""

import pytest

from govreg.analysis.importing.assemble import TITLE_TOO_LONG
from govreg.model.document import Paragraph
from papers import heading, in_full, only, paper, planned, table

STREETS = "Safer Streets Board\nLead: Council\nFrequency: monthly\n"
FARMS = "Rural Crime Forum\nLead: NFU\nFrequency: yearly\n"
STREETS_ROWS = (("Lead", "Council"), ("Frequency", "monthly"))
FARMS_ROWS = (("Lead", "NFU"), ("Frequency", "yearly"))


def line(text: str) -> Paragraph:
    """A paragraph of Word; `- ` begins an item of a list."""
    return Paragraph(text.removeprefix("- "), f"paragraph {text[:3]}", item=text.startswith("- "))


TEXTS = {
    "a title after a blank line begins a board whatever its first label": """\
Safer Streets Board
Lead: Council
Frequency: monthly

Rural crime forum
Purpose: Farms
Members: NHS
=>
Safer Streets Board @ 1: lead council; frequency monthly
Rural crime forum @ 5: purpose Farms; participants [nhs]; lead not-stated
labels: Lead @ 2, Frequency @ 3, Purpose @ 6, Members @ 7
""",
    "a heading about the board begins none": """\
Safer Streets Board
Lead: Council
Frequency: monthly

About the Board
Purpose: Streets

Work with the Youth Panel
Members: NHS
=>
Safer Streets Board @ 1: lead council; frequency monthly; purpose Streets; participants [nhs]
labels: Lead @ 2, Frequency @ 3, Purpose @ 6, Members @ 9
left: About the Board @ 5. It belongs to no meeting.
left: Work with the Youth Panel @ 8. It belongs to no meeting.
""",
    "the title again begins none": """\
Safer Streets Board
Lead: Council
Frequency: monthly

Safer Streets Board
Purpose: Streets
=>
Safer Streets Board @ 1: lead council; frequency monthly; purpose Streets
labels: Lead @ 2, Frequency @ 3, Purpose @ 6
left: Safer Streets Board @ 5. It belongs to no meeting.
""",
    "a title among members begins none": """\
Safer Streets Board
Lead: Council
Frequency: monthly
Members: NHS
Youth Justice Board
Purpose: Streets
=>
Safer Streets Board @ 1: lead council; frequency monthly; participants [nhs, youth-justice-board]; purpose Streets
labels: Lead @ 2, Frequency @ 3, Members @ 4, Purpose @ 6
""",
    "a title between blank lines begins none": """\
Safer Streets Board

Lead: Council

Frequency: monthly

Youth Justice Board

Purpose: Streets
=>
Safer Streets Board @ 1: lead council; frequency monthly; purpose Streets
labels: Lead @ 3, Frequency @ 5, Purpose @ 9
left: Youth Justice Board @ 7. It belongs to no meeting.
""",
    "a label over labels is the heading of a section": """\
Safer Streets Board
Lead: Council
Frequency: monthly

Governance
Purpose: Streets
Members: NHS
=>
Safer Streets Board @ 1: lead council; frequency monthly; purpose Streets; participants [nhs]
labels: Lead @ 2, Frequency @ 3, Governance @ 5, Purpose @ 6, Members @ 7
left: Governance @ 5. It belongs to no meeting.
""",
    "a heading over several boards is noted with each": """\
Partnership meetings

Safer Streets Board
Lead: Council
Frequency: monthly

Rural Crime Forum
Lead: NFU
Frequency: yearly
=>
Safer Streets Board @ 3: lead council; frequency monthly; notes Listed under: Partnership meetings
Rural Crime Forum @ 7: lead nfu; frequency yearly; notes Listed under: Partnership meetings
labels: Lead @ 4, Frequency @ 5
""",
    "a heading over a heading belongs to no meeting": """\
Part A
Streets
Safer Streets Board
Lead: Council
Frequency: monthly

Part B
Farms
Rural Crime Forum
Lead: NFU
Frequency: yearly
=>
Safer Streets Board @ 3: lead council; frequency monthly; notes Listed under: Streets
Rural Crime Forum @ 9: lead nfu; frequency yearly; notes Listed under: Farms
labels: Lead @ 4, Frequency @ 5
left: Part A @ 1. It belongs to no meeting.
left: Part B @ 7. It belongs to no meeting.
""",
    "a value ends at a blank line, and a sentence after it belongs to no meeting": """\
Safer Streets Board
Lead: Council
Frequency: monthly
Purpose: Safer streets
and parks

We met in May.

Rural Crime Forum
Lead: NFU
Frequency: yearly
=>
Safer Streets Board @ 1: lead council; frequency monthly; purpose Safer streets | and parks
Rural Crime Forum @ 9: lead nfu; frequency yearly
labels: Lead @ 2, Frequency @ 3, Purpose @ 4
left: We met in May. @ 7. It belongs to no meeting.
""",
    "a value begins in the line after its label, and ends before the next title": """\
Safer Streets Board
Lead: Council
Frequency: monthly
Members:
- NHS
- Police

- Fire
Rural Crime Forum
Lead: NFU
Frequency: yearly
=>
Safer Streets Board @ 1: lead council; frequency monthly; participants [nhs, police, fire]
Rural Crime Forum @ 9: lead nfu; frequency yearly
labels: Lead @ 2, Frequency @ 3, Members @ 4
""",
    "a name in the next line is one more member": """\
Safer Streets Board
Lead: Council
Frequency: monthly
Members: NHS
Police

Annex

The county has three ports.
=>
Safer Streets Board @ 1: lead council; frequency monthly; participants [nhs, police]
labels: Lead @ 2, Frequency @ 3, Members @ 4
left: Annex @ 7. It belongs to no meeting.
left: The county has three ports. @ 9. It belongs to no meeting.
""",
    "a numbered title ends the board before it": """\
Safer Streets Board
Lead: Council
Frequency: monthly

1. Rural Crime Forum
Lead: NFU
Frequency: yearly
=>
Safer Streets Board @ 1: lead council; frequency monthly
Rural Crime Forum @ 5: lead nfu; frequency yearly
labels: Lead @ 2, Frequency @ 3
""",
    "titles are numbered, and labels are items": """\
1. Safer Streets Board
- Lead: Council
- Frequency: monthly
2. Rural Crime Forum
- Lead: NFU
- Frequency: yearly
=>
Safer Streets Board @ 1: lead council; frequency monthly
Rural Crime Forum @ 4: lead nfu; frequency yearly
labels: Lead @ 2, Frequency @ 3
""",
    "titles are items of a list": """\
- Safer Streets Board
Lead: Council
Frequency: monthly

- Rural Crime Forum
Lead: NFU
Frequency: yearly
=>
Safer Streets Board @ 1: lead council; frequency monthly
Rural Crime Forum @ 5: lead nfu; frequency yearly
labels: Lead @ 2, Frequency @ 3
""",
    "a numbered item without a blank line before it is part of the list": """\
Safer Streets Board
Lead: Council
Frequency: monthly
Members:
- 1. Youth Panel
- 2. Parish Council
=>
Safer Streets Board @ 1: lead council; frequency monthly
labels: Lead @ 2, Frequency @ 3, Members @ 4
left: 1. Youth Panel @ 4. It names no organisation that is known.
left: 2. Parish Council @ 4. It names no organisation that is known.
""",
    "a numbered item after a blank line may be the next title": """\
Safer Streets Board
Lead: Council
Frequency: monthly
Members: NHS

- 2. Youth Panel
Lead: NHS
Frequency: yearly
=>
Safer Streets Board @ 1: lead council; frequency monthly; participants [nhs]
Youth Panel @ 6: lead nhs; frequency yearly
labels: Lead @ 2, Frequency @ 3, Members @ 4
""",
    "an item after a blank line that is no title is part of the list": """\
Safer Streets Board
Lead: Council
Frequency: monthly
Members: NHS

- 2. youth panel

- parish council, and others
=>
Safer Streets Board @ 1: lead council; frequency monthly; participants [nhs, parish-council]
labels: Lead @ 2, Frequency @ 3, Members @ 4
left: 2. youth panel @ 4. It names no organisation that is known.
""",
    "labels for titles begin a board each": """\
Meeting: Safer Streets Board
Lead: Council
Frequency: monthly
Meeting: Rural Crime Forum
Lead: NFU
Frequency: yearly
=>
Safer Streets Board @ 1: lead council; frequency monthly
Rural Crime Forum @ 4: lead nfu; frequency yearly
labels: Meeting @ 1, Lead @ 2, Frequency @ 3
""",
    "a heading over a labelled title is noted with it": """\
Streets

Meeting: Safer Streets Board
Lead: Council
Frequency: monthly

A sentence.

Farms

Meeting: Rural Crime Forum
Lead: NFU
Frequency: yearly
=>
Safer Streets Board @ 3: lead council; frequency monthly; notes Listed under: Streets
Rural Crime Forum @ 11: lead nfu; frequency yearly; notes Listed under: Farms
labels: Meeting @ 3, Lead @ 4, Frequency @ 5
left: A sentence. @ 7. It belongs to no meeting.
""",
    "labels without a title describe a board that has none": """\
Lead: Council
Frequency: monthly
Purpose: streets
=>
labels: Lead @ 1, Frequency @ 2, Purpose @ 3
left: Lead: Council @ 1. It describes a meeting, but no title was found.
left: Frequency: monthly @ 2. It describes a meeting, but no title was found.
left: Purpose: streets @ 3. It describes a meeting, but no title was found.
""",
    "labels of something else describe none": """\
Boards

Safer Streets Board
Lead: Council
Budget: 4
Deadline: May
=>
labels: Lead @ 4, Budget? @ 5, Deadline? @ 6
left: Safer Streets Board @ 3. What is labelled here is not a meeting.
left: Lead: Council @ 4. What is labelled here is not a meeting.
left: Budget: 4 @ 5. What is labelled here is not a meeting.
left: Deadline: May @ 6. What is labelled here is not a meeting.
left: Boards @ 1. It belongs to no meeting.
""",
    "labels of something else without a title describe none": """\
Lead: Council
Budget: 4
Deadline: May
=>
labels: Lead @ 1, Budget? @ 2, Deadline? @ 3
left: Lead: Council @ 1. What is labelled here is not a meeting.
left: Budget: 4 @ 2. What is labelled here is not a meeting.
left: Deadline: May @ 3. What is labelled here is not a meeting.
""",
    "minutes of a board are not the board": """\
Notes of the Safer Streets Board
Lead: Council
Frequency: monthly
Members: NHS
=>
labels: Lead @ 2, Frequency @ 3, Members @ 4
left: Notes of the Safer Streets Board @ 1. What is labelled here is not a meeting.
left: Lead: Council @ 2. What is labelled here is not a meeting.
left: Frequency: monthly @ 3. What is labelled here is not a meeting.
left: Members: NHS @ 4. What is labelled here is not a meeting.
""",
    "a label that is not known belongs to the board": """\
Safer Streets Board
Lead: Council
Frequency: monthly
Budget code: X12
More of it
Rural Crime Forum
Lead: NFU
Frequency: yearly
=>
Safer Streets Board @ 1: lead council; frequency monthly; notes Budget code: X12 | More of it
Rural Crime Forum @ 6: lead nfu; frequency yearly
labels: Lead @ 2, Frequency @ 3, Budget code? @ 4
""",
    "a label again is a note": """\
Safer Streets Board
Lead: Council
Frequency: monthly
Lead: NHS
=>
Safer Streets Board @ 1: lead council; frequency monthly; notes Lead: NHS
labels: Lead @ 2, Frequency @ 3
""",
    "a label on a line of its own waits for its value": """\
Safer Streets Board
Lead: Council
Frequency: monthly
Purpose
Safer streets

and parks.
Members
NHS
=>
Safer Streets Board @ 1: lead council; frequency monthly; purpose Safer streets | and parks.; participants [nhs]
labels: Lead @ 2, Frequency @ 3, Purpose @ 4, Members @ 8
""",
    "labels on lines of their own, one board after the other": """\
Safer Streets Board

Purpose

To act.

Membership

- NHS
- Police

Frequency

monthly

Rural Crime Forum

Purpose

Farms.

Membership

- NFU

Frequency

yearly
=>
Safer Streets Board @ 1: purpose To act.; participants [nhs, police]; frequency monthly; lead not-stated
Rural Crime Forum @ 16: purpose Farms.; participants [nfu]; frequency yearly; lead not-stated
labels: Purpose @ 3, Membership @ 7, Frequency @ 12
""",
    "a heading between labels on lines of their own is a label as well": """\
Safer Streets Board

Purpose

To act.

Background

It began in 2016.

It grew.

Membership

- NHS

Frequency

monthly
=>
Safer Streets Board @ 1: purpose To act.; participants [nhs]; frequency monthly; lead not-stated; notes Background: It
    began in 2016. | It grew.
labels: Purpose @ 3, Membership @ 13, Frequency @ 17
""",
    "labels with colons end a board whose labels are on lines of their own": """\
Safer Streets Board

Purpose
To act.

Membership
- NHS

Frequency
monthly

Farm boards

Rural Crime Forum

Lead: NFU
Frequency: yearly
=>
Safer Streets Board @ 1: purpose To act.; participants [nhs]; frequency monthly; lead not-stated
Rural Crime Forum @ 14: lead nfu; frequency yearly; notes Listed under: Farm boards
labels: Purpose @ 3, Membership @ 6, Frequency @ 9, Lead @ 16
""",
    "a title with a label ends a board whose labels are on lines of their own": """\
Safer Streets Board

Purpose
To act.

Membership
- NHS

Frequency
monthly

Farm boards

Meeting: Rural Crime Forum
Lead: NFU
Frequency: yearly
=>
Safer Streets Board @ 1: purpose To act.; participants [nhs]; frequency monthly; lead not-stated
Rural Crime Forum @ 14: lead nfu; frequency yearly; notes Listed under: Farm boards
labels: Purpose @ 3, Membership @ 6, Frequency @ 9, Meeting @ 14, Lead @ 15
""",
    "headings without text at the end of such a board belong to what follows": """\
Safer Streets Board

Purpose
To act.

Membership
- NHS

Frequency
monthly

Farm boards

These are about farms.

Rural Crime Forum

Lead: NFU
Frequency: yearly
=>
Safer Streets Board @ 1: purpose To act.; participants [nhs]; frequency monthly; lead not-stated
Rural Crime Forum @ 16: lead nfu; frequency yearly
labels: Purpose @ 3, Membership @ 6, Frequency @ 9, Lead @ 18
left: Farm boards @ 12. It belongs to no meeting.
left: These are about farms. @ 12. It belongs to no meeting.
""",
    "an item below a label is part of its list though a blank line is above the label": """\
Safer Streets Board
Lead: Council
Frequency: monthly

Members: NHS
- 2. Youth Panel
=>
Safer Streets Board @ 1: lead council; frequency monthly; participants [nhs]
labels: Lead @ 2, Frequency @ 3, Members @ 5
left: 2. Youth Panel @ 5. It names no organisation that is known.
""",
    "a sentence below a title with a label parts it from its labels": """\
Meeting: Safer Streets Board

We met in May.
- an item
Lead: Council
Frequency: monthly
=>
labels: Meeting @ 1, Lead @ 5, Frequency @ 6
left: We met in May. @ 3. It belongs to no meeting.
left: Safer Streets Board @ 1. What is labelled here is not a meeting.
left: an item @ 4. It belongs to no meeting.
left: Lead: Council @ 5. It describes a meeting, but no title was found.
left: Frequency: monthly @ 6. It describes a meeting, but no title was found.
""",
    "a heading below a title with a label is no title": """\
Meeting: Safer Streets Board

Details

Lead: Council
Frequency: monthly
=>
Safer Streets Board @ 1: lead council; frequency monthly
labels: Meeting @ 1, Lead @ 5, Frequency @ 6
left: Details @ 3. It belongs to no meeting.
""",
    "an item below a title with a label is no title": """\
Meeting: Safer Streets Board

- 2. Youth Panel
Lead: Council
Frequency: monthly
=>
Safer Streets Board @ 1: lead council; frequency monthly
labels: Meeting @ 1, Lead @ 4, Frequency @ 5
left: 2. Youth Panel @ 3. It belongs to no meeting.
""",
    "a title with a label begins a board whatever comes first": """\
Safer Streets Board
Lead: Council
Frequency: monthly
Meeting: Rural Crime Forum
Members: NFU
Lead: NFU
Frequency: yearly
=>
Safer Streets Board @ 1: lead council; frequency monthly
Rural Crime Forum @ 4: participants [nfu]; lead nfu; frequency yearly
labels: Lead @ 2, Frequency @ 3, Meeting @ 4, Members @ 5
""",
    "of three headings at the end of such a board the last two belong to what follows": """\
Safer Streets Board

Purpose
To act.

Membership
- NHS

Frequency
monthly

Background

Farm boards

Rural Crime Forum

Lead: NFU
Frequency: yearly
=>
Safer Streets Board @ 1: purpose To act.; participants [nhs]; frequency monthly; lead not-stated
Rural Crime Forum @ 16: lead nfu; frequency yearly; notes Listed under: Farm boards
labels: Purpose @ 3, Membership @ 6, Frequency @ 9, Lead @ 18
left: Background @ 12. It belongs to no meeting.
""",
    "a heading with text before the last two is a label of its board": """\
Safer Streets Board

Purpose
To act.

Membership
- NHS

Frequency
monthly

Background

It began in 2016.

Farm boards

Rural Crime Forum

Lead: NFU
Frequency: yearly
=>
Safer Streets Board @ 1: purpose To act.; participants [nhs]; frequency monthly; lead not-stated
Rural Crime Forum @ 18: lead nfu; frequency yearly; notes Listed under: Farm boards
labels: Purpose @ 3, Membership @ 6, Frequency @ 9, Lead @ 20
left: Background @ 12. It belongs to no meeting.
left: It began in 2016. @ 12. It belongs to no meeting.
""",
    "items of a list are no headings over the next board": """\
Safer Streets Board
Lead: Council
Frequency: monthly

Members: NHS
- 1. Youth Panel
- 2. Parish Council

Rural Crime Forum
Lead: NFU
Frequency: yearly
=>
Safer Streets Board @ 1: lead council; frequency monthly; participants [nhs]
Rural Crime Forum @ 9: lead nfu; frequency yearly
labels: Lead @ 2, Frequency @ 3, Members @ 5
left: 1. Youth Panel @ 5. It names no organisation that is known.
left: 2. Parish Council @ 5. It names no organisation that is known.
""",
    "one heading at the end of such a board is the next title": """\
Safer Streets Board

Purpose
To act.

Membership
- NHS

Frequency
monthly

Rural Crime Forum

Lead: NFU
Frequency: yearly
=>
Safer Streets Board @ 1: purpose To act.; participants [nhs]; frequency monthly; lead not-stated
Rural Crime Forum @ 12: lead nfu; frequency yearly
labels: Purpose @ 3, Membership @ 6, Frequency @ 9, Lead @ 14
""",
    "a remark below the next title is about its board": """\
Safer Streets Board

Purpose
To act.

Membership
- NHS

Frequency
monthly

Rural Crime Forum
about farms

Lead: NFU
Frequency: yearly
=>
Safer Streets Board @ 1: purpose To act.; participants [nhs]; frequency monthly; lead not-stated
Rural Crime Forum @ 12: lead nfu; frequency yearly; notes about farms
labels: Purpose @ 3, Membership @ 6, Frequency @ 9, Lead @ 15
""",
    "sentences below the name of a board are about it": """\
Our boards

Safer Streets Board

It makes streets safer. We met in May.

It will meet again.

Lead: Council
Frequency: monthly

Streets at night

We walk them.

Lead: NFU
Frequency: yearly
=>
Safer Streets Board @ 3: lead council; frequency monthly; notes It makes streets safer. We met in May. | It will meet
    again. | Listed under: Our boards
labels: Lead @ 9, Frequency @ 10
left: Streets at night @ 12. It belongs to no meeting.
left: We walk them. @ 14. It belongs to no meeting.
left: Lead: NFU @ 16. It describes a meeting, but no title was found.
left: Frequency: yearly @ 17. It describes a meeting, but no title was found.
""",
    "two labels on lines of their own are not enough": """\
Safer Streets Board

Purpose

To act.

Frequency

monthly

The end
=>
labels: Purpose @ 3, Frequency @ 7
left: Safer Streets Board @ 1. It belongs to no meeting.
left: Purpose: To act. @ 3. It belongs to no meeting.
left: Frequency: monthly @ 7. It belongs to no meeting.
left: The end @ 11. It belongs to no meeting.
""",
    "three without who attends or how often are not enough": """\
Safer Streets Board

Purpose

To act.

Lead

Council

Focus

Parks.
=>
labels: Purpose @ 3, Lead @ 7, Focus @ 11
left: Safer Streets Board @ 1. It belongs to no meeting.
left: Purpose: To act. @ 3. It belongs to no meeting.
left: Lead: Council @ 7. It belongs to no meeting.
left: Focus: Parks. @ 11. It belongs to no meeting.
""",
}


@pytest.mark.parametrize("fact", TEXTS)
def test_a_text(fact: str) -> None:
    given, read = TEXTS[fact].split("\n=>\n")

    assert in_full(planned(given)) == read


PAPERS = {
    "a title in bold begins a board whatever its first label": (
        paper(
            Paragraph("Safer Streets Board", "paragraph 1", bold=True),
            line("Lead: Council"),
            line("Frequency: monthly"),
            Paragraph("Rural Crime Forum", "paragraph 4", bold=True),
            line("Purpose: Farms"),
            line("Members: NHS"),
        ),
        """\
Safer Streets Board @ 1: lead council; frequency monthly
Rural Crime Forum @ 4: purpose Farms; participants [nhs]; lead not-stated
labels: Lead @ Lea, Frequency @ Fre, Purpose @ Pur, Members @ Mem
""",
    ),
    "a heading that is a title begins a board whatever its first label": (
        paper(
            heading("Safer Streets Board"),
            line("Lead: Council"),
            line("Frequency: monthly"),
            heading("Rural Crime Forum"),
            line("Purpose: Farms"),
            line("Members: NHS"),
        ),
        """\
Safer Streets Board @ “Safer Streets Board”: lead council; frequency monthly
Rural Crime Forum @ “Rural Crime Forum”: purpose Farms; participants [nhs]; lead not-stated
labels: Lead @ Lea, Frequency @ Fre, Purpose @ Pur, Members @ Mem
""",
    ),
    "a title in a line like others begins none": (
        paper(
            line("Safer Streets Board"),
            line("Lead: Council"),
            line("Frequency: monthly"),
            line("Rural Crime Forum"),
            line("Purpose: Farms"),
        ),
        """\
Safer Streets Board @ Saf: lead council; frequency monthly; purpose Farms
labels: Lead @ Lea, Frequency @ Fre, Purpose @ Pur
left: Rural Crime Forum @ Rur. It belongs to no meeting.
""",
    ),
    "a heading that reads like a label, over labels with values": (
        paper(
            heading("Safer Streets Board", 1),
            line("Lead: Council"),
            line("Frequency: monthly"),
            heading("Meeting arrangements"),
            line("Quorum: three"),
            line("Members: NHS"),
        ),
        """\
Safer Streets Board @ “Safer Streets Board”: lead council; frequency monthly; quorum three; participants [nhs]
labels: Lead @ Lea, Frequency @ Fre, Meeting arrangements @ “Meeting arrangements”, Quorum @ Quo, Members @ Mem
left: Meeting arrangements @ “Meeting arrangements”. It belongs to no meeting.
""",
    ),
    "a table ends its board": (
        paper(heading("Safer Streets Board"), table(*STREETS_ROWS), line("- an item"), line("A sentence.")),
        """\
Safer Streets Board @ “Safer Streets Board”: lead council; frequency monthly
labels: Lead @ 1.1, Frequency @ 2.1
left: an item @ - a. It belongs to no meeting.
left: A sentence. @ A s. It belongs to no meeting.
""",
    ),
    "a sentence between a title and a table is about the board": (
        paper(heading("Safer Streets Board"), line("We met in May."), table(*STREETS_ROWS)),
        """\
Safer Streets Board @ “Safer Streets Board”: lead council; frequency monthly; notes We met in May.
labels: Lead @ 1.1, Frequency @ 2.1
""",
    ),
    "a sentence between a heading that names no board and a table parts them": (
        paper(heading("Streets"), line("We met in May."), table(*STREETS_ROWS)),
        """\
labels: Lead @ 1.1, Frequency @ 2.1
left: Streets @ “Streets”. It belongs to no meeting.
left: We met in May. @ We . It belongs to no meeting.
left: Lead: Council @ 1.2. It describes a meeting, but no title was found.
left: Frequency: monthly @ 2.2. It describes a meeting, but no title was found.
""",
    ),
    "sentences below headings over boards, and below their titles": (
        paper(
            heading("Review of meetings", 1),
            line("We reviewed them all."),
            heading("Streets", 2),
            line("Two boards work on streets."),
            heading("Safer Streets Board", 3),
            line("It makes streets safer."),
            line("It was set up in 2016."),
            line("Lead: Council"),
            line("Frequency: monthly"),
            heading("Night Patrol Group", 3),
            line("It walks the streets."),
            line("Lead: Police"),
            line("Frequency: weekly"),
            heading("Next steps", 2),
            line("The Board will decide."),
        ),
        """\
Safer Streets Board @ “Safer Streets Board”: lead council; frequency monthly; notes It makes streets safer. | It was set
    up in 2016. | Listed under: Streets
Night Patrol Group @ “Night Patrol Group”: lead police; frequency weekly; notes It walks the streets. | Listed under:
    Streets
labels: Lead @ Lea, Frequency @ Fre
left: Review of meetings @ “Review of meetings”. It belongs to no meeting.
left: We reviewed them all. @ We . It belongs to no meeting.
left: Two boards work on streets. @ Two. It belongs to no meeting.
left: Next steps @ “Next steps”. It belongs to no meeting.
left: The Board will decide. @ The. It belongs to no meeting.
""",
    ),
    "a table about the paper leaves the title to the sections below it": (
        paper(
            heading("Safer Streets Board", 1),
            table(("Version", "2.0"), ("Date approved", "May 2026")),
            heading("Background", 2),
            line("It began in 2016."),
            line("It grew."),
            heading("Aim of the Board", 2),
            line("To act."),
            heading("Core members", 2),
            line("- NHS"),
            heading("Frequency", 2),
            line("monthly"),
        ),
        """\
Safer Streets Board @ “Safer Streets Board”: purpose To act.; participants [nhs]; frequency monthly; lead not-stated;
    notes Background: It began in 2016. | It grew.
labels: Aim of the Board @ “Aim of the Board”, Core members @ “Core members”, Frequency @ “Frequency”
left: Version @ 1.1. What is labelled here is not a meeting.
left: 2.0 @ 1.2. What is labelled here is not a meeting.
left: Date approved @ 2.1. What is labelled here is not a meeting.
left: May 2026 @ 2.2. What is labelled here is not a meeting.
""",
    ),
    "a table about something else leaves the title right above it": (
        paper(
            heading("Costs"),
            heading("Rural Crime Forum"),
            table(("Room", "Cost"), ("A", "£2")),
            table(*STREETS_ROWS),
        ),
        """\
Rural Crime Forum @ “Rural Crime Forum”: lead council; frequency monthly
labels: Lead @ 1.1, Frequency @ 2.1
left: Costs @ “Costs”. What is labelled here is not a meeting.
left: Room @ 1.1. What is labelled here is not a meeting.
left: Cost @ 1.2. What is labelled here is not a meeting.
left: A @ 2.1. What is labelled here is not a meeting.
left: £2 @ 2.2. What is labelled here is not a meeting.
""",
    ),
    "a title of the level of its sections": (
        paper(
            heading("Our boards", 1),
            heading("Safer Streets Board", 2),
            heading("Purpose", 2),
            line("To act."),
            heading("Members", 2),
            line("- NHS"),
            heading("Frequency", 2),
            line("monthly"),
        ),
        """\
Safer Streets Board @ “Safer Streets Board”: purpose To act.; participants [nhs]; frequency monthly; lead not-stated;
    notes Listed under: Our boards
labels: Purpose @ “Purpose”, Members @ “Members”, Frequency @ “Frequency”
""",
    ),
    "a heading of a lower level is noted, and one above it where no board has it is not": (
        paper(
            heading("Streets", 1),
            heading("Safer Streets Board", 2),
            table(*STREETS_ROWS),
            heading("Farms", 1),
            heading("Parks", 2),
            heading("Rural Crime Forum", 3),
            table(*FARMS_ROWS),
        ),
        """\
Safer Streets Board @ “Safer Streets Board”: lead council; frequency monthly; notes Listed under: Streets
Rural Crime Forum @ “Rural Crime Forum”: lead nfu; frequency yearly; notes Listed under: Parks
labels: Lead @ 1.1, Frequency @ 2.1
left: Farms @ “Farms”. It belongs to no meeting.
""",
    ),
    "headings of one level follow each other": (
        paper(
            heading("Streets", 2),
            heading("Safer Streets Board", 2),
            table(*STREETS_ROWS),
            heading("Farms", 2),
            heading("Rural Crime Forum", 2),
            table(*FARMS_ROWS),
            heading("Annex", 1),
            line("The end."),
        ),
        """\
Safer Streets Board @ “Safer Streets Board”: lead council; frequency monthly; notes Listed under: Streets
Rural Crime Forum @ “Rural Crime Forum”: lead nfu; frequency yearly; notes Listed under: Farms
labels: Lead @ 1.1, Frequency @ 2.1
left: Annex @ “Annex”. It belongs to no meeting.
left: The end. @ The. It belongs to no meeting.
""",
    ),
    "a heading stays over the boards below it until one of its level": (
        paper(
            heading("Part", 1),
            heading("Streets", 2),
            heading("Safer Streets Board", 3),
            table(*STREETS_ROWS),
            heading("Rural Crime Forum", 3),
            table(*FARMS_ROWS),
            heading("Annex", 2),
            heading("Harbour Panel", 3),
            table(("Lead", "Port"), ("Frequency", "daily")),
        ),
        """\
Safer Streets Board @ “Safer Streets Board”: lead council; frequency monthly; notes Listed under: Streets
Rural Crime Forum @ “Rural Crime Forum”: lead nfu; frequency yearly; notes Listed under: Streets
Harbour Panel @ “Harbour Panel”: lead port; frequency daily; notes Listed under: Annex
labels: Lead @ 1.1, Frequency @ 2.1
left: Part @ “Part”. It belongs to no meeting.
""",
    ),
    "headings that are labels, without a title": (
        paper(
            heading("Purpose"),
            line("To act."),
            heading("Membership"),
            line("- NHS"),
            heading("Frequency"),
            line("monthly"),
            heading("Parks", 1),
            line("Open all day."),
        ),
        """\
labels: Purpose @ “Purpose”, Membership @ “Membership”, Frequency @ “Frequency”
left: Purpose: To act. @ “Purpose”. It belongs to no meeting.
left: Membership: - NHS @ “Membership”. It belongs to no meeting.
left: Frequency: monthly @ “Frequency”. It belongs to no meeting.
left: Parks @ “Parks”. It belongs to no meeting.
left: Open all day. @ Ope. It belongs to no meeting.
""",
    ),
    "headings that are labels, and one that is not known": (
        paper(
            heading("Safer Streets Board", 1),
            heading("Purpose"),
            line("To act."),
            heading("Background"),
            line("Long ago."),
            heading("Membership"),
            line("- NHS"),
            heading("Frequency"),
            line("monthly"),
            heading("Rural Crime Forum", 1),
            heading("Purpose"),
            line("Farms."),
            heading("Membership"),
            line("- NFU"),
            heading("Frequency"),
            line("yearly"),
        ),
        """\
Safer Streets Board @ “Safer Streets Board”: purpose To act.; participants [nhs]; frequency monthly; lead not-stated;
    notes Background: Long ago.
Rural Crime Forum @ “Rural Crime Forum”: purpose Farms.; participants [nfu]; frequency yearly; lead not-stated
labels: Purpose @ “Purpose”, Background? @ “Background”, Membership @ “Membership”, Frequency @ “Frequency”
""",
    ),
    "titles in rows of their own": (
        paper(
            heading("Boards", 1),
            table(("Safer Streets Board", None), *STREETS_ROWS, ("Budget", "4"), ("Rural Crime Forum", None), *FARMS_ROWS),
            heading("Annex", 1),
        ),
        """\
Safer Streets Board @ 1.1: lead council; frequency monthly; notes Budget: 4 | Listed under: Boards
Rural Crime Forum @ 5.1: lead nfu; frequency yearly; notes Listed under: Boards
labels: Lead @ 2.1, Frequency @ 3.1, Budget? @ 4.1
left: Annex @ “Annex”. It belongs to no meeting.
""",
    ),
    "a heading in the table over several boards": (
        paper(
            table(
                ("Streets", None), ("Safer Streets Board", None), *STREETS_ROWS, ("Farms", None), ("Rural Crime Forum", None), *FARMS_ROWS
            )
        ),
        """\
Safer Streets Board @ 2.1: lead council; frequency monthly; notes Listed under: Streets
Rural Crime Forum @ 6.1: lead nfu; frequency yearly; notes Listed under: Farms
labels: Lead @ 3.1, Frequency @ 4.1
""",
    ),
    "a table for each board below one heading": (
        paper(
            heading("Boards", 1),
            table(("Safer Streets Board", None), *STREETS_ROWS),
            table(("Rural Crime Forum", None), *FARMS_ROWS),
            heading("Annex", 1),
        ),
        """\
Safer Streets Board @ 1.1: lead council; frequency monthly; notes Listed under: Boards
Rural Crime Forum @ 1.1: lead nfu; frequency yearly; notes Listed under: Boards
labels: Lead @ 2.1, Frequency @ 3.1
left: Annex @ “Annex”. It belongs to no meeting.
""",
    ),
    "a second table without a title describes a board that has none": (
        paper(heading("Safer Streets Board"), table(*STREETS_ROWS), table(*FARMS_ROWS)),
        """\
Safer Streets Board @ “Safer Streets Board”: lead council; frequency monthly
labels: Lead @ 1.1, Frequency @ 2.1
left: Lead: NFU @ 1.2. It describes a meeting, but no title was found.
left: Frequency: yearly @ 2.2. It describes a meeting, but no title was found.
""",
    ),
    "a row in bold goes on with the labels if they are new": (
        paper(heading("Safer Streets Board"), table(*STREETS_ROWS, ("What we do", None), ("Purpose", "Parks"))),
        """\
Safer Streets Board @ “Safer Streets Board”: lead council; frequency monthly
labels: Lead @ 1.1, Frequency @ 2.1, Purpose @ 4.1
left: What we do @ 3.1. What is labelled here is not a meeting.
left: Purpose: Parks @ 4.2. What is labelled here is not a meeting.
""",
    ),
    "a second board in one table begins with the label that the first began with": (
        paper(
            table(("Safer Streets Board", None), *STREETS_ROWS), table(("Rural Crime Forum", None), ("Lead", "NFU"), ("Purpose", "Farms"))
        ),
        """\
Safer Streets Board @ 1.1: lead council; frequency monthly
Rural Crime Forum @ 1.1: lead nfu; purpose Farms
labels: Lead @ 2.1, Frequency @ 3.1, Purpose @ 3.1
""",
    ),
    "text below a table of labels on lines of their own": (
        paper(
            heading("Safer Streets Board"),
            table(*STREETS_ROWS),
            heading("Members", 3),
            line("- NHS"),
            heading("Rural Crime Forum"),
            table(*FARMS_ROWS),
        ),
        """\
Safer Streets Board @ “Safer Streets Board”: lead council; frequency monthly
Rural Crime Forum @ “Rural Crime Forum”: lead nfu; frequency yearly
labels: Lead @ 1.1, Frequency @ 2.1, Members @ “Members”
left: Members: - NHS @ “Members”. It belongs to no meeting.
""",
    ),
    "a bold line is a heading whatever it ends with": (
        paper(Paragraph("The boards, in short.", "paragraph 1", bold=True), line("Safer Streets Board"), table(*STREETS_ROWS)),
        """\
Safer Streets Board @ Saf: lead council; frequency monthly; notes Listed under: The boards, in short.
labels: Lead @ 1.1, Frequency @ 2.1
""",
    ),
    "a line that is not bold is one only if it reads like a title": (
        paper(line("the boards in short"), line("Safer Streets Board"), table(*STREETS_ROWS)),
        """\
Safer Streets Board @ Saf: lead council; frequency monthly
labels: Lead @ 1.1, Frequency @ 2.1
left: the boards in short @ the. It belongs to no meeting.
""",
    ),
    "a table ends a board whose labels are headings": (
        paper(
            heading("Safer Streets Board", 1),
            heading("Purpose"),
            line("To act."),
            heading("Membership"),
            line("- NHS"),
            heading("Frequency"),
            line("monthly"),
            table(("Rural Crime Forum", None), *FARMS_ROWS),
        ),
        """\
Safer Streets Board @ “Safer Streets Board”: purpose To act.; participants [nhs]; frequency monthly; lead not-stated
Rural Crime Forum @ 1.1: lead nfu; frequency yearly
labels: Purpose @ “Purpose”, Membership @ “Membership”, Frequency @ “Frequency”, Lead @ 2.1
""",
    ),
    "a heading of another level ends a board whose labels are headings": (
        paper(
            heading("Safer Streets Board", 1),
            heading("Purpose"),
            line("To act."),
            heading("Membership"),
            line("- NHS"),
            heading("Frequency"),
            line("monthly"),
            heading("Notes", 3),
            line("- open"),
            heading("Annex", 1),
            line("The end."),
        ),
        """\
Safer Streets Board @ “Safer Streets Board”: purpose To act.; participants [nhs]; frequency monthly; lead not-stated;
    notes Notes: - open
labels: Purpose @ “Purpose”, Membership @ “Membership”, Frequency @ “Frequency”, Notes @ “Notes”
left: Annex @ “Annex”. It belongs to no meeting.
left: The end. @ The. It belongs to no meeting.
""",
    ),
    "an item in bold is no title": (
        paper(Paragraph("Safer streets", "paragraph 1", item=True, bold=True), line("some words"), table(*STREETS_ROWS)),
        """\
labels: Lead @ 1.1, Frequency @ 2.1
left: Safer streets @ 1. It belongs to no meeting.
left: some words @ som. It belongs to no meeting.
left: Lead: Council @ 1.2. It describes a meeting, but no title was found.
left: Frequency: monthly @ 2.2. It describes a meeting, but no title was found.
""",
    ),
    "an item between a title and a table is about the board": (
        paper(heading("Safer Streets Board", 1), line("- an item"), table(*STREETS_ROWS)),
        """\
Safer Streets Board @ “Safer Streets Board”: lead council; frequency monthly; notes an item
labels: Lead @ 1.1, Frequency @ 2.1
""",
    ),
    "an item between a heading and a table of boards parts them": (
        paper(
            line("Our boards"), line("- an item"), table(("Meeting", "Lead", "Frequency"), ("Safer Streets Board", "Council", "monthly"))
        ),
        """\
Safer Streets Board @ 2.1: lead council; frequency monthly
labels: Meeting @ 1.1, Lead @ 1.2, Frequency @ 1.3
left: Our boards @ Our. It belongs to no meeting.
left: an item @ - a. It belongs to no meeting.
""",
    ),
    "the last of two headings over a table of boards is noted": (
        paper(
            line("Our boards"),
            heading("Streets", 1),
            table(("Meeting", "Lead", "Frequency"), ("Safer Streets Board", "Council", "monthly")),
        ),
        """\
Safer Streets Board @ 2.1: lead council; frequency monthly; notes Listed under: Streets
labels: Meeting @ 1.1, Lead @ 1.2, Frequency @ 1.3
left: Our boards @ Our. It belongs to no meeting.
""",
    ),
    "text after a title in bold that no label follows": (
        paper(heading("Safer Streets Board", None), line("We met in May."), line("We met in June."), heading("Annex", 1)),
        """\
left: Safer Streets Board @ “Safer Streets Board”. It belongs to no meeting.
left: We met in May. @ We . It belongs to no meeting.
left: We met in June. @ We . It belongs to no meeting.
left: Annex @ “Annex”. It belongs to no meeting.
""",
    ),
    "two headings of which the first belongs to no board": (
        paper(heading("Contents", None), heading("Foreword", None), heading("Safer Streets Board", None), table(*STREETS_ROWS)),
        """\
Safer Streets Board @ “Safer Streets Board”: lead council; frequency monthly; notes Listed under: Foreword
labels: Lead @ 1.1, Frequency @ 2.1
left: Contents @ “Contents”. It belongs to no meeting.
""",
    ),
}


@pytest.mark.parametrize("fact", PAPERS)
def test_a_paper_of_word(fact: str) -> None:
    given, read = PAPERS[fact]

    assert in_full(planned(given)) == read


@pytest.mark.parametrize(
    ("before", "longest"),
    [
        ("", 160),  # a longer line is a paragraph
        ("Meeting: ", 500),  # a register takes no longer title
    ],
)
def test_the_longest_title(before: str, longest: int) -> None:
    labels = "Lead: NHS\nFrequency: yearly\n"
    fits, too_long = ("A" * (longest - 6) + " Board", "A" * (longest - 5) + " Board")

    assert only(planned(f"{before}{fits}\n{labels}")).title == fits
    plan = planned(f"{before}{too_long}\n{labels}")
    assert plan.meetings == ()
    assert too_long in [one.text for one in plan.not_understood]


def test_a_title_that_is_too_long_says_so() -> None:
    plan = planned("Meeting: " + "A" * 495 + " Board\nLead: NHS\nFrequency: yearly\n")

    assert {one.why for one in plan.not_understood} == {TITLE_TOO_LONG}


@pytest.mark.parametrize("length", [160, 161])
def test_a_heading_is_a_title_up_to_160_characters(length: int) -> None:
    title = "Board " + "x" * (length - 6)

    assert [one.title for one in planned(paper(heading(title), table(*STREETS_ROWS))).meetings] == ([title] if length == 160 else [])
    bold = Paragraph(f"{title[:-1]}.", "paragraph 1", bold=True)
    assert len(planned(paper(bold, table(*STREETS_ROWS))).meetings) == (length == 160)
