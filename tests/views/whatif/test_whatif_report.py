"""What a scenario changes, what comes of it and who would have to agree: as sentences, as data and as rows of a spreadsheet."""

from typing import Any

import pytest

from building import TODAY, a_meeting, a_register
from govreg.analysis.whatif.result import run_scenario
from govreg.analysis.whatif.scenario import ScenarioOptions, scenario
from govreg.model.location import Location, Position
from govreg.model.meeting import Meeting
from govreg.report import BulletList, Change, Column, Count, Fields, Heading, Link, Paragraph, Report, Table
from govreg.views.whatif.report import whatif

ORGANISATIONS = {"opcc": {"name": "OPCC office"}, "nhs": {"name": "NHS"}, "fire": {}}
MEETINGS = (
    a_meeting("ends", frequency="Monthly", duration="2h", participants=["opcc", "nhs"], statutory=["the Care Act"], focus=["Herons"]),
    a_meeting("goes", lead="nhs", frequency="Quarterly", statutory=True, participants=["nhs", "fire"]),
    a_meeting("new", lead="not-stated", status="proposed", frequency="Bi-monthly"),
    a_meeting("merges", review={"recommendation": "merge"}, frequency="As required", duration="long"),
    a_meeting("rests", review={"recommendation": "suspend"}, participants=["opcc"]),
    a_meeting("plan", status="proposed", lead="fire", review={"recommendation": "end"}),
    a_meeting("words", lead=["opcc", "nhs"], review={"recommendation": "change", "change": "Meets less"}, statutory=["the Care Act"]),
    a_meeting("wordless", review={"recommendation": "change"}),
    a_meeting("stays", frequency="Monthly", lead="fire", statutory=["the Act"]),
    a_meeting("into", frequency="Monthly", duration="1h", participants=["nhs"]),
)


def locate(_: Location) -> Position | None:
    return Position(7, 1)


def report(*meetings: Meeting, areas: dict[str, Any] | None = None, **options: Any) -> Report:
    register = a_register(*meetings, organisations=ORGANISATIONS, areas=areas or {}, name="Register")
    return whatif(run_scenario(register, scenario(register, ScenarioOptions(**options)), TODAY), locate, "2026-11-21")


EVERYTHING = report(
    *MEETINGS,
    recommended=True,
    ends=("ends",),
    into=(("goes", "new"),),
    frequencies={"stays": "Quarterly", "words": "Monthly"},
    leads={"stays": ("opcc", "nhs"), "new": "unclear", "words": "fire"},
)


def part(found: Report, heading: str) -> list[Any]:
    """The blocks under `heading`."""
    blocks = list(found.blocks)
    start = next(place for place, block in enumerate(blocks) if isinstance(block, Heading) and block.text == heading) + 1
    end = next((place for place in range(start, len(blocks)) if isinstance(blocks[place], Heading)), len(blocks))
    return blocks[start:end]


def test_each_change_is_a_sentence() -> None:
    assert part(EVERYTHING, "What if") == [
        BulletList(
            (
                "“Ends” ends; no meeting is named to take on its work.",
                "“Goes” ends, and its work goes to “New”.",
                "“Merges” merges; the register doesn’t say into what.",
                "“Plan” ends; no meeting is named to take on its work. It is not held now, so no saving or loss is counted.",
                "“Rests” is suspended.",
                "“New” starts; it is only proposed so far.",
                "“Stays” meets “Quarterly”, instead of “Monthly”.",
                "“Words” meets “Monthly”, where no frequency is recorded now.",
                "“Stays” is led by OPCC office and NHS jointly, instead of Fire.",
                "“New” has no clear lead, where no lead is clear now.",
                "“Words” is led by Fire, instead of OPCC office and NHS.",
                "Left out, as it is described in text only: “Wordless” changes.",
                "Left out, as it is described in text only: “Words” changes (“Meets less”).",
            )
        )
    ]


def test_the_register_says_where_work_goes_unless_the_call_does() -> None:
    ends = a_meeting("goes", review={"recommendation": "merge", "into": ["into"]})
    merges = a_meeting("planned", status="proposed", review={"recommendation": "merge", "into": ["into"]})

    assert part(report(ends, merges, MEETINGS[-1], recommended=True), "What if") == [
        BulletList(
            (
                "“Goes” merges into “Into”, as the register says.",
                "“Planned” merges into “Into”, as the register says. It is not held now, so no saving or loss is counted.",
            )
        )
    ]
    assert part(report(ends, MEETINGS[-1], merges=(("goes", "into"),)), "What if") == [BulletList(("“Goes” merges into “Into”.",))]


def test_the_headings_are_those_of_what_there_is_to_say() -> None:
    assert [block.text for block in EVERYTHING.blocks if isinstance(block, Heading)] == [
        "What if",
        "Effect",
        "Losses",
        "Statutory duties affected, not lost",
        "Is the work of Goes taken up by New?",
        "Agreement needed from",
    ]
    little = report(*MEETINGS, frequencies={"into": "Quarterly"})
    assert [(block.text, block.level) for block in little.blocks if isinstance(block, Heading)] == [
        ("What if", 1),
        ("Effect", 2),
        ("Losses", 2),
        ("Agreement needed from", 2),
    ]
    assert part(little, "Losses") == [Paragraph("Nothing recorded.")]
    assert part(report(MEETINGS[2], frequencies={"new": "Quarterly"}), "Agreement needed from") == [
        BulletList(("Not known: no lead is recorded for “New”",))
    ]


def test_the_effect_says_what_is_not_in_its_sums_and_why() -> None:
    fields, table = part(EVERYTHING, "Effect")

    assert fields == Fields(
        (
            ("Meetings a year", "−18 to 0"),
            ("Person-hours a year", "−48"),
            ("Not counted", "“Merges”, “Rests” and “Words”: no number of meetings a year is recorded"),
            ("Hours not counted", "“Goes”, “New” and “Stays”: no duration is recorded in hours or minutes"),
        )
    )
    numbers = (Column("A year now", whole=True), Column("Then", whole=True), Column("Change", whole=True))
    assert table.columns == (Column("Meeting", share=2), *numbers, Column("Person-hours"))
    assert [(row[0].id, *row[1:]) for row in table.rows] == [
        ("ends", Count(12.0), "not held", Change(-12.0, "−12"), Change(-48.0, "−48")),
        ("goes", Count(4.0), "not held", Change(-4.0, "−4"), "not known"),
        ("merges", "not known", "not held", "not known", "not known"),
        ("new", "not held", Count(6.0, "ambiguous"), "+6 to +24", "not known"),
        ("rests", "not known", "not held", "not known", "not known"),
        ("stays", Count(12.0), Count(4.0), Change(-8.0, "−8"), "not known"),
        ("words", "not known", Count(12.0), "not known", "not known"),
    ]
    assert EVERYTHING.foot[0].startswith("Person-hours are the people listed, times the recorded duration")
    assert EVERYTHING.foot[0].endswith(" are not counted. A year: ? can be read in two ways.")


@pytest.mark.parametrize(
    ("keys", "options", "rows"),
    [
        ({"frequency": "Monthly"}, {"ends": ("a",)}, [("Meetings a year", "−12"), ("Hours not counted", "no duration")]),
        ({"frequency": "Monthly", "duration": "2h"}, {"ends": ("a",)}, [("Meetings a year", "−12"), ("Hours not counted", "no members")]),
        (
            {"frequency": "At least twice a year", "duration": "2h", "participants": ["opcc"]},
            {"ends": ("a",)},
            [("Meetings a year", "−2 or lower"), ("Person-hours a year", "−4 or lower")],
        ),
        (
            {"frequency": "Monthly; varies in each LA area", "duration": "2h", "participants": ["opcc"]},
            {"ends": ("a",)},
            [("Meetings a year", "about −12"), ("Hours not counted", "number of meetings varies")],
        ),
    ],
)
def test_hours_that_cannot_be_counted_say_what_the_entry_lacks(
    keys: dict[str, Any], options: dict[str, Any], rows: list[tuple[str, str]]
) -> None:
    fields, *tables = part(report(a_meeting("a", **keys), **options), "Effect")

    assert tables == []
    assert [label for label, _ in fields.rows] == [label for label, _ in rows]
    assert all(words in text for (_, text), (_, words) in zip(fields.rows, rows, strict=True))


def test_an_effect_of_nothing_or_of_unknown_numbers_is_one_sentence() -> None:
    ends = a_meeting("a", frequency="TBC"), a_meeting("b")

    assert part(report(*ends, leads={"a": "nhs"}), "Effect") == [Paragraph("No meeting would be held more or less often.")]
    assert part(report(*ends, ends=("a", "b")), "Effect") == [
        Paragraph("Not known: no number of meetings a year is recorded for “A” and “B”.")
    ]
    found = report(*ends, ends=("a", "b"))
    assert found.foot[0] == "Register, as at 21 November 2026."
    assert found.data()["effect"]["per_year_range"] is None


def test_the_foot_explains_no_sign_that_no_table_has() -> None:
    found = report(a_meeting("a", frequency="Bi-monthly"), a_meeting("b"), ends=("a",))

    assert found.foot == ("Register, as at 21 November 2026.",)


def test_hours_have_a_column_only_where_some_are_known() -> None:
    found = report(a_meeting("a", frequency="Monthly"), a_meeting("b", frequency="Quarterly"), ends=("a", "b"))
    _, table = part(found, "Effect")

    assert [column.title for column in table.columns] == ["Meeting", "A year now", "Then", "Change"]
    assert {len(row) for row in table.rows} == {4}


def test_losses_have_their_label_once_and_end_with_what_was_searched() -> None:
    fields, searched = part(EVERYTHING, "Losses")
    labels = [label for label, _ in fields.rows]

    assert [label for label in labels if label] == ["No other home", "Lead unclear", "No other seat", "Not known"]
    assert labels == ["No other home", "Lead unclear", "", "No other seat", "", "Not known", "", "", "", ""]
    assert searched.text.startswith("Searched: the 5 meetings in this register that would be held.")
    assert searched.quiet


def test_agreement_is_listed_by_reason_then_by_meeting() -> None:
    assert part(EVERYTHING, "Agreement needed from") == [
        BulletList(
            (
                "Fire: the lead of “Plan”",
                "Fire: the lead of “Stays”",
                "NHS: the lead of “Goes”",
                "NHS and OPCC office: the lead of “Words”",
                "OPCC office: the lead of “Ends”",
                "OPCC office: the lead of “Merges”",
                "OPCC office: the lead of “Rests”",
                "Fire: would lead “Words”",
                "NHS and OPCC office: would lead “Stays”",
                "Fire and NHS: on “Goes”, which is recorded as statutory",
                "NHS and OPCC office: on “Ends”, which is recorded as statutory",
                "Not known: no lead is recorded for “New”",
            )
        )
    ]
    receives = report(*MEETINGS, into=(("goes", "into"),))
    (points,) = part(receives, "Agreement needed from")
    assert "OPCC office: the lead of “Into”, which would take on work" in points.items


@pytest.mark.parametrize(
    ("ends", "caution"),
    [
        (("ends",), "Caution: this touches a statutory duty and leaves 1 area of work with no other home in this register."),
        (("goes",), "Caution: this touches a statutory duty."),
        (("rests", "birds", "zoo"), "Caution: this leaves 2 areas of work with no other home in this register."),
        (("rests",), "Register, as at 21 November 2026."),
    ],
)
def test_the_last_line_warns_of_duties_and_of_work_without_a_home(ends: tuple[str, ...], caution: str) -> None:
    others = a_meeting("birds", focus=["Count egrets"]), a_meeting("zoo", focus=["Feed lemurs"])

    assert report(*MEETINGS, *others, ends=ends).foot[-1] == caution


def test_machines_get_the_scenario_the_effect_and_who_must_agree() -> None:
    data = EVERYTHING.data()

    assert (data["as_at"], data["unread"], data["pairs_left_out"]) == ("2026-11-21", [], 0)
    assert data["scenario"] == {
        "says": list(part(EVERYTHING, "What if")[0].items),
        "stops": [
            {"meeting": "ends", "how": "end", "into": []},
            {"meeting": "goes", "how": "end", "into": ["new"]},
            {"meeting": "merges", "how": "merge", "into": []},
            {"meeting": "plan", "how": "end", "into": []},
            {"meeting": "rests", "how": "suspend", "into": []},
        ],
        "starts": ["new"],
        "frequency": {"stays": "Quarterly", "words": "Monthly"},
        "lead": {"stays": ["opcc", "nhs"], "new": "unclear", "words": "fire"},
        "in_words_only": ["wordless", "words"],
    }
    effect = data["effect"]
    assert (effect["per_year"], effect["per_year_range"]) == (-18, {"least": -18, "most": 0})
    assert (effect["person_hours"], effect["not_counted"]) == ({"least": -48, "most": -48}, ["merges", "rests", "words"])
    assert effect["hours_not_counted"] == ["goes", "new", "stays"]
    assert effect["meetings"][0] == {
        "meeting": "ends",
        "now": 12,
        "then": 0,
        "change": -12,
        "people": 2,
        "person_hours": {"least": -48, "most": -48},
    }
    assert (effect["meetings"][2]["now"], effect["meetings"][3]["now"], effect["meetings"][2]["change"]) == (None, 0, None)
    assert data["agree"][0] == {
        "organisation": "fire",
        "because": [
            {"why": "duty", "meeting": "goes"},
            {"why": "leads", "meeting": "plan"},
            {"why": "leads", "meeting": "stays"},
            {"why": "would-lead", "meeting": "words"},
        ],
    }
    assert (data["lead_not_known"], data["touches_duty"], data["homeless"]) == (["new"], True, 1)
    assert data["not_known"][0] == {"kind": "work", "meeting": "goes", "about": "", "place": {"file": "meetings/goes.yaml", "line": 7}}
    assert data["duties_affected"] == [
        {"meeting": id_, "duty": duty, "others": others, "place": {"file": f"meetings/{id_}.yaml", "line": 7}}
        for id_, duty, others in (("ends", "the Care Act", ["words"]), ("stays", "the Act", []), ("words", "the Care Act", []))
    ]
    unnamed = report(a_meeting("a", statutory=True), frequencies={"a": "Monthly"}).data()["duties_affected"]
    assert [duty["duty"] for duty in unnamed] == [None]


def test_machines_get_what_the_receivers_of_work_record() -> None:
    old = a_meeting(
        "old", statutory=True, focus=["Count herons and egrets", "What members bring"], participants=["opcc", "nhs"], areas=["x"]
    )
    new = a_meeting("new", focus=["Herons"], participants=["nhs"])
    (claim,) = report(old, new, areas={"x": {}}, into=(("old", "new"),)).data()["claims"]

    assert (claim["meeting"], claim["into"], claim["not_said"]) == ("old", ["new"], ["purpose", "frequency"])
    assert claim["too_general"] == [{"text": "What members bring", "place": {"file": "meetings/old.yaml", "line": 7}}]
    by_sort = {(item["sort"], item["what"]): item for item in claim["items"]}
    assert by_sort["seat", "nhs"]["held"] == [{"by": "new", "place": {"file": "meetings/new.yaml", "line": 7}}]
    assert by_sort["seat", "nhs"]["covered"]
    line = by_sort["line", "Count herons and egrets"]
    assert (line["covered"], line["missing_words"]) == (False, ["count", "egrets"])
    assert (line["mentioned"], line["planned"], line["not_in_areas"]) == ([], [], [])
    assert line["place"] == {"file": "meetings/old.yaml", "line": 7}


def test_a_spreadsheet_has_a_row_for_each_change_loss_gap_duty_and_agreement() -> None:
    table = EVERYTHING.table
    assert isinstance(table, Table)
    titles = [column.title for column in table.columns]
    rows = [dict(zip(titles, row, strict=True)) for row in table.rows]

    assert titles[:7] == ["part", "kind", "meeting", "title", "says", "areas", "others"]
    assert titles[7:] == ["now", "then", "change", "hours_least", "hours_most", "file", "line"]
    assert [column.ids for column in table.columns if column.ids] == ["area_id", "other_id"]
    data = EVERYTHING.data()
    counts = {part: sum(row["part"] == part for row in rows) for part in ("change", "loss", "not known", "duty affected", "agreement")}
    assert counts == {"change": 13, "loss": len(data["losses"]), "not known": 5, "duty affected": 3, "agreement": 12}
    assert rows[0] == {
        **dict.fromkeys(titles),
        "part": "change",
        "kind": "end",
        "meeting": "ends",
        "title": "Ends",
        "says": "“Ends” ends; no meeting is named to take on its work.",
        "now": 12,
        "then": 0,
        "change": -12,
        "hours_least": -48,
        "hours_most": -48,
    }
    by_kind = {(row["part"], row["kind"], row["meeting"]): row for row in rows}
    assert [by_kind["change", "frequency", "stays"][key] for key in ("now", "then", "change", "hours_least")] == [12, 4, -8, None]
    assert [by_kind["change", kind, "words"][key] for kind in ("lead", "left-out") for key in ("now", "then")] == [None] * 4
    lead = by_kind["loss", "lead", "goes"]
    assert (lead["others"], lead["file"], lead["line"]) == ((Link("meeting", "new", "New"),), "meetings/goes.yaml", 7)
    duty = by_kind["duty affected", None, "ends"]
    assert (duty["others"], duty["says"]) == (
        (Link("meeting", "words", "Words"),),
        "“Ends” serves the Care Act (Ends, line 7); “Words” serves it too",
    )
    assert str(by_kind["not known", "duty", "goes"]["says"]).startswith("Whether another meeting serves the same duty as “Goes”")
    assert by_kind["not known", "duty", "goes"]["line"] == 7
    assert by_kind["agreement", "would-lead", "words"]["says"] == "Fire: would lead “Words”"


def test_areas_that_lose_work_are_links_in_a_spreadsheet() -> None:
    areas: dict[str, Any] = {"north": {}, "south": {}}
    old = a_meeting("old", focus=["Count herons"], areas=["north", "south"])
    other = a_meeting("other", focus=["Count herons"], areas=["south"])
    table = report(old, other, areas=areas, ends=("old",)).table
    assert table is not None
    columns = [column.title for column in table.columns]
    (row,) = (dict(zip(columns, row, strict=True)) for row in table.rows if row[:2] == ("loss", "line"))

    assert row["areas"] == (Link("area", "north", "North"),)
    assert row["others"] == (Link("meeting", "other", "Other"),)
