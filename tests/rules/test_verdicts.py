"""A verdict is out of date once an entry has changed since; only the last verdict on a pair counts."""

from building import a_meeting, a_register, found_at
from govreg.analysis.verdicts import fingerprint
from govreg.model.verdict import Verdict
from govreg.rules.verdicts import verdict_stale

ONE, OTHER, THIRD = (a_meeting(id_, purpose="Count herons") for id_ in ("one", "other", "third"))


def test_the_last_verdict_on_a_pair_is_out_of_date_once_an_entry_has_changed() -> None:
    was = a_meeting("one", purpose="Count egrets")
    ruled = [(ONE, OTHER, ONE), (ONE, THIRD, was), (OTHER, THIRD, was), (ONE, THIRD, was), (ONE, OTHER, ONE)]
    verdicts = tuple(
        Verdict.model_validate({"meetings": (a.id, b.id), "verdict": "distinct", "on": "2016-11", "of": fingerprint(read, b)})
        for a, b, read in ruled
    )

    assert found_at(verdict_stale, a_register(ONE, OTHER, THIRD, verdicts=verdicts)) == [
        "verdicts 2.meetings: The verdict on “Other” and “Third” is out of date: the title and the purpose have changed since.",
        "verdicts 3.meetings: The verdict on “One” and “Third” is out of date: the purpose has changed since.",
    ]
