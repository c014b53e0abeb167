"""References that lead nowhere, where a rule's page doesn't show it."""

from typing import Any

import pytest

from building import TODAY, a_meeting, a_register, a_sitting, found_at, found_by, problems
from govreg.model.minutes import Minutes
from govreg.model.register import Register
from govreg.model.settings import Settings
from govreg.model.verdict import Verdict
from govreg.rules.catalogue import rule_cannot_be_off
from govreg.rules.context import RuleContext
from govreg.rules.references import (
    minutes_of_unknown_meeting,
    unknown_area,
    unknown_meeting,
    unknown_organisation,
    unknown_theme,
    verdict_on_unknown_meeting,
)
from govreg.rules.rule import worded


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
    assert {problem.hint for problem in worded(unknown_area(RuleContext(register, TODAY)))} == {
        "Only `lead` can have this value. If it isn't known, leave this field out."
    }


def test_a_word_beside_a_lead_is_left_to_the_rule_about_leads() -> None:
    assert found_by(unknown_organisation, a_register(a_meeting(lead=["opcc", "unclear"]))) == []


def test_a_verdict_refers_to_meetings_by_id() -> None:
    verdict = Verdict.model_validate({"meetings": ("Budget committee", "gone"), "verdict": "distinct", "on": "2026-01-31"})
    register = a_register(a_meeting(), verdicts=(verdict,))

    assert [problem.hint for problem in worded(unknown_meeting(RuleContext(register, TODAY)))] == ["Write “budget-committee”."]
    assert found_by(verdict_on_unknown_meeting, register) == ["There is no meeting “gone”."]


def test_only_an_existing_code_can_be_switched_off() -> None:
    settings = Settings.model_validate({"findings_off": {"GR302": "x", "GR399": "x", "GR3²2": "x"}})

    assert len(found_by(rule_cannot_be_off, a_register(settings=settings))) == 2


def test_a_post_in_place_of_an_organisation_is_said_to_be_a_role() -> None:
    def hints(**keys: Any) -> list[str]:
        return [problem.hint for problem in worded(unknown_organisation(RuleContext(a_register(a_meeting(**keys)), TODAY)))]

    for key, written, wrong in (
        ("chair", "chair: {role: …}", "Jane Smith"),
        ("participants", "{organisation: …, role: …}", ["Head of Roads"]),
    ):
        assert f"For a post, write `{written}`" in hints(**{key: wrong})[0]
    for key, unknown in (("chair", "highways-agency"), ("participants", ["highways-agency"]), ("support", ["Head of Roads"])):
        assert hints(**{key: unknown}) == ["Add it to organisations.yaml, or use the id of one that is listed there."]
    assert hints(chair="Constabulry") == ["Did you mean “constabulary”?"]


def hints(register: Register, check: Any, *sittings: Any) -> list[str]:
    return [f"{one.hint} | {one.replacement}" if one.replacement else one.hint for one in problems(check, register, *sittings)]


def test_reports_go_to_a_meeting_or_an_organisation_and_the_nearest_of_the_meetings_is_offered_first() -> None:
    names = ["budget-committee", "opcc", "OPCC office", "Estates Board", "estates-bord", "constabulry", "zzz"]
    register = a_register(a_meeting(reports_to=names), a_meeting("estates-board"))

    assert found_at(unknown_meeting, register) == [
        "budget-committee reports_to.2: “OPCC office” is a name, but files refer to entries by id.",
        "budget-committee reports_to.3: “Estates Board” is a name, but files refer to entries by id.",
        "budget-committee reports_to.4: “estates-bord” is not a meeting or an organisation in this register.",
        "budget-committee reports_to.5: “constabulry” is not a meeting or an organisation in this register.",
        "budget-committee reports_to.6: “zzz” is not a meeting or an organisation in this register.",
    ]
    assert hints(register, unknown_meeting) == [
        "Write “opcc”. | opcc",
        "Write “estates-board”. | estates-board",
        "Did you mean “estates-board”?",
        "Did you mean “constabulary”?",
        "Write the id of a meeting or an organisation in this register.",
    ]


def test_each_kind_of_entry_has_its_article_and_its_file() -> None:
    def said(check: Any, **keys: Any) -> list[str]:
        register = a_register(a_meeting(**keys))
        return [*found_at(check, register), *hints(register, check)]

    assert said(unknown_meeting, links_to=["zzz"]) == [
        "budget-committee links_to.0: “zzz” is not a meeting.",
        "Add it to meetings/, or use the id of one that is listed there.",
    ]
    assert said(unknown_organisation, support=["zzz"]) == [
        "budget-committee support.0: “zzz” is not an organisation.",
        "Add it to organisations.yaml, or use the id of one that is listed there.",
    ]
    assert said(unknown_area, areas=["zzz"]) == [
        "budget-committee areas.0: “zzz” is not an area.",
        "Add it to register.yaml under `areas`, or use the id of one that is listed there.",
    ]
    assert said(unknown_theme, themes=["zzz"]) == [
        "budget-committee themes.0: “zzz” is not a theme.",
        "Add it to themes.yaml, or use the id of one that is listed there.",
    ]


def test_the_area_of_an_exception_and_the_organisation_of_a_rate_are_keys() -> None:
    settings = Settings.model_validate({"load": {"rates": {"OPCC office": "40", "zzz": "50"}}})
    register = a_register(a_meeting(areas=["zzz"], frequency={"text": "Monthly", "exceptions": {"zzz": "3"}}), settings=settings)

    assert found_at(unknown_area, register) == [
        "budget-committee areas.0: “zzz” is not an area.",
        "budget-committee key frequency.exceptions.zzz: “zzz” is not an area.",
    ]
    assert found_at(unknown_organisation, register) == [
        "register key settings.load.rates.OPCC office: “OPCC office” is a name, but files refer to entries by id.",
        "register key settings.load.rates.zzz: “zzz” is not an organisation.",
    ]


def test_an_id_in_curly_quotes_and_a_word_for_a_lead_are_corrected() -> None:
    register = a_register(
        a_meeting("a", lead="“opcc”", support=["‘OPCC office’", "“zzz”"]),
        a_meeting("b", lead="Not stated"),
        a_meeting("c", lead="UNCLEAR"),
        a_meeting("d", lead="Joint"),
        a_meeting("e", support=["Not stated"]),
        a_meeting("f", lead=["opcc", "Unclear"]),
    )

    assert found_at(unknown_organisation, register) == [
        "a lead: “opcc” is in curly quotes, which YAML reads as part of the text.",
        "a support.0: ‘OPCC office’ is in curly quotes, which YAML reads as part of the text.",
        "a support.1: ““zzz”” is not an organisation.",
        "b lead: “Not stated” is not an organisation.",
        "c lead: “UNCLEAR” is not an organisation.",
        "d lead: “Joint” is not an organisation.",
        "e support.0: “Not stated” is not an organisation.",
        "f lead.1: “Unclear” is not an organisation.",
    ]
    add = "Add it to organisations.yaml, or use the id of one that is listed there."
    assert hints(register, unknown_organisation) == [
        "Write “opcc” without quotes. | opcc",
        "Write “opcc” without quotes. | opcc",
        add,
        "Write “not-stated”. | not-stated",
        "Write “unclear”. | unclear",
        add,
        add,
        add,
    ]


def test_a_verdict_on_a_name_or_an_unknown_id_is_found_at_its_place() -> None:
    def a_verdict(*meetings: str) -> Verdict:
        return Verdict.model_validate({"meetings": meetings, "verdict": "distinct", "on": "2026-01-31"})

    verdicts = (
        a_verdict("budget-committee", "estates-board"),
        a_verdict("estates-bord", "Budget committee"),
        a_verdict("zzz", "estates-board"),
    )
    register = a_register(a_meeting(), a_meeting("estates-board"), verdicts=verdicts)

    assert verdicts[1].meetings == ("Budget committee", "estates-bord")
    assert found_at(unknown_meeting, register) == ["verdicts 1.meetings.1: “Budget committee” is a name, but files refer to entries by id."]
    assert found_at(verdict_on_unknown_meeting, register) == [
        "verdicts 1.meetings.0: There is no meeting “estates-bord”.",
        "verdicts 2.meetings.0: There is no meeting “zzz”.",
    ]
    assert hints(register, verdict_on_unknown_meeting) == [
        "Did you mean “estates-board”? Otherwise delete the verdict.",
        "Delete the verdict.",
    ]


def test_minutes_are_in_the_folder_of_a_meeting() -> None:
    register = a_register(a_meeting())
    sittings = [a_sitting(), a_sitting("budget-comittee/2018-04-04"), a_sitting("zzz/2018-04-04")]

    assert found_at(minutes_of_unknown_meeting, register, *sittings) == [
        "budget-comittee/2018-04-04: There is no meeting “budget-comittee”.",
        "zzz/2018-04-04: There is no meeting “zzz”.",
    ]
    assert hints(register, minutes_of_unknown_meeting, *sittings) == [
        "Did you mean the folder “budget-committee”?",
        "Rename the folder to the meeting's id.",
    ]


def test_a_code_that_cannot_be_switched_off_is_found_at_its_key() -> None:
    register = a_register(settings=Settings.model_validate({"findings_off": {"GR302": "x", "GR201": "x", "everything": "x"}}))

    assert found_at(rule_cannot_be_off, register) == [
        "register key settings.findings_off.GR201: “GR201” can't be switched off.",
        "register key settings.findings_off.everything: “everything” can't be switched off.",
    ]
    assert [one.hint.split("Only")[0] for one in problems(rule_cannot_be_off, register)] == ["Did you mean GR301? ", ""]


@pytest.mark.parametrize(
    ("keys", "hint"),
    [
        ({"lead": "opcc, constabulary"}, "Write a list: `lead: [opcc, constabulary]`."),
        ({"lead": "OPCC office and Constabulary"}, "Write a list: `lead: [opcc, constabulary]`."),
        ({"support": ["constabulary; opcc"]}, "Write each as an item of its own: constabulary, opcc."),
        ({"lead": "opcc, treasury"}, "Add it to organisations.yaml, or use the id of one that is listed there."),
    ],
)
def test_several_organisations_in_one_text_belong_in_a_list(keys: dict[str, Any], hint: str) -> None:
    assert [one.hint for one in problems(unknown_organisation, a_register(a_meeting(**keys)))] == [hint]
