"""Whole commands write the output that a person has read and approved."""

from pathlib import Path

import pytest

from conftest import Run
from expecting import check_output

EXPECTED = sorted((Path(__file__).parent / "expected").glob("*.txt"))


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_output(path: Path, run: Run, request: pytest.FixtureRequest) -> None:
    assert check_output(path, run, request) == ""
