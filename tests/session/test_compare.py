"""What `govreg diff` compares: the way it is written distinguishes a folder from a revision."""

from pathlib import Path

import pytest

from govreg.session.compare import is_folder


def test_a_path_is_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a" / "register").mkdir(parents=True)

    for word in (".", "..", "./a", "../a", "/a", "~/a", "gone/", "a/", "a/register"):
        assert is_folder(word), word


def test_any_other_word_is_a_revision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "main").mkdir()

    for word in ("main", "HEAD~2", "origin/main", "HEAD..main", "v1.0"):
        assert not is_folder(word), word
