"""Workstreams that are run in several rooms: who leads each, what each says of it, who sits in more than one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from govreg.analysis.duplicates.comparison import Comparison
from govreg.analysis.duplicates.workstreams import Occurrence, Workstream
from govreg.model.location import Location, Locator, in_meeting
from govreg.model.names import and_more, listed, many
from govreg.model.register import Register
from govreg.report import Block, Cell, Column, Heading, LazyBlocks, Paragraph, Report, Table
from govreg.views import terms
from govreg.views.duplicates.limits import about_many_topics
from govreg.views.locations import file_and_line, looked_up, quoted, tag_at, text_at
from govreg.views.long_entries import about_long_entries

_MOST_STREAMS = 100
"""How many areas of work people see where they ask for no number of them."""
_MOST_MEETINGS = 100
"""How many meetings of one."""
_MOST_SITTING = 8

COLUMNS = (Column("Meeting", share=2), Column("Lead"), Column("Area"), Column("What it says", share=3))


def workstreams(
    comparison: Comparison, found: tuple[Workstream, ...], limit: int, locate: Locator, as_at: str, *, meeting: str | None = None
) -> Report:
    """The report of `govreg duplicates --by workstream`: the first `limit` of those `found`; 0 is all, of which people see the first.

    With `meeting`, only those of that meeting were looked for.
    """
    register, streams = comparison.register, found[: limit or None]
    return Report(
        LazyBlocks(lambda: _blocks(register, streams[: limit or _MOST_STREAMS], locate, meeting)),
        data=lambda: {"as_at": as_at, "unread": list(register.unread), "groups": _groups_data(streams, locate)},
        sheet=lambda: _sheet(register, streams, locate),
        name="Areas of work",
        foot=(*_foot(len(found), limit), *about_many_topics(comparison), *about_long_entries(register), *terms.under(register, as_at)),
    )


def _blocks(register: Register, streams: Sequence[Workstream], locate: Locator, meeting: str | None) -> Iterator[Block]:
    places = looked_up((_place(doing) for stream in streams for doing in stream.occurrences[:_MOST_MEETINGS]), locate)
    for number, stream in enumerate(streams, 1):
        yield from _stream(register, stream, f"{number}. ", places)
    if not streams:
        none = "No work is recorded for two or more meetings."
        yield Paragraph(none if meeting is None else f"No work of “{terms.meeting(register, meeting)}” is recorded for another meeting.")


def _foot(total: int, limit: int) -> Iterator[str]:
    if not total:
        return
    if limit and total > limit:
        yield f"{limit:,} of {total:,} workstreams, those with most meetings first."
    elif not limit and total > _MOST_STREAMS:
        yield (
            f"{many(total, 'workstream')}, those with most meetings first. The first {_MOST_STREAMS} are shown; --format json lists all."
        )
    else:
        yield f"{many(total, 'workstream')}{', those with most meetings first' if total > 1 else ''}."


def _place(doing: Occurrence) -> Location:
    return in_meeting(doing.meeting, *doing.path)


def _stream(register: Register, stream: Workstream, number: str, locate: Locator) -> Iterator[Block]:
    topic = terms.subject(register, stream.topic)
    yield Heading(f"{number}{topic[:1].upper()}{topic[1:]}")
    led = Counter(terms.lead(register, register.meetings[id_]) for id_ in stream.meetings)
    leads = "; ".join(f"{lead} ({count:,})" if count > 1 else lead for lead, count in led.most_common())
    yield Paragraph(f"{many(len(stream.occurrences), 'meeting')}. Lead: {leads}.")
    yield Table(COLUMNS, tuple(_row(register, doing, locate) for doing in stream.occurrences[:_MOST_MEETINGS]))
    if len(stream.occurrences) > _MOST_MEETINGS:
        others = many(len(stream.occurrences) - _MOST_MEETINGS, "more meeting")
        yield Paragraph(f"{others}: --format json has all.", quiet=True)
    if stream.sits:
        named = [f"{_seat(register, seat)} ({count:,})" for seat, count in stream.sits[:_MOST_SITTING]]
        yield Paragraph(f"Sit on more than one of them: {listed(and_more(named, len(stream.sits)))}.")


def _row(register: Register, doing: Occurrence, locate: Locator) -> tuple[Cell, ...]:
    meeting = register.meetings[doing.meeting]
    return meeting.title, terms.lead(register, meeting), terms.areas(register, meeting), _quotation(register, doing, locate)


def _quotation(register: Register, doing: Occurrence, locate: Locator) -> str:
    """The words of the entry, and their line."""
    position, meeting = locate(_place(doing)), register.meetings[doing.meeting]
    line = f" (line {position.line})" if position is not None else ""
    quotation = tag_at(register, meeting, doing.path) if "themes" in doing.path else quoted(text_at(meeting, doing.path) or meeting.title)
    return f"{quotation}{line}"


def _seat(register: Register, seat: str) -> str:
    kind, _, id_ = seat.partition(":")
    return terms.meeting(register, id_) if kind == "meeting" else terms.organisation(register, id_)


def _groups_data(streams: Sequence[Workstream], locate: Locator) -> list[dict[str, Any]]:
    places = looked_up((_place(doing) for stream in streams for doing in stream.occurrences), locate)
    return [_data(stream, places) for stream in streams]


def _data(stream: Workstream, locate: Locator) -> dict[str, Any]:
    return {
        "theme": stream.topic,
        "meetings": list(stream.meetings),
        "says": [_doing_data(doing, locate) for doing in stream.occurrences],
        "sits": [{"id": seat.partition(":")[2], "meetings": count} for seat, count in stream.sits],
    }


def _doing_data(doing: Occurrence, locate: Locator) -> dict[str, Any]:
    return {"meeting": doing.meeting, **file_and_line(_place(doing), locate)}


def _sheet(register: Register, streams: tuple[Workstream, ...], locate: Locator) -> Table:
    columns = tuple(Column(title) for title in ("workstream", "meeting", "title", "lead", "area", "says"))
    places = looked_up((_place(doing) for stream in streams for doing in stream.occurrences), locate)
    rows = tuple((stream.topic, doing.meeting, *_row(register, doing, places)) for stream in streams for doing in stream.occurrences)
    return Table(columns, rows)
