"""JSON reads back as what was put in, in any language, with no control character raw."""

import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import examples
from govreg.render.json_text import json_pieces, json_text
from govreg.report import Rows


@examples(Fraction(1, 2))
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=25,
    )
)
def test_it_reads_back(data: object) -> None:
    assert json.loads(json_text(data)) == data


@examples(Fraction(1, 2))
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
        lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(st.text() | st.integers(), inner),
        max_leaves=25,
    )
)
def test_it_is_indented_like_pythons_json(data: object) -> None:
    plain = json.dumps(data, ensure_ascii=False, indent=2)

    assert json_text(data) == plain.replace("##[", r"\u0023#[") + "\n"


def test_json_is_indented_and_keeps_its_characters() -> None:
    assert json_text({"title": "Café – “A”"}) == '{\n  "title": "Café – “A”"\n}\n'


def test_rows_are_written_piece_by_piece() -> None:
    rests = [{"seats": ["opcc\n"], "weight": 0.5}, {"seats": [], "weight": 0.0}]
    rows = [(f"é{number}", "b", rests[number % 2]) for number in range(2_500)]
    data = {"as_at": "2026", "pairs": Rows(("a", "b"), rows, dict), "none": Rows(("a", "b"), [], dict), "rest": [{"x": [1]}]}

    pieces = list(json_pieces(data))

    plain = {**data, "pairs": [{"a": a, "b": b, **rest} for a, b, rest in rows], "none": []}
    assert "".join(pieces) == json_text(plain)
    assert max(map(len, pieces)) < len("".join(pieces)) / 2


def test_a_long_list_is_written_piece_by_piece() -> None:
    data = {"as_at": "2026", "losses": [{"about": [f"é{number}", "##["], "areas": []} for number in range(10_000)], "agree": []}

    pieces = list(json_pieces(data))

    assert "".join(pieces).replace(r"\u0023#[", "##[") == json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    assert max(map(len, pieces)) < len("".join(pieces)) / 5


def test_a_short_answer_is_one_piece() -> None:
    assert len(list(json_pieces({"as_at": "2026", "losses": [{"about": ["a"]}], "agree": []}))) == 1


def test_plain_data_needs_no_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python's takes longer to make than most values to write, and an answer has a hundred thousand empty lists."""
    data: dict[str, object] = {
        "losses": [{"areas": [], "rest": {}, "nearest": None, "covered": True, "open": False, "per_year": 1.5, "text": "a", "n": 1}]
    }
    expected = json.dumps(data, indent=2) + "\n"
    monkeypatch.delattr(json.JSONEncoder, "encode")

    assert json_text(data) == expected
