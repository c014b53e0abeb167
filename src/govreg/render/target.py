"""Where a report goes: what its format has to know about that."""

from govreg.values import dataclass


@dataclass(frozen=True)
class Target:
    """A file, or a stream with or without a width and colours."""

    is_file: bool = False
    width: int | None = None
    """The columns of its lines; None where lines may be of any length."""
    colour: bool = False
    template: bytes | None = None
    """The file whose styles a document takes over."""
