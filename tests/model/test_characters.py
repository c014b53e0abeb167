"""Characters that control a terminal or are invisible are printed as escapes; the tests of the reader cover which these are."""

import unicodedata
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreg.model import characters
from govreg.model.characters import harmless, odd_character
from govreg.model.names import shown


@given(st.text(st.characters() | st.sampled_from("a1\u1800\u180b\u200c\u200d\ufe0f\u3164\u115f\U0001f600\udcff\n"), max_size=30))
def test_harmless_text_is_accepted_by_a_file(text: str) -> None:
    assert odd_character(shown(text)) is None
    assert odd_character(harmless(text)) is None
    if odd_character(text) is None and text.isprintable():
        assert harmless(text) == text


def test_harmless_text_shows_what_it_replaced() -> None:
    assert (
        harmless("a\x1b[2J b\u202ec\u3164 \U0001f469\u200d\U0001f4bb a\u200db")
        == "a\\x1b[2J b\\u202ec\\u3164 \U0001f469\u200d\U0001f4bb a\\u200db"
    )


def test_a_joiner_is_between_two_letters_that_it_joins() -> None:
    assert odd_character("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645") is None  # the Persian for “I want”
    assert odd_character("\u0645\u06cc\u200cb") is not None
    assert odd_character("\u0645\u06cc\u200c") is not None
    assert odd_character("b\u200c\u062e") is not None


@pytest.fixture
def looked_up(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The characters whose properties are looked up."""
    found: list[str] = []

    def counted(look_up: Callable[[str], Any]) -> Callable[[str], Any]:
        def function(character: str) -> Any:
            found.append(character)
            return look_up(character)

        return function

    known = SimpleNamespace(combining=counted(unicodedata.combining), category=counted(unicodedata.category))
    monkeypatch.setattr(characters, "unicodedata", known)
    return found


def test_the_same_joiner_between_the_same_signs_is_looked_at_once(looked_up: list[str]) -> None:
    assert odd_character("\U0001f9d4\u200d\U0001f9b0" * 5_000) is None
    assert len(looked_up) < 10


def test_marks_are_counted_only_where_there_are_any(looked_up: list[str]) -> None:
    assert odd_character("\u4f1a\u8b70" * 5_000) is None
    assert sorted(looked_up) == ["\u4f1a", "\u8b70"]
