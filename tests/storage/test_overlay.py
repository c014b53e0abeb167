"""A register with a file changed is read as the changed files on the disk would be."""

import pytest

from building import tree_of
from govreg.diagnostics.syntax import LARGEST
from govreg.storage.overlay import OverlayTree, new_findings
from govreg.storage.reader import read_tree

GOOD = "title: Budget committee\nlead: opcc\n"
FILES = {"meetings/budget-committee.yaml": GOOD, "meetings/broken.yaml": "title: [\n"}


@pytest.mark.parametrize("name", ["meetings/budget-committee.yaml", "meetings/new.yaml", "themes.yaml", "meetings/broken.yaml"])
@pytest.mark.parametrize("content", [b"title: New\nlead: opcc\n", b"- [", b"", b"#" * (LARGEST + 1)], ids=["good", "bad", "empty", "large"])
def test_an_overlay_is_read_as_the_changed_register_would_be(name: str, content: bytes) -> None:
    changed = read_tree(tree_of({**FILES, name: content}))
    overlaid = read_tree(OverlayTree(tree_of(FILES), name, content))

    assert (overlaid.findings, overlaid.register.meetings) == (changed.findings, changed.register.meetings)


def test_only_what_was_not_wrong_before_is_new() -> None:
    tree = tree_of(FILES)

    assert new_findings(tree, "meetings/budget-committee.yaml", f"# moved\n{GOOD}".encode()) == ()
    assert new_findings(tree, "meetings/broken.yaml", b"\n\ntitle: [\n") == ()
    assert [found.file for found in new_findings(tree, "meetings/budget-committee.yaml", f"{GOOD}colour: red\n".encode())] == [
        "meetings/budget-committee.yaml"
    ]
    twice = "title: Budget committee\nlead: opcc\nfocus: [~]\n"
    again = tree_of({**FILES, "meetings/budget-committee.yaml": twice})
    assert len(new_findings(again, "meetings/budget-committee.yaml", twice.replace("[~]", "[~, ~]").encode())) == 1
