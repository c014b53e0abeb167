"""Takes tables with one seat in each row: the meeting, the organisation that sits on it, and the post or the person."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from govreg.analysis.importing.assemble import OUTSIDE, Assembler
from govreg.analysis.importing.found import FoundMeeting, LabelledText, Run
from govreg.analysis.importing.grid import Grid
from govreg.analysis.importing.headers import SEAT, Header
from govreg.analysis.importing.labels import Label, looks_like_title
from govreg.analysis.importing.member_rows import MemberColumns, member_columns, member_in
from govreg.analysis.importing.organisations import bare
from govreg.model.document import TableCell

_BESIDE = frozenset({"contact", "number", "notes"})
"""What else such a table may have columns for; any other shows that its rows describe meetings."""
_FEW = 2


class SeatTable(NamedTuple):
    """The columns of a table of seats."""

    title_at: int
    members: MemberColumns
    participants_at: int | None = None
    """The column of who attends, where that is all that the table has."""

    @property
    def columns(self) -> tuple[int, ...]:
        """The columns that say who attends."""
        return tuple(at for at in (*self.members, self.participants_at) if at is not None)


def seat_table(header: Header, texts: Mapping[int, Sequence[str]]) -> SeatTable | None:
    """The columns of a table of seats, which has several rows for some meeting; None if it isn't one.

    `texts` are those below the header, by column.
    """
    title_at = next((at for at, label in sorted(header.labels.items()) if label.key == "title" and _are_titles(texts.get(at, ()))), None)
    if title_at is None or any(label.read_as == SEAT for label in header.labels.values()):
        return None
    titles = list(map(bare, texts[title_at]))
    if len(set(titles)) == len(titles):
        return None
    others = {at: label for at, label in header.labels.items() if at != title_at and label.text and label.key not in _BESIDE}
    members = member_columns({at: label.text for at, label in others.items()})
    if members is not None:
        return SeatTable(title_at, members) if members.organisation is not None and others.keys() <= set(members) else None
    if [label.key for label in others.values()] != ["participants"]:
        return None
    return SeatTable(title_at, MemberColumns(None, None, None, None), *others)


def _are_titles(texts: Sequence[str]) -> bool:
    return bool(texts) and sum(map(looks_like_title, texts)) * _FEW >= len(texts)


def labels_of(header: Header, seats: SeatTable) -> Iterator[tuple[Label, str]]:
    """The labels in `header` as they are read in a table of `seats`, each with its place."""
    for column, (label, place) in zip(header.columns, header.runs, strict=True):
        yield (Label(label.text, "participants") if column in seats.columns else label), place


def take_seats(assembler: Assembler, grid: Grid, header: Header, seats: SeatTable, over: Sequence[Run]) -> None:
    """Take the meetings in a table of `seats`, each with those who sit on it, under the headings `over` it."""
    meetings: dict[str, FoundMeeting] = {}
    here: FoundMeeting | None = None
    for index, row in enumerate(grid.rows[header.last + 1 :], header.last + 1):
        cells = {**grid.over.get(index, {}), **dict(row.cells)}
        title = cells.pop(seats.title_at, None)
        if not cells or (title is None and here is None):
            for _, cell in row.cells:
                assembler.leave(Run(cell.text, cell.place), OUTSIDE)
            continue
        if title is not None:
            known = meetings.get(bare(title.text))
            here = known or FoundMeeting(Run(title.text, title.place), [], list(over), list(assembler.over))
            meetings[bare(title.text)] = here
        if here is not None:
            here.texts += _texts(header, seats, cells)
    assembler.found.meetings += meetings.values()


def _texts(header: Header, seats: SeatTable, cells: Mapping[int, TableCell]) -> Iterator[LabelledText]:
    """What the `cells` of a row say: whose seat it is, and what is beside that."""
    of_seat = {at: cell for at, cell in sorted(cells.items()) if at in seats.members}
    if of_seat:
        text = ", ".join(cell.text for at, cell in of_seat.items() if at != seats.members.person)
        first_at, first = next(iter(of_seat.items()))
        member = member_in(seats.members, {at: cell.text for at, cell in of_seat.items()})
        yield LabelledText(Label(header.labels[first_at].text, "participants"), text, first.place, member=member)
    for at, cell in sorted(cells.items()):
        if at not in of_seat:
            yield LabelledText(header.labels.get(at, Label("", None)), cell.text, cell.place)
