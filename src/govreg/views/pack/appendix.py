"""The appendices of a review pack: meetings in the form of the Board's own paper, and a list of the others."""

from collections.abc import Iterator, Sequence

from govreg.model.meeting import Meeting
from govreg.model.register import Register
from govreg.report import Block, Cell, Column, Entry, Heading, Table
from govreg.views import terms
from govreg.views.recommendations import APPENDIX, HEADINGS, appendix, recommendation
from govreg.views.review import ended_table

_LEVEL = 4


def appendices(register: Register, meetings: Sequence[Meeting]) -> Iterator[Block]:
    """The meetings with a recommendation, one table each; then the other meetings, and those that have ended."""
    recommended = [meeting for meeting in meetings if recommendation(meeting) in HEADINGS]
    others = [meeting for meeting in meetings if meeting.live and recommendation(meeting) not in HEADINGS]
    if recommended:
        yield Heading("Appendix A – Recommended meetings", new_page=True)
        for word, heading in HEADINGS.items():
            group = [meeting for meeting in recommended if recommendation(meeting) == word]
            if group:
                yield Heading(heading, 3)
                yield from (_entry(register, meeting) for meeting in group)
    elif others:
        yield Heading("Appendix A – Meetings", new_page=True)
        yield from (_entry(register, meeting) for meeting in others)
    over = [meeting for meeting in meetings if not meeting.live]
    if not ((recommended and others) or over):
        return
    yield Heading("Appendix B – Other meetings" if recommended or others else "Appendix A – Meetings", new_page=True)
    if recommended and others:
        yield _list(register, others)
    if over:
        yield from (Heading("Ended", 3), ended_table(register, over))


def _entry(register: Register, meeting: Meeting) -> Entry:
    """A meeting in the six rows of the paper's appendix: its title, lead, purpose, participants, frequency and focus."""
    new = " (new)" if recommendation(meeting) == "start" and not meeting.is_held else ""
    lead = register.settings.paper.lead_label or APPENDIX[0]
    rows = tuple((lead if label == APPENDIX[0] else label, cell) for label, cell in appendix(register, meeting))
    return Entry("Meeting", f"{terms.marked(register, meeting.id)}{new}", rows, _LEVEL)


def _list(register: Register, meetings: Sequence[Meeting]) -> Table:
    columns = (Column("Meeting", share=3), Column("Lead", share=2), Column("Frequency", share=2), Column("Status", whole=True))
    rows: list[tuple[Cell, ...]] = [
        (
            terms.meeting_link(register, meeting.id),
            terms.lead(register, meeting),
            meeting.frequency.text if meeting.frequency is not None else None,
            meeting.status or "not stated",
        )
        for meeting in meetings
    ]
    return Table(columns, tuple(rows))
