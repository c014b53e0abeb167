"""What a scenario loses agrees with a plain count over every meeting, seat and word: none is missed, none invented."""

from collections import Counter
from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import TODAY, a_meeting, a_register
from conftest import examples
from govreg.analysis.text.topics import AnalysedText, Topics
from govreg.analysis.verdicts import fingerprint
from govreg.analysis.whatif import work_losses
from govreg.analysis.whatif.comparison import ScenarioComparison
from govreg.analysis.whatif.held import HeldMeetings
from govreg.analysis.whatif.loss import ORDER, Loss, LossKind, Nearest, Nearness
from govreg.analysis.whatif.result import WhatIfResult, run_scenario
from govreg.analysis.whatif.scenario import ScenarioOptions, scenario
from govreg.analysis.whatif.work_index import WorkIndex
from govreg.model.location import KeyPath
from govreg.model.register import Register
from govreg.model.verdict import Verdict

ORGANISATIONS = {"a": {}, "b": {}, "c": {}, "d": {"part_of": "a"}, "both": {"members": ["a", "b"]}}
MEMBERS = {"both": {"a", "b"}}
AREAS = {"county": {}, "north": {"part_of": "county"}, "south": {"part_of": "county"}}
COVERS = {"county": {"county", "north", "south"}, "north": {"north"}, "south": {"south"}}
THEMES = {"animals": {"name": "animals", "terms": ["zebra"]}, "plants": {"name": "plants", "terms": ["tulip"]}}
SHOWS = {"zebra": "animals", "tulip": "plants"}


def answer(register: Register, **wishes: Any) -> WhatIfResult:
    return run_scenario(register, scenario(register, ScenarioOptions(**wishes)), TODAY)


def lost(register: Register, **wishes: Any) -> list[Loss]:
    return list(answer(register, **wishes).losses)


def kinds(register: Register, **wishes: Any) -> list[str]:
    return [loss.kind.value for loss in lost(register, **wishes)]


def test_a_theme_without_another_home_is_lost() -> None:
    old = a_meeting("old", focus=["Zebra crossings"])
    alone = a_register(old, a_meeting("other"), themes=THEMES)
    shared = a_register(old, a_meeting("other", themes=["animals"]), themes=THEMES)

    assert [(loss.kind, loss.about) for loss in lost(alone, ends=("old",))] == [(LossKind.THEME, ("animals",))]
    assert lost(shared, ends=("old",)) == []


def test_work_is_lost_in_the_areas_that_no_other_meeting_covers() -> None:
    old = a_meeting("old", themes=["animals"], areas=["county"])
    register = a_register(old, a_meeting("other", themes=["animals"], areas=["north"]), themes=THEMES, areas=AREAS)

    (loss,) = lost(register, ends=("old",))

    assert (loss.areas, loss.others) == (("county", "south"), ("other",))


def test_recorded_parts_do_not_replace_the_whole_area() -> None:
    parts = {"county": {}, "north": {"part_of": "county"}}
    county, north = (a_meeting(id_, themes=["animals"], areas=[id_]) for id_ in ("county", "north"))
    register = a_register(county, north, themes=THEMES, areas=parts)

    assert [loss.areas for loss in lost(register, ends=("county",))] == [("county",)]
    assert lost(register, ends=("north",)) == []


def test_a_mention_is_the_nearest_but_not_a_home() -> None:
    old = a_meeting("old", focus=["Zebra crossings"])
    register = a_register(old, a_meeting("other", purpose="Discuss roads; receive the report of the zebra board"), themes=THEMES)

    (loss,) = lost(register, ends=("old",))

    assert (loss.kind, loss.nearest and (loss.nearest.meeting, loss.nearest.how)) == (LossKind.THEME, ("other", Nearness.MENTION))


def test_the_nearest_entry_to_a_line_is_the_one_with_most_of_its_words_as_that_writes_them() -> None:
    old = a_meeting("old", focus=["Administering tulips, lemurs, herons and walruses"])
    others = (a_meeting("near", title="Flock", focus=["A heron lemur"]), a_meeting("nearer", title="Herd", focus=["Walrus"]))

    (loss,) = lost(a_register(old, a_meeting("near", focus=["Walrus"])), ends=("old",))

    assert loss.looked_for == ("administering", "tulips", "lemurs", "herons", "walruses")
    assert loss.nearest is not None
    assert (loss.nearest.meeting, loss.nearest.words, loss.nearest.place.path) == ("near", ("walrus",), ("focus", 0, "text"))
    (loss,) = lost(a_register(old, *others), ends=("old",))
    assert loss.nearest is not None
    assert (loss.nearest.meeting, loss.nearest.words) == ("near", ("heron", "lemur"))


def test_a_proposed_meeting_is_a_home_only_if_it_would_start() -> None:
    old, new = a_meeting("old", themes=["animals"]), a_meeting("new", themes=["animals"], status="proposed")
    register = a_register(old, new, themes=THEMES)

    assert kinds(register, ends=("old",)) == ["theme"]
    assert kinds(register, into=(("old", "new"),)) == []


def test_a_past_focus_item_is_not_work() -> None:
    register = a_register(a_meeting("old", focus=[{"text": "Walrus counts", "until": "2017-03"}]), a_meeting("other"))

    assert lost(register, ends=("old",)) == []


def test_a_theme_in_part_of_a_name_is_not_work() -> None:
    organisations = {"zebra-trust": {"name": "Zebra Trust"}}
    register = a_register(a_meeting("old", purpose="Meet the Zebra Trust"), themes=THEMES, organisations=organisations)

    assert "theme" not in kinds(register, ends=("old",))


def test_ending_a_meeting_that_is_not_held_loses_nothing() -> None:
    register = a_register(a_meeting("old", themes=["animals"], status="proposed", participants=["a", "b"]), themes=THEMES)

    assert lost(register, ends=("old",)) == []


def test_an_entry_that_has_some_of_the_words_is_named_as_the_nearest() -> None:
    organisations = {"opcc": {"name": "OPCC"}, "project": {"name": "Rust Project"}}
    old = a_meeting("old", title="Goals team", purpose="Administering the Rust Project Goals")
    register = a_register(old, a_meeting("other", title="Council", purpose="Managing project goals"), organisations=organisations)

    (loss,) = lost(register, ends=("old",))

    assert (loss.looked_for, loss.nearest and loss.nearest.meeting, loss.nearest and loss.nearest.words) == (
        ("administering", "goals"),
        "other",
        ("goals",),
    )


def test_only_a_duty_lost_or_affected_touches_a_duty() -> None:
    theme = {"themes": {"housing": {"terms": ["housing"]}}}
    plain, duty = a_meeting("old", themes=["housing"]), a_meeting("old", statutory=["Care Act 2014 s43"])

    assert not answer(a_register(plain, **theme), ends=("old",)).touches_duty
    assert answer(a_register(duty), ends=("old",)).touches_duty


def affected(register: Register, **wishes: Any) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(one.meeting, one.duty, one.others) for one in answer(register, **wishes).duties]


def test_a_duty_that_another_meeting_serves_is_affected_but_not_lost() -> None:
    old = a_meeting("old", statutory=["Care Act 2014 s43"])
    same = a_meeting("same", statutory=["care act 2014 S43"])

    assert kinds(a_register(old), ends=("old",)) == ["duty"]
    assert kinds(a_register(old, same), ends=("old",)) == []
    assert affected(a_register(old, same), ends=("old",)) == [("old", "Care Act 2014 s43", ("same",))]


@pytest.mark.parametrize("wishes", [{"frequencies": {"old": "annually"}}, {"leads": {"old": "constabulary"}}])
def test_a_duty_that_only_changes_hands_or_frequency_is_not_lost(wishes: dict[str, Any]) -> None:
    register = a_register(a_meeting("old", statutory=["Care Act 2014 s43"]))

    assert lost(register, **wishes) == []
    assert affected(register, **wishes) == [("old", "Care Act 2014 s43", ())]


def gaps(register: Register, **wishes: Any) -> list[str]:
    return [gap.kind.value for gap in answer(register, **wishes).gaps]


def test_an_unnamed_duty_is_not_counted_as_lost() -> None:
    register = a_register(
        a_meeting("old", statutory=True, purpose="Count walruses", participants=["a"]), a_meeting("other", statutory=True)
    )

    assert kinds(register, ends=("old",)) == ["line", "alone"]
    assert gaps(register, ends=("old",)) == ["duty"]


def test_a_stub_is_too_short_to_compare() -> None:
    stated = {"purpose": "Count walruses", "participants": ["a"], "statutory": False}

    assert gaps(a_register(a_meeting("old")), ends=("old",)) == ["stub"]
    assert gaps(a_register(a_meeting("old", **stated)), ends=("old",)) == []
    for key, gap in (("purpose", "work"), ("participants", "members"), ("statutory", "statutory")):
        assert gaps(a_register(a_meeting("old", **{name: value for name, value in stated.items() if name != key})), ends=("old",)) == [gap]
    assert gaps(a_register(a_meeting("old", **{**stated, "purpose": "Work together"})), ends=("old",)) == ["general"]
    assert gaps(a_register(a_meeting("old", status="proposed")), ends=("old",)) == []


def test_the_nearest_duty_names_most_of_the_same_words() -> None:
    old = a_meeting("old", statutory=["Crime and Disorder Act 1998 s5"])
    register = a_register(old, a_meeting("other", statutory=["Care Act 2014", "Crime and Disorder Act 1998 section 6"]))

    (loss,) = lost(register, ends=("old",))

    assert loss.nearest is not None
    assert (loss.nearest.meeting, loss.nearest.words) == ("other", ("Crime and Disorder Act 1998 section 6",))
    assert loss.nearest.place.path == ("statutory", 1)


def test_the_nearest_to_a_duty_is_looked_for_once_however_many_lose_it(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(comparison: ScenarioComparison, duty: str) -> Nearest | None:
        asked.append(duty)
        return nearest_duty(comparison, duty)

    nearest_duty = work_losses._nearest_duty  # noqa: SLF001 - counted, and called as before
    monkeypatch.setattr(work_losses, "_nearest_duty", counted)
    ending = [a_meeting(id_, statutory=["Crime and Disorder Act 1998 s5"]) for id_ in ("one", "two")]
    found = lost(a_register(*ending, a_meeting("other", statutory=["Crime and Disorder Act 1998 s6"])), ends=("one", "two"))

    assert [loss.nearest.meeting for loss in found if loss.nearest is not None] == ["other", "other"]
    assert asked == ["Crime and Disorder Act 1998 s5"]


def test_a_duty_with_less_than_half_of_the_words_is_not_near() -> None:
    old = a_meeting("old", statutory=["Domestic Abuse Victims Protection Act 2021"])
    for written, near in (("Victims Protection Act", True), ("Victims Act", False), ("Care Act 2014", False)):
        (loss,) = lost(a_register(old, a_meeting("other", statutory=[written])), ends=("old",))
        assert (loss.nearest is not None) == near, written


def test_a_receiver_that_stops_is_a_loss() -> None:
    old = a_meeting("old", review={"recommendation": "merge", "into": ["next"]})
    gone = a_register(old, a_meeting("next", status="ended"))
    goes_on = a_register(old, a_meeting("next"), a_meeting("last"))

    assert kinds(gone, recommended=True) == ["receiver"]
    assert kinds(goes_on, recommended=True, merges=(("next", "last"),)) == []


def test_a_verdict_contradicted_by_a_change_is_a_loss() -> None:
    one, other = a_meeting("one"), a_meeting("other")
    of = fingerprint(one, other)
    verdict = Verdict.model_validate({"meetings": ("one", "other"), "verdict": "distinct", "on": "2016-10-01", "of": of})
    register = a_register(one, other, verdicts=(verdict,))

    assert [loss.about for loss in lost(register, leads={"one": "constabulary"}) if loss.kind is LossKind.VERDICT] == [
        ("distinct", "stale")
    ]
    assert [loss.about for loss in lost(register, merges=(("one", "other"),))] == [("distinct", "contradicted")]
    assert lost(register, ends=("one",)) == []


def test_a_post_in_several_is_one_post() -> None:
    one = a_meeting("one", participants=[{"organisation": "a", "role": "ACCs"}])
    register = a_register(one, a_meeting("other", participants=[{"organisation": "a", "role": "acc"}]))

    assert lost(register, ends=("one",)) == []


@pytest.mark.parametrize(
    ("lead", "chair", "lost_leads"),
    [("unclear", None, [()]), (("opcc", "constabulary"), None, [("opcc", "constabulary")]), (("opcc", "constabulary"), "opcc", [])],
)
def test_a_lead_is_unclear_if_it_is_unnamed_or_joint_without_a_chair(lead: Any, chair: str | None, lost_leads: list[Any]) -> None:
    register = a_register(a_meeting("one", chair=chair))

    assert [loss.about for loss in lost(register, leads={"one": lead})] == lost_leads


def places(register: Register, **wishes: Any) -> list[tuple[str, str, KeyPath]]:
    """Where each loss is recorded: its kind, the file and the path in it."""
    return [(loss.kind.value, loss.place.file, loss.place.path) for loss in lost(register, **wishes) if loss.place is not None]


def test_a_loss_points_at_where_the_register_says_so() -> None:
    old = a_meeting(
        "old",
        title="Herd",
        focus=["Zebra crossings", "Walrus counts"],
        statutory=["Care Act 2014", "Fire Act 2004"],
        participants=["b", {"organisation": "a", "role": "ACC"}],
    )

    assert places(a_register(old, themes=THEMES), ends=("old",)) == [
        ("duty", "meetings/old.yaml", ("statutory", 0)),
        ("duty", "meetings/old.yaml", ("statutory", 1)),
        ("theme", "meetings/old.yaml", ("focus", 0, "text")),
        ("line", "meetings/old.yaml", ("focus", 1, "text")),
        ("alone", "meetings/old.yaml", ("participants", 1)),
        ("alone", "meetings/old.yaml", ("participants", 0)),
        ("apart", "meetings/old.yaml", ("participants", 1)),
        ("role", "meetings/old.yaml", ("participants", 1)),
    ]


def test_those_who_do_the_work_in_other_areas_are_named_and_no_idle_meeting_there() -> None:
    south = {"areas": ["south"]}
    old, idle = a_meeting("old", themes=["animals"], areas=["county"]), a_meeting("idle", **south)
    register = a_register(old, idle, a_meeting("works", themes=["animals"], **south), themes=THEMES, areas=AREAS)

    (loss,) = lost(register, ends=("old",))

    assert (loss.areas, loss.others, loss.nearest) == (("county", "north"), ("works",), None)
    assert answer(register, ends=("old",)).homeless == 0


def test_a_meeting_for_other_areas_is_the_nearest_before_one_that_is_not_held() -> None:
    old = a_meeting("old", themes=["animals"], statutory=["Care Act 2014"], areas=["north"])
    keys = {"focus": ["Zebra crossings"], "statutory": ["Fire Act 2004", "care act 2014"]}
    south, soon = a_meeting("south", areas=["south"], **keys), a_meeting("proposed", status="proposed", **keys)
    over = a_meeting("over", status="ended", **keys)
    parts = {"themes": THEMES, "areas": AREAS}

    def nearest(*others: Any) -> list[tuple[str, Nearness, KeyPath] | None]:
        found = lost(a_register(old, *others, **parts), ends=("old",))
        assert [loss.kind for loss in found] == [LossKind.DUTY, LossKind.THEME]
        return [(loss.nearest.meeting, loss.nearest.how, loss.nearest.place.path) if loss.nearest else None for loss in found]

    duty, theme = ("statutory", 1), ("focus", 0, "text")
    assert nearest(south, soon, over) == [("south", Nearness.ELSEWHERE, duty), ("south", Nearness.ELSEWHERE, theme)]
    assert nearest(soon, over) == [("proposed", Nearness.NOT_HELD, duty), ("proposed", Nearness.NOT_HELD, theme)]
    assert nearest(over) == [None, None]


def test_of_two_meetings_that_mention_a_theme_the_nearest_is_the_one_in_the_area() -> None:
    mention = {"purpose": "Mend roads alongside the zebra board"}
    old = a_meeting("old", themes=["animals"], areas=["north"])
    others = (a_meeting("a", areas=["south"], **mention), a_meeting("b", areas=["north"], **mention))

    def nearest(*meetings: Any) -> tuple[str, Nearness, KeyPath]:
        (loss,) = lost(a_register(old, *meetings, themes=THEMES, areas=AREAS), ends=("old",))
        assert loss.nearest is not None
        return (loss.nearest.meeting, loss.nearest.how, loss.nearest.place.path)

    assert nearest(*others) == ("b", Nearness.MENTION, ("purpose",))
    assert nearest(others[0], a_meeting("b", status="proposed", areas=["north"], **mention)) == ("a", Nearness.MENTION, ("purpose",))


def test_half_of_the_words_of_a_duty_are_near_and_the_meeting_with_more_of_them_is_nearest() -> None:
    old = a_meeting("old", statutory=["Domestic Abuse Victims Protection"])
    half, more = a_meeting("a", statutory=["Victims protection act"]), a_meeting("b", statutory=["Abuse victim protection"])

    for others, nearest in (((half,), "a"), ((half, more), "b"), ((a_meeting("a", statutory=["Act"]),), None)):
        (loss,) = lost(a_register(old, *others), ends=("old",))
        assert (loss.nearest and (loss.nearest.meeting, loss.nearest.how)) == (nearest and (nearest, Nearness.WORDS))
    (loss,) = lost(a_register(a_meeting("old", statutory=["the Act"]), half), ends=("old",))
    assert loss.nearest is None


def test_a_duty_changes_hands_only_among_meetings_that_share_an_area() -> None:
    duty = {"statutory": ["Care Act 2014"]}
    old, north, south = (a_meeting(id_, areas=[area], **duty) for id_, area in (("old", "north"), ("n", "north"), ("s", "south")))
    register = a_register(old, north, south, areas=AREAS)

    assert affected(register, ends=("old",)) == [("old", "Care Act 2014", ("n",))]
    assert affected(register, ends=("old", "n")) == []
    assert answer(register, ends=("old",)).duties[0].place.path == ("statutory", 0)


def test_who_serves_a_duty_is_looked_for_once_however_many_would_end(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"m{number}" for number in range(20)]
    register = a_register(*(a_meeting(name, statutory=["Care Act 2014"]) for name in [*names, "stays"]))
    asked: list[str] = []
    serving = WorkIndex.serving

    def counted(works: WorkIndex, duty: str) -> frozenset[str]:
        asked.append(duty)
        return serving(works, duty)

    monkeypatch.setattr(WorkIndex, "serving", counted)

    assert affected(register, ends=names) == [(name, "Care Act 2014", ("stays",)) for name in sorted(names)]
    assert asked == ["Care Act 2014"]


@pytest.mark.parametrize(
    ("work", "method", "affected_too"), [({"themes": ["animals"]}, "left_by", 0), ({"statutory": ["Care Act 2014"]}, "left", 20)]
)
def test_which_areas_are_left_is_worked_out_once_for_all_meetings_of_the_same_areas(
    work: dict[str, Any], method: str, affected_too: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"m{number}" for number in range(20)]
    homes = (a_meeting("stays", areas=["north"], **work), *(a_meeting(name, areas=["county"], **work) for name in names))
    register = a_register(*homes, themes=THEMES, areas=AREAS)
    asked: list[int] = []
    left = getattr(HeldMeetings, method)

    def counted(held: HeldMeetings, areas: int, meetings: Any) -> int:
        asked.append(areas)
        found: int = left(held, areas, meetings)
        return found

    monkeypatch.setattr(HeldMeetings, method, counted)
    losses = [loss for loss in lost(register, ends=names) if loss.kind in (LossKind.THEME, LossKind.DUTY)]

    assert {(loss.areas, loss.others) for loss in losses} == {(("county", "south"), ("stays",))}
    assert len(losses) == 20
    assert len(asked) == 1 + affected_too


def test_an_unnamed_duty_of_a_meeting_that_changes_is_affected_too() -> None:
    register = a_register(
        a_meeting("a", statutory=True), a_meeting("b", statutory=True, status="proposed"), a_meeting("c", statutory=False)
    )
    changed = {"frequencies": dict.fromkeys("abc", "Annually")}

    assert affected(register, **changed) == [("a", "", ())]
    assert affected(register, ends=("a",), frequencies={"a": "Annually"}) == []
    assert answer(register, **changed).duties[0].place.path == ("statutory",)


def test_a_line_that_says_nothing_is_a_gap_with_its_place() -> None:
    old = a_meeting("old", focus=["Zebra", "Work together"], participants=["a"], statutory=False)
    found = answer(a_register(old, themes=THEMES), ends=("old",)).gaps

    assert [(gap.kind.value, gap.meeting, gap.place.path, gap.about) for gap in found] == [
        ("general", "old", ("focus", 1, "text"), "Work together")
    ]


def test_a_focus_that_is_over_brings_no_theme_by_its_tag() -> None:
    def tagged(**dates: str) -> Register:
        return a_register(a_meeting("old", focus=[{"text": "Work together", "themes": ["animals"], **dates}]), themes=THEMES)

    assert kinds(tagged(), ends=("old",)) == ["theme"]
    assert kinds(tagged(until="2026-11-21"), ends=("old",)) == ["theme"]
    assert kinds(tagged(until="2026-11-20"), ends=("old",)) == []
    assert places(tagged(), ends=("old",)) == [("theme", "meetings/old.yaml", ("focus", 0, "themes", 0))]


def test_a_general_word_means_each_of_its_subjects_unless_one_is_named() -> None:
    old = a_meeting("old", title="Safeguarding adults board", areas=["north"])
    both = a_meeting("both", title="Group", focus=["Safeguarding"])

    assert kinds(a_register(old), ends=("old",)) == ["theme"]
    assert kinds(a_register(old, both), ends=("old",)) == []
    elsewhere = a_register(old, a_meeting("both", title="Group", focus=["Safeguarding"], areas=["south"]), areas=AREAS)
    (loss,) = lost(elsewhere, ends=("old",))
    assert loss.nearest is not None
    assert (loss.about, loss.nearest.meeting, loss.nearest.place.path) == (("safeguarding adults",), "both", ("focus", 0, "text"))


def test_verdicts_are_contradicted_whichever_of_the_two_goes_into_the_other() -> None:
    entries = (a_meeting("a"), a_meeting("b"), a_meeting("c"))

    def about(verdict: str, **wishes: Any) -> list[Any]:
        written = [
            Verdict.model_validate({"meetings": pair, "verdict": word, "on": "2016-10-01", "of": fingerprint(*entries[:2])})
            for pair, word in ((("a", "b"), "unsure"), (("a", "c"), "distinct"), (("a", "b"), verdict))
        ]
        found = lost(a_register(*entries, verdicts=tuple(written)), **wishes)
        return [(loss.meeting, loss.about, loss.others, loss.place and loss.place.path) for loss in found if loss.kind is LossKind.VERDICT]

    for word in ("distinct", "related"):
        assert about(word, merges=(("a", "b"),)) == [("a", (word, "contradicted"), ("b",), (2,))]
        assert about(word, merges=(("b", "a"),)) == [("b", (word, "contradicted"), ("a",), (2,))]
    assert about("duplicate", merges=(("a", "b"),)) == []
    assert about("duplicate", leads={"b": "constabulary"}) == [("b", ("duplicate", "stale"), ("a",), (2,))]
    assert about("duplicate", leads={"a": "constabulary"}) == [("a", ("duplicate", "stale"), ("b",), (2,))]


def test_receivers_with_different_leads_leave_the_lead_open() -> None:
    def leads(one: Any, other: Any, old: Any = "opcc") -> list[tuple[Any, ...]]:
        register = a_register(a_meeting("old", lead=old), a_meeting("one", lead=one), a_meeting("other", lead=other))
        found = lost(register, into=(("old", "one"), ("old", "other")))
        return [(loss.about, loss.others, loss.place and loss.place.path) for loss in found if loss.kind is LossKind.LEAD]

    assert leads(["a", "b"], ["b", "a"]) == []
    assert leads("a", "b") == [(("opcc",), ("one", "other"), ("lead",))]
    assert leads("a", "unclear") == [(("opcc",), ("other",), ("lead",))]
    assert leads("a", "b", "unclear") == []


def test_a_lead_that_was_unclear_or_joint_before_is_not_lost() -> None:
    def leads(before: Any, after: Any, **keys: Any) -> int:
        return kinds(a_register(a_meeting("one", lead=before, **keys)), leads={"one": after}).count("lead")

    assert leads("opcc", ("a", "b")) == leads("unclear", ("a", "b")) == leads("opcc", "not-stated") == 1
    assert leads(["c", "d"], ("a", "b")) == leads("unclear", "not-stated") == leads("a", "b") == 0
    assert leads("opcc", "unclear", status="proposed") == leads("opcc", ("a", "b"), chair="a") == 0


def test_who_comes_elsewhere_only_by_invitation_sits_alone_and_is_named_once() -> None:
    guest = {"organisation": "a", "attendance": "by-invitation"}
    ending = [a_meeting(id_, participants=["a"]) for id_ in ("one", "two")]
    register = a_register(*ending, a_meeting("z", participants=[guest]), a_meeting("y", participants=[guest]))

    (loss,) = lost(register, ends=("one", "two"))

    assert (loss.kind, loss.meeting, loss.about, loss.others) == (LossKind.ALONE, "one", ("a",), ("y", "z"))


def test_losses_in_all_areas_come_before_those_in_some() -> None:
    both = a_meeting("both", themes=["animals", "plants"], areas=["county"])
    register = a_register(both, a_meeting("north", themes=["animals"], areas=["north"]), themes=THEMES, areas=AREAS)

    assert [(loss.about, bool(loss.areas)) for loss in lost(register, ends=("both",))] == [(("plants",), False), (("animals",), True)]


SEAT = st.fixed_dictionaries(
    {"organisation": st.sampled_from(sorted(ORGANISATIONS))},
    optional={"role": st.sampled_from(["ACC", "Manager"]), "attendance": st.sampled_from(["member", "observer", "by-invitation"])},
)
LINE = st.lists(st.sampled_from(["zebra", "tulip", "walrus", "lemur", "heron"]), min_size=1, max_size=3, unique=True)
IDS = [f"m{number}" for number in range(5)]
MEETING = st.fixed_dictionaries(
    {},
    optional={
        "participants": st.lists(SEAT | st.sampled_from([{"meeting": id_} for id_ in IDS]), max_size=4),
        "focus": st.lists(LINE.map(" ".join), max_size=2, unique=True),
        "themes": st.lists(st.sampled_from(sorted(THEMES)), max_size=2, unique=True),
        "areas": st.lists(st.sampled_from(sorted(AREAS)), max_size=2, unique=True),
        "status": st.sampled_from(["active", "shadow", "proposed", "suspended", "ended"]),
        "statutory": st.lists(st.sampled_from(["Act A", "Act B"]), max_size=2, unique=True) | st.booleans(),
        "reports_to": st.lists(st.sampled_from(IDS), max_size=2, unique=True),
        "links_to": st.lists(st.sampled_from(IDS), max_size=2, unique=True),
        "lead": st.sampled_from(["a", "b", "unclear", "not-stated"]),
        "chair": st.just({"organisation": "a", "role": "Manager"}),
    },
)


@examples(Fraction(1, 2))
@given(
    st.lists(MEETING, min_size=len(IDS), max_size=len(IDS)),
    st.sets(st.sampled_from(IDS), max_size=3),
    st.sets(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda pair: pair[0] != pair[1]), max_size=3),
)
def test_the_losses_agree_with_a_plain_count(written: list[dict[str, Any]], ends: set[str], into: set[tuple[str, str]]) -> None:
    entries = dict(zip(IDS, written, strict=True))
    meetings = [a_meeting(id_, **{"lead": "a", **keys, "title": "Gathering"}) for id_, keys in entries.items()]
    register = a_register(*meetings, organisations=ORGANISATIONS, areas=AREAS, themes=THEMES)

    found = lost(register, ends=tuple(sorted(ends)), into=tuple(sorted(into)))

    assert {_short(loss) for loss in found} == set(_counted(entries, ends, into))
    assert len({_short(loss) for loss in found}) == len(found)
    assert [ORDER.index(loss.kind) for loss in found] == sorted(ORDER.index(loss.kind) for loss in found)


def _short(loss: Loss) -> tuple[Any, ...]:
    """What a plain count can tell of a loss; two that could come by either of two meetings are one."""
    match loss.kind:
        case LossKind.ALONE | LossKind.APART | LossKind.ROLE:
            return (loss.kind.value, loss.about if loss.kind is not LossKind.ROLE else (*loss.about[:2], loss.about[2].lower()))
        case LossKind.REPORT | LossKind.LINK:
            return (loss.kind.value, loss.meeting, loss.about, loss.others, loss.place.path if loss.place else ())
        case LossKind.LEAD | LossKind.RECEIVER:
            return (loss.kind.value, loss.meeting, loss.about)
        case _:
            return (loss.kind.value, loss.meeting, loss.about, loss.areas)


def _counted(entries: dict[str, dict[str, Any]], ends: set[str], into: set[tuple[str, str]]) -> Any:
    """Every loss, by going through everything again for each."""
    stopping = ends | {before for before, _ in into}

    def ended_in(id_: str, seen: frozenset[str] = frozenset()) -> set[str]:
        after = {other for before, other in into if before == id_} - seen - {id_}
        return {end for one in after for end in (ended_in(one, seen | {id_}) if one in stopping else {one})}

    reached = {end for id_ in stopping for end in ended_in(id_)}
    starting = {id_ for id_ in reached if entries[id_].get("status") in ("proposed", "suspended")}
    before = {id_ for id_ in IDS if entries[id_].get("status", "active") in ("active", "shadow")}
    after = (before | starting) - stopping
    gone = before & stopping
    for id_ in gone:
        yield from _work_lost(entries, id_, after)
        yield from _people_lost(entries, id_, after)
        leads = entries[id_].get("lead", "a")
        receivers = {entries[one].get("lead", "a") for one in ended_in(id_) if one in after}
        nobody = receivers & {"unclear", "not-stated"}
        if leads in ("a", "b") and (nobody or len(receivers) > 1):
            yield ("lead", id_, (leads,))
    for id_ in after:
        for key, kind in (("reports_to", "report"), ("links_to", "link")):
            for index, above in enumerate(entries[id_].get(key, ())):
                if above in gone:
                    yield (kind, above, (key,), (id_,), (key, index))
        for index, seat in enumerate(entries[id_].get("participants", ())):
            if seat.get("meeting") in gone:
                yield ("link", seat["meeting"], ("participants",), (id_,), ("participants", index))
    for one, other in into:
        if other not in after and not (other in stopping and ended_in(other) & after):
            yield ("receiver", one, (other,))


def _covers(entry: dict[str, Any]) -> set[str]:
    return {below for area in entry.get("areas") or ["county"] for below in COVERS[area]}


def _work_lost(entries: dict[str, dict[str, Any]], id_: str, after: set[str]) -> Any:
    mine = _covers(entries[id_])

    def left(homes: list[str]) -> set[str]:
        return {area for area in mine if not any(area in _covers(entries[home]) for home in homes)}

    def some(areas: set[str]) -> tuple[str, ...]:
        return () if areas == mine else tuple(sorted(areas))

    for theme in _themes(entries[id_]):
        areas = left([home for home in after if theme in _themes(entries[home])])
        if areas:
            yield ("theme", id_, (theme,), some(areas))
    for line in entries[id_].get("focus", ()):
        words = line.split()
        if not any(word in SHOWS for word in words):
            homes = [
                home for home in after if sum(word in _words(entries[home]) for word in words) >= min(len(words), max(2, len(words) / 2))
            ]
            if left(homes):
                yield ("line", id_, (line,), some(left(homes)))
    duties = entries[id_].get("statutory", ())
    for duty in () if duties is True else duties or ():
        areas = left([home for home in after if duty in _duties(entries[home])])
        if areas:
            yield ("duty", id_, (duty,), some(areas))


def _duties(entry: dict[str, Any]) -> Any:
    duties = entry.get("statutory", ())
    return duties if isinstance(duties, list) else ()


def _words(entry: dict[str, Any]) -> list[str]:
    return " ".join(entry.get("focus", ())).split()


def _themes(entry: dict[str, Any]) -> set[str]:
    return {*entry.get("themes", ()), *(SHOWS[word] for word in _words(entry) if word in SHOWS)}


def _people_lost(entries: dict[str, dict[str, Any]], id_: str, after: set[str]) -> Any:
    core = _seated(entries[id_])
    for one in core:
        if not any(one in _there(entries[other]) for other in after):
            yield ("alone", (one,))
    for one, other in combinations(sorted(core), 2):
        kin = {one, other} in ({"a", "d"}, {"a", "both"}, {"b", "both"})
        if not kin and not any({one, other} <= _there(entries[room]) for room in after):
            yield ("apart", (one, other))
    for post in _posts(entries[id_]):
        if not any(post in _posts(entries[other]) for other in after):
            yield ("role", post)


def _seated(entry: dict[str, Any]) -> set[str]:
    seats = (seat for seat in entry.get("participants", ()) if seat.get("attendance", "member") == "member")
    return {seat["organisation"] for seat in seats if "organisation" in seat} | ({"a"} if "chair" in entry else set())


def _there(entry: dict[str, Any]) -> set[str]:
    seated = _seated(entry)
    whole = seated | {member for one in seated for member in MEMBERS.get(one, ())}
    return whole | {one for one, members in MEMBERS.items() if members <= whole}


def _posts(entry: dict[str, Any]) -> set[tuple[str, str, str]]:
    seats = {("organisation", seat["organisation"], seat["role"].lower()) for seat in entry.get("participants", ()) if "role" in seat}
    return seats | ({("organisation", "a", "manager")} if "chair" in entry else set())


def test_each_text_of_meetings_that_stop_is_analysed_twice_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    analysed: Counter[str] = Counter()
    analyse = Topics.analyse

    def counted(self: Topics, path: KeyPath, text: str, *, title: bool = False) -> AnalysedText:
        analysed[text] += 1
        return analyse(self, path, text, title=title)

    monkeypatch.setattr(Topics, "analyse", counted)
    ids = [f"m-{number}" for number in range(6)]
    register = a_register(*(a_meeting(id_, focus=[f"walrus {id_} {item}" for item in "xyz"]) for id_ in ids))

    assert len(answer(register, ends=tuple(ids)).losses) == 18
    assert max(analysed.values()) <= 2
