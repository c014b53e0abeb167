"""Meetings in text that was pasted from a paper."""

from govreg.model.document import DocumentTable, Paragraph
from papers import heading, only, paper, planned, table

APPENDIX = """\
Appendix A – Recommended Meetings

Criminal Justice Board\t
Lead (OPCC, Constabulary or Joint)\tJoint attendance (Chair agreed by vote of participants – currently Constabulary)
Purpose\tTo discuss emerging issues
Key participants\tHeads of Criminal Justice partner agencies including CPS, HMCTS, ACC Watson, YOT, PCC, OPCC, CJB Business manager.
Frequency\tBi monthly
Current focus\tTransforming summary justice

Local Meetings

Lead (OPCC, Constabulary or Joint)\tPCC
Purpose\tLocality based meetings x 5
Key participants\tPCC, OPCC, ACCs, Local authority senior councillor and officer, Local Police Commander
Frequency\tTBC after stakeholder engagement

Senior Contact Meetings\t
Lead (OPCC, Constabulary or Joint)\tAvon and Somerset Constabulary
Key participants\tSnr Leaders Protective Services & Local Policing / Local Authority Senior Leaders
Frequency\tThree monthly

Problem Solving – Short Term Leadership

Mental Health Concordat\t
Lead (OPCC, Constabulary or Joint)\tOPCC with Constabulary support
Key participants\tNHS, Constabulary, Ambulance, PCC, OPCC
Frequency\tSixth monthly

Reducing Reoffending Board NEW
Lead (OPCC, Constabulary or Joint)\tPCC with Constabulary support
Key participants\tPCC, CSP Chairs/Managers, YOT rep(s), prison rep(s)
Frequency\tQuarterly"""


def test_each_labelled_block_is_a_meeting_under_the_line_before_it() -> None:
    assert [meeting.title for meeting in planned(APPENDIX).meetings] == [
        "Criminal Justice Board",
        "Local Meetings",
        "Senior Contact Meetings",
        "Mental Health Concordat",
        "Reducing Reoffending Board",
    ]


def test_a_heading_over_several_meetings_is_noted_with_each() -> None:
    notes = {meeting.id: str(meeting.fields["notes"]).split("\n") for meeting in planned(APPENDIX).meetings}

    assert notes["local-meetings"] == ["Listed under: Appendix A – Recommended Meetings"]
    assert notes["mental-health-concordat"] == ["Listed under: Problem Solving – Short Term Leadership"]
    assert notes["reducing-reoffending-board"] == ["Marked in the source: NEW", "Listed under: Problem Solving – Short Term Leadership"]


def test_leads_are_resolved_and_what_is_ambiguous_is_unclear() -> None:
    leads = {meeting.id: (meeting.fields["lead"], meeting.fields.get("support")) for meeting in planned(APPENDIX).meetings}

    assert leads == {
        "criminal-justice-board": ("unclear", None),
        "local-meetings": ("pcc", None),
        "senior-contact-meetings": ("avon-and-somerset-constabulary", None),
        "mental-health-concordat": ("opcc", ("avon-and-somerset-constabulary",)),
        "reducing-reoffending-board": ("pcc", ("avon-and-somerset-constabulary",)),
    }


def test_a_frequency_is_kept_as_it_is_written() -> None:
    assert [meeting.fields["frequency"] for meeting in planned(APPENDIX).meetings] == [
        "Bi monthly",
        "TBC after stakeholder engagement",
        "Three monthly",
        "Sixth monthly",
        "Quarterly",
    ]


def test_a_person_becomes_the_post() -> None:
    plan = planned(APPENDIX)
    board = plan.meetings[0]

    assert {"organisation": "avon-and-somerset-constabulary", "role": "ACC"} in tuple(board.fields["participants"] or ())
    assert "Watson" not in str(board.fields)
    assert any(one.text == "Watson" for one in plan.not_understood)


def test_names_of_persons_are_kept_where_they_are_asked_for() -> None:
    board = planned(APPENDIX, people=True).meetings[0]

    seat = {"organisation": "avon-and-somerset-constabulary", "role": "ACC", "person": "Watson"}
    assert seat in tuple(board.fields["participants"] or ())
    assert "ACC Watson" in str(board.fields["participants_as_written"])


def test_an_organisation_is_proposed_once() -> None:
    proposed = [one.id for one in planned(APPENDIX).organisations]

    assert len(proposed) == len(set(proposed))
    assert {"cps", "hmcts", "yot", "pcc", "opcc", "nhs", "ambulance", "prison"} <= set(proposed)
    assert "constabulary" not in proposed  # it is the Avon and Somerset Constabulary of the same paper


def test_a_post_does_not_become_an_organisation() -> None:
    plan = planned(APPENDIX)

    assert "CJB Business manager" in str(plan.meetings[0].fields["participants_as_written"])
    assert any(one.text == "CJB Business manager" for one in plan.not_understood)


def test_labels_with_colons() -> None:
    meeting = only(planned("Safer Streets Board\nLead: Council\nMeets: monthly\nPurpose: Safer streets\nBudget code: X12"))

    assert meeting.title == "Safer Streets Board"
    assert meeting.fields["frequency"] == "monthly"
    assert meeting.fields["notes"] == "Budget code: X12"


def test_a_table_pasted_with_its_tabs_has_a_meeting_in_each_line() -> None:
    plan = planned("Meeting\tLead\tFrequency\nSafer Streets Board\tCouncil\tmonthly\nRural Crime Forum\tNFU\tannually")

    assert [(one.title, one.fields["lead"], one.fields["frequency"]) for one in plan.meetings] == [
        ("Safer Streets Board", "council", "monthly"),
        ("Rural Crime Forum", "nfu", "annually"),
    ]


def test_the_minutes_of_a_sitting_are_not_a_meeting() -> None:
    minutes = "Police and Crime Board, 4th April 2018\n\nVenue: Gordano Room\n\nAttendees:\n\n- PCC\n- Chief Constable\n\n1. Apologies"

    assert planned(minutes).meetings == ()


def test_the_front_of_a_paper_is_not_a_meeting() -> None:
    front = "MEETING: Police and Crime Board\tDate: 10.11.16\tAgenda No\nDEPARTMENT: COG\tAUTHOR: A\nNAME OF PAPER: Governance"

    assert planned(front).meetings == ()


def test_a_value_goes_on_in_the_next_line() -> None:
    meeting = only(planned("Safer Streets Board\nPurpose: Safer streets\nand parks\nLead: Council\nFrequency: monthly"))

    assert meeting.fields["purpose"] == "Safer streets\nand parks"


def test_a_labelled_title_and_a_lead_make_a_meeting() -> None:
    meeting = only(planned("Name of group: Chairs Meeting\nLead: OPCC\n"))

    assert (meeting.title, meeting.fields["lead_as_written"]) == ("Chairs Meeting", "OPCC")


def test_a_name_and_an_owner_do_not_make_a_meeting() -> None:
    for text in ("Name: Jane Smith\nLead: OPCC\n", "Title: Funding of the board\nLead: OPCC\n", "Project: Safer Streets\nLead: OPCC\n"):
        assert planned(text).meetings == (), text


def test_a_line_about_the_paper_is_not_a_title() -> None:
    labels = "Chair: Director of Public Health\nMembers: NHS, Probation\nFrequency: Quarterly"
    for line in (
        "Terms of reference, version 2, agreed in May 2026",
        "Draft for comment",
        "Version 1.3",
        "v2 of 4 May 2026",
        "Constitution",
    ):
        plan = planned(f"Combating Drugs Partnership\n{line}\n{labels}")
        assert [one.title for one in plan.meetings] == ["Combating Drugs Partnership"], line
        assert line in [one.text for one in plan.not_understood], line


def test_a_title_may_begin_like_a_line_about_the_paper() -> None:
    labels = "Chair: Leader\nMembers: NHS, Probation\nFrequency: Quarterly"

    assert [one.title for one in planned(f"Strategic\nAgenda Setting Group\n{labels}").meetings] == ["Agenda Setting Group"]


def test_several_labels_in_one_line() -> None:
    for mark in ("; ", " | "):
        meeting = only(planned("Safer Streets Board\n" + mark.join(("Lead: Council", "Meets: monthly", "Members: NHS"))))
        assert [meeting.fields[key] for key in ("lead", "frequency", "participants")] == ["council", "monthly", ("nhs",)]


def test_labels_on_lines_of_their_own() -> None:
    values = "Purpose\n\nSafer streets.\nAnd parks.\n\nMembership\n\n- NHS\n- Police\n\nFrequency of meetings\n\nMonthly"
    meeting = only(planned(f"Safer Streets Board\n\n{values}"))

    assert meeting.title == "Safer Streets Board"
    assert meeting.fields["purpose"] == "Safer streets.\nAnd parks."
    assert (meeting.fields["participants"], meeting.fields["frequency"]) == (("nhs", "police"), "Monthly")


def test_two_labels_on_lines_of_their_own_are_not_enough_for_a_meeting() -> None:
    assert planned("Safer Streets Board\n\nPurpose\n\nSafer streets.\n\nBackground\n\nMuch was said.").meetings == ()


def test_a_heading_ends_where_one_of_its_level_begins() -> None:
    def section(title: str, *boards: str) -> list[Paragraph | DocumentTable]:
        parts: list[Paragraph | DocumentTable] = [heading(title, 1)]
        for board in boards:
            parts += [heading(board, 2), table(("Lead", "Council"), ("Purpose", "Safer streets"), ("Frequency", "Monthly"))]
        return parts

    blocks = (*section("Streets", "Safer Streets Board", "Lighting Board"), *section("Farms", "Rural Crime Forum"), heading("Annex", 1))
    plan = planned(paper(*blocks))

    assert [(one.title, one.fields["notes"]) for one in plan.meetings] == [
        ("Safer Streets Board", "Listed under: Streets"),
        ("Lighting Board", "Listed under: Streets"),
        ("Rural Crime Forum", "Listed under: Farms"),
    ]
    assert [one.text for one in plan.not_understood] == ["Annex"]


def test_a_heading_without_a_meeting_is_left_over() -> None:
    rows = table(("Lead", "Council"), ("Purpose", "Safer streets"), ("Frequency", "Monthly"))
    plan = planned(paper(heading("Streets", 1), heading("Background", 2), heading("Farms", 1), heading("Rural Crime Forum", 2), rows))

    assert [one.text for one in plan.not_understood] == ["Streets", "Background"]


def test_the_next_line_goes_on_with_a_value_even_before_a_heading() -> None:
    board = "Safer Streets Board\nLead: Council\nFrequency: monthly\nPurpose: Safer streets\nParks\n"
    first, second = planned(f"{board}Rural Crime Forum\nLead: NFU\nFrequency: yearly").meetings

    assert (first.fields["purpose"], second.title) == ("Safer streets\nParks", "Rural Crime Forum")


def test_a_paper_may_describe_a_meeting_twice() -> None:
    first = "Safer Streets Board\nLead: Council\nFrequency: monthly\n"
    for lead in ("Council", "not stated"):
        meeting = only(planned(f"{first}\nSafer Streets Board\nLead: {lead}\nMembers: NHS\nFrequency: monthly"))
        assert (meeting.action, meeting.fields["lead"], meeting.fields["participants"]) == ("new", "council", ("nhs",))
    assert only(planned(f"{first}\nSafer Streets Board\nLead: NHS\nFrequency: monthly")).action == "conflict"


def test_what_a_meeting_reports_to_is_one_or_several_that_are_all_known() -> None:
    boards = "\n".join(f"{name} Board\nLead: Council\nFrequency: monthly\n" for name in ("Streets", "Parks", "Roads and Bridges"))
    for text, found in (
        ("Streets Board and Parks Board", ("streets-board", "parks-board")),
        ("Roads and Bridges Board", ("roads-and-bridges-board",)),
        ("Streets Board; Zebra Board", None),
    ):
        plan = planned(f"{boards}\nSafer Streets Forum\nLead: Council\nFrequency: monthly\nReports to: {text}")
        assert plan.meetings[-1].fields.get("reports_to") == found
        assert ("notes" in plan.meetings[-1].fields) is (found is None)
