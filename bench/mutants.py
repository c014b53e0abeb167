"""Puts random small mistakes into the code, one at a time, and lists those that no test notices.

    nice .venv/bin/python bench/mutants.py --seed 3 --count 200 --jobs 2
    nice .venv/bin/python bench/mutants.py --seed 4 --count 60 --folder src/govreg/rules

The seed and the code alone say which mutants there are in the sample. One run of the suite notes which tests reach which of them, by a mark
before each mutant's statement. Then each mutant meets the tests that reach it: first those of its own part, then the others, the fastest
first. It survives if all of them pass. A mutant that is met when its module is imported meets every test.

Survivors are printed as patches: `git apply` one, write the test that fails, and undo the patch. Some change nothing that anyone could
see, such as `<` for `<=` where the two are never equal: a person has to sort these out.

At first look on 27 November 2026, 20 of 60 survived (seed 2712), 4 of which changed no fact. On 28 November, in rules, views, commands,
analysis, storage and yaml, 7 of 80 did (seed 2801), one of which changed no fact, and later 25 of 200 (seed 2901), 4 of which changed none.
In another sample, 25 of 200 were listed (seed 3001): 7 changed no fact, and 2 fail a test of their own part, which had not been run then,
so that 16 of 193 survive; after that, 5 of 70 (seed 3002). After 67 more commits, and without those that change no fact, 13 of 195 survived
(seed 4001), then 7 of 65 in the 38 modules with most new lines (seed 4002), and then 4 of 67 (seed 4004). The goal is one in ten.

mutmut and cosmic-ray do the same, but the one leaves out what runs on import, and the other runs the suite for each mutant.
"""

import argparse
import importlib.util
import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest

from mutation import Mutant, sample

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ("rules", "views", "commands", "analysis", "storage", "yaml", "importers", "session")

PATIENCE = 60
"""The least seconds of processor time that the tests of a mutant may take; they may take ten times their usual time if that is more."""

FIRST, FILES = 10.0, 8
"""The tests run first take at most so many seconds and are in at most so many files: most mutants fail there."""

MARK = '''"""Notes which test reaches a mark, also in programs that the test starts."""

import os
import sys

_file = os.open({file!r}, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
_environ, _write, _seen = os.environ, os.write, set()


def reached(number):
    """Note the test that runs now, or the file of tests that is being read; none if a module of govreg is: any test could be the first."""
    test = _environ.get("PYTEST_CURRENT_TEST", "")
    if test and (number, test) in _seen:
        return
    _seen.add((number, test))
    noted, frame = test, sys._getframe(1)
    while frame:
        if frame.f_code.co_name == "<module>":
            if frame.f_globals["__name__"].startswith("govreg"):
                noted = ""
                break
            if not test and (name := os.path.relpath(frame.f_code.co_filename, {project!r})).startswith("tests"):
                noted = f"{{name}}:: (collect)"
        frame = frame.f_back
    if (number, noted, "noted") not in _seen:
        _seen.add((number, noted, "noted"))
        _write(_file, f"{{number}}\\t{{noted}}\\n".encode(errors="surrogateescape"))
'''


def marked(text: str, marks: Iterable[tuple[int, int]]) -> str:
    """`text` with a mark before each of the lines in `marks`, pairs of a line and the mark's number."""
    lines = text.splitlines(keepends=True)
    for line, number in sorted(marks, reverse=True):
        statement = lines[line - 1]
        indent = statement[: len(statement) - len(statement.lstrip())]
        lines.insert(line - 1, f"{indent}__import__('mutant_marks').reached({number})\n")
    return "".join(lines)


@dataclass
class Tests:
    """The tests that pass without a mutant, each with its seconds, those that fail, and those that reach each mutant of the sample."""

    seconds: dict[str, float]
    failed: list[str]
    reach: defaultdict[int, set[str]] = field(default_factory=lambda: defaultdict(set))

    def batches(self, number: int, mutant: Mutant) -> tuple[list[str], list[str], list[str]]:
        """The tests of `mutant`, whose place in the sample is `number`: fast ones of its own part, fast ones of others, and the rest.

        Among the rest are all other tests of its own part: what one test made, and another uses, reaches the mutant only once.
        """
        known = self._known(number)
        every = self.seconds if mutant.statement is None or "" in self.reach[number] else known
        found = sorted(every, key=lambda test: (test not in known, self.seconds[test]))
        near = self._first(test for test in found if is_near(test, mutant.path))
        far = self._first(test for test in found if not is_near(test, mutant.path))
        own = [test for test in self.seconds if is_near(test, mutant.path)]
        return near, far, [test for test in dict.fromkeys((*found, *own)) if test not in {*near, *far}]

    def took(self, tests: Iterable[str]) -> float:
        """The seconds of `tests`."""
        return sum(self.seconds[test] for test in tests)

    def _first(self, tests: Iterable[str]) -> list[str]:
        """Those of `tests`, in their order, that take FIRST seconds and are in FILES files."""
        first: list[str] = []
        spent, files = 0.0, set[str]()
        for test in tests:
            name = test.partition("::")[0]
            if (name in files or len(files) < FILES) and spent + self.seconds[test] <= FIRST:
                first.append(test)
                files.add(name)
                spent += self.seconds[test]
        return first

    def _known(self, number: int) -> set[str]:
        """The tests that reach the mutant by what was noted; a program that a test started with variables of its own notes no test."""
        found: set[str] = set()
        for noted in self.reach[number]:
            test, _, phase = noted.rpartition(" ")
            # what a fixture or the file itself has done may serve every test of the file
            found.update(
                [test] if phase == "(call)" else (other for other in self.seconds if other.startswith(f"{test.partition('::')[0]}::"))
            )
        return found & self.seconds.keys()


def is_near(test: str, path: str) -> bool:
    """Whether `test` is in the folder for the module at `path` or for one around it: `tests/` mirrors `src/govreg/`."""
    mirrored, of_module = Path(test.partition("::")[0]).parts[1:-1], Path(path).parts[2:-1]
    return bool(mirrored) and of_module[: len(mirrored)] == mirrored


def copied(folder: Path) -> Path:
    """A copy of the project's files in `folder`, for one mutant at a time."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout  # noqa: S607
    for name in filter(None, listed.split("\0")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).exists():
            shutil.copy2(ROOT / name, folder / name, follow_symlinks=False)
    return folder


def observed(chosen: Sequence[Mutant], project: Path) -> Tests:
    """What the tests do in the copy `project`, which gets a mark for each mutant."""
    noted, results = project / "reached.txt", project / "results.json"
    (project / "src" / "mutant_marks.py").write_text(MARK.format(file=str(noted), project=str(project)), encoding="utf-8")
    marks: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, mutant in enumerate(chosen):
        if mutant.statement is not None:
            marks[mutant.path].append((mutant.statement, number))
    for path, places in marks.items():
        (project / path).write_text(marked((project / path).read_text(encoding="utf-8"), places), encoding="utf-8")
    words = [*_pytest(), "--numprocesses", "2", "--dist", "worksteal"]
    given = {**_environment(project), "MUTANTS_RESULTS": str(results)}
    subprocess.run(words, cwd=project, env=given, check=False, stdout=subprocess.DEVNULL)
    tests = Tests(**json.loads(results.read_text(encoding="utf-8")))
    for line in noted.read_text(encoding="utf-8").splitlines():
        number_, _, test = line.partition("\t")
        tests.reach[int(number_)].add(test)
    return tests


def survives(mutant: Mutant, batches: Iterable[Sequence[str]], tests: Tests, project: Path) -> bool:
    """Whether all `batches` of `tests` pass with `mutant` in the copy `project`."""
    path = project / mutant.path
    compiled = Path(importlib.util.cache_from_source(str(path)))  # a file of the same size and second would seem unchanged
    compiled.unlink(missing_ok=True)
    path.write_text(mutant.after, encoding="utf-8")
    try:
        return all(_pass(batch, project, PATIENCE + int(10 * tests.took(batch))) for batch in batches if batch)
    finally:
        path.write_text(mutant.before, encoding="utf-8")
        compiled.unlink(missing_ok=True)


def _pass(tests: Sequence[str], project: Path, seconds: int) -> bool:
    """Whether `tests` pass in `project` with at most so many `seconds` of processor time."""
    chosen = project / "chosen.txt"
    chosen.write_text("\n".join(tests), encoding="utf-8")
    given = {**_environment(project), "MUTANTS_CHOSEN": str(chosen), "MUTANTS_SECONDS": str(seconds)}
    words = [*_pytest(), "-x", *sorted({test.partition("::")[0] for test in tests})]
    with subprocess.Popen(
        words, cwd=project, env=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as running:
        try:
            return running.wait(timeout=10 * seconds) in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            return False


def _pytest() -> list[str]:
    return [sys.executable, "-m", "pytest", "-q", "--no-summary", "-p", "no:cacheprovider", "-p", "mutants_plugin"]


def _environment(project: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(project / "src"), str(ROOT / "bench")])}


def main() -> None:
    """Take the sample, run it, and list the survivors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument(
        "--folder", action="append", type=Path, help=f"a folder or file to change; may be repeated (default: {', '.join(LAYERS)})"
    )
    parser.add_argument("--jobs", type=int, default=1, help="how many mutants run at a time")
    asked = parser.parse_args()
    folders: list[Path] = asked.folder or [ROOT / "src" / "govreg" / layer for layer in LAYERS]
    modules = {path.resolve().relative_to(ROOT) for folder in folders for path in (folder.rglob("*.py") if folder.is_dir() else [folder])}
    chosen = sample(ROOT, sorted(modules), asked.seed, asked.count)

    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(asked.jobs) as pool:
        copies = [copied(Path(scratch) / str(job)) for job in range(asked.jobs)]
        print("Noting which tests reach which mutants ...", file=sys.stderr)
        tests = observed(chosen, copied(Path(scratch) / "marked"))
        if tests.failed:
            print("These fail without a mutant or are skipped, and are left out:", *tests.failed, sep="\n  ")
        free: queue.Queue[Path] = queue.Queue()
        for copy in copies:
            free.put(copy)

        def tried(number: int, *, rest: bool) -> tuple[int, bool]:
            project = free.get()
            try:
                *first, left = tests.batches(number, chosen[number])
                return number, survives(chosen[number], [left] if rest else first, tests, project)
            finally:
                free.put(project)

        candidates = []
        for number, survived in pool.map(partial(tried, rest=False), range(len(chosen))):
            candidates += [number] if survived else []
            print(_line(number, chosen[number], "passes the first tests" if survived else "noticed"), flush=True)
        survivors = []
        for number, survived in pool.map(partial(tried, rest=True), candidates):
            survivors += [number] if survived else []
            print(_line(number, chosen[number], "SURVIVES" if survived else "noticed"), flush=True)
    for number in survivors:
        print(_line(number, chosen[number], "SURVIVES"), chosen[number].patch(), sep="\n")
    total, surviving = (
        Counter(Path(mutant.path).parts[2] for mutant in part) for part in (chosen, [chosen[number] for number in survivors])
    )
    for layer in sorted(total):
        print(f"{layer}: {surviving[layer]} of {total[layer]} survive")
    print(f"{len(survivors)} of {len(chosen)} survive (seed {asked.seed})")


def _line(number: int, mutant: Mutant, outcome: str) -> str:
    return f"{number:4} {mutant.path}:{mutant.line}: {mutant.kind}: {outcome}"


if __name__ == "__main__":
    main()
