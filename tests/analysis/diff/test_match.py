"""A meeting with another id matches if an entry says so, if all other fields are the same, or if the words are similar."""

from typing import Any

import pytest

from building import a_meeting, a_register
from govreg.analysis.diff.match import ALIKE, MatchReason, match_meetings
from govreg.model.register import meetings

TEXT: dict[str, Any] = {"purpose": "Reduce reoffending by prison leavers across the county", "focus": ["Housing", "Work"]}
AREAS = {"bristol": {"name": "Bristol"}, "somerset": {"name": "Somerset"}}


def found(before: list[Any], after: list[Any], **parts: Any) -> list[tuple[str, str, MatchReason]]:
    one, other = a_register(*before, **parts), a_register(*after, **parts)
    there = match_meetings(one, other)[0]
    back = match_meetings(other, one)[0]
    assert sorted(match._replace(before=match.after, after=match.before) for match in back) == sorted(there)
    return [(match.before, match.after, match.reason) for match in there]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"title": "Crime board"}, {"title": "CRIME  Board"}),
        ({"title": "Crime board"}, {"title": "Order panel", "aliases": ["Crime board"]}),
        ({"title": "Crime board", "aliases": ["CB"]}, {"title": "CB"}),
    ],
)
def test_an_entry_with_the_others_name_matches(before: dict[str, Any], after: dict[str, Any]) -> None:
    assert found([a_meeting("a", **before)], [a_meeting("b", **after)]) == [("a", "b", MatchReason.NAME)]


def test_an_entry_that_replaces_the_other_matches() -> None:
    after = a_meeting("b", title="Order panel", supersedes=["a"])

    assert found([a_meeting("a", title="Crime board")], [after]) == [("a", "b", MatchReason.SUPERSEDES)]


def test_an_entry_with_the_same_other_fields_matches() -> None:
    assert found([a_meeting("a", title="One", **TEXT)], [a_meeting("b", title="Quite other", **TEXT)]) == [("a", "b", MatchReason.TEXT)]


def test_two_stubs_do_not_match_by_saying_nothing() -> None:
    assert found([a_meeting("a", title="One")], [a_meeting("b", title="Other")]) == []


def test_similar_titles_and_texts_match() -> None:
    changed = {**TEXT, "purpose": "Reduce reoffending by young prison leavers across the county"}

    assert found([a_meeting("a", title="Reoffending board", **TEXT)], [a_meeting("b", title="Reoffending panel", **changed)]) == [
        ("a", "b", MatchReason.ALIKE)
    ]


def test_similar_titles_match_only_with_a_common_member() -> None:
    titles = {"title": "Stalking clinic"}, {"title": "Stalking clinics"}
    members = {"participants": ["opcc"]}

    assert found([a_meeting("a", **titles[0])], [a_meeting("b", **titles[1])]) == []
    assert found([a_meeting("a", **titles[0], **members)], [a_meeting("b", **titles[1], **members)]) == [("a", "b", MatchReason.ALIKE)]


def test_a_common_word_or_member_does_not_match_entries() -> None:
    others = [a_meeting(f"m{number}", title=f"Clinic {word}", participants=["opcc"]) for number, word in enumerate(("x", "y", "z"))]
    one, other = a_meeting("a", title="Clinic north", participants=["opcc"]), a_meeting("b", title="Clinic", participants=["opcc"])

    assert found([one, *others], [other, *others]) == []


def test_likeness_is_the_share_of_words_in_both() -> None:
    """Titles 2 of 4 words, texts 5 of 10, both counted on each side: 0.5, under what it takes."""
    one = a_meeting("a", title="Knife crime", purpose="alpha beta gamma delta epsilon")
    other = a_meeting("b", title="Knife harm", purpose="alpha beta gamma zeta eta")
    nearer = a_meeting("b", title="Knife harm", purpose="alpha beta gamma delta eta")

    assert found([one], [other]) == []
    assert ALIKE == 0.6
    assert match_meetings(a_register(one), a_register(nearer))[0][0].likeness == pytest.approx((2 / 4 + 8 / 10) / 2)


def test_similar_boards_of_two_places_are_two_meetings() -> None:
    for before, after in (({"areas": ["bristol"]}, {"areas": ["somerset"]}), ({"title": "Bristol board"}, {"title": "Somerset board"})):
        one = a_meeting("a", **{"title": "Safety board", **TEXT, **before, "focus": ["A", "Knives"]})
        other = a_meeting("b", **{"title": "Safety board ii", **TEXT, **after})
        assert found([one], [other], areas=AREAS) == []


def test_ambiguous_matches_are_dropped() -> None:
    twins = [a_meeting(id_, title=f"Board {id_}", **TEXT) for id_ in ("b", "c")]

    assert found([a_meeting("a", title="Board", **TEXT)], twins) == []
    assert found([a_meeting("a"), a_meeting("b")], [a_meeting("c", supersedes=["a", "b"])]) == []


def test_an_unreadable_file_does_not_count_as_deleted() -> None:
    broken = a_register(a_meeting("b", title="A"))
    broken = type(broken)(meetings=meetings(broken.meetings.entries, unread=["a"]), organisations=broken.organisations)

    assert match_meetings(a_register(a_meeting("a")), broken)[0] == ()


def test_organisations_areas_and_themes_are_the_same_by_name() -> None:
    before = a_register(organisations={"opcc": {"name": "Office"}, "x": {"name": "X"}}, areas={"b": {"name": "Bristol"}})
    after = a_register(
        organisations={"office": {"name": "The office", "aliases": ["Office"]}, "y": {"name": "Y"}}, areas={"c": {"name": "bristol"}}
    )

    ids = match_meetings(before, after)[1]

    assert (ids.organisations, ids.areas) == ({"opcc": "office"}, {"b": "c"})
