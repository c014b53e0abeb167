"""Each kind of loss, and of what can't be judged, has a sentence of its own, with its place, its areas and who comes nearest."""

from typing import Any

import pytest

from building import TODAY, a_meeting, a_register
from govreg.analysis.whatif.area_sets import WHOLE
from govreg.analysis.whatif.comparison import ScenarioComparison
from govreg.analysis.whatif.loss import AffectedDuty, Gap, GapKind, Loss, LossKind, Nearest, Nearness
from govreg.analysis.whatif.scenario import ScenarioOptions, apply_scenario, scenario
from govreg.analysis.whatif.work_index import work_index
from govreg.model.location import Location, Position, in_meeting
from govreg.model.meeting import Meeting
from govreg.views.whatif.losses import areas, duty_sentence, gap_sentences, loss_sentences, searched

REGISTER = a_register(
    a_meeting("old", areas=["north"]),
    a_meeting("new", areas=["south"]),
    a_meeting("third", lead="unclear", status="proposed"),
    organisations={"opcc": {"name": "OPCC office"}, "nhs": {"name": "NHS"}, "fire": {}, "rail": {}},
    areas={
        "county": {},
        "north": {"part_of": "county"},
        "south": {"part_of": "county"},
        "east": {"name": "East"},
    },
)
LINE = in_meeting("old", "focus", 0)


def locate(_: Location) -> Position | None:
    return Position(7, 1)


def lost(*losses: Loss) -> list[tuple[str, str]]:
    return [(one.label, one.says) for one in loss_sentences(REGISTER, losses, locate)]


@pytest.mark.parametrize(
    ("loss", "label", "says"),
    [
        (
            Loss(LossKind.DUTY, "old", ("the Care Act 2014",), place=LINE),
            "Statutory duty",
            "“Old” serves the Care Act 2014 (Old, line 7); this register records no other held meeting that serves it",
        ),
        (
            Loss(LossKind.DUTY, "old", ("the Care Act 2014",), ("north",), ("new", "third")),
            "Statutory duty",
            (
                "“Old” serves the Care Act 2014; this register records no other held meeting that serves it in North; "
                "“New” does, for South and “Third” does, for the whole area"
            ),
        ),
        (
            Loss(LossKind.THEME, "old", ("mental health",), place=LINE),
            "No other home",
            "Mental health (Old, line 7): this register records no other held meeting that works on it",
        ),
        (
            Loss(LossKind.THEME, "old", ("housing",), ("north",), ("new",)),
            "Other home in part",
            "Housing: this register records no other held meeting that works on it in North; “New” does, for South",
        ),
        (
            Loss(LossKind.THEME, "old", ("housing",), nearest=Nearest("new", Nearness.ELSEWHERE, LINE)),
            "No other home",
            "Housing: this register records no other held meeting that works on it; “New” does, for South (line 7)",
        ),
        (
            Loss(LossKind.THEME, "old", ("housing",), nearest=Nearest("third", Nearness.NOT_HELD, LINE)),
            "No other home",
            "Housing: this register records no other held meeting that works on it; “Third” does, but is proposed (line 7)",
        ),
        (
            Loss(LossKind.THEME, "old", ("housing",), nearest=Nearest("new", Nearness.MENTION, LINE)),
            "No other home",
            "Housing: this register records no other held meeting that works on it; “New” only mentions it (line 7)",
        ),
        (
            Loss(LossKind.LINE, "old", ("Count herons",), looked_for=("herons",), place=LINE),
            "No other home",
            "“Count herons” (Old, line 7): no other held meeting in this register has the word looked for (“herons”)",
        ),
        (
            Loss(LossKind.LINE, "old", ("Count herons",), ("north",), ("new",), looked_for=("count", "herons")),
            "Other home in part",
            (
                "“Count herons”: no other held meeting in this register in North has any of the words looked for (“count” and “herons”); "
                "“New” does, for South"
            ),
        ),
        (
            Loss(
                LossKind.LINE,
                "old",
                ("Count all herons",),
                looked_for=("count", "all", "herons"),
                nearest=Nearest("new", Nearness.WORDS, LINE, ("herons",)),
            ),
            "No other home",
            (
                "“Count all herons”: no other held meeting in this register has more than 1 of the 3 words looked for "
                "(“count”, “all” and “herons”); the nearest is “New” with “herons” (line 7)"
            ),
        ),
        (
            Loss(LossKind.RECEIVER, "old", ("new",)),
            "No receiver",
            "“New” is to take on the work of “Old”, but would not be held",
        ),
        (
            Loss(LossKind.REPORT, "old", others=("new",), place=LINE),
            "Reports",
            "“New” reports to “Old”, which would no longer be held (Old, line 7)",
        ),
        (
            Loss(LossKind.LINK, "old", ("links_to",), others=("new",), place=LINE),
            "Link",
            "“New” is linked to “Old”, which would no longer be held (Old, line 7)",
        ),
        (
            Loss(LossKind.LINK, "old", ("participants",), others=("new",)),
            "Link",
            "“New” has a seat for “Old”, which would no longer be held",
        ),
        (Loss(LossKind.LEAD, "old", place=LINE), "Lead unclear", "“Old” would have no clear lead (Old, line 7)"),
        (
            Loss(LossKind.LEAD, "old", ("opcc", "nhs")),
            "Lead unclear",
            "“Old” would be led by OPCC office and NHS jointly, and no chair is recorded",
        ),
        (
            Loss(LossKind.LEAD, "old", ("nhs",), others=("new", "third")),
            "Lead unclear",
            "NHS leads “Old”; “New” and “Third” have different leads, and none is named for its work",
        ),
        (
            Loss(LossKind.LEAD, "old", ("opcc", "nhs"), others=("third",)),
            "Lead unclear",
            "OPCC office and NHS lead “Old”; who leads “Third” is not clear",
        ),
        (
            Loss(LossKind.VERDICT, "old", ("distinct", "contradicted"), others=("new",), place=LINE),
            "Verdict",
            "A reviewer found “Old” and “New” distinct; this puts the work of one into the other (Old, line 7)",
        ),
        (
            Loss(LossKind.VERDICT, "old", ("related", "stale"), others=("new",)),
            "Verdict",
            "The verdict that “Old” and “New” are related was given under another lead, and would be out of date",
        ),
    ],
)
def test_a_loss(loss: Loss, label: str, says: str) -> None:
    assert lost(loss) == [(label, says)]


def test_a_place_in_a_file_that_was_not_read_has_no_line() -> None:
    loss = Loss(LossKind.THEME, "old", ("housing",), place=LINE, nearest=Nearest("new", Nearness.MENTION, LINE))
    (sentence,) = loss_sentences(REGISTER, (loss,), lambda _: None)

    assert sentence.says == "Housing (Old): this register records no other held meeting that works on it; “New” only mentions it"


def alone(organisation: str, meeting: str, *invited: str) -> Loss:
    return Loss(LossKind.ALONE, meeting, (organisation,), others=invited)


def apart(one: str, other: str, *invited: str) -> Loss:
    return Loss(LossKind.APART, "old", (one, other), others=invited)


def test_members_left_without_a_seat_by_one_meeting_are_named_together_and_who_is_invited_apart() -> None:
    assert lost(alone("opcc", "old"), alone("nhs", "new"), alone("fire", "old"), alone("rail", "old", "new", "third")) == [
        ("No other seat", "OPCC office and Fire would sit on no other held meeting in this register without “Old”"),
        ("No other seat", "NHS would sit on no other held meeting in this register without “New”"),
        (
            "No other seat",
            "Rail would sit on no other held meeting in this register without “Old”, except by invitation on “New” and “Third”",
        ),
    ]


def test_who_would_share_no_meeting_is_named_with_the_one_that_has_most_such_others_first() -> None:
    assert lost(apart("fire", "nhs"), apart("nhs", "opcc"), apart("nhs", "rail", "new"), apart("fire", "rail")) == [
        ("Shared meetings", "NHS would share no other held meeting in this register with Fire or OPCC office"),
        ("Shared meetings", "NHS would share no other held meeting in this register with Rail, except by invitation on “New”"),
        ("Shared meetings", "Fire would share no other held meeting in this register with Rail"),
    ]


def test_a_member_without_another_seat_is_named_as_that_alone() -> None:
    post = Loss(LossKind.ROLE, "old", ("organisation", "nhs", "Director"))

    assert lost(alone("nhs", "old"), apart("nhs", "opcc"), apart("fire", "nhs"), post) == [
        ("No other seat", "NHS would sit on no other held meeting in this register without “Old”")
    ]


def test_posts_are_named_together_by_who_sends_them() -> None:
    posts = [("organisation", "nhs", "Director"), ("meeting", "new", "Chair"), ("organisation", "nhs", "Nurse")]

    assert lost(*(Loss(LossKind.ROLE, "old", post) for post in posts)) == [
        ("Posts", "No other held meeting in this register lists Director or Nurse for NHS"),
        ("Posts", "No other held meeting in this register lists Chair for New"),
    ]


@pytest.mark.parametrize(("members", "named", "end"), [(50, 50, "m48 and m49 would"), (51, 49, "m48 and 2 others would")])
def test_a_sentence_names_fifty_members_at_most(members: int, named: int, end: str) -> None:
    ((_, says),) = lost(*(alone(f"m{number}", "old") for number in range(members)))

    assert end in says
    assert says.partition(" would")[0].count("m") == named


@pytest.mark.parametrize(
    ("gap", "says"),
    [
        (GapKind.STUB, "“Old” can’t be judged: its entry records no purpose, focus, themes or members"),
        (GapKind.WORK, "What “Old” works on: its entry records no purpose, focus or themes"),
        (GapKind.MEMBERS, "Who sits on “Old”: its entry records no members"),
        (GapKind.GENERAL, "“Talk” (Old, line 7) is too general to look for elsewhere"),
        (
            GapKind.DUTY,
            "Whether another meeting serves the same duty as “Old”: its entry says that it is statutory, but names no duty (Old, line 7)",
        ),
        (GapKind.STATUTORY, "Whether “Old” serves a statutory duty: its entry doesn’t say"),
    ],
)
def test_what_cannot_be_judged(gap: GapKind, says: str) -> None:
    assert [one() for one in gap_sentences(REGISTER, (Gap(gap, "old", LINE, "Talk"),), locate)] == [says]


def test_entries_that_do_not_say_whether_they_are_statutory_are_one_sentence_and_the_last() -> None:
    gaps = (Gap(GapKind.STATUTORY, "old", LINE), Gap(GapKind.MEMBERS, "old", LINE), Gap(GapKind.STATUTORY, "new", LINE))

    assert [one() for one in gap_sentences(REGISTER, gaps, locate)] == [
        "Who sits on “Old”: its entry records no members",
        "Whether “Old” and “New” serve a statutory duty: their entries don’t say",
    ]
    assert gap_sentences(REGISTER, (), locate) == ()


@pytest.mark.parametrize(
    ("duty", "others", "says"),
    [
        ("the Care Act", ("new",), "“Old” serves the Care Act (Old, line 7); “New” serves it too"),
        ("the Care Act", ("new", "third"), "“Old” serves the Care Act (Old, line 7); “New” and “Third” serve it too"),
        ("the Care Act", (), "“Old” would still serve the Care Act (Old, line 7)"),
        ("", (), "“Old” would still serve a statutory duty, which its entry doesn’t name (Old, line 7)"),
    ],
)
def test_a_duty_that_is_not_lost(duty: str, others: tuple[str, ...], says: str) -> None:
    assert duty_sentence(REGISTER, AffectedDuty("old", duty, others, LINE), locate) == says


@pytest.mark.parametrize(
    ("ids", "called"),
    [
        (["south"], "South"),
        (["south", "east"], "East and South"),
        (["county"], "County as a whole"),
        (["county", "north"], "County as a whole and North"),
        (["county", "north", "south"], "County"),
        ([WHOLE], "the area as a whole"),
        ([WHOLE, "east"], "East and the area as a whole"),
        ([WHOLE, "county", "north", "south", "east"], "the whole area"),
    ],
)
def test_an_area_whose_parts_are_not_all_there_is_meant_as_a_whole(ids: list[str], called: str) -> None:
    assert areas(REGISTER, ids) == called


def searched_in(*entries: Meeting, ends: tuple[str, ...] = ("gone",)) -> str:
    register = a_register(*entries)
    supposed = scenario(register, ScenarioOptions(ends=ends))
    works = work_index(register, TODAY)
    return searched(ScenarioComparison(register, apply_scenario(register, supposed), supposed, works))


FULL: dict[str, Any] = {"purpose": "Count herons", "participants": ["opcc"], "statutory": False}
GONE = a_meeting("gone")


@pytest.mark.parametrize(
    ("entries", "says"),
    [
        ([FULL], "the one meeting in this register that would be held."),
        ([FULL, {**FULL, "status": "proposed", "purpose": None}], "the one meeting in this register that would be held."),
        (
            [{"statutory": True}],
            (
                "the one meeting in this register that would be held. It records no purpose, focus or themes and no members, "
                "and is statutory without naming a duty."
            ),
        ),
        (
            [{**FULL, "statutory": True}, FULL],
            "the 2 meetings in this register that would be held. Of these, 1 records that it is statutory without naming a duty.",
        ),
        (
            [{**FULL, "statutory": True, "participants": []}, {"statutory": True}, {**FULL, "statutory": "the Care Act"}],
            (
                "the 3 meetings in this register that would be held. Of these, 1 records no purpose, focus or themes, 2 record no members "
                "and 2 record that they are statutory without naming a duty."
            ),
        ),
        (
            [{"focus": ["Herons"], "participants": ["opcc"]}, {"themes": ["birds"], "chair": "opcc"}],
            "the 2 meetings in this register that would be held.",
        ),
    ],
)
def test_what_was_searched_counts_the_entries_that_record_too_little(entries: list[dict[str, Any]], says: str) -> None:
    held = [a_meeting(f"m{number}", **keys) for number, keys in enumerate(entries)]

    assert searched_in(GONE, *held) == f"Searched: {says}"


def test_where_no_meeting_would_be_held_nothing_is_searched() -> None:
    assert searched_in(GONE) == "No other meeting in this register would be held, so there was nothing to search."
