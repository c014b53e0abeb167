"""What a clause only mentions begins behind the word that says so and ends with the clause."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreg.analysis.text.clauses import across_and, mentioned_words, words_by_clause
from govreg.analysis.text.phrases import phrases
from govreg.analysis.text.words import singular, split


def mentioned(text: str) -> list[str]:
    words = split(text)
    return [words[place] for place in sorted(mentioned_words(map(len, words_by_clause(text)), tuple(map(singular, words))))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mend roads", []),
        ("Receives reports from prisons", ["from", "prisons"]),
        ("Mend roads. Receives reports from prisons; buys cars", ["from", "prisons"]),
        ("Buys cars (working with schools) for adults", ["schools"]),
        ("Links with schools: receives reports from prisons", ["schools", "from", "prisons"]),
        ("Links with schools that receives reports from prisons", ["schools", "that", "receives", "reports", "from", "prisons"]),
    ],
)
def test_words_are_mentioned_to_the_end_of_the_clause(text: str, found: list[str]) -> None:
    assert mentioned(text) == found


@given(st.text("abeor re-'’.;:()é1 ", max_size=40))
def test_the_words_of_the_clauses_are_those_of_the_text(text: str) -> None:
    assert list(chain.from_iterable(words_by_clause(text))) == split(text)


def across(text: str, *terms: str) -> set[str]:
    return {shown for hit in across_and(phrases((term, term) for term in terms), tuple(split(text))) for shown in hit[0]}


def test_a_phrase_is_said_across_an_and_with_five_words_on_either_side() -> None:
    assert across("protect child and adult", "protect adult", "protect child") == {"protect adult"}
    assert across("child and adult protection", "child protection", "adult protection") == {"child protection"}
    assert across("a b c d e x and f", "a b c d e f") == {"a b c d e f"}
    assert across("g a b c d e x and f", "g a b c d e f") == set()
    assert across("a x and b c d e f", "a b c d e f") == {"a b c d e f"}
    assert across("a x and b c d e f g", "a b c d e f g") == set()
    assert across("and adults", "adults") == across("adults and", "adults") == set()
