"""The load of a register for machines: all members together and each as JSON, and a row for each member for spreadsheets."""

from fractions import Fraction
from typing import Any

from govreg.analysis.load import Load, LoadResult, MeetingLoad, load_changes
from govreg.analysis.meetings_per_year import number
from govreg.analysis.overlaps import SeatKey
from govreg.analysis.ranges import Range
from govreg.analysis.whatif.scenario import Scenario
from govreg.model.register import Register
from govreg.model.settings import LoadSettings
from govreg.report import Cell, Column, Table
from govreg.views import terms
from govreg.views.data import range_data, total_data
from govreg.views.months import busiest


def load_data(register: Register, found: LoadResult) -> dict[str, Any]:
    """The load with what it assumes and what is not in it."""
    settings = register.settings.load or LoadSettings()
    return {
        "by": found.by,
        "assumed": {"duration": settings.duration, "preparation": settings.preparation, "travel": settings.travel},
        **_result_data(found),
        "not_held": [meeting.id for meeting in register.meetings.values() if not meeting.is_held],
    }


def _result_data(found: LoadResult) -> dict[str, Any]:
    """A load for machines: all members together, and each."""
    return {
        "everybody": _one_data(found.everybody),
        "members": [_one_data(one) for one in found.members],
        "without_members": list(found.without_members),
        "unnamed": found.unnamed,
        "invited": found.invited,
        "not_current": found.not_current,
    }


def recommended_data(found: LoadResult, supposed: Scenario, then: LoadResult) -> dict[str, Any]:
    """What would be supposed, the load as it would be `then`, and what changes."""
    return {
        "stops": sorted(supposed.stopping),
        "starts": list(supposed.starting),
        "described_only": list(supposed.in_words),
        **_result_data(then),
        "changes": [
            {
                **_key_data(one.key),
                "meetings": range_data(one.meetings),
                "meetings_not_known": one.meetings_unknown,
                "hours": range_data(one.hours),
                "hours_not_known": one.hours_unknown,
            }
            for one in load_changes(found, then)
        ],
    }


def _key_data(key: SeatKey) -> dict[str, Any]:
    return {"organisation": key.organisation, "meeting": key.meeting, "role": key.role, "person": key.person}


def _one_data(one: Load) -> dict[str, Any]:
    return {
        **_key_data(one.key),
        **total_data(one.a_year),
        "hours": range_data(one.hours),
        "hours_not_known": one.hours_unknown,
        "money": range_data(one.money),
        "money_not_known": one.money_unknown,
        "by_month": {str(month): count for month, count in one.months.by_month.items()},
        "months_not_known": len(one.months.unknown),
        "meetings": [_meeting_data(meeting) for meeting in one.meetings],
    }


def _meeting_data(one: MeetingLoad) -> dict[str, Any]:
    return {
        "meeting": one.meeting,
        "per_year": number(one.count.total),
        "per_year_certainty": one.count.certainty.value,
        "people": one.people,
        "hours": range_data(one.hours),
        "hours_not_known": one.unknown,
        "assumed": list(one.assumed),
        "money": range_data(one.money),
    }


_SHEET = (
    *("organisation", "meeting", "role", "person", "meetings", "per_year", "per_year_low", "per_year_high", "per_year_certainty"),
    *("per_year_not_known", "hours_least", "hours_most", "hours_not_known", "busiest_months", "months_not_known"),
)


def load_sheet(register: Register, found: LoadResult) -> Table:
    """A row for each member."""
    titles = (*_SHEET, *(("cost_least", "cost_most", "cost_not_known") if found.shows_money else ()))
    return Table(tuple(Column(title) for title in titles), tuple(_sheet_row(register, found, one) for one in found.members))


def _sheet_row(register: Register, found: LoadResult, one: Load) -> tuple[Cell, ...]:
    hours, money = (part or Range(None, None) for part in (one.hours, one.money))
    costs = (_rounded(money.least), _rounded(money.most), one.money_unknown) if found.shows_money else ()
    return (
        terms.organisation(register, one.key.organisation) if one.key.organisation else None,
        terms.meeting(register, one.key.meeting) if one.key.meeting else None,
        one.key.role,
        one.key.person,
        len(one.meetings),
        _rounded(one.a_year.per_year),
        _rounded(one.a_year.low),
        _rounded(one.a_year.high),
        one.a_year.certainty.value,
        one.a_year.unknown,
        _rounded(hours.least),
        _rounded(hours.most),
        one.hours_unknown,
        busiest(one.months) or None,
        len(one.months.unknown),
        *costs,
    )


def _rounded(count: Fraction | None) -> int | float | None:
    exact = number(count)
    return exact if exact is None else round(exact, 2)
