"""govreg keeps the register of the meetings that partners hold, and answers what a review asks of it.

`open_register` reads one, and `select`, `inspect`, `ask`, `overlaps` and `compare` answer what the commands `list`,
`validate`, `duplicates`, `overlaps` and `diff` print. Each is loaded when it is first used.
"""

from importlib import import_module

from govreg.version import __version__

TYPE_CHECKING = False  # as in `typing`, which would be loaded here before an interruption can be met
if TYPE_CHECKING:
    from govreg.analysis.change import compare
    from govreg.analysis.duplicates.asked import Asked, ask
    from govreg.analysis.overlaps import overlaps
    from govreg.analysis.selection import Wanted, select
    from govreg.analysis.yearly import yearly
    from govreg.commands.inspection import inspect
    from govreg.commands.opening import open_register
    from govreg.errors import GovregError

__all__ = ["Asked", "GovregError", "Wanted", "__version__", "ask", "compare", "inspect", "open_register", "overlaps", "select", "yearly"]

_MODULES = {
    "Asked": "govreg.analysis.duplicates.asked",
    "GovregError": "govreg.errors",
    "Wanted": "govreg.analysis.selection",
    "ask": "govreg.analysis.duplicates.asked",
    "compare": "govreg.analysis.change",
    "inspect": "govreg.commands.inspection",
    "open_register": "govreg.commands.opening",
    "overlaps": "govreg.analysis.overlaps",
    "select": "govreg.analysis.selection",
    "yearly": "govreg.analysis.yearly",
}


def __getattr__(name: str) -> object:
    """Load what is asked for. Raises AttributeError if there is no such name."""
    if name not in _MODULES:
        message = f"module govreg has no {name}"
        raise AttributeError(message)
    return getattr(import_module(_MODULES[name]), name)
