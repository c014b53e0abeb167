"""How surprising a thing in common is follows from how many entries or comparable pairs have it, by the formulas of its words."""

from math import log10
from typing import Any

import pytest

from building import a_meeting, a_register
from govreg.analysis.duplicates.comparison import Comparison, build_comparison
from govreg.analysis.duplicates.frequencies import Frequencies, Thing, comparable, comparable_pairs, things, together
from govreg.analysis.text.shingles import ShingleIndex

AREAS: dict[str, dict[str, str]] = {"county": {}, "bristol": {"part_of": "county"}, "bath": {"part_of": "county"}, "abroad": {}}
A_THIRD = log10(3)
"""How surprising what a third of all have in common is: of one body, two papers have as much in common."""


def counts(entries: int = 10, pairs: int = 45, **often: int) -> Frequencies:
    """Ten entries, of which each two can be compared and are of one area; `often` has words, and things, with how many have them."""
    agreeing: dict[tuple[bool, Thing], int] = {(True, ("seat", word)): count for word, count in often.items()}
    return Frequencies(entries, {True: pairs, False: 0}, agreeing, often, ShingleIndex([], float))


def test_a_word_is_as_surprising_as_few_other_entries_say_it() -> None:
    words = counts(alone=1, two=2, three=3, all=10).words

    assert words == {"alone": log10(29), "two": log10(29), "three": log10(29 / 2), "all": log10(29 / 9)}
    assert counts().unheard == log10(29)


def test_a_word_that_more_entries_say_than_there_are_is_no_surprise() -> None:
    assert counts(entries=1, most=22).words == {"most": 0.0}
    assert counts(entries=1, most=21).words == {"most": 0.0}
    assert counts(entries=1, most=20).words["most"] == pytest.approx(log10(20 / 19))


def test_a_thing_is_as_surprising_as_few_pairs_have_it_by_half() -> None:
    found = counts(one=1, two=2, many=45, most=425, more=500)
    unseen = 45 + 20 * 2 * 45 / 10 + 200

    def rarity(name: str, *, same: bool = True) -> float:
        return found.rarity(("seat", name), same_area=same)

    assert unseen == 425
    assert rarity("none") == rarity("one") == log10(unseen) / 2
    assert rarity("two") == log10(unseen / 2) / 2
    assert rarity("many") == log10(unseen / 45) / 2
    assert rarity("most") == rarity("more") == 0.0
    assert rarity("two", same=False) == log10(200) / 2


def test_a_share_is_of_the_pairs_of_one_area_or_of_the_others() -> None:
    found = counts(two=2)

    assert found.share(("seat", "two"), same_area=True) == (2, 45)
    assert found.share(("seat", "two"), same_area=False) == (0, 0)
    assert found.share(("seat", "none"), same_area=True) == (0, 45)


def test_an_empty_register_compares_nothing() -> None:
    empty = build_comparison(a_register())

    assert (empty.scorer.frequencies.comparable, empty.comparable, empty.scorer.frequencies.pairs) == (0, 0, {True: 0, False: 0})
    assert Frequencies(0, {True: 3}, {}, {}, ShingleIndex([], float)).comparable == 6.0


def test_a_meeting_can_be_compared_with_as_many_others_as_it_has_pairs() -> None:
    assert counts().comparable == 9.0
    assert counts(entries=4, pairs=3).comparable == 1.5


def test_things_in_common_add_what_is_more_surprising_than_a_third_and_lose_for_those_missing() -> None:
    missing = log10(3 / 2)

    assert together([], 3) == 0.0
    assert together([1.0], 1) == pytest.approx(1 - A_THIRD)
    assert together([1.0, 2.0, 0.2], 3) == pytest.approx(3 - 2 * A_THIRD)
    assert together([1.0, 2.0], 4) == pytest.approx(3 - 2 * A_THIRD - 2 * missing)
    assert together([0.2], 1) == 0.0
    assert together([1.0], 9) == 0.0


def a_comparison(*entries: dict[str, Any]) -> Comparison:
    return build_comparison(a_register(*(a_meeting(f"m{number:02}", **keys) for number, keys in enumerate(entries)), areas=AREAS))


@pytest.mark.parametrize(("having", "weight"), [(2, 1.0), (4, 1 - A_THIRD), (11, 0.0)])
def test_a_run_of_words_weighs_one_where_one_other_has_it_and_nothing_where_a_third_have(having: int, weight: float) -> None:
    """Of eleven entries, to which twenty are added that say none of it."""
    comparison = a_comparison(
        *(
            {
                "title": "T",
                "purpose": f"{'kayak lantern mortar' if number < having else ''} {chr(97 + number) * 5}",
                "focus": [f"{chr(97 + number) * 4}"],
            }
            for number in range(11)
        )
    )
    found = comparison.scorer.frequencies.runs
    common = set(comparison.by_id["m00"].runs) & set(comparison.by_id["m01"].runs)

    assert [*found.weights(common).values()] == [pytest.approx(weight, abs=1e-9)]


@pytest.mark.parametrize(
    ("one", "other", "can"),
    [
        (["county"], ["county"], True),
        (["county"], ["bristol"], True),
        (["bristol"], ["county"], True),
        (["bristol"], ["bath"], False),
        (["bristol"], ["bath", "bristol"], True),
        (["abroad"], ["county"], False),
        ([], ["bath"], True),
        (["bath"], [], True),
        ([], [], True),
    ],
)
def test_two_meetings_can_do_one_piece_of_work_where_one_area_is_or_lies_in_the_others(
    one: list[str], other: list[str], *, can: bool
) -> None:
    comparison = a_comparison({"areas": one}, {"areas": other})
    a, b = comparison.by_id.values()

    assert comparable(a, b) is comparable(b, a) is can
    assert comparison.comparable == comparable_pairs([a, b]) == int(can)
    assert comparison.scorer.frequencies.pairs == {True: int(can and one == other), False: int(can and one != other)}


def test_a_subject_counts_for_each_way_that_shows_it_as_plainly_or_less() -> None:
    comparison = a_comparison(
        {
            "title": "Quilting Lathe Board",
            "purpose": "Mental health",
            "focus": ["Road safety now"],
            "participants": ["opcc", {"meeting": "m01"}],
        },
        {"title": "Road safety board"},
    )
    first, second = (set(things(profile)) for profile in comparison.by_id.values())

    assert {thing for thing in second if thing[0] == "topic"} == {("topic", level, "road safety") for level in (1, 2, 3)}
    assert {thing for thing in first if thing[0] == "topic"} == {
        ("topic", 1, "road safety"),
        ("topic", 1, "mental health"),
        ("topic", 2, "mental health"),
    }
    assert {thing for thing in first if thing[0] != "topic"} == {
        ("name", "lath quilt"),
        ("seat", "organisation:opcc"),
        ("seat", "meeting:m01"),
    }


def test_what_meetings_of_other_areas_have_in_common_agrees_by_chance_in_none() -> None:
    seat = {"participants": ["opcc"], "title": "Panel"}
    entries = [{**seat, "areas": [area], "purpose": f"Work {number}"} for number, area in enumerate(("bristol", "bath", "bath", "county"))]
    found = a_comparison(*entries).scorer.frequencies

    assert found.share(("seat", "organisation:opcc"), same_area=True) == (1, 1)
    assert found.share(("seat", "organisation:opcc"), same_area=False) == (3, 3)
