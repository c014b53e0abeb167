"""A register as it would be with a file changed, and what the reader finds wrong in it that it didn't find before."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from govreg.diagnostics import syntax
from govreg.diagnostics.finding import Finding
from govreg.diagnostics.syntax import LARGEST
from govreg.storage.reader import read_tree
from govreg.storage.tree import EntryType, Tree, TreeEntry, UnreadableFileError


@dataclass(frozen=True)
class OverlayTree:
    """`tree` with `content` as what the file `name` holds, be it there or not."""

    tree: Tree
    name: str
    content: bytes

    def entries(self, folder: str) -> Sequence[TreeEntry]:
        """What is in `folder`, sorted by name."""
        there, _, changed = self.name.rpartition("/")
        if folder != there:
            return self.tree.entries(folder)
        others = (entry for entry in self.tree.entries(folder) if entry.name != changed)
        return sorted((*others, TreeEntry(changed, EntryType.FILE)), key=lambda entry: entry.name)

    def read(self, name: str) -> bytes:
        """The bytes of the file `name`; too many are refused as they are on the disk."""
        if name != self.name:
            return self.tree.read(name)
        if len(self.content) > LARGEST:
            raise UnreadableFileError(syntax.too_large, f"it has {len(self.content):,} bytes")
        return self.content


def new_findings(tree: Tree, name: str, content: bytes) -> tuple[Finding, ...]:
    """What the reader finds in `tree` once the file `name` holds `content`, and doesn't find now; lines may have moved."""
    before = Counter(_same(found) for found in read_tree(tree).findings)
    found_anew = []
    for found in read_tree(OverlayTree(tree, name, content)).findings:
        before[_same(found)] -= 1
        if before[_same(found)] < 0:
            found_anew.append(found)
    return tuple(found_anew)


def _same(found: Finding) -> tuple[str, str, str]:
    return found.code, found.file, found.message
