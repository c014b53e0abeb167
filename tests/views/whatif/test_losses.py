"""Losses of people in words: each organisation is named once, with the most that it loses."""

from building import TODAY, a_meeting, a_register
from govreg.analysis.whatif.result import run_scenario
from govreg.analysis.whatif.scenario import ScenarioOptions, scenario
from govreg.views.whatif.losses import loss_sentences

ORGANISATIONS = {id_: {"name": id_.capitalize()} for id_ in ("opcc", "alpha", "beta", "gamma")}


def people_lost(*seats: list[str]) -> list[str]:
    """What is said of organisations when the first of some meetings with these members ends."""
    meetings = [a_meeting(f"m{at}", lead="opcc", participants=members) for at, members in enumerate(seats)]
    register = a_register(*meetings, organisations=ORGANISATIONS)
    result = run_scenario(register, scenario(register, ScenarioOptions(ends=("m0",))), TODAY)
    return [one.says for one in loss_sentences(register, result.losses, lambda _: None) if one.kind.value in ("alone", "apart")]


def test_who_sits_on_no_other_meeting_is_not_named_again_as_apart() -> None:
    assert people_lost(["alpha", "beta", "gamma"], ["beta"], ["gamma"]) == [
        "Alpha would sit on no other held meeting in this register without “M0”",
        "Beta would share no other held meeting in this register with Gamma",
    ]


def test_who_shares_another_meeting_loses_nothing() -> None:
    assert people_lost(["beta", "gamma"], ["beta", "gamma"]) == []
