"""What the plan of an import shows: the meetings, what changes, what the person has to decide, and what wasn't understood."""

from collections.abc import Iterator
from typing import Any

import pytest

from building import a_meeting, a_register
from govreg.analysis.importing.assemble import NO_MEETING, OUTSIDE
from govreg.analysis.importing.labels import Label
from govreg.analysis.importing.members import NO_ORGANISATION
from govreg.analysis.importing.organisations import Proposed
from govreg.analysis.importing.plan import FieldChange, ImportPlan, NotUnderstood, PlannedMeeting, ReadLabel
from govreg.analysis.importing.values import A_PERSON
from govreg.report import BulletList, Command, Heading, Paragraph, Table
from govreg.views.import_plan import import_plan, plan_data, written_out

REGISTER = a_register(a_meeting("board", title="Finance Board"), organisations={"opcc": {"name": "OPCC"}})
LEVEL = FieldChange("level", "strategic", "tactical", needs_decision=True)


def meeting(**more: Any) -> PlannedMeeting:
    """A meeting of a paper."""
    return PlannedMeeting(**{"id": "forum", "title": "Forum", "action": "new", "file": "a.txt", "place": "line 1", "fields": {}, **more})


def blocks(*meetings: PlannedMeeting, files: tuple[str, ...] = ("a.txt",), **more: Any) -> tuple[Any, ...]:
    """The blocks of the report of a plan."""
    plan = ImportPlan(meetings, **{"organisations": (), "not_understood": (), "files": len(files), **more})
    return tuple(import_plan(REGISTER, plan, files, ("--people",)).blocks)


def tables(found: tuple[Any, ...]) -> list[tuple[tuple[Any, ...], ...]]:
    """The rows of each table."""
    return [tuple(block.rows) for block in found if isinstance(block, Table)]


def texts(found: tuple[Any, ...]) -> list[str]:
    """The text of each paragraph."""
    return [block.text for block in found if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("actions", "files", "sentence"),
    [
        (
            (),
            ("a.txt",),
            "No meeting was found in “a.txt”. Give each a line, or a column of a table, for “Meeting”, “Lead”, “Meets” and “Members”.",
        ),
        (("new",), ("a.txt",), "1 meeting found in “a.txt”: 1 new."),
        (("new", "same", "new"), ("a", "b"), "3 meetings found in “a” and “b”: 2 new and 1 unchanged."),
        (("change",), ("a", "b", "c"), "1 meeting found in “a”, “b” and “c”: 1 changed."),
        (("conflict",), ("a", "b", "c", "d"), "1 meeting found in 4 files: 1 to be decided."),
    ],
)
def test_the_summary_counts_meetings(actions: tuple[str, ...], files: tuple[str, ...], sentence: str) -> None:
    found = blocks(*(meeting(id=f"m{number}", action=action, changes=(LEVEL,)) for number, action in enumerate(actions)), files=files)

    assert texts(found)[0] == sentence


@pytest.mark.parametrize(
    ("actions", "says"),
    [
        ((), "Nothing is written: there is nothing to change."),
        (("same", "same"), "Nothing is written: there is nothing to change."),
        (("same", "new"), "Nothing is written. Add --write to carry out the plan, or --dry-run to see each line."),
    ],
)
def test_a_plan_that_changes_nothing_is_not_to_be_carried_out(actions: tuple[str, ...], says: str) -> None:
    meetings = tuple(meeting(id=f"m{number}", action=action) for number, action in enumerate(actions))
    plan = ImportPlan(meetings, organisations=(), not_understood=(), files=1)

    assert import_plan(REGISTER, plan, ("a.txt",)).foot == (says,)


def test_what_is_odd_about_a_file_is_a_point_that_names_it() -> None:
    found = blocks(meeting(), remarks=(("a.txt", "It has macros."), ("a.txt", "It has 2 tracked changes.")))

    assert BulletList(("a.txt: It has macros.", "a.txt: It has 2 tracked changes.")) in found
    assert not [block for block in blocks(meeting()) if isinstance(block, BulletList)]


def test_a_row_says_lead_frequency_and_place() -> None:
    one = meeting(fields={"lead": "opcc", "frequency": "monthly"})

    assert tables(blocks(one))[0] == (("Forum", "new", "OPCC", "monthly", "line 1"),)
    assert tables(blocks(one, files=("a.txt", "b.txt")))[0][0][-1] == "a.txt, line 1"
    assert tables(blocks(meeting(fields={"lead": "not-stated"})))[0][0][2:4] == ("not stated", None)


def test_the_sheet_is_the_table_of_meetings() -> None:
    plan = ImportPlan((meeting(fields={"lead": "opcc"}),), (), ())
    sheet = import_plan(REGISTER, plan, ["a.txt"]).sheet()  # type: ignore[misc] # it is given as a function

    assert sheet.rows == (("Forum", "new", "OPCC", None, "line 1"),)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("opcc", "OPCC"),
        (("opcc", "board"), "OPCC; Finance Board"),
        ("nhs", "National Health Service"),
        ("gone", "gone"),
        ({"organisation": "opcc", "role": "opcc"}, "OPCC, opcc"),
        ({"meeting": "board"}, "Finance Board"),
    ],
)
def test_values_are_shown_with_names(value: Any, text: str) -> None:
    proposed = Proposed("nhs", "National Health Service", (), None, ("line 2",))
    one = meeting(id="board", action="change", changes=(FieldChange("participants", None, value),))

    assert tables(blocks(one, organisations=(proposed,)))[1][0] == ("Forum", "participants", None, text, "is filled")


@pytest.mark.parametrize(
    ("action", "change", "then"),
    [
        ("change", ("a", "b", True), "decide"),
        ("change", ("a", "b", False, "register"), "stays"),
        ("change", (None, "b", False, "first"), "stays empty"),
        ("change", ("a", "b", False, "file"), "is changed"),
        ("change", ("a", "b", False, "last"), "is changed"),
        ("change", (None, "b"), "is filled"),
        ("conflict", ("a", "b"), "waits"),
    ],
)
def test_what_becomes_of_a_field(action: str, change: tuple[Any, ...], then: str) -> None:
    one = meeting(action=action, like="board", changes=(FieldChange("status_reason", *change),))

    assert tables(blocks(one))[1] == (("Forum", "status reason", change[0], change[1], then),)


def test_two_descriptions_have_a_table_of_their_own() -> None:
    one, twice = meeting(action="change", changes=(FieldChange("level", None, "b"),)), meeting(id="m", twice="b.txt", changes=(LEVEL,))
    found = blocks(one, twice)

    assert [block.text for block in found if isinstance(block, Heading)] == ["Import plan", "Changed fields", "Described differently"]
    assert [len(rows) for rows in tables(found)] == [2, 1, 1]
    assert Paragraph("To leave a field empty: --take forum.level=register.", quiet=True) in found


@pytest.mark.parametrize(
    ("more", "question", "commands"),
    [
        ({"twice": "b.txt, line 3"}, "“Forum” is described twice, in a.txt, line 1 and in b.txt, line 3, with a different level.",
         ["--take forum=first", "--take forum=last"]),
        ({"like": "board"}, "Is “Forum” in the file the register's “Finance Board”?", ["--as Forum=board", "--as Forum=new"]),
        ({"like": "other"}, "Is “Forum” in a.txt the same meeting as “Other” in b.txt?", ["--as Forum=other", "--as Forum=new"]),
        ({"like": "broken"}, "“Forum” can't be compared: the register's file broken.yaml has errors.", []),
        ({"like": "forum"}, "“Forum” can't be compared: the register's file forum.yaml has errors.", []),
        ({}, "“Forum” has a different level in the file. Which counts?",
         ["--take forum=file", "--take forum=register", "--take forum=register --take forum.level=file"]),
    ],
)  # fmt: skip
def test_each_question_has_commands_that_answer_it(more: dict[str, Any], question: str, commands: list[str]) -> None:
    found = blocks(meeting(action="conflict", changes=(LEVEL,), **more), meeting(id="other", title="Other", file="b.txt"))

    assert any(text.startswith(question) for text in texts(found))
    assert [block.text for block in found if isinstance(block, Command)] == [f"govreg import a.txt --people {words}" for words in commands]
    assert any("--take first" in text for text in texts(found)) is ("twice" in more)
    assert any("--take file, or" in text for text in texts(found)) is ("twice" not in more)


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        (("level",), "a different level"),
        (("areas",), "different areas"),
        (("status",), "a different status"),
        (("areas", "level"), "different areas and level"),
        (("level", "level"), "a different level"),
        (("frequency", "frequency_as_written"), "a different frequency"),
        (("frequency_as_written",), "a different frequency as written"),
    ],
)
def test_the_fields_to_decide_about_are_named_once(keys: tuple[str, ...], sentence: str) -> None:
    changes = (*(FieldChange(key, "a", "b", needs_decision=True) for key in keys), FieldChange("quorum", None, "b"))

    assert f"“Forum” has {sentence} in the file. Which counts?" in texts(blocks(meeting(action="conflict", changes=changes)))


@pytest.mark.parametrize(("count", "named"), [(3, "line 0, line 1, line 2"), (5, "line 0, line 1, line 2 and 2 more")])
def test_organisations_to_add_are_those_that_meetings_name(count: int, named: str) -> None:
    places = tuple(f"line {number}" for number in range(count))
    proposed = (Proposed("nhs", "NHS", (), "opcc", places), Proposed("unused", "Unused", (), None, ("line 1",)))
    found = blocks(meeting(fields={"lead": "nhs"}), organisations=proposed)

    assert tables(found)[1] == (("NHS", "nhs", "OPCC", named),)


def test_an_organisation_to_add_is_shown_with_its_other_names_and_with_the_one_that_it_may_be() -> None:
    proposed = (
        Proposed("fire", "Fire", ("AFRS",), "fire-service", ("line 2",)),
        Proposed("fire-service", "Fire Service", (), "fire", ("line 3",)),
    )
    found = blocks(meeting(fields={"lead": ("fire", "fire-service")}), organisations=proposed)

    assert tables(found)[1] == (("Fire (AFRS)", "fire", "Fire Service", "line 2"), ("Fire Service", "fire-service", "Fire", "line 3"))
    assert 'govreg new organisation "NAME" --set aliases "OTHER NAME"' in " ".join(texts(found))
    alone = blocks(meeting(fields={"lead": "fire"}), organisations=(proposed[0]._replace(nearest="opcc"),))
    assert tables(alone)[1] == (("Fire (AFRS)", "fire", "OPCC", "line 2"),)
    assert "OTHER NAME" not in " ".join(texts(alone))


def test_initials_taken_for_an_organisation_of_the_register_are_shown_with_the_command_that_keeps_them() -> None:
    found = blocks(meeting(), abbreviations={"TO": "opcc"})

    assert "“TO” was taken for OPCC, which has these initials. To make it a name of it:" in texts(found)
    assert [block.text for block in found if isinstance(block, Command)] == ["govreg set organisation opcc --add aliases TO"]


@pytest.mark.parametrize(
    ("missed", "rows", "sentences"),
    [
        ([("line 2", "Odd", "Why.")], [("line 2", "Odd", "Why.")], []),
        ([("line 2", "x" * 201, "Why.")], [("line 2", "x" * 199 + "…", "Why.")], []),
        ([("line 2", "Jane Doe", A_PERSON)], [], ["1 name of a person is left out; --people keeps it."]),
        ([("line 2", "Zzz", NO_ORGANISATION)], [("line 2", "Zzz", NO_ORGANISATION)],
         ["If one is an organisation, add it and import again:"]),
        ([("line 2", "Odd", OUTSIDE)], [], ["1 paragraph or cell belongs to no meeting. --format json lists them."]),
        ([("table 1, row 2, column 1", "a", NO_MEETING), ("table 1, row 3", "b", NO_MEETING), ("S!B2", "c", NO_MEETING)], [],
         ["3 paragraphs or cells belong to no meeting, among them table 1 and S. --format json lists them."]),
        ([(f"t{number}", "a", NO_MEETING) for number in range(3)], [],
         ["3 paragraphs or cells belong to no meeting, among them t0, t1 and t2."]),
        ([(f"t{number}", "a", NO_MEETING) for number in range(4)], [],
         ["4 paragraphs or cells belong to no meeting, among them t0, t1, t2 and others."]),
    ],
)  # fmt: skip
def test_what_was_not_understood(missed: list[tuple[str, str, str]], rows: list[tuple[str, ...]], sentences: list[str]) -> None:
    found = blocks(meeting(), not_understood=tuple(NotUnderstood("a.txt", *one) for one in missed))

    assert tables(found)[1:] == ([tuple(rows)] if rows else [])
    assert len(texts(found)[1:]) == len(sentences)
    assert all(text.startswith(sentence) for text, sentence in zip(texts(found)[1:], sentences, strict=True))


def test_machines_get_the_plan() -> None:
    nhs, unused = Proposed("nhs", "NHS", ("Health",), None, ("line 1",)), Proposed("unused", "Unused", (), None, ())
    plan = ImportPlan(
        (meeting(fields={"lead": "nhs"}, changes=(LEVEL,)),),
        (nhs, unused),
        (NotUnderstood("a.txt", "line 9", "Odd", "Why."),),
        (ReadLabel(Label("Mets", "last_met", "met"), "a.txt", "line 2"), ReadLabel(Label("Meets", "frequency"), "a.txt", "line 3")),
        (("a.txt", "It has macros."),),
    )
    data = plan_data(plan)

    assert data["meetings"][0]["fields"] == {"lead": "nhs"}
    assert data["meetings"][0]["changes"] == [{"key": "level", "old": "strategic", "new": "tactical", "decide": True, "decided": None}]
    assert (data["meetings"][0]["from"], data["meetings"][0]["twice"]) == ({"file": "a.txt", "place": "line 1"}, None)
    assert [(one["id"], one["action"], one["aliases"], one["places"]) for one in data["organisations"]] == [
        ("nhs", "new", ["Health"], ["line 1"]),
        ("unused", "same", [], []),
    ]
    assert data["not_understood"] == [{"file": "a.txt", "place": "line 9", "text": "Odd", "why": "Why."}]
    assert [(one["label"], one["key"], one["read_as"], one["place"]) for one in data["labels"]] == [
        ("Mets", "last_met", "met", "line 2"),
        ("Meets", "frequency", None, "line 3"),
    ]
    assert data["remarks"] == [{"file": "a.txt", "remark": "It has macros."}]


@pytest.mark.parametrize(
    ("fields", "written"),
    [
        ({"chair": "opcc"}, {"chair": {"organisation": "opcc"}}),
        ({"level": "nonsense"}, {"level": "nonsense"}),
        ({"title": "Forum"}, {"title": "Forum"}),
    ],
)
def test_short_forms_are_written_out(fields: dict[str, Any], written: dict[str, Any]) -> None:
    assert written_out(fields) == written


def test_the_names_of_proposed_organisations_are_listed_once_for_all_values() -> None:
    """A paper may name tens of thousands, and as many meetings."""

    class Listed(tuple[Proposed, ...]):
        __slots__ = ()
        times = 0

        def __iter__(self) -> Iterator[Proposed]:
            Listed.times += 1
            return super().__iter__()

    def walks(count: int) -> int:
        Listed.times = 0
        proposed = Listed([Proposed("nhs-trust", "NHS Trust", (), None, ())])
        found = blocks(*(meeting(id=f"m{number}", fields={"lead": "nhs-trust"}) for number in range(count)), organisations=proposed)
        assert "NHS Trust" in str(found)
        return Listed.times

    assert walks(1) == walks(20)
