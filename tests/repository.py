"""Git repositories for tests, each in a folder of its own."""

import shutil
import subprocess
import zlib
from hashlib import sha1
from pathlib import Path

import pytest

NEEDS_GIT = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here")
NEEDS_SHELL = pytest.mark.skipif(shutil.which("sh") is None, reason="there is no shell here to be run by mistake")


def run_git(top: Path, *words: str, given: bytes = b"") -> str:
    """Run git as somebody, with `given` to read; what it answers, without the last line's end."""
    who = (
        "-c",
        "user.name=A",
        "-c",
        "user.email=a@example.org",
        "-c",
        "commit.gpgsign=false",
        "-c",
        "core.autocrlf=false",
        "-c",
        "init.templateDir=",
    )
    done = subprocess.run(["git", "-C", str(top), *who, *words], check=True, capture_output=True, input=given)
    return done.stdout.decode().removesuffix("\n")


def commit(top: Path, message: str = "a change") -> None:
    """Commit everything in the repository at `top`."""
    run_git(top, "add", "--all")
    run_git(top, "commit", "--quiet", "--cleanup=verbatim", "--message", message)


def stored(top: Path, kind: str, content: bytes) -> str:
    """Store an object as it is, sound or not, and give its name."""
    whole = f"{kind} {len(content)}\0".encode() + content
    name = sha1(whole, usedforsecurity=False).hexdigest()
    path = top / ".git" / "objects" / name[:2] / name[2:]
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(zlib.compress(whole))
    return name


def stored_folder(top: Path, **within: str) -> str:
    """Store a folder that holds the folders `within`, each the name of an object, and give its own name."""
    return stored(top, "tree", b"".join(b"40000 %s\0%s" % (name.encode(), bytes.fromhex(within[name])) for name in sorted(within)))


def stored_commit(top: Path, tree: str) -> str:
    """Store a commit of all that is in `tree`, and give its name."""
    return stored(top, "commit", f"tree {tree}\nauthor A <a@b> 0 +0000\ncommitter A <a@b> 0 +0000\n\n".encode())


def commit_with(top: Path, *, dated: str = "1478779200 +0000", head: bytes = b"", message: bytes = b"a change\n") -> str:
    """Put a commit with what HEAD has on the branch, written by hand: its date, more lines of its head, its message."""
    lines = [f"tree {run_git(top, 'rev-parse', 'HEAD^{tree}')}", f"parent {run_git(top, 'rev-parse', 'HEAD')}", "author A <a@b> 0 +0000"]
    content = "\n".join([*lines, f"committer A <a@b> {dated}", ""]).encode() + head + b"\n" + message
    name = stored(top, "commit", content)
    (top / ".git" / run_git(top, "symbolic-ref", "HEAD")).write_text(f"{name}\n", encoding="ascii")
    return name


def program(path: Path, does: str) -> Path:
    """A program at `path` that does what a shell makes of `does`."""
    path.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8", newline="\n")
    path.chmod(0o755)
    return path
