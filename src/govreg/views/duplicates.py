"""Pairs of meetings that do the same work, each with the sum that says so, piece by piece."""

from collections.abc import Iterator
from typing import Any

from govreg.analysis.duplicates.evidence import Evidence
from govreg.analysis.duplicates.score import Signal
from govreg.analysis.duplicates.search import Pair, SearchResult
from govreg.analysis.duplicates.weights import LIKELY, POSSIBLE
from govreg.analysis.duplicates.workstreams import Workstream
from govreg.model.location import Locator
from govreg.model.register import Register
from govreg.report import Block, Cell, Column, Command, Fields, Heading, Paragraph, Report, Table
from govreg.views import terms
from govreg.views.locations import place_data, quoted_location

GRADES = {"likely": "likely the same work", "possible": "possibly the same work", "weak": "little in common"}


def duplicates(register: Register, found: SearchResult, locate: Locator, as_at: str) -> Report:
    """The report of `govreg duplicates`."""
    blocks: list[Block] = []
    for number, pair in enumerate(found.pairs, 1):
        blocks += _pair(register, pair, locate, f"{number}. ")
    if not found.pairs:
        blocks.append(Paragraph(f"No two meetings look like the same work{' that did not before' if found.against else ''}."))
    return Report(
        tuple(blocks),
        data=lambda: {
            "as_at": as_at,
            "unread": list(register.unread),
            "pairs": [_pair_data(pair, locate) for pair in found.pairs],
            "groups": [_group_data(stream) for stream in found.workstreams],
        },
        sheet=lambda: _sheet(register, found.pairs),
        name="Possible duplicates",
        foot=(*_foot(found), *terms.under(register, as_at)),
    )


def one_pair(register: Register, pair: Pair, locate: Locator, as_at: str) -> Report:
    """The report of `govreg duplicates A B`: the whole sum for two meetings."""
    return Report(
        tuple(_pair(register, pair, locate, "")),
        data=lambda: {"as_at": as_at, "unread": list(register.unread), "pairs": [_pair_data(pair, locate)], "groups": []},
        sheet=lambda: _sheet(register, (pair,)),
        name="Possible duplicates",
        foot=terms.under(register, as_at),
    )


def _pair(register: Register, pair: Pair, locate: Locator, number: str) -> Iterator[Block]:
    a, b = terms.meeting(register, pair.a), terms.meeting(register, pair.b)
    yield Heading(f"{number}{a} – {b}")
    yield Paragraph(f"{_grade(pair)}: score {pair.score:.3f}".capitalize())
    if pair.verdict is not None:
        yield Paragraph(_verdict(pair))
    yield Fields(tuple(_pieces(register, pair, locate)))
    if pair.verdict is None or pair.verdict.stale:
        yield Paragraph(f"To ask: {question(pair)}")
        yield Command(f'govreg verdict {pair.a} {pair.b} distinct --reason "…"', "To record what was decided, with the word that fits")


def _pieces(register: Register, pair: Pair, locate: Locator) -> Iterator[tuple[str, Cell]]:
    """Each piece of the sum, under it what either entry says and on which line, and the sum at the end."""
    for piece in (*pair.evidence, *pair.against):
        yield f"{piece.weight:+.2f}", piece.says
        for place in (piece.a, piece.b):
            if place is not None:
                yield "", quoted_location(register, place, locate)
    yield f"{pair.total:+.2f}", f"Together, which makes the score {pair.score:.3f}."


QUESTIONS = {
    Signal.SUCCESSION: "Is all of the one's work in the other now? Then end the one; if not, who does the rest?",
    Signal.TOLD: "Has the one taken the other's place, and if so, why does the other still meet?",
    Signal.NAME: "Is this one body under two names?",
    Signal.COPIED: "Was one written from the other, and what does each do that the other doesn't?",
    Signal.FOCUS: "Who leads on this work, and what would be lost if one of the two left it?",
    Signal.DUTY: "Why does one duty have two rooms here, and which of them answers for it?",
    Signal.SEATS: "The same people sit in both: could it be one agenda?",
}
"""What a reviewer should ask of a pair, by the weightiest of its evidence that asks for more than the next."""

_ANY = "What does each do on this that the other doesn't, and who would notice if one of them stopped?"


def question(pair: Pair) -> str:
    """What a reviewer should ask of a pair."""
    return next((QUESTIONS[piece.signal] for piece in pair.evidence if piece.signal in QUESTIONS), _ANY)


def _grade(pair: Pair) -> str:
    return GRADES[pair.grade] if pair.kind == "duplicate" else "related, two rooms for good reason"


def _verdict(pair: Pair) -> str:
    held = pair.verdict
    if held is None:
        return ""
    verdict = held.verdict
    by = f" by {verdict.by}" if verdict.by else ""
    reason = f": {verdict.reason}" if verdict.reason else ""
    said = f"Decided as {verdict.verdict} {terms.when(verdict.on)}{by}{reason}"
    said += "" if said.endswith((".", "!", "?")) else "."
    if not held.stale:
        return said
    return f"{said} Raised again because {held.why_stale}."


def _foot(found: SearchResult) -> Iterator[str]:
    if found.raised > len(found.pairs):
        yield f"{len(found.pairs)} of {terms.many(found.raised, 'pair')}, the most certain first."
    elif found.pairs:
        yield f"{terms.many(len(found.pairs), 'pair')}, the most certain first."
    if found.settled:
        yield f"{terms.many(found.settled, 'more pair')} settled by a reviewer's verdict; --all shows them."
    if found.pairs:
        yield f"A suggestion, no verdict. Likely: a score of {LIKELY:.2f} or more; possible: {POSSIBLE:.2f} or more."


def _pair_data(pair: Pair, locate: Locator) -> dict[str, Any]:
    held = pair.verdict
    return {
        "a": pair.a,
        "b": pair.b,
        "score": pair.score,
        "grade": pair.grade,
        "kind": pair.kind,
        "sum": round(pair.total, 2),
        "fingerprint": pair.fingerprint,
        "question": question(pair),
        "verdict": {
            "verdict": held.verdict.verdict,
            "reason": held.verdict.reason,
            "by": held.verdict.by,
            "on": held.verdict.on,
            "stale": held.stale,
        }
        if held is not None
        else None,
        "evidence": [_piece_data(piece, locate) for piece in pair.evidence],
        "against": [_piece_data(piece, locate) for piece in pair.against],
    }


def _piece_data(piece: Evidence, locate: Locator) -> dict[str, Any]:
    return {
        "signal": piece.signal.value,
        "weight": piece.weight,
        "says": piece.says,
        "a": place_data(piece.a, locate),
        "b": place_data(piece.b, locate),
    }


def _group_data(stream: Workstream) -> dict[str, Any]:
    return {"theme": stream.topic, "meetings": list(stream.meetings)}


def _sheet(register: Register, pairs: tuple[Pair, ...]) -> Table:
    columns = tuple(Column(title) for title in ("a", "b", "title_a", "title_b", "score", "grade", "kind", "sum", "evidence", "against"))
    rows = tuple(
        (
            pair.a,
            pair.b,
            terms.meeting(register, pair.a),
            terms.meeting(register, pair.b),
            pair.score,
            pair.grade,
            pair.kind,
            round(pair.total, 2),
            tuple(f"{piece.says} ({piece.weight:+.2f})" for piece in pair.evidence),
            tuple(f"{piece.says} ({piece.weight:+.2f})" for piece in pair.against),
        )
        for pair in pairs
    )
    return Table(columns, rows)
