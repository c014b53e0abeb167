"""The cover of a review pack, in the form of a Board's paper: meeting, date, agenda item, author, sponsor and circulation."""

from collections.abc import Iterator

from govreg.model.dates import in_words
from govreg.model.register import Register
from govreg.model.settings import Paper
from govreg.report import Block, Cell, Fields, Heading
from govreg.views import terms

_CIRCULATION = {
    "internal": "Internal",
    "partners": "Partners",
    "public": "Public",
}


def title(register: Register, paper: Paper) -> str:
    """The name of the paper."""
    return paper.title or (f"Review of {register.name}" if register.name else "Review of meetings")


def cover(register: Register, paper: Paper, as_at: str) -> Iterator[Block]:
    """The title, and the rows of the cover that aren't empty."""
    yield Heading(title(register, paper), 1)
    rows: tuple[tuple[str, Cell], ...] = (
        ("Meeting", _meeting(register, paper.meeting)),
        ("Date", terms.date(paper.date)),
        ("Agenda item", paper.agenda),
        ("Department", paper.department),
        ("Author", paper.author),
        ("Sponsor", paper.sponsor),
        ("Register", f"{register.name}, as at {in_words(as_at)}" if register.name else f"As at {in_words(as_at)}"),
        ("Circulation", _CIRCULATION[register.left_out.visibility]),
    )
    yield Fields(tuple((label, cell) for label, cell in rows if cell))


def _meeting(register: Register, called: str | None) -> str | None:
    """The board's title if the register has it, else the name that was typed."""
    found = register.meetings.find(called) if called else None
    return terms.meeting(register, found) if found is not None else called
