"""Entries as their files have them: where a value is, the edits that change it, and new entries with their keys in order."""

import pytest

from govreg.analysis.changes.file_data import add_to, entry_location, name_key, new_entry, path_in_file, remove_at, set_at, value_at
from govreg.model.edits import Edit, FileEdit, RegisterChange, SetValue, Value, applied
from govreg.model.location import KeyPath


@pytest.mark.parametrize(
    ("data", "path", "value"),
    [
        ({"a": {"b": "x"}}, ("a", "b"), "x"),
        ({"a": ("x", "y")}, ("a", 1), "y"),
        ({"a": "x"}, (), {"a": "x"}),
        ({"a": "x"}, ("b",), None),
        ({"a": "x"}, ("a", "b"), None),
        ({"a": ("x",)}, ("a", 1), None),
        ({"a": ("x",)}, ("a", "b"), None),
        (None, ("a",), None),
    ],
)
def test_the_value_at_a_path(data: Value, path: KeyPath, value: Value) -> None:
    assert value_at(data, path) == value


@pytest.mark.parametrize(
    ("data", "path", "written"),
    [
        ({"participants": ("nhs",)}, ("participants", 0, "organisation"), ("participants", 0)),
        ({"participants": ({"organisation": "nhs"},)}, ("participants", 0, "organisation"), ("participants", 0, "organisation")),
        ({"review": {"into": ("a",)}}, ("review", 0, "into", 0), ("review", "into", 0)),
        ({"chair": "pcc"}, ("chair", "organisation"), ("chair",)),
        ({"lead": "opcc"}, ("lead",), ("lead",)),
    ],
)
def test_a_short_form_is_edited_in_place(data: Value, path: KeyPath, written: KeyPath) -> None:
    assert path_in_file(data, path) == written


@pytest.mark.parametrize(
    ("data", "path", "after"),
    [
        ({"a": "x"}, ("b", "c"), {"a": "x", "b": {"c": "new"}}),
        ({"a": {"b": "x"}}, ("a", "c"), {"a": {"b": "x", "c": "new"}}),
        ({"a": {"b": "x"}}, ("a", "b"), {"a": {"b": "new"}}),
        ({"a": None}, ("a", "b"), {"a": {"b": "new"}}),
        (None, ("a",), {"a": "new"}),
    ],
)
def test_a_value_is_set_with_the_mappings_above_it(data: Value, path: KeyPath, after: Value) -> None:
    assert applied(data, set_at(data, path, "new")) == after


@pytest.mark.parametrize(
    ("there", "after"),
    [(None, ("new",)), ((), ("new",)), ("x", ("x", "new")), (("x",), ("x", "new")), ({"a": "x"}, ({"a": "x"}, "new"))],
)
def test_an_added_value_goes_to_the_end_of_its_list(there: Value, after: Value) -> None:
    data: Value = {"list": there} if there is not None else {}
    edits: list[Edit] = add_to(data, ("list",), "new")
    for edit in edits:
        data = applied(data, edit)

    assert data == {"list": after}


def test_a_mapping_that_would_be_empty_goes_with_its_last_key_but_the_entry_stays() -> None:
    data: Value = {"opcc": {"chair": {"role": "PCC"}}}

    assert applied(data, remove_at(data, ("opcc", "chair", "role"), 1)) == {"opcc": {}}
    assert applied({"a": ("x", "y")}, remove_at({"a": ("x", "y")}, ("a", 0))) == {"a": ("y",)}
    assert applied({"a": ("x",), "b": "y"}, remove_at({"a": ("x",), "b": "y"}, ("a", 0))) == {"b": "y"}


def test_each_sort_of_entry_has_its_place_and_its_name() -> None:
    assert [entry_location(sort, "x")[:2] for sort in ("meeting", "organisation", "theme", "area")] == [
        ("meetings/x.yaml", ()),
        ("organisations.yaml", ("x",)),
        ("themes.yaml", ("x",)),
        ("register.yaml", ("areas", "x")),
    ]
    assert (name_key("meeting"), name_key("area")) == ("title", "name")


def test_the_fields_within_a_field_are_in_order_too() -> None:
    review: dict[str, Value] = {"change": "Chair", "recommendation": "change"}
    new = new_entry(lambda _: None, "meeting", "van-board", {"review": review, "participants": ({"role": "Clerk", "organisation": "nhs"},)})
    data = new.created["meetings/van-board.yaml"]

    assert [*value_at(data, ("review",))] == ["recommendation", "change"]  # type: ignore[misc] # a mapping
    assert [*value_at(data, ("participants", 0))] == ["organisation", "role"]  # type: ignore[misc] # a mapping


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
