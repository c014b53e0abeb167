"""A misspelt word finds what it was meant for, among few spellings or thousands."""

from difflib import SequenceMatcher

from hypothesis import given
from hypothesis import strategies as st

from govreg.model.suggest import SpellingIndex, edit_distance, is_one_edit, nearest_of


def test_a_misspelt_word_finds_the_nearest_name_and_gives_its_id() -> None:
    assert (
        SpellingIndex({"Avon Constabulary": "asc", "Constabulary": "constabulary", "nhs": "nhs"}).nearest("Constabluary") == "constabulary"
    )
    assert nearest_of("montly", ["monthly", "weekly"]) == "monthly"
    assert nearest_of("zzz", ["monthly", "weekly"]) is None


def test_it_is_what_comparing_with_each_would_find() -> None:
    spellings = [f"{kind}-{place}-{number}" for kind in ("board", "panel", "forum") for place in ("bath", "wells") for number in range(60)]
    for meant in spellings[::17]:
        typed = meant.replace("b", "p", 1).replace("-", "", 1)
        likest = max(SequenceMatcher(None, spelling, typed).ratio() for spelling in spellings)
        found = nearest_of(typed, spellings)
        assert found is not None
        assert SequenceMatcher(None, found, typed).ratio() == likest


def test_a_hundred_wrong_words_among_thousands_take_no_time() -> None:
    spellings = SpellingIndex({f"organisation-{number}": str(number) for number in range(2000)})

    assert all(spellings.nearest(f"organistion-x{number}") for number in range(100))


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_is_one_edit_agrees_with_counting_edits(one: str, other: str) -> None:
    assert is_one_edit(one, other) == (edit_distance(one, other) == 1)
