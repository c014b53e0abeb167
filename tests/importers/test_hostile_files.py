"""Hostile and damaged files get one clear line; what only looks odd is read."""

from pathlib import Path

import pytest

from govreg.errors import GovregError
from govreg.importers.reader import read_document
from office.hostile_files import HOSTILE


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_gets_one_clear_line(name: str, tmp_path: Path) -> None:
    write, words = HOSTILE[name]
    write(tmp_path / name)

    with pytest.raises(GovregError) as caught:
        read_document(str(tmp_path / name))

    message, hint = caught.value.message, caught.value.hint
    assert words in message
    assert message.startswith("“")
    assert message.endswith(".")
    assert "\n" not in message + hint
    assert len(message) < 400
