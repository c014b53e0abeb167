"""A formatted text says the same as before, in the model's order, with each comment still above its key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreg.model.file_schema import key_order
from govreg.model.location import KeyPath
from govreg.yaml.format import format_text
from govreg.yaml.parse import parse


def formatted(text: str, file: str = "meetings/a.yaml") -> str:
    def order(path: KeyPath) -> tuple[str, ...]:
        return key_order(file, path)

    return format_text(text, order)


def test_entries_move_with_the_comments_above_and_below_them() -> None:
    text = (
        "# The register of 2016\n\n# who leads\nlead: opcc  # since 2012\n\n# how often\nfrequency: >-\n  Six\n  monthly\n"
        "  # as written\ntitle: A board\nfocus: [b, a]   # as it is\n# the end\n"
    )

    assert formatted(text) == (
        "# The register of 2016\n\ntitle: A board\n# who leads\nlead: opcc  # since 2012\nfocus: [b, a]   # as it is\n\n"
        "# how often\nfrequency: >-\n  Six\n  monthly\n  # as written\n# the end\n"
    )


def test_items_of_a_list_are_put_in_order_too() -> None:
    text = "participants:\n  # first\n  - role: b\n    # who\n    organisation: x\n  - y\n  -   until: 2020\n      organisation: z\n"

    assert formatted(text) == (
        "participants:\n  # first\n  # who\n  - organisation: x\n    role: b\n  - y\n  -   organisation: z\n      until: 2020\n"
    )


def test_brackets_unknown_keys_and_broken_texts_stay() -> None:
    for text in ("chair: {role: a, organisation: b}\n", "lead: a\ncolour: red\ntitle: b\n", "lead: [\ntitle: a\n", "lead: ~\ntitle: a\n"):
        assert formatted(text) == text


def test_a_line_for_an_editor_stays_at_the_top() -> None:
    line = "# yaml-language-server: $schema=x.json\n"
    assert formatted(f"{line}lead: a\ntitle: b\n") == f"{line}title: b\nlead: a\n"


def test_line_ends_and_the_last_one() -> None:
    assert formatted("lead: a\r\ntitle: >\r\n  b\r\n  c") == "title: >\n  b\n  c\nlead: a\n"


def test_the_other_files_have_their_order_too() -> None:
    assert (
        formatted("b:\n  aliases: [x]\n  name: B\na:\n  name: A\n", "organisations.yaml")
        == "b:\n  name: B\n  aliases: [x]\na:\n  name: A\n"
    )
    assert formatted("- on: 2020\n  meetings: [a, b]\n  verdict: distinct\n", "verdicts.yaml") == (
        '- meetings: [a, b]\n  verdict: distinct\n  "on": 2020\n'
    )


def test_a_key_that_other_programs_misread_is_put_in_quotes() -> None:
    """YAML 1.1, as PyYAML and Ruby read it, takes `on` for true and `NO` for false."""
    assert formatted("- {meetings: [a, b], on: 2020} # on: hold\n", "verdicts.yaml") == '- {meetings: [a, b], "on": 2020} # on: hold\n'
    assert formatted("NO: [Not on]\n12: dozen\n", "glossary.yaml") == '"NO": [Not on]\n"12": dozen\n'
    assert formatted('- "on": 2020\n', "verdicts.yaml") == '- "on": 2020\n'


_ENTRIES = {
    "title": ["title: A board", "title: |\n  A\n  board", '"title": "A: b"'],
    "lead": ["lead: a", "lead:\n- a\n- b", "lead:\n  - a\n  # behind\n\n  - b"],
    "chair": ["chair:\n  role: b\n  # who\n  organisation: a", "chair:\n    organisation: a\n    role:", "chair: {role: b}"],
    "participants": ["participants:\n- role: b\n  organisation: a\n-\n  organisation: c", "participants: [a,\n  b]"],
    "purpose": ["purpose: >-\n  one\n\n  two", "purpose: one\n  two", "purpose: 'it''s'  # so"],
    "notes": ["notes:", "notes: |+\n  x\n\n", "notes: x\n  # deeper"],
}
_ABOVE = st.sampled_from(["", "\n", "# a remark\n", "\n# one\n\n# two\n"])


@st.composite
def _texts(draw: st.DrawFn) -> str:
    keys = draw(st.permutations([*_ENTRIES]))
    text = "".join(draw(_ABOVE) + draw(st.sampled_from(_ENTRIES[key])) + "\n" for key in keys[: draw(st.integers(1, len(keys)))])
    return text + draw(_ABOVE)


@given(_texts())
def test_the_data_and_every_line_stay_and_twice_is_once(text: str) -> None:
    after = formatted(text)
    before = parse(text, "")
    assert not before.problems
    now = parse(after, "")

    assert now.data == before.data
    assert isinstance(now.data, dict)
    assert [*now.data] == sorted(now.data, key=key_order("meetings/a.yaml", ()).index)
    assert sorted(line.strip(" -") for line in after.splitlines()) == sorted(line.strip(" -") for line in text.splitlines())
    assert formatted(after) == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("# top\nlead: a\ntitle: b\n", "title: b\n# top\nlead: a\n"),
        ("# top\n\n# lead\nlead: a\ntitle: b\n", "# top\n\ntitle: b\n# lead\nlead: a\n"),
        ("lead: a\n\n\ntitle: b\n", "title: b\n\n\nlead: a\n"),
        ("lead: a\n# end\n\ntitle: b", "# end\n\ntitle: b\nlead: a\n"),
        ("lead: a\n  # in\n# out\ntitle: b\n", "# out\ntitle: b\nlead: a\n  # in\n"),
        ("notes: |\n  a\n  # b\nlead: c\n", "lead: c\nnotes: |\n  a\n  # b\n"),
        ("notes:\nlead:\ntitle: x\n", "title: x\nlead:\nnotes:\n"),
        ("focus:\n  - from: x\n    text: y\nlead: a\n", "lead: a\nfocus:\n  - text: y\n    from: x\n"),
        ("participants:\n- # c\n  role: d\n  organisation: e\n", "participants:\n- # c\n  organisation: e\n  role: d\n"),
        ("chair:\n  role: a\n  organisation: b\nlead: c\n", "lead: c\nchair:\n  organisation: b\n  role: a\n"),
        ("lead: {a: b}\ntitle: c\n", "title: c\nlead: {a: b}\n"),
        ("lead: 'a\n  b'\ntitle: c\n", "title: c\nlead: 'a\n  b'\n"),
        ("title: a", "title: a\n"),
        ("title: a\nlead: b\n", "title: a\nlead: b\n"),
        ("? lead\n: a\ntitle: b\n", "? lead\n: a\ntitle: b\n"),
        ("# yaml-language-server: x\n# y\nlead: a\ntitle: b\n", "# yaml-language-server: x\ntitle: b\n# y\nlead: a\n"),
    ],
)
def test_a_formatted_text_to_the_byte(text: str, after: str) -> None:
    assert formatted(text) == after
