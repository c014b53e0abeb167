"""A revision is read as the folder was, whatever lies there now."""

from pathlib import Path

import pytest

from building import ORGANISATIONS
from govreg.errors import GovregError
from govreg.storage.git import revision_tree
from govreg.storage.reader import read_register, read_tree
from govreg.storage.tree import EntryType, UnreadableFileError
from repository import NEEDS_GIT, commit, git

pytestmark = NEEDS_GIT


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """A register within a repository with one commit."""
    folder = tmp_path / "parts [x]" / "register"
    (folder / "meetings").mkdir(parents=True)
    (folder / "organisations.yaml").write_text(ORGANISATIONS, encoding="utf-8")
    (folder / "meetings" / "board.yaml").write_text("title: Board\nlead: opcc\n", encoding="utf-8")
    (tmp_path / "outside.yaml").write_text("title: Outside\n", encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    return folder


def test_a_revision_is_read_as_the_folder_was(register: Path) -> None:
    before = read_register(register).register
    (register / "meetings" / "board.yaml").write_text("title: Other\nlead: opcc\n", encoding="utf-8")
    (register / "meetings" / "new.yaml").write_text("title: New\nlead: opcc\n", encoding="utf-8")

    assert read_tree(revision_tree(register, "HEAD")).register == before
    assert len(read_register(register).register.meetings) == 2


def test_earlier_revisions_are_named_as_git_names_them(register: Path) -> None:
    (register / "meetings" / "board.yaml").unlink()
    (register / "meetings" / "new.yaml").write_text("title: New\nlead: opcc\n", encoding="utf-8")
    commit(register.parent.parent)

    assert list(read_tree(revision_tree(register, "HEAD")).register.meetings) == ["new"]
    assert list(read_tree(revision_tree(register, "HEAD~1")).register.meetings) == ["board"]


def test_a_register_that_was_not_there_yet_is_empty(register: Path) -> None:
    moved = register.parent / "moved"
    register.rename(moved)

    assert revision_tree(moved, "HEAD").entries("") == []


def test_links_and_large_files_are_what_they_are_in_the_folder(register: Path) -> None:
    (register / "meetings" / "link.yaml").symlink_to("board.yaml")
    (register / "meetings" / "large.yaml").write_bytes(b"#" * (1024 * 1024 + 1))
    commit(register.parent.parent)
    tree = revision_tree(register, "HEAD")

    assert [entry.type for entry in tree.entries("meetings")] == [EntryType.FILE, EntryType.FILE, EntryType.LINK]
    for name in ("meetings/link.yaml", "meetings/large.yaml", "meetings/none.yaml"):
        with pytest.raises(UnreadableFileError):
            tree.read(name)


@pytest.mark.parametrize("revision", ["nowhere", "--help", "-1", "HEAD~9", ""])
def test_an_unknown_revision_is_refused_in_words(register: Path, revision: str) -> None:
    with pytest.raises(GovregError, match="There is no revision"):
        revision_tree(register, revision)


def test_a_folder_in_no_repository_has_no_revisions(tmp_path: Path) -> None:
    with pytest.raises(GovregError, match="in no git repository"):
        revision_tree(tmp_path, "HEAD")
