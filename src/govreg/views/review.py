"""What a board needs in front of it: what there is, what is recommended, what is done twice, what is to be put right."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from govreg.analysis.duplicates.asked import Found
from govreg.analysis.overlaps import Overlap
from govreg.analysis.yearly import summed, yearly
from govreg.model.dates import in_words
from govreg.model.finding import Finding
from govreg.model.meeting import Meeting, Review
from govreg.model.register import Register
from govreg.report import Block, Cell, Column, Facts, Heading, Paragraph, Report, Table
from govreg.views import wording
from govreg.views.data import meeting_data
from govreg.views.duplicates import GRADES

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
class Reviewed:
    """What a review looked at."""

    duplicates: Found
    overlaps: tuple[Overlap, ...]
    findings: tuple[Finding, ...]


def review(register: Register, reviewed: Reviewed, as_at: str, *, people: bool) -> Report:
    """The report of `govreg review`."""
    meetings = sorted(register.meetings.values(), key=lambda meeting: (meeting.title.casefold(), meeting.id))
    blocks: list[Block] = [Heading(f"Review of {register.name}" if register.name else "Review", 1)]
    blocks += _there_is(register, meetings)
    blocks += _recommended(register, meetings, people=people)
    blocks += _twice(register, reviewed.duplicates)
    blocks += _same_people(register, reviewed.overlaps)
    blocks += _put_right(register, reviewed.findings)
    return Report(
        tuple(blocks),
        data=lambda: _data(register, meetings, reviewed, as_at, people=people),
        sheet=lambda: _sheet(register, meetings, people=people),
        sheet_holds="the meetings that something is recommended of; the other tables stand in Markdown and JSON.",
        foot=wording.under(register, as_at),
    )


def _there_is(register: Register, meetings: list[Meeting]) -> Iterator[Block]:
    yield Heading("What there is")
    yield _counted(
        register, meetings, "Led by", lambda meeting: wording.organisations(register, meeting.leads) or meeting.lead_kind.replace("-", " ")
    )
    yield _counted(register, meetings, "Level", lambda meeting: meeting.level or "not stated")
    yield _counted(register, meetings, "Status", lambda meeting: meeting.status or "not stated")


def _counted(register: Register, meetings: Iterable[Meeting], title: str, word: Any) -> Table:  # noqa: ANN401 - a function of a meeting
    groups: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        groups[word(meeting)].append(meeting)
    rows: list[tuple[Cell, ...]] = []
    for name, group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        a_year = summed(yearly(meeting, register) for meeting in group if meeting.live)
        unknown = f"{a_year.unknown} not known" if a_year.unknown else ""
        known = f"{wording.count(a_year.per_year)}" if a_year.per_year is not None else ""
        rows.append((name, len(group), ", ".join(part for part in (known, unknown) if part) or None))
    return Table((Column(title, share=2), Column("Meetings", number=True, whole=True), Column("Sittings a year")), tuple(rows))


def _recommended(register: Register, meetings: list[Meeting], *, people: bool) -> Iterator[Block]:
    for recommendation, heading in _HEADINGS.items():
        chosen = [
            meeting for meeting in meetings if meeting.latest_review is not None and meeting.latest_review.recommendation == recommendation
        ]
        if not chosen:
            continue
        yield Heading(heading)
        said = Counter(_whose(meeting.latest_review) for meeting in chosen if meeting.latest_review is not None)
        common = said.most_common(1)[0][0]
        yield Paragraph(f"{wording.many(len(chosen), 'meeting')}. {common}.")
        for meeting in chosen:
            last = meeting.latest_review
            if last is None:
                continue
            yield Heading(f"{meeting.title}{' (new)' if recommendation == 'start' else ''}", 3)
            if _whose(last) != common:
                yield Paragraph(f"{_whose(last)}.")
            yield Facts((*_appendix(register, meeting, people=people), *_follows(register, last)))


def _whose(review: Review | None) -> str:
    """Whose recommendation it is, and of which date; and the decision, where one is recorded."""
    if review is None:
        return ""
    by = f" in {review.proposed_in}" if review.proposed_in else ""
    on = f" on {in_words(review.proposed_on)}" if review.proposed_on else ""
    if not (review.decided_on or review.decided_by):
        return f"Recommended{by}{on}, no decision recorded"
    decided_by = f" by {review.decided_by}" if review.decided_by else ""
    decided_on = f" on {in_words(review.decided_on)}" if review.decided_on else ""
    return f"Recommended{by}{on}; decided{decided_by}{decided_on}"


def _appendix(register: Register, meeting: Meeting, *, people: bool) -> Iterator[tuple[str, Cell]]:
    """A meeting in the rows of a governance paper's appendix; what it doesn't say stays out."""
    seats = tuple(wording.seat(register, seat, people=people) for seat in meeting.participants)
    cells: tuple[Cell, ...] = (
        meeting.lead_as_written or wording.lead(register, meeting),
        meeting.purpose,
        meeting.participants_as_written or seats,
        meeting.frequency.text if meeting.frequency is not None else None,
        "; ".join(focus.text for focus in meeting.focus),
    )
    return ((label, cell or "Not stated") for label, cell in zip(APPENDIX, cells, strict=True))


def _follows(register: Register, review: Review) -> Iterator[tuple[str, Cell]]:
    if review.change:
        yield "Change", review.change
    if review.into:
        yield "Work goes to", tuple(wording.meeting(register, id_) for id_ in review.into)
    if review.reason:
        yield "Because", review.reason


def _twice(register: Register, found: Found) -> Iterator[Block]:
    yield Heading("What may be done twice")
    if not found.pairs:
        yield Paragraph("No two meetings look like the same work.")
        return
    rows = tuple(
        (
            wording.meeting(register, pair.a),
            wording.meeting(register, pair.b),
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
    rows = tuple(
        (
            wording.meeting(register, pair.a),
            wording.meeting(register, pair.b),
            len(pair.shared),
            f"{pair.jaccard:.0%}",
            tuple(
                wording.meeting(register, seat.meeting) if seat.meeting else wording.organisation(register, seat.organisation or "")
                for seat in pair.shared
            ),
        )
        for pair in pairs[:_MOST_OVERLAPS]
    )
    columns = (
        Column("Meeting", share=2),
        Column("and", share=2),
        Column("In both", number=True, whole=True),
        Column("How alike", number=True, whole=True),
        Column("Who", share=2),
    )
    yield Table(columns, rows)
    if len(pairs) > _MOST_OVERLAPS:
        yield Paragraph(
            f"The {_MOST_OVERLAPS} most telling of {wording.many(len(pairs), 'pair')}; “govreg overlaps” shows them all.", quiet=True
        )


def _put_right(register: Register, findings: tuple[Finding, ...]) -> Iterator[Block]:
    yield Heading("What is to be put right")
    if not findings:
        yield Paragraph("Nothing.")
        return
    rows = tuple((_where(register, finding), finding.message, finding.hint) for finding in findings)
    yield Table((Column("Where", share=2), Column("What is wrong", share=3), Column("What to do", share=3)), rows)


def _where(register: Register, finding: Finding) -> str:
    """The meeting that a finding is in, or its file."""
    folder, _, name = finding.file.partition("/")
    id_ = name.split("/")[0].removesuffix(".yaml")
    if folder in ("meetings", "minutes") and id_ in register.meetings:
        title = register.meetings[id_].title
        return f"{title}, minutes" if folder == "minutes" else title
    return finding.file


def _data(register: Register, meetings: list[Meeting], reviewed: Reviewed, as_at: str, *, people: bool) -> dict[str, Any]:
    return {
        "as_at": as_at,
        "unread": list(register.unread),
        "total": len(meetings),
        "by_lead": dict(Counter(lead for meeting in meetings for lead in meeting.leads or (meeting.lead_kind,))),
        "by_level": dict(Counter(meeting.level or "not-stated" for meeting in meetings)),
        "by_status": dict(Counter(meeting.status or "not-stated" for meeting in meetings)),
        "recommended": [
            meeting_data(meeting, register, people=people)
            for meeting in meetings
            if meeting.latest_review is not None and meeting.latest_review.recommendation
        ],
        "duplicates": [
            {"a": pair.a, "b": pair.b, "score": pair.score, "grade": pair.grade, "says": [piece.says for piece in pair.evidence]}
            for pair in reviewed.duplicates.pairs
        ],
        "overlaps": [
            {"a": pair.a, "b": pair.b, "shared": len(pair.shared), "jaccard": pair.jaccard, "weight": pair.weight}
            for pair in reviewed.overlaps
        ],
        "findings": [
            {"code": one.code, "severity": one.severity.value, "file": one.file, "line": one.line, "message": one.message, "hint": one.hint}
            for one in reviewed.findings
        ],
    }


def _sheet(register: Register, meetings: list[Meeting], *, people: bool) -> Table:
    """The recommended meetings for a spreadsheet, in the columns of a governance paper's appendix."""
    columns = tuple(
        Column(title) for title in ("Meeting", *APPENDIX, "Recommended", "Change", "Work goes to", "Because", "Proposed on", "Proposed in")
    )
    rows: list[tuple[Cell, ...]] = []
    for meeting in meetings:
        last = meeting.latest_review
        if last is None or last.recommendation is None:
            continue
        told = tuple(cell for _, cell in _appendix(register, meeting, people=people))
        into = tuple(wording.meeting(register, id_) for id_ in last.into)
        rows.append((meeting.title, *told, last.recommendation, last.change, into, last.reason, last.proposed_on, last.proposed_in))
    return Table(columns, tuple(rows))
