"""A file is replaced completely or left alone."""

import errno
import os
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from govreg.errors import GovregError
from govreg.storage.atomic_write import locked, make_folder, replace_file, rewrite, write_output
from killing import killed_writers


def test_a_file_is_replaced_completely(tmp_path: Path) -> None:
    target = tmp_path / "list.csv"
    replace_file(target, b"old and long")
    replace_file(target, b"new")

    assert target.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["list.csv"]


def test_an_answer_overwrites_no_file_that_is_named_as_an_entry(tmp_path: Path) -> None:
    write_output(tmp_path / "list.csv", b"new")
    assert (tmp_path / "list.csv").read_bytes() == b"new"

    for name in ("a.yaml", "a.yml", "A.YAML"):
        with pytest.raises(GovregError, match="has the name of a register's file"):
            write_output(tmp_path / name, b"new")
        assert not (tmp_path / name).exists()


def test_a_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    for _ in range(2):
        make_folder(tmp_path / "minutes" / "board")
        assert (tmp_path / "minutes" / "board").is_dir()


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


def test_a_failed_write_leaves_file_and_folder_unchanged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "list.csv"
    target.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(GovregError, match="no space left on device"):
        replace_file(target, b"new")

    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["list.csv"]


def test_a_folder_and_a_missing_folder_are_reported(tmp_path: Path) -> None:
    with pytest.raises(GovregError, match="is a folder"):
        replace_file(tmp_path, b"")
    with pytest.raises(GovregError, match="can't be written"):
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

    with pytest.raises(GovregError, match="can't be written"):
        replace_file(tmp_path / "list.csv", b"new")
    assert (tmp_path / "list.csv").is_symlink()


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="this system has no such names for what is open")
def test_a_device_or_pipe_is_written_directly() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as pipe:
        replace_file(Path(f"/dev/fd/{writing}"), b"new")
        os.close(writing)
        assert pipe.read() == b"new"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_that_was_read_is_rewritten_only_if_it_is_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "a.yaml"
    rewrite(target, b"first", was=None)
    rewrite(target, b"second", was=b"first")
    for was in (b"first", None):
        with pytest.raises(GovregError, match="was changed while this was running"):
            rewrite(target, b"third", was=was)

    assert (target.read_bytes(), names(tmp_path)) == (b"second", ["a.yaml"])
    target.unlink()
    with pytest.raises(GovregError, match="was changed while this was running"):
        rewrite(target, b"third", was=b"second")
    assert names(tmp_path) == []


def test_a_change_made_during_the_write_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.yaml"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", lambda _: target.write_bytes(b"theirs"))

    with pytest.raises(GovregError, match="was changed while this was running"):
        rewrite(target, b"ours", was=b"old")
    assert (target.read_bytes(), names(tmp_path)) == (b"theirs", ["a.yaml"])


@pytest.mark.parametrize(
    "write", [lambda path: rewrite(path, b"new", was=b"old"), lambda path: replace_file(path, b"new")], ids=["rewrite", "write_whole"]
)
def test_a_read_only_file_is_not_replaced(write: Callable[[Path], None], tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_bytes(b"old")
    target.chmod(0o444)

    with pytest.raises(GovregError, match="is read-only"):
        write(target)
    assert (target.read_bytes(), names(tmp_path)) == (b"old", ["a.csv"])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has few links")
def test_no_link_is_followed_to_a_file_that_was_read(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "a.yaml").symlink_to("real")

    with pytest.raises(GovregError, match="it is a link"):
        rewrite(tmp_path / "a.yaml", b"new", was=b"old")
    assert (tmp_path / "real").read_bytes() == b"old"


def test_old_leftovers_are_removed_by_the_next_writer(tmp_path: Path) -> None:
    for name, age in ((".govreg-old.tmp", 4000), (".govreg-new.tmp", 10), ("other.tmp", 4000)):
        (tmp_path / name).write_bytes(b"x")
        os.utime(tmp_path / name, (time.time() - age,) * 2)

    rewrite(tmp_path / "a.yaml", b"new", was=None)

    assert names(tmp_path) == [".govreg-new.tmp", "a.yaml", "other.tmp"]


CALLS = ["open", "fdopen", "fsync", "replace", "chmod", "close", "fstat", "lstat", "scandir", "read", "unlink", "access"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows goes another way")
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS], ids=errno.errorcode.get)
@pytest.mark.parametrize("call", CALLS)
def test_whichever_call_to_the_system_fails_the_file_is_old_or_new(
    call: str, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each call of each kind fails in turn; the message is true, and the next write works."""
    target = tmp_path / "a.yaml"
    real: Callable[..., Any] = getattr(os, call)
    for turn in range(1, 12):
        target.write_bytes(b"old")
        count = 0

        def failing(*args: Any, turn: int = turn, **keys: Any) -> Any:
            nonlocal count
            count += 1
            if count == turn:
                if call == "close":
                    real(*args)
                raise OSError(code, os.strerror(code))
            return real(*args, **keys)

        with monkeypatch.context() as broken:
            broken.setattr(os, call, failing)
            try:
                with locked(tmp_path):
                    rewrite(target, b"new", was=b"old")
                written = True
            except GovregError:
                written = False
            except OSError as problem:
                assert call == "close", problem  # noqa: PT017 - closing the lock's handle, after the write
                written = True
        assert target.read_bytes() == (b"new" if written else b"old")
        assert names(tmp_path) == ["a.yaml"]
        if count < turn:
            break


WRITE = """\
with locked(folder):
    was = (folder / "a.yaml").read_bytes()
    rewrite(folder / "a.yaml", bytes([was[0] ^ 1]) * 100_000, was)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_whenever_the_writer_is_killed_the_file_is_one_or_the_other(tmp_path: Path) -> None:
    target = tmp_path / "a.yaml"
    target.write_bytes(b"0" * 100_000)
    for _ in killed_writers("from govreg.storage.atomic_write import locked, rewrite", WRITE, tmp_path, seed=7):
        assert target.read_bytes() in (b"0" * 100_000, b"1" * 100_000)

    for left in tmp_path.glob(".govreg-*.tmp"):
        os.utime(left, (0, 0))
    rewrite(target, b"new", was=target.read_bytes())
    assert names(tmp_path) == ["a.yaml"]


def test_a_file_that_is_busy_on_windows_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.replace
    tries = 0

    def busy(*args: Any) -> None:
        nonlocal tries
        tries += 1
        if tries < 4:
            problem = PermissionError(13, "Permission denied")
            problem.winerror = 32  # type: ignore[attr-defined, unused-ignore]
            raise problem
        real(*args)

    monkeypatch.setattr(os, "replace", busy)
    rewrite(tmp_path / "a.yaml", b"new", was=None)

    assert (tries, (tmp_path / "a.yaml").read_bytes()) == (4, b"new")


def test_windows_locks_a_file_and_removes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    system = ModuleType("msvcrt")
    asked: list[tuple[int, int]] = []
    system.LK_NBLCK = 2  # type: ignore[attr-defined]
    system.locking = lambda _, mode, count: asked.append((mode, count))  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setitem(sys.modules, "msvcrt", system)

    with locked(tmp_path):
        assert names(tmp_path) == [".govreg-lock"]
    assert (asked, names(tmp_path)) == ([(2, 1)], [])


def test_a_folder_that_cannot_be_locked_is_reported(tmp_path: Path) -> None:
    with pytest.raises(GovregError, match="can't be written"), locked(tmp_path / "nowhere"):
        pass
