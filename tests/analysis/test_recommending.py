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


@pytest.mark.parametrize(
    ("recommendation", "words"),
    [
        ("merge", "Merge, merger, merging, consolidate, amalgamated, combine, join with, subsumed, fold into, absorbed, consolidation"),
        ("end", "End, cease, stop, disbanded, close, discontinued, stand down, dissolve, remove, withdrawn, wind up, abolish"),
        ("end", "Ending, stopped, disbandment, closure, closing, discontinuing, dissolution, removal, abolition"),
        ("continue", "Continue, retain, keep, carry on, maintain, no change, remains, continuing, continuation, retention"),
        ("start", "Start, establish, set up, new, create, introduce, begin, beginning, establishment, creation"),
        ("suspend", "Suspend, paused, put on hold, hold, suspension"),
        ("defer", "Defer, deferred, deferral, deferring, postponed, postponement, revisit, review later"),
        ("change", "Amendments, revision, reduction, streamlining"),
        ("change", "Change, amended, revise, refresh, reduced, streamline, re-scope, rescope, strengthened, widen, refocus, redesign"),
    ],
)
def test_each_word_for_a_recommendation_is_known(recommendation: str, words: str) -> None:
    for word in words.split(", "):
        for before in ("", "To ", "Recommended to ", "recommend that it ", "Proposed to ", "It should "):
            assert recommended(before + word) == recommendation, before + word
            assert only_repeats(recommendation, before + word), before + word


def test_what_is_recommended_is_the_word_that_a_text_begins_with() -> None:
    assert [recommended(text) for text in ("It should cease", "Retain", "To be agreed")] == ["end", "continue", None]


@pytest.mark.parametrize(
    "text",
    [
        "Stop attending",
        "Cease our attendance",
        "End the representation",
        "Withdraw",
        "Withdraw from the group",
        "Endorse",
        "Closely watched",
        "Hold meetings in May",
        "Newham to lead",
    ],
)
def test_what_is_not_said_of_the_meeting_recommends_nothing(text: str) -> None:
    assert recommended(text) is None


def test_the_longest_name_of_a_receiver_is_taken_out_first() -> None:
    assert only_repeats("merge", "Merge with the Finance Board and Audit", ("Finance", "Audit", "Finance Board"))
    assert not only_repeats("merge", "Merge with the Finance Board", ("Finance",))
