"""Hostile and damaged files get one clear line; what only looks odd is read."""

from pathlib import Path

import pytest

from govreg.errors import GovregError
from govreg.importers.excel.sheet import MOST_MERGES
from govreg.importers.reader import read_document
from govreg.importers.word.story import MOST_PARAGRAPHS
from office.hostile_files import HOSTILE, LOWERED


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gets_one_clear_line(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write, words = HOSTILE[name]
    if name in LOWERED:
        monkeypatch.setattr(*LOWERED[name])
    write(tmp_path / name)

    with pytest.raises(GovregError) as caught:
        read_document(str(tmp_path / name))

    message, hint = caught.value.message, caught.value.hint
    assert words in message
    assert message.startswith("“")
    assert message.endswith(".")
    assert "\n" not in message + hint
    assert len(message) < 400


def test_the_limits_that_are_lowered_for_these_tests() -> None:
    assert (MOST_PARAGRAPHS, MOST_MERGES) == (100_000, 50_000)
