"""A database before it has a format: tables with their keys, and views that answer questions."""

from dataclasses import dataclass
from typing import Literal

Value = str | int | float | None
"""The value of a field of a row."""


@dataclass(frozen=True)
class DatabaseColumn:
    """A column of a table."""

    name: str
    type: Literal["TEXT", "INTEGER", "REAL"] = "TEXT"
    references: str = ""
    """The table whose entry it names by its id; empty where it names none."""
    required: bool = False


@dataclass(frozen=True)
class DatabaseTable:
    """A table: its rows in order, and the columns that tell them apart."""

    name: str
    columns: tuple[DatabaseColumn, ...]
    key: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True)
class DatabaseView:
    """A question that the database answers."""

    name: str
    select: str
    """The SELECT that answers it."""


@dataclass(frozen=True)
class Database:
    """Tables, those that others refer to first, and views of them."""

    tables: tuple[DatabaseTable, ...]
    views: tuple[DatabaseView, ...]
