"""The pairs that are weighed are those that a plain count of what meetings have in common picks out."""

from collections.abc import Hashable, Iterator
from itertools import combinations
from unittest.mock import patch

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
