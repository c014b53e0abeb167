"""A field as a person names and fills it: words with dots, a number or a name for an item, words for a value."""

import pytest

from govreg.analysis.changes.fields import add_to_field, named_field, remove_from_field, set_field
from govreg.errors import GovregError
from govreg.model.edits import Value, applied
from govreg.model.location import KeyPath, Location

ENTRY = Location("meetings/a.yaml")
DATA: Value = {
    "title": "A",
    "lead": "opcc",
    "chair": "pcc",
    "focus": ("Savings", {"text": "Reserves", "from": "2026"}),
    "participants": ("nhs", {"organisation": "fire", "role": "Chief"}),
    "review": ({"recommendation": "continue"}, {"recommendation": "end"}),
    "frequency": {"text": "Monthly", "exceptions": {"town": "3"}},
}


@pytest.mark.parametrize(
    ("key", "path"),
    [
        ("level", ("level",)),
        ("Status-Since", ("status_since",)),
        ("chair.role", ("chair", "role")),
        ("participants.fire.role", ("participants", 1, "role")),
        ("participants.2.role", ("participants", 1, "role")),
        ("focus.reserves.until", ("focus", 1, "until")),
        ("focus.1", ("focus", 0)),
        ("review.reason", ("review", 1, "reason")),
        ("review.1.reason", ("review", 0, "reason")),
        ("frequency.exceptions.town", ("frequency", "exceptions", "town")),
    ],
)
def test_a_field_is_found_by_the_words_for_it(key: str, path: KeyPath) -> None:
    assert named_field(DATA, ENTRY, key).path == path


@pytest.mark.parametrize(
    "key", ["colour", "title.part", "participants.role", "participants.3.role", "participants.nobody.role", "support.x.y", ""]
)
def test_unknown_names_are_refused(key: str) -> None:
    with pytest.raises(GovregError):
        named_field(DATA, ENTRY, key)


@pytest.mark.parametrize(
    ("key", "texts", "value"),
    [
        ("level", ["Strategic"], "strategic"),
        ("kind", ["working group"], "working-group"),
        ("lead", ["opcc"], "opcc"),
        ("lead", ["opcc", "fire"], ("opcc", "fire")),
        ("areas", ["town"], ("town",)),
        ("statutory", ["yes"], "true"),
        ("statutory", ["Care Act", "Fire Act"], ("Care Act", "Fire Act")),
        ("chair", ["organisation=fire", "role=Chief"], {"organisation": "fire", "role": "Chief"}),
        ("participants", ["organisation=fire", "role=Chief"], ({"organisation": "fire", "role": "Chief"},)),
        ("terms_of_reference.url", ["https://x.org/?a=b"], "https://x.org/?a=b"),
    ],
)
def test_texts_become_the_value_that_the_field_takes(key: str, texts: list[str], value: Value) -> None:
    data = DATA
    for edit in set_field(data, ENTRY, key, texts):
        data = applied(data, edit)
    for step in key.split("."):
        assert isinstance(data, dict)
        data = data[step]

    assert data == value


def test_a_short_form_is_written_out_before_another_field_of_it_is_set() -> None:
    data = DATA
    for edit in set_field(data, ENTRY, "participants.nhs.until", ["2027"]):
        data = applied(data, edit)

    assert isinstance(data, dict)
    assert data["participants"] == ({"organisation": "nhs", "until": "2027"}, {"organisation": "fire", "role": "Chief"})


@pytest.mark.parametrize(("key", "texts"), [("level", ["a", "b"]), ("sources", ["x"]), ("frequency.exceptions", ["3"])])
def test_a_value_in_another_form_is_refused(key: str, texts: list[str]) -> None:
    with pytest.raises(GovregError):
        set_field(DATA, ENTRY, key, texts)


def test_only_new_values_are_added_and_only_to_lists() -> None:
    data = DATA
    for edit in add_to_field(data, ENTRY, "support", ["fire", "nhs"]):
        data = applied(data, edit)

    assert isinstance(data, dict)
    assert data["support"] == ("fire", "nhs")
    for key, text in (("level", "tactical"), ("focus", "Savings"), ("lead", "opcc")):
        with pytest.raises(GovregError):
            add_to_field(DATA, ENTRY, key, [text])


@pytest.mark.parametrize(
    ("key", "texts", "left"),
    [
        ("focus", ["Savings", "2"], None),
        ("participants", ["fire"], ("nhs",)),
        ("participants", ["1"], ({"organisation": "fire", "role": "Chief"},)),
        ("chair", ["pcc"], None),
        ("chair", [], None),
    ],
)
def test_items_are_removed_by_name_or_number_and_a_field_with_its_last(key: str, texts: list[str], left: Value) -> None:
    data = DATA
    for edit in remove_from_field(data, ENTRY, key, texts):
        data = applied(data, edit)

    assert isinstance(data, dict)
    assert data.get(key) == left


@pytest.mark.parametrize(("key", "texts"), [("purpose", []), ("focus", ["Nothing"]), ("chair", ["fire"])])
def test_a_missing_value_cannot_be_removed(key: str, texts: list[str]) -> None:
    with pytest.raises(GovregError):
        remove_from_field(DATA, ENTRY, key, texts)
