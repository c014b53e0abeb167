"""A text that only repeats a recommendation is distinguished from one that says more."""

import pytest

from govreg.analysis.recommending import only_repeats, recommended


@pytest.mark.parametrize(
    ("recommendation", "text", "into", "repeats"),
    [
        ("continue", "Keep", (), True),
        ("continue", "RETAIN as it is.", (), True),
        ("end", "Stopped", (), True),
        ("continue", "Recommended to continue", (), True),
        ("merge", "Merge with the Finance Board", ("Finance Board",), True),
        ("merge", "Merge with the Finance Board", ("Audit",), False),
        ("merge", "Merge with the Finance Boarding", ("Finance Board",), False),
        ("continue", "Keep it for a year", (), False),
        ("continue", "Stop", (), False),
        ("end", "Its work is done", (), False),
        (None, "Keep", (), False),
        ("continue", "", (), False),
    ],
)
def test_a_text_repeats_a_recommendation_if_it_says_nothing_else(
    *, recommendation: str | None, text: str, into: tuple[str, ...], repeats: bool
) -> None:
    assert only_repeats(recommendation, text, into) is repeats


def test_what_is_recommended_is_the_word_that_a_text_begins_with() -> None:
    assert [recommended(text) for text in ("It should cease", "Retain", "To be agreed")] == ["end", "continue", None]
