"""What `govreg diff` compares: a folder or a revision, by the way it is written, and the parts that an audience may see on both sides."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from building import a_meeting, a_register
from editing import write_register
from govreg.analysis.diff.partial import PartialRegister
from govreg.model import register as registers
from govreg.model.audience import Audience
from govreg.model.meeting import Meeting
from govreg.session.compare import for_both, is_folder, read_sides
from govreg.session.load import load_register
from govreg.storage import file_loader
from govreg.yaml.document import Document
from govreg.yaml.parse import parse
from repository import NEEDS_GIT, commit, run_git


def test_a_path_is_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a" / "register").mkdir(parents=True)

    for word in (".", "..", "./a", "../a", "/a", "~/a", "gone/", "a/", "a/register"):
        assert is_folder(word), word


def test_any_other_word_is_a_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "main").mkdir()

    for word in ("main", "HEAD~2", "origin/main", "HEAD..main", "v1.0"):
        assert not is_folder(word), word


PARTNERS, KEEPERS = Audience("partners", "left out"), Audience("internal", "left out")


def side(*meetings: Meeting, unread: tuple[str, ...] = (), drafts: dict[str, Meeting] | None = None) -> PartialRegister:
    """One side of a comparison."""
    register = a_register(*meetings)
    return PartialRegister(replace(register, meetings=registers.meetings(register.meetings, unread)), drafts or {}, {})


def ids(sides: tuple[PartialRegister, PartialRegister]) -> tuple[list[str], list[str]]:
    before, after = sides
    return sorted(before.register.meetings), sorted(after.register.meetings)


def test_a_meeting_that_is_internal_on_one_side_is_left_out_of_both() -> None:
    before = side(a_meeting("a", visibility="internal"), a_meeting("b"), a_meeting("c"), a_meeting("d", visibility="internal"))
    after = side(a_meeting("a"), a_meeting("b", visibility="internal"), a_meeting("c"), a_meeting("e", visibility="internal"))

    assert ids(for_both(before, after, PARTNERS)) == (["c"], ["c"])
    assert ids(for_both(before, after, KEEPERS)) == (["a", "b", "c", "d"], ["a", "b", "c", "e"])


def test_a_meeting_that_cannot_be_read_on_one_side_is_left_out_of_both_for_others() -> None:
    before, after = side(a_meeting("a"), a_meeting("b"), unread=("c",)), side(a_meeting("a"), a_meeting("c"), unread=("b",))

    assert ids(for_both(before, after, PARTNERS)) == (["a"], ["a"])
    assert ids(for_both(before, after, KEEPERS)) == (["a", "b"], ["a", "c"])


@pytest.mark.parametrize(("was", "is_"), [("internal", "partners"), ("partners", "internal")])
def test_a_renamed_meeting_is_left_out_under_both_ids(was: str, is_: str) -> None:
    purpose = "Resettlement and housing of people who leave prison"
    before = side(a_meeting("old-board", title="Resettlement board", purpose=purpose, visibility=was), a_meeting("a"))
    after = side(a_meeting("new-board", title="Resettlement board", purpose=purpose, visibility=is_), a_meeting("a"))

    assert ids(for_both(before, after, PARTNERS)) == (["a"], ["a"])
    assert ids(for_both(before, after, KEEPERS)) == (["a", "old-board"], ["a", "new-board"])


def test_a_part_that_is_internal_on_one_side_is_left_out_of_both() -> None:
    hidden, shown = {"text": "Savings", "visibility": "internal"}, {"text": "Savings"}
    for one, other in ((hidden, shown), (shown, hidden)):
        before, after = for_both(side(a_meeting("a", focus=[one, "x"])), side(a_meeting("a", focus=[other, "y"])), PARTNERS)
        assert [item.text for item in before.register.meetings["a"].focus] == ["x"]
        assert [item.text for item in after.register.meetings["a"].focus] == ["y"]


def test_only_those_who_keep_the_register_get_drafts_and_no_names_unless_they_ask() -> None:
    named = a_meeting("a", chair={"role": "CEO", "person": "Jo Jones"})
    before = after = side(named, drafts={"b": a_meeting("b", chair={"role": "CEO", "person": "Pat Smith"})})

    seen, _ = for_both(before, after, KEEPERS)
    chairs = [seen.register.meetings["a"].chair, seen.drafts["b"].chair]
    assert [(chair.role, chair.person) for chair in chairs if chair] == [("CEO", None), ("CEO", None)]
    assert for_both(before, after, Audience("internal", "named"))[1].drafts["b"].chair == before.drafts["b"].chair
    assert [one.drafts for one in for_both(before, after, PARTNERS)] == [{}, {}]


@NEEDS_GIT
def test_a_meeting_that_both_sides_have_is_parsed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_register(tmp_path / "register")
    run_git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    changed = folder / "meetings" / "budget-committee.yaml"
    then = changed.read_text("utf-8")
    now = f"{then}purpose: To set the budget\n"
    changed.write_text(now, "utf-8", newline="\n")
    commit(tmp_path)
    texts: Counter[str] = Counter()

    def counted(text: str, holds: str) -> Document:
        texts[text] += "lead:" in text
        return parse(text, holds)

    monkeypatch.setattr(file_loader, "parse", counted)
    for words in (["HEAD~1"], ["HEAD~1", "HEAD"], ["HEAD~1..HEAD"], ["HEAD~1", f"{folder}/"]):
        texts.clear()
        one, other = read_sides(words, folder, Audience())
        assert (one.register.meetings["budget-committee"].purpose, other.register.meetings["budget-committee"].purpose) == (
            None,
            "To set the budget",
        )
        assert (texts[then], texts[now], {*(+texts).values()}) == (1, 1, {1}), words

    loaded = load_register(folder)
    texts.clear()
    read_sides(["HEAD~1"], folder, Audience(), loaded.result)
    assert +texts == {then: 1}
