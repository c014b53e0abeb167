"""A merger redirects meetings that report or link to the one that ended, each once, and leaves records as they are."""

import pytest

from building import a_meeting, a_register
from govreg.analysis.changes.redirect import Redirection, redirect, redirections
from govreg.model.edits import Value, applied


def after(ids: tuple[str, ...], merged: dict[str, str], meeting: str = "x") -> Value:
    """What the field of `meeting` holds once the meetings are merged; None where it is gone."""
    register = a_register(*(a_meeting(id_) for id_ in "abc"), a_meeting(meeting, reports_to=list(ids)))
    data: Value = {"title": "X", "reports_to": ids}
    for one in redirect({f"meetings/{meeting}.yaml": data}.get, redirections(register, merged)).edits:
        data = applied(data, one.edit)
    assert isinstance(data, dict)
    return data.get("reports_to")


@pytest.mark.parametrize(
    ("ids", "merged", "left"),
    [
        (("a",), {"a": "b"}, ("b",)),
        (("c", "a"), {"a": "b"}, ("c", "b")),
        (("b", "a"), {"a": "b"}, ("b",)),
        (("a", "b"), {"a": "b"}, ("b",)),
        (("a", "c"), {"a": "b", "c": "b"}, ("b",)),
        (("a", "a"), {"a": "b"}, ("b",)),
        (("c",), {"a": "b"}, ("c",)),
    ],
)
def test_each_meeting_is_named_once_in_the_place_of_the_one_that_ended(ids: tuple[str, ...], merged: dict[str, str], left: Value) -> None:
    assert after(ids, merged) == left


def test_a_receiver_never_reports_to_itself() -> None:
    register = a_register(a_meeting("a"), a_meeting("b", reports_to=["a"], links_to=["a"]))

    assert redirections(register, {"a": "b"}) == (Redirection("b", "reports_to", "a", None), Redirection("b", "links_to", "a", None))
    data: Value = {"reports_to": ("a",), "links_to": ("a",), "lead": "opcc"}
    for one in redirect({"meetings/b.yaml": data}.get, redirections(register, {"a": "b"})).edits:
        data = applied(data, one.edit)
    assert data == {"lead": "opcc"}


def test_records_and_seats_stay() -> None:
    register = a_register(
        a_meeting("a"),
        a_meeting("b"),
        a_meeting("ended", status="ended", reports_to=["a"], review=[{"recommendation": "merge", "into": ["a"]}]),
        a_meeting("later", supersedes=["a"], participants=[{"meeting": "a"}], review=[{"recommendation": "merge", "into": ["a"]}]),
    )

    assert redirections(register, {"a": "b"}) == ()
