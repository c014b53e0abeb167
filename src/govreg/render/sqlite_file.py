"""A database as a file of SQLite: https://www.sqlite.org/fileformat2.html. The same database gives the same bytes."""

import sqlite3
from contextlib import closing

from govreg.database import Database, DatabaseColumn, DatabaseTable

_PAGE = 4096
"""The size of a page in bytes, set so that it doesn't depend on how SQLite was built."""
_APPLICATION = 0x676F7672
"""The application id of the file: `govr`."""


def sqlite_file(database: Database) -> bytes:
    """The bytes of `database` as a file."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as made:
        made.execute(f"PRAGMA page_size = {_PAGE}")
        made.execute(f"PRAGMA application_id = {_APPLICATION}")
        made.execute("BEGIN")
        for table in database.tables:
            made.execute(_create(table))
            marks = ", ".join("?" for _ in table.columns)
            made.executemany(f"INSERT INTO {_name(table.name)} VALUES ({marks})", table.rows)  # noqa: S608 - names are quoted
        for table in database.tables:
            for column in table.columns:
                if column.references and table.key[:1] != (column.name,):
                    index = _name(f"{table.name}_{column.name}")
                    made.execute(f"CREATE INDEX {index} ON {_name(table.name)} ({_name(column.name)})")
        for view in database.views:
            made.execute(f"CREATE VIEW {_name(view.name)} AS {view.select}")
        made.execute("COMMIT")
        return made.serialize()


def _create(table: DatabaseTable) -> str:
    lines = [*map(_column, table.columns), f"PRIMARY KEY ({', '.join(map(_name, table.key))})"]
    lines += (
        f"FOREIGN KEY ({_name(column.name)}) REFERENCES {_name(column.references)} ({_name('id')})"
        for column in table.columns
        if column.references
    )
    inner = ",\n  ".join(lines)
    return f"CREATE TABLE {_name(table.name)} (\n  {inner}\n)"


def _column(column: DatabaseColumn) -> str:
    return f"{_name(column.name)} {column.type}{' NOT NULL' if column.required else ''}"


def _name(word: str) -> str:
    """`word` as the name of a table or column."""
    return '"' + word.replace('"', '""') + '"'
