"""A database as a file has its tables, keys and views, and the same database gives the same bytes."""

import sqlite3
from contextlib import closing
from pathlib import Path

from govreg.database import Database, DatabaseColumn, DatabaseTable, DatabaseView
from govreg.render.sqlite_file import sqlite_file
from hostile_texts import HOSTILE

TEXTS = tuple((str(number), text) for number, text in enumerate(HOSTILE))
DATABASE = Database(
    (
        DatabaseTable("texts", (DatabaseColumn("id", required=True), DatabaseColumn("text")), ("id",), TEXTS),
        DatabaseTable(
            'odd"name', (DatabaseColumn("a", "INTEGER"), DatabaseColumn("of", references="texts")), ("a",), ((1, "0"), (2, None))
        ),
    ),
    (DatabaseView("how_many", 'SELECT count(*) AS n FROM "odd""name"'),),
)


def test_loaded_values_are_unchanged(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(sqlite_file(DATABASE))
    with closing(sqlite3.connect(tmp_path / "a.db")) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
        assert tuple(opened.execute("SELECT id, text FROM texts ORDER BY rowid")) == TEXTS
        assert opened.execute("SELECT n FROM how_many").fetchone() == (2,)
        assert [row[2:5] for row in opened.execute('PRAGMA foreign_key_list("odd""name")')] == [("texts", "of", "id")]


def test_the_same_database_gives_the_same_bytes() -> None:
    assert sqlite_file(DATABASE) == sqlite_file(DATABASE)
