"""The tables of a review, for a Board: gaps, meetings, recommendations, possible duplicates, shared members, issues, history."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from govreg.analysis.duplicates.search import SearchResult
from govreg.analysis.gaps import count_gaps
from govreg.analysis.overlaps import MOST_RANKED, PairsInCommon
from govreg.analysis.succession import ENDINGS, successors_by_meeting
from govreg.diagnostics.finding import Finding
from govreg.model.meeting import Meeting, Review
from govreg.model.names import many
from govreg.model.register import Register
from govreg.report import Block, Cell, Column, Fields, Heading, LazyBlocks, Paragraph, Report, Table
from govreg.views import terms
from govreg.views.data import meeting_data
from govreg.views.duplicates.evidence import EvidenceText
from govreg.views.duplicates.limits import limits
from govreg.views.duplicates.report import none_found
from govreg.views.findings import first_places, issue_data
from govreg.views.gaps import gap_table
from govreg.views.held import held_sentences, total_a_year
from govreg.views.long_entries import about_long_entries
from govreg.views.overlaps import OVERLAP, closely_shared, in_common
from govreg.views.recommendations import APPENDIX, HEADINGS, appendix, attribution, decision, reason, recommendation
from govreg.views.repeats import by_reason

_MOST_DUPLICATES = 100
_MOST_OVERLAPS = 10


@dataclass(frozen=True)
class ReviewResult:
    """What a review looked at."""

    duplicates: SearchResult
    overlaps: PairsInCommon
    findings: tuple[Finding, ...]


def review(register: Register, reviewed: Callable[[int | None], ReviewResult], as_at: str) -> Report:
    """The report of `govreg review`; `reviewed` makes its result, for a format that shows it.

    `reviewed` takes how many possible duplicates to make out, and how many of the pairs that share members to put in order; None for all.
    """
    meetings = sorted(register.meetings.values(), key=lambda meeting: (meeting.title.casefold(), meeting.id))
    return Report(
        LazyBlocks(lambda: _blocks(register, meetings, reviewed(MOST_RANKED))),
        data=lambda: _data(register, meetings, reviewed(None), as_at),
        sheet=lambda: _sheet(register, meetings),
        sheet_note="the meetings with a recommendation",
        foot=(*_internal(meetings), *about_long_entries(register), *terms.under(register, as_at)),
    )


def _blocks(register: Register, meetings: list[Meeting], reviewed: ReviewResult) -> Iterator[Block]:
    yield Heading(f"Review of {register.name}" if register.name else "Review", 1)
    if meetings:
        yield from _gaps(meetings)
        yield from _meetings(register, meetings)
        yield from _recommended(register, meetings)
        yield from _duplicates(register, reviewed.duplicates)
        yield from _shared_members(register, reviewed.overlaps)
    else:
        yield Paragraph("There are no meetings to review.")
    if meetings or reviewed.findings:
        yield from _issues(register, reviewed.findings)
    yield from _ended(register, meetings)


def _internal(meetings: list[Meeting]) -> Iterator[str]:
    """A word of warning where what is in this may not be passed on."""
    whole, in_part = internal_counts(meetings)
    if whole:
        is_, it = ("is", "it") if whole == 1 else ("are", "them")
        yield f"{many(whole, 'internal entry', 'internal entries')} {is_} in this: --for partners leaves {it} out."
    if in_part:
        entries = many(in_part, "entry", "entries")
        yield f"{entries} {'has' if in_part == 1 else 'have'} internal parts: --for partners leaves them out."


def internal_counts(meetings: Iterable[Meeting]) -> tuple[int, int]:
    """How many of `meetings` are internal, and how many of the others have a focus item or a seat that is."""
    visibilities = [
        (entry.visibility, *(item.visibility for item in entry.focus), *(seat.visibility for seat in entry.participants))
        for entry in meetings
    ]
    whole = sum(own == "internal" for own, *_ in visibilities)
    return whole, sum("internal" in found for found in visibilities) - whole


def _gaps(meetings: list[Meeting]) -> Iterator[Block]:
    yield Heading("Gaps")
    table = gap_table(meetings)
    yield table if table is not None else Paragraph(_no_gaps(meetings))
    unclear = sum(meeting.live and meeting.lead_kind == "unclear" for meeting in meetings)
    if unclear:
        lead = f"The source is ambiguous about the lead of {many(unclear, 'meeting')} that {'has' if unclear == 1 else 'have'} not ended"
        yield Paragraph(f"{lead}: “govreg list --lead unclear”.", quiet=True)


def _no_gaps(meetings: list[Meeting]) -> str:
    if any(meeting.live for meeting in meetings):
        return "No gaps: every meeting that has not ended states what a review looks for."
    return "Gaps are listed for meetings that have not ended; every meeting here has ended."


def _meetings(register: Register, meetings: list[Meeting]) -> Iterator[Block]:
    yield Heading("Meetings")
    yield _counted(
        register, meetings, "Led by", lambda meeting: terms.organisations(register, meeting.leads) or meeting.lead_kind.replace("-", " ")
    )
    yield _counted(register, meetings, "Level", lambda meeting: meeting.level or "not stated")
    yield _counted(register, meetings, "Status", lambda meeting: meeting.status or "not stated")
    recorded = f"{many(len(meetings), 'meeting')} recorded."
    yield Paragraph(" ".join((recorded, *held_sentences(meetings, register), *_counted_apart(register, meetings))), quiet=True)


def _counted_apart(register: Register, meetings: list[Meeting]) -> Iterator[str]:
    """Which organisations are counted here without those below them, and how to count them together."""
    leading = sorted({id_ for meeting in meetings for id_ in meeting.leads})
    for id_ in leading:
        counted = register.organisations_below(id_)
        below = terms.organisations(register, [lead for lead in leading if lead != id_ and lead in counted])
        if below:
            together = sum(not counted.isdisjoint(meeting.leads) for meeting in meetings)
            name = terms.organisation(register, id_)
            yield f"{name} is counted here without {below}; “govreg list --lead {id_}” shows all {together:,}."


def _counted(register: Register, meetings: Iterable[Meeting], title: str, word: Callable[[Meeting], str]) -> Table:
    groups: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        groups[word(meeting)].append(meeting)
    rows: list[tuple[Cell, ...]] = []
    for name, group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0].casefold(), item[0])):
        held = sum(meeting.is_held for meeting in group)
        total = total_a_year(group, register)
        a_year = terms.sum_a_year(total) if total.per_year is not None else None
        rows.append((name, len(group), held, a_year, total.unknown if held else None))
    columns = (
        Column(title, share=2),
        Column("Meetings", number=True, whole=True),
        Column("Held", number=True, whole=True),
        Column("Meetings a year", number=True, whole=True),
        Column("Number not known", number=True, whole=True),
    )
    return Table(columns, tuple(rows))


def _recommended(register: Register, meetings: list[Meeting]) -> Iterator[Block]:
    """What reviews recommend of meetings that have not ended: what has ended is history."""
    for recommended, heading in HEADINGS.items():
        chosen = [meeting for meeting in meetings if recommendation(meeting) == recommended]
        if not chosen:
            continue
        yield Heading(heading)
        reasons = Counter(attribution(meeting.latest_review) for meeting in chosen if meeting.latest_review is not None)
        common = reasons.most_common(1)[0][0]
        yield Paragraph(f"{many(len(chosen), 'meeting')}. {common}.")
        for meeting in chosen:
            last = meeting.latest_review
            if last is None:
                continue
            new = " (new)" if recommended == "start" and not meeting.is_held else ""
            yield Heading(f"{meeting.title}{new}{terms.internal(meeting.visibility)}", 3)
            if attribution(last) != common:
                yield Paragraph(f"{attribution(last)}.")
            yield Fields((*appendix(register, meeting), *_follows(register, last)))


def _ended(register: Register, meetings: list[Meeting]) -> Iterator[Block]:
    over = [meeting for meeting in meetings if not meeting.live]
    if over:
        yield from (Heading("Ended"), ended_table(register, over))


def ended_table(register: Register, over: Sequence[Meeting]) -> Table:
    """The meetings that have ended, as history: since when, why, where their work went, and a decision where one is recorded."""
    homes = successors_by_meeting(register)
    rows: list[tuple[Cell, ...]] = []
    for meeting in over:
        last = meeting.latest_review
        rows.append(
            (
                terms.meeting_link(register, meeting.id),
                terms.date(meeting.status_since),
                meeting.status_reason or (last.reason if last is not None else None),
                tuple(terms.meeting_link(register, id_) for id_ in sorted(homes.get(meeting.id, ()))),
                decision(last) if last is not None and last.recommendation in ENDINGS else None,
            )
        )
    columns = (
        Column("Meeting", share=2),
        Column("Since", whole=True),
        Column("Reason", share=2),
        Column("Work went to", share=2),
        Column("Decision", share=2),
    )
    return Table(columns, tuple(rows))


def _follows(register: Register, review: Review) -> Iterator[tuple[str, Cell]]:
    if review.change:
        yield "Change", review.change
    if review.into:
        yield "Work goes to", tuple(terms.meeting_link(register, id_) for id_ in review.into)
    if (why := reason(review)) is not None:
        yield "Because", why


def _duplicates(register: Register, found: SearchResult) -> Iterator[Block]:
    yield Heading("Possible duplicates")
    if not found.pairs:
        more = " “govreg duplicates --all” also shows weaker pairs and those that a verdict settles."
        yield Paragraph(f"{none_found(found)}{more if found.comparison.has_pairs else ''}")
        yield from (Paragraph(says, quiet=True) for says in limits(found))
        return
    text = EvidenceText(found.comparison)
    rows = tuple(
        (
            terms.meeting_link(register, pair.a),
            terms.meeting_link(register, pair.b),
            pair.grade,
            next(iter(text.first(pair)), None),
        )
        for pair in found.pairs[:_MOST_DUPLICATES]
    )
    yield Table(
        (Column("Meeting", share=2), Column("and", share=2), Column("Confidence", whole=True), Column("Main reason", share=2)), rows
    )
    first = f"The first {_MOST_DUPLICATES} of {many(found.raised, 'pair')}. " if found.raised > _MOST_DUPLICATES else ""
    says = f"{first}For discussion, not a finding. “govreg duplicates” shows the evidence for and against each pair."
    yield Paragraph(says, quiet=True)


def _shared_members(register: Register, pairs: PairsInCommon) -> Iterator[Block]:
    yield Heading("Shared members")
    close, sitting = pairs.counts.close, pairs.counts.sitting
    if not sitting:
        yield Paragraph(f"No two held meetings share a member{_here(register)}, other than by invitation.")
        return
    if close:
        yield in_common(register, pairs.pairs[:_MOST_OVERLAPS])
        sentence = closely_shared(close, _MOST_OVERLAPS)
    else:
        sentence = f"No two held meetings share two or more member organisations{_here(register)}"
    any_ = "the pair that shares any" if sitting == 1 else f"the {sitting:,} pairs that share any"
    yield Paragraph(f"{sentence}; see “govreg overlaps --limit 0” for {any_}.", quiet=True)
    if close:
        yield Paragraph(OVERLAP, quiet=True)


def _here(register: Register) -> str:
    """A reservation where members or meetings are left out, so that there may be more than is shown."""
    return " in what is shown here" if register.left_out.meetings or register.left_out.seats else ""


def _issues(register: Register, findings: tuple[Finding, ...]) -> Iterator[Block]:
    yield Heading("Issues to resolve")
    if not findings:
        yield Paragraph("None in what is shown here. “govreg validate” checks the whole register.")
        return
    rows = tuple((first_places(register, group), _message(group), group[0].hint) for group in by_reason(findings))
    yield Table((Column("Where", share=2), Column("Issue", share=3), Column("Remedy", share=3)), rows)


def _message(group: tuple[Finding, ...]) -> str:
    return (
        group[0].message
        if len(group) == 1
        else f"{group[0].message} ({len(group):,} findings like it; “govreg validate --format csv” lists all.)"
    )


def _data(register: Register, meetings: list[Meeting], reviewed: ReviewResult, as_at: str) -> dict[str, Any]:
    text = EvidenceText(reviewed.duplicates.comparison)
    return {
        "as_at": as_at,
        "unread": list(register.unread),
        "total": len(meetings),
        "by_lead": dict(Counter(lead for meeting in meetings for lead in meeting.leads or (meeting.lead_kind,))),
        "by_level": dict(Counter(meeting.level or "not-stated" for meeting in meetings)),
        "by_status": dict(Counter(meeting.status or "not-stated" for meeting in meetings)),
        "recommended": [meeting_data(meeting, register) for meeting in meetings if recommendation(meeting) is not None],
        "gaps": dict(count_gaps(meetings)),
        "ended": [meeting.id for meeting in meetings if not meeting.live],
        "duplicates": [
            {"a": pair.a, "b": pair.b, "score": pair.score, "grade": pair.grade, "says": list(text.first(pair, len(pair.evidence)))}
            for pair in reviewed.duplicates.pairs
        ],
        "duplicates_left_out": reviewed.duplicates.raised - len(reviewed.duplicates.pairs),
        "overlaps": [
            {"a": pair.a, "b": pair.b, "shared": len(pair.shared), "jaccard": pair.jaccard, "weight": pair.weight}
            for pair in reviewed.overlaps.pairs
        ],
        "overlaps_left_out": reviewed.overlaps.counts.close - len(reviewed.overlaps.pairs),
        "findings": [issue_data(one) for one in reviewed.findings],
    }


def _sheet(register: Register, meetings: list[Meeting]) -> Table:
    """The recommended meetings for a spreadsheet, in the columns of a governance paper's appendix."""
    columns = tuple(
        Column(title) for title in ("Meeting", *APPENDIX, "Recommended", "Change", "Work goes to", "Because", "Proposed on", "Proposed in")
    )
    rows: list[tuple[Cell, ...]] = []
    for meeting in meetings:
        last = meeting.latest_review
        if last is None or recommendation(meeting) is None:
            continue
        texts = tuple(cell for _, cell in appendix(register, meeting))
        into = tuple(terms.meeting_link(register, id_) for id_ in last.into)
        rows.append(
            (
                terms.marked(register, meeting.id),
                *texts,
                last.recommendation,
                last.change,
                into,
                reason(last),
                terms.date(last.proposed_on),
                last.proposed_in,
            )
        )
    return Table(columns, tuple(rows))
