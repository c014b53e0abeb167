"""What phrases about frequency come to: a table of wordings, each with its reading."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreg.analysis.frequency import Certainty, Understood, understand, weakest
from govreg.analysis.frequency.everyday import EVERYDAY
from govreg.analysis.frequency.grammar import understand as by_grammar

AREAS = {
    "Bristol": "bristol",
    "City of Bristol": "bristol",
    "North Somerset": "north-somerset",
    "Somerset": "somerset",
    "Somerset County": "somerset",
    "South Gloucestershire": "south-gloucestershire",
    "South Glos": "south-gloucestershire",
}
WORDINGS = [
    [*line.split(" | "), ""][:4]
    for line in (Path(__file__).parent / "wordings.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("phrase", "number", "certainty", "exceptions"), WORDINGS, ids=[wording[0] for wording in WORDINGS])
def test_wording(phrase: str, number: str, certainty: str, exceptions: str) -> None:
    understood = understand(phrase, AREAS)

    assert understood.per_year == (None if number == "-" else Fraction(number))
    assert understood.certainty == certainty
    assert ", ".join(f"{area}={count}" for area, count in sorted(understood.exceptions.items())) == exceptions.strip()


@pytest.mark.parametrize("phrase", EVERYDAY)
def test_the_grammar_counts_an_everyday_phrase_alike(phrase: str) -> None:
    assert by_grammar(phrase, AREAS) == understand(phrase, AREAS) == understand(phrase.upper(), AREAS)


def test_an_ambiguous_word_gives_both_readings_the_usual_one_first() -> None:
    assert understand("Bi monthly").readings == (("every two months", Fraction(6)), ("twice a month", Fraction(24)))
    assert understand("bi-annual").readings == (("twice a year", Fraction(2)), ("every two years", Fraction(1, 2)))


def test_words_that_say_there_is_no_number_are_understood_and_nonsense_is_not() -> None:
    assert understand("TBC after stakeholder engagement").known
    assert understand("as and when deemed necessary").known
    assert not understand("whenever the moon is full").known


def test_a_slip_of_the_pen_is_told_with_what_it_was_read_as() -> None:
    assert understand("Quartely").slips == (("quartely", "quarterly"),)


def test_an_area_that_nobody_knows_makes_it_ambiguous() -> None:
    understood = understand("Quarterly (except Northshire – monthly)", AREAS)

    assert (understood.per_year, understood.certainty) == (Fraction(4), Certainty.AMBIGUOUS)
    assert "northshire" in understood.why


def test_in_a_sum_the_weakest_certainty_counts() -> None:
    assert weakest(Certainty.EXACT, Certainty.AT_LEAST) is Certainty.AT_LEAST
    assert weakest(Certainty.VARIES, Certainty.AMBIGUOUS) is Certainty.VARIES
    assert weakest() is Certainty.EXACT


@given(st.text(max_size=120))
def test_no_text_is_too_odd(text: str) -> None:
    understood = understand(text, AREAS)

    assert understood.per_year is None or understood.per_year >= 0
    assert (understood.per_year is None) or understood.certainty is not Certainty.UNKNOWN


@pytest.mark.parametrize(
    "phrase",
    [
        "once every 0 years",
        "twice every 0 weeks",
        "every 0th week",
        "every 9999999 years",
        "9" * 400 + " times a year",
        "9" * 5000 + " times a year",
        "10,000 times a year",
        "1½ times a year",
        "-3 a year",
        "1e400 a year",
        "second Wednesday of every month " * 8000,
    ],
)
def test_what_is_no_count_of_meetings_is_not_read_as_another(phrase: str) -> None:
    assert understand(phrase) == Understood(None, Certainty.UNKNOWN, known=False)


@pytest.mark.parametrize(
    ("phrase", "number", "certainty"),
    [
        ("½ yearly", 2, "exact"),
        ("1/2-yearly", 2, "exact"),
        ("<4 a year", None, "varies"),
        ("> 4 a year", 4, "at-least"),
        ("4? a year", 4, "ambiguous"),
        ("Not yet quarterly", None, "unknown"),
    ],
)
def test_a_sign_at_a_count_is_read_as_its_word(phrase: str, number: int | None, certainty: str) -> None:
    understood = understand(phrase)

    assert (understood.per_year, understood.certainty) == (number, certainty)
