"""A meeting with another id matches if an entry says so, if all other fields are the same, or if the words are similar."""

from typing import Any

import pytest

from building import a_meeting, a_register
from govreg.analysis.diff import match as module
from govreg.analysis.diff.match import ALIKE, Match, MatchReason, match_meetings
from govreg.analysis.text.words import split
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


def test_what_follows_the_first_500_words_makes_no_difference() -> None:
    page = " ".join(f"word{number}" for number in range(500))
    before, after = (f"{page} {' '.join(f'{other}{number}' for number in range(2000))}" for other in ("old", "new"))

    assert found(
        [a_meeting("a", title="Reoffending board", purpose=before)], [a_meeting("b", title="Reoffending panel", purpose=after)]
    ) == [("a", "b", MatchReason.ALIKE)]


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


def alike(before: list[Any], after: list[Any]) -> list[Match]:
    return list(match_meetings(a_register(*before), a_register(*after))[0])


def test_titles_alone_decide_where_there_are_no_texts_but_not_without_a_member() -> None:
    """Three of five words in both titles, on each side: 0.6, which is just enough."""
    titles = ("Alpha beta gamma delta zeta", "Alpha beta gamma eta theta")
    one, other = (a_meeting(id_, title=title, participants=["opcc"]) for id_, title in zip("ab", titles, strict=True))

    assert alike([one], [other]) == [Match("a", "b", MatchReason.ALIKE, 0.6, (("organisation", "opcc"),), ())]
    assert alike([one], [a_meeting("b", title="Alpha beta iota kappa theta", participants=["opcc"])]) == []
    assert alike([one], [a_meeting("b", title=titles[1], participants=["constabulary"])]) == []


def test_a_text_on_one_side_only_makes_two_entries_less_alike() -> None:
    one = a_meeting("a", title="Alpha beta gamma", participants=["opcc"])

    assert alike([one], [a_meeting("b", title="Alpha beta gamma board", participants=["opcc"])]) != []
    assert alike([one], [a_meeting("b", title="Alpha beta gamma board", participants=["opcc"], purpose="Count walruses")]) == []


def test_a_match_names_the_words_and_members_that_both_have() -> None:
    one = a_meeting("a", title="Alpha beta", purpose="Count herons and zebras", participants=["opcc", "nhs", {"meeting": "x"}])
    other = a_meeting("b", title="Alpha beta two", focus=["Zebra", "heron counts"], participants=["nhs", "fire", {"meeting": "x"}])

    (match,) = alike([one], [other])
    assert (match.members, match.words) == ((("meeting", "x"), ("organisation", "nhs")), ("count", "heron", "zebra"))


def test_words_that_both_texts_have_are_enough_without_a_member() -> None:
    one = a_meeting("a", title="Alpha beta", purpose="Count walruses", participants=["nhs"])

    assert alike([one], [a_meeting("b", title="Alpha beta two", purpose="Count walruses daily", participants=["fire"])]) != []
    assert alike([one], [a_meeting("b", title="Alpha beta two", purpose="Mend herons", participants=["fire"])]) == []


@pytest.mark.parametrize(("entries", "having", "matches"), [(5, 2, True), (14, 3, False), (15, 3, True), (15, 4, False), (20, 4, True)])
def test_a_member_of_more_than_two_and_more_than_a_fifth_of_the_meetings_says_nothing(entries: int, having: int, *, matches: bool) -> None:
    others = [
        a_meeting(f"m{number}", title=f"w{number}x", participants=["opcc"] if number < having - 1 else [f"o{number}"])
        for number in range(entries - 1)
    ]
    one, other = (a_meeting(id_, title=title, participants=["opcc"]) for id_, title in (("a", "Alpha beta"), ("b", "Alpha beta two")))

    for before, after in (([one, *others], [other]), ([one], [other, *others])):
        found = alike(before, after)
        assert [match.before for match in found] == (["a"] if matches else [])


def test_a_word_of_more_than_fifty_entries_that_come_or_go_suggests_no_match() -> None:
    kept = [a_meeting(f"k{number}") for number in range(300)]
    new = a_meeting("b", title="Walrus", participants=["o0"])

    for count, matches in ((50, 1), (51, 0)):
        gone = [a_meeting(f"a{number}", title=f"Walrus w{number}x", participants=[f"o{number}"]) for number in range(count)]
        assert len(alike([*gone, *kept], [new, *kept])) == len(alike([new, *kept], [*gone, *kept])) == matches


def test_the_best_match_of_each_is_taken_and_none_where_two_are_as_good() -> None:
    one = a_meeting("a", title="Alpha beta gamma delta", participants=["opcc"])
    titles = (("b", "Alpha beta gamma"), ("c", "Delta alpha beta gamma two"))
    near, nearer = (a_meeting(id_, title=title, participants=["opcc"]) for id_, title in titles)

    assert [(match.before, match.after) for match in alike([one], [near, nearer])] == [("a", "c")]
    assert [(match.before, match.after) for match in alike([near, nearer], [one])] == [("c", "a")]
    assert alike([one], [near, a_meeting("c", title="Beta gamma delta", participants=["opcc"])]) == []


def test_the_places_of_a_title_are_areas_of_either_register_by_name_or_alias() -> None:
    areas = {"weston": {"name": "Weston super Mare", "aliases": ["WSM town"]}}
    same = {"participants": ["opcc"]}

    def match(one: str, other: str, before: Any = None, after: Any = None) -> int:
        registers = (
            a_register(a_meeting("a", title=f"Alpha beta gamma {one}", **same), areas=areas if before is None else before),
            a_register(a_meeting("b", title=f"Alpha beta gamma {other}", **same), areas=areas if after is None else after),
        )
        return len(match_meetings(*registers)[0])

    assert match("Weston super Mare", "Weston super Mare two") == 1
    assert match("of Weston super Mare", "of Weston super") == 0
    assert match("WSM town", "WSM") == 0
    assert match("", "WSM town", {}, areas) == match("WSM town", "", areas, {}) == 0
    assert match("", "Weston", {}, {}) == 1


def test_a_match_by_name_comes_before_one_by_succession_and_that_before_one_by_text() -> None:
    named, text = a_meeting("b", title="Crime board", purpose="Mend roads"), a_meeting("c", title="Other", **TEXT)
    gone = a_meeting("a", title="Crime board", **TEXT)

    assert found([gone], [named, text]) == [("a", "b", MatchReason.NAME)]
    heir = a_meeting("b", title="Panel", purpose="Mend roads", supersedes=["a"])
    assert found([gone], [heir, text]) == [("a", "b", MatchReason.SUPERSEDES)]


def test_an_area_or_organisation_that_two_could_be_has_not_another_id() -> None:
    twins = {"x": {"name": "Office"}, "y": {"name": "Office"}}

    assert match_meetings(a_register(organisations={"opcc": {"name": "Office"}}), a_register(organisations=twins))[1].organisations == {}
    themes = ({"a": {"name": "Crime", "terms": ["x"]}}, {"b": {"name": "crime", "terms": ["y"]}})
    assert match_meetings(a_register(themes=themes[0]), a_register(themes=themes[1]))[1].themes == {"a": "b"}


def test_of_many_alike_each_is_compared_with_a_few_and_finds_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each word is in up to a fifth of the entries, so that almost every two have some in common."""
    compared = []
    how_alike = module.how_alike

    def counted(*sides: Any) -> float:
        compared.append(sides)
        return how_alike(*sides)

    monkeypatch.setattr(module, "how_alike", counted)
    words = [f"{one}{other}x" for one in "abcdefg" for other in "abcdefghijk"][:73]
    texts = [" ".join(words[(number * step + step * step) % len(words)] for step in range(3, 14)) for number in range(1, 201)]
    names = [f"{one}{other}q" for one in "abcdefghij" for other in "abcdefghijklmnopqrst"]

    before = [a_meeting(f"old-{name}", title=f"Board {name}", purpose=text) for name, text in zip(names, texts, strict=True)]
    after = [a_meeting(f"new-{name}", title=f"{name} group", purpose=f"{text} again") for name, text in zip(names, texts, strict=True)]

    assert found(before, after) == [(f"old-{name}", f"new-{name}", MatchReason.ALIKE) for name in names]
    assert len(compared) <= 2 * 2 * 10 * len(names)


def test_a_title_with_no_word_of_the_other_sides_is_compared_with_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: Any) -> float:
        raise AssertionError

    monkeypatch.setattr(module, "how_alike", refused)
    same = {"purpose": "Reduce reoffending by prison leavers", "participants": ["opcc"]}

    assert found([a_meeting("a", title="Alpha", **same, notes="x")], [a_meeting("b", title="Beta", **same)]) == []


def test_the_places_of_a_title_are_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(text: str) -> list[str]:
        asked.append(text)
        return split(text)

    monkeypatch.setattr("govreg.analysis.diff.match.split", counted)
    others = [a_meeting(f"other-{number}") for number in range(25)]
    before = [a_meeting(f"old-{number}", title="Knife board", purpose=f"burglary {'abcde'[number]}y") for number in range(5)]
    after = [a_meeting(f"new-{number}", title="Knife boards", purpose=f"burglary {'abcde'[number]}x") for number in range(5)]

    match_meetings(a_register(*before, *others, areas=AREAS), a_register(*after, *others, areas=AREAS))

    assert asked.count("Knife board") == 2
