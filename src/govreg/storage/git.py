"""Calls git so that nothing in a repository or its surroundings runs a program, asks a network, or changes the answer.

Only plumbing is called, the commands of git that read objects and know no pager, signature, text conversion or encoding:
https://git-scm.com/docs/git#_low_level_commands_plumbing. What a repository's own configuration could still do is
switched off below, each with its reason.

The configuration of the user and the system is read, because git looks only there for `safe.directory`, which says whose
repositories this user trusts. Without it, git would refuse repositories that the user allowed; given with `-c` or by naming
the repository (`GIT_DIR`), git would trust any, or, before 2.38, none. Whoever can write those files can run programs
anyway, and no setting in them changes what plumbing answers.
"""

import os
import re
import shutil
import subprocess
import time
import weakref
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Thread

from govreg.errors import GovregError, reason
from govreg.model.names import shown

OBJECT_NAME = re.compile(rb"[0-9a-f]{40}(?:[0-9a-f]{24})?")
"""The name of an object in full: a SHA-1 or SHA-256 digest."""

_OPTIONS = (
    "--no-pager",
    "--no-optional-locks",  # a question writes nothing, not even an index
    "--no-replace-objects",  # a commit that is named in an answer is that commit, not one put in its place
    *("-c", "core.commitGraph=false"),  # a cache that could say otherwise than the commits
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "safe.bareRepository=explicit"),  # a folder of a checkout that looks like a repository is none
)
_SET = {
    "GIT_ALLOW_PROTOCOL": "none",  # a missing object is fetched from nowhere: before git 2.39.4 this alone stops it
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM": "1",  # a register may be mounted on its own
    "GIT_GRAFT_FILE": os.devnull,  # commits have the parents that they name
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",  # git's reasons are the same in every locale
}
_KEPT = frozenset({"GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM"})
"""The variables that say where the configuration of the user and the system is."""

_PATIENCE, _PATIENCE_WITH_HISTORY = 20, 120
"""Seconds that git may take for one answer, and for one that needs the whole history of a large repository.

Any file of a repository may be a named pipe, for which git waits without end.
"""

_PAUSE = 0.5
"""Seconds between two looks at whether git has answered."""

_LONGEST_REASON = 300


def environment(inherited: Mapping[str, str]) -> dict[str, str]:
    """The variables for git, from those `inherited`: of git's own, only those for the place of its configuration, and what is trusted.

    A hook inherits `GIT_DIR`, `GIT_INDEX_FILE` and their like, which would have git read another repository.
    """
    kept = {name: value for name, value in inherited.items() if not name.upper().startswith("GIT_") or name in _KEPT}
    trusted = tuple(_trusted(inherited))
    for index, folder in enumerate(trusted):
        kept |= {f"GIT_CONFIG_KEY_{index}": "safe.directory", f"GIT_CONFIG_VALUE_{index}": folder}
    return kept | {"GIT_CONFIG_COUNT": str(len(trusted))} | _SET


def _trusted(inherited: Mapping[str, str]) -> Iterator[str]:
    """The values of `safe.directory` that are set by variables, as in many containers."""
    count = inherited.get("GIT_CONFIG_COUNT", "")
    for index in range(int(count) if re.fullmatch("[0-9]{1,4}", count) else 0):
        value = inherited.get(f"GIT_CONFIG_VALUE_{index}")
        if value is not None and inherited.get(f"GIT_CONFIG_KEY_{index}", "").lower() == "safe.directory":
            yield value


def program() -> str:
    """Where git is. Raises GovregError if it is in no folder of PATH.

    Windows would look into the current folder first, and so does a PATH with an empty or relative entry; but that folder
    may be a stranger's checkout.
    """
    name = "git.exe" if os.name == "nt" else "git"
    for folder in os.get_exec_path():
        path = Path(folder, name)
        if path.is_absolute() and (found := shutil.which(path)) is not None:
            return os.fspath(found)
    raise GovregError("This needs a git revision, but git is not installed.", "Install git, or name two folders instead.")


def ask(folder: Path, *words: str) -> bytes | None:
    """What git answers to `words` in `folder`, or None where it says that there is no such thing (status 1).

    Raises GovregError, with git's own reason, if it refuses or fails.
    """
    command = _command(folder, *words)
    patience = _PATIENCE_WITH_HISTORY if words[0] == "rev-list" else _PATIENCE
    try:
        done = subprocess.run(  # noqa: S603 - the git that is installed
            command, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=patience, env=environment(os.environ)
        )
    except subprocess.TimeoutExpired:
        raise _no_answer(patience) from None
    except OSError as problem:
        raise _not_started(problem) from None
    except ValueError:  # a null character, or half of a pair
        raise GovregError(
            "The name of the revision contains a character that git doesn't allow.", "Name a branch, a tag or a commit."
        ) from None
    if done.returncode in (0, 1):
        return None if done.returncode else done.stdout
    raise _refused(done.stderr.decode("utf-8", "backslashreplace"))


def _no_answer(seconds: float) -> GovregError:
    hint = "A file in the repository's “.git” may be a pipe, or on a disk that doesn't answer."
    return GovregError(f"git didn't answer within {seconds} seconds.", hint)


def _command(folder: Path, *words: str) -> list[str]:
    return [program(), *_OPTIONS, "-C", os.fspath(folder), *words]


def _not_started(problem: OSError) -> GovregError:
    return GovregError(f"git couldn't be started: {reason(problem)}.")


def _refused(output: str) -> GovregError:
    """The error for a failure that git explained in its `output`."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    first = next((line for line in lines if line.startswith(("fatal: ", "error: "))), lines[0] if lines else "it gives no reason")
    reason = shown(first.removeprefix("fatal: ").removeprefix("error: "), longest=_LONGEST_REASON)
    remedy = next((line for line in lines if line.startswith("git config ") and "safe.directory" in line), "")
    hint = f"If you trust the repository's owner, run: {shown(remedy, longest=_LONGEST_REASON)}" if remedy else ""
    return GovregError(f"git couldn't read the repository: {reason}.", hint)


class ObjectTooLargeError(GovregError):
    """An object has more bytes than are read."""

    def __init__(self, name: str, kind: str, size: int) -> None:
        super().__init__(f"The {kind} {name} is too large to be read: it has {size:,} bytes.")
        self.size = size


class ObjectReader:
    """Reads objects of a repository by name, with one process of git for all: `git cat-file --batch`.

    An object is looked at before it is read, so that a large one is never unpacked.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._processes: dict[str, subprocess.Popen[bytes]] = {}
        self._watch = _Watch()

    def read(self, name: str, kind: str, largest: int) -> bytes:
        """The bytes of the object called `name`.

        Raises ObjectTooLargeError if it has more than `largest`, and GovregError if it is missing, damaged or not of `kind`.
        """
        self._watch.begin()
        try:
            return self._read(name, kind, largest)
        except GovregError:
            if self._watch.ended:
                raise _no_answer(_PATIENCE) from None
            raise
        finally:
            self._watch.end()

    def _read(self, name: str, kind: str, largest: int) -> bytes:
        size = self._head("--batch-check", name, kind)
        if size > largest:
            raise ObjectTooLargeError(name, kind, size)
        out = self._process("--batch").stdout
        content = out.read(self._head("--batch", name, kind)) if out is not None else b""
        if len(content) != size or out is None or out.read(1) != b"\n":
            raise _broken(name)
        return content

    def _head(self, option: str, name: str, kind: str) -> int:
        """The size of an object, which git gives before its bytes. Raises GovregError if it is missing, or not of `kind`."""
        process = self._process(option)
        try:
            if process.stdin is None or process.stdout is None:
                raise _broken(name)
            process.stdin.write(f"{name}\n".encode())
            process.stdin.flush()
            head = process.stdout.readline().split()
        except OSError:  # git has ended
            raise _broken(name) from None
        if head[1:] == [b"missing"]:
            message = f"This copy of the repository lacks the object {name}, which the revision needs."
            raise GovregError(message, "If it is a partial clone, “git fetch --refetch --no-filter” gets the missing objects.")
        if head[:2] != [name.encode(), kind.encode()] or len(head) != 3:  # noqa: PLR2004 - name, kind, size
            raise _broken(name)
        return int(head[2])

    def _process(self, option: str) -> subprocess.Popen[bytes]:
        """The process that answers with `option`, started where there is none yet, and ended with this reader."""
        if option not in self._processes:
            command = _command(self._folder, "cat-file", option)
            try:
                process = subprocess.Popen(  # noqa: S603 - the git that is installed
                    command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment(os.environ)
                )
            except OSError as problem:
                raise _not_started(problem) from None
            self._processes[option] = process
            weakref.finalize(self, _end, process)
            Thread(target=self._watch.over, args=(process,), daemon=True).start()
        return self._processes[option]


class _Watch:
    """Ends processes that take longer for an answer than git may."""

    def __init__(self) -> None:
        self.ended = False
        """Whether one took too long."""
        self._since: float | None = None

    def begin(self) -> None:
        """A question is about to be asked."""
        self._since = time.monotonic()

    def end(self) -> None:
        """It was answered."""
        self._since = None

    def over(self, process: subprocess.Popen[bytes]) -> None:
        """Watch over `process` until it ends."""
        while process.poll() is None:
            since = self._since
            if since is not None and time.monotonic() - since > _PATIENCE:
                self.ended = True
                process.kill()
            time.sleep(_PAUSE)


def _broken(name: str) -> GovregError:
    hint = "Run “git fsck” to see what is wrong. If it is a partial clone, “git fetch --refetch --no-filter” gets the missing objects."
    return GovregError(f"git couldn't read the object {name} in this repository.", hint)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process that only reads."""
    process.kill()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):  # what it was still asked goes nowhere
                pipe.close()
    process.wait()
