"""A scenario is what its options say, by id; options that contradict each other are refused in words."""

from typing import Any

import pytest

from building import a_meeting, a_register
from govreg.analysis.whatif.scenario import Scenario
from govreg.errors import GovregError
from govreg.session.scenario_options import parse_scenario

REGISTER = a_register(
    a_meeting("a"),
    a_meeting("b", review={"recommendation": "end"}),
    a_meeting("c"),
    a_meeting("d"),
    a_meeting("old", status="ended", status_since="2016-11"),
)
NOTHING: dict[str, Any] = {"end": [], "merge": [], "into": [], "frequency": [], "lead": [], "recommended": False}


def parsed(**options: Any) -> Scenario:
    return parse_scenario(REGISTER, **{**NOTHING, **options})


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({}, "No change was given. Give at least one: --end, --merge, --into, --frequency, --lead or --recommended."),
        ({"end": ["a", "b", "A"]}, "--end “A” is given twice. Write it once."),
        ({"end": ["a", "A", "a"]}, "--end “A” is given 3 times. Write it once."),
        ({"merge": [("a", "b"), ("A", "b")]}, "--merge “A” “B” is given twice. Write it once."),
        ({"into": [("a", "b"), ("a", "b")]}, "--into “A” “B” is given twice. Write it once."),
        ({"merge": [("a", "A")]}, "--merge names “A” twice. Name another meeting to take on its work, or use --end."),
        ({"into": [("a", "a")]}, "--into names “A” twice. Name another meeting to take on its work, or use --end."),
        ({"frequency": [("a", "weekly"), ("A", "monthly")]}, "--frequency “A” is given twice. Write it once."),
        ({"frequency": [("a", " ")]}, "“ ” is not understood as a frequency. Write it plainly: “quarterly”, “four times a year”."),
        (
            {"frequency": [("a", "purple")]},
            "“purple” is not understood as a frequency. Write it plainly: “quarterly”, “four times a year”.",
        ),
        ({"lead": [("a", "opcc"), ("a", "OPCC office")]}, "--lead gives “OPCC office” twice for “A”. Write it once."),
        ({"lead": [("a", "opcc"), ("a", "unclear")]}, "A lead can't be both unclear and an organisation. Write one of them."),
        ({"lead": [("a", "not stated"), ("a", "opcc")]}, "A lead can't be both unclear and an organisation. Write one of them."),
        ({"lead": [("a", "unclear"), ("a", "not-stated")]}, "A lead can't be both unclear and an organisation. Write one of them."),
        ({"end": ["a"], "merge": [("A", "c")]}, "“A” can't both end and merge into “C”. Leave out --end: a meeting that merges ends."),
        ({"end": ["a"], "frequency": [("a", "weekly")]}, "“A” would end, so --frequency changes nothing. Leave out one of the two."),
        ({"merge": [("a", "b")], "lead": [("a", "opcc")]}, "“A” would end, so --lead changes nothing. Leave out one of the two."),
        ({"into": [("a", "b")], "lead": [("a", "opcc")]}, "“A” would end, so --lead changes nothing. Leave out one of the two."),
        ({"merge": [("a", "b"), ("b", "a")]}, "The work would go in a circle: “A” into “B” into “A”. Leave out one of these."),
        (
            {"merge": [("d", "a"), ("a", "b")], "into": [("b", "c"), ("c", "a")]},
            "The work would go in a circle: “A” into “B” into “C” into “A”. Leave out one of these.",
        ),
        (
            {"end": ["b"], "merge": [("a", "b")]},
            "“B” is to take on the work of “A”, but would end too. Say where its work goes: --into b RECEIVER.",
        ),
        (
            {"into": [("a", "b")], "recommended": True},
            "“B” is to take on the work of “A”, but would end too. Say where its work goes: --into b RECEIVER.",
        ),
    ],
)
def test_options_that_contradict_each_other(options: dict[str, Any], message: str) -> None:
    with pytest.raises(GovregError) as problem:
        parsed(**options)

    assert f"{problem.value.message} {problem.value.hint}" == message


@pytest.mark.parametrize(
    "options",
    [
        {"end": ["old"]},
        {"merge": [("a", "old")]},
        {"into": [("old", "a")]},
        {"frequency": [("old", "weekly")]},
        {"lead": [("old", "opcc")]},
    ],
)
def test_a_meeting_that_has_ended_is_in_no_scenario(options: dict[str, Any]) -> None:
    with pytest.raises(GovregError, match=r"“Old” has ended already \(November 2016\)\.") as problem:
        parsed(**options)

    assert problem.value.hint == "To correct that: “govreg set old status active”; then --remove status_since and status_reason."


def test_what_would_end_and_where_its_work_would_go() -> None:
    found = parsed(end=["A"], merge=[("b", "c")], into=[("b", "d"), ("a", "c")])

    assert set(found.stopping) == {"a", "b"}
    assert (set(found.receivers("a")), set(found.receivers("b"))) == ({"c"}, {"c", "d"})
    assert set(parsed(recommended=True).stopping) == {"b"}
    assert set(parsed(end=["b"], merge=[("a", "b")], into=[("b", "c")]).stopping) == {"a", "b"}


def test_frequencies_and_leads_of_meetings_that_stay() -> None:
    found = parsed(
        merge=[("d", "a")],
        frequency=[("A", "weekly"), ("b", "at least twice a year")],
        lead=[("a", "Constabulary"), ("a", "opcc"), ("b", "Unclear"), ("c", "opcc")],
    )

    assert found.frequencies == {"a": "weekly", "b": "at least twice a year"}
    assert found.leads == {"a": ("constabulary", "opcc"), "b": "unclear", "c": "opcc"}
