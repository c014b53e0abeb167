"""The program's entry point: it starts fast, and handles an interruption while the rest is still being loaded."""

import atexit
import gc
import sys
from importlib import import_module
from types import ModuleType

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
    """Skip what a short run doesn't need: pydantic's plugins, OpenSSL, and most garbage collection.

    govreg leaves nothing for the collector to free, so it doesn't look before there are more objects than 2,000 meetings with
    thousands of themes have: 4 % of the time of `validate` on 1,000 meetings, 3 % of that of `duplicates --all` on those.
    Python collects garbage twice when it ends, to free memory that the system takes back anyway. With everything frozen it finds
    nothing to do: 6 % of the instructions of `list` (`bench/start.py`). pydantic has `secrets` to compare passwords, and with it
    OpenSSL: 1.5 % of them.
    """
    sys.modules["pydantic.plugin._loader"] = _NoPlugins("pydantic.plugin._loader")
    sys.modules["secrets"] = _Unloaded("secrets")
    gc.set_threshold(2_000_000, 50, 100)
    atexit.register(gc.freeze)


class _Unloaded(ModuleType):
    """In the place of a module until an attribute of it is read. With `LazyLoader` of importlib, a second import reads one."""

    def __getattr__(self, name: str) -> object:
        """The attribute `name` of the real module."""
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


class _NoPlugins(_Unloaded):
    """In the place of pydantic's search for plugins, which imports importlib.metadata and, with it, modules for e-mail and zip files.

    That takes 4 % of the instructions of `list`, even where PYDANTIC_DISABLE_PLUGINS keeps pydantic from looking.
    """

    get_plugins = staticmethod(tuple)


if __name__ == "__main__":
    main()
