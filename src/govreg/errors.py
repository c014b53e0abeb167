"""The error that stops a command: a message for the user, and a hint about what to do instead."""


def reason(problem: OSError) -> str:
    """The system's words for `problem`, without the path, which a message names itself."""
    return (problem.strerror or type(problem).__name__).lower()


class GovregError(Exception):
    """The command was wrong or couldn't be carried out; it isn't a bug in govreg.

    `message` is one sentence; `hint` says what to do instead, and may be empty.
    """

    status = 2
    """The exit status."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class RefusedChangeError(GovregError):
    """A change would have left a new error in the register, and nothing was written."""

    status = 1
