"""Who sits on a meeting, in the words of papers: whose seats they are, in which roles, and what names no one."""

from collections import Counter

import pytest

from govreg.analysis.importing import seats
from govreg.analysis.importing.members import read_members
from govreg.analysis.importing.organisations import Organisations
from govreg.analysis.importing.people import without_persons
from govreg.model.edits import Value
from papers import PARTNERS


@pytest.mark.parametrize(
    ("text", "seats", "doubtful", "proposed"),
    [
        ("NHS, OPCC and BCC", ["nhs", "opcc", "bcc"], (), []),
        ("NHS; Leader, BCC", ["nhs", {"organisation": "bcc", "role": "Leader"}], (), []),
        ("NHS; BCC, PCC, OPCC", ["nhs", "bcc", "pcc", "opcc"], (), []),
        ("NHS (by invitation only)", [{"organisation": "nhs", "attendance": "by-invitation"}], (), []),
        ("NHS (invited as needed)", [{"organisation": "nhs", "attendance": "by-invitation"}], (), []),
        ("NHS as invited", [{"organisation": "nhs", "attendance": "by-invitation"}], (), []),
        ("NHS as and when required", [{"organisation": "nhs", "attendance": "agenda-led"}], (), []),
        ("NHS if required", [{"organisation": "nhs", "attendance": "agenda-led"}], (), []),
        ("NHS (observer)", [{"organisation": "nhs", "attendance": "observer"}], (), []),
        ("NHS in attendance", [{"organisation": "nhs", "attendance": "observer"}], (), []),
        ("NHS: chair", [{"organisation": "nhs", "attendance": "chair"}], (), []),
        ("NHS – Chairman", [{"organisation": "nhs", "attendance": "chair"}], (), []),
        ("chair: NHS", [{"organisation": "nhs", "attendance": "chair"}], (), []),
        ("Chairperson - NHS", [{"organisation": "nhs", "attendance": "chair"}], (), []),
        ("NHS (the chair)", [{"organisation": "nhs", "attendance": "chair"}], (), []),
        ("NHS (Chairs)", [{"organisation": "nhs", "attendance": "chair"}], (), []),
        ("NHS (non voting member)", [{"organisation": "nhs", "voting": "false"}], (), []),
        ("NHS ( voting )", [{"organisation": "nhs", "voting": "true"}], (), []),
        ("NHS (x2)", [{"organisation": "nhs", "people": "2"}], (), []),
        ("NHS × 3", [{"organisation": "nhs", "people": "3"}], (), []),
        ("2 x NHS", [{"organisation": "nhs", "people": "2"}], (), []),
        ("NHS (0)", ["nhs"], (), []),
        ("Including NHS, BCC", ["nhs", "bcc"], (), []),
        ("NHS including OPCC", ["nhs", "opcc"], (), []),
        ("NHS as well as OPCC", ["nhs", "opcc"], (), []),
        ("NHS, plus OPCC", ["nhs", "opcc"], (), []),
        ("NHS etc.", ["nhs"], (), []),
        ("NHS, and others", ["nhs"], (), []),
        ("comprising of NHS", ["nhs"], (), []),
        ("namely: NHS", ["nhs"], (), []),
        ("e.g. NHS", ["nhs"], (), []),
        ("Membership is: NHS", ["nhs"], (), []),
        ("and NHS", ["nhs"], (), []),
        ("or NHS", ["nhs"], (), []),
        ("also the NHS", ["nhs"], (), []),
        ("Representatives of NHS", [{"organisation": "nhs", "role": "representative"}], (), []),
        ("two reps from the NHS", [{"organisation": "nhs", "role": "representative"}], (), []),
        ("NHS nominated officer", [{"organisation": "nhs", "role": "nominated officer"}], (), []),
        ("NHS designate", [{"organisation": "nhs", "role": "designate"}], (), []),
        ("senior representative for BCC", [{"organisation": "bcc", "role": "representative"}], (), []),
        ("BCC rep", [{"organisation": "bcc", "role": "rep"}], (), []),
        ("NHS / OPCC", ["nhs", "opcc"], (), []),
        ("NHS & OPCC", ["nhs", "opcc"], (), []),
        ("NHS and BCC Chief Officers", ["nhs", {"organisation": "bcc", "role": "Chief Officers"}], (), []),
        ("NHS or Lead Officer", [], ("NHS or Lead Officer",), []),
        ("NHS & Chief Officers Group", [], ("NHS & Chief Officers Group",), []),
        (
            "- Port Police – Chief Inspector, Prevention\n- NHS - Nurse (observer)\n- NHS, BCC – Clerk",
            [
                {"organisation": "port-police", "role": "Chief Inspector, Prevention"},
                {"organisation": "nhs", "role": "Nurse", "attendance": "observer"},
                "nhs",
                {"organisation": "bcc", "role": "Clerk"},
            ],
            (),
            ["Port Police"],
        ),
        ("- NHS\n- Director of Finance – Chair", ["nhs"], ("Director of Finance – Chair",), []),
        ("None – papers only", [], ("None – papers only",), []),
        ("Blue light services: BCC, NHS, Harbour Trust", ["bcc", "nhs", "harbour-trust"], (), ["Harbour Trust"]),
        ("BCC: Leader, Clerk", [{"organisation": "bcc", "role": "Leader"}], ("Clerk",), []),
        ("Harbour and River Trust", ["harbour-and-river-trust"], (), ["Harbour and River Trust"]),
        ("NHS and Harbour Trust", ["nhs", "harbour-trust"], (), ["Harbour Trust"]),
        ("NHS/Harbour Trust", ["nhs", "harbour-trust"], (), ["Harbour Trust"]),
        ("HT & RT", ["ht", "rt"], (), ["HT", "RT"]),
        ("Director of Streets and BCC", [], ("Director of Streets and BCC",), []),
        ("Chief Officer", [], ("Chief Officer",), []),
        ("Members", [], ("Members",), []),
        ("Full members: NHS\nPolice", ["nhs", "constabulary"], (), []),
        ("Attendees:\nNHS", ["nhs"], (), []),
        ("Officers: NHS, OPCC", [{"organisation": "nhs", "role": "Officers"}, {"organisation": "opcc", "role": "Officers"}], (), []),
        ("Officers: NHS", [{"organisation": "nhs", "role": "Officers"}], (), []),
        ("1) NHS\n2) BCC", ["nhs", "bcc"], (), []),
        ("a survivor", [], ("a survivor",), []),
        ("Two charities", [], ("Two charities",), []),
        ("Local charities (3)", [{"organisation": "local-charities", "people": "3"}], (), ["Local charities"]),
        ("Charities x 2", [{"organisation": "charities", "people": "2"}], (), ["Charities"]),
        ("charities", ["charities"], (), ["charities"]),
        ("All schools", [], ("All schools",), []),
        ("NHS, OPCC)", ["nhs", "opcc"], (), []),
        ("Jane Smith", [], ("Jane Smith",), []),
        ("Chief Inspector", [{"organisation": "constabulary", "role": "Chief Inspector"}], (), []),
        ("Neighbourhood policing team", [{"organisation": "constabulary", "role": "Neighbourhood policing team"}], (), []),
        ("Superintendent, Prevention; NHS", [{"organisation": "constabulary", "role": "Superintendent, Prevention"}, "nhs"], (), []),
        ("Police Commander", [{"organisation": "constabulary", "role": "Commander"}], (), []),
        ("Fire Commander", [{"organisation": "fire", "role": "Commander"}], (), []),
        ("CC", [{"organisation": "constabulary", "role": "CC"}], (), []),
        ("CCs", [{"organisation": "constabulary", "role": "CCs"}], (), []),
        ("ACO Finance", [{"organisation": "constabulary", "role": "ACO Finance"}], (), []),
        ("Head of Fire", [{"organisation": "fire", "role": "Head"}], (), []),
        ("Director of Public Health (BCC)", [{"organisation": "bcc", "role": "Director of Public Health"}], (), []),
        ("BCC Director of Public Health", [{"organisation": "bcc", "role": "Director of Public Health"}], (), []),
        ("BCC’s Leader", [{"organisation": "bcc", "role": "Leader"}], (), []),
        ("NHS's Head", [{"organisation": "nhs", "role": "Head"}], (), []),
        ("Leader of BCC", [{"organisation": "bcc", "role": "Leader"}], (), []),
        ("Chief Fire Officer", [], ("Chief Fire Officer",), []),
        ("AFRS Chief Fire Officer", [{"organisation": "fire", "role": "Chief Fire Officer"}], (), []),
        ("Director for Streets", [], ("Director for Streets",), []),
        ("Director of Harbour Trust", [{"organisation": "harbour-trust", "role": "Director"}], (), ["Harbour Trust"]),
        ("Leader of Harbour Council", [{"organisation": "harbour-council", "role": "Leader"}], (), ["Harbour Council"]),
        ("Harbour Council leader", [], ("Harbour Council leader",), []),
        ("Harbour Council (leader)", [{"organisation": "harbour-council", "role": "leader"}], (), ["Harbour Council"]),
        ("Harbour Council rep", [{"organisation": "harbour-council", "role": "rep"}], (), ["Harbour Council"]),
        ("NHS; ; BCC", ["nhs", "bcc"], (), []),
        ("- NHS;\n- BCC.", ["nhs", "bcc"], (), []),
    ],
)
def test_members(text: str, seats: list[Value], doubtful: tuple[str, ...], proposed: list[str]) -> None:
    organisations = Organisations(PARTNERS)
    read = read_members(organisations, text)

    assert [seat.value(people=True) for seat in read.seats] == seats
    assert read.doubtful == doubtful
    assert [one.name for one in organisations.proposed.values()] == proposed


@pytest.mark.parametrize("length", [90, 91])
def test_words_before_a_colon_that_are_no_longer_than_a_name_are_a_heading(length: int) -> None:
    words = "By invitation of the chair, for what concerns them as partners of the board".ljust(length, "s")

    (seat,) = read_members(Organisations(PARTNERS), f"{words}: NHS").seats

    assert (seat.value(people=True) == {"organisation": "nhs", "attendance": "by-invitation"}) == (length == 90)


def test_a_text_is_searched_for_people_once_however_often_and_in_whatever_ways_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: Counter[str] = Counter()

    def counted(text: str) -> tuple[str, tuple[str, ...]]:
        searched[text] += 1
        return without_persons(text)

    monkeypatch.setattr(seats, "without_persons", counted)
    for _ in range(2):
        read_members(Organisations(PARTNERS), "Ferry and Port Council; Clerk / Ferry and Port Council; Lighthouse and Buoy Trust")

    assert "Ferry and Port Council" in searched
    assert {*searched.values()} == {1}
