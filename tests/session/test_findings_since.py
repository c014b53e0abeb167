"""What is new since an earlier register is what a count of both finds, also where a file has more mistakes than are shown."""

from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import TODAY, tree_of
from conftest import Run, examples
from govreg.diagnostics.finding import MOST_SHOWN, Problem, Severity
from govreg.rules.rule import UnwordedProblems
from govreg.session import findings_since as findings_since_module
from govreg.session.check import CheckResult, check_register
from govreg.session.findings_since import findings_since
from govreg.session.load import LoadedRegister
from govreg.storage.reader import read_tree

NAMES = st.lists(st.integers(0, MOST_SHOWN + 40), min_size=MOST_SHOWN - 5, max_size=MOST_SHOWN + 30, unique=True)


def loaded(**files: str) -> LoadedRegister:
    """A register of meetings, each with its text."""
    tree = tree_of({f"meetings/{id_}.yaml": text for id_, text in files.items()})
    return LoadedRegister(Path(), read_tree(tree), TODAY.isoformat(), tree)


def with_strangers(names: list[str]) -> str:
    """A meeting with members that no organisation is called."""
    return f"title: Board\nlead: opcc\nparticipants: [{', '.join(names)}]\n"


def since(before: LoadedRegister, after: LoadedRegister) -> list[str]:
    """The messages of the errors that are new; what is only counted is `+ 3`."""
    found = findings_since(after, check_register(after), before)
    return [one.message if one.code != "GR021" else f"+ {one.mistakes}" for one in found if one.severity is Severity.ERROR]


@examples(Fraction(1, 2))
@given(NAMES, NAMES)
def test_new_errors_are_those_that_the_earlier_register_does_not_have(was: list[int], now: list[int]) -> None:
    before, after = (loaded(board=with_strangers([f"stranger-{number}" for number in names])) for names in (was, now))
    new = [number for number in now if number not in was]
    shown = [f"“stranger-{number}” is not an organisation." for number in new]

    assert sorted(since(before, after)) == sorted([*shown[:MOST_SHOWN], *([f"+ {len(new) - MOST_SHOWN}"] if len(new) > MOST_SHOWN else [])])


def test_an_error_that_was_only_counted_is_not_new_once_another_is_corrected() -> None:
    names = [f"stranger-{number}" for number in range(MOST_SHOWN + 5)]
    before, after = loaded(board=with_strangers(names)), loaded(board=with_strangers(names[1:]))

    assert since(before, after) == []


def test_nor_is_it_in_a_file_that_is_renamed() -> None:
    names = [f"stranger-{number}" for number in range(MOST_SHOWN + 5)]
    before, after = loaded(board=with_strangers(names)), loaded(panel=with_strangers(names[1:]))

    assert since(before, after) == []


def test_a_new_warning_is_found_among_those_that_are_only_counted() -> None:
    items = [f"1.{number}" for number in range(MOST_SHOWN + 5)]
    before, after = (loaded(board=f"title: Board\nlead: opcc\nfocus: [{', '.join(found)}]\n") for found in (items, [*items, "no"]))
    new = findings_since(after, check_register(after), before)

    assert [one.code for one in new] == ["GR019"]
    assert "“no”" in new[0].message


def test_a_mistake_that_moves_to_another_file_is_new_there() -> None:
    wrong, right = with_strangers(["stranger"]), with_strangers(["opcc"])

    after = loaded(board=right, panel=wrong.replace("Board", "Panel"))

    assert since(loaded(board=wrong), after) == ["“stranger” is not an organisation."]


def test_mistakes_that_both_have_are_not_put_into_words_once_more(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"stranger-{number}" for number in range(MOST_SHOWN + 50)]
    before, after = loaded(board=with_strangers(names)), loaded(board=with_strangers([*names, "newcomer"]) + "level: strategic\n")
    renamed = loaded(panel=with_strangers([*names, "newcomer"]))
    worded: list[str] = []

    def watched(found: UnwordedProblems[Any], place: int) -> Problem:
        worded.append(found.items[place].id)
        return next(found.worded((found.items[place],)))

    monkeypatch.setattr(findings_since_module, "_worded", watched)

    for now in (after, renamed):
        assert [one.message for one in findings_since(now, check_register(now), before)] == ["“newcomer” is not an organisation."]
    assert worded == ["newcomer"] * 2


def counted(checked: CheckResult) -> Counter[str]:
    return Counter({severity.value: sum(one.mistakes for one in checked.findings if one.severity is severity) for severity in Severity})


@pytest.mark.parametrize("strangers", [MOST_SHOWN, MOST_SHOWN + 1, MOST_SHOWN + 50])
def test_findings_know_how_many_mistakes_there_are(strangers: int) -> None:
    checked = check_register(loaded(board=with_strangers([f"stranger-{number}" for number in range(strangers)])))

    assert counted(checked)["error"] == strangers
    assert len(checked.findings) == min(strangers, MOST_SHOWN + 1)


def test_commands_count_every_mistake_and_let_one_be_corrected(tmp_path: Path, run: Run) -> None:
    (tmp_path / "meetings").mkdir()
    names = [f"stranger-{number}" for number in range(MOST_SHOWN + 50)]
    (tmp_path / "organisations.yaml").write_text("opcc: {name: OPCC}\n", encoding="utf-8")
    (tmp_path / "meetings" / "board.yaml").write_text(with_strangers(names), encoding="utf-8")
    before = run("validate", cwd=tmp_path)
    corrected = run(f"set board --remove participants.{names[0]}", cwd=tmp_path)
    after = run("validate --format json", cwd=tmp_path)

    assert "150 errors and 0 warnings in 1 meeting." in before.out
    assert (corrected.status, corrected.out) == (0, "Changed meetings/board.yaml\n")
    assert '"errors": 149,' in after.out
