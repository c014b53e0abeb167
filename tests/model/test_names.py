"""Ids are strict, names are compared as people mean them, and a misspelt one finds what was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreg.model.names import and_more, as_id, cut, fold, is_id, listed, shown


@pytest.mark.parametrize("word", ["opcc", "a1", "mental-health-concordat", "x" * 64])
def test_an_id(word: str) -> None:
    assert is_id(word)


@pytest.mark.parametrize("word", ["", "OPCC", "1st-board", "a--b", "-a", "a-", "a_b", "café", "x" * 65, "a b", "a\n"])
def test_these_words_are_not_ids(word: str) -> None:
    assert not is_id(word)


@given(st.text())
def test_as_id_gives_an_id_or_nothing(words: str) -> None:
    made = as_id(words)

    assert made == "" or is_id(made)


def test_a_title_makes_an_id() -> None:
    assert as_id("Mental Health & Crisis Café (2nd)") == "mental-health-and-crisis-cafe-2nd"


def test_names_are_compared_without_case_width_and_extra_space() -> None:
    assert fold("  The  ＯＰＣＣ ") == fold("the opcc")


@pytest.mark.parametrize("phrase", ["\ufdfa", "\ufdfb", "\ufdfa\ufdfb x \ufdfa"])
def test_a_letter_that_is_a_phrase_stays_one_letter(phrase: str) -> None:
    assert fold(f"Ａ {phrase}") == f"a {phrase}"


def test_no_name_has_more_than_two_characters_for_each_byte_when_it_is_compared() -> None:
    characters = (chr(number) for number in range(0x20000) if not 0xD800 <= number < 0xE000)

    assert [one for one in characters if len(fold(one)) > 2 * len(one.encode())] == []


@pytest.mark.parametrize(("written", "compared"), [("ﬁre ½ ㎞", "fire 1⁄2 km"), ("ﷴ ﷲ", "محمد الله"), ("㍿ ㌖", "株式会社 キロメートル")])
def test_ligatures_fractions_and_squared_words_are_compared_by_their_letters(written: str, compared: str) -> None:
    assert fold(written) == compared


def test_texts_in_messages_are_printable_and_short() -> None:
    assert shown("a\x1b[31mb\u202e") == "a\\x1b[31mb\\u202e"
    assert shown("x" * 50) == "x" * 39 + "…"
    assert shown("bad\udcff.yaml") == "bad\\xff.yaml"


@given(st.text())
def test_whatever_is_shown_is_printable(words: str) -> None:
    assert shown(words).isprintable()


def test_a_text_that_is_too_long_ends_in_an_ellipsis() -> None:
    assert [cut("abcd", longest) for longest in (3, 4, 5)] == ["ab…", "abcd", "abcd"]


def test_the_first_are_named_and_the_rest_counted() -> None:
    assert and_more(["A", "B"], 2) == ["A", "B"]
    assert and_more(iter("AB"), 1202) == ["A", "B", "1,200 more"]
    assert and_more([], 0) == []


def test_words_are_listed_as_a_person_does() -> None:
    assert [listed(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]
