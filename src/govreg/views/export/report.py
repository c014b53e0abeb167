"""The register as tables: meetings, members, organisations, themes, areas and issues, and all of it as data."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from govreg.diagnostics.finding import Finding
from govreg.model.fields import Record
from govreg.model.location import meeting_in
from govreg.model.meeting import Meeting
from govreg.model.names import many
from govreg.model.register import Register
from govreg.report import Block, Cell, Column, Heading, LineNumber, Link, Report, Table
from govreg.views import terms
from govreg.views.data import meeting_data
from govreg.views.findings import issue_data
from govreg.views.list_meetings import meetings_table


def export(register: Register, meetings: tuple[Meeting, ...], findings: tuple[Finding, ...], as_at: str, *, people: bool) -> Report:
    """The report of `govreg export`: `meetings` of `register`, and what belongs to them."""
    tables = (
        ("Meetings", meetings_table(list(meetings), register)),
        ("Members", _members(register, meetings, people=people)),
        ("Organisations", _organisations(register, meetings)),
        ("Themes", _themes(register, meetings)),
        ("Areas", _areas(register, meetings)),
        ("Issues", _issues(register, findings)),
    )
    blocks: list[Block] = [Heading(register.name or "Register of meetings", 1)]
    for name, table in tables:
        blocks += (Heading(name), table)
    return Report(
        tuple(blocks),
        data=lambda: _data(register, meetings, findings, as_at),
        sheet_note="the meetings",
        foot=(f"{many(len(meetings), 'meeting')}.", *terms.under(register, as_at)),
    )


def _members(register: Register, meetings: tuple[Meeting, ...], *, people: bool) -> Table:
    """One row for each role of each seat; the chair has one."""
    columns = (
        Column("Meeting", ids="meeting_id"),
        Column("Member", ids="member_id"),
        Column("Post"),
        *([Column("Name")] if people else []),
        Column("Attends as"),
        Column("Core member"),
        Column("From"),
        Column("Until"),
        Column("Votes"),
        Column("People"),
    )
    return Table(columns, tuple(_member_rows(register, meetings, people=people)))


def _member_rows(register: Register, meetings: tuple[Meeting, ...], *, people: bool) -> Iterator[tuple[Cell, ...]]:
    for meeting in meetings:
        held = terms.meeting_link(register, meeting.id)
        for one in meeting.roles:
            sends = terms.meeting_link(register, one.meeting) if one.meeting else terms.organisation_link(register, one.organisation or "")
            yield (
                held,
                sends,
                one.role,
                *([one.person] if people else []),
                one.attendance,
                one.is_core,
                terms.date(one.from_),
                terms.date(one.until),
                one.voting,
                one.people,
            )


def _organisations(register: Register, meetings: tuple[Meeting, ...]) -> Table:
    columns = (
        Column("id"),
        Column("Organisation"),
        Column("Other names"),
        Column("Sector"),
        Column("Part of", ids="part_of_id"),
        Column("Its members", ids="its_members_id"),
        Column("Meetings it leads", number=True),
        Column("Meetings it sits on", number=True),
        Column("Meetings it chairs", number=True),
    )
    leads = Counter(id_ for meeting in meetings for id_ in set(meeting.leads))
    sits = Counter(id_ for meeting in meetings for id_ in meeting.organisations)
    chairs = Counter(id_ for meeting in meetings for kind, id_ in meeting.chaired_by if kind == "organisation")
    rows = tuple(
        (
            one.id,
            one.name,
            one.aliases,
            one.sector,
            terms.organisation_link(register, one.part_of) if one.part_of else None,
            tuple(terms.organisation_link(register, id_) for id_ in one.members),
            leads[one.id],
            sits[one.id],
            chairs[one.id],
        )
        for one in register.organisations.values()
    )
    return Table(columns, rows)


def _themes(register: Register, meetings: tuple[Meeting, ...]) -> Table:
    tagged = Counter(id_ for meeting in meetings for id_ in meeting.themes)
    rows = tuple((one.id, one.name, one.aliases, one.terms, tagged[one.id]) for one in register.themes.values())
    return Table((Column("id"), Column("Theme"), Column("Other names"), Column("Terms"), Column("Meetings tagged", number=True)), rows)


def _areas(register: Register, meetings: tuple[Meeting, ...]) -> Table:
    named = Counter(id_ for meeting in meetings for id_ in meeting.areas)
    rows = tuple(
        (
            one.id,
            one.name,
            one.aliases,
            Link("area", one.part_of, register.area_name(one.part_of)) if one.part_of else None,
            named[one.id],
        )
        for one in register.areas.values()
    )
    return Table(
        (Column("id"), Column("Area"), Column("Other names"), Column("Part of", ids="part_of_id"), Column("Meetings", number=True)), rows
    )


def _issues(register: Register, findings: tuple[Finding, ...]) -> Table:
    columns = (
        Column("Severity"),
        Column("Code"),
        Column("Meeting", ids="meeting_id"),
        Column("Issue"),
        Column("Remedy"),
        Column("File"),
        Column("Line"),
    )
    return Table(
        columns,
        tuple(
            (one.severity.value, one.code, _meeting(register, one.file), one.message, one.hint, one.file, _line(one)) for one in findings
        ),
    )


def _line(finding: Finding) -> LineNumber | None:
    return LineNumber(finding.line) if finding.line is not None else None


def _meeting(register: Register, file: str) -> Link | None:
    id_ = meeting_in(file)
    return terms.meeting_link(register, id_) if id_ is not None and id_ in register.meetings else None


def _data(register: Register, meetings: tuple[Meeting, ...], findings: tuple[Finding, ...], as_at: str) -> dict[str, Any]:
    return {
        "name": register.name,
        "as_at": as_at,
        "total": len(register.meetings),
        "unread": list(register.unread),
        "meetings": [meeting_data(meeting, register) for meeting in meetings],
        "organisations": [_written(one) for one in register.organisations.values()],
        "areas": [_written(one) for one in register.areas.values()],
        "themes": [_written(one) for one in register.themes.values()],
        "glossary": {word: list(meanings) for word, meanings in register.glossary.items()},
        "verdicts": [_written(one) for one in register.verdicts],
        "issues": [issue_data(one) for one in findings],
    }


def _written(entry: Record) -> dict[str, Any]:
    return entry.model_dump(by_alias=True, exclude_unset=True, warnings="none")
