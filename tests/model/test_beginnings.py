"""The first 500 words of an entry's texts are read, and no more."""

import re
from collections.abc import Sequence
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import a_meeting
from govreg.model import beginnings as module
from govreg.model.beginnings import MOST_WORDS, beginning, first_texts, is_longer
from govreg.model.meeting import Meeting

TEXT = st.text(st.sampled_from("aé_1 -.\n"), max_size=30)


def words(texts: Sequence[str]) -> list[str]:
    return [word for text in texts for word in re.findall(r"\w+", text)]


@given(st.lists(TEXT, min_size=1, max_size=4), st.integers(1, 12))
def test_a_beginning_ends_with_its_last_word_or_is_the_text(texts: list[str], most: int) -> None:
    meeting = a_meeting(title="a", purpose=f"a{texts[0]}", focus=[f"a{text}" for text in texts[1:]])
    all_ = [text for _, text in meeting.texts()]

    with patch.object(module, "MOST_WORDS", most):
        read = [text for _, text in first_texts(meeting)]
        one = beginning(all_[0])
        longer = is_longer(meeting)

    assert words(read) == words(all_)[:most]
    assert words([one]) == words(all_[:1])[:most]
    assert longer is (len(words(all_)) > most)
    for text, whole in ((one, all_[0]), *zip(read, all_, strict=False)):
        assert whole.startswith(text)
        assert text == whole or re.search(r"\w$", text)


def of_words(*counts: int) -> Meeting:
    """A meeting with a title of one word, a purpose of so many words and items of focus of so many."""
    purpose, *focus = (" ".join(f"w{place}" for place in range(count)) for count in counts)
    return a_meeting(title="Board", purpose=purpose, focus=focus)


@pytest.mark.parametrize(
    ("counts", "read", "longer"),
    [
        ((498, 1), [1, 498, 1], False),
        ((498, 2), [1, 498, 1], True),
        ((499, 1), [1, 499], True),
        ((499,), [1, 499], False),
        ((500,), [1, 499], True),
        ((2, 3), [1, 2, 3], False),
    ],
)
def test_the_first_five_hundred_words_are_read_text_after_text(counts: tuple[int, ...], read: list[int], *, longer: bool) -> None:
    meeting = of_words(*counts)

    assert [len(words([text])) for _, text in first_texts(meeting)] == read
    assert is_longer(meeting) is longer
    assert MOST_WORDS == 500


def test_a_text_that_is_read_keeps_its_place() -> None:
    assert [path for path, _ in first_texts(of_words(1, 498, 9))] == [("title",), ("purpose",), ("focus", 0, "text")]


@pytest.mark.parametrize("count", [500, 501])
def test_words_of_a_single_letter_are_words(count: int) -> None:
    assert is_longer(a_meeting(title="a", purpose=" ".join("a" * (count - 1)))) is (count > MOST_WORDS)
