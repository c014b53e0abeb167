"""docs/json.md names every key of the answers that it documents, and no other."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from conftest import Run

PAGE = (Path(__file__).parents[1] / "docs" / "json.md").read_text(encoding="utf-8")
ALWAYS = {"as_at", "unread"}


@pytest.mark.parametrize(
    ("command", "words"),
    [("organisation", "organisation opcc --people"), ("load", "load --recommended"), ("coverage", "coverage --register docs/example")],
)
def test_the_top_keys_are_those_of_the_page(command: str, words: str, run: Run) -> None:
    section = PAGE.split(f"## govreg {command}\n")[1].split("\n## ")[0]
    listed = {key for row in re.findall(r"^\| ([a-z_, ]+) \|", section, re.MULTILINE) for key in row.split(", ")} - {"key"}
    data: dict[str, Any] = json.loads(run(f"{words} --format json").out)

    assert set(data) == listed | ALWAYS
    for key in _keys_within(data):
        assert key in PAGE, key


def _keys_within(data: dict[str, Any]) -> set[str]:
    """The keys of the mappings in the lists of an answer, but for entries as their files have them, and ids."""
    found: set[str] = set()
    for name, value in data.items():
        if name not in ("meetings", "organisation") and isinstance(value, list):
            found.update(key for one in value if isinstance(one, dict) for key in one)
    return found
