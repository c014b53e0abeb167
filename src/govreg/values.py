"""Frozen dataclasses that share their methods: `dataclass` here is written as `dataclasses.dataclass(frozen=True)` is.

Python's own compiles six methods for each class, 3.5 million instructions with CPython 3.11; this takes 0.15 million, and a command
defines fifty classes on its way: a tenth of the time that `list` takes (`bench/start.py`). All else is as usual: fields, defaults,
`replace`, equality, hashes, patterns, and an error for whoever sets an attribute. An instance takes twice as long to make, though,
some 8,000 instructions more: a class of which a register has tens of thousands of instances remains Python's, with `slots`.
"""

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NoReturn

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    import dataclasses

    def dataclass(*, frozen: Literal[True]) -> Callable[[type[Any]], type[Any]]:  # noqa: ARG001 - as Python's own is written
        """Make a class a frozen dataclass; the methods that it defines itself stay."""
        return _frozen

    def _frozen(cls: type[Any]) -> type[Any]:
        made = dataclasses.dataclass(init=False, repr=False, eq=False)(cls)
        for name in _SHARED - vars(cls).keys():
            setattr(made, name, vars(_Methods)[name])
        return made


__all__ = ["dataclass"]

_SHARED = frozenset(("__init__", "__eq__", "__hash__", "__repr__", "__setattr__", "__delattr__"))

_set = object.__setattr__


class _Methods:
    """The methods that all of them have; `__match_args__` are the names of the fields."""

    __match_args__: ClassVar[tuple[str, ...]]
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    def __init__(self, *given: object, **named: object) -> None:
        names = self.__match_args__
        for name, item in zip(names, given, strict=False):
            _set(self, name, item)
        for name in names[len(given) :]:
            _set(self, name, named.pop(name) if name in named else _default(self.__dataclass_fields__[name]))
        if named or len(given) > len(names):
            raise TypeError(f"{type(self).__qualname__}({', '.join(names)}) was also given {', '.join(named) or given[len(names) :]}")

    def __eq__(self, other: object) -> bool:
        return bool(_compared(self) == _compared(other)) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self) -> int:
        return hash(_compared(self))

    def __repr__(self) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in self.__match_args__)})"

    def __setattr__(self, name: str, _: object) -> NoReturn:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise FrozenInstanceError(f"cannot delete field {name!r}")


def _default(field: Field[Any]) -> object:
    if field.default is not MISSING:
        return field.default
    if field.default_factory is MISSING:
        raise TypeError(f"missing an argument: {field.name!r}")
    return field.default_factory()


def _compared(value: object) -> object:
    """The fields by which `value` is compared, all at once."""
    return _compared_by(type(value))(value)  # type: ignore[arg-type] # for mypy no class is hashable


@cache
def _compared_by(cls: type[_Methods]) -> Callable[[object], object]:
    names = [name for name in cls.__match_args__ if cls.__dataclass_fields__[name].compare]
    return attrgetter(*names) if names else lambda _: ()
