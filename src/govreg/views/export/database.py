"""The register as a database: a table for each sort of entry and for each list in one, with keys, and views for a review's questions."""

from collections.abc import Container, Iterable, Iterator

from govreg.analysis.gaps import gaps
from govreg.analysis.meetings_per_year import number, yearly_count
from govreg.database import Database, DatabaseColumn, DatabaseTable, DatabaseView, Value
from govreg.diagnostics.finding import Finding
from govreg.model.location import meeting_file, meeting_in
from govreg.model.meeting import Meeting
from govreg.model.register import Register
from govreg.views.export.questions import VIEWS

Row = tuple[Value, ...]


def database(register: Register, meetings: tuple[Meeting, ...], findings: tuple[Finding, ...], as_at: str) -> Database:
    """`meetings` of `register`, and what belongs to them. A reference to what isn't in the database is left out, or empty."""
    return Database((*_entries(register, as_at), *_meetings(register, meetings), *_others(register, meetings, findings)), _views())


def _views() -> tuple[DatabaseView, ...]:
    return tuple(DatabaseView(name, select.strip()) for name, select in VIEWS.items())


def _column(description: str) -> DatabaseColumn:
    """The column that `said` describes: its name, `!` if it is never empty, a type, and what it refers to: `lead! -> organisations`."""
    head, _, references = description.partition(" -> ")
    name, _, type_ = head.partition(" ")
    types = {"": "TEXT", "INTEGER": "INTEGER", "REAL": "REAL"}
    return DatabaseColumn(name.rstrip("!"), types[type_], references, required=name.endswith("!"))  # type: ignore[arg-type] # one of three


def _table(name: str, columns: str, key: str, rows: Iterable[Row]) -> DatabaseTable:
    return DatabaseTable(name, tuple(map(_column, columns.split(", "))), tuple(key.split(", ")), tuple(dict.fromkeys(rows)))


def _entries(register: Register, as_at: str) -> Iterator[DatabaseTable]:
    facts: list[Row] = [("as_at", as_at), ("audience", register.left_out.visibility), ("name", register.name)]
    yield _table("register", "key!, value", "key", facts)
    organisations = register.organisations
    yield _table(
        "organisations",
        "id!, name!, sector, part_of -> organisations",
        "id",
        ((one.id, one.name, one.sector, _known(one.part_of, organisations)) for one in organisations.values()),
    )
    names = ((one.id, name) for one in organisations.values() for name in one.aliases)
    yield _table("organisation_names", "organisation! -> organisations, name!", "organisation, name", names)
    members = ((one.id, id_) for one in organisations.values() for id_ in one.members if id_ in organisations)
    yield _table("collective_members", "collective! -> organisations, member! -> organisations", "collective, member", members)
    areas = ((one.id, one.name, _known(one.part_of, register.areas)) for one in register.areas.values())
    yield _table("areas", "id!, name!, part_of -> areas", "id", areas)
    yield _table("themes", "id!, name!", "id", ((one.id, one.name) for one in register.themes.values()))
    terms = ((one.id, term) for one in register.themes.values() for term in one.terms)
    yield _table("theme_terms", "theme! -> themes, term!", "theme, term", terms)


_MEETING = (
    "id!, title!, kind, level, status, status_since, status_reason, held! INTEGER, lead_kind!, lead_as_written, "
    "secretariat -> organisations, statutory INTEGER, instances!, purpose, purpose_as_written, participants_as_written, "
    "frequency, per_year REAL, per_year_total REAL, per_year_certainty!, duration, quorum, last_met, next_meets, "
    "terms_agreed_on, terms_review_due, terms_url, visibility!, notes, file!"
)


def _meetings(register: Register, meetings: tuple[Meeting, ...]) -> Iterator[DatabaseTable]:
    yield _table("meetings", _MEETING, "id", (_meeting(register, one) for one in meetings))
    organisations, areas, themes = register.organisations, register.areas, register.themes
    there = {one.id for one in meetings}
    of = "meeting! -> meetings"
    yield _table("meeting_names", f"{of}, name!", "meeting, name", ((one.id, name) for one in meetings for name in one.aliases))
    leads = ((one.id, id_) for one in meetings for id_ in one.leads if id_ in organisations)
    yield _table("leads", f"{of}, organisation! -> organisations", "meeting, organisation", leads)
    support = ((one.id, id_) for one in meetings for id_ in one.support if id_ in organisations)
    yield _table("support", f"{of}, organisation! -> organisations", "meeting, organisation", support)
    yield _table(
        "chairs",
        f"{of}, organisation -> organisations, role, person, basis, from_date, until_date",
        "meeting",
        (
            (one.id, _known(chair.organisation, organisations), chair.role, chair.person, chair.basis, chair.from_, chair.until)
            for one in meetings
            if (chair := one.chair) is not None
        ),
    )
    yield _table(
        "seats",
        f"{of}, position! INTEGER, organisation -> organisations, sending_meeting -> meetings, role, person, attendance!, core! INTEGER, "
        "from_date, until_date, voting INTEGER, people INTEGER, is_chair! INTEGER",
        "meeting, position",
        _seats(register, meetings, there),
    )
    covered = ((one.id, id_) for one in meetings for id_ in one.areas if id_ in areas)
    yield _table("meeting_areas", f"{of}, area! -> areas", "meeting, area", covered)
    tagged = ((one.id, id_) for one in meetings for id_ in one.themes if id_ in themes)
    yield _table("meeting_themes", f"{of}, theme! -> themes", "meeting, theme", tagged)
    focus = ((one.id, number_, item.text, item.from_, item.until) for one in meetings for number_, item in enumerate(one.focus, 1))
    yield _table("focus", f"{of}, position! INTEGER, text!, from_date, until_date", "meeting, position", focus)
    yield _table("duties", f"{of}, duty!", "meeting, duty", ((one.id, duty) for one in meetings for duty in one.duties))
    reports = (
        (one.id, number_, _known(id_, there), None if id_ in there else _known(id_, organisations))
        for one in meetings
        for number_, id_ in enumerate(one.reports_to, 1)
        if id_ in there or id_ in organisations
    )
    yield _table(
        "reports_to", f"{of}, position! INTEGER, to_meeting -> meetings, to_organisation -> organisations", "meeting, position", reports
    )
    links = ((one.id, id_) for one in meetings for id_ in one.links_to if id_ in there)
    yield _table("links", f"{of}, to_meeting! -> meetings", "meeting, to_meeting", links)
    replaced = ((one.id, id_) for one in meetings for id_ in one.supersedes if id_ in there)
    yield _table("supersedes", f"{of}, replaced! -> meetings", "meeting, replaced", replaced)


def _meeting(register: Register, one: Meeting) -> Row:
    counted, tor, frequency = yearly_count(one, register), one.terms_of_reference, one.frequency
    return (
        one.id,
        one.title,
        one.kind,
        one.level,
        one.status,
        one.status_since,
        one.status_reason,
        int(one.is_held),
        one.lead_kind,
        one.lead_as_written,
        _known(one.secretariat, register.organisations),
        None if one.statutory is None else int(bool(one.statutory)),
        one.instances,
        one.purpose,
        one.purpose_as_written,
        one.participants_as_written,
        frequency.text if frequency is not None else None,
        number(counted.per_year),
        number(counted.total),
        counted.certainty.value,
        one.duration,
        one.quorum,
        one.last_met,
        one.next_meets,
        tor.agreed_on if tor is not None else None,
        tor.review_due if tor is not None else None,
        tor.url if tor is not None else None,
        one.visibility,
        one.notes,
        meeting_file(one.id),
    )


def _seats(register: Register, meetings: tuple[Meeting, ...], there: Container[str]) -> Iterator[Row]:
    for meeting in meetings:
        for position, (path, one) in enumerate(meeting.attendees, 1):
            organisation = _known(one.organisation, register.organisations)
            sender = _known(one.meeting, there)
            if organisation is not None or sender is not None:
                yield (
                    *(meeting.id, position, organisation, sender, one.role, one.person, one.attendance, int(one.is_core)),
                    *(one.from_, one.until, None if one.voting is None else int(one.voting), one.people, int(path == ("chair",))),
                )


def _others(register: Register, meetings: tuple[Meeting, ...], findings: tuple[Finding, ...]) -> Iterator[DatabaseTable]:
    there = {one.id for one in meetings}
    of = "meeting! -> meetings"
    reviews = [(one.id, position, review) for one in meetings for position, review in enumerate(one.review, 1)]
    yield _table(
        "reviews",
        f"{of}, position! INTEGER, recommendation, change, reason, proposed_on, proposed_in, decided_on, decided_by, next_due",
        "meeting, position",
        (
            (
                *(id_, position, one.recommendation, one.change, one.reason, one.proposed_on, one.proposed_in),
                *(one.decided_on, one.decided_by, one.next_due),
            )
            for id_, position, one in reviews
        ),
    )
    into = ((id_, position, to) for id_, position, one in reviews for to in one.into if to in there)
    yield _table("review_into", f"{of}, position! INTEGER, to_meeting! -> meetings", "meeting, position, to_meeting", into)
    sources = (
        (one.id, position, source.document, source.date, source.reference, source.url)
        for one in meetings
        for position, source in enumerate(one.sources, 1)
    )
    yield _table("sources", f"{of}, position! INTEGER, document, date, reference, url", "meeting, position", sources)
    missing = ((one.id, gap) for one in meetings for gap in gaps(one))
    yield _table("gaps", f"{of}, gap!", "meeting, gap", missing)
    verdicts = (
        (position, *one.meetings, one.verdict, one.on, one.reason, one.by, one.review_by)
        for position, one in enumerate(register.verdicts, 1)
        if all(id_ in there for id_ in one.meetings)
    )
    columns = "position! INTEGER, a! -> meetings, b! -> meetings, verdict!, decided_on!, reason, decided_by, review_by"
    yield _table("verdicts", columns, "position", verdicts)
    issues = (
        (position, one.severity.value, one.code, _known(meeting_in(one.file), there), one.message, one.hint, one.file, one.line)
        for position, one in enumerate(findings, 1)
    )
    yield _table(
        "issues", "position! INTEGER, severity!, code!, meeting -> meetings, issue!, remedy, file!, line INTEGER", "position", issues
    )


def _known(id_: str | None, entries: Container[str]) -> str | None:
    """`id_` if it is among `entries`, so that no row refers to nothing."""
    return id_ if id_ is not None and id_ in entries else None
