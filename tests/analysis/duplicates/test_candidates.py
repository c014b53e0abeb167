"""The pairs that are weighed are those that a plain count of what meetings have in common picks out."""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from collections.abc import Set as AbstractSet
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
        "reports_to": st.sampled_from([["m0"], ["m1"], ["m0", "m1", "m2", "m3", "m4"]]),
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
    next_to: Counter[tuple[str, str]] = Counter()
    yield from first_related(comparison)
    for first, ids in comparison.copies.items():
        yield from combinations(sorted(ids), 2)
        near = {other: common for other in comparison.copies if other != first and (common := in_common(comparison, first, other))}
        for other in sorted(near, key=lambda id_: (-near[id_], id_))[: LIMITS["NEAREST"]]:
            yield from (pair_of(id_, another) for id_ in ids for another in comparison.copies[other])
    for areas in {profile.areas for profile in comparison.by_id.values()}:
        here = [id_ for id_ in comparison.copies if comparison.by_id[id_].areas == areas]
        often = Counter(run for id_ in here for run in rare_runs(comparison, id_))
        shared = [{run for run in rare_runs(comparison, id_) if often[run] > LIMITS["MOST"]} for id_ in here]
        next_to.update(
            pair_of(here[one], here[other])
            for one, other in combinations(range(len(here)), 2)
            for run in shared[one] & shared[other]
            if not any(run in between for between in shared[one + 1 : other])
        )
    yield from (pair for pair, runs in next_to.items() if runs > 1 and 2 * runs >= min(len(rare_runs(comparison, id_)) for id_ in pair))


def first_related(comparison: Comparison) -> Iterator[tuple[str, str]]:
    """The pairs that are recorded, but those that are beyond the first of both meetings."""
    pairs = sorted(comparison.scorer.relations.related)
    for place, pair in enumerate(pairs):
        before = [sum(id_ in other for other in pairs[:place]) for id_ in pair]
        if min(before) < LIMITS["MOST"]:
            yield pair


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


def found_in(meetings: Sequence[Meeting]) -> AbstractSet[tuple[str, str]]:
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
    assert 140 * 140 < module.MOST_COPIES < 142 * 142


def test_the_copies_of_several_texts_share_what_is_compared() -> None:
    meetings = [
        a_meeting(f"{text[0].lower()}{number}", title=WORDS[number + place * 4], purpose=text)
        for place, text in enumerate(("Kayaks", "Lanterns"))
        for number in range(4)
    ]

    with patch.object(module, "MOST_COPIES", 8):
        assert found_in(meetings) == {(f"{which}{place}", f"{which}{place + 1}") for which in "kl" for place in range(3)}


@pytest.mark.parametrize(("count", "pairs"), [(20, 190), (21, 20), (60, 59)])
def test_of_more_than_twenty_that_differ_in_one_word_each_is_compared_with_the_next(count: int, pairs: int) -> None:
    text = "lend kayaks, lanterns and mortar to all who row on the river in winter"
    alike = [a_meeting(f"m{number:02}", title=word, purpose=f"{text}, {word}") for number, word in enumerate(WORDS[:count])]
    others = [a_meeting(f"other{number}", title=f"Other {number}", purpose=f"Count {word}") for number, word in enumerate(WORDS[100:130])]

    assert len(found_in([*alike, *others])) == pairs


def test_of_many_copies_of_two_meetings_each_is_compared_with_one_of_the_other() -> None:
    """Eight of one and seven of the other are 56 pairs, more than the 50 that a meeting has."""
    ones = [a_meeting(f"a{number}", title="A", purpose="Lend kayaks", statutory=["Kayak Act"]) for number in range(8)]
    others = [a_meeting(f"b{number}", title="B", purpose="Hire kayaks", statutory=["Kayak Act"]) for number in range(7)]

    def between(meetings: Sequence[Meeting]) -> set[tuple[str, str]]:
        return {pair for pair in found_in(meetings) if pair[0][0] != pair[1][0]}

    assert between([*ones, *others]) == {(f"a{number}", f"b{number % 7}") for number in range(8)}
    assert len(between([*ones, *others[:6]])) == 8 * 6


@pytest.mark.parametrize(("reporting", "pairs"), [(21, 20 * 21 + 20), (20, 20 * 21)])
def test_of_many_that_report_to_many_each_has_twenty(reporting: int, pairs: int) -> None:
    boards = [f"board-{number}" for number in range(21)]
    meetings = [a_meeting(f"m{number:02}", title=WORDS[number], reports_to=boards) for number in range(reporting)]
    known = [a_meeting(id_, title=WORDS[100 + number]) for number, id_ in enumerate(boards)]

    assert len(found_in([*meetings, *known])) == pairs


def test_all_that_report_to_one_board_are_compared_with_it() -> None:
    meetings = [a_meeting(f"m{number:02}", title=WORDS[number], reports_to=["board"]) for number in range(30)]

    assert len(found_in([a_meeting("board", title="Zzz"), *meetings])) == 30
