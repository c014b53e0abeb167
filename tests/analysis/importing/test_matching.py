"""Ids of meetings that an import adds, and what of the register they may be."""

from building import a_meeting, a_register
from govreg.analysis.importing.matching import new_id

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
