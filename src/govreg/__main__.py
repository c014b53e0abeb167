"""Where the program begins: an interruption is met from the first moment, also while the rest is still being loaded."""

import sys

INTERRUPTED = 130
"""The exit status of what Ctrl-C ended, as shells give it for SIGINT."""


def main() -> None:
    """Load the command line and run it."""
    try:
        from govreg.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
