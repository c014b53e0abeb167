"""Possible duplicates as data: JSON for scripts, a table for spreadsheets."""

from typing import Any

from govreg.analysis.duplicates.search import Pair, SearchResult
from govreg.analysis.duplicates.workstreams import Workstream
from govreg.model.location import Locator
from govreg.model.register import Register
from govreg.report import Column, Table
from govreg.views import terms
from govreg.views.duplicates.evidence import Evidence, EvidenceText
from govreg.views.duplicates.question import question
from govreg.views.locations import looked_up, place_data


def duplicates_data(register: Register, found: SearchResult, text: EvidenceText, locate: Locator, as_at: str) -> dict[str, Any]:
    """What JSON shows: pairs, layers of one subject, groups that one decision is for, and workstreams (`groups`)."""
    places = looked_up(text.places((*found.pairs, *found.layers)), locate)
    return {
        "as_at": as_at,
        "unread": list(register.unread),
        "comparable": found.comparison.comparable,
        "bar": found.comparison.scale.bar,
        "pairs": [_pair(found, pair, text, places) for pair in found.pairs],
        "pairs_left_out": found.raised - len(found.pairs),
        "layers": [_pair(found, pair, text, places) for pair in found.layers],
        "layers_left_out": found.layers_in_all - len(found.layers),
        "decide_together": [list(ids) for ids in found.groups],
        "settled": found.settled,
        "related": found.related,
        "groups": [_group(stream) for stream in found.workstreams],
    }


def _pair(found: SearchResult, pair: Pair, text: EvidenceText, locate: Locator) -> dict[str, Any]:
    held = pair.verdict
    return {
        "a": pair.a,
        "b": pair.b,
        "score": pair.score,
        "grade": pair.grade,
        "kind": pair.kind,
        "layers": pair.layers,
        "sum": round(pair.total, 2),
        "rank": found.rank(pair),
        "fingerprint": pair.fingerprint,
        "question": question(pair, found.comparison.register),
        "verdict": {
            "verdict": held.verdict.verdict,
            "reason": held.verdict.reason,
            "by": held.verdict.by,
            "on": held.verdict.on,
            "stale": held.stale,
        }
        if held is not None
        else None,
        "settled_by": list(pair.settled_by) if pair.settled_by is not None else None,
        "evidence": [_piece(piece, locate) for piece in text.evidence(pair)],
        "against": [_piece(piece, locate) for piece in text.against(pair)],
    }


def _piece(piece: Evidence, locate: Locator) -> dict[str, Any]:
    return {
        "signal": piece.signal.value,
        "weight": piece.weight,
        "says": piece.says,
        "a": place_data(piece.a, locate),
        "b": place_data(piece.b, locate),
    }


def _group(stream: Workstream) -> dict[str, Any]:
    return {"theme": stream.topic, "meetings": list(stream.meetings)}


def sheet(register: Register, pairs: tuple[Pair, ...], text: EvidenceText) -> Table:
    """The pairs for a spreadsheet, a row each."""
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
            tuple(f"{piece.says} ({piece.weight:+.2f})" for piece in text.evidence(pair)),
            tuple(f"{piece.says} ({piece.weight:+.2f})" for piece in text.against(pair)),
        )
        for pair in pairs
    )
    return Table(columns, rows)
