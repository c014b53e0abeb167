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
        assert not (meaning.layer and meaning.related)


@pytest.mark.parametrize(
    ("words", "adds"), [("a coin toss, since", 0.3), ("one pair in ten", 1.0), ("taken as one in ten", 1.0), ("one in a hundred", 2.0)]
)
def test_a_signal_adds_what_its_words_say(words: str, adds: float) -> None:
    """A coin toss is the tenth logarithm of two, one in ten is one, one in a hundred is two."""
    assert {meaning.adds for meaning in SIGNALS.values() if words in meaning.says} == {adds}


def test_what_explains_all_likeness_says_so_and_makes_a_pair_related_at_most() -> None:
    assert [meaning.says.endswith("all likeness is explained.") for meaning in SIGNALS.values()] == [
        meaning.explains == 1 for meaning in SIGNALS.values()
    ]
    assert [meaning.related for meaning in SIGNALS.values()] == [meaning.explains == 1 for meaning in SIGNALS.values()]
    assert sum(meaning.adds for meaning in SIGNALS.values() if meaning.adds is not None and meaning.adds < 0.3) < 0.3


def test_signals_come_in_the_order_of_the_question_they_answer() -> None:
    """First what the two have in common, then what speaks for one piece of work beside it, then layers, then what sets them apart."""
    kinds = ["adds" if not one.explains else "layer" if one.layer else "all" if one.explains == 1 else "part" for one in SIGNALS.values()]

    assert list(dict.fromkeys(kinds)) == ["adds", "layer", "part", "all"]
    assert kinds == sorted(kinds, key=["adds", "layer", "part", "all"].index)


PLAIN = {"purpose": "Buy zeppelins, balloons and gliders for the harbour"}
AGAIN = {"purpose": "Fly zeppelins, balloons and gliders over the harbour"}


def shares(one: dict[str, Any], other: dict[str, Any], *others: Meeting, **parts_: Any) -> dict[str, float]:
    """What sets the two meetings apart, or explains their likeness otherwise."""
    return {part.signal.value: part.weight for part in score({**PLAIN, **one}, {**AGAIN, **other}, *OTHERS, *others, **parts_).against}


@pytest.mark.parametrize(
    ("one", "other", "signal"),
    [
        ({"reports_to": ["other"]}, {}, "reports"),
        ({}, {"reports_to": ["one"]}, "reports"),
        ({"participants": [{"meeting": "other"}]}, {}, "member-of-the-other"),
        ({}, {"participants": [{"meeting": "one"}]}, "member-of-the-other"),
        ({"links_to": ["other"]}, {}, "linked"),
        ({}, {"links_to": ["one"]}, "linked"),
        ({"areas": ["bristol"]}, {}, "area-within"),
        ({"areas": ["bristol"]}, {"areas": ["bath"]}, "other-area"),
        ({"areas": ["bristol", "bath"]}, {"areas": ["bath"]}, "area-partly"),
        ({"instances": "per-area"}, {}, "one-for-each-area"),
        ({"lead": "constabulary"}, {}, "other-lead"),
        ({"lead": "constabulary", "title": "Sky board"}, {"title": "Sky board"}, "other-organisations-body"),
        ({"title": "Road safety board"}, {"title": "Mental health board"}, "other-theme"),
        ({"title": "Oboe board"}, {"title": "Cello board"}, "other-name"),
        ({"status": "ended"}, {"supersedes": ["one"]}, "predecessor-ended"),
    ],
)
def test_each_thing_that_sets_two_meetings_apart(one: dict[str, Any], other: dict[str, Any], signal: str) -> None:
    assert signal not in shares({}, {})
    assert shares(one, other)[signal] < 0


def test_what_is_explained_takes_its_share_of_what_is_left_of_the_likeness() -> None:
    pair = score({**PLAIN, "links_to": ["other"], "lead": "constabulary"}, AGAIN)
    likeness = sum(part.weight for part in pair.evidence)

    linked, leads = parts(pair)["linked"], parts(pair)["other-lead"]
    assert linked == pytest.approx(-0.1 * likeness, abs=0.006)
    assert leads == pytest.approx(-0.2 * (likeness + linked), abs=0.006)
    apart = score({**PLAIN, "areas": ["bristol"]}, {**AGAIN, "areas": ["bath"]})
    assert apart.total == pytest.approx(-1.0)


def test_only_one_of_reporting_sitting_and_being_linked_counts() -> None:
    every = {"reports_to": ["other"], "participants": [{"meeting": "other"}], "links_to": ["other"]}

    assert shares(every, {}).keys() == {"reports"}
    assert shares({**every, "reports_to": []}, {}).keys() == {"member-of-the-other"}


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        ({"recommendation": "continue"}, {"recommendation": "change"}, True),
        ({"recommendation": "start"}, {"recommendation": "continue"}, True),
        ({"recommendation": "continue"}, {"recommendation": "merge"}, False),
        ({"recommendation": "continue"}, {"recommendation": "continue", "proposed_in": "Another paper"}, False),
        ({"recommendation": "continue"}, {"recommendation": "continue", "proposed_on": "2017"}, False),
        ({"recommendation": "continue"}, {}, False),
    ],
)
def test_one_review_that_keeps_both_sets_them_apart(one: dict[str, str], other: dict[str, str], *, kept: bool) -> None:
    paper = {"proposed_in": "Review of boards", "proposed_on": "2016"}

    assert ("both-kept" in shares({"review": {**paper, **one}}, {"review": {**paper, **other}})) is kept
    assert "both-kept" not in shares({"review": one}, {"review": one})
    assert "both-kept" not in shares({"review": {**paper, **one}}, {})


def adds(one: dict[str, Any], other: dict[str, Any], *others: Meeting) -> dict[str, float]:
    """What speaks for one piece of work."""
    return {part.signal.value: part.weight for part in score({**PLAIN, **one}, {**AGAIN, **other}, *OTHERS, *others).evidence}


def test_what_speaks_for_one_piece_of_work_beside_the_texts() -> None:
    above = a_meeting("above", areas=["county"], title="Sky board")
    act = {"statutory": ["Care Act 2014"]}

    assert adds({"supersedes": ["other"]}, {})["succession"] == adds({}, {"supersedes": ["one"]})["succession"] == 2.0
    assert adds({"reports_to": ["above"]}, {"reports_to": ["x", "above"]}, above)["same-report"] == 0.1
    assert "same-report" not in adds({"reports_to": ["above"]}, {"reports_to": ["x"]}, above)
    assert adds(act, {"statutory": ["care act 2014"]})["duty"] == 1.0
    assert "duty" not in adds(act, {"statutory": ["Fire Act"]})
    assert "duty" not in adds(act, {"statutory": False})
    assert "duty" not in adds({**act, "areas": ["bath"]}, {**act, "areas": ["bristol"]})


def test_two_statutory_bodies_serve_one_duty_by_an_act_or_by_what_both_are_called_after() -> None:
    adults, children = {"title": "Safeguarding Adults Board"}, {"title": "Safeguarding Children Partnership"}
    named, unnamed = {"statutory": ["Care Act 2014"]}, {"statutory": True}

    assert "duty" in adds({**adults, **unnamed}, {"title": "Adult safeguarding panel", **unnamed})
    assert "duty" in adds({**adults, **unnamed}, {"title": "Adult safeguarding panel", **named})
    assert "duty" not in adds({**adults, **unnamed}, {**children, **unnamed})
    assert "duty" not in adds({**adults, **unnamed}, {"title": "Sky panel", "focus": ["Safeguarding adults"], **unnamed})
    assert "duty" in adds({**adults, **named}, {"title": "Sky panel", "focus": ["Safeguarding adults"], **named})
    assert "duty" not in adds({**adults, **named}, {**children, **named})
    for one, other in ((adults, {"title": "Sky panel"}), ({"title": "Sky panel"}, adults)):
        assert "duty" in adds({**one, **named}, {**other, **named})


def test_a_name_that_a_text_mentions_counts_by_what_is_said_of_it() -> None:
    other = {"title": "Etcd Operator Board"}

    assert adds({"purpose": "Buy sails. It replaces the Etcd Operator Board"}, other)["named-in-succession"] == 1.0
    assert adds({"purpose": "Buy sails beside the Etcd Operator Board"}, other)["named"] == 0.3
    succeeded = adds({"purpose": "Buy sails. It replaces the Etcd Operator Board", "supersedes": ["other"]}, other)
    assert "named-in-succession" not in succeeded
    assert "succession" in succeeded


def test_subjects_that_go_together_are_near() -> None:
    near = adds({"title": "Health and wellbeing board"}, {"title": "Integrated care board"})

    assert near["near-theme"] == 0.15
    assert "near-theme" not in adds({"title": "Health and wellbeing board"}, {"title": "Road safety board"})


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
    topic = ("topic", 1, "road safety")

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


def test_two_names_differ_only_where_each_has_a_word_of_its_own() -> None:
    assert "other-name" in shares({"title": "Oboe board"}, {"title": "Cello board"})
    for one, other in (
        ("Oboe board", "Board"),
        ("Board", "Oboe board"),
        ("Oboe board", "Oboe cello board"),
        ("Oboe cello board", "Oboe board"),
    ):
        assert "other-name" not in shares({"title": one}, {"title": other})
    assert "other-name" not in shares({"title": "Oboe board"}, {"title": "Cello board", "purpose": "Play oboes, zeppelins and gliders"})
    assert "other-name" not in shares({"title": "Oboe board"}, {"title": "Cello board", "aliases": ["Oboes"]})
