"""What is said of how many meetings are held, how often they meet, and what waits besides."""

from typing import Any

import pytest

from building import a_meeting, a_register
from govreg.views.held import held_sentences, total_a_year


def says(*entries: dict[str, Any]) -> list[str]:
    meetings = [a_meeting(f"m{number}", **keys) for number, keys in enumerate(entries)]
    return list(held_sentences(meetings, a_register(*meetings)))


ACTIVE: dict[str, Any] = {"status": "active", "frequency": "Monthly"}
PLAIN: dict[str, Any] = {"frequency": "Monthly"}
ENDED: dict[str, Any] = {"status": "ended"}


@pytest.mark.parametrize(
    ("entries", "sentences"),
    [
        ([], []),
        ([ACTIVE], ["12 sittings a year."]),
        ([ACTIVE, PLAIN], ["In all, 24 sittings a year."]),
        ([PLAIN, {}], ["In all, at least 12 sittings a year; 1 has no stated frequency."]),
        ([{}, {}], ["2 have no stated frequency."]),
        ([{"frequency": "TBC"}], ["1 states a frequency without a number."]),
        (
            [{"frequency": "TBC"}, {"frequency": "As required"}, {}],
            ["1 has no stated frequency; 2 state a frequency without a number."],
        ),
        ([{"frequency": {"text": "TBC", "per_year": 4}}], ["4 sittings a year."]),
        ([{"frequency": "Annually"}], ["1 sitting a year."]),
        ([{"frequency": "Annually"}, {}], ["In all, at least 1 sitting a year; 1 has no stated frequency."]),
        ([ENDED], ["None is held.", "1 has ended."]),
        ([ENDED, ENDED], ["None is held.", "2 have ended."]),
        ([ACTIVE, ENDED], ["1 is held.", "12 sittings a year.", "1 has ended."]),
        ([PLAIN, ENDED], ["1 is held, though it states no status.", "12 sittings a year.", "1 has ended."]),
        ([PLAIN, PLAIN, ENDED], ["2 are held, though none states a status.", "In all, 24 sittings a year.", "1 has ended."]),
        ([PLAIN, ACTIVE, ENDED], ["2 are held, counting 1 that states no status.", "In all, 24 sittings a year.", "1 has ended."]),
        (
            [PLAIN, PLAIN, ACTIVE, ENDED],
            ["3 are held, counting 2 that state no status.", "In all, 36 sittings a year.", "1 has ended."],
        ),
    ],
)
def test_held_meetings_are_counted(entries: list[dict[str, Any]], sentences: list[str]) -> None:
    assert says(*entries) == sentences


@pytest.mark.parametrize(
    ("frequencies", "held", "sentence"),
    [
        ([None], True, "1 more is proposed."),
        ([None, None], False, "2 are proposed."),
        (["Monthly"], True, "1 more is proposed: 12 a year if it starts."),
        (["Monthly", "Quarterly"], False, "2 are proposed: 16 a year if both start."),
        (["Monthly"] * 3, True, "3 more are proposed: 36 a year if all start."),
        (["Monthly", None, "TBC"], True, "3 more are proposed: at least 12 a year if all start, not counting 2 of unknown frequency."),
    ],
)
def test_proposed_meetings_are_named_apart(frequencies: list[str | None], held: bool, sentence: str) -> None:  # noqa: FBT001 - a case
    proposed = [{"status": "proposed", **({"frequency": frequency} if frequency else {})} for frequency in frequencies]

    assert says(*([ACTIVE] if held else []), *proposed)[-1] == sentence


def test_suspended_meetings_come_after_proposed_ones_and_may_resume() -> None:
    assert says({**ACTIVE, "status": "suspended"}, {**ACTIVE, "status": "proposed"}, ENDED) == [
        "None is held.",
        "1 is proposed: 12 a year if it starts.",
        "1 is suspended: 12 a year if it resumes.",
        "1 has ended.",
    ]


def test_only_held_meetings_are_in_a_total() -> None:
    meetings = [a_meeting("a", frequency="Monthly"), a_meeting("b", frequency="Monthly", status="ended"), a_meeting("c")]
    total = total_a_year(meetings, a_register(*meetings))

    assert total.per_year == 12
    assert total.unknown == 1
