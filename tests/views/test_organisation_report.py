"""The page of one organisation: what it is to each meeting, since when and how, and what is due, vacant, unclear or missing."""

from typing import Any

import pytest

from building import TODAY, a_meeting, a_register
from govreg.analysis.organisation import organisation_profile
from govreg.model.meeting import Meeting
from govreg.model.register import LeftOut
from govreg.report import Cell, Column, Count, Date, Fields, Heading, Link, Paragraph, Report, Table
from govreg.views.organisation import organisation

ORGANISATIONS: dict[str, Any] = {
    "opcc": {"name": "Office", "aliases": ["OPCC"], "sector": "policing", "part_of": "force"},
    "force": {},
    "pcc": {"name": "Commissioner", "part_of": "opcc"},
    "nhs": {"name": "NHS"},
    "both": {"members": ["opcc", "nhs"]},
    **{f"x{number}": {} for number in range(12)},
}
CROWD = [f"x{number}" for number in range(11)]


def seat(organisation_: str = "opcc", **keys: Any) -> dict[str, Any]:
    return {"organisation": organisation_, **keys}


MEETINGS = (
    a_meeting(
        "a",
        frequency="Twice a year (March and September)",
        status="active",
        participants=[seat(role="Director", person="Ann", voting=True, people=2, **{"from": "2016", "until": "2027"}), "nhs"],
        next_meets="2027-03",
        review={"next_due": "2026-01"},
        terms_of_reference={"review_due": "2028"},
        purpose="Plan",
    ),
    a_meeting(
        "b",
        lead=["opcc", "nhs"],
        frequency="Bi-monthly",
        chair=seat(role="Chief", basis="by rotation"),
        participants=[seat(attendance="chair", role="Chief"), "nhs", seat("pcc", role="Commissioner")],
        instances="per-area",
        areas=["north", "south"],
        visibility="internal",
    ),
    a_meeting("c", lead="nhs", support=["opcc"], secretariat="pcc", frequency="TBC"),
    a_meeting(
        "d",
        lead="unclear",
        lead_as_written="Police",
        participants=[seat(attendance="by-invitation"), seat("pcc", until="2020")],
        status="proposed",
    ),
    a_meeting("e", lead="nhs", participants=["both"], frequency="Monthly"),
    a_meeting("f", lead="unclear", participants=["opcc", seat(role="Director", voting=False), *CROWD], status="ended"),
    a_meeting(
        "g",
        lead="nhs",
        participants=[seat(role="Director", attendance="deputy"), seat("pcc", attendance="chair", role="Commissioner"), *CROWD],
        chair={"organisation": "nhs", "role": "Nurse"},
        frequency="Monthly",
    ),
    a_meeting(
        "h",
        lead="nhs",
        participants=[seat(role="Clerk", until="2020", attendance="chair"), seat(role="Officer", **{"from": "2030"})],
    ),
)


def page(*meetings: Meeting, asked: str = "opcc", exact: bool = False, **parts: Any) -> Report:
    areas: dict[str, Any] = {"north": {}, "south": {}}
    register = a_register(*meetings, organisations=ORGANISATIONS, areas=areas, name="Register", **parts)
    return organisation(register, organisation_profile(register, asked, TODAY, exact=exact), "2026-11-21")


ALL = page(*MEETINGS)


def rows(heading: str, report: Report = ALL) -> list[tuple[Cell, ...]]:
    return list(table(heading, report).rows)


def table(heading: str, report: Report = ALL) -> Table:
    blocks = list(report.blocks)
    found = blocks[next(place for place, block in enumerate(blocks) if isinstance(block, Heading) and block.text == heading) + 1]
    assert isinstance(found, Table)
    return found


def link(id_: str, text: str = "") -> Link:
    return Link("meeting", id_, text or id_.upper())


B = link("b", "B (internal)")
NOT_KNOWN = Count(None, "unknown")


def test_it_begins_with_what_it_is_and_who_is_counted_with_it() -> None:
    heading, facts, *_ = ALL.blocks

    def organisation_(id_: str, text: str) -> Link:
        return Link("organisation", id_, text)

    assert heading == Heading("Office", 1)
    assert facts == Fields(
        (
            ("Id", "opcc"),
            ("Also called", ("OPCC",)),
            ("Sector", "policing"),
            ("Part of", (organisation_("force", "Force"),)),
            ("Counted with it", (organisation_("pcc", "Commissioner"),)),
            ("In collectives", (organisation_("both", "Both"),)),
        )
    )
    collective = page(*MEETINGS, asked="both").blocks[1]
    assert isinstance(collective, Fields)
    assert dict(collective.rows)["Members"] == (organisation_("nhs", "NHS"), organisation_("opcc", "OPCC"))


def test_the_summary_counts_each_part_and_only_what_is_held_in_the_number_a_year() -> None:
    assert rows("Summary") == [
        ("Leads", 2, 2, "14 to 50", 0),
        ("Supports the lead", 1, 1, None, 1),
        ("Is the secretariat", 1, 1, None, 1),
        ("Sits on", 4, 3, "26 to 62", 0),
        ("Attends by invitation, for some items or to observe", 1, 0, None, None),
        ("Sits on only through a collective", 1, 1, "12", 0),
    ]
    assert table("Summary").columns == (
        Column("Part", share=2),
        Column("Meetings", number=True, whole=True),
        Column("Held", number=True, whole=True),
        Column("Meetings a year", whole=True),
        Column("Number not known", number=True, whole=True),
    )


def test_the_months_of_its_seats_are_counted() -> None:
    months = "Months of the held meetings that it sits on, with how many meetings fall in each: March (1) and September (1)."

    assert Paragraph(f"{months} The frequency of 2 more doesn't say which months.") in ALL.blocks
    assert Paragraph(months) in page(MEETINGS[0]).blocks
    assert not [block for block in page(MEETINGS[1]).paragraphs if block.text.startswith("Months")]


def test_each_part_has_the_meetings_with_what_it_is_there() -> None:
    a, b = link("a"), link("b", "B (2 areas) (internal)")

    assert rows("Leads") == [
        (a, "alone", "OPCC", Count(2.0), "active"),
        (b, "jointly", "OPCC and NHS", Count(12.0, "ambiguous"), None),
    ]
    assert rows("Chairs") == [
        (b, "Chief (OPCC), by rotation", Count(12.0, "ambiguous"), None),
        (link("g"), "Commissioner", Count(12.0), None),
        (link("h"), "OPCC (Clerk, until 2020)", NOT_KNOWN, None),
    ]
    assert rows("Supports") == rows("Secretariat") == [(link("c"), "NHS, with OPCC", NOT_KNOWN, None)]
    assert rows("Seats") == [
        (a, ("OPCC (Director, Ann, 2 people, votes, from 2016, until 2027)",), Count(2.0), "active"),
        (b, ("OPCC (Chief, chair)", "Commissioner"), Count(12.0, "ambiguous"), None),
        (link("d"), ("Commissioner (until 2020; ended)",), NOT_KNOWN, "proposed"),
        (link("f"), ("OPCC (Director, does not vote)",), NOT_KNOWN, "ended"),
        (link("g"), ("OPCC (Director, deputy)", "Commissioner (chair)"), Count(12.0), None),
        (link("h"), ("OPCC (Clerk, chair, until 2020; Officer, from 2030; not yet)",), NOT_KNOWN, None),
    ]
    assert rows("By invitation or as observer") == [(link("d"), ("OPCC (by invitation)",), NOT_KNOWN, "proposed")]
    assert rows("Through collectives") == [(link("e"), ("Both",), Count(12.0), None)]
    assert [[column.title for column in table(part).columns] for part in ("Leads", "Supports", "Chairs", "Seats")] == [
        ["Meeting", "Led", "Lead", "A year", "Status"],
        ["Meeting", "Lead", "A year", "Status"],
        ["Meeting", "Chair", "A year", "Status"],
        ["Meeting", "Seats", "A year", "Status"],
    ]
    assert table("Leads").columns[-2:] == (Column("A year", whole=True), Column("Status", whole=True))


def test_an_internal_seat_is_marked() -> None:
    found = page(a_meeting("a", participants=[seat(visibility="internal")]))

    assert rows("Seats", found)[0][1] == ("OPCC (internal)",)


def test_posts_and_whom_it_meets_are_listed_by_how_often() -> None:
    assert rows("Posts that attend") == [
        ("Director", 2, (link("a"), link("g"))),
        ("Commissioner", 2, (B, link("g"))),
        ("Chief", 1, (B,)),
    ]
    assert table("Posts that attend").columns[2] == Column("Which", share=3, ids="meeting_id")
    assert rows("Meets most with")[:2] == [
        (Link("organisation", "nhs", "NHS"), 3, "26 to 62"),
        (Link("organisation", "x0", "X0"), 1, "12"),
    ]
    assert len(rows("Meets most with")) == 10


def test_a_post_of_another_organisation_names_it_and_many_meetings_are_cut() -> None:
    meetings = [a_meeting(f"m{number}", participants=[seat("pcc", role="Clerk"), seat()]) for number in range(6)]

    assert rows("Posts that attend", page(*meetings)) == [
        ("Clerk (Commissioner)", 6, (*(link(f"m{number}") for number in range(4)), "2 more")),
        ("post not stated", 6, (*(link(f"m{number}") for number in range(4)), "2 more")),
    ]
    assert rows("Posts that attend", page(*meetings[:5]))[0][2] == tuple(link(f"m{number}") for number in range(5))


def test_dates_are_in_order_and_say_what_is_due_and_whether_it_has_passed() -> None:
    assert rows("Dates") == [
        (Date("2026-01", "January 2026"), "Next review", link("a"), "yes"),
        (Date("2027-03", "March 2027"), "Next meeting", link("a"), "no"),
        (Date("2027", "2027"), "Ends: Director", link("a"), "no"),
        (Date("2028", "2028"), "Review of the terms of reference", link("a"), "no"),
        (Date("2030", "2030"), "Begins: Officer", link("h"), "no"),
    ]
    assert table("Dates").columns == (
        Column("Date", whole=True),
        Column("What", share=2),
        Column("Meeting", share=3),
        Column("Passed", whole=True),
    )
    plain = page(a_meeting("a", participants=[seat(until="2030"), seat("pcc", **{"from": "2029"})]))
    assert [row[1] for row in rows("Dates", plain)] == ["Begins: its seat", "Ends: its seat"]


def test_vacancies_name_the_post_and_whether_it_chaired() -> None:
    assert rows("Possible vacancies") == [
        (link("d"), "Commissioner", Date("2020", "2020")),
        (link("h"), "OPCC, Clerk, chair", Date("2020", "2020")),
    ]
    assert Paragraph("The recorded term is over, and nobody is recorded after it.", quiet=True) in ALL.blocks


def test_points_on_which_entries_differ_are_put_to_those_who_know() -> None:
    assert rows("Points to settle") == [
        ((link("d"),), "Who leads is unclear: “Police”"),
        ((link("g"),), "Recorded as chair: Commissioner and NHS"),
    ]
    silent = page(a_meeting("a", lead="unclear", participants=["opcc"]))
    assert rows("Points to settle", silent) == [((link("a"),), "Who leads is unclear")]


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        ({"attendance": "by-invitation"}, {}, "Director of OPCC, how it attends: by invitation or member"),
        ({"voting": True}, {"voting": False}, "Director of OPCC, whether it votes: votes or does not vote"),
    ],
)
def test_a_post_that_an_entry_describes_in_two_ways_is_a_point(one: dict[str, Any], other: dict[str, Any], says: str) -> None:
    meeting = a_meeting("a", participants=[seat(role="Director", **keys) for keys in (one, other)])

    assert ((link("a"),), says) in rows("Points to settle", page(meeting))


def test_a_post_with_two_names_is_a_point_across_meetings() -> None:
    meetings = (a_meeting(id_, participants=[seat(role="Director", person=person)]) for id_, person in (("a", "Ann"), ("b", "Bob")))

    assert rows("Points to settle", page(*meetings)) == [((link("a"), link("b")), "Director of OPCC, who it is: Ann (A) or Bob (B)")]


def test_gaps_are_those_of_meetings_that_it_leads_arranges_or_sits_on() -> None:
    found = {row[0]: (row[1], [str(one) for one in row[2]]) for row in rows("Gaps")}  # type: ignore[union-attr]

    assert found["No stated frequency"] == (2, ["D", "H"])
    assert found["No stated purpose"] == (5, ["B (internal)", "C", "D", "G", "H"])
    assert found["No stated participants"] == (1, ["C"])
    assert list(found)[-1] == "No stated status"


def test_the_foot_says_what_is_counted() -> None:
    assert ALL.foot == (
        (
            "Meetings a year: what is held; not what is proposed, suspended or ended. 1 seat has ended and is not counted. "
            "1 seat has not begun and is not counted. Which member comes for a collective, and to which of its meetings, is not recorded."
        ),
        "Counted as OPCC: OPCC and Commissioner; --exact counts OPCC alone.",
        "Meets most with: the first 10 of 12; --format json has all.",
        "A year: ? can be read in two ways; – not known.",
        "Register, as at 21 November 2026.",
    )
    over = a_meeting("a", lead="nhs", participants=[seat(until="2020"), seat("pcc", until="2020")], frequency="Monthly")
    assert page(over).foot[0] == (
        "Meetings a year: what is held; not what is proposed, suspended or ended. 2 seats have ended and are not counted."
    )
    assert page(over, exact=True).foot[1:] == ("Register, as at 21 November 2026.",)


def test_an_organisation_without_meetings_says_so() -> None:
    assert page(asked="x1").blocks[2:] == (Paragraph("No meeting names it as lead, support, secretariat or member."),)
    assert page(asked="x1").foot == ("Register, as at 21 November 2026.",)
    for left in (LeftOut(visibility="partners", meetings=1), LeftOut(visibility="partners", seats=1)):
        assert page(asked="x1", left_out=left).blocks[2:] == (Paragraph("There are no meetings to show."),)
    unknown = page(asked="nowhere")
    assert unknown.blocks[:2] == (Heading("nowhere", 1), Fields((("Id", "nowhere"),)))
    assert unknown.data()["organisation"] == {"id": "nowhere"}


def test_machines_get_every_part_of_the_profile() -> None:
    data = ALL.data()

    assert data["organisation"] == {"id": "opcc", "name": "Office", "aliases": ("OPCC",), "sector": "policing", "part_of": "force"}
    assert (data["counted"], data["collectives"], data["members"], data["unread"]) == (["opcc", "pcc"], ["both"], [], [])
    assert [one["meeting"] for one in data["parts"] if one["part"] == "lead"] == ["a", "b"]
    assert data["parts"][4] == {
        "part": "seat",
        "meeting": "a",
        "organisation": "opcc",
        "tenure": "current",
        "chairs": False,
        "roles": [
            {
                "role": "Director",
                "person": "Ann",
                "voting": True,
                "people": 2,
                "from": "2016",
                "until": "2027",
                "attendance": "member",
            }
        ],
    }
    assert data["totals"]["lead"]["held"] == ["a", "b"]
    assert data["totals"]["invited"]["meetings"] == ["d"]
    assert data["months"] == {"by_month": {"3": 1, "9": 1}, "known": ["a"], "unknown": ["b", "g"]}
    assert data["posts"][0] == {"organisation": "opcc", "role": "Director", "meetings": ["a", "g"]}
    assert (data["meets_with"][0]["organisation"], data["meets_with"][0]["meetings"], len(data["meets_with"])) == (
        "nhs",
        ["a", "b", "g"],
        12,
    )
    assert data["vacancies"][1] == {"meeting": "h", "organisation": "opcc", "role": "Clerk", "chair": True, "until": "2020"}
    assert data["points"][1] == {
        "kind": "chair",
        "meetings": ["g"],
        "organisation": "opcc",
        "role": None,
        "answers": [{"says": "pcc", "meetings": ["g"]}, {"says": "nhs", "meetings": ["g"]}],
    }
    assert data["dates"][2] == {"kind": "until", "meeting": "a", "on": "2027", "passed": False, "role": "Director"}
    assert data["gaps"]["frequency"] == ["d", "h"]
    assert [one["id"] for one in data["meetings"]] == list("abcdefgh")


def test_a_spreadsheet_has_a_row_for_each_thing_that_it_is_to_a_meeting() -> None:
    assert ALL.table is not None
    titles = [column.title for column in ALL.table.columns]
    found = [dict(zip(titles, row, strict=True)) for row in ALL.table.rows]
    (director,) = (row for row in found if row["meeting_id"] == "a" and row["part"] == "seat")
    lead = found[0]

    assert director == {
        "meeting_id": "a",
        "title": "A",
        "part": "seat",
        "organisation": "OPCC",
        "organisation_id": "opcc",
        "tenure": "current",
        "chairs": False,
        "role": "Director",
        "person": "Ann",
        "attendance": "member",
        "voting": True,
        "people": 2,
        "from": Date("2016", "2016"),
        "until": Date("2027", "2027"),
        "lead_kind": "sole",
        "frequency": "Twice a year (March and September)",
        "per_year_total": 2,
        "per_year_certainty": "exact",
        "status": "active",
        "held": True,
        "next_meets": Date("2027-03", "March 2027"),
        "next_review": Date("2026-01", "January 2026"),
        "terms_review_due": Date("2028", "2028"),
        "file": "meetings/a.yaml",
    }
    assert [lead[key] for key in ("part", "role", "attendance", "until", "chairs")] == ["lead", None, None, None, False]
    chairs = [(row["meeting_id"], row["chairs"], row["role"]) for row in found if row["part"] == "seat" and row["meeting_id"] == "h"]
    assert chairs == [("h", True, "Clerk"), ("h", False, "Officer")]
    bare = next(row for row in found if row["meeting_id"] == "c")
    assert [bare[key] for key in ("per_year_total", "next_review", "terms_review_due", "status")] == [None] * 4
    six = page(a_meeting("a", frequency="six weekly")).table
    assert six is not None
    assert dict(zip(titles, six.rows[0], strict=True))["per_year_total"] == 8.67
