"""The list of verdicts: those that need another look first, each with what to do about it."""

from typing import Any

import pytest

from building import a_meeting, a_register
from govreg.analysis.verdicts import CurrentVerdict, State, VerdictStatus
from govreg.model.verdict import Verdict
from govreg.report import Date, Paragraph, Report, Table
from govreg.views.verdicts import verdicts

REGISTER = a_register(*(a_meeting(id_, title=id_.upper()) for id_ in "abc"), name="Register")


def status(*states: State, pair: tuple[str, str] = ("a", "b"), changed: tuple[str, ...] = (), **keys: Any) -> VerdictStatus:
    verdict = Verdict.model_validate({"meetings": pair, "verdict": "distinct", "on": "2016-11", "of": "1:a", **keys})
    return VerdictStatus(verdict, states, CurrentVerdict(verdict, stale=State.STALE in states, changed=changed))


def listing(*standings: VerdictStatus) -> Report:
    return verdicts(REGISTER, standings, "2026-11-21")


def rows(report: Report) -> list[tuple[Any, ...]]:
    (table,) = report.blocks
    assert isinstance(table, Table)
    return list(table.rows)


@pytest.mark.parametrize(
    ("standing", "to_do"),
    [
        (status(State.HELD), "nothing: it still applies"),
        (status(State.STALE, changed=("title",)), "look again: the title has changed since"),
        (status(State.OVERDUE, review_by="2017-05"), "look again: a review was due by May 2017"),
        (status(State.UNFINISHED), "end one of the two, or record why both stay"),
        (status(State.ORPHANED, pair=("a", "gone")), "delete it or correct the id: there is no gone"),
        (status(State.ORPHANED, pair=("lost", "gone")), "delete it or correct the id: there is no gone or lost"),
        (
            status(State.STALE, State.OVERDUE, changed=("title", "purpose"), review_by="2017"),
            "look again: the title and the purpose have changed since; look again: a review was due by 2017",
        ),
    ],
)
def test_each_state_says_what_to_do(standing: VerdictStatus, to_do: str) -> None:
    assert rows(listing(standing))[0][4] == to_do


def test_what_needs_another_look_comes_first_then_by_pair() -> None:
    applies = status(State.HELD, pair=("a", "b"), reason="Two duties", by="Board")
    found = listing(applies, status(State.UNFINISHED, pair=("b", "c")), status(State.STALE, pair=("a", "gone"), changed=("title",)))

    assert [row[0] for row in rows(found)] == ["A – gone", "B – C", "A – B"]
    assert rows(found)[2] == ("A – B", "distinct", Date("2016-11", "November 2016"), "Two duties", "nothing: it still applies")
    assert found.foot == (
        "3 pairs decided: 1 still applies, 1 is out of date and 1 is not carried out.",
        "Register, as at 21 November 2026.",
    )
    assert listing(applies).foot[0] == "1 pair decided: 1 still applies."
    assert found.data()["verdicts"][2] == {
        "meetings": ["a", "b"],
        "verdict": "distinct",
        "on": "2016-11",
        "reason": "Two duties",
        "by": "Board",
        "review_by": None,
        "of": "1:a",
        "states": ["held"],
        "changed": [],
    }
    assert found.data()["verdicts"][0]["changed"] == ["title"]
    orphan = VerdictStatus(applies.verdict, (State.ORPHANED,))
    assert listing(orphan).data()["verdicts"][0]["changed"] == []


def test_without_verdicts_there_is_a_sentence_and_no_count() -> None:
    assert listing().blocks == (Paragraph("No verdicts are recorded yet."),)
    assert listing().foot == ("Register, as at 21 November 2026.",)
    broken = verdicts(a_register(unread=("verdicts.yaml",)), (), "2026-11-21")
    assert broken.blocks == (Paragraph("verdicts.yaml has errors, so the verdicts could not be read."),)
    assert broken.data() == {"as_at": "2026-11-21", "unread": ["verdicts.yaml"], "verdicts": []}
