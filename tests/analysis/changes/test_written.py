"""An entry as its file has it: where a value is written, and the edit that changes it, short forms included."""

import pytest

from govreg.analysis.changes.written import add_to, entry_location, found, name_key, remove_at, set_at, written_path
from govreg.model.edits import Edit, Value, applied
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
def test_a_missing_path_gives_nothing(data: Value, path: KeyPath, value: Value) -> None:
    assert found(data, path) == value


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
    assert written_path(data, path) == written


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
