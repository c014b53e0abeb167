"""A meeting under another id is the same where an entry says so, all else is the same, or the words are; else it is none."""

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
def test_one_has_the_name_of_the_other(before: dict[str, Any], after: dict[str, Any]) -> None:
    assert found([a_meeting("a", **before)], [a_meeting("b", **after)]) == [("a", "b", MatchReason.NAME)]


def test_one_says_that_it_took_the_place_of_the_other() -> None:
    after = a_meeting("b", title="Order panel", supersedes=["a"])

    assert found([a_meeting("a", title="Crime board")], [after]) == [("a", "b", MatchReason.SUPERSEDES)]


def test_all_else_that_it_says_is_the_same() -> None:
    assert found([a_meeting("a", title="One", **TEXT)], [a_meeting("b", title="Quite other", **TEXT)]) == [("a", "b", MatchReason.TEXT)]


def test_two_stubs_are_not_the_same_for_saying_nothing() -> None:
    assert found([a_meeting("a", title="One")], [a_meeting("b", title="Other")]) == []


def test_titles_and_texts_are_alike() -> None:
    changed = {**TEXT, "purpose": "Reduce reoffending by young prison leavers across the county"}

    assert found([a_meeting("a", title="Reoffending board", **TEXT)], [a_meeting("b", title="Reoffending panel", **changed)]) == [
        ("a", "b", MatchReason.ALIKE)
    ]


def test_like_titles_alone_are_no_renaming_but_with_a_member_they_are() -> None:
    titles = {"title": "Stalking clinic"}, {"title": "Stalking clinics"}
    members = {"participants": ["opcc"]}

    assert found([a_meeting("a", **titles[0])], [a_meeting("b", **titles[1])]) == []
    assert found([a_meeting("a", **titles[0], **members)], [a_meeting("b", **titles[1], **members)]) == [("a", "b", MatchReason.ALIKE)]


def test_a_word_or_a_member_that_many_have_makes_no_renaming() -> None:
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


def test_boards_of_two_places_are_two_however_alike() -> None:
    for before, after in (({"areas": ["bristol"]}, {"areas": ["somerset"]}), ({"title": "Bristol board"}, {"title": "Somerset board"})):
        one = a_meeting("a", **{"title": "Safety board", **TEXT, **before, "focus": ["A", "Knives"]})
        other = a_meeting("b", **{"title": "Safety board ii", **TEXT, **after})
        assert found([one], [other], areas=AREAS) == []


def test_where_several_could_be_meant_none_is() -> None:
    twins = [a_meeting(id_, title=f"Board {id_}", **TEXT) for id_ in ("b", "c")]

    assert found([a_meeting("a", title="Board", **TEXT)], twins) == []
    assert found([a_meeting("a"), a_meeting("b")], [a_meeting("c", supersedes=["a", "b"])]) == []


def test_a_file_that_cannot_be_read_is_not_gone() -> None:
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
