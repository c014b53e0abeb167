"""Text that YAML would lose after a `#`, or join to the line above, is reported at its position."""

import pytest

from building import in_short, read_meeting
from govreg.model.location import Position
from govreg.yaml.parse import parse


def codes(text: str) -> list[str]:
    return [
        f"{found.code} {found.place.line}:{found.place.column}" for found in parse(text, "").problems if isinstance(found.place, Position)
    ]


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ('title: "Task group"#2 North\n', "GR016 1:20"),
        ("title: 'Task group'# 2 North\n", "GR016 1:20"),
        ("aliases: [B, C]#2 D\n", "GR016 1:16"),
        ("aliases: [B,#c\n  C]\n", "GR016 1:13"),
        ("aliases: [B, #2\n  C]\n", "GR016 1:14"),
        ('aliases: ["B",#2\n  C]\n', "GR016 1:15"),
        ("aliases: [#2 D,\n  B]\n", "GR016 1:11"),
        ("{title: A, lead: opcc}#x\n", "GR016 1:23"),
        ("purpose: | #2 is it\n  text\n", "GR016 1:12"),
        ("purpose: |\n    first\n  #2 second\n", "GR016 3:3"),
        ("focus:\n  - text: |\n        first\n      #2 second\n", "GR016 4:7"),
        ("title: #2\n", "GR016 1:8"),
        ("title:   #2\n  Task group\n", "GR016 1:10"),
        ("Task group #2\n", "GR016 1:12"),
    ],
)
def test_text_cut_off_by_a_number_sign_is_reported(text: str, lost: str) -> None:
    assert codes(text) == [lost]


@pytest.mark.parametrize(
    "text",
    [
        'title: "Task group" #2\n',
        "aliases: [B, C] # a remark\n",
        "aliases: [ # a remark\n  B, # another\n  C\n]\n",
        "purpose: | # a remark\n  text #2\n",
        "purpose: |\n  text\n#2 is done\ntitle: A\n",
        "purpose: |\n    text\n  # a remark\n",
        "areas:   # a remark\n  a: b\n",
    ],
)
def test_a_comment_on_its_own_line_is_fine(text: str) -> None:
    assert codes(text) == []


def test_a_hundred_thousand_blanks_are_read_once() -> None:
    blanks = " " * 100_000

    assert codes(f"lead: opcc\ntitle:{blanks}\n  foo\n# x\n") == []
    assert codes(f"lead: opcc\naliases: [B{blanks},{blanks}C] # x\n") == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("focus:\n  - Savings\n    - Reserves\n", "GR024 3:5"),
        ("focus:\n  - Savings\n   - Reserves\n", "GR024 3:4"),
        ("focus:\n  - Savings\n   -y\n", "GR024 3:4"),
    ],
)
def test_an_item_indented_too_far_is_reported(text: str, code: str) -> None:
    assert codes(text) == [code]


def test_a_field_without_its_colon_is_reported() -> None:
    assert in_short(read_meeting("title: A\nlead: opcc\nfrequency: monthly\n duration 2h\n").findings) == ["GR024 4:2"]


@pytest.mark.parametrize("rest", ["purpose: We look at the\n  focus of all boards\n", "frequency: monthly in\n  winter\n"])
def test_prose_may_be_wrapped(rest: str) -> None:
    assert read_meeting(f"title: A\nlead: opcc\n{rest}").findings == ()


def test_doubts_in_a_repeated_value_are_not_reported_for_the_first() -> None:
    assert in_short(read_meeting("title: A\nlead: opcc\ntitle: NO\n").findings) == ["GR013 3:1"]
    assert in_short(read_meeting("title: A\nlead: opcc\nfocus: [a]\nfocus: [NO]\n").findings) == ["GR013 4:1"]


def test_a_repeated_key_above_deep_nesting_costs_no_time() -> None:
    assert codes("title: a\ntitle: b\nlead: opcc\nfocus: " + "[" * 100_000) == ["GR013 2:1", "GR014 4:23"]


def test_the_places_of_further_lines_are_counted_on_not_looked_up_from_the_top(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("govreg.yaml.parse.position_at")

    run_on = parse("title: A board\r\npurpose: a\r\n\r\n  b c\r\n" + "  level d\n" * 1_000, "").continuations

    assert [(one.word, one.position) for one in run_on[:2]] == [("b", (4, 3)), ("level", (5, 3))]
    assert run_on[-1].position == (1004, 3)
