"""The comparison of two registers agrees with a plain count: nothing is missed or invented, and swapping the sides swaps the answer."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import a_meeting, a_register
from conftest import examples
from govreg.analysis.diff.classify import ChangeKind, field_changes
from govreg.analysis.diff.compare import KEYS, NET_PARTS, NO_CHANGE, MeetingChange, Net, NetPart, compare
from govreg.analysis.diff.ids import renamed
from govreg.analysis.frequency import Certainty
from govreg.analysis.meetings_per_year import yearly_count
from govreg.analysis.ranges import Range
from govreg.model import register as registers
from govreg.model.meeting import Meeting
from govreg.model.register import Register
from govreg.model.settings import Settings

BASE: dict[str, Any] = {"purpose": "Reduce crime", "frequency": "Quarterly", "participants": ["opcc"], "status": "active"}


def change_of(before: dict[str, Any] | None, after: dict[str, Any] | None, *others: Meeting) -> MeetingChange:
    """The change of one meeting; None where there is no entry."""
    one, other = ([a_meeting("board", **{**BASE, **keys})] if keys is not None else [] for keys in (before, after))
    (found,) = [
        change for change in compare(a_register(*one, *others), a_register(*other, *others)).meetings if change.meeting.id == "board"
    ]
    return found


def meanings(before: dict[str, Any] | None, after: dict[str, Any] | None) -> list[tuple[str, str]]:
    return [(aspect.kind.value, aspect.key) for aspect in field_changes(change_of(before, after))]


@pytest.mark.parametrize(
    ("before", "after", "means"),
    [
        (None, {}, [("started", "")]),
        ({}, None, [("ended", "")]),
        ({}, {"status": "ended", "status_since": "2016", "review": {"reason": "Done"}}, [("ended", "")]),
        ({"status": "ended"}, {}, [("started", "")]),
        (None, {"status": "ended"}, [("record", "")]),
        ({"status": "ended"}, {"status": "ended", "purpose": "Other"}, [("record", "purpose")]),
        ({}, {"title": "Other"}, [("renamed", "")]),
        ({}, {"lead": "constabulary", "notes": "x"}, [("lead", "lead"), ("record", "notes")]),
        ({}, {"chair": "opcc"}, [("lead", "chair")]),
        ({}, {"frequency": "Monthly"}, [("heavier", "a_year")]),
        ({}, {"frequency": "Annually"}, [("lighter", "a_year")]),
        ({}, {"frequency": "four times a year"}, [("other", "a_year")]),
        ({"frequency": "Annually"}, {"frequency": "Biennially"}, [("lighter", "a_year")]),
        ({"frequency": "Biennially"}, {"frequency": "Annually"}, [("heavier", "a_year")]),
        ({"frequency": "at least four times a year"}, {"frequency": "quarterly"}, [("other", "a_year")]),
        ({"frequency": "quarterly"}, {"frequency": "at least four times a year"}, [("other", "a_year")]),
        ({}, {"frequency": "TBC"}, [("other", "a_year")]),
        ({}, {"participants": ["opcc", "constabulary"]}, [("seats", "participants")]),
        ({}, {"participants": []}, [("seats", "participants")]),
        ({"frequency": "at least twice a year"}, {"frequency": "quarterly"}, [("other", "a_year")]),
        ({"frequency": "Bi monthly"}, {"frequency": "quarterly"}, [("lighter", "a_year")]),
        (None, {"status": "proposed"}, [("life", "")]),
        ({"status": "suspended"}, None, [("life", "")]),
        ({"status": "proposed"}, {"status": "suspended"}, [("life", "status")]),
        ({"status": "proposed"}, {"status": "ended"}, [("life", "status")]),
        ({}, {"status": "shadow"}, [("life", "status")]),
        ({"status": "proposed"}, {"status": "active"}, [("started", "")]),
        ({"status": "suspended"}, {"status": "shadow", "lead": "constabulary"}, [("started", ""), ("lead", "lead")]),
        ({"status": "proposed"}, {"status": "proposed", "frequency": "Monthly"}, [("other", "a_year")]),
        ({"participants": ["opcc", "nhs"]}, {"participants": ["nhs", "opcc"]}, [("record", "participants")]),
        ({"themes": ["a", "b"]}, {"themes": ["b", "a"]}, [("record", "themes")]),
        ({}, {"purpose": "Cut crime"}, [("scope", "purpose")]),
        ({}, {"status": "suspended"}, [("ended", "")]),
        ({}, {"review": {"recommendation": "end"}}, [("review", "review")]),
    ],
)
def test_each_change_has_the_kind_that_a_reviewer_expects(before: Any, after: Any, means: list[tuple[str, str]]) -> None:
    assert meanings(before, after) == means


@pytest.mark.parametrize(
    ("before", "after", "total"),
    [
        ("proposed", "active", 4),
        ("suspended", "shadow", 4),
        ("active", "suspended", -4),
        ("active", "proposed", -4),
        ("proposed", None, 0),
        (None, "proposed", 0),
        ("suspended", "ended", 0),
        ("shadow", "active", 0),
    ],
)
def test_only_held_meetings_count(before: str | None, after: str | None, total: int) -> None:
    one, other = (
        a_register(*([a_meeting("m", frequency="Quarterly", status=status)] if status is not None else [])) for status in (before, after)
    )

    assert (compare(one, other).net.total, compare(one, other).net.unknown) == (total, 0)


def test_more_areas_make_a_meeting_held_in_each_heavier() -> None:
    areas = {"a": {"name": "A"}, "b": {"name": "B"}}
    one, other = (
        a_register(a_meeting("m", frequency="Quarterly", instances="per-area", areas=ids), areas=areas) for ids in (["a"], ["a", "b"])
    )

    (change,) = compare(one, other).meetings

    assert change.more == 4
    assert {aspect.kind for aspect in field_changes(change)} == {ChangeKind.HEAVIER, ChangeKind.SCOPE}


def test_more_areas_of_a_meeting_that_is_not_held_are_no_meetings_more() -> None:
    areas = {"a": {"name": "A"}, "b": {"name": "B"}}
    one, other = (
        a_register(a_meeting("m", status="proposed", frequency="Quarterly", instances="per-area", areas=ids), areas=areas)
        for ids in (["a"], ["a", "b"])
    )

    (change,) = compare(one, other).meetings

    assert [aspect.key for aspect in field_changes(change)] == ["areas"]


def test_more_areas_of_the_register_count_without_a_change_of_the_entry() -> None:
    meeting = a_meeting("m", frequency="Quarterly", instances="per-area")
    one, other = a_register(meeting, areas={"a": {}}), a_register(meeting, areas={"a": {}, "b": {}})

    (change,) = compare(one, other).meetings

    assert (change.keys, change.more) == ((), 4)


@pytest.mark.parametrize(
    ("gone", "others"),
    [
        ({"status": "ended", "review": {"recommendation": "end", "into": ["heir"]}}, {}),
        ({"status": "ended"}, {"supersedes": ["board"]}),
        (None, {"supersedes": ["board"]}),
        (None, {"aliases": ["Board"]}),
    ],
)
def test_receivers_are_found_wherever_they_are_recorded(gone: Any, others: dict[str, Any]) -> None:
    before = a_register(a_meeting("board"), a_meeting("heir"))
    after = a_register(*([a_meeting("board", **gone)] if gone is not None else []), a_meeting("heir", **others))

    (change,) = [change for change in compare(before, after).meetings if change.ended]

    assert change.successors == ("heir",)


def test_a_meeting_removed_as_recommended_has_its_successors() -> None:
    before = a_register(a_meeting("board", review={"recommendation": "merge", "into": ["heir"]}), a_meeting("heir"))

    (change,) = compare(before, a_register(a_meeting("heir"))).meetings

    assert (change.ended, change.successors) == (True, ("heir",))


def test_a_receiver_that_has_ended_or_is_gone_takes_nothing_on() -> None:
    review = {"recommendation": "end", "into": ["over", "gone"]}
    before = a_register(a_meeting("board", review=review), a_meeting("over"), a_meeting("gone"))
    after = a_register(a_meeting("board", status="ended", review=review), a_meeting("over", status="ended"))

    change = compare(before, after).meetings[0]

    assert (change.meeting.id, change.successors, change.lost_successors) == ("board", (), ("gone", "over"))


def test_two_meetings_merged_into_a_new_one_are_not_a_renaming() -> None:
    changes = compare(a_register(a_meeting("a"), a_meeting("b")), a_register(a_meeting("c", supersedes=["a", "b"])))

    assert [(change.meeting.id, change.successors, change.predecessors) for change in changes.meetings] == [
        ("a", ("c",), ()),
        ("b", ("c",), ()),
        ("c", (), ("a", "b")),
    ]


def test_an_entry_that_names_a_renamed_one_has_not_changed() -> None:
    before = a_register(a_meeting("old", title="X"), a_meeting("m", reports_to=["old"], lead="opcc"), organisations={"opcc": {"name": "O"}})
    after = a_register(
        a_meeting("new", title="X", lead="office"),
        a_meeting("m", reports_to=["new"], lead="office"),
        organisations={"office": {"name": "O"}},
    )

    changes = compare(before, after)

    assert [(change.meeting.id, change.keys) for change in changes.meetings] == [("new", ())]
    assert [(entry.before.id, entry.after.id, entry.keys) for entry in changes.entries if entry.before and entry.after] == [
        ("opcc", "office", ())
    ]


def test_what_one_side_cannot_read_is_not_compared() -> None:
    whole = a_register(a_meeting("a", frequency="Quarterly"), a_meeting("b"))
    broken = replace(whole, meetings=registers.meetings({"b": whole.meetings["b"]}, unread=["a"]))

    for one, other in ((whole, broken), (broken, whole)):
        changes = compare(one, other)
        assert (changes.meetings, changes.not_compared, changes.net.total) == ((), ("a",), 0)


def test_a_number_that_becomes_known_adds_no_meetings() -> None:
    net = compare(a_register(a_meeting("a", frequency="TBC")), a_register(a_meeting("a", frequency="Quarterly"))).net

    assert (net.total, net.unknown) == (0, 1)


def test_a_number_known_on_neither_side_is_no_unknown_change() -> None:
    before, after = (a_register(a_meeting("a", title=title, frequency="TBC")) for title in ("Board", "Panel"))
    changes = compare(before, after)

    assert len(changes.meetings) == 1
    assert changes.net.unknown == 0


IDS = ["alpha", "beta", "gamma", "delta"]
ENTRIES = st.fixed_dictionaries(
    {"title": st.sampled_from(["Crime board", "Health panel", "Youth forum", "Road group"])},
    optional={
        "lead": st.sampled_from(["opcc", "constabulary", "unclear"]),
        "status": st.sampled_from(["proposed", "active", "shadow", "suspended", "ended"]),
        "purpose": st.sampled_from(["Reduce crime in the county", "Reduce crime in the city", "Mend roads"]),
        "frequency": st.sampled_from(["Quarterly", "Monthly", "TBC", "at least twice a year"]),
        "participants": st.lists(st.sampled_from(["opcc", "constabulary", {"organisation": "nhs", "role": "ACC"}]), max_size=3),
        "supersedes": st.lists(st.sampled_from(IDS), max_size=2),
        "review": st.fixed_dictionaries(
            {"recommendation": st.sampled_from(["end", "merge", "continue"]), "into": st.lists(st.sampled_from(IDS), max_size=2)}
        ),
        "notes": st.just("x"),
    },
)


def a_random_register(entries: dict[str, dict[str, Any]]) -> Register:
    return a_register(*(a_meeting(id_, **keys) for id_, keys in entries.items()))


REGISTERS = st.dictionaries(st.sampled_from(IDS), ENTRIES).map(a_random_register)


@given(REGISTERS)
def test_an_unchanged_register_has_no_changes(register: Register) -> None:
    changes = compare(register, register)

    assert not changes
    assert changes.net.total == changes.net.unknown == 0


@examples(Fraction(1, 2))
@given(REGISTERS, REGISTERS)
def test_swapping_the_sides_swaps_the_answer(before: Register, after: Register) -> None:
    there, back = compare(before, after), compare(after, before)

    assert sorted(map(_turned, back.meetings)) == sorted(_in_short(change) for change in there.meetings)
    assert (back.net.total, back.net.unknown) == (-there.net.total, there.net.unknown)


def _in_short(change: MeetingChange) -> tuple[str, ...]:
    old, new = (entry.id if entry is not None else "" for entry in (change.before, change.after))
    return (old, new, *change.keys, str(change.more), "started" * change.started, "ended" * change.ended)


def _turned(change: MeetingChange) -> tuple[str, ...]:
    """The same with the sides swapped."""
    return _in_short(
        replace(change, before=change.after, after=change.before, yearly_before=change.yearly_after, yearly_after=change.yearly_before)
    )


@given(REGISTERS, REGISTERS)
def test_applying_the_changes_gives_the_other_side(before: Register, after: Register) -> None:
    changes = compare(before, after)
    made = {meeting.id: meeting for entry in before.meetings.values() for meeting in (renamed(entry, changes.ids),)}
    for change in changes.meetings:
        if change.after is None and change.before is not None:
            del made[change.before.id]
        elif change.after is not None and change.before is None:
            made[change.after.id] = change.after
        elif change.after is not None:
            values = {KEYS[key]: getattr(change.after, KEYS[key]) for key in change.keys}
            made[change.after.id] = made[change.after.id].model_copy(update=values)

    assert made == dict(after.meetings)


@given(REGISTERS, REGISTERS)
def test_the_net_is_the_difference_of_what_is_known_on_both_sides(before: Register, after: Register) -> None:
    changes = compare(before, after)
    plain = Fraction(0)
    others = changes.ids.meetings
    was = {others.get(id_, id_): entry for id_, entry in before.meetings.items()}
    for id_ in {*was, *after.meetings}:
        numbers = [_number(was.get(id_), before), _number(after.meetings.get(id_), after)]
        if None not in numbers:
            plain += (numbers[1] or 0) - (numbers[0] or 0)

    assert changes.net.total == plain


def _number(meeting: Meeting | None, register: Register) -> Fraction | None:
    return yearly_count(meeting, register).total if meeting is not None and meeting.is_held else Fraction(0)


@examples(Fraction(1, 2))
@given(REGISTERS, REGISTERS)
def test_every_start_and_end_is_reported_and_none_invented(before: Register, after: Register) -> None:
    changes = compare(before, after)
    others = changes.ids.meetings
    held_before = {others.get(id_, id_) for id_, entry in before.meetings.items() if entry.is_held}
    held_after = {id_ for id_, entry in after.meetings.items() if entry.is_held}

    assert {change.meeting.id for change in changes.meetings if change.started} == held_after - held_before
    assert {others.get(change.meeting.id, change.meeting.id) for change in changes.meetings if change.ended} == held_before - held_after


def net_of(before: dict[str, str | None], after: dict[str, str | None]) -> Net:
    """The net change between two registers of meetings with these frequencies."""
    one, other = (a_register(*(a_meeting(id_, frequency=text) for id_, text in entries.items())) for entries in (before, after))
    return compare(one, other).net


def part(least: int | None, most: int | None, change: int) -> NetPart:
    return NetPart(Fraction(change), Range(*(None if end is None else Fraction(end) for end in (least, most))))


def test_the_parts_of_the_net_change_are_what_starts_ends_and_is_held_more_or_less_often() -> None:
    before = {"ends": "Quarterly", "more": "Quarterly", "less": "Monthly", "unsure": "at least twice a year", "same": "Bi monthly"}
    after = {"starts": "Bi monthly", "more": "at least five times a year", "less": "Annually", "unsure": "Quarterly", "same": "Bi monthly"}
    net = net_of(before, after)  # type: ignore[arg-type] # no None among them

    assert net.parts == {
        "started": part(6, 24, 6),
        "ended": part(-4, -4, -4),
        "more_often": part(1, None, 1),
        "less_often": part(-11, -11, -11),
        "unsure": part(None, 2, 2),
    }
    assert (net.total, net.limits, net.unknown, net.certainty) == (-6, Range(None, None), 0, Certainty.AMBIGUOUS)


def test_the_net_change_is_as_certain_as_the_least_certain_number_in_it() -> None:
    assert net_of({}, {"m": "Quarterly"}).certainty is Certainty.EXACT
    assert net_of({"m": "at least twice a year"}, {"m": "Quarterly"}).certainty is Certainty.AT_LEAST
    assert net_of({}, {"m": "Quarterly", "n": "TBC"}).certainty is Certainty.EXACT
    assert net_of({}, {"n": "TBC"}).unknown == net_of({"n": "TBC"}, {}).unknown == 1


def test_a_frequency_in_other_words_that_may_mean_more_or_less_is_unsure() -> None:
    reworded = net_of({"m": "Bi monthly"}, {"m": "bi-monthly"})

    assert reworded.parts["unsure"] == part(-18, 18, 0)
    assert net_of({"m": "Quarterly"}, {"m": "four times a year"}).parts == dict.fromkeys(NET_PARTS, part(0, 0, 0))
    assert part(0, 0, 0) == NO_CHANGE


def test_more_areas_of_the_register_change_nothing_of_a_meeting_that_is_not_held() -> None:
    meeting = a_meeting("m", frequency="Quarterly", instances="per-area", status="proposed")

    assert not compare(a_register(meeting, areas={"a": {}}), a_register(meeting, areas={"a": {}, "b": {}})).meetings


def entries_of(before: dict[str, Any], after: dict[str, Any]) -> list[tuple[str, str | None, str | None, tuple[str, ...]]]:
    changes = compare(a_register(**before), a_register(**after)).entries
    return [(one.kind, one.before.id if one.before else None, one.after.id if one.after else None, one.keys) for one in changes]


def test_organisations_areas_and_themes_come_go_and_change() -> None:
    before: dict[str, Any] = {
        "organisations": {"a": {"name": "A"}, "b": {"name": "B"}, "all": {"members": ["a", "b"]}, "d": {"part_of": "a"}},
        "areas": {"x": {"name": "X"}},
        "themes": {"t": {"name": "T", "terms": ["t"]}},
    }
    after: dict[str, Any] = {
        "organisations": {
            "office": {"name": "A"},
            "c": {"name": "C"},
            "all": {"members": ["office", "b"]},
            "d": {"part_of": "office"},
            "b": {"name": "Bee"},
        },
        "areas": {"x": {"name": "X"}, "y": {"name": "Y", "part_of": "x"}},
        "themes": {"t": {"name": "T", "terms": ["t", "u"]}},
    }

    assert entries_of(before, after) == [
        ("organisation", "a", "office", ()),
        ("organisation", "b", "b", ("name",)),
        ("organisation", None, "c", ()),
        ("area", None, "y", ()),
        ("theme", "t", "t", ("terms",)),
    ]
    assert [(kind, old, new) for kind, old, new, _ in entries_of(after, before) if None in (old, new)] == [
        ("organisation", "c", None),
        ("area", "y", None),
    ]
    moved = {"organisations": {**before["organisations"], "d": {"part_of": "b"}}}
    assert entries_of({"organisations": before["organisations"]}, moved) == [("organisation", "d", "d", ("part_of",))]


def test_what_else_of_the_register_changed_is_named_unless_its_file_has_errors() -> None:
    one = a_register(a_meeting("m"))
    other = replace(one, name="New", as_at="2026", glossary={"A": ("B",)}, settings=Settings(house_words=("x",)))

    assert compare(one, other).about == ("name", "as_at", "settings", "glossary")
    assert bool(compare(one, other)) is True
    for file, left in (("register.yaml", ("glossary",)), ("glossary.yaml", ("name", "as_at", "settings"))):
        assert compare(one, replace(other, unread=(file,))).about == left
        assert compare(replace(one, unread=(file,)), other).about == left


def test_entries_of_a_file_with_errors_are_not_compared() -> None:
    one, other = a_register(organisations={"a": {}}, themes={"t": {"terms": ["t"]}}), a_register(organisations={}, themes={})

    for file, kinds in (("organisations.yaml", ["theme"]), ("themes.yaml", ["organisation"]), ("register.yaml", ["organisation", "theme"])):
        assert [change.kind for change in compare(one, replace(other, unread=(file,))).entries] == kinds


def test_changes_come_by_title_in_any_case_then_by_id() -> None:
    new = a_register(*(a_meeting(id_, title=title) for id_, title in (("d", "beta"), ("c", "Alpha"), ("b", "alpha"), ("a", "Gamma"))))

    assert [change.meeting.id for change in compare(a_register(), new).meetings] == ["b", "c", "d", "a"]


def test_a_change_without_an_entry_is_none() -> None:
    with pytest.raises(ValueError, match="MeetingChange"):
        _ = MeetingChange(None, None).meeting


def test_those_who_take_work_on_are_live_after_and_those_whose_it_was_were_live_before() -> None:
    review = {"recommendation": "merge", "into": ["heir", "over"]}
    before = a_register(a_meeting("a", review=review), a_meeting("b", status="ended"), a_meeting("heir"), a_meeting("over"))
    after = a_register(a_meeting("heir", supersedes=["a", "b"]), a_meeting("over", status="ended"))
    found = {change.meeting.id: change for change in compare(before, after).meetings}

    assert found["a"].successors == ("heir",)
    assert found["heir"].predecessors == ("a",)
