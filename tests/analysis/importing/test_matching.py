"""Ids of meetings that an import adds, and what of the register they may be."""

from building import a_meeting, a_register
from govreg.analysis.importing.matching import id_from, questions
from papers import planned


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
