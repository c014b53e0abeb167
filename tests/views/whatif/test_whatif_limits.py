"""Where a scenario loses more than anyone reads, `whatif` lists the first of each kind, counts the others, and words only what it lists."""

from collections.abc import Iterable
from itertools import combinations

import pytest

from building import TODAY, a_meeting, a_register
from govreg.analysis.whatif.result import WhatIfResult, run_scenario
from govreg.analysis.whatif.scenario import ScenarioOptions, scenario
from govreg.model.location import Location, Position
from govreg.report import Block, Fields, Heading, Paragraph
from govreg.views.whatif.report import whatif

ANIMALS = [f"{first}{second}k" for first in ("zebra", "walrus", "lemur", "heron", "otter") for second in "aeiou"]


def everything_ends(meetings: int) -> WhatIfResult:
    """Meetings with an item of work for each of 25 invented animals, all of which are to end."""
    ending = (
        a_meeting(f"m{number}", focus=[{"text": f"{one}{number}x"} for one in ANIMALS], review=[{"recommendation": "end"}])
        for number in range(meetings)
    )
    register = a_register(*ending)
    return run_scenario(register, scenario(register, ScenarioOptions(recommended=True)), TODAY)


def lost_in(result: WhatIfResult) -> list[tuple[str, str]]:
    fields = [block for block in whatif(result, lambda _: None, "2026-11-21").blocks if isinstance(block, Fields)]
    return next([(label, str(says)) for label, says in block.rows] for block in fields if block.rows[0][0] == "No other home")


def test_the_first_hundred_of_a_kind_are_listed_and_the_others_counted() -> None:
    rows = lost_in(everything_ends(6))
    of_work = rows[: next(place for place, (label, _) in enumerate(rows) if place and label)]

    assert len(of_work) == 101
    assert of_work[-1] == ("", "And 50 more of this kind; --format json lists all.")


def test_what_fits_is_listed_and_nothing_counted() -> None:
    rows = lost_in(everything_ends(4))

    assert sum("no other held meeting" in says for _, says in rows) == 100
    assert not any("more of this kind" in says for _, says in rows)


def test_machines_get_every_loss() -> None:
    data = whatif(everything_ends(6), lambda _: None, "2026-11-21").data()

    assert len([loss for loss in data["losses"] if loss["kind"] == "line"]) == 150


def test_a_loss_that_is_not_listed_is_not_put_into_words() -> None:
    asked: list[Location] = []

    def locate(place: Location) -> Position | None:
        asked.append(place)
        return None

    list(whatif(everything_ends(12), locate, "2026-11-21").blocks)

    assert len([place for place in asked if place.path[0] == "focus"]) == 100


def everything_merges(meetings: int) -> WhatIfResult:
    """Meetings that are all to merge into one that stays."""
    merging = (
        a_meeting(f"m{number}", focus=["Walruses"], review=[{"recommendation": "merge", "into": ["new"]}]) for number in range(meetings)
    )
    register = a_register(*merging, a_meeting("new"))
    return run_scenario(register, scenario(register, ScenarioOptions(recommended=True)), TODAY)


def claims_in(blocks: Iterable[Block]) -> tuple[int, list[str]]:
    """For how many meetings it is shown whether their work is taken up, and what is said of the others."""
    shown = list(blocks)
    asked = sum(isinstance(block, Heading) and "taken up by" in block.text for block in shown)
    return asked, [block.text for block in shown if isinstance(block, Paragraph) and "take on" in block.text]


def test_the_work_of_the_first_hundred_meetings_is_looked_for_and_the_others_are_counted() -> None:
    result = everything_merges(102)

    assert claims_in(whatif(result, lambda _: None, "2026-11-21").blocks) == (
        100,
        ["Whether work is taken up is shown for the first 100 of 102 meetings whose work others would take on; --format json lists all."],
    )
    assert sum("items" in vars(claim) for claim in result.transfers.compared) == 100


def test_the_work_of_all_meetings_is_looked_for_where_they_are_few_and_for_machines() -> None:
    assert claims_in(whatif(everything_merges(100), lambda _: None, "2026-11-21").blocks) == (100, [])
    assert len(whatif(everything_merges(102), lambda _: None, "2026-11-21").data()["claims"]) == 102


@pytest.mark.parametrize(
    ("shown", "compared", "says"),
    [
        (2, 3, "the first 2 of 5 meetings whose work others would take on; --format json lists the first 3. "),
        (3, 3, "the first 3 of 5 meetings whose work others would take on. "),
        (9, 3, "the first 3 of 5 meetings whose work others would take on. "),
        (9, 0, "none of 5 meetings whose work others would take on. "),
    ],
)
def test_what_is_not_compared_is_counted(shown: int, compared: int, says: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """For each meeting, its item of focus is looked for in one entry, which counts as one more."""
    monkeypatch.setattr("govreg.analysis.whatif.transfers.MOST_COMPARED", 2 * compared)
    monkeypatch.setattr("govreg.views.whatif.report._MOST_TRANSFERS", shown)
    report = whatif(everything_merges(5), lambda _: None, "2026-11-21")

    why = "For all it would take more than 200,000 comparisons."
    assert claims_in(report.blocks) == (min(shown, compared), [f"Whether work is taken up is shown for {says}{why}"])
    assert (len(report.data()["claims"]), report.data()["claims_left_out"]) == (compared, 5 - compared)


@pytest.mark.parametrize("alone", [0, 2])
def test_pairs_that_are_not_named_are_counted_with_all_others(alone: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of six members of a meeting that ends, some sit nowhere else, and the others on a meeting of their own: they are 15 pairs."""
    members, named = [f"a{number}" for number in range(6)], 5
    own = [a_meeting(f"own-{one}", participants=[one]) for one in members[alone:]]
    ends = a_meeting("m", participants=members, review={"recommendation": "end"})
    register = a_register(ends, *own, organisations={one: {} for one in members})
    monkeypatch.setattr("govreg.analysis.whatif.apart.MOST_PAIRS", named)
    result = run_scenario(register, scenario(register, ScenarioOptions(recommended=True)), TODAY)
    report = whatif(result, lambda _: None, "2026-11-21")

    held = [set(meeting.core_organisations) for meeting in own]
    apart = sum(not any({one, other} <= sat for sat in held) for one, other in combinations(members, 2))
    rows = [row for block in report.blocks if isinstance(block, Fields) for row in block.rows]
    says = f"In all, {apart} pairs of organisations would share no other held meeting in this register; --format json lists the first 5."
    assert [text for _, text in rows if str(text).startswith("In all")] == [says]
    assert (sum(loss["kind"] == "apart" for loss in report.data()["losses"]), report.data()["pairs_left_out"]) == (named, apart - named)
    assert not any("lists all" in str(text) for _, text in rows)
