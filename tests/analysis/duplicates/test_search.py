"""Which pairs a search shows, in which order, and what it counts of those that it does not show."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from unittest.mock import patch

import pytest

from building import a_meeting, a_register
from govreg.analysis.duplicates import comparison as comparisons
from govreg.analysis.duplicates import search as module
from govreg.analysis.duplicates.comparison import build_comparison
from govreg.analysis.duplicates.search import LAYERS, Pair, Query, SearchResult, find_duplicates, known_pairs, score_pair
from govreg.analysis.verdicts import fingerprint
from govreg.model.meeting import Meeting
from govreg.model.register import Register
from govreg.model.verdict import Verdict

AREAS = {"county": {}, "bristol": {"part_of": "county"}, "bath": {"part_of": "county"}}
TOOLS = "Lend quilts, lathes, anvils, chisels, trowels and mallets to every household"
BIRDS = "Count herons, ospreys, lapwings, curlews, plovers and dunlins on each estuary"
BEES = "Keep hives, swarms, queens, drones, nectar and beeswax for orchards"

TWICE, LAYER, LOWER_LAYER, ALSO_TWICE, RELATED = (
    ("anvil", "chisel"),
    ("heron", "osprey"),
    ("heron", "plover"),
    ("osprey", "plover"),
    ("drone", "queen"),
)


def panel(id_: str, purpose: str, area: str = "county", **keys: Any) -> Meeting:
    return a_meeting(id_, **{"title": f"{id_.capitalize()} panel", "purpose": purpose, "areas": [area], **keys})


MEETINGS = (
    panel("anvil", TOOLS),
    panel("chisel", TOOLS),
    panel("heron", BIRDS, focus=["Ringing chicks weekly"]),
    panel("osprey", BIRDS, "bristol"),
    panel("plover", BIRDS, "bristol", focus=["Ringing chicks weekly"], reports_to=["heron"]),
    panel("queen", BEES, "bristol"),
    panel("drone", BEES, "bath", supersedes=["queen"]),
)
"""Two pairs of duplicates, two pairs that are layers of one subject, and one that is related and comes just to the bar."""


def register(*meetings: Meeting, decided: Sequence[tuple[tuple[str, str], str]] = (), stale: bool = False) -> Register:
    """A register of `MEETINGS`, with `meetings` in the place of those of the same ids, and verdicts."""
    by_id = {meeting.id: meeting for meeting in (*MEETINGS, *meetings)}
    verdicts = tuple(
        Verdict.model_validate(
            {"meetings": pair, "verdict": word, "on": "2026-01-01", "of": None if stale else fingerprint(by_id[pair[0]], by_id[pair[1]])}
        )
        for pair, word in decided
    )
    return a_register(*by_id.values(), areas=AREAS, verdicts=verdicts)


REGISTER = register()


def ids(pairs: Sequence[Pair]) -> list[tuple[str, str]]:
    return [(pair.a, pair.b) for pair in pairs]


def counts(found: SearchResult) -> tuple[int, int, int]:
    return found.raised, found.settled, found.related


def test_a_search_shows_duplicates_lists_layers_apart_and_counts_what_is_related() -> None:
    found = find_duplicates(REGISTER, Query())

    assert ids(found.pairs) == [TWICE, ALSO_TWICE]
    assert ids(found.layers) == [LOWER_LAYER, LAYER]
    assert counts(found) == (2, 0, 1)
    assert {pair.kind for pair in found.layers} == {"related"}


def test_layers_come_by_how_alike_they_are_before_that_is_explained() -> None:
    lower, layer = find_duplicates(REGISTER, Query()).layers

    assert lower.total < layer.total


@pytest.mark.parametrize("asked", [Query(everything=True), Query(least=0.0)])
def test_where_all_is_asked_for_every_pair_comes_by_its_sum_and_nothing_is_counted_apart(asked: Query) -> None:
    found = find_duplicates(register(decided=[(TWICE, "distinct")]), asked)

    assert ids(found.pairs)[:5] == [TWICE, ALSO_TWICE, LAYER, LOWER_LAYER, RELATED]
    assert (len(found.pairs), found.layers, counts(found)) == (7, (), (7, 0, 0))


def test_a_least_score_keeps_pairs_of_that_score_and_above_of_every_kind() -> None:
    related = next(pair for pair in find_duplicates(REGISTER, Query(everything=True)).pairs if (pair.a, pair.b) == RELATED)

    assert (related.total, related.score, related.kind, related.grade) == (1.0, 0.5, "related", "possible")
    assert len(find_duplicates(REGISTER, Query(least=0.5)).pairs) == 5
    assert len(find_duplicates(REGISTER, Query(least=0.5001)).pairs) == 4
    assert len(find_duplicates(REGISTER, Query(everything=True, least=0.5)).pairs) == 5


def test_a_limit_keeps_the_surest_pairs_and_counts_them_all() -> None:
    limited = find_duplicates(REGISTER, Query(limit=1))

    assert (ids(limited.pairs), counts(limited), len(limited.layers)) == ([TWICE], (2, 0, 1), 2)
    assert ids(find_duplicates(REGISTER, Query(limit=2)).pairs) == [TWICE, ALSO_TWICE]
    with patch.object(module, "MOST_PAIRS", 1):
        cut = find_duplicates(REGISTER, Query())
        assert (ids(cut.pairs), ids(cut.layers), counts(cut)) == ([TWICE], [LOWER_LAYER], (2, 0, 1))
        assert (cut.more_layers, cut.layers_in_all) == (1, 2)
        assert len(find_duplicates(REGISTER, Query(limit=2)).pairs) == 2


def test_the_likely_pairs_are_counted_whatever_the_limit() -> None:
    graded = [pair.grade for pair in find_duplicates(REGISTER, Query()).pairs]

    assert graded.count("likely") == 2
    assert find_duplicates(REGISTER, Query(limit=1)).likely == find_duplicates(REGISTER, Query()).likely == 2


def test_more_than_ten_thousand_pairs_are_never_read() -> None:
    assert module.MOST_PAIRS == 10_000


@pytest.mark.parametrize(
    ("pair", "word", "counted"),
    [
        (TWICE, "duplicate", (1, 1, 1)),
        (TWICE, "distinct", (1, 1, 1)),
        (TWICE, "related", (1, 1, 1)),
        (LAYER, "related", (2, 1, 1)),
        (RELATED, "related", (2, 0, 0)),
        (("anvil", "heron"), "distinct", (2, 0, 1)),
    ],
)
def test_a_fresh_verdict_settles_a_pair_that_would_be_shown_or_listed(
    pair: tuple[str, str], word: str, counted: tuple[int, int, int]
) -> None:
    found = find_duplicates(register(decided=[(pair, word)]), Query())

    assert counts(found) == counted
    assert pair not in ids((*found.pairs, *found.layers))


def test_a_stale_verdict_stays_with_its_pair_and_settles_nothing() -> None:
    found = find_duplicates(register(decided=[(TWICE, "distinct")], stale=True), Query())

    assert counts(found) == (2, 0, 1)
    first, second = found.pairs
    assert first.verdict is not None
    assert (first.verdict.verdict.verdict, first.verdict.stale, first.settled_by) == ("distinct", True, None)
    assert second.verdict is None


def test_a_settled_pair_names_the_pair_that_was_decided() -> None:
    decided = register(decided=[(("osprey", "plover"), "duplicate"), (("heron", "osprey"), "distinct")])
    found = {(pair.a, pair.b): pair for pair in find_duplicates(decided, Query(everything=True)).pairs}

    assert found[LOWER_LAYER].settled_by == LAYER
    assert found[LOWER_LAYER].verdict is None
    assert found[TWICE].settled_by is None
    assert found[ALSO_TWICE].settled_by == ALSO_TWICE


@pytest.mark.parametrize(
    ("asked", "shown", "listed", "related"),
    [
        (Query(meeting="anvil"), [TWICE], [], 0),
        (Query(meeting="chisel"), [TWICE], [], 0),
        (Query(meeting="plover"), [ALSO_TWICE], [LOWER_LAYER], 0),
        (Query(meeting="queen"), [], [], 1),
        (Query(among=frozenset({"anvil", "heron"})), [TWICE], [LOWER_LAYER, LAYER], 0),
        (Query(among=frozenset({"chisel", "plover"})), [TWICE, ALSO_TWICE], [LOWER_LAYER], 0),
        (Query(among=frozenset({"chisel", "plover"}), meeting="osprey"), [ALSO_TWICE], [], 0),
        (Query(among=frozenset()), [], [], 0),
    ],
)
def test_only_pairs_with_the_meetings_asked_for(asked: Query, shown: list[str], listed: list[str], related: int) -> None:
    found = find_duplicates(REGISTER, asked)

    assert (ids(found.pairs), ids(found.layers), found.related) == (shown, listed, related)


def test_a_known_pair_is_shown_only_where_it_is_surer_now() -> None:
    known = {TWICE: "likely", ALSO_TWICE: "possible", LOWER_LAYER: LAYERS}

    found = find_duplicates(REGISTER, Query(known=known.get))

    assert (ids(found.pairs), ids(found.layers)) == ([ALSO_TWICE], [LAYER])
    assert RELATED in ids(find_duplicates(REGISTER, Query(everything=True, known={RELATED: "weak"}.get)).pairs)
    assert RELATED not in ids(find_duplicates(REGISTER, Query(everything=True, known={RELATED: "possible"}.get)).pairs)
    assert TWICE in ids(find_duplicates(REGISTER, Query(known={TWICE: LAYERS}.get)).pairs)
    assert ids(find_duplicates(REGISTER, Query(known={LAYER: "weak"}.get)).layers) == [LOWER_LAYER]


def test_known_pairs_are_those_of_the_same_search_without_its_limit() -> None:
    comparison = build_comparison(REGISTER)

    assert known_pairs(comparison, Query(limit=1)) == {TWICE: "likely", ALSO_TWICE: "likely", LAYER: LAYERS, LOWER_LAYER: LAYERS}
    assert known_pairs(comparison, Query(meeting="osprey")) == {ALSO_TWICE: "likely", LAYER: LAYERS}
    every = find_duplicates(REGISTER, Query(everything=True)).pairs
    assert known_pairs(comparison, Query(everything=True)) == {(pair.a, pair.b): pair.grade for pair in every}


@pytest.mark.parametrize("id_", TWICE)
@pytest.mark.parametrize("kind", ["case-conference", "one-off"])
def test_a_pair_with_a_meeting_about_a_person_or_of_one_day_is_shown_only_where_all_is_asked_for(id_: str, kind: str) -> None:
    changed = register(panel(id_, TOOLS, kind=kind))

    assert ids(find_duplicates(changed, Query()).pairs) == [ALSO_TWICE]
    assert counts(find_duplicates(changed, Query())) == (1, 0, 1)
    assert TWICE in ids(find_duplicates(changed, Query(everything=True)).pairs)


def test_two_meetings_that_have_both_ended_are_not_raised() -> None:
    over = [panel(id_, TOOLS, status="ended") for id_ in TWICE]

    assert TWICE not in ids(find_duplicates(register(*over), Query()).pairs)
    assert TWICE in ids(find_duplicates(register(*over), Query(everything=True)).pairs)


def test_an_ended_meeting_is_compared_unless_another_took_on_its_work() -> None:
    ended = panel("anvil", TOOLS, status="ended")

    assert TWICE in ids(find_duplicates(register(ended), Query()).pairs)
    assert TWICE not in ids(find_duplicates(register(ended, panel("heir", BEES, "bath", supersedes=["anvil"])), Query()).pairs)
    live = register(panel("heir", BEES, "bath", supersedes=["anvil"]))
    assert TWICE in ids(find_duplicates(live, Query()).pairs)


def test_a_rank_counts_the_pairs_that_come_to_as_much() -> None:
    found = find_duplicates(REGISTER, Query(everything=True))

    for pair in found.pairs:
        as_much = sum(other.total >= pair.total for other in found.pairs)
        assert found.rank(pair) == (None if pair.grade == "weak" else as_much)
    assert [found.rank(pair) for pair in found.pairs] == [2, 2, 3, 4, 5, None, None]
    unasked = find_duplicates(REGISTER, Query())
    assert [unasked.rank(pair) for pair in unasked.layers] == [4, 3]


@pytest.mark.parametrize("asked", [Query(), Query(everything=True), Query(least=0.4)])
def test_a_rank_is_among_all_pairs_however_few_are_asked_for(asked: Query) -> None:
    every = find_duplicates(REGISTER, Query(everything=True))
    ranks = {(pair.a, pair.b): every.rank(pair) for pair in every.pairs}

    for id_ in REGISTER.meetings:
        narrow = [
            replace(asked, meeting=id_),
            replace(asked, among=frozenset({id_})),
            replace(asked, meeting=id_, among=frozenset(ALSO_TWICE)),
        ]
        for found in (find_duplicates(REGISTER, query) for query in narrow):
            assert all(found.rank(pair) == ranks[pair.a, pair.b] for pair in (*found.pairs, *found.layers))


def test_a_single_pair_has_the_rank_that_it_has_among_all() -> None:
    every = find_duplicates(REGISTER, Query(everything=True))

    for pair in every.pairs:
        alone = score_pair(REGISTER, pair.b, pair.a)
        assert (alone.pairs, alone.rank(pair)) == ((pair,), every.rank(pair))
        assert (counts(alone), alone.layers, alone.query.among) == ((1, 0, 0), (), None)
    assert score_pair(REGISTER, "anvil", "heron").pairs[0].evidence == ()


def test_a_pair_counts_in_its_own_rank_though_a_large_register_would_not_weigh_it() -> None:
    with patch.multiple(comparisons, EXHAUSTIVE=1, candidates=lambda *_: ()):
        found = score_pair(REGISTER, *TWICE)

        assert found.rank(found.pairs[0]) == 1


def test_parts_come_by_their_weight_and_equal_ones_by_the_name_of_their_signal() -> None:
    tied: dict[str, Any] = {"supersedes": ["two"], "statutory": ["Care Act 2014"], "reports_to": ["anvil", "two"], "links_to": ["two"]}
    plain: dict[str, Any] = {"statutory": ["Care Act 2014"], "reports_to": ["anvil"], "lead": "constabulary", "instances": "per-area"}
    pair = score_pair(register(panel("one", BEES, **tied), panel("two", BEES, **plain)), "one", "two").pairs[0]

    for parts in (pair.evidence, pair.against):
        assert len(parts) > 2
        assert [(part.weight, part.signal) for part in parts] == sorted(
            ((part.weight, part.signal) for part in parts), key=lambda part: (-abs(part[0]), part[1])
        )


def test_meetings_of_which_every_two_are_shown_as_duplicates_are_a_group() -> None:
    third = panel("trowel", TOOLS)
    layer = panel("anvil", TOOLS, "bristol")

    assert find_duplicates(REGISTER, Query()).groups == ()
    assert find_duplicates(register(third), Query()).groups == (("anvil", "chisel", "trowel"),)
    assert find_duplicates(register(third), Query(limit=2)).groups == ()
    assert find_duplicates(register(third, layer), Query(everything=True)).groups == ()


def test_weak_pairs_make_no_group() -> None:
    three = [
        panel(id_, f"{work} oboes in the harbour", instances="per-area") for id_, work in (("a", "Tune"), ("b", "Mend"), ("c", "Move"))
    ]
    found = find_duplicates(register(*three), Query(everything=True))

    assert [(pair.kind, pair.grade) for pair in found.pairs if {pair.a, pair.b} <= set("abc")] == [("duplicate", "weak")] * 3
    assert found.groups == ()


def test_what_makes_two_meetings_layers_is_among_the_parts_also_where_it_explains_nothing() -> None:
    """All that they have in common is a name, of which no tie takes a share."""
    one, other = (a_meeting(id_, title="Quilting Lathe Board", **keys) for id_, keys in (("one", {"reports_to": ["other"]}), ("other", {})))
    others = [panel(f"z{number}", f"Quilting near a lathe, {word}") for number, word in enumerate(("oboe", "cello", "viola", "harp"))]

    (pair,) = find_duplicates(a_register(one, other, *others, areas=AREAS), Query()).layers

    assert [part.signal for part in pair.evidence] == ["name"]
    assert [(part.signal, part.weight) for part in pair.against] == [("reports", 0.0)]
