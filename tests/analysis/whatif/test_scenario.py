"""A scenario changes the entries that it names, and no others."""

from hypothesis import given
from hypothesis import strategies as st

from building import a_meeting, a_register
from govreg.analysis.whatif.scenario import Scenario, ScenarioOptions, StoppingMeeting, apply_scenario, scenario


def test_work_goes_where_the_register_says_unless_a_receiver_is_given() -> None:
    old = a_meeting("old", review={"recommendation": "end", "into": ["new"]})
    register = a_register(old, a_meeting("new"), a_meeting("other"))

    assert scenario(register, ScenarioOptions(ends=("old",))).stopping["old"] == StoppingMeeting("old", "end", ("new",), recorded=True)
    assert scenario(register, ScenarioOptions(into=(("old", "other"),))).stopping["old"] == StoppingMeeting("old", "end", ("other",))


def test_recommended_applies_every_recommendation_that_is_not_only_text() -> None:
    register = a_register(
        a_meeting("ends", review={"recommendation": "end", "into": ["keeps"]}),
        a_meeting("merges", review=[{"recommendation": "continue"}, {"recommendation": "merge", "into": ["keeps"]}]),
        a_meeting("pauses", review={"recommendation": "suspend"}),
        a_meeting("starts", status="proposed", review={"recommendation": "start"}),
        a_meeting("changes", review={"recommendation": "change", "change": "Widened"}),
        a_meeting("keeps", review=[{"recommendation": "end"}, {"recommendation": "continue"}]),
        a_meeting("ended", status="ended", review={"recommendation": "end"}),
    )

    supposed = scenario(register, ScenarioOptions(recommended=True))
    after = apply_scenario(register, supposed).meetings

    assert {id_: one.how for id_, one in supposed.stopping.items()} == {"ends": "end", "merges": "merge", "pauses": "suspend"}
    assert supposed.in_words == ("changes",)
    assert [after[id_].status for id_ in ("ends", "merges", "pauses", "starts", "keeps")] == ["ended", "ended", "suspended", "active", None]
    assert after["changes"] is register.meetings["changes"]


def test_a_meeting_that_pauses_hands_on_no_work_though_another_is_recorded_to_follow_it() -> None:
    pauses = a_meeting("pauses", review={"recommendation": "suspend"})
    register = a_register(pauses, a_meeting("later", supersedes=["pauses"]))

    found = scenario(register, ScenarioOptions(recommended=True)).stopping["pauses"]
    assert found == StoppingMeeting("pauses", "suspend", ())
    assert scenario(register, ScenarioOptions(ends=("pauses",))).stopping["pauses"].into == ("later",)


def test_a_receiver_that_is_not_held_yet_starts() -> None:
    register = a_register(a_meeting("old"), a_meeting("new", status="proposed"))

    assert scenario(register, ScenarioOptions(into=(("old", "new"),))).starting == ("new",)


def test_a_scenario_sets_frequency_and_lead() -> None:
    one = a_meeting("one", frequency="Monthly", lead="opcc", lead_as_written="The OPCC")
    register = a_register(one)

    after = apply_scenario(
        register, scenario(register, ScenarioOptions(frequencies={"one": "twice a year"}, leads={"one": ("opcc", "pcc")}))
    ).meetings["one"]

    assert (after.frequency.text if after.frequency else None, after.lead, after.lead_as_written) == ("twice a year", ("opcc", "pcc"), None)


STEPS = st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), max_size=3, unique=True).map(tuple))


@given(STEPS)
def test_the_work_goes_to_who_stays(into: dict[str, tuple[str, ...]]) -> None:
    supposed = Scenario({one: StoppingMeeting(one, "end", after) for one, after in into.items()})

    def reached(one: str) -> set[str]:
        found: set[str] = set()
        waiting = list(into.get(one, ()))
        while waiting:
            after = waiting.pop()
            if after not in found:
                found.add(after)
                waiting.extend(into.get(after, ()))
        return found

    assert all(set(supposed.receivers(one)) == reached(one) - into.keys() for one in into)


def test_meetings_that_merge_into_one_that_ends_share_its_receivers() -> None:
    steps = {one: StoppingMeeting(one, "merge", ("hub",)) for one in "abc"}
    supposed = Scenario({**steps, "hub": StoppingMeeting("hub", "end", ("x", "y"))})

    assert supposed.receivers("a") == ("x", "y")
    assert len({id(supposed.receivers(one)) for one in "abc"}) == 1
