"""The program's entry point: it starts fast, and handles an interruption while the rest is still being loaded."""

import atexit
import gc
import os
import sys

INTERRUPTED = 130
"""The exit status after Ctrl-C, as shells give it for SIGINT."""


def main() -> None:
    """Load the command line and run it."""
    try:
        _start_fast()
        from govreg.cli import main as run  # noqa: PLC0415 - an interruption while it loads is handled too

        run()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _start_fast() -> None:
    """Skip what a short run doesn't need: pydantic's search for plugins, and most garbage collection.

    Python collects garbage twice when it ends, to free memory that the system takes back anyway. With everything frozen it finds
    nothing to do: 5 % of the instructions of `list` (`bench/start.py`).
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.set_threshold(100_000, 50, 100)
    atexit.register(gc.freeze)


if __name__ == "__main__":
    main()
