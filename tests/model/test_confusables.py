"""Letters of two scripts in one word are seen, and names that look alike have one skeleton."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreg.model.confusables import mixed_word, skeleton

LATIN = st.text(alphabet=st.characters(max_codepoint=0x17F, categories=("L", "N", "P", "Zs")))


@given(LATIN)
def test_a_latin_text_is_never_mixed(text: str) -> None:
    assert mixed_word(text) is None


@given(LATIN)
def test_a_text_has_the_skeleton_of_itself_in_capitals_with_blanks_and_quotes(text: str) -> None:
    assert skeleton(f" “{text}” ") == skeleton(text)


@pytest.mark.parametrize("word", ["S\u0435rvice", "O\u03a1CC", "Gr\u03bfup"])
def test_a_look_alike_in_a_latin_word_is_found_with_the_intended_word(word: str) -> None:
    mixed = mixed_word(f"The {word} of 2016")

    assert mixed is not None
    assert mixed[0] == word
    assert mixed[1].isascii()


@pytest.mark.parametrize(
    "text", ["TNF\u03b1", "5 \u03bcg", "k\u03a9", "\u041a\u0438\u0457\u0432", "\u0391\u03b8\u03ae\u03bd\u03b1 and Athens"]
)
def test_other_scripts_by_themselves_are_fine(text: str) -> None:
    assert mixed_word(text) is None
