"""The report of `govreg organisation`: what it leads, chairs and sits on, how often and with whom, what is due, and what is unclear."""

from collections.abc import Iterable, Iterator, Mapping

from govreg.analysis.meetings_per_year import yearly_count
from govreg.analysis.months import MonthCounts
from govreg.analysis.open_points import OpenPoint
from govreg.analysis.organisation import DateKind, DueDate, Involvement, OrganisationProfile, Part, PartTotal
from govreg.analysis.tenure import Tenure
from govreg.model.dates import in_words
from govreg.model.meeting import Participant
from govreg.model.names import and_more, fold, listed, many
from govreg.model.register import Register
from govreg.report import Block, Cell, Column, Fields, Heading, Link, Paragraph, Report, Table
from govreg.views import terms
from govreg.views.gaps import GAPS
from govreg.views.months import each_month
from govreg.views.organisation_data import organisation_data, organisation_sheet

MOST_SHOWN = 10
"""How many of the organisations that it meets most are shown; machines get all."""
_MOST_TITLES = 5

_PARTS: Mapping[Part, tuple[str, str]] = {
    "lead": ("Leads", "Leads"),
    "support": ("Supports", "Supports the lead"),
    "secretariat": ("Secretariat", "Is the secretariat"),
    "seat": ("Seats", "Sits on"),
    "invited": ("By invitation or as observer", "Attends by invitation, for some items or to observe"),
    "through": ("Through collectives", "Sits on only through a collective"),
}
"""The heading of each part, and its name in the summary."""

_TENURES: Mapping[Tenure, str] = {"current": "", "past": "ended", "future": "not yet"}

_DATES: Mapping[DateKind, str] = {
    "meets": "Next meeting",
    "review": "Next review",
    "terms": "Review of the terms of reference",
    "from": "Begins",
    "until": "Ends",
}

_MEETING, _A_YEAR, _STATUS = Column("Meeting", share=3), Column("A year", whole=True), Column("Status", whole=True)


def organisation(register: Register, profile: OrganisationProfile, as_at: str) -> Report:
    """The report of `govreg organisation`."""
    blocks = tuple(_blocks(register, profile))
    tables = (block for block in blocks if isinstance(block, Table))
    signs = terms.signs(cell for table in tables for row in table.rows for cell in row)
    return Report(
        blocks,
        data=lambda: organisation_data(register, profile, as_at),
        sheet=lambda: organisation_sheet(register, profile),
        sheet_note="a row for each thing that the organisation is to a meeting",
        foot=(*_foot(register, profile), *([f"A year: {signs}."] if signs else []), *terms.under(register, as_at)),
    )


def _blocks(register: Register, profile: OrganisationProfile) -> Iterator[Block]:
    yield Heading(_name(register, profile.id), 1)
    yield Fields(tuple(fact for fact in _facts(register, profile) if fact[1]))
    if not profile.involvements:
        unseen = register.left_out.meetings or register.left_out.seats
        sentence = "There are no meetings to show." if unseen else "No meeting names it as lead, support, secretariat or member."
        yield Paragraph(sentence)
        return
    yield from (Heading("Summary"), _summary(profile))
    yield from _months(profile.months)
    for part in _PARTS:
        found = profile.of(part)
        if found:
            yield from (Heading(_PARTS[part][0]), _part(register, part, found))
        if part == "lead" and profile.chaired:
            yield from (Heading("Chairs"), _chairs(register, profile))
    if profile.posts:
        yield from (Heading("Posts that attend"), _posts(register, profile))
    if profile.companions:
        yield from (Heading("Meets most with"), _companions(register, profile))
    if profile.dates:
        yield from (Heading("Dates"), _dates(register, profile.dates))
    if profile.vacancies:
        yield from (Heading("Possible vacancies"), _vacancies(register, profile))
        yield Paragraph("The recorded term is over, and nobody is recorded after it.", quiet=True)
    if profile.points:
        yield from (Heading("Points to settle"), _points(register, profile.points))
    if profile.gaps:
        yield from (Heading("Gaps"), _gaps(register, profile))


def _name(register: Register, id_: str) -> str:
    return register.organisations[id_].name if id_ in register.organisations else id_


def _facts(register: Register, profile: OrganisationProfile) -> Iterator[tuple[str, Cell]]:
    entry = register.organisations.get(profile.id)
    yield "Id", profile.id
    if entry is not None:
        yield "Also called", entry.aliases
        yield "Sector", entry.sector
    yield "Part of", _links(register, register.organisations_above(profile.id)[1:])
    yield "Counted with it", _links(register, profile.counted[1:])
    yield "Members", _links(register, profile.members)
    yield "In collectives", _links(register, profile.collectives)


def _links(register: Register, ids: Iterable[str]) -> tuple[Link, ...]:
    return tuple(terms.organisation_link(register, id_) for id_ in ids)


def _summary(profile: OrganisationProfile) -> Table:
    columns = (
        Column("Part", share=2),
        Column("Meetings", number=True, whole=True),
        Column("Held", number=True, whole=True),
        Column("Meetings a year", whole=True),
        Column("Number not known", number=True, whole=True),
    )
    rows: list[tuple[Cell, ...]] = [_total(_PARTS[part][1], total) for part, total in profile.totals.items() if total.meetings]
    return Table(columns, tuple(rows))


def _total(name: str, total: PartTotal) -> tuple[Cell, ...]:
    a_year = terms.sum_a_year(total.a_year) if total.a_year.per_year is not None else None
    return name, len(total.meetings), len(total.held), a_year, total.a_year.unknown if total.held else None


def _months(months: MonthCounts) -> Iterator[Block]:
    if not months.known:
        return
    rest = f" The frequency of {len(months.unknown):,} more doesn't say which months." if months.unknown else ""
    yield Paragraph(f"Months of the held meetings that it sits on, with how many meetings fall in each: {each_month(months)}.{rest}")


def _meeting_cells(register: Register, id_: str) -> tuple[Cell, Cell, Cell]:
    entry = register.meetings[id_]
    counted = yearly_count(entry, register)
    return Link("meeting", id_, terms.title(entry, counted) + terms.internal(entry.visibility)), terms.a_year(counted), entry.status


def _part(register: Register, part: Part, found: Iterable[Involvement]) -> Table:
    """The meetings of one part, a row for each, with its lead or with the seats that the organisation has there."""
    of_meeting: dict[str, list[Involvement]] = {}
    for one in found:
        of_meeting.setdefault(one.meeting, []).append(one)
    rows: list[tuple[Cell, ...]] = []
    for id_, involved in of_meeting.items():
        meeting, a_year, status = _meeting_cells(register, id_)
        if part in ("lead", "support", "secretariat"):
            entry = register.meetings[id_]
            what: tuple[Cell, ...] = (
                *(("jointly" if len(entry.leads) > 1 else "alone",) if part == "lead" else ()),
                terms.lead(register, entry),
            )
        else:
            what = (tuple(_seat(register, one) for one in involved),)
        rows.append((meeting, *what, a_year, status))
    led = (Column("Led", whole=True),) if part == "lead" else ()
    return Table((_MEETING, *led, Column(_WHAT.get(part, "Seats"), share=3), _A_YEAR, _STATUS), tuple(rows))


_WHAT: Mapping[Part, str] = {"lead": "Lead", "support": "Lead", "secretariat": "Lead"}


def _seat(register: Register, one: Involvement) -> str:
    """Who has the seat, in which roles, how they attend and for how long."""
    name = terms.organisation(register, one.organisation)
    roles = dict.fromkeys(_role(role, name) for role in one.roles)
    details = "; ".join(part for part in (*roles, _TENURES[one.tenure]) if part)
    return f"{name} ({details})" if details else name


def _role(role: Participant, name: str) -> str:
    """One role of a seat: the post, how it attends, how many people and for how long; empty if the entry names only the organisation."""
    post = role.role if role.role and fold(role.role) != fold(name) else ""
    attends = role.attendance.replace("-", " ") if role.attendance != "member" else ""
    parts = [post, role.person or "", attends]
    parts.append(many(role.people, "person", "people") if role.people else "")
    parts.append("" if role.voting is None else "votes" if role.voting else "does not vote")
    parts.append(f"from {in_words(role.from_)}" if role.from_ else "")
    parts.append(f"until {in_words(role.until)}" if role.until else "")
    parts.append(role.visibility or "")
    return ", ".join(part for part in parts if part)


def _chairs(register: Register, profile: OrganisationProfile) -> Table:
    """The meetings that it chairs or chaired, with the post, on what basis and for how long."""
    rows: list[tuple[Cell, ...]] = []
    for one in profile.chaired:
        meeting, count, state = _meeting_cells(register, one.meeting)
        entry = register.meetings[one.meeting]
        own = entry.chair is not None and entry.chair.organisation == one.organisation
        role = next(role for role in one.roles if role.attendance == "chair")
        name = terms.organisation(register, one.organisation)
        how = _role(role.model_copy(update={"attendance": "member"}), name)
        post_text = terms.chair(register, entry.chair) if own and entry.chair is not None else f"{name} ({how})" if how else name
        rows.append((meeting, post_text, count, state))
    return Table((_MEETING, Column("Chair", share=3), _A_YEAR, _STATUS), tuple(rows))


def _posts(register: Register, profile: OrganisationProfile) -> Table:
    columns = (Column("Post", share=2), Column("Meetings", number=True, whole=True), Column("Which", share=3, ids="meeting_id"))
    rows: list[tuple[Cell, ...]] = []
    for post in profile.posts:
        name = terms.organisation(register, post.organisation)
        title = post.role or "post not stated"
        of = f" ({name})" if post.organisation != profile.id and fold(title) != fold(name) else ""
        rows.append((f"{title}{of}", len(post.meetings), _titles(register, post.meetings)))
    return Table(columns, tuple(rows))


def _titles(register: Register, ids: tuple[str, ...]) -> tuple[str | Link, ...]:
    """The first meetings of several, and how many more there are."""
    shown = ids if len(ids) <= _MOST_TITLES else ids[: _MOST_TITLES - 1]
    return tuple(and_more((terms.meeting_link(register, id_) for id_ in shown), len(ids)))


def _companions(register: Register, profile: OrganisationProfile) -> Table:
    columns = (Column("Member", share=2), Column("Meetings", number=True, whole=True), Column("Meetings a year", share=2))
    shown = profile.companions[:MOST_SHOWN]
    return Table(
        columns, tuple((terms.sender_link(register, one.sender[1]), len(one.meetings), terms.sum_text(one.a_year)) for one in shown)
    )


def _dates(register: Register, dates: Iterable[DueDate]) -> Table:
    columns = (Column("Date", whole=True), Column("What", share=2), Column("Meeting", share=3), Column("Passed", whole=True))
    rows = tuple(
        (
            terms.date(one.on),
            f"{_DATES[one.kind]}: {one.role}"
            if one.role
            else f"{_DATES[one.kind]}: its seat"
            if one.kind in ("from", "until")
            else _DATES[one.kind],
            terms.meeting_link(register, one.meeting),
            "yes" if one.passed else "no",
        )
        for one in dates
    )
    return Table(columns, rows)


def _vacancies(register: Register, profile: OrganisationProfile) -> Table:
    columns = (Column("Meeting", share=3), Column("Role", share=2), Column("Until", whole=True))
    rows: list[tuple[Cell, ...]] = []
    for one in profile.vacancies:
        name = terms.organisation(register, one.organisation)
        post = one.role if one.role and fold(one.role) != fold(name) else ""
        holder = ", ".join(part for part in (name, post, "chair" if one.chair else "") if part)
        rows.append((terms.meeting_link(register, one.meeting), holder, terms.date(one.until)))
    return Table(columns, tuple(rows))


def _points(register: Register, points: Iterable[OpenPoint]) -> Table:
    columns = (Column("Meeting", share=2), Column("Point", share=3))
    return Table(columns, tuple((_titles(register, one.meetings), _point(register, one)) for one in points))


def _point(register: Register, point: OpenPoint) -> str:
    """A point on which entries differ, and the meetings with each answer if there are several."""
    if point.kind == "lead":
        written = register.meetings[point.meetings[0]].lead_as_written
        return f"Who leads is unclear: “{written}”" if written else "Who leads is unclear"
    several = len(point.meetings) > 1
    answers = [
        (terms.sender(register, answer) if point.kind == "chair" else answer.replace("-", " "))
        + (f" ({listed([terms.meeting(register, id_) for id_ in ids])})" if several else "")
        for answer, ids in point.answers
    ]
    if point.kind == "chair":
        return f"Recorded as chair: {listed(answers)}"
    post = f"{point.role} of {terms.organisation(register, point.organisation)}"
    what = {"attendance": "how it attends", "voting": "whether it votes", "person": "who it is"}[point.kind]
    return f"{post}, {what}: {listed(answers, 'or')}"


def _gaps(register: Register, profile: OrganisationProfile) -> Table:
    columns = (Column("Gap", share=2), Column("Meetings", number=True, whole=True), Column("Which", share=3))
    return Table(columns, tuple((f"No {GAPS[gap]}", len(ids), _titles(register, ids)) for gap, ids in profile.gaps.items()))


def _foot(register: Register, profile: OrganisationProfile) -> Iterator[str]:
    """What is counted, and what is left out."""
    seats = profile.of("seat", "invited", "through")
    lines = []
    if profile.involvements:
        lines.append("Meetings a year: what is held; not what is proposed, suspended or ended.")
    for word, tenure in (("ended", "past"), ("not begun", "future")):
        count = sum(one.tenure == tenure for one in seats)
        if count:
            lines.append(f"{many(count, 'seat')} {'has' if count == 1 else 'have'} {word} and {'is' if count == 1 else 'are'} not counted.")
    if profile.of("through"):
        lines.append("Which member comes for a collective, and to which of its meetings, is not recorded.")
    if lines:
        yield " ".join(lines)
    if len(profile.counted) > 1:
        counted = terms.organisations(register, profile.counted)
        name = terms.organisation(register, profile.id)
        yield f"Counted as {name}: {counted}; --exact counts {name} alone."
    if len(profile.companions) > MOST_SHOWN:
        yield f"Meets most with: the first {MOST_SHOWN} of {len(profile.companions):,}; --format json has all."
