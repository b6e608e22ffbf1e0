"""Triggers that refuse a change whoever makes it, on SQLite and PostgreSQL; a room says which.

They guard against slips and bad code. SQLite forgets a table's triggers when a later migration
rebuilds the table: such a migration ends with the room's `triggers.create`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper

from goldenthread.people import replacing

# What a function of PostgreSQL hands back so that the change goes on.
GOES_ON = {"DELETE": "OLD", "TRUNCATE": "NULL"}


@dataclass(frozen=True)
class Trigger:
    """Refuses an event on a table with `words`; with `when`, only where that condition holds.

    `event` is INSERT, UPDATE, "UPDATE OF a, b" or DELETE; TRUNCATE exists on PostgreSQL only.
    """

    name: str
    table: str
    event: str
    words: str
    when: str = ""


def only_added_to(tables: Iterable[str], words: str) -> list[Trigger]:
    """No row of these tables is changed or deleted."""
    return [
        Trigger(f"{table}_no_{event.lower()}", table, event, words)
        for table in tables
        for event in ("UPDATE", "DELETE")
    ]


def never_emptied(
    connection: BaseDatabaseWrapper, tables: Iterable[str], words: str
) -> list[Trigger]:
    """No table of these is emptied at one blow, which passes by the triggers of its rows."""
    if connection.vendor != "postgresql":
        return []
    return [Trigger(f"{table}_no_truncate", table, "TRUNCATE", words) for table in tables]


def put(
    connection: BaseDatabaseWrapper, triggers: Iterable[Trigger], *, kept: Iterable[str]
) -> None:
    """Make these triggers, and those that keep REPLACE from taking rows of `kept` away."""
    with connection.cursor() as cursor:
        for trigger in triggers:
            for statement in _statements(connection, trigger):
                cursor.execute(statement)
    replacing.create(connection, kept)


def names(
    connection: BaseDatabaseWrapper, triggers: Iterable[Trigger], *, kept: Iterable[str]
) -> dict[str, str]:
    """The table of each trigger that `put` makes."""
    tables = {trigger.name: trigger.table for trigger in triggers}
    return {**tables, **replacing.names(connection, kept)}


def drop(connection: BaseDatabaseWrapper, named: Mapping[str, str]) -> None:
    """Take triggers away, given by their tables: for tests and migrations."""
    with connection.cursor() as cursor:
        for name, table in named.items():
            on_table = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on_table}")


def missing(connection: BaseDatabaseWrapper, named: Mapping[str, str]) -> set[str]:
    """The names that the database should have and has not."""
    query = (
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return named.keys() - {row[0] for row in cursor.fetchall()}


def _statements(connection: BaseDatabaseWrapper, trigger: Trigger) -> Iterator[str]:
    name, event, when = trigger.name, trigger.event, trigger.when
    if connection.vendor != "postgresql":
        yield (
            f"CREATE TRIGGER {name} BEFORE {event} ON {trigger.table} "
            f"{f'WHEN {when} ' if when else ''}"
            f"BEGIN SELECT RAISE(ABORT, '{trigger.words}'); END"
        )
        return
    # A trigger's WHEN may not hold a subquery on PostgreSQL, so the function asks.
    yield (
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger AS $$ "
        f"BEGIN IF {when or 'TRUE'} THEN RAISE EXCEPTION '{trigger.words}' "
        f"USING ERRCODE = 'restrict_violation'; END IF; "
        f"RETURN {GOES_ON.get(event, 'NEW')}; END $$ LANGUAGE plpgsql"
    )
    yield (
        f"CREATE TRIGGER {name} BEFORE {event} ON {trigger.table} "
        f"FOR EACH {'STATEMENT' if event == 'TRUNCATE' else 'ROW'} EXECUTE FUNCTION {name}()"
    )
