"""Issues to resolve in a review pack: first gaps in entries, then findings about good governance."""

from collections.abc import Iterator, Sequence

from govreg.analysis.gaps import count_gaps, gaps
from govreg.diagnostics.finding import Finding
from govreg.model.meeting import Meeting
from govreg.model.names import and_more, cut, many
from govreg.model.register import Register
from govreg.report import Block, Cell, Column, Heading, Paragraph, Table
from govreg.views import terms
from govreg.views.findings import first_places
from govreg.views.gaps import GAPS
from govreg.views.repeats import by_reason

_MOST_NAMED = 6
_LONGEST = 100
"""The characters of a title in a list of titles."""
_GOVERNANCE = "GR3"
"""The first characters of the codes that a Board can act on; the others are for those who keep the register."""


def issues(register: Register, meetings: Sequence[Meeting], findings: Sequence[Finding]) -> Iterator[Block]:
    """The gaps and the findings; nothing where there are none."""
    missing = _gaps(register, meetings)
    found = [one for one in findings if one.code.startswith(_GOVERNANCE)]
    if missing is None and not found:
        return
    yield Heading("Issues to resolve")
    if missing is not None:
        yield from (Heading("Gaps", 3), missing)
    if found:
        yield Heading("Governance", 3)
        rows = tuple((first_places(register, group), _issue(group)) for group in by_reason(found))
        yield Table((Column("Where", share=2), Column("Issue", share=4)), rows)
    others = sum(one.mistakes for one in findings if not one.code.startswith(_GOVERNANCE))
    if others:
        yield Paragraph(f"{many(others, 'more finding')} on how the register is written, for those who keep it.", quiet=True)


def _gaps(register: Register, meetings: Sequence[Meeting]) -> Table | None:
    counted = count_gaps(meetings)
    if not counted:
        return None
    rows: list[tuple[Cell, ...]] = []
    for gap, count in counted.items():
        titles = [cut(terms.marked(register, meeting.id), _LONGEST) for meeting in meetings if gap in gaps(meeting)]
        rows.append((f"No {GAPS[gap]}", count, "; ".join(and_more(titles[:_MOST_NAMED], count))))
    columns = (Column("Gap", share=2), Column("Meetings", number=True, whole=True), Column("Which", share=4))
    return Table(columns, tuple(rows))


def _issue(group: Sequence[Finding]) -> str:
    """The message, and the hint unless it is about the text of a file."""
    message, hint = group[0].message, group[0].hint
    remedy = "" if any(sign in hint for sign in "`{[") or "govreg" in hint else f" {hint}"
    alike = f" ({len(group):,} findings like it.)" if len(group) > 1 else ""
    return f"{message.replace('`', '')}{alike}{remedy}"
