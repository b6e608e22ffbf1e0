"""What keeps SQLite's REPLACE from taking a guarded row away: it fires no trigger of DELETE."""

# ruff: noqa: S608 - the statements are put together from the names of the database's own tables

import re
from collections.abc import Iterable, Iterator

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

REFUSAL = "A row that stands is never replaced by another."
_INDEX = re.compile(
    r"CREATE UNIQUE INDEX \S+ ON \S+ \((?P<key>.*?)\)(?: WHERE (?P<only>.*))?$", re.DOTALL
)
_COLUMN = re.compile(r'"(\w+)"')


def names(connection: BaseDatabaseWrapper, tables: Iterable[str]) -> dict[str, str]:
    """The triggers against REPLACE that a database should have, each with its table.

    None on PostgreSQL, where ON CONFLICT changes a row by UPDATE, which triggers see.
    """
    if connection.vendor != "sqlite":
        return {}
    return {
        f"{table}_no_replace_by_{event.lower()}": table
        for table in sorted(tables)
        for event in ("INSERT", "UPDATE")
    }


def create(connection: BaseDatabaseWrapper, tables: Iterable[str]) -> None:
    """Put these triggers in place, for tables that exist."""
    with connection.cursor() as cursor:
        for name, table in names(connection, tables).items():
            event = "INSERT" if name.endswith("_insert") else "UPDATE"
            cursor.execute(
                f"CREATE TRIGGER {name} BEFORE {event} ON {table} "
                f"WHEN {_taken(cursor, table, event)} "
                f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
            )


def _taken(cursor: CursorWrapper, table: str, event: str) -> str:
    """Whether another row has the new one's key: REPLACE would take that one away."""
    key = _primary_key(cursor, table)
    same = [f"({one})" for one in _unique_keys(cursor, table)]
    if event == "INSERT":
        return f"EXISTS (SELECT 1 FROM {table} x WHERE {' OR '.join([_equal([key]), *same])})"
    others = f'EXISTS (SELECT 1 FROM {table} x WHERE x."{key}" <> OLD."{key}" AND ({{}}))'
    moved = f'NEW."{key}" IS NOT OLD."{key}"'
    return f"{moved} OR {others.format(' OR '.join(same))}" if same else moved


def _primary_key(cursor: CursorWrapper, table: str) -> str:
    cursor.execute(f"SELECT name FROM pragma_table_info('{table}') WHERE pk = 1")
    return str(cursor.fetchone()[0])


def _unique_keys(cursor: CursorWrapper, table: str) -> Iterator[str]:
    """For each unique index the condition under which `x` and the new row are at odds."""
    cursor.execute(
        "SELECT i.name, m.sql FROM pragma_index_list(%s) i "
        "LEFT JOIN sqlite_master m ON m.type = 'index' AND m.name = i.name WHERE i.\"unique\" = 1",
        [table],
    )
    for index, sql in cursor.fetchall():
        made = _INDEX.match(sql or "")
        if made is not None:
            yield _both_ways(made["key"], made["only"] or "")
            continue
        cursor.execute("SELECT name FROM pragma_index_info(%s)", [index])
        yield _equal(row[0] for row in cursor.fetchall())


def _both_ways(key: str, only: str) -> str:
    """The columns or expressions of an index are equal, and both rows are in it."""
    old, new = (_COLUMN.sub(rf'{row}."\1"', f"({key})") for row in ("x", "NEW"))
    within = [_COLUMN.sub(rf'{row}."\1"', only) for row in ("x", "NEW")] if only else []
    return " AND ".join([f"{old} = {new}", *within])


def _equal(columns: Iterable[str]) -> str:
    return " AND ".join(f'x."{name}" = NEW."{name}"' for name in columns)
