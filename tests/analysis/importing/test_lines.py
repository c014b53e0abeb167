"""Labels, their values and headings in the lines of a text."""

import pytest

from govreg.analysis.importing.labels import Labels
from govreg.analysis.importing.lines import pairs_in
from govreg.model.document import Paragraph
from papers import heading, in_full, paper, planned, table

ROWS = (("Lead", "Council"), ("Frequency", "monthly"))


TEXTS = {
    "words in bold and headings of Markdown": """\
## **Safer Streets Board** ##
**Lead:** Council
__Frequency__: monthly
# Annex
More.
=>
Safer Streets Board @ 1: lead council; frequency monthly
labels: Lead @ 2, Frequency @ 3
left: Annex @ 4. It belongs to no meeting.
left: More. @ 5. It belongs to no meeting.
""",
    "a heading of Markdown has up to six marks": """\
####### Safer Streets Board
Lead: Council
Frequency: monthly
=>
labels: Lead @ 2, Frequency @ 3
left: ####### Safer Streets Board @ 1. It belongs to no meeting.
left: Lead: Council @ 2. It describes a meeting, but no title was found.
left: Frequency: monthly @ 3. It describes a meeting, but no title was found.
""",
    "headings of Markdown over boards": """\
# Streets

## Safer Streets Board
Lead: Council
Frequency: monthly

# Farms

## Rural Crime Forum
Lead: NFU
Frequency: yearly
=>
Safer Streets Board @ 3: lead council; frequency monthly; notes Listed under: Streets
Rural Crime Forum @ 9: lead nfu; frequency yearly; notes Listed under: Farms
labels: Lead @ 4, Frequency @ 5
""",
    "terms of reference that name their board": """\
Terms of reference: Safer Streets Board
Lead: Council
Frequency: monthly
=>
Safer Streets Board @ 1: lead council; frequency monthly
labels: Terms of reference @ 1, Lead @ 2, Frequency @ 3
""",
    "columns are divided by tabs or three spaces": """\
Safer Streets Board
Lead	Council
Frequency   monthly
Members	NHS	Police
=>
Safer Streets Board @ 1: lead council; frequency monthly; participants [nhs-police]
labels: Lead @ 2, Frequency @ 3, Members @ 4
""",
    "two labels with values in one line of columns": """\
Safer Streets Board
Lead: Council	Frequency: monthly
Members: NHS   Purpose: Streets
=>
Safer Streets Board @ 1: lead council; frequency monthly; participants [nhs]; purpose Streets
labels: Lead @ 2, Frequency @ 2, Members @ 3, Purpose @ 3
""",
    "a label that is not known counts in a board if it is short and has a capital": """\
Safer Streets Board
Lead: Council
Frequency: monthly
Budget code for this year only: X1

Budget code for this one year only: X2

budget: X3

Code   X4

Note	that: X5
=>
Safer Streets Board @ 1: lead council; frequency monthly; notes Budget code for this year only: X1
labels: Lead @ 2, Frequency @ 3, Budget code for this year only? @ 4, Note @ 12
left: Budget code for this one year only: X2 @ 6. It belongs to no meeting.
left: budget: X3 @ 8. It belongs to no meeting.
left: Code   X4 @ 10. What is labelled here is not a meeting.
left: Note: that: X5 @ 12. What is labelled here is not a meeting.
""",
    "a label that is not known is a value before any board": """\
Ward: North

Safer Streets Board
Lead: Council
Frequency: monthly
=>
Safer Streets Board @ 3: lead council; frequency monthly; notes Listed under: Ward: North
labels: Lead @ 4, Frequency @ 5
""",
    "a label that is not known and has no value is a line of its own": """\
Safer Streets Board
Lead: Council
Frequency: monthly

Remarks on it:

It works.
=>
Safer Streets Board @ 1: lead council; frequency monthly
labels: Lead @ 2, Frequency @ 3
left: Remarks on it: @ 5. It belongs to no meeting.
left: It works. @ 7. It belongs to no meeting.
""",
    "a dash behind a label that is known": """\
Safer Streets Board
Lead – Council
Frequency - monthly
Members — NHS
=>
Safer Streets Board @ 1: lead council; frequency monthly; participants [nhs]
labels: Lead @ 2, Frequency @ 3, Members @ 4
""",
    "a title is not a label before a dash": """\
Board – Safer Streets
Lead: Council
Frequency: monthly
=>
Board – Safer Streets @ 1: lead council; frequency monthly
labels: Lead @ 2, Frequency @ 3
""",
    "several labels in a line count only if all are known": """\
Safer Streets Board
Frequency: monthly
Lead: Council; Ward: North
Members: NHS | Purpose: Streets
=>
Safer Streets Board @ 1: frequency monthly; lead [council, ward-north]; participants [nhs]; purpose Streets
labels: Frequency @ 2, Lead @ 3, Members @ 4, Purpose @ 4
""",
    "numbers and types of what are no labels on lines of their own": """\
Safer Streets Board
Lead: Council
Frequency: monthly
Purpose
Parks
Type
Number
Meeting
=>
Safer Streets Board @ 1: lead council; frequency monthly; purpose Parks; notes Type: Number | Meeting
labels: Lead @ 2, Frequency @ 3, Purpose @ 4
""",
    "a label on a line of its own may have a colon": """\
Safer Streets Board
Lead:
Council
Frequency:
monthly
Members :
NHS
=>
Safer Streets Board @ 1: lead council; frequency monthly; participants [nhs]
labels: Lead @ 2, Frequency @ 4, Members @ 6
""",
    "an item of a list is no label on a line of its own": """\
Safer Streets Board
Lead: Council
Frequency: monthly
Members: NHS
- Secretary
- Chair
=>
Safer Streets Board @ 1: lead council; frequency monthly; participants [nhs]
labels: Lead @ 2, Frequency @ 3, Members @ 4
left: Secretary @ 4. It names no organisation that is known.
left: Chair @ 4. It names no organisation that is known.
""",
    "a line about the paper between title and labels": """\
Safer Streets Board
Draft for comment
Lead: Council
Frequency: monthly
Draft for comment
=>
Safer Streets Board @ 1: lead council; frequency monthly; Draft for comment
labels: Lead @ 3, Frequency @ 4
left: Draft for comment @ 2. It belongs to no meeting.
""",
    "a line about the paper that names a board": """\
Streets
Agenda Setting Group
Lead: Council
Frequency: monthly
=>
Agenda Setting Group @ 2: lead council; frequency monthly; notes Listed under: Streets
labels: Lead @ 3, Frequency @ 4
""",
}


@pytest.mark.parametrize("fact", TEXTS)
def test_a_text(fact: str) -> None:
    given, read = TEXTS[fact].split("\n=>\n")

    assert in_full(planned(given)) == read


PAPERS = {
    "headings that are labels or name a board": (
        paper(
            heading("Meeting: Safer Streets Board"),
            heading("Lead", 3),
            Paragraph("Council", "paragraph 1"),
            heading("Members:", 3),
            Paragraph("NHS", "paragraph 2"),
            heading("Frequency", 3),
            Paragraph("monthly", "paragraph 3"),
        ),
        """\
Safer Streets Board @ “Meeting: Safer Streets Board”: lead council; participants [nhs]; frequency monthly
labels: Meeting @ “Meeting: Safer Streets Board”, Lead @ “Lead”, Members @ “Members:”, Frequency @ “Frequency”
""",
    ),
    "headings of numbers, types and titles are headings": (
        paper(
            heading("Type", 1),
            heading("Safer Streets Board"),
            table(*ROWS),
            heading("Meeting", 1),
            heading("Rural Crime Forum"),
            table(*ROWS),
            heading("Number", 1),
            heading("Harbour Panel"),
            table(*ROWS),
        ),
        """\
Safer Streets Board @ “Safer Streets Board”: lead council; frequency monthly; notes Listed under: Type
Rural Crime Forum @ “Rural Crime Forum”: lead council; frequency monthly; notes Listed under: Meeting
Harbour Panel @ “Harbour Panel”: lead council; frequency monthly; notes Listed under: Number
labels: Lead @ 1.1, Frequency @ 2.1
""",
    ),
    "a heading with a label and no value": (
        paper(heading("Meeting:", 1), heading("Safer Streets Board"), table(*ROWS)),
        """\
Safer Streets Board @ “Safer Streets Board”: lead council; frequency monthly; notes Listed under: Meeting:
labels: Lead @ 1.1, Frequency @ 2.1
""",
    ),
    "a heading with another label and its value": (
        paper(heading("Lead: Council", 1), heading("Safer Streets Board"), table(*ROWS)),
        """\
Safer Streets Board @ “Safer Streets Board”: lead council; frequency monthly; notes Listed under: Lead: Council
labels: Lead @ 1.1, Frequency @ 2.1
""",
    ),
    "a value of several lines in one paragraph": (
        paper(
            heading("Safer Streets Board", None),
            Paragraph("Lead: Council", "paragraph 1"),
            Paragraph("Frequency: monthly", "paragraph 2"),
            Paragraph("Purpose: Safer\nstreets", "paragraph 3"),
            Paragraph("Chair:\nPCC", "paragraph 4"),
        ),
        """\
Safer Streets Board @ “Safer Streets Board”: lead council; frequency monthly; purpose Safer | streets; chair
    {organisation: pcc}
labels: Lead @ 1, Frequency @ 2, Purpose @ 3, Chair @ 4
""",
    ),
}


@pytest.mark.parametrize("fact", PAPERS)
def test_a_paper_of_word(fact: str) -> None:
    given, read = PAPERS[fact]

    assert in_full(planned(given)) == read


@pytest.mark.parametrize(
    ("line", "pairs"),
    [
        ("Lead: Council", [("lead", "Council")]),
        (" Lead :  Council ", [("lead", "Council")]),
        ("Lead:", [("lead", "")]),
        ("Lead:Council", []),
        ("Lead: Council: the leader", [("lead", "Council: the leader")]),
        ("Lead\tCouncil", [("lead", "Council")]),
        ("Lead\t\tCouncil\tNHS", [("lead", "Council NHS")]),
        ("\tLead", []),
        ("Lead\t", []),
        ("Lead   Council", [("lead", "Council")]),
        ("Lead  Council", []),
        ("Lead: Council\tMeets: monthly", [("lead", "Council"), ("frequency", "monthly")]),
        ("Lead: Council; Meets: monthly", [("lead", "Council"), ("frequency", "monthly")]),
        ("Lead: Council | Meets: monthly", [("lead", "Council"), ("frequency", "monthly")]),
        ("Lead: Council, Meets: monthly", [("lead", "Council, Meets: monthly")]),
        ("Lead: Council; Ward: North", [("lead", "Council; Ward: North")]),
        ("Ward: North; Lead: Council", []),
        ("Lead – Council", [("lead", "Council")]),
        ("Lead-Council", []),
        ("Leadd: Council", [("lead", "Council")]),
        ("Leadd – Council", []),
        ("Meeting – Streets", []),
        ("Meeting: Streets", [("title", "Streets")]),
        ("Ward: North", []),
        ("Lead\nCouncil", []),
        ("Lead: Council\nand NHS", [("lead", "Council\nand NHS")]),
        ("We met: it rained", []),
        ("Lead", []),
        ("", []),
    ],
)
def test_labels_in_a_line(line: str, pairs: list[tuple[str, str]]) -> None:
    assert [(label.key, value.text) for label, value in pairs_in(Labels(), line, "line 4")] == pairs
    assert all(value.place == "line 4" for _, value in pairs_in(Labels(), line, "line 4"))


@pytest.mark.parametrize(
    ("line", "pairs"),
    [
        ("Ward: North", [("Ward", "North")]),
        ("ward: North", []),
        ("Ward:", []),
        ("Ward\tNorth", [("Ward", "North")]),
        ("ward\tNorth", []),
        ("\tNorth", []),
        ("Ward\tNorth: port", []),
        ("One two three four five six: seven", [("One two three four five six", "seven")]),
        ("One two three four five six seven: eight", []),
        ("Ward – North", []),
        ("Ward: North\tPost: 4", [("Ward", "North"), ("Post", "4")]),
    ],
)
def test_labels_that_are_not_known_count_while_a_meeting_is_described(line: str, pairs: list[tuple[str, str]]) -> None:
    assert [(label.text, value.text) for label, value in pairs_in(Labels(), line, "line 4", is_open=True)] == pairs
    assert pairs_in(Labels(), line, "line 4") == []
