"""Triggers that let updates, claims and wordings only be added to, on SQLite and PostgreSQL."""

from django.db.backends.base.base import BaseDatabaseWrapper

TABLES = ("plans_update", "plans_asreported", "plans_wording")
REFUSAL = "Updates, claims and wordings are only ever added to."
FUNCTION = "plans_refuse_change"


def create(connection: BaseDatabaseWrapper) -> None:
    """Put every trigger in place; those that are there are replaced.

    SQLite forgets a table's triggers when a later migration rebuilds the table: such a
    migration ends with this.
    """
    drop(connection)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                f"CREATE OR REPLACE FUNCTION {FUNCTION}() RETURNS trigger AS $$ "
                f"BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'restrict_violation'; END $$ "
                "LANGUAGE plpgsql"
            )
        for name, (table, event) in _wanted(connection).items():
            cursor.execute(_statement(connection, name, table, event))


def drop(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away: for tests, which empty their database, and for migrations."""
    with connection.cursor() as cursor:
        for name, (table, _) in _wanted(connection).items():
            on_table = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on_table}")


def missing(connection: BaseDatabaseWrapper) -> set[str]:
    """The names of our triggers that the database should have and has not."""
    query = (
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return _wanted(connection).keys() - {row[0] for row in cursor.fetchall()}


def _wanted(connection: BaseDatabaseWrapper) -> dict[str, tuple[str, str]]:
    """Table and event of each trigger by its name; emptying at one blow is PostgreSQL's only."""
    events = ["UPDATE", "DELETE"]
    if connection.vendor == "postgresql":
        events.append("TRUNCATE")
    return {f"{table}_no_{event.lower()}": (table, event) for table in TABLES for event in events}


def _statement(connection: BaseDatabaseWrapper, name: str, table: str, event: str) -> str:
    if connection.vendor != "postgresql":
        return (
            f"CREATE TRIGGER {name} BEFORE {event} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        )
    each = "STATEMENT" if event == "TRUNCATE" else "ROW"
    return (
        f"CREATE TRIGGER {name} BEFORE {event} ON {table} "
        f"FOR EACH {each} EXECUTE FUNCTION {FUNCTION}()"
    )
