"""What a loaded register says of its files."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from govreg.model.audience import Positions
from govreg.model.location import in_meeting
from govreg.session.load import load_register
from govreg.storage.source_map import SourceMap


def test_its_files_are_put_together_once_however_many_places_are_looked_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "organisations.yaml").write_text("opcc: {name: OPCC}\n", encoding="utf-8")
    (tmp_path / "meetings").mkdir()
    (tmp_path / "meetings/board.yaml").write_text("title: Board\nlead: opcc\npurpose: Housing\n", encoding="utf-8")
    loaded = load_register(tmp_path)
    made: list[SourceMap] = []
    shortened = SourceMap.shortened

    def counted(sources: SourceMap, kept: Mapping[str, Positions]) -> SourceMap:
        made.append(shortened(sources, kept))
        return made[-1]

    monkeypatch.setattr(SourceMap, "shortened", counted)

    assert [loaded.locate(in_meeting("board", key)) for key in ("title", "lead", "purpose")] == [(1, 8), (2, 7), (3, 10)]
    assert len(made) == 1
