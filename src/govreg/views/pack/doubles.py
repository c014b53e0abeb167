"""Possible duplicates in a review pack: each pair side by side, with what speaks for and against it, and what to ask."""

from collections.abc import Iterator

from govreg.analysis.duplicates.search import Pair, SearchResult
from govreg.analysis.overlaps import Overlap
from govreg.model.register import Register
from govreg.report import Block, BulletList, Column, Heading, Paragraph, Table
from govreg.views import terms
from govreg.views.duplicates.evidence import EvidenceText
from govreg.views.duplicates.question import question
from govreg.views.duplicates.report import grade_words, side_by_side
from govreg.views.overlaps import OVERLAP, close_pairs, in_common

_MOST_PAIRS = 20
_MOST_OVERLAPS = 15


def duplicates(register: Register, found: SearchResult) -> Iterator[Block]:
    """The pairs, the most certain first; nothing where none is raised."""
    if not found.pairs:
        return
    text = EvidenceText(found.comparison)
    pairs = terms.many(found.raised, "pair")
    first = f"The first {_MOST_PAIRS} of {pairs}" if found.raised > _MOST_PAIRS else pairs
    yield Heading("Possible duplicates")
    yield Paragraph(f"{first}, the most certain first. For discussion, not a finding: a pair may well be right to stay apart.")
    for number, pair in enumerate(found.pairs[:_MOST_PAIRS], 1):
        yield from _pair(register, pair, text, number)


def _pair(register: Register, pair: Pair, text: EvidenceText, number: int) -> Iterator[Block]:
    a, b = terms.marked(register, pair.a), terms.marked(register, pair.b)
    said = grade_words(pair)
    yield Heading(f"{number}. {a} – {b}", 3)
    yield Paragraph(f"{said[:1].upper()}{said[1:]}. To ask: {question(pair)}")
    columns = (Column("What is recorded", whole=True), Column(a, share=3), Column(b, share=3))
    yield Table(columns, tuple(side_by_side(register, register.meetings[pair.a], register.meetings[pair.b])))
    for words, pieces in (("Points to the same work", text.evidence(pair)), ("Points against", text.against(pair))):
        if pieces:
            yield Paragraph(f"{words}:")
            yield BulletList(tuple(piece.says for piece in pieces))


def shared_members(register: Register, pairs: tuple[Overlap, ...]) -> Iterator[Block]:
    """The meetings that share the most seats; nothing where no two share more than one."""
    close = close_pairs(pairs)
    if not close:
        return
    share = "shares" if len(close) == 1 else "share"
    first = f"The first {_MOST_OVERLAPS} of " if len(close) > _MOST_OVERLAPS else ""
    yield Heading("Shared members")
    yield in_common(register, close[:_MOST_OVERLAPS])
    said = f"{first}{terms.many(len(close), 'pair')} of held meetings that {share} two or more member organisations"
    yield Paragraph(f"{said}. {OVERLAP}", quiet=True)
