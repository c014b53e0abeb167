"""Which texts are parsed as YAML, for tests of work that isn't done twice."""

from collections.abc import Callable

import pytest

from govreg.yaml import events


def parsed_texts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are parsed from now on."""
    parsed: list[str] = []

    def parser(text: str, made: Callable[[str], object] = events.PARSER) -> object:
        parsed.append(text)
        return made(text)

    monkeypatch.setattr(events, "PARSER", parser)
    return parsed
