"""An edit changes the text of a file by its own lines, and the file then holds what was intended."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreg.model.characters import odd_character
from govreg.model.edits import EditError, InsertItem, MoveValue, RemoveValue, RenameKey, SetValue, WrapInList, applied
from govreg.yaml.edit import edit, new_text
from govreg.yaml.parse import parse
from random_yaml import REMARK, Documents

MEETING = """\
# Checked in May
title: Mental Health Concordat   # the long name

lead: opcc
# who presides
chair: {organisation: pcc, role: PCC}  # for now
focus:
  # first
  - Section 136

  - 'Out of court: disposals'
participants:
  - nhs
  - organisation: constabulary
    role: ACC   # was a DCC
notes: |
  One.

  Two.
"""
FILE = "meetings/mental-health-concordat.yaml"


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that went and the lines that came, wherever they are."""
    was, now = Counter(before.splitlines()), Counter(after.splitlines())
    return [*(was - now).elements()], [*(now - was).elements()]


@pytest.mark.parametrize(
    ("change", "gone", "come"),
    [
        (
            SetValue(("title",), "Concordat: crisis"),
            ["title: Mental Health Concordat   # the long name"],
            ['title: "Concordat: crisis"   # the long name'],
        ),
        (SetValue(("level",), "strategic"), [], ["level: strategic"]),
        (
            SetValue(("chair", "basis"), "in turn"),
            ["chair: {organisation: pcc, role: PCC}  # for now"],
            ["chair: {organisation: pcc, role: PCC, basis: in turn}  # for now"],
        ),
        (SetValue(("status_since",), "2016-11-10"), [], ["status_since: 2016-11-10"]),
        (SetValue(("duration",), "12:30"), [], ['duration: "12:30"']),
        (SetValue(("participants", 1, "from"), "2016-05"), [], ["    from: 2016-05"]),
        (SetValue(("frequency",), {"text": "As needed", "per_year": "4"}), [], ["frequency:", "  text: As needed", "  per_year: 4"]),
        (InsertItem(("focus",), "no"), [], ['  - "no"']),
        (InsertItem(("participants",), {"organisation": "cps", "role": "Lead"}, 0), [], ["  - organisation: cps", "    role: Lead"]),
        (RemoveValue(("focus", 0)), ["  - Section 136"], []),
        (RemoveValue(("participants", 1)), ["  - organisation: constabulary", "    role: ACC   # was a DCC"], []),
        (RemoveValue(("chair",)), ["chair: {organisation: pcc, role: PCC}  # for now"], []),
        (RemoveValue(("notes",)), ["", "notes: |", "  One.", "  Two."], []),
        (RenameKey(("lead",), "leader"), ["lead: opcc"], ["leader: opcc"]),
        (MoveValue(("focus", 1), 0), [], []),
        (WrapInList(("lead",)), ["lead: opcc"], ["lead:", "  - opcc"]),
    ],
)
def test_an_edit_changes_only_its_own_lines(change: SetValue, gone: list[str], come: list[str]) -> None:
    after = edit(FILE, MEETING, [change])

    assert changed_lines(MEETING, after) == (gone, come)


def test_a_new_key_is_put_where_the_schema_has_it() -> None:
    lines = edit(FILE, MEETING, [SetValue(("level",), "strategic")]).splitlines()

    assert lines[lines.index("level: strategic") - 1].startswith("chair:")


def test_a_key_moves_with_the_comment_above_it() -> None:
    after = edit(FILE, MEETING, [MoveValue(("chair",), 1)])

    assert "# the long name\n# who presides\nchair: {organisation: pcc, role: PCC}  # for now\n\nlead: opcc\n" in after


def test_random_edits_do_what_the_model_says() -> None:
    """Every edit comes to the same value as in the model, and no comment is lost but where its value went."""
    documents = Documents(1)
    for _ in range(50):
        text = documents.document()
        for _ in range(4):
            data = parse(text, "").data
            change = documents.edit(data)
            after = edit("other.yaml", text, [change])
            document = parse(after, "")
            assert document.data == applied(data, change), (change, text)
            assert not document.problems, (change, text)
            if isinstance(change, InsertItem | RenameKey | MoveValue):
                assert sorted(REMARK.findall(after)) == sorted(REMARK.findall(text)), (change, text)
            if document.data is None:
                break
            text = after


@pytest.mark.parametrize(
    "text",
    ["a: &x 1\nb: *x\n", "a: !!str 1\n", "a: 1\na: 2\n", "a: [1\n", "a: 1\n---\nb: 2\n"],
    ids=["anchor", "tag", "repeated key", "not YAML", "two documents"],
)
def test_a_file_in_which_a_value_is_uncertain_is_refused(text: str) -> None:
    with pytest.raises(EditError):
        edit("other.yaml", text, [SetValue(("b",), "x")])


@pytest.mark.parametrize(
    "change", [SetValue(("focus", 7), "x"), RemoveValue(("nothing",)), InsertItem(("title",), "x"), RenameKey(("lead",), "title")]
)
def test_a_missing_value_cannot_be_edited(change: SetValue) -> None:
    with pytest.raises(EditError):
        edit(FILE, MEETING, [change])


TEXTS = st.text().filter(lambda text: odd_character(text) is None and "\r" not in text and not text.endswith("\n"))


@given(TEXTS)
def test_any_text_is_read_back_as_it_was_set(text: str) -> None:
    after = edit(FILE, MEETING, [SetValue(("purpose",), text), SetValue(("chair", "role"), text), InsertItem(("focus",), text, 1)])

    document = parse(after, "")
    assert not document.lookalikes
    assert isinstance(document.data, dict)
    assert document.data["purpose"] == text
    assert document.data["chair"] == {"organisation": "pcc", "role": text}
    assert document.data["focus"] == ("Section 136", text, "Out of court: disposals")
    assert document.data["notes"] == "One.\n\nTwo."


@given(
    st.recursive(
        TEXTS, lambda inner: st.lists(inner, min_size=1, max_size=3).map(tuple) | st.dictionaries(TEXTS, inner, min_size=1, max_size=3)
    )
)
def test_any_value_can_be_the_first_of_a_file(value: object) -> None:
    assert parse(new_text("other.yaml", {"key": value}), "").data == {"key": value}  # type: ignore[dict-item]
