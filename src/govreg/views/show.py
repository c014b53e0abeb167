"""Everything about one meeting: what its entry says, what follows from it, and its links."""

from collections.abc import Iterator, Mapping
from typing import Any

from govreg.analysis.links import MeetingLinks
from govreg.analysis.meetings_per_year import yearly_count
from govreg.analysis.overlaps import Overlap
from govreg.analysis.text.themes import theme_matcher
from govreg.model.dates import in_words
from govreg.model.location import meeting_file
from govreg.model.meeting import Focus, Meeting, Review, Source
from govreg.model.minutes import Minutes
from govreg.model.names import listed
from govreg.model.register import Register
from govreg.report import Block, BulletList, Cell, Column, Fields, Heading, Paragraph, Report, Table
from govreg.views import minutes, terms
from govreg.views.data import meeting_data
from govreg.views.overlaps import OVERLAP, overlap_cell
from govreg.views.reasons import theme_reason

_MOST_OVERLAPS = 5


def show(
    register: Register,
    entry: Meeting,
    tied: MeetingLinks,
    shared: tuple[Overlap, ...],
    all_minutes: Mapping[str, Minutes],
    as_at: str,
) -> Report:
    """The report of `govreg show`."""
    sat = minutes.of_meeting(all_minutes, entry.id)
    return Report(
        tuple(_blocks(register, entry, tied, shared, sat)),
        data=lambda: {
            "as_at": as_at,
            "unread": list(register.unread),
            "meeting": meeting_data(entry, register),
            "ties": _ties_data(tied),
            "minutes": minutes.minutes_data(sat),
        },
        sheet=lambda: Table((Column("key"), Column("value", ids="id")), tuple(_rows(register, entry, tied, shared, sat))),
        foot=(f"File: {meeting_file(entry.id)}", *terms.under(register, as_at)),
    )


def _blocks(
    register: Register, entry: Meeting, tied: MeetingLinks, shared: tuple[Overlap, ...], sat: tuple[Minutes, ...]
) -> Iterator[Block]:
    yield Heading(terms.marked(register, entry.id), 1)
    yield Fields(tuple(fact for fact in _facts(register, entry) if fact[1] is not None))
    gaps = listed([what for what, there in _expected(register, entry) if not there])
    if gaps:
        yield Paragraph(f"Not stated: {gaps}.", quiet=True)
    if entry.focus:
        yield Heading("Focus")
        yield BulletList(tuple(_focus(focus) for focus in entry.focus))
    seats = terms.seats(register, entry)
    if seats or entry.participants_as_written:
        yield Heading("Participants")
        if seats:
            yield BulletList(seats)
        if entry.participants_as_written:
            yield Paragraph(f"As written: {terms.members_as_written(entry)}", quiet=True)
    tied_to = tuple(_tied(register, entry, tied))
    if tied_to:
        yield from (Heading("Links"), Fields(tied_to))
    if shared:
        first = f"The first {_MOST_OVERLAPS} of {len(shared):,} meetings; --format csv has all. " if len(shared) > _MOST_OVERLAPS else ""
        yield from (Heading("Meetings that share members"), _overlaps(register, entry, shared[:_MOST_OVERLAPS]))
        yield Paragraph(f"{first}{OVERLAP}", quiet=True)
    if entry.review:
        yield Heading("Reviews")
        yield from (Fields(tuple(_review(register, review))) for review in entry.review)
    if sat:
        yield from (Heading("Minutes"), *minutes.minutes(register, sat))
    if entry.notes:
        yield from (Heading("Notes"), Paragraph(entry.notes))
    if entry.sources:
        yield from (Heading("Sources"), BulletList(tuple(_source(source) for source in entry.sources)))


def _rows(
    register: Register, entry: Meeting, tied: MeetingLinks, shared: tuple[Overlap, ...], sat: tuple[Minutes, ...]
) -> Iterator[tuple[str, Cell]]:
    """The same for a spreadsheet: a label and a value each."""
    yield "Title", entry.title
    yield from _facts(register, entry)
    yield from (("Works on", _focus(focus)) for focus in entry.focus)
    yield from (("Participant", seat) for seat in terms.seats(register, entry))
    if entry.participants_as_written:
        yield "Participants, as written", entry.participants_as_written
    for label, cell in _tied(register, entry, tied):
        yield from ((label, one) for one in (cell if isinstance(cell, tuple) else (cell,)))
    for other, in_both, _, who in _overlaps(register, entry, shared).rows:
        yield "Shares members with", f"{other}: {in_both} shared, {_one_line(who)}"
    for review in entry.review:
        yield "Review", "; ".join(f"{label}: {_one_line(cell)}" for label, cell in _review(register, review))
    yield from minutes.rows(register, sat)
    if entry.notes:
        yield "Notes", entry.notes
    yield from (("Source", _source(source)) for source in entry.sources)


def _one_line(cell: Cell) -> str:
    return ", ".join(map(str, cell)) if isinstance(cell, tuple) else str(cell)


def _expected(register: Register, entry: Meeting) -> Iterator[tuple[str, object]]:
    """The fields that a reader looks for: a missing one is named."""
    yield "chair", entry.has_chair
    yield "purpose", entry.purpose or entry.purpose_as_written
    yield "level", entry.level
    yield "kind", entry.kind
    yield "whether it is statutory", entry.statutory is not None
    yield "status", entry.status
    yield "how often it is held", entry.frequency
    yield "themes", tuple(_themes(register, entry))
    yield "focus", entry.focus
    yield "participants", entry.participants or entry.participants_as_written


def _facts(register: Register, entry: Meeting) -> Iterator[tuple[str, Cell]]:
    yield "Id", entry.id
    yield "Also called", entry.aliases or None
    yield "Lead", terms.lead(register, entry)
    yield "Lead as written", entry.lead_as_written
    yield "Secretariat", terms.organisation(register, entry.secretariat) if entry.secretariat else None
    yield "Chair", terms.chairs(register, entry) or None
    yield "Purpose", entry.purpose
    yield "Purpose as written", entry.purpose_as_written
    if entry.kind is None:
        yield "Level", entry.level
    else:
        yield "Kind", " ".join(word.replace("-", " ") for word in (entry.level, entry.kind) if word)
    yield "Statutory", "yes" if entry.statutory is True else "no" if entry.statutory is False else entry.statutory
    yield "Areas", terms.areas(register, entry)
    since = f", since {in_words(entry.status_since)}" if entry.status_since else ""
    yield "Status", f"{entry.status}{since}" if entry.status else None
    yield "Reason for status", entry.status_reason
    counted = yearly_count(entry, register)
    yield "How often", entry.frequency.text if entry.frequency is not None else None
    if entry.frequency is not None:
        yield "Meetings a year", terms.a_year_in_words(counted)
    yield "Quorum", entry.quorum
    yield "Duration", entry.duration
    yield "Last met", terms.date(entry.last_met)
    yield "Next meeting", terms.date(entry.next_meets)
    yield "Themes", tuple(_themes(register, entry)) or None
    if entry.terms_of_reference is not None:
        agreed = entry.terms_of_reference
        parts = [
            f"agreed {in_words(agreed.agreed_on)}" if agreed.agreed_on else "",
            f"review due {in_words(agreed.review_due)}" if agreed.review_due else "",
            agreed.url or "",
        ]
        yield "Terms of reference", ", ".join(part for part in parts if part) or None
    if entry.visibility != "partners":
        yield "Visibility", entry.visibility


def _themes(register: Register, entry: Meeting) -> Iterator[str]:
    for theme in register.themes.values():
        shown = theme_matcher(theme)(entry)
        if shown is not None:
            yield f"{theme.name} ({theme_reason(shown)})"


def _focus(focus: Focus) -> str:
    dates = [f"from {in_words(focus.from_)}" if focus.from_ else "", f"until {in_words(focus.until)}" if focus.until else ""]
    dated = " ".join(date for date in dates if date)
    details = ", ".join(part for part in (dated, focus.visibility) if part)
    return f"{focus.text} ({details})" if details else focus.text


def _tied(register: Register, entry: Meeting, tied: MeetingLinks) -> Iterator[tuple[str, Cell]]:
    for label, ids in (
        ("Reports to", entry.reports_to),
        ("Receives reports from", tied.reported_by),
        ("Linked to", tuple(dict.fromkeys((*entry.links_to, *tied.linked_from)))),
        ("Sends someone to", tied.sends_to),
        ("Took the place of", tuple(id_ for id_ in tied.predecessors if id_ not in tied.proposed)),
        ("Recommended to take on the work of", tuple(id_ for id_ in tied.predecessors if id_ in tied.proposed)),
        ("Its work goes to", tuple(id_ for id_ in tied.successors if id_ not in tied.proposed)),
        ("Recommended: its work goes to", tuple(id_ for id_ in tied.successors if id_ in tied.proposed)),
    ):
        if ids:
            yield label, tuple(terms.sender_link(register, id_) for id_ in ids)


def _overlaps(register: Register, entry: Meeting, shared: tuple[Overlap, ...]) -> Table:
    rows = []
    for overlap in shared:
        other = overlap.b if overlap.a == entry.id else overlap.a
        who = tuple(terms.organisation_link(register, seat.organisation or seat.meeting or "") for seat in overlap.shared)
        rows.append((terms.meeting_link(register, other), len(overlap.shared), overlap_cell(overlap), who))
    columns = (
        Column("Meeting", share=2),
        Column("Shared", number=True, whole=True),
        Column("Overlap", number=True, whole=True),
        Column("Shared members", share=2),
    )
    return Table(columns, tuple(rows))


def _review(register: Register, review: Review) -> Iterator[tuple[str, Cell]]:
    if review.recommendation:
        yield "Recommended", review.recommendation
    if review.change:
        yield "Change", review.change
    if review.into:
        yield "Work goes to", tuple(terms.meeting_link(register, id_) for id_ in review.into)
    if review.reason:
        yield "Because", review.reason
    proposed = [in_words(review.proposed_on) if review.proposed_on else "", review.proposed_in or ""]
    if any(proposed):
        yield "Proposed", ", ".join(part for part in proposed if part)
    decided = [in_words(review.decided_on) if review.decided_on else "", review.decided_by or ""]
    if any(decided):
        yield "Decided", ", ".join(part for part in decided if part)
    if review.next_due:
        yield "Next review", terms.date(review.next_due)


def _source(source: Source) -> str:
    parts = (source.document, in_words(source.date) if source.date else None, source.reference, source.url)
    return ", ".join(part for part in parts if part)


def _ties_data(tied: MeetingLinks) -> dict[str, Any]:
    return {
        "reported_by": list(tied.reported_by),
        "linked_from": list(tied.linked_from),
        "sends_to": list(tied.sends_to),
        "predecessors": list(tied.predecessors),
        "successors": list(tied.successors),
        "proposed": list(tied.proposed),
    }
