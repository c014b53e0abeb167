"""What the tests at a terminal share."""

from collections.abc import Iterator

import pytest

from conftest import ROOT
from forked import ForkedGovreg


@pytest.fixture(scope="session")
def forked() -> Iterator[ForkedGovreg]:
    """A govreg that takes no time to start."""
    with ForkedGovreg(ROOT / "src") as govreg:
        yield govreg
