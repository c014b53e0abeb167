"""References that lead nowhere, where a rule's page doesn't show it."""

from typing import Any

from building import TODAY, a_meeting, a_register, found_by
from govreg.model.minutes import Minutes
from govreg.model.settings import Settings
from govreg.model.verdict import Verdict
from govreg.rules.catalogue import rule_cannot_be_off
from govreg.rules.context import RuleContext
from govreg.rules.references import unknown_area, unknown_meeting, unknown_organisation, unknown_theme, verdict_on_unknown_meeting


def test_reserved_words_are_allowed_only_as_a_lead() -> None:
    meeting = a_meeting(
        lead="unclear",
        support=["unclear"],
        chair="not-stated",
        participants=["joint"],
        areas=["unclear"],
        themes=["joint"],
        links_to=["joint"],
    )
    organisations = {"opcc": {"part_of": "joint"}, "all": {"members": ["unclear"]}}
    register = a_register(meeting, organisations=organisations)
    minutes = {"a/2018-04-04": Minutes.model_validate({"id": "a/2018-04-04", "actions": ({"owner": "unclear"},)})}

    assert len(found_by(unknown_organisation, register, minutes=minutes)) == 6
    for check in (unknown_area, unknown_theme, unknown_meeting):
        assert len(found_by(check, register)) == 1
    assert {problem.hint for problem in unknown_area(RuleContext(register, TODAY))} == {
        "Only `lead` can have this value. If it isn't known, leave this field out."
    }


def test_a_verdict_refers_to_meetings_by_id() -> None:
    verdict = Verdict.model_validate({"meetings": ("Budget committee", "gone"), "verdict": "distinct", "on": "2026-01-31"})
    register = a_register(a_meeting(), verdicts=(verdict,))

    assert [problem.hint for problem in unknown_meeting(RuleContext(register, TODAY))] == ["Write “budget-committee”."]
    assert found_by(verdict_on_unknown_meeting, register) == ["There is no meeting “gone”."]


def test_only_an_existing_code_can_be_switched_off() -> None:
    settings = Settings.model_validate({"findings_off": {"GR302": "x", "GR399": "x", "GR3²2": "x"}})

    assert len(found_by(rule_cannot_be_off, a_register(settings=settings))) == 2


def test_a_post_in_place_of_an_organisation_is_said_to_be_a_role() -> None:
    def hints(**keys: Any) -> list[str]:
        return [problem.hint for problem in unknown_organisation(RuleContext(a_register(a_meeting(**keys)), TODAY))]

    for key, written, wrong in (
        ("chair", "chair: {role: …}", "Jane Smith"),
        ("participants", "{organisation: …, role: …}", ["Head of Roads"]),
    ):
        assert f"For a post, write `{written}`" in hints(**{key: wrong})[0]
    for key, unknown in (("chair", "highways-agency"), ("participants", ["highways-agency"]), ("support", ["Head of Roads"])):
        assert hints(**{key: unknown}) == ["Add it to organisations.yaml, or use the id of one that is listed there."]
    assert hints(chair="Constabulry") == ["Did you mean “constabulary”?"]
