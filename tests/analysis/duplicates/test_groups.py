"""Meetings of which every two are possible duplicates are decided together, and a verdict settles what follows from it."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from building import a_meeting, a_register
from govreg.analysis.duplicates.groups import groups, settled
from govreg.analysis.duplicates.search import Query, find_duplicates
from govreg.analysis.verdicts import CurrentVerdict, fingerprint
from govreg.model.verdict import Verdict

IDS = st.sampled_from("abcdef")
PAIRS = st.lists(st.tuples(IDS, IDS).filter(lambda two: two[0] < two[1]), max_size=12, unique=True)


def verdict(a: str, b: str, decided: str, *, stale: bool = False) -> CurrentVerdict:
    return CurrentVerdict(Verdict.model_validate({"meetings": (a, b), "verdict": decided, "on": "2026-01-01"}), stale)


@given(PAIRS)
def test_every_two_of_a_group_are_a_pair_and_each_meeting_is_in_one(pairs: list[tuple[str, str]]) -> None:
    found = groups(pairs)

    assert all(len(group) > 2 and set(combinations(group, 2)) <= set(pairs) for group in found)
    assert len({id_ for group in found for id_ in group}) == sum(map(len, found))


def test_three_similar_meetings_are_a_group_but_a_chain_is_not() -> None:
    assert groups([("a", "b"), ("b", "c"), ("a", "c")]) == (("a", "b", "c"),)
    assert groups([("a", "b"), ("b", "c")]) == ()


@given(
    st.lists(
        st.tuples(IDS, IDS, st.sampled_from(["distinct", "related", "duplicate", "unsure"])).filter(lambda one: one[0] < one[1]), max_size=9
    )
)
def test_settled_pairs_follow_from_verdicts(decided: list[tuple[str, str, str]]) -> None:
    last = {(a, b): verdict(a, b, word) for a, b, word in decided}
    found = settled(last)
    bodies = {id_: {id_} for id_ in "abcdef"}
    for _ in bodies:
        for (a, b), held in last.items():
            if held.verdict.verdict == "duplicate":
                joined = bodies[a] | bodies[b]
                for id_ in joined:
                    bodies[id_] = bodies[id_] | joined

    for a, b in combinations("abcdef", 2):
        apart = any(
            last[two].verdict.verdict in ("distinct", "related")
            for x in bodies[a]
            for y in bodies[b]
            if (two := (min(x, y), max(x, y))) in last
        )
        assert (found.by(a, b) is not None) == ((a, b) in last or b in bodies[a] or apart)


def test_a_stale_verdict_settles_nothing() -> None:
    assert settled({("a", "b"): verdict("a", "b", "duplicate", stale=True)}).by("a", "b") is None


def test_a_verdict_on_two_settles_the_third_pair_of_a_group() -> None:
    work = {"purpose": "Lend quilts, lathes, anvils, chisels, trowels and mallets to every household"}
    meetings = [a_meeting(id_, title=f"{id_} panel", **work) for id_ in ("a", "b", "c")]
    before = find_duplicates(a_register(*meetings), Query())
    by_id = {meeting.id: meeting for meeting in meetings}
    decided = tuple(
        Verdict.model_validate(
            {"meetings": two, "verdict": "duplicate", "on": "2026-01-01", "of": fingerprint(by_id[two[0]], by_id[two[1]])}
        )
        for two in (("a", "b"), ("b", "c"))
    )
    after = find_duplicates(a_register(*meetings, verdicts=decided), Query())

    assert before.groups == (("a", "b", "c"),)
    assert (after.pairs, after.settled) == ((), 3)
