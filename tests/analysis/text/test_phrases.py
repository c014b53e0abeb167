"""Every phrase in a text is found, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreg.analysis.text.clauses import across_and
from govreg.analysis.text.phrases import LONGEST_PHRASE, form, phrases
from govreg.analysis.text.words import singular

WORDS = st.sampled_from("mental health board safety roads road s136".split())
PHRASES = st.lists(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), max_size=8)


def shown(terms: list[str], term: str) -> tuple[str, ...]:
    """What is shown by the words of `term`, which others of `terms` may have too."""
    return tuple(sorted({one for one in terms if form(one) == form(term)}))


@given(PHRASES, st.lists(WORDS, max_size=12))
def test_every_term_found_is_at_its_place(terms: list[str], text: list[str]) -> None:
    words = [singular(word) for word in text]
    expected = {
        (shown(terms, term), start, start + len(form(term)))
        for term in terms
        for start in range(len(words))
        if tuple(words[start : start + len(form(term))]) == form(term)
    }

    assert set(phrases((term, term) for term in terms).find(words)) == expected


def test_a_plural_counts_as_its_singular() -> None:
    assert list(phrases([("custody visitors", "visiting")]).find(["the", "custody", "visitor"])) == [(("visiting",), 1, 3)]


@given(PHRASES, st.lists(st.one_of(WORDS, st.just("and")), max_size=12))
def test_what_is_said_across_an_and_is_what_stands_there_without_it(terms: list[str], text: list[str]) -> None:
    words = tuple(singular(word) for word in text)
    expected = {
        (shown(terms, term), start, end)
        for term in terms
        for place in range(1, len(words) - 1)
        if words[place] == "and"
        for cut in (place - 1, place)  # either neighbour is left out with the `and`
        for start in range(max(0, cut - 5), cut)
        for end in range(cut + 3, min(cut + 7, len(words)) + 1)
        if words[start:cut] + words[cut + 2 : end] == form(term)
    }

    assert set(across_and(phrases((term, term) for term in terms), words)) == expected


def test_nothing_is_said_across_an_and_that_a_text_begins_with() -> None:
    found = phrases((term, term) for term in ("roads board", "and board", "board roads"))

    assert not list(across_and(found, ("and", "road", "board", "safety")))


@pytest.mark.parametrize(("length", "found"), [(20, 1), (21, 0)])
def test_a_phrase_of_more_than_twenty_words_is_not_looked_for(length: int, found: int) -> None:
    words = ["abcdefghijklmnopqrstuvwxyz"[number] for number in range(length)]

    assert len(list(phrases([(" ".join(words), "")]).find(words))) == found
    assert LONGEST_PHRASE == 20


def test_of_phrases_that_begin_with_one_word_the_longest_comes_first_and_then_what_they_show_in_order() -> None:
    found = phrases([("road", "b"), ("road safety", "z"), ("road", "a")]).find(["road", "safety"])

    assert list(found) == [(("z",), 0, 2), (("a", "b"), 0, 1)]
