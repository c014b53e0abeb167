"""Loads the register as it was at a git revision, for `--base`."""

from dataclasses import replace

from govreg.session.load import LoadedRegister
from govreg.storage.reader import read_tree
from govreg.storage.revision import revision_tree


def load_revision(opened: LoadedRegister, revision: str) -> LoadedRegister:
    """The same register as it was at a git revision, with the same date to report on. Raises GovregError if there is none."""
    tree = revision_tree(opened.folder, revision)
    return replace(opened, result=read_tree(tree, opened.result), tree=tree, earlier=opened)
