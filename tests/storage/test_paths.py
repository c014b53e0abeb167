"""A path that a person types is looked at without a traceback, wherever it leads."""

import os
import sys
from pathlib import Path

import pytest

from govreg.errors import GovregError
from govreg.storage import paths
from govreg.storage.folder import find

NOT_ON_WINDOWS = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such links, and deletes no folder in use")
NOT_AS_ROOT = pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="root may look everywhere")


@pytest.mark.parametrize(("length", "ending"), [(200, "a"), (201, "…")])
def test_a_message_shows_200_characters_of_a_path(length: int, ending: str) -> None:
    shown = paths.shown_path(Path("a" * length))

    assert (len(shown), shown[-1]) == (200, ending)


def test_a_name_too_long_for_the_disk_finds_no_folder() -> None:
    long = Path("a" * 300)

    assert not paths.is_folder(long)
    assert "too long" in paths.access_error(long)
    with pytest.raises(GovregError, match=r"\(--register\)"):
        find(long, None)


@NOT_ON_WINDOWS
def test_a_link_to_itself_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")

    assert not paths.is_folder(tmp_path / "loop" / "x")
    assert not paths.access_error(tmp_path / "loop")
    assert paths.access_error(tmp_path / "none") == paths.NONE
    with pytest.raises(GovregError, match="cannot be opened"):
        find(tmp_path / "loop", None)


@NOT_AS_ROOT
def test_a_folder_without_permission_is_reported_as_such(tmp_path: Path) -> None:
    (tmp_path / "closed" / "register").mkdir(parents=True)
    (tmp_path / "closed").chmod(0)
    try:
        with pytest.raises(GovregError, match="cannot be opened: permission denied"):
            find(tmp_path / "closed" / "register", None)
    finally:
        (tmp_path / "closed").chmod(0o700)


@NOT_ON_WINDOWS
def test_a_deleted_folder_is_reported_only_where_it_matters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "register" / "meetings").mkdir(parents=True)
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()

    assert find(tmp_path / "register", None) == tmp_path / "register"
    assert paths.from_here(tmp_path / "register") == (tmp_path / "register").as_posix()
    with pytest.raises(GovregError, match="no longer exists"):
        find(None, None)


def test_a_path_below_here_is_named_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert paths.from_here(tmp_path / "a" / "b") == "a/b"
    assert paths.from_here(tmp_path) == "."
    assert paths.from_here(Path("a", "..", "b")) == "b"
