"""Triggers that let the history only be added to, on SQLite and on PostgreSQL.

They guard against slips and bad code. Somebody who may drop triggers is found by the
chain itself (`history.verify`).
"""

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

from goldenthread.people import replacing

REFUSAL = "The history is only ever added to."
APPROVED = """EXISTS (
    SELECT 1 FROM people_redactedvalue v JOIN people_redaction r ON r.id = v.redaction_id
    WHERE r.approved_at IS NOT NULL
      AND v.line_id = OLD.line_id AND v.place = OLD.place AND v.name = OLD.name)"""
# (trigger, table, what it refuses, unless)
RULES = (
    ("people_historyline_no_update", "people_historyline", "UPDATE", ""),
    ("people_historyline_no_delete", "people_historyline", "DELETE", ""),
    ("people_historyvalue_no_update", "people_historyvalue", "UPDATE", ""),
    ("people_historyvalue_no_delete", "people_historyvalue", "DELETE", APPROVED),
)
_KEPT = ("people_historyline", "people_historyvalue")
# Emptying a table at one blow exists on PostgreSQL only and passes by the rows' triggers.
TRUNCATES = (
    ("people_historyline_no_truncate", "people_historyline"),
    ("people_historyvalue_no_truncate", "people_historyvalue"),
)


def create(connection: BaseDatabaseWrapper) -> None:
    """Put every trigger in place; those that are there are replaced."""
    drop(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            _create_on_postgresql(cursor)
        else:
            _create_on_sqlite(cursor)
    replacing.create(connection, _KEPT)


def drop(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: for tests, which empty their database, and for migrations."""
    with connection.cursor() as cursor:
        for name, table in _tables(connection).items():
            on_table = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on_table}")


def missing(connection: BaseDatabaseWrapper) -> set[str]:
    """The names of our triggers that the database should have and has not.

    SQLite forgets a table's triggers when a later migration rebuilds the table: such a
    migration ends with `create`.
    """
    query = (
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return _tables(connection).keys() - {row[0] for row in cursor.fetchall()}


def _tables(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """The table of each trigger that this database should have."""
    tables = {name: table for name, table, *_ in RULES}
    if connection.vendor == "postgresql":
        return {**tables, **dict(TRUNCATES)}
    return {**tables, **replacing.names(connection, _KEPT)}


def _create_on_sqlite(cursor: CursorWrapper) -> None:
    for name, table, event, unless in RULES:
        when = f"WHEN NOT {unless}" if unless else ""
        cursor.execute(
            f"CREATE TRIGGER {name} BEFORE {event} ON {table} {when} "
            f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        )


def _create_on_postgresql(cursor: CursorWrapper) -> None:
    cursor.execute(
        "CREATE OR REPLACE FUNCTION people_history_refuse() RETURNS trigger AS $$ "
        f"BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'restrict_violation'; END $$ "
        "LANGUAGE plpgsql"
    )
    # A trigger's WHEN may not hold a subquery on PostgreSQL, so this one asks in its body.
    cursor.execute(
        "CREATE OR REPLACE FUNCTION people_history_refuse_unapproved() RETURNS trigger AS $$ "
        f"BEGIN IF {APPROVED} THEN RETURN OLD; END IF; "
        f"RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'restrict_violation'; END $$ "
        "LANGUAGE plpgsql"
    )
    for name, table, event, unless in RULES:
        function = "people_history_refuse_unapproved" if unless else "people_history_refuse"
        cursor.execute(
            f"CREATE TRIGGER {name} BEFORE {event} ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {function}()"
        )
    for name, table in TRUNCATES:
        cursor.execute(
            f"CREATE TRIGGER {name} BEFORE TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION people_history_refuse()"
        )
