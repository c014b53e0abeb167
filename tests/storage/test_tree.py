"""A folder is read without following a link, waiting on a pipe, or reading without end."""

import os
import sys
from pathlib import Path

import pytest

from govreg.diagnostics import syntax
from govreg.diagnostics.syntax import LARGEST
from govreg.storage.tree import EntryType, FolderTree, TreeEntry, UnreadableFileError

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes and few links")


def kind_of(folder: Path, name: str) -> str:
    with pytest.raises(UnreadableFileError) as unreadable:
        FolderTree(folder).read(name)
    return unreadable.value.problem.code


def test_a_plain_file_is_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a: \xff")

    assert FolderTree(tmp_path).read("a.yaml") == b"a: \xff"


def test_no_link_is_followed_wherever_it_leads(tmp_path: Path) -> None:
    for target in ("loop.yaml", "/etc/passwd", "nowhere", "/dev/zero"):
        (tmp_path / "loop.yaml").unlink(missing_ok=True)
        (tmp_path / "loop.yaml").symlink_to(target)

        assert kind_of(tmp_path, "loop.yaml") == syntax.not_a_file.code


def test_a_linked_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "meetings").symlink_to("/etc")

    assert FolderTree(tmp_path).entries("meetings") == ()


def test_reading_never_waits_on_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")

    assert kind_of(tmp_path, "pipe.yaml") == syntax.not_a_file.code


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "large.yaml").write_bytes(b"x" * LARGEST)
    assert len(FolderTree(tmp_path).read("large.yaml")) == LARGEST

    with (tmp_path / "large.yaml").open("r+b") as file:
        file.truncate(20 * 1024**3)
    assert kind_of(tmp_path, "large.yaml") == syntax.too_large.code


def test_a_file_that_grows_while_it_is_read_is_read_as_far_as_is_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "log.yaml").write_bytes(b"123456")
    facts = (tmp_path / "log.yaml").stat()
    for before in (1, 3):
        monkeypatch.setattr(os, "fstat", lambda _, before=before: os.stat_result((*facts[:6], before, *facts[7:10])))

        assert FolderTree(tmp_path).read("log.yaml", 6) == b"123456"
        with pytest.raises(UnreadableFileError) as refused:
            FolderTree(tmp_path).read("log.yaml", 4)
        assert (refused.value.problem.code, refused.value.why) == (syntax.too_large.code, "it has 5 bytes")


def test_no_file_stays_open_whether_it_was_read_or_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"a")
    first = os.open(tmp_path, os.O_RDONLY)
    os.close(first)

    FolderTree(tmp_path).read("a.yaml")
    assert kind_of(tmp_path, ".") == syntax.not_a_file.code
    following = os.open(tmp_path, os.O_RDONLY)
    os.close(following)
    assert following == first


def test_the_registers_folder_itself_may_be_reached_by_a_link(tmp_path: Path) -> None:
    (tmp_path / "register" / "meetings").mkdir(parents=True)
    (tmp_path / "link").symlink_to("register")

    assert [entry.name for entry in FolderTree(tmp_path / "link").entries("")] == ["meetings"]


def test_a_folder_that_cannot_be_listed_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="too long"):
        FolderTree(tmp_path).entries("a" * 300)


def test_a_missing_or_forbidden_file_is_unreadable(tmp_path: Path) -> None:
    assert kind_of(tmp_path, "nothing.yaml") == syntax.unreadable.code
    if os.geteuid() == 0:
        pytest.skip("root may read every file")
    (tmp_path / "locked.yaml").write_bytes(b"")
    (tmp_path / "locked.yaml").chmod(0)
    assert kind_of(tmp_path, "locked.yaml") == syntax.unreadable.code


def test_entries_come_sorted_with_their_types(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").touch()
    (tmp_path / "a").mkdir()
    (tmp_path / "c").symlink_to("a")

    assert FolderTree(tmp_path).entries("") == [
        TreeEntry("a", EntryType.FOLDER),
        TreeEntry("b.yaml", EntryType.FILE),
        TreeEntry("c", EntryType.LINK),
    ]
    assert FolderTree(tmp_path).entries("nowhere") == ()
