"""What stops a command that cannot do what was asked: a message for the person, and what to do instead."""


class GovregError(Exception):
    """The call was wrong or could not be carried out; the program itself is sound."""

    status = 2
    """The exit status."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class RefusedChangeError(GovregError):
    """A change would have left a new error in the register, and nothing was written."""

    status = 1
