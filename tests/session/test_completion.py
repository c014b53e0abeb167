"""A shell completes what the register has, and nothing where it can't be read."""

import pytest

from conftest import ROOT, Run
from govreg.session.completion import beginning


def completed(run: Run, monkeypatch: pytest.MonkeyPatch, words: str) -> list[str]:
    """What bash is offered behind `words`, the last of which is being typed."""
    monkeypatch.setenv("_GOVREG_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(words.count(" ")))
    return run("").out.split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("govreg sh", ["show"]),
        ("govreg list --lead op", ["opcc"]),
        ("govreg list --lead un", ["unclear"]),
        ("govreg list --lead OP", ["OPCC"]),
        ("govreg list --area Brist", ["Bristol"]),
        ("govreg list --theme reducing", ["reducing-reoffending"]),
        ("govreg show local-m", ["local-meetings"]),
        ("govreg duplicates --meeting local-m", ["local-meetings"]),
        ("govreg explain gr201", ["gr201"]),
        (f"govreg list --register {ROOT}/examples/cambridgeshire --lead p", ["pcc"]),
        ("govreg list --register nowhere --lead op", []),
        ("govreg show --register nowhere l", []),
    ],
)
def test_a_word_is_completed_with_what_the_register_has(words: str, offered: list[str], run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    found = completed(run, monkeypatch, words)

    assert [word for word in offered if word not in found] == []
    assert bool(found) == bool(offered)


@pytest.mark.parametrize(
    ("name", "help_"),
    [
        ("Roads & Rail", "Roads and Rail"),
        ("The `Board`; $(date) <b>", "The Board date b"),
        ("Youth (north), 10/12 - a.b", "Youth north , 10/12 - a.b"),
        ("x" * 60, "x" * 60),
        ("x" * 61, "x" * 59 + "…"),
        ("x" * 58 + " yz", "x" * 58 + "…"),
    ],
)
def test_help_has_one_line_and_no_sign_that_a_shell_reads(name: str, help_: str) -> None:
    assert beginning("ro", [("roads", name), ("rail", "Rail"), ("ro ads", "x"), ("ro$ads", "x"), ("-roads", "x")]) == [("roads", help_)]
