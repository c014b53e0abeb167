"""Git repositories for tests, each in a folder of its own."""

import shutil
import subprocess
from pathlib import Path

import pytest

NEEDS_GIT = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here")


def git(top: Path, *words: str) -> None:
    """Run git as somebody."""
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false", "-c", "core.autocrlf=false")
    subprocess.run(["git", "-C", str(top), *who, *words], check=True, capture_output=True)


def commit(top: Path) -> None:
    """Commit everything in the repository at `top`."""
    git(top, "add", "--all")
    git(top, "commit", "--quiet", "--message", "a change")
