"""What a board needs in front of it: what there is, what is recommended, what is done twice, what is to be put right."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from govreg.analysis.duplicates.search import SearchResult
from govreg.analysis.meetings_per_year import yearly_count, yearly_total
from govreg.analysis.overlaps import Overlap
from govreg.diagnostics.finding import Finding
from govreg.model.dates import in_words
from govreg.model.location import meeting_in
from govreg.model.meeting import Meeting, Review
from govreg.model.register import Register
from govreg.report import Block, Cell, Column, Fields, Heading, Paragraph, Report, Table
from govreg.views import terms
from govreg.views.data import meeting_data
from govreg.views.duplicates import GRADES
from govreg.views.overlaps import ALIKE, in_common

_MOST_OVERLAPS = 10
_HEADINGS = {
    "start": "Recommended to start",
    "continue": "Recommended to continue",
    "change": "Recommended to change",
    "merge": "Recommended to merge",
    "suspend": "Recommended to suspend",
    "defer": "Put off",
    "end": "Recommended to end",
}
APPENDIX = ("Lead", "Purpose", "Key participants", "Frequency", "Current focus")
"""The rows in which a governance paper's appendix tells each meeting, in its order."""


@dataclass(frozen=True)
class ReviewResult:
    """What a review looked at."""

    duplicates: SearchResult
    overlaps: tuple[Overlap, ...]
    findings: tuple[Finding, ...]


def review(register: Register, reviewed: ReviewResult, as_at: str) -> Report:
    """The report of `govreg review`."""
    meetings = sorted(register.meetings.values(), key=lambda meeting: (meeting.title.casefold(), meeting.id))
    blocks: list[Block] = [Heading(f"Review of {register.name}" if register.name else "Review", 1)]
    blocks += _there_is(register, meetings)
    blocks += _recommended(register, meetings)
    blocks += _twice(register, reviewed.duplicates)
    blocks += _same_people(register, reviewed.overlaps)
    blocks += _issues(register, reviewed.findings)
    return Report(
        tuple(blocks),
        data=lambda: _data(register, meetings, reviewed, as_at),
        sheet=lambda: _sheet(register, meetings),
        sheet_note="the meetings with a recommendation",
        foot=(*_internal(meetings), *terms.under(register, as_at)),
    )


def _internal(meetings: list[Meeting]) -> Iterator[str]:
    """A word of warning where what is in this may not be passed on."""
    whole = sum(meeting.visibility == "internal" for meeting in meetings)
    in_part = sum(meeting.visibility != "internal" and _has_internal_part(meeting) for meeting in meetings)
    if whole:
        is_, it = ("is", "it") if whole == 1 else ("are", "them")
        yield f"{terms.many(whole, 'internal entry', 'internal entries')} {is_} in this: --for partners leaves {it} out."
    if in_part:
        entries = terms.many(in_part, "entry", "entries")
        yield f"{entries} {'has' if in_part == 1 else 'have'} internal parts: --for partners leaves them out."


def _has_internal_part(meeting: Meeting) -> bool:
    return any("internal" in (part.visibility for part in parts) for parts in (meeting.focus, meeting.participants))


def _there_is(register: Register, meetings: list[Meeting]) -> Iterator[Block]:
    yield Heading("What there is")
    yield _counted(
        register, meetings, "Led by", lambda meeting: terms.organisations(register, meeting.leads) or meeting.lead_kind.replace("-", " ")
    )
    yield _counted(register, meetings, "Level", lambda meeting: meeting.level or "not stated")
    yield _counted(register, meetings, "Status", lambda meeting: meeting.status or "not stated")
    yield Paragraph(" ".join(_how_counted(register, meetings)), quiet=True)


def _how_counted(register: Register, meetings: list[Meeting]) -> Iterator[str]:
    """What the numbers of the tables hold."""
    if any(not meeting.live for meeting in meetings):
        yield "Sittings a year are without those of meetings that have ended."
    if proposed := sum(meeting.status == "proposed" for meeting in meetings):
        yield f"Proposed meetings ({proposed}) are counted."
    leading = sorted({id_ for meeting in meetings for id_ in meeting.leads})
    for id_ in leading:
        counted = register.organisations_below(id_)
        below = terms.organisations(register, [lead for lead in leading if lead != id_ and lead in counted])
        if below:
            together = sum(not counted.isdisjoint(meeting.leads) for meeting in meetings)
            name = terms.organisation(register, id_)
            yield f"{name} is counted here without {below}; “govreg list --lead {id_}” shows all {together}."


def _counted(register: Register, meetings: Iterable[Meeting], title: str, word: Any) -> Table:  # noqa: ANN401 - a function of a meeting
    groups: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        groups[word(meeting)].append(meeting)
    rows: list[tuple[Cell, ...]] = []
    for name, group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        a_year = yearly_total(yearly_count(meeting, register) for meeting in group if meeting.live)
        known = terms.count(a_year.per_year) if a_year.per_year is not None else None
        rows.append((name, len(group), known, a_year.unknown))
    columns = (
        Column(title, share=2),
        Column("Meetings", number=True, whole=True),
        Column("Sittings a year", number=True, whole=True),
        Column("Number not known", number=True, whole=True),
    )
    return Table(columns, tuple(rows))


def _recommended(register: Register, meetings: list[Meeting]) -> Iterator[Block]:
    for recommendation, heading in _HEADINGS.items():
        chosen = [
            meeting for meeting in meetings if meeting.latest_review is not None and meeting.latest_review.recommendation == recommendation
        ]
        if not chosen:
            continue
        yield Heading(heading)
        said = Counter(_whose(meeting.latest_review) for meeting in chosen if meeting.latest_review is not None)
        common = said.most_common(1)[0][0]
        yield Paragraph(f"{terms.many(len(chosen), 'meeting')}. {common}.")
        for meeting in chosen:
            last = meeting.latest_review
            if last is None:
                continue
            new = " (new)" if recommendation == "start" else ""
            yield Heading(f"{meeting.title}{new}{terms.internal(meeting.visibility)}", 3)
            if _whose(last) != common:
                yield Paragraph(f"{_whose(last)}.")
            yield Fields((*_appendix(register, meeting), *_follows(register, last)))


def _whose(review: Review | None) -> str:
    """Whose recommendation it is, and of which date; and the decision, where one is recorded."""
    if review is None:
        return ""
    by = f" in {review.proposed_in}" if review.proposed_in else ""
    on = f" on {in_words(review.proposed_on)}" if review.proposed_on else ", undated"
    if not (review.decided_on or review.decided_by):
        return f"Recommended{by}{on}, no decision recorded"
    decided_by = f" by {review.decided_by}" if review.decided_by else ""
    decided_on = f" on {in_words(review.decided_on)}" if review.decided_on else ""
    return f"Recommended{by}{on}; decided{decided_by}{decided_on}"


def _appendix(register: Register, meeting: Meeting) -> Iterator[tuple[str, Cell]]:
    """A meeting in the rows of a governance paper's appendix; what it doesn't say stays out."""
    seats = tuple(terms.seat(register, seat) for seat in meeting.participants)
    cells: tuple[Cell, ...] = (
        meeting.lead_as_written or terms.lead(register, meeting),
        meeting.purpose,
        meeting.participants_as_written or seats,
        meeting.frequency.text if meeting.frequency is not None else None,
        "; ".join(f"{focus.text}{terms.internal(focus.visibility)}" for focus in meeting.focus),
    )
    return ((label, cell or "Not stated") for label, cell in zip(APPENDIX, cells, strict=True))


def _follows(register: Register, review: Review) -> Iterator[tuple[str, Cell]]:
    if review.change:
        yield "Change", review.change
    if review.into:
        yield "Work goes to", tuple(terms.meeting_link(register, id_) for id_ in review.into)
    if review.reason:
        yield "Because", review.reason


def _twice(register: Register, found: SearchResult) -> Iterator[Block]:
    yield Heading("What may be done twice")
    if not found.pairs:
        yield Paragraph("No two meetings look like the same work.")
        return
    rows = tuple(
        (
            terms.meeting_link(register, pair.a),
            terms.meeting_link(register, pair.b),
            GRADES[pair.grade].removesuffix(" the same work"),
            pair.evidence[0].says if pair.evidence else None,
        )
        for pair in found.pairs
    )
    yield Table(
        (Column("Meeting", share=2), Column("and", share=2), Column("How sure", whole=True), Column("Above all because", share=2)), rows
    )
    yield Paragraph("“govreg duplicates” shows all that speaks for each pair and against it.", quiet=True)


def _same_people(register: Register, pairs: tuple[Overlap, ...]) -> Iterator[Block]:
    yield Heading("Who meets the same people")
    if not pairs:
        yield Paragraph("No two meetings have anybody in common.")
        return
    close = _close(pairs)
    if close:
        yield in_common(register, close[:_MOST_OVERLAPS])
    those = (
        f"{terms.many(len(close), 'pair')} of meetings with two or more in both" if close else "No two meetings have two or more in both"
    )
    most = f"The {_MOST_OVERLAPS} most telling of {those}" if len(close) > _MOST_OVERLAPS else those
    ended = "" if all(meeting.live for meeting in register.meetings.values()) else ", and those of meetings that have ended"
    yield Paragraph(f"{most}; “govreg overlaps --limit 0” shows all {len(pairs)} with anybody in common{ended}.", quiet=True)
    if close:
        yield Paragraph(ALIKE, quiet=True)


def _close(pairs: tuple[Overlap, ...]) -> tuple[Overlap, ...]:
    """The pairs that a board looks at: one seat in common is chance."""
    return tuple(pair for pair in pairs if len(pair.shared) > 1)


def _issues(register: Register, findings: tuple[Finding, ...]) -> Iterator[Block]:
    yield Heading("What is to be put right")
    if not findings:
        yield Paragraph("Nothing.")
        return
    rows = tuple((_where(register, finding), finding.message, finding.hint) for finding in findings)
    yield Table((Column("Where", share=2), Column("What is wrong", share=3), Column("What to do", share=3)), rows)


def _where(register: Register, finding: Finding) -> str:
    """The meeting that a finding is in, or its file."""
    id_ = meeting_in(finding.file)
    if id_ is None or id_ not in register.meetings:
        return finding.file
    title = terms.marked(register, id_)
    return f"{title}, minutes" if finding.file.startswith("minutes/") else title


def _data(register: Register, meetings: list[Meeting], reviewed: ReviewResult, as_at: str) -> dict[str, Any]:
    return {
        "as_at": as_at,
        "unread": list(register.unread),
        "total": len(meetings),
        "by_lead": dict(Counter(lead for meeting in meetings for lead in meeting.leads or (meeting.lead_kind,))),
        "by_level": dict(Counter(meeting.level or "not-stated" for meeting in meetings)),
        "by_status": dict(Counter(meeting.status or "not-stated" for meeting in meetings)),
        "recommended": [
            meeting_data(meeting, register)
            for meeting in meetings
            if meeting.latest_review is not None and meeting.latest_review.recommendation
        ],
        "duplicates": [
            {"a": pair.a, "b": pair.b, "score": pair.score, "grade": pair.grade, "says": [piece.says for piece in pair.evidence]}
            for pair in reviewed.duplicates.pairs
        ],
        "overlaps": [
            {"a": pair.a, "b": pair.b, "shared": len(pair.shared), "jaccard": pair.jaccard, "weight": pair.weight}
            for pair in _close(reviewed.overlaps)
        ],
        "findings": [
            {"code": one.code, "severity": one.severity.value, "file": one.file, "line": one.line, "message": one.message, "hint": one.hint}
            for one in reviewed.findings
        ],
    }


def _sheet(register: Register, meetings: list[Meeting]) -> Table:
    """The recommended meetings for a spreadsheet, in the columns of a governance paper's appendix."""
    columns = tuple(
        Column(title) for title in ("Meeting", *APPENDIX, "Recommended", "Change", "Work goes to", "Because", "Proposed on", "Proposed in")
    )
    rows: list[tuple[Cell, ...]] = []
    for meeting in meetings:
        last = meeting.latest_review
        if last is None or last.recommendation is None:
            continue
        told = tuple(cell for _, cell in _appendix(register, meeting))
        into = tuple(terms.meeting_link(register, id_) for id_ in last.into)
        rows.append(
            (
                terms.marked(register, meeting.id),
                *told,
                last.recommendation,
                last.change,
                into,
                last.reason,
                terms.date(last.proposed_on),
                last.proposed_in,
            )
        )
    return Table(columns, tuple(rows))
