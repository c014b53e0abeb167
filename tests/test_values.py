"""Frozen dataclasses that share their methods behave as Python's own do."""

import copy
import dataclasses
import pickle
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreg.values import dataclass


@dataclass(frozen=True)
class Shared:
    """A value as govreg makes them."""

    text: str
    """With a word on each field."""
    number: int = 3
    parts: list[int] = dataclasses.field(default_factory=list)
    note: str = dataclasses.field(default="", compare=False)

    @property
    def double(self) -> int:
        """Twice the number."""
        return 2 * self.number


@dataclasses.dataclass(frozen=True)
class Own:
    """The same, made by Python."""

    text: str
    number: int = 3
    parts: list[int] = dataclasses.field(default_factory=list)
    note: str = dataclasses.field(default="", compare=False)


@dataclass(frozen=True)
class Below(Shared):
    """A value with one field more."""

    more: str = "more"

    def __repr__(self) -> str:
        return "Below"


@dataclass(frozen=True)
class Empty:
    """A value without fields."""


def made(make: Callable[..., Any], given: tuple[Any, ...], named: Mapping[str, Any]) -> object:
    """The fields of what `make` makes, or the kind of error."""
    try:
        return dataclasses.asdict(make(*given, **named))
    except TypeError:
        return TypeError


ITEMS = st.one_of(st.text(max_size=3), st.integers(), st.lists(st.integers(), max_size=2))


@given(st.lists(ITEMS, max_size=5), st.dictionaries(st.sampled_from(["text", "number", "parts", "note", "other"]), ITEMS, max_size=3))
def test_it_takes_what_pythons_own_takes(given: list[Any], named: dict[str, Any]) -> None:
    assert made(Shared, tuple(given), named) == made(Own, tuple(given), named)


@given(st.text(max_size=1), st.text(max_size=1), st.integers(0, 1), st.integers(0, 1), st.text(max_size=1))
def test_it_is_equal_where_pythons_own_is(one: str, other: str, number: int, another: int, note: str) -> None:
    first, second = Shared(one, number), Shared(other, another, note=note)
    assert (first == second) == (Own(one, number) == Own(other, another, note=note))


def test_equal_values_have_one_hash() -> None:
    assert hash(Below("a", parts=())) == hash(Below("a", parts=(), note="not compared"))  # type: ignore[arg-type]
    assert len({Empty(), Empty()}) == 1


def test_values_of_two_classes_differ() -> None:
    one: object = Shared("a")
    assert one not in (Own("a"), Below("a"), ("a", 3, []), Empty())


def test_it_looks_as_pythons_own_does() -> None:
    assert repr(Shared("a", 1)) == repr(Own("a", 1)).replace("Own", "Shared")


def test_what_a_class_defines_itself_stays() -> None:
    assert repr(Below("a")) == "Below"


def test_a_list_by_default_is_a_new_one_each_time() -> None:
    assert Shared("a").parts is not Shared("a").parts


CHANGES: Mapping[str, Callable[[Shared], None]] = {
    "set a field": lambda one: setattr(one, "text", "b"),
    "set another attribute": lambda one: setattr(one, "another", 1),
    "delete a field": lambda one: delattr(one, "text"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_it_never_changes(change: Callable[[Shared], None]) -> None:
    one = Shared("a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        change(one)
    assert one == Shared("a")


def test_it_can_be_replaced_copied_pickled_and_matched() -> None:
    one = Below("a", 4)
    assert dataclasses.replace(one, text="b") == Below("b", 4)
    assert copy.deepcopy(one) == pickle.loads(pickle.dumps(one)) == one  # noqa: S301 - its own pickle
    match one:
        case Below(text, number, more=more):
            assert (text, number, more, one.double) == ("a", 4, "more", 8)


def test_its_fields_are_those_of_a_dataclass() -> None:
    assert [field.name for field in dataclasses.fields(Below)] == ["text", "number", "parts", "note", "more"]
