"""One meeting whole: what its entry says, what follows from it, and what it is tied to."""

from collections.abc import Iterator, Mapping
from typing import Any

from govreg.analysis.overlaps import Overlap
from govreg.analysis.themes import shows
from govreg.analysis.ties import Ties
from govreg.analysis.yearly import yearly
from govreg.model.dates import in_words
from govreg.model.meeting import Focus, Meeting, Review, Source
from govreg.model.minutes import Minutes
from govreg.model.names import listed
from govreg.model.register import Register
from govreg.report import Block, Cell, Column, Facts, Heading, Paragraph, Points, Report, Table
from govreg.views import wording
from govreg.views.data import meeting_data

_MOST_OVERLAPS = 5
_EXPECTED = ("Chair", "Purpose", "Kind", "Statutory", "Status", "How often", "Themes")
"""What a reader looks for, so that it is said where the entry doesn't state it."""


def meeting(
    register: Register,
    entry: Meeting,
    tied: Ties,
    shared: tuple[Overlap, ...],
    minutes: Mapping[str, Minutes],
    as_at: str,
    *,
    people: bool,
) -> Report:
    """The report of `govreg show`."""
    facts = tuple(_facts(register, entry, people=people))
    gaps = [label.lower() for label, cell in facts if cell is None and label in _EXPECTED]
    blocks: list[Block] = [Heading(entry.title, 1), Facts(tuple(fact for fact in facts if fact[1] is not None))]
    if gaps:
        blocks.append(Paragraph(f"Not stated: {listed(gaps)}.", quiet=True))
    if entry.focus:
        blocks += [Heading("What it works on"), Points(tuple(_focus(focus) for focus in entry.focus))]
    if entry.participants:
        seats = tuple(wording.seat(register, seat, people=people) for seat in entry.participants)
        blocks += [Heading("Who takes part"), Points(seats)]
        if entry.participants_as_written:
            blocks.append(Paragraph(f"As written: {entry.participants_as_written}", quiet=True))
    tied_to = tuple(_tied(register, entry, tied))
    if tied_to:
        blocks += [Heading("What it is tied to"), Facts(tied_to)]
    if shared:
        blocks += [Heading("Who else meets the same people"), _overlaps(register, entry, shared)]
    if entry.review:
        blocks += [Heading("Reviews"), *(Facts(tuple(_review(register, review))) for review in entry.review)]
    sat = sorted(id_ for id_, sitting in minutes.items() if sitting.meeting == entry.id)
    if sat:
        blocks += [Heading("Minutes"), Points(tuple(_sitting(minutes[id_]) for id_ in sat))]
    if entry.notes:
        blocks += [Heading("Notes"), Paragraph(entry.notes)]
    if entry.sources:
        blocks += [Heading("Sources"), Points(tuple(_source(source) for source in entry.sources))]
    return Report(
        tuple(blocks),
        data=lambda: {
            "as_at": as_at,
            "unread": list(register.unread),
            "meeting": meeting_data(entry, register, people=people),
            "ties": _ties_data(tied),
        },
        sheet=lambda: Table((Column("key"), Column("value")), tuple(_facts(register, entry, people=people))),
        foot=(f"Its file: meetings/{entry.id}.yaml", *wording.under(register, as_at)),
    )


def _facts(register: Register, entry: Meeting, *, people: bool) -> Iterator[tuple[str, Cell]]:
    yield "Id", entry.id
    yield "Also called", entry.aliases or None
    yield "Lead", wording.lead(register, entry)
    yield "Lead as written", entry.lead_as_written
    yield "Chair", wording.chair(register, entry.chair, people=people) if entry.chair is not None else None
    yield "Purpose", entry.purpose
    yield "Kind", ", ".join(word for word in (entry.level, entry.kind) if word) or None
    yield "Statutory", "yes" if entry.statutory is True else "no" if entry.statutory is False else entry.statutory
    yield "Areas", wording.areas(register, entry)
    since = f", since {in_words(entry.status_since)}" if entry.status_since else ""
    yield "Status", f"{entry.status}{since}" if entry.status else None
    counted = yearly(entry, register)
    yield "How often", entry.frequency.text if entry.frequency is not None else None
    if entry.frequency is not None:
        yield "Meetings a year", wording.a_year_in_words(counted)
    yield "Lasts", entry.duration
    yield "Last met", in_words(entry.last_met) if entry.last_met else None
    yield "Meets next", in_words(entry.next_meets) if entry.next_meets else None
    yield "Themes", tuple(_themes(register, entry)) or None
    if entry.terms_of_reference is not None:
        terms = entry.terms_of_reference
        parts = [
            f"agreed {in_words(terms.agreed_on)}" if terms.agreed_on else "",
            f"review due {in_words(terms.review_due)}" if terms.review_due else "",
            terms.url or "",
        ]
        yield "Terms of reference", ", ".join(part for part in parts if part) or None
    if entry.visibility != "partners":
        yield "Who may see it", entry.visibility


def _themes(register: Register, entry: Meeting) -> Iterator[str]:
    for theme in register.themes.values():
        shown = shows(entry, theme)
        if shown is not None:
            yield f"{theme.name} ({shown.how})"


def _focus(focus: Focus) -> str:
    dates = [f"from {in_words(focus.from_)}" if focus.from_ else "", f"until {in_words(focus.until)}" if focus.until else ""]
    said = " ".join(date for date in dates if date)
    return f"{focus.text} ({said})" if said else focus.text


def _tied(register: Register, entry: Meeting, tied: Ties) -> Iterator[tuple[str, Cell]]:
    for label, ids in (
        ("Reports to", entry.reports_to),
        ("Reported to by", tied.reported_by),
        ("Linked to", tuple(dict.fromkeys((*entry.links_to, *tied.linked_from)))),
        ("Sends someone to", tied.sends_to),
        ("Took the place of", tied.predecessors),
        ("Its work goes to", tied.successors),
    ):
        if ids:
            yield label, tuple(wording.sender(register, id_) for id_ in ids)


def _overlaps(register: Register, entry: Meeting, shared: tuple[Overlap, ...]) -> Table:
    rows = []
    for overlap in shared[:_MOST_OVERLAPS]:
        other = overlap.b if overlap.a == entry.id else overlap.a
        who = tuple(wording.organisation(register, seat.organisation or seat.meeting or "") for seat in overlap.shared)
        rows.append((wording.meeting(register, other), len(overlap.shared), f"{overlap.jaccard:.0%}", who))
    columns = (
        Column("Meeting", share=2),
        Column("In both", number=True, whole=True),
        Column("How alike", number=True, whole=True),
        Column("Who", share=2),
    )
    return Table(columns, tuple(rows))


def _review(register: Register, review: Review) -> Iterator[tuple[str, Cell]]:
    if review.recommendation:
        yield "Recommended", review.recommendation
    if review.change:
        yield "Change", review.change
    if review.into:
        yield "Work goes to", tuple(wording.meeting(register, id_) for id_ in review.into)
    if review.reason:
        yield "Because", review.reason
    proposed = [in_words(review.proposed_on) if review.proposed_on else "", review.proposed_in or ""]
    if any(proposed):
        yield "Proposed", ", ".join(part for part in proposed if part)
    decided = [in_words(review.decided_on) if review.decided_on else "", review.decided_by or ""]
    if any(decided):
        yield "Decided", ", ".join(part for part in decided if part)
    if review.next_due:
        yield "Next review", in_words(review.next_due)


def _sitting(minutes: Minutes) -> str:
    decisions = f", {wording.many(len(minutes.decisions), 'decision')}" if minutes.decisions else ""
    return f"{in_words(minutes.day)}{f' ({minutes.status})' if minutes.status else ''}{decisions}"


def _source(source: Source) -> str:
    parts = (source.document, in_words(source.date) if source.date else None, source.reference)
    return ", ".join(part for part in parts if part)


def _ties_data(tied: Ties) -> dict[str, Any]:
    return {
        "reported_by": list(tied.reported_by),
        "linked_from": list(tied.linked_from),
        "sends_to": list(tied.sends_to),
        "predecessors": list(tied.predecessors),
        "successors": list(tied.successors),
    }
