"""Headers of tables: which row it is, headings in two rows, and columns of ticks."""

import pytest

from papers import in_full, merged, only, paper, planned, table

ROWS = (("Lead", "Council"), ("Frequency", "monthly"))
FARMS = (("Lead", "NFU"), ("Frequency", "yearly"))


READ = {
    "ticks under the names of organisations, with roles beside": (
        paper(
            table(
                ("Meeting", "NHS", "Police", "Fire Service", "Council"),
                ("Safer Streets Board", "✓", "✓", "Chief Officer", "Chair"),
                ("Rural Crime Forum", "-", "✓", "", "✓"),
                ("Port Board", "✓", "no", "Head of Ports", "✓"),
            )
        ),
        """\
Safer Streets Board @ 2.1: participants [nhs, police, {organisation: fire-service, role: Chief Officer}, {organisation:
    council, attendance: chair}]; lead not-stated
Rural Crime Forum @ 3.1: participants [police, council]; lead not-stated
Port Board @ 4.1: participants [nhs, {organisation: fire-service, role: Head of Ports}, council]; lead not-stated
labels: Meeting @ 1.1, NHS @ 1.2, Police @ 1.3, Fire Service @ 1.4, Council @ 1.5
""",
    ),
    "one column of ticks is noted as it is": (
        paper(
            table(
                ("Meeting", "Lead", "Purpose", "NHS"),
                ("Safer Streets Board", "Council", "Parks", "✓"),
                ("Rural Crime Forum", "NFU", "Farms", ""),
            )
        ),
        """\
Safer Streets Board @ 2.1: lead council; purpose Parks; notes NHS: ✓
Rural Crime Forum @ 3.1: lead nfu; purpose Farms
labels: Meeting @ 1.1, Lead @ 1.2, Purpose @ 1.3, NHS? @ 1.4
""",
    ),
    "ticks in fewer than half of the cells do not say who attends": (
        paper(
            table(
                ("Meeting", "Lead", "Purpose", "NHS", "Police"),
                ("Safer Streets Board", "Council", "Parks", "✓", "✓"),
                ("Rural Crime Forum", "NFU", "Farms", "later", "✓"),
                ("Port Board", "NFU", "Farms", "soon", "✓"),
            )
        ),
        """\
Safer Streets Board @ 2.1: lead council; purpose Parks; notes NHS: ✓ | Police: ✓
Rural Crime Forum @ 3.1: lead nfu; purpose Farms; notes NHS: later | Police: ✓
Port Board @ 4.1: lead nfu; purpose Farms; notes NHS: soon | Police: ✓
labels: Meeting @ 1.1, Lead @ 1.2, Purpose @ 1.3, NHS? @ 1.4, Police? @ 1.5
""",
    ),
    "a column of words beside columns of ticks": (
        paper(
            table(
                ("Meeting", "NHS", "Police", "Ward"), ("Safer Streets Board", "✓", "✓", "North"), ("Rural Crime Forum", "✓", "✓", "South")
            )
        ),
        """\
Safer Streets Board @ 2.1: participants [nhs, police]; lead not-stated; notes Ward: North
Rural Crime Forum @ 3.1: participants [nhs, police]; lead not-stated; notes Ward: South
labels: Meeting @ 1.1, NHS @ 1.2, Police @ 1.3, Ward? @ 1.4
""",
    ),
    "a column of posts that has a meaning of its own beside columns of ticks": (
        paper(
            table(
                ("Meeting", "Chair", "NHS", "Police"),
                ("Safer Streets Board", "Chief Officer", "✓", "✓"),
                ("Rural Crime Forum", "Leader", "✓", "✓"),
            )
        ),
        """\
Safer Streets Board @ 2.1: chair {role: Chief Officer}; participants [nhs, police]; lead not-stated
Rural Crime Forum @ 3.1: chair {role: Leader}; participants [nhs, police]; lead not-stated
labels: Meeting @ 1.1, Chair @ 1.2, NHS @ 1.3, Police @ 1.4
""",
    ),
    "a word among ticks": (
        paper(
            table(
                ("Meeting", "NHS", "Police"),
                ("Safer Streets Board", "✓", "✓"),
                ("Rural Crime Forum", "✓", "later"),
                ("Port Board", "✓", "✓"),
            )
        ),
        """\
Safer Streets Board @ 2.1: participants [nhs, police]; lead not-stated
Rural Crime Forum @ 3.1: participants [nhs, {organisation: police, role: later}]; lead not-stated
Port Board @ 4.1: participants [nhs, police]; lead not-stated
labels: Meeting @ 1.1, NHS @ 1.2, Police @ 1.3
""",
    ),
    "a column with a post and none beside columns of ticks": (
        paper(
            table(
                ("Meeting", "NHS", "Police", "Fire Service"),
                ("Safer Streets Board", "✓", "✓", "Chief Officer"),
                ("Rural Crime Forum", "✓", "✓", "no"),
            )
        ),
        """\
Safer Streets Board @ 2.1: participants [nhs, police, {organisation: fire-service, role: Chief Officer}]; lead
    not-stated
Rural Crime Forum @ 3.1: participants [nhs, police]; lead not-stated
labels: Meeting @ 1.1, NHS @ 1.2, Police @ 1.3, Fire Service @ 1.4
""",
    ),
    "a heading that reaches down into the header": (
        paper(merged((("Meeting", 2), "", ""), (None, "Lead", "Frequency"), ("Safer Streets Board", "Council", "monthly"))),
        """\
Safer Streets Board @ 3.1: lead council; frequency monthly
labels: Lead @ 2.2, Frequency @ 2.3
left: Meeting @ 1.1. It belongs to no meeting.
""",
    ),
    "others under a heading that is not known": (
        paper(table(("Meeting", "Lead", "Ward", None), ("", "", "North", "Other"), ("Safer Streets Board", "Council", "A1", "A2"))),
        """\
Safer Streets Board @ 3.1: lead council; notes Ward: North: A1 | Other: A2
labels: Meeting @ 1.1, Lead @ 1.2, Ward? @ 1.3, Ward: North? @ 2.3, Other @ 2.4
""",
    ),
    "a header of two rows, the first of which divides": (
        paper(
            table(
                ("", "Who", None, "Members", None),
                ("Meeting", "Lead", "Chair", "Voting", "Other"),
                ("Safer Streets Board", "Council", "PCC", "NHS", "Police"),
            )
        ),
        """\
Safer Streets Board @ 3.1: lead council; chair {organisation: pcc}; participants [nhs, police]
labels: Meeting @ 2.1, Lead @ 2.2, Chair @ 2.3, Voting? @ 2.4, Other @ 2.5, Who @ 1.2, Members @ 1.4
""",
    ),
    "a header of two rows, the second of which divides": (
        paper(
            table(
                ("Meeting", "Lead", "Members", None, "Ward"),
                ("", "", "Voting", "Other", ""),
                ("Safer Streets Board", "Council", "NHS", "Police", "North"),
            )
        ),
        """\
Safer Streets Board @ 3.1: lead council; participants [nhs, police]; notes Ward: North
labels: Meeting @ 1.1, Lead @ 1.2, Members @ 1.3, Ward? @ 1.5, Members: Voting @ 2.3, Members: Other @ 2.4
""",
    ),
    "headings of the second row that are known count": (
        paper(
            table(
                ("Meeting", "Who", None, "Members"),
                ("", "Lead", "Chair", ""),
                ("Safer Streets Board", "Council", "PCC", "NHS"),
                ("Rural Crime Forum", "NFU", "ACC", "Police"),
            )
        ),
        """\
Safer Streets Board @ 3.1: lead council; chair {organisation: pcc}; participants [nhs]
Rural Crime Forum @ 4.1: lead nfu; chair {organisation: police, role: ACC}; participants [police]
labels: Meeting @ 1.1, Who @ 1.2, Members @ 1.4, Lead @ 2.2, Chair @ 2.3
""",
    ),
}


@pytest.mark.parametrize("fact", READ)
def test_a_header(fact: str) -> None:
    given, read = READ[fact]

    assert in_full(planned(given)) == read


def test_one_in_four_headings_must_be_known() -> None:
    def titles(own: int) -> list[str]:
        header, row = ("Meeting", "Lead"), ("Safer Streets Board", "Council")
        plan = planned(paper(table((*header, *(f"a{at}" for at in range(own))), (*row, *(f"b{at}" for at in range(own))))))
        return [one.title for one in plan.meetings]

    assert titles(6) == ["Safer Streets Board"]
    assert titles(7) == []


def test_a_header_is_in_the_first_40_rows_with_text() -> None:
    def titles(above: int) -> list[str]:
        remarks = [(f"Remark {at} on boards", "", "") for at in range(above)]
        rows = (("Meeting", "Lead", "Frequency"), ("Safer Streets Board", "Council", "monthly"))
        return [one.title for one in planned(paper(table(*remarks, *rows))).meetings]

    assert titles(39) == ["Safer Streets Board"]
    assert titles(40) == []


@pytest.mark.parametrize("rest", ["Other", "others"])
def test_others_under_a_heading_are_more_of_what_it_is_about(rest: str) -> None:
    board = ("Safer Streets Board", "Council", "NHS", "Police")
    below = table(("Meeting", "Lead", "Members", None), ("", "", "Voting", rest), board)
    above = table(("Boards", "", "Members", None), ("Meeting", "Lead", "Voting", rest), board)
    for given in (below, above):
        assert only(planned(paper(given))).fields["participants"] == ("nhs", "police")
    assert "notes" in only(planned(paper(table(("Meeting", "Lead", "Members", rest), board)))).fields


@pytest.mark.parametrize("cross", ["✗", "✘", "❌", "☐", "–", "No", ""])
def test_who_is_crossed_out_has_no_seat(cross: str) -> None:
    rows = (("Safer Streets Board", "✓", cross), ("Rural Crime Forum", "✓", "✓"))

    first, second = planned(paper(table(("Meeting", "NHS", "Police"), *rows))).meetings
    assert (first.fields["participants"], second.fields["participants"]) == (("nhs",), ("nhs", "police"))


@pytest.mark.parametrize(("tick", "cross"), [("✓", "x"), ("✔", "X"), ("☑", "☒"), ("Yes", "x")])
def test_a_cross_beside_ticks_means_no_seat(tick: str, cross: str) -> None:
    rows = (("Safer Streets Board", tick, cross), ("Rural Crime Forum", tick, tick))

    first, second = planned(paper(table(("Meeting", "NHS", "Police"), *rows))).meetings
    assert (first.fields["participants"], second.fields["participants"]) == (("nhs",), ("nhs", "police"))


@pytest.mark.parametrize("mark", ["x", "X", "☒"])
def test_a_cross_where_there_are_no_ticks_means_a_seat(mark: str) -> None:
    rows = (("Safer Streets Board", mark, ""), ("Rural Crime Forum", mark, mark))

    first, second = planned(paper(table(("Meeting", "NHS", "Police"), *rows))).meetings
    assert (first.fields["participants"], second.fields["participants"]) == (("nhs",), ("nhs", "police"))


@pytest.mark.parametrize("length", [40, 41])
def test_a_role_among_ticks_has_up_to_40_characters(length: int) -> None:
    role = "Chief " + "x" * (length - 6)
    rows = (("Safer Streets Board", "✓", "✓", role), ("Rural Crime Forum", "✓", "✓", "✓"))
    first = planned(paper(table(("Meeting", "NHS", "Police", "Fire Service"), *rows))).meetings[0]

    seat = {"organisation": "fire-service", "role": role}
    assert first.fields["participants"] == ("nhs", "police", *([seat] if length == 40 else []))
    assert first.fields.get("notes") == (None if length == 40 else f"Fire Service: {role}")
