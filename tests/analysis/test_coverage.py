"""Which themes and duties have no home, one or several, and how those whom a theme needs sit on its homes."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from building import TODAY, a_meeting, a_register
from counting import reads_of
from govreg.analysis import coverage as module
from govreg.analysis.coverage import CROWDED, Coverage, CoveredSubject, coverage
from govreg.analysis.tenure import Tenure, tenure_of_seat
from govreg.analysis.whatif.work_index import work_index
from govreg.model.meeting import Meeting
from govreg.model.settings import Settings

AREAS = {"county": {}, "south": {"part_of": "county", "name": "A south"}, "north": {"part_of": "county", "name": "b north"}}
THEMES = {"animals": {"name": "zoo", "terms": ["zebra"]}, "plants": {"name": "Botany", "terms": ["tulip"]}}
ORGANISATIONS = {"a": {}, "b": {}, "below": {"part_of": "a"}, "all": {"members": ["a", "b"]}}


def covered(*meetings: Meeting, **parts: Any) -> Coverage:
    return coverage(a_register(*meetings, **{"themes": THEMES, "organisations": ORGANISATIONS, **parts}), TODAY)


def theme(found: Coverage, id_: str) -> CoveredSubject:
    (one,) = (one for one in found.themes if one.id == id_)
    return one


def test_a_theme_is_worked_on_mentioned_planned_or_was_worked_on() -> None:
    found = covered(
        a_meeting("works", title="beta", focus=["Zebra crossings"]),
        a_meeting("tagged", title="Alpha", themes=["animals"]),
        a_meeting("mentions", purpose="Mend roads alongside the zebra board"),
        a_meeting("mentioned-once", purpose="Mend roads alongside the zebra board", status="suspended"),
        a_meeting("proposed", themes=["animals"], status="proposed"),
        a_meeting("over", themes=["animals"], status="ended"),
    )

    assert [(one.id, one.name) for one in found.themes] == [("plants", "Botany"), ("animals", "zoo")]
    one = theme(found, "animals")
    assert (one.homes, one.mentioned, one.waiting, one.ended) == (("tagged", "works"), ("mentions",), ("proposed",), ("over",))
    assert theme(found, "plants").home == "none"
    assert found.without_theme == ("mentions",)


def test_a_meeting_that_works_on_a_theme_and_mentions_it_only_works_on_it() -> None:
    one = theme(covered(a_meeting("m", themes=["animals"], purpose="Mend roads alongside the zebra board")), "animals")

    assert (one.homes, one.mentioned) == (("m",), ())


@pytest.mark.parametrize(
    ("areas", "home", "most"),
    [
        ([], "none", 0),
        (["north"], "one", 1),
        (["north", "south"], "several", 1),
        (["north"] * (CROWDED - 1) + ["south"], "several", CROWDED - 1),
        (["north"] * (CROWDED - 1) + ["county"], "crowded", CROWDED),
    ],
)
def test_homes_crowd_one_area_not_several(areas: list[str], home: str, most: int) -> None:
    meetings = [a_meeting(f"m{number}", themes=["animals"], areas=[area]) for number, area in enumerate(areas)]
    found = covered(*meetings, areas=AREAS)
    one = theme(found, "animals")

    assert (found.areas, found.crowded_from) == (("south", "north"), CROWDED)
    assert (one.home, one.most_in_one_area, list(one.by_area)) == (home, most, ["south", "north"])


def test_without_areas_all_homes_are_in_one() -> None:
    one = theme(covered(*(a_meeting(f"m{number}", themes=["animals"]) for number in range(CROWDED))), "animals")

    assert (one.by_area, one.most_in_one_area, one.home) == ({}, CROWDED, "crowded")


def test_duties_are_those_of_the_settings_and_of_all_meetings_in_any_case() -> None:
    found = covered(
        a_meeting("m", statutory=["care act 2014", "Fire Act"]),
        a_meeting("n", statutory=["Care Act 2014"], status="ended"),
        a_meeting("unnamed", statutory=True),
        a_meeting("unnamed-too", statutory=True, status="proposed"),
        settings=Settings(duties=("Care Act 2014", "Water Act")),
    )

    assert [(one.id, one.name, one.homes, one.ended, one.named) for one in found.duties] == [
        ("Care Act 2014", "Care Act 2014", ("m",), ("n",), True),
        ("Fire Act", "Fire Act", ("m",), (), False),
        ("Water Act", "Water Act", (), (), True),
    ]
    assert found.without_duty == ("unnamed",)


@pytest.mark.parametrize(
    ("seats", "needed", "kind"),
    [
        (["a"], "a", "seat"),
        (["below"], "a", "seat"),
        ([{"organisation": "a", "attendance": "observer"}, {"organisation": "a", "role": "ACC"}], "a", "seat"),
        (["all"], "a", "through"),
        (["all", {"organisation": "a", "attendance": "observer"}], "a", "through"),
        (["b"], "all", "members"),
        (["b", {"organisation": "all", "attendance": "observer"}], "all", "members"),
        ([{"organisation": "a", "attendance": "by-invitation"}], "a", "invited"),
        ([{"organisation": "b", "attendance": "observer"}], "a", "none"),
        (["b"], "a", "none"),
        ([{"organisation": "a", "until": "2016"}, "b"], "a", "none"),
        ([{"organisation": "a", "until": "2016"}], "a", "not-recorded"),
        ([{"meeting": "other"}], "a", "not-recorded"),
        ([], "a", "not-recorded"),
    ],
)
def test_how_a_needed_organisation_sits_on_a_home(seats: list[Any], needed: str, kind: str) -> None:
    themes = {"animals": {"terms": ["zebra"], "needs": [needed]}}
    (need,) = theme(covered(a_meeting("m", themes=["animals"], participants=seats), themes=themes), "animals").needs

    assert (need.organisation, need.seats, need.seated) == (needed, {"m": kind}, int(kind in ("seat", "through")))


def test_the_homes_with_a_seat_are_those_of_each_theme_also_where_themes_share_homes() -> None:
    themes = {id_: {"needs": ["a", "all"]} for id_ in ("odd", "low", "every", "none")}
    seats = [["a"], ["b"], ["all"], [{"organisation": "a", "attendance": "observer"}], []]
    on = [["odd", "low"], ["low"], ["odd"], ["low"], ["odd"]]
    found = covered(
        *(a_meeting(f"m{number}", themes=[*one, "every"], participants=seats[number]) for number, one in enumerate(on)),
        a_meeting("over", themes=["every"], participants=["a"], status="ended"),
        themes=themes,
    )

    needs = {one.id: one.needs for one in found.themes}
    assert {id_: [need.seated for need in each] for id_, each in needs.items()} == {
        "odd": [2, 1],
        "low": [1, 0],
        "every": [2, 1],
        "none": [0, 0],
    }
    for need in (need for each in needs.values() for need in each):
        assert need.seated == sum(kind in ("seat", "through") for kind in need.seats.values())


def test_an_index_of_work_that_is_at_hand_gives_the_same() -> None:
    register = a_register(a_meeting("m", focus=["Zebra crossings"]), themes=THEMES)

    assert coverage(register, TODAY, works=work_index(register, TODAY)) == coverage(register, TODAY)


def test_the_seats_of_a_home_are_worked_out_once_for_all_that_its_themes_need(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Sequence[object]] = []

    def counted(roles: Sequence[Any], today: date) -> Tenure:
        asked.append(roles)
        return tenure_of_seat(roles, today)

    monkeypatch.setattr(module, "tenure_of_seat", counted)
    themes = {name.lower(): {"name": name, "needs": ["nhs", "opcc", "pcc"]} for name in ("Roads", "Drugs")}
    found = covered(
        a_meeting(purpose="Roads and drugs", participants=["nhs", {"organisation": "pcc", "attendance": "by-invitation"}]),
        themes=themes,
        organisations={"nhs": {}, "opcc": {}, "pcc": {}},
    )

    kinds = [{need.organisation: [*need.seats.values()] for need in one.needs} for one in found.themes]
    assert kinds == [{"nhs": ["seat"], "opcc": ["none"], "pcc": ["invited"]}] * 2
    assert len(asked) == 2


def test_whether_a_meeting_is_held_is_asked_a_few_times_however_many_themes_it_works_on(monkeypatch: pytest.MonkeyPatch) -> None:
    themes = {f"t{number}": {"name": f"Theme {number}"} for number in range(50)}
    register = a_register(*(a_meeting(id_, title=f"Board {id_}", themes=[*themes]) for id_ in ("b", "a")), themes=themes)
    works = work_index(register, TODAY)
    asked = reads_of("is_held", Meeting, monkeypatch)

    assert {one.homes for one in coverage(register, TODAY, works=works).themes} == {("a", "b")}
    assert len(asked) < 10
