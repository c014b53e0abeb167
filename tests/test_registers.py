"""The three registers say what the five papers say."""

from typing import Any

import pytest

import govreg
from conftest import ROOT
from govreg.analysis.meetings_per_year import yearly_count
from govreg.model.meeting import Meeting
from govreg.model.register import Register

AVON = govreg.load_register(ROOT / "register")
CAMBRIDGESHIRE = govreg.load_register(ROOT / "examples" / "cambridgeshire")
DEVON = govreg.load_register(ROOT / "examples" / "devon-and-cornwall")
ALL = {"avon-and-somerset": AVON, "cambridgeshire": CAMBRIDGESHIRE, "devon-and-cornwall": DEVON}


def entry(register: Register, name: str) -> Meeting:
    id_ = register.meetings.find(name)
    assert id_ is not None, name
    return register.meetings[id_]


@pytest.mark.parametrize("opened", ALL.values(), ids=ALL.keys())
def test_a_register_has_no_errors_and_names_its_sources(opened: Any) -> None:
    assert not [found for found in govreg.check_register(opened).findings if found.severity == "error"]
    for meeting in opened.register.meetings.values():
        assert meeting.sources, meeting.id
        for source in meeting.sources:
            assert source.document
            assert source.date
            assert source.reference


APPENDIX_A = {
    "Avon and Somerset Local Criminal Justice Board": (
        "Joint attendance (Chair agreed by vote of participants – currently Constabulary)",
        (
            "Heads of Criminal Justice partner agencies including CPS, HMCTS, South West CRC, National Probation, Legal Aid for ASC,"
            " Defence community, ACC, YOT, Horfield Prison, PCC, OPCC, CJB Business manager."
        ),
        "Bi monthly",
        "continue",
    ),
    "Avon and Somerset Chief Executives Meeting": (
        "Avon and Somerset Constabulary led",
        "Chief Executive Officers: Local Authority, Criminal Justice, Law Enforcement, Emergency Services and Health",
        "Six monthly",
        "continue",
    ),
    "Safeguarding chairs meeting": ("OPCC", "PCC, OPCC Lead, Safeguarding Chairs (Adults and Children)", "Six monthly", "continue"),
    "Safeguarding Consortium": (
        "Avon and Somerset Constabulary",
        "C/Supt, safeguarding chairs, safeguarding managers and Directors of Children and Adult Services",
        "Sixth monthly",
        "continue",
    ),
    "Local Meetings": (
        "PCC",
        "PCC, OPCC, ACCs, Local authority senior councillor and officer, Local Police Commander",
        "TBC after stakeholder engagement",
        "continue",
    ),
    "Senior Contact Meetings": (
        "Avon and Somerset Constabulary",
        "Snr Leaders Protective Services & Local Policing / Local Authority Senior Leaders",
        "Three monthly",
        "change",
    ),
    "Community Safety Partnerships": (
        "Constabulary and OPCC attendance",
        (
            "Statutory partners are Police, LAs, District Councils, CCG, Probation, Fire & Rescue Service – also includes variety of"
            " other non-statutory partners including OPCC"
        ),
        "Varies in each LA area - Quarterly (except South Glos – three times a year)",
        "continue",
    ),
    "Mental Health Concordat": ("OPCC with Constabulary support", "NHS, Constabulary, Ambulance, PCC, OPCC", "Sixth monthly", "continue"),
    "Reducing Reoffending Board": (
        "PCC with Constabulary support",
        "PCC, OPCC, COG lead, Head of Manage, CRC, NPS, CSP Chairs/Managers, YOT rep(s), prison rep(s), VCS rep(s), private sector rep(s)",
        "Quarterly",
        "start",
    ),
}


@pytest.mark.parametrize("title", APPENDIX_A)
def test_the_tables_of_appendix_a_are_kept_with_posts_for_names(title: str) -> None:
    lead, participants, frequency, recommendation = APPENDIX_A[title]
    meeting = entry(AVON.register, title)
    last = meeting.latest_review

    assert meeting.title == title
    assert meeting.lead_as_written == lead
    assert meeting.participants_as_written == participants
    assert meeting.frequency is not None
    assert meeting.frequency.text == frequency
    assert last is not None
    assert (last.recommendation, last.proposed_on, last.proposed_in) == (recommendation, "2016-11-10", "External Governance")
    assert last.decided_on is None


PURPOSES = {
    "Avon and Somerset Local Criminal Justice Board": (
        "To discuss emerging issues in relation to Criminal Justice and new initiatives and escalations"
    ),
    "Safeguarding chairs meeting": "For Independent Chairs of LASBs and LSCBs to informally discuss issues with the PCC",
    "Local Meetings": "Locality based meetings x 5: Bristol, South Glos, BANES, North Somerset, Somerset County",
    "Mental Health Concordat": "Deliver high quality response to community members suffering with mental health issues",
    "Reducing Reoffending Board": (
        "To develop and implement a force-wide reducing reoffending strategy (and thus meet requirements of CSPs to do this)"
    ),
}


@pytest.mark.parametrize("title", PURPOSES)
def test_a_purpose_is_kept_in_the_papers_words_beside_the_paraphrase(title: str) -> None:
    meeting = entry(AVON.register, title)

    assert meeting.purpose_as_written == PURPOSES[title]
    assert meeting.purpose != meeting.purpose_as_written


def test_over_35_meetings_are_there_as_at_the_newest_paper() -> None:
    assert len(AVON.register.meetings) > 35
    assert AVON.as_at == "2019-12-11"


def test_attending_is_not_leading() -> None:
    unclear = {meeting.title for meeting in AVON.register.meetings.values() if meeting.lead_kind == "unclear"}

    assert unclear == {"Avon and Somerset Local Criminal Justice Board", "Community Safety Partnerships"}


def test_counts_a_year_are_those_of_the_paper() -> None:
    counts = {
        title: yearly_count(entry(AVON.register, title), AVON.register)
        for title in ("Local Criminal Justice Board", "Community Safety Partnerships", "Local Meetings", "Safeguarding Consortium")
        if AVON.register.meetings.find(title)
    }
    partnerships, local = counts["Community Safety Partnerships"], counts["Local Meetings"]

    assert (partnerships.per_year, partnerships.total, partnerships.certainty) == (4, 19, "varies")
    assert (local.per_year, local.total, local.instances) == (None, None, 5)
    assert counts["Safeguarding Consortium"].per_year == 2


def test_a_review_names_ended_meetings_and_where_their_work_goes() -> None:
    last = entry(AVON.register, "Community Safety and Commissioning Meetings").latest_review

    assert last is not None
    assert (last.recommendation, last.into) == ("end", ("local-meetings", "senior-contact-meetings"))


def test_a_review_names_new_meetings_and_their_first_chair() -> None:
    starting = {
        meeting.title for meeting in AVON.register.meetings.values() if (last := meeting.latest_review) and last.recommendation == "start"
    }
    chair = entry(AVON.register, "Reducing Reoffending Board").chair

    assert starting == {"Reducing Reoffending Board", "Six-monthly meeting of Leaders"}
    assert chair is not None
    assert (chair.role, chair.basis) == ("PCC", "for first year")


def test_agenda_led_attendance_is_not_a_core_seat() -> None:
    boards = entry(AVON.register, "Health and Wellbeing Boards")

    assert {(seat.organisation, seat.attendance) for seat in boards.participants} == {("pcc", "agenda-led"), ("opcc", "agenda-led")}


def test_later_papers_add_their_facts_with_their_own_sources() -> None:
    vru = entry(AVON.register, "Strategic VRU")
    board = entry(AVON.register, "Avon and Somerset Local Criminal Justice Board")

    assert {seat.organisation for seat in vru.participants} == {"pcc", "local-authorities", "probation", "immigration"}
    assert vru.next_meets == "2020-01-07"
    assert vru.sources[0].date == "2019-12-11"
    assert "A&S Criminal Justice Board" in board.aliases
    assert {source.date for source in board.sources} > {"2016-11-10"}


def test_the_minutes_keep_the_papers_numbers() -> None:
    minutes = govreg.check_register(AVON).minutes["police-and-crime-board/2018-04-04"]
    papers = {paper.id: paper.title for item in minutes.agenda for paper in item.papers}
    decisions = {decision.id: decision.title for decision in minutes.decisions}

    assert papers["2018/005"] == "Out of Court Disposals"
    assert decisions["2018/009"] == "Out of Court Disposals"
    assert minutes.next == "2018-05-02"


def test_cambridgeshires_board_meets_twice_a_year() -> None:
    board = entry(CAMBRIDGESHIRE.register, "Community Safety Board")

    assert board.frequency is not None
    assert board.frequency.text == "twice a year (September and March)"
    assert yearly_count(board, CAMBRIDGESHIRE.register).per_year == 2
