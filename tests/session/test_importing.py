"""The meetings of an import that wait for the person's decision, and a plan without what would be an error."""

from dataclasses import replace
from typing import Any

import pytest

from govreg.analysis.importing.organisations import Proposed
from govreg.analysis.importing.plan import Action, FieldChange, ImportPlan, NotUnderstood, PlannedMeeting
from govreg.analysis.importing.read_meeting import Reading
from govreg.diagnostics.finding import Finding, Severity
from govreg.model.edits import Value
from govreg.session.importing import _without, undecided_in_words


def plan(*titles: str, action: Action = "conflict") -> ImportPlan:
    """A plan with these meetings."""
    return ImportPlan(tuple(PlannedMeeting(title.lower(), title, action, "a.txt", "line 1", {}) for title in titles), (), ())


@pytest.mark.parametrize(
    ("titles", "sentence"),
    [
        ("A", "Left as it is until you decide: “A”."),
        ("AB", "Left as they are until you decide: “A” and “B”."),
        ("ABCDE", "Left as they are until you decide: “A”, “B”, “C”, “D” and “E”."),
        ("ABCDEF", "Left as they are until you decide: “A”, “B”, “C”, “D”, “E” and 1 more."),
        ("ABCDEFG", "Left as they are until you decide: “A”, “B”, “C”, “D”, “E” and 2 more."),
    ],
)
def test_what_is_left_as_it_is(titles: str, sentence: str) -> None:
    assert undecided_in_words(plan(*titles)) == sentence


def test_nothing_is_left_if_everything_is_decided() -> None:
    assert undecided_in_words(plan("A", "B", action="new")) == ""


def meeting(id_: str, action: Action = "new", **more: Any) -> PlannedMeeting:
    """A meeting of a plan."""
    return PlannedMeeting(id_, id_.title(), action, "a.docx", "table 1", more.pop("fields", {}), **more)


def without(plan_: ImportPlan, file: str, key: str) -> ImportPlan:
    """The plan without what an error at the `key` of `file` is about."""
    return _without(plan_, Finding("GR201", Severity.ERROR, file, 3, 1, "It is wrong.", ""), key)


BOARD = meeting(
    "board",
    fields={"title": "Board", "lead": "opcc", "support": ("nhs", "gone"), "level": "tactical"},
    readings=(
        Reading("level", "Level", "tactical", "row 2"),
        Reading("notes", "", "Tea", "row 3"),
        Reading("level", "Tier", "high", "row 4"),
    ),
)
OTHER = meeting("other")


def test_a_field_with_an_error_is_left_out_and_its_words_are_not_understood() -> None:
    after = without(ImportPlan((OTHER, BOARD), (), ()), "meetings/board.yaml", "level")

    assert after.meetings == (OTHER, replace(BOARD, fields={"title": "Board", "lead": "opcc", "support": ("nhs", "gone")}))
    assert after.not_understood == (NotUnderstood("a.docx", "table 1", "tactical\nhigh", "It is wrong."),)


def test_a_lead_with_an_error_is_unclear_and_a_value_without_a_text_is_shown() -> None:
    lead = without(ImportPlan((BOARD,), (), ()), "meetings/board.yaml", "lead")
    support = without(ImportPlan((BOARD,), (), ()), "meetings/board.yaml", "support")
    chair = without(
        ImportPlan((meeting("board", fields={"chair": {"role": "CEO", "organisation": "gone"}}),), (), ()), "meetings/board.yaml", "chair"
    )
    nothing = without(ImportPlan((BOARD,), (), ()), "meetings/board.yaml", "purpose")

    assert lead.meetings[0].fields == {**BOARD.fields, "lead": "unclear"}
    assert [one.not_understood[0].text for one in (lead, support, chair, nothing)] == ["opcc", "nhs, gone", "CEO, gone", ""]


@pytest.mark.parametrize(
    ("left", "action"),
    [
        ((), "same"),
        ((FieldChange("purpose", None, "Money"),), "change"),
        ((FieldChange("purpose", "Care", "Money", needs_decision=True),), "same"),
        ((FieldChange("purpose", "Care", "Money", decided="register"),), "same"),
        ((FieldChange("purpose", "Care", "Money", decided="file"),), "change"),
    ],
)
def test_a_meeting_of_which_no_change_is_left_stays_the_same(left: tuple[FieldChange, ...], action: Action) -> None:
    changed = meeting("board", "change", fields={"level": "high"}, changes=(FieldChange("level", None, "high"), *left))
    after = without(ImportPlan((changed,), (), ()), "meetings/board.yaml", "level")

    assert (after.meetings[0].action, after.meetings[0].changes) == (action, left)
    assert without(ImportPlan((BOARD,), (), ()), "meetings/board.yaml", "level").meetings[0].action == "new"


@pytest.mark.parametrize(
    ("value", "waits"),
    [("fresh", True), (("x", "fresh"), True), (({"meeting": "fresh"},), True), ({"role": "fresh"}, True), (("x",), False), ("old", False)],
)
def test_a_field_that_names_an_undecided_new_meeting_waits(value: Value, *, waits: bool) -> None:
    undecided = (meeting("old", "conflict"), meeting("fresh", "conflict", is_new=True))
    after = without(ImportPlan((meeting("board", fields={"links_to": value}), *undecided), (), ()), "meetings/board.yaml", "links_to")

    assert after.not_understood[0].why == ("“Fresh” waits for your decision." if waits else "It is wrong.")


@pytest.mark.parametrize("key", ["", "title"])
def test_a_meeting_whose_file_has_an_error_is_left_out_with_all_its_words(key: str) -> None:
    after = without(ImportPlan((OTHER, BOARD), (), ()), "meetings/board.yaml", key)

    assert after.meetings == (OTHER,)
    assert [(one.file, one.place, one.text, one.why) for one in after.not_understood] == [
        ("a.docx", "row 2", "Level: tactical", "It is wrong."),
        ("a.docx", "row 3", "Tea", "It is wrong."),
        ("a.docx", "row 4", "Tier: high", "It is wrong."),
    ]


@pytest.mark.parametrize(
    ("file", "key"),
    [("meetings/gone.yaml", "level"), ("meetings/same.yaml", "level"), ("organisations.yaml", "nhs"), ("register.yaml", "areas")],
)
def test_an_error_elsewhere_leaves_the_plan_as_it_is(file: str, key: str) -> None:
    plan_ = ImportPlan((BOARD, meeting("same", "same"), meeting("same", "conflict")), (Proposed("gone", "Gone", (), None, ()),), ())

    assert without(plan_, file, key) is plan_


def test_without_an_organisation_its_seats_stay_as_they_are_written() -> None:
    seats: Value = ("nhs", "gone", {"organisation": "gone", "role": "CEO"}, {"organisation": "nhs", "role": "CEO"})
    naming = meeting(
        "board",
        fields={"lead": "gone", "support": ("gone",), "chair": {"organisation": "gone"}, "secretariat": "nhs", "participants": seats},
        changes=(
            FieldChange("support", ("nhs",), ("gone",)),
            FieldChange("lead", "nhs", "gone"),
            FieldChange("chair", None, {"organisation": "gone", "role": "CEO"}),
        ),
    )
    led = meeting("led", fields={"lead": "nhs"})
    kept = Proposed("nhs-trust", "NHS Trust", (), None, ())
    after = without(ImportPlan((naming, led), (Proposed("gone", "Gone", (), None, ()), kept), ()), "organisations.yaml", "gone")

    assert after.organisations == (kept,)
    assert after.meetings[0].fields == {
        "lead": "unclear",
        "secretariat": "nhs",
        "participants": ("nhs", {"organisation": "nhs", "role": "CEO"}),
    }
    assert [(one.key, one.new) for one in after.meetings[0].changes] == [("chair", {"role": "CEO"})]
    assert after.meetings[1].fields == {"lead": "nhs"}
    assert after.not_understood == ()
