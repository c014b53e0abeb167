"""What phrases about frequency come to: a table of wordings, each with its reading."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreg.analysis.frequency import (
    Certainty,
    ParsedFrequency,
    areas,
    combine,
    exceptions,
    grammar,
    normalise,
    remainder,
    series,
    understand,
    vocabulary,
    weakest,
)
from govreg.analysis.frequency.lazy import LazyPattern
from matching import matching_texts

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


def test_wordings() -> None:
    for phrase, number, certainty, areas_apart in WORDINGS:
        understood = understand(phrase, AREAS)
        counts = ", ".join(f"{area}={count}" for area, count in sorted(understood.exceptions.items()))

        expected = (None if number == "-" else Fraction(number), certainty, areas_apart.strip())
        assert (understood.per_year, understood.certainty, counts) == expected, phrase


def test_wordings_of_public_papers() -> None:
    for phrase, number, certainty in PUBLIC:
        understood = understand(phrase)

        if phrase in TOO_CAREFUL:
            assert understood.per_year is None, phrase
        else:
            assert (understood.per_year, understood.certainty) == (None if number == "-" else Fraction(number), certainty), phrase


@pytest.mark.parametrize(
    ("phrase", "months", "weekdays"),
    [
        ("Quarterly on the second Thursday of January, April, July and October", (1, 4, 7, 10), (4,)),
        ("twice a year (September and March)", (3, 9), ()),
        ("Monthly (except August)", (1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12), ()),
        ("first Tuesday of each month", (), (2,)),
        ("Quarterly, the AGM in June", (), ()),
        ("Monthly between November and January", (1, 11, 12), ()),
        ("Monthly from September to May", (1, 2, 3, 4, 5, 9, 10, 11, 12), ()),
        ("January, May and September", (1, 5, 9), ()),
        ("June each year", (6,), ()),
        ("every Monday, Wednesday and Friday", (), (1, 3, 5)),
        ("Quarterly on a Sunday", (), (7,)),
    ],
)
def test_the_months_are_known_only_where_all_are(phrase: str, months: tuple[int, ...], weekdays: tuple[int, ...]) -> None:
    understood = understand(phrase)

    assert (understood.months, understood.weekdays) == (months, weekdays)


def test_an_ambiguous_word_gives_both_readings_the_usual_one_first() -> None:
    assert understand("Bi monthly").readings == (("every two months", Fraction(6)), ("twice a month", Fraction(24)))
    assert understand("bi-annual").readings == (("twice a year", Fraction(2)), ("every two years", Fraction(1, 2)))


@pytest.mark.parametrize(
    ("unit", "twice", "every_two"),
    [("weekly", 104, 26), ("monthly", 24, 6), ("quarterly", 8, 2), ("termly", 6, Fraction(3, 2)), ("yearly", 2, Fraction(1, 2))],
)
def test_bi_means_twice_or_every_two(unit: str, twice: Fraction, every_two: Fraction) -> None:
    found = understand(f"Bi-{unit}")

    assert {number for _, number in found.readings} == {twice, every_two}
    assert found.certainty == Certainty.AMBIGUOUS
    if unit != "quarterly":
        assert understand(f"2-{unit}").per_year == every_two


@pytest.mark.parametrize(
    ("unit", "thrice", "every_three"), [("weekly", 156, Fraction(52, 3)), ("monthly", 36, 4), ("annually", 3, Fraction(1, 3))]
)
def test_tri_means_three_times_or_every_three(unit: str, thrice: Fraction, every_three: Fraction) -> None:
    assert {number for _, number in understand(f"Tri-{unit}").readings} == {thrice, every_three}


@pytest.mark.parametrize(
    ("phrase", "a_year"),
    [
        ("weekly", 52),
        ("fortnightly", 26),
        ("monthly", 12),
        ("quarterly", 4),
        ("termly", 3),
        ("half-termly", 6),
        ("annually", 1),
        ("biennially", Fraction(1, 2)),
        ("biennial", Fraction(1, 2)),
        ("triennially", Fraction(1, 3)),
        ("triennial", Fraction(1, 3)),
        ("semi-annually", 2),
        ("semi-monthly", 24),
        ("semi-weekly", 104),
    ],
)
def test_an_adverb_gives_a_number(phrase: str, a_year: Fraction) -> None:
    found = understand(phrase)

    assert (found.per_year, found.certainty) == (a_year, Certainty.EXACT)


@pytest.mark.parametrize(
    ("phrase", "a_year"), [("Ten times a year (about nine times a year)", 10), ("Nine times a year (about ten times a year)", None)]
)
def test_two_counts_are_one_if_they_are_no_more_than_a_tenth_apart(phrase: str, a_year: int | None) -> None:
    assert understand(phrase).per_year == a_year


def test_words_that_say_there_is_no_number_are_understood_and_nonsense_is_not() -> None:
    assert understand("four newsletters a year").known
    assert understand("TBC after stakeholder engagement").known
    assert understand("as and when deemed necessary").known
    assert not understand("whenever the moon is full").known


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Quartely", "quarterly"),
        ("quarterely", "quarterly"),
        ("fortnigthly", "fortnightly"),
        ("anually", "annually"),
        ("bimonthy", "bimonthly"),
        ("mounthly", "monthly"),
        ("weeklyy", "weekly"),
        ("wekly", "weekly"),
        ("requried", "required"),
        ("bianually", "biannually"),
        ("termley", "termly"),
        ("meetngs twice a year", "meetings"),
    ],
)
def test_a_misspelling_is_reported_with_its_reading(written: str, read: str) -> None:
    assert understand(written).misspellings == ((written.casefold().split()[0], read),)


@pytest.mark.parametrize("word", ["weks", "monthlong", "biennial", "minimal", "quarter", "weeks", "requires", "termini", "years"])
def test_another_word_is_no_misspelling_of_a_unit(word: str) -> None:
    assert all(written != word for written, _ in understand(f"{word} twice a year").misspellings)


@pytest.mark.parametrize(
    ("phrase", "readings"),
    [
        ("every second Tuesday", (("every 2 weeks", 26), ("once a month, on that weekday", 12))),
        ("every 3rd Wednesday", (("every 3 weeks", Fraction(52, 3)), ("once a month, on that weekday", 12))),
        ("every 4th Friday", (("every 4 weeks", 13), ("once a month, on that weekday", 12))),
        ("March or September", (("once a year", 1), ("twice a year", 2))),
        ("daily", (("every working day", 260), ("every day", 365))),
    ],
)
def test_what_can_be_read_in_two_ways_gives_both(phrase: str, readings: tuple[tuple[str, int | Fraction], ...]) -> None:
    assert understand(phrase).readings == readings


@pytest.mark.parametrize(
    ("phrase", "why"),
    [
        ("Quarterly; six meetings a year", "it says 4 and 6 a year"),
        ("Strategic group quarterly and tactical group monthly", "it speaks of two bodies"),
        ("Every two months (not August)", "it leaves months out"),
        ("Quarterly (TBC)", "it is to be confirmed"),
        ("Monthly, August recess", "it does not say what becomes of a month that it names"),
        ("Quarterly, every alternate Lent", "“alternate” in it is not understood"),
        ("Twice a year (March, June and September)", "it names 3 and says 2"),
    ],
)
def test_why_a_number_is_uncertain_is_said_in_words(phrase: str, why: str) -> None:
    assert understand(phrase).why == why


def test_phrases_of_a_thousand_characters_are_read_and_longer_ones_left() -> None:
    assert understand(f"{'Quarterly':<1000}").per_year == 4
    assert understand(f"{'Quarterly':<1001}") == ParsedFrequency(None, Certainty.UNKNOWN, known=False)


def test_an_unknown_area_makes_a_frequency_ambiguous() -> None:
    understood = understand("Quarterly (except Northshire – monthly)", AREAS)

    assert (understood.per_year, understood.certainty) == (Fraction(4), Certainty.AMBIGUOUS)
    assert "northshire" in understood.why


def test_in_a_sum_the_weakest_certainty_counts() -> None:
    assert weakest(Certainty.EXACT, Certainty.AT_LEAST) is Certainty.AT_LEAST
    assert weakest(Certainty.VARIES, Certainty.AMBIGUOUS) is Certainty.VARIES
    assert weakest() is Certainty.EXACT


@given(st.text(max_size=120))
def test_any_text_is_understood_or_left(text: str) -> None:
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
def test_numbers_that_cannot_be_counts_are_not_read(phrase: str) -> None:
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


@pytest.mark.parametrize("how", ["Annual + ad hoc", "Annually plus as required", "Annual, and as needed", "Yearly + ad hoc"])
def test_a_meeting_a_year_and_more_as_required_is_at_least_one(how: str) -> None:
    assert (understand(how).per_year, understand(how).certainty) == (1, "at-least")


@pytest.mark.parametrize("day", ["Mon", "Tue", "Wed", "Thu", "Fri"])
def test_the_short_name_of_a_weekday_is_that_day(day: str) -> None:
    assert understand(f"2nd {day} of the month").per_year == 12


PAPERS = {
    "wordings-public.txt": Fraction(160, 161),
    "wordings-statutes.txt": Fraction(91, 93),
    "wordings-uk.txt": Fraction(100, 101),
    "wordings-uk-second.txt": Fraction(96, 101),
    "wordings-uk-third.txt": Fraction(54, 56),
    "wordings-held-back.txt": Fraction(43, 50),
}
"""Files of wordings from papers, and what part of each is read right; what is not gets no number, or another certainty."""


@pytest.mark.parametrize(("name", "part"), PAPERS.items(), ids=PAPERS)
def test_each_wording_from_a_paper_gets_its_number_or_none(name: str, part: Fraction) -> None:
    wrong = []
    right = 0
    phrases = wordings(name, 3)
    for phrase, number, certainty in phrases:
        understood, wanted = understand(phrase), None if number == "-" else Fraction(number)
        right += (understood.per_year, understood.certainty) == (wanted, certainty)
        wrong += [] if understood.per_year in (None, wanted) else [(phrase, understood.per_year, number)]

    assert wrong == []
    assert Fraction(right, len(phrases)) >= part


UNDERSTOOD: dict[str, int | Fraction] = {
    "monthly": 12,
    "quarterly": 4,
    "every six weeks": Fraction(26, 3),
    "twice a year": 2,
    "four meetings a year": 4,
    "first Tuesday of each month": 12,
    "an annual conference": 1,
    "once a term": 3,
}
NOT_UNDERSTOOD = (
    "save in the third blue week",
    "with 14 in the odd fortnight",
    "during snark time",
    "every alternate Lent",
    "less two in spring",
    "as to 7 of each 9",
    "until snow, otherwise not",
    "instead every so many days",
    "only for weeks with an r in them",
    "skipping one in three",
)
JOINERS = st.sampled_from([", ", "; ", " and ", " plus ", ". ", " (", ", but ", " or ", ", with ", " then ", " "])


def sums(numbers: Iterable[Fraction]) -> set[Fraction]:
    """What some of `numbers` add up to."""
    found = {Fraction(0)}
    for number in numbers:
        found |= {number + other for other in found}
    return found


@given(
    st.lists(st.tuples(st.sampled_from(sorted(UNDERSTOOD)), JOINERS), min_size=1, max_size=3),
    st.sampled_from(["", *NOT_UNDERSTOOD]),
    JOINERS,
)
def test_joined_clauses_give_only_numbers_that_one_of_them_gives(parts: list[tuple[str, str]], odd: str, joiner: str) -> None:
    phrase = "".join(f"{part}{between}" for part, between in parts[:-1]) + parts[-1][0]

    understood = understand(f"{phrase}{joiner}{odd}" if odd else phrase)

    if odd:
        assert understood.per_year is None
    else:
        assert understood.per_year is None or understood.per_year in sums(Fraction(UNDERSTOOD[part]) for part, _ in parts)


@pytest.mark.parametrize("odd", NOT_UNDERSTOOD)
@pytest.mark.parametrize("phrase", sorted(UNDERSTOOD))
def test_a_clause_about_time_that_is_not_understood_leaves_no_number(phrase: str, odd: str) -> None:
    assert understand(f"{phrase}, {odd}").per_year is None
    assert understand(f"{odd}, {phrase}").per_year is None


def patterns_in(values: Iterable[object]) -> Iterator[LazyPattern]:
    """The patterns among `values` and in the tuples there."""
    for value in values:
        if isinstance(value, LazyPattern):
            yield value
        elif isinstance(value, tuple):
            yield from patterns_in(value)


NEEDY = sorted(
    {
        (pattern.source, pattern.needs)
        for module in (areas, combine, exceptions, grammar, normalise, remainder, series, vocabulary)
        for pattern in patterns_in(vars(module).values())
        if pattern.needs
    }
)
"""The regular expressions of which a text must hold something to match, and what that is."""


def test_the_prefilter_of_a_pattern_hides_no_match() -> None:
    """The patterns with `needs` find in every phrase of the tests what their regular expressions find."""
    phrases = {phrase for name in ("wordings.txt", *PAPERS) for phrase, *_ in wordings(name, 1)}
    texts = {text for phrase in phrases for text in (phrase.casefold(), normalise.normalise(phrase).text)}
    for source, needs in NEEDY:
        expression, pattern = re.compile(source), LazyPattern(source, needs)
        hidden = [text for text in texts if expression.search(text) and not pattern.search(text)]
        assert (source, hidden) == (source, [])


@pytest.mark.parametrize(("source", "needs"), NEEDY, ids=[str(number) for number in range(len(NEEDY))])
def test_no_text_that_a_regular_expression_matches_lacks_what_its_pattern_needs(source: str, needs: tuple[tuple[str, ...], ...]) -> None:
    expression = re.compile(source)
    matching = [text for text in matching_texts(source) if expression.search(text)]

    assert matching
    assert [text for text in matching if not LazyPattern(source, needs).search(text)] == []
