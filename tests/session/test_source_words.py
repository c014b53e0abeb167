"""A command that changes a lead or participants names the source's words that it leaves."""

import pytest

from building import a_meeting, a_register
from govreg.session.source_words import notify_words_kept

WORDS = {"lead_as_written": "OPCC", "participants_as_written": "All partners"}


def said(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [line.removeprefix("govreg: ") for line in capsys.readouterr().err.splitlines()]


def test_words_that_describe_what_was_changed_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    before = a_register(a_meeting("a", **WORDS), a_meeting("b", **WORDS), a_meeting("c"), a_meeting("d", **WORDS))
    after = a_register(
        a_meeting("a", lead="nhs", **WORDS),
        a_meeting("b", participants=["nhs"], lead_as_written="OPCC", participants_as_written="The NHS"),
        a_meeting("c", lead="nhs"),
        a_meeting("d", level="tactical", **WORDS),
        a_meeting("e", **WORDS),
    )

    notify_words_kept(before, after)

    assert said(capsys) == [
        "lead_as_written of a still has the source's words: “OPCC”. To remove them: govreg set a --remove lead_as_written"
    ]


@pytest.mark.parametrize(
    ("count", "more"),
    [
        (3, []),
        (4, ["1 more field still has the source's words."]),
        (6, ["3 more fields still have the source's words."]),
    ],
)
def test_three_are_named_and_the_others_counted(count: int, more: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    ids = [f"m-{number}" for number in range(count)]

    before = a_register(*(a_meeting(id_, **WORDS) for id_ in ids))
    after = a_register(*(a_meeting(id_, lead="nhs", **WORDS) for id_ in ids))

    notify_words_kept(before, after)

    lines = said(capsys)
    assert (len(lines[:3]), lines[3:]) == (3, more)
