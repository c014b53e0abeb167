"""What is checked and said when a meeting ends; the register is as at 21 November 2026."""

from pathlib import Path
from typing import Any

import pytest

from building import a_meeting, a_register
from editing import write_register
from govreg.analysis.changes.redirect import Redirection
from govreg.errors import GovregError
from govreg.session.endings import (
    check_receivers,
    ending_date,
    live_meeting,
    next_after_ending,
    notify_redirections,
    notify_stale_status,
    reason_given,
)
from govreg.session.load import load_register


def refusal(error: pytest.ExceptionInfo[GovregError]) -> str:
    return f"{error.value.message} {error.value.hint}"


@pytest.mark.parametrize("typed", [None, "", "  "])
def test_an_ending_needs_a_reason(typed: str | None) -> None:
    with pytest.raises(GovregError) as error:
        reason_given(typed)

    assert refusal(error) == 'A reason is needed. Say why: --reason "Its work is done"'
    assert reason_given("  Its work is done ") == "Its work is done"


def test_a_meeting_is_live_until_it_has_ended() -> None:
    register = a_register(a_meeting("a", status="suspended"), a_meeting("b", status="ended"))

    assert live_meeting(register, "A") == "a"
    with pytest.raises(GovregError) as error:
        live_meeting(register, "b")
    assert (
        refusal(error)
        == "“B” has ended already. To correct that: “govreg set b status active”; then --remove status_since and status_reason."
    )


def test_receivers_are_named_once_each_and_are_other_meetings() -> None:
    register = a_register(a_meeting("a"), a_meeting("b"), a_meeting("c"))

    assert check_receivers(register, "a", ["C", "b", "c"]) == ("c", "b")
    assert check_receivers(register, "a", []) == ()
    with pytest.raises(GovregError) as error:
        check_receivers(register, "a", ["b", "A"])
    assert refusal(error) == "You named “A” twice: a meeting can't take on its own work. Name another meeting."


@pytest.mark.parametrize("typed", ["2026-11-21", "2026-11", "2026", "2016-11-10", "21 November 2026"])
def test_a_meeting_ends_today_or_earlier(tmp_path: Path, typed: str) -> None:
    loaded = load_register(write_register(tmp_path / "register"), "2026-11-21")

    assert ending_date(loaded, None) == "2026-11-21"
    assert ending_date(loaded, typed) == ("2026-11-21" if " " in typed else typed)


@pytest.mark.parametrize(("typed", "words"), [("2026-11-22", "22 November 2026"), ("2026-12", "December 2026"), ("2027", "2027")])
def test_a_meeting_does_not_end_in_the_future(tmp_path: Path, typed: str, words: str) -> None:
    loaded = load_register(write_register(tmp_path / "register"), "2026-11-21")

    with pytest.raises(GovregError) as error:
        ending_date(loaded, typed)

    assert refusal(error) == (
        f"{words} is still to come (--on), as at 21 November 2026. "
        "Record the end once it has happened, or give the day of the register with --as-at."
    )


@pytest.mark.parametrize(
    "keys",
    [
        {"reports_to": ["x", "old"]},
        {"links_to": ["old"]},
        {"participants": ["nhs", {"meeting": "old"}]},
        {"review": [{"into": ["y"]}, {"into": ["old"]}]},
    ],
)
def test_what_still_names_the_meeting_is_next(keys: dict[str, Any]) -> None:
    naming = a_meeting("a", **keys)
    ended = a_meeting("b", status="ended", **keys)

    assert next_after_ending(a_register(naming, ended), "old") == "Next: a still names it. Change that with “govreg set a --remove …”."
    assert next_after_ending(a_register(ended, a_meeting("c")), "old") == "Next: govreg show old"


def test_of_many_that_name_the_meeting_five_are_listed() -> None:
    register = a_register(*(a_meeting(id_, reports_to=["old"]) for id_ in "abcdef"))

    assert next_after_ending(register, "old") == "Next: a, b, c, d and e still name it. Change that with “govreg set a --remove …”."


def test_redirections_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    register = a_register(a_meeting("a"), a_meeting("old"), a_meeting("new"))

    notify_redirections(register, [Redirection("a", "reports_to", "old", "new"), Redirection("a", "links_to", "old", None)])

    assert capsys.readouterr().err.splitlines() == [
        "govreg: “A” now reports to “New” instead of “Old”.",
        "govreg: “A” no longer links to “Old”.",
    ]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ({"status": "ended"}, {"status": "ended", "status_since": "2020"}, []),
        ({}, {"status": "active"}, []),
        (
            {"status": "shadow", "status_since": "2020", "status_reason": "Trial"},
            {"status": "active", "status_since": "2020", "status_reason": "Trial"},
            [
                (
                    "It still has status_since “2020” from before. "
                    "Change that: govreg set a status_since …, or govreg set a --remove status_since"
                ),
                "It still has status_reason “Trial” from before. Change that: govreg set a --remove status_reason",
            ],
        ),
        ({"status": "shadow", "status_since": "2020"}, {"status": "active", "status_since": "2021", "status_reason": "Agreed"}, []),
        (
            {"status": "ended"},
            {"status": "active", "review": {"recommendation": "end"}},
            ["Its review still recommends: end. If that was a mistake: govreg set a --remove review"],
        ),
        (
            {"status": "ended"},
            {"status": "active", "review": [{}, {"recommendation": "merge"}]},
            ["Its review still recommends: merge. If that was a mistake: govreg set a --remove review 2"],
        ),
        ({"status": "ended"}, {"status": "active", "review": [{"recommendation": "end"}, {"recommendation": "continue"}]}, []),
        ({"status": "active"}, {"status": "suspended", "review": {"recommendation": "end"}}, []),
        ({"status": "active"}, {"status": "ended", "review": {"recommendation": "end"}}, []),
    ],
)
def test_fields_that_describe_an_old_status_are_named(
    before: dict[str, Any], after: dict[str, Any], said: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    notify_stale_status(a_register(a_meeting("a", **before)), a_register(a_meeting("a", **after)), "a")

    assert " ".join(capsys.readouterr().err.split()) == " ".join(f"govreg: {one}" for one in said)


def test_a_meeting_that_is_new_or_gone_has_no_old_status(capsys: pytest.CaptureFixture[str]) -> None:
    one = a_register(a_meeting("a", status="ended", status_since="2020"))

    notify_stale_status(one, a_register(), "a")
    notify_stale_status(a_register(), one, "a")

    assert capsys.readouterr().err == ""
