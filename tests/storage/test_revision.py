"""A revision is read as the folder was, whatever is in it now."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import ORGANISATIONS
from govreg.errors import GovregError
from govreg.model.characters import odd_character
from govreg.storage import revision
from govreg.storage.git import ObjectReader
from govreg.storage.reader import read_register, read_tree
from govreg.storage.revision import Commit, commit_info, open_repository, parent_of, register_prefix, revision_tree, tree_at
from govreg.storage.tree import EntryType, UnreadableFileError
from repository import NEEDS_GIT, commit, commit_with, run_git, stored, stored_commit, stored_folder

pytestmark = NEEDS_GIT


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with one commit, of a register and a file outside."""
    top = tmp_path_factory.mktemp("committed")
    folder = top / "parts [x]" / "register"
    (folder / "meetings").mkdir(parents=True)
    (folder / "organisations.yaml").write_text(ORGANISATIONS, encoding="utf-8")
    (folder / "meetings" / "board.yaml").write_text("title: Board\nlead: opcc\n", encoding="utf-8")
    (top / "outside.yaml").write_text("title: Outside\n", encoding="utf-8")
    run_git(top, "init", "--quiet")
    commit(top)
    return top


@pytest.fixture
def register(committed: Path, tmp_path: Path) -> Path:
    """The register within a repository as `committed`, to be changed."""
    shutil.copytree(committed, tmp_path, dirs_exist_ok=True)
    return tmp_path / "parts [x]" / "register"


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


def test_a_register_that_did_not_exist_yet_is_empty(register: Path) -> None:
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


def test_a_large_file_is_never_unpacked(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (register / "meetings" / "large.yaml").write_bytes(b"#" * (1024 * 1024 + 1))
    commit(register.parent.parent)
    asked: list[tuple[str, str]] = []
    head = ObjectReader._head  # noqa: SLF001 - what git is asked for is the point

    def watched(self: ObjectReader, option: str, name: str, kind: str) -> int:
        asked.append((option, name))
        return head(self, option, name, kind)

    monkeypatch.setattr(ObjectReader, "_head", watched)
    read_tree(revision_tree(register, "HEAD"))
    large = run_git(register, "rev-parse", "HEAD:./meetings/large.yaml")

    assert ("--batch-check", large) in asked
    assert ("--batch", large) not in asked


def test_other_repositories_and_links_to_folders_are_not_followed(register: Path) -> None:
    top = register.parent.parent
    here = run_git(top, "rev-parse", "HEAD:parts [x]/register/meetings")
    link = stored(top, "blob", b"meetings")
    entries = f"160000 commit {run_git(top, 'rev-parse', 'HEAD')}\tmodule\n120000 blob {link}\tminutes\n040000 tree {here}\tmeetings\n"
    within = f"040000 tree {run_git(top, 'mktree', given=entries.encode())}\tregister\n"
    tree = run_git(top, "mktree", given=f"040000 tree {run_git(top, 'mktree', given=within.encode())}\tparts [x]\n".encode())
    found = revision_tree(register, run_git(top, "commit-tree", "-m", "x", tree))

    assert [(entry.name, entry.type) for entry in found.entries("")] == [
        ("meetings", EntryType.FOLDER),
        ("minutes", EntryType.LINK),
        ("module", EntryType.OTHER),
    ]
    assert [len(found.entries(folder)) for folder in ("meetings", "minutes", "module")] == [1, 0, 0]


def test_of_a_revision_some_files_alone_may_be_seen(committed: Path) -> None:
    opened = open_repository(committed / "parts [x]" / "register")
    for file, beside in (("meetings/board.yaml", ["board.yaml"]), ("meetings/board", [])):
        tree = tree_at(opened, run_git(committed, "rev-parse", "HEAD"), opened.prefix, file)

        assert [[entry.name for entry in tree.entries(folder)] for folder in ("", "meetings")] == [["meetings"], beside]
        with pytest.raises(UnreadableFileError):
            tree.read("organisations.yaml")
    everything = tree_at(opened, run_git(committed, "rev-parse", "HEAD"), opened.prefix)
    assert [entry.name for entry in everything.entries("")] == ["meetings", "organisations.yaml"]


def test_the_only_register_of_a_commit_is_found_where_it_lay(register: Path) -> None:
    top, opened = register.parent.parent, open_repository(register)
    empty = stored_folder(top)
    other = stored_folder(top, meetings=empty)
    for folders, prefix in (
        ({"a": stored_folder(top, b=other)}, "a/b/"),
        ({"a": other, "b": stored_folder(top, meetings=empty, papers=empty)}, opened.prefix),
        ({"a": empty}, opened.prefix),
        # A path of Linux has at most 4,095 characters and a null byte.
        ({"a" * 4095: other}, f"{'a' * 4095}/"),
        ({"a" * 4096: other}, opened.prefix),
    ):
        assert register_prefix(opened, stored_commit(top, stored_folder(top, **folders))) == prefix
    assert register_prefix(opened, run_git(top, "rev-parse", "HEAD")) == opened.prefix


def test_a_tree_with_billions_of_files_is_read_only_where_needed(register: Path) -> None:
    top = register.parent.parent
    name, sort = stored(top, "blob", b"title: Board\nlead: opcc\n"), "100644 blob"
    for _ in range(10):
        entries = "".join(f"{sort} {name}\t{letter}.yaml\n" for letter in "abcdefghij")
        name, sort = run_git(top, "mktree", given=entries.encode()), "040000 tree"
    meetings = run_git(top, "mktree", given=f"040000 tree {name}\tmeetings\n".encode())
    within = run_git(top, "commit-tree", "-m", "x", run_git(top, "mktree", given=f"040000 tree {meetings}\tregister\n".encode()))
    beside = run_git(top, "commit-tree", "-m", "x", name)

    opened = open_repository(register)
    assert register_prefix(opened, within) == "register/"
    assert len(read_tree(tree_at(opened, within, "register/")).findings) == 11
    assert register_prefix(opened, beside) == "parts [x]/register/"


@pytest.mark.parametrize("instead", ["replace", "grafts"])
def test_a_commit_has_its_own_parents_whatever_replaces_them(instead: str, register: Path) -> None:
    top = register.parent.parent
    (register / "meetings" / "board.yaml").write_text("title: Other\nlead: opcc\n", encoding="utf-8")
    commit(top)
    first, last = run_git(top, "rev-parse", "HEAD~1"), run_git(top, "rev-parse", "HEAD")
    if instead == "replace":
        run_git(top, "replace", last, first)
    else:
        (top / ".git" / "info").mkdir(exist_ok=True)
        (top / ".git" / "info" / "grafts").write_text(f"{last}\n", encoding="ascii")

    assert read_tree(revision_tree(register, "HEAD")).register.meetings["board"].title == "Other"
    assert parent_of(open_repository(register), last) == first


def test_a_commit_message_is_read_in_its_own_encoding(register: Path) -> None:
    top = register.parent.parent
    run_git(top, "config", "i18n.logOutputEncoding", "UTF-16")
    opened = open_repository(register)
    for head, message, subject in (
        (b"", "\n \nÉté \n d'abord\n\nRest".encode(), "Été d'abord"),
        (b"encoding ISO-8859-1\n", b"\xc9t\xe9", "Été"),
        (b"encoding UTF-7\n", b"+2AA-", "\\ud800"),
        (b"encoding nonsense\n", "Été".encode(), "Été"),
        (b"encoding base64\n", b"x", "x"),
        (b"encoding ../../x\n", b"x", "x"),
        (b"", b"\xff \x1b]0;x\x07 \xc2\x9b31m \xe2\x80\xae", r"\xff \x1b]0;x\x07 \x9b31m \u202e"),
        (b"gpgsig x\n \n encoding UTF-7\n", b"+AMk-", "+AMk-"),
        (b"", b"", ""),
    ):
        name = commit_with(top, head=head, message=message)
        assert commit_info(opened, name) == Commit(name, "2016-11-10", subject)


@given(head=st.binary(max_size=60), message=st.binary(max_size=200))
def test_a_commits_subject_is_one_harmless_line(head: bytes, message: bytes) -> None:
    subject = revision._subject(b"encoding " + head, message)  # noqa: SLF001 - git is slow to be asked so often

    assert odd_character(subject) is None
    assert not {"\n", "\t"} & set(subject)


@pytest.mark.parametrize("dated", ["253402300799 +0100", "99999999999999 +0000", "9" * 5000, "-5 +0000", "soon", "1 +" + "9" * 20])
def test_a_commit_with_an_impossible_date_is_refused_with_a_message(dated: str, register: Path) -> None:
    name = commit_with(register.parent.parent, dated=dated)

    with pytest.raises(GovregError, match=f"The commit {name[:8]} has no date between the years 1970 and 9999"):
        commit_info(open_repository(register), name)


@pytest.mark.parametrize(("dated", "day"), [("0 -0100", "1969-12-31"), ("1478818799 +0100", "2016-11-10"), ("1478779200", "2016-11-10")])
def test_the_day_of_a_commit_is_that_where_it_was_made(dated: str, day: str, register: Path) -> None:
    assert commit_info(open_repository(register), commit_with(register.parent.parent, dated=dated)).day == day


def test_a_missing_file_is_refused_with_a_message(register: Path) -> None:
    top = register.parent.parent
    name = run_git(register, "rev-parse", "HEAD:./meetings/board.yaml")
    (top / ".git" / "objects" / name[:2] / name[2:]).unlink()

    with pytest.raises(GovregError, match=f"This copy of the repository lacks the object {name}"):
        read_tree(revision_tree(register, "HEAD"))


def test_a_damaged_object_is_refused_with_a_message(register: Path) -> None:
    top = register.parent.parent
    for kind, content in (("tree", b"100644 a\0short"), ("tree", b"100644"), ("tree", b"100644 not any nulls"), ("blob", b"")):
        name = stored_commit(top, stored(top, kind, content))
        with pytest.raises(GovregError, match=r"is damaged|couldn.t read the object"):
            register_prefix(open_repository(register), name)


def test_a_commit_that_is_too_large_is_refused_with_a_message(register: Path) -> None:
    name = commit_with(register.parent.parent, message=b"x" * (1024 * 1024))

    with pytest.raises(GovregError, match=f"The commit {name} is too large to be read: it has 1,048,"):
        commit_info(open_repository(register), name)


def test_a_tag_of_a_tag_leads_to_the_commit(register: Path) -> None:
    top = register.parent.parent
    run_git(top, "tag", "--annotate", "--message", "x", "one")
    run_git(top, "tag", "--annotate", "--message", "x", "two", "one")

    assert revision_tree(register, "two").commit == run_git(top, "rev-parse", "HEAD")


@pytest.mark.parametrize(
    "revision",
    [
        *("nowhere", "--help", "-1", "HEAD~9", "", "^HEAD", "--output=x", "@{-1}", "HEAD^!", "HEAD^@", "HEAD..", "HEAD...HEAD", "HEAD:"),
        *("tree", "blob", "HEAD:parts [x]/register/organisations.yaml", "HEAD^{tree}", "HEAD\n", "HEAD HEAD"),
    ],
)
def test_a_word_that_names_no_commit_is_refused_with_a_message(register: Path, revision: str) -> None:
    run_git(register, "tag", "--annotate", "--message", "x", "tree", "HEAD^{tree}")
    run_git(register, "update-ref", "refs/tags/blob", run_git(register, "rev-parse", "HEAD:./organisations.yaml"))

    with pytest.raises(GovregError, match="There is no revision"):
        revision_tree(register, revision)


@pytest.mark.parametrize(
    ("revision", "says"),
    [("a\0b", "that git doesn.t allow"), ("\ud800", "that git doesn.t allow"), ("x" * 200_000, "too long")],
    ids=["null", "half", "long"],
)
def test_an_impossible_question_to_git_is_refused_with_a_message(register: Path, revision: str, says: str) -> None:
    with pytest.raises(GovregError, match=says):
        revision_tree(register, revision)


def test_a_shallow_copy_says_why_it_lacks_older_revisions(register: Path, tmp_path: Path) -> None:
    top = register.parent.parent
    commit_with(top)
    run_git(tmp_path, "clone", "--quiet", "--depth", "1", top.as_uri(), "newest")
    with pytest.raises(GovregError) as refused:
        revision_tree(tmp_path / "newest" / "parts [x]" / "register", "HEAD~1")

    assert "“git fetch --unshallow” gets older commits." in refused.value.hint


def test_a_folder_outside_repositories_has_no_revisions(tmp_path: Path) -> None:
    with pytest.raises(GovregError, match=r"isn.t in a git repository"):
        revision_tree(tmp_path, "HEAD")
