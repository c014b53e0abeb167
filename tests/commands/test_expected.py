"""Whole commands put out what a person has read and found right."""

from pathlib import Path

import pytest

from conftest import Run
from expecting import holds

EXPECTED = sorted((Path(__file__).parent / "expected").glob("*.txt"))


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_output(path: Path, run: Run, request: pytest.FixtureRequest) -> None:
    assert holds(path, run, request) == ""
