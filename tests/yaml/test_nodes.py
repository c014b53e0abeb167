"""A text becomes nodes that know where they start and end, however deep, long or broken it is."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import examples
from govreg.diagnostics.syntax import LONGEST_TEXT
from govreg.model.location import Position
from govreg.yaml.nodes import DEEPEST, MOST_ITEMS, MappingNode, Node, ScalarNode, SequenceNode, compose
from govreg.yaml.positions import position, span


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


def test_every_value_is_counted_and_no_key_is() -> None:
    assert compose("a: b\nc: [d, {e: f}]\n").values == 6
    assert compose("").values == 0


def test_a_text_without_nodes_is_at_its_beginning() -> None:
    assert position(None, ("a", 1), at_key=False) == (1, 1)


@pytest.mark.parametrize(
    ("path", "at_key", "place"),
    [
        ((), False, (1, 1)),
        (("a",), False, (2, 3)),
        (("a",), True, (1, 1)),
        (("a", 0), False, (2, 5)),
        (("a", 1), False, (3, 5)),
        (("a", 1, "c"), False, (3, 8)),
        (("a", 1, "c"), True, (3, 5)),
        (("a", 1, "x"), False, (3, 5)),
        (("a", 2), False, (2, 3)),
        (("a", "x"), False, (2, 3)),
        (("e", 0, "f"), False, (4, 8)),  # a single mapping in the place of a list of them
        (("e", 0), False, (4, 4)),
        (("x", "y"), False, (1, 1)),
    ],
)
def test_a_value_or_the_nearest_above_it_has_a_place(path: tuple[str | int, ...], *, at_key: bool, place: tuple[int, int]) -> None:
    assert position(compose("a:\n  - b\n  - c: d\ne: {f: g}\n").root, path, at_key=at_key) == place


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("a: &x b\n", (1, 4), "&x"),
        ("a: *x\n", (1, 4), "*x"),
        ("&k a: b\n", (1, 1), "&k"),
        ("? [a]\n: b\n", (1, 3), "a list"),
        ("? {a: b}\n: c\n", (1, 3), "a mapping"),
        ("a: b\n---\nc: d\n", (2, 1), "a second document"),
        ("%YAML 1.1\n---\na: b\n", (1, 1), "a YAML directive"),
        ("%TAG ! x\n---\na: b\n", (1, 1), "a YAML directive"),
        ("a:\n- " + "[" * 14 + "\n", (2, 17), None),
        ("a:\n- " + "[" * 15 + "\n", (2, 17), "more than 16 levels"),
    ],
)
def test_what_a_registers_file_may_not_have_stops_the_reading_there(text: str, place: tuple[int, int], says: str | None) -> None:
    fault = compose(text).fault

    assert fault is not None
    if says is None:  # within the limit: the parser itself finds what is wrong, further on
        assert (fault.code, fault.place) == ("GR008", (3, 1))
    else:
        assert (says in f"{fault.message} {fault.hint}", fault.place) == (True, place)
