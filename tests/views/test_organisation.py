"""The output of `govreg organisation` is checked against the data that the register was written from."""

import json
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from building import a_meeting, a_register
from conftest import Run, examples
from govreg.analysis.organisation import organisation_profile
from govreg.report import Table
from govreg.views.organisation import organisation
from random_registers import (
    BELOW,
    COLLECTIVES,
    DATES,
    DAY,
    MONTHS,
    ORGANISATIONS,
    REGISTERS,
    Entries,
    Entry,
    attendees,
    current,
    held,
    instances,
    is_core,
    over,
    register_of,
    seated,
    total,
)


@examples(Fraction(1, 2))
@given(REGISTERS, st.sampled_from(sorted(ORGANISATIONS)), st.booleans())
def test_every_figure_is_that_of_the_data(entries: Entries, asked: str, exact: bool) -> None:  # noqa: FBT001 - drawn
    register = register_of(entries)
    data = organisation(register, organisation_profile(register, asked, DAY, exact=exact), "2026-11-21").data()
    those = {asked} if exact else BELOW[asked]
    groups = set() if exact else {id_ for id_, members in COLLECTIVES.items() if members & those} - those
    seats = {id_ for id_, entry in entries.items() if seated(entry) & those}

    parts: dict[str, set[str]] = {
        "lead": {id_ for id_, entry in entries.items() if those & {*_listed(entry["lead"])}},
        "support": {id_ for id_, entry in entries.items() if those & {*entry.get("support", ())}},
        "secretariat": {id_ for id_, entry in entries.items() if entry.get("secretariat") in those},
        "seat": seats,
        "invited": {id_ for id_, entry in entries.items() if seated(entry, core=False) & those},
        "through": {id_ for id_, entry in entries.items() if _everybody(entry) & groups} - seats,
    }
    for part, ids in parts.items():
        now = [entries[id_] for id_ in ids if held(entries[id_])]
        low, high, unknown = total(now)
        found = data["totals"][part]
        assert set(found["meetings"]) == ids
        assert set(found["held"]) == {id_ for id_ in ids if held(entries[id_])}
        assert (found["per_year_low"], found["per_year_high"], found["unknown"]) == (low, high, unknown)
    sits = {id_: entries[id_] for id_ in seats if held(entries[id_])}
    _check_company(data, sits, those | groups | {member for one in those for member in COLLECTIVES.get(one, ())})
    _check_months(data, sits)
    _check_dates(data, entries, parts, those)
    assert {(one["meeting"], one["organisation"], one["chair"]) for one in data["vacancies"]} == set(_vacant(entries, those))


def _listed(lead: str | list[str]) -> list[str]:
    return lead if isinstance(lead, list) else [lead]


def _everybody(entry: Entry) -> set[str]:
    return {role["organisation"] for role in attendees(entry) if current(role)}


def _check_company(data: dict[str, Any], sits: Entries, itself: set[str]) -> None:
    expected = {id_: {meeting for meeting, entry in sits.items() if id_ in seated(entry)} for id_ in ORGANISATIONS if id_ not in itself}
    assert {one["organisation"]: set(one["meetings"]) for one in data["meets_with"]} == {id_: ids for id_, ids in expected.items() if ids}


def _check_months(data: dict[str, Any], sits: Entries) -> None:
    months: dict[str, int] = {}
    for entry in sits.values():
        for month in MONTHS.get(entry.get("frequency", ""), ()):
            months[str(month)] = months.get(str(month), 0) + instances(entry)
    assert data["months"]["by_month"] == months
    assert len(data["months"]["unknown"]) == sum(entry.get("frequency") not in MONTHS for entry in sits.values())


def _check_dates(data: dict[str, Any], entries: Entries, parts: dict[str, set[str]], those: set[str]) -> None:
    """The dates of each meeting, and whether each has passed."""
    own = {id_ for part, ids in parts.items() if part != "through" for id_ in ids if entries[id_].get("status") != "ended"}
    own |= {
        id_
        for id_, entry in entries.items()
        if entry.get("status") != "ended" and any(role["organisation"] in those and not over(role) for role in attendees(entry))
    }
    due = {(id_, "meets", entries[id_]["next_meets"]) for id_ in own if "next_meets" in entries[id_]}
    due |= {(id_, "terms", entries[id_]["terms_of_reference"]["review_due"]) for id_ in own if "terms_of_reference" in entries[id_]}
    due |= {(id_, "review", entries[id_]["review"]["next_due"]) for id_ in own if "next_due" in entries[id_].get("review", {})}
    found = [one for one in data["dates"] if one["kind"] in ("meets", "terms", "review")]
    assert {(one["meeting"], one["kind"], one["on"]) for one in found} == due
    assert all(one["passed"] == (DATES[one["on"]][1] < DAY) for one in data["dates"])
    terms = [one for one in data["dates"] if one["kind"] == "until"]
    assert {(one["meeting"], one["on"]) for one in terms} == {
        (id_, role["until"])
        for id_ in own
        for role in attendees(entries[id_])
        if role["organisation"] in those and "until" in role and not over(role)
    }


def _vacant(entries: Entries, those: set[str]) -> list[tuple[str, str, bool]]:
    found = []
    for id_, entry in entries.items():
        later = [role for role in attendees(entry) if not over(role)]
        presides = any(role.get("attendance") == "chair" for role in later) or ("chair" in entry and not over(entry["chair"]))
        for role in attendees(entry):
            if entry.get("status") == "ended" or role["organisation"] not in those or not over(role) or not is_core(role):
                continue
            chair = role.get("attendance") == "chair"
            same = [one for one in later if one["organisation"] == role["organisation"]]
            after = [one for one in same if "role" not in one or "role" not in role or one["role"] == role["role"]]
            if not (presides if chair else after):
                found.append((id_, role["organisation"], chair))
    return found


def test_a_report_for_others_names_no_person_and_nothing_internal(run: Run) -> None:
    public = run("organisation opcc --for public --format json")
    partners = run("organisation pcc --for partners --format json")

    assert json.loads(public.out)["parts"] == []
    assert '"person"' not in partners.out
    assert "no meetings to show" in run("organisation opcc --for public").out
    assert run("organisation opcc --for public --people").status == 2


def test_an_unknown_organisation_gets_the_nearest(run: Run) -> None:
    ran = run("organisation constabluary")

    assert ran.status == 2
    assert "Did you mean “constabulary”?" in ran.err


def test_a_spreadsheet_has_a_row_for_each_role_of_a_seat(run: Run) -> None:
    rows = run("organisation pcc --format csv").out.splitlines()

    assert [row.split(",")[6:10] for row in rows if row.startswith("reducing-reoffending-board,") and ",seat," in row] == [
        ["no", "", "", "member"],
        ["yes", "PCC", "", "chair"],
    ]


def test_a_vacant_post_is_named_unless_it_is_called_as_its_organisation_is() -> None:
    def vacant(role: str) -> object:
        over = {"organisation": "a", "role": role, "until": "2026-10"}
        register = a_register(a_meeting("m", participants=[over]), organisations={"a": {"name": "Chief Officer"}})
        report = organisation(register, organisation_profile(register, "a", DAY, exact=False), "2026-11-21")
        return next(block.rows[0][1] for block in report.blocks if isinstance(block, Table) and block.columns[1].title == "Role")

    assert (vacant("Director"), vacant("CHIEF OFFICER")) == ("Chief Officer, Director", "Chief Officer")
