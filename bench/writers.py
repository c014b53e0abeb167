"""Kills writers of one register, and has four write at once, and counts the losses.

    python bench/writers.py [KILLS [EDITS]]

A writer that renames a meeting to and fro is killed at random moments, 1,000 times (or KILLS). Each time the next writer finishes its
change, and the register must be whole and without errors. Four writers then make 300 edits (or EDITS) each of one meeting; each edit is
saved, or refused with an error.
"""

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from editing import write_register
from govreg.storage.atomic_write import locked
from govreg.storage.plan import finish
from govreg.storage.reader import read_register

_SET_UP = """
import sys
from govreg.cli import main
FOLDER = sys.argv[1]
def run(*words):
    sys.argv = ["govreg", *words, "--register", FOLDER]
    try:
        main()
    except SystemExit as end:
        return end.code or 0
"""
_RENAMER = f"""{_SET_UP}
print("ready", flush=True)
while True:
    for old, new in (("budget-committee", "money-board"), ("money-board", "budget-committee")):
        run("rename", old, new)
"""
_WRITER = f"""{_SET_UP}
name, edits = sys.argv[2], int(sys.argv[3])
saved = sum(run("set", "budget-committee", "--add", "focus", f"{{name}} {{number}}") == 0 for number in range(edits))
print("saved", saved, file=sys.__stderr__)
"""


def kills(count: int) -> int:
    """How many of `count` kills left a register that the next writer could not repair, or that has errors."""
    moments, lost = random.Random(1), 0  # noqa: S311 - moments, not secrets
    with tempfile.TemporaryDirectory() as name:
        folder = write_register(Path(name))
        done = 0
        while done < count:
            with subprocess.Popen([sys.executable, "-c", _RENAMER, name], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as writer:
                assert writer.stdout is not None  # noqa: S101 - it is a pipe
                writer.stdout.readline()
                time.sleep(moments.random() / 2)
                writer.kill()
            done += 1
            with locked(folder):
                finish(folder)
            reading = read_register(folder)
            lost += bool([one for one in reading.findings if one.code != "GR022"]) or len(reading.register.meetings) != 3  # noqa: PLR2004
    return lost


def writers(edits: int) -> tuple[int, int]:
    """How many of the edits of four writers succeeded according to their exit status, and how many are in the file."""
    with tempfile.TemporaryDirectory() as name:
        folder = write_register(Path(name))
        command = [sys.executable, "-c", _WRITER, name]
        running = [
            subprocess.Popen([*command, f"writer {number}", str(edits)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            for number in range(4)
        ]
        reported = sum(int(one.communicate()[1].rsplit("saved ", 1)[1]) for one in running)
        focus = read_register(folder).register.meetings["budget-committee"].focus
        return reported, sum(one.text.startswith("writer ") for one in focus)


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]]
    killed, edits = (numbers[0] if numbers else 1000), (numbers[1] if len(numbers) > 1 else 300)
    print(f"{killed:,} kills: {kills(killed):,} registers lost")
    reported, found = writers(edits)
    print(f"4 writers of {edits} edits: {reported:,} reported as saved, {found:,} in the file, {4 * edits - reported:,} refused")
