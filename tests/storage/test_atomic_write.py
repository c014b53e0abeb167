"""A file is replaced whole or left alone."""

import os
import stat
import sys
from pathlib import Path

import pytest

from govreg.errors import GovregError
from govreg.storage.atomic_write import replace_file


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "list.csv"
    replace_file(target, b"old and long")
    replace_file(target, b"new")

    assert target.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["list.csv"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such modes")
def test_a_file_keeps_its_mode_and_a_new_one_has_the_usual(tmp_path: Path) -> None:
    target = tmp_path / "list.csv"
    replace_file(target, b"a")
    usual = os.umask(0)
    os.umask(usual)
    assert stat.S_IMODE(target.stat().st_mode) == 0o666 & ~usual

    target.chmod(0o640)
    replace_file(target, b"b")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_what_fails_leaves_the_file_and_its_folder_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "list.csv"
    target.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(GovregError, match="no space left on device"):
        replace_file(target, b"new")

    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["list.csv"]


def test_a_folder_and_a_missing_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(GovregError, match="is a folder"):
        replace_file(tmp_path, b"")
    with pytest.raises(GovregError, match="cannot be written"):
        replace_file(tmp_path / "nowhere" / "list.csv", b"")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has few links")
def test_a_link_is_kept_and_its_target_replaced(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_bytes(b"old")
    (tmp_path / "link.csv").symlink_to("real.csv")

    replace_file(tmp_path / "link.csv", b"new")

    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_bytes() == b"new"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such links")
def test_a_link_to_itself_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "list.csv").symlink_to("list.csv")

    with pytest.raises(GovregError, match="cannot be written"):
        replace_file(tmp_path / "list.csv", b"new")
    assert (tmp_path / "list.csv").is_symlink()


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="this system has no such names for what is open")
def test_what_is_no_file_is_written_as_it_is() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as pipe:
        replace_file(Path(f"/dev/fd/{writing}"), b"new")
        os.close(writing)
        assert pipe.read() == b"new"
