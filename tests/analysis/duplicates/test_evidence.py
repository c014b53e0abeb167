"""What counts is how surprising a thing in common is in this register, never its share of a short text."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from math import log10
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import a_meeting, a_register
from conftest import examples
from govreg.analysis.duplicates.comparison import build_comparison
from govreg.analysis.duplicates.frequencies import comparable, things
from govreg.analysis.duplicates.score import ScoredPair
from govreg.analysis.duplicates.search import Pair, Query, find_duplicates, score_pair
from govreg.analysis.duplicates.signals import SIGNALS, Signal
from govreg.model.meeting import Meeting

AREAS = {"county": {}, "bristol": {"part_of": "county"}, "bath": {"part_of": "county"}}
THINGS = "archives bicycles canals dogs elms ferries gliders harbours islands jetties kites looms mills nurseries organs ponds".split()
OTHERS = [a_meeting(f"z-{thing}", purpose=f"Keep {thing} and catalogue every one of the {thing}", areas=["county"]) for thing in THINGS]


def score(one: dict[str, Any], other: dict[str, Any], *others: Meeting, **parts: Any) -> Pair:
    """The pair of two meetings in a register of some others."""
    meetings = [a_meeting(id_, **{"areas": ["county"], **keys}) for id_, keys in (("one", one), ("other", other))]
    return score_pair(a_register(*meetings, *(others or OTHERS), areas=AREAS, **parts), "one", "other").pairs[0]


def parts(pair: Pair) -> dict[str, float]:
    return {part.signal.value: part.weight for part in (*pair.evidence, *pair.against)}


def test_an_abbreviation_in_two_titles_adds_next_to_nothing() -> None:
    pair = score({"title": "RAG"}, {"title": "RAG panel"})

    assert pair.grade == "weak"
    assert pair.total < 0.5


def test_a_seat_that_nearly_every_meeting_has_adds_nothing() -> None:
    everywhere = [meeting.model_copy(update={"participants": a_meeting(participants=["opcc"]).participants}) for meeting in OTHERS]

    assert parts(score({"participants": ["opcc"]}, {"participants": ["opcc"]}, *everywhere)).get("seats", 0) == 0


def test_the_same_six_members_that_few_others_have_add_something() -> None:
    six = [f"org-{number}" for number in range(6)]
    organisations = {id_: {"name": f"Organisation {id_}"} for id_ in six}
    pair = score({"participants": six}, {"participants": six}, organisations=organisations)

    assert parts(pair)["seats"] > 1


def test_a_word_that_a_fifth_of_the_titles_have_adds_nothing() -> None:
    fifth = [
        meeting.model_copy(update={"title": f"Vista {meeting.title}"}) if number % 4 else meeting for number, meeting in enumerate(OTHERS)
    ]

    assert parts(score({"title": "Vista"}, {"title": "Vista"}, *fifth)).get("words", 0) == 0


def test_a_longer_text_in_common_adds_more() -> None:
    words = "quilts lathes anvils chisels trowels mallets pliers gauges vices clamps rasps adzes".split()
    entries: list[dict[str, Any]] = [{"title": "Panel", "purpose": " ".join(words[:count])} for count in (2, 6, 12)]
    totals = [score(entry, entry).total for entry in entries]

    assert totals == sorted(set(totals))
    assert totals[-1] > totals[0] + 3


def test_mentions_of_a_common_parent_body_are_not_evidence() -> None:
    parent = a_meeting("parent", title="Quilting and Lathe Assembly", areas=["county"])
    name = {"reports_to": ["parent"], "purpose": "The quilting and lathe assembly's work"}

    assert "words" not in parts(score(name, name, parent, *OTHERS))


def test_bodies_of_one_name_of_two_organisations_are_not_duplicates() -> None:
    kind = {"title": "Audit committee", "purpose": "Internal audit and risk"}
    same, different = (score({**kind, "lead": "opcc"}, {**kind, "lead": lead}) for lead in ("opcc", "constabulary"))

    assert same.kind == "duplicate"
    assert (different.kind, different.grade) == ("related", "weak")


def test_a_focus_item_that_is_another_meetings_name_is_evidence() -> None:
    pair = score({"title": "Etcd Operator"}, {"title": "Storage panel", "focus": ["etcd operator"]})

    assert parts(pair)["named-as-work"] == 1.0


def test_a_county_board_and_a_district_body_are_layers_and_listed_apart() -> None:
    reducing = {
        "title": "Reoffending board",
        "purpose": "Reduce reoffending by people leaving prison, with housing and employment for them",
    }
    meetings = [a_meeting("one", areas=["county"], **reducing), a_meeting("other", areas=["bristol"], **reducing)]
    found = find_duplicates(a_register(*meetings, *OTHERS, areas=AREAS), Query())

    assert found.pairs == ()
    assert [(pair.a, pair.b, pair.kind, pair.layers) for pair in found.layers] == [("one", "other", "related", True)]


@pytest.mark.parametrize("title", ["Reoffending forum", "Reoffending delivery group", "Reoffending scrutiny committee"])
def test_names_make_layers_unless_one_text_is_in_both(title: str) -> None:
    text = "Lend quilts, lathes, anvils, chisels, trowels, mallets and pliers to every household before the winter storms arrive"
    layers = score({"title": "Reoffending board"}, {"title": title})
    copied = score({"title": "Reoffending board", "purpose": text}, {"title": title, "purpose": text})

    assert (layers.kind, layers.layers) == ("related", True)
    assert (copied.kind, copied.grade) == ("duplicate", "likely")


def test_every_signal_has_one_meaning() -> None:
    assert SIGNALS.keys() == set(Signal)
    for meaning in SIGNALS.values():
        assert meaning.adds is None or not meaning.explains
        assert 0 <= meaning.explains <= 1


KEYS = st.fixed_dictionaries(
    {
        "purpose": st.sampled_from(["Road safety for all", "Mental health and road safety", "Quilts", "Lathes and quilts"]),
        "areas": st.sampled_from([[], ["county"], ["bristol"], ["bath"], ["bristol", "bath"], ["county", "bath"]]),
        "participants": st.sampled_from([[], ["opcc"], ["opcc", "constabulary"]]),
        "focus": st.sampled_from([[], ["Speed cameras now"]]),
    }
)


@examples(Fraction(1, 2))
@given(st.lists(KEYS, min_size=2, max_size=9, unique_by=repr))
def test_the_counts_agree_with_a_plain_count_of_all_pairs(entries: Sequence[dict[str, Any]]) -> None:
    meetings = [
        a_meeting(f"m-{number}", **{**keys, "purpose": f"{keys['purpose']} x{number}"}, title=f"Number{number} panel")
        for number, keys in enumerate(entries)
    ]
    comparison = build_comparison(a_register(*meetings, areas=AREAS))
    counts = comparison.scorer.frequencies
    pairs = [two for two in combinations(comparison.by_id.values(), 2) if comparable(*two)]

    assert comparison.comparable == len(pairs)
    for same in (True, False):
        alike = [(one, other) for one, other in pairs if (one.areas == other.areas) == same]
        assert counts.pairs[same] == len(alike)
        for thing in {thing for one in comparison.by_id.values() for thing in things(one)}:
            assert counts.share(thing, same_area=same) == (sum(thing in set(things(a)) & set(things(b)) for a, b in alike), len(alike))


def test_a_rarity_is_half_the_factor_of_ten_by_which_few_pairs_share_it() -> None:
    work = [f"{'Road safety' if number < 3 else 'Parks'} item{number}" for number in range(40)]
    meetings = [a_meeting(f"m-{number}", title="Panel", purpose=purpose) for number, purpose in enumerate(work)]
    counts = build_comparison(a_register(*meetings)).scorer.frequencies
    topic = ("topic", "road safety", 1)

    assert counts.share(topic, same_area=True) == (3, 780)
    assert counts.rarity(topic, same_area=True) == pytest.approx(log10((780 + 20 * 39 + 200) / 3) / 2)


def test_a_pair_that_cannot_reach_the_bar_is_not_scored_further() -> None:
    comparison = build_comparison(a_register(*OTHERS, areas=AREAS))
    a, b = OTHERS[0].id, OTHERS[1].id

    assert comparison.scorer.score_from(a, b, 9.0) is None
    assert isinstance(comparison.scorer.score_from(a, b, -9.0), ScoredPair)


def test_a_board_renamed_partnership_keeps_its_distinctive_name() -> None:
    board, partnership = (
        {"title": f"Quilting Lathe {kind}", "purpose": purpose} for kind, purpose in (("Board", "This"), ("Partnership", "That"))
    )

    pair = score(board, partnership, *OTHERS)

    assert "name" in parts(pair)


def test_a_name_that_is_only_a_subject_is_not_distinctive() -> None:
    board, partnership = (
        {"title": title, "purpose": purpose} for title, purpose in (("Audit Board", "This"), ("Audit Partnership", "That"))
    )

    assert "name" not in parts(score(board, partnership, *OTHERS))


def test_a_board_of_the_partnerships_chairs_is_a_layer_above_them() -> None:
    subject = {"purpose": "Quilting and lathe safety"}
    chairs = {"participants": [{"meeting": "other", "role": "chairs"}]}

    pair = score({"title": "Quilting Lathe Board", **chairs, **subject}, {"title": "Quilting Lathe Partnerships", **subject}, *OTHERS)

    assert pair.layers
    assert parts(pair)["member-of-the-other"] < 0


def test_one_meeting_for_each_area_and_one_for_all_are_layers() -> None:
    subject = {"purpose": "Quilting and lathe safety"}

    pair = score(
        {"title": "Quilting Lathe Board", **subject}, {"title": "Quilting Lathe Partnership", "instances": "per-area", **subject}, *OTHERS
    )

    assert pair.layers
    assert parts(pair)["one-for-each-area"] < 0


def test_an_abbreviation_is_not_a_distinctive_name() -> None:
    named = {"purpose": "Reduce harm from drugs"}

    assert "other-name" in parts(score({"title": "Drugs harbour panel", **named}, {"title": "Drugs kennel panel", **named}))
    assert "other-name" not in parts(score({"title": "Drugs panel (DP)", **named}, {"title": "Drugs panel", "aliases": ["NDAP"], **named}))


def test_numbers_tell_bodies_of_one_name_apart() -> None:
    shared = {"purpose": "Tend quarries, steeples and vineyards"}

    assert "other-name" in parts(score({"title": "Canals group 1", **shared}, {"title": "Canals group 2", **shared}))
    assert "other-name" not in parts(score({"title": "Canals group 2015", **shared}, {"title": "Canals group 2019", **shared}))


def test_several_bodies_and_one_are_layers() -> None:
    one, other = {"title": "Road Safety Partnerships (county)"}, {"title": "County Road Safety Partnership"}

    assert parts(score(one, other))["several-bodies"] < 0
    assert "several-bodies" not in parts(score(one, one))
    assert "several-bodies" not in parts(score({"title": "Chairs of the Road Safety Partnerships"}, other))


def test_a_group_of_chief_officers_works_for_no_other_body() -> None:
    officers, board = {"title": "Road Safety Chief Officers Group"}, {"title": "Road Safety Board"}

    assert "working-group" not in parts(score(officers, board))
    assert "working-group" in parts(score({"title": "Road Safety Officers Group"}, board))


def test_a_strategic_board_and_one_below_it_may_be_two_layers_of_one_subject() -> None:
    def apart(one: str | None, other: str | None) -> bool:
        work = [
            {"purpose": f"{what} zeppelins and balloons over the harbour", "level": level} for what, level in (("Buy", one), ("Fly", other))
        ]
        return "other-level" in parts(score(work[0], work[1]))

    assert apart("strategic", "tactical")
    assert apart("operational", "strategic")
    for one, other in (("strategic", "strategic"), ("tactical", "operational"), ("strategic", None), (None, None)):
        assert not apart(one, other), (one, other)
