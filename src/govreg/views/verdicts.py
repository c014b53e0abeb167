"""What reviewers decided about pairs of meetings: which verdicts apply, and which need another look."""

from collections import Counter
from typing import Any

from govreg.analysis.verdicts import State, VerdictStatus
from govreg.model.dates import in_words
from govreg.model.location import VERDICTS
from govreg.model.names import listed, many
from govreg.model.register import Register
from govreg.report import Block, Column, Paragraph, Report, Table
from govreg.views import terms

COLUMNS = (
    Column("Pair", share=3),
    Column("Verdict"),
    Column("On", whole=True),
    Column("Reason", share=3),
    Column("To do", share=3),
)


def verdicts(register: Register, standings: tuple[VerdictStatus, ...], as_at: str) -> Report:
    """The report of `govreg verdict --list`: those that need another look come first."""
    ordered = sorted(standings, key=lambda one: (one.states == (State.HELD,), one.verdict.meetings))
    rows = tuple(
        (
            " – ".join(terms.meeting(register, id_) for id_ in one.verdict.meetings),
            one.verdict.verdict,
            terms.date(one.verdict.on),
            one.verdict.reason,
            "; ".join(_to_do(one, register)),
        )
        for one in ordered
    )
    blocks: tuple[Block, ...] = (Table(COLUMNS, rows),) if rows else (Paragraph(_none(register)),)
    counted = Counter(state for one in standings for state in one.states)
    sums = listed(
        [f"{count:,} {_SUMS[state][count != 1]}" for state, count in sorted(counted.items(), key=lambda item: list(State).index(item[0]))]
    )
    return Report(
        blocks,
        data=lambda: {
            "as_at": as_at,
            "unread": list(register.unread),
            "verdicts": [_data(one) for one in ordered],
        },
        name="Verdicts",
        foot=(*([f"{many(len(standings), 'pair')} decided: {sums}."] if standings else []), *terms.under(register, as_at)),
    )


_SUMS = {
    State.HELD: ("still applies", "still apply"),
    State.STALE: ("is out of date", "are out of date"),
    State.OVERDUE: ("is due for review", "are due for review"),
    State.UNFINISHED: ("is not carried out", "are not carried out"),
    State.ORPHANED: ("names a meeting that is not there", "name a meeting that is not there"),
}
"""What is said of verdicts in each state: of one, and of several."""


def _none(register: Register) -> str:
    if VERDICTS in register.unread:
        return "verdicts.yaml has errors, so the verdicts could not be read."
    return "No verdicts are recorded yet."


def _data(standing: VerdictStatus) -> dict[str, Any]:
    verdict = standing.verdict
    return {
        "meetings": list(verdict.meetings),
        "verdict": verdict.verdict,
        "on": verdict.on,
        "reason": verdict.reason,
        "by": verdict.by,
        "review_by": verdict.review_by,
        "of": verdict.of,
        "states": [state.value for state in standing.states],
        "changed": list(standing.current.changed) if standing.current is not None else [],
    }


def _to_do(standing: VerdictStatus, register: Register) -> list[str]:
    """What to do about a verdict in its states."""
    verdict = standing.verdict
    missing = [id_ for id_ in verdict.meetings if id_ not in register.meetings]
    says = {
        State.HELD: "nothing: it still applies",
        State.STALE: f"look again: {standing.current.why_stale}" if standing.current is not None else "",
        State.OVERDUE: f"look again: a review was due by {in_words(verdict.review_by)}" if verdict.review_by else "",
        State.UNFINISHED: "end one of the two, or record why both stay",
        State.ORPHANED: f"delete it or correct the id: there is no {listed(missing, 'or')}",
    }
    return [says[state] for state in standing.states]
