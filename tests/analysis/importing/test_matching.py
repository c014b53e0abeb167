"""Ids of meetings that an import adds, and what of the register they may be."""

import pytest

from building import a_meeting, a_register
from govreg.analysis.importing.matching import id_from, questions
from papers import only, planned


def test_an_id_is_valid_whatever_the_title() -> None:
    assert [id_from(title) for title in ("Rural Crime Forum", "Unclear", "CON", "日本")] == [
        "rural-crime-forum",
        "meeting-unclear",
        "meeting-con",
        "meeting",
    ]


def test_a_new_meeting_may_be_one_whose_title_is_a_slip_away_and_has_the_same_numbers() -> None:
    register = a_register(a_meeting("district-1-board"), a_meeting("rural-crime-forum"))

    def asked(id_: str, title: str, *matched: str) -> dict[str, str]:
        return questions(register, {id_: {"title": title, "lead": "opcc"}}, frozenset(matched))

    assert asked("rural-crimes-forum", "Rural Crimes Forum") == {"rural-crimes-forum": "rural-crime-forum"}
    assert asked("rural-crimes-forum", "Rural Crimes Forum", "rural-crime-forum") == {}
    assert asked("district-2-board", "District 2 board") == {}
    assert asked("harbour-trust", "Harbour Trust") == {}


def test_the_register_s_meeting_counts_before_another_of_that_title_in_the_paper() -> None:
    register = a_register(
        a_meeting("harbour-board", title="Harbour Board", areas=["bath"]), areas={"bath": {"name": "Bath"}, "bristol": {"name": "Bristol"}}
    )
    board = "Harbour Board\nLead: Council\nFrequency: monthly\n"
    plan = planned(f"{board}Area: Bristol\n\n{board}", register)

    assert [one.id for one in plan.meetings] == ["harbour-board-2", "harbour-board"]


def test_a_meeting_that_is_named_by_its_title_gets_the_id_that_was_chosen_for_it() -> None:
    text = "Safer Streets Board\nLead: Council\nFrequency: monthly\n\nRural Crime Forum\nLead: NFU\nLinks to: Safer Streets Board\n"
    plan = planned(text, same_as={"Safer Streets Board": "ssb"})

    assert {one.id: one.fields.get("links_to") for one in plan.meetings} == {"ssb": None, "rural-crime-forum": ("ssb",)}


@pytest.mark.parametrize(
    "titles", [("Local Justice Board (LJB)", "Local Justice Board"), ("Local Justice Board", "The Local Justice Board (LJB)")]
)
def test_a_title_is_the_same_with_and_without_its_own_initials(titles: tuple[str, str]) -> None:
    first, then = titles
    plan = planned(f"Meeting: {first}\nLead: OPCC\nMeets: monthly\n\nMeeting: {then}\nLead: OPCC\nMembers: Fire")

    assert [one.title for one in plan.meetings] == [first]
    assert "participants" in only(plan).fields
    known = a_register(a_meeting("board", title=then, lead="opcc", frequency="monthly"), organisations={"opcc": {"name": "OPCC"}})
    again = planned(f"Meeting: {first}\nLead: OPCC\nMeets: monthly\nMembers: OPCC", known)
    assert (only(again).id, only(again).action) == ("board", "change")


def test_other_initials_in_brackets_tell_two_meetings_apart() -> None:
    assert (
        len(planned("Meeting: Local Board (NPB)\nLead: OPCC\nMeets: monthly\n\nMeeting: Local Board\nLead: OPCC\nMeets: monthly").meetings)
        == 2
    )
