"""Who would have to agree: whoever leads what changes or takes work on, who would lead it, and who has a duty there."""

from typing import Any

from building import TODAY, a_meeting, a_register
from govreg.analysis.whatif.agreement import Agreement, ConsentReason
from govreg.analysis.whatif.result import run_scenario
from govreg.analysis.whatif.scenario import ScenarioOptions, scenario
from govreg.model.meeting import Meeting

LEADS, RECEIVES, WOULD_LEAD, DUTY = ConsentReason


def agreement_to(*meetings: Meeting, **wishes: Any) -> Agreement:
    register = a_register(*meetings)
    return run_scenario(register, scenario(register, ScenarioOptions(**wishes)), TODAY).agreement


def test_leads_of_all_that_changes_agree_each_for_every_meeting() -> None:
    meetings = (
        a_meeting("ends", lead=["b", "a"]),
        a_meeting("rarer", lead="a"),
        a_meeting("starts", lead="c", status="proposed", review={"recommendation": "start"}),
        a_meeting("stays", lead="d"),
    )
    found = agreement_to(*meetings, ends=("ends",), frequencies={"rarer": "annually"}, recommended=True)

    assert found.who == (
        ("a", ((LEADS, "ends"), (LEADS, "rarer"))),
        ("b", ((LEADS, "ends"),)),
        ("c", ((LEADS, "starts"),)),
    )
    assert found.unknown == ()


def test_who_leads_comes_before_who_receives_before_who_would_lead() -> None:
    meetings = (a_meeting("old", lead="d"), a_meeting("new", lead="b"), a_meeting("other", lead="c"))
    found = agreement_to(*meetings, merges=(("old", "new"),), leads={"other": "a"})

    assert found.who == (
        ("c", ((LEADS, "other"),)),
        ("d", ((LEADS, "old"),)),
        ("b", ((RECEIVES, "new"),)),
        ("a", ((WOULD_LEAD, "other"),)),
    )


def test_core_members_of_a_statutory_meeting_agree_if_it_changes_not_if_it_takes_work_on() -> None:
    seats = ["c", {"organisation": "b"}, {"organisation": "e", "attendance": "observer"}]
    duty = a_meeting("duty", lead="a", statutory=["Care Act 2014"], participants=seats)
    plain, new = a_meeting("plain", lead="a", statutory=False, participants=seats), a_meeting("new", lead="a")

    assert agreement_to(duty, ends=("duty",)).who == (("a", ((LEADS, "duty"),)), ("b", ((DUTY, "duty"),)), ("c", ((DUTY, "duty"),)))
    assert agreement_to(plain, ends=("plain",)).who == (("a", ((LEADS, "plain"),)),)
    assert agreement_to(duty, new, merges=(("new", "duty"),)).who == (("a", ((LEADS, "new"), (RECEIVES, "duty"))),)


def test_meetings_without_a_known_lead_are_named_once() -> None:
    meetings = (a_meeting("b", lead="unclear"), a_meeting("a", lead="not-stated"), a_meeting("c", lead="opcc"))
    found = agreement_to(*meetings, ends=("c",), into=(("b", "a"),), leads={"a": "unclear"})

    assert found.unknown == ("a", "b")
    assert found.who == (("opcc", ((LEADS, "c"),)),)
