"""Ending a meeting sets its status, the date, the reason, and one review that says where its work goes."""

import pytest

from govreg.analysis.changes.ending import carry_out_scenario, end_meeting
from govreg.analysis.whatif.scenario import Scenario, StoppingMeeting
from govreg.model.edits import RegisterChange, Value, applied

FILE = "meetings/a.yaml"
NEW_REVIEW: Value = {"recommendation": "end", "into": ("b",)}


def after(change: RegisterChange, data: Value) -> Value:
    for one in change.edits:
        assert one.file == FILE
        data = applied(data, one.edit)
    return data


def test_an_ended_meeting_says_when_and_why() -> None:
    data: Value = {"title": "A", "status": "active"}

    assert after(end_meeting(lambda _: data, "a", how="end", on="2026", reason="Done"), data) == {
        "title": "A",
        "status": "ended",
        "status_since": "2026",
        "status_reason": "Done",
    }
    suspended = after(end_meeting(lambda _: data, "a", how="suspend", on="2026", reason=None), data)
    assert suspended == {"title": "A", "status": "suspended", "status_since": "2026"}


@pytest.mark.parametrize(
    ("review", "reviews"),
    [
        (None, NEW_REVIEW),
        ({"recommendation": "continue"}, ({"recommendation": "continue"}, NEW_REVIEW)),
        (({"recommendation": "continue"},), ({"recommendation": "continue"}, NEW_REVIEW)),
        ({"recommendation": "end"}, NEW_REVIEW),
        ({"recommendation": "end", "into": "c"}, {"recommendation": "end", "into": ("c", "b")}),
        ({"recommendation": "end", "into": ("c",)}, {"recommendation": "end", "into": ("c", "b")}),
        (NEW_REVIEW, NEW_REVIEW),
        (({"recommendation": "end"}, {"recommendation": "change"}), ({"recommendation": "end"}, {"recommendation": "change"}, NEW_REVIEW)),
    ],
)
def test_one_review_says_where_the_work_goes(review: Value, reviews: Value) -> None:
    data: Value = {"title": "A"} if review is None else {"title": "A", "review": review}
    done = after(end_meeting(lambda _: data, "a", how="end", on="2026", reason="Done", into=["b"]), data)

    assert isinstance(done, dict)
    assert done["review"] == reviews


def test_resuming_drops_the_reason_and_a_new_lead_drops_the_old_words() -> None:
    data: Value = {"status": "suspended", "status_reason": "No money", "lead": "x", "lead_as_written": "X and Y"}
    scenario = Scenario(starting=("a",), frequencies={"a": "monthly"}, leads={"a": "opcc"})

    assert after(carry_out_scenario(lambda _: data, scenario, on="2026", reason=None), data) == {
        "status": "active",
        "status_since": "2026",
        "lead": "opcc",
        "frequency": "monthly",
    }


def test_meetings_that_stop_are_ended() -> None:
    data: Value = {"title": "A"}
    scenario = Scenario(stopping={"a": StoppingMeeting("a", "merge", ("b",))})
    done = after(carry_out_scenario(lambda _: data, scenario, on="2026", reason="One is enough"), data)

    assert isinstance(done, dict)
    assert (done["status"], done["review"]) == ("ended", {"recommendation": "merge", "into": ("b",)})
