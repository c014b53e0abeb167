"""A register with files changed is read as the changed files on the disk would be."""

import pytest

from building import tree_of
from govreg.diagnostics.syntax import LARGEST
from govreg.storage.overlay import OverlayTree
from govreg.storage.reader import read_tree
from govreg.storage.tree import UnreadableFileError

GOOD = "title: Budget committee\nlead: opcc\n"
FILES = {"meetings/budget-committee.yaml": GOOD, "meetings/broken.yaml": "title: [\n"}


@pytest.mark.parametrize("name", ["meetings/budget-committee.yaml", "meetings/new.yaml", "themes.yaml", "meetings/broken.yaml"])
@pytest.mark.parametrize("content", [b"title: New\nlead: opcc\n", b"- [", b"", b"#" * (LARGEST + 1)], ids=["good", "bad", "empty", "large"])
def test_an_overlay_is_read_as_the_changed_register_would_be(name: str, content: bytes) -> None:
    changed = read_tree(tree_of({**FILES, name: content}))
    overlaid = read_tree(OverlayTree(tree_of(FILES), {name: content}))

    assert (overlaid.findings, overlaid.register.meetings) == (changed.findings, changed.register.meetings)


def test_a_removed_file_takes_its_empty_folder_with_it() -> None:
    tree = tree_of({"minutes/a/2016-11-10.yaml": "", "minutes/b/2016-11-10.yaml": ""})
    moved = OverlayTree(tree, {"minutes/a/2016-11-10.yaml": None, "minutes/c/2016-11-10.yaml": b""})

    assert [entry.name for entry in moved.entries("minutes")] == ["b", "c"]
    assert [entry.name for entry in moved.entries("minutes/a")] == []
    assert [entry.name for entry in moved.entries("minutes/c")] == ["2016-11-10.yaml"]
    with pytest.raises(UnreadableFileError):
        moved.read("minutes/a/2016-11-10.yaml")
    other = OverlayTree(tree, {"minutes/a/2016-11-11.yaml": None, "minutes/z/2016-11-10.yaml": None})
    assert [entry.name for entry in other.entries("minutes")] == ["a", "b"]
