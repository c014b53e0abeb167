"""Reading a register with a change parses only the changed files, with the same result as reading all of it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import tree_of
from govreg.storage import file_loader
from govreg.storage.minutes_reader import read_minutes
from govreg.storage.overlay import OverlayTree
from govreg.storage.reader import read_tree
from govreg.yaml.parse import parse
from govreg.yaml.text import text_of

MEETING = "title: Budget board\nlead: opcc\n"
TEXTS = (
    MEETING,
    "title: Budget board\nlead: opcc\nfocus: [a, yes]\n",
    f"title: Budget board\nlead: opcc\nfocus: [{'yes, ' * 105}no]\n",
    "title: Budget board\nlead: opcc\nfocus: [{txt: a}, b]\nfrequency: monthly\n",
    "title: Budget board\nlead: nobody #1\n",
    "title: Budget board\n",
    "title: [",
    "",
    "\ufeff" + MEETING,
    "title: \u202ea\nlead: opcc\n",
)
ORGANISATIONS = ("opcc: {name: OPCC}\n", "opcc: {name: OPCC}\nno: {name: NO}\n", "opcc: {nam: OPCC}\n", "- opcc\n")
MINUTES = ("attended: [opcc]\n", "attended: [opcc, {role: 1.10}]\nnext: soon\n", "attendd: []\n", "")
STATES = st.fixed_dictionaries(
    {"organisations.yaml": st.sampled_from(ORGANISATIONS)},
    optional={
        **{f"meetings/{name}.yaml": st.sampled_from(TEXTS) for name in ("a", "b", "c")},
        **{f"minutes/a/2018-0{month}-01.yaml": st.sampled_from(MINUTES) for month in (1, 2)},
    },
)


@given(STATES, STATES)
def test_what_was_read_before_changes_nothing_in_what_is_read(before: Mapping[str, str], after: Mapping[str, str]) -> None:
    tree = tree_of(after)
    again, anew = read_tree(tree, read_tree(tree_of(before))), read_tree(tree)
    minutes_again, minutes_anew = read_minutes(tree, read_minutes(tree_of(before))), read_minutes(tree)

    assert replace(again, readings={}) == replace(anew, readings={})
    assert replace(minutes_again, readings={}) == replace(minutes_anew, readings={})


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are parsed."""
    texts: list[str] = []

    def counted(text: str, holds: str) -> Any:
        texts.append(text)
        return parse(text, holds)

    monkeypatch.setattr("govreg.storage.file_loader.parse", counted)
    return texts


def test_only_the_file_that_changed_is_parsed(parsed: list[str]) -> None:
    tree = tree_of({f"meetings/m{number}.yaml": f"title: Board {number}\nlead: opcc\n" for number in range(20)})
    before = read_tree(tree)
    parsed.clear()

    after = read_tree(OverlayTree(tree, {"meetings/m7.yaml": MEETING.encode(), "meetings/m8.yaml": None}), before)

    assert parsed == [MEETING]
    assert after.register.meetings["m7"].title == "Budget board"
    assert len(after.register.meetings) == 19
    parsed.clear()
    read_tree(tree, after)
    assert parsed == ["title: Board 7\nlead: opcc\n", "title: Board 8\nlead: opcc\n"]


@pytest.mark.parametrize(("limit", "most"), [("MOST_FILES", 3), ("MOST_BYTES", 120), ("MOST_VALUES", 9)])
def test_a_file_is_not_taken_from_before_where_the_register_has_become_too_large(
    limit: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = tree_of({f"meetings/m{number}.yaml": MEETING.replace("Budget", f"Budget {number}") for number in range(4)})
    before = read_tree(tree)
    monkeypatch.setattr(file_loader, "VALUES_PER_FILE", 0)
    monkeypatch.setattr(file_loader, "BYTES_PER_FILE", 0)
    monkeypatch.setattr(file_loader, limit, most)

    assert read_tree(tree, before).findings == read_tree(tree).findings
    assert any(finding.code == "GR025" for finding in read_tree(tree, before).findings)


def test_a_file_that_says_the_same_is_compared_as_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    tree = tree_of({"meetings/a.yaml": "title: Caf\u00e9\nlead: opcc\n", "meetings/b.yaml": b"\xef\xbb\xbf" + MEETING.encode()})
    before = read_tree(tree)
    looked: list[bytes] = []

    def counted(content: bytes) -> str:
        looked.append(content)
        return text_of(content)

    monkeypatch.setattr("govreg.storage.file_loader.text_of", counted)

    assert read_tree(tree, before).register == before.register
    assert not looked
