"""A quotation has the words as the paper writes them, however they are compared."""

import pytest

from govreg.analysis.text.quotes import run, written


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Reducing re-offending", [("reduc", "Reducing"), ("reoffend", "re-offending")]),
        ("Production-Ready vans", [("product", "Production"), ("readi", "Ready"), ("van", "vans")]),
        ("The PCC’s board", [("the", "The"), ("pcc", "PCC’s"), ("board", "board")]),
        ("health_board", [("health", "health"), ("board", "board")]),
        ("Multi-Agency-Working", [("multiag", "Multi-Agency"), ("work", "Working")]),
        ("anti-social-behaviour", [("antisoci", "anti-social"), ("behaviour", "behaviour")]),
        ("… – !", []),
    ],
)
def test_each_word_is_quoted_as_it_is_written(text: str, words: list[tuple[str, str]]) -> None:
    assert list(written(text)) == words


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Improve Road   Safety in towns", ("road", "safety"), "Road Safety"),
        ("Improve road-safety", ("road", "safety"), "road-safety"),
        ("The PCC’s Board", ("pcc", "board"), "PCC’s Board"),
        ("The PCC's Board", ("pcc", "board"), "PCC's Board"),
        ("Off-road safety", ("road", "safety"), "road safety"),
        ("Broad safety", ("road", "safety"), None),
        ("Road safetyx", ("road", "safety"), None),
        ("Road and safety", ("road", "safety"), None),
        ("x_road safety_y", ("road", "safety"), "road safety"),
    ],
)
def test_a_run_of_words_is_found_where_they_follow_each_other(text: str, words: tuple[str, ...], found: str | None) -> None:
    assert run(text, words) == found


def test_a_run_of_more_than_400_letters_is_not_looked_for() -> None:
    longest = ("a" * 200, "b" * 200)

    assert run(" ".join(longest), longest) == " ".join(longest)
    assert run(" ".join(longest) + "b", (longest[0], longest[1] + "b")) is None
