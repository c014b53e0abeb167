"""A verdict holds as long as the two entries say the same as then; a date or a note changes nothing."""

from typing import Any

import pytest

from building import TODAY, a_meeting, a_register
from govreg.analysis.verdicts import PARTS, State, fingerprint, last, restated, verdict_statuses, verdicts
from govreg.model.verdict import Verdict

ENTRY: dict[str, Any] = {"purpose": "Reduce reoffending", "focus": ["A strategy"], "participants": ["nhs"], "areas": ["bristol"]}
OTHER = a_meeting("other")


def print_of(**keys: Any) -> str:
    return fingerprint(a_meeting("one", **{**ENTRY, **keys}), OTHER)


def test_the_order_of_meetings_and_lists_does_not_matter() -> None:
    one, other = a_meeting("one", aliases=["x", "y"]), a_meeting("other")

    assert fingerprint(one, other) == fingerprint(other, a_meeting("one", aliases=["y", "x"]))
    assert fingerprint(one, other).startswith("1:")


def test_the_fingerprint_of_two_entries_is_the_same_for_years() -> None:
    one, other = a_meeting("one", title="Café forum", aliases=["Ünion"]), a_meeting("other", title="Budget")

    assert fingerprint(one, other) == "1:459349b7e2d56485137b32f07b32326b32b3219d20ef07b32326b32b32"


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


def verdict(of: str | None, word: str = "distinct", *, pair: tuple[str, str] = ("one", "other"), **keys: Any) -> Verdict:
    return Verdict.model_validate({"meetings": pair, "verdict": word, "on": "2016-10-01", "of": of, **keys})


def test_a_verdict_is_stale_once_entries_change_or_without_a_fingerprint() -> None:
    one = a_meeting("one", **ENTRY)
    for of, stale in ((print_of(), False), ("1:0000000000000000", True), (None, True)):
        held = verdicts(a_register(one, OTHER, verdicts=(verdict(of),)))
        assert held["one", "other"].stale is stale


def test_the_last_verdict_of_a_pair_counts() -> None:
    register = a_register(a_meeting("one"), OTHER, verdicts=(verdict(None, "distinct"), verdict(None, "related")))

    assert verdicts(register)["one", "other"].verdict.verdict == "related"


def why_stale(of: str | None, **keys: Any) -> str:
    one = a_meeting("one", **{**ENTRY, **keys})
    return verdicts(a_register(one, OTHER, verdicts=(verdict(of),)))["one", "other"].why_stale


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"title": "Another"}, "title"),
        ({"aliases": ["ROB"]}, "aliases"),
        ({"purpose": None}, "purpose"),
        ({"focus": ["Housing"]}, "focus"),
        ({"lead": "unclear"}, "lead"),
        ({"lead": ["opcc", "pcc"]}, "lead"),
        ({"participants": [{"organisation": "nhs", "role": "Chief"}]}, "participants"),
        ({"participants": [{"organisation": "nhs", "attendance": "observer"}]}, "participants"),
        ({"participants": [{"meeting": "nhs"}]}, "participants"),
        ({"areas": ["somerset"]}, "areas"),
    ],
)
def test_the_part_that_has_changed_is_named(change: dict[str, Any], part: str) -> None:
    assert part in PARTS
    assert why_stale(print_of(), **change) == f"the {part} has changed since"
    assert why_stale(print_of(**change)) == f"the {part} has changed since"


def test_several_parts_that_have_changed_are_named_in_their_order() -> None:
    assert why_stale(print_of(), purpose="Other", title="Other") == "the title and the purpose have changed since"
    assert why_stale("1:0000000000000000") == "the entries have changed since"
    assert why_stale(None) == "it does not record the texts that it was given on (`of`)"


def test_parts_are_compared_with_those_of_the_same_entry_also_where_the_two_change_their_order() -> None:
    entries = [a_meeting("one", title="M", purpose="x"), a_meeting("other", title="P", purpose="y")]
    of = fingerprint(*entries)
    for title in ("Z", "A"):
        now = a_register(a_meeting("one", title=title, purpose="x"), entries[1], verdicts=(verdict(of),))
        assert verdicts(now)["one", "other"].changed == ("title",)


def test_names_of_people_and_the_dates_of_roles_change_nothing() -> None:
    seats = [{"organisation": "nhs", "person": "Ann", "from": "2016"}]

    assert print_of(participants=seats) == print_of()
    assert print_of(lead="unclear") != print_of(lead="not-stated")


def states(*given: Verdict, **keys: Any) -> list[tuple[tuple[str, str], tuple[State, ...]]]:
    one = a_meeting("one", **{**ENTRY, **keys})
    found = verdict_statuses(a_register(one, OTHER, verdicts=given), TODAY)
    return [(status.verdict.meetings, status.states) for status in found]


def test_a_verdict_is_held_or_everything_that_has_to_be_done_about_it() -> None:
    pair, of = ("one", "other"), print_of()

    assert states(verdict(of)) == [(pair, (State.HELD,))]
    assert states(verdict(None)) == [(pair, (State.STALE,))]
    assert states(verdict(of, review_by="2026-11-20")) == [(pair, (State.OVERDUE,))]
    assert states(verdict(of, review_by="2026-11-21")) == states(verdict(of, review_by="2026-11")) == [(pair, (State.HELD,))]
    assert states(verdict(of, "duplicate")) == [(pair, (State.UNFINISHED,))]
    assert states(verdict(of, "duplicate"), status="ended") == [(pair, (State.HELD,))]
    assert states(verdict(None, "duplicate", review_by="2016")) == [(pair, (State.STALE, State.OVERDUE, State.UNFINISHED))]


def test_a_verdict_on_a_meeting_that_the_register_lacks_is_orphaned() -> None:
    gone = verdict(None, "duplicate", pair=("gone", "other"))

    assert states(verdict(print_of()), gone) == [(("gone", "other"), (State.ORPHANED,)), (("one", "other"), (State.HELD,))]
    register = a_register(OTHER, verdicts=(gone,))
    assert (dict(verdicts(register)), dict(last(register))) == ({}, {("gone", "other"): gone})


def test_a_current_verdict_stays_current_where_less_of_the_entries_is_shown() -> None:
    whole = a_register(a_meeting("one", **ENTRY), OTHER)
    part = a_register(a_meeting("one", purpose="Reduce reoffending"), OTHER)
    current, stale, without = verdict(print_of()), verdict(print_of(title="Before")), verdict(None)

    assert restated(current, whole, part).of == fingerprint(part.meetings["one"], OTHER) != current.of
    assert restated(stale, whole, part) is stale
    assert restated(without, whole, part) is without
