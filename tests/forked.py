"""A govreg that has been loaded before it is run: for tests that run it many times as a process, and not to see how it starts.

One process loads it and forks for each run: a run takes a tenth of the time that starting Python takes. The process has no threads,
which what runs the tests may have, and a process with threads should not fork.
"""

import ast
import gc
import os
import shlex
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn, Self

CLIENT = """\
import os, socket, sys
asked = socket.socket(socket.AF_UNIX)
asked.connect({address!r})
socket.send_fds(asked, [ascii((sys.argv[1:], os.getcwd(), dict(os.environ), False)).encode()], [0, 1, 2])
sys.exit(int(asked.recv(9)))
"""
"""What runs govreg with the words, the folder, the variables and the streams that it was started with itself."""


LOADED = (
    *("govreg.cli", "govreg.commands.list_meetings", "govreg.commands.new", "govreg.commands.set_field", "govreg.storage.minutes_reader"),
    *(
        "govreg.session.completion",
        "pydantic.type_adapter",
        "pydantic.plugin._loader",
        "typer._adapters",
        "typer.rich_utils",
        "rich.markdown",
        "snowballstemmer",
    ),
)
"""What the runs of the tests load; a run that needs more loads it itself."""


class ForkedGovreg:
    """The process that forks; it ends with the block whose context it is."""

    def __init__(self, source: Path) -> None:
        self._folder = TemporaryDirectory()  # a socket's path must be short, and pytest's folders are not
        self._address = str(Path(self._folder.name) / "socket")
        words = [sys.executable, __file__, self._address]
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "PYTHONPATH": str(source)}
        self._process = subprocess.Popen(words, stdout=subprocess.PIPE, env=environment)

    def __enter__(self) -> Self:
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == b"ready\n"
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()
        self._folder.cleanup()

    def run(self, words: Sequence[str], folder: Path, environment: Mapping[str, str], terminal: int) -> socket.socket:
        """Run `govreg WORDS` with `terminal` as its controlling terminal and its streams; the socket says its exit status at the end."""
        asked = socket.socket(socket.AF_UNIX)
        asked.connect(self._address)
        message = ascii((list(words), str(folder), dict(environment), True)).encode()
        socket.send_fds(asked, [message], [terminal, terminal, terminal])
        return asked

    def command(self, path: Path) -> str:
        """The shell's command that runs govreg, by way of a client that is written to `path`."""
        path.write_text(CLIENT.format(address=self._address), encoding="utf-8")
        return shlex.join([sys.executable, "-I", "-S", str(path)])


def _serve(address: str) -> None:
    """Load the program, then run govreg for whoever asks, one after the other."""
    from importlib import import_module  # noqa: PLC0415 - the tests import the other part of this file only

    for module in LOADED:
        with suppress(ImportError):  # another version of a library may not have it
            import_module(module)
    gc.freeze()  # a collection in the fork would copy all that was loaded
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(address)
    listening.listen()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while True:
        asked, _ = listening.accept()
        message, streams, *_ = socket.recv_fds(asked, 1 << 20, 3)
        process = os.fork()
        if process == 0:
            _run(streams, *ast.literal_eval(message.decode()))
        for stream in streams:
            os.close(stream)
        asked.sendall(str(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])).encode())
        asked.close()


def _run(streams: list[int], words: list[str], folder: str, environment: dict[str, str], takes_terminal: bool) -> NoReturn:  # noqa: FBT001
    """Be `govreg WORDS`, as if it had been started in `folder`, with these variables and streams."""
    import fcntl  # noqa: PLC0415 - Windows has none of them
    import signal  # noqa: PLC0415
    import termios  # noqa: PLC0415

    from govreg.__main__ import main  # noqa: PLC0415

    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    if takes_terminal:
        os.setsid()
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.stdin = open(0, encoding="utf-8", errors="surrogateescape")  # noqa: SIM115 - as Python opens them itself
    sys.stdout = open(1, "w", encoding="utf-8", errors="surrogateescape")  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace")  # noqa: SIM115
    sys.stderr.reconfigure(line_buffering=True)
    sys.argv = ["govreg", *words]
    status = 0
    try:
        main()
    except SystemExit as end:
        status = int(end.code or 0)
    sys.stdout.flush()
    os._exit(status)  # to take apart all that was loaded would take longer than the run


if __name__ == "__main__":
    _serve(sys.argv[1])
