"""A register as it would be with some of its files changed, added or removed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from govreg.diagnostics import syntax
from govreg.diagnostics.syntax import LARGEST
from govreg.storage.tree import EntryType, Tree, TreeEntry, UnreadableFileError


@dataclass(frozen=True)
class OverlayTree:
    """`tree` with other contents of some files, by name; None is a file that isn't there."""

    tree: Tree
    contents: Mapping[str, bytes | None]

    def entries(self, folder: str) -> Sequence[TreeEntry]:
        """The entries of `folder`, sorted by name."""
        found = {entry.name: entry for entry in self.tree.entries(folder)}
        prefix = f"{folder}/" if folder else ""
        for name, content in self.contents.items():
            if not name.startswith(prefix):
                continue
            first, below, _ = name.removeprefix(prefix).partition("/")
            if content is not None:
                found[first] = TreeEntry(first, EntryType.FOLDER if below else EntryType.FILE)
            elif not below:
                found.pop(first, None)
            elif first in found and not self.entries(f"{prefix}{first}"):  # removed with the last file in it
                del found[first]
        return sorted(found.values(), key=lambda entry: entry.name)

    def read(self, name: str) -> bytes:
        """The bytes of the file `name`; too many are refused as they are on the disk."""
        if name not in self.contents:
            return self.tree.read(name)
        content = self.contents[name]
        if content is None:
            raise UnreadableFileError(syntax.unreadable, "no such file or directory")
        if len(content) > LARGEST:
            raise UnreadableFileError(syntax.too_large, f"it has {len(content):,} bytes")
        return content
