"""A writer that is killed at any moment, several times; one Python forks for each of them: to start it takes longer than they do."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent

FORKING = """\
import os, sys
from pathlib import Path
folder = Path(sys.argv[1])
{imported}
while sys.stdin.readline():
    writer = os.fork()
    while writer == 0:
{write}
    print(writer, flush=True)
    os.waitpid(writer, 0)
    print("ended", flush=True)
"""


def killed_writers(imported: str, write: str, folder: Path, seed: int) -> Iterator[None]:
    """Eight times, a process that runs `write` over and over is killed up to a twentieth of a second after it starts.

    `imported` and `write` are Python code. What `write` calls `folder` is given by `folder`, and `seed` chooses the moments.
    """
    moments = random.Random(seed)  # noqa: S311 - moments, not secrets
    words = [sys.executable, "-c", FORKING.format(imported=imported, write=indent(write, " " * 8)), str(folder)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as forking:
        assert forking.stdin is not None
        assert forking.stdout is not None
        for _ in range(8):
            forking.stdin.write(b"\n")
            forking.stdin.flush()
            writer = int(forking.stdout.readline())
            time.sleep(moments.random() / 20)
            os.kill(writer, signal.SIGKILL)
            assert forking.stdout.readline() == b"ended\n"
            yield
