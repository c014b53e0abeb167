"""Counts how often a property is read, for tests of work that is done once however much there is."""

from typing import Any

import pytest


def reads_of(name: str, owner: type, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The objects of the class `owner` whose property `name` is read from now on, one for each time."""
    read: list[Any] = []
    value = vars(owner)[name].__get__

    def counted(one: object) -> object:
        read.append(one)
        found: object = value(one)
        return found

    monkeypatch.setattr(owner, name, property(counted))
    return read
