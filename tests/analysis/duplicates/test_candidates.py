"""The pairs that are weighed are those that a plain count of what meetings have in common picks out."""

from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations, product
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from building import a_meeting, a_register
from govreg.analysis.duplicates import candidates as module
from govreg.analysis.duplicates.candidates import candidates
from govreg.analysis.duplicates.comparison import Comparison, build_comparison
from govreg.analysis.duplicates.pairs import pair_of
from govreg.analysis.duplicates.profile import Profile
from govreg.model.meeting import Meeting

AREAS = {"county": {}, "bristol": {"part_of": "county"}, "bath": {"part_of": "county"}}
TEXT = st.lists(st.sampled_from("kayak lantern mortar nickel orchard pumice quartz rudder".split()), min_size=1, max_size=6).map(" ".join)
ENTRY = st.fixed_dictionaries(
    {"title": TEXT},
    optional={
        "purpose": TEXT,
        "focus": st.lists(TEXT, max_size=2),
        "areas": st.lists(st.sampled_from(sorted(AREAS)), min_size=1, max_size=2, unique=True),
        "participants": st.sampled_from([["a", "b", "c"], ["a", "b", "d"], ["a"]]),
        "statutory": st.sampled_from(["Care Act 2014", "Water Act 2014"]),
        "reports_to": st.sampled_from([["m0"], ["m1"]]),
    },
)
MEETINGS = st.lists(ENTRY, min_size=2, max_size=9).map(
    lambda entries: [a_meeting(f"m{number}", **entry) for number, entry in enumerate(entries)]
)
LIMITS = {"MOST": 3, "RARE": 3, "SAMPLE": 4, "NEAREST": 2}
"""Low enough that a few meetings reach them."""


@settings(max_examples=50)
@given(MEETINGS)
def test_the_candidates_are_those_of_a_plain_count(meetings: list[Meeting]) -> None:
    comparison = build_comparison(a_register(*meetings, areas=AREAS))

    with patch.multiple(module, MOST=LIMITS["MOST"], RARE=LIMITS["RARE"], SAMPLE=LIMITS["SAMPLE"], NEAREST=LIMITS["NEAREST"]):
        found = candidates(comparison.scorer, comparison.copies)

    assert found == set(counted(comparison))


def counted(comparison: Comparison) -> Iterator[tuple[str, str]]:
    """The same by looking at every meeting beside every other."""
    yield from comparison.scorer.relations.related
    for first, ids in comparison.copies.items():
        yield from combinations(sorted(ids), 2)
        near = {other: common for other in comparison.copies if other != first and (common := in_common(comparison, first, other))}
        for other in sorted(near, key=lambda id_: (-near[id_], id_))[: LIMITS["NEAREST"]]:
            yield from (pair_of(id_, another) for id_ in ids for another in comparison.copies[other])


def in_common(comparison: Comparison, first: str, other: str) -> int:
    """How many things that pick meetings out `other` has in common with `first`, in each area that the one looks into."""
    here, there = comparison.by_id[first], comparison.by_id[other]
    total = 0
    for sort, fewest in ((marks, 1), (rare_words, 2), (rare_runs, 2)):
        common = sum(
            thing in sort(comparison, other) and holders(comparison, sort, thing, area) <= LIMITS["MOST"]
            for area in here.above & there.areas
            for thing in sort(comparison, first)
        )
        total += common if common >= fewest else 0
    return total


def holders(comparison: Comparison, sort: object, thing: Hashable, area: str) -> int:
    assert callable(sort)
    return sum(area in comparison.by_id[id_].areas and thing in sort(comparison, id_) for id_ in comparison.copies)


def copies_of(comparison: Comparison, id_: str) -> list[Profile]:
    return [comparison.by_id[copy] for copy in comparison.copies[id_]]


def marks(comparison: Comparison, id_: str) -> set[Hashable]:
    found: set[Hashable] = set()
    for profile in copies_of(comparison, id_):
        found |= {("topic", topic) for topic in profile.topics} | {("duty", duty) for duty in profile.duties}
        found |= {("name", name) for name in (*profile.names, *profile.core_names, *profile.focus)}
        found |= {("body", profile.body)} if profile.body is not None else set()
        found |= {("seats", profile.seats)} if len(profile.seats) > 2 else set()
    return found


def rare_words(comparison: Comparison, id_: str) -> set[Hashable]:
    often = comparison.scorer.frequencies.document_frequency
    return {term for profile in copies_of(comparison, id_) for term in profile.terms if 1 < often[term] <= LIMITS["RARE"]}


def rare_runs(comparison: Comparison, id_: str) -> set[Hashable]:
    return set(comparison.scorer.frequencies.runs.rarest(comparison.by_id[id_].runs, LIMITS["SAMPLE"]))


WORDS = ["".join(letters) for letters in product("bdfgklm", "aeiou", "pqrst", "aeiou", "vwxz")]
"""Words that no other text has."""


def found_in(meetings: Sequence[Meeting]) -> set[tuple[str, str]]:
    comparison = build_comparison(a_register(*meetings, areas=AREAS))
    return candidates(comparison.scorer, comparison.copies)


def each_with(count: int, **keys: Any) -> list[Meeting]:
    """`count` meetings, each with words of its own and `keys`."""
    purpose = keys.pop("purpose", "")
    return [
        a_meeting(f"m{number:02}", **{"title": WORDS[number], "purpose": f"{purpose} {WORDS[number + 100]}", **keys})
        for number in range(count)
    ]


@pytest.mark.parametrize(("count", "pairs"), [(20, 190), (21, 0)])
def test_what_more_than_twenty_meetings_of_an_area_have_picks_none_out(count: int, pairs: int) -> None:
    assert len(found_in(each_with(count, statutory=["Care Act 2014"]))) == pairs


@pytest.mark.parametrize(
    ("count", "purpose", "pairs"),
    [(12, "kayak lantern", 66), (13, "kayak lantern", 0), (2, "kayak lantern", 1), (2, "kayak", 0), (1, "kayak lantern", 0)],
)
def test_two_words_that_up_to_twelve_meetings_say_pick_them_out(count: int, purpose: str, pairs: int) -> None:
    assert len(found_in(each_with(count, purpose=purpose))) == pairs


@pytest.mark.parametrize(("members", "pairs"), [(["a", "b"], 0), (["a", "b", "c"], 1), (["a", "b", "b"], 0)])
def test_the_same_three_members_pick_two_meetings_out(members: list[str], pairs: int) -> None:
    assert len(found_in(each_with(2, participants=members))) == pairs


def test_a_meeting_is_compared_with_the_fifty_of_its_and_wider_areas_that_have_most_in_common() -> None:
    """A meeting of a town looks into the county; those of the county don't look into the town."""
    acts = ["Care Act 2014", "Water Act 2014", "Fire Act 2014"]
    county = [
        one.model_copy(update={"statutory": (acts[number // 17], *(("Land Act",) if number == 50 else ())), "areas": ("county",)})
        for number, one in enumerate(each_with(51))
    ]
    town = a_meeting("town", title="Zzz", statutory=[*acts, "Land Act"], areas=["bristol"])

    beside = {a for a, b in found_in([*county, town]) if b == "town"}

    assert beside == {one.id for one in county} - {"m49"}


def test_copies_of_one_meeting_are_all_paired_or_each_with_those_next_to_it() -> None:
    copies = [a_meeting(f"m{number}", title=word, purpose="Lend kayaks to all") for number, word in enumerate(WORDS[:5])]
    ids = [one.id for one in copies]

    assert found_in(copies) == set(combinations(ids, 2))
    for most, next_to in ((10, 2), (9, 1), (1, 1)):
        with patch.object(module, "MOST_COPIES", most):
            assert found_in(copies) == {two for two in combinations(ids, 2) if ids.index(two[1]) - ids.index(two[0]) <= next_to}
    assert module.MOST_COPIES == 200 * 200
