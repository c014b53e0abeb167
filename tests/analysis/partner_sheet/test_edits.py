"""The edits that a changed cell asks for: the fewest that do it."""

from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

import pytest

from govreg.analysis.partner_sheet import edits as edits_of
from govreg.analysis.partner_sheet.edits import delete_edits, set_edits
from govreg.analysis.partner_sheet.rows import column_of
from govreg.analysis.partner_sheet.texts import plain
from govreg.analysis.partner_sheet.values import Item
from govreg.model.edits import ArrangeItems, Edit, NewItem, RemoveValue, SetValue, applied

FOCUS = ("focus",)


def of_list(there: tuple[Any, ...], wanted: Sequence[str], hidden: Sequence[int] = ()) -> tuple[list[Edit], Any]:
    """The edits that make the shown items of `there` those `wanted`, and the list that they make."""
    places = [place for place in range(len(there)) if place not in hidden]
    shown = [there[place]["text"] if isinstance(there[place], dict) else there[place] for place in places]
    data: Any = {"focus": there}
    edits = set_edits(data, (), column_of("focus", is_seats=False), [Item(text, text) for text in wanted], shown, places)
    for edit in edits:
        data = applied(data, edit)
    return edits, data["focus"]


@pytest.mark.parametrize(
    ("there", "wanted", "edits"),
    [
        (("A", "B"), ["A", "B"], []),
        (("A", "B"), ["A", "C"], [SetValue(("focus", 1), "C")]),
        (("A", "B"), ["A", "B", "C"], [ArrangeItems(FOCUS, (0, 1, NewItem("C")))]),
        (("A", "B"), ["C", "A", "B"], [ArrangeItems(FOCUS, (NewItem("C"), 0, 1))]),
        (("A", "B", "C"), ["A", "C"], [ArrangeItems(FOCUS, (0, 2))]),
        (("A", "B", "C"), ["B", "C", "A"], [ArrangeItems(FOCUS, (1, 2, 0))]),
        (("A", {"text": "B", "since": "2026"}), ["A", "C"], [SetValue(("focus", 1, "text"), "C")]),
        (("A", "B", "C"), ["A", "X", "Y", "C"], [ArrangeItems(FOCUS, (0, NewItem("X"), NewItem("Y"), 2))]),
        (("A", "A"), ["A"], [ArrangeItems(FOCUS, (0,))]),
        (("A", "B"), ["B"], [ArrangeItems(FOCUS, (1,))]),
    ],
)
def test_what_is_in_both_lists_stays_as_it_is_written(there: tuple[Any, ...], wanted: list[str], edits: list[Edit]) -> None:
    made, now = of_list(there, wanted)

    assert made == edits
    assert [one["text"] if isinstance(one, dict) else one for one in now] == wanted


@pytest.mark.parametrize("length", [0, 1, 2, 3])
def test_whatever_is_wanted_is_what_the_edits_make(length: int) -> None:
    there = ("A", {"text": "B", "since": "2026"}, "C")
    for wanted in product("ABCX", repeat=length + 1):
        assert [one["text"] if isinstance(one, dict) else one for one in of_list(there, wanted)[1]] == [*wanted]


@pytest.mark.parametrize(
    ("there", "hidden", "wanted", "now"),
    [
        (("H", "A", "B"), [0], ["B", "A"], ("H", "B", "A")),
        (("A", "H", "B"), [1], ["B", "A"], ("B", "A", "H")),
        (("A", "H", "B"), [1], ["B"], ("H", "B")),
        (("A", "B", "H"), [2], ["A"], ("A", "H")),
        (("A", "B", "H"), [2], ["A", "C"], ("A", "C", "H")),
        (("A", "H", "I"), [1, 2], ["A", "C"], ("A", "H", "I", "C")),
    ],
)
def test_hidden_items_stay_behind_what_they_are_behind(
    there: tuple[str, ...], hidden: list[int], wanted: list[str], now: tuple[str, ...]
) -> None:
    assert of_list(there, wanted, hidden)[1] == now


@pytest.mark.parametrize(
    ("written", "edits"),
    [
        ([("NHS", "nhs"), ("PCC", "pcc")], []),
        ([("PCC", "pcc"), ("NHS", "nhs")], [ArrangeItems(("support",), (1, 0))]),
        ([("NHS", "nhs"), ("OPCC", "opcc")], [SetValue(("support", 1), "opcc")]),
    ],
)
def test_an_entry_may_be_called_by_another_of_its_names(written: list[tuple[str, str]], edits: list[Edit]) -> None:
    shown, items = ("National Health Service", "Police and Crime Commissioner"), [Item(*one) for one in written]

    assert set_edits({"support": ("nhs", "pcc")}, (), column_of("support", is_seats=False), items, shown, (0, 1)) == edits


@pytest.mark.parametrize(
    ("data", "key", "values", "edits"),
    [
        ({}, "purpose", ["A"], [SetValue(("purpose",), "A")]),
        ({"purpose": "A"}, "purpose", ["A"], []),
        ({"purpose": "A"}, "purpose", ["B"], [SetValue(("purpose",), "B")]),
        ({"lead": "opcc"}, "lead", ["opcc"], []),
        ({"lead": "opcc"}, "lead", ["nhs"], [SetValue(("lead",), "nhs")]),
        ({"lead": "opcc"}, "lead", ["opcc", "nhs"], [SetValue(("lead",), ("opcc", "nhs"))]),
        ({"lead": ("opcc", "nhs")}, "lead", ["opcc"], [SetValue(("lead",), "opcc")]),
        ({"statutory": ("Act",)}, "statutory", ["true"], [SetValue(("statutory",), "true")]),
        ({"statutory": "true"}, "statutory", ["Act"], [SetValue(("statutory",), ("Act",))]),
        ({"statutory": ("Act",)}, "statutory", ["false"], [SetValue(("statutory",), "false")]),
        ({"aliases": ("Act",)}, "aliases", ["true"], [SetValue(("aliases", 0), "true")]),
        ({"support": "nhs"}, "support", ["nhs"], []),
        ({"support": "nhs"}, "support", ["nhs", "pcc"], [SetValue(("support",), ("nhs", "pcc"))]),
        ({"support": "nhs"}, "support", ["pcc"], [SetValue(("support",), ("pcc",))]),
        ({"chair": "pcc"}, "chair.organisation", ["nhs"], [SetValue(("chair",), "nhs")]),
        ({}, "chair.organisation", ["nhs"], [SetValue(("chair",), "nhs")]),
        ({}, "chair.role", ["CFO"], [SetValue(("chair",), {"role": "CFO"})]),
        (
            {"chair": "pcc"},
            "chair.role",
            ["CFO"],
            [SetValue(("chair",), {"organisation": "pcc"}), SetValue(("chair", "role"), "CFO")],
        ),
        ({"chair": {"role": "CFO"}}, "chair.organisation", ["nhs"], [SetValue(("chair", "organisation"), "nhs")]),
        ({"frequency": "monthly"}, "frequency.text", ["quarterly"], [SetValue(("frequency",), "quarterly")]),
        ({"frequency": {"text": "monthly", "per_year": "12"}}, "frequency.text", ["weekly"], [SetValue(("frequency", "text"), "weekly")]),
    ],
)
def test_a_value_is_set_where_the_file_has_it(data: dict[str, Any], key: str, values: list[str], edits: list[Edit]) -> None:
    there = data.get(key, ())
    shown = there if isinstance(there, tuple) else (there,)
    column = column_of(key, is_seats=False)

    assert set_edits(data, (), column, [Item(value, value) for value in values], shown, range(len(shown))) == edits


@pytest.mark.parametrize(
    ("data", "key", "places", "edits"),
    [
        ({}, "purpose", [], []),
        ({"purpose": "A"}, "purpose", [], [RemoveValue(("purpose",))]),
        ({"focus": ("A", "B")}, "focus", [0, 1], [RemoveValue(("focus",))]),
        ({"focus": ("A", "H", "B")}, "focus", [0, 2], [RemoveValue(("focus", 2)), RemoveValue(("focus", 0))]),
        ({"support": "nhs"}, "support", [0], [RemoveValue(("support",))]),
        ({"chair": "pcc"}, "chair.organisation", [], [RemoveValue(("chair",))]),
        ({"chair": "pcc"}, "chair.role", [], []),
        ({"chair": {"role": "CFO"}}, "chair.role", [], [RemoveValue(("chair",))]),
        ({"chair": {"role": "CFO", "organisation": "pcc"}}, "chair.role", [], [RemoveValue(("chair", "role"))]),
    ],
)
def test_a_deletion_leaves_what_the_sheet_does_not_show(data: Mapping[str, Any], key: str, places: list[int], edits: list[Edit]) -> None:
    assert delete_edits(dict(data), (), column_of(key, is_seats=False), places) == edits


SEAT = ("participants", 1)


@pytest.mark.parametrize(
    ("seat", "key", "edits"),
    [
        ("nhs", "role", [SetValue(SEAT, {"organisation": "nhs"}), SetValue((*SEAT, "role"), "ACC")]),
        ({"meeting": "board"}, "role", [SetValue((*SEAT, "role"), "ACC")]),
        ({"organisation": "nhs", "role": "ACC"}, "role", []),
    ],
)
def test_a_seat_written_as_a_word_is_written_out(seat: Any, key: str, edits: list[Edit]) -> None:
    data = {"participants": ("opcc", seat)}

    assert set_edits(data, SEAT, column_of(key, is_seats=True), [Item("ACC", "ACC")], (), ()) == edits


def test_a_seat_stays_when_its_last_field_is_deleted() -> None:
    data = {"participants": ("opcc", {"role": "ACC"})}

    assert delete_edits(data, SEAT, column_of("role", is_seats=True), ()) == [RemoveValue((*SEAT, "role"))]


def test_each_item_of_a_long_list_is_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []

    def counted(text: str) -> str:
        compared.append(text)
        return plain(text)

    monkeypatch.setattr(edits_of, "plain", counted)
    there = tuple(f"Item {number}" for number in range(300))
    wanted = [f"{text}!" if number % 3 else text for number, text in enumerate(reversed(there))]

    assert of_list(there, wanted)[1] == tuple(wanted)
    assert len(compared) == len(there) + len(wanted)
