"""Possible duplicates in a review pack: each pair side by side, with the evidence for and against it, and what to ask."""

from collections.abc import Iterator, Sequence

from govreg.analysis.duplicates.search import Pair, SearchResult
from govreg.analysis.overlaps import PairsInCommon
from govreg.model.names import many
from govreg.model.register import Register
from govreg.report import Block, BulletList, Cell, Column, Heading, Paragraph, Table
from govreg.views import terms
from govreg.views.duplicates.evidence import EvidenceText
from govreg.views.duplicates.question import question
from govreg.views.duplicates.report import LAYERS_HEADING, grade_words, layers_table, side_by_side
from govreg.views.overlaps import OVERLAP, closely_shared, in_common

NONE_RAISED = "No pair of meetings is raised as a possible duplicate."
PAIRS_LISTED = 100
"""How many pairs the paper lists."""
_MOST_PAIRS = 20
"""For how many pairs the paper gives the evidence; few readers would read more."""
_MOST_OVERLAPS = 15


def duplicates(register: Register, found: SearchResult) -> Iterator[Block]:
    """The pairs, the most certain first, then the layers of one subject; nothing if there are none of either."""
    if not found.pairs and not found.layers:
        return
    text = EvidenceText(found.comparison)
    yield Heading("Possible duplicates")
    yield from _raised(register, found, text)
    yield from _layers(register, found, text)


def _raised(register: Register, found: SearchResult, text: EvidenceText) -> Iterator[Block]:
    if not found.pairs:
        yield Paragraph(NONE_RAISED)
        return
    sentence = f"{many(found.raised, 'pair')}{', the most certain first' if found.raised > 1 else ''}."
    if found.raised > PAIRS_LISTED:
        sentence = f"{sentence} The first {PAIRS_LISTED} are listed."
    if found.raised > _MOST_PAIRS:
        sentence = f"{sentence} The evidence is given for the first {_MOST_PAIRS}."
    yield Paragraph(f"{sentence} For discussion, not a finding: two meetings may well be right to stay apart.")
    yield _overview(register, found.pairs[:PAIRS_LISTED], text)
    for number, pair in enumerate(found.pairs[:_MOST_PAIRS], 1):
        yield from _pair(register, pair, text, number)


def _layers(register: Register, found: SearchResult, text: EvidenceText) -> Iterator[Block]:
    if not found.layers:
        return
    yield Heading(LAYERS_HEADING, 3)
    yield layers_table(register, found.layers[:_MOST_PAIRS], text)
    if found.layers_in_all > _MOST_PAIRS:
        yield Paragraph(f"The first {_MOST_PAIRS} of {many(found.layers_in_all, 'pair')}.", quiet=True)


def _overview(register: Register, pairs: Sequence[Pair], text: EvidenceText) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (
            number,
            terms.meeting_link(register, pair.a),
            terms.meeting_link(register, pair.b),
            pair.grade,
            next(iter(text.first(pair)), None),
        )
        for number, pair in enumerate(pairs, 1)
    ]
    columns = (
        Column("No", number=True, whole=True),
        Column("Meeting", share=2),
        Column("and", share=2),
        Column("Confidence", whole=True),
        Column("Main reason", share=3),
    )
    return Table(columns, tuple(rows))


def _pair(register: Register, pair: Pair, text: EvidenceText, number: int) -> Iterator[Block]:
    a, b = terms.marked(register, pair.a), terms.marked(register, pair.b)
    sentence = grade_words(pair)
    yield Heading(f"{number}. {a} – {b}", 3)
    yield Paragraph(f"{sentence[:1].upper()}{sentence[1:]}. To ask: {question(pair, register)}")
    columns = (Column("What is recorded", whole=True), Column(a, share=3), Column(b, share=3))
    rows = tuple(side_by_side(register, register.meetings[pair.a], register.meetings[pair.b]))
    yield Table(columns, rows, compares=True)
    for words, pieces in (("Points to the same work", text.evidence(pair)), ("Points against", text.against(pair))):
        if pieces:
            yield Paragraph(f"{words}:")
            yield BulletList(tuple(piece.says for piece in pieces))


def shared_members(register: Register, pairs: PairsInCommon) -> Iterator[Block]:
    """The meetings that share the most seats; nothing if no two share more than one."""
    close = pairs.counts.close
    if not close:
        return
    yield Heading("Shared members")
    yield in_common(register, pairs.pairs[:_MOST_OVERLAPS])
    yield Paragraph(f"{closely_shared(close, _MOST_OVERLAPS)}. {OVERLAP}", quiet=True)
