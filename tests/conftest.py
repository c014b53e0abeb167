"""What all tests share: running a command as its user does, in this process."""

import gc
import os
import shlex
import sys
import tempfile
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import typer
from _pytest.runner import runtestprotocol
from hypothesis import HealthCheck, settings

from govreg import cli
from govreg.session import load
from govreg.storage.reader import ReadResult, read_tree
from govreg.storage.tree import FolderTree
from govreg.yaml.parse import parse

ROOT = Path(__file__).parent.parent

ROOM = 1_000_000_000
"""The bytes that must be free in memory before the tests' files go there: many times what they take."""

# No example has a deadline, so that a busy machine makes no test fail. The examples are the same each time, so that what passes here
# passes elsewhere. `make thorough` takes far more examples than there is time for each day.
settings.register_profile("quick", derandomize=True, max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", settings.get_profile("quick"), derandomize=False, max_examples=2_000)
settings.load_profile("quick")


def examples(share: Fraction | int, **how: Any) -> settings:
    """Settings for a property that takes `share` times as many examples as others do: fewer where each is slow, and more where it pays."""
    return settings(max_examples=int(settings().max_examples * share), **how)


class Ran(NamedTuple):
    """The result of a command: its exit status, its output and its errors."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(scope="session", autouse=True)
def _commands_built_once() -> Iterator[None]:
    """Has Typer build the program and each command once: a user runs one command in a process, and the tests run thousands."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typer.main, "get_command", cache(typer.main.get_command))
        patch.setattr(cli, "_loaded", cache(cli._loaded))  # noqa: SLF001 - there is no other place where it can be kept
        yield


@pytest.fixture(scope="session", autouse=True)
def _texts_parsed_once() -> Iterator[None]:
    """Has each text of a register parsed once: the tests read most of them again and again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("govreg.storage.file_loader.parse", lru_cache(maxsize=1000)(parse))
        yield


@pytest.fixture(scope="session")
def readings() -> dict[Path, ReadResult]:
    """What commands last read of each folder: a file that still says the same isn't parsed again, as when govreg reads one twice."""
    return {}


@pytest.fixture
def run(readings: dict[Path, ReadResult], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `govreg WORDS` in the project's folder, or another, with `columns` as the width of its lines and nothing else from outside."""
    for variable in ("GOVREG_REGISTER", "NO_COLOR", "TERM", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE"):
        monkeypatch.delenv(variable, raising=False)

    def read_again(tree: FolderTree) -> ReadResult:
        readings[tree.root] = reading = read_tree(tree, readings.get(tree.root))
        return reading

    monkeypatch.setattr(load, "read_tree", read_again)

    def ran(words: str, *, cwd: Path = ROOT, columns: int | None = None) -> Ran:
        if columns is None:
            monkeypatch.delenv("COLUMNS", raising=False)
        else:
            monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.chdir(cwd)
        monkeypatch.setattr(sys, "argv", ["govreg", *shlex.split(words)])
        capsys.readouterr()
        try:
            cli.main()
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else int(end.code is not None)
        else:
            status = 0
        return Ran(status, *capsys.readouterr())

    return ran


def pytest_configure() -> None:
    """Keep the tests' files in memory, where the system has room for them there: a disk that is busy with other work takes minutes.

    The programs wait until the disk has what they wrote, and the tests run them thousands of times.
    """
    memory = "/dev/shm"  # noqa: S108 - whoever makes files there makes a folder that no other user can read
    if Path(memory).is_dir() and os.access(memory, os.W_OK):
        there = os.statvfs(memory)
        if there.f_bavail * there.f_frsize > ROOM and not there.f_flag & os.ST_NOEXEC:  # tests run some of what they write
            os.environ["TMPDIR"] = tempfile.tempdir = memory


gc.disable()  # what is loaded and made until the first test stays for all of them


def pytest_collection_finish() -> None:
    """Look for circles of objects as seldom as the program does, and never among what the tests were made of."""
    gc.freeze()
    gc.enable()
    gc.set_threshold(2_000_000, 50, 100)


def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Send one message of each test to the process that shows results, not five: sending them takes longer than most tests.

    What is left out is that a test begins or ends, and that what was made for it or taken down was so without fault.
    """
    if not hasattr(item.config, "workerinput"):
        return None
    for report in runtestprotocol(item, nextitem=nextitem, log=False):
        if report.when == "call" or not report.passed:
            item.ihook.pytest_runtest_logreport(report=report)
    return True


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add an option that writes the expected outputs again; a person must read the changes before committing them."""
    parser.addoption("--write-expected", action="store_true", help="write the commands' current output into tests/commands/expected")
