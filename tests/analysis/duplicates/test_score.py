"""How a pair is weighed: what both have counts by how rare it is, and each sort of tie between them once."""

from math import log10
from typing import Any

import pytest

from building import a_meeting, a_register
from govreg.analysis.duplicates.comparison import Comparison, build_comparison
from govreg.analysis.duplicates.frequencies import together
from govreg.analysis.duplicates.score import Common, ScoredPair
from govreg.analysis.duplicates.signals import Signal
from govreg.model.meeting import Meeting

AREAS: dict[str, dict[str, str]] = {"county": {}, "bristol": {"part_of": "county"}, "bath": {"part_of": "county"}}
ORGANISATIONS = {"opcc": {"name": "Office"}, "unit": {"name": "Unit", "part_of": "opcc"}, "fire": {"name": "Fire and rescue"}}
OTHERS = tuple(a_meeting(f"z-{word}", purpose=f"Keep {word}") for word in "canals dogs elms ferries harbours islands".split())


def comparison_of(one: dict[str, Any], other: dict[str, Any], *more: Meeting) -> Comparison:
    meetings = (a_meeting("one", **{"title": "Oboe", **one}), a_meeting("other", **{"title": "Cello", **other}), *OTHERS, *more)
    return build_comparison(a_register(*meetings, areas=AREAS, organisations=ORGANISATIONS))


def scored(one: dict[str, Any], other: dict[str, Any], *more: Meeting) -> ScoredPair:
    return comparison_of(one, other, *more).weigh("other", "one")


def parts(one: dict[str, Any], other: dict[str, Any], *more: Meeting) -> dict[str, int]:
    return {signal.value: weight for signal, weight in scored(one, other, *more).parts.items()}


def common(one: dict[str, Any], other: dict[str, Any], *more: Meeting) -> Common:
    comparison = comparison_of(one, other, *more)
    return comparison.scorer.common(comparison.by_id["one"], comparison.by_id["other"])


def test_words_in_common_count_by_their_rarity_less_those_of_the_shorter_entry_that_are_missing() -> None:
    long, short = (
        " ".join(("kayak", "lantern", *words.split()))
        for words in ("anvil chisel trowel mallet pliers gauge clamp rasp adze", "awl bit cog dowel easel ferrule gimlet hasp")
    )
    rare = log10((8 - 1 + 20) / 1)

    assert parts({"purpose": long}, {"purpose": short})["words"] == round(100 * together([rare, rare], 11))
    assert parts({"purpose": "kayak lantern"}, {"purpose": short})["words"] == round(100 * together([rare, rare], 8))


def test_members_in_common_count_for_three_tenths() -> None:
    seats = {"participants": ["opcc", "unit"]}
    rare = log10(28 + 20 * 2 * 28 / 8 + 200) / 2

    assert parts(seats, seats)["seats"] == round(100 * 0.3 * together([rare, rare], 5)) > 0
    five = {"participants": [f"s{number}" for number in range(6)]}
    assert parts(five, {"participants": [*five["participants"], "more"]})["seats"] == round(100 * 0.3 * together([rare] * 6, 6))


def test_each_further_subject_counts_half() -> None:
    first, both = {"purpose": "Road safety"}, {"purpose": "Road safety and mental health"}
    rare = log10(28 + 20 * 2 * 28 / 8 + 200) / 2

    assert parts(first, both)["theme"] == round(100 * rare)
    assert parts(both, {"purpose": "Mental health, road safety, kites"})["theme"] == round(100 * (rare + 0.5 * together([rare], 1)))


def test_the_rarest_subject_comes_first_and_equals_by_name() -> None:
    both = {"purpose": "Road safety and mental health and domestic abuse"}
    many = [a_meeting(f"y{number}", purpose=f"Mental health work {number}") for number in range(3)]

    assert common(both, both, *many).topics == ("domestic and sexual abuse", "road safety", "mental health")


def test_a_subject_is_as_rare_as_the_less_plain_of_the_two_shows_it() -> None:
    titles = [a_meeting(f"y{number}", title="Road safety board", purpose=f"Work {number}") for number in range(3)]
    comparison = comparison_of({"title": "Road safety board"}, {"focus": ["Road safety now"]}, *titles)
    one, other = comparison.by_id["one"], comparison.by_id["other"]

    rarity = comparison.scorer.frequencies.rarity
    assert comparison.scorer.common(one, other).rarities == (rarity(("topic", 1, "road safety"), same_area=True),)
    assert rarity(("topic", 1, "road safety"), same_area=True) < rarity(("topic", 3, "road safety"), same_area=True)


def test_what_two_meetings_have_in_common() -> None:
    one = {"title": "Quilting Lathe Board", "purpose": "Road safety for kites near harbours", "focus": ["Kite moorings", "Road signs"]}
    other = {"title": "Quilting Lathe Forum", "purpose": "Kites near harbours", "focus": ["Road signs"], "participants": ["opcc"]}
    found = common({**one, "participants": ["opcc", "fire"]}, other)

    assert (found.topics, found.items, found.names, found.seats) == ((), ("road sign",), frozenset(), {"organisation:opcc"})
    assert found.words == {"quilt", "lath", "kite", "near", "harbour", "road", "sign"}
    assert len(found.runs) == 1


def test_a_body_that_both_report_to_gives_neither_its_name_nor_its_subject() -> None:
    work = {"purpose": "Quilting, road safety and mental health", "reports_to": ["above"]}
    above = a_meeting("above", title="Quilting and Road Safety Assembly", purpose="Mental health, lathes")

    assert (common(work, work, above).topics, common(work, work, above).words) == (("mental health",), frozenset())
    assert common({**work, "reports_to": ["gone"]}, {**work, "reports_to": ["gone"]}, above).words == {"quilt"}
    assert common(work, {**work, "reports_to": []}, above).topics == ("mental health", "road safety")


@pytest.mark.parametrize(("items", "runs"), [(2, 0), (3, 90)])
def test_fewer_than_three_runs_in_common_are_chance(items: int, runs: int) -> None:
    text = " ".join("anvil chisel trowel mallet pliers".split()[: items + 2])

    assert parts({"purpose": text}, {"purpose": text}).get("copied", 0) == runs


def test_each_item_of_work_in_common_is_a_coin_toss() -> None:
    items = ["Kite moorings", "Glider ramps"]

    assert parts({"focus": items}, {"focus": items})["focus"] == 60
    assert parts({"focus": items[:1]}, {"focus": items})["focus"] == 30
    assert "focus" not in parts({"focus": items[:1]}, {"focus": items[1:]})


NAMED = {"title": "Quilting Lathe Board"}


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"focus": ["Quilting lathe board"]}, NAMED, {"named-as-work"}),
        (NAMED, {"focus": ["Quilting lathe board"]}, {"named-as-work"}),
        ({"purpose": "Help the Quilting Lathe Board"}, NAMED, {"named"}),
        (NAMED, {"purpose": "Help the Quilting Lathe Board"}, {"named"}),
        ({"purpose": "Replaces the Quilting Lathe Board"}, NAMED, {"named-in-succession"}),
        ({"focus": ["Quilting lathe board"], "notes": "Formerly the Quilting Lathe Board"}, NAMED, {"named-in-succession"}),
        ({"focus": ["Quilting lathe board"], "supersedes": ["other"]}, NAMED, set()),
        ({"purpose": "Replaces the Quilting Lathe Board", "supersedes": ["other"]}, NAMED, set()),
        ({"focus": ["Lathes"]}, NAMED, set()),
    ],
)
def test_a_text_that_names_the_other_counts_once(one: dict[str, Any], other: dict[str, Any], expected: set[str]) -> None:
    assert {signal for signal in parts(one, other) if signal.startswith("named")} == expected


@pytest.mark.parametrize(
    ("one", "other", "other_leads"),
    [
        ("opcc", "fire", True),
        ("opcc", "opcc", False),
        ("unit", "opcc", False),
        ("opcc", "unit", False),
        (["fire", "opcc"], "unit", False),
        ("not-stated", "fire", False),
        ("fire", "not-stated", False),
    ],
)
def test_other_organisations_lead_where_none_of_the_ones_has_to_do_with_the_others(one: Any, other: Any, *, other_leads: bool) -> None:
    work = {"purpose": "Kites near harbours, gliders over islands"}

    assert ("other-lead" in parts({**work, "lead": one}, {**work, "lead": other})) is other_leads


@pytest.mark.parametrize(
    ("one", "other", "layer"),
    [
        ("strategic", "tactical", True),
        ("operational", "strategic", True),
        ("strategic", "strategic", False),
        ("tactical", "operational", False),
        ("strategic", None, False),
        (None, "strategic", False),
    ],
)
def test_strategic_and_other_levels_are_layers(one: str | None, other: str | None, *, layer: bool) -> None:
    work = {"purpose": "Kites near harbours, gliders over islands"}
    mine, theirs = ({**work, "level": level} if level else work for level in (one, other))

    assert ("other-level" in parts(mine, theirs)) is layer


def test_two_are_layers_of_one_subject_only_where_they_have_one() -> None:
    words, subject = {"purpose": "Kites near harbours"}, {"purpose": "Kites near harbours for road safety"}
    below = {"reports_to": ["other"]}

    assert [(pair.related, pair.layers) for pair in (scored({**words, **below}, words), scored({**subject, **below}, subject))] == [
        (True, False),
        (True, True),
    ]
    apart = scored({**subject, **below, "areas": ["bath"]}, {**subject, "areas": ["bristol"]})
    assert (apart.related, apart.layers) == (True, False)
    linked = scored({**subject, "links_to": ["other"]}, subject)
    assert (linked.related, linked.layers) == (False, False)


def test_two_layers_are_as_alike_as_if_nothing_made_them_layers() -> None:
    subject = {"title": "Road safety"}
    layers, others = scored({**subject, "reports_to": ["other"]}, subject), scored(subject, subject)

    assert layers.layers
    assert layers.total < layers.alike == others.alike == others.total


@pytest.mark.parametrize(
    ("one", "other", "signal"),
    [
        ([], [], None),
        (["bath"], ["bath"], None),
        (["bath"], ["bath", "bristol"], "area-partly"),
        (["bath"], ["bristol"], "other-area"),
        (["bath"], ["county"], "area-within"),
        (["county"], ["bath"], "area-within"),
        ([], ["county"], None),
        (["bath"], [], None),
    ],
)
def test_what_the_areas_of_two_meetings_say(one: list[str], other: list[str], signal: str | None) -> None:
    work = {"purpose": "Kites near harbours, gliders over islands"}
    found = parts({**work, "areas": one}, {**work, "areas": other}).keys() & {
        "area-partly",
        "other-area",
        "area-within",
        "one-for-each-area",
    }

    assert found == ({signal} if signal else set())
    each = parts({**work, "areas": one, "instances": "per-area"}, {**work, "areas": other}).keys()
    assert ("one-for-each-area" in each) is (one == other)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ({"title": "Oboe"}, {"title": "Cello"}, True),
        ({"title": "Oboe"}, {"title": "Cello", "aliases": ["Oboe"]}, False),
        ({"title": "Oboe"}, {"title": "Cello", "purpose": "Play the oboes"}, False),
        ({"title": "Oboe", "purpose": "Play the cellos"}, {"title": "Cello"}, False),
        ({"title": "Oboe"}, {"title": "Cello", "focus": ["Oboes"]}, True),
        ({"title": "Oboe"}, {"title": "The board"}, False),
    ],
)
def test_each_is_named_for_something_that_the_other_does_not_mention(one: dict[str, Any], other: dict[str, Any], *, apart: bool) -> None:
    work = {"focus": ["Kites near harbours", "gliders over islands"]}
    shared = {key: [*work["focus"], *other.get(key, [])] for key in work}

    assert ("other-name" in parts({**work, **one}, {**other, **shared})) is apart


def test_a_pair_is_left_at_the_sum_that_is_asked_for_and_not_below() -> None:
    scorer = comparison_of({"purpose": "Kites"}, {"purpose": "Gliders", "supersedes": ["one"], "statutory": True}).scorer
    favour = 2.0 + sum(weight for weight in scorer.score("one", "other").parts.values() if weight > 0) / 100 - 2.0

    assert scorer.score_from("one", "other", favour) == scorer.score("one", "other")
    assert scorer.score_from("other", "one", favour + 0.01) is None
    assert favour == 2.0


def test_of_one_text_in_both_entries_no_name_and_no_level_makes_layers() -> None:
    """Items of work in common are coin tosses: three add up to 0.9, four to 1.2, which is more than chance gives one pair in ten."""
    items = [f"{one} {two}" for one, two in zip("kite glider ferry canal".split(), "moorings ramps bells locks".split(), strict=True)]
    forum, panel = {"level": "strategic", "title": "Oboe forum"}, {"level": "tactical", "title": "Oboe panel"}
    three, four = (parts({**forum, "focus": items[:count]}, {**panel, "focus": items[:count]}) for count in (3, 4))

    assert three["focus"] + three.get("copied", 0) < 100 <= four["focus"] + four.get("copied", 0)
    assert {"other-level", "forum-and-board"} <= three.keys()
    assert {"other-level", "forum-and-board"}.isdisjoint(four)
    assert "working-group" in parts({"focus": items, "kind": "working-group"}, {"focus": items})
    assert "working-group" not in parts({"focus": items, "kind": "working-group"}, {"focus": items, "kind": "sub-group"})


def test_a_signal_that_weighs_nothing_is_no_part() -> None:
    assert all(scored({}, {}).parts.values())
    assert Signal.SEATS not in scored({"participants": ["opcc"]}, {"participants": ["fire"]}).parts
