"""The words of a text, however it is written."""

from hypothesis import given
from hypothesis import strategies as st

from govreg.analysis.text.words import split


def test_a_word_with_its_prefix_is_one_word() -> None:
    assert split("Re-offending, anti social behaviour and multi-agency work") == [
        "reoffending",
        "antisocial",
        "behaviour",
        "and",
        "multiagency",
        "work",
    ]


@given(st.text("abceinorpt 'x2-_.", max_size=40))
def test_a_text_has_the_same_words_whether_or_not_other_letters_follow(text: str) -> None:
    assert split(f"{text} ; é") == [*split(text), "é"]


@given(st.text("abceinorpt 'x2-_.’é", max_size=40))
def test_a_text_has_the_same_words_whether_or_not_a_prefix_stands_alone_after_it(text: str) -> None:
    assert split(f"{text} ; re") == [*split(text), "re"]
