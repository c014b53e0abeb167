"""One program at a time holds the lock on a folder, and it leaves nothing behind."""

import errno
import sys
from pathlib import Path

import pytest

from govreg.storage.lock import exclusive

if sys.platform == "win32":
    pytest.skip("Windows locks a file", allow_module_level=True)

import fcntl


def test_a_second_program_waits_ten_seconds_and_gives_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    monkeypatch.setattr("time.sleep", pauses.append)

    with exclusive(tmp_path):
        assert [*tmp_path.iterdir()] == []
        with pytest.raises(TimeoutError), exclusive(tmp_path):
            pytest.fail("both have it")
    assert (len(pauses), round(sum(pauses), 6)) == (1000, 10)

    with exclusive(tmp_path):  # it is free again
        pass
    assert len(pauses) == 1000


def test_a_lock_that_is_freed_meanwhile_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = exclusive(tmp_path)
    first.__enter__()
    monkeypatch.setattr("time.sleep", lambda _: first.__exit__(None, None, None))

    with exclusive(tmp_path):
        pass


def test_a_disk_without_locks_goes_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def no_locks(handle: int, how: int) -> None:
        asked.append((handle, how))
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", no_locks)

    with exclusive(tmp_path):
        pass
    assert [how for _, how in asked] == [fcntl.LOCK_EX | fcntl.LOCK_NB]


def test_a_folder_that_is_not_there_cannot_be_locked(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), exclusive(tmp_path / "nowhere"):
        pytest.fail("it is locked")
