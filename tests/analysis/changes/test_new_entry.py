"""A new entry is put where its sort is kept, its keys in the order of the schema."""

from govreg.analysis.changes.new_entry import new_entry
from govreg.model.edits import FileEdit, RegisterChange, SetValue, Value


def test_a_meeting_is_a_file_with_its_keys_in_order() -> None:
    change = new_entry(lambda _: None, "meeting", "van-board", {"frequency": "Monthly", "lead": "opcc", "title": "Van board"})

    assert [*change.created["meetings/van-board.yaml"].items()] == [  # type: ignore[union-attr] # a mapping
        ("title", "Van board"),
        ("lead", "opcc"),
        ("frequency", "Monthly"),
    ]
    assert change.edits == ()


def test_others_are_keys_of_the_file_of_their_sort() -> None:
    value: dict[str, Value] = {"name": "Youth Council"}

    assert new_entry(lambda _: {"opcc": {}}, "organisation", "youth", value) == RegisterChange(
        (FileEdit("organisations.yaml", SetValue(("youth",), value)),)
    )
    assert new_entry(lambda _: {"areas": {"x": {}}}, "area", "south", value).edits == (
        FileEdit("register.yaml", SetValue(("areas", "south"), value)),
    )
    assert new_entry(lambda _: {"name": "Here"}, "area", "south", value).edits == (
        FileEdit("register.yaml", SetValue(("areas",), {"south": value})),
    )
