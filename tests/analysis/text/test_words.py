"""The words of a text, however it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreg.analysis.text.words import content_stem, is_content_word, singular, split, stem


def test_a_word_with_its_prefix_is_one_word() -> None:
    assert split("Re-offending, anti social behaviour and multi-agency work") == [
        "reoffending",
        "antisocial",
        "behaviour",
        "and",
        "multiagency",
        "work",
    ]


def test_re_and_co_are_words_by_themselves_where_no_hyphen_follows() -> None:
    assert split("Information re encampments, from Smith & Co and others") == "information re encampments from smith co and others".split()
    assert split("Re-home and co-ordinate") == ["rehome", "and", "coordinate"]
    assert not is_content_word("re")


@given(st.text("abceinorpt 'x2-_.", max_size=40))
def test_a_text_has_the_same_words_whether_or_not_other_letters_follow(text: str) -> None:
    assert split(f"{text} ; é") == [*split(text), "é"]


@given(st.text("abceinorpt 'x2-_.’é", max_size=40))
def test_a_text_has_the_same_words_whether_or_not_a_prefix_stands_alone_after_it(text: str) -> None:
    assert split(f"{text} ; re") == [*split(text), "re"]


@pytest.mark.parametrize(
    ("word", "alone"),
    [
        ("boards", "board"),
        ("children's", "children"),
        ("children’s", "children"),
        ("partners'", "partner"),
        ("authorities", "authority"),
        ("bus", "bus"),
        ("cars", "car"),
        ("gas", "gas"),
        ("business", "business"),
        ("status", "status"),
        ("crisis", "crisis"),
        ("ties", "ty"),
        ("board", "board"),
    ],
)
def test_a_plural_loses_its_ending_by_spelling_alone(word: str, alone: str) -> None:
    assert singular(word) == alone


def test_a_stem_is_without_endings_and_genitives() -> None:
    assert {stem(word) for word in ("offending", "offends", "offended", "offend's", "offend’s")} == {"offend"}


@pytest.mark.parametrize(
    ("word", "says"), [("roads", True), ("the", False), ("a", False), ("x", False), ("136", False), ("s136", True), ("uk", True)]
)
def test_small_words_numbers_and_single_letters_say_nothing(word: str, *, says: bool) -> None:
    assert is_content_word(word) is says
    assert content_stem(word) == (stem(word) if says else "")


@pytest.mark.parametrize("prefix", ["re", "co", "anti", "multi", "non", "pre", "inter", "intra"])
def test_each_prefix_belongs_to_the_word_behind_it(prefix: str) -> None:
    assert split(f"{prefix}-Working group") == [f"{prefix}working", "group"]
    assert (split(f"{prefix} working group") == [f"{prefix}working", "group"]) is (prefix not in ("re", "co"))
    assert split(f"{prefix} up") == [prefix, "up"]
    assert split(f"x{prefix}-working") == [f"x{prefix}", "working"]
