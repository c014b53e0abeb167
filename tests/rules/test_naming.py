"""Names and lists, where a rule's page doesn't show it."""

from typing import Any

import pytest

from building import a_meeting, a_register, a_sitting, found_at, found_by, problems, related
from govreg.model.settings import Settings
from govreg.rules.naming import listed_twice, name_used_twice, reserved_name, title_used_twice


def _with(key: str, items: list[Any]) -> dict[str, Any]:
    return {key: items}


@pytest.mark.parametrize(
    ("key", "twice"),
    [
        ("aliases", ["Budget", "BUDGET"]),
        ("statutory", ["Care Act 2014", "care act 2014"]),
        ("focus", ["Savings", {"text": "savings"}]),
        ("sources", [{"document": "Paper"}, {"document": "Paper"}]),
        ("participants", ["nhs", {"organisation": "nhs"}]),
    ],
)
def test_what_a_list_has_twice_is_found_whatever_its_case(key: str, twice: list[Any]) -> None:
    assert len(found_by(listed_twice, a_register(a_meeting(**_with(key, twice))))) == 1
    assert found_by(listed_twice, a_register(a_meeting(**_with(key, twice[:1])))) == []


def test_a_list_may_name_one_organisation_in_two_roles_and_one_subject_at_two_times() -> None:
    seats = [{"organisation": "nhs", "role": "ACC"}, {"organisation": "nhs", "role": "Chair"}, {"organisation": "nhs", "from": "2026"}]
    focus = [{"text": "Savings", "until": "2025"}, {"text": "Savings", "from": "2026"}]

    assert found_by(listed_twice, a_register(a_meeting(participants=seats, focus=focus))) == []


def test_names_and_members_of_other_entries_are_not_repeated_either() -> None:
    register = a_register(
        organisations={"opcc": {"aliases": ["A", "a"]}, "all": {"members": ["opcc", "opcc"]}},
        areas={"town": {"aliases": ["B", "b"]}},
        themes={"roads": {"aliases": ["C", "c"], "terms": ["road", "Road"]}},
    )

    assert len(found_by(listed_twice, register)) == 5


def test_a_name_of_two_entries_is_reported_at_the_second_and_ids_come_before_names_and_names_before_aliases() -> None:
    twice = {"a": {"name": "B", "aliases": ["one"]}, "b": {"name": "Two", "aliases": ["x", "ONE"]}}
    register = a_register(
        a_meeting("a", title="Same", aliases=["b", "Both"]),
        a_meeting("b", title="same", aliases=["x", "both", "Other"]),
        a_meeting("c", title="Other"),
        organisations=twice,
        themes=twice,
        areas=twice,
    )

    assert found_at(name_used_twice, register) == [
        "organisations a.name: “B” is also a name of “b”.",
        "organisations b.aliases.1: “ONE” is also a name of “a”.",
        "themes a.name: “B” is also a name of “b”.",
        "themes b.aliases.1: “ONE” is also a name of “a”.",
        "register areas.a.name: “B” is also a name of “b”.",
        "register areas.b.aliases.1: “ONE” is also a name of “a”.",
        "a aliases.0: “b” is also the id of another entry.",
        "b aliases.1: “both” is also a name of “a”.",
        "b aliases.2: “Other” is also a name of “c”.",
    ]
    assert [related(one) for one in problems(name_used_twice, register)] == [
        ["organisations key b: “b” uses it here"],
        ["organisations a.aliases.0: “a” uses it here"],
        ["themes key b: “b” uses it here"],
        ["themes a.aliases.0: “a” uses it here"],
        ["register key areas.b: “b” uses it here"],
        ["register areas.a.aliases.0: “a” uses it here"],
        ["b: “b” uses it here"],
        ["a aliases.1: “a” uses it here"],
        ["c title: “c” uses it here"],
    ]


def test_an_entry_may_repeat_its_own_names() -> None:
    entries = {"roads": {"name": "Roads", "aliases": ["roads", "ROADS"]}}
    register = a_register(a_meeting("a", title="A", aliases=["a"]), organisations=entries, themes=entries, areas=entries)

    assert found_at(name_used_twice, register) == []


def test_each_further_meeting_of_a_title_is_compared_with_the_first() -> None:
    register = a_register(*(a_meeting(id_, title=title) for id_, title in (("a", "Panel"), ("b", "Board"), ("c", "PANEL"), ("d", "panel"))))

    assert found_at(title_used_twice, register) == [
        "c title: Another meeting is also called “PANEL”.",
        "d title: Another meeting is also called “panel”.",
    ]
    assert [related(one) for one in problems(title_used_twice, register)] == [["a title: “a” has this title too"]] * 2


@pytest.mark.parametrize("word", ["Joint", "joint", "unclear", "UNCLEAR", "not-stated", "Not stated"])
def test_words_for_a_lead_are_no_names(word: str) -> None:
    entries = {"a": {"name": "A", "aliases": ["one", word]}}
    register = a_register(a_meeting("b", aliases=[word]), a_meeting("c", title=word), organisations=entries, themes=entries, areas=entries)

    assert found_at(reserved_name, register) == [
        f"{place}: “{word}” is a reserved word, which describes a lead."
        for place in ("register areas.a.aliases.1", "organisations a.aliases.1", "themes a.aliases.1", "c title", "b aliases.0")
    ]


@pytest.mark.parametrize("word", ["Joint board", "clear", "not started", "stated"])
def test_longer_names_may_contain_such_words(word: str) -> None:
    assert found_at(reserved_name, a_register(a_meeting("b", aliases=[word]))) == []


def test_each_repeat_in_a_list_is_reported_with_the_place_of_the_first() -> None:
    register = a_register(
        a_meeting("a", support=["nhs", "opcc", "nhs", "nhs"], chair="opcc", lead=["opcc", "opcc"], areas=["town", "town"]),
        organisations={"opcc": {"aliases": ["x", "A", "a"]}, "all": {"members": ["nhs", "opcc", "opcc"]}},
        areas={"town": {"aliases": ["x", "B", "b"]}},
        themes={"roads": {"aliases": ["x", "C", "c"], "terms": ["x", "road", "Road"]}},
        settings=Settings.model_validate({"house_words": ("x", "board", "Board")}),
        glossary={"CC": ("Chief Constable", "County Council", "chief constable")},
    )
    sitting = a_sitting(
        attended=["nhs", "opcc", "opcc"],
        apologies=[{"role": "CEO"}, {"person": "Jo"}, {"person": "JO"}],
        actions=[{"text": "Write to the bank"}, {"owner": "opcc"}, {"text": "Write to the bank"}, {"owner": "opcc"}],
    )

    assert found_at(listed_twice, register, sitting) == [
        "a lead.1: “opcc” is listed twice.",
        "a support.2: “nhs” is listed twice.",
        "a support.3: “nhs” is listed twice.",
        "a areas.1: “town” is listed twice.",
        "organisations all.members.2: “opcc” is listed twice.",
        "organisations opcc.aliases.2: “a” is listed twice.",
        "register areas.town.aliases.2: “b” is listed twice.",
        "themes roads.aliases.2: “c” is listed twice.",
        "themes roads.terms.2: “Road” is listed twice.",
        "register settings.house_words.2: “Board” is listed twice.",
        "glossary CC.2: “chief constable” is listed twice.",
        "budget-committee/2018-04-04 attended.2: “opcc” is listed twice.",
        "budget-committee/2018-04-04 apologies.2: “the attendee” is listed twice.",
        "budget-committee/2018-04-04 actions.2: “Write to the bank” is listed twice.",
        "budget-committee/2018-04-04 actions.3: “the action” is listed twice.",
    ]
    assert [related(one)[0].split(":")[0] for one in problems(listed_twice, register, sitting)] == [
        "a lead.0",
        "a support.0",
        "a support.0",
        "a areas.0",
        "organisations all.members.1",
        "organisations opcc.aliases.1",
        "register areas.town.aliases.1",
        "themes roads.aliases.1",
        "themes roads.terms.1",
        "register settings.house_words.1",
        "glossary CC.0",
        "budget-committee/2018-04-04 attended.1",
        "budget-committee/2018-04-04 apologies.1",
        "budget-committee/2018-04-04 actions.0",
        "budget-committee/2018-04-04 actions.1",
    ]


def test_two_actions_with_one_number_are_not_also_an_action_listed_twice() -> None:
    numbered = {"id": "1", "text": "Write to the bank"}

    assert (
        found_at(listed_twice, a_register(a_meeting()), a_sitting(actions=[numbered, numbered, {"text": "Call"}, {"text": "Wait"}])) == []
    )


@pytest.mark.parametrize(
    "other",
    [
        {"organisation": "opcc", "role": "CEO"},
        {"organisation": "nhs", "role": "CFO"},
        {"organisation": "nhs", "role": "CEO", "person": "Jo"},
        {"organisation": "nhs", "role": "CEO", "attendance": "deputy"},
        {"organisation": "nhs", "role": "CEO", "from": "2020"},
        {"organisation": "nhs", "role": "CEO", "until": "2020"},
        {"meeting": "nhs", "role": "CEO"},
    ],
)
def test_seats_that_differ_in_anything_are_two(other: dict[str, str]) -> None:
    seat = {"organisation": "nhs", "role": "CEO"}

    assert found_at(listed_twice, a_register(a_meeting(participants=[seat, other]))) == []
    assert found_at(listed_twice, a_register(a_meeting(participants=[seat, other, other]))) != []


def test_a_seat_is_repeated_in_whatever_case_its_role_is_written() -> None:
    seats = [{"organisation": "nhs", "role": "CEO"}, {"organisation": "nhs", "role": "ceo"}]

    assert found_at(listed_twice, a_register(a_meeting(participants=seats))) == ["budget-committee participants.1: “nhs” is listed twice."]


def test_a_source_without_a_document_is_repeated_too() -> None:
    sources = [{"reference": "p. 4"}, {"document": "Paper"}, {"reference": "p. 4"}, {"document": "Paper"}]

    assert found_at(listed_twice, a_register(a_meeting(sources=sources))) == [
        "budget-committee sources.2: “the source” is listed twice.",
        "budget-committee sources.3: “Paper” is listed twice.",
    ]


@pytest.mark.parametrize(
    "other",
    [
        {"organisation": "opcc", "role": "CEO"},
        {"organisation": "nhs", "role": "CFO"},
        {"role": "CEO"},
        {"organisation": "nhs", "role": "CEO", "person": "Jo"},
    ],
)
def test_attendees_that_differ_in_anything_are_two(other: dict[str, str]) -> None:
    for key in ("attended", "apologies"):
        people: Any = {key: [{"organisation": "nhs", "role": "CEO"}, other]}
        assert found_at(listed_twice, a_register(a_meeting()), a_sitting(**people)) == []
