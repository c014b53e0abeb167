"""A plugin of pytest for `mutants.py`: it notes how each test went, or runs only the tests that are chosen, in their order."""

import json
import os
import resource
import sys
from pathlib import Path

import pytest

MEMORY = 4 << 30
"""Bytes that tests may take, so that a mutant's endless loop doesn't take the machine with it."""


def pytest_configure(config: pytest.Config) -> None:
    """Note or choose, as the environment says."""
    if "MUTANTS_CHOSEN" in os.environ:
        seconds = int(os.environ["MUTANTS_SECONDS"])
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        config.pluginmanager.register(_Choosing(Path(os.environ["MUTANTS_CHOSEN"])))
    elif hasattr(config, "workerinput"):
        config.pluginmanager.register(_Forgetting())
    else:
        config.pluginmanager.register(_Noting(Path(os.environ["MUTANTS_RESULTS"])))


class _Choosing:
    """Runs the tests that a file names, one on each line."""

    def __init__(self, path: Path) -> None:
        self._places = {test: place for place, test in enumerate(path.read_text(encoding="utf-8").splitlines())}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted((item for item in items if item.nodeid in self._places), key=lambda item: self._places[item.nodeid])


class _Forgetting:
    """Empties the caches of govreg before each test, so that each test reaches for itself what it needs."""

    def pytest_runtest_setup(self) -> None:
        for name, module in list(sys.modules.items()):
            if name.startswith("govreg"):
                for value in vars(module).values():
                    if hasattr(value, "cache_clear") and getattr(value, "__module__", None) == name:
                        value.cache_clear()


class _Noting:
    """Writes the seconds of each test that passes, and the names of those that fail."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seconds: dict[str, float] = {}
        self._failed: set[str] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._seconds[report.nodeid] = self._seconds.get(report.nodeid, 0) + report.duration
        if not report.passed:
            self._failed.add(report.nodeid)

    def pytest_sessionfinish(self) -> None:
        passed = {test: seconds for test, seconds in self._seconds.items() if test not in self._failed}
        self._path.write_text(json.dumps({"seconds": passed, "failed": sorted(self._failed)}), encoding="utf-8")
