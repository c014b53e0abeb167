"""An answer that compares words says of how many entries it has read a part only."""

import pytest

from building import a_meeting, a_register
from govreg.model.beginnings import MOST_WORDS
from govreg.views.long_entries import about_long_entries, long_entries


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((1, 1), ""),
        ((MOST_WORDS - 1, 1), ""),
        ((MOST_WORDS, 1), "1 entry is too long: only its first 500 words are compared."),
        ((MOST_WORDS, 2 * MOST_WORDS), "2 entries are too long: only the first 500 words of each are compared."),
    ],
)
def test_entries_with_more_words_than_are_compared_are_counted(words: tuple[int, ...], sentence: str) -> None:
    """Each has one word more: its title."""
    register = a_register(*(a_meeting(f"m{place}", title="Board", purpose="road " * count) for place, count in enumerate(words)))

    assert long_entries(register) == (sum(1 + count > MOST_WORDS for count in words), sentence)
    assert about_long_entries(register) == ((sentence,) if sentence else ())
