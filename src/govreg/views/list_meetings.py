"""The report of `govreg list`: who leads each meeting, how often it is held, and its status."""

from collections.abc import Iterator
from fractions import Fraction

from govreg.analysis.meetings_per_year import number, yearly_count
from govreg.analysis.selection import LEAD_KINDS, Filters, Selection
from govreg.model.location import meeting_file
from govreg.model.meeting import Meeting
from govreg.model.names import many
from govreg.model.register import Register
from govreg.report import Cell, Column, Link, Paragraph, Report, Table
from govreg.views import terms
from govreg.views.data import meeting_data
from govreg.views.filters import filter_words
from govreg.views.held import held_sentences
from govreg.views.reasons import reasons


def list_meetings(register: Register, selection: Selection, wanted: Filters, as_at: str) -> Report:
    """The report of `govreg list`."""
    why = [reasons(register, row) for row in selection.rows]
    columns = [
        Column("Meeting", share=3),
        Column("Lead", share=2),
        Column("How often", share=2),
        Column("A year", whole=True),
        Column("Status"),
    ]
    rows: list[tuple[Cell, ...]] = []
    for row, reason in zip(selection.rows, why, strict=True):
        cells = _row(row.meeting, register)
        rows.append((*cells, reason or None) if any(why) else cells)
    if any(why):
        columns.append(Column("Why it is here", share=2))
    chosen = [row.meeting for row in selection.rows]
    blocks = (Table(tuple(columns), tuple(rows)),) if rows else (Paragraph(_none(register)),)
    signs = terms.signs(row[_A_YEAR] for row in rows)
    return Report(
        blocks,
        data=lambda: {
            "as_at": as_at,
            "total": len(register.meetings),
            "unread": list(register.unread),
            "meetings": [meeting_data(meeting, register) for meeting in chosen],
        },
        sheet=lambda: meetings_table(chosen, register),
        name="Meetings",
        foot=(*_foot(register, selection, wanted), *([f"A year: {signs}."] if signs else []), *terms.under(register, as_at)),
    )


def _none(register: Register) -> str:
    """The sentence in place of an empty table."""
    if register.meetings:
        return "No meetings match."
    if register.left_out.meetings:
        return "There are no meetings to show."
    return "No meeting could be read." if register.meetings.unread else "There are no meetings yet."


_A_YEAR = 3
"""The column of the number of meetings a year."""


def _row(meeting: Meeting, register: Register) -> tuple[Cell, ...]:
    counted = yearly_count(meeting, register)
    return (
        Link("meeting", meeting.id, terms.title(meeting, counted)),
        terms.lead(register, meeting),
        meeting.frequency.text if meeting.frequency is not None else None,
        terms.a_year(counted),
        meeting.status,
    )


def _foot(register: Register, selection: Selection, wanted: Filters) -> Iterator[str]:
    shown, total = len(selection.rows), len(register.meetings)
    filters = filter_words(register, wanted)
    count = f"{shown:,} of {many(total, 'meeting')}" if filters and total else many(total, "meeting")
    yield " ".join((f"{count}{': ' + filters if filters else ''}.", *held_sentences((row.meeting for row in selection.rows), register)))
    if selection.unstated:
        several = selection.unstated > 1
        yield f"{selection.unstated:,} more {'do' if several else 'does'} not say whether {'they are' if several else 'it is'} statutory."
    if wanted.theme:
        from govreg.views.long_entries import about_long_entries  # noqa: PLC0415 - without a theme, no words are looked for

        yield from about_long_entries(register)
    named = [lead for lead in wanted.lead if lead not in LEAD_KINDS]
    if named:
        who = terms.organisations(register, named)
        if len(selection.counted) > len(named):
            yield f"Counted as {who}: {terms.organisations(register, selection.counted)}."
        if selection.attended_unclear:
            unclear = f"govreg list --lead unclear --participant {' --participant '.join(named)}"
            attends = "attend" if len(named) > 1 else "attends"
            yield f"{who} {attends} {selection.attended_unclear:,} more whose lead is unclear: “{unclear}”."


_SHEET = (
    *(
        "id",
        "title",
        "lead",
        "lead_kind",
        "lead_as_written",
        "support",
        "secretariat",
        "chair",
        "kind",
        "level",
        "status",
        "status_reason",
        "held",
        "statutory",
        "areas",
        "instances",
    ),
    *(
        "purpose",
        "purpose_as_written",
        "focus",
        "themes",
        "participants",
        "participants_as_written",
        "quorum",
        "frequency",
        "per_year",
        "per_year_total",
        "per_year_certainty",
    ),
    *("last_met", "next_meets", "reports_to", "links_to", "supersedes", "recommendation", "sources", "file"),
)


_IDS = {
    "lead": "lead_id",
    "support": "support_id",
    "areas": "area_id",
    "themes": "theme_id",
    "reports_to": "reports_to_id",
    "links_to": "links_to_id",
    "supersedes": "supersedes_id",
}
"""The columns that name entries, and the columns beside them with their ids."""


def _theme_name(register: Register, id_: str) -> str:
    return register.themes[id_].name if id_ in register.themes else id_


def meetings_table(meetings: list[Meeting], register: Register) -> Table:
    """`meetings` for a spreadsheet: one row for each, with more columns than a screen holds."""
    columns = tuple(Column(title, ids=_IDS.get(title, "")) for title in _SHEET)
    return Table(columns, tuple(_sheet_row(meeting, register) for meeting in meetings))


def _rounded(count: Fraction | None) -> int | float | None:
    """`count` as a spreadsheet shows it: 8.67 rather than 26/3 to the last digit."""
    exact = number(count)
    return exact if exact is None else round(exact, 2)


def _sheet_row(meeting: Meeting, register: Register) -> tuple[Cell, ...]:
    counted = yearly_count(meeting, register)
    review = meeting.latest_review
    statutory: Cell = meeting.statutory
    return (
        meeting.id,
        meeting.title,
        tuple(terms.organisation_link(register, id_) for id_ in meeting.leads) or meeting.lead,
        meeting.lead_kind,
        meeting.lead_as_written,
        tuple(terms.organisation_link(register, id_) for id_ in meeting.support),
        terms.organisation_link(register, meeting.secretariat) if meeting.secretariat else None,
        terms.chairs(register, meeting),
        meeting.kind,
        meeting.level,
        meeting.status,
        meeting.status_reason,
        meeting.is_held,
        statutory,
        tuple(Link("area", id_, register.area_name(id_)) for id_ in meeting.areas),
        meeting.instances,
        meeting.purpose,
        meeting.purpose_as_written,
        tuple(focus.text for focus in meeting.focus),
        tuple(Link("theme", id_, _theme_name(register, id_)) for id_ in meeting.themes),
        terms.seats(register, meeting),
        meeting.participants_as_written,
        meeting.quorum,
        meeting.frequency.text if meeting.frequency is not None else None,
        _rounded(counted.per_year),
        _rounded(counted.total),
        counted.certainty.value,
        terms.date(meeting.last_met),
        terms.date(meeting.next_meets),
        tuple(terms.sender_link(register, id_) for id_ in meeting.reports_to),
        tuple(terms.meeting_link(register, id_) for id_ in meeting.links_to),
        tuple(terms.meeting_link(register, id_) for id_ in meeting.supersedes),
        review.recommendation if review is not None else None,
        tuple(source.document for source in meeting.sources if source.document is not None),
        meeting_file(meeting.id),
    )
