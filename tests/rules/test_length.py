"""Entries with more words than are read."""

from typing import Any

import pytest

from building import a_meeting, a_register, found_at
from govreg.rules.length import entry_too_long


@pytest.mark.parametrize(
    ("keys", "where"),
    [
        ({"purpose": "roads " * 500}, "purpose"),
        ({"purpose": "Roads", "focus": ["roads " * 499]}, "purpose"),
        ({"focus": ["roads " * 500]}, "focus"),
        ({"aliases": ["r " * 250, "s " * 250]}, "aliases"),
        ({"purpose": "roads " * 499}, None),
        ({"notes": "roads " * 900}, None),
    ],
)
def test_an_entry_has_at_most_five_hundred_words(keys: dict[str, Any], where: str | None) -> None:
    message = "This entry has more than 500 words, of which only the first 500 are compared with other meetings."
    found = found_at(entry_too_long, a_register(a_meeting("board", title="Board", **keys)))

    assert found == ([f"board {where}: {message}"] if where else [])
