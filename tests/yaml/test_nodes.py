"""A text becomes nodes that know where they start and end, however deep, long or broken it is."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import examples
from govreg.diagnostics.syntax import LONGEST_TEXT
from govreg.model.location import Position
from govreg.yaml.nodes import DEEPEST, MOST_ITEMS, MappingNode, Node, ScalarNode, SequenceNode, compose
from govreg.yaml.positions import span


def cut(text: str, *path: str | int, at_key: bool = False) -> str | None:
    """What the text has between the start and the end of the value at `path`."""
    found = span(text, path, at_key=at_key)
    return text[found[0] : found[1]] if found is not None else None


TEXT = """title: Ä board  # a remark
"lead": 'opcc'
focus:   # what it does
  - first
  - {text: second, themes: [a, b]}

purpose: >-
  Long
  text.

notes:
chair: {role: PCC}
"""


@pytest.mark.parametrize(
    ("path", "found"),
    [
        (("title",), "Ä board"),
        (("lead",), "'opcc'"),
        (("focus",), "- first\n  - {text: second, themes: [a, b]}"),
        (("focus", 1), "{text: second, themes: [a, b]}"),
        (("focus", 1, "themes", 1), "b"),
        (("purpose",), ">-\n  Long\n  text."),
        (("notes",), ""),
        (("chair", "role"), "PCC"),
    ],
)
def test_a_value_is_what_is_between_its_start_and_its_end(path: tuple[str | int, ...], found: str) -> None:
    assert cut(TEXT, *path) == found


def test_a_key_has_a_span_of_its_own() -> None:
    assert cut(TEXT, "lead", at_key=True) == '"lead"'


def test_a_short_form_has_the_span_of_the_key_it_replaces() -> None:
    assert cut("frequency: monthly\n", "frequency", "text") == "monthly"
    assert cut("participants: [nhs]\n", "participants", 0, "organisation") == "nhs"


@pytest.mark.parametrize("path", [("chair", "person"), ("focus", 2), ("lead", "a", "b"), ("nothing",)])
def test_a_missing_value_has_no_span(path: tuple[str | int, ...]) -> None:
    assert cut(TEXT, *path) is None


def test_the_first_of_a_repeated_key_is_found() -> None:
    assert cut("a: b\na: c\n", "a") == "b"


def scalars(node: Node | None) -> list[ScalarNode]:
    if isinstance(node, MappingNode):
        return [one for part in (*node.keys, *node.values) for one in scalars(part)]
    if isinstance(node, SequenceNode):
        return [one for part in node.items for one in scalars(part)]
    return [node] if node is not None else []


LEAVES = st.text(st.characters(categories=("L", "N"), include_characters=" -'\"#"), min_size=1).map(str.strip).filter(bool)


@examples(Fraction(1, 2))
@given(st.recursive(LEAVES, lambda inner: st.lists(inner, min_size=1) | st.dictionaries(LEAVES, inner, min_size=1), max_leaves=12))
def test_the_span_of_a_text_reads_back_as_the_text(data: object) -> None:
    text = written(data, 0)

    for node in scalars(compose(text).root):
        again = compose(text[node.start_mark.index : node.end_mark.index]).root
        assert isinstance(again, ScalarNode)
        assert again.value == node.value


def written(data: object, margin: int) -> str:
    """`data` in block style, each text in quotes."""
    if isinstance(data, str):
        return "'" + data.replace("'", "''") + "'"
    inner = "\n" + " " * margin
    if isinstance(data, dict):
        return "".join(f"{inner}{written(key, 0)}: {written(item, margin + 2)}" for key, item in data.items())
    return "".join(f"{inner}- {written(item, margin + 2)}" for item in data) if isinstance(data, list) else ""


def test_nodes_before_a_syntax_error_are_kept() -> None:
    tree = compose("title: a\nlead: 'b\n")

    assert tree.fault is not None
    assert isinstance(tree.root, MappingNode)
    assert [key.value for key in tree.root.keys] == ["title", "lead"]
    assert not tree.root.closed


@pytest.mark.parametrize("text", ["[" * 60_000, "a: " * 60_000, "- " * 60_000, "{a: " * 60_000])
def test_depth_is_limited_before_it_costs_anything(text: str) -> None:
    fault = compose(text).fault

    assert fault is not None
    assert fault.code in ("GR008", "GR014")


def test_as_many_levels_and_values_as_are_allowed_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govreg.yaml.nodes.MOST_VALUES", 1_000)

    assert compose("[" * DEEPEST + "]" * DEEPEST).fault is None
    assert compose("- a\n" * 999).fault is None
    assert compose("- a\n" * 1_000).fault is not None


def test_a_list_within_an_entry_has_at_most_a_thousand_items() -> None:
    assert compose("focus:\n" + "- a\n" * MOST_ITEMS).fault is None

    fault = compose("title: A\nfocus:\n" + "- a\n" * 5_000).fault

    assert fault is not None
    assert (fault.code, fault.message) == ("GR014", "The file is too complex: it has a list of more than 1,000 items.")
    assert fault.place == Position(MOST_ITEMS + 3, 3)


def test_the_list_of_all_verdicts_may_be_longer() -> None:
    assert compose("- {meetings: [a, b]}\n" * 5_000).fault is None


def test_a_text_has_at_most_fifty_thousand_characters() -> None:
    assert compose(f"purpose: {'é' * LONGEST_TEXT}").fault is None

    fault = compose(f"title: A\npurpose: {'é' * (LONGEST_TEXT + 1)}").fault

    assert fault is not None
    assert (fault.code, fault.message) == ("GR014", "The file is too complex: it has a text of more than 50,000 characters.")
    assert fault.place == Position(2, 10)
