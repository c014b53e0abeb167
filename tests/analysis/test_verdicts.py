"""A verdict holds as long as the two entries say the same as then; a date or a note changes nothing."""

from typing import Any

import pytest

from building import a_meeting, a_register
from govreg.analysis.verdicts import fingerprint, verdicts
from govreg.model.verdict import Verdict

ENTRY: dict[str, Any] = {"purpose": "Reduce reoffending", "focus": ["A strategy"], "participants": ["nhs"], "areas": ["bristol"]}
OTHER = a_meeting("other")


def print_of(**keys: Any) -> str:
    return fingerprint(a_meeting("one", **{**ENTRY, **keys}), OTHER)


def test_the_order_of_meetings_and_lists_does_not_matter() -> None:
    one, other = a_meeting("one", aliases=["x", "y"]), a_meeting("other")

    assert fingerprint(one, other) == fingerprint(other, a_meeting("one", aliases=["y", "x"]))
    assert fingerprint(one, other).startswith("1:")


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Another"},
        {"aliases": ["ROB"]},
        {"purpose": "Reduce crime"},
        {"focus": ["A strategy", "Housing"]},
        {"lead": "pcc"},
        {"participants": ["nhs", "fire"]},
        {"areas": []},
    ],
)
def test_fields_of_a_verdict_change_its_fingerprint(change: dict[str, Any]) -> None:
    assert print_of(**change) != print_of()


@pytest.mark.parametrize(
    "change", [{"notes": "x"}, {"last_met": "2016-09"}, {"status": "active"}, {"frequency": "monthly"}, {"themes": ["x"]}]
)
def test_other_fields_do_not_change_the_fingerprint(change: dict[str, Any]) -> None:
    assert print_of(**change) == print_of()


def verdict(of: str | None, word: str = "distinct") -> Verdict:
    return Verdict.model_validate({"meetings": ("one", "other"), "verdict": word, "on": "2016-10-01", "of": of})


def test_a_verdict_is_stale_once_entries_change_or_without_a_fingerprint() -> None:
    one = a_meeting("one", **ENTRY)
    for of, stale in ((print_of(), False), ("1:0000000000000000", True), (None, True)):
        held = verdicts(a_register(one, OTHER, verdicts=(verdict(of),)))
        assert held["one", "other"].stale is stale


def test_the_last_verdict_of_a_pair_counts() -> None:
    register = a_register(a_meeting("one"), OTHER, verdicts=(verdict(None, "distinct"), verdict(None, "related")))

    assert verdicts(register)["one", "other"].verdict.verdict == "related"
