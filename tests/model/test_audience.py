"""An audience's register lacks exactly what that audience may not see."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from building import a_meeting, a_register
from govreg.model.audience import Audience, for_audience
from govreg.model.meeting import VISIBILITIES, Visibility
from govreg.model.minutes import Minutes
from govreg.model.minutes_audience import minutes_for_audience

IDS = ("a", "b", "c", "d")
levels = st.sampled_from(VISIBILITIES)
parts = st.lists(st.tuples(st.sampled_from(IDS), st.none() | levels), max_size=3)
names = st.lists(st.sampled_from(IDS), max_size=3)


def _entry(level: Visibility, focus: list[Any], seats: list[Any], named: list[str], *, person: bool) -> dict[str, Any]:
    who = {"person": "Pat Smith"} if person else {}
    return {
        "visibility": level,
        "focus": [{"text": f"works on {id_}", "visibility": visibility} for id_, visibility in focus],
        "participants": [{"meeting": id_, "visibility": visibility, **who} for id_, visibility in seats],
        "reports_to": named,
        "links_to": named,
        "supersedes": named,
        "review": [{"recommendation": "merge", "into": named, "reason": "why"}],
        "chair": {"role": "Chair", **who},
    }


entries = st.builds(_entry, levels, parts, parts, names, person=st.booleans())


def _visible(level: Visibility | None, visibility: Visibility) -> bool:
    return level is None or VISIBILITIES.index(level) <= VISIBILITIES.index(visibility)


@given(st.fixed_dictionaries(dict.fromkeys(IDS, entries)), levels, st.booleans())
def test_only_what_may_not_be_seen_is_left_out(written: dict[str, dict[str, Any]], visibility: Visibility, named: bool) -> None:  # noqa: FBT001
    whole = a_register(*(a_meeting(id_, **keys) for id_, keys in written.items()))
    seen = for_audience(whole, Audience(visibility, "named" if named else "left out")).register
    there = {id_ for id_, keys in written.items() if _visible(keys["visibility"], visibility)}

    assert set(seen.meetings) == there
    for id_, entry in seen.meetings.items():
        keys = written[id_]
        linked = tuple(one for one in keys["links_to"] if one in there or visibility == "internal")
        assert entry.reports_to == entry.links_to == entry.supersedes == entry.review[0].into == linked
        assert [focus.text for focus in entry.focus] == [one["text"] for one in keys["focus"] if _visible(one["visibility"], visibility)]
        assert [seat.meeting for seat in entry.participants] == [
            one["meeting"] for one in keys["participants"] if _visible(one["visibility"], visibility) and one["meeting"] in there
        ]
        persons = [holder.person for holder in (entry.chair, *entry.participants) if holder is not None and holder.person is not None]
        assert not persons or (named and visibility != "public")
    assert whole == a_register(*(a_meeting(id_, **keys) for id_, keys in written.items()))
    assert for_audience(seen, Audience(visibility, "named" if named else "left out")).register.meetings == seen.meetings


def test_those_who_keep_the_register_get_the_very_same() -> None:
    register = a_register(a_meeting("a", participants=[{"organisation": "opcc", "person": "Pat Smith"}]))

    assert for_audience(register, Audience()).register is register
    assert for_audience(register, Audience(persons="numbered")).register.meetings["a"].participants[0].person == "person 1"


def test_minutes_lose_persons_and_what_goes_by_the_name_of_a_decision_that_is_left_out() -> None:
    decision = {"id": "1", "title": "Sale", "visibility": "internal"}
    papers = ({"id": "1", "title": "Sale"}, {"id": "2", "title": "Fleet"})
    attended = ({"organisation": "opcc", "person": "Pat Smith"},)
    keys = {"decisions": (decision,), "agenda": ({"item": "4", "papers": papers},), "attended": attended}
    sitting = Minutes.model_validate({"id": "a/2018-04-04", **keys})
    seen = minutes_for_audience(
        {sitting.id: sitting}, ("minutes/b/2018-04-04.yaml",), a_register(a_meeting("a")), Audience("partners", "left out")
    )

    left = seen.minutes[sitting.id]
    assert left.decisions == ()
    assert [paper.title for _, paper in left.papers] == ["Fleet"]
    assert [one.person for one in left.attended] == [None]
    assert (seen.unread, dict(seen.left_out)) == (("minutes/…",), {sitting.id: 1})


def test_with_people_the_minutes_have_names() -> None:
    sitting = Minutes.model_validate({"id": "a/2018-04-04", "attended": ({"organisation": "opcc", "person": "Pat Smith"},)})
    register = a_register(a_meeting("a"))

    for visibility in ("internal", "partners"):
        assert minutes_for_audience({sitting.id: sitting}, (), register, Audience(visibility, "named")).minutes[sitting.id] == sitting


def test_an_organisation_with_the_id_of_a_hidden_meeting_is_not_named_as_what_a_meeting_reports_to() -> None:
    hidden = a_meeting("opcc", visibility="internal")
    register = a_register(hidden, a_meeting("a", reports_to=["opcc", "constabulary"]))

    assert for_audience(register, Audience("partners", "left out")).register.meetings["a"].reports_to == ("constabulary",)
