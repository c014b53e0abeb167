"""Ids of meetings that an import adds, and what of the register they may be."""

from building import a_meeting, a_register
from govreg.analysis.importing.matching import new_id, questions
from papers import planned

REGISTER = a_register(a_meeting("safer-streets-board"))


def test_an_id_is_made_from_the_title_and_numbered_where_others_have_it() -> None:
    taken: list[str] = []
    for _ in range(3):
        taken.append(new_id(REGISTER, taken, "Safer Streets Board"))

    assert taken == ["safer-streets-board-2", "safer-streets-board-3", "safer-streets-board-4"]
    assert new_id(REGISTER, taken, "Rural Crime Forum") == "rural-crime-forum"


def test_an_id_is_valid_whatever_the_title() -> None:
    assert [new_id(REGISTER, (), title) for title in ("Unclear", "CON", "日本")] == [
        "meeting-unclear",
        "meeting-con",
        "meeting",
    ]
    long = new_id(a_register(a_meeting("a" * 64)), (), "a" * 64)
    assert long.endswith("a-2")
    assert len(long) <= 64


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
