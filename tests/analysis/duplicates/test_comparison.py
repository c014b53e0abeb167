"""What is raised as the same work, what isn't, and that every sum is made of its parts."""

from dataclasses import replace
from itertools import combinations
from typing import Any
from unittest.mock import patch

import pytest

import govreg
from building import a_meeting, a_register
from conftest import ROOT
from govreg.analysis.duplicates import comparison as comparisons
from govreg.analysis.duplicates.comparison import EXHAUSTIVE, build_comparison
from govreg.analysis.duplicates.profile import Profile, profile
from govreg.analysis.duplicates.search import Pair, Query, find_duplicates, score_pair
from govreg.analysis.duplicates.weights import scale
from govreg.model import register as registers
from govreg.model.meeting import Meeting
from govreg.model.settings import Settings

AREAS = {"county": {}, "bristol": {"part_of": "county"}, "bath": {"part_of": "county"}, "district": {"part_of": "bristol"}}
REOFFENDING = {
    "purpose": "Reduce reoffending by people leaving prison, with housing, employment and treatment for them",
    "focus": ["Resettlement of prison leavers", "Housing for offenders"],
}
OTHERS = [
    a_meeting("road-safety-panel", purpose="Make roads safer for cyclists", areas=["county"]),
    a_meeting("budget-committee", purpose="Agree next year's spending", areas=["county"]),
    a_meeting("flood-forum", purpose="Prepare for floods and heavy rain", areas=["county"]),
]


def pair_of(one: dict[str, Any], other: dict[str, Any], **parts: Any) -> Pair:
    register = a_register(a_meeting("one", **one), a_meeting("other", **other), *OTHERS, areas=AREAS, **parts)
    return score_pair(register, "one", "other").pairs[0]


def raised(*meetings: Meeting) -> set[tuple[str, str]]:
    return {(pair.a, pair.b) for pair in find_duplicates(a_register(*meetings, *OTHERS, areas=AREAS), Query()).pairs}


def test_the_same_work_in_two_meetings_is_raised() -> None:
    one = a_meeting("resettlement-board", areas=["bristol"], **REOFFENDING)
    other = a_meeting("prison-leavers-group", areas=["bristol"], purpose="Resettlement and housing of prison leavers to reduce reoffending")

    assert raised(one, other) == {("prison-leavers-group", "resettlement-board")}


def test_a_meeting_for_another_area_is_not_a_duplicate() -> None:
    here, there = ({"areas": [area], **REOFFENDING} for area in ("bristol", "bath"))

    assert pair_of(here, there).kind == "related"
    assert raised(a_meeting("here", **here), a_meeting("there", **there)) == set()


def test_parent_and_child_and_board_and_working_group_are_layers_of_one_subject() -> None:
    for tie in ({"reports_to": ["other"]}, {"kind": "working-group"}):
        pair = pair_of({**REOFFENDING, **tie}, REOFFENDING)
        assert (pair.kind, pair.layers) == ("related", True)


def test_a_recorded_link_does_not_excuse_duplicate_work() -> None:
    assert pair_of({**REOFFENDING, "links_to": ["other"]}, REOFFENDING).kind == "duplicate"


def test_a_successor_is_raised_only_if_both_are_live() -> None:
    old, new = {"title": "Offenders panel", **REOFFENDING}, {"title": "Reoffending board", "supersedes": ["one"], **REOFFENDING}

    assert pair_of({**old, "status": "ended"}, new).kind == "related"
    both = pair_of({**old, "status": "active"}, new)
    assert (both.kind, both.grade) == ("duplicate", "likely")
    assert "succession" in {piece.signal for piece in both.evidence}


def test_related_ranks_below_duplicate_on_the_same_texts() -> None:
    same = pair_of(REOFFENDING, REOFFENDING)
    for tie in ({"reports_to": ["other"]}, {"links_to": ["other"]}, {"areas": ["bath"]}):
        assert pair_of({"areas": ["bristol"], **REOFFENDING, **tie}, {"areas": ["bristol"], **REOFFENDING}).score < same.score


def test_case_conferences_are_left_out_unless_asked_for() -> None:
    meetings = [a_meeting(name, kind="case-conference", **REOFFENDING) for name in ("first", "second")]
    register = a_register(*meetings, *OTHERS, areas=AREAS)

    assert find_duplicates(register, Query()).pairs == ()
    assert ("first", "second") in {(pair.a, pair.b) for pair in find_duplicates(register, Query(everything=True)).pairs}


AVON = govreg.load_register(ROOT / "register").register


def test_the_parts_add_up_to_the_sum_and_the_sum_to_the_score() -> None:
    result = find_duplicates(AVON, Query(least=0))
    found = result.pairs

    assert len(found) > 100
    for pair in found:
        assert round(sum(piece.weight for piece in (*pair.evidence, *pair.against)), 2) == round(pair.total, 2)
        assert pair.score == result.comparison.scale.score(pair.total)
        assert all(piece.weight > 0 for piece in pair.evidence)
        assert all(piece.weight < 0 for piece in pair.against)
        assert pair.a < pair.b
    assert [pair.score for pair in found] == sorted((pair.score for pair in found), reverse=True)


def test_a_pair_has_the_same_sum_whatever_is_asked() -> None:
    by_pair = {(pair.a, pair.b): pair for pair in find_duplicates(AVON, Query(least=0)).pairs}

    for pair in find_duplicates(AVON, Query()).pairs:
        assert by_pair[pair.a, pair.b] == pair == score_pair(AVON, pair.b, pair.a).pairs[0]
    some = next(iter(AVON.meetings))
    assert {pair for pair in by_pair.values() if some in (pair.a, pair.b)} == set(find_duplicates(AVON, Query(least=0, meeting=some)).pairs)


def test_whatever_is_raised_is_among_all_pairs() -> None:
    everything = {(pair.a, pair.b) for pair in find_duplicates(AVON, Query(everything=True)).pairs}

    assert {(pair.a, pair.b) for pair in find_duplicates(AVON, Query()).pairs} <= everything
    assert everything <= set(combinations(sorted(AVON.meetings), 2))


def test_the_papers_recommendation_is_found_and_not_read() -> None:
    """Paper 000 ends the Community Safety and Commissioning Meetings; without what our entry says of it, their work is found elsewhere."""
    ending = "community-safety-and-commissioning-meetings"
    entry = AVON.meetings[ending]
    silent = entry.model_copy(update={"notes": None, "review": (entry.review[0].model_copy(update={"into": ()}),)})
    register = replace(AVON, meetings=registers.meetings({**AVON.meetings.entries, ending: silent}))

    found = [pair for pair in find_duplicates(register, Query()).pairs if ending in (pair.a, pair.b)]

    assert [(pair.a, pair.b, pair.grade) for pair in found] == [(ending, "local-meetings", "possible")]
    assert {piece.signal for piece in found[0].evidence} == {"theme"}


@pytest.mark.parametrize("total", [-9, -1.5, 0, 1.49, 1.5, 2.34, 2.35, 9, 12, 500, 100_000])
@pytest.mark.parametrize("compared", [0, 10, 38.5, 400])
def test_the_score_rises_with_the_sum_and_is_never_clipped(total: float, compared: float) -> None:
    in_register = scale(compared)

    assert 0 < in_register.score(total) < in_register.score(total + 0.01) < 1
    share = 2 * in_register.score(total) - 1
    assert in_register.bar + 1.5 * share / (1 - abs(share)) == pytest.approx(total, rel=1e-6, abs=1e-6)


def test_the_bar_is_the_sum_that_chance_gives_each_meeting_with_one_other() -> None:
    assert [scale(compared).bar for compared in (0, 10, 100, 1000)] == [1, 1, 2, 3]
    assert [scale(100).grade(total) for total in (1.99, 2, 2.99, 3)] == ["weak", "possible", "possible", "likely"]


def test_the_order_of_the_files_does_not_matter() -> None:
    backwards = replace(AVON, meetings=registers.meetings(dict(reversed(list(AVON.meetings.entries.items())))))

    one, other = find_duplicates(backwards, Query(least=0)), find_duplicates(AVON, Query(least=0))

    assert (one.pairs, one.workstreams) == (other.pairs, other.workstreams)


@pytest.mark.parametrize("asked", [Query(), Query(everything=True), Query(least=0)])
def test_every_search_reports_its_progress(asked: Query) -> None:
    labels: list[str] = []

    def watched(items: Any, says: str) -> Any:
        labels.append(says)
        return items

    assert find_duplicates(AVON, asked, watched).pairs == find_duplicates(AVON, asked).pairs
    assert labels == ["Looking at what each meeting does", "Comparing"]


def test_the_least_score_that_is_asked_for_is_one_that_is_shown() -> None:
    best = find_duplicates(AVON, Query(least=0)).pairs[2].score

    assert [pair.score for pair in find_duplicates(AVON, Query(least=best)).pairs][-1] == best


def test_of_a_large_register_only_pairs_with_something_rare_in_common_are_weighed() -> None:
    """Every pair of a small one is, also those of two areas that have nothing to do with each other, which nothing speaks for."""
    meetings = [a_meeting("here", areas=["bristol"]), a_meeting("there", areas=["bath"]), *OTHERS]
    comparison = build_comparison(a_register(*meetings, areas=AREAS))
    assert EXHAUSTIVE == 300

    for most, pairs in ((len(meetings), [("here", "there")]), (len(meetings) - 1, [])):
        with patch.object(comparisons, "EXHAUSTIVE", most):
            assert [(pair.a, pair.b) for pair in comparison.pairs()] == pairs
            assert comparison.weighs_every_pair is bool(pairs)


def test_pairs_come_by_their_sum_and_equals_by_their_ids() -> None:
    meetings = [a_meeting(id_, **REOFFENDING) for id_ in ("d", "a", "c", "b")]
    weaker = a_meeting("aa", purpose="Reduce reoffending by people leaving prison", focus=["Housing for offenders"])
    comparison = build_comparison(a_register(*meetings, weaker))

    found = [(pair.a, pair.b) for pair in comparison.pairs()]
    assert found[:6] == list(combinations("abcd", 2))
    assert found[6:] == [("a", "aa"), ("aa", "b"), ("aa", "c"), ("aa", "d")]
    least = comparison.pairs()[6].total
    assert [len(comparison.pairs(bound)) for bound in (least, least + 0.01)] == [10, 6]


def test_copies_are_those_with_the_same_words_in_the_same_areas() -> None:
    work = {"purpose": "Lend kayaks to all", "areas": ["bath"]}
    meetings = [
        a_meeting("a", **work),
        a_meeting("b", **{**work, "areas": ["bristol"]}),
        a_meeting("c", **work),
        a_meeting("d", areas=["bath"]),
        a_meeting("e", areas=["bath"]),
        a_meeting("f", **{**work, "purpose": "To all lend kayaks"}),
    ]
    comparison = build_comparison(a_register(*meetings, areas=AREAS))

    assert comparison.copies == {"a": ("a", "c", "f"), "b": ("b",), "d": ("d",), "e": ("e",)}
    assert comparison.has_copies
    assert comparison.scorer.frequencies.entries == 3
    assert comparison.scorer.frequencies.document_frequency["kayak"] == 1
    assert not build_comparison(a_register(*meetings[2:5], areas=AREAS)).has_copies


def test_each_meeting_is_handed_on_while_its_texts_are_at_hand() -> None:
    seen: list[str] = []
    build_comparison(a_register(*OTHERS), also=lambda meeting: seen.append(meeting.id))

    assert seen == sorted(meeting.id for meeting in OTHERS)


PARENT = a_meeting("parent", title="Drugs and Alcohol Group")
STAYS = a_meeting("stays", title="Delivery Team (DAG)", purpose="Talk about ASB, roads and DAG in Bath", reports_to=["parent"])
CHANGES = a_meeting("changes", title="Roads Board", purpose="Roads near schools", focus=["Speed on roads"])
PARTS: dict[str, Any] = {"areas": AREAS, "themes": {"roads": {"name": "Roads", "terms": ["roads"]}}}


@pytest.mark.parametrize(
    ("meetings", "parts"),
    [
        ((PARENT, STAYS, CHANGES), {}),
        ((PARENT, STAYS), {}),
        ((PARENT, STAYS, a_meeting("changes", title="Bridges Board")), {}),
        ((a_meeting("parent", title="Quite Other Body"), STAYS, CHANGES), {}),
        ((PARENT, STAYS, CHANGES), {"themes": {"roads": {"name": "Highways", "terms": ["speed"]}}}),
        ((PARENT, STAYS, CHANGES), {"areas": {**AREAS, "roads": {"name": "Schools"}}}),
        ((PARENT, STAYS, CHANGES), {"areas": {**AREAS, "bath": {"name": "Bath"}}}),
        ((PARENT, STAYS, CHANGES), {"organisations": {"dag": {"name": "Team", "aliases": ["DAG"]}}}),
        ((PARENT, STAYS, CHANGES), {"glossary": {"asb": ("antisocial behaviour",)}}),
        ((PARENT, STAYS, CHANGES), {"settings": Settings(house_words=("talk",))}),
    ],
)
def test_a_register_compared_like_another_is_compared_as_it_is_alone(meetings: tuple[Meeting, ...], parts: dict[str, Any]) -> None:
    other = build_comparison(a_register(PARENT, STAYS, CHANGES, **PARTS))
    register = a_register(*meetings, **{**PARTS, **parts})

    like, alone = build_comparison(register, like=other), build_comparison(register)

    assert like.by_id == alone.by_id
    assert like.scorer.frequencies.document_frequency == alone.scorer.frequencies.document_frequency
    assert like.pairs() == alone.pairs()


def test_what_a_meeting_says_is_not_analysed_again_for_another_state_of_the_register(monkeypatch: pytest.MonkeyPatch) -> None:
    other = build_comparison(a_register(PARENT, STAYS, CHANGES, **PARTS))
    analysed: list[str] = []

    def watched(meeting: Meeting, *others: Any) -> Profile:
        analysed.append(meeting.id)
        return profile(meeting, *others)

    monkeypatch.setattr(comparisons, "profile", watched)

    build_comparison(a_register(PARENT, STAYS, a_meeting("changes"), **PARTS), like=other)
    assert analysed == ["changes"]
