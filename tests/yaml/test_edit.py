"""An edit changes the text of a file by its own lines, and the file then holds what was intended."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreg.model.characters import odd_character
from govreg.model.edits import (
    ArrangeItems,
    Edit,
    EditError,
    InsertItem,
    NewItem,
    RemoveValue,
    RenameKey,
    SetValue,
    Value,
    WrapInList,
    applied,
)
from govreg.model.location import KeyPath
from govreg.yaml.edit import data_of, edit, new_text
from govreg.yaml.parse import parse
from parsing import parsed_texts
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
        (ArrangeItems(("focus",), (1, 0)), [], []),
        (WrapInList(("lead",)), ["lead: opcc"], ["lead:", "  - opcc"]),
    ],
)
def test_an_edit_changes_only_its_own_lines(change: SetValue, gone: list[str], come: list[str]) -> None:
    after = edit(FILE, MEETING, [change])

    assert changed_lines(MEETING, after) == (gone, come)


def test_a_new_key_is_put_where_the_schema_has_it() -> None:
    lines = edit(FILE, MEETING, [SetValue(("level",), "strategic")]).splitlines()

    assert lines[lines.index("level: strategic") - 1].startswith("chair:")


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
            if isinstance(change, InsertItem | RenameKey | ArrangeItems):
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


@pytest.mark.parametrize(
    ("text", "change", "after"),
    [
        ("lead: opcc", SetValue(("title",), "A"), "title: A\nlead: opcc"),
        ("notes: x\r\nlead: opcc\r\n", SetValue(("title",), "A"), "title: A\r\nnotes: x\r\nlead: opcc\r\n"),
        ("title: A\nchair:\n", SetValue(("chair", "role"), "PCC"), "title: A\nchair:\n  role: PCC\n"),
        ("title: A\nchair: {}\n", SetValue(("chair", "role"), "PCC"), "title: A\nchair:\n  role: PCC\n"),
        ("", SetValue(("title",), "A"), "title: A\n"),
        ("# x", SetValue(("title",), "A"), "# x\ntitle: A\n"),
        ("title: A # x\n", SetValue(("title",), "A"), "title: A # x\n"),
        ("purpose: a # why\n", SetValue(("purpose",), "x\ny"), "purpose: |- # why\n  x\n  y\n"),
        ("purpose: # why\n  a\n", SetValue(("purpose",), "b"), "purpose: b # why\n"),
        ("purpose:\n", SetValue(("purpose",), "b"), "purpose: b\n"),
        ("{purpose: }\n", SetValue(("purpose",), "b"), "{purpose: b}\n"),
        ("purpose: |\n  a\n  b\nnotes: c\n", SetValue(("purpose",), "d"), "purpose: d\nnotes: c\n"),
        ("purpose: >-  # why\n  a\n  b\nnotes: c\n", SetValue(("purpose",), "d"), "purpose: d  # why\nnotes: c\n"),
        ("purpose: |2- # why \n  a # b\n", SetValue(("purpose",), "x\ny"), "purpose: |- # why\n  x\n  y\n"),
        ("purpose: # what\n  >- # why\n  a\n", SetValue(("purpose",), "d"), "purpose: d # what # why\n"),
        ("focus:\n  - | # why\n    a\n", SetValue(("focus", 0), "x"), "focus:\n  - x # why\n"),
        ("focus:\n  - | # why\n    a\n", SetValue(("focus", 0), {"text": "x", "from": "y"}), "focus:\n  # why\n  - text: x\n    from: y\n"),
        ("a: | # why\n  x\n  z\n", WrapInList(("a",)), 'a: # why\n  - "x\\nz"\n'),
        ("focus:\n  -\n  - b\n", SetValue(("focus", 0), "x"), "focus:\n  - x\n  - b\n"),
        (
            "focus:\n  - a # why\n",
            SetValue(("focus", 0), {"text": "x", "themes": ("z",)}),
            "focus:\n  # why\n  - text: x\n    themes:\n      - z\n",
        ),
        ("focus:\r\n  - a\r\n", InsertItem(("focus",), "b"), "focus:\r\n  - a\r\n  - b\r\n"),
        ("focus: [a, b]\n", InsertItem(("focus",), "c", 0), "focus: [c, a, b]\n"),
        ("focus: [a, b]\n", InsertItem(("focus",), "c", 1), "focus: [a, c, b]\n"),
        ("focus: [a, b]\n", InsertItem(("focus",), "c"), "focus: [a, b, c]\n"),
        ("focus:\n", InsertItem(("focus",), "c"), "focus:\n  - c\n"),
        ("focus: [ ]  # none\n", InsertItem(("focus",), "c"), "focus:  # none\n  - c\n"),
        ("focus:\n- a\n- b # x\n", RemoveValue(("focus", 1)), "focus:\n- a\n"),
        ("focus:\n- a\n", RemoveValue(("focus", 0)), "focus: []\n"),
        ("focus: [a, b, c]\n", RemoveValue(("focus", 0)), "focus: [b, c]\n"),
        ("focus: [a, b, c]\n", RemoveValue(("focus", 2)), "focus: [a, b]\n"),
        ("focus:\n  - text: a\n    from: x\n  - b\n", RemoveValue(("focus", 0, "text")), "focus:\n  - from: x\n  - b\n"),
        ("focus:\n  - text: a\n\n    # c\n    from: x\n", RemoveValue(("focus", 0, "text")), "focus:\n  -\n\n    # c\n    from: x\n"),
        ("title: A\nlead: b", RemoveValue(("lead",)), "title: A\n"),
        ("title: A\nlead: b", RemoveValue(("title",)), "lead: b"),
        ("chair:\n  role: a\n", RemoveValue(("chair", "role")), "chair: {}\n"),
        ("- a\n", RemoveValue((0,)), "[]\n"),
        ("lead: opcc # x\n", WrapInList(("lead",)), "lead: # x\n  - opcc\n"),
        ("review: {reason: a}\n", WrapInList(("review",)), "review:\n  - {reason: a}\n"),
        ("review:\n  reason: a\n  into: b\n", WrapInList(("review",)), "review:\n  - reason: a\n    into: b\n"),
        ("a: {b: c}\n", WrapInList(("a", "b")), "a: {b: [c]}\n"),
        ("a: |\n  x\n  z\n", WrapInList(("a",)), 'a:\n  - "x\\nz"\n'),
        ("a:\n- b\n", WrapInList(("a", 0)), "a:\n- - b\n"),
        ("{a: b}\n", RenameKey(("a",), "c: d"), '{"c: d": b}\n'),
        ("a: b\n'x y': c\n", RenameKey(("x y",), "no"), 'a: b\n"no": c\n'),
        ("- a\n- b\n", InsertItem((), "c"), "- a\n- b\n- c\n"),
        ("focus:\n  - # not - yet\n    text: a\n  - b\n", RemoveValue(("focus", 0)), "focus:\n  - b\n"),
    ],
)
def test_an_edit_to_the_byte(text: str, change: Edit, after: str) -> None:
    assert edit(FILE, text, [change]) == after


@pytest.mark.parametrize(
    "text",
    [
        "nhs: {name: NHS}  # health\n",
        "nhs:\n  name: NHS",
        "nhs: {name: NHS}\r\n# the last\r\n",
        "{nhs: {name: NHS}}  # all\n",
        "c: {name: C}\n",
        "",
    ],
)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["x", ("y", "z"), {"name": "A", "aliases": ("B: b",)}])), max_size=4))
def test_keys_set_together_are_written_as_one_by_one(text: str, added: list[tuple[str, Value]]) -> None:
    changes = [SetValue((key,), value) for key, value in added]
    one_by_one = text
    for change in changes:
        one_by_one = edit("organisations.yaml", one_by_one, [change])

    assert edit("organisations.yaml", text, changes) == one_by_one


BOARD = """\
title: A   # the first
lead: opcc
focus: [one, "two", three]  # of 2026
aliases:
  # an old one
  - B  # until 2025
  - 'C'
  - |
    D
participants:
  - organisation: nhs  # health
    role: >-
      Nurse
  - opcc
  - {organisation: fire, people: 2}
  - organisation: police
"""
_VALUES: dict[KeyPath, list[Value]] = {
    ("title",): ["A", "Z", "x: y"],
    ("purpose",): ["To do", "- #"],
    ("level",): ["strategic", ("strategic", "tactical")],
    ("focus", 0): ["one", "a, b"],
    ("focus", 1): ["two", "2"],
    ("focus", 2): ["three", {"text": "x", "source": "y"}],
    ("aliases", 0): ["E", "long " * 40],
    ("aliases", 1): ["C", "F"],
    ("aliases", 2): ["D", {"a": "b"}],
    ("participants", 0, "role"): ["Nurse", "Doctor"],
    ("participants", 0, "person"): ["P", "Q: R"],
    ("participants", 0, "attendance"): ["observer"],
    ("participants", 1): ["opcc", {"meeting": "b"}],
    ("participants", 2, "role"): ["Chief"],
    ("participants", 2, "attendance"): ["observer"],
    ("participants", 2, "people"): ["2", "3"],
    ("participants", 3, "role"): ["Chief"],
    ("participants", 3, "person"): ["S"],
    ("participants", 3, "x"): ["1"],
    ("x",): ["1"],
    ("y",): ["2", {"z": "3"}],
    ("chair", "role"): ["PCC"],
}


@given(
    st.lists(st.sampled_from([SetValue(path, value) for path, values in _VALUES.items() for value in values]), min_size=2, max_size=8),
    st.sampled_from(
        [BOARD, BOARD.replace("\n", "\r\n"), BOARD.removesuffix("\n"), f"{BOARD}# the end\n", f"{BOARD}y:\n", f"{BOARD}chair:\n"]
    ),
)
def test_values_set_together_are_written_as_one_by_one(changes: list[SetValue], text: str) -> None:
    one_by_one = text
    try:
        for change in changes:
            one_by_one = edit(FILE, one_by_one, [change])
    except EditError as refused:
        with pytest.raises(EditError, match=re.escape(str(refused))):
            edit(FILE, text, changes)
    else:
        assert edit(FILE, text, changes) == one_by_one


_REMARK = re.compile(r"# [a-z]+(?: [a-z]+)?")
ITEMS = """\
focus:
  # all
  - a  # first

  # of b
  - b
  - |
    c
    d
  # of e
  - text: e
    source: s  # as said
# the end
lead: x
"""


@pytest.mark.parametrize(
    "text", [ITEMS, ITEMS.replace("\n  ", "\n"), ITEMS.replace("\n", "\r\n"), ITEMS.removesuffix("\n# the end\nlead: x\n")]
)
@given(st.permutations([0, 1, 2, 3, NewItem("n"), NewItem({"text": "o", "source": "p"})]), st.integers(1, 6))
def test_items_keep_the_comments_above_them_and_those_above_an_item_that_goes_stay(
    text: str, order: list[int | NewItem], length: int
) -> None:
    change = ArrangeItems(("focus",), tuple(order[:length]))

    after = edit(FILE, text, [change])

    lines = [line.strip() for line in after.split("\n")]
    gone = {remark for item, remark in ((0, "# first"), (3, "# as said")) if item not in change.order}
    assert data_of(after) == applied(data_of(text), change)
    assert sorted(_REMARK.findall(after)) == sorted(one for one in _REMARK.findall(text) if one not in gone)
    for item, remark, line in ((1, "# of b", "- b"), (3, "# of e", "- text: e")):
        assert item not in change.order or lines[lines.index(remark) + 1] == line
    assert lines[1] == "# all"
    assert after.count("\r") in (0, after.count("\n"))


@pytest.mark.parametrize(
    ("text", "order", "after"),
    [
        ("focus: [a]\n", (), "focus: []\n"),
        ("focus: []\n", (NewItem("a"),), "focus:\n  - a\n"),
        ("- - a\n  - b\n", (1, 0), "- - b\n  - a\n"),
        ("focus: [a, 'b',   c]  # all\n", (2, 1), "focus: [c, 'b']  # all\n"),
        ("focus: [\n  a,\n  b,\n]\n", (1, NewItem("n"), 0), 'focus: [\n  b,\n  "n", a,\n]\n'),
    ],
)
def test_a_list_whose_items_have_no_lines_of_their_own_is_arranged_too(text: str, order: tuple[int | NewItem, ...], after: str) -> None:
    path: KeyPath = (0,) if text.startswith("-") else ("focus",)

    assert edit(FILE, text, [ArrangeItems(path, order)]) == after


@pytest.mark.parametrize("text", ["", "nhs: {name: NHS}\n"])
def test_a_file_is_not_parsed_again_for_each_of_many_edits(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = parsed_texts(monkeypatch)
    named = edit("organisations.yaml", text, [SetValue((f"org-{number}",), {"name": f"{number}"}) for number in range(200)])
    assert len(parsed) < 50
    parsed.clear()

    other = edit("organisations.yaml", named, [SetValue((f"org-{number}", "name"), "x") for number in range(200)])

    assert other.count("name: x\n") == 200
    assert len(parsed) == 2


@pytest.mark.parametrize(
    ("text", "change", "why"),
    [
        ("title: A\n", SetValue(("chair", "role"), "PCC"), "there is no “chair”"),
        ("title: [\n", SetValue(("title",), "A"), "line 2: A value is missing."),
        ("a: x\na: y\n", SetValue(("title",), "A"), "line 2: “a” is a duplicate key: it is already on line 1."),
        (
            "title: A\n",
            SetValue(("notes",), "x" * 50_001),
            "after the change, the file is too complex: it has a text of more than 50,000 characters",
        ),
        ("a: b\n", SetValue(("a",), "x\x07"), "the change cannot be written in the form that the file has"),
    ],
)
def test_a_refusal_says_why(text: str, change: Edit, why: str) -> None:
    with pytest.raises(EditError) as refused:
        edit(FILE, text, [change])
    assert str(refused.value) == why


def test_keys_of_different_mappings_stay_apart() -> None:
    changes: list[Edit] = [SetValue(("fire",), {"name": "Fire"}), SetValue(("nhs", "kind"), "x"), SetValue(("fire", "kind"), "y")]

    after = edit("organisations.yaml", "nhs:\n  name: NHS\n", changes)

    assert data_of(after) == {"nhs": {"name": "NHS", "kind": "x"}, "fire": {"name": "Fire", "kind": "y"}}


def test_edits_are_made_one_after_the_other() -> None:
    changes: list[Edit] = [SetValue(("title",), "A"), InsertItem(("focus",), "x"), InsertItem(("focus",), "z", 0), RemoveValue(("lead",))]

    assert edit(FILE, "lead: opcc\nfocus:\n", changes) == "title: A\nfocus:\n  - z\n  - x\n"
    assert edit(FILE, "lead: opcc\n", []) == "lead: opcc\n"


def test_a_new_file_begins_with_its_comment() -> None:
    assert new_text(FILE, {"title": "A"}, "# c\n") == "# c\ntitle: A\n"
    assert (data_of("a: b\n"), data_of("")) == ({"a": "b"}, None)
