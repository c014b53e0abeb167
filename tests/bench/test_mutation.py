"""Mutants are mistakes in what a module does; what it only declares or says is left alone."""

import ast
import os
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT
from mutants import MARK, marked
from mutants import Tests as Known
from mutation import Mutant, mutants, sample

MODULE = Path("src/govreg/model/dates.py")


def changes(line: str) -> set[str]:
    """The lines that the mutants of a function make of its one `line`."""
    return {mutant.after.splitlines()[1].strip() for mutant in mutants("m.py", f"def f(a, b):\n    {line}\n")}


@pytest.mark.parametrize(
    ("line", "mistakes"),
    [
        ("return a < 2", {"return (a <= 2)", "return a < 3", "return a < 1", "return None"}),
        ("return a and not b", {"return (a or not b)", "return (a)", "return (not b)", "return a and (b)", "return None"}),
        ("return a + b", {"return (a - b)", "return None"}),
        ("a.remove(b)", {"pass"}),
        ("a(b, a)", {"pass", "(a(a, b))"}),
        ("raise ValueError(a + b)", {"pass"}),
        ("return a.startswith('x')", {"return (a.startswith(''))", "return None"}),
        ("return 'x' in a", {"return ('' in a)", "return ('x' not in a)", "return None"}),
        ("a[b] = ('x', 'y')", {"pass", "a[b] = (('x',))", "a[b] = (('y',))"}),
    ],
)
def test_the_mistakes_in_a_line(line: str, mistakes: set[str]) -> None:
    assert changes(line) == mistakes


@pytest.mark.parametrize("line", ["'''1 < 2'''", "a: Literal[1, 2]", "print(f'{a} {1 + 1}') if TYPE_CHECKING else None"])
def test_prose_and_types_have_no_mistakes_of_their_own(line: str) -> None:
    assert changes(line) <= {"pass"}


def test_every_mutant_is_a_program_that_differs() -> None:
    text = (ROOT / MODULE).read_text(encoding="utf-8")
    tree = ast.dump(ast.parse(text))

    assert all(ast.dump(ast.parse(mutant.after)) != tree for mutant in sample(ROOT, [MODULE], 1, 10))


def test_a_seed_gives_the_same_sample_again() -> None:
    assert sample(ROOT, [MODULE], 1, 5) == sample(ROOT, [MODULE], 1, 5) != sample(ROOT, [MODULE], 2, 5)


def test_a_mark_is_met_before_the_statement_of_its_mutant() -> None:
    text = "@cache\ndef f(a, b=1):\n    if a:\n        return 1\n    elif b:\n        pass\n    return 2\n"
    found = [(mutant.kind, mutant.statement) for mutant in mutants("m.py", text) if mutant.line in {2, 4, 5}]

    assert set(found) == {("constant", None), ("constant", 4), ("nothing returned", 4), ("condition negated", 3)}
    assert marked(text, [(4, 7)]).splitlines()[3:5] == ["        __import__('mutant_marks').reached(7)", "        return 1"]


def test_a_mark_notes_the_test_that_runs_or_the_file_that_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    marks: dict[str, Any] = {}
    exec(MARK.format(file=str(tmp_path / "noted"), project=str(tmp_path)), marks)  # noqa: S102 - as a module of the copy would be

    def imported(name: str, file: str) -> None:
        exec(compile("for _ in 'twice': reached(3)", tmp_path / file, "exec"), {"__name__": name, "reached": marks["reached"]})  # noqa: S102

    monkeypatch.setenv("PYTEST_CURRENT_TEST", "tests/test_a.py::test_b (call)")
    marks["reached"](1)
    marks["reached"](1)
    imported("govreg.model", "src/govreg/model.py")
    monkeypatch.delenv("PYTEST_CURRENT_TEST")
    imported("test_a", os.path.join("tests", "test_a.py"))  # noqa: PTH118 - as the mark makes it

    assert (tmp_path / "noted").read_text(encoding="utf-8").splitlines() == [
        "1\ttests/test_a.py::test_b (call)",
        "3\t",
        f"3\t{os.path.join('tests', 'test_a.py')}:: (collect)",  # noqa: PTH118
    ]


def test_the_tests_that_are_known_to_reach_a_mutant_come_before_others_that_may() -> None:
    tests = Known({f"tests/rules/test_{name}.py::test": seconds for name, seconds in (("a", 1.0), ("b", 9.5), ("c", 2.0))}, [])
    tests.reach[0] = {"tests/rules/test_b.py::test (call)"}
    tests.reach[1] = {"tests/rules/test_b.py::test (call)", ""}
    mutant = Mutant("src/govreg/rules/seats.py", 1, "constant", "", "", 1)

    def places(number: int) -> list[str]:
        return [" ".join(name.partition("test_")[2][0] for name in batch) for batch in tests.batches(number, mutant)]

    assert places(0) == ["b", "", "a c"]
    assert places(1) == ["b", "", "a c"]
