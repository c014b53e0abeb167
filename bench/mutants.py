"""Puts random small mistakes into the code, one at a time, and lists those that no test notices.

    python bench/mutants.py --count 100 --seed 1
    python bench/mutants.py --count 60 --seed 1 --folder src/govreg/rules --folder src/govreg/yaml

The first run takes as long as the suite under coverage: it notes which tests run which lines in `--map`, and later runs use that. A
mutant meets the tests that run its line, then, if it survives, those of its layer. Some survivors change nothing
that anybody could see (`<` for `<=` where the two are never equal): a person has to sort these out.

The idea and the operators are those of mutation testing as in mutmut and cosmic-ray; theirs can't run only the tests that
see a line without changes to the layout of this project.
"""

import argparse
import ast
import copy
import difflib
import importlib.util
import json
import os
import queue
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import coverage
import pytest

ROOT = Path(__file__).resolve().parent.parent
ALL = ("rules", "views", "commands", "analysis", "yaml", "storage", "session", "render", "model", "diagnostics")
ALWAYS = ("tests/rules", "tests/commands", "tests/test_registers.py")
"""What a mutant meets whose line runs when its module is loaded, so that coverage knows no test that runs it."""

PATIENCE = 20.0
"""Seconds that a mutant has at least; it has ten times the processor time that its tests took if that is more."""

MOST_TESTS = 60
"""A line that more tests run meets this many of them, chosen by chance, before those of its layer."""

SWAPPED: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
}


@dataclass(frozen=True)
class Mutant:
    """One mistake: the file as a path below the project, the line, what kind of mistake, and the text before and after."""

    path: str
    line: int
    kind: str
    before: str
    after: str

    def diff(self) -> str:
        """The lines that differ."""
        lines = difflib.unified_diff(self.before.splitlines(), self.after.splitlines(), n=0, lineterm="")
        return "\n".join(f"    {line}" for line in lines if not line.startswith(("---", "+++", "@@")))


def mutants(path: Path) -> Iterator[Mutant]:
    """Every mutant of the module at `path`."""
    text = path.read_text(encoding="utf-8")
    for node in _changeable(ast.parse(text)):
        for kind, old, new in _mistakes(node):
            after = _spliced(text, old, new)
            if after != text:
                yield Mutant(path.relative_to(ROOT).as_posix(), node.lineno, kind, text, after)


def _changeable(node: ast.AST) -> Iterator[ast.expr | ast.stmt]:
    """The nodes whose change could change an answer: no annotation, decorator, docstring, or text in an f-string."""
    if isinstance(node, ast.expr | ast.stmt):
        yield node
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "bases") or isinstance(node, ast.JoinedStr | ast.Raise | ast.ImportFrom):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not (isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)):
                yield from _changeable(child)


def _mistakes(node: ast.expr | ast.stmt) -> Iterator[tuple[str, ast.expr | ast.stmt, ast.AST | str]]:  # noqa: C901, PLR0912 - a case for each operator
    match node:
        case ast.Compare(ops=[op, *_]):
            yield "comparison", node, _with(node, ops=[SWAPPED[type(op)](), *node.ops[1:]])
            if isinstance(node.comparators[-1], ast.Constant) and isinstance(node.comparators[-1].value, str):
                yield "word compared", node, _with(node, comparators=[*node.comparators[:-1], ast.Constant("no such word")])
        case ast.BoolOp():
            yield "and/or", node, _with(node, op=SWAPPED[type(node.op)]())
            for index in range(len(node.values)):
                left = [value for at, value in enumerate(node.values) if at != index]
                yield "condition dropped", node, _with(node, values=left) if len(left) > 1 else left[0]
        case ast.UnaryOp(op=ast.Not()):
            yield "not dropped", node, node.operand
        case ast.If() | ast.IfExp() | ast.While():
            yield "condition negated", node.test, ast.UnaryOp(ast.Not(), node.test)
        case ast.Constant(value=bool(flag)):
            yield "constant", node, ast.Constant(not flag)
        case ast.Constant(value=int(number)):
            yield "constant", node, ast.Constant(number + 1)
            yield "constant", node, ast.Constant(number - 1)
        case ast.Set(elts=[_, *rest]) | ast.Tuple(elts=[_, *rest], ctx=ast.Load()) if rest and all(
            isinstance(item, ast.Constant) for item in node.elts
        ):
            for index in range(len(node.elts)):
                yield "item dropped", node, _with(node, elts=[item for at, item in enumerate(node.elts) if at != index])
        case ast.BinOp() if type(node.op) in SWAPPED:
            yield "arithmetic", node, _with(node, op=SWAPPED[type(node.op)]())
        case ast.Return(value=ast.expr()):
            yield "nothing returned", node, "return None"
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()):
            yield "statement dropped", node, "pass"
        case ast.AugAssign():
            yield "statement dropped", node, "pass"
        case ast.Continue():
            yield "continue", node, "break"
        case ast.Break():
            yield "break", node, "continue"
        case ast.Call(args=[first, second, *_]) if not isinstance(first, ast.Starred) and not isinstance(second, ast.Starred):
            yield "arguments swapped", node, _with(node, args=[second, first, *node.args[2:]])


def _with(node: ast.AST, **fields: object) -> ast.AST:
    """A copy of `node` with other `fields`."""
    made = copy.copy(node)
    for name, value in fields.items():
        setattr(made, name, value)
    return made


def _spliced(text: str, node: ast.expr | ast.stmt, new: ast.AST | str) -> str:
    """`text` with `new` where `node` is; the offsets of ast are in bytes."""
    if node.end_lineno is None or node.end_col_offset is None:
        raise ValueError(node)
    lines = text.encode().splitlines(keepends=True)
    before = b"".join(lines[: node.lineno - 1]) + lines[node.lineno - 1][: node.col_offset]
    behind = lines[node.end_lineno - 1][node.end_col_offset :] + b"".join(lines[node.end_lineno :])
    written = new if isinstance(new, str) else ast.unparse(ast.fix_missing_locations(new))
    if isinstance(new, ast.expr) and not isinstance(new, ast.Constant):
        written = f"({written})"
    indented = written.replace("\n", "\n" + " " * node.col_offset)
    return (before + indented.encode() + behind).decode()


# which tests run which lines: this module is also a plugin of pytest (`-p mutants`)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Has coverage note the test with the lines."""
    running = coverage.Coverage.current()
    if running is not None:
        running.switch_context(item.nodeid)
    began = time.process_time()
    result = yield
    item.config.stash.setdefault(_SECONDS, {})[item.nodeid] = round(time.process_time() - began, 4)
    return result


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Writes the processor time of each test beside the map."""
    beside = Path(os.environ["COVERAGE_FILE"]).with_suffix(".json")
    beside.write_text(json.dumps(session.config.stash.get(_SECONDS, {})), encoding="utf-8")


_SECONDS = pytest.StashKey[dict[str, float]]()


class Map:
    """Which tests run which lines, in coverage's file at `path`, and how long each takes; made by running the suite if it isn't there."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            print("Noting which tests run which lines ...", file=sys.stderr)
            given = {**os.environ, "COVERAGE_FILE": str(path), "PYTHONPATH": str(Path(__file__).parent), "CI": "1"}
            words = [sys.executable, "-m", "coverage", "run", "-m", "pytest", "-q", "--no-summary", "-p", "mutants"]
            subprocess.run(words, cwd=ROOT, env=given, check=True, stdout=subprocess.DEVNULL)
        self._data = coverage.CoverageData(str(path))
        self._data.read()
        self._seconds: dict[str, float] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))

    def tests(self, mutant: Mutant, chance: random.Random) -> list[str]:
        """The tests that run the line of `mutant`, at most MOST_TESTS, the fastest first."""
        lines = self._data.contexts_by_lineno(str(ROOT / mutant.path))
        found = [test for test in lines.get(mutant.line, []) if test]
        return sorted(chance.sample(found, MOST_TESTS) if len(found) > MOST_TESTS else found, key=lambda test: self.seconds([test]))

    def seconds(self, tests: Sequence[str]) -> float:
        """The processor time of `tests`."""
        return sum(self._seconds.get(test, 0) for test in tests)


def copied(folder: Path) -> Path:
    """A copy of the project's files in `folder`, for one mutant at a time."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout  # noqa: S607
    for name in filter(None, listed.split("\0")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).exists():
            shutil.copy2(ROOT / name, folder / name, follow_symlinks=False)
    return folder


def survives(mutant: Mutant, project: Path, tests: Sequence[str], seconds: float) -> bool:
    """Whether `tests` pass with `mutant` in the copy `project`, within so many `seconds`."""
    path = project / mutant.path
    compiled = Path(importlib.util.cache_from_source(str(path)))  # a file of the same size and second would seem unchanged
    compiled.unlink(missing_ok=True)
    path.write_text(mutant.after, encoding="utf-8")
    try:
        return _pass(project, tests, seconds)
    finally:
        path.write_text(mutant.before, encoding="utf-8")
        compiled.unlink(missing_ok=True)


def _pass(project: Path, tests: Sequence[str], seconds: float) -> bool:
    chosen = project / "chosen-tests"
    chosen.write_text("\n".join(tests), encoding="utf-8")
    given = {**os.environ, "PYTHONPATH": str(project / "src"), "PYTHONDONTWRITEBYTECODE": "1", "CI": "1"}  # CI: no deadlines, no chance
    words = [sys.executable, "-m", "pytest", "-x", "-q", "--no-summary", "-p", "no:cacheprovider", f"@{chosen}"]
    with subprocess.Popen(
        words, cwd=project, env=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as running:
        try:
            return running.wait(timeout=seconds) == 0
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            return False


def main() -> None:
    """Take the sample, run it, and list the survivors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", action="append", type=Path, help="a folder or file to change, again and again; all layers without it")
    parser.add_argument("--map", type=Path, default=ROOT / "build" / "mutants.coverage", help="where the lines of each test are kept")
    parser.add_argument("--jobs", type=int, default=1)
    asked = parser.parse_args()
    asked.map.parent.mkdir(parents=True, exist_ok=True)
    known = Map(asked.map.resolve())
    chance = random.Random(asked.seed)  # noqa: S311 - a sample, no secret
    folders: list[Path] = asked.folder or [ROOT / "src" / "govreg" / layer for layer in ALL]
    paths = sorted({path.resolve() for folder in folders for path in (folder.rglob("*.py") if folder.is_dir() else [folder])})
    every = [mutant for path in paths for mutant in mutants(path)]
    chosen = [(mutant, known.tests(mutant, chance)) for mutant in chance.sample(every, min(asked.count, len(every)))]

    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(asked.jobs) as pool:
        free: queue.Queue[Path] = queue.Queue()
        for number in range(asked.jobs):
            free.put(copied(Path(scratch) / str(number)))

        def tried(one: tuple[Mutant, list[str]]) -> tuple[Mutant, bool]:
            mutant, tests = one
            project = free.get()
            layer = f"tests/{Path(mutant.path).parts[2]}"
            wider = [test for test in (layer, *([] if tests else ALWAYS)) if (project / test).exists()]
            try:
                survived = not tests or survives(mutant, project, tests, max(PATIENCE, 10 * known.seconds(tests)))
                return mutant, survived and survives(mutant, project, wider, 15 * PATIENCE)
            finally:
                free.put(project)

        counts: Counter[tuple[str, bool]] = Counter()
        for mutant, survived in pool.map(tried, chosen):
            counts[Path(mutant.path).parts[2], survived] += 1
            print("." if not survived else "S", end="", file=sys.stderr, flush=True)
            if survived:
                print(f"{mutant.path}:{mutant.line}: {mutant.kind}\n{mutant.diff()}", flush=True)
    for layer in sorted({layer for layer, _ in counts}):
        print(f"{layer}: {counts[layer, True]} of {counts[layer, True] + counts[layer, False]} survive")
    survivors = sum(number for (_, survived), number in counts.items() if survived)
    print(f"{survivors} of {len(chosen)} survive ({len(every)} mutants in all, seed {asked.seed})")


if __name__ == "__main__":
    main()
