"""A file given on the command line is read if it is a file, and no larger than is allowed."""

import os
import sys
from pathlib import Path

import pytest

from govreg.errors import GovregError
from govreg.storage.given_file import read_given

MIB = 1024 * 1024


def test_a_file_may_be_as_large_as_is_allowed_and_no_larger(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"\r\n" * MIB)
    assert read_given(path, 2 * MIB) == b"\r\n" * MIB

    path.write_bytes(b"x" * (2 * MIB + 1))
    with pytest.raises(GovregError) as refused:
        read_given(path, 2 * MIB)
    assert (refused.value.message, refused.value.hint) == (f"“{path}” has more than 2 MiB.", "Name a smaller file.")


def test_a_missing_file_is_reported_in_the_systems_words(tmp_path: Path) -> None:
    with pytest.raises(GovregError) as refused:
        read_given(tmp_path / "a.docx", MIB)

    assert refused.value.message == f"“{tmp_path / 'a.docx'}” can't be read: no such file or directory."
    assert refused.value.hint == "Check its name."


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_no_pipe_or_folder_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(GovregError) as refused:
        read_given(tmp_path / "pipe", MIB)
    assert (refused.value.message, refused.value.hint) == (f"“{tmp_path / 'pipe'}” is not a file.", "Name a file.")

    with pytest.raises(GovregError, match="can't be read: is a directory"):
        read_given(tmp_path, MIB)
