"""One organisation for machines: every part of its profile as JSON, and a row for each role for spreadsheets."""

from typing import Any

from govreg.analysis.meetings_per_year import number, yearly_count
from govreg.analysis.organisation import Involvement, OrganisationProfile
from govreg.model.location import meeting_file
from govreg.model.meeting import Participant
from govreg.model.register import Register
from govreg.report import Cell, Column, Table
from govreg.views import terms
from govreg.views.data import meeting_data, total_data


def organisation_data(register: Register, profile: OrganisationProfile, as_at: str) -> dict[str, Any]:
    """The profile as JSON has it."""
    named = sorted({one.meeting for one in profile.involvements})
    entry = register.organisations.get(profile.id)
    return {
        "as_at": as_at,
        "unread": list(register.unread),
        "organisation": entry.model_dump(by_alias=True, exclude_unset=True, warnings="none") if entry is not None else {"id": profile.id},
        "counted": list(profile.counted),
        "collectives": list(profile.collectives),
        "members": list(profile.members),
        "parts": [_involvement_data(one) for one in profile.involvements],
        "totals": {
            part: {"meetings": list(one.meetings), "held": list(one.held), **total_data(one.a_year)} for part, one in profile.totals.items()
        },
        "months": {
            "by_month": {str(month): count for month, count in profile.months.by_month.items()},
            "known": list(profile.months.known),
            "unknown": list(profile.months.unknown),
        },
        "posts": [{"organisation": one.organisation, "role": one.role, "meetings": list(one.meetings)} for one in profile.posts],
        "meets_with": [
            {one.sender[0]: one.sender[1], "meetings": list(one.meetings), **total_data(one.a_year)} for one in profile.companions
        ],
        "vacancies": [
            {"meeting": one.meeting, "organisation": one.organisation, "role": one.role, "chair": one.chair, "until": one.until}
            for one in profile.vacancies
        ],
        "points": [
            {
                "kind": one.kind,
                "meetings": list(one.meetings),
                "organisation": one.organisation,
                "role": one.role,
                "answers": [{"says": says, "meetings": list(ids)} for says, ids in one.answers],
            }
            for one in profile.points
        ],
        "dates": [
            {"kind": one.kind, "meeting": one.meeting, "on": one.on, "passed": one.passed, "role": one.role} for one in profile.dates
        ],
        "gaps": {gap: list(ids) for gap, ids in profile.gaps.items()},
        "meetings": [meeting_data(register.meetings[id_], register) for id_ in named],
    }


def _involvement_data(one: Involvement) -> dict[str, Any]:
    return {
        "part": one.part,
        "meeting": one.meeting,
        "organisation": one.organisation,
        "tenure": one.tenure,
        "chairs": one.chairs,
        "roles": [_role_data(role) for role in one.roles],
    }


def _role_data(role: Participant) -> dict[str, Any]:
    written = role.model_dump(by_alias=True, exclude_unset=True, exclude={"organisation", "meeting"}, warnings="none")
    return {**written, "attendance": role.attendance}


_SHEET = (
    *(
        "meeting_id",
        "title",
        "part",
        "organisation",
        "organisation_id",
        "tenure",
        "chairs",
        "role",
        "person",
        "attendance",
        "voting",
        "people",
    ),
    *("from", "until", "lead_kind", "frequency", "per_year_total", "per_year_certainty", "status", "held", "next_meets", "next_review"),
    *("terms_review_due", "file"),
)


def organisation_sheet(register: Register, profile: OrganisationProfile) -> Table:
    """A row for each thing that it is to a meeting; of a seat, a row for each role."""
    rows = tuple(_sheet_row(register, one, role) for one in profile.involvements for role in one.roles or (None,))
    return Table(tuple(Column(title) for title in _SHEET), rows)


def _sheet_row(register: Register, one: Involvement, role: Participant | None) -> tuple[Cell, ...]:
    entry = register.meetings[one.meeting]
    counted = yearly_count(entry, register)
    last, agreed = entry.latest_review, entry.terms_of_reference
    total = number(counted.total)
    of_role: tuple[Cell, ...] = (
        (role.role, role.person, role.attendance, role.voting, role.people, terms.date(role.from_), terms.date(role.until))
        if role is not None
        else (None,) * 7
    )
    return (
        entry.id,
        entry.title,
        one.part,
        terms.organisation(register, one.organisation),
        one.organisation,
        one.tenure,
        role is not None and role.attendance == "chair",
        *of_role,
        entry.lead_kind,
        entry.frequency.text if entry.frequency is not None else None,
        total if total is None else round(total, 2),
        counted.certainty.value,
        entry.status,
        entry.is_held,
        terms.date(entry.next_meets),
        terms.date(last.next_due) if last is not None else None,
        terms.date(agreed.review_due) if agreed is not None else None,
        meeting_file(entry.id),
    )
