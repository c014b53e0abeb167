"""A change of several files is carried out whole, undone, or finished by the next writer; it never leaves the register."""

import errno
import json
import os
import sys
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from editing import contents
from govreg.diagnostics.syntax import LARGEST
from govreg.errors import GovregError
from govreg.storage import layout, plan
from govreg.storage.atomic_write import locked
from govreg.storage.plan import FileChange, carry_out, finish, in_order
from govreg.storage.reader import read_register
from killing import killed_writers

OLD = {"meetings/a.yaml": b"old a", "meetings/b.yaml": b"old b", "organisations.yaml": b"old o"}
NEW = {"meetings/a.yaml": b"new a", "meetings/c.yaml": b"new c", "organisations.yaml": b"new o"}
CHANGES = [FileChange(file, OLD.get(file), NEW.get(file)) for file in sorted({*OLD, *NEW})]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "meetings").mkdir()
    restore(tmp_path)
    return tmp_path


def restore(folder: Path) -> None:
    for file in {*contents(folder)} - {*OLD}:
        (folder / file).unlink()
    for file, content in OLD.items():
        (folder / file).write_bytes(content)


def test_files_that_others_refer_to_come_first_and_deletions_last() -> None:
    assert [change.file for change in in_order(CHANGES)] == ["organisations.yaml", "meetings/c.yaml", "meetings/a.yaml", "meetings/b.yaml"]


def test_all_files_are_changed_and_the_journal_is_removed(folder: Path) -> None:
    carry_out(folder, CHANGES)

    assert contents(folder) == NEW


def test_no_journal_is_left_by_a_change_of_more_than_one_file_may_hold(folder: Path) -> None:
    carry_out(folder, [FileChange(f"meetings/{name}.yaml", None, name.encode() * (LARGEST - 1)) for name in "xyz"])

    assert not (folder / layout.JOURNAL).exists()


def test_minutes_move_into_a_new_folder_and_the_empty_one_goes(folder: Path) -> None:
    (folder / "minutes" / "a").mkdir(parents=True)
    (folder / "minutes" / "a" / "2026-10-01.yaml").write_bytes(b"x")

    carry_out(folder, [FileChange("minutes/a/2026-10-01.yaml", b"x", None), FileChange("minutes/c/2026-10-01.yaml", None, b"x")])

    assert [path.name for path in (folder / "minutes").iterdir()] == ["c"]


@pytest.mark.parametrize("changed", sorted(OLD))
def test_a_file_that_changed_since_it_was_read_stops_all_of_it(changed: str, folder: Path) -> None:
    (folder / changed).write_bytes(b"theirs")

    with pytest.raises(GovregError, match="was changed while this was running"):
        carry_out(folder, CHANGES)
    assert contents(folder) == {**OLD, changed: b"theirs"}


CODES = [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS]
"""Each call fails with one of them, in turn."""

CALLS = ["open", "fdopen", "fsync", "replace", "chmod", "fstat", "lstat", "read", "unlink", "access"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows goes another way")
@pytest.mark.parametrize(("call", "code"), [*zip(CALLS, cycle(CODES), strict=False)])
def test_whichever_call_to_the_system_fails_all_files_are_old_or_all_are_new(
    call: str, code: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each call fails in turn, once: the message is true, and the next writer has nothing to finish, or finishes it."""
    real = getattr(os, call)
    for turn in range(1, 80):
        restore(folder)
        count = 0

        def failing(*args: Any, turn: int = turn, **keys: Any) -> Any:
            nonlocal count
            count += 1
            if count == turn:
                raise OSError(code, os.strerror(code))
            return real(*args, **keys)

        with monkeypatch.context() as broken:
            broken.setattr(os, call, failing)
            try:
                with locked(folder):
                    carry_out(folder, CHANGES)
                written = True
            except GovregError:
                written = False
        finish(folder)
        assert contents(folder) == (NEW if written else OLD), (call, turn)
        if count < turn:
            break


def test_a_change_that_cannot_even_be_undone_is_finished_by_the_next_writer(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.replace
    count = 0

    def full(*args: Any) -> None:
        nonlocal count
        count += 1
        if count > 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(*args)

    with monkeypatch.context() as broken:
        broken.setattr(os, "replace", full)
        with pytest.raises(GovregError) as refused:
            carry_out(folder, CHANGES)
    assert "The next command that changes the register finishes this one" in refused.value.hint
    assert [found.code for found in read_register(folder).findings if found.file == layout.JOURNAL] == ["GR029"]

    assert finish(folder) == ("meetings/c.yaml", "meetings/a.yaml", "meetings/b.yaml")
    assert contents(folder) == NEW


def test_a_change_larger_than_one_file_is_finished_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    large = [FileChange(f"meetings/{name}.yaml", OLD.get(f"meetings/{name}.yaml"), name.encode() * (LARGEST - 1)) for name in "abc"]
    with monkeypatch.context() as broken:
        broken.setattr(plan, "_make", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        broken.setattr(plan, "content_of", lambda *_: (_ for _ in ()).throw(GovregError("gone")))
        with pytest.raises(GovregError):
            carry_out(folder, large)

    assert finish(folder) == ("meetings/c.yaml", "meetings/a.yaml", "meetings/b.yaml")
    assert {file: content for file, content in contents(folder).items() if file != "organisations.yaml"} == {
        change.file: change.new for change in large
    }


def test_a_file_that_was_changed_since_the_interruption_is_not_overwritten(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(plan, "_make", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        broken.setattr(plan, "content_of", lambda *_: (_ for _ in ()).throw(GovregError("gone")))
        with pytest.raises(GovregError):
            carry_out(folder, CHANGES)
    (folder / "meetings/b.yaml").write_bytes(b"theirs")

    with pytest.raises(GovregError, match=r"“meetings/b\.yaml” was changed since"):
        finish(folder)
    assert {file: content for file, content in contents(folder).items() if file != layout.JOURNAL} == {**OLD, "meetings/b.yaml": b"theirs"}


HOSTILE = [
    "../out.yaml",
    "meetings/a:b.yaml",
    "meetings/a\\b.yaml",
    "meetings/a\0b.yaml",
    "/out.yaml",
    "meetings/../../out.yaml",
    "meetings/./a.yaml",
    "meetings//a.yaml",
    ".git/hooks/pre-commit",
    "notes.txt",
    "C:/a.yaml",
    "a\\b.yaml",
    "",
]


@pytest.mark.parametrize("file", HOSTILE)
def test_no_change_and_no_journal_leads_out_of_the_register(file: str, folder: Path) -> None:
    with pytest.raises(GovregError, match="is not a file of a register"):
        carry_out(folder, [FileChange(file, None, b"x")])
    (folder / layout.JOURNAL).write_text(json.dumps({"changes": [{"file": file, "old": None, "new": "eA=="}]}), encoding="utf-8")
    with pytest.raises(GovregError, match="is not a file of a register"):
        finish(folder)

    assert {*contents(folder)} == {*OLD, layout.JOURNAL}
    assert not (folder.parent / "out.yaml").exists()


@pytest.mark.parametrize("content", ["", "[", "{}", '{"changes": [1]}', '{"changes": [{"file": "a.yaml", "old": null, "new": "?"}]}'])
def test_an_invalid_journal_is_left_to_a_person(content: str, folder: Path) -> None:
    (folder / layout.JOURNAL).write_text(content, encoding="utf-8")

    with pytest.raises(GovregError, match="cannot be read"):
        finish(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has few links")
def test_no_link_is_followed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "a.yaml").write_bytes(b"old a")
    for file in ("a.yaml", "b.yaml"):
        (folder / "meetings" / file).unlink()
    (folder / "meetings").rmdir()
    (folder / "meetings").symlink_to(outside)

    with pytest.raises(GovregError, match="is a link, not a folder"):
        carry_out(folder, [FileChange("meetings/a.yaml", b"old a", b"new a")])
    assert (outside / "a.yaml").read_bytes() == b"old a"


WRITE = """\
with locked(folder):
    finish(folder)
    was = (folder / "meetings/a.yaml").read_bytes()
    now = bytes([was[0] ^ 1]) * len(was)
    carry_out(folder, [FileChange(f"meetings/{name}.yaml", was, now) for name in "ab"])
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_whenever_the_writer_is_killed_the_next_one_finishes(folder: Path) -> None:
    for name in "ab":
        (folder / f"meetings/{name}.yaml").write_bytes(b"0" * 10_000)
    imported = "from govreg.storage.atomic_write import locked\nfrom govreg.storage.plan import FileChange, carry_out, finish"
    for _ in killed_writers(imported, WRITE, folder, seed=3):
        finish(folder)
        first, second = ((folder / f"meetings/{name}.yaml").read_bytes() for name in "ab")
        assert first == second
        assert first in (b"0" * 10_000, b"1" * 10_000)
        assert not (folder / layout.JOURNAL).exists()
