"""`govreg duplicates` refuses options that contradict each other, and says where it stops."""

import pytest

from conftest import Run

DUPLICATES = "duplicates --register register"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("criminal-justice-board reducing-reoffending-board --all", "With two meetings you can't use"),
        ("criminal-justice-board reducing-reoffending-board --min-score 0", "With two meetings you can't use"),
        ("criminal-justice-board reducing-reoffending-board --limit 1", "With two meetings you can't use"),
        ("criminal-justice-board reducing-reoffending-board --by workstream", "With two meetings you can't use"),
        ("criminal-justice-board reducing-reoffending-board --meeting x", "With two meetings you can't use"),
        ("--by workstream --all", "Workstreams have no score"),
        ("--by workstream --min-score 0.5", "Workstreams have no score"),
        ("--by workstream --fail-on likely", "Workstreams have no score"),
        ("criminal-justice-board", "Name two different meetings, or none."),
        ("criminal-justice-board criminal-justice-board", "Name two different meetings, or none."),
    ],
)
def test_options_that_contradict_each_other_are_refused(words: str, says: str, run: Run) -> None:
    ran = run(f"{DUPLICATES} {words}")

    assert (ran.status, ran.out) == (2, "")
    assert says in ran.err


def test_a_list_that_stops_at_the_most_pairs_says_so_unless_fewer_were_asked_for(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govreg.commands.duplicates.MOST_PAIRS", 2)

    assert "These are the 2 most certain of" in run(f"{DUPLICATES} --all").err
    assert "most certain of" not in run(f"{DUPLICATES} --all --limit 1").err
