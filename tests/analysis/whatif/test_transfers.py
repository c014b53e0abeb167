"""Coverage shows which receivers record the work that they are due to take on, and what none of them records."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import TODAY, a_meeting, a_register
from conftest import examples
from govreg.analysis.whatif import transfers as module
from govreg.analysis.whatif.agreement import ConsentReason, agreement
from govreg.analysis.whatif.comparison import ScenarioComparison
from govreg.analysis.whatif.scenario import ScenarioOptions, apply_scenario, scenario
from govreg.analysis.whatif.seating import seat_places
from govreg.analysis.whatif.transfers import WorkItem, WorkTransfer, work_transfers
from govreg.analysis.whatif.work_index import work_index
from govreg.model.location import Location, in_meeting
from govreg.model.meeting import Meeting
from govreg.model.register import Register

AREAS = {"county": {}, "north": {"part_of": "county"}, "south": {"part_of": "county"}}
THEMES = {"animals": {"name": "animals", "terms": ["zebra"]}}


def reckoning_of(register: Register, **wishes: Any) -> ScenarioComparison:
    supposed = scenario(register, ScenarioOptions(**wishes))
    return ScenarioComparison(register, apply_scenario(register, supposed), supposed, work_index(register, TODAY))


def claim(register: Register, *into: str) -> WorkTransfer:
    (found,) = work_transfers(reckoning_of(register, into=tuple(("old", one) for one in into))).compared
    return found


def items(found: WorkTransfer, sort: str) -> list[WorkItem]:
    return [item for item in found.items if item.type == sort]


def test_a_theme_is_taken_up_where_a_receiver_works_on_it() -> None:
    register = a_register(a_meeting("old", themes=["animals"]), a_meeting("new", focus=["Zebra crossings"]), themes=THEMES)

    (item,) = items(claim(register, "new"), "theme")

    assert (item.what, item.covered, [(one.by, one.place and one.place.path) for one in item.covered_by]) == (
        "animals",
        True,
        [("new", ("focus", 0, "text"))],
    )


def test_a_recommended_change_does_not_take_up_work_yet() -> None:
    review = {"recommendation": "change", "change": "Widened to zebra crossings"}
    register = a_register(a_meeting("old", themes=["animals"]), a_meeting("new", review=review), themes=THEMES)

    (item,) = items(claim(register, "new"), "theme")

    assert (item.covered, item.covered_by, [one.by for one in item.planned]) == (False, (), ["new"])


def test_only_the_latest_review_plans_and_not_what_is_done_already() -> None:
    change = {"recommendation": "change", "change": "Widened to zebra crossings"}
    planned, done = a_meeting("planned", review=[{"reason": "x"}, change]), a_meeting("done", themes=["animals"], review=change)
    before, vague = a_meeting("before", review=[change, {"reason": "x"}]), a_meeting("vague", review={"change": "Widened"})
    register = a_register(a_meeting("old", themes=["animals"]), planned, done, before, vague, themes=THEMES)

    (item,) = items(claim(register, "planned", "done", "before", "vague"), "theme")

    assert [(one.by, one.place and one.place.path) for one in item.planned] == [("planned", ("review", 1, "change"))]
    assert [(one.by, one.place and one.place.path) for one in item.covered_by] == [("done", ("themes", 0))]


def test_each_item_and_what_takes_it_up_has_its_place() -> None:
    old = a_meeting("old", statutory=["Care Act"], focus=["Walrus counts"], participants=[{"meeting": "x"}, "a"], areas=["county"])
    new = a_meeting("new", statutory=["care act"], focus=["Herons", "Walruses"], participants=["b", "a"], areas=["north"])
    third = a_meeting("third", participants=["all"])
    register = a_register(old, new, third, areas=AREAS, organisations={"a": {}, "b": {}, "all": {"members": ["a", "b"]}})
    found = claim(register, "new", "third").items

    assert [(item.type, item.what, item.place and item.place.path) for item in found] == [
        ("duty", "Care Act", ("statutory",)),
        ("line", "Walrus counts", ("focus", 0, "text")),
        ("seat", "a", ("participants", 1)),
    ]
    assert [[(one.by, one.place and one.place.path) for one in item.covered_by] for item in found] == [
        [("new", ("statutory",))],
        [("new", ("focus", 1, "text"))],
        [("new", ("participants", 1)), ("third", ("participants",))],
    ]


def test_the_area_of_a_meeting_without_areas_has_no_place() -> None:
    whole = claim(a_register(a_meeting("old"), a_meeting("new", areas=["north"]), areas=AREAS), "new")
    some = claim(a_register(a_meeting("old", areas=["south"]), a_meeting("new", areas=["north"]), areas=AREAS), "new")

    assert [(item.areas, item.place) for item in items(whole, "area")] == [(("county", "south"), None)]
    assert [(item.areas, item.place and item.place.path) for item in items(some, "area")] == [(("south",), ("areas",))]


def test_what_is_not_covered_comes_first_and_an_observer_has_no_seat_to_take_up() -> None:
    old = a_meeting("old", participants=["a", "b", {"organisation": "c", "attendance": "observer"}])
    found = claim(a_register(old, a_meeting("new", participants=["a"]), organisations={"a": {}, "b": {}, "c": {}}), "new")

    assert [(item.what, item.covered) for item in found.items] == [("b", False), ("a", True)]


def test_where_a_receiver_names_its_seats_is_looked_for_once_for_all_whose_work_it_takes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    olds = [a_meeting(f"old-{number}", participants=["opcc"]) for number in range(5)]
    compared = reckoning_of(a_register(*olds, a_meeting("new", participants=["opcc"])), into=tuple((one.id, "new") for one in olds))
    looked_in: list[str] = []

    def counted(meeting: Meeting) -> Mapping[str, Location]:
        looked_in.append(meeting.id)
        return seat_places(meeting)

    monkeypatch.setattr(module, "seat_places", counted)

    found = [item for transfer in work_transfers(compared).compared for item in items(transfer, "seat")]
    assert [[one.place for one in item.covered_by] for item in found] == [[in_meeting("new", "participants", 0)]] * 5
    assert looked_in == ["new"]


def test_a_theme_taken_up_for_one_area_is_missing_in_the_others() -> None:
    old = a_meeting("old", themes=["animals"], areas=["county"])
    register = a_register(old, a_meeting("new", themes=["animals"], areas=["north"]), themes=THEMES, areas=AREAS)

    found = claim(register, "new")

    assert [item.areas for item in items(found, "theme")] == [("county", "south")]
    assert [item.areas for item in items(found, "area")] == [("county", "south")]


def test_a_theme_that_a_receiver_only_mentions_is_not_taken_up() -> None:
    register = a_register(
        a_meeting("old", themes=["animals"]), a_meeting("new", purpose="Mend roads alongside the zebra board"), themes=THEMES
    )

    (item,) = items(claim(register, "new"), "theme")

    assert (item.covered, item.covered_by, [one.by for one in item.mentioned]) == (False, (), ["new"])


def test_words_that_no_receiver_has_are_shown() -> None:
    old = a_meeting("old", focus=["Walrus and lemur counts", "What members bring"])
    found = claim(a_register(old, a_meeting("one", focus=["Lemurs"]), a_meeting("two", purpose="Count herons")), "one", "two")

    (item,) = items(found, "line")

    assert (item.missing, [one.by for one in item.covered_by], item.covered) == (("walrus",), ["one", "two"], False)
    assert [text for text, _ in found.too_general] == ["What members bring"]


def test_gaps_in_an_entry_make_coverage_unknown() -> None:
    register = a_register(a_meeting("old", lead="not-stated", purpose="Count walruses"), a_meeting("new"))

    assert claim(register, "new").unsaid == ("focus", "participants", "frequency", "lead")


def test_a_duty_is_taken_up_by_a_meeting_that_serves_it() -> None:
    old = a_meeting("old", statutory=["Care Act", "Fire Act"])
    found = claim(a_register(old, a_meeting("new", statutory=["fire act"])), "new")

    assert {item.what: item.covered for item in items(found, "duty")} == {"Care Act": False, "Fire Act": True}


def test_leads_and_duty_holders_have_to_agree() -> None:
    old = a_meeting("old", lead="a", statutory=True, participants=["b", {"organisation": "c", "attendance": "observer"}])
    register = a_register(old, a_meeting("new", lead="d"), a_meeting("third", lead="not-stated"))

    found = agreement(reckoning_of(register, into=(("old", "new"),), leads={"third": "e"}))

    assert dict(found.who) == {
        "a": ((ConsentReason.LEADS, "old"),),
        "b": ((ConsentReason.DUTY, "old"),),
        "d": ((ConsentReason.RECEIVES, "new"),),
        "e": ((ConsentReason.WOULD_LEAD, "third"),),
    }
    assert found.unknown == ("third",)


ORGANISATIONS = {"a": {}, "b": {}, "c": {}, "both": {"members": ["a", "b"]}}
WORDS = st.lists(st.sampled_from(["walrus", "lemur", "heron", "badger"]), min_size=1, max_size=3, unique=True)
SEATS = st.lists(st.sampled_from(sorted(ORGANISATIONS)), max_size=3, unique=True)


@examples(Fraction(1, 2))
@given(WORDS, SEATS, st.lists(st.tuples(WORDS, SEATS), min_size=1, max_size=3))
def test_areas_without_coverage_agree_with_a_plain_count(
    words: list[str], seats: list[str], others: list[tuple[list[str], list[str]]]
) -> None:
    receivers = [a_meeting(f"r{n}", focus=[" ".join(focus)], participants=seated) for n, (focus, seated) in enumerate(others)]
    old = a_meeting("old", focus=[" ".join(words)], participants=seats)
    found = claim(a_register(old, *receivers, organisations=ORGANISATIONS), *(one.id for one in receivers))

    (line,) = items(found, "line")
    assert set(line.missing) == {word for word in words if not any(word in focus for focus, _ in others)}
    assert {one.by for one in line.covered_by} == {f"r{n}" for n, (focus, _) in enumerate(others) if set(focus) & set(words)}
    covered = {item.what: {one.by for one in item.covered_by} for item in items(found, "seat")}
    assert covered == {seat: {f"r{n}" for n, (_, seated) in enumerate(others) if seat in _there(seated)} for seat in seats}


def _there(seated: list[str]) -> set[str]:
    whole = {*seated, *(("a", "b") if "both" in seated else ())}
    return whole | {"both"} if {"a", "b"} <= whole else whole


def test_work_is_compared_with_receivers_until_that_is_too_much_and_other_claims_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of two receivers is looked into once for the item of focus, for the seat, and for itself."""
    olds = [a_meeting(f"old-{number}", focus=["Count walruses"], participants=["opcc"]) for number in range(5)]
    register = a_register(*olds, a_meeting("new"), a_meeting("newer"))
    moved = reckoning_of(register, into=tuple((old.id, new) for old in olds for new in ("new", "newer")))

    monkeypatch.setattr(module, "MOST_COMPARED", 3 * 6)
    found = work_transfers(moved)

    assert ([claim.meeting for claim in found.compared], found.left_out) == (["old-0", "old-1", "old-2"], 2)


def test_each_duty_theme_line_and_seat_is_looked_for_in_each_receiver() -> None:
    work = {"statutory": ["Care Act", "Fire Act"], "themes": ["animals"], "focus": ["Walruses", "Herons", "Lemurs"]}
    old = a_meeting("old", **work, participants=["a", "b", "c", "d"])

    assert (
        claim(a_register(old, a_meeting("new"), a_meeting("newer"), themes=THEMES), "new", "newer").comparisons == (2 + 1 + 3 + 4 + 1) * 2
    )
