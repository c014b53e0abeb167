"""A field as a person names and fills it: words with dots, a number or a name for an item, words for a value."""

from collections.abc import Callable

import pytest

from govreg.analysis.changes.fields import Field, add_to_field, dates_read, named_field, remove_from_field, set_field, value_of
from govreg.errors import GovregError
from govreg.model.edits import SetValue, Value, applied
from govreg.model.location import KeyPath, Location
from govreg.model.meeting import Meeting
from govreg.model.schema import FieldSpec, field_specs

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
        ("frequency.exceptions.town", ["4"], "4"),
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


def test_fields_given_together_are_put_in_the_order_of_the_schema() -> None:
    (edit,) = set_field(DATA, ENTRY, "chair", ["until=2027", "role=Chief", "organisation=fire"])

    assert isinstance(edit, SetValue)
    assert isinstance(edit.value, dict)
    assert [*edit.value] == ["organisation", "role", "until"]


def test_a_text_that_is_no_short_form_is_not_written_out() -> None:
    assert set_field({"review": "continue"}, ENTRY, "review.reason", ["It works"]) == [SetValue(("review", "reason"), "It works")]


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


def refusal(key: str, texts: list[str] | None = None, how: Callable[..., object] = set_field, data: Value = DATA) -> tuple[str, str]:
    """What a person is told who asks for `key`: the problem, and the hint."""
    with pytest.raises(GovregError) as refused:
        how(data, ENTRY, key, ["x"] if texts is None else texts)
    return refused.value.message, refused.value.hint or ""


@pytest.mark.parametrize(
    ("key", "message", "hint"),
    [
        ("levle", "“levle” is not a field.", "Did you mean “level”?"),
        ("chair.roles", "“chair.roles” is not a field of “chair”.", "Did you mean “role”?"),
        ("chair.zzz.x", "“chair.zzz.x” is not a field of “chair”.", "Fields: organisation, role, person, basis, from, until."),
        ("chair.zzz", "“chair.zzz” is not a field of “chair”.", "Fields: organisation, role, person, basis, from, until."),
        ("recommendation", "“recommendation” is not a field.", "Did you mean “review.recommendation”?"),
        ("recommendation.reason", "“recommendation.reason” is not a field.", "Did you mean “review.recommendation”?"),
        (
            "chair.recommendation",
            "“chair.recommendation” is not a field of “chair”.",
            "Fields: organisation, role, person, basis, from, until.",
        ),
        ("title.part", "“title.part” is not a field: “title” has no fields of its own.", "Write “title”."),
        ("sources.paper", "“sources” is empty, so it has no “paper”.", "Add to it with --add sources."),
        ("participants.police.role", "“participants.police.role”: no item “police”.", "Give its number: 1 (nhs) or 2 (fire)."),
        ("participants.0.role", "“participants.0.role”: no item “0”.", "Give its number: 1 (nhs) or 2 (fire)."),
        ("frequency.exceptions", "“exceptions” holds a value for each of several names.", "Name one: “exceptions.NAME VALUE”."),
        ("chair.until.day", "“chair.until.day” is not a field: “until” has no fields of its own.", "Write “until”."),
        ("sources", "“sources” has fields of its own.", "Write them so: document=… date=… reference=…"),
    ],
)
def test_what_is_no_field_is_refused_with_what_to_write(key: str, message: str, hint: str) -> None:
    assert refusal(key) == (message, hint)


def test_a_file_without_entries_has_no_fields() -> None:
    with pytest.raises(GovregError, match="has no entries"):
        named_field({}, Location("glossary.yaml"), "name")


def test_a_field_of_an_area_is_found_by_the_areas_id() -> None:
    areas: Value = {"areas": {"town": {"name": "Town"}}}

    assert named_field(areas, Location("register.yaml"), "areas.town.name").path == ("areas", "town", "name")
    assert named_field(areas, Location("register.yaml"), "areas.town").path == ("areas", "town")


def test_items_with_one_name_are_told_apart_by_number_of_eight_at_most() -> None:
    data: Value = {"participants": ("nhs", "NHS", *(f"o{number}" for number in range(3, 11)))}

    assert refusal("participants.nhs.role", data=data) == (
        "2 items of “participants” are called “nhs”.",
        "Give its number: 1 (nhs), 2 (NHS), 3 (o3), 4 (o4), 5 (o5), 6 (o6), 7 (o7) or 8 (o8).",
    )
    assert named_field(data, ENTRY, "participants.10.role").path == ("participants", 9, "role")


@pytest.mark.parametrize("name", ["organisation", "meeting", "text", "document", "item", "id"])
def test_an_item_is_named_by_what_identifies_it(name: str) -> None:
    data: Value = {"sources": ({"title": "Paper"}, {name: "Annual  Report", "page": "4"})}

    assert named_field(data, ENTRY, "sources.annual report.url").path == ("sources", 1, "url")
    assert refusal("sources.paper.url", data=data)[0] == "“sources.paper.url”: no item “paper”."


def test_the_newest_review_is_meant_where_only_a_field_of_it_is_named() -> None:
    assert named_field(DATA, ENTRY, "review.next-due").path == ("review", 1, "next_due")
    assert named_field({"review": {"reason": "x"}}, ENTRY, "review.reason").path == ("review", "reason")
    assert named_field({}, ENTRY, "review.reason").path == ("review", "reason")
    assert refusal("review.3.reason")[0] == "“review.3.reason”: no item “3”."
    assert refusal("participants.role")[0] == "“participants.role”: no item “role”."


def test_a_short_form_keeps_what_it_says_where_more_is_set() -> None:
    for key, after in (("chair.role", {"organisation": "pcc", "role": "x"}), ("focus.savings.until", None)):
        data = DATA
        for edit in set_field(data, ENTRY, key, ["x"]):
            data = applied(data, edit)
        assert isinstance(data, dict)
        assert data["chair"] == (after or "pcc")
        assert after or data["focus"] == ({"text": "Savings", "until": "x"}, {"text": "Reserves", "from": "2026"})
    assert named_field(DATA, ENTRY, "focus.reserves.until").way == ()


def spec_of(key: str) -> FieldSpec:
    return field_specs(Meeting)[key]


@pytest.mark.parametrize(
    ("key", "texts", "value"),
    [
        ("statutory", ["Yes"], "true"),
        ("statutory", ["NO"], "false"),
        ("statutory", ["true"], "true"),
        ("statutory", ["False"], "false"),
        ("statutory", ["yes", "no"], ("yes", "no")),
        ("statutory", ["Care Act"], ("Care Act",)),
        ("purpose", ["Yes"], "Yes"),
        ("lead", ["not stated"], "not stated"),
        ("level", ["Tactical "], "tactical"),
        ("level", ["middling"], "middling"),
        ("last_met", ["4 March 2026"], "2026-03-04"),
        ("last_met", ["03/04/2026"], "2026-04-03"),
        ("last_met", ["soon"], "soon"),
        ("purpose", ["03/04/2026"], "03/04/2026"),
        ("review", ["recommendation=End", "next-due=03/04/2026"], {"recommendation": "end", "next_due": "2026-04-03"}),
        ("focus", ["text=a=b"], ({"text": "a=b"},)),
        ("focus", ["texts=a"], ("texts=a",)),
        ("focus", ["text=a", "b"], ("text=a", "b")),
    ],
)
def test_words_are_put_as_the_field_writes_them(key: str, texts: list[str], value: Value) -> None:
    assert value_of(spec_of(key), texts) == value


def test_one_value_only_goes_into_a_field_of_one() -> None:
    assert refusal("level", ["a", "b"]) == ("“level” takes one value, and there are 2.", "Put a value of several words in quotes.")
    assert refusal("level", [])[0] == "“level” takes one value, and there are 0."


def test_dates_that_could_be_read_the_american_way_are_told_with_their_reading() -> None:
    assert dates_read(spec_of("last_met"), ["03/04/2026", "13/04/2026", "2026-04-03", "04/04/2026"]) == [("03/04/2026", "2026-04-03")]
    assert dates_read(spec_of("purpose"), ["03/04/2026"]) == []
    assert dates_read(spec_of("review"), ["reason=03/04/2026", "other=03/04/2026", "next-due=soon"]) == []
    assert dates_read(spec_of("review"), ["next-due=03/04/2026", "decided_on=05/06/2026"]) == [
        ("03/04/2026", "2026-04-03"),
        ("05/06/2026", "2026-06-05"),
    ]
    assert dates_read(spec_of("last_met"), ["31/02/2026", "99/01/2026"]) == []


def test_adding_says_what_is_there_already_and_where_nothing_can_be_added() -> None:
    data: Value = {"support": ("nhs",), "lead": "opcc", "participants": ({"organisation": "nhs"},)}

    assert refusal("level", how=add_to_field) == (
        "“level” holds one value, so nothing can be added to it.",
        "Leave out --add to replace the value.",
    )
    assert refusal("support", ["fire", "nhs"], add_to_field, data) == ("“support” already has “nhs”.", "Nothing was changed.")
    assert refusal("support", ["fire", "fire"], add_to_field, data)[0] == "“support” already has “fire”."
    assert refusal("lead", ["opcc"], add_to_field, data)[0] == "“lead” already has “opcc”."
    assert refusal("participants", ["organisation=nhs"], add_to_field, data)[0] == "“participants” already has “nhs”."


def test_a_second_value_of_a_single_one_makes_a_list() -> None:
    data: Value = {"lead": "opcc"}
    for edit in add_to_field(data, ENTRY, "lead", ["fire"]):
        data = applied(data, edit)

    assert data == {"lead": ("opcc", "fire")}


def test_removing_says_what_is_missing() -> None:
    assert refusal("purpose", [], remove_from_field) == ("There is no “purpose” to remove.", "Nothing was changed.")
    assert refusal("chair", ["fire"], remove_from_field) == ("“fire” is not in “chair”.", "It has “pcc”.")
    assert refusal("focus", ["Nothing"], remove_from_field) == (
        "“focus”: no item “Nothing”.",
        "Give its number: 1 (Savings) or 2 (Reserves).",
    )
    assert refusal("review", ["reason"], remove_from_field)[0] == "“review”: no item “reason”."


def test_items_named_twice_or_in_any_order_are_removed_once() -> None:
    data: Value = {"support": ("a", "b", "c", "d")}
    for edit in remove_from_field(data, ENTRY, "support", ["1", "c", "a", "3"]):
        data = applied(data, edit)

    assert data == {"support": ("b", "d")}


def test_a_named_item_is_a_field_of_one_value() -> None:
    found = named_field(DATA, ENTRY, "focus.1")

    assert isinstance(found, Field)
    assert (found.path, found.spec.many, found.way) == (("focus", 0), False, ())
    assert named_field({"register": {}}, Location("register.yaml", ("areas", "x")), "part-of").path == ("areas", "x", "part_of")
