"""Questions to the person at the terminal, and their answers."""

import sys

from govreg.errors import GovregError
from govreg.session.entry_words import check_typed
from govreg.session.streams import write_stderr


def can_ask() -> bool:
    """Whether a person at a terminal sees the question and can answer it."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def ask(question: str) -> str:
    """The person's answer, without leading and trailing blanks; empty for Enter alone.

    Raises GovregError if they end the input instead (Ctrl-D), or if no register may hold the answer.
    """
    write_stderr(question)
    try:
        line = sys.stdin.readline()
    except UnicodeDecodeError:
        raise GovregError("The answer is not valid UTF-8 text.", "Nothing was written. Run it again.") from None
    if not line:
        raise GovregError("The input ended before the answer.", "Nothing was written.")
    return check_typed("answer", line.strip())


def agreed(question: str) -> bool:
    """Whether the person answers the question with yes."""
    return ask(f"{question} [y/N]").casefold() in ("y", "yes")
