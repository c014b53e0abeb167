"""Measures each command on each of the registers in `attack_shapes.py`, one process at a time.

    python bench/attacks.py OUT                          # every shape, every command
    python bench/attacks.py OUT two_seats "overlaps --format json"
    python bench/attacks.py OUT all @10                  # only commands that took more than 10 s in OUT/results.jsonl

Each shape is written to OUT/<shape>/register, after a git commit of the same register with other ids, for `diff`. Results are added to
OUT/results.jsonl. A command that takes more than 10 s of user time or 1 GB is marked; after 60 s it is stopped.
"""

import json
import os
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from attack_shapes import LARGEST, MOST_BYTES, MOST_FILES, SHAPES, Files

SECONDS = 10
MEGABYTES = 1_000
MOST_SECONDS = 60
"""Seconds of processor time after which a command is stopped."""

MOST_MEGABYTES = 3_000
"""Megabytes of memory at which a command is stopped."""

COMMANDS = (
    "list",
    "list --format json",
    "list --format csv",
    "list --text a --lead org-0 --theme theme-0",
    "list --participant org-1 --area area-1 --for public",
    "show m-0000",
    "organisation org-1",
    "validate",
    "validate --format json",
    "validate --base HEAD",
    "duplicates",
    "duplicates --all --format json",
    "duplicates --by workstream",
    "duplicates m-0000 m-0001",
    "overlaps",
    "overlaps --format json",
    "overlaps --by role --format csv",
    "overlaps --by person",
    "load",
    "load --by role --recommended --format json",
    "coverage",
    "coverage --format json",
    "review",
    "review --format json --for public",
    "review --output pack.docx",
    "review --output pack.xlsx --for internal",
    "review --output pack.html",
    "review --output pack.md",
    "whatif --recommended",
    "whatif --recommended --format json",
    "whatif --end m-0000 --merge m-0001 m-0002 --format json",
    "diff",
    "diff --format json",
    "diff --brief",
    "export --output all.xlsx",
    "export --output all.json",
    "export --output all.sqlite",
    "export --output all.csv",
    "export --sheet sheet.xlsx --for internal",
    "import all.csv",
    "import sheet.xlsx",
    "verdict m-0000 m-0001 distinct --reason x --dry-run",
    "set m-0000 level strategic --dry-run",
    "set --where lead=org-0 level strategic --yes --dry-run",
    "new Another --lead org-0 --dry-run",
    "rename m-0000 m-other --dry-run",
    "end m-0000 --reason x --into m-0001 --dry-run",
    "merge m-0000 m-0001 --reason x --dry-run",
    "fix --dry-run",
    "format --dry-run",
    "schema",
)


def write(make: Callable[[], Files], out: Path) -> Path:
    """Write a shape's register below `out`, after a git commit of the register with other ids. Returns the register's folder."""
    folder = out / make.__name__ / "register"
    shutil.rmtree(folder.parent, ignore_errors=True)
    files = dict(make())
    size = sum(len(text.encode()) for text in files.values())
    beyond = make.__name__.startswith("beyond")
    if len(files) > MOST_FILES or (size > MOST_BYTES and not beyond) or any(len(text.encode()) > LARGEST for text in files.values()):
        raise ValueError(f"{make.__name__} is larger than a shape may be: {len(files)} files, {size} bytes")

    def put(name: str, text: str) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def git(*words: str) -> None:
        subprocess.run(
            ["/usr/bin/env", "git", "-C", folder.parent, "-c", "user.name=a", "-c", "user.email=a@b", *words],
            check=True,
            capture_output=True,
        )

    for name, text in files.items():
        put(name.replace("/m-", "/n-"), text.replace("m-", "n-"))
    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "before")
    shutil.rmtree(folder)
    for name, text in files.items():
        put(name, text)
    return folder


def run(folder: Path, command: str) -> dict[str, Any]:
    """Run `command`: its user seconds, the most megabytes in memory, the megabytes of its output, and how it ended."""
    words = [sys.executable, "-m", "govreg", *shlex.split(command), "--register", str(folder)]
    beside, shown = folder.parent, folder.parent / "stdout"
    with shown.open("wb") as screen, (beside / "stderr").open("wb") as errors:
        child = subprocess.Popen(words, stdout=screen, stderr=errors, cwd=beside)
        resource.prlimit(child.pid, resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
        while True:
            done, status, used = os.wait4(child.pid, os.WNOHANG)
            if done:
                break
            if _megabytes(child.pid) > MOST_MEGABYTES:
                child.send_signal(signal.SIGKILL)
            time.sleep(0.02)
    child.returncode = os.waitstatus_to_exitcode(status)
    end = "stopped" if child.returncode < 0 else str(child.returncode)
    if "Traceback" in (beside / "stderr").read_text(errors="replace"):
        end = "traceback"
    written = shown.stat().st_size / 1e6
    shown.unlink()
    return {"user_s": round(used.ru_utime, 1), "mb": round(used.ru_maxrss / 1_000), "end": end, "out_mb": round(written, 1)}


def _megabytes(pid: int) -> float:
    """The megabytes that a process has in memory; 0 if it has ended."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") / 1e6
    except (OSError, IndexError):
        return 0


def is_over(result: dict[str, Any], share: float = 1) -> bool:
    """Whether a command took more than `share` of the seconds or megabytes that are the goal, was stopped, or failed with a traceback."""
    return result["user_s"] > share * SECONDS or result["mb"] > share * MEGABYTES or result["end"] in ("stopped", "traceback")


def earlier(out: Path) -> dict[tuple[str, str], dict[str, Any]]:
    """The newest result of each shape and command."""
    results = out / "results.jsonl"
    lines = [json.loads(line) for line in results.read_text(encoding="utf-8").splitlines()] if results.exists() else []
    return {(one["shape"], one["command"]): one for one in lines}


def chosen(out: Path, shapes: str, commands: list[str]) -> dict[str, list[str]]:
    """The commands to run on each shape: those named, all, or with `@10` those that took more than 10 s, or 1 GB, before."""
    names = list(SHAPES) if shapes == "all" else shapes.split(",")
    if commands and commands[0].startswith("@"):
        share = float(commands[0][1:]) / SECONDS
        before = earlier(out)
        return {
            name: [command for command in COMMANDS if (name, command) in before and is_over(before[name, command], share)] for name in names
        }
    return {name: commands or [*COMMANDS] for name in names}


def main() -> None:
    """Run the commands and shapes that the command line names."""
    out = Path(sys.argv[1]).resolve()
    shapes, *commands = sys.argv[2:] or ["all"]
    out.mkdir(parents=True, exist_ok=True)
    for name, selected in chosen(out, shapes, commands).items():
        if not selected:
            continue
        folder = write(SHAPES[name], out)
        for command in selected:
            result = run(folder, command)
            line = json.dumps({"shape": name, "command": command, **result, "over": is_over(result)})
            print(line, flush=True)
            with (out / "results.jsonl").open("a", encoding="utf-8") as results:
                results.write(line + "\n")
        shutil.rmtree(folder.parent)


if __name__ == "__main__":
    main()
