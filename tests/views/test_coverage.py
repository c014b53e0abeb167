"""The output of `govreg coverage` is checked against the data that the register was written from."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import TODAY, a_meeting, a_register
from conftest import Run, examples
from counting import reads_of
from govreg.analysis.coverage import Need, coverage
from govreg.model.meeting import Meeting
from govreg.model.register import Register
from govreg.model.settings import Settings
from govreg.render import text
from govreg.render.target import Target
from govreg.report import Matrix, Report, Table
from govreg.views import coverage as views
from govreg.views.coverage import coverage as view
from random_registers import AREAS, BELOW, COLLECTIVES, DAY, SEAT, Entries, Entry, held, register_of, seated

PURPOSES: dict[str, str] = {
    "Promote beekeeping in the county": "works",
    "Receives reports from the beekeeping forum": "mentions",
    "Plan": "",
}
"""Purposes, and what each is to the theme."""
THEMES: Entry = {"bees": {"name": "Beekeeping", "needs": ["a", "both", "c"]}}
FOCUS: list[Entry] = [{"text": "Beekeeping training"}, {"text": "Beekeeping training", "until": "2016"}, {"text": "Budget"}]
DUTIES = ("Bees Act 1980", "Honey Act 1999")
MEETING: st.SearchStrategy[Entry] = st.fixed_dictionaries(
    {"lead": st.just("a")},
    optional={
        "status": st.sampled_from(["active", "shadow", "proposed", "suspended", "ended"]),
        "purpose": st.sampled_from(sorted(PURPOSES)),
        "focus": st.lists(
            st.sampled_from([{"text": "Beekeeping training"}, {"text": "Beekeeping training", "until": "2016"}, {"text": "Budget"}]),
            max_size=2,
        ),
        "themes": st.just(["bees"]),
        "statutory": st.one_of(st.lists(st.sampled_from([*DUTIES, DUTIES[0].upper()]), min_size=1, max_size=2), st.booleans()),
        "areas": st.lists(st.sampled_from(AREAS), min_size=1, max_size=2, unique=True),
        "participants": st.lists(SEAT, max_size=3),
    },
)
REGISTERS = st.lists(MEETING, min_size=1, max_size=7).map(lambda found: {f"m{index}": entry for index, entry in enumerate(found)})


def works(entry: Entry) -> bool:
    focus = any(one["text"] == "Beekeeping training" and "until" not in one for one in entry.get("focus", ()))
    return "themes" in entry or focus or PURPOSES.get(entry.get("purpose", "")) == "works"


def serves(entry: Entry, duty: str) -> bool:
    named = entry.get("statutory", ())
    return isinstance(named, list) and duty.casefold() in {one.casefold() for one in named}


def check(data: dict[str, Any], entries: Entries, working: set[str]) -> None:
    """That a theme or duty has the homes that the data has."""
    homes = {id_ for id_ in working if held(entries[id_])}
    assert set(data["homes"]) == homes
    assert set(data["waiting"]) == {id_ for id_ in working if entries[id_].get("status") in ("proposed", "suspended")}
    assert set(data["ended"]) == {id_ for id_ in working if entries[id_].get("status") == "ended"}
    by_area = {area: sum(area in entries[id_].get("areas", AREAS) for id_ in homes) for area in AREAS}
    assert data["by_area"] == by_area
    most = max(by_area.values())
    assert data["home"] == ("none" if not homes else "crowded" if most >= 3 else "one" if len(homes) == 1 else "several")


def seat_of(organisation: str, entry: Entry) -> str:
    core, invited = seated(entry), seated(entry, core=False)
    own = BELOW[organisation]
    if own & core:
        return "seat"
    if any(members & own and id_ in core for id_, members in COLLECTIVES.items()):
        return "through"
    if COLLECTIVES.get(organisation, set()) & core:
        return "members"
    if own & invited:
        return "invited"
    return "none" if core or invited else "not-recorded"


@examples(Fraction(1, 2))
@given(REGISTERS)
def test_the_data_has_every_home(entries: Entries) -> None:
    register = register_of(entries, {"duties": [DUTIES[1], "Nobody's Act 1900"]}, THEMES)
    data = view(register, coverage(register, DAY, 3), "2026-11-21").data()
    (theme,) = data["themes"]

    check(theme, entries, {id_ for id_, entry in entries.items() if works(entry)})
    idle = {id_: entry for id_, entry in entries.items() if held(entry) and not works(entry)}
    assert set(theme["mentioned"]) == {id_ for id_, entry in idle.items() if PURPOSES.get(entry.get("purpose", "")) == "mentions"}
    for need in theme["needs"]:
        assert need["seats"] == {id_: seat_of(need["organisation"], entries[id_]) for id_ in theme["homes"]}
    duties = {one["duty"].casefold(): one for one in data["duties"]}
    named = {one.casefold() for entry in entries.values() if isinstance(entry.get("statutory"), list) for one in entry["statutory"]}
    assert set(duties) == named | {DUTIES[1].casefold(), "nobody's act 1900"}
    for duty, one in duties.items():
        check(one, entries, {id_ for id_, entry in entries.items() if serves(entry, duty)})
    assert duties["nobody's act 1900"]["home"] == "none"
    assert set(data["without_theme"]) == set(idle)
    assert set(data["statutory_without_duty"]) == {id_ for id_, entry in entries.items() if held(entry) and entry.get("statutory") is True}


@examples(Fraction(1, 3))
@given(REGISTERS, st.sampled_from([40, 60, 80, None]))
def test_the_matrix_has_the_figures_of_the_data(entries: Entries, width: int | None) -> None:
    register = register_of(entries, {"duties": [DUTIES[1]]}, THEMES)
    found = coverage(register, DAY)
    report = view(register, found, "2026-11-21")
    themes, duties = (chart for chart in report.charts if isinstance(chart, Matrix))

    assert themes.rows == (("Beekeeping", (len(found.themes[0].homes), *found.themes[0].by_area.values())),)
    assert [label for label, _ in duties.rows] == [one.name for one in found.duties]
    assert text.render(report, Target(width=width))


def of(*meetings: Meeting, **parts: Any) -> dict[str, Any]:
    register = a_register(*meetings, **parts)
    return dict(view(register, coverage(register, TODAY), "2026").data())


def test_a_mention_is_not_a_home() -> None:
    data = of(a_meeting("m", purpose="Receives reports from the beekeeping forum"), themes={"bees": {"name": "Beekeeping"}})

    assert (data["themes"][0]["home"], data["themes"][0]["mentioned"]) == ("none", ["m"])


def test_crowded_counts_one_area_only() -> None:
    areas: Entry = {f"area-{number}": {} for number in range(4)}
    apart = [a_meeting(f"m-{number}", themes=["bees"], areas=[f"area-{number}"]) for number in range(4)]
    together = [a_meeting(f"m-{number}", themes=["bees"], areas=["area-0"]) for number in range(4)]

    assert of(*apart, areas=areas, themes={"bees": {}})["themes"][0]["home"] == "several"
    assert of(*together, areas=areas, themes={"bees": {}})["themes"][0]["home"] == "crowded"


def test_a_duty_served_only_by_ended_meetings_has_no_home() -> None:
    data = of(a_meeting("m", statutory=["Bees Act 1980"], status="ended"))

    assert (data["duties"][0]["home"], data["duties"][0]["ended"]) == ("none", ["m"])


def test_duties_that_settings_name_are_looked_for() -> None:
    wanted = Settings.model_validate({"duties": ("Bees Act 1980", "Honey Act 1999")})
    data = of(a_meeting("m", statutory=["bees act 1980"]), settings=wanted)

    assert [(one["duty"], one["home"]) for one in data["duties"]] == [("Bees Act 1980", "one"), ("Honey Act 1999", "none")]


def test_outsiders_see_homes_and_nothing_without_one(run: Run, tmp_path: Any) -> None:
    (tmp_path / "meetings").mkdir()
    (tmp_path / "organisations.yaml").write_text("a: {name: A}\n")
    (tmp_path / "themes.yaml").write_text("bees: {name: Beekeeping, needs: [a]}\nhoney: {name: Honey}\n")
    (tmp_path / "register.yaml").write_text("settings: {duties: [Bees Act 1980]}\n")
    (tmp_path / "meetings" / "m.yaml").write_text("title: Bees\nlead: a\nthemes: [bees]\n")
    (tmp_path / "meetings" / "n.yaml").write_text("title: Honey board\nlead: a\nthemes: [honey, bees]\nvisibility: internal\n")

    for form in ("table", "json", "csv", "markdown", "html", "svg"):
        out = run(f"coverage --for partners --register {tmp_path} --format {form}").out
        assert "Beekeeping" in out
        assert "Honey" not in out
        assert "Act" not in out
        assert "one home" not in out
        assert "no home" not in out.lower()
    assert "no meetings to show" in run(f"coverage --for public --register {tmp_path}").out


def test_an_unknown_need_is_an_error(run: Run, tmp_path: Any) -> None:
    (tmp_path / "meetings").mkdir()
    (tmp_path / "organisations.yaml").write_text("health: {name: Health}\n")
    (tmp_path / "themes.yaml").write_text("bees: {name: Beekeeping, needs: [helth]}\n")
    ran = run(f"validate --register {tmp_path}")

    assert ran.status == 1
    assert "themes.yaml:1:34: error GR201" in ran.out
    assert "Did you mean “health”?" in ran.out


@pytest.mark.parametrize("number", [1, 13])
def test_one_area_or_very_many_have_no_columns(number: int) -> None:
    register = a_register(a_meeting("m", themes=["bees"]), areas={f"area-{one}": {} for one in range(number)}, themes={"bees": {}})
    (matrix,) = view(register, coverage(register, TODAY), "2026").charts

    assert isinstance(matrix, Matrix)
    assert matrix.columns == ("All",)
    assert len(view(register, coverage(register, TODAY), "2026").data()["themes"][0]["by_area"]) == number


def test_tables_are_not_made_for_machines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of what themes need may name millions of seats."""
    register = a_register(a_meeting("m", themes=["bees"], participants=["a"]), themes=THEMES, organisations={"a": {}, "both": {}, "c": {}})
    monkeypatch.delattr(views, "_needs")

    (theme,) = view(register, coverage(register, TODAY), "2026-11-21").data()["themes"]

    assert theme["needs"][0] == {"organisation": "a", "seats": {"m": "seat"}}


def test_the_seats_of_an_organisation_that_a_theme_needs_are_counted_once_and_gone_through_to_name_and_for_the_foot(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    register = a_register(a_meeting("m", themes=["bees"], participants=["a"]), themes=THEMES, organisations={"a": {}, "both": {}, "c": {}})
    asked = [reads_of(name, Need, monkeypatch) for name in ("seated", "seats")]
    list(view(register, coverage(register, TODAY), "2026-11-21").blocks)

    needs = THEMES["bees"]["needs"]
    assert [sorted(need.organisation for need in each) for each in asked] == [sorted(needs), sorted(needs * 2)]


def needing(homes: int, themes: int = 1, needs: int = 1, **parts: Any) -> Register:
    """A register whose themes, on which every one of `homes` meetings works, each need as many organisations as `needs`; the last sits."""
    wanted = [f"o-{number}" for number in range(needs)]
    named = {f"t-{number}": {"name": f"Theme {number}", "needs": wanted} for number in range(themes)}
    meetings = [
        a_meeting(f"m-{number:04}", title=f"Board {number}", themes=[*named], participants=[wanted[-1]], **parts) for number in range(homes)
    ]
    return a_register(*meetings, themes=named, organisations={id_: {} for id_ in wanted})


def needs_table(report: Report) -> Table:
    """The table of the organisations that themes need."""
    (table,) = (block for block in report.blocks if isinstance(block, Table) and block.columns[-1].title == "Otherwise")
    return table


JSON_LISTS_ALL = "--format json lists every organisation that a theme needs, and how it sits on each home."


@pytest.mark.parametrize(
    ("homes", "says"),
    [
        (6, "not listed on Board 0, Board 1, Board 2, Board 3, Board 4 and Board 5"),
        (7, "not listed on Board 0, Board 1, Board 2, Board 3, Board 4 and 2 more"),
    ],
)
def test_where_an_organisation_has_no_seat_the_first_homes_are_named_and_the_rest_counted(homes: int, says: str) -> None:
    register = needing(homes, needs=2)
    report = view(register, coverage(register, TODAY), "2026")

    (row, _) = needs_table(report).rows
    assert (str(row[1]), row[2], row[3]) == ("O-0", f"0 of {homes} meetings", says)
    assert len(report.data()["themes"][0]["needs"][0]["seats"]) == homes
    assert any(JSON_LISTS_ALL in line for line in report.foot) == (homes > 6)


def test_where_every_home_has_the_seat_none_is_named_and_nothing_is_left_out() -> None:
    register = needing(7)
    report = view(register, coverage(register, TODAY), "2026")

    assert [row[2:] for row in needs_table(report).rows] == [("7 of 7 meetings", None)]
    assert not any(JSON_LISTS_ALL in line for line in report.foot)


def test_of_the_needs_that_are_not_listed_those_without_a_seat_are_counted() -> None:
    register = needing(1, themes=51, needs=4)

    assert needs_table(view(register, coverage(register, TODAY), "2026")).rows[-1] == ("104 more", None, "53 without a seat", None)


@pytest.mark.parametrize(("themes", "rows"), [(50, 100), (51, 101)])
def test_of_very_many_needs_those_without_a_seat_come_first_and_the_rest_are_counted(themes: int, rows: int) -> None:
    register = needing(1, themes=themes, needs=2)
    report = view(register, coverage(register, TODAY), "2026")

    table = needs_table(report)
    assert len(table.rows) == rows
    assert [row[2] for row in table.rows[:100]] == ["0 of 1 meeting"] * themes + ["1 of 1 meeting"] * (100 - themes)
    assert [row[0] for row in table.rows[100:]] == ["2 more"] * (rows - 100)
    assert sum(len(one["needs"]) for one in report.data()["themes"]) == 2 * themes
    assert any(JSON_LISTS_ALL in line for line in report.foot) == (rows > 100)


def test_of_many_meetings_that_are_not_held_the_first_are_named_and_a_spreadsheet_has_all() -> None:
    register = needing(7, status="ended")
    report = view(register, coverage(register, TODAY), "2026")

    (row,) = (block.rows[0] for block in report.blocks if isinstance(block, Table) and block.columns[-1].title == "Not held")
    assert row[-1] == (*(f"Board {number} (ended)" for number in range(5)), "2 more")
    assert report.table is not None
    assert report.table.rows[0][8] == tuple(f"Board {number} (ended)" for number in range(7))
