"""govreg keeps the register of the meetings that partners hold, and answers a review's questions.

`load_register` reads a register. `select`, `organisation_profile`, `check_register`, `find_duplicates`, `overlaps`, `load`, `coverage`
and `compare` answer what the commands `list`, `organisation`, `validate`, `duplicates`, `overlaps`, `load`, `coverage` and `diff`
print. `govreg.api` names them all; it loads when first used.
"""

from importlib import import_module

from govreg.version import __version__

TYPE_CHECKING = False  # as in `typing`, which would be loaded here before an interruption can be met
if TYPE_CHECKING:
    from govreg.api import *  # noqa: F403

__all__ = ["__version__"]


def __getattr__(name: str) -> object:
    """Load the Python interface at the first use of a name in it. Raises AttributeError if it has no such name."""
    api = import_module("govreg.api")
    if name not in api.__all__:
        message = f"module govreg has no {name}"
        raise AttributeError(message)
    return getattr(api, name)
