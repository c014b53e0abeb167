"""The output of `govreg load` is checked against the data that the register was written from."""

import csv
import json
import re
from collections import defaultdict
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import TODAY, a_meeting, a_register
from conftest import Run, examples
from govreg.analysis.load import EVERYBODY, load, load_changes
from govreg.analysis.whatif.scenario import ScenarioOptions, apply_scenario, scenario
from govreg.model.settings import Settings
from govreg.render import text
from govreg.render.target import Target
from govreg.report import BarChart, Paragraph
from govreg.views import load as views
from govreg.views.load import Recommended, hours_text
from govreg.views.load import load as view
from random_registers import (
    DAY,
    ENDLESS,
    HOURS,
    REGISTERS,
    Entries,
    Entry,
    Range,
    attendees,
    counted,
    current,
    held,
    is_core,
    register_of,
    total,
)

ASSUMED: dict[str, Range] = {"2h": (0, 2), "1h to 3h": (1, 3), "30m": (0, 0.5)}
"""What an assumption counts for: a single figure from nothing to it."""
SETTINGS: st.SearchStrategy[Entry] = st.fixed_dictionaries(
    {},
    optional={
        "duration": st.sampled_from(["2h", "1h to 3h"]),
        "preparation": st.just("1h to 3h"),
        "travel": st.just("30m"),
        "rates": st.just({"a": 40}),
        "role_rates": st.just({"acc": 75.5}),
    },
)
Key = tuple[str, ...]


def each_sitting(entry: Entry, assumed: Entry) -> Range | None:
    """The hours of one sitting for each person."""
    lasts = HOURS.get(entry.get("duration", "")) or ASSUMED.get(assumed.get("duration", ""))
    if lasts is None:
        return None
    more = [ASSUMED[assumed[key]] for key in ("preparation", "travel") if key in assumed]
    return (lasts[0] + sum(one[0] for one in more), lasts[1] + sum(one[1] for one in more))


def heads(entry: Entry, by: str) -> dict[Key, list[Entry]]:
    """Who attends as a matter of course: for each member a role for each person."""
    there = [role for role in entry.get("participants", ()) if is_core(role) and current(role)]
    found: dict[Key, list[Entry]] = defaultdict(list)
    for role in there:
        if by == "organisation":
            found[role["organisation"],] += [role] * role.get("people", 1)
        elif by == "role" and "role" in role:
            found[role["organisation"], role["role"]] += [role] * role.get("people", 1)
        elif by == "person" and "person" in role:
            found[role["person"],] = [role]
    chair = entry.get("chair", {})
    if "organisation" in chair and current(chair):
        if by == "role":
            found[chair["organisation"], chair["role"]] += [chair]
        elif by == "organisation" and chair["organisation"] not in {role["organisation"] for role in there}:
            found[chair["organisation"],] += [chair]
    return found


def rate(role: Entry, assumed: Entry) -> float | None:
    if role.get("role") == "ACC" and "role_rates" in assumed:
        return 75.5
    return 40 if role["organisation"] == "a" and "rates" in assumed else None


def hours(entry: Entry, assumed: Entry, people: int) -> Range | None:
    """The person-hours a year of so many people."""
    says, each = counted(entry), each_sitting(entry, assumed)
    if says is None or each is None or not people:
        return None
    return (says[0] * each[0] * people, says[1] * each[1] * people if each[1] else 0)


def range_of(found: dict[str, Any] | None) -> Range | None:
    return None if found is None else (found["least"], ENDLESS if found["most"] is None else found["most"])


def summed(found: list[Range | None]) -> Range | None:
    known = [one for one in found if one is not None]
    return (sum(one[0] for one in known), sum(one[1] for one in known)) if known else None


def key_of(one: dict[str, Any]) -> Key:
    return tuple(one[part] for part in ("organisation", "role", "person") if one[part] is not None)


@examples(Fraction(1, 2))
@given(REGISTERS, SETTINGS, st.sampled_from(["organisation", "role", "person"]))
def test_every_figure_is_that_of_the_data(entries: Entries, assumed: Entry, by: Any) -> None:
    register = register_of(entries, {"load": assumed})
    data = view(register, load(register, DAY, by), "2026-11-21", limit=0).data()
    now = {id_: entry for id_, entry in entries.items() if held(entry)}
    members: dict[Key, dict[str, list[Entry]]] = defaultdict(dict)
    for id_, entry in now.items():
        for key, roles in heads(entry, by).items():
            members[key][id_] = roles
    money = by != "person" and bool(assumed.keys() & {"rates", "role_rates"})

    assert {key_of(one) for one in data["members"]} == set(members)
    for one in data["members"]:
        attended = members[key_of(one)]
        _check_sum(one, [now[id_] for id_ in attended])
        found = [hours(now[id_], assumed, len(roles)) for id_, roles in attended.items()]
        assert range_of(one["hours"]) == pytest.approx(summed(found))
        assert one["hours_not_known"] == sum(each is None for each in found)
        costs = [_cost(now[id_], assumed, roles) for id_, roles in attended.items()] if money else []
        assert range_of(one["money"]) == pytest.approx(summed(costs))
        if money:
            assert one["money_not_known"] == sum(
                found[index] is None or any(rate(role, assumed) is None for role in roles) for index, roles in enumerate(attended.values())
            )
    whole = data["everybody"]
    _check_sum(whole, list(now.values()))
    people = {id_: sum(map(len, heads(entry, "organisation").values())) for id_, entry in now.items()}
    assert range_of(whole["hours"]) == pytest.approx(summed([hours(entry, assumed, people[id_]) for id_, entry in now.items()]))
    assert set(data["without_members"]) == {id_ for id_, number in people.items() if not number}
    assert set(data["not_held"]) == entries.keys() - now.keys()
    roles = [role for entry in now.values() for role in attendees(entry)]
    assert data["not_current"] == sum(not current(role) for role in roles)
    assert data["invited"] == sum(current(role) and not is_core(role) for role in roles)
    if by == "organisation":
        assert data["unnamed"] == 0
    else:
        listed = [role for entry in now.values() for role in entry.get("participants", ()) if current(role) and is_core(role)]
        chairs = sum(by == "person" and _chairs_apart(entry) for entry in now.values())
        assert data["unnamed"] == sum(by not in role for role in listed) + chairs


def _chairs_apart(entry: Entry) -> bool:
    """Whether the chair's organisation attends, and nobody who is listed can be the chair."""
    chair = entry.get("chair", {})
    listed = {role["organisation"] for role in entry.get("participants", ()) if current(role) and is_core(role)}
    return "organisation" in chair and current(chair) and chair["organisation"] not in listed


def _check_sum(one: dict[str, Any], entries: list[Entry]) -> None:
    low, high, unknown = total(entries)
    assert (one["per_year_low"], one["per_year_high"], one["unknown"]) == (low, high, unknown)
    assert len(one["meetings"]) == len(entries)


def _cost(entry: Entry, assumed: Entry, roles: list[Entry]) -> Range | None:
    each = [(hours(entry, assumed, 1), rate(role, assumed)) for role in roles]
    return summed([(one[0] * pounds, one[1] * pounds) for one, pounds in each if one is not None and pounds is not None])


@examples(Fraction(1, 2))
@given(REGISTERS, SETTINGS)
def test_a_change_is_what_starts_less_what_stops(entries: Entries, assumed: Entry) -> None:
    register = register_of(entries, {"load": assumed})
    supposed = scenario(register, ScenarioOptions(recommended=True))
    changes = {one.key: one for one in load_changes(load(register, DAY), load(apply_scenario(register, supposed), DAY))}
    word = {id_: entry.get("review", {}).get("recommendation") for id_, entry in entries.items()}
    stops = {id_ for id_, entry in entries.items() if held(entry) and word[id_] in ("end", "suspend")}
    starts = {id_ for id_, entry in entries.items() if not held(entry) and entry.get("status") != "ended" and word[id_] == "start"}

    assert (EVERYBODY in changes) == bool(stops | starts)
    if EVERYBODY not in changes:
        return
    signed = [(entries[id_], sign) for ids, sign in ((stops, -1), (starts, 1)) for id_ in ids]
    known = [(says, sign) for entry, sign in signed if (says := counted(entry)) is not None]
    least = sum(says[0] if sign > 0 else -says[1] for says, sign in known)
    most = sum(says[1] if sign > 0 else -says[0] for says, sign in known)
    found = changes[EVERYBODY]
    assert (found.meetings.least, found.meetings.most) == tuple(None if abs(end) == ENDLESS else end for end in (least, most))
    assert found.meetings_unknown == len(signed) - len(known)


SHOWN = r"(?:(?:at least |up to |about )?[\d,.]+(?: to [\d,.]+)?(?:; \d+ not known)?|not known)"


@examples(Fraction(1, 2))
@given(REGISTERS, SETTINGS, st.sampled_from([40, 60, 80, None]))
def test_every_figure_in_words_is_of_a_known_form(entries: Entries, assumed: Entry, width: int | None) -> None:
    register = register_of(entries, {"load": assumed})
    supposed = scenario(register, ScenarioOptions(recommended=True))
    then = Recommended(supposed, load(apply_scenario(register, supposed), DAY))
    report = view(register, load(register, DAY), "2026-11-21", limit=20, recommended=then)

    for chart in report.charts:
        for bar in getattr(chart, "bars", ()):
            assert re.fullmatch(SHOWN, bar.text)
            assert bool(bar.end or bar.text.startswith(("0", "at least 0"))) == (bar.text != "not known")
    assert text.render(report, Target(width=width))


@pytest.mark.parametrize(
    ("times", "hours"),
    [("4", "at least 8; 1 not known"), ("0", "0; 1 not known"), ("1", "at least 2; 1 not known")],
)
def test_what_is_not_known_is_beside_the_least_there_can_be(times: str, hours: str) -> None:
    """None of what is known is no least."""
    counts = a_meeting("a", frequency={"text": "As it is planned", "per_year": times}, duration="2h", participants=["opcc"])
    found = load(a_register(counts, a_meeting("b", frequency="Monthly", participants=["opcc"])), TODAY)

    assert hours_text(found.everybody) == hours


def test_a_member_without_meetings_has_an_empty_bar() -> None:
    ends = {"frequency": "Quarterly", "status": "active", "participants": ["nhs"], "review": {"recommendation": "end"}}
    register = a_register(a_meeting("m", **ends), organisations={"opcc": {}, "nhs": {"name": "NHS"}})
    supposed = scenario(register, ScenarioOptions(recommended=True))
    then = Recommended(supposed, load(apply_scenario(register, supposed), TODAY))
    report = view(register, load(register, TODAY), "2026-11-21", limit=20, recommended=then)

    bars = {bar.label: (bar.text, bar.end) for chart in report.charts for bar in getattr(chart, "bars", ())}
    assert bars["NHS, now"] == ("4", 4)
    assert bars["NHS, then"] == ("0", 0)


def test_where_no_meeting_is_held_that_is_all_there_is_to_say() -> None:
    for meetings, says in (((a_meeting("m", status="ended"),), "No meeting here is held."), ((), "There are no meetings to show.")):
        register = a_register(*meetings)

        assert list(view(register, load(register, TODAY), "2026-11-21", limit=20).blocks)[1:] == [Paragraph(says)]


def test_tables_and_charts_are_not_made_for_machines(monkeypatch: pytest.MonkeyPatch) -> None:
    register = a_register(a_meeting("m", frequency="Quarterly", participants=["nhs"]), organisations={"opcc": {}, "nhs": {"name": "NHS"}})
    monkeypatch.delattr(views, "load_charts")

    report = view(register, load(register, TODAY), "2026-11-21", limit=20)

    assert [one["organisation"] for one in report.data()["members"]] == ["nhs"]


def test_a_row_of_the_spreadsheet_is_about_one_member_column_by_column(run: Run, tmp_path: Any) -> None:
    (tmp_path / "register.yaml").write_text("name: Test\n", encoding="utf-8")
    (tmp_path / "organisations.yaml").write_text("opcc: {name: OPCC office}\n", encoding="utf-8")
    (tmp_path / "meetings").mkdir()
    entry = "title: Board\nlead: opcc\nfrequency: Twice a year (March and September)\nduration: 2h\nparticipants: [opcc]\n"
    (tmp_path / "meetings" / "board.yaml").write_text(entry, encoding="utf-8")
    (row,) = csv.DictReader(run(f"load --register {tmp_path} --format csv").out.splitlines())

    assert {title: cell for title, cell in row.items() if cell} == {
        "organisation": "OPCC office",
        "meetings": "1",
        "per_year": "2",
        "per_year_low": "2",
        "per_year_high": "2",
        "per_year_certainty": "exact",
        "per_year_not_known": "0",
        "hours_least": "4",
        "hours_most": "4",
        "hours_not_known": "0",
        "busiest_months": "March and September (1 each)",
        "months_not_known": "0",
    }


def _settings(**keys: Any) -> Settings:
    return Settings.model_validate({"load": keys})


def test_a_missing_duration_is_unknown_not_zero() -> None:
    found = load(a_register(a_meeting("m", frequency="Monthly", participants=["opcc"])), TODAY)

    assert found.everybody.hours is None
    assert found.everybody.meetings[0].unknown == "duration"


def test_a_meeting_without_members_has_no_hours() -> None:
    found = load(a_register(a_meeting("m", frequency="Monthly", duration="2h")), TODAY)

    assert (found.everybody.hours, found.everybody.meetings[0].unknown) == (None, "members")
    assert found.without_members == ("m",)


def test_a_post_is_the_same_in_any_case_and_a_person_is_one_person() -> None:
    seats = [{"organisation": "opcc", "role": "CEO", "person": "Ann"}, {"organisation": "opcc", "role": "ceo", "person": "Ann"}]
    register = a_register(a_meeting("m", participants=seats))

    assert [(one.key.role, one.meetings[0].people) for one in load(register, TODAY, "role").members] == [("CEO", 2)]
    assert [(one.key.person, one.meetings[0].people) for one in load(register, TODAY, "person").members] == [("Ann", 1)]


def test_money_is_shown_where_a_rate_is_set_and_never_for_a_person() -> None:
    seat = {"organisation": "opcc", "role": "CEO", "person": "Ann"}
    register = a_register(
        a_meeting("m", frequency="Monthly", duration="2h", participants=[seat]),
        settings=_settings(rates={"opcc": "10"}, role_rates={"ceo": "50"}),
    )

    by_organisation = load(register, TODAY)
    assert by_organisation.members[0].money is not None
    assert by_organisation.members[0].money.least == 12 * 2 * 50
    by_person = load(register, TODAY, "person")
    assert by_person.members[0].money is None
    assert not by_person.shows_money
    assert "£" not in text.render(view(register, by_person, "2026", limit=0), Target())


def test_rates_are_never_shown_to_others(run: Run) -> None:
    for audience in ("partners", "public"):
        assert "Cost" not in run(f"load --register docs/example --for {audience}").out
    assert "Cost a year" in run("load --register docs/example").out


def test_persons_are_numbered_unless_they_are_asked_for(run: Run, tmp_path: Any) -> None:
    folder = tmp_path / "meetings"
    folder.mkdir()
    (tmp_path / "organisations.yaml").write_text("a: {name: A}\n")
    meeting = {"title": "M", "lead": "a", "visibility": "public", "participants": [{"organisation": "a", "person": "Ann Other"}]}
    (folder / "m.yaml").write_text(json.dumps(meeting))

    for words in ("", " --for partners", " --for public"):
        out = run(f"load --by person --register {tmp_path}{words}").out
        assert "Ann Other" not in out
        assert "person 1" in out
    assert "Ann Other" in run(f"load --by person --people --register {tmp_path}").out


def test_a_chart_can_be_a_file_of_its_own(run: Run, tmp_path: Any) -> None:
    target = tmp_path / "load.svg"

    assert run(f"load --output {target}").status == 0
    assert target.read_text(encoding="utf-8").startswith("<?xml")
    assert run(f"list --output {target}").status == 2
    assert run("load --for public --format svg").status == 2


def test_settings_are_checked(run: Run, tmp_path: Any) -> None:
    (tmp_path / "meetings").mkdir()
    (tmp_path / "organisations.yaml").write_text("opcc: {name: Office, aliases: [OPCC]}\n")
    (tmp_path / "register.yaml").write_text("settings: {load: {duration: half a day, rates: {OPCC: 4, fire: 5}}}\n")
    ran = run(f"validate --register {tmp_path} --format json")

    found = [(one["code"], one["line"], one["column"], one["message"]) for one in json.loads(ran.out)["findings"]]
    assert ("GR114", 1, 29, "“half a day” is not a number of hours or minutes.") in found
    assert ("GR201", 1, 49, "“OPCC” is a name, but files refer to entries by id.") in found
    assert ("GR201", 1, 58, "“fire” is not an organisation.") in found


def test_renaming_an_organisation_renames_it_in_settings_and_themes(run: Run, tmp_path: Any) -> None:
    (tmp_path / "meetings").mkdir()
    (tmp_path / "organisations.yaml").write_text("opcc: {name: Office}\n")
    (tmp_path / "register.yaml").write_text("settings: {load: {rates: {opcc: 4}}}\n")
    (tmp_path / "themes.yaml").write_text("victims: {name: Victims, needs: [opcc]}\n")

    assert run(f"rename organisation opcc Commissioner --register {tmp_path}").status == 0
    assert "rates: {commissioner: 4}" in (tmp_path / "register.yaml").read_text()
    assert "needs: [commissioner]" in (tmp_path / "themes.yaml").read_text()
    assert run(f"validate --register {tmp_path}").status == 0


@pytest.mark.parametrize(("limit", "first"), [(0, ""), (4, ""), (3, ": the first 3 of 4 members"), (1, ": the first 1 of 4 members")])
def test_a_chart_says_of_how_many_members_it_has_bars(limit: int, first: str) -> None:
    """In a picture by itself nothing else does."""
    ends = a_meeting("m", frequency="Monthly", duration="2h", participants=["a", "b", "c", "d"], review={"recommendation": "end"})
    register = a_register(ends, organisations={one: {} for one in "abcd"})
    supposed = scenario(register, ScenarioOptions(recommended=True))
    then = Recommended(supposed, load(apply_scenario(register, supposed), TODAY))
    report = view(register, load(register, TODAY), "2026-11-21", limit=limit, recommended=then)
    charts = [block for block in report.blocks if isinstance(block, BarChart)]

    assert [chart.title for chart in charts] == [
        f"Meetings a year{first}",
        f"Hours a year{first}",
        f"Meetings a year, now and then{first and f'{first} whose load changes'}",
    ]
    assert [len(chart.bars) for chart in charts] == [limit or 4, limit or 4, 2 * (limit or 4)]
